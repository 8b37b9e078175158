#include "operation/count.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

static const char coronary[] = "Coronary Artery";

static bool is_artery(const coding__report *report, uint32_t record)
{
    return !strcmp(coding__op_text(report->desk->book, record, CODING__OP_PART), coronary);
}

static bool has_root(const coding__report *report, uint32_t record, char root)
{
    return coding__op_mask(report->desk->book, record, CODING__OP_ROOTS) == coding__symbol_bit(root);
}

/* "Placement of" a stent is a dilation. */
static bool turns_to_stent(const coding__report *report, const coding__procedure *procedure)
{
    if (!has_root(report, procedure->record, 'H')) return false;
    for (size_t i = 0; i < procedure->words.count; i++)
        if (has_root(report, procedure->words.items[i].record, '7')) return true;
    return false;
}

/* By its name, or by an artery that is named beside what is dilated or cleared. */
bool coding__is_coronary(const coding__report *report, const coding__procedure *procedure)
{
    const coding_book *book = report->desk->book;
    if (is_artery(report, procedure->record)) return true;
    bool vessel = has_root(report, procedure->record, '7') || has_root(report, procedure->record, 'C')
                  || turns_to_stent(report, procedure);
    if (!vessel || *coding__op_text(book, procedure->record, CODING__OP_PART)) return false;
    for (size_t i = 0; i < procedure->parts.count; i++)
        if (is_artery(report, procedure->parts.items[i].record)) return true;
    return false;
}

/* Different arteries named between two places of the report. */
static uint32_t arteries_between(const coding__report *report, const coding__pieces *parts, size_t from, size_t past)
{
    uint32_t count = 0;
    for (size_t i = 0; i < parts->count; i++) {
        const coding__piece *one = &parts->items[i];
        bool told = !is_artery(report, one->record) || one->span.offset < from || one->span.offset >= past;
        for (size_t j = 0; j < i && !told; j++) told = parts->items[j].record == one->record;
        count += !told;
    }
    return count;
}

static bool is_bypass(const coding__report *report, const coding__procedure *procedure)
{
    return has_root(report, procedure->record, '1');
}

bool coding__has_stents(const coding__report *report, const coding__procedure *procedure)
{
    return coding__is_coronary(report, procedure) && !is_bypass(report, procedure);
}

bool coding__is_bypass_of_heart(const coding__report *report, const coding__procedure *procedure)
{
    return coding__is_coronary(report, procedure) && is_bypass(report, procedure);
}

const char *coding__arteries_label(const coding__report *report, const coding__procedure *procedure)
{
    static const char *const labels[] = {"Coronary Artery, One Artery", "Coronary Artery, Two Arteries",
                                         "Coronary Artery, Three Arteries", "Coronary Artery, Four or More Arteries"};
    uint32_t                 count = arteries_between(report, &procedure->parts, 0, SIZE_MAX);
    if (is_bypass(report, procedure) && procedure->number) count = procedure->number;
    if (!count && !procedure->from_body) count = arteries_between(report, &report->body.parts, 0, SIZE_MAX);
    return count ? labels[count > 4 ? 3 : count - 1] : NULL;
}

static uint64_t as_many(const coding__settling *settling, const char *label, uint32_t number)
{
    static const char *const words[] = {"Two", "Three", "Four or More"};
    char                     text[96];
    if (number < 2) return coding__labelled(settling, 5, label);
    snprintf(text, sizeof text, "%s %ss", words[number > 4 ? 2 : number - 2], label);
    uint64_t found = coding__labelled(settling, 5, text);
    return found;
}

uint64_t coding__stents(const coding__settling *settling, const char *label, coding_span span)
{
    const coding__procedure *procedure = settling->procedure;
    bool several = span.length && coding__to_lower(settling->report->text[span.offset + span.length - 1]) == 's'
                   && span.length > 3;
    if (procedure->number) return as_many(settling, label, procedure->number);
    if (!several) return as_many(settling, label, 1);
    return as_many(settling, label, 2) | as_many(settling, label, 3) | as_many(settling, label, 4);
}

static bool is_source(const coding__report *report, const coding__piece *piece)
{
    const coding_book *book = report->desk->book;
    for (uint16_t i = 0; i < piece->records; i++) {
        bool heart = coding__u8(book, CODING__OPERATION_WORDS, piece->record + i, CODING__OP_SYSTEM) == '2';
        if (heart && *coding__op_text(book, piece->record + i, CODING__OP_QUALIFIER)) return true;
    }
    return false;
}

static size_t sources_of(const coding__report *report, const coding__procedure *whole, const coding__piece *sources[])
{
    size_t count = 0;
    for (size_t i = 0; i < whole->words.count; i++)
        if (is_source(report, &whole->words.items[i])) sources[count++] = &whole->words.items[i];
    return count;
}

/* Arteries that a source leads to: those named behind it; where there are fewer, what the others leave of the total. */
static uint32_t arteries_from(const coding__report *report, const coding__procedure *whole,
                              const coding__piece *sources[], size_t count, size_t source)
{
    uint32_t own = 0, others = 0;
    for (size_t i = 0; i < count; i++) {
        size_t   past = i + 1 < count ? sources[i + 1]->span.offset : SIZE_MAX;
        uint32_t named = arteries_between(report, &whole->parts, sources[i]->span.offset, past);
        if (i == source) own = named;
        else others += named;
    }
    bool last = source + 1 == count;
    return last && whole->number > others + own ? whole->number - others : own;
}

bool coding__bypass_from(const coding__report *report, const coding__procedure *whole, size_t source,
                         coding__procedure *made)
{
    const coding__piece *sources[CODING__PIECES_MOST];
    if (!coding__is_bypass_of_heart(report, whole)) return false;
    size_t count = sources_of(report, whole, sources);
    if (source >= count) return false;
    *made = *whole;
    made->words.count = 0;
    for (size_t i = 0; i < whole->words.count; i++)
        if (!is_source(report, &whole->words.items[i])) coding__add_piece(&made->words, whole->words.items[i]);
    coding__add_piece(&made->words, *sources[source]);
    made->number = arteries_from(report, whole, sources, count, source);
    made->region = sources[source]->span;
    if (!made->number) made->parts.count = 0;
    return true;
}
