"""Risk adjustment of the exchanges (HHS-HCC), from the package that carries the agency's tables.

A category is named as the agency's programs name it, without HHS_HCC and leading zeros: 35_1, RXC_06, ACF_PrEP. Edits
by age and sex stand in the package's programs alone, as `if age < 18 and code in [...]`: they are read from the text
of these, which is never run.
"""

import ast
import collections
import csv
import io
import json
import re

PACKAGE = "risk-adjustment-model 0.7.1"
ROOT = "risk_adjustment_model/"
MODELS = {"HHS-V07": ("v07", (2023, 2024)), "HHS-V08": ("v08", (2025, 2026))}
METALS = ("Platinum", "Gold", "Silver", "Bronze", "Catastrophic")
OLDEST = 255


def member(model, year, name):
    return f"{ROOT}reference_data/commercial/{MODELS[model][0]}/{year}/{name}"


def said(path):
    """Who says so: the year and file, and the package."""
    return f"{'/'.join(path.split('/')[-2:])} in {PACKAGE}"


def short(category):
    """HHS_HCC035_1 as 35_1; what is no HCC as it is."""
    return re.sub(r"^HHS_HCC0*", "", category)


def files(package, name):
    """(model, year, where it is from, the text) of a file that each year has, or some have."""
    held = set(package.members(ROOT, name))
    for model, (_, years) in MODELS.items():
        for year in years:
            path = member(model, year, name)
            if path in held:
                yield model, year, said(path), package.text(path)


def pairs(text, category):
    for line in text.splitlines():
        code, number = line.split("\t")[:2]
        yield code.strip(), category(number.strip())


def spans(rows):
    """(model, first year, last year, code, category, because) of rows by year; a model's years follow one another."""
    years, because = collections.defaultdict(list), {}
    for model, year, code, category, source in rows:
        years[model, code, category].append(year)
        because[model, code, category, year] = source
    for (model, code, category), had in years.items():
        yield model, min(had), max(had), code, category, because[model, code, category, max(had)]


def maps(package):
    yield from spans((model, year, code, category, source)
                     for model, year, source, text in files(package, "diag_to_category_map.txt")
                     for code, category in pairs(text, lambda number: number.replace(".", "_")))


def is_code(code):
    """Of its NDCs some hold a letter (00117A52902): a compendium's own numbers, which no claim has."""
    return code.isdigit() or len(code) == 5


def treatments(package):
    """(model, first year, last year, NDC or HCPCS code, category, because)."""
    kinds = (("ndc_to_category_map.txt", "RXC_{:0>2}"), ("proc_to_category_map.txt", "RXC_{:0>2}"),
             ("acf_to_category_map.txt", "{}"))
    yield from spans((model, year, code, category, source)
                     for name, form in kinds for model, year, source, text in files(package, name)
                     for code, category in pairs(text, form.format) if is_code(code))


def edits(package):
    """(model, code, kind, sex, lowest age, highest age, category, because)."""
    for model, (module, _) in MODELS.items():
        tree = ast.parse(package.text(f"{ROOT}{module}.py"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef) and re.fullmatch(r"_age_sex_edit_\d+", function.name):
                because = f"{function.name[1:]} of {module}.py in {PACKAGE}"
                for codes, sex, low, high, category in edit(function):
                    for code in codes:
                        yield model, code, "sex" if sex != "-" else "age", sex, low, high, category, because


def treatment_edits(package):
    """(model, NDC or HCPCS code, kind, sex, lowest age, highest age, category, because): no prevention before 12."""
    for _, _, _, code, category, _ in treatments(package):
        if category == "ACF_PrEP_Child":
            yield "HHS-V08", code, "age", "-", 0, 11, "-", f"_determine_acf of v08.py in {PACKAGE}"


def edit(function):
    """(codes, sex, lowest age, highest age, category) of `if CONDITION and dx_code in CODES: return [CATEGORY]`."""
    for choice in ast.walk(function):
        if isinstance(choice, ast.If):
            when, codes = choice.test.values
            found = ast.literal_eval(codes.comparators[0])
            category = short(ast.literal_eval(choice.body[0].value)[0]).replace("NA", "-")
            for sex, low, high in people(when):
                yield [found] if isinstance(found, str) else found, sex, low, high, category


def people(when):
    """(sex, lowest age, highest age) of `age < 6 or age > 18`, `gender == "F"`."""
    if isinstance(when, ast.BoolOp):
        assert isinstance(when.op, ast.Or)
        for value in when.values:
            yield from people(value)
    elif when.left.id == "gender":
        yield {"M": "1", "F": "2"}[when.comparators[0].value], 0, OLDEST
    else:
        age = when.comparators[0].value
        yield {ast.Lt: ("-", 0, age - 1), ast.LtE: ("-", 0, age), ast.Gt: ("-", age + 1, OLDEST),
               ast.GtE: ("-", age, OLDEST)}[type(when.ops[0])]


def newest(package, name):
    """(model, where it is from, what it says) of the newest file of each model."""
    held = {model: (source, json.loads(text)) for model, _, source, text in files(package, name)}
    for model, (source, what) in held.items():
        yield model, source, what


def hierarchies(package):
    for model, source, what in newest(package, "hierarchy_definition.json"):
        for category, row in what.items():
            for child in row["remove_code"]:
                yield model, short(category), short(child), source
    source = f"_determine_acf of v08.py in {PACKAGE}"
    yield "HHS-V08", "RXC_01", "ACF_PrEP", source
    yield "HHS-V08", "1", "ACF_PrEP_Child", source


def categories(package):
    for model, source, what in newest(package, "category_definition.json"):
        for category, row in what.items():
            if row["type"] in ("disease", "rx", "acf"):
                yield model, short(category), row["descr"], "no", source


def coefficients(package):
    """Zeros among them: a category that a model of ages lacks is another thing than one whose group is worth it."""
    for model, year, source, text in files(package, "weights.csv"):
        for row in csv.DictReader(io.StringIO(text)):
            for metal in METALS:
                yield model, "-", year, year, f"{row['model']}_{metal}", row["category"], row[metal], source


def groups(package):
    """(model, does, variable, when, because): categories of which one is counted, whichever there are. A group that a
    year lacks has no coefficient in it."""
    for model, source, what in newest(package, "group_definition.json"):
        for ages, rows in sorted(what.items()):
            members = collections.defaultdict(list)
            for category, group in rows.items():
                members[group].append(short(category))
            for group, of in sorted(members.items()):
                yield model, "groups", group, f"{ages.lower()} & {' '.join(of)}", source
