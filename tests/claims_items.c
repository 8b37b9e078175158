#include "claims_items.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rule/claim.h"

enum { LINE = 1024 };

static void say(claims_words *words, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void say(claims_words *words, const char *format, ...)
{
    if (words->room - words->length < LINE) {
        words->room = words->room * 2 + LINE;
        words->text = realloc(words->text, words->room);
        if (!words->text) abort();
    }
    va_list values;
    va_start(values, format);
    int length = vsnprintf(words->text + words->length, LINE, format, values);
    va_end(values);
    words->length += length < LINE ? (size_t)length : LINE - 1;
}

static void say_text(claims_words *words, const char *name, const char *text)
{
    if (text && *text) say(words, " %s=%s", name, text);
}

static void say_code(claims_words *words, const char *name, coding_code code)
{
    char text[CODING_CODE_TEXT];
    if (code) say(words, " %s%s", name, coding_code_format(code, text));
}

static void say_diagnoses(claims_words *words, const coding_claim *claim)
{
    static const char *const roles[] = {"dx", "admit", "reason", "cause"};
    static const char        poa[] = "-YNUW";
    for (size_t i = 0; i < claim->diagnoses.count; i++) {
        const coding__diagnosis *diagnosis = coding__diagnosis_at(claim, i);
        say(words, "    %s %s %s", roles[diagnosis->role],
            diagnosis->code ? coding_system_name(coding_code_system(diagnosis->code)) : "no code:", diagnosis->text);
        if (diagnosis->poa) say(words, "/%c", poa[diagnosis->poa]);
        say(words, "\n");
    }
}

static void say_procedures(claims_words *words, const coding_claim *claim)
{
    for (size_t i = 0; i < claim->procedures.count; i++)
        say(words, "    pcs %s%s on %u\n",
            coding__procedure_at(claim, i)->code ? "" : "no code: ", coding__procedure_at(claim, i)->text,
            (unsigned)coding__procedure_at(claim, i)->on);
}

static void say_line(claims_words *words, const coding__line *line)
{
    say(words, "    line \"%s\"", line->text);
    for (size_t i = 0; i < CODING__MODIFIERS_MOST; i++) say_code(words, "-", line->modifiers[i]);
    say(words, " x%g $%lld %u", line->units, (long long)line->charge, (unsigned)line->first);
    if (line->last != line->first) say(words, "..%u", (unsigned)line->last);
    say_code(words, "pos=", line->place);
    say_code(words, "rev=", line->revenue);
    for (size_t i = 0; i < CODING__POINTERS_MOST && line->pointers[i]; i++) say(words, " >%u", line->pointers[i]);
    say_text(words, "pointers?", line->pointer_text);
    say_text(words, "modifiers?", line->modifier_text);
    say_text(words, "npi", line->provider);
    say_code(words, "ndc=", line->ndc);
    say(words, "\n");
}

void claims_words_add_claim(claims_words *words, const coding_claim *claim)
{
    coding_claim_options whole = coding_claim_whole(claim);
    say(words, "  %s %u..%u", coding_claim_kind_name(whole.kind), (unsigned)whole.first, (unsigned)whole.last);
    say_text(words, "id", whole.id);
    if (whole.born) say(words, " born=%u", (unsigned)whole.born);
    if (whole.has_age) say(words, " age=%u", (unsigned)whole.age);
    if (whole.sex) say(words, " sex=%s", whole.sex == CODING_SEX_MALE ? "M" : "F");
    say_text(words, "status", whole.discharge);
    say_text(words, "bill", whole.bill);
    say_text(words, "pos", whole.place);
    say_text(words, "npi", whole.provider);
    say(words, " $%lld\n", (long long)whole.charge);
    say_diagnoses(words, claim);
    say_procedures(words, claim);
    for (size_t i = 0; i < claim->lines.count; i++) say_line(words, coding__line_at(claim, i));
}

void claims_words_add(claims_words *words, const coding_claims_item *item)
{
    say(words, "%s", coding_claims_trouble_name(item->trouble));
    say_text(words, "segment", item->segment);
    say(words, " number=%u element=%u offset=%llu", (unsigned)item->number, (unsigned)item->element,
        (unsigned long long)item->offset);
    say_text(words, "version", item->version);
    say(words, "\n");
    if (*item->reason) say(words, "  %s\n", item->reason);
    if (item->claim) claims_words_add_claim(words, item->claim);
}

static const char *next_item(const char *at)
{
    do {
        at = strchr(at, '\n');
        if (!at) return NULL;
        at++;
    } while (*at == ' ');
    return at;
}

bool claims_words_are_whole(const char *words, const char *expected)
{
    for (const char *item = words, *past; item && *item; item = past) {
        past = next_item(item);
        size_t length = past ? (size_t)(past - item) : strlen(item);
        bool   found = strncmp(item, "fine", 4) != 0;
        for (const char *at = expected; at && *at && !found; at = next_item(at)) found = !strncmp(at, item, length);
        if (!found) return false;
    }
    return true;
}

static void drain(coding_desk *desk, coding_claims *claims, claims_words *words)
{
    for (coding_claims_item item; coding_claims_next(claims, &item);) {
        claims_words_add(words, &item);
        coding_desk_clear(desk);
    }
}

/* Each piece in memory of its own, to the byte, and gone afterwards: what is read too late, a sanitizer sees. */
static void feed(coding_desk *desk, coding_claims *claims, const char *text, size_t length, claims_words *words)
{
    char *piece = malloc(length + !length);
    if (!piece) abort();
    memcpy(piece, text, length);
    coding_claims_feed(claims, piece, length);
    drain(desk, claims, words);
    memset(piece, '?', length);
    free(piece);
}

claims_words claims_items(coding_desk *desk, const char *text, size_t length, claims_pieces pieces)
{
    claims_words   words = {0};
    coding_claims *claims = coding_claims_new(desk);
    size_t         at = pieces.first < length ? pieces.first : length;
    say(&words, "%s", claims ? "" : "no reader\n");
    if (at) feed(desk, claims, text, at, &words);
    for (size_t size; at < length; at += size) {
        size = length - at < pieces.piece ? length - at : pieces.piece;
        feed(desk, claims, text + at, size, &words);
    }
    coding_claims_finish(claims);
    drain(desk, claims, &words);
    coding_claims_free(claims);
    return words;
}
