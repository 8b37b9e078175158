/* Phrases of a little book in a text: which words lead to them, where a clause ends, a text in pieces, strangers'
 * bytes. */
#include "unit/little_book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scan/naive.h"
#include "unit/miser.h"

static const char codes[] =
    "icd10cm  B96  header  20151001  -         Other bacterial agents\n"
    "icd10cm  B96.2  billable  20151001  -         Escherichia coli [E. coli] as the cause of disease\n"
    "icd10cm  D64  header  20151001  -         Other anemias\n"
    "icd10cm  D64.9  billable  20151001  -         Anemia, unspecified\n"
    "icd10cm  E11  header  20151001  -         Type 2 diabetes mellitus\n"
    "icd10cm  E11.65  billable  20151001  -         Type 2 diabetes mellitus with hyperglycemia\n"
    "icd10cm  E11.9  billable  20151001  -         Type 2 diabetes mellitus without complications\n"
    "icd10cm  E13  header  20151001  -         Type 4 diabetes mellitus\n"
    "icd10cm  G43  header  20151001  -         Migraine without aura, not intractable, without status migrainosus\n"
    "icd10cm  I10  billable  20151001  -         Essential (primary) hypertension\n"
    "icd10cm  J18  header  20151001  20201001  Pneumonia\n"
    "icd10cm  J18.9  billable  20151001  -         Pneumonia\n"
    "icd10cm  K50  billable  20151001  -         Crohn's disease\n"
    "icd10cm  N18.30  billable  20151001  -         Chronic kidney disease, stage 37\n"
    "icd10cm  O09.0  billable  20151001  -         Supervision of pregnancy, first trimester\n"
    "icd10cm  S52  header  20151001  -         Fracture of forearm\n"
    "icd10cm  S52.5  billable  20151001  -         Colles' fracture of the lower end of the radius\n"
    "icd10cm  X10  billable  20151001  -         Contact with person on foot and contact with person on bus\n"
    "icd10cm  Z66  billable  20151001  -         Do not resuscitate\n";

static const char words[] = "term\tconcept\tkind\trank\tbecause\n"
                            "a\ta\tstop\t0\ttest\n"
                            "and\tand\tstop\t0\ttest\n"
                            "as\tas\tstop\t0\ttest\n"
                            "by\tby\tstop\t0\ttest\n"
                            "do\tdo\tstop\t0\ttest\n"
                            "for\tfor\tstop\t0\ttest\n"
                            "i\ti\tstop\t0\ttest\n"
                            "in\tin\tstop\t0\ttest\n"
                            "my\tmy\tstop\t0\ttest\n"
                            "of\tof\tstop\t0\ttest\n"
                            "on\ton\tstop\t0\ttest\n"
                            "or\tor\tstop\t0\ttest\n"
                            "the\tthe\tstop\t0\ttest\n"
                            "to\tto\tstop\t0\ttest\n"
                            "with\twith\tstop\t0\ttest\n"
                            "no\tno\tstop\t0\ttest\n"
                            "not\tnot\tstop\t0\ttest\n"
                            "without\twithout\tstop\t0\ttest\n"
                            "unspecified\tunspecified\tdefault\t0\ttest\n"
                            "aem\tem\tinside\t1\ttest\n"
                            "s\t\tending\t3\ttest\n"
                            "ed\te\tending\t3\ttest\n"
                            "first\t1\tword\t1\ttest\n"
                            "ii\t2\tword\t1\ttest\n"
                            "DM\ttype 2 diabetes mellitus\tabbreviation\t1\ttest\n"
                            "DM I\tpneumonia\tabbreviation\t1\ttest\n"
                            "bruit\tmurmur of the neck\tlay\t1\ttest\n"
                            "no air in my lung\tpneumonia\tlay\t1\ttest\n"
                            "no cause\tpneumonia\tlay\t1\ttest\n"
                            "lung\tpulmonary\tsame\t1\ttest\n";

static const char tabular[] = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                              "<ICD10CM.tabular><version>2021</version>\n"
                              "<chapter><name>9</name><desc>Diseases of the circulatory system (I00-I99)</desc>\n"
                              "<section id=\"I10-I16\"><desc>Hypertensive diseases (I10-I16)</desc>\n"
                              "<diag><name>I10</name><desc>Essential (primary) hypertension</desc>\n"
                              "<inclusionTerm><note>high blood pressure</note></inclusionTerm></diag>\n"
                              "</section></chapter></ICD10CM.tabular>\n";

static const char index[] =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<ICD10CM.index><version>2021</version><title>ICD-10-CM INDEX TO DISEASES and INJURIES</title>\n"
    "<letter><title>F</title><mainTerm><title>Fracture, broken<nemod>(abduction)</nemod></title>\n"
    "<code>S52</code><term level=\"1\"><title>radius</title><code>S52.5</code>\n"
    "<term level=\"2\"><title>distal</title><code>S52.5</code></term></term></mainTerm></letter>\n"
    "</ICD10CM.index>\n";

static const little_file files[] = {{"codes.tsv", codes},
                                    {"words.tsv", words},
                                    {"icd10cm_tabular_2021.xml", tabular},
                                    {"icd10cm_index_2021.xml", index},
                                    {NULL, NULL}};

enum { ROOM = 4 * CODING_SCAN_ROOM, LONG = 1 << 20 };

/* Phrases as "code kind [words]", in their order. */
static const char *found_in(coding_desk *desk, const char *text)
{
    static char    all[4096];
    coding_phrase  found[ROOM];
    char           code[CODING_CODE_TEXT];
    coding_scanned done = coding_scan(desk, text, strlen(text), true, found, ROOM);
    size_t         used = 0;
    assert_int_equal(done.status, CODING_OK);
    assert_int_equal(done.settled, strlen(text));
    *all = '\0';
    for (size_t i = 0; i < done.count; i++) {
        used += (size_t)snprintf(
            all + used, sizeof all - used, "%s%s %s [%.*s]", used ? "; " : "",
            found[i].entry.book ? coding_code_format(coding_entry_code(found[i].entry), code) : "-",
            coding_phrase_kind_name(found[i].kind), (int)found[i].span.length, text + found[i].span.offset);
    }
    return all;
}

#define assert_found(desk, text, expected) assert_string_equal(found_in(desk, text), expected)

static void titles_and_inclusion_terms_are_found_in_running_text(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "He has pneumonia, and high blood pressure.",
                 "J18.9 title [pneumonia]; I10 inclusion [high blood pressure]");
    assert_found(desk, "Nothing of the kind", "");
    assert_found(desk, "", "");
}

static void the_longest_phrase_at_a_word_is_the_one(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "type 2 diabetes mellitus with hyperglycemia",
                 "E11.65 title [type 2 diabetes mellitus with hyperglycemia]");
    assert_found(desk, "type 2 diabetes mellitus with pneumonia",
                 "E11 title [type 2 diabetes mellitus]; J18.9 title [pneumonia]");
    assert_found(desk, "Fracture, broken, of the forearm", "S52 index [Fracture, broken]");
}

static void an_index_path_is_found_in_the_orders_in_which_people_say_it(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "fracture broken radius distal", "S52.5 index [fracture broken radius distal]");
    assert_found(desk, "distal radius fracture, broken", "S52.5 index [distal radius fracture, broken]");
    assert_found(desk, "radius, distal, broken fracture", "");
    assert_found(desk, "broken distal radius fracture", "");
    assert_found(desk, "radius distal fracture broken", "S52.5 index [radius distal fracture broken]");
    assert_found(desk, "fracture broken distal radius", "S52.5 index [fracture broken distal radius]");
}

static void a_synonym_leads_to_the_code_that_says_just_that_or_to_none(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "dm", "E11 synonym [dm]");
    assert_found(desk, "A bruit is heard", "- synonym [bruit]");
}

static void a_synonym_of_which_one_word_is_left_is_none(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "no air", "");
    assert_found(desk, "no lung", "");
    assert_found(desk, "no cause", "J18.9 synonym [no cause]");
}

static void one_word_for_another_is_no_phrase(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "lung", "");
}

static void without_is_kept_apart_from_with(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "type 2 diabetes mellitus without complications",
                 "E11.9 title [type 2 diabetes mellitus without complications]");
    assert_found(desk, "type 2 diabetes mellitus with complications", "E11 title [type 2 diabetes mellitus]");
    assert_found(desk, "type 2 diabetes mellitus w/o complication",
                 "E11.9 title [type 2 diabetes mellitus w/o complication]");
    assert_found(desk, "type 2 diabetes mellitus without hyperglycemia", "E11 title [type 2 diabetes mellitus]");
}

static void a_title_that_denies_twice_or_at_its_beginning_is_found(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "Migraine without aura, not intractable, without status migrainosus",
                 "G43 title [Migraine without aura, not intractable, without status migrainosus]");
    assert_found(desk, "Do not resuscitate", "Z66 title [not resuscitate]");
    assert_found(desk, "Do resuscitate. Without. Not", "");
}

static void a_title_is_found_with_its_brackets_and_without_them(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "Essential (primary) hypertension", "I10 title [Essential (primary) hypertension]");
    assert_found(desk, "essential hypertension", "I10 title [essential hypertension]");
}

static void a_title_that_says_a_word_twice_is_found(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "contact with person on foot and contact with person on bus",
                 "X10 title [contact with person on foot and contact with person on bus]");
}

static void spelling_and_endings_do_not_matter(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "ANAEMIAS, UNSPECIFIED", "D64.9 title [ANAEMIAS, UNSPECIFIED]");
    assert_found(desk, "Type-2 diabetes-mellitus", "E11 title [Type-2 diabetes-mellitus]");
    assert_found(desk, "crohn disease. Crohns disease. CROHN\xE2\x80\x99S disease. Crohn's diseases",
                 "K50 title [crohn disease]; K50 title [Crohns disease]; K50 title [CROHN\xE2\x80\x99S disease]; "
                 "K50 title [Crohn's diseases]");
    assert_found(desk, "\xEF\xBC\xB0\xEF\xBD\x8E\xEF\xBD\x85\xEF\xBD\x95monia \xE2\x80\x94 pneumonia",
                 "J18.9 title [\xEF\xBC\xB0\xEF\xBD\x8E\xEF\xBD\x85\xEF\xBD\x95monia]; J18.9 title [pneumonia]");
}

static void numbers_belong_to_the_word_that_counts_them(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "type II diabetes mellitus", "E11 title [type II diabetes mellitus]");
    assert_found(desk, "type \xEF\xBC\xA9I diabetes mellitus", "E11 title [type \xEF\xBC\xA9I diabetes mellitus]");
    assert_found(desk, "type IV diabetes mellitus", "E13 title [type IV diabetes mellitus]");
    assert_found(desk, "2 diabetes mellitus of a type", "");
    assert_found(
        desk, "supervision of pregnancy, first trimester; supervision of pregnancy, 1 trimester",
        "O09.0 title [supervision of pregnancy, first trimester]; O09.0 title [supervision of pregnancy, 1 trimester]");
    assert_found(desk, "supervision of pregnancy, second trimester", "");
}

/* No text of this book has 37 but beside "stage". */
static void a_number_that_stands_nowhere_alone_is_bound(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "chronic kidney disease stage 37", "N18.30 title [chronic kidney disease stage 37]");
    assert_found(desk, "chronic kidney disease stage 36; chronic kidney disease 37", "");
}

static void a_few_words_that_say_nothing_may_stand_between(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "high and of the blood pressure", "I10 inclusion [high and of the blood pressure]");
    assert_found(desk, "high or by the as a blood pressure", "I10 inclusion [high or by the as a blood pressure]");
    assert_found(desk, "high or by the as a my blood pressure", "");
    assert_found(desk, "high measured blood pressure", "");
}

static void a_clause_ends_at_a_mark(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "high. blood pressure", "");
    assert_found(desk, "high; blood pressure", "");
    assert_found(desk, "high: blood pressure", "");
    assert_found(desk, "high? blood pressure", "");
    assert_found(desk, "high! blood pressure", "");
    assert_found(desk, "high, (blood) pressure", "I10 inclusion [high, (blood) pressure]");
    assert_found(desk, "high.blood pressure", "I10 inclusion [high.blood pressure]");
}

static void a_line_goes_on_where_the_next_begins_small(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "high\n    blood pressure", "I10 inclusion [high\n    blood pressure]");
    assert_found(desk, "high\nBlood pressure", "");
    assert_found(desk, "high\n- blood pressure", "");
    assert_found(desk, "high\n\nblood pressure", "");
}

static void the_point_behind_one_letter_ends_nothing_where_a_small_one_follows(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_found(desk, "Escherichia coli [E. coli] as the cause of disease",
                 "B96.2 title [Escherichia coli [E. coli] as the cause of disease]");
    assert_found(desk, "high i.e. blood pressure", "");
    assert_found(desk, "high a. blood pressure; high a. Blood pressure", "I10 inclusion [high a. blood pressure]");
}

static void less_room_than_a_clause_takes_is_misuse(void **state)
{
    coding_desk   *desk = desk_with_files(state, files);
    coding_phrase  found[ROOM];
    coding_scanned done = coding_scan(desk, "pneumonia", 9, true, found, CODING_SCAN_ROOM - 1);
    assert_int_equal(done.status, CODING_MISUSE);
    assert_int_equal(done.count, 0);
    assert_int_equal(done.settled, 0);
}

static void a_scan_ends_early_where_room_does(void **state)
{
    static const char text[] = "pneumonia; anemia, unspecified; ";
    coding_desk      *desk = desk_with_files(state, files);
    coding_phrase     found[CODING_SCAN_ROOM + 1];
    coding_scanned    done = coding_scan(desk, text, sizeof text - 1, true, found, CODING_SCAN_ROOM);
    assert_int_equal(done.count, 1);
    assert_int_equal(done.settled, strlen("pneumonia;"));
    done = coding_scan(desk, text, sizeof text - 1, true, found, CODING_SCAN_ROOM + 1);
    assert_int_equal(done.count, 2);
    assert_int_equal(done.settled, strlen("pneumonia; anemia, unspecified;"));
}

/* Procedures are put together of parts; nobody says their titles. */
static void a_book_of_procedures_has_nothing_to_find(void **state)
{
    static const char resection[] = "icd10pcs  0DTJ0ZZ  billable  20151001  -  Resection of Appendix, Open Approach\n";
    coding_desk      *desk = desk_with(state, resection);
    assert_found(desk, "resection of appendix, open approach", "");
}

static void refused_memory_is_told_and_nothing_is_settled(void **state)
{
    miser            own;
    coding_allocator allocator = miser_allocator(&own);
    coding_book     *book = (coding_book *)coding_desk_book(desk_with_files(state, files));
    coding_desk     *desk = coding_desk_new(book, &allocator);
    coding_phrase    found[CODING_SCAN_ROOM];
    own.refuse = own.asked + 1;
    coding_scanned done = coding_scan(desk, "pneumonia", 9, true, found, CODING_SCAN_ROOM);
    assert_int_equal(done.status, CODING_NO_MEMORY);
    assert_int_equal(done.count, 0);
    assert_int_equal(done.settled, 0);
    done = coding_scan(desk, "pneumonia", 9, true, found, CODING_SCAN_ROOM);
    assert_int_equal(done.status, CODING_OK);
    assert_int_equal(done.count, 1);
    size_t asked = own.asked;
    coding_scan(desk, "pneumonia", 9, true, found, CODING_SCAN_ROOM);
    assert_int_equal(own.asked, asked); /* a warm desk asks for none */
    coding_desk_free(desk);
    assert_int_equal(own.held, 0);
}

static void a_desk_that_is_cleared_forgets_the_words_it_met(void **state)
{
    miser            own;
    coding_allocator allocator = miser_allocator(&own);
    coding_book     *book = (coding_book *)coding_desk_book(desk_with_files(state, files));
    coding_desk     *desk = coding_desk_new(book, &allocator);
    coding_phrase    found[CODING_SCAN_ROOM];
    coding_scan(desk, "Zebediah has pneumonia", 22, true, found, CODING_SCAN_ROOM);
    assert_true(miser_holds(&own, "Zebediah", 8));
    assert_true(coding_desk_used(desk).held < 1 << 20);
    coding_desk_clear(desk);
    assert_false(miser_holds(&own, "Zebediah", 8));
    coding_desk_free(desk);
}

/* The lexicon has room for 8192 words: what is pushed out is read again. */
static void more_words_than_are_kept_are_read_all_the_same(void **state)
{
    enum { WORDS = 40000 };
    coding_desk  *desk = desk_with_files(state, files);
    coding_phrase found[CODING_SCAN_ROOM];
    char          text[64];
    for (int i = 0; i < WORDS; i++) {
        int length = snprintf(text, sizeof text, "wort%x pneumonia %x", (unsigned)i, (unsigned)i);
        assert_int_equal(coding_scan(desk, text, (size_t)length, true, found, CODING_SCAN_ROOM).count, 1);
    }
}

/* All of a text, in pieces: room is made for what is settled, and the rest is fed again with so many bytes more. */
static size_t in_pieces(coding_desk *desk, const char *text, size_t length, size_t piece, coding_phrase *found,
                        size_t room)
{
    size_t count = 0, at = 0, past = 0;
    while (at < length) {
        past = past + piece < length ? past + piece : length;
        coding_scanned done = coding_scan(desk, text + at, past - at, past == length, found + count, room - count);
        assert_int_equal(done.status, CODING_OK);
        for (size_t i = count; i < count + done.count; i++) found[i].span.offset += at;
        count += done.count;
        at += done.settled;
        assert_true(at <= past && (past < length || at == length));
    }
    return count;
}

static void a_text_in_pieces_of_any_size_is_answered_as_at_once(void **state)
{
    static const char text[] =
        "Pt. w/ type II diabetes mellitus w/o complications, anaemia\n  unspecified.\nHigh\nblood pressure. E. coli; "
        "Crohn\xE2\x80\x99s "
        "disease stage 3.5 and stage 37, chronic kidney disease, stage 37: essential (primary) hypertension\n\n"
        "supervision of pregnancy, first trimester? Migraine without aura, not intractable, without status "
        "migrainosus! "
        "contact with person on foot and contact with person on bus; distal radius fracture - broken, pneumonia";
    enum { LENGTH = sizeof text - 1 };
    coding_desk   *desk = desk_with_files(state, files);
    coding_phrase  whole[ROOM], pieces[ROOM];
    coding_scanned done = coding_scan(desk, text, LENGTH, true, whole, ROOM);
    assert_int_equal(done.settled, LENGTH);
    assert_true(done.count >= 9);
    for (size_t piece = 1; piece <= LENGTH; piece++) {
        assert_int_equal(in_pieces(desk, text, LENGTH, piece, pieces, ROOM), done.count);
        for (size_t i = 0; i < done.count; i++) assert_true(naive_same(&whole[i], &pieces[i]));
    }
}

static bool begins_character(const char *text, size_t length, size_t at)
{
    return at >= length || ((unsigned char)text[at] & 0xC0) != 0x80;
}

/* Scans it in pieces as large as is promised to suffice; every piece goes forward. Spans stand in order. */
static size_t walk(coding_desk *desk, const char *text, size_t length, bool utf8)
{
    coding_phrase found[ROOM];
    size_t        count = 0, end = 0;
    for (size_t at = 0; at < length;) {
        size_t         left = length - at, piece = left < CODING_SCAN_REACH + 1 ? left : CODING_SCAN_REACH + 1;
        coding_scanned done = coding_scan(desk, text + at, piece, piece == left, found, ROOM);
        assert_int_equal(done.status, CODING_OK);
        assert_true(done.settled > 0 && done.settled <= piece);
        for (size_t i = 0; i < done.count; i++) {
            coding_span span = found[i].span;
            assert_true(span.length && at + span.offset >= end && span.offset + span.length <= done.settled);
            end = at + span.offset + span.length;
            assert_true(!utf8
                        || (begins_character(text + at, piece, span.offset)
                            && begins_character(text + at, piece, span.offset + span.length)));
        }
        assert_true(!utf8 || begins_character(text + at, left, done.settled));
        count += done.count;
        at += done.settled;
    }
    return count;
}

static uint32_t next_number(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* What the scan and the naive one say of a text, one clause after the other. */
static void assert_as_naive(coding_desk *desk, const naive *by_hand, const char *text, size_t length)
{
    coding_phrase found[ROOM], other[CODING_SCAN_ROOM];
    size_t        count = 0, at = 0, next = 0;
    for (size_t begin = 0; begin < length || next < count;) {
        coding_scanned done = coding_scan(desk, text + begin, length - begin, true, found, ROOM);
        for (next = 0; at < begin + done.settled;) {
            size_t wanted = naive_clause(by_hand, text, length, &at, other);
            for (size_t i = 0; i < wanted; i++, next++) {
                assert_true(next < done.count);
                found[next].span.offset += begin;
                assert_true(naive_same(&found[next], &other[i]));
            }
        }
        assert_int_equal(next, count = done.count);
        begin += done.settled;
        assert_int_equal(at, begin);
    }
}

static void bytes_of_any_kind_are_gone_through(void **state)
{
    enum { LENGTH = 1 << 18 };
    coding_desk *desk = desk_with_files(state, files);
    naive       *by_hand = naive_of(coding_desk_book(desk));
    char        *text = malloc(LENGTH);
    uint32_t     seed = 1;
    assert_non_null(text);
    for (size_t i = 0; i < LENGTH; i++) text[i] = (char)next_number(&seed);
    walk(desk, text, LENGTH, false);
    assert_as_naive(desk, by_hand, text, LENGTH);
    for (size_t i = 0; i < LENGTH; i++) text[i] = (char)(' ' + next_number(&seed) % 96);
    walk(desk, text, LENGTH, true);
    assert_as_naive(desk, by_hand, text, LENGTH);
    naive_free(by_hand);
    free(text);
}

/* Words of the book, marks, and characters of one to four bytes. */
static void pieces_of_text_in_any_order_are_read_as_by_the_naive(void **state)
{
    static const char *const pieces[] = {
        "type",
        "Type",
        "II",
        "2",
        "ii",
        "\xEF\xBC\xA9",
        "stage",
        "37",
        "diabetes",
        "mellitus",
        "with",
        "without",
        "w/o",
        "w/",
        "2/2",
        "complications",
        "no",
        "not",
        "anaemia",
        "anemia",
        "unspecified",
        "high",
        "blood",
        "pressure",
        "of",
        "the",
        "and",
        "or",
        "essential",
        "(primary)",
        "hypertension",
        "pneumonia",
        "Crohn's",
        "Crohn\xE2\x80\x99s",
        "disease",
        "first",
        "trimester",
        "1",
        "E. coli",
        "e",
        "DM",
        "distal",
        "radius",
        "fracture",
        "broken",
        ".",
        ". ",
        "; ",
        ", ",
        ": ",
        "\n",
        "\n\n",
        "\t",
        "-",
        "\xE2\x80\x94",
        "&",
        "'",
        "/",
        "\xC2\xAD",
        "\xCC\x81",
        "\xF0\x9F\x98\x80",
        "3.5",
        "3.",
        "\xFF",
        "\x80",
        "\xE2\x80",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    };
    enum { LENGTH = 1 << 19, COUNT = sizeof pieces / sizeof *pieces };
    coding_desk *desk = desk_with_files(state, files);
    naive       *by_hand = naive_of(coding_desk_book(desk));
    char        *text = malloc(LENGTH + 64);
    uint32_t     seed = 2;
    size_t       length = 0;
    assert_non_null(text);
    while (length < LENGTH) {
        const char *piece = pieces[next_number(&seed) % COUNT];
        memcpy(text + length, piece, strlen(piece));
        length += strlen(piece);
        if (next_number(&seed) % 4) text[length++] = ' ';
    }
    assert_true(walk(desk, text, length, false) > 1000);
    assert_as_naive(desk, by_hand, text, length);
    naive_free(by_hand);
    free(text);
}

static void endless_words_and_blanks_are_gone_through(void **state)
{
    static const char *const pieces[] = {
        "a",         "a-",       " ",    "\n",   ".",        ". ",       "\n ",          "a.",       "a. ",
        "1.",        "'",        "a'",   "/",    "w/",       "&",        "\xE2\x80\x94", "\xC2\xAD", "\xF0\x9F\x98\x80",
        "a\xCC\x81", "\xC3\xA6", "\xFF", "\x80", "type ii ", "stage 9 ", "pneumonia ",   "no ",      "of ",
        "high of ",  "a\xC2\xAD"};
    coding_desk *desk = desk_with_files(state, files);
    char        *text = malloc(LONG);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t size = strlen(pieces[i]), length = LONG - LONG % size;
        for (size_t j = 0; j < length; j++) text[j] = pieces[i][j % size];
        walk(desk, text, length, (unsigned char)*pieces[i] != 0xFF && (unsigned char)*pieces[i] != 0x80);
    }
    free(text);
}

/* All at once as well: no byte is looked at again and again. */
static void endless_letters_at_once_take_no_longer_than_in_pieces(void **state)
{
    enum { LENGTH = 16 << 20 };
    coding_desk  *desk = desk_with_files(state, files);
    coding_phrase found[CODING_SCAN_ROOM];
    char         *text = malloc(LENGTH);
    assert_non_null(text);
    memset(text, 'a', LENGTH);
    assert_int_equal(coding_scan(desk, text, LENGTH, true, found, CODING_SCAN_ROOM).settled, LENGTH);
    free(text);
}

/* Soft hyphens are no letters: a roman numeral may be as long as its text. */
static void a_numeral_of_many_bytes_is_read(void **state)
{
    enum { HYPHENS = 1000 };
    static const char begin[] = "type i", end[] = "v diabetes mellitus";
    coding_desk      *desk = desk_with_files(state, files);
    char              text[sizeof begin + 2 * HYPHENS + sizeof end];
    coding_phrase     found[CODING_SCAN_ROOM];
    size_t            length = sizeof begin - 1;
    memcpy(text, begin, length);
    for (int i = 0; i < HYPHENS; i++) memcpy(text + length, "\xC2\xAD", 2), length += 2;
    memcpy(text + length, end, sizeof end - 1);
    length += sizeof end - 1;
    coding_scanned done = coding_scan(desk, text, length, true, found, CODING_SCAN_ROOM);
    assert_int_equal(done.count, 1);
    assert_int_equal(found[0].span.length, length);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(titles_and_inclusion_terms_are_found_in_running_text),
        little_test(the_longest_phrase_at_a_word_is_the_one),
        little_test(an_index_path_is_found_in_the_orders_in_which_people_say_it),
        little_test(a_synonym_leads_to_the_code_that_says_just_that_or_to_none),
        little_test(a_synonym_of_which_one_word_is_left_is_none),
        little_test(one_word_for_another_is_no_phrase),
        little_test(without_is_kept_apart_from_with),
        little_test(a_title_that_denies_twice_or_at_its_beginning_is_found),
        little_test(a_title_is_found_with_its_brackets_and_without_them),
        little_test(a_title_that_says_a_word_twice_is_found),
        little_test(spelling_and_endings_do_not_matter),
        little_test(numbers_belong_to_the_word_that_counts_them),
        little_test(a_number_that_stands_nowhere_alone_is_bound),
        little_test(a_few_words_that_say_nothing_may_stand_between),
        little_test(a_clause_ends_at_a_mark),
        little_test(a_line_goes_on_where_the_next_begins_small),
        little_test(the_point_behind_one_letter_ends_nothing_where_a_small_one_follows),
        little_test(less_room_than_a_clause_takes_is_misuse),
        little_test(a_scan_ends_early_where_room_does),
        little_test(a_book_of_procedures_has_nothing_to_find),
        little_test(refused_memory_is_told_and_nothing_is_settled),
        little_test(a_desk_that_is_cleared_forgets_the_words_it_met),
        little_test(more_words_than_are_kept_are_read_all_the_same),
        little_test(a_text_in_pieces_of_any_size_is_answered_as_at_once),
        little_test(bytes_of_any_kind_are_gone_through),
        little_test(pieces_of_text_in_any_order_are_read_as_by_the_naive),
        little_test(endless_words_and_blanks_are_gone_through),
        little_test(endless_letters_at_once_take_no_longer_than_in_pieces),
        little_test(a_numeral_of_many_bytes_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
