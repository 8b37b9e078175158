/* Nothing of a note outlives the clearing of its desk: the memory of the process is searched for a word of no book
 * that the note had, on every way that a note takes. The note itself is the caller's, who wipes it here. Stacks are
 * searched, too, in a thread that has one of its own. */
#define _DEFAULT_SOURCE

#include "unit/little_book.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "unit/little_note.h"
#include "unit/remains.h"

static const little_file files[] = {NOTE_FILES, {NULL, NULL}};

/* "zqxjvkwhk", veiled. */
static const char marker[] = "\x20\x2B\x22\x30\x2C\x31\x2D\x32\x31";
enum { MARKER = sizeof marker - 1, HALF = 5 };

/* $ is the marker, # the same in capitals. */
static const char *const notes[] = {
    "$",
    "# ",
    "A/P: $ pneumonia",
    "history of pneumonia $",
    "history of $ pneumonia",
    "mother with $ type 2 diabetes mellitus",
    "bmi $ 41, E11.22 $",
    "cough with $ and fever with pneumonia",
    "# heart failure, HTN",
    "$: cough",
    "# #\n\ncough",
    "$ disease",
    "likely $ pneumonia; labs: $ fever",
    "insulin $, $ insulin",
    "no $, no fever of $",
    "$-$ $'s $/$ $.$ ($) $\n",
    "E11.$ $E11.22",
    "pneumon$a obesity$ $fever hypertension$$",
    "cough $$$$$$$$$$$$$$ fever",
    "chronic $ heart failure, $, with $ due to $ pneumonia",
    "$\xC3\xA9 \xEF\xBD\x81$ cough\xFF$",
    "patient $ has $ and $ or $ with $ of $ in $ by $ for $ from $ to $ at $ on $ as $",
};

enum { NOTE = 1024 };

/* No compiler leaves it out. */
static void wipe(char *text, size_t length)
{
    volatile char *at = text;
    for (size_t i = 0; i < length; i++) at[i] = 0;
}

/* Writes a note at `text`; answers its length. */
static size_t write_note(const char *form, char *text)
{
    size_t length = 0;
    for (; *form; form++) {
        if (*form != '$' && *form != '#') {
            text[length++] = *form;
            continue;
        }
        remains_unveil(marker, MARKER, text + length);
        for (size_t i = 0; *form == '#' && i < MARKER; i++) text[length + i] &= ~0x20;
        length += MARKER;
    }
    return length;
}

/* Every question that reads a note or shares the memory of one that does. */
static void ask(coding_desk *desk, const char *text, size_t length)
{
    coding_note_options stay = {.size = sizeof stay, .setting = CODING_SETTING_INPATIENT};
    coding_phrase       found[CODING_SCAN_ROOM];
    assert_int_equal(coding_annotate(desk, text, length, NULL).status, CODING_OK);
    assert_int_equal(coding_annotate(desk, text, length, &stay).status, CODING_OK);
    assert_int_equal(coding_scan(desk, text, length, true, found, CODING_SCAN_ROOM).status, CODING_OK);
    coding_search(desk, text, length, NULL);
    coding_search_complete(desk, text, length, 10);
    coding_term_parts(desk, text, length);
    coding_term_codes(desk, text, length, NULL);
    coding_check_text(desk, CODING_ANY, text, length, 20251001);
    coding_suggest(desk, CODING_ICD10CM, text, length, 20251001);
}

static bool is_left(void) { return remains_are(marker, HALF) || remains_are(marker + MARKER - HALF, HALF); }

static void what_lies_on_a_desk_is_seen(void **state)
{
    char         text[NOTE];
    coding_desk *desk = desk_with_files(state, files);
    if (!remains_can_be_seen()) skip();
    assert_false(is_left());
    coding_suggest(desk, CODING_ICD10CM, text, write_note("$", text), 20251001);
    wipe(text, NOTE);
    assert_true(remains_are(marker, HALF)); /* else what follows proves nothing */
    coding_desk_clear(desk);
    assert_false(is_left());
}

static void what_was_freed_is_seen(void **state)
{
    enum { BLOCK = 3000 }; /* of a size that the search itself asks no memory of */
    char *text = malloc(BLOCK);
    (void)state;
    if (!remains_can_be_seen()) {
        free(text);
        skip();
    }
    assert_non_null(text);
    write_note("........................................$", text);
    assert_true(is_left());
    free(text);
    assert_true(is_left());
    text = malloc(BLOCK); /* the same block: it was the last one */
    if (text) wipe(text, BLOCK);
    free(text);
    assert_false(is_left());
}

static void nothing_of_a_note_is_left_in_the_process(void **state)
{
    char         text[NOTE];
    coding_desk *desk = desk_with_files(state, files);
    if (!remains_can_be_seen()) skip();
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        ask(desk, text, write_note(notes[i], text));
        wipe(text, NOTE);
        coding_desk_clear(desk);
        assert_int_equal(coding_desk_used(desk).used, 0);
        if (is_left()) fail_msg("of \"%s\" something is left", notes[i]);
    }
}

/* What a search keeps to itself, the moment it has answered, without a clear. */
static void a_desk_that_is_freed_leaves_nothing(void **state)
{
    char   text[NOTE];
    size_t length;
    void  *bytes = book_bytes(files, &length);
    (void)state;
    if (!remains_can_be_seen()) {
        free(bytes);
        skip();
    }
    coding_book *book = coding_book_open_memory(bytes, length, NULL);
    coding_desk *desk = coding_desk_new(book, NULL);
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) ask(desk, text, write_note(notes[i], text));
    wipe(text, NOTE);
    coding_desk_free(desk);
    assert_false(is_left());
    coding_book_close(book);
    free(bytes);
}

typedef struct job {
    coding_desk *desk;
    const char  *form;
} job;

static void *annotate_there(void *of)
{
    static char text[NOTE];
    const job  *what = of;
    size_t      length = write_note(what->form, text);
    coding_annotate(what->desk, text, length, NULL);
    coding_desk_clear(what->desk);
    wipe(text, NOTE);
    return NULL;
}

static void *scan_there(void *of)
{
    static char          text[NOTE];
    static coding_phrase found[CODING_SCAN_ROOM];
    const job           *what = of;
    size_t               length = write_note(what->form, text);
    coding_scan(what->desk, text, length, true, found, CODING_SCAN_ROOM);
    coding_desk_clear(what->desk);
    wipe(text, NOTE);
    return NULL;
}

enum { STACK = 1 << 20 };

/* Reads each note on a stack of its own; answers after how many something is left on it. */
static unsigned count_left(coding_desk *desk, void *(*read)(void *of))
{
    unsigned       left = 0;
    pthread_attr_t with;
    void          *stack = mmap(NULL, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(stack, MAP_FAILED);
    pthread_attr_init(&with);
    pthread_attr_setstack(&with, stack, STACK);
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        job       what = {desk, notes[i]};
        pthread_t thread;
        assert_int_equal(pthread_create(&thread, &with, read, &what), 0);
        pthread_join(thread, NULL);
        if (!remains_lie_in(stack, STACK, marker, HALF)) continue;
        print_error("of \"%s\" something is left on the stack\n", notes[i]);
        left++;
    }
    pthread_attr_destroy(&with);
    munmap(stack, STACK);
    return left;
}

static void nothing_of_a_note_is_left_on_the_stack(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    if (!remains_can_be_seen()) skip();
    assert_int_equal(count_left(desk, annotate_there), 0);
}

static void nothing_of_a_scanned_text_is_left_on_the_stack(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    if (!remains_can_be_seen()) skip();
    assert_int_equal(count_left(desk, scan_there), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(what_lies_on_a_desk_is_seen),
        cmocka_unit_test(what_was_freed_is_seen),
        little_test(nothing_of_a_note_is_left_in_the_process),
        cmocka_unit_test(a_desk_that_is_freed_leaves_nothing),
        little_test(nothing_of_a_note_is_left_on_the_stack),
        little_test(nothing_of_a_scanned_text_is_left_on_the_stack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
