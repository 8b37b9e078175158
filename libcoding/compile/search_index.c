/* The Alphabetic Index and its tables as documents: the path of a term leads to its codes. A term that says only "see"
 * leads where the other term leads. The neoplasm table's columns are words of the path; those of the drug table stand
 * side by side below one row, which the path leads to: the query chooses among them. */
#include "compile/search_build.h"

#include <stdlib.h>
#include <string.h>

typedef struct column {
    const char *needed;
    const char *optional;
} column;

static const column neoplasm_columns[] = {
    {"malignant", "primary cancer carcinoma"}, {"malignant secondary", "metastatic metastasis cancer"},
    {"carcinoma situ", "cancer"}, {"benign", "tumor"}, {"uncertain behavior", "tumor"}, {"unspecified behavior", "tumor mass"},
};

static const column *column_of(uint32_t kind, uint32_t number)
{
    return kind == CODING__INDEX_NEOPLASM && number >= 2 && number <= 7 ? &neoplasm_columns[number - 2] : NULL;
}

unsigned coding__build_read_path(coding__build *build, uint32_t term, coding__build_list *list,
                                 uint32_t ends[CODING__BUILD_MOST_LEVELS])
{
    uint32_t path[CODING__BUILD_MOST_LEVELS];
    unsigned levels = 0;
    for (uint32_t at = term + 1; at && levels < CODING__BUILD_MOST_LEVELS;) {
        path[levels++] = at - 1;
        uint32_t parent = coding__u32(build->book, CODING__INDEX, at - 1, CODING__INDEX_PARENT);
        at = parent < at ? parent : 0;
    }
    for (unsigned i = 0; i < levels; i++) {
        uint32_t level = path[levels - 1 - i];
        coding__build_read(build, coding__text_of(build->book, CODING__INDEX, level, CODING__INDEX_TITLE), false, false, list);
        coding__build_read(build, coding__index_text(build->book, level, CODING__INDEX_NEMOD), true, false, list);
        ends[i] = list->count;
    }
    return levels;
}

static void add_code(coding__build *build, uint32_t term, uint32_t code, uint32_t kind, const coding__build_list *path)
{
    uint32_t row = coding__u32(build->book, CODING__INDEX_CODES, code, CODING__INDEX_CODE_ROW);
    uint32_t flags = coding__u8(build->book, CODING__INDEX_CODES, code, CODING__INDEX_CODE_FLAGS);
    if (!row || flags & CODING__INDEX_MANIFESTATION) return;
    coding__build_list list = *path;
    const column      *words = column_of(kind, coding__u8(build->book, CODING__INDEX_CODES, code, CODING__INDEX_CODE_COLUMN));
    if (words) coding__build_read(build, words->needed, false, false, &list);
    if (words) coding__build_read(build, words->optional, true, false, &list);
    if (list.count) coding__build_document_add(build, &build->documents, row - 1, CODING_FIELD_INDEX, term, &list);
}

static void add_drug(coding__build *build, uint32_t term, uint32_t code, const coding__build_list *path)
{
    uint32_t row = coding__u32(build->book, CODING__INDEX_CODES, code, CODING__INDEX_CODE_ROW);
    uint32_t parent = row ? coding__u32(build->book, CODING__ROWS, row - 1, CODING__ROW_PARENT) : 0;
    if (parent) coding__build_document_add(build, &build->documents, parent - 1, CODING_FIELD_INDEX, term, path);
}

static void add_codes_of(coding__build *build, uint32_t holder, uint32_t term, const coding__build_list *path)
{
    uint32_t first = coding__u32(build->book, CODING__INDEX, holder, CODING__INDEX_CODE);
    uint32_t count = coding__u16(build->book, CODING__INDEX, holder, CODING__INDEX_CODES_);
    uint32_t kind = coding__u8(build->book, CODING__INDEX, holder, CODING__INDEX_KIND);
    if (kind == CODING__INDEX_DRUG && count) {
        add_drug(build, term, first, path);
        return;
    }
    for (uint32_t i = 0; i < count; i++) add_code(build, term, first + i, kind, path);
}

/* A component of a "see" as a key: the words of a title, brackets and stop words left out. */
typedef struct key {
    uint32_t items[8];
    uint32_t count;
} key;

static key key_of(coding__build *build, const char *text, size_t length)
{
    char               piece[256];
    coding__build_list list = {.count = 0};
    key                made = {.count = 0};
    if (length >= sizeof piece) return made;
    memcpy(piece, text, length);
    piece[length] = '\0';
    coding__build_read(build, piece, false, false, &list);
    for (uint32_t i = 0; i < list.count && made.count < 8; i++) {
        if (list.items[i] % 4 != CODING__PART_OPTIONAL) made.items[made.count++] = list.items[i] / 4;
    }
    return made;
}

static bool same(const key *a, const key *b)
{
    return a->count && a->count == b->count && memcmp(a->items, b->items, a->count * sizeof *a->items) == 0;
}

typedef struct seer {
    coding__build *build;
    key           *keys;    /* by term */
    uint32_t      *mains;   /* hash of main terms, plus 1 */
    uint32_t       mask;
} seer;

static uint32_t hash_key(const key *wanted)
{
    uint32_t hash = 2166136261u;
    for (uint32_t i = 0; i < wanted->count; i++) hash = (hash ^ wanted->items[i]) * 16777619u;
    return hash ^ hash >> 15;
}

static bool start_seer(seer *see, coding__build *build)
{
    uint32_t count = coding__count(build->book, CODING__INDEX), size = 1024;
    while (size < count * 2) size *= 2;
    *see = (seer){build, calloc(count ? count : 1, sizeof(key)), calloc(size, sizeof(uint32_t)), size - 1};
    if (!see->keys || !see->mains) return false;
    for (uint32_t term = 0; term < count; term++) {
        const char *title = coding__text_of(build->book, CODING__INDEX, term, CODING__INDEX_TITLE);
        see->keys[term] = key_of(build, title, strlen(title));
        if (coding__u32(build->book, CODING__INDEX, term, CODING__INDEX_PARENT) || !see->keys[term].count) continue;
        uint32_t at = hash_key(&see->keys[term]) & see->mask;
        while (see->mains[at]) at = (at + 1) & see->mask;
        see->mains[at] = term + 1;
    }
    return true;
}

static uint32_t find_main(const seer *see, const key *wanted)
{
    for (uint32_t at = hash_key(wanted) & see->mask; see->mains[at]; at = (at + 1) & see->mask) {
        if (same(&see->keys[see->mains[at] - 1], wanted)) return see->mains[at];
    }
    return 0;
}

static uint32_t find_below(const seer *see, uint32_t above, const key *wanted)
{
    const coding_book *book = see->build->book;
    uint32_t           level = coding__u8(book, CODING__INDEX, above, CODING__INDEX_LEVEL);
    for (uint32_t term = above + 1; term < coding__count(book, CODING__INDEX); term++) {
        if (coding__u8(book, CODING__INDEX, term, CODING__INDEX_LEVEL) <= level) break;
        if (coding__u32(book, CODING__INDEX, term, CODING__INDEX_PARENT) == above + 1 && same(&see->keys[term], wanted)) return term + 1;
    }
    return 0;
}

/* The term that "Dementia, vascular" names, plus 1; 0 where it names none. */
static uint32_t follow(const seer *see, const char *target)
{
    uint32_t found = 0;
    for (bool first = true; *target; first = false) {
        size_t length = strcspn(target, ",;");
        key    wanted = key_of(see->build, target, length);
        found = first ? find_main(see, &wanted) : find_below(see, found - 1, &wanted);
        if (!found) return 0;
        target += length;
        target += strspn(target, ",; ");
    }
    return found;
}

static bool has_codes(const coding_book *book, uint32_t term)
{
    return coding__u16(book, CODING__INDEX, term, CODING__INDEX_CODES_) != 0;
}

static void add_term(const seer *see, uint32_t term)
{
    coding__build     *build = see->build;
    coding__build_list path = {.count = 0};
    uint32_t           ends[CODING__BUILD_MOST_LEVELS];
    const char        *target = coding__index_text(build->book, term, CODING__INDEX_SEE);
    if (!*target) target = coding__index_text(build->book, term, CODING__INDEX_SEE_ALSO);
    if (!has_codes(build->book, term) && !*target) return;
    coding__build_read_path(build, term, &path, ends);
    if (has_codes(build->book, term)) add_codes_of(build, term, term, &path);
    uint32_t found = *target && !has_codes(build->book, term) ? follow(see, target) : 0;
    for (int hops = 0; found && !has_codes(build->book, found - 1) && hops < 3; hops++) {
        found = follow(see, coding__index_text(build->book, found - 1, CODING__INDEX_SEE));
    }
    if (found) add_codes_of(build, found - 1, term, &path);
}

void coding__build_index(coding__build *build)
{
    seer see;
    if (!start_seer(&see, build)) build->no_memory = true;
    for (uint32_t term = 0; term < coding__count(build->book, CODING__INDEX) && !build->no_memory; term++) {
        add_term(&see, term);
    }
    free(see.keys);
    free(see.mains);
}
