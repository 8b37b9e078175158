"""What replaced a code: the agencies' conversion tables, kept as far as they agree with the days of validity.

pycomorb's table of ICD-10-CM 2015 to 2027 was looked at and left: it keeps when a code came, and has lost from which.
"""

import days


def sound(pair, validity):
    """The old code was billable until the day before, the new one is billable on the day."""
    old, new, first = pair
    old_spans, new_spans = validity.get(old, ()), validity.get(new, ())
    return (days.stands(old_spans, days.before(first)) and not days.stands(old_spans, first)
            and days.stands(new_spans, first))


def rows(system, pairs, validity, because):
    """system code successor first because; and how many pairs were dropped."""
    kept = [pair for pair in pairs if sound(pair, validity)]
    return [(system, *pair, because) for pair in sorted(kept)], len(pairs) - len(kept)
