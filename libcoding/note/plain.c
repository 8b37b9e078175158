/* What is told without the book's language: drugs, codes as they are written, and the body mass index. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "note/phrase.h"
#include "note/propose.h"
#include "note/stretch.h"

/* A drug that is often taken for days is one for long where the note says so. */
static bool is_for_long(const coding__note_reader *reader, size_t index)
{
    static const char *const words[] = {"long", "chronic", "chronically", "daily", "maintenance", "on", "takes", NULL};
    if (reader->sentence.passage == CODING_PASSAGE_MEDICATION) return true;
    for (size_t i = 0; i < reader->sentence.count && i < index + 4; i++)
        if (i + 4 > index && coding__is_one_of(reader, i, words)) return true;
    return false;
}

static bool counts(const coding__note_reader *reader, size_t index, coding__note_use use, uint32_t row)
{
    if (use != CODING__NOTE_DRUG) return use == CODING__NOTE_BESIDE;
    bool brief = coding__link_from(reader->desk->book, 0, CODING__LINK_BRIEF, row) != UINT32_MAX;
    return !brief || is_for_long(reader, index);
}

/* Drugs that are taken for long, and words that tell more of what is coded elsewhere. */
static void find_words(coding__note_reader *reader)
{
    const coding_book *book = reader->desk->book;
    for (size_t i = 0; i < reader->sentence.count; i++) {
        uint32_t record = reader->words[i].record;
        if (record == UINT32_MAX) continue;
        coding__note_use use = coding__note_use_of(book, record);
        uint32_t         row = coding__u32(book, CODING__NOTE_WORDS, record, CODING__NOTE_WORD_ROW);
        if (!counts(reader, i, use, row)) continue;
        coding_mention mention = {.span = coding__stretch_span(reader, (coding__stretch){i, i + 1}),
                                  .entry = coding_book_entry(book, row),
                                  .confidence = 1};
        if (!mention.entry.book) continue;
        mention.concept = coding_entry_title(reader->desk, mention.entry, reader->scope.on);
        coding__add_mention(reader, (coding__stretch){i, i + 1}, &mention,
                            (coding__mention_detail){.drug = use == CODING__NOTE_DRUG,
                                                     .index = use == CODING__NOTE_BESIDE});
    }
}

/* The tokens that a code written at one of them takes, at most four: E11 . 65 */
static size_t code_at(const coding__note_reader *reader, size_t at, coding_code *code)
{
    const coding__note_token *token = &reader->sentence.tokens[at];
    const char               *text = coding__token_text(reader, at);
    size_t                    length = 3;
    if (token->kind != CODING__NOTE_WORD || token->length < 3 || token->length > 7 || !coding__is_digit(text[1]))
        return 0;
    if (token->length == 3) { /* B12 is a vitamin and L5 a vertebra: a dot behind it makes it a code */
        size_t left = reader->sentence.length - token->offset;
        if (left < 5 || text[3] != '.') return 0;
        for (length = 4;
             length < left && length < 8 && (coding__is_digit(text[length]) || coding__is_letter(text[length]));)
            length++;
        if (length < 5) return 0;
    } else length = token->length;
    *code = coding_parse(CODING_ICD10CM, text, length).code;
    return *code ? length : 0;
}

static void find_written(coding__note_reader *reader)
{
    coding_code code;
    for (size_t i = 0; i < reader->sentence.count; i++) {
        size_t length = code_at(reader, i, &code);
        if (!length) continue;
        coding_mention  mention = {.entry = coding_find(reader->desk->book, code), .concept = "", .confidence = 1};
        coding__stretch piece = {i, i + 1};
        while (piece.past < reader->sentence.count
               && coding__token_text(reader, piece.past) < coding__token_text(reader, i) + length)
            piece.past++;
        mention.span = coding__stretch_span(reader, piece);
        if (!mention.entry.book && length < 5) continue;
        if (mention.entry.book) mention.concept = coding_entry_title(reader->desk, mention.entry, reader->scope.on);
        coding__add_mention(reader, piece, &mention, (coding__mention_detail){.written = true});
        i = piece.past - 1;
    }
}

/* The Z68 code of a body mass index of an adult; one code a unit from 20 to 39. */
static coding_entry index_entry(const coding_book *book, double value)
{
    char code[16];
    int  whole = (int)value;
    if (whole < 20) snprintf(code, sizeof code, "Z68.1");
    else if (whole < 40) snprintf(code, sizeof code, "Z68.%d", whole);
    else if (whole < 50) snprintf(code, sizeof code, "Z68.4%d", whole < 45 ? 1 : 2);
    else snprintf(code, sizeof code, "Z68.4%d", whole < 60 ? 3 : whole < 70 ? 4 : 5);
    return coding_find(book, coding_parse(CODING_ICD10CM, code, strlen(code)).code);
}

/* "BMI 41", "BMI of 41.2", "BMI: 41" */
static size_t index_value(const coding__note_reader *reader, size_t at, double *value)
{
    if (!coding__text_equal(coding__token_text(reader, at), reader->sentence.tokens[at].length, "bmi", 3)) return 0;
    for (size_t i = at + 1; i < reader->sentence.count && i < at + 4; i++) {
        const coding__note_token *token = &reader->sentence.tokens[i];
        char                      number[8] = "";
        if (token->kind != CODING__NOTE_NUMBER || token->length >= sizeof number) continue;
        memcpy(number, coding__token_text(reader, i), token->length);
        *value = strtod(number, NULL);
        return *value >= 10 && *value < 100 ? i + 1 : 0;
    }
    return 0;
}

static void find_index(coding__note_reader *reader)
{
    double value;
    for (size_t i = 0; i < reader->sentence.count; i++) {
        size_t past = index_value(reader, i, &value);
        if (!past) continue;
        coding_mention mention = {.span = coding__stretch_span(reader, (coding__stretch){i, past}), .confidence = 1};
        mention.entry = index_entry(reader->desk->book, value);
        if (!mention.entry.book) continue;
        mention.concept = coding_entry_title(reader->desk, mention.entry, reader->scope.on);
        coding__add_mention(reader, (coding__stretch){i, past}, &mention, (coding__mention_detail){.index = true});
    }
}

/* "24 weeks", "at 32w4d": whether they are of a pregnancy is seen when the note is read. How long something lasts, or
 * when it is seen again, is not. */
static int weeks_at(const coding__note_reader *reader, size_t at)
{
    static const char *const  units[] = {"weeks", "week", "wks", "wk", "w", "wga", NULL};
    static const char *const  before[] = {"for", "in", "x", "every", "after", "past", "last", "about", "over", NULL};
    static const char *const  behind[] = {"ago", "history", "later", "postpartum", "old", NULL};
    const coding__note_token *token = &reader->sentence.tokens[at];
    char                      text[8] = "", *unit;
    if (token->kind != CODING__NOTE_NUMBER || token->length >= sizeof text) return 0;
    memcpy(text, coding__token_text(reader, at), token->length);
    long weeks = strtol(text, &unit, 10);
    bool tight = coding__to_lower(*unit) == 'w';
    bool loose = !*unit && coding__is_word_of(&reader->sentence, at + 1, units);
    if (weeks < 8 || weeks > 42 || (!tight && !loose)) return 0;
    if (at && coding__is_word_of(&reader->sentence, at - 1, before)) return 0;
    return coding__is_word_of(&reader->sentence, at + (loose ? 2 : 1), behind) ? 0 : (int)weeks;
}

static bool speaks_of_pregnancy(const coding__note_reader *reader)
{
    static const char *const words[] = {"pregnant", "pregnancy", "gestation", "gestational", "gravid",
                                        "iup",      "ega",       "antepartum", "trimester",  NULL};
    for (size_t i = 0; i < reader->sentence.count; i++) {
        const char *text = coding__token_text(reader, i);
        size_t      length = reader->sentence.tokens[i].length;
        bool        parity = length >= 4 && coding__to_lower(text[0]) == 'g' && coding__is_digit(text[1])
                      && coding__to_lower(text[2]) == 'p' && coding__is_digit(text[3]); /* G2P1 */
        if (parity || coding__is_word_of(&reader->sentence, i, words)) return true;
    }
    return false;
}

static void find_weeks(coding__note_reader *reader)
{
    char code[16];
    for (size_t i = 0; i < reader->sentence.count; i++) {
        int weeks = weeks_at(reader, i);
        if (!weeks) continue;
        snprintf(code, sizeof code, "Z3A.%02d", weeks);
        coding_mention mention = {.span = coding__stretch_span(reader, (coding__stretch){i, i + 1}), .confidence = 1};
        mention.entry = coding_find(reader->desk->book, coding_parse(CODING_ICD10CM, code, strlen(code)).code);
        if (!mention.entry.book) continue;
        mention.concept = coding_entry_title(reader->desk, mention.entry, reader->scope.on);
        coding__add_mention(reader, (coding__stretch){i, i + 1}, &mention,
                            (coding__mention_detail){.index = !speaks_of_pregnancy(reader)});
    }
}

/* Follow-up, a cast taken off, what has healed: an injury is then past its active treatment. */
static bool tells_healing(const coding__note_reader *reader, size_t index)
{
    static const char *const  words[] = {"follow", "followup", "healed", "healing", "heals", "postop", "postoperative"};
    const coding__note_token *token = &reader->sentence.tokens[index];
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (coding__text_is(coding__token_text(reader, index), token->length, words[i])) return true;
    static const char *const visits[] = {"visit", "encounter", "care", NULL}, *const later[] = {"subsequent", NULL};
    if (coding__is_word_of(&reader->sentence, index, later) && coding__is_word_of(&reader->sentence, index + 1, visits))
        return true;
    size_t left = reader->sentence.length - token->offset;
    return token->length == 1 && left > 2 && coding__text_equal(coding__token_text(reader, index), 3, "f/u", 3);
}

bool coding__speaks_of_healing(const coding__note_reader *reader)
{
    for (size_t i = 0; i < reader->sentence.count; i++)
        if (tells_healing(reader, i)) return true;
    return false;
}

void coding__find_plain(coding__note_reader *reader)
{
    find_words(reader);
    find_written(reader);
    find_index(reader);
    find_weeks(reader);
    coding__find_statuses(reader);
}
