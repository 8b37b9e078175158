"""Sentences of the headers as Javadoc."""

import re
import textwrap

WIDTH = 118


def words(text: str) -> str:
    """Marks of HTML made harmless, backticks code, and none what Java calls null. Java's own links stay."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("*/", "*&#47;")
    text = re.sub(r"`([^`]*)`", r"{@code \1}", text)
    text = re.sub(r"\bSystem\.(?=[A-Z])", "CodeSystem.", text)
    return re.sub(r"\bNone\b(?=[: ])(?! of)", "Null", text)


def comment(text: str, indent: int = 0, tags: tuple[str, ...] = ()) -> str:
    """A comment of whole lines; without words and tags none."""
    blank = " " * indent
    lines = textwrap.wrap(text, WIDTH - indent - 3, break_long_words=False, break_on_hyphens=False) if text else []
    for tag in tags:
        lines += [""] * (bool(lines) and tag == tags[0])
        lines += textwrap.wrap(tag, WIDTH - indent - 3, subsequent_indent="    ", break_long_words=False,
                               break_on_hyphens=False)  # fmt: skip
    if not lines:
        return ""
    if len(lines) == 1:
        return f"{blank}/** {lines[0]} */\n"
    return f"{blank}/**\n" + "".join(f"{blank} * {line}".rstrip() + "\n" for line in lines) + f"{blank} */\n"
