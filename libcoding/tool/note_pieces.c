/* A note falls into pieces where a mention or a cue begins or ends, since mentions may lie in one another, and where
 * the line begins that opens a passage. */
#include <stdlib.h>
#include <string.h>

#include "tool/note.h"

/* In the order in which they are taken at one place. */
typedef enum edge_kind { MENTION_ENDS, CUE_ENDS, PASSAGE_BEGINS, MENTION_BEGINS, CUE_BEGINS } edge_kind;

struct note_edge {
    size_t    at;
    edge_kind kind;
    uint32_t  mention;
};

static int in_order(const void *a, const void *b)
{
    const note_edge *x = a, *y = b;
    if (x->at != y->at) return x->at < y->at ? -1 : 1;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    return (x->mention > y->mention) - (x->mention < y->mention);
}

static void add_edge(note_cutter *cutter, size_t at, edge_kind kind, size_t mention)
{
    cutter->edges[cutter->edge_count++] = (note_edge){at, kind, (uint32_t)mention};
}

static size_t line_begin(const note_reading *of, size_t at)
{
    while (at && of->bytes[at - 1] != '\n') at--;
    return at;
}

static size_t line_end(const note_reading *of, size_t at)
{
    const char *end = memchr(of->bytes + at, '\n', of->length - at);
    return end ? (size_t)(end - of->bytes) : of->length;
}

/* A line that ends with a colon, or that has capitals alone. */
static bool is_heading(const note_reading *of, size_t at)
{
    size_t end = line_end(of, at), capitals = 0, small = 0;
    while (end > at && strchr(" \t\r*#", of->bytes[end - 1]) && of->bytes[end - 1]) end--;
    if (end == at) return false;
    for (size_t i = at; i < end; i++) {
        capitals += of->bytes[i] >= 'A' && of->bytes[i] <= 'Z';
        small += of->bytes[i] >= 'a' && of->bytes[i] <= 'z';
    }
    return of->bytes[end - 1] == ':' || (capitals > 2 && !small);
}

enum { LINES_BACK = 12 };

/* Where the passage of a mention begins, not before `least`: at the heading in its line or one before it. */
static size_t passage_begin(const note_reading *of, const coding_mention *mention, size_t least)
{
    size_t own = line_begin(of, mention->span.offset), at = own;
    if (own < least || memchr(of->bytes + own, ':', mention->span.offset - own)) return own < least ? least : own;
    for (int lines = 0; lines < LINES_BACK && at > least; lines++) {
        at = line_begin(of, at - 1);
        if (at < least) break;
        if (is_heading(of, at)) return at;
    }
    return own;
}

static void add_passages(note_cutter *cutter)
{
    const coding_annotation *read = &cutter->of->read;
    size_t                   least = 0;
    for (size_t i = 0; i < read->mention_count; i++) {
        const coding_mention *mention = &read->mentions[i];
        coding_passage        before = i ? read->mentions[i - 1].passage : CODING_PASSAGE_OTHER;
        size_t                past = mention->span.offset + mention->span.length;
        if (mention->passage != before) add_edge(cutter, passage_begin(cutter->of, mention, least), PASSAGE_BEGINS, i);
        if (past > least) least = past;
    }
}

bool coding__note_cut(note_cutter *cutter, const note_reading *of)
{
    const coding_annotation *read = &of->read;
    *cutter = (note_cutter){.of = of, .edges = malloc((5 * read->mention_count + 1) * sizeof *cutter->edges)};
    if (!cutter->edges) return false;
    add_passages(cutter);
    for (size_t i = 0; i < read->mention_count; i++) {
        coding_span span = read->mentions[i].span, cue = read->mentions[i].cue;
        add_edge(cutter, span.offset, MENTION_BEGINS, i);
        add_edge(cutter, span.offset + span.length, MENTION_ENDS, i);
        if (cue.length) add_edge(cutter, cue.offset, CUE_BEGINS, i);
        if (cue.length) add_edge(cutter, cue.offset + cue.length, CUE_ENDS, i);
    }
    qsort(cutter->edges, cutter->edge_count, sizeof *cutter->edges, in_order);
    return true;
}

static void leave(note_piece *piece, uint32_t mention)
{
    size_t kept = 0;
    for (size_t i = 0; i < piece->over_count; i++)
        if (piece->over[i] != mention) piece->over[kept++] = piece->over[i];
    piece->over_count = kept;
}

/* Takes the edges that lie where the next piece begins. */
static void take_edges(note_cutter *cutter)
{
    note_piece *piece = &cutter->piece;
    for (; cutter->next < cutter->edge_count && cutter->edges[cutter->next].at <= cutter->at; cutter->next++) {
        const note_edge *edge = &cutter->edges[cutter->next];
        switch (edge->kind) {
        case MENTION_ENDS: leave(piece, edge->mention); break;
        case CUE_ENDS: cutter->cues--; break;
        case PASSAGE_BEGINS: piece->heads = &cutter->of->read.mentions[edge->mention]; break;
        case MENTION_BEGINS:
            if (piece->over_count < NOTE_COVER) piece->over[piece->over_count++] = edge->mention;
            if (!piece->opened++) piece->opens = edge->mention;
            break;
        case CUE_BEGINS: cutter->cues++; break;
        }
    }
}

/* Does the innermost mention of a piece end at a place? */
static bool ends_at(const note_cutter *cutter, size_t at)
{
    const note_piece *piece = &cutter->piece;
    if (!piece->over_count) return false;
    coding_span span = cutter->of->read.mentions[piece->over[piece->over_count - 1]].span;
    return span.offset + span.length == at;
}

bool coding__note_piece(note_cutter *cutter, note_piece *piece)
{
    if (cutter->at >= cutter->of->length) return false;
    cutter->piece.opened = 0;
    cutter->piece.heads = NULL;
    take_edges(cutter);
    size_t past = cutter->next < cutter->edge_count ? cutter->edges[cutter->next].at : cutter->of->length;
    cutter->piece.offset = cutter->at;
    cutter->piece.length = past - cutter->at;
    cutter->piece.is_cue = cutter->cues > 0;
    cutter->piece.ends = ends_at(cutter, past);
    cutter->at = past;
    *piece = cutter->piece;
    return true;
}

void coding__note_cut_end(note_cutter *cutter)
{
    free(cutter->edges);
    *cutter = (note_cutter){.edges = NULL};
}
