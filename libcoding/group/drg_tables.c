/* Titles, weights and attributes of MS-DRG, as the book has them. */
#include <string.h>

#include "group/stay.h"

const char *coding__drg_title(const coding_book *book, uint32_t kind, uint32_t number, uint32_t version)
{
    uint32_t first = 0, past = coding__count(book, CODING__DRG_TITLES);
    while (first < past) {
        uint32_t             middle = first + (past - first) / 2;
        const unsigned char *at = coding__record(book, CODING__DRG_TITLES, middle);
        uint32_t             its = coding__load32(at + CODING__DRG_TITLE_NUMBER);
        bool                 is_before = at[CODING__DRG_TITLE_KIND] < kind
                         || (at[CODING__DRG_TITLE_KIND] == kind
                             && (its < number || (its == number && at[CODING__DRG_TITLE_UNTIL] < version)));
        if (is_before) first = middle + 1;
        else past = middle;
    }
    const unsigned char *at = coding__record(book, CODING__DRG_TITLES, first);
    bool                 found = at && at[CODING__DRG_TITLE_KIND] == kind && at[CODING__DRG_TITLE_FIRST] <= version
                 && coding__load32(at + CODING__DRG_TITLE_NUMBER) == number;
    return found ? coding__text(book, coding__load32(at + CODING__DRG_TITLE_TEXT)) : "";
}

static coding_drg_weight weight_at(const coding_book *book, const unsigned char *at)
{
    return (coding_drg_weight){
        .weight = coding__load32(at + CODING__DRG_WEIGHT_WEIGHT) / 10000.0,
        .geometric = coding__load16(at + CODING__DRG_WEIGHT_GEOMETRIC) / 10.0,
        .arithmetic = coding__load16(at + CODING__DRG_WEIGHT_ARITHMETIC) / 10.0,
        .post_acute = at[CODING__DRG_WEIGHT_FLAGS] & CODING__DRG_POST_ACUTE,
        .special_pay = at[CODING__DRG_WEIGHT_FLAGS] & CODING__DRG_SPECIAL_PAY,
        .source = coding__source(book, coding__load32(at + CODING__DRG_WEIGHT_ORIGIN),
                                 coding__load32(at + CODING__DRG_WEIGHT_LINE)),
    };
}

coding_drg_weight coding_drg_weight_of(const coding_book *book, uint32_t drg, coding_date discharged)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__DRG_WEIGHTS); i++) {
        const unsigned char *at = coding__record(book, CODING__DRG_WEIGHTS, i);
        if (coding__load16(at + CODING__DRG_WEIGHT_DRG) == drg
            && coding__load32(at + CODING__DRG_WEIGHT_FIRST) <= discharged
            && discharged <= coding__load32(at + CODING__DRG_WEIGHT_UNTIL))
            return weight_at(book, at);
    }
    return (coding_drg_weight){.status = CODING_NOT_IN_BOOK};
}

/* Joins the names of a set; answers the length they have or would have. */
static size_t join(const coding_book *book, const coding__bits *has, uint32_t base, char *text)
{
    size_t length = 0;
    for (uint32_t i = 0; i < CODING__DRG_ATTRIBUTE_MOST; i++) {
        if (!coding__has(has, i)) continue;
        const char *name = coding__text_of(book, CODING__DRG_ATTRIBUTES, base + i, CODING__DRG_ATTRIBUTE_NAME);
        size_t      more = strlen(name);
        if (text && length) text[length] = ' ';
        length += length > 0;
        if (text) memcpy(text + length, name, more);
        length += more;
    }
    return length;
}

const char *coding_group_attributes(coding_desk *desk, coding_code code, uint32_t version)
{
    coding_stay          stay = {.version = version};
    uint32_t             number, record = coding__stay_version(desk->book, &stay);
    const unsigned char *found = coding__drg_code(desk->book, code, record, &number);
    if (record == UINT32_MAX || !found) return "";
    coding__bits has = coding__set(desk->book, coding__load16(found + CODING__DRG_CODE_SET));
    uint32_t     base = coding_code_system(code) == CODING_ICD10PCS ? CODING__DRG_ATTRIBUTE_MOST : 0;
    char        *text = coding__arena_take(&desk->arena, join(desk->book, &has, base, NULL) + 1);
    if (text) join(desk->book, &has, base, text);
    return text ? text : "";
}
