"""Rows of notes, stays and members of tests/vectors, as they print what is right. None: the book lacks the table."""

import functools

from coding import NotInBook, Unreadable


def codes_of(annotation):
    return " ".join(one.code for one in annotation.codes if not one.withheld) or "-"


def noted(book, setting, note):
    return codes_of(book.annotate(note.replace("\\n", "\n"), 0, setting))


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
