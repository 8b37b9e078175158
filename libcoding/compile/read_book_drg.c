/* The MS-DRG grouper of a book that is extended: kept as it lies, its texts and origins aside, unless tables of it are
 * read too, which then make it anew. Weights of more years join those that are there. */
#include <string.h>

#include "book/book.h"
#include "compile/read_book.h"
#include "compile/weave.h"

/* Its sections, and the field of each that is a text (NOTHING: none). */
enum { NOTHING = UINT16_MAX };
static const struct {
    coding__section section;
    unsigned        text;
} kept[] = {
    {CODING__DRG_VERSIONS, NOTHING},
    {CODING__DRG_ATTRIBUTES, CODING__DRG_ATTRIBUTE_NAME},
    {CODING__DRG_SETS, NOTHING},
    {CODING__DRG_CODES, NOTHING},
    {CODING__DRG_PLACES, NOTHING},
    {CODING__DRG_COLLECTIONS, NOTHING},
    {CODING__DRG_EXCLUDED, NOTHING},
    {CODING__DRG_CLUSTERS, CODING__DRG_CLUSTER_NAME},
    {CODING__DRG_LISTS, NOTHING},
    {CODING__DRG_MEMBERS, NOTHING},
    {CODING__DRG_LEADS, NOTHING},
    {CODING__DRG_MDCS, NOTHING},
    {CODING__DRG_FORMULAS, CODING__DRG_FORMULA_TEXT},
    {CODING__DRG_HACS, CODING__DRG_HAC_TEXT},
    {CODING__DRG_PROGRAMS, NOTHING},
    {CODING__DRG_ROLES, NOTHING},
    {CODING__DRG_TITLES, CODING__DRG_TITLE_TEXT},
};
_Static_assert(sizeof kept / sizeof *kept == CODING__DRG_KEPT, "a vector a section");

static void take_record(const coding__book_reading *r, size_t which, uint32_t i)
{
    coding__section section = kept[which].section;
    unsigned char  *at = coding__push(r->model, &r->model->drg.kept[which], coding__section_forms[section].width);
    memcpy(at, coding__record(r->book, section, i), coding__section_forms[section].width);
    if (kept[which].text != NOTHING)
        coding__store32(at + kept[which].text, coding__word_at(r, section, i, kept[which].text));
    if (section != CODING__DRG_VERSIONS) return;
    uint32_t origin = coding__origin_of(r, coding__load32(at + CODING__DRG_VERSION_ORIGIN));
    coding__store32(at + CODING__DRG_VERSION_ORIGIN, origin);
}

static void take_weight(const coding__book_reading *r, uint32_t i)
{
    coding__drg_weight row = {
        .drg = (uint16_t)coding__u16(r->book, CODING__DRG_WEIGHTS, i, CODING__DRG_WEIGHT_DRG),
        .flags = (uint8_t)coding__u8(r->book, CODING__DRG_WEIGHTS, i, CODING__DRG_WEIGHT_FLAGS),
        .first = coding__u32(r->book, CODING__DRG_WEIGHTS, i, CODING__DRG_WEIGHT_FIRST),
        .until = coding__u32(r->book, CODING__DRG_WEIGHTS, i, CODING__DRG_WEIGHT_UNTIL),
        .weight = coding__u32(r->book, CODING__DRG_WEIGHTS, i, CODING__DRG_WEIGHT_WEIGHT),
        .geometric = (uint16_t)coding__u16(r->book, CODING__DRG_WEIGHTS, i, CODING__DRG_WEIGHT_GEOMETRIC),
        .arithmetic = (uint16_t)coding__u16(r->book, CODING__DRG_WEIGHTS, i, CODING__DRG_WEIGHT_ARITHMETIC),
        .origin = coding__origin_at(r, CODING__DRG_WEIGHTS, i, CODING__DRG_WEIGHT_ORIGIN),
        .line = coding__u32(r->book, CODING__DRG_WEIGHTS, i, CODING__DRG_WEIGHT_LINE),
    };
    *(coding__drg_weight *)coding__push(r->model, &r->model->drg.weights, sizeof row) = row;
}

void coding__take_drg(const coding__book_reading *r)
{
    for (uint32_t i = 0; i < coding__count(r->book, CODING__DRG_WEIGHTS); i++) take_weight(r, i);
    if (r->model->drg.kept[0].count) return; /* of a book before this one */
    for (size_t which = 0; which < CODING__DRG_KEPT; which++)
        for (uint32_t i = 0; i < coding__count(r->book, kept[which].section) && !r->model->no_memory; i++)
            take_record(r, which, i);
}

static void write_kept(coding__weave *weave, size_t which)
{
    const coding__vector *records = &weave->model->drg.kept[which];
    size_t                width = coding__section_forms[kept[which].section].width;
    for (size_t i = 0; i < records->count && !weave->model->no_memory; i++) {
        unsigned char *at = coding__writer_add(&weave->writer, kept[which].section);
        memcpy(at, (const unsigned char *)records->items + i * width, width);
        if (kept[which].text == NOTHING) continue;
        uint32_t word = coding__load32(at + kept[which].text);
        coding__store32(at + kept[which].text, coding__writer_text(&weave->writer, word));
    }
}

void coding__write_kept_drg(coding__weave *weave)
{
    for (size_t which = 0; which < CODING__DRG_KEPT; which++) write_kept(weave, which);
}
