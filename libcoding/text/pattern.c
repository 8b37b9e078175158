#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <string.h>

#include "entry/desk.h"
#include "text/pattern.h"

enum { MATCH_LIMIT = 100000, DEPTH_LIMIT = 1000, HEAP_LIMIT_KIB = 256, PATTERN_LIMIT = 4096 };

/* A compiled pattern, in a list on the desk. */
typedef struct compiled {
    struct compiled *next;
    const char      *pattern; /* the book's text: equal patterns of a book are one text */
    pcre2_code      *code;    /* NULL: it is a bad pattern */
} compiled;

typedef struct patterns {
    compiled              *first;
    pcre2_general_context *general;
    pcre2_compile_context *compiling;
    pcre2_match_context   *matching;
    pcre2_match_data      *match;
} patterns;

/* PCRE2 frees without telling the size: it stands in front of each piece. */
typedef union head {
    size_t size;
    char   room[16];
} head;

static void *take(size_t size, void *context)
{
    head *piece = coding__arena_borrow(context, size + sizeof(head));
    if (!piece) return NULL;
    piece->size = size;
    return piece + 1;
}

static void give_back(void *memory, void *context)
{
    if (!memory) return;
    head *piece = (head *)memory - 1;
    coding__arena_give_back(context, piece, piece->size + sizeof(head));
}

static void free_patterns(coding_desk *desk)
{
    patterns *all = desk->kept[CODING__KEEPS_PATTERNS].memory;
    for (compiled *at = all->first, *next; at; at = next) {
        next = at->next;
        pcre2_code_free(at->code);
        give_back(at, &desk->arena);
    }
    pcre2_match_data_free(all->match);
    pcre2_match_context_free(all->matching);
    pcre2_compile_context_free(all->compiling);
    pcre2_general_context_free(all->general);
    give_back(all, &desk->arena);
    desk->kept[CODING__KEEPS_PATTERNS].memory = NULL;
}

static patterns *patterns_of(coding_desk *desk)
{
    if (desk->kept[CODING__KEEPS_PATTERNS].memory) return desk->kept[CODING__KEEPS_PATTERNS].memory;
    patterns *all = take(sizeof *all, &desk->arena);
    if (!all) return NULL;
    memset(all, 0, sizeof *all);
    desk->kept[CODING__KEEPS_PATTERNS] = (coding__kept){.memory = all, .end = free_patterns};
    all->general = pcre2_general_context_create(take, give_back, &desk->arena);
    if (all->general) {
        all->compiling = pcre2_compile_context_create(all->general);
        all->matching = pcre2_match_context_create(all->general);
        all->match = pcre2_match_data_create(1, all->general);
    }
    if (!all->compiling || !all->matching || !all->match) {
        free_patterns(desk);
        return NULL;
    }
    pcre2_set_max_pattern_length(all->compiling, PATTERN_LIMIT);
    pcre2_set_match_limit(all->matching, MATCH_LIMIT);
    pcre2_set_depth_limit(all->matching, DEPTH_LIMIT);
    pcre2_set_heap_limit(all->matching, HEAP_LIMIT_KIB);
    return all;
}

/* ANCHORED and ENDANCHORED: the whole text must match, whatever the pattern says of ends. */
static pcre2_code *compile(const patterns *all, const char *pattern)
{
    int        error;
    PCRE2_SIZE at;
    uint32_t   options = PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_CASELESS | PCRE2_UTF | PCRE2_MATCH_INVALID_UTF
                       | PCRE2_NEVER_BACKSLASH_C;
    return pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, options, &error, &at, all->compiling);
}

/* A pattern that was compiled without memory is not kept for a bad one: it is tried again. */
static compiled *compiled_of(coding_desk *desk, patterns *all, const char *pattern)
{
    for (compiled *at = all->first; at; at = at->next)
        if (at->pattern == pattern) return at;
    size_t    refused = desk->arena.refused;
    compiled *made = take(sizeof *made, &desk->arena);
    if (!made) return NULL;
    *made = (compiled){.next = all->first, .pattern = pattern, .code = compile(all, pattern)};
    if (!made->code && desk->arena.refused != refused) return give_back(made, &desk->arena), NULL;
    return all->first = made;
}

bool coding__pattern_matches(coding_desk *desk, const char *pattern, const char *text, size_t length,
                             coding_status *status)
{
    size_t    refused = desk->arena.refused;
    patterns *all = patterns_of(desk);
    compiled *made = all ? compiled_of(desk, all, pattern) : NULL;
    *status = made ? CODING_OK : CODING_NO_MEMORY;
    if (!made) return false;
    int answer = made->code ? pcre2_match(made->code, (PCRE2_SPTR)text, length, 0, 0, all->match, all->matching)
                            : PCRE2_ERROR_NOMATCH;
    if (!made->code || (answer < 0 && answer != PCRE2_ERROR_NOMATCH)) *status = CODING_NOT_IN_BOOK;
    *status = coding__status_since(desk, refused, *status);
    return answer >= 0;
}
