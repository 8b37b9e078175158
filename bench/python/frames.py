"""A column of pandas or Polars, checked by its accessor; beside it what people do without: a join with a table of
codes, which answers with the table's row, and a lookup that answers yes or no. None of these knows the day."""

import os
import random

os.environ.setdefault("POLARS_MAX_THREADS", "1")  # time is that of all threads: one of them says it plainest


def of_pandas(book, codes, column, system, day, a_code):
    import coding.pandas
    import pandas

    coding.pandas.use(book)
    series = pandas.Series(column, name="code")
    table = pandas.DataFrame({"code": codes, "row": range(len(codes))})
    frame = series.to_frame()
    count = len(column)
    yield ("python.pandas.check", a_code(lambda: series.coding.check(system, day), count), "a category a code")
    yield ("python.peer.pandas.merge", a_code(lambda: frame.merge(table, on="code", how="left"), count), "a left merge")
    yield ("python.peer.pandas.isin", a_code(lambda: series.isin(table["code"]), count), "yes or no")


def of_polars(book, codes, column, system, day, a_code):
    import coding.polars
    import polars

    coding.polars.use(book)
    series = polars.Series("code", column)
    table = polars.DataFrame({"code": codes, "row": range(len(codes))})
    frame, known = series.to_frame(), table["code"].implode()
    count = len(column)
    yield ("python.polars.check", a_code(lambda: series.coding.check(system, day), count), "an Enum a code")
    yield ("python.peer.polars.join", a_code(lambda: frame.join(table, on="code", how="left"), count), "a left join")
    yield ("python.peer.polars.is_in", a_code(lambda: series.is_in(known), count), "yes or no")


def figures(book, codes, count, system, day, a_code):
    """Name, nanoseconds a code, note; of those of the two libraries that are there."""
    column = random.Random(day).choices(codes, k=count)
    for library in (of_pandas, of_polars):
        try:
            yield from library(book, codes, column, system, day, a_code)
        except ImportError:
            continue
