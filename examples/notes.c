/* What the Tabular List says of a code: every note in force, its own and those of the rows, section and chapter above
 * it, each with the place where it is written and the codes it speaks of.
 *
 *     cc -std=c11 notes.c $(pkg-config --cflags --libs coding) -o notes
 *     CODING_BOOK=little.book ./notes
 */
#include <stdio.h>

#include <coding.h>

static const char *kind_of(coding_note_kind kind)
{
    switch (kind) {
    case CODING_NOTE_INCLUDES: return "includes";
    case CODING_NOTE_INCLUSION_TERM: return "inclusion term";
    case CODING_NOTE_EXCLUDES1: return "excludes1: not coded here";
    case CODING_NOTE_EXCLUDES2: return "excludes2: not included here";
    case CODING_NOTE_CODE_FIRST: return "code first";
    case CODING_NOTE_USE_ADDITIONAL: return "use additional code";
    case CODING_NOTE_CODE_ALSO: return "code also";
    case CODING_NOTE_SEVENTH: return "7th character";
    case CODING_NOTE_FREE: return "note";
    case CODING_NOTE_PROCESSING: return "processing note";
    }
    return "note";
}

/* A reference is a range in printed order: `last` and everything below it are in it, as in "E08-E13". */
static void print_reference(const coding_reference *reference)
{
    char first[CODING_CODE_TEXT], last[CODING_CODE_TEXT];
    printf("        speaks of %s", coding_code_format(reference->first, first));
    if (reference->last != reference->first) printf(" to %s", coding_code_format(reference->last, last));
    puts(reference->incomplete ? " and what is below" : "");
}

static void print_note(const coding_note *note)
{
    printf("    %s%s, at %s: %s\n", note->inherited ? "inherited " : "", kind_of(note->kind), note->holder, note->text);
    for (size_t i = 0; i < note->reference_count; i++) print_reference(&note->references[i]);
}

static void print_notes(coding_desk *desk, const char *text, size_t length, coding_date on)
{
    coding_entry entry = coding_find(coding_desk_book(desk), coding_parse(CODING_ICD10CM, text, length).code);
    coding_notes notes = coding_entry_notes(desk, entry, on);
    printf("%s %s\n", text, coding_entry_title(desk, entry, on));
    if (notes.status != CODING_OK) printf("    %s\n", coding_status_text(notes.status));
    for (size_t i = 0; i < notes.count; i++) print_note(&notes.items[i]);
    coding_desk_clear(desk);
}

int main(void)
{
    coding_error error;
    coding_book *book = coding_book_open(NULL, &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    coding_desk *desk = coding_desk_new(book, NULL);
    if (!desk) return fprintf(stderr, "no memory\n"), 2;

    print_notes(desk, "E11.69", 6, 20260301);
    print_notes(desk, "S13.4XXA", 8, 20260301);
    print_notes(desk, "E11.69", 6, 20190301); /* no Tabular List of the book reaches that day, and it says so */

    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
