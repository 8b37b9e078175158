#!/usr/bin/env python3
"""Risk scores of the exchanges (HHS-HCC) beside risk-adjustment-model 0.7.1, on random members of four benefit years.

    exchange_peers.py --coding build/release/bin/coding --book build/release/us.book --work build/peers/risk

Adults, children and infants, with drugs and services, metal levels, cost sharing and months of enrolment. The raw sum,
the score after cost sharing and the names of all terms must be the package's, or the difference has a reason that the
agency's own tables bear out; a difference without one fails the test. Exit 77 where the package cannot be installed,
or the book has no tables.
"""

import collections
import decimal
import json
import random
import subprocess
import sys

from risk_peers import arguments, install

SEED = 20261124
RUNS = [("HHS-V07", 2023), ("HHS-V07", 2024), ("HHS-V08", 2025), ("HHS-V08", 2026)]
CLASSES = {"HHS-V07": "CommercialModelV07", "HHS-V08": "CommercialModelV08"}
METALS = ("platinum", "gold", "silver", "bronze", "catastrophic")
OTHERS = ["R05", "I10", "Z0000", "M5450", "J069", "K219", "S134XXA"]


def main():
    options = arguments()
    install(options.work)
    failed = 0
    for model, year in RUNS:
        if options.only and options.only not in f"{model} {year}":
            continue
        failed += run(model, year, options)
    sys.exit(1 if failed else 0)


class Pool:
    """What members are drawn from: codes of the package's own tables, those of rare models apart."""

    def __init__(self, held):
        maps = held.reference_files.category_map
        number = {code: {int(category[7:10]) for category in of} for code, of in maps["diag"].items()}
        self.all = sorted(number)
        self.birth = [code for code in self.all if number[code] & set(range(242, 250))]
        self.grave = [code for code in self.all if number[code] & {2, 3, 4, 18, 34, 41, 128, 129, 158, 183, 251, 139}]
        self.drugs = [code for code in sorted(maps["ndc"]) if code.isdigit()]  # the others are no NDCs
        self.drugs += sorted(maps["proc"]) * 40 + sorted(maps.get("acf", [])) * 20


def member(random_, pool):
    age = random_.choice([random_.randint(21, 64), random_.randint(2, 20), random_.choice([0, 0, 1]),
                          random_.choice([2, 5, 6, 11, 12, 17, 18, 19, 20, 21, 49, 50, 60, 70])])
    codes = random_.sample(pool.all, random_.choice([0, 1, 2, 3, 5, 8, 14])) + random_.sample(OTHERS, 1)
    if age < 2 and random_.random() < 0.7:
        codes += random_.sample(pool.birth, random_.randint(1, 2))
    if random_.random() < 0.3:
        codes += random_.sample(pool.grave, random_.randint(1, 2))
    return {"age": age, "sex": random_.choice("MF"), "metal": random_.choice(METALS), "csr": random_.randint(1, 11),
            "days": random_.choice([365, 366, random_.randint(1, 366), random_.randint(1, 190)]), "codes": codes,
            "drugs": random_.sample(pool.drugs, random_.choice([0, 0, 1, 2, 4])) if random_.random() < 0.7 else []}


def line(one):
    words = [f"{name}={one[name]}" for name in ("age", "sex", "metal", "csr", "days")]
    return " ".join(words + ([f"treatments={','.join(one['drugs'])}"] if one["drugs"] else []) + one["codes"])


def ours(members, model, year, options):
    done = subprocess.run([options.coding, "risk", model, str(year), "-b", options.book, "--json"],
                          input="\n".join(map(line, members)) + "\n", capture_output=True, text=True)
    if "no tables" in done.stderr:
        print("skipped: the book has no tables of the exchanges")
        sys.exit(77)
    answers = [json.loads(row) for row in done.stdout.splitlines()]
    assert len(answers) == len(members), (model, year, len(answers), done.stderr[:300])
    return answers


def theirs(held, one):
    ndcs = [code for code in one["drugs"] if code.isdigit()]
    services = [code for code in one["drugs"] if not code.isdigit()]
    return held.score(gender=one["sex"], metal_level=one["metal"].capitalize(), csr_indicator=one["csr"],
                      enrollment_days=one["days"], age=one["age"], diagnosis_codes=one["codes"], ndc_codes=ndcs,
                      proc_codes=services)


def thousandths(value):
    return decimal.Decimal(str(round(value, 3)))


def names(answer):
    """Terms that have a coefficient, by name."""
    return sorted(term["variable"] for term in answer["terms"] if decimal.Decimal(term["coefficient"]))


def its_names(answer):
    return sorted(name for name, row in answer.category_details.items() if row["coefficient"])


def reason(one, answer):
    """Why the package may differ; None where it may not."""
    lost = {(category["name"], category["lost_to"]) for category in answer["categories"]}
    if one["age"] < 2 and lost & {("HHS_HCC107", 113), ("HHS_HCC122", 223)}:
        return "it asks no hierarchy of infants; the agency's comes before all models, and 107 and 122 lose"
    return None


def agrees(one, answer, peer):
    """Halves of a thousandth are rounded up here, to even or as a float falls there."""
    raw, payment = decimal.Decimal(answer["raw"]), decimal.Decimal(answer["payment"])
    factor = decimal.Decimal(answer["cost_sharing"] or 1)
    exact = abs(payment - raw * factor) <= decimal.Decimal("0.0005")
    near = abs(payment - thousandths(peer.score)) <= (0 if raw * factor % decimal.Decimal("0.001") !=
                                                      decimal.Decimal("0.0005") else decimal.Decimal("0.001"))
    return raw == thousandths(peer.score_raw) and exact and near and names(answer) == its_names(peer)


def run(model, year, options):
    import risk_adjustment_model
    held = getattr(risk_adjustment_model, CLASSES[model])(year)
    random_, pool = random.Random(f"{SEED} {model} {year}"), Pool(held)
    members = [member(random_, pool) for _ in range(options.count)]
    tally, bad = collections.Counter(), []
    for one, answer in zip(members, ours(members, model, year, options)):
        peer = theirs(held, one)
        kind = "the same" if agrees(one, answer, peer) else reason(one, answer) or "UNEXPLAINED"
        tally[f"{answer['segment'].partition('_')[0]:7}{kind}"] += 1
        if kind == "UNEXPLAINED":
            bad.append((one, answer["raw"], answer["payment"], names(answer), peer.score_raw, peer.score,
                        its_names(peer)))
    print(f"{model} {year}: {options.count} members", flush=True)
    for kind, count in sorted(tally.items()):
        print(f"    {count:6}  {kind}")
    for row in bad[:4]:
        print("   ", *row)
    return len(bad)


if __name__ == "__main__":
    main()
