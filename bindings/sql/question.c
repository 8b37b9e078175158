#include "sql.h"

#include <stdio.h>
#include <string.h>

static bool fail(coding_error *error, const char *reason, coding__words about)
{
    *error = (coding_error){.status = CODING_MISUSE};
    snprintf(error->reason, sizeof error->reason, "%s", reason);
    snprintf(error->at, sizeof error->at, "%.*s", about.length < 64 ? (int)about.length : 64, about.bytes);
    return false;
}

static bool is(coding__words words, const char *name)
{
    return words.length == strlen(name) && !memcmp(words.bytes, name, words.length);
}

static coding_system own_system(coding__words name)
{
    for (unsigned i = CODING_OWN_FIRST; i <= CODING_OWN_LAST; i++)
        if (is(name, coding_system_name((coding_system)i))) return (coding_system)i;
    return CODING_ANY;
}

static coding_system system_of(const coding__question *question, coding__words name)
{
    const coding_book *book = question->desk ? coding_desk_book(question->desk) : NULL;
    coding_system      system = book ? coding_book_system(book, name.bytes, name.length)
                                     : coding_system_parse(name.bytes, name.length);
    return system == CODING_ANY ? own_system(name) : system;
}

bool coding__question_system(coding__question *question, coding__named *named, coding__words name,
                             coding_error *error)
{
    if (named->length && named->length == name.length && !memcmp(named->name, name.bytes, name.length)) {
        question->system = named->system;
        return true;
    }
    question->system = system_of(question, name);
    if (question->system == CODING_ANY && !is(name, "any")) return fail(error, "there is no such code system", name);
    if (name.length > sizeof named->name) return true;
    memcpy(named->name, name.bytes, name.length);
    named->length = name.length;
    named->system = question->system;
    return true;
}

static coding__words without_time(coding__words day)
{
    enum { ISO_DAY = 10 };
    bool timed = day.length > ISO_DAY && (day.bytes[ISO_DAY] == ' ' || day.bytes[ISO_DAY] == 'T');
    return timed ? (coding__words){day.bytes, ISO_DAY} : day;
}

bool coding__question_day(coding__question *question, coding__words day, coding_error *error)
{
    coding__words date = without_time(day);
    question->on = coding_date_parse(date.bytes, date.length);
    if (question->on || is(day, "0")) return true;
    return fail(error, "this is no day of the calendar", day);
}

bool coding__question_day_number(coding__question *question, int64_t day, coding_error *error)
{
    bool possible = day >= 0 && day <= 99991231;
    question->on = possible ? (coding_date)day : 0;
    if (possible && (!day || coding_date_after(question->on) || coding_date_before(question->on))) return true;
    char text[24];
    int  length = snprintf(text, sizeof text, "%lld", (long long)day);
    return fail(error, "this is no day of the calendar", (coding__words){text, (size_t)length});
}

/* Without a book there is still what its form says of a code of a built-in system. */
bool coding__needs_book(const coding__question *question, const coding__function *function)
{
    bool own = question->system >= CODING_OWN_FIRST && question->system <= CODING_OWN_LAST;
    if (question->desk || !*function->arguments) return false;
    return !function->bookless || question->system == CODING_ANY || own;
}

void coding__rows_reason(const coding__rowset *rows, const coding__table *table, coding_error *error)
{
    const char *reason = rows->status == CODING_NOT_IN_BOOK ? "this book lacks what would answer that day"
                                                            : coding_status_text(rows->status);
    *error = (coding_error){.status = rows->status};
    if (rows->refusal.status) {
        *error = rows->refusal;
        return;
    }
    snprintf(error->reason, sizeof error->reason, "%s", reason);
    snprintf(error->at, sizeof error->at, "%s", table->name);
}

size_t coding__place(coding__words text, size_t offset)
{
    size_t place = 0;
    for (size_t i = 0; i < offset && i < text.length; i++) place += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
    return place;
}

const char *coding__argument_name(const coding__table *table, char argument)
{
    switch (argument) {
    case 't': return table->subject;
    case 's': return table->arguments[0] == 's' ? table->subject : "in_system";
    case 'd': return "day";
    case 'n': return "count";
    default: return NULL;
    }
}

const char *coding__day_text(uint64_t day, char text[16])
{
    snprintf(text, 16, "%04u-%02u-%02u", (unsigned)(day / 10000 % 10000), (unsigned)(day / 100 % 100),
             (unsigned)(day % 100));
    return text;
}

void coding__cell_text(coding__cell *cell, const char *text)
{
    cell->kind = CODING__CELL_TEXT;
    cell->text = text;
    cell->none = !text || !*text;
}

void coding__cell_code(coding__cell *cell, coding_code code)
{
    coding__cell_text(cell, code ? coding_code_format(code, cell->printed) : NULL);
}

void coding__cell_number(coding__cell *cell, coding__cell_kind kind, uint64_t number)
{
    cell->kind = kind;
    cell->number = number;
    cell->none = kind == CODING__CELL_DAY && !number;
}
