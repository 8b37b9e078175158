/* A note is read sentence by sentence; what was found is brought together at its end. */
#include <stdlib.h>
#include <string.h>

#include "note/forget.h"
#include "note/propose.h"

static int by_place(const void *a, const void *b)
{
    const coding_mention *x = a, *y = b;
    if (x->span.offset != y->span.offset) return x->span.offset < y->span.offset ? -1 : 1;
    return (x->span.length < y->span.length) - (x->span.length > y->span.length);
}

typedef struct both {
    coding_mention         mention;
    coding__mention_detail detail;
} both;

/* Mentions of a sentence in the order of the note; the sort sees them whole, with what belongs to each. */
static void put_in_order(coding__note_reader *reader, size_t from)
{
    coding_mention         *mentions = reader->mentions.items;
    coding__mention_detail *details = reader->details.items;
    both                    all[64];
    size_t                  count = reader->mentions.count - from;
    if (reader->failed || count < 2 || count > sizeof all / sizeof *all) return;
    for (size_t i = 0; i < count; i++) all[i] = (both){mentions[from + i], details[from + i]};
    qsort(all, count, sizeof *all, by_place);
    for (size_t i = 0; i < count; i++) mentions[from + i] = all[i].mention, details[from + i] = all[i].detail;
    memset(all, 0, sizeof all);
}

static void read_all(coding__note_reader *reader, const char *text, size_t length)
{
    coding__note_walk walk = coding__note_begin(reader->desk->book, text, length);
    while (!reader->failed && coding__note_next(&walk, &reader->sentence)) {
        size_t from = reader->mentions.count;
        coding__find_mentions(reader);
        put_in_order(reader, from);
    }
}

static coding_annotation annotate(coding_desk *desk, coding__note_reader *reader, const char *text, size_t length,
                                  coding_setting setting)
{
    coding_annotation made = {.status = CODING_OK};
    size_t            refused = desk->arena.refused;
    read_all(reader, text, length);
    reader->sentence.text = text;
    reader->length = length;
    made.mentions = reader->mentions.items;
    made.mention_count = reader->mentions.count;
    coding__propose(reader, setting, &made);
    if (reader->failed || desk->arena.refused != refused) return (coding_annotation){.status = CODING_NO_MEMORY};
    return made;
}

coding_annotation coding_annotate(coding_desk *desk, const char *text, size_t length, const coding_note_options *options)
{
    coding_note_options wanted = {.size = sizeof wanted};
    const coding_book  *book = desk->book;
    coding__note_reader reader = {.desk = desk};
    if (options) memcpy(&wanted, options, options->size < sizeof wanted ? options->size : sizeof wanted);
    if (!coding__count(book, CODING__DOCUMENTS) || !coding__count(book, CODING__CUES))
        return (coding_annotation){.status = CODING_NOT_IN_BOOK};
    reader.scope = (coding__scope){.wanted = 10, .on = wanted.on};
    coding_book_rows(book, CODING_ICD10CM, &reader.scope.first, &reader.scope.past);
    coding_annotation made = annotate(desk, &reader, text, length, wanted.setting);
    memset(&reader, 0, sizeof reader);
    coding__wipe_stack();
    return made;
}
