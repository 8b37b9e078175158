"""The same as a Spark job: the book goes once to each executor, whose workers map the one file.

    over_spark.py BOOK FOLDER [--udf arrow|pandas] [--workers 2]

asks of FOLDER/members and FOLDER/stays; the answers go to FOLDER/spark-arrow or FOLDER/spark-pandas. On a cluster
the package is installed beside Python on each executor, and its own session is given to `ship` and `job`.
"""

import argparse
import os
import pathlib
import sys

import pandas as pd
import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql.functions import arrow_udf, pandas_udf
from pyspark.sql.pandas.types import from_arrow_type

import ask
from clock import Clock

HERE = pathlib.Path(__file__).resolve().parent


def session(workers, scratch):
    """A driver of this machine alone, which listens on the loopback, with a heap of 1 GB."""
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    asked = {
        "spark.driver.memory": "1g", "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.local.dir": str(scratch),
        "spark.sql.warehouse.dir": str(scratch), "spark.sql.parquet.compression.codec": "zstd",
        "spark.log.level": "ERROR",
    }  # fmt: skip
    return SparkSession.builder.master(f"local[{workers}]").appName("libcoding").config(map=asked).getOrCreate()


def ship(spark, book):
    """What a worker needs beside the package: the book, and the questions."""
    spark.sparkContext.addFile(str(book))
    spark.sparkContext.addPyFile(str(HERE / "ask.py"))


def on_arrow(question, kind, name):
    """The book `name` lies where Spark has put it; a worker's first batch opens it."""

    def answer(*columns: pa.Array) -> pa.Array:
        return question(ask.book(SparkFiles.get(name)), *columns)

    return arrow_udf(answer, from_arrow_type(kind))


def on_pandas(question, kind, name):
    """For Spark before 4.1, which hands over no Arrow columns: lists become objects of Python, and back."""

    def answer(*columns: pd.Series) -> pd.DataFrame:
        said = question(ask.book(SparkFiles.get(name)), *map(pa.Array.from_pandas, columns))
        return pd.DataFrame(dict(zip(said.type.names, (column.to_numpy() for column in said.flatten()))))

    return pandas_udf(answer, from_arrow_type(kind))


UDFS = {"arrow": on_arrow, "pandas": on_pandas}


def job(spark, book, folder, udf):
    for name, (question, names, kind) in ask.QUESTIONS.items():
        clock = Clock()
        answer = UDFS[udf](question, kind, book.name)
        table = spark.read.parquet(str(folder / name))
        said = table.select("id", answer(*names).alias("said")).select("id", "said.*")
        said.write.parquet(str(folder / f"spark-{udf}" / name), mode="overwrite")
        print(clock.line(f"spark-{udf}", name, table.count()), flush=True)


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("book", type=pathlib.Path)
    asked.add_argument("folder", type=pathlib.Path)
    asked.add_argument("--udf", choices=UDFS, default="arrow")
    asked.add_argument("--workers", type=int, default=2)
    said = asked.parse_args()
    folder = said.folder.resolve()
    spark = session(said.workers, folder / "scratch")
    ship(spark, said.book)
    job(spark, said.book, folder, said.udf)
    spark.stop()


if __name__ == "__main__":
    main()
