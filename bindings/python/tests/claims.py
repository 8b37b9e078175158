"""Rows of tests/vectors/claims.tsv: what a rule says of a claim, as they print it."""

from coding import ClaimRule, Rule

PARTS = ("claim", "dx", "pcs", "line")
RULES = {str(rule): rule for rule in ClaimRule}


#: A book that does not ask here was made without the official releases, and lacks what rows want of it.
PROBE = "professional 2024-07-15 | dx K63.5 | 45385 | 45378"


def place(part, number):
    return f"{PARTS[part]} {number}" if number else "claim"


def printed(finding):
    """denial line 2 modifier with line 1"""
    if finding.verdict == Rule.NOT_CHECKED and finding.rule != ClaimRule.CODE:
        return "unchecked"
    text = f"{finding.severity} {place(finding.part, finding.number)} {finding.cure}"
    return text + (f" with {place(finding.partner_part, finding.partner_number)}" if finding.partner_number else "")


def is_as_wanted(finding, wanted):
    """A wanted finding may end in ~ and a piece of its sentence."""
    says, _, piece = wanted.partition("~")
    return printed(finding) == says.rstrip() and piece.strip(" ~") in finding.text


def judged(book, rule, claim, wanted):
    """What was said where it is not as wanted, else `wanted`; None where the book lacks the tables."""
    if ClaimRule.PTP in book.review(PROBE, rules=[ClaimRule.PTP]).unasked:
        return None
    review = book.review(claim)
    found = [finding for finding in review.findings if finding.rule == RULES[rule]]
    wants = [] if wanted == "-" else wanted.split("; ")
    right = len(found) == len(wants) and all(map(is_as_wanted, found, wants))
    return wanted if right else "; ".join(f"{printed(finding)} ~{finding.text}" for finding in found) or "-"
