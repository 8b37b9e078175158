"""Members and stays, asked over Spark and over DuckDB: the answers of the batch calls, and how the book gets there."""

import collections
import contextlib
import io
import json
import os
import pathlib
import re
import shutil
import sys
import time
import unittest

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet
from pyspark import SparkFiles
from pyspark.errors import PythonException
from pyspark.sql.functions import arrow_udf

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import answers  # noqa: E402
import ask  # noqa: E402
import coding  # noqa: E402
import members  # noqa: E402
import over_duckdb  # noqa: E402
import over_spark  # noqa: E402
import plain  # noqa: E402

BOOK = pathlib.Path(os.environ["CODING_BOOK"])
FOLDER = pathlib.Path(os.environ["SPARK_EXAMPLE"])
COUNT = int(os.environ.get("SPARK_EXAMPLE_MEMBERS", "100000"))
ENGINES = ("duckdb", "spark-arrow", "spark-pandas")


def setUpModule():
    """All are asked once, of the same files; each prints its rows as run.py does."""
    global spark
    shutil.rmtree(FOLDER, ignore_errors=True)
    members.write(ask.book(str(BOOK)), FOLDER, COUNT)
    os.chdir(FOLDER)  # before the engine is up, which has its own
    plain.main(BOOK, FOLDER)
    over_duckdb.main(BOOK, FOLDER)
    spark = over_spark.session(2, FOLDER / "scratch")
    over_spark.ship(spark, BOOK)
    for udf in over_spark.UDFS:
        over_spark.job(spark, BOOK, FOLDER, udf)


def tearDownModule():
    spark.stop()


def drawn(name):
    return parquet.read_table(FOLDER / name).combine_chunks()


class Drawn(unittest.TestCase):
    def written(self, folder, **options):
        members.write(ask.book(str(BOOK)), FOLDER / folder, 500, **options)
        return [parquet.read_table(FOLDER / folder / name) for name in ask.QUESTIONS]

    def test_a_seed_draws_the_same_again_and_another_draws_others(self):
        first, again, other = self.written("one"), self.written("two"), self.written("three", seed=2)
        for one, same, another in zip(first, again, other):
            self.assertTrue(one.equals(same))
            self.assertFalse(one["diagnoses"].equals(another["diagnoses"]))

    def test_codes_stand_on_the_day_but_for_one_in_500(self):
        for column, system in (("diagnoses", "icd10cm"), ("procedures", "icd10pcs")):
            flat = pa.compute.list_flatten(drawn("stays")[column])
            rules = np.frombuffer(ask.book(str(BOOK)).verdict_many(flat, system, members.DAY), np.uint8)
            wrong = np.count_nonzero(rules) / len(rules)
            self.assertLess(abs(wrong - (1 / 500 if column == "diagnoses" else 0)), 0.001)

    def test_answers_are_of_many_kinds(self):
        groups, scores = answers.read(FOLDER, "plain", "stays"), answers.read(FOLDER, "plain", "members")
        self.assertGreater(len(set(groups["last"].to_pylist())), 300)
        self.assertGreater(len(set(scores["payment"].to_pylist())), 1000)
        self.assertEqual(set(scores["segment"].to_pylist()), {1, 2, 3, 4, 5, 6})
        self.assertGreater(collections.Counter(groups["reason"].to_pylist())[coding.DrgReturn.GROUPED], 0.7 * COUNT)


class Answers(unittest.TestCase):
    def test_every_engine_answers_as_the_batch_calls_do(self):
        for engine in ENGINES:
            with self.subTest(engine=engine):
                self.assertTrue(answers.compare(FOLDER, engine))
                self.assertEqual(len(answers.read(FOLDER, engine, "members")), COUNT)

    def test_one_answer_that_is_not_the_same_is_found(self):
        table = answers.read(FOLDER, "plain", "members")
        payment = table["payment"].to_numpy().copy()
        payment[7] += 1
        other = table.set_column(2, "payment", pa.array(payment))
        self.assertEqual(answers.differing(table, other), [7])
        self.assertNotEqual(answers.digest(table), answers.digest(other))
        self.assertEqual(len(answers.differing(table, table.slice(1))), COUNT)

    def test_a_member_is_scored_as_if_asked_alone(self):
        said = answers.read(FOLDER, "spark-arrow", "members").to_pylist()
        for member, answer in zip(drawn("members").slice(0, 300).to_pylist(), said):
            with self.subTest(member=member):
                alone = ask.book(str(BOOK)).risk(
                    model="V28", year=2026, age=member["age"], sex="?MF"[member["sex"]], dual=member["dual"],
                    diagnoses=readable(member["diagnoses"]),
                )  # fmt: skip
                self.assertEqual((answer["raw"], answer["payment"], answer["segment"]),
                                 (alone.raw, alone.payment, alone.segment))

    def test_a_stay_is_grouped_as_if_asked_alone(self):
        said = answers.read(FOLDER, "spark-arrow", "stays").to_pylist()
        for stay, answer in zip(drawn("stays").slice(0, 300).to_pylist(), said):
            if len(readable(stay["diagnoses"])) < len(stay["diagnoses"]):
                continue  # what is no code has no spelling that a line of words could hold
            with self.subTest(stay=stay):
                alone = ask.book(str(BOOK)).group(
                    on=stay["discharged"], sex="?MF"[stay["sex"]], discharge=stay["status"],
                    diagnoses=[{"code": code, "poa": poa} for code, poa in zip(stay["diagnoses"], stay["poa"])],
                    procedures=stay["procedures"],
                )  # fmt: skip
                self.assertEqual((answer["first"], answer["last"]), (alone.first.drg, alone.last.drg))

    def test_who_has_no_list_or_no_code_in_it_is_scored_by_age_and_sex(self):
        none = pa.compute.is_null(drawn("members")["diagnoses"])
        self.assertGreater(pa.compute.sum(none).as_py(), 0)
        for engine in ENGINES:
            said = answers.read(FOLDER, engine, "members").filter(none)
            self.assertEqual(set(said["categories"].to_pylist()), {0})
            self.assertGreater(min(said["payment"].to_pylist()), 0)


def readable(codes):
    return [code for code in codes or [] if code.strip() and code not in members.WRONG.to_pylist()]


def mappings(name):
    """Of this process: where it has the book mapped, as /proc/self/smaps tells it."""
    found, path = [], os.path.realpath(SparkFiles.get(name))
    with open("/proc/self/smaps", encoding="utf-8") as smaps:
        for line in smaps:
            words = line.split()
            if not words[0].endswith(":"):
                found.append({"pid": os.getpid(), "path": words[5] if len(words) > 5 else "", "access": words[1],
                              "file": words[3] + ":" + words[4]})  # fmt: skip
            elif words[0] in ("Rss:", "Pss:", "Anonymous:"):
                found[-1][words[0]] = int(words[1])
    return [one for one in found if os.path.realpath(one["path"]) == path]


class Executors(unittest.TestCase):
    def test_workers_map_the_one_file_that_came_with_the_job_and_have_no_page_of_their_own(self):
        name, read = BOOK.name, mappings

        def tell(ids: pa.Array) -> pa.Array:
            ask.book(SparkFiles.get(name)).verify()
            time.sleep(1)  # so that one does not do the work of both
            return pa.array([json.dumps(read(name))] * len(ids))

        rows = spark.range(2, numPartitions=2).select(arrow_udf(tell, "string")("id").alias("said")).collect()
        said = [json.loads(row.said) for row in rows]
        self.assertEqual([len(one) for one in said], [1, 1])
        one, other = (each[0] for each in said)
        self.assertNotEqual(one["pid"], other["pid"])
        self.assertEqual(one["file"], other["file"])
        self.assertNotEqual(one["path"], str(BOOK))
        for each in (one, other):
            self.assertEqual((each["access"], each["Anonymous:"]), ("r--s", 0))
            self.assertGreater(each["Rss:"] * 1024, 0.9 * BOOK.stat().st_size)
            self.assertLess(each["Pss:"], 0.6 * each["Rss:"])

    def test_a_book_that_is_cut_short_ends_the_job_and_says_so(self):
        short = FOLDER / "short.book"
        short.write_bytes(BOOK.read_bytes()[:1000])
        spark.sparkContext.addFile(str(short))
        spark.sparkContext.setLogLevel("OFF")
        question, names, kind = ask.QUESTIONS["members"]
        answer = over_spark.on_arrow(question, kind, short.name)
        with self.assertRaisesRegex(PythonException, "has 1000: it was cut short"):
            spark.read.parquet(str(FOLDER / "members")).select(answer(*names)).collect()
        spark.sparkContext.setLogLevel("ERROR")


class Page(unittest.TestCase):
    def test_the_program_of_the_page_prints_what_stands_under_it(self):
        page = (HERE.parents[2] / "docs/spark.md").read_text(encoding="utf-8")
        program, printed = re.search(r"^```python\n(.*?)^```\n```text\n(.*?)^```$", page, re.M | re.S).groups()
        (FOLDER / "us.book").symlink_to(BOOK)
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(program, "docs/spark.md", "exec"), {"__name__": "__main__"})
        self.assertEqual(said.getvalue().strip(), printed.strip())


if __name__ == "__main__":
    unittest.main()
