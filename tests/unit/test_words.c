/* Words: what index and query read a text as. */
#include "unit/little_book.h"

#include <string.h>

#include "text/reading.h"
#include "text/sound.h"
#include "text/spell.h"

/* Three rules, as search.endings holds them: a spelling inside a word, a whole word, an ending. */
static const unsigned char rules[3][44] = {
    {'o', 'e', 'd', 'e', 'm', [CODING__ENDING_INSTEAD] = 'e', 'd', 'e', 'm', [CODING__ENDING_KIND] = CODING__ENDING_INSIDE, 0, 5, 4},
    {'i', 'i', [CODING__ENDING_INSTEAD] = '2', [CODING__ENDING_KIND] = CODING__ENDING_WORD, 0, 2, 1},
    {'s', [CODING__ENDING_KIND] = CODING__ENDING_TAIL, 3, 1, 0},
};
static const coding__table table = {rules[0], 3, 44};

/* The words of a text in a line; a word in brackets is (so), a denied one !so. */
static const char *read(const char *text)
{
    static char     line[512];
    coding__reading reading = coding__reading_of(&table, NULL, text, strlen(text));
    coding__token   token;
    coding__part    part;
    line[0] = '\0';
    while (coding__reading_next(&reading, &token, &part)) {
        if (line[0]) strcat(line, " ");
        strcat(line, part == CODING__PART_OPTIONAL ? "(" : part == CODING__PART_DENIED ? "!" : "");
        strcat(line, token.text);
        strcat(line, part == CODING__PART_OPTIONAL ? ")" : "");
    }
    return line;
}

static void hyphens_part_words_and_apostrophes_do_not(void **state)
{
    (void)state;
    assert_string_equal(read("Gastro-esophageal reflux"), "gastro esophageal reflux");
    assert_string_equal(read("Crohn's disease"), "crohn disease");
    assert_string_equal(read("Crohn\xE2\x80\x99s"), "crohn");
}

static void charting_shorthand_keeps_its_stroke(void **state)
{
    (void)state;
    assert_string_equal(read("s/p fall w/o LOC"), "s/p fall w/o !loc");
    assert_string_equal(read("UTI 2/2 stone"), "uti 2/2 stone");
    assert_string_equal(read("CHF/COPD"), "chf copd");
    assert_string_equal(read("and/or"), "and or");
}

static void endings_and_spellings_come_to_one_form(void **state)
{
    (void)state;
    assert_string_equal(read("fractures oedema"), "fracture edema");
    assert_string_equal(read("gas"), "gas");  /* too little before the ending */
}

static void numbers_are_bound_to_what_they_count(void **state)
{
    (void)state;
    assert_string_equal(read("type II diabetes"), "type 2type diabete");
    assert_string_equal(read("2 trimester"), "2trimester trimester");
    assert_string_equal(read("IV nurse"), "iv nurse");  /* no number where nothing is counted */
    assert_string_equal(read("BMI 40.5"), "bmi 40.5");
}

static void brackets_make_words_optional_and_denials_deny(void **state)
{
    (void)state;
    assert_string_equal(read("hypertension (benign)"), "hypertension (benign)");
    assert_string_equal(read("without aura, intractable"), "without !aura intractable");
    assert_string_equal(read("with or without pain"), "with or without pain");
}

static void bytes_that_are_no_text_part_words(void **state)
{
    (void)state;
    assert_string_equal(read("a\xFF" "b"), "a b");
    assert_string_equal(read(""), "");
}

/* Full width or small, it was once met for ever. */
static void an_ampersand_of_any_width_is_a_word_and_passed(void **state)
{
    (void)state;
    assert_string_equal(read("ear & eye"), "ear and eye");
    assert_string_equal(read("ear \xEF\xBC\x86 eye"), "ear and eye");
    assert_string_equal(read("\xEF\xBC\x86"), "and");
    assert_string_equal(read("\xEF\xB9\xA0" "b"), "and b");
}

static void words_that_sound_alike_have_one_sound(void **state)
{
    (void)state;
    assert_int_equal(coding__sound("numonia", 7), coding__sound("pneumonia", 9));
    assert_int_equal(coding__sound("artheritis", 10), coding__sound("arthritis", 9));
    assert_int_not_equal(coding__sound("femur", 5), coding__sound("tibia", 5));
}

static void likely_slips_cost_less(void **state)
{
    (void)state;
    uint32_t doubled = coding__slip_cost("diarhea", 7, "diarrhea", 8);
    uint32_t other = coding__slip_cost("diaphea", 7, "diarhea", 7);
    assert_true(doubled < other);
    assert_int_equal(coding__slip_cost("femur", 5, "femur", 5), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hyphens_part_words_and_apostrophes_do_not),
        cmocka_unit_test(charting_shorthand_keeps_its_stroke),
        cmocka_unit_test(endings_and_spellings_come_to_one_form),
        cmocka_unit_test(numbers_are_bound_to_what_they_count),
        cmocka_unit_test(brackets_make_words_optional_and_denials_deny),
        cmocka_unit_test(bytes_that_are_no_text_part_words),
        cmocka_unit_test(an_ampersand_of_any_width_is_a_word_and_passed),
        cmocka_unit_test(words_that_sound_alike_have_one_sound),
        cmocka_unit_test(likely_slips_cost_less),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
