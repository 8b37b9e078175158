/* Where does a text of any length use the language of the book? It comes in pieces, as from a file; what is not settled
 * yet moves to the front and is fed again with what follows.
 *
 *     cc -std=c11 scan.c $(pkg-config --cflags --libs coding) -o scan
 *     CODING_BOOK=little.book ./scan
 */
#include <stdio.h>
#include <string.h>

#include <coding.h>

enum { PIECE = 40, ROOM = 2 * CODING_SCAN_REACH }; /* as small as that so that phrases are cut; 64 KiB do well */

/* Stands for a file. */
static const char text[] = "Seen for type-II diabetes mellitus with hyperglycaemia; HTN, essential hypertension.\n"
                           "Sprain of the ligaments of the cervical\nspine, initial encounter, after a fall.\n"
                           "No multiple sclerosis.\n";

static size_t read_piece(char *room, size_t *at)
{
    size_t left = sizeof text - 1 - *at, length = left < PIECE ? left : PIECE;
    memcpy(room, text + *at, length);
    *at += length;
    return length;
}

static void print_found(const char *piece, const coding_phrase *one)
{
    char        code[CODING_CODE_TEXT];
    const char *whose = one->entry.book ? coding_code_format(coding_entry_code(one->entry), code) : "no code";
    printf("%-9s %-9s ", coding_phrase_kind_name(one->kind), whose);
    for (size_t i = 0; i < one->span.length; i++) {
        char byte = piece[one->span.offset + i];
        putchar(byte == '\n' ? ' ' : byte);
    }
    putchar('\n');
}

static coding_status scan(coding_desk *desk)
{
    static char   room[ROOM];
    coding_phrase found[CODING_SCAN_ROOM];
    size_t        held = 0, at = 0;
    bool          last = false;
    while (!last || held) {
        size_t more = last ? 0 : read_piece(room + held, &at);
        held += more;
        last = last || at == sizeof text - 1;
        coding_scanned done = coding_scan(desk, room, held, last, found, CODING_SCAN_ROOM);
        if (done.status != CODING_OK) return done.status;
        for (size_t i = 0; i < done.count; i++) print_found(room, &found[i]);
        held -= done.settled;
        memmove(room, room + done.settled, held);
    }
    return CODING_OK;
}

int main(void)
{
    coding_error error;
    coding_book *book = coding_book_open(NULL, &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    coding_desk *desk = coding_desk_new(book, NULL);
    if (!desk) return fprintf(stderr, "no memory\n"), 2;

    coding_status status = scan(desk);
    if (status != CODING_OK) puts(coding_status_text(status));

    coding_desk_free(desk); /* the words that it met are wiped */
    coding_book_close(book);
    return status != CODING_OK;
}
