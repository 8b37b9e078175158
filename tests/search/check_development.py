#!/usr/bin/env python3
"""Checks the development set: python3 tests/search/check_development.py [RELEASES]

Form: ids count from 1, every third is held back, kinds are known, no query stands twice. Against RELEASES (else
$CODING_RELEASES, else ../shared/data): every gold code is billable in FY2026, or a HCPCS code of July 2024. Where the
releases are not at hand the second check is skipped by name. Exit 1 if the set is not so.
"""
import gzip
import os
import pathlib
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = ["id", "kind", "query", "codes", "part", "because"]
KINDS = {"patient", "chart", "misspelt", "clinical"}


def check_form(rows):
    seen = set()
    for number, cells in enumerate(rows, 1):
        if len(cells) != len(COLUMNS) or any(cell != " ".join(cell.split()) or not cell for cell in cells):
            yield f"row {number}: {len(cells)} columns, or an empty cell, or stray blanks"
            continue
        ident, kind, query, codes, part, _ = cells
        if ident != str(number):
            yield f"row {number}: the id is {ident}"
        if kind not in KINDS:
            yield f"{ident}: kind {kind}"
        if part != ("held" if number % 3 == 0 else "tune"):
            yield f"{ident}: part {part}"
        if query.casefold() in seen:
            yield f"{ident}: {query!r} stands twice"
        if len(codes.split()) != len(set(codes.split())):
            yield f"{ident}: a code stands twice"
        seen.add(query.casefold())


def billable(path, member):
    """The codes of an order file whose flag is 1."""
    with zipfile.ZipFile(path) as archive:
        name = next(name for name in archive.namelist() if pathlib.PurePosixPath(name).name == member)
        for line in archive.read(name).decode("latin-1").splitlines():
            if line[14:15] == "1":
                yield line[6:13].strip()


def known_codes(releases):
    codes = set(billable(releases / "icd10cm/releases/cms_2026_dx.zip", "icd10cm_order_2026.txt"))
    codes |= set(billable(releases / "icd10pcs/releases/cms_2026_pr.zip", "icd10pcs_order_2026.txt"))
    with gzip.open(releases / "hcpcs/2024q3/level2_descriptions.tsv.gz", "rt", encoding="utf-8") as lines:
        codes |= {line.split("\t")[0] for line in lines}
    return codes


def main(releases):
    lines = (HERE / "development.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:]]
    trouble = [] if lines[0].split("\t") == COLUMNS else ["the heading is not " + " ".join(COLUMNS)]
    trouble += check_form(rows)
    if (releases / "icd10cm/releases/cms_2026_dx.zip").exists():
        known = known_codes(releases)
        trouble += [f"{cells[0]}: {code} is not billable in FY2026"
                    for cells in rows if len(cells) > 3 for code in cells[3].split() if code not in known]
    else:
        print(f"skipped: gold codes against the FY2026 order files, which are not in {releases}")
    for line in trouble:
        print(line, file=sys.stderr)
    print(f"{len(rows)} queries, {len(trouble)} complaints")
    return 1 if trouble else 0


if __name__ == "__main__":
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("CODING_RELEASES")
    sys.exit(main(pathlib.Path(given) if given else HERE.parents[2] / "shared" / "data"))
