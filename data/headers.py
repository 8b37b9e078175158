"""Which rows without a bill must stand where billable codes stand.

In every ICD-10-CM order file of FY2016 to FY2026 the headers are the prefixes of three and more characters of the
billable codes, the 7th character and the X that hold its place taken off: 0 missing, 0 over. The one exception is
H54.512, which FY2018 to FY2023 pass over: a release that lists the codes below and not the prefix has the last word.
"""


def above(code):
    """The headers that the format asks for above an ICD-10-CM code, longest first."""
    stem = code[:6].rstrip("X") if len(code) == 7 else code[:-1]
    return [stem[:length] for length in range(len(stem), 2, -1)]


def implied(billable, release):
    """The headers above `billable`, less those that `release` (its rows, in any container) passes over."""
    headers = {header for code in billable for header in above(code)}
    passed_over = {header for code in billable if code in release for header in above(code) if header not in release}
    return headers - passed_over
