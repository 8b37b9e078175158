#!/usr/bin/env python3
"""Scores the reading of notes on the development set.

    python3 tests/notes/score.py [-b BOOK] [--tsv] [--floor FILE] [--show | --check] CODING

Notes lie beside this file, KIND.txt. None is of a real patient. Each begins with a line "== ID SETTING DAY", then

    codes:       what a coder assigns; a line may hold none
    may:         what may be assigned or not, counted neither way; may be left out
    procedures:  codes of ICD-10-PCS; may be left out

and its text, where [words|n] marks a mention asserted so: n negated, u uncertain, h historical, f family,
y hypothetical, several letters where several hold, and [words] one that is simply so. Marks are taken out before
`CODING note --json` is asked. A third of the notes, by a hash of the id, is held back; those written to tune on (from 16
on, of each kind) have ids that the hash does not hold back.

Figures, by kind and for the part tuned on (tuned), held back (held) and both (all):

    precision, recall, f1   of proposed codes of ICD-10-CM, exact; cat_ of their categories, the first three characters
    assertion               share of the gold mentions met that are asserted as marked
    met                     share of the gold mentions that a mention of the answer touches
    false                   share of proposed codes that are wrong and rest on nothing but mentions that the gold has as
                            negated, family or hypothetical; a family's code of Z80 to Z84 is not among them
    procedures              recall of ICD-10-PCS

Codes of other systems are not looked at. "-" stands where nothing is to be counted.

--floor FILE holds the least figures allowed (for `false` the most), headed TSV: part, kind, figure, least; exit 1 if
one is worse. --show lists what is wrong in the tuned part; the held part is shown to nobody. --check asks `CODING
check` whether each code of the gold stands on its day, and looks at the form.
"""
import argparse
import collections
import dataclasses
import hashlib
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
KINDS = ("clinic", "emergency", "discharge", "operative", "radiology", "pathology", "laboratory", "telephone")
PARTS = ("tuned", "held", "all")
SETTINGS = ("outpatient", "inpatient")
FIGURES = ("precision", "recall", "f1", "cat_precision", "cat_recall", "cat_f1", "assertion", "met", "false",
           "procedures")
LEAST_NOTES = 80
LETTERS = {"negated": "n", "uncertain": "u", "historical": "h", "family": "f", "hypothetical": "y"}
MARK = re.compile(r"\[([^\[\]|]+)(?:\|([nuhfy]+))?\]")
DIAGNOSIS = re.compile(r"[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$")
PROCEDURE = re.compile(r"[0-9A-HJ-NP-Z]{7}$")
FAMILY_CODE = re.compile(r"Z8[0-4]")


@dataclasses.dataclass
class Note:
    """A note, its marks taken out."""
    id: str
    setting: str
    day: str
    gold: dict        # codes, may, procedures: sets
    text: str
    mentions: list    # first byte, byte past it, letters

    @property
    def kind(self):
        return self.id.split("-")[0]

    @property
    def part(self):
        return "tuned" if hashlib.sha256(self.id.encode()).digest()[0] % 3 else "held"


def unmarked(marked):
    """The text without marks, and the mentions that they were."""
    text, mentions, at = b"", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at:mark.start()].encode()
        mentions.append((len(text), len(text) + len(mark[1].encode()), set(mark[2] or "")))
        text += mark[1].encode()
        at = mark.end()
    return (text + marked[at:].encode()).decode(), mentions


def read_note(block):
    """One note from its lines."""
    lines = block.split("\n")
    _, name, setting, day = lines.pop(0).split()
    gold = {"codes": set(), "may": set(), "procedures": set()}
    while lines and lines[0].split(":")[0] in gold:
        key, codes = lines.pop(0).split(":")
        gold[key] = set(codes.split())
    text, mentions = unmarked("\n".join(lines) + "\n")
    return Note(name, setting, day, gold, text, mentions)


def read_notes():
    """Every note, by kind and number."""
    files = [(HERE / f"{kind}.txt").read_text(encoding="utf-8") for kind in KINDS]
    return [read_note(block) for file in files for block in file.strip().split("\n\n")]


def complaints(notes):
    """What is wrong with the form of the set."""
    seen = collections.Counter(note.id for note in notes)
    yield from (f"{name} stands twice" for name, count in seen.items() if count > 1)
    if len(notes) < LEAST_NOTES:
        yield f"{len(notes)} notes, wanted {LEAST_NOTES}"
    for note in notes:
        if note.kind not in KINDS or note.setting not in SETTINGS:
            yield f"{note.id}: kind or setting is not known"
        if re.search(r"[\[\]|]", note.text):
            yield f"{note.id}: a mark is not closed"
        if not note.mentions:
            yield f"{note.id}: no mention"
        if note.gold["codes"] & note.gold["may"]:
            yield f"{note.id}: a code is both wanted and free"
        if not all(map(DIAGNOSIS.match, note.gold["codes"] | note.gold["may"])):
            yield f"{note.id}: a code is none of ICD-10-CM"
        if not all(map(PROCEDURE.match, note.gold["procedures"])):
            yield f"{note.id}: a procedure is none of ICD-10-PCS"


def command_of(options, *words):
    return [options.coding, *words] + (["-b", options.book] if options.book else [])


def check(options, notes):
    """Looks at the form, and asks whether the codes stand; the number of complaints."""
    found = list(complaints(notes))
    rows = [f"{code}\t{note.day}" for note in notes for code in sorted(set().union(*note.gold.values()))]
    done = subprocess.run(command_of(options, "check", "--tsv"), input="\n".join(rows) + "\n", text=True,
                          stdout=subprocess.PIPE, check=False)
    answers = [line for line in done.stdout.splitlines() if line]
    if len(answers) != len(rows):
        found.append(f"{len(rows)} codes were asked, {len(answers)} answered")
    found += [line for line in answers if line.split("\t")[1] != "stands"]
    print("\n".join(found + [f"{len(notes)} notes, {len(rows)} codes, {len(found)} complaints"]))
    return len(found)


def ask(options, note):
    """The answer of the tool."""
    command = command_of(options, "note", "--json", "-d", note.day)
    command += ["--inpatient"] if note.setting == "inpatient" else []
    done = subprocess.run(command, input=note.text.encode(), stdout=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"score.py: {' '.join(command)} ended with {done.returncode} on {note.id}")
    return json.loads(done.stdout)


def span_of(mention):
    first = mention["span"]["offset"]
    return first, first + mention["span"]["length"]


def overlap(one, other):
    return min(one[1], other[1]) - max(one[0], other[0])


def nearest(gold, mentions):
    """The mention that shares most with a gold one, the tightest among equals; None where none touches it."""
    spans = [(overlap(gold, span_of(mention)), -mention["span"]["length"], place)
             for place, mention in enumerate(mentions)]
    best = max(spans, default=(0, 0, 0))
    return mentions[best[2]] if best[0] > 0 else None


def letters_of(mention):
    return {LETTERS[word] for word in mention["assertion"]}


def rests_on_nothing(code, note, mentions):
    """Whether each mention that leads to a code is, by the gold, negated, of the family or hypothetical."""
    marks = [[gold[2] for gold in note.mentions if overlap(gold, span_of(mentions[place])) > 0]
             for place in code["mentions"]]
    letters = set().union(*[mark for at in marks for mark in at])
    if not marks or not all(at and all(mark & set("nfy") for mark in at) for at in marks):
        return False
    return not (letters <= set("f") and FAMILY_CODE.match(code["code"]))


def add_codes(tally, prefix, proposed, wanted, free):
    tally[prefix + "right"] += len(proposed & wanted)
    tally[prefix + "wrong"] += len(proposed - wanted - free)
    tally[prefix + "missed"] += len(wanted - proposed)


def categories(codes):
    return {code[:3] for code in codes}


def add_mentions(tally, note, answer, tell):
    for gold in note.mentions:
        met = nearest(gold, answer["mentions"])
        right = met is not None and letters_of(met) == gold[2]
        tally["mentions"] += 1
        tally["met"] += met is not None
        tally["asserted"] += right
        if met is not None and not right:
            words = note.text.encode()[gold[0]:gold[1]].decode()
            tell(f"{note.id}: {words}: wanted {''.join(sorted(gold[2])) or '-'}, "
                 f"got {''.join(sorted(letters_of(met))) or '-'}")


def count(note, answer, tell):
    """The tally of one note."""
    tally = collections.Counter(notes=1)
    given = [code for code in answer["codes"] if not code["withheld"]]
    proposed = {code["code"] for code in given if DIAGNOSIS.match(code["code"])}
    wanted, free = note.gold["codes"], note.gold["may"]
    add_codes(tally, "", proposed, wanted, free)
    add_codes(tally, "cat_", categories(proposed), categories(wanted), categories(free))
    made = {one["code"] for one in answer.get("operations", []) if not one["withheld"] and not one["open"]}
    add_codes(tally, "pcs_", made, note.gold["procedures"], set())
    wrong = [code for code in given if code["code"] in proposed - wanted - free]
    tally["proposed"] += len(proposed)
    tally["false"] += sum(rests_on_nothing(code, note, answer["mentions"]) for code in wrong)
    for name, codes in (("missed", wanted - proposed), ("wrong", proposed - wanted - free)):
        if codes:
            tell(f"{note.id}: {name} {' '.join(sorted(codes))}")
    add_mentions(tally, note, answer, tell)
    return tally


def share(part, whole):
    return part / whole if whole else None


def figures(tally):
    """The figures of a tally, by name; None where there is nothing to count."""
    given = {"assertion": share(tally["asserted"], tally["met"]), "met": share(tally["met"], tally["mentions"]),
             "false": share(tally["false"], tally["proposed"]),
             "procedures": share(tally["pcs_right"], tally["pcs_right"] + tally["pcs_missed"])}
    for prefix in ("", "cat_"):
        right, wrong, missed = (tally[prefix + name] for name in ("right", "wrong", "missed"))
        given[prefix + "precision"] = share(right, right + wrong)
        given[prefix + "recall"] = share(right, right + missed)
        given[prefix + "f1"] = share(2 * right, 2 * right + wrong + missed)
    return given


def score(options, notes):
    """Tallies by part and kind."""
    tallies = {(part, kind): collections.Counter() for part in PARTS for kind in KINDS + ("all",)}
    for note in notes:
        tell = print if options.show and note.part == "tuned" else lambda text: None
        tally = count(note, ask(options, note), tell)
        for part in (note.part, "all"):
            for kind in (note.kind, "all"):
                tallies[part, kind].update(tally)
    return tallies


def report(options, tallies):
    form = "\t".join(["{}"] * (len(FIGURES) + 3)) if options.tsv else "{:6} {:11} {:5}" + " {:>13}" * len(FIGURES)
    print(form.format("part", "kind", "notes", *FIGURES))
    for (part, kind), tally in tallies.items():
        given = figures(tally)
        shown = ["-" if given[name] is None else f"{given[name]:.3f}" for name in FIGURES]
        print(form.format(part, kind, tally["notes"], *shown))


def fallen(path, tallies):
    """Floors that figures are under, as sentences."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()[1:]
    for part, kind, figure, least, *_ in (line.split("\t") for line in lines):
        value = figures(tallies[part, kind])[figure]
        worse = value is None or (value > float(least) if figure == "false" else value < float(least))
        if worse:
            yield f"{part} {kind} {figure} is {value}, allowed {least}"


def main():
    parser = argparse.ArgumentParser(description="Scores the reading of notes on the development set.")
    parser.add_argument("coding", help="the command to ask")
    parser.add_argument("-b", "--book", help="the book to ask; else the command's own")
    parser.add_argument("--tsv", action="store_true", help="tab-separated columns")
    parser.add_argument("--floor", help="least figures allowed")
    parser.add_argument("--show", action="store_true", help="list what is wrong in the tuned part")
    parser.add_argument("--check", action="store_true", help="check the set itself")
    options = parser.parse_args()
    notes = read_notes()
    if options.check:
        return 1 if check(options, notes) else 0
    tallies = score(options, notes)
    report(options, tallies)
    worse = list(fallen(options.floor, tallies)) if options.floor else []
    print(*worse, sep="\n", end="\n" if worse else "", file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
