/* How the report looks, beside what all pages have. Red and amber differ in lightness too. */
#include "tool/review.h"

const char *const coding__review_style[] = {
    ":root { --denial: #b42318; --warning: #c77700; --fine: #1a7f4b; --unchecked: #6e56cf; --stake: #0b5cad;\n"
    "  --warning-ink: #8a5200; --note-ink: #57606a; }\n"
    "@media (prefers-color-scheme: dark) { :root { --denial: #ff7b72; --warning: #e3a02b; --fine: #4ac27e;\n"
    "  --unchecked: #a594f9; --stake: #6cb2ff; --warning-ink: #e3a02b; --note-ink: #9aa4af; } }\n",
    ".cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem;\n"
    "margin: 1.5rem 0; }\n"
    ".card { display: flex; flex-direction: column; background: var(--card); border: 1px solid var(--line);\n"
    "  border-left: .3rem solid var(--note); border-radius: .5rem; padding: .8rem 1rem; }\n"
    ".card dd { margin: 0; font-size: 1.4rem; font-weight: 650; font-variant-numeric: tabular-nums; }\n"
    ".card dt { color: var(--soft); font-size: .9rem; }\n"
    ".card.denial { border-left-color: var(--denial); } .card.warning { border-left-color: var(--warning); }\n"
    ".card.fine { border-left-color: var(--fine); } .card.unchecked { border-left-color: var(--unchecked); }\n"
    ".card.stake { border-left-color: var(--stake); }\n"
    "i { display: inline-block; height: .85rem; vertical-align: middle; background: var(--note); }\n"
    "i.denial { background: var(--denial); } i.warning { background: var(--warning); }\n"
    "i.fine { background: var(--fine); }\n"
    "i.unchecked { background: var(--unchecked); } i.stake { background: var(--stake); }\n"
    ".key { width: .7rem; height: .7rem; border-radius: .15rem; margin-right: .3rem; vertical-align: baseline; }\n"
    ".whole { display: flex; border-radius: .4rem; overflow: hidden; }\n"
    ".whole i { height: 1.1rem; }\n",
    ".n { text-align: right; white-space: nowrap; padding-right: 0; padding-left: .6rem; }\n"
    "td.bar { width: 30%; white-space: nowrap; font-size: 0; vertical-align: middle; }\n"
    "td.bar i:first-child { border-radius: .25rem 0 0 .25rem; }\n"
    "td.bar i:last-child { border-radius: 0 .25rem .25rem 0; }\n"
    "td.bar i:only-child { border-radius: .25rem; } td.bar i { min-width: 2px; }\n"
    ".examples td { font-size: .93rem; } .examples td:first-child { overflow-wrap: anywhere; max-width: 14rem; }\n"
    ".tag { font-weight: 600; font-size: .85rem; } .tag.denial { color: var(--denial); }\n"
    ".tag.warning { color: var(--warning-ink); } .tag.note { color: var(--note-ink); }\n"
    "@media (max-width: 40rem) { code { display: none; }\n"
    "  td.bar { display: none; } .examples, .examples tbody, .examples tr, .examples td\n"
    "  { display: block; } .examples thead { display: none; } .examples td { border: 0; padding: .1rem 0; }\n"
    "  .examples tr { border-bottom: 1px solid var(--line); padding: .6rem 0; }\n"
    ".examples .n { text-align: left; } }\n"
    "@media print { .card { break-inside: avoid; }\n"
    "  i { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }\n",
    NULL,
};
