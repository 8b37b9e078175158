"""Sampling and estimating by another hand, compared with the tool on thousands of random samples.

    second.py CODING [ROUNDS]

Only the standard library. The draw is written from the words of include/coding/audit.h and audit/sample.c (SplitMix64,
Floyd); the quantile of Student's t by another way than ours: the density is integrated, by Simpson, over a substitution
that makes its range finite.
"""

import functools
import json
import math
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

MASK = (1 << 64) - 1


def numbers(seed):
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        mixed = ((seed ^ seed >> 30) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ mixed >> 27) * 0x94D049BB133111EB) & MASK
        yield mixed ^ mixed >> 31


def draw(frame, count, seed):
    """A set of `count` of 0 to frame - 1."""
    count, stream, drawn = min(frame, count), numbers(seed), set()
    for last in range(frame - count, frame):
        whole = (1 << 64) - (1 << 64) % (last + 1)
        number = next(stream)
        while number >= whole:
            number = next(stream)
        number %= last + 1
        drawn.add(last if number in drawn else number)
    return sorted(drawn)


def student_below(x, freedom):
    """With x = sqrt(freedom) * tan(a) the density becomes a power of a cosine."""
    past, steps = math.atan(x / math.sqrt(freedom)), 2000
    width = past / steps
    heights = [math.cos(i * width) ** (freedom - 1) for i in range(steps + 1)]
    area = heights[0] + heights[-1] + 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2])
    front = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(math.pi)
    return 0.5 + front * area * width / 3


@functools.lru_cache(None)
def student(probability, freedom):
    low, high = 0.0, 1e4
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if student_below(middle, freedom) < probability else (low, middle)
    return low


def estimate(strata, confidence):
    """Of (claims, amounts read) a stratum: point, error, lower, upper, in cents."""
    point = sum(size * statistics.fmean(read) for size, read in strata)
    variance = 0.0
    for size, read in strata:
        if len(read) < size:
            spread = statistics.variance(read) if len(read) > 1 else math.inf
            variance += size * (size - len(read)) * spread / len(read)
    error = math.sqrt(variance)
    if len(strata) > 1:
        quantile = statistics.NormalDist().inv_cdf(confidence)
    else:
        quantile = student(confidence, max(len(strata[0][1]) - 1, 1))
    half = quantile * error if error else 0
    owed = any(x < 0 for _, read in strata for x in read) if len(strata) == 1 else any(
        statistics.fmean(read) < 0 for _, read in strata)
    lower = point - half if owed else max(point - half, 0)
    return point, error, lower, point + half


def size_for(frame, deviation, precision, confidence):
    infinite = (statistics.NormalDist().inv_cdf(0.5 + confidence / 2) * deviation / precision) ** 2
    return min(frame, math.ceil(infinite / (1 + infinite / frame) - 1e-9))


class Tool:
    def __init__(self, path, folder):
        self.path, self.folder = path, pathlib.Path(folder)

    def ask(self, *words, text=""):
        done = subprocess.run([self.path, "sample", *map(str, words)], input=text, capture_output=True, text=True,
                              check=False)
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout

    def file(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.folder / name


def money(cents):
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02}"


def same(told, computed):
    if told is None:
        return math.isinf(computed)
    return abs(float(told) * 100 - computed) <= 0.51 + 1e-9 * abs(computed)


def amount(rng):
    kind = rng.random()
    return 0 if kind < 0.6 else rng.randint(1, 100000) if kind < 0.97 else -rng.randint(1, 5000)


def check_draw(tool, rng):
    frame, count, seed = rng.choice([1, 2, 10, 1000, 10 ** 6, 2 ** 62]), rng.randint(1, 60), rng.randint(0, 2 ** 63 - 1)
    told = [int(line) - 1 for line in tool.ask("draw", "--frame", frame, "-n", count, "--seed", seed).split()]
    assert told == draw(frame, count, seed), (frame, count, seed)


def check_strata(tool, rng):
    """Each stratum draws with the next seed, and its numbers are inside of it."""
    sizes = [rng.randint(1, 500) for _ in range(rng.randint(2, 6))]
    table = tool.file("strata.tsv", "stratum\tclaims\n" + "".join(f"s{i}\t{n}\n" for i, n in enumerate(sizes)))
    rows = [json.loads(line) for line in
            tool.ask("draw", "--strata", table, "-n", 40, "--seed", 11, "--json").splitlines()]
    assert len(rows) == min(sum(sizes), max(40, sum(min(2, n) for n in sizes)))
    for i, frame in enumerate(sizes):
        told = [row["claim"] - 1 for row in rows if row["stratum"] == f"s{i}"]
        assert told == draw(frame, len(told), 11 + i), (sizes, i)


def check_estimate(tool, rng):
    confidence, frame = rng.choice([0.9, 0.95, 0.8]), rng.randint(1, 5000)
    read = [amount(rng) for _ in range(rng.randint(1, min(frame, 120)))]
    told = json.loads(tool.ask("estimate", "--frame", frame, "--confidence", confidence, "--json",
                               text="".join(f"{money(x)}\n" for x in read)))
    computed = estimate([(frame, read)], confidence)
    for name, value in zip(("point", "error", "lower", "upper"), computed):
        assert same(told[name], value), (frame, read, name, told, computed)
    assert told["found"] == sum(x > 0 for x in read)


def check_stratified(tool, rng):
    strata = {}
    for i in range(rng.randint(2, 5)):
        frame = rng.randint(1, 3000)
        strata[f"stratum {i}"] = (frame, [amount(rng) for _ in range(rng.randint(1, min(frame, 40)))])
    table = tool.file("strata.csv", "".join(f"{name},{size}\n" for name, (size, _) in strata.items()))
    lines = [f"{name},claim,{money(x)}\n" for name, (_, read) in strata.items() for x in read]
    rng.shuffle(lines)
    told = json.loads(tool.ask("estimate", "--strata", table, "--json", text="".join(lines)))
    computed = estimate(list(strata.values()), 0.9)
    for name, value in zip(("point", "error", "lower", "upper"), computed):
        assert same(told[name], value), (strata, name, told, computed)


def check_size(tool, rng):
    frame, deviation, precision = rng.randint(1, 10 ** 6), rng.randint(1, 10 ** 5), rng.randint(1, 10 ** 4)
    told = tool.ask("size", "--frame", frame, "--deviation", money(deviation), "--precision", money(precision), "--tsv")
    assert int(told) == size_for(frame, deviation, precision, 0.9), (frame, deviation, precision)


def main(path, rounds="400"):
    rng = random.Random(20261124)
    checks = [check_draw, check_strata, check_estimate, check_stratified, check_size]
    with tempfile.TemporaryDirectory() as folder:
        tool = Tool(path, folder)
        for _ in range(int(rounds)):
            for check in checks:
                check(tool, rng)
    print(f"{int(rounds) * len(checks)} samples, drawn and judged alike by two hands")


if __name__ == "__main__":
    main(*sys.argv[1:])
