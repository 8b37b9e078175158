"""AHRQ's comorbidity groups and indices, against a second implementation written from AHRQ's own SAS programs.

    elixhauser.py CODING BOOK ZIP ORDERS [PATIENTS [SEED]]

The formats, the weights, and the arrays of the mapping program are read out of the programs in the zip, CMR_v2025.1;
the steps below stand in the order of the mapping program, and are those of 2022.1, 2023.1 and 2024.1 too. What those
held is found by another way than the book's: 2024.1 by AHRQ's own list of changes, in the zip; the others by the order
files in ORDERS, cms_2023_dx.zip and before. The number of their codes must be AHRQ's. Patients are made up: codes that have a
label, codes that are exempt from present-on-admission reporting, and others; with every indicator, with none at all, in
every quarter since 2015.
"""

import io
import pathlib
import random
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

LETTERS = ["Y", "N", "U", "W", "1", ""]
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

# Codes and labels of the format program of each version.
COUNTS = {"2022.1": (4319, 46), "2023.1": (4432, 47), "2024.1": (4463, 47), "2025.1": (4542, 48)}
# CMR_Index_Program_v2022-1; the weights of 2023.1 and since are equal.
MORTALITY_2022 = {"AUTOIMMUNE": -1, "CANCER_LYMPH": 6, "CANCER_METS": 23, "COAG": 15, "DEPRESS": -9, "HF": 15,
                  "LIVER_SEV": 17, "NEURO_OTH": 23, "RENLFL_SEV": 8, "WGHTLOSS": 14}
LOST_IN_2023 = dict.fromkeys(("O9081", "O9902", "O9903"), "BLDLOSS")
NEW_IN_APRIL_2023 = {"Z91151", "Z91158"}  # in the order file of FY2023, behind the release of 2023.1


def members(path):
    archive = zipfile.ZipFile(path)
    return archive, {name.rsplit("/", 1)[-1]: name for name in archive.namelist()}


def programs(path):
    archive, names = members(path)
    return [archive.read(names[f"CMR_{kind}_Program_v2025-1.sas"]).decode("ascii")
            for kind in ("Format", "Index", "Mapping")]


def added_in_2025(path):
    """Codes of the sheet of added ones in CMR-ChangeLog; the sheet of removed ones must be empty."""
    archive, names = members(path)
    book = zipfile.ZipFile(io.BytesIO(archive.read(next(names[n] for n in names if n.startswith("CMR-ChangeLog")))))
    shared = ["".join(text.text or "" for text in item.iter(SHEET + "t"))
              for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml")).findall(SHEET + "si")]

    def first_column(number):
        rows = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(SHEET + "row")
        cells = (row.find(f"{SHEET}c/{SHEET}v") for row in rows)
        return [shared[int(cell.text)].strip() for cell in cells if cell is not None]

    codes = [set(filter(re.compile(r"[A-Z][0-9][0-9A-Z]{1,5}").fullmatch, first_column(n))) for n in (6, 7)]
    assert not codes[1]
    return codes[0]


def stood_by(folder, year):
    """Billable codes of the order files up to a fiscal year."""
    held = set()
    for file in sorted(pathlib.Path(folder).glob("cms_*_dx.zip")):
        if int(file.name[4:8]) > year:
            continue
        archive, names = members(file)
        order = next(names[n] for n in names if re.fullmatch(r"(?i)icd10cm[_-]order.*\.txt", n) and "addenda" not in n)
        lines = archive.read(order).decode("latin-1").splitlines()
        held.update(line[6:13].strip() for line in lines if line[14:15] == "1")
    return held


def formats(text):
    """Each VALUE statement of PROC FORMAT: {name: {code: label}}."""
    held = {}
    for name, body in re.findall(r"(?is)\bvalue\s+\$(\w+)(.*?);", text):
        labels, waiting = held.setdefault(name.lower(), {}), []
        body = re.sub(r'other\s*=\s*"\s*"', "", body.replace("'", '"'))  # version 41 has single quotes
        for equals, quoted in re.findall(r'(=?)\s*"([^"]*)"', body):
            if equals:
                labels.update((code, quoted) for code in waiting)
                waiting = []
            else:
                waiting.append(quoted.strip())
    return held


def weights(text):
    held = {"rw": {}, "mw": {}}
    for kind, name, number in re.findall(r"\b(rw|mw)([A-Z_]+)\s*=\s*(-?\d+)\s*;", text):
        held[kind][name] = int(number)
    return held


def values(text, array):
    """The texts of an ARRAY statement."""
    return re.findall(r'"(\w+)"', re.search(rf"(?is)ARRAY\s+{array}\b(.*?);", text).group(1))


def labels_of(version, labels, path, orders):
    """COMFMT of a version, out of that of 2025.1."""
    if version == "2025.1":
        return labels
    added = added_in_2025(path)
    labels = {code: label for code, label in labels.items() if code not in added}
    if version == "2024.1":
        return labels
    stood = stood_by(orders, int(version[:4])) - NEW_IN_APRIL_2023
    labels = {code: label for code, label in labels.items() if code in stood}
    return labels if version == "2023.1" else labels | LOST_IN_2023


class Mapping:
    """The data step of the mapping program, and the index program behind it."""

    def __init__(self, version, path, orders):
        format_text, index_text, mapping_text = programs(path)
        self.version, self.year = version, int(version[:4])
        self.formats = formats(format_text)
        self.formats["comfmt"] = labels_of(version, self.formats["comfmt"], path, orders)
        self.weights = weights(index_text)
        if version == "2022.1":
            self.weights["mw"] |= MORTALITY_2022
        self.any_poa = values(mapping_text, "VALANYPOA")
        self.poa = values(mapping_text, "VALPOA")

    def counts(self):
        return len(self.formats["comfmt"]), len(set(self.formats["comfmt"].values()))

    def icdver(self, year, quarter):
        """Version 33 is FY2016; the last that the program knows is that of its own year, and stands for all others."""
        fiscal = year + (quarter == 4)
        return (fiscal if 2016 <= fiscal <= self.year else self.year) - 2016 + 33

    def patient(self, diagnoses, indicators, year, quarter):
        """{group: 1, 0 or None where it is missing}, and the two indices. `indicators` None: POA = 0."""
        flag = dict.fromkeys(self.any_poa, 0)
        flag.update(dict.fromkeys(self.poa + ["CBVD_NPOA", "CBVD"], 0 if indicators else None))
        icdver = self.icdver(year, quarter)
        for i in range(1, len(diagnoses)):
            if diagnoses[i]:
                self.diagnosis(flag, diagnoses[i], indicators[i] if indicators else None, icdver)
        self.exclude(flag, indicators is not None)
        for part in ("CBVD_POA", "CBVD_NPOA", "CBVD_SQLA"):
            del flag[part]
        return flag, self.index(flag, "rw"), self.index(flag, "mw")

    def diagnosis(self, flag, code, indicator, icdver):
        value = self.formats["comfmt"].get(code, "")
        if value in self.any_poa:
            flag[value] = 1
        for label, group in (("DRUG_ABUSEPSYCHOSES", "DRUG_ABUSE"), ("HFHTN_CX", "HTN_CX"),
                             ("HTN_CXRENLFL_SEV", "HTN_CX"), ("HFHTN_CXRENLFL_SEV", "HTN_CX"),
                             ("ALCOHOLLIVER_MLD", "ALCOHOL"), ("VALVE_AUTOIMMUNE", "AUTOIMMUNE")):
            if value == label:
                flag[group] = 1
        if indicator is None:
            return
        exempt = self.formats[f"poaxmpt_v{icdver}fmt"].get(code) == "1"
        if exempt or indicator in ("Y", "W"):
            if value in self.poa:
                flag[value] = 1
            for label, held in (("DRUG_ABUSEPSYCHOSES", "PSYCHOSES"), ("HFHTN_CX", "HF"),
                                ("HTN_CXRENLFL_SEV", "RENLFL_SEV"), ("HFHTN_CXRENLFL_SEV", "HF RENLFL_SEV"),
                                ("CBVD_SQLAPARALYSIS", "PARALYSIS CBVD_SQLA"), ("ALCOHOLLIVER_MLD", "LIVER_MLD"),
                                ("VALVE_AUTOIMMUNE", "VALVE"), ("LIVER_MLD_NEURO", "LIVER_MLD NEURO_OTH"),
                                ("NEURO_OTH_SEIZ", "NEURO_OTH NEURO_SEIZ")):
                if value == label:
                    flag.update(dict.fromkeys(held.split(), 1))
        if not exempt and indicator in ("N", "U") and value == "CBVD_POA":
            flag["CBVD_NPOA"] = 1

    def exclude(self, flag, with_poa):
        if flag["DIAB_CX"] == 1: flag["DIAB_UNCX"] = 0
        if flag["HTN_CX"] == 1: flag["HTN_UNCX"] = 0
        if flag["CANCER_METS"] == 1: flag["CANCER_SOLID"] = flag["CANCER_NSITU"] = 0
        if flag["CANCER_SOLID"] == 1: flag["CANCER_NSITU"] = 0
        if not with_poa:
            return
        if flag["LIVER_SEV"] == 1: flag["LIVER_MLD"] = 0
        if flag["RENLFL_SEV"] == 1: flag["RENLFL_MOD"] = 0
        old = flag["CBVD_POA"] == 0 and flag["CBVD_NPOA"] == 0 and flag["CBVD_SQLA"] == 1
        if flag["CBVD_POA"] == 1 or old: flag["CBVD"] = 1

    def index(self, flag, kind):
        return sum(self.weights[kind][name] * value for name, value in flag.items() if value is not None)


def patients(mapping, count, seed):
    """(diagnoses, indicators or None, year, quarter), made up."""
    draw = random.Random(seed)
    by_label = {}
    for code, label in mapping.formats["comfmt"].items():
        by_label.setdefault(label, []).append(code)
    labels, exempt = sorted(by_label), sorted(mapping.formats["poaxmpt_v42fmt"])
    labelled = sorted(mapping.formats["comfmt"])
    both = sorted(set(labelled) & set().union(*(mapping.formats[f"poaxmpt_v{v}fmt"] for v in range(33, 43))))
    others = ["J189", "R0602", "Z7901", "K922", "S134XXA", "N179", ""]

    def code():
        kind = draw.random()
        if kind < 0.45: return draw.choice(by_label[draw.choice(labels)])
        if kind < 0.7: return draw.choice(labelled)
        if kind < 0.8: return draw.choice(both)
        return draw.choice(exempt) if kind < 0.88 else draw.choice(others)

    for _ in range(count):
        diagnoses = [code() for _ in range(draw.choice([1, 2, 3, 5, 8, 12, 20, 39]))]
        indicators = [draw.choice(LETTERS) for _ in diagnoses] if draw.random() < 0.85 else None
        yield diagnoses, indicators, draw.randint(2015, 2026), draw.randint(1, 4)


def line_of(patient):
    diagnoses, indicators, year, quarter = patient
    words = (f"{code or 'none'}{':' + indicators[i] if indicators else ''}" for i, code in enumerate(diagnoses))
    return f"{' '.join(words)}\t{year}-{quarter * 3 - 1:02d}-15\n"


def answers(coding, book, version, held):
    run = subprocess.run([coding, "comorbidity", "-b", book, "--scheme", f"elixhauser-ahrq@{version}", "--tsv"],
                         input="".join(map(line_of, held)), capture_output=True, text=True)
    states, scores = [{} for _ in held], [{} for _ in held]
    for line in run.stdout.splitlines():
        cells = line.split("\t")
        if cells[0] == "group": states[int(cells[1]) - 1][cells[2]] = cells[3]
        else: scores[int(cells[1]) - 1][cells[2]] = int(cells[3])
    return states, scores


def compare(coding, book, mapping, held):
    """Prints what differs, and answers how many patients do."""
    states, scores = answers(coding, book, mapping.version, held)
    different = flags = ones = missing = 0
    for number, patient in enumerate(held):
        wanted, readmission, mortality = mapping.patient(*patient)
        said = {name: {"present": 1, "unknown": None}.get(states[number].get(name), 0) for name in wanted}
        flags += len(wanted)
        ones += sum(value == 1 for value in wanted.values())
        missing += sum(value is None for value in wanted.values())
        if said != wanted or scores[number] != {"readmission": readmission, "mortality": mortality}:
            different += 1
            if different <= 10:
                print(line_of(patient).strip(), {n: (v, said[n]) for n, v in wanted.items() if v != said[n]},
                      scores[number], readmission, mortality)
    print(f"{mapping.version}: {mapping.counts()[0]:,} codes, {len(held):,} patients, {flags:,} flags ({ones:,} are 1, "
          f"{missing:,} missing), {2 * len(held):,} indices: {different:,} patients differ")
    return different


def each_code(mapping):
    """A patient for each code that any version has, so that none is left out."""
    return [(["J189", code], ["Y", "Y"], mapping.year, 1) for code in sorted(mapping.formats["comfmt"])]


def main():
    coding, book, path, orders = sys.argv[1:5]
    count, seed = (int(word) for word in (sys.argv[5:] + ["30000", "20251001"][len(sys.argv) - 5:])[:2])
    newest = Mapping("2025.1", path, orders)
    different = 0
    for version in COUNTS:
        mapping = Mapping(version, path, orders)
        if mapping.counts() != COUNTS[version]:
            print(f"{version}: {mapping.counts()} codes and labels, not {COUNTS[version]}")
            different += 1
        lost = [(["J189", code], ["Y", "Y"], mapping.year, 1) for code in LOST_IN_2023]
        held = list(patients(newest, count, seed)) + each_code(newest) + lost
        different += compare(coding, book, mapping, held)
    return different > 0


if __name__ == "__main__":
    sys.exit(main())
