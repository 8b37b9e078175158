"""What the programs leave: a table of answers by id, which must not depend on who asked."""

import hashlib

import numpy as np
import pyarrow.parquet as parquet

import ask


def read(folder, engine, name):
    return parquet.read_table(folder / engine / name).sort_by("id").combine_chunks()


def digest(table):
    """Of every number in it, row by row."""
    columns = [np.ascontiguousarray(column.to_numpy(), "<i8") for column in table.columns]
    return hashlib.sha256(np.column_stack(columns).tobytes()).hexdigest()[:16]


def differing(one, other):
    """Ids whose answers are not the same; of other columns or other rows, all of them."""
    if one.column_names != other.column_names or not one["id"].equals(other["id"]):
        return one["id"].to_pylist() or other["id"].to_pylist()
    wrong = np.zeros(len(one), bool)
    for name in one.column_names:
        wrong |= one[name].to_numpy() != other[name].to_numpy()
    return one["id"].to_numpy()[wrong].tolist()


def compare(folder, engine):
    """Lines that say of each question how many answers are those of the batch calls; False where one is not."""
    same = True
    for name in ask.QUESTIONS:
        mine, wanted = read(folder, engine, name), read(folder, "plain", name)
        wrong = differing(mine, wanted)
        same = same and not wrong
        print(f"{engine}\t{name}\t{len(mine) - len(wrong)} of {len(wanted)} as plain\t{digest(mine)}"
              + "".join(f"\t{id} differs" for id in wrong[:3]), flush=True)  # fmt: skip
    return same
