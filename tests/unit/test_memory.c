/* A desk whose allocator says no: every call of it once, then every piece of the desk once. The answer is right or says
 * that there was no memory; nothing leaks; and the same desk answers right when memory is back. */
#include <stdlib.h>
#include <string.h>

#include "entry/desk.h"
#include "unit/little_release.h"
#include "unit/miser.h"

enum { PIECE = 16, DAY = 20251001, BEFORE = 20200930 };

/* What one question was answered. */
typedef struct answer {
    coding_status status;
    uint64_t      sum;
} answer;

typedef struct question {
    const char *name;
    answer    (*ask)(coding_desk *desk, coding_code code, const char *text);
    const char *text;
} question;

static void add(answer *a, uint64_t value) { a->sum = (a->sum ^ value) * 0x100000001B3u; }

static void add_text(answer *a, const char *text)
{
    assert_non_null(text);
    for (; *text; text++) add(a, (unsigned char)*text);
    add(a, 0);
}

static void add_source(answer *a, coding_source source)
{
    add_text(a, source.release ? source.release : "nobody");
    add(a, source.line);
}

static void add_codes(answer *a, const coding_code *codes, size_t count)
{
    for (size_t i = 0; i < count; i++) add(a, codes[i]);
}

static answer of_entries(coding_entries entries)
{
    answer a = {.status = entries.status};
    for (size_t i = 0; i < entries.count; i++) add(&a, entries.items[i].row);
    return a;
}

/* Without memory there is always a finding to read, and it is a denial. */
static answer of_verdict(coding_verdict verdict)
{
    answer a = {.status = verdict.status};
    add(&a, verdict.rule);
    assert_true(verdict.count || verdict.rule == CODING_RULE_STANDS);
    for (size_t i = 0; i < verdict.count; i++) {
        add(&a, verdict.findings[i].rule);
        add(&a, verdict.findings[i].other);
        add(&a, verdict.findings[i].day);
        add_source(&a, verdict.findings[i].source);
    }
    add_codes(&a, verdict.instead, verdict.instead_count);
    if (verdict.status != CODING_NO_MEMORY) return a;
    assert_int_equal(verdict.rule, CODING_RULE_NOT_CHECKED);
    assert_int_equal(verdict.findings[0].rule, CODING_RULE_NOT_CHECKED);
    assert_int_equal(verdict.findings[0].severity, CODING_DENIAL);
    return a;
}

static answer check(coding_desk *desk, coding_code code, const char *text)
{
    (void)text;
    return of_verdict(coding_check(desk, code, DAY));
}

static answer check_text(coding_desk *desk, coding_code code, const char *text)
{
    (void)code;
    return of_verdict(coding_check_text(desk, CODING_ANY, text, strlen(text), DAY));
}

static answer check_as_icd10cm(coding_desk *desk, coding_code code, const char *text)
{
    (void)code;
    return of_verdict(coding_check_text(desk, CODING_ICD10CM, text, strlen(text), DAY));
}

/* Reading has no status: a code, or none. */
static answer read_own(coding_desk *desk, coding_code code, const char *text)
{
    coding_parsed parsed = coding_read(desk, (coding_system)64, text, strlen(text));
    (void)code;
    if (parsed.code) return (answer){CODING_OK, parsed.code};
    assert_int_not_equal(parsed.damage, CODING_DAMAGE_NONE);
    return (answer){parsed.damage == CODING_DAMAGE_NO_CODE ? CODING_NO_MEMORY : CODING_OK, parsed.damage};
}

static answer suggest_in(coding_desk *desk, coding_system system, const char *text)
{
    coding_suggestions near = coding_suggest(desk, system, text, strlen(text), DAY);
    answer             a = {.status = near.status};
    for (size_t i = 0; i < near.count; i++) add(&a, near.items[i].code), add(&a, near.items[i].repair);
    return a;
}

static answer suggest(coding_desk *desk, coding_code code, const char *text)
{
    (void)code;
    return suggest_in(desk, CODING_ICD10CM, text);
}

static answer suggest_anywhere(coding_desk *desk, coding_code code, const char *text)
{
    (void)code;
    return suggest_in(desk, CODING_ANY, text);
}

static answer identify(coding_desk *desk, coding_code code, const char *text)
{
    coding_candidates all = coding_identify(desk, text, strlen(text), DAY);
    answer            a = {.status = all.status};
    (void)code;
    for (size_t i = 0; i < all.count; i++) add(&a, all.items[i].code), add(&a, all.items[i].rule);
    return a;
}

static answer notes(coding_desk *desk, coding_code code, const char *text)
{
    coding_notes all = coding_entry_notes(desk, coding_find(coding_desk_book(desk), code), DAY);
    answer       a = {.status = all.status};
    (void)text;
    for (size_t i = 0; i < all.count; i++) {
        const coding_note *note = all.items + i;
        add_text(&a, note->text), add_text(&a, note->holder), add_source(&a, note->source);
        for (size_t k = 0; k < note->reference_count; k++) add(&a, note->references[k].first ^ note->references[k].characters);
    }
    return a;
}

static answer sevens(coding_desk *desk, coding_code code, const char *text)
{
    coding_sevens all = coding_entry_sevens(desk, coding_find(coding_desk_book(desk), code), DAY);
    answer        a = {.status = all.status};
    (void)text;
    for (size_t i = 0; i < all.count; i++) add(&a, all.items[i].code), add_text(&a, all.items[i].text);
    return a;
}

static answer of_blocks(coding_blocks all)
{
    answer a = {.status = all.status};
    for (size_t i = 0; i < all.count; i++) add_text(&a, all.items[i].title), add(&a, all.items[i].last);
    return a;
}

static answer blocks(coding_desk *desk, coding_code code, const char *text)
{
    (void)text;
    return of_blocks(coding_entry_blocks(desk, coding_find(coding_desk_book(desk), code)));
}

static answer all_blocks(coding_desk *desk, coding_code code, const char *text)
{
    (void)code, (void)text;
    return of_blocks(coding_book_blocks(desk, CODING_ICD10CM));
}

static answer children(coding_desk *desk, coding_code code, const char *text)
{
    (void)text;
    return of_entries(coding_entry_children(desk, coding_find(coding_desk_book(desk), code), DAY));
}

static answer billable_below(coding_desk *desk, coding_code code, const char *text)
{
    (void)text;
    return of_entries(coding_entry_billable_below(desk, coding_find(coding_desk_book(desk), code), DAY));
}

static answer ancestors(coding_desk *desk, coding_code code, const char *text)
{
    (void)text;
    return of_entries(coding_entry_ancestors(desk, coding_find(coding_desk_book(desk), code)));
}

static answer roots(coding_desk *desk, coding_code code, const char *text)
{
    (void)code, (void)text;
    return of_entries(coding_book_roots(desk, CODING_ICD10CM, DAY));
}

static answer periods(coding_desk *desk, coding_code code, const char *text)
{
    coding_periods all = coding_entry_periods(desk, coding_find(coding_desk_book(desk), code));
    answer         a = {.status = all.status};
    (void)text;
    for (size_t i = 0; i < all.count; i++) add(&a, all.items[i].first), add(&a, all.items[i].until);
    return a;
}

static answer titles(coding_desk *desk, coding_code code, const char *text)
{
    coding_dated_titles all = coding_entry_titles(desk, coding_find(coding_desk_book(desk), code));
    answer              a = {.status = all.status};
    (void)text;
    for (size_t i = 0; i < all.count; i++) add_text(&a, all.items[i].text), add(&a, all.items[i].until);
    return a;
}

/* A title has no status: without memory it is empty. */
static answer title(coding_desk *desk, coding_code code, const char *text)
{
    const char *said = coding_entry_title(desk, coding_find(coding_desk_book(desk), code), BEFORE);
    answer      a = {.status = *said ? CODING_OK : CODING_NO_MEMORY};
    (void)text;
    add_text(&a, said);
    return a;
}

static answer short_title(coding_desk *desk, coding_code code, const char *text)
{
    const char *said = coding_entry_short_title(desk, coding_find(coding_desk_book(desk), code));
    answer      a = {.status = *said ? CODING_OK : CODING_NO_MEMORY};
    (void)text;
    add_text(&a, said);
    return a;
}

static answer successors(coding_desk *desk, coding_code code, const char *text)
{
    coding_codes all = coding_entry_successors(desk, coding_find(coding_desk_book(desk), code), DAY);
    answer       a = {.status = all.status};
    (void)text;
    add_codes(&a, all.items, all.count);
    return a;
}

static answer complete(coding_desk *desk, coding_code code, const char *text)
{
    (void)code;
    return of_entries(coding_complete(desk, CODING_ANY, text, strlen(text), DAY, 50));
}

static answer of_values(coding_values all)
{
    answer a = {.status = all.status};
    for (size_t i = 0; i < all.count; i++) add(&a, (unsigned char)all.items[i].character), add_text(&a, all.items[i].label);
    return a;
}

static answer values_of_procedures(coding_desk *desk, coding_code code, const char *text)
{
    (void)code;
    return of_values(coding_values_after(desk, CODING_ICD10PCS, text, strlen(text), DAY));
}

static answer values_of_diagnoses(coding_desk *desk, coding_code code, const char *text)
{
    (void)code;
    return of_values(coding_values_after(desk, CODING_ICD10CM, text, strlen(text), DAY));
}

static answer search(coding_desk *desk, coding_code code, const char *text)
{
    coding_hits hits = coding_search(desk, text, strlen(text), NULL);
    answer      a = {.status = hits.status};
    (void)code;
    for (size_t i = 0; i < hits.count; i++) {
        add(&a, hits.items[i].entry.row), add_text(&a, hits.items[i].why);
        for (size_t k = 0; k < hits.items[i].evidence_count; k++) add_text(&a, hits.items[i].evidence[k].found);
    }
    return a;
}

static answer scan(coding_desk *desk, coding_code code, const char *text)
{
    coding_phrase  found[CODING_SCAN_ROOM];
    coding_scanned done = coding_scan(desk, text, strlen(text), true, found, CODING_SCAN_ROOM);
    answer         a = {.status = done.status};
    (void)code;
    for (size_t i = 0; i < done.count; i++) add(&a, found[i].entry.row), add(&a, found[i].span.length);
    return a;
}

static answer term_parts(coding_desk *desk, coding_code code, const char *text)
{
    coding_term term = coding_term_parts(desk, text, strlen(text));
    answer      a = {.status = term.status};
    (void)code;
    for (size_t i = 0; i < term.count; i++) {
        add_text(&a, term.items[i].meaning);
        for (size_t k = 0; k < term.items[i].part_count; k++) add_text(&a, term.items[i].parts[k].meaning);
    }
    return a;
}

static answer term_codes(coding_desk *desk, coding_code code, const char *text)
{
    coding_hits hits = coding_term_codes(desk, text, strlen(text), NULL);
    answer      a = {.status = hits.status};
    (void)code;
    for (size_t i = 0; i < hits.count; i++) {
        add(&a, hits.items[i].entry.row), add_text(&a, hits.items[i].why);
        for (size_t k = 0; k < hits.items[i].evidence_count; k++) add_text(&a, hits.items[i].evidence[k].found);
    }
    return a;
}

/* A finding as a whole sentence, or none of it. */
static answer explain(coding_desk *desk, coding_code code, const char *text)
{
    coding_rule    rule = coding_verdict_of(desk, code, DAY);
    coding_finding finding = {.rule = rule, .severity = CODING_DENIAL, .code = code, .on = DAY, .day = DAY};
    const char    *said = coding_explain(desk, &finding);
    answer         a = {.status = strstr(said, "no memory") ? CODING_NO_MEMORY : CODING_OK};
    (void)text;
    add_text(&a, said);
    return a;
}

static const question questions[] = {
    {"check of a code that stands", check, "I10"},
    {"check of a header", check, "G35"},
    {"check of a code that lacks its 7th character", check, "S13.4"},
    {"check of a wrong 7th character", check, "S13.4XXB"},
    {"check of a code that ended", check, "T81.4XXA"},
    {"check of a code without its placeholders", check, "S13.4A"},
    {"check of an unknown code", check, "E11.8"},
    {"check of a text", check_text, "e119"},
    {"check of a text of two systems", check_text, "A0100"},
    {"check of a user's own code", check_text, "B12-3"},
    {"check of a damaged text", check_text, "E1l.9"},
    {"check of a text of another system", check_as_icd10cm, "0DTJ4ZZ"},
    {"check of a damaged text as a diagnosis", check_as_icd10cm, "E11,9"},
    {"reading by a pattern", read_own, "B12-3"},
    {"near misses", suggest, "S13.4A"},
    {"near misses of a header", suggest, "T81.4XXA"},
    {"near misses anywhere", suggest_anywhere, "E1l.9 Type 2 diabetes"},
    {"identifying", identify, "A0100"},
    {"notes", notes, "E11.65"},
    {"7th characters", sevens, "S13.4"},
    {"chapter and section", blocks, "E11.65"},
    {"all chapters and sections", all_blocks, "E11"},
    {"children", children, "E11"},
    {"billable codes", billable_below, "E11"},
    {"ancestors", ancestors, "E11.65"},
    {"roots", roots, "E11"},
    {"periods", periods, "E11.9"},
    {"titles", titles, "E11.9"},
    {"title", title, "E11.9"},
    {"short title", short_title, "E11.9"},
    {"successors", successors, "T81.4XXA"},
    {"successors by their day", successors, "G35"},
    {"completion", complete, "E1"},
    {"values of procedures", values_of_procedures, "0DT"},
    {"values of diagnoses", values_of_diagnoses, "E11"},
    {"search", search, "sugar disease with hyperglycemia"},
    {"search by an index path", search, "sugar sickness"},
    {"search of a slip", search, "hypertenshun"},
    {"scan", scan, "whiplash injury, type 2 diabetes with hyperglycemia"},
    {"parts of a word", term_parts, "hyperglycemia"},
    {"codes that share a word", term_codes, "hyperglycemia"},
    {"explanation of a header", explain, "G35"},
    {"explanation of an ended code", explain, "T81.4XXA"},
    {"explanation of a wrong 7th character", explain, "S13.4XXB"},
    {"explanation of an unknown code", explain, "E11.8"},
};

enum { QUESTIONS = sizeof questions / sizeof *questions };

/* The little release, and a code that two systems have. */
static coding_book *open_book(void **state)
{
    static const char more[] = "icd10cm  A0100    billable  20151001  -         A fever of our own making\n";
    little_file       files[16] = {{NULL, NULL}};
    size_t            count = 0, length;
    for (; little_release[count].name; count++) files[count] = little_release[count];
    files[count] = (little_file){"more.codes.tsv", more};
    *state = book_bytes(files, &length);
    coding_book *book = coding_book_open_memory(*state, length, NULL);
    assert_non_null(book);
    return book;
}

static answer put(const question *q, coding_desk *desk)
{
    return q->ask(desk, coding_parse(CODING_ICD10CM, q->text, strlen(q->text)).code, q->text);
}

static answer right_answer(const question *q, coding_book *book)
{
    coding_desk *desk = coding_desk_new(book, NULL);
    answer       right = put(q, desk);
    if (right.status != CODING_OK) fail_msg("%s: no answer to compare with", q->name);
    coding_desk_free(desk);
    return right;
}

static void assert_right_or_no_memory(const question *q, answer got, answer right, size_t at)
{
    if (got.status == CODING_NO_MEMORY) return;
    if (got.status != CODING_OK || got.sum != right.sum)
        fail_msg("%s: without memory at %zu a wrong answer, status %d", q->name, at, (int)got.status);
}

static void assert_right(const question *q, coding_desk *desk, answer right, size_t at)
{
    answer again = put(q, desk);
    if (again.status != CODING_OK || again.sum != right.sum)
        fail_msg("%s: after no memory at %zu not the right answer, status %d", q->name, at, (int)again.status);
}

/* False when the question was answered without asking so often. */
static bool refuse_call(const question *q, coding_book *book, answer right, size_t call)
{
    miser            own;
    coding_allocator allocator = miser_allocator(&own);
    own.refuse = call;
    coding_desk *desk = coding_desk_new(book, &allocator);
    if (!desk) return assert_int_equal(own.held, 0), true;
    assert_right_or_no_memory(q, put(q, desk), right, call);
    bool refused = own.asked >= call;
    own.refuse = 0;
    assert_right(q, desk, right, call);
    assert_int_equal(coding_desk_used(desk).held, own.held);
    coding_desk_free(desk);
    assert_int_equal(own.held, 0);
    return refused;
}

static void each_call_of_the_allocator_may_be_refused(void **state)
{
    coding_book *book = open_book(state);
    for (size_t i = 0; i < QUESTIONS; i++) {
        answer right = right_answer(&questions[i], book);
        size_t call = 1;
        while (refuse_call(&questions[i], book, right, call)) call++;
        assert_true(call > 1);
    }
    coding_book_close(book);
}

/* Takes pieces until there are none, or so many. */
static size_t take_pieces(coding_desk *desk, size_t most)
{
    size_t count = 0;
    while (count < most && coding__arena_take(&desk->arena, PIECE)) count++;
    return count;
}

/* Only `room` pieces are left, and no more are to be had. True when they are enough. */
static bool squeeze(const question *q, coding_desk *desk, answer right, size_t all, size_t room)
{
    coding_desk_clear(desk);
    take_pieces(desk, all - room);
    size_t refused = desk->arena.refused;
    assert_right_or_no_memory(q, put(q, desk), right, room);
    return desk->arena.refused == refused;
}

static void squeeze_question(const question *q, coding_book *book)
{
    miser            own;
    coding_allocator allocator = miser_allocator(&own);
    answer           right = right_answer(q, book);
    coding_desk     *desk = coding_desk_new(book, &allocator);
    assert_right(q, desk, right, 0);
    coding_desk_clear(desk);
    own.refuse = 1, own.ever = true;
    size_t all = take_pieces(desk, SIZE_MAX), room = 0;
    while (room <= all && !squeeze(q, desk, right, all, room)) room++;
    if (room > all) fail_msg("%s: is never answered", q->name);
    coding_desk_clear(desk);
    assert_right(q, desk, right, room);
    coding_desk_free(desk);
    assert_int_equal(own.held, 0);
}

static void each_piece_of_a_desk_may_be_the_last(void **state)
{
    coding_book *book = open_book(state);
    for (size_t i = 0; i < QUESTIONS; i++) squeeze_question(&questions[i], book);
    coding_book_close(book);
}

static void a_desk_that_cannot_be_had_leaves_its_book_alone(void **state)
{
    miser            own;
    coding_book     *book = open_book(state);
    coding_allocator allocator = miser_allocator(&own);
    own.refuse = 1;
    assert_null(coding_desk_new(book, &allocator));
    assert_int_equal(own.held, 0);
    coding_desk *desk = coding_desk_new(book, &allocator);
    coding_book_close(book);
    assert_int_equal(coding_verdict_of(desk, icd10cm("I10"), DAY), CODING_RULE_STANDS);
    coding_desk_free(desk);
    assert_int_equal(own.held, 0);
}

static int free_bytes(void **state)
{
    free(*state);
    return 0;
}

#define memory_test(name) cmocka_unit_test_teardown(name, free_bytes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        memory_test(each_call_of_the_allocator_may_be_refused),
        memory_test(each_piece_of_a_desk_may_be_the_last),
        memory_test(a_desk_that_cannot_be_had_leaves_its_book_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
