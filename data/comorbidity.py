"""AHRQ's Elixhauser comorbidity software refined, version 2026.1, from the package that carries its reference file.

The reference file, a workbook, has the codes of each group and which groups need present on admission; the weights of
the two indices stand as dictionaries in the package's scorer, which is read, never run.
"""

import ast
import io
import xml.etree.ElementTree as ElementTree
import zipfile

PACKAGE, FOLDER = "elixhauser-ahrq 2026.1.3", "elixhauser_ahrq/"
WORKBOOK, SCORER = FOLDER + "data/CMR-Reference-File-v2026-1.xlsx", FOLDER + "scorer.py"
SCHEME, VERSION, UNTIL = "elixhauser-ahrq", "2026.1", 20260930
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

# Whose place a graver group takes, and what CBVD is made of: the rules of AHRQ's mapping program.
INSTEAD_OF = {"CANCER_METS": "CANCER_SOLID CANCER_NSITU", "CANCER_SOLID": "CANCER_NSITU", "DIAB_CX": "DIAB_UNCX",
              "HTN_CX": "HTN_UNCX", "LIVER_SEV": "LIVER_MLD", "RENLFL_SEV": "RENLFL_MOD"}
PARTS = ("CBVD_POA", "CBVD_SQLA")

GROUP_COLUMNS = "scheme version group title poa first_weight second_weight instead_of until because"
CODE_COLUMNS = "scheme version group system codes until because"


def sheets(workbook):
    """The rows of each sheet, as texts; what is empty is None."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as files:
        shared = ["".join(text.text or "" for text in item.iter(SHEET + "t"))
                  for item in ElementTree.fromstring(files.read("xl/sharedStrings.xml")).findall(SHEET + "si")]
        names = sorted(name for name in files.namelist() if name.startswith("xl/worksheets/sheet"))
        return [[[text_of(cell, shared) for cell in row.findall(SHEET + "c")]
                 for row in ElementTree.fromstring(files.read(name)).iter(SHEET + "row")] for name in names]


def text_of(cell, shared):
    value = cell.find(SHEET + "v")
    if value is None:
        return None
    return shared[int(value.text)] if cell.get("t") == "s" else value.text


def weights(source):
    """{group: (readmission, mortality)} out of the scorer's text."""
    held = {target.id: ast.literal_eval(node.value) for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Assign) for target in node.targets
            if isinstance(target, ast.Name) and target.id.endswith("_WEIGHTS")}
    readmission, mortality = held["READMISSION_WEIGHTS"], held["MORTALITY_WEIGHTS"]
    assert readmission.keys() == mortality.keys()
    return {name: (readmission[name], mortality[name]) for name in readmission}


def group_rows(measures, held, because):
    """Groups in the order of the workbook, the parts of CBVD behind them."""
    for cells in measures:
        if cells and (cells[0] or "").startswith("CMR_"):
            name = cells[0].removeprefix("CMR_")
            yield (SCHEME, VERSION, name, cells[1], "yes" if cells[2] == "Yes" else "-", *held[name],
                   INSTEAD_OF.get(name, "-"), UNTIL, because)
    for part in PARTS:
        yield SCHEME, VERSION, part, "Cerebrovascular disease, a part", "part", 0, 0, "-", UNTIL, because


def code_rows(mapping, because):
    head = next(row for row in mapping if row[0] == "ICD-10-CM Diagnosis")
    for row in mapping[mapping.index(head) + 1:]:
        if len(row) == len(head):
            for name, flag in zip(head[3:], row[3:]):
                if flag == "1":
                    yield SCHEME, VERSION, name, "icd10cm", row[0], UNTIL, because


def rows(package):
    """The rows of the two tables."""
    _, measures, mapping = sheets(package.read(WORKBOOK))
    because = f"AHRQ v2026.1, {WORKBOOK.rpartition('/')[2]} in {package.pin}"
    held = weights(package.text(SCORER))
    groups = list(group_rows(measures, held, f"{because}; weights: its scorer"))
    assert {row[2] for row in groups} == held.keys() | set(PARTS)
    return groups, list(code_rows(mapping, because))
