"""Measures build/facts against the official releases, where a folder of them is at hand.

    python data/compare.py [--facts build/facts] [--releases FOLDER] [--show N]

FOLDER is $CODING_RELEASES or ../shared/data. Prints a row an edition and, with --show, the first N differences of
each kind after it. Exit 1 if a billable code is missing or over anywhere, but the two in KNOWN: titles may lack,
validity may not.
"""

import argparse
import os
import pathlib
import sys

import official
import tsv

COLUMNS = ("edition billable_in_facts billable_official missing extra headers_missing headers_extra "
           "titles_different titles_lacking header_titles_different header_titles_lacking shorts_different shorts_lacking out_of_order")


# Tixagevimab and its kin: in the code editor from this day, in no order file before October. The editor is the later word.
KNOWN = {("icd10pcs", 20220401): {"XW023X7", "XW023Y7"}}


def main():
    options = arguments()
    facts = {system: list(tsv.read(options.facts / f"{system}.codes.tsv")) for system in ("icd10cm", "icd10pcs")}
    print("\t".join(COLUMNS.split()))
    sound = True
    for system, first, rows in official.editions(options.releases):
        differences = compared(in_force(facts[system], first), rows)
        print("\t".join(map(str, [f"{system} {first}", *counts(differences)])), flush=True)
        show(differences, options.show)
        extra = differences["extra"] - KNOWN.get((system, first), set())
        sound = sound and not differences["missing"] and not extra
    sys.exit(0 if sound else 1)


def arguments():
    parser = argparse.ArgumentParser(description="Measures facts against official releases.")
    parser.add_argument("--facts", type=pathlib.Path, default=pathlib.Path("build/facts"))
    parser.add_argument("--releases", type=pathlib.Path,
                        default=pathlib.Path(os.environ.get("CODING_RELEASES", "../shared/data")))
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N differences of each kind")
    return parser.parse_args()


def in_force(facts, day):
    day = str(day)
    return {row["code"]: official.Row(row["kind"], row["title"], row["short"]) for row in facts
            if row["first"] <= day and (row["past"] == tsv.OPEN or day < row["past"])}


def compared(ours, theirs):
    """What is counted: the two lists of billable codes, then {kind of difference: what differs}."""
    billable, headers = (parted(ours, theirs, kind) for kind in ("billable", "header"))
    found = {"ours": billable[0], "theirs": billable[1],
             "missing": billable[1] - billable[0], "extra": billable[0] - billable[1],
             "headers missing": headers[1] - headers[0], "headers extra": headers[0] - headers[1]}
    for name, field, common in (("titles", "title", billable[0] & billable[1]),
                                ("header titles", "title", headers[0] & headers[1]),
                                ("shorts", "short", billable[0] & billable[1])):
        pairs = [(code, getattr(ours[code], field), getattr(theirs[code], field)) for code in sorted(common)]
        found[f"{name} different"] = [pair for pair in pairs if pair[1] and pair[1] != pair[2]]
        found[f"{name} lacking"] = [pair for pair in pairs if not pair[1]]
    found["out of order"] = out_of_order(list(ours), list(theirs))
    return found


def out_of_order(ours, theirs):
    """Neighbours of the official order that our rows have the other way round."""
    places = {code: place for place, code in enumerate(ours)}
    common = [code for code in theirs if code in places]
    return [pair for pair in zip(common, common[1:]) if places[pair[0]] > places[pair[1]]]


def parted(ours, theirs, kind):
    return [{code for code, row in rows.items() if row.kind == kind} for rows in (ours, theirs)]


def counts(differences):
    return [len(found) for found in differences.values()]


def show(differences, most):
    for name, found in list(differences.items())[2:]:
        for one in sorted(found)[:most]:
            print("#", name, one)


if __name__ == "__main__":
    main()
