"""Charlson and van Walraven, against pycomorb, on made-up patients.

    charlson.py CODING BOOK [PATIENTS [SEED]]

compares every score. Exit 77 where pycomorb is not installed (tests/group/requirements.txt). Codes are
drawn near the edges of the tables: beginnings that are in them, their neighbours, and either with more characters.
"""

import pathlib
import random
import subprocess
import sys

TABLES = pathlib.Path(__file__).resolve().parents[2] / "libcoding" / "tables"
TESTS = [  # our scheme; the peer's score, implementation and weights, for each of our scores
    ("charlson-quan", "icd10", "charlson", "quan", {"charlson": "charlson", "quan": "quan"}),
    ("charlson-quan", "icd9", "charlson", "quan", {"charlson": "charlson", "quan": "quan"}),
    ("charlson-deyo", "icd9", "charlson", "deyo", {"charlson": "charlson"}),
    ("elixhauser-quan", "icd10", "elixhauser", "quan", {"van-walraven": "van_walraven"}),
    ("elixhauser-quan", "icd9", "elixhauser", "quan", {"van-walraven": "van_walraven"}),
]
# Where the peer's table is not what was published: its Deyo has "2OO" for 200, 49 for 490-496, and neither 174, 500 nor
# 456.0-456.2; where the paper says 490-505 it leaves out 497-499, which are no codes. Patients with such codes are left
# out of that comparison.
PEER_ERRS = {"charlson-quan": ("497", "498", "499"), "charlson-deyo": ("200", "497", "498", "499", "174", "500", "4560", "4561", "4562", "5064")}


def published(scheme, version):
    """Beginnings in our table, ranges by their ends alone: what lies between is drawn as a neighbour."""
    for line in (TABLES / "comorbidity_codes.tsv").read_text().splitlines()[1:]:
        name, _, _, system, codes, _ = line.split("\t")
        if (name, system) == (scheme, f"{version}cm"):
            yield from (end.replace(".", "") for code in codes.split() for end in code.split("-"))


def code_near(draw, beginnings, version):
    begin = draw.choice(beginnings)
    kind = draw.random()
    if kind < 0.3:  # a neighbour
        begin = begin[:-1] + draw.choice("0123456789")
    elif kind < 0.45:
        begin = begin[:2] + draw.choice("0123456789") + begin[3:]
    room = (7 if version == "icd10" else 5) - len(begin)
    return begin + "".join(draw.choice("0123456789") for _ in range(draw.randint(0, max(0, min(room, 3)))))


def patients(scheme, version, count, seed):
    draw, beginnings = random.Random(seed), sorted(set(published(scheme, version)))
    for _ in range(count):
        yield [code_near(draw, beginnings, version) for _ in range(draw.choice([1, 2, 3, 5, 8, 12]))]


def answers(coding, book, scheme, version, held):
    run = subprocess.run([coding, "comorbidity", "-b", book, "-s", f"{version}cm", "--scheme", scheme, "--tsv"],
                         input="".join(" ".join(codes) + "\n" for codes in held), capture_output=True, text=True)
    scores = [{} for _ in held]
    for line in run.stdout.splitlines():
        cells = line.split("\t")
        if cells[0] == "score": scores[int(cells[1]) - 1][cells[2]] = int(cells[3])
    return scores


def peer_scores(frame, score, version, implementation, weights):
    import pycomorb
    answer = pycomorb.comorbidity(score, frame, icd_version=version, implementation=implementation,
                                  weights=weights)
    column = [name for name in answer.columns if "core" in name or "ndex" in name][0]
    return dict(zip(answer["id"].to_list(), answer[column].to_list()))


def main():
    try:
        import polars
        import pycomorb  # noqa: F401
    except ImportError:
        print("pycomorb is not installed: skipped")
        return 77
    coding, book = sys.argv[1:3]
    count, seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20000, int(sys.argv[4]) if len(sys.argv) > 4 else 7
    different = 0
    for scheme, version, score, implementation, names in TESTS:
        held = [codes for codes in patients(scheme, version, count, seed)
                if not any(code.startswith(PEER_ERRS.get(scheme, ("-",))) for code in codes)]
        scores = answers(coding, book, scheme, version, held)
        frame = polars.DataFrame({"id": [i for i, codes in enumerate(held) for _ in codes],
                                  "code": [code for codes in held for code in codes]}).with_columns(age=40)
        for ours, weights in names.items():
            theirs, wrong = peer_scores(frame, score, version, implementation, weights), 0
            for i, codes in enumerate(held):
                if scores[i][ours] != theirs.get(i, 0):
                    wrong += 1
                    if wrong <= 5: print(scheme, ours, codes, scores[i][ours], theirs.get(i, 0))
            nonzero = sum(one[ours] != 0 for one in scores)
            print(f"{scheme}, {version}, {ours}: {len(held):,} patients (seed {seed}), {nonzero:,} scores other than 0: {wrong:,} differ")
            different += wrong
    return different > 0


if __name__ == "__main__":
    sys.exit(main())
