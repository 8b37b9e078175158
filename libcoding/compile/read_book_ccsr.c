/* The clinical categories of a book that is extended. Who made the book is a stranger: what is no code of ICD-10-CM, and
 * numbers that no category has, are left out. */
#include "book/book.h"
#include "compile/read_book.h"

/* A set of the book: where it lies, and its number in the model. */
typedef struct reading {
    coding__book_reading of;
    uint32_t             first, count; /* of its categories */
    uint32_t             set;
} reading;

static coding__word name_of(const reading *r, uint32_t plus)
{
    if (!plus || plus > r->count) return 0;
    return coding__word_at(&r->of, CODING__CCSR_CATEGORIES, r->first + plus - 1, CODING__CCSR_CATEGORY_NAME);
}

static void read_category(const reading *r, uint32_t record)
{
    coding__ccsr_category category = {
        .name = coding__word_at(&r->of, CODING__CCSR_CATEGORIES, record, CODING__CCSR_CATEGORY_NAME),
        .title = coding__word_at(&r->of, CODING__CCSR_CATEGORIES, record, CODING__CCSR_CATEGORY_TITLE),
        .set = r->set,
    };
    *(coding__ccsr_category *)coding__push(r->of.model, &r->of.model->ccsr.categories, sizeof category) = category;
}

static void read_code(const reading *r, const unsigned char *row)
{
    coding__ccsr_code code = {
        .code = coding__load64(row + CODING__CCSR_CODE_CODE),
        .inpatient = name_of(r, coding__load16(row + CODING__CCSR_CODE_INPATIENT)),
        .outpatient = name_of(r, coding__load16(row + CODING__CCSR_CODE_OUTPATIENT)),
        .set = r->set,
        .line = coding__load32(row + CODING__CCSR_CODE_LINE),
    };
    for (size_t i = 0; i < 6; i++)
        code.categories[i] = name_of(r, coding__load16(row + CODING__CCSR_CODE_CATEGORIES + 2 * i));
    if (coding_code_system(code.code) == CODING_ICD10CM && code.categories[0])
        *(coding__ccsr_code *)coding__push(r->of.model, &r->of.model->ccsr.codes, sizeof code) = code;
}

static void read_set(const coding__book_reading *from, uint32_t i)
{
    const coding_book *book = from->book;
    uint32_t           code = coding__u32(book, CODING__CCSR_SETS, i, CODING__CCSR_CODE);
    uint32_t           codes = coding__u32(book, CODING__CCSR_SETS, i, CODING__CCSR_CODE_COUNT);
    coding__ccsr_set   set = {
          .version = coding__word_at(from, CODING__CCSR_SETS, i, CODING__CCSR_VERSION),
          .origin = coding__origin_at(from, CODING__CCSR_SETS, i, CODING__CCSR_ORIGIN),
    };
    reading r = {*from, coding__u32(book, CODING__CCSR_SETS, i, CODING__CCSR_CATEGORY),
                 coding__u32(book, CODING__CCSR_SETS, i, CODING__CCSR_CATEGORY_COUNT),
                 (uint32_t)from->model->ccsr.sets.count};
    if (r.count > coding__count(book, CODING__CCSR_CATEGORIES)) r.count = 0;
    *(coding__ccsr_set *)coding__push(from->model, &from->model->ccsr.sets, sizeof set) = set;
    for (uint32_t k = 0; k < r.count && !from->model->no_memory; k++) read_category(&r, r.first + k);
    for (; codes && !from->model->no_memory; codes--, code++) {
        const unsigned char *row = coding__record(book, CODING__CCSR_CODES, code);
        if (!row) return;
        read_code(&r, row);
    }
}

/* Versions are few; a damaged book may claim any number. */
void coding__take_ccsr(const coding__book_reading *from)
{
    enum { SETS_MOST = 64 };
    for (uint32_t i = 0; i < coding__count(from->book, CODING__CCSR_SETS) && i < SETS_MOST; i++) read_set(from, i);
}
