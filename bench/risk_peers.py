"""Members of bench_risk by public packages: hccinfhir and hccpy. Each is warm, and asked the same members.

    risk_peers.py BENCH_RISK BOOK WORK [--smoke]

WORK is a folder of the packages, as tests/group/risk_peers.py installs them.
"""

import statistics
import subprocess
import sys
import time


def members(program, book):
    done = subprocess.run([program, book, "--members"], capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        age, sex, codes = line.split("\t")
        yield int(age), sex, [code.replace(".", "") for code in codes.split()]


def by_hccinfhir():
    from hccinfhir import calculate_raf
    return lambda age, sex, codes: calculate_raf(codes, "CMS-HCC Model V28", age, sex, "00")


def by_hccpy():
    from hccpy.hcc import HCCEngine
    engine = HCCEngine("28")
    return lambda age, sex, codes: engine.profile(codes, age=age, sex=sex, elig="CNA")


def measured(ask, asked, rounds):
    figures = []
    for _ in range(rounds):
        began = time.thread_time_ns()
        for age, sex, codes in asked:
            ask(age, sex, codes)
        figures.append((time.thread_time_ns() - began) / len(asked))
    return statistics.median(figures)


def main():
    program, book, work = sys.argv[1:4]
    sys.path.insert(0, work)
    asked = list(members(program, book))
    if not asked:
        return
    smoke = "--smoke" in sys.argv
    for name, make in (("hccinfhir 0.4.0", by_hccinfhir), ("hccpy 0.1.9", by_hccpy)):
        try:
            make()
        except ImportError as lacking:
            print(f"bench: {name} is left out: {lacking}", file=sys.stderr)
            continue
        figure = measured(make(), asked[:50] if smoke else asked, 1 if smoke else 5)
        print(f"risk.v28.{name.split()[0]}\t{figure:.1f}\tns\t{name}: the same members")


if __name__ == "__main__":
    main()
