/* Levels of the spine: "C5-C7", "L4-5 and L5-S1". Vertebrae are counted from C1 down, a joint has the number of the one
 * above it; joints of a region are one body part, which says whether it is one, or more (B3.10a). */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "operation/count.h"
#include "operation/several.h"

enum { C1 = 1, C7 = 7, T1 = 8, T12 = 19, L1 = 20, L5 = 24, S1 = 25, LABEL_MOST = 64 };

typedef struct region {
    unsigned    first, last;          /* joints */
    const char *one, *several, *many; /* from 8 on; NULL: no such label */
} region;

static const region regions[] = {
    {C1, C7 - 1, "Cervical Vertebral Joint", "2 or more Cervical Vertebral Joints", NULL},
    {C7, C7, "Cervicothoracic Vertebral Joint", NULL, NULL},
    {T1, T12 - 1, "Thoracic Vertebral Joint", "2 to 7 Thoracic Vertebral Joints",
     "8 or more Thoracic Vertebral Joints"},
    {T12, T12, "Thoracolumbar Vertebral Joint", NULL, NULL},
    {L1, L5 - 1, "Lumbar Vertebral Joint", "2 or more Lumbar Vertebral Joints", NULL},
    {L5, L5, "Lumbosacral Joint", NULL, NULL},
};

/* A vertebra by its letter and number; 0 where there is none. */
static unsigned vertebra(char letter, unsigned number)
{
    switch (coding__to_lower(letter)) {
    case 'c': return number >= 1 && number <= 7 ? C1 + number - 1 : 0;
    case 't': return number >= 1 && number <= 12 ? T1 + number - 1 : 0;
    case 'l': return number >= 1 && number <= 5 ? L1 + number - 1 : 0;
    case 's': return number == 1 ? S1 : 0;
    default: return 0;
    }
}

/* What is read from left to right: the letter that a bare number goes on with, and where a range begins. */
typedef struct reading {
    const char *text;
    size_t      at, stop;
    char        letter;
    unsigned    open; /* the vertebra before a dash, "to" or "through" */
    uint32_t    joints;
} reading;

static bool starts_word(const reading *r)
{
    return !r->at || !(coding__is_letter(r->text[r->at - 1]) || coding__is_digit(r->text[r->at - 1]));
}

/* A vertebra at this place, and behind it; 0, and not moved, where there is none. */
static unsigned next_vertebra(reading *r)
{
    size_t   at = r->at;
    unsigned number = 0;
    char     letter = r->letter;
    if (!starts_word(r)) return 0;
    if (coding__is_letter(r->text[at])) letter = r->text[at++];
    else if (!r->open) return 0; /* a number alone is a level behind a dash only */
    size_t digits = at;
    while (at < r->stop && at < digits + 2 && coding__is_digit(r->text[at]))
        number = number * 10 + (unsigned)(r->text[at++] - '0');
    if (at == digits || (at < r->stop && (coding__is_digit(r->text[at]) || coding__is_letter(r->text[at])))) return 0;
    unsigned found = vertebra(letter, number);
    if (found) r->letter = letter, r->at = at;
    return found;
}

/* Does a dash or a word that says so lead on to the last vertebra of a range? */
static bool leads_on(reading *r)
{
    static const char *const words[] = {"to ", "through ", "thru "};
    size_t                   at = r->at;
    while (at < r->stop && r->text[at] == ' ') at++;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (at + length <= r->stop && coding__text_equal(r->text + at, length, words[i], length))
            return r->at = at + length, true;
    }
    if (at >= r->stop || !strchr("-/", r->text[at])) return false;
    while (at < r->stop && strchr("-/ ", r->text[at])) at++;
    return r->at = at, true;
}

static uint32_t joints_in(const char *text, coding_span span)
{
    reading r = {.text = text, .at = span.offset, .stop = span.offset + span.length};
    while (r.at < r.stop) {
        unsigned found = next_vertebra(&r);
        if (!found) {
            r.at++, r.open = 0;
            continue;
        }
        for (unsigned joint = r.open; joint && joint < found; joint++) r.joints |= 1u << joint;
        r.open = leads_on(&r) ? found : 0;
    }
    return r.joints;
}

static const char *label_of(const region *one, uint32_t joints)
{
    unsigned count = 0;
    for (unsigned joint = one->first; joint <= one->last; joint++) count += joints >> joint & 1;
    if (!count) return NULL;
    if (count >= 8 && one->many) return one->many;
    return count > 1 && one->several ? one->several : one->one;
}

static bool take_label(const coding__report *report, const coding__procedure *procedure, const char *label,
                       coding__several *made)
{
    char              text[LABEL_MOST];
    unsigned          tokens;
    coding__procedure one = *procedure;
    coding__piece     piece = {.span = procedure->region};
    if (!coding__canonical(label, strlen(label), text, sizeof text, &tokens)) return false;
    piece.records = coding__op_records(report->desk->book, text, &piece.record);
    if (!piece.records) return false;
    one.parts.count = 0;
    one.placed = true;
    coding__add_piece(&one.parts, piece);
    coding__add_several(made, &one);
    return true;
}

static bool is_fusion(const coding__report *report, const coding__procedure *procedure)
{
    const coding_book *book = report->desk->book;
    const char        *part = coding__op_part(book, procedure->record);
    if (coding__op_mask(book, procedure->record, CODING__OP_ROOTS) != coding__symbol_bit('G')) return false;
    return !*part || strstr(part, "Vertebral Joint");
}

bool coding__fused(const coding__report *report, const coding__procedure *procedure, coding__several *made)
{
    const coding__procedure *echo;
    if (!is_fusion(report, procedure)) return false;
    uint32_t joints = joints_in(report->text, procedure->region);
    for (size_t at = 0; !joints && (echo = coding__next_echo(report, procedure, &at));)
        joints = joints_in(report->text, echo->region);
    for (size_t i = 0; joints && i < sizeof regions / sizeof *regions; i++) {
        const char *label = label_of(&regions[i], joints);
        if (label) take_label(report, procedure, label, made);
    }
    return made->count != 0;
}
