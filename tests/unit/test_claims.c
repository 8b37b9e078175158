/* The builder of claims, the contract of a review, damaged books of claims, and memory that is refused. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compile/writer.h"
#include "unit/little_book.h"
#include "unit/miser.h"

enum { DAY = 20240715, FILES_MOST = 40 };

static const little_file *all_files(void)
{
    static little_file files[FILES_MOST];
    size_t             count = 0;
    for (const little_file *at = little_release; at->name; at++) files[count++] = *at;
    for (const little_file *at = little_claims; at->name; at++) files[count++] = *at;
    assert_true(count < FILES_MOST);
    files[count] = (little_file){NULL, NULL};
    return files;
}

static coding_desk *little_desk(void **state) { return desk_with_files(state, all_files()); }

static coding_claim *claim_of(coding_desk *desk, const char *text)
{
    coding_error  error;
    coding_claim *claim = coding_claim_parse(desk, text, strlen(text), &error);
    if (!claim) fail_msg("%s: %s: %s", text, error.at, error.reason);
    return claim;
}

static coding_review review_of(coding_desk *desk, const char *text)
{
    return coding_claim_review(desk, claim_of(desk, text), NULL);
}

/* The first finding of a rule; NULL. */
static const coding_claim_finding *of_rule(const coding_review *review, coding_claim_rule rule)
{
    for (size_t i = 0; i < review->count; i++)
        if (review->findings[i].rule == rule) return &review->findings[i];
    return NULL;
}

static bool says(coding_desk *desk, const coding_review *review, coding_claim_rule rule, const char *piece)
{
    for (size_t i = 0; i < review->count; i++)
        if (review->findings[i].rule == rule && strstr(coding_claim_explain(desk, &review->findings[i]), piece))
            return true;
    return false;
}

static coding_claim *new_claim(coding_desk *desk, coding_claim_kind kind)
{
    coding_claim *claim = coding_claim_new(
        desk, &(coding_claim_options){.size = sizeof(coding_claim_options), .kind = kind, .first = DAY});
    coding_claim_add_diagnosis(claim, "I10", 3, NULL);
    return claim;
}

static coding_line_options line_options(void) { return (coding_line_options){.size = sizeof(coding_line_options)}; }

static void nothing_is_a_claim_without_a_day_and_none_is_no_memory(void **state)
{
    coding_desk  *desk = little_desk(state);
    coding_review review = coding_claim_review(desk, coding_claim_new(desk, NULL), NULL);
    assert_int_equal(review.status, CODING_OK);
    assert_int_equal(review.worst, CODING_DENIAL);
    assert_true(says(desk, &review, CODING_CLAIM_RULE_FORM, "no day of service"));
    assert_int_equal(coding_claim_review(desk, NULL, NULL).status, CODING_NO_MEMORY);
    coding_claim_add_line(NULL, "45378", 5, NULL);
    coding_claim_add_diagnosis(NULL, "I10", 3, NULL);
    coding_claim_add_procedure(NULL, "0DTJ0ZZ", 7, 0);
    assert_int_equal(coding_claim_line_count(NULL) + coding_claim_diagnosis_count(NULL), 0);
    assert_int_equal(coding_claim_whole(NULL).first, 0);
}

/* A program of an older library knows fewer fields, and those behind them are not read. */
static void options_shorter_than_ours_are_read_as_far_as_they_go(void **state)
{
    coding_desk         *desk = little_desk(state);
    coding_claim_options whole = {.size = offsetof(coding_claim_options, last), .first = DAY, .last = 1,
                                  .id = "never read"};
    coding_claim        *claim = coding_claim_new(desk, &whole);
    coding_line_options  line = line_options();
    line.size = offsetof(coding_line_options, units);
    line.units = 99;
    line.place = (const char *)1; /* would not be survived */
    coding_claim_add_line(claim, "45378", 5, &line);
    assert_int_equal(coding_claim_whole(claim).last, DAY);
    assert_string_equal(coding_claim_whole(claim).id, "");
    coding_review review = coding_claim_review(desk, claim, &(coding_review_options){.size = 0, .no_notes = true});
    assert_null(of_rule(&review, CODING_CLAIM_RULE_MUE));
    assert_int_equal(review.status, CODING_OK);
}

static void numbers_that_no_enumeration_has_are_read_as_nothing(void **state)
{
    coding_desk             *desk = little_desk(state);
    coding_claim_options     whole = {.size = sizeof whole, .kind = (coding_claim_kind)77, .first = DAY,
                                      .sex = (coding_sex)200};
    coding_diagnosis_options with = {.size = sizeof with, .role = (coding_claim_role)99, .poa = (coding_poa)-1,
                                     .system = (coding_system)12345};
    coding_claim            *claim = coding_claim_new(desk, &whole);
    coding_claim_add_diagnosis(claim, "I10", 3, &with);
    coding_claim_add_line(claim, "45378", 5, NULL);
    assert_int_equal(coding_claim_whole(claim).kind, CODING_CLAIM_PROFESSIONAL);
    assert_int_equal(coding_claim_whole(claim).sex, CODING_SEX_UNKNOWN);
    assert_int_equal(coding_claim_review(desk, claim, NULL).status, CODING_OK);
}

static void texts_with_bytes_of_zero_are_no_codes(void **state)
{
    coding_desk  *desk = little_desk(state);
    coding_claim *claim = new_claim(desk, CODING_CLAIM_OUTPATIENT);
    coding_claim_add_diagnosis(claim, "I1\0", 3, NULL);
    coding_claim_add_line(claim, "\0005378", 5, NULL);
    coding_claim_add_line(claim, "", 0, NULL); /* a revenue code alone: right */
    coding_review review = coding_claim_review(desk, claim, NULL);
    const coding_claim_finding *finding = of_rule(&review, CODING_CLAIM_RULE_CODE);
    assert_non_null(finding);
    unsigned lines = 0;
    for (size_t i = 0; i < review.count; i++)
        lines += review.findings[i].rule == CODING_CLAIM_RULE_CODE
                 && review.findings[i].place.part == CODING_CLAIM_PART_LINE;
    assert_int_equal(lines, 1);
}

static void units_that_are_no_number_are_told_and_counted_as_one(void **state)
{
    static const double odd[] = {-2, NAN, INFINITY, 1e6};
    coding_desk        *desk = little_desk(state);
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        coding_claim       *claim = new_claim(desk, CODING_CLAIM_PROFESSIONAL);
        coding_line_options line = line_options();
        line.units = odd[i];
        coding_claim_add_line(claim, "45378", 5, &line);
        coding_review review = coding_claim_review(desk, claim, NULL);
        assert_true(says(desk, &review, CODING_CLAIM_RULE_FORM, "units cannot be meant"));
        assert_true((of_rule(&review, CODING_CLAIM_RULE_MUE) != NULL) == (odd[i] > 0));
    }
}

static void days_that_no_calendar_has_are_told(void **state)
{
    coding_desk         *desk = little_desk(state);
    coding_claim_options whole = {.size = sizeof whole, .first = 20240229, .last = 20240230, .born = 19619999};
    coding_claim        *claim = coding_claim_new(desk, &whole);
    coding_line_options  line = line_options();
    coding_claim_add_diagnosis(claim, "I10", 3, NULL);
    line.first = 20240229, line.last = 20240299;
    coding_claim_add_line(claim, "45378", 5, &line);
    coding_review review = coding_claim_review(desk, claim, NULL);
    unsigned      told = 0;
    for (size_t i = 0; i < review.count; i++)
        told += strstr(coding_claim_explain(desk, &review.findings[i]), "no calendar") != NULL;
    assert_int_equal(told, 3);
}

static void a_pointer_of_many_digits_is_none(void **state)
{
    static const char *const pointers[] = {"1234", "1234567890123456789012345", "0", "M", "1x", "256"};
    coding_desk             *desk = little_desk(state);
    for (size_t i = 0; i < sizeof pointers / sizeof *pointers; i++) {
        coding_claim       *claim = new_claim(desk, CODING_CLAIM_PROFESSIONAL);
        coding_line_options line = line_options();
        line.pointers = pointers[i];
        coding_claim_add_line(claim, "45378", 5, &line);
        coding_review review = coding_claim_review(desk, claim, NULL);
        assert_true(says(desk, &review, CODING_CLAIM_RULE_POINTER, "no number from 1 to 12"));
    }
}

static void cents_beyond_all_numbers_are_the_largest(void **state)
{
    coding_desk        *desk = little_desk(state);
    coding_claim       *claim = new_claim(desk, CODING_CLAIM_PROFESSIONAL);
    coding_line_options line = line_options();
    line.charge = INT64_MAX;
    for (int i = 0; i < 3; i++) coding_claim_add_line(claim, "45378", 5, &line); /* one a day: all three are denied */
    assert_int_equal(coding_claim_whole(claim).charge, INT64_MAX);
    assert_int_equal(coding_claim_review(desk, claim, NULL).at_stake, INT64_MAX);
}

static void findings_stand_by_severity_then_place_then_rule(void **state)
{
    coding_desk  *desk = little_desk(state);
    coding_review review = review_of(desk, "professional 2024-07-15 45 | dx I10 G35 E11.9 E08.9 | 45385 $10 | "
                                           "45378 x3 $20 | 45380 $40 | 11045 $80");
    assert_true(review.count > 5);
    for (size_t i = 1; i < review.count; i++) {
        const coding_claim_finding *a = &review.findings[i - 1], *b = &review.findings[i];
        assert_true(a->severity >= b->severity);
        if (a->severity != b->severity) continue;
        assert_true(a->place.part <= b->place.part);
        if (a->place.part != b->place.part) continue;
        assert_true(a->place.number <= b->place.number);
        if (a->place.number == b->place.number) assert_true(a->rule <= b->rule);
    }
    assert_int_equal(review.worst, review.findings[0].severity);
}

/* 45378 is denied twice over, by the pair and by its units, and counts once. */
static void money_at_stake_counts_each_denied_line_once(void **state)
{
    coding_desk  *desk = little_desk(state);
    coding_review review =
        review_of(desk, "professional 2024-07-15 45 | dx I10 | 45385 $10 | 45378 x3 $20 | 45380-59 $40");
    assert_non_null(of_rule(&review, CODING_CLAIM_RULE_PTP));
    assert_non_null(of_rule(&review, CODING_CLAIM_RULE_MUE));
    assert_int_equal(review.at_stake, 2000);
}

static void each_rule_is_asked_or_unasked_and_never_both(void **state)
{
    static const char *const claims[] = {"professional 2024-07-15 45 | dx I10 | 45385 | 45378",
                                         "professional 2019-07-15 45 | dx I10 | 45385 | 45378",
                                         "outpatient 2024-09-30..2024-10-02 | dx I10 | 45385 | 45378 @2024-10-01"};
    coding_desk             *desk = little_desk(state);
    for (size_t i = 0; i < 3; i++) {
        coding_review review = review_of(desk, claims[i]);
        assert_int_equal(review.asked & review.unasked, 0);
        for (int rule = 0; rule < CODING_CLAIM_RULE_TOTAL; rule++) {
            bool told = false;
            for (size_t f = 0; f < review.count; f++)
                told |= review.findings[f].rule == (coding_claim_rule)rule
                        && review.findings[f].verdict == CODING_RULE_NOT_CHECKED && rule != CODING_CLAIM_RULE_CODE;
            assert_int_equal(told, review.unasked >> rule & 1);
        }
        assert_int_equal(review.unasked >> CODING_CLAIM_RULE_PTP & 1, i == 2);
    }
}

static void options_choose_rules_and_leave_out_notes_and_money(void **state)
{
    coding_desk          *desk = little_desk(state);
    coding_claim         *claim = claim_of(desk, "professional 2024-07-15 45 | dx I10 | 45385 | 45378 x3");
    coding_review_options with = {.size = sizeof with, .rules = UINT64_C(1) << CODING_CLAIM_RULE_MUE};
    coding_review         review = coding_claim_review(desk, claim, &with);
    assert_int_equal(review.count, 1);
    assert_int_equal(review.asked, UINT64_C(1) << CODING_CLAIM_RULE_MUE);
    review = coding_claim_review(desk, claim, &(coding_review_options){.size = sizeof with, .no_notes = true});
    for (size_t i = 0; i < review.count; i++) assert_int_not_equal(review.findings[i].severity, CODING_NOTE);
    review = coding_claim_review(desk, claim, NULL);
    assert_non_null(of_rule(&review, CODING_CLAIM_RULE_MULTIPLE));
    review = coding_claim_review(desk, claim, &(coding_review_options){.size = sizeof with, .no_money = true});
    assert_null(of_rule(&review, CODING_CLAIM_RULE_MULTIPLE));
}

static void assert_necessity(coding_desk *desk, const char *claim, const char *piece)
{
    coding_review               review = review_of(desk, claim);
    const coding_claim_finding *finding = of_rule(&review, CODING_CLAIM_RULE_NECESSITY);
    if (!piece && finding) fail_msg("%s: %s", claim, coding_claim_explain(desk, finding));
    if (piece && !says(desk, &review, CODING_CLAIM_RULE_NECESSITY, piece)) fail_msg("%s: not said: %s", claim, piece);
    if (piece) assert_non_null(finding->source.release);
}

static void a_service_is_justified_by_what_its_line_points_to(void **state)
{
    coding_desk *desk = little_desk(state);
    assert_necessity(desk, "professional 2024-07-15 | dx I10 | 45378", NULL);
    assert_necessity(desk, "professional 2024-07-15 | dx E11.65 | 45385", NULL);
    assert_necessity(desk, "professional 2024-07-15 | dx G35 | 45378", "G35 never justifies it");
    assert_necessity(desk, "professional 2024-07-15 | dx I10 G35 | 45378 >1", NULL);
    assert_necessity(desk, "professional 2024-07-15 | dx I10 G35 | 45378 >2", "G35 never justifies it");
    assert_necessity(desk, "professional 2024-07-15 | dx S13.4XXA | 45385", "no diagnosis that it points to");
    assert_necessity(desk, "professional 2024-07-15 | dx G35 | A0100", "only beside another");
    assert_necessity(desk, "professional 2024-12-31 | dx G35 | A0100", "only beside another");
}

/* One policy under one name that was written anew: each writing has days of its own. */
static void a_policy_with_other_days_is_another_one(void **state)
{
    static const char policies[] = "policy\ttitle\tcodes\tkind\tdiagnoses\tfirst\tuntil\tbecause\n"
                                   "L9\tTaxis\tA0100\tcovers\tI10\t20200101\t20201231\ta test\n"
                                   "L9\tTaxis\tA0100\tcovers\tG35\t20200101\t-\ta test\n";
    little_file       files[FILES_MOST];
    size_t            count = 0;
    for (const little_file *at = little_release; at->name; at++) files[count++] = *at;
    files[count] = (little_file){"policies.tsv", policies};
    files[count + 1] = (little_file){NULL, NULL};
    coding_desk *desk = desk_with_files(state, files);
    assert_necessity(desk, "professional 2024-07-15 | dx G35 | A0100", NULL);
    assert_necessity(desk, "professional 2024-07-15 | dx I10 | A0100", "one that does is G35");
}

/* So many of one pair would be a million findings, were each pair of lines told. */
static void a_claim_of_too_many_parts_is_not_taken_apart(void **state)
{
    enum { LINES = 10001, DIAGNOSES = 1001 };
    coding_desk  *desk = little_desk(state);
    coding_claim *claim = new_claim(desk, CODING_CLAIM_OUTPATIENT);
    for (int i = 1; i < DIAGNOSES; i++) coding_claim_add_diagnosis(claim, i % 2 ? "E11.9" : "E08.9", 5, NULL);
    for (int i = 0; i < LINES; i++) coding_claim_add_line(claim, i % 2 ? "45385" : "45378", 5, NULL);
    coding_review review = coding_claim_review(desk, claim, NULL);
    assert_int_equal(review.status, CODING_OK);
    assert_true(says(desk, &review, CODING_CLAIM_RULE_FORM, "10001 parts of one kind"));
    assert_true(says(desk, &review, CODING_CLAIM_RULE_FORM, "1001 parts of one kind"));
    size_t pairs = 0;
    for (size_t i = 0; i < review.count; i++) pairs += review.findings[i].rule == CODING_CLAIM_RULE_PTP;
    assert_int_equal(pairs, 5000);
}

static const char *const claims[] = {
    "professional 2024-07-15 F 45 pos=11 | dx I10 G35 E11.9 E08.9 | 45385-59 | 45378 x3 >1 | 45380 | 11045 | 99214-25",
    "professional 2024-07-15 | dx I10 | A0100 x9 | 97597 | 11042-50 | G0105 @2024-08-31 | 45378",
    "outpatient 2024-07-15 M 45 | dx E11.65 E08.9 S13.4XXA T81.40XA | 45385 rev=0360 | 45378 rev=0360",
    "inpatient 2024-07-15..2024-07-18 M 3 status=01 | dx E08.9/Y I10/N E11.9 | pcs 0DTJ0ZZ 0DTJ4ZZ | - rev=0120 x3",
};

enum { CLAIMS = sizeof claims / sizeof *claims };

/* Reviews them all and reads every sentence: answers how long these are together. */
static size_t ask_all(coding_desk *desk)
{
    size_t length = 0;
    for (size_t i = 0; i < CLAIMS; i++) {
        coding_claim *claim = claim_of(desk, claims[i]);
        coding_review review = coding_claim_review(desk, claim, NULL);
        for (size_t f = 0; f < review.count; f++) {
            assert_true(review.findings[f].severity <= CODING_DENIAL);
            length += strlen(coding_claim_explain(desk, &review.findings[f]));
        }
        coding_desk_clear(desk);
    }
    return length;
}

static void open_again(unsigned char *bytes, size_t length)
{
    coding_error error;
    uint32_t     sections = coding__load32(bytes + CODING__HEADER_COUNT);
    size_t       covered = CODING__HEADER_BYTES + (size_t)sections * CODING__SECTION_BYTES;
    coding__store32(bytes + CODING__HEADER_CHECKSUM, 0);
    coding__store32(bytes + CODING__HEADER_CHECKSUM, coding__checksum(0, bytes, covered));
    coding_book *book = coding_book_open_memory(bytes, length, &error);
    if (!book) return;
    coding_desk *desk = coding_desk_new(book, NULL);
    coding_book_close(book);
    ask_all(desk);
    coding_desk_free(desk);
}

static bool is_of_claims(const unsigned char *record)
{
    static const char *const names[] = {"claim.", "services", "ptp", "mue", "add.ons", "fees", "mce.", "policies"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strncmp((const char *)record, names[i], strlen(names[i]))) return true;
    return false;
}

/* Each section of claims: filled with a byte, with every seventh byte turned over, and cut to one record. */
static void spoil_section(const unsigned char *sound, size_t length, size_t at)
{
    static const unsigned char fills[] = {0x00, 0xFF, 0x01, 0x7F};
    unsigned char             *bytes = malloc(length);
    assert_non_null(bytes);
    size_t offset = (size_t)coding__load64(sound + at + CODING__SECTION_OFFSET);
    size_t size = (size_t)coding__load64(sound + at + CODING__SECTION_SIZE);
    size_t width = coding__load32(sound + at + CODING__SECTION_WIDTH);
    for (size_t i = 0; i < sizeof fills; i++) {
        memcpy(bytes, sound, length);
        memset(bytes + offset, fills[i], size);
        open_again(bytes, length);
    }
    for (size_t phase = 0; phase < 7; phase++) {
        memcpy(bytes, sound, length);
        for (size_t i = phase; i < size; i += 7) bytes[offset + i] ^= 0xFF;
        open_again(bytes, length);
    }
    for (size_t left = 0; left <= size; left += size > width ? size - width : size + 1) {
        memcpy(bytes, sound, length);
        coding__store64(bytes + at + CODING__SECTION_SIZE, left);
        open_again(bytes, length);
    }
    free(bytes);
}

static void damaged_tables_of_claims_know_less_and_lead_nowhere(void **state)
{
    size_t         length, spoilt = 0;
    unsigned char *sound = book_bytes(all_files(), &length);
    (void)state;
    for (uint32_t i = 0; i < coding__load32(sound + CODING__HEADER_COUNT); i++) {
        size_t at = CODING__HEADER_BYTES + (size_t)i * CODING__SECTION_BYTES;
        if (!is_of_claims(sound + at)) continue;
        spoil_section(sound, length, at);
        spoilt++;
    }
    assert_true(spoilt > 15);
    free(sound);
}

/* A claim built and reviewed while one call of the allocator is refused: all of it is right, or it says so. */
static bool refuse_call(coding_book *book, size_t count, size_t call)
{
    miser            own;
    coding_allocator allocator = miser_allocator(&own);
    own.refuse = call;
    coding_desk *desk = coding_desk_new(book, &allocator);
    if (!desk) return true;
    coding_claim *claim = new_claim(desk, CODING_CLAIM_PROFESSIONAL);
    for (int i = 0; i < 300; i++) coding_claim_add_line(claim, i % 2 ? "45385" : "45378", 5, NULL);
    coding_review review = coding_claim_review(desk, claim, NULL);
    if (review.status == CODING_OK) assert_int_equal(review.count, count);
    else assert_int_equal(review.status, CODING_NO_MEMORY);
    for (size_t i = 0; i < review.count; i++) assert_non_null(coding_claim_explain(desk, &review.findings[i]));
    bool refused = own.asked >= call;
    coding_desk_free(desk);
    assert_int_equal(own.held, 0);
    return refused;
}

/* To be closed, and its bytes to be freed, by the caller. */
static coding_book *little_book(unsigned char **bytes)
{
    size_t length;
    *bytes = book_bytes(all_files(), &length);
    coding_book *book = coding_book_open_memory(*bytes, length, NULL);
    assert_non_null(book);
    return book;
}

static void each_call_of_the_allocator_may_be_refused(void **state)
{
    unsigned char *bytes;
    coding_book   *book = little_book(&bytes);
    coding_desk   *desk = coding_desk_new(book, NULL);
    coding_claim  *claim = new_claim(desk, CODING_CLAIM_PROFESSIONAL);
    (void)state;
    for (int i = 0; i < 300; i++) coding_claim_add_line(claim, i % 2 ? "45385" : "45378", 5, NULL);
    size_t count = coding_claim_review(desk, claim, NULL).count, call = 1;
    while (refuse_call(book, count, call)) call++;
    assert_true(call > 5);
    coding_desk_free(desk);
    coding_book_close(book);
    free(bytes);
}

/* The line that was lost is not the last: whoever builds on has a claim that lacks something. */
static void a_part_that_was_lost_is_told_by_every_later_review(void **state)
{
    unsigned char   *bytes;
    miser            own;
    coding_allocator allocator = miser_allocator(&own);
    coding_book     *book = little_book(&bytes);
    coding_desk     *desk = coding_desk_new(book, &allocator);
    coding_claim    *claim = new_claim(desk, CODING_CLAIM_PROFESSIONAL);
    own.refuse = own.asked + 1;
    while (own.asked < own.refuse) coding_claim_add_line(claim, "45385", 5, NULL);
    coding_claim_add_line(claim, "45378", 5, NULL);
    assert_int_equal(coding_claim_review(desk, claim, NULL).status, CODING_NO_MEMORY);
    assert_int_equal(coding_claim_review(desk, claim, NULL).status, CODING_NO_MEMORY);
    coding_desk_free(desk);
    coding_book_close(book);
    free(bytes);
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(nothing_is_a_claim_without_a_day_and_none_is_no_memory),
        little_test(options_shorter_than_ours_are_read_as_far_as_they_go),
        little_test(numbers_that_no_enumeration_has_are_read_as_nothing),
        little_test(texts_with_bytes_of_zero_are_no_codes),
        little_test(units_that_are_no_number_are_told_and_counted_as_one),
        little_test(days_that_no_calendar_has_are_told),
        little_test(a_pointer_of_many_digits_is_none),
        little_test(cents_beyond_all_numbers_are_the_largest),
        little_test(findings_stand_by_severity_then_place_then_rule),
        little_test(money_at_stake_counts_each_denied_line_once),
        little_test(each_rule_is_asked_or_unasked_and_never_both),
        little_test(options_choose_rules_and_leave_out_notes_and_money),
        little_test(a_service_is_justified_by_what_its_line_points_to),
        little_test(a_policy_with_other_days_is_another_one),
        little_test(a_claim_of_too_many_parts_is_not_taken_apart),
        cmocka_unit_test(damaged_tables_of_claims_know_less_and_lead_nowhere),
        cmocka_unit_test(each_call_of_the_allocator_may_be_refused),
        cmocka_unit_test(a_part_that_was_lost_is_told_by_every_later_review),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
