/* From words to codes: a coder's words, a patient's, an abbreviation, a misspelling. What the words leave open, such as
 * the side, is chosen by the rules of the index and said in the hit.
 *
 *     cc -std=c11 search.c $(pkg-config --cflags --libs coding) -o search
 *     CODING_BOOK=little.book ./search
 */
#include <stdio.h>
#include <string.h>

#include <coding.h>

/* Each hit tells which of the words led to it, and through what. */
static void print_evidence(const char *query, const coding_evidence *evidence)
{
    printf("        %.*s: %s\n", (int)evidence->span.length, query + evidence->span.offset,
           evidence->link == CODING_LINK_SPELLING ? "misspelt" : "another word for it");
}

static void find(coding_desk *desk, const char *query, const coding_search_options *options)
{
    coding_hits hits = coding_search(desk, query, strlen(query), options);
    printf("%s\n", query);
    for (size_t i = 0; i < hits.count; i++) {
        const coding_hit *hit = &hits.items[i];
        char              code[CODING_CODE_TEXT];
        printf("    %s  %s\n", coding_code_format(coding_entry_code(hit->entry), code),
               coding_entry_title(desk, hit->entry, options->on));
        for (size_t n = 0; n < hit->evidence_count; n++) {
            bool first = n == 0 || hit->evidence[n].span.offset != hit->evidence[n - 1].span.offset;
            if (first && hit->evidence[n].link != CODING_LINK_WORD) print_evidence(query, &hit->evidence[n]);
        }
        if (hit->open & CODING_AXIS_ENCOUNTER) puts("        the query does not say which encounter");
    }
    coding_desk_clear(desk);
}

int main(void)
{
    coding_error error;
    coding_book *book = coding_book_open(NULL, &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    coding_desk          *desk = coding_desk_new(book, NULL);
    if (!desk) return fprintf(stderr, "no memory\n"), 2;
    coding_search_options best = {.size = sizeof best, .on = 20260301, .count = 1, .billable_only = true};

    find(desk, "sprained left ankel", &best);
    find(desk, "whiplash", &best);
    find(desk, "MS", &best);
    find(desk, "type 2 diabetes with hyperglycemia", &best);

    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
