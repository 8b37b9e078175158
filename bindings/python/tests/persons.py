"""Rows of notes, reports, texts, diagnoses, stays and members of tests/vectors, as they print what is right. None: the book lacks the table."""

import functools

from coding import NotInBook, Unreadable


def codes_of(annotation):
    return " ".join(one.code for one in annotation.codes if not one.withheld) or "-"


def noted(book, setting, note):
    return codes_of(book.annotate(note.replace("\\n", "\n"), 0, setting))


def operated(book, phrase):
    read = book.operate(phrase, 20251201)
    return " ".join(f"({one.code})" if one.withheld else one.code for one in read) or "-"


def placed(span):
    return f"{span.offset}+{span.length}"


def scanned(book, last, text):
    """Phrases, and where they stand in the units of the text."""
    found = book.scan(text, last == "whole")
    phrases = " ".join(f"{one.kind}:{one.code or '-'}" for one in found.phrases) or "-"
    return phrases, " ".join(placed(one.span) for one in found.phrases) + "|" + placed(found.rest)


def classed(book, diagnosis, version):
    try:
        of = book.ccsr(diagnosis, None if version == "-" else version)
    except NotInBook:
        return "not-in-book - -"
    names = [" ".join(one.name for one in of.categories)] + [one and one.name for one in (of.inpatient, of.outpatient)]
    return " ".join(name or "-" for name in names)


@functools.lru_cache(maxsize=None)
def has_scores(book):
    return book.risk_has("v28", 2026)


@functools.lru_cache(maxsize=None)
def has_grouper(book):
    try:
        return bool(book.group(version=431))
    except NotInBook:
        return False


def stay_line(version, stay):
    sex, discharge, *words = stay.split()
    return " ".join([f"version={version}", f"sex={sex if sex in 'MF' else 'U'}", f"discharge={discharge}", *words])


def grouped(book, version, stay):
    if not has_grouper(book):
        return None
    answer = book.group(stay_line(version, stay))
    return f"{answer.first.drg:03} {answer.last.drg:03}"


def queried(book, version, stay):
    if not has_grouper(book):
        return None
    all_of = book.group_queries(stay_line(version, stay))
    told = [f"{one.number} {one.reported} {one.code} {one.severity} {one.drg:03}" for one in all_of.queries]
    return f"{all_of.drg:03} {'; '.join(told) or '-'}"


def thousandths(number):
    return f"{number // 1000}.{number % 1000:03}"


def scored(book, model, year, member):
    """Categories that count, raw and payment."""
    if not has_scores(book):
        return None
    try:
        score = book.risk(member, model=model, year=int(year))
    except (NotInBook, Unreadable):
        return "- - -"
    counting = " ".join(str(one.number) for one in score.categories if not one.lost_to and not one.dropped)
    return f"{counting} {thousandths(score.raw)} {thousandths(score.payment)}".strip()
