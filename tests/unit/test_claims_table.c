/* Claims from the tidy table: a head that names columns, then a line a service. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/claims_refused.h"
#include "unit/little_book.h"

enum { WHOLE = 1 << 30, MEGABYTE = 1 << 20 };

static const char codes[] = "icd10cm  I10  billable  20151001  -  Essential (primary) hypertension\n";

static const claims_pieces at_once = {0, WHOLE};

static void assert_items_of(coding_desk *desk, const char *text, size_t length, const char *expected, const char *file,
                            int line)
{
    claims_words items = claims_items(desk, text, length, at_once);
    if (strcmp(items.length ? items.text : "", expected))
        print_error("%s:%d: the items are\n%s\n", file, line, items.length ? items.text : "");
    assert_string_equal(items.length ? items.text : "", expected);
    free(items.text);
}

/* All items of a text are these. */
#define assert_items(desk, text, expected) assert_items_of(desk, text, strlen(text), expected, __FILE__, __LINE__)

static const char tidy[] =
    "claim,kind,first,last,born,sex,diagnoses,code,modifiers,units,charge,pos,day,pointers\n"
    "A1,professional,2026-01-05,,1950-01-01,F,\"E11.65, I10\",99214,25,1,125.50,11,,1 2\n"
    "A1,,,,,,,36415,,2,$7,11,2026-01-06,1\n"
    "A2,,20260107,,,,I10,99213,,,75,,,1\n";

static const char tidy_items[] =
    "fine number=2 element=0 offset=86\n"
    "  professional 20260105..20260105 id=A1 born=19500101 sex=F $13250\n"
    "    dx icd10cm E11.65\n"
    "    dx icd10cm I10\n"
    "    line \"99214\" -25 x1 $12550 20260105 pos=11 >1 >2\n"
    "    line \"36415\" x2 $700 20260106 pos=11 >1\n"
    "fine number=4 element=0 offset=204\n"
    "  professional 20260107..20260107 id=A2 $7500\n"
    "    dx icd10cm I10\n"
    "    line \"99213\" x1 $7500 20260107 >1\n";

static void consecutive_lines_of_one_name_are_one_claim(void **state)
{
    assert_items(desk_with(state, codes), tidy, tidy_items);
}

static void a_stay_stands_on_one_line(void **state)
{
    assert_items(desk_with(state, codes),
                 "claim\tkind\tfirst\tlast\tage\tsex\tstatus\tbill\tprovider\ttotal\tdiagnoses\tpoa\tadmitting\t"
                 "reason\tcause\tprocedures\n"
                 "B1\tinpatient\t2026-01-10\t2026-01-14\t70\tmale\t01\t0111\t1234567893\t9000\t"
                 "I21.4 N17.9;Z79.4\tYN-\tR07.9\tR06.02\tW19.XXXA\t02703DZ@2026-01-10 B2111ZZ\n",
                 "fine number=2 element=0 offset=105\n"
                 "  inpatient 20260110..20260114 id=B1 age=70 sex=M status=01 bill=0111 npi=1234567893 $900000\n"
                 "    dx icd10cm I21.4/Y\n"
                 "    dx icd10cm N17.9/N\n"
                 "    dx icd10cm Z79.4\n"
                 "    admit icd10cm R07.9\n"
                 "    reason icd10cm R06.02\n"
                 "    cause icd10cm W19.XXXA\n"
                 "    pcs 02703DZ on 20260110\n"
                 "    pcs B2111ZZ on 20260110\n");
}

static void a_type_of_bill_tells_the_kind(void **state)
{
    assert_items(desk_with(state, codes),
                 "claim;first;bill;code;revenue;ndc;rendering;day\n"
                 "1;2026-01-10;0131;J1885;0250;00409379501;1346234562;2026-01-10..2026-01-11\n"
                 "2;2026-01-10;121;;0120;;;\n",
                 "fine number=2 element=0 offset=48\n"
                 "  outpatient 20260110..20260110 id=1 bill=0131 $0\n"
                 "    line \"J1885\" x1 $0 20260110..20260111 rev=0250 npi=1346234562 ndc=00409-3795-01\n"
                 "fine number=3 element=0 offset=123\n"
                 "  inpatient 20260110..20260110 id=2 bill=121 $0\n"
                 "    line \"\" x1 $0 20260110 rev=0120\n");
}

static void a_claim_without_days_has_those_of_its_lines(void **state)
{
    assert_items(desk_with(state, codes),
                 "Claim , CODE,day\r\n1,99213,2026-01-09\r\n1,99214,2026-01-05\r\n",
                 "fine number=2 element=0 offset=18\n"
                 "  professional 20260105..20260109 id=1 $0\n"
                 "    line \"99213\" x1 $0 20260109\n"
                 "    line \"99214\" x1 $0 20260105\n");
}

static void quotes_hold_what_parts_cells_and_themselves_doubled(void **state)
{
    assert_items(desk_with(state, codes),
                 "\"claim\",\"code\"\n\"a,\"\"b\"\"\",\" 99213 \"\n",
                 "fine number=2 element=0 offset=15\n"
                 "  professional 0..0 id=a,\"b\" $0\n"
                 "    line \"99213\" x1 $0 0\n");
}

static void unknown_and_double_columns_are_told_once(void **state)
{
    assert_items(desk_with(state, codes),
                 "claim,colour,code,code\n1,red,99213,99214\n",
                 "column segment=colour number=1 element=0 offset=0\n"
                 "  line 1, column colour: no column of that name is known; it is passed over\n"
                 "column segment=code number=1 element=0 offset=0\n"
                 "  line 1, column code: the column stands twice; the second one is passed over\n"
                 "fine number=2 element=0 offset=23\n"
                 "  professional 0..0 id=1 $0\n"
                 "    line \"99213\" x1 $0 0\n");
}

static void each_cell_that_cannot_be_read_is_told_with_the_claim(void **state)
{
    assert_items(desk_with(state, codes),
                 "claim,kind,first,age,sex,total,diagnoses,poa,procedures,code,units,charge,day\n"
                 "1,vet,2026-02-30,old,?,1e3,I10,Q,0DTJ4ZZ@soon,99213,0,1.999,tuesday\n",
                 "cell segment=kind number=2 element=0 offset=78\n"
                 "  line 2, column kind: \"vet\" cannot be read; professional, outpatient, inpatient, dme or dental is "
                 "meant\n"
                 "  professional 0..0 id=1 $0\n"
                 "    dx icd10cm I10\n"
                 "    pcs 0DTJ4ZZ on 0\n"
                 "    line \"99213\" x1 $0 0\n"
                 "cell segment=first number=2 element=0 offset=78\n"
                 "  line 2, column first: \"2026-02-30\" cannot be read; a day is written 2026-01-05\n"
                 "cell segment=age number=2 element=0 offset=78\n"
                 "  line 2, column age: \"old\" cannot be read; an age is a number of whole years\n"
                 "cell segment=sex number=2 element=0 offset=78\n"
                 "  line 2, column sex: \"?\" cannot be read; M, F or U is meant\n"
                 "cell segment=total number=2 element=0 offset=78\n"
                 "  line 2, column total: \"1e3\" cannot be read; dollars are written like 125 or 125.50\n"
                 "cell segment=poa number=2 element=0 offset=78\n"
                 "  line 2, column poa: \"Q\" cannot be read; it is one of Y, N, U, W or - for each diagnosis\n"
                 "cell segment=procedures number=2 element=0 offset=78\n"
                 "  line 2, column procedures: \"0DTJ4ZZ@soon\" cannot be read; a procedure's day is written "
                 "02703DZ@2026-01-10\n"
                 "cell segment=units number=2 element=0 offset=78\n"
                 "  line 2, column units: \"0\" cannot be read; units are a number above 0\n"
                 "cell segment=charge number=2 element=0 offset=78\n"
                 "  line 2, column charge: \"1.999\" cannot be read; dollars are written like 125 or 125.50\n"
                 "cell segment=day number=2 element=0 offset=78\n"
                 "  line 2, column day: \"tuesday\" cannot be read; a day is written 2026-01-05\n");
}

static void lines_of_a_claim_do_not_contradict_each_other(void **state)
{
    assert_items(desk_with(state, codes),
                 "claim,sex,code\n1,F,99213\n1,F,99214\n1,M,99215\n",
                 "cell segment=sex number=4 element=0 offset=35\n"
                 "  line 4, column sex: \"M\" is not \"F\" of the claim's first line, which counts; leave it empty\n"
                 "  professional 0..0 id=1 sex=F $0\n"
                 "    line \"99213\" x1 $0 0\n"
                 "    line \"99214\" x1 $0 0\n"
                 "    line \"99215\" x1 $0 0\n");
}

static void a_line_with_other_cells_than_the_head_is_told_and_the_next_one_read(void **state)
{
    assert_items(desk_with(state, codes),
                 "claim,code,units\n1,99213\n\n2,\"99214,1\n3,99215,1,1\n",
                 "cell number=2 element=0 offset=17\n"
                 "  line 2: the line has 2 cells and the head 3; each column needs its cell, if an empty one\n"
                 "  professional 0..0 id=1 $0\n"
                 "    line \"99213\" x1 $0 0\n"
                 "cell number=4 element=0 offset=26\n"
                 "  line 4: a quote is not closed, or text stands behind it; double the quotes inside of a cell\n"
                 "  professional 0..0 id=2 $0\n"
                 "    line \"99214,1\" x1 $0 0\n"
                 "cell number=5 element=0 offset=37\n"
                 "  line 5: the line has 4 cells and the head 3; each column needs its cell, if an empty one\n"
                 "  professional 0..0 id=3 $0\n"
                 "    line \"99215\" x1 $0 0\n");
}

static void lines_without_a_name_are_claims_by_themselves(void **state)
{
    assert_items(desk_with(state, codes),
                 "claim,code,units\n,99213,1\n,99214,1\n",
                 "cell segment=claim number=2 element=0 offset=17\n"
                 "  line 2, column claim: the claim needs a name of 1 to 100 bytes; the line is a claim by itself\n"
                 "  professional 0..0 $0\n"
                 "    line \"99213\" x1 $0 0\n"
                 "cell segment=claim number=3 element=0 offset=26\n"
                 "  line 3, column claim: the claim needs a name of 1 to 100 bytes; the line is a claim by itself\n"
                 "  professional 0..0 $0\n"
                 "    line \"99214\" x1 $0 0\n");
}

static void units_without_a_code_are_told(void **state)
{
    assert_items(desk_with(state, codes), "claim,code,units\n1,,3\n",
                 "cell segment=units number=2 element=0 offset=17\n"
                 "  line 2, column units: \"3\" cannot be read; the line has no code and no revenue code to go with "
                 "it\n"
                 "  professional 0..0 id=1 $0\n");
}

static void bytes_that_are_no_text_are_told(void **state)
{
    static const char text[] = "claim,provider,code\n1,caf\xE9,99213\n2,a\0b,99214\n";
    assert_items_of(desk_with(state, codes), text, sizeof text - 1,
                    "cell segment=provider number=2 element=0 offset=20\n"
                    "  line 2, column provider: the cell is no text of UTF-8 and is passed over; send no control "
                    "characters\n"
                    "  professional 0..0 id=1 $0\n"
                    "    line \"99213\" x1 $0 0\n"
                    "cell segment=provider number=3 element=0 offset=33\n"
                    "  line 3, column provider: the cell is no text of UTF-8 and is passed over; send no control "
                    "characters\n"
                    "  professional 0..0 id=2 $0\n"
                    "    line \"99214\" x1 $0 0\n",
                    __FILE__, __LINE__);
}

static void a_table_without_the_column_claim_is_none(void **state)
{
    assert_items(desk_with(state, codes), "name,code\n1,99213\n",
                 "format number=1 element=0 offset=0\n"
                 "  line 1: \"name,code\" begins neither X12, which has ISA, nor a table with a column claim; nothing "
                 "is read\n");
}

static void every_split_of_a_table_gives_the_same_items(void **state)
{
    coding_desk *desk = desk_with(state, codes);
    for (size_t first = 0; first < sizeof tidy; first++) {
        for (size_t piece = 1; piece < 40; piece += 6) {
            claims_words items = claims_items(desk, tidy, sizeof tidy - 1, (claims_pieces){first, piece});
            assert_string_equal(items.text, tidy_items);
            free(items.text);
        }
    }
}

static void every_front_of_a_table_is_read_without_a_crash(void **state)
{
    coding_desk *desk = desk_with(state, codes);
    for (size_t length = 1; length < sizeof tidy; length++) {
        claims_words items = claims_items(desk, tidy, length, at_once);
        bool         is_head = length >= strlen("claim") && length <= strcspn(tidy, "\n") + 1; /* and has no claim */
        assert_true(is_head || items.length > 0);
        free(items.text);
    }
}

static void memory_that_is_refused_is_told_and_nothing_leaks(void **state)
{
    little_file files[] = {{"codes.tsv", codes}, {NULL, NULL}};
    size_t      length;
    void       *bytes = book_bytes(files, &length);
    (void)state;
    claims_refuse_each(&(claims_asked){bytes, length, tidy, sizeof tidy - 1, tidy_items, 30}, 200);
    free(bytes);
}

static void a_line_of_ten_megabytes_is_told_and_the_next_one_read(void **state)
{
    coding_desk *desk = desk_with(state, codes);
    size_t       head = strlen("claim,code\n"), length = 10 * MEGABYTE;
    char        *text = malloc(length);
    assert_non_null(text);
    memset(text, 'x', length);
    memcpy(text, "claim,code\n", head);
    memcpy(text + length - 9, "\n2,99213\n", 9);
    for (size_t piece = 4096; piece <= WHOLE; piece *= WHOLE / 4096) {
        claims_words items = claims_items(desk, text, length, (claims_pieces){0, piece});
        assert_string_equal(items.text,
                            "cell number=2 element=0 offset=11\n"
                            "  line 2: the line has more than 65536 bytes and is passed over; a line break is missing\n"
                            "fine number=3 element=0 offset=10485752\n"
                            "  professional 0..0 id=2 $0\n"
                            "    line \"99213\" x1 $0 0\n");
        free(items.text);
    }
    memset(text, ',', length);
    claims_words items = claims_items(desk, text, length, at_once);
    assert_string_equal(items.text, "format number=1 element=0 offset=0\n"
                                    "  line 1: the line has more than 65536 bytes and is passed over; a line break is "
                                    "missing\n");
    free(items.text), free(text);
}

static void a_head_of_too_many_columns_is_told(void **state)
{
    char text[2048] = "claim";
    for (size_t i = 0; i < 300; i++) strcat(text, ",");
    claims_words items = claims_items(desk_with(state, codes), text, strlen(text), at_once);
    assert_non_null(strstr(items.text, "there is more trouble here"));
    free(items.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(consecutive_lines_of_one_name_are_one_claim),
        little_test(a_stay_stands_on_one_line),
        little_test(a_type_of_bill_tells_the_kind),
        little_test(a_claim_without_days_has_those_of_its_lines),
        little_test(quotes_hold_what_parts_cells_and_themselves_doubled),
        little_test(unknown_and_double_columns_are_told_once),
        little_test(each_cell_that_cannot_be_read_is_told_with_the_claim),
        little_test(lines_of_a_claim_do_not_contradict_each_other),
        little_test(a_line_with_other_cells_than_the_head_is_told_and_the_next_one_read),
        little_test(lines_without_a_name_are_claims_by_themselves),
        little_test(units_without_a_code_are_told),
        little_test(bytes_that_are_no_text_are_told),
        little_test(a_table_without_the_column_claim_is_none),
        little_test(every_split_of_a_table_gives_the_same_items),
        little_test(every_front_of_a_table_is_read_without_a_crash),
        cmocka_unit_test(memory_that_is_refused_is_told_and_nothing_leaks),
        little_test(a_line_of_ten_megabytes_is_told_and_the_next_one_read),
        little_test(a_head_of_too_many_columns_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
