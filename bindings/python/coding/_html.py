"""Answers as a notebook shows them. Colours are laid over the page's own, so that they read well on light and dark."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Iterable, Optional

if TYPE_CHECKING:
    from ._book import Book
    from ._names import Rule
    from ._records import Entry, Hit, Verdict

_GOOD, _BAD, _QUIET = "46, 160, 67", "218, 54, 51", "128, 128, 128"


def _badge(rule: Rule) -> str:
    colour = _BAD if rule else _GOOD
    return (
        f'<span style="background: rgba({colour}, .18); border: 1px solid rgb({colour}); border-radius: 3px; '
        f'padding: 0 .4em">{escape(str(rule))}</span>'
    )


def _box(colour: str, *parts: str) -> str:
    return f'<div style="border-left: 3px solid rgb({colour}); padding: .1em .7em">{"".join(parts)}</div>'


def _code(code: Optional[str]) -> str:
    return f'<code style="background: none; color: inherit">{escape(code or "no code")}</code>'


def _cells(tag: str, cells: Iterable[str]) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    return "<tr>" + "".join(f'<{tag}{scope} style="text-align: left">{cell}</{tag}>' for cell in cells) + "</tr>"


def _table(caption: str, heading: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    body = "".join(_cells("td", row) for row in rows)
    return (
        f'<table style="color: inherit"><caption style="text-align: left; color: inherit">{caption}</caption>'
        f'<thead>{_cells("th", heading)}</thead><tbody>{body}</tbody></table>'
    )


def verdict(of: Verdict) -> str:
    day = f" on {of.on}" if of.on else ""
    head = f"<div><strong>{_code(of.code)}</strong> {_badge(of.rule)} {escape(str(of.system))}{day}</div>"
    findings = "".join(f"<li>{escape(finding.text)}</li>" for finding in of.findings)
    instead = "Instead: " + ", ".join(_code(code) for code in of.instead[:12]) if of.instead else ""
    more = f" and {len(of.instead) - 12} more" if len(of.instead) > 12 else ""
    listed = f'<ul style="margin: .2em 0">{findings}</ul>' if findings else ""
    return _box(_BAD if of.rule else _GOOD, head, listed, f"<div>{instead}{more}</div>" if instead else "")


def entry(of: Entry) -> str:
    above = f", below {_code(of.parent)}" if of.parent else ""
    head = f"<div><strong>{_code(of.code)}</strong> {_badge(of.rule)} {escape(str(of.system))}{above}</div>"
    return _box(_QUIET, head, f"<div>{escape(of.title)}</div>")


def hits(of: Iterable[Hit]) -> str:
    rows = [
        (_code(hit.code), escape(hit.title), escape(f"{hit.field}: {hit.why or ''}"), f"{hit.score:.2f}") for hit in of
    ]
    caption = f"{len(rows)} {'hit' if len(rows) == 1 else 'hits'}, best first"
    return _table(caption, ("Code", "Title", "Found in", "Score"), rows) if rows else "<div>no hits</div>"


def book(of: Book) -> str:
    if of.closed:
        return _box(_QUIET, escape(repr(of)))
    rows = [
        (escape(of.system_name(edition.system)), str(edition.first), str(edition.until), f"{edition.billable:,}",
         escape(edition.release))
        for edition in of.editions() if edition.first == of.newest(edition.system)
    ]  # fmt: skip
    name = escape(str(of._path or "installed"))
    heading = ("System", "From", "Until", "Billable", "Release")
    return _table(f"Book {name}: the newest edition of each system", heading, rows)
