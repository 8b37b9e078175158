"""The two questions: columns of Arrow in, a column of structs out. Who runs them makes no difference to the answer."""

import functools

import numpy as np
import pyarrow as pa

import coding

SCORE = pa.struct({"raw": pa.int32(), "payment": pa.int32(), "segment": pa.int16(), "categories": pa.int16()})
GROUP = pa.struct({"first": pa.int16(), "last": pa.int16(), "mdc": pa.int16(), "type": pa.int16(),
                   "reason": pa.int16(), "severity": pa.int16()})  # fmt: skip


@functools.lru_cache(maxsize=None)
def book(path):
    """A process opens a book once. It is mapped: all processes of a machine have the same pages."""
    return coding.open(path)


def struct(kind, columns):
    arrays = [pa.array(np.asarray(memoryview(column))).cast(field.type) for field, column in zip(kind, columns)]
    return pa.StructArray.from_arrays(arrays, fields=list(kind))


def score(of, diagnoses, age, sex, dual):
    """CMS-HCC V28 of payment year 2026, in thousandths."""
    return struct(SCORE, of.risk_many(diagnoses, "V28", 2026, age=age, sex=sex, dual=dual))


def group(of, discharged, diagnoses, poa, procedures, sex, status):
    """MS-DRG of the version in force on the day of discharge."""
    days = discharged.to_numpy(zero_copy_only=False)
    return struct(GROUP, of.group_many(diagnoses, days, poa=poa, procedures=procedures, sex=sex, discharge=status))


#: What is asked: the table, the question, the columns it takes in their order, what a row of its answer is.
QUESTIONS = {
    "members": (score, ["diagnoses", "age", "sex", "dual"], SCORE),
    "stays": (group, ["discharged", "diagnoses", "poa", "procedures", "sex", "status"], GROUP),
}
