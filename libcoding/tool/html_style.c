/* How every page looks: light and dark as the reader has it, and on paper. */
#include "tool/html.h"

const char *const coding__html_style[] = {
    ":root { --page: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d8dee4; --card: #f6f8fa; --note: #8c959f;\n"
    "  --link: #0b5cad; }\n"
    "@media (prefers-color-scheme: dark) { :root { --page: #0f1318; --ink: #e6eaef; --soft: #9aa4af; --line: #2d343c;\n"
    "  --card: #181d24; --note: #7d8793; --link: #6cb2ff; } }\n"
    "* { box-sizing: border-box; }\n"
    "body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }\n"
    "main { max-width: 68rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }\n",
    "h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .25rem; }\n"
    "h2 { margin: 2.75rem 0 .5rem; font-size: 1.35rem; }\n"
    "h3 { margin: 1.75rem 0 .1rem; font-size: 1.08rem; } p { margin: .25rem 0 .75rem; color: var(--soft); }\n"
    ".lead { font-size: 1.05rem; overflow-wrap: anywhere; }\n"
    "table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }\n"
    "th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0;\n"
    "border-bottom: 1px solid var(--line); }\n"
    "thead th { color: var(--soft); font-size: .85rem; font-weight: 600; } tbody th { font-weight: 500; }\n"
    "a { color: inherit; text-decoration-color: var(--note); text-underline-offset: .2em; }\n"
    "a:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; }\n"
    "code, small { color: var(--soft); } code { font-size: .82rem; white-space: nowrap; }\n"
    "small { display: block; font-size: .82rem; }\n"
    "ul { padding-left: 1.2rem; }\n"
    "footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .9rem; }\n",
    "@media (max-width: 40rem) { section { overflow-x: auto; } main { padding: 1rem .9rem; } }\n"
    "@media print { body { font-size: 10pt; } main { max-width: none; padding: 0; }\n"
    "  h2, h3 { break-after: avoid; } tr { break-inside: avoid; } }\n",
    NULL,
};
