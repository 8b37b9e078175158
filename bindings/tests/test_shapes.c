/* Answers of the little release, handed over and packed: what a language sees of them. */
#include "unit/little_release.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "asks.h"
#include "columns.h"
#include "numbers.h"
#include "shapes.h"
#include "telling.h"

enum { DAY = 20251001, BEFORE = 20200930 };

static coding_desk *desk;
static coding__room room; /* of the little book, for the day that a question means */
static told         walked, unpacked;
static size_t       allocations, refused;

void *__real_realloc(void *memory, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void *__wrap_realloc(void *memory, size_t size)
{
    return ++allocations == refused ? NULL : __real_realloc(memory, size);
}

static int open_book(void **state)
{
    refused = 0;
    desk = desk_with_files(state, little_release);
    room.book = (coding_book *)(uintptr_t)coding_desk_book(desk);
    return 0;
}

static coding__ask asked(const char *text, coding__unit unit)
{
    return (coding__ask){.desk = desk, .text = text, .length = strlen(text), .unit = unit};
}

/* The answer as a line, which the walk and the parcel must tell alike. */
static const char *line_of(const coding__ask *ask, const coding__shape *shape, const void *answer)
{
    coding_error   error;
    coding__parcel parcel = {0};
    if (!tell_answer(&walked, ask, shape, answer, &error)) fail_msg("%s", error.reason);
    assert_true(coding__parcel_pack(&parcel, ask, shape, answer, &error));
    assert_int_equal(tell_parcel(&unpacked, shape, parcel.bytes, parcel.length), parcel.length);
    assert_string_equal(walked.text, unpacked.text);
    coding__parcel_free(&parcel);
    return walked.text;
}

static void assert_tells(const char *line, const char *piece)
{
    if (!strstr(line, piece)) fail_msg("%s is not in %s", piece, line);
}

static coding_verdict check(const char *text, coding_date on)
{
    return coding__room_check(&room, desk, text, strlen(text), CODING_ICD10CM, on);
}

static void a_code_that_stands_has_no_finding(void **state)
{
    coding__ask    ask = asked("i10", CODING__BYTES);
    coding_verdict verdict = check("i10", DAY);
    (void)state;
    assert_string_equal(line_of(&ask, &coding__shape_verdict, &verdict),
                        "Verdict{rule=stands;code=\"I10\";system=icd10cm;on=20251001;findings=0[];instead=0[];"
                        "nearest=\"I10\";modifiers=0[];changed=yes;status=ok;};");
}

static void a_finding_has_its_sentence_and_its_source(void **state)
{
    coding__ask    ask = asked("G35", CODING__BYTES);
    coding_verdict verdict = check("G35", DAY);
    const char    *line = line_of(&ask, &coding__shape_verdict, &verdict);
    (void)state;
    assert_tells(line, "Verdict{rule=header;code=\"G35\";system=icd10cm;on=20251001;findings=1[Finding{rule=header;"
                       "severity=denial;code=\"G35\";system=icd10cm;other=\"G35.A\";cure=characters;damage=none;"
                       "span=0+0;on=20251001;day=20251001;more=1;expected=-;source=Source{release=\"");
    assert_tells(line, "table=\"codes.tsv\";line=9;};text=\"G35");
    assert_tells(line, "];instead=1[\"G35.A\";];nearest=\"G35\";");
}

static void what_nobody_says_is_none(void **state)
{
    coding__ask    ask = asked("?", CODING__BYTES);
    coding_verdict verdict = check("?", DAY);
    const char    *line = line_of(&ask, &coding__shape_verdict, &verdict);
    (void)state;
    assert_tells(line, "Verdict{rule=malformed;code=-;system=any;");
    assert_tells(line, "source=-;text=\"");
    assert_tells(line, "nearest=-;");
}

static void a_span_is_counted_in_the_unit_of_the_language(void **state)
{
    static const char          text[] = "E1\xF0\x9F\x98\x80\xC3\xA9,"; /* an emoji and an e with an accent */
    static const char *const   spans[] = {"span=8+1;", "span=4+1;", "span=5+1;"};
    static const coding__unit  units[] = {CODING__BYTES, CODING__CODE_POINTS, CODING__UTF16};
    const coding_parsed        parsed = {.damage = CODING_DAMAGE_COMMA, .span = {8, 1}};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        coding__ask ask = asked(text, units[i]);
        assert_tells(line_of(&ask, &coding__shape_parsed, &parsed), spans[i]);
    }
}

static void evidence_behind_an_emoji_points_at_its_word(void **state)
{
    static const char         text[] = "\xF0\x9F\x98\x80 whiplash";
    static const char *const  spans[] = {"span=5+8;", "span=2+8;", "span=3+8;"};
    static const coding__unit units[] = {CODING__BYTES, CODING__CODE_POINTS, CODING__UTF16};
    coding__dated_hits        found = coding__room_search(&room, desk, text, sizeof text - 1, CODING_ANY, DAY, 10, 0,
                                                          false, 0, 0);
    (void)state;
    assert_true(found.hits.count > 0);
    for (size_t i = 0; i < 3; i++) {
        coding__ask ask = asked(text, units[i]);
        assert_tells(line_of(&ask, &coding__shape_dated_hits, &found), spans[i]);
    }
}

static void a_span_past_its_text_is_left_in_bytes(void **state)
{
    coding__ask         ask = asked("\xC3\xA9", CODING__UTF16);
    const coding_parsed parsed = {.span = {7, 2}};
    (void)state;
    assert_tells(line_of(&ask, &coding__shape_parsed, &parsed), "span=7+2;");
}

static void an_array_of_codes_ends_at_the_first_that_is_none(void **state)
{
    coding__ask   ask = asked("99213-25-59", CODING__BYTES);
    coding_parsed parsed = coding_parse(CODING_CPT, ask.text, ask.length);
    (void)state;
    assert_tells(line_of(&ask, &coding__shape_parsed, &parsed), "modifiers=2[\"25\";\"59\";];alternatives=0[];");
}

static void titles_are_of_the_day_of_the_answer(void **state)
{
    coding__ask         ask = asked("E11.9", CODING__BYTES);
    coding__dated_entry then = coding__room_find(&room, desk, "E11.9", 5, CODING_ICD10CM, BEFORE);
    coding__dated_entry now = coding__room_find(&room, desk, "E11.9", 5, CODING_ICD10CM, DAY);
    (void)state;
    assert_tells(line_of(&ask, &coding__shape_dated_entry, &then), "title=\"Type 2 diabetes without complications\";");
    assert_tells(line_of(&ask, &coding__shape_dated_entry, &now),
                 "Entry{code=\"E11.9\";system=icd10cm;title=\"Type 2 diabetes mellitus without complications\";"
                 "rule=stands;parent=\"E11\";row=");
}

static void a_code_that_no_edition_had_is_no_entry(void **state)
{
    coding__ask         ask = asked("A99", CODING__BYTES);
    coding__dated_entry none = coding__room_find(&room, desk, "A99", 3, CODING_ICD10CM, DAY);
    (void)state;
    assert_string_equal(line_of(&ask, &coding__shape_dated_entry, &none), "-;");
}

static void lists_within_lists_are_told_whole(void **state)
{
    coding_error error = {0};
    coding__ask  ask = asked("", CODING__BYTES);
    coding_notes notes = coding__room_notes(&room, desk, "E11.65", 6, CODING_ICD10CM, DAY, &error);
    const char  *line = line_of(&ask, &coding__shape_notes, &notes);
    (void)state;
    assert_tells(line, "Note{kind=inclusion-term;text=\"sugar too high\";holder=\"E11.65\";holder_code=\"E11.65\";"
                       "references=0[];inherited=no;heading=no;source=Source{");
    assert_tells(line, "references=2[Reference{first=\"I10\";last=\"I10\";");
    assert_tells(line, "holder=\"Chapter 4\";holder_code=-;");
}

static void characters_that_may_stand_somewhere_are_a_text(void **state)
{
    const coding_reference one = {.first = icd10cm("T80"), .last = icd10cm("T88"), .characters = 0x410, .position = 5};
    const coding_note      note = {.references = &one, .reference_count = 1};
    const coding_notes     notes = {CODING_OK, &note, 1};
    coding__ask            ask = asked("", CODING__BYTES);
    (void)state;
    assert_tells(line_of(&ask, &coding__shape_notes, &notes),
                 "references=1[Reference{first=\"T80\";last=\"T88\";characters=\"4A\";position=5;either=no;");
}

static const char claim[] = "professional 2025-10-01 | dx E11.9 | 99213 $85";

static void rules_of_a_review_are_lists_of_names(void **state)
{
    coding_error  error = {0};
    coding__ask   ask = asked(claim, CODING__BYTES);
    coding_review review = coding__room_review(&room, desk, claim, strlen(claim), 7, true, true, &error);
    (void)state;
    assert_int_equal(error.status, CODING_OK);
    assert_tells(line_of(&ask, &coding__shape_review, &review), "asked=3[form;code;field;];unasked=0[];");
    review.asked = 0;
    review.unasked = UINT64_C(1) << CODING_CLAIM_RULE_PTP | 1;
    assert_tells(line_of(&ask, &coding__shape_review, &review), "asked=0[];unasked=2[form;ncci-ptp;];");
}

static void a_finding_of_a_claim_has_its_places_and_its_sentence(void **state)
{
    static const char wrong[] = "professional 2025-10-01 | dx G35 | 99213 $85";
    coding_error      error = {0};
    coding__ask       ask = asked(wrong, CODING__BYTES);
    coding_review     review = coding__room_review(&room, desk, wrong, strlen(wrong), 2, true, true, &error);
    const char       *line = line_of(&ask, &coding__shape_review, &review);
    (void)state;
    assert_tells(line, "Review{worst=denial;at_stake=0;asked=1[code;];unasked=0[];findings=");
    assert_tells(line, "ClaimFinding{rule=code;severity=denial;cure=code;verdict=header;part=diagnosis;number=1;"
                       "partner_part=whole;partner_number=0;code=\"G35\";");
}

static void what_is_no_claim_leaves_its_reason(void **state)
{
    coding_error  error = {0};
    coding_review review = coding__room_review(&room, desk, "nothing", 7, 0, true, true, &error);
    (void)state;
    assert_int_equal(error.status, CODING_MISUSE);
    assert_string_equal(error.at, "nothing");
    assert_true(review.status == CODING_OK && !review.claim && !review.count);
}

static void a_file_is_claims_and_trouble_in_its_order(void **state)
{
    static const char   file[] = "claim\tkind\tfirst\tdiagnoses\tcode\nA\tprofessional\t2025-10-01\tE11.9\t99213\n"
                                 "B\tno kind\t2025-10-01\tE11.9\t99213\n";
    coding__ask         ask = asked(file, CODING__BYTES);
    coding__claim_items items = coding__room_review_file(&room, desk, file, strlen(file), 1, true, true);
    const char         *line = line_of(&ask, &coding__shape_claim_items, &items);
    (void)state;
    assert_tells(line, "ClaimItem{id=\"A\";trouble=fine;reason=\"\";segment=\"\";");
    assert_tells(line, "review=Review{worst=");
    assert_tells(line, "trouble=cell;reason=\"");
}

static void numbers_are_read_whatever_a_program_calls_a_point(void **state)
{
    static const char text[] = " 0 1250.5 -3 1e+2 2.5E-1\n.5 5. ";
    static const double right[] = {0, 1250.5, -3, 100, 0.25, 0.5, 5};
    coding_error        error = {0};
    size_t              count;
    double             *numbers = coding__numbers_read(desk, text, strlen(text), &count, &error);
    (void)state;
    assert_non_null(numbers);
    assert_int_equal(count, 7);
    for (size_t i = 0; i < count; i++) assert_true(numbers[i] == right[i]);
}

static void what_is_no_number_is_named(void **state)
{
    static const char *const wrong[] = {"1 x", "1,5", "1 .", "-", "1e", "nan", "1.2.3", "1e999", "0x1"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        coding_error error = {0};
        size_t       count;
        assert_null(coding__numbers_read(desk, wrong[i], strlen(wrong[i]), &count, &error));
        assert_int_equal(error.status, CODING_MISUSE);
    }
}

static void samples_are_lists_of_numbers(void **state)
{
    coding_error    error = {0};
    coding__ask     ask = asked("", CODING__BYTES);
    coding__numbers all = coding__room_sample(&room, desk, 4, 9, 1);
    coding__numbers shares = coding__room_sample_strata(&room, desk, "100 3 50 9", 10, 20, &error);
    (void)state;
    assert_string_equal(line_of(&ask, &coding__shape_numbers, &all), "4[0;1;2;3;];");
    assert_string_equal(line_of(&ask, &coding__shape_numbers, &shares), "2[8;12;];");
    coding__room_sample_strata(&room, desk, "100 3 50", 8, 20, &error);
    assert_int_equal(error.status, CODING_MISUSE);
}

static void a_record_that_ends_in_none_is_followed_by_the_next(void **state)
{
    const coding_period  two[] = {{.first = BEFORE}, {.first = DAY, .until = DAY, .open = true}};
    const coding_periods periods = {CODING_OK, two, 2};
    coding__ask          ask = asked("", CODING__BYTES);
    (void)state;
    assert_string_equal(line_of(&ask, &coding__shape_periods, &periods),
                        "2[Period{first=20200930;until=-;billable=no;open=no;source=-;};"
                        "Period{first=20251001;until=20251001;billable=no;open=yes;source=-;};];");
}

/* Every answer that the methods give, walked and packed alike. */
static void every_answer_is_told_alike(void **state)
{
    coding_error error = {0};
    coding__ask  ask = asked("E11", CODING__CODE_POINTS);
    (void)state;
#define TOLD(name, type, call)                                                          \
    do {                                                                                \
        type answer = coding__room_##call;                                              \
        assert_true(strlen(line_of(&ask, &coding__shape_##name, &answer)) > strlen("-;")); \
    } while (0)
#define ASKED &room, desk, ask.text, ask.length, CODING_ICD10CM
    TOLD(blocks, coding_blocks, blocks(ASKED, &error));
    TOLD(blocks, coding_blocks, system_blocks(&room, desk, CODING_ICD10CM));
    TOLD(candidates, coding_candidates, identify(&room, desk, ask.text, ask.length, DAY));
    TOLD(codes, coding_codes, successors(ASKED, DAY, &error));
    TOLD(completions, coding_completions, search_complete(&room, desk, "di", 2, 10));
    TOLD(dated_entries, coding__dated_entries, children(ASKED, DAY, &error));
    TOLD(dated_entries, coding__dated_entries, billable_below(ASKED, DAY, &error));
    TOLD(dated_entries, coding__dated_entries, ancestors(ASKED, DAY, &error));
    TOLD(dated_entries, coding__dated_entries, complete(ASKED, DAY, 10));
    TOLD(dated_entries, coding__dated_entries, roots(&room, desk, CODING_ICD10CM, DAY));
    TOLD(dated_entry, coding__dated_entry, find_longest(ASKED, DAY));
    TOLD(dated_entry, coding__dated_entry, entry(&room, desk, 0, DAY));
    TOLD(dated_hits, coding__dated_hits, term_codes(&room, desk, "diabetes", 8, CODING_ANY, DAY, 10));
    TOLD(dated_titles, coding_dated_titles, titles(&room, desk, "E11.9", 5, CODING_ICD10CM, &error));
    TOLD(edition, coding_edition, edition(&room, room.book, 0));
    TOLD(origin, coding_origin, origin(&room, room.book, 0));
    TOLD(periods, coding_periods, periods(ASKED, &error));
    TOLD(rows, coding__rows, rows(&room, room.book, CODING_ICD10CM));
    TOLD(section, coding_section, section(&room, room.book, 0));
    TOLD(sevens, coding_sevens, sevens(&room, desk, "S13.4", 5, CODING_ICD10CM, DAY, &error));
    TOLD(source, coding_source, source(ASKED, DAY, &error));
    TOLD(suggestions, coding_suggestions, suggest(&room, desk, "E11,9", 5, CODING_ICD10CM, DAY));
    TOLD(term, coding_term, term(&room, desk, "hyperglycemia", 13));
    TOLD(values, coding_values, values_after(&room, desk, "0DTJ", 4, CODING_ICD10PCS, DAY));
#undef ASKED
#undef TOLD
    assert_int_equal(error.status, CODING_OK);
}

/* More of them than there was room for at first; spans are counted on from one to the next. */
static void phrases_of_a_long_text_stand_where_they_stand(void **state)
{
    enum { TIMES = 600 };
    static const char word[] = "\xF0\x9F\x98\x80 diabetes. ";
    static char       text[TIMES * (sizeof word - 1) + 1];
    char              last[64];
    (void)state;
    for (size_t i = 0; i < TIMES; i++) memcpy(text + i * (sizeof word - 1), word, sizeof word - 1);
    coding__scanned all = coding__room_scan(&room, desk, text, strlen(text), true);
    assert_int_equal(all.status, CODING_OK);
    assert_int_equal(all.count, TIMES);
    assert_int_equal(all.rest.length, 0);
    coding__ask     ask = asked(text, CODING__UTF16);
    coding__scanned end = {CODING_OK, all.items + TIMES - 2, 2, all.rest};
    snprintf(last, sizeof last, "span=%d+8;", (TIMES - 1) * 13 + 3);
    assert_tells(line_of(&ask, &coding__shape_scanned, &end), last);
    const coding_phrase back[] = {all.items[TIMES - 1], all.items[0]};
    end.items = back;
    assert_tells(line_of(&ask, &coding__shape_scanned, &end), "span=3+8;");
}

static void lines_are_codes_and_ends_go_up(void **state)
{
    coding_code    codes[3];
    const uint64_t ends[] = {1, 1, 3}, back[] = {2, 1};
    (void)state;
    assert_int_equal(coding__codes_of_lines(CODING_ICD10CM, "E11.9\n\nzz\nI10", 13, codes, 3), 4);
    assert_true(codes[0] == icd10cm("E11.9") && !codes[1] && !codes[2]);
    assert_true(coding__ends_fit(ends, 3, 3) && coding__ends_fit(NULL, 3, 0));
    assert_false(coding__ends_fit(ends, 3, 2) || coding__ends_fit(back, 2, 3) || coding__ends_fit(NULL, 3, 1));
}

static void an_answer_that_could_not_be_given_says_why(void **state)
{
    coding__ask        ask = asked("", CODING__BYTES);
    coding__parcel     parcel = {0};
    const coding_notes none = {.status = CODING_NOT_IN_BOOK};
    coding_error       error;
    (void)state;
    assert_false(coding__parcel_pack(&parcel, &ask, &coding__shape_notes, &none, &error));
    assert_int_equal(error.status, CODING_NOT_IN_BOOK);
    assert_string_equal(error.reason, coding_status_text(CODING_NOT_IN_BOOK));
    assert_int_equal(parcel.length, 0);
    coding__parcel_free(&parcel);
}

static void a_verdict_shows_its_status_but_for_want_of_memory(void **state)
{
    coding__ask    ask = asked("", CODING__BYTES);
    coding_verdict verdict = {.status = CODING_NOT_UTF8};
    coding_error   error;
    (void)state;
    assert_tells(line_of(&ask, &coding__shape_verdict, &verdict), "status=not-utf8;");
    verdict.status = CODING_NO_MEMORY;
    assert_false(tell_answer(&walked, &ask, &coding__shape_verdict, &verdict, &error));
    assert_int_equal(error.status, CODING_NO_MEMORY);
}

/* Each growth of a parcel refused once: it stays as it was, and takes the answer when memory is back. */
static void a_parcel_without_memory_stays_as_it_was(void **state)
{
    coding_error error = {0};
    coding__ask  ask = asked("", CODING__BYTES);
    coding_notes notes = coding__room_notes(&room, desk, "E11.65", 6, CODING_ICD10CM, DAY, &error);
    size_t       refusals = 0;
    (void)state;
    for (bool packed = false; !packed; refusals++) {
        coding__parcel parcel = {0};
        allocations = 0;
        refused = refusals + 1;
        packed = coding__parcel_pack(&parcel, &ask, &coding__shape_notes, &notes, &error);
        if (!packed) {
            assert_int_equal(error.status, CODING_NO_MEMORY);
            assert_int_equal(parcel.length, 0);
            refused = 0;
            assert_true(coding__parcel_pack(&parcel, &ask, &coding__shape_notes, &notes, &error));
            assert_string_equal(line_of(&ask, &coding__shape_notes, &notes), unpacked.text);
        }
        coding__parcel_free(&parcel);
    }
    assert_true(refusals > 2); /* it grew more than once */
}

static bool stop(const coding__maker *maker, const coding__shape *shape)
{
    (void)maker, (void)shape;
    return false;
}

static void a_maker_that_stops_leaves_no_error(void **state)
{
    coding__ask         ask = asked("I10", CODING__BYTES);
    coding_verdict      verdict = check("I10", DAY);
    const coding__maker maker = {.record = stop};
    coding_error        error;
    (void)state;
    assert_false(coding__hand_over(&ask, &coding__shape_verdict, &verdict, &maker, &error));
    assert_int_equal(error.status, CODING_OK);
}

static void a_number_below_nothing_is_a_count_all_the_same(void **state)
{
    const int64_t       cents = -1250;
    const coding__field charge[] = {{.name = "charge", .kind = CODING__COUNT, .width = sizeof cents}};
    const coding__shape bill = {.name = "Bill", .size = sizeof cents, .fields = charge, .count = 1};
    coding__ask         ask = asked("", CODING__BYTES);
    (void)state;
    assert_string_equal(line_of(&ask, &bill, &cents), "Bill{charge=-1250;};");
}

static void answers_follow_one_another_in_a_parcel(void **state)
{
    coding__ask    ask = asked("I10", CODING__BYTES);
    coding_verdict verdict = check("I10", DAY);
    coding__parcel parcel = {0};
    coding_error   error;
    (void)state;
    for (int i = 0; i < 3; i++)
        assert_true(coding__parcel_pack(&parcel, &ask, &coding__shape_verdict, &verdict, &error));
    size_t at = 0;
    for (int i = 0; i < 3; i++)
        at += tell_parcel(&unpacked, &coding__shape_verdict, parcel.bytes + at, parcel.length - at);
    assert_int_equal(at, parcel.length);
    coding__parcel_free(&parcel);
}

static void every_shape_knows_its_place(void **state)
{
    (void)state;
    assert_int_equal(coding__shape_count, CODING__SHAPES_TOTAL);
    assert_int_equal(coding__enumeration_count, CODING__NAMES_TOTAL);
    for (size_t i = 0; i < coding__shape_count; i++) assert_int_equal(coding__shapes[i]->number, i);
    for (size_t i = 0; i < coding__enumeration_count; i++) assert_int_equal(coding__enumerations[i]->number, i);
    assert_ptr_equal(coding__shapes[CODING__SHAPE_VERDICT], &coding__shape_verdict);
    assert_string_equal(coding__enumerations[CODING__NAMES_SYSTEM]->members[64], coding_system_name((coding_system)64));
}

#define book_test(name) cmocka_unit_test_setup_teardown(name, open_book, teardown_desk)

int main(void)
{
    const struct CMUnitTest tests[] = {
        book_test(a_code_that_stands_has_no_finding),
        book_test(a_finding_has_its_sentence_and_its_source),
        book_test(what_nobody_says_is_none),
        book_test(a_span_is_counted_in_the_unit_of_the_language),
        book_test(evidence_behind_an_emoji_points_at_its_word),
        book_test(a_span_past_its_text_is_left_in_bytes),
        book_test(an_array_of_codes_ends_at_the_first_that_is_none),
        book_test(titles_are_of_the_day_of_the_answer),
        book_test(a_code_that_no_edition_had_is_no_entry),
        book_test(lists_within_lists_are_told_whole),
        book_test(characters_that_may_stand_somewhere_are_a_text),
        book_test(rules_of_a_review_are_lists_of_names),
        book_test(a_finding_of_a_claim_has_its_places_and_its_sentence),
        book_test(what_is_no_claim_leaves_its_reason),
        book_test(a_file_is_claims_and_trouble_in_its_order),
        book_test(numbers_are_read_whatever_a_program_calls_a_point),
        book_test(what_is_no_number_is_named),
        book_test(samples_are_lists_of_numbers),
        book_test(a_record_that_ends_in_none_is_followed_by_the_next),
        book_test(every_answer_is_told_alike),
        book_test(an_answer_that_could_not_be_given_says_why),
        book_test(phrases_of_a_long_text_stand_where_they_stand),
        book_test(lines_are_codes_and_ends_go_up),
        book_test(a_verdict_shows_its_status_but_for_want_of_memory),
        book_test(a_parcel_without_memory_stays_as_it_was),
        book_test(a_maker_that_stops_leaves_no_error),
        book_test(a_number_below_nothing_is_a_count_all_the_same),
        book_test(answers_follow_one_another_in_a_parcel),
        book_test(every_shape_knows_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
