/* Books that were damaged on purpose, each in the place where it would hurt most. The header agrees every time. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "battery.h"
#include "compile/writer.h"
#include "unit/little_release.h"

#ifdef CODING_SLOW
enum { SEEDS = 2 };
#else
enum { SEEDS = 7 }; /* a day each */
#endif
enum { PATIENCE = 300, DAY = 20251001 };

/* A book that may be written to, with room behind it for a section that has to be larger. */
typedef struct spoilt {
    unsigned char *bytes;
    size_t         length;
} spoilt;

static spoilt little(size_t more)
{
    spoilt         made;
    unsigned char *bytes = book_bytes(little_release, &made.length);
    made.length += more;
    made.bytes = realloc(bytes, made.length);
    assert_non_null(made.bytes);
    memset(made.bytes + made.length - more, 0, more);
    return made;
}

static uint32_t sections(const spoilt *book) { return coding__load32(book->bytes + CODING__HEADER_COUNT); }

static unsigned char *section_record(const spoilt *book, const char *name)
{
    for (uint32_t i = 0; i < sections(book); i++) {
        unsigned char *record = book->bytes + CODING__HEADER_BYTES + (size_t)i * CODING__SECTION_BYTES;
        if (!strncmp((const char *)record, name, 16)) return record;
    }
    fail_msg("the little book has no section %s", name);
    abort(); /* fail_msg does not come back, which the compiler is not told */
}

static unsigned char *section(const spoilt *book, const char *name, size_t *size)
{
    const unsigned char *record = section_record(book, name);
    *size = (size_t)coding__load64(record + CODING__SECTION_SIZE);
    return book->bytes + coding__load64(record + CODING__SECTION_OFFSET);
}

/* The section lies behind the book from now on: `size` bytes of zeros. */
static unsigned char *move_section(const spoilt *book, const char *name, size_t size)
{
    unsigned char *record = section_record(book, name);
    coding__store64(record + CODING__SECTION_OFFSET, book->length - size);
    coding__store64(record + CODING__SECTION_SIZE, size);
    return book->bytes + book->length - size;
}

static size_t width_of(const spoilt *book, const char *name)
{
    return coding__load32(section_record(book, name) + CODING__SECTION_WIDTH);
}

/* Stores a number in a field of every record. */
static void store_all(const spoilt *book, const char *name, unsigned field, uint32_t value)
{
    size_t         size, width = width_of(book, name);
    unsigned char *at = section(book, name, &size);
    for (size_t i = 0; i < size; i += width) coding__store32(at + i + field, value);
}

static void store16_all(const spoilt *book, const char *name, unsigned field, uint32_t value)
{
    size_t         size, width = width_of(book, name);
    unsigned char *at = section(book, name, &size);
    for (size_t i = 0; i < size; i += width) coding__store16(at + i + field, value);
}

static uint32_t count_of(const spoilt *book, const char *name)
{
    size_t size;
    section(book, name, &size);
    return (uint32_t)(size / width_of(book, name));
}

/* A node without a row: its children begin at `base`. */
static void store_node(unsigned char *nodes, uint32_t node, uint64_t mask, uint32_t base)
{
    unsigned char *at = nodes + (size_t)node * CODING__NODE_BYTES;
    coding__store64(at + CODING__NODE_MASK, mask | (uint64_t)base << CODING__NODE_BASE_SHIFT);
    coding__store32(at + CODING__NODE_ROW, 0);
}

/* Another section's bytes become that section's. */
static void rename_section(const spoilt *book, const char *name, const char *other, uint32_t width)
{
    unsigned char *record = section_record(book, name);
    memset(record, 0, 16);
    memcpy(record, other, strlen(other));
    coding__store32(record + CODING__SECTION_WIDTH, width);
}

static coding_book *open_spoilt(const spoilt *book, coding_error *error)
{
    coding__store64(book->bytes + CODING__HEADER_SIZE, book->length);
    coding__store32(book->bytes + CODING__HEADER_CHECKSUM, 0);
    size_t covered = CODING__HEADER_BYTES + (size_t)sections(book) * CODING__SECTION_BYTES;
    coding__store32(book->bytes + CODING__HEADER_CHECKSUM, coding__checksum(0, book->bytes, covered));
    return coding_book_open_memory(book->bytes, book->length, error);
}

static coding_desk *desk_on(const spoilt *spoilt_book)
{
    coding_error error;
    coding_book *book = open_spoilt(spoilt_book, &error);
    if (!book) fail_msg("%s: %s", error.at, error.reason);
    coding_desk *desk = coding_desk_new(book, NULL);
    coding_book_close(book);
    return desk;
}

/* Asks everything, and tells what verifying says. */
static void ask_all(const spoilt *spoilt_book, const char *fault)
{
    coding_error error = {0};
    coding_desk *desk = desk_on(spoilt_book);
    alarm(PATIENCE);
    for (uint32_t seed = 0; seed < SEEDS; seed++) ask_everything(desk, seed, NULL);
    assert_false(coding_book_verify(coding_desk_book(desk), &error));
    if (fault) assert_string_equal(error.at, fault);
    alarm(0);
    coding_desk_free(desk);
    free(spoilt_book->bytes);
}

static void nodes_that_all_lead_to_one_another_do_not_hold_a_walk(void **state)
{
    (void)state;
    size_t         size;
    spoilt         book = little(0);
    unsigned char *nodes = section(&book, "trie.nodes", &size);
    for (uint32_t i = 1; i < count_of(&book, "trie.nodes"); i++)
        store_node(nodes, i, CODING__NODE_CHILDREN & ~(uint64_t)1, i + 1);
    ask_all(&book, NULL);
}

static void nodes_in_one_endless_chain_do_not_exhaust_the_stack(void **state)
{
    (void)state;
    enum { NODES = 400000 };
    spoilt         book = little((size_t)NODES * CODING__NODE_BYTES);
    unsigned char *nodes = move_section(&book, "trie.nodes", (size_t)NODES * CODING__NODE_BYTES);
    for (uint32_t i = 1; i < NODES; i++) store_node(nodes, i, 2, i + 1);
    store_all(&book, "trie.roots", 0, 1);
    ask_all(&book, NULL);
}

static void nodes_that_lead_back_do_not_hold_a_walk(void **state)
{
    (void)state;
    size_t         size;
    spoilt         book = little(0);
    unsigned char *nodes = section(&book, "trie.nodes", &size);
    for (uint32_t i = 1; i < count_of(&book, "trie.nodes"); i++) store_node(nodes, i, CODING__NODE_CHILDREN, 1);
    ask_all(&book, NULL);
}

static void rows_that_are_their_own_parents_end_somewhere(void **state)
{
    (void)state;
    size_t         size;
    spoilt         book = little(0);
    unsigned char *rows = section(&book, "rows", &size);
    for (uint32_t i = 0; i < count_of(&book, "rows"); i++)
        coding__store32(rows + i * width_of(&book, "rows") + CODING__ROW_PARENT, i + 1);
    ask_all(&book, NULL);
}

static void rows_that_reach_to_the_end_of_numbers_end_with_the_book(void **state)
{
    (void)state;
    spoilt book = little(0);
    store_all(&book, "rows", CODING__ROW_PAST, UINT32_MAX);
    ask_all(&book, NULL);
}

/* A little book has no places: what others would do in them. */
static void places_that_lead_to_no_row_hold_nobody(void **state)
{
    (void)state;
    spoilt book = little(0);
    store_all(&book, "search.sounds", 0, UINT32_MAX);
    store_all(&book, "search.sounds", 4, UINT32_MAX / 3);
    rename_section(&book, "search.sounds", "rows.places", CODING__PLACE_BYTES);
    rename_section(&book, "sevens", "rows.seeds", CODING__SEED_BYTES);
    coding_desk *desk = desk_on(&book);
    assert_int_not_equal(coding_verdict_of(desk, icd10cm("I10"), DAY), CODING_RULE_STANDS);
    coding_desk_free(desk);
    ask_all(&book, NULL);
}

static void a_rule_that_nobody_knows_is_no_pass(void **state)
{
    (void)state;
    spoilt book = little(0);
    store_all(&book, "steps", CODING__STEP_RULE, 256);
    coding_desk *desk = desk_on(&book);
    coding_code  code = icd10cm("I10");
    uint8_t      rule = CODING_RULE_STANDS;
    coding_verdict_of_many(desk, &code, NULL, DAY, 1, &rule, NULL);
    assert_int_equal(rule, CODING_RULE_NOT_CHECKED);
    assert_int_equal(coding_verdict_of(desk, code, DAY), CODING_RULE_NOT_CHECKED);
    assert_int_equal(coding_check(desk, code, DAY).findings[0].severity, CODING_DENIAL);
    coding_desk_free(desk);
    ask_all(&book, NULL);
}

static void a_note_has_no_more_references_than_the_book(void **state)
{
    (void)state;
    spoilt book = little(0);
    store16_all(&book, "notes", CODING__NOTE_REFERENCES, UINT16_MAX);
    coding_desk *desk = desk_on(&book);
    coding_notes of = coding_entry_notes(desk, coding_find(coding_desk_book(desk), icd10cm("E11.65")), DAY);
    assert_true(of.count > 3);
    for (size_t i = 0; i < of.count; i++) assert_true(of.items[i].reference_count <= count_of(&book, "references"));
    coding_desk_free(desk);
    ask_all(&book, NULL);
}

static void a_history_has_no_more_steps_than_the_book(void **state)
{
    (void)state;
    spoilt book = little(0);
    store16_all(&book, "histories", CODING__HISTORY_COUNT, UINT16_MAX);
    coding_desk *desk = desk_on(&book);
    coding_periods of = coding_entry_periods(desk, coding_find(coding_desk_book(desk), icd10cm("I10")));
    assert_true(of.count && of.count <= count_of(&book, "steps"));
    for (size_t i = 0; i < of.count; i++) assert_true(of.items[i].first);
    coding_desk_free(desk);
    ask_all(&book, NULL);
}

static void a_word_in_more_texts_than_there_are_is_read_to_the_end(void **state)
{
    (void)state;
    spoilt book = little(0);
    store_all(&book, "search.words", CODING__WORD_COUNT, UINT32_MAX / 2);
    ask_all(&book, NULL);
}

/* The last letters of the file are the end of a word that shares all it has with the one before. */
static void a_word_that_shares_letters_it_does_not_have_is_read_no_further(void **state)
{
    (void)state;
    size_t         size;
    spoilt         book = little(64);
    unsigned char *letters = move_section(&book, "search.letters", 64);
    memcpy(letters, "hypertension", 12);
    memcpy(letters + 52, "hypertensio", 11);
    unsigned char *words = section(&book, "search.words", &size);
    for (size_t i = 0; i < size; i += 16) {
        coding__store32(words + i + CODING__WORD_LETTERS, i / 16 % 2 ? 62 : 0);
        words[i + CODING__WORD_FLAGS] = CODING__WORD_IN_TEXTS;
    }
    unsigned char *alphabet = section(&book, "search.alphabet", &size);
    for (uint32_t i = 0; i < size / 4; i++) coding__store32(alphabet + 4 * (size_t)i, i | (i % 2 ? 47u << 24 : 0));
    coding_desk *desk = desk_on(&book);
    coding_search(desk, "hypertensionx", 13, NULL);
    coding_desk_free(desk);
    ask_all(&book, NULL);
}

static void a_title_of_endless_words_is_cut(void **state)
{
    (void)state;
    enum { TEXT = 1 << 20 };
    spoilt         book = little(TEXT);
    unsigned char *text = move_section(&book, "text", TEXT);
    memset(text + 1, 'a', TEXT - 2);
    store_all(&book, "title.words", 0, 1);
    coding_desk *desk = desk_on(&book);
    const char  *title = coding_entry_title(desk, coding_find(coding_desk_book(desk), icd10cm("I10")), 0);
    assert_true(*title && strlen(title) < 1000);
    coding_desk_free(desk);
    ask_all(&book, NULL);
}

static void a_book_of_too_many_systems_is_refused(void **state)
{
    (void)state;
    coding_error error;
    spoilt       book = little(48 * 129);
    move_section(&book, "systems", 48 * 129);
    assert_null(open_spoilt(&book, &error));
    assert_string_equal(error.at, "systems");
    free(book.bytes);
}

static void a_section_whose_name_has_no_end_is_refused(void **state)
{
    (void)state;
    coding_error error;
    spoilt       book = little(0);
    memcpy(section_record(&book, "notes"), "sixteen letters!", 16);
    assert_null(open_spoilt(&book, &error));
    assert_string_equal(error.at, "sixteen letters!");
    free(book.bytes);
}

static void set_all_bits(const spoilt *book, const char *name)
{
    size_t         size;
    unsigned char *at = section(book, name, &size);
    memset(at, 0xFF, size);
}

static void phrases_that_lead_out_of_the_book_are_walked_inside_it(void **state)
{
    static const uint32_t places[] = {UINT32_MAX, UINT32_MAX - 1, UINT32_MAX / 12, 1};
    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        spoilt roots = little(0), children = little(0), targets = little(0);
        store_all(&roots, "phrases.roots", 0, places[i]);
        ask_all(&roots, "phrases.roots");
        set_all_bits(&children, "phrases.places");
        store_all(&children, "phrases", CODING__PHRASE_CHILD, places[i]);
        ask_all(&children, NULL);
        store_all(&targets, "phrases", CODING__PHRASE_TARGET, places[i]);
        ask_all(&targets, "phrases");
    }
}

static void phrases_all_of_one_word_hold_nobody(void **state)
{
    static const uint32_t words[] = {0, 1, CODING__PHRASE_DENIAL, CODING__PHRASE_MANY, CODING__PHRASE_LAST | 2,
                                     UINT32_MAX};
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        spoilt book = little(0);
        set_all_bits(&book, "phrases.places");
        store_all(&book, "phrases", CODING__PHRASE_WORD, words[i]);
        ask_all(&book, NULL);
    }
}

static void a_book_that_lacks_a_part_of_its_phrases_says_so(void **state)
{
    static const char *const parts[] = {"phrases", "phrases.roots", "phrases.places"};
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        spoilt        book = little(0);
        coding_phrase found[CODING_SCAN_ROOM];
        rename_section(&book, parts[i], "unknown", (uint32_t)width_of(&book, parts[i]));
        coding_desk   *desk = desk_on(&book);
        coding_scanned done = coding_scan(desk, "multiple sclerosis", 18, true, found, CODING_SCAN_ROOM);
        assert_int_equal(done.status, CODING_NOT_IN_BOOK);
        assert_int_equal(done.settled, 0);
        coding_desk_free(desk);
        free(book.bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nodes_that_all_lead_to_one_another_do_not_hold_a_walk),
        cmocka_unit_test(nodes_in_one_endless_chain_do_not_exhaust_the_stack),
        cmocka_unit_test(nodes_that_lead_back_do_not_hold_a_walk),
        cmocka_unit_test(rows_that_are_their_own_parents_end_somewhere),
        cmocka_unit_test(rows_that_reach_to_the_end_of_numbers_end_with_the_book),
        cmocka_unit_test(places_that_lead_to_no_row_hold_nobody),
        cmocka_unit_test(a_rule_that_nobody_knows_is_no_pass),
        cmocka_unit_test(a_note_has_no_more_references_than_the_book),
        cmocka_unit_test(a_history_has_no_more_steps_than_the_book),
        cmocka_unit_test(a_word_in_more_texts_than_there_are_is_read_to_the_end),
        cmocka_unit_test(a_word_that_shares_letters_it_does_not_have_is_read_no_further),
        cmocka_unit_test(a_title_of_endless_words_is_cut),
        cmocka_unit_test(a_book_of_too_many_systems_is_refused),
        cmocka_unit_test(a_section_whose_name_has_no_end_is_refused),
        cmocka_unit_test(phrases_that_lead_out_of_the_book_are_walked_inside_it),
        cmocka_unit_test(phrases_all_of_one_word_hold_nobody),
        cmocka_unit_test(a_book_that_lacks_a_part_of_its_phrases_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
