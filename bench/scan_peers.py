"""The text of bench_scan by public matchers of many phrases: ahocorasick_rs in Python, daachorse in Rust.

    scan_peers.py [--smoke] BENCH_SCAN BOOK [BENCH_DAACHORSE]

Both are given the same phrases and the same text in small letters, and asked for the longest match at the leftmost
place. They match letters: no endings, no spellings, no small words between, no ends of words or clauses. Time is CPU
time of the thread. Phrases of less than five letters stand in every other word: NAME.long leaves them out. A peer that is
not installed is named on standard error and left out; bench/scan_peers.txt pins the first.
"""

import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

NOTE = "the same phrases, as letters, in the same text"
LONG = 5


def say(line):
    print(f"bench: {line}", file=sys.stderr)


def row(name, figure, unit, note):
    print(f"{name}\t{figure:.2f}" if figure < 100 else f"{name}\t{figure:.0f}", unit, note, sep="\t", flush=True)


def printed(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace").lower()


def report(name, length, times, found, held):
    row(f"scan.{name}", length / statistics.median(times) * 1000, "MB/s", NOTE)
    row(f"scan.{name}.found", found, "phrases", "found by it")
    row(f"scan.{name}.memory", held / 2**20, "MiB", "that it holds")


def resident():
    fields = pathlib.Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(fields[1]) * 4096


def by_ahocorasick(suffix, phrases, text, rounds):
    try:
        import ahocorasick_rs
    except ImportError as missing:
        return say(f"ahocorasick_rs is left out: {missing}")
    before, times = resident(), []
    automaton = ahocorasick_rs.AhoCorasick(phrases, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    held = resident() - before
    found = len(automaton.find_matches_as_indexes(text))
    for _ in range(rounds):
        began = time.thread_time_ns()
        automaton.find_matches_as_indexes(text)
        times.append(time.thread_time_ns() - began)
    report("ahocorasick_rs" + suffix, len(text.encode()), times, found, held)


def by_daachorse(suffix, program, phrases, text, rounds):
    if not program or not pathlib.Path(program).exists():
        return say("daachorse is left out: cargo build of bench/daachorse makes its program")
    with tempfile.TemporaryDirectory() as folder:
        files = pathlib.Path(folder, "phrases"), pathlib.Path(folder, "text")
        for path, content in zip(files, ("\n".join(phrases) + "\n", text)):
            path.write_text(content, encoding="utf-8")
        *times, found, held = map(int, printed(program, *files, str(rounds)).split())
    report("daachorse" + suffix, len(text.encode()), times, found, held)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true", help="one megabyte, one round")
    parser.add_argument("bench")
    parser.add_argument("book")
    parser.add_argument("daachorse", nargs="?")
    asked = parser.parse_args()
    smoke = ["--smoke"] if asked.smoke else []
    text = printed(asked.bench, asked.book, "--text", *smoke)
    phrases = sorted(set(printed(asked.bench, asked.book, "--phrases").splitlines()))
    rounds = 1 if smoke else 5
    for suffix, least in (("", 1), (".long", LONG)):
        some = [phrase for phrase in phrases if len(phrase) >= least]
        row(f"scan.peers{suffix}.phrases", len(some), "phrases", "different in letters: what the peers look for")
        by_ahocorasick(suffix, some, text, rounds)
        by_daachorse(suffix, asked.daachorse, some, text, rounds)


if __name__ == "__main__":
    main()
