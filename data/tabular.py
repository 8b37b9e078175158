"""ICD-10-CM's Tabular List as XML: its codes in printed order, the ones of seven characters written out.

The list prints stems and, somewhere above them, what the 7th character may be. A definition further in replaces the
one outside it. The product has a few codes that are not billable (S06, loss of consciousness ending in death): what
is billable, the editor's table says.
"""

import unicodedata
import xml.etree.ElementTree


def titles(xml_text):
    """Code without dot -> title, in printed order."""
    found = {}
    for section in xml.etree.ElementTree.fromstring(xml_text).iter("section"):
        for diagnosis in section.findall("diag"):
            walk(diagnosis, None, found)
    return found


def walk(diagnosis, characters, found):
    code = diagnosis.findtext("name").strip().replace(".", "")
    title = folded(diagnosis.findtext("desc"))
    characters = seventh_characters(diagnosis) or characters
    children = diagnosis.findall("diag")
    found[code] = title
    if not children and characters:
        found.update(extended(code, title, characters))
    for child in children:
        walk(child, characters, found)


def seventh_characters(diagnosis):
    """[(character, its meaning)] as defined at this very row."""
    return [(extension.get("char"), folded(extension.text or ""))
            for extension in diagnosis.iterfind("sevenChrDef/extension")]


def extended(code, title, characters):
    """The codes below a stem: X holds the places up to the seventh."""
    return {code.ljust(6, "X") + character: f"{title}, {meaning}" for character, meaning in characters}


def folded(text):
    """Accents off, as in the order files, and one blank between words."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return " ".join(plain.split())
