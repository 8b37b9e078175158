/* Claims from X12 837. Each file of fixtures/x12 has beside it what is read in it, item by item; and all of them are
 * read in all kinds of pieces, cut off at every byte, and without memory. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/claims_refused.h"
#include "unit/little_book.h"

enum { WHOLE = 1 << 30, MEGABYTE = 1 << 20, PATH = 512, NOISE = 8 };

#ifdef CODING_SLOW
enum { STRIDE = 61 };
#else
enum { STRIDE = 1 };
#endif

#define FIXTURES CODING_VECTORS "/../fixtures/x12/"

static const char codes[] = "icd10cm  I10  billable  20151001  -  Essential (primary) hypertension\n";

/* A sentence and the file that shows it. */
typedef struct shown {
    const char *sentence;
    const char *file;
} shown;

static const shown fixtures[] = {
    {"a practitioner's claim has diagnoses, lines and the subscriber as its patient", "professional"},
    {"a dependent is the patient of the claims behind his level", "dependent"},
    {"each claim has the patient of its own level, subscribers and dependents mixed", "several_patients"},
    {"a stay has its status, days, POA and procedures", "inpatient"},
    {"a hospital's outpatient has reasons for the visit and lines of revenue alone", "outpatient"},
    {"a dentist's claim has its day for lines that have none", "dental"},
    {"separators are those of ISA, a line break as terminator among them", "separators"},
    {"separators may be control characters", "separators_of_control"},
    {"line breaks behind terminators are noise", "line_breaks"},
    {"a file may be one line", "one_line"},
    {"a byte order mark is no segment", "byte_order_mark"},
    {"version 4010 is read and said so", "version_4010"},
    {"a hospital's version 4010 is read and said so", "version_4010_hospital"},
    {"each interchange declares separators of its own", "two_interchanges"},
    {"groups and sets of different guides share an interchange", "groups_and_sets"},
    {"another payer's names and days are not the claim's", "other_payer"},
    {"drugs stand with their service, minutes are no units, notes are passed over", "drugs_and_minutes"},
    {"a supplier of equipment is told by his taxonomy", "supplier"},
    {"counts that are wrong are told, and the claims read", "counts_wrong"},
    {"control numbers that differ are told, and the claims read", "controls_wrong"},
    {"a set without SE is told at the next ST", "set_not_closed"},
    {"a group without GE is told at the next GS", "group_not_closed"},
    {"an interchange without IEA is told at the next ISA", "interchange_not_closed"},
    {"each element that is wrong is told, and the next claim is read", "elements_wrong"},
    {"a segment of too many codes is told, and all are read", "elements_too_many"},
    {"a type of bill that is none is told", "bill_wrong"},
    {"segments in impossible places are told", "segments_misplaced"},
    {"levels that hang nowhere are told", "hierarchy_wrong"},
    {"lines without service or day are told", "lines_missing"},
    {"a text that ends in a segment is told, and its claim left out", "cut_in_a_segment"},
    {"a text that ends between segments is told, and its claim left out", "cut_in_a_claim"},
    {"a text that ends behind SE keeps its claims", "cut_before_the_end"},
    {"a text that ends in ISA is told", "cut_in_isa"},
    {"other transaction sets are passed over and told", "other_transactions"},
    {"other versions are passed over and told", "other_version"},
    {"an ISA of another length is told and read", "isa_badly_filled"},
    {"an ISA without its elements is told", "isa_without_elements"},
    {"text between interchanges is told, and the next interchange read", "text_between"},
    {"qualifiers of two editions on one claim are told", "editions_mixed"},
    {"claims of the ninth edition are read as such", "ninth_edition"},
    {"names need not be UTF-8, but numbers of claims do", "not_utf8"},
    {"bytes that are no segments are told once in a row", "garbage"},
    {"a set without GS is told and read", "group_missing"},
    {"closing segments that close nothing are told", "closings_alone"},
    {"birth and sex that are none are told", "sex_and_birth_wrong"},
    {"a letter is no claim", "not_x12"},
};
enum { FIXTURES_COUNT = sizeof fixtures / sizeof *fixtures };

typedef struct text {
    char  *bytes;
    size_t length;
} text;

static text contents(const char *name, const char *ending)
{
    char path[PATH];
    snprintf(path, sizeof path, FIXTURES "%s%s", name, ending);
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) fail_msg("%s cannot be read", path);
    text found = {NULL, (size_t)ftell(file)};
    found.bytes = malloc(found.length + 1);
    assert_non_null(found.bytes);
    rewind(file);
    assert_int_equal(fread(found.bytes, 1, found.length, file), found.length);
    fclose(file);
    found.bytes[found.length] = '\0';
    return found;
}

static claims_words items_of(coding_desk *desk, text given, claims_pieces pieces)
{
    return claims_items(desk, given.bytes, given.length, pieces);
}

static void a_file_has_its_items(void **state)
{
    const char  *name = *state;
    coding_desk *desk = desk_with(state, codes);
    text         file = contents(name, ".x12"), expected = contents(name, ".items");
    claims_words items = items_of(desk, file, (claims_pieces){0, WHOLE});
    assert_string_equal(items.text, expected.bytes);
    free(items.text), free(file.bytes), free(expected.bytes);
}

static void check_same(coding_desk *desk, text file, claims_pieces pieces, const char *name, const char *expected)
{
    claims_words items = items_of(desk, file, pieces);
    if (strcmp(items.text, expected))
        fail_msg("%s, pieces of %zu after %zu:\n%s", name, pieces.piece, pieces.first, items.text);
    free(items.text);
}

static void every_split_of_a_file_gives_the_same_items(void **state)
{
    coding_desk *desk = desk_with(state, codes);
    for (size_t i = 0; i < FIXTURES_COUNT; i++) {
        text file = contents(fixtures[i].file, ".x12"), expected = contents(fixtures[i].file, ".items");
        for (size_t at = 1; at < file.length; at += STRIDE)
            check_same(desk, file, (claims_pieces){at, WHOLE}, fixtures[i].file, expected.bytes);
        for (size_t size = 1; size <= 128; size += STRIDE)
            check_same(desk, file, (claims_pieces){0, size}, fixtures[i].file, expected.bytes);
        free(file.bytes), free(expected.bytes);
    }
}

/* The last item that the words tell of. */
static bool ends_in_trouble(const char *words)
{
    const char *last = words;
    for (const char *line = words; line && *line; line = strchr(line, '\n'), line = line ? line + 1 : NULL)
        if (*line != ' ') last = line;
    return *last && strncmp(last, "fine", 4) != 0;
}

static void every_file_that_is_cut_off_ends_in_trouble(void **state)
{
    coding_desk *desk = desk_with(state, codes);
    text         file = contents("several_patients", ".x12");
    size_t       end = file.length - 2; /* without the last terminator and the line break behind it */
    for (file.length = 1; file.length <= end; file.length += STRIDE) {
        claims_words items = items_of(desk, file, (claims_pieces){0, WHOLE});
        if (!ends_in_trouble(items.text)) fail_msg("%zu bytes:\n%s", file.length, items.text);
        free(items.text);
    }
    free(file.bytes);
}

static void every_front_of_a_broken_file_is_read_without_a_crash(void **state)
{
    coding_desk *desk = desk_with(state, codes);
    for (size_t i = 0; i < FIXTURES_COUNT; i++) {
        text file = contents(fixtures[i].file, ".x12");
        for (; file.length > NOISE; file.length -= file.length > STRIDE ? STRIDE : file.length) {
            claims_words items = items_of(desk, file, (claims_pieces){0, WHOLE});
            assert_true(items.length > 0);
            free(items.text);
        }
        free(file.bytes);
    }
}

static void memory_that_is_refused_is_told_and_nothing_leaks(void **state)
{
    static const char *const files[] = {"several_patients", "elements_wrong", "cut_in_a_claim", "not_x12",
                                        "two_interchanges"};
    little_file              book_files[] = {{"codes.tsv", codes}, {NULL, NULL}};
    size_t                   length;
    void                    *bytes = book_bytes(book_files, &length);
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        text file = contents(files[i], ".x12"), expected = contents(files[i], ".items");
        claims_refuse_each(&(claims_asked){bytes, length, file.bytes, file.length, expected.bytes, 100}, 500);
        free(file.bytes), free(expected.bytes);
    }
    free(bytes);
}

static size_t count_of(const char *words, const char *sought)
{
    size_t count = 0;
    for (const char *at = words; (at = strstr(at, sought)); at += strlen(sought)) count++;
    return count;
}

/* The file with `filler` many times in place of `old`. */
static text filled(const char *name, const char *old, const char *filler, size_t length)
{
    text  file = contents(name, ".x12");
    char *at = strstr(file.bytes, old);
    assert_non_null(at);
    size_t before = (size_t)(at - file.bytes), behind = before + strlen(old), each = strlen(filler);
    text   made = {malloc(file.length + length), before};
    assert_non_null(made.bytes);
    memcpy(made.bytes, file.bytes, before);
    for (; made.length + each <= before + length; made.length += each) memcpy(made.bytes + made.length, filler, each);
    memcpy(made.bytes + made.length, file.bytes + behind, file.length - behind);
    made.length += file.length - behind;
    free(file.bytes);
    return made;
}

static void a_segment_of_ten_megabytes_is_told_and_its_claim_read(void **state)
{
    coding_desk *desk = desk_with(state, codes);
    text         file = filled("professional", "REF*EA", "NTE*", 10 * MEGABYTE);
    for (size_t piece = 4096; piece <= WHOLE; piece *= WHOLE / 4096) {
        claims_words items = items_of(desk, file, (claims_pieces){0, piece});
        assert_int_equal(count_of(items.text, "more than 65536 bytes"), 1);
        assert_int_equal(count_of(items.text, "id=A1"), 1);
        assert_int_equal(count_of(items.text, "segment segment=NTE number=20"), 1);
        free(items.text);
    }
    assert_in_range(coding_desk_used(desk).held, 0, MEGABYTE);
    free(file.bytes);
}

static void megabytes_of_any_one_byte_end(void **state)
{
    coding_desk *desk = desk_with(state, codes);
    text         bytes = {malloc(4 * MEGABYTE), 4 * MEGABYTE}, isa = contents("professional", ".x12");
    assert_non_null(bytes.bytes);
    for (int byte = 0; byte < 256; byte += 17) {
        memset(bytes.bytes, byte, bytes.length);
        for (int headed = 0; headed < 2; headed++) {
            if (headed) memcpy(bytes.bytes, isa.bytes, 107);
            claims_words items = items_of(desk, bytes, (claims_pieces){0, 1 << 16});
            assert_in_range(items.length, 1, 2000);
            free(items.text);
        }
    }
    free(bytes.bytes), free(isa.bytes);
}

static void a_claim_without_end_keeps_its_memory(void **state)
{
    coding_desk *desk = desk_with(state, codes);
    text         file = filled("professional", "LX*2~", "LX*2~SV1*HC:83036*1*UN*1***1~DTP*472*D8*20260105~", MEGABYTE);
    claims_words items = items_of(desk, file, (claims_pieces){0, 4096});
    assert_int_equal(count_of(items.text, "more trouble here, which is left out"), 1);
    assert_int_equal(count_of(items.text, "    line "), 9999);
    assert_in_range(coding_desk_used(desk).held, 0, 32 * MEGABYTE);
    free(items.text), free(file.bytes);
}

static void ten_thousand_claims_need_no_more_memory_than_a_hundred(void **state)
{
    coding_desk   *desk = desk_with(state, codes);
    text           file = contents("professional", ".x12");
    coding_claims *claims = coding_claims_new(desk);
    size_t         held = 0, read = 0;
    for (size_t i = 0; i < 10000; i++) {
        coding_claims_feed(claims, file.bytes, file.length);
        for (coding_claims_item item; coding_claims_next(claims, &item); coding_desk_clear(desk))
            read += item.claim != NULL;
        if (i == 100) held = coding_desk_used(desk).held;
    }
    assert_int_equal(read, 10000);
    assert_int_equal(coding_desk_used(desk).held, held);
    coding_claims_free(claims);
    free(file.bytes);
}

static void what_is_fed_after_the_end_is_told(void **state)
{
    coding_desk       *desk = desk_with(state, codes);
    coding_claims     *claims = coding_claims_new(desk);
    coding_claims_item item;
    coding_claims_finish(claims);
    assert_false(coding_claims_next(claims, &item));
    coding_claims_feed(claims, "ISA", 3);
    coding_claims_finish(claims);
    assert_true(coding_claims_next(claims, &item));
    assert_int_equal(item.trouble, CODING_CLAIMS_FORMAT);
    assert_null(item.claim);
    assert_false(coding_claims_next(claims, &item));
    coding_claims_free(claims);
}

static void pieces_may_be_fed_before_the_ones_before_are_read(void **state)
{
    coding_desk   *desk = desk_with(state, codes);
    coding_claims *claims = coding_claims_new(desk);
    text           file = contents("several_patients", ".x12"), expected = contents("several_patients", ".items");
    claims_words   words = {0};
    for (size_t at = 0; at < file.length; at += 50)
        coding_claims_feed(claims, file.bytes + at, file.length - at < 50 ? file.length - at : 50);
    coding_claims_finish(claims);
    for (coding_claims_item item; coding_claims_next(claims, &item); coding_desk_clear(desk))
        claims_words_add(&words, &item);
    assert_string_equal(words.text, expected.bytes);
    coding_claims_free(claims);
    free(words.text), free(file.bytes), free(expected.bytes);
}

static void no_reader_reads_nothing(void **state)
{
    coding_claims_item item;
    (void)state;
    coding_claims_feed(NULL, "ISA", 3);
    coding_claims_finish(NULL);
    assert_false(coding_claims_next(NULL, &item));
    assert_string_equal(item.reason, "");
    coding_claims_free(NULL);
}

static void nothing_is_read_of_no_text(void **state)
{
    coding_desk *desk = desk_with(state, codes);
    claims_words empty = claims_items(desk, "", 0, (claims_pieces){0, 1});
    claims_words blank = claims_items(desk, "\r\n \n", 4, (claims_pieces){0, 1});
    assert_int_equal(empty.length + blank.length, 0);
    free(empty.text), free(blank.text);
}

static void troubles_have_names(void **state)
{
    (void)state;
    assert_string_equal(coding_claims_trouble_name(CODING_CLAIMS_ENVELOPE), "envelope");
    assert_string_equal(coding_claims_trouble_name(CODING_CLAIMS_MEMORY), "memory");
}

int main(void)
{
    static struct CMUnitTest shown_tests[FIXTURES_COUNT];
    const struct CMUnitTest  tests[] = {
        little_test(every_split_of_a_file_gives_the_same_items),
        little_test(every_file_that_is_cut_off_ends_in_trouble),
        little_test(every_front_of_a_broken_file_is_read_without_a_crash),
        cmocka_unit_test(memory_that_is_refused_is_told_and_nothing_leaks),
        little_test(a_segment_of_ten_megabytes_is_told_and_its_claim_read),
        little_test(megabytes_of_any_one_byte_end),
        little_test(a_claim_without_end_keeps_its_memory),
        little_test(ten_thousand_claims_need_no_more_memory_than_a_hundred),
        little_test(what_is_fed_after_the_end_is_told),
        little_test(pieces_may_be_fed_before_the_ones_before_are_read),
        cmocka_unit_test(no_reader_reads_nothing),
        little_test(nothing_is_read_of_no_text),
        cmocka_unit_test(troubles_have_names),
    };
    for (size_t i = 0; i < FIXTURES_COUNT; i++)
        shown_tests[i] = (struct CMUnitTest){fixtures[i].sentence, a_file_has_its_items, NULL, teardown_desk,
                                             (void *)(uintptr_t)fixtures[i].file};
    int failed = cmocka_run_group_tests_name("files", shown_tests, NULL, NULL);
    return failed + cmocka_run_group_tests_name("pieces and damage", tests, NULL, NULL);
}
