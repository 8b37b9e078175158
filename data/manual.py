"""Titles of codes in the text of an MS-DRG Definitions Manual.

The lists of the manual print a code, perhaps a star, and its title on one line. Appendices B to E print other things
behind the code (MDCs, DRGs, CC levels): they are left alone, but for the lists in C that have the plain form.
"""

import re

CODE_AND_TITLE = re.compile(r"^ {1,4}\*?([0-9A-HJ-NP-Z]{7})\*? +(\S.*?)\s*$", re.MULTILINE)
LISTS = ("mdcs_", "appendix_F_")


def procedure_titles(texts):
    """Seven-character code -> title; the caller knows which of them are procedures."""
    return {code: title for text in texts for code, title in CODE_AND_TITLE.findall(text)}
