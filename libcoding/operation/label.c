/* Labels of an axis and the words of a report. */
#include <string.h>

#include "base/text.h"
#include "entry/values.h"
#include "operation/settle.h"

const char *coding__label_at(const coding__settling *settling, unsigned axis, unsigned symbol)
{
    const coding__report *report = settling->report;
    coding__choice        one = settling->wanted;
    one.axes[axis] &= (uint64_t)1 << symbol;
    coding_code code = coding__first_chosen(report->desk->book, report->on, &one);
    if (!code) return "";
    return coding__value_label(report->desk, coding_code_prefix(code, axis), coding__character_of(symbol));
}

static size_t word_at(const char *text, size_t *begin)
{
    while (text[*begin] && !coding__is_letter(text[*begin]) && !coding__is_digit(text[*begin])) ++*begin;
    size_t past = *begin;
    while (coding__is_letter(text[past]) || coding__is_digit(text[past])) past++;
    return past - *begin;
}

static bool has_word(const char *text, size_t text_length, const char *word, size_t length)
{
    for (size_t at = 0; at < text_length;) {
        while (at < text_length && !coding__is_letter(text[at]) && !coding__is_digit(text[at])) at++;
        size_t past = at;
        while (past < text_length && (coding__is_letter(text[past]) || coding__is_digit(text[past]))) past++;
        if (past > at && coding__text_equal(text + at, past - at, word, length)) return true;
        at = past;
    }
    return false;
}

static bool has_all_words(const char *label, const char *text)
{
    size_t at = 0, length;
    while ((length = word_at(text, &at))) {
        if (!has_word(label, strlen(label), text + at, length)) return false;
        at += length;
    }
    return true;
}

uint64_t coding__labelled(const coding__settling *settling, unsigned axis, const char *text)
{
    uint64_t same = 0, like = 0, spelt = coding__symbols_spelt(text);
    if (spelt) return spelt & settling->seen.axes[axis];
    for (uint64_t rest = settling->seen.axes[axis]; rest; rest &= rest - 1) {
        unsigned    symbol = (unsigned)__builtin_ctzll(rest);
        const char *label = coding__label_at(settling, axis, symbol);
        if (coding__same_label(label, text)) same |= (uint64_t)1 << symbol;
        if (*label && has_all_words(label, text)) like |= (uint64_t)1 << symbol;
    }
    return same ? same : like;
}

/* Words that nearly every label has, and those that a report has without meaning the device. */
static bool says_nothing(const char *word, size_t length)
{
    static const char *const words[] = {"device",   "substitute", "synthetic", "tissue", "and",      "of",
                                        "on",       "the",        "no",        "or",     "other",    "drainage",
                                        "infusion", "monitoring", "qualifier", "none",   "internal", "external",
                                        "open",     "approach",   "in",        "to",     "low",      "technique"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (coding__text_equal(word, length, words[i], strlen(words[i]))) return true;
    return false;
}

/* How many telling words of the label stand in the text; 0 where one does not. */
static unsigned words_met(const char *label, const char *text, size_t text_length)
{
    size_t   at = 0, length;
    unsigned met = 0;
    while ((length = word_at(label, &at))) {
        if (!says_nothing(label + at, length)) {
            if (!has_word(text, text_length, label + at, length)) return 0;
            met++;
        }
        at += length;
    }
    return met;
}

uint64_t coding__label_nearby(const coding__settling *settling, unsigned axis)
{
    coding_span region = settling->procedure->region;
    const char *text = settling->report->text + region.offset;
    unsigned    most = 0;
    uint64_t    best = 0;
    for (uint64_t rest = settling->seen.axes[axis] & ~coding__symbol_bit('Z'); rest; rest &= rest - 1) {
        unsigned symbol = (unsigned)__builtin_ctzll(rest);
        unsigned met = words_met(coding__label_at(settling, axis, symbol), text, region.length);
        if (met && met == most) best |= (uint64_t)1 << symbol;
        if (met > most) most = met, best = (uint64_t)1 << symbol;
    }
    return coding__is_single(best) ? best : 0;
}
