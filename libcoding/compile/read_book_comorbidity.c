/* The schemes of comorbidity of a book that is extended. Who made the book is a stranger: what is no code of a system,
 * and records that no set has, are left out. */
#include <string.h>

#include "book/book.h"
#include "compile/comorbidity.h"
#include "compile/read_book.h"

typedef struct reading {
    coding__book_reading of;
    uint32_t             left;   /* codes that may still be read: none twice, however often a set points at it */
    uint32_t             groups; /* and groups */
} reading;

/* Names of the groups of a mask, with blanks between. */
static coding__word names_of(const reading *r, uint32_t first, uint32_t count, uint64_t mask)
{
    char   names[512] = "";
    size_t length = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (!(mask >> i & 1)) continue;
        const char *name = coding__text_of(r->of.book, CODING__CMR_GROUPS, first + i, CODING__CMR_GROUP_NAME);
        size_t      more = strlen(name);
        if (length + more + 2 > sizeof names) break;
        if (length) names[length++] = ' ';
        memcpy(names + length, name, more + 1);
        length += more;
    }
    return length ? coding__intern(r->of.model, names, length) : 0;
}

static void read_group(reading *r, uint32_t set, uint32_t first, uint32_t count, uint32_t i)
{
    uint32_t          record = first + i;
    uint64_t          clears = coding__u64(r->of.book, CODING__CMR_GROUPS, record, CODING__CMR_GROUP_CLEARS);
    coding__cmr_group group = {
        .set = set,
        .name = coding__word_at(&r->of, CODING__CMR_GROUPS, record, CODING__CMR_GROUP_NAME),
        .title = coding__word_at(&r->of, CODING__CMR_GROUPS, record, CODING__CMR_GROUP_TITLE),
        .instead_of = names_of(r, first, count, clears),
        .flags = coding__u32(r->of.book, CODING__CMR_GROUPS, record, CODING__CMR_GROUP_FLAGS),
        .origin = coding__origin_at(&r->of, CODING__CMR_GROUPS, record, CODING__CMR_GROUP_ORIGIN),
        .line = coding__u32(r->of.book, CODING__CMR_GROUPS, record, CODING__CMR_GROUP_LINE),
    };
    for (unsigned k = 0; k < 2; k++)
        group.weights[k] = (int32_t)coding__u32(r->of.book, CODING__CMR_GROUPS, record,
                                                CODING__CMR_GROUP_WEIGHT + 4 * k);
    *coding__cmr_group_of(r->of.model, set, group.name) = group;
}

/* A row of the model for each group of the code. */
static void read_code(reading *r, uint32_t set, uint32_t first, uint32_t count, uint32_t record)
{
    uint64_t         groups = coding__u64(r->of.book, CODING__CMR_CODES, record, CODING__CMR_CODE_GROUPS);
    coding__cmr_code code = {
        .code = coding__u64(r->of.book, CODING__CMR_CODES, record, CODING__CMR_CODE_CODE),
        .set = set,
        .origin = coding__origin_at(&r->of, CODING__CMR_CODES, record, CODING__CMR_CODE_ORIGIN),
        .line = coding__u32(r->of.book, CODING__CMR_CODES, record, CODING__CMR_CODE_LINE),
    };
    for (uint32_t i = 0; i < count && code.code && !r->of.model->no_memory; i++) {
        if (!(groups >> i & 1)) continue;
        code.group = coding__word_at(&r->of, CODING__CMR_GROUPS, first + i, CODING__CMR_GROUP_NAME);
        *(coding__cmr_code *)coding__push(r->of.model, &r->of.model->comorbidity.codes, sizeof code) = code;
    }
}

static void read_set(reading *r, uint32_t i)
{
    uint32_t        first = coding__u32(r->of.book, CODING__CMR_SETS, i, CODING__CMR_GROUP);
    uint32_t        groups = coding__u32(r->of.book, CODING__CMR_SETS, i, CODING__CMR_GROUP_COUNT);
    uint32_t        code = coding__u32(r->of.book, CODING__CMR_SETS, i, CODING__CMR_CODE);
    uint32_t        codes = coding__u32(r->of.book, CODING__CMR_SETS, i, CODING__CMR_CODE_COUNT);
    coding__cmr_set set = {
        .scheme = coding__u32(r->of.book, CODING__CMR_SETS, i, CODING__CMR_SCHEME),
        .version = coding__word_at(&r->of, CODING__CMR_SETS, i, CODING__CMR_VERSION),
        .first = coding__u32(r->of.book, CODING__CMR_SETS, i, CODING__CMR_FIRST),
        .until = coding__u32(r->of.book, CODING__CMR_SETS, i, CODING__CMR_UNTIL),
        .origin = coding__origin_at(&r->of, CODING__CMR_SETS, i, CODING__CMR_ORIGIN),
        .by_beginning = coding__u32(r->of.book, CODING__CMR_SETS, i, CODING__CMR_LONGEST) != 0,
        .told = coding__u32(r->of.book, CODING__CMR_SETS, i, CODING__CMR_TOLD) != 0,
    };
    uint32_t number = coding__cmr_set_of(r->of.model, &set);
    if (groups > r->groups) groups = r->groups;
    if (groups > 64) groups = 64;
    r->groups -= groups;
    for (uint32_t k = 0; k < groups && !r->of.model->no_memory; k++) read_group(r, number, first, groups, k);
    for (; codes && r->left && !r->of.model->no_memory; codes--, r->left--) read_code(r, number, first, groups, code++);
}

static void read_exempt(reading *r, uint32_t list)
{
    uint32_t           first, past, begin = coding__u32(r->of.book, CODING__CMR_EXEMPT, list, CODING__CMR_EXEMPT_BITS);
    coding__cmr_exempt exempt = {
        .year = coding__u32(r->of.book, CODING__CMR_EXEMPT, list, CODING__CMR_EXEMPT_UNTIL) / 10000,
        .origin = coding__origin_at(&r->of, CODING__CMR_EXEMPT, list, CODING__CMR_EXEMPT_ORIGIN),
    };
    if (exempt.year < 2016 || exempt.year > 2200) return;
    coding_book_rows(r->of.book, CODING_ICD10CM, &first, &past);
    for (uint32_t row = first; row < past && !r->of.model->no_memory; row++) {
        uint32_t at = row - first;
        if (!(coding__u8(r->of.book, CODING__CMR_BITS, begin + at / 8, 0) >> at % 8 & 1)) continue;
        exempt.code = coding__row_code(r->of.book, row);
        *(coding__cmr_exempt *)coding__push(r->of.model, &r->of.model->comorbidity.exempt, sizeof exempt) = exempt;
    }
}

void coding__take_comorbidity(const coding__book_reading *from)
{
    const coding_book *book = from->book;
    reading            r = {*from, coding__count(book, CODING__CMR_CODES), coding__count(book, CODING__CMR_GROUPS)};
    for (uint32_t i = 0; i < coding__count(book, CODING__CMR_SETS) && !from->model->no_memory; i++) read_set(&r, i);
    uint32_t lists = coding__count(book, CODING__CMR_EXEMPT);
    for (uint32_t i = 0; i < lists && i < 64 && !from->model->no_memory; i++) read_exempt(&r, i);
}
