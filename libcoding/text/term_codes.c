/* Codes that share the concept of a word: those that search finds for the word itself, then those that hold what its
 * roots and suffixes mean. */
#include <string.h>

#include "entry/desk.h"
#include "text/terms.h"

enum { QUESTION_ROOM = 512, USUAL = 10 };

/* How much a piece matters: codes must hold the roots; better, what suffixes say too ("itis", "megaly"). */
typedef enum need { NOTHING, WANTED, NEEDED } need;

/* A piece of the word, and where its meaning stands in the question. */
typedef struct meant {
    coding_span span; /* of the word */
    size_t      first, past;
    need        needed;
} meant;

typedef struct question {
    char     text[QUESTION_ROOM];
    size_t   length;
    meant    pieces[CODING__SPLIT_PIECES];
    uint32_t count;
    need     most;
    bool     whole; /* all of it is known and found room */
} question;

/* What answers gather. */
typedef struct answer {
    coding_desk          *desk;
    coding_search_options wanted;
    coding__list          hits; /* coding_hit */
} answer;

static need need_of(const coding__piece *piece) { return piece->kind == CODING_PART_ROOT ? NEEDED : WANTED; }

static void add_piece(const coding_book *book, const coding__letters *letters, const coding__piece *piece,
                      question *asked)
{
    size_t      size;
    const char *meaning = coding__piece_meaning(book, letters, piece, &size);
    if (!coding__piece_tells(book, letters, piece)) return;
    if (asked->length + size + 1 >= QUESTION_ROOM) {
        asked->whole = false;
        return;
    }
    if (asked->length) asked->text[asked->length++] = ' ';
    memcpy(asked->text + asked->length, meaning, size);
    asked->pieces[asked->count++] = (meant){coding__letters_span(letters, piece->first, piece->past), asked->length,
                                            asked->length + size, need_of(piece)};
    if (need_of(piece) > asked->most) asked->most = need_of(piece);
    asked->length += size;
}

static void put_question(const coding_book *book, const coding__taken *taken, question *asked)
{
    const coding__split *split = &taken->splits.items[0];
    asked->whole = taken->splits.count && split->whole;
    for (uint32_t i = 0; asked->whole && i < split->count; i++)
        add_piece(book, &taken->letters, &split->pieces[i], asked);
}

static bool is_inside(const coding_evidence *evidence, const meant *piece)
{
    return evidence->span.offset >= piece->first && evidence->span.offset < piece->past;
}

/* Is there a word for each piece that matters so much? */
static bool has_all(const coding_hit *hit, const question *asked, need least)
{
    for (uint32_t i = 0; i < asked->count; i++) {
        bool found = asked->pieces[i].needed < least;
        for (size_t k = 0; k < hit->evidence_count && !found; k++)
            found = is_inside(&hit->evidence[k], &asked->pieces[i]);
        if (!found) return false;
    }
    return true;
}

/* Does the hit hold the word, rather than one that is spelled alike or is of its parts? */
static bool has_word(const coding_hit *hit)
{
    for (size_t i = 0; i < hit->evidence_count; i++) {
        if (hit->evidence[i].link != CODING_LINK_SPELLING && hit->evidence[i].link != CODING_LINK_PARTS) return true;
    }
    return hit->field == CODING_FIELD_CODE;
}

/* Evidence about the question becomes evidence about the pieces of the word. */
static void point_back(answer *made, const question *asked, coding_hit *hit)
{
    coding_evidence *own = coding__arena_take(&made->desk->arena, (hit->evidence_count + 1) * sizeof *own);
    for (size_t k = 0; own && k < hit->evidence_count; k++) {
        own[k] = hit->evidence[k];
        own[k].link = CODING_LINK_PARTS;
        for (uint32_t i = 0; i < asked->count; i++) {
            if (is_inside(&hit->evidence[k], &asked->pieces[i])) own[k].span = asked->pieces[i].span;
        }
    }
    if (!own) hit->evidence_count = 0;
    hit->evidence = own;
    hit->matched = 1;
}

static bool is_known(const answer *made, coding_entry entry)
{
    const coding_hit *hits = made->hits.items;
    for (size_t i = 0; i < made->hits.count; i++) {
        if (hits[i].entry.row == entry.row) return true;
    }
    return false;
}

/* Scores go on downwards from those of the hits before. */
static void add(answer *made, const coding_hit *hit, float scale)
{
    coding_hit *one = is_known(made, hit->entry) ? NULL
                                                 : coding__list_add(&made->desk->arena, &made->hits, sizeof *one);
    if (!one) return;
    *one = *hit;
    one->score *= scale;
}

static coding_hits ask_word(answer *made, const char *word, size_t length)
{
    coding_hits found = coding_search(made->desk, word, length, &made->wanted);
    for (size_t i = 0; i < found.count; i++) {
        if (has_word(&found.items[i])) add(made, &found.items[i], 1);
    }
    return found;
}

/* By how much scores of another question are lowered, to go on behind those that there are. */
static float scale_of(const answer *made, coding_hits found)
{
    const coding_hit *hits = made->hits.items;
    if (!made->hits.count || !found.count) return 1;
    float last = hits[made->hits.count - 1].score, first = found.items[0].score;
    return first > last ? last / first : 1;
}

static void add_all(answer *made, const question *asked, coding_hits found, need least)
{
    float scale = scale_of(made, found);
    for (size_t i = 0; i < found.count; i++) {
        coding_hit hit = found.items[i];
        if (!has_all(&hit, asked, least)) continue;
        point_back(made, asked, &hit);
        add(made, &hit, scale);
    }
}

/* Codes that hold all it says; where there are none, those that hold what matters most. */
static coding_hits ask_meaning(answer *made, const question *asked)
{
    coding_hits found = coding_search(made->desk, asked->text, asked->length, &made->wanted);
    size_t      before = made->hits.count;
    add_all(made, asked, found, WANTED);
    if (made->hits.count == before) add_all(made, asked, found, asked->most);
    return found;
}

/* The page of what was gathered. */
static coding_hits page_of(const answer *made, uint32_t skip, uint32_t count)
{
    size_t first = skip < made->hits.count ? skip : made->hits.count, left = made->hits.count - first;
    return (coding_hits){.items = left ? (const coding_hit *)made->hits.items + first : NULL,
                         .count = left < count ? left : count,
                         .words = 1};
}

coding_hits coding_term_codes(coding_desk *desk, const char *word, size_t length, const coding_search_options *options)
{
    answer        made = {.desk = desk, .wanted = {.size = sizeof made.wanted}};
    question      asked = {.length = 0};
    coding__taken taken;
    size_t        refused = desk->arena.refused;
    if (options) memcpy(&made.wanted, options, options->size < sizeof made.wanted ? options->size : sizeof made.wanted);
    uint32_t skip = made.wanted.skip, count = made.wanted.count ? made.wanted.count : USUAL;
    made.wanted.skip = 0;
    made.wanted.count = count < UINT32_MAX - skip ? skip + count : UINT32_MAX;
    coding_hits found = ask_word(&made, word, length);
    if (found.status == CODING_OK && coding__term_take(desk->book, word, length, &taken)) {
        put_question(desk->book, &taken, &asked);
        if (asked.whole && asked.most) found = ask_meaning(&made, &asked);
    }
    coding_hits hits = page_of(&made, skip, count);
    hits.status = coding__status_since(desk, refused, found.status);
    memset(&asked, 0, sizeof asked);
    memset(&taken, 0, sizeof taken);
    return hits;
}
