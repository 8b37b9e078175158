"""Search beside its peers: SQLite's FTS5 and Tantivy over the same titles, inclusion terms and index paths, asked the
same queries in the same run. Recall counts billable codes of ICD-10-CM; time is that of the quickest of several turns.

    search_peers.py [--smoke] [--set FILE] TOOL BENCH TEXTS BOOK

TOOL is `coding`, BENCH bench_search, TEXTS bench_search_texts. Prints TSV: name, figure, unit, note. Without the
module tantivy (bench/search_peers.txt pins it) that peer is left out.
"""

import argparse
import csv
import pathlib
import re
import sqlite3
import statistics
import subprocess
import sys
import time

HITS = 10
HERE = pathlib.Path(__file__).resolve().parent


def row(*columns):
    print(*columns, sep="\t", flush=True)


def words_of(query):
    """The words of a query as the peers are asked for them: letters and digits, any of them."""
    return re.findall(r"\w+", query.lower())


class Sqlite:
    """FTS5 with its Porter stemmer; titles count twice."""

    name, note = "sqlite_fts5", f"SQLite {sqlite3.sqlite_version}, FTS5"

    def __init__(self, texts):
        self.base = sqlite3.connect(":memory:")
        self.base.execute("create virtual table texts using"
                          " fts5(code unindexed, title, terms, tokenize='porter unicode61')")
        self.base.executemany("insert into texts values (?, ?, ?)", texts)
        self.base.execute("insert into texts(texts) values ('optimize')")

    def ask(self, query):
        wanted = " OR ".join(f'"{word}"' for word in words_of(query))
        if not wanted:
            return []
        found = self.base.execute("select code from texts where texts match ? order by bm25(texts, 0, 2, 1) limit ?",
                                  (wanted, HITS))
        return [code for code, in found]


class Tantivy:
    """Tantivy with its English stemmer; titles count twice."""

    def __init__(self, texts):
        import tantivy
        self.name, self.note = "tantivy", tantivy.__version__.split(",")[0].capitalize()
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("code", stored=True, tokenizer_name="raw")
        for field in ("title", "terms"):
            schema.add_text_field(field, tokenizer_name="en_stem")
        self.index = tantivy.Index(schema.build())
        writer = self.index.writer(num_threads=1)
        for code, title, terms in texts:
            writer.add_document(tantivy.Document(code=code, title=title, terms=terms))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def ask(self, query):
        wanted = " ".join(words_of(query))
        if not wanted:
            return []
        read = self.index.parse_query(wanted, ["title", "terms"], field_boosts={"title": 2.0})
        return [self.searcher.doc(at)["code"][0] for _, at in self.searcher.search(read, HITS).hits]


def tell(name, note, microseconds, answers, golds):
    """The rows of one contender."""
    ranked = sorted(microseconds)
    within = [sum(bool(gold & set(answer[:most])) for gold, answer in zip(golds, answers)) / len(golds)
              for most in (1, HITS)]
    note += "; a query over ICD-10-CM, one thread"
    row(f"search.{name}.median", f"{statistics.median(ranked):.1f}", "us", note)
    row(f"search.{name}.p99", f"{ranked[len(ranked) * 99 // 100]:.1f}", "us", note)
    row(f"search.{name}.recall1", f"{within[0]:.3f}", "of 1", f"a right code first, of {len(golds)} queries")
    row(f"search.{name}.recall10", f"{within[1]:.3f}", "of 1", f"a right code among the first {HITS}")


def measure(peer, queries, golds, turns):
    """Asks a peer all queries, several times."""
    quickest = [float("inf")] * len(queries)
    for _ in range(turns):
        answers = []
        for at, query in enumerate(queries):
            began = time.perf_counter_ns()
            answers.append(peer.ask(query))
            quickest[at] = min(quickest[at], (time.perf_counter_ns() - began) / 1000)
    tell(peer.name, peer.note, quickest, answers, golds)


def measure_own(options, queries, golds):
    """libcoding: times by its own program in C, answers by the tool."""
    text = "".join(query + "\n" for query in queries)
    timed = subprocess.run([options.bench, options.book, "--each"], input=text, stdout=subprocess.PIPE, text=True,
                           check=True)
    asked = subprocess.run([options.tool, "search", "-b", options.book, "--codes", "-n", str(HITS)], input=text,
                           stdout=subprocess.PIPE, text=True, check=False)
    times = [float(line) / 1000 for line in timed.stdout.split()]
    tell("libcoding", "libcoding", times, [line.split() for line in asked.stdout.splitlines()], golds)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true", help="a few queries, one turn")
    parser.add_argument("--set", default=HERE.parent / "tests/search/development.tsv", help="the queries")
    for name in ("tool", "bench", "texts", "book"):
        parser.add_argument(name)
    options = parser.parse_args()
    with open(options.set, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[:20 if options.smoke else None]
    queries, golds = [one["query"] for one in rows], [set(one["codes"].split()) for one in rows]
    lines = subprocess.run([options.texts, options.book], capture_output=True, text=True, check=True).stdout
    texts = [line.split("\t") for line in lines.splitlines()]
    measure_own(options, queries, golds)
    turns = 1 if options.smoke else 3
    measure(Sqlite(texts), queries, golds, turns)
    try:
        peer = Tantivy(texts)
    except ImportError:
        print("search_peers.py: tantivy is left out: it is not installed", file=sys.stderr)
        return
    measure(peer, queries, golds, turns)


if __name__ == "__main__":
    main()
