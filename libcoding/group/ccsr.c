/* Clinical categories of a diagnosis.
 *
 * Reads   ccsr.sets, ccsr.categories, ccsr.codes. */
#include <coding/ccsr.h>

#include <string.h>

#include "book/book.h"

/* The record of a version, or of the newest one; UINT32_MAX where the book has it not. */
static uint32_t set_of(const coding_book *book, const char *version)
{
    uint32_t count = coding__count(book, CODING__CCSR_SETS);
    if (!version) return count - 1; /* of none: UINT32_MAX */
    for (uint32_t i = 0; i < count; i++)
        if (!strcmp(coding__text_of(book, CODING__CCSR_SETS, i, CODING__CCSR_VERSION), version)) return i;
    return UINT32_MAX;
}

static const unsigned char *row_of(const coding_book *book, uint32_t set, coding_code code)
{
    uint32_t low = coding__u32(book, CODING__CCSR_SETS, set, CODING__CCSR_CODE);
    uint32_t high = low + coding__u32(book, CODING__CCSR_SETS, set, CODING__CCSR_CODE_COUNT), past = high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (coding__u64(book, CODING__CCSR_CODES, middle, CODING__CCSR_CODE_CODE) < code) low = middle + 1;
        else high = middle;
    }
    const unsigned char *row = low < past ? coding__record(book, CODING__CCSR_CODES, low) : NULL;
    return row && coding__load64(row + CODING__CCSR_CODE_CODE) == code ? row : NULL;
}

/* The category of a number among the set's, plus 1. */
static coding_ccsr_category category_of(const coding_book *book, uint32_t set, uint32_t plus)
{
    uint32_t first = coding__u32(book, CODING__CCSR_SETS, set, CODING__CCSR_CATEGORY);
    uint32_t count = coding__u32(book, CODING__CCSR_SETS, set, CODING__CCSR_CATEGORY_COUNT);
    if (!plus || plus > count) return (coding_ccsr_category){"", ""};
    return (coding_ccsr_category){
        coding__text_of(book, CODING__CCSR_CATEGORIES, first + plus - 1, CODING__CCSR_CATEGORY_NAME),
        coding__text_of(book, CODING__CCSR_CATEGORIES, first + plus - 1, CODING__CCSR_CATEGORY_TITLE),
    };
}

static void fill(coding_ccsr *answer, const coding_book *book, uint32_t set, const unsigned char *row)
{
    uint32_t origin = coding__u32(book, CODING__CCSR_SETS, set, CODING__CCSR_ORIGIN);
    for (size_t i = 0; i < CODING_CCSR_MOST; i++) {
        uint32_t plus = coding__load16(row + CODING__CCSR_CODE_CATEGORIES + 2 * i);
        if (plus) answer->categories[answer->count++] = category_of(book, set, plus);
    }
    answer->inpatient = category_of(book, set, coding__load16(row + CODING__CCSR_CODE_INPATIENT));
    answer->outpatient = category_of(book, set, coding__load16(row + CODING__CCSR_CODE_OUTPATIENT));
    answer->source = coding__source(book, origin, coding__load32(row + CODING__CCSR_CODE_LINE));
}

coding_ccsr coding_ccsr_of(const coding_book *book, coding_code code, const char *version)
{
    coding_ccsr_category none = {"", ""};
    coding_ccsr          answer = {.status = CODING_NOT_IN_BOOK, .version = "", .inpatient = none, .outpatient = none};
    uint32_t             set = set_of(book, version);
    for (size_t i = 0; i < CODING_CCSR_MOST; i++) answer.categories[i] = none;
    if (set == UINT32_MAX) return answer;
    answer.status = CODING_OK;
    answer.version = coding__text_of(book, CODING__CCSR_SETS, set, CODING__CCSR_VERSION);
    const unsigned char *row = row_of(book, set, code);
    if (row) fill(&answer, book, set, row);
    return answer;
}
