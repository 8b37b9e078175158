/* Everything that is asked of a code beside its verdict: each call timed alone, on a desk that is cleared after it. */
#include <stdio.h>
#include <string.h>

#include <coding.h>

#include "measure.h"
#include "sample.h"

typedef struct question {
    coding_desk *desk;
    sample       codes;
    column       texts;
    char         damaged[32]; /* room for one text */
} question;

static coding_code code_at(const question *q, size_t index) { return q->codes.codes[index % q->codes.count]; }

static coding_entry entry_at(const question *q, size_t index)
{
    return coding_find(coding_desk_book(q->desk), code_at(q, index));
}

static const char *text_at(const question *q, size_t index, size_t *length)
{
    index %= q->texts.count;
    *length = (size_t)(q->texts.offsets[index + 1] - q->texts.offsets[index]);
    return q->texts.text + q->texts.offsets[index];
}

/* A round over the codes or their texts. */
static void parse(void *context)
{
    const question    *q = context;
    unsigned long long sum = 0;
    for (size_t i = 0; i < q->texts.count; i++) {
        size_t      length;
        const char *text = text_at(q, i, &length);
        sum += coding_parse(CODING_ICD10CM, text, length).code;
    }
    bench_use(sum);
}

static void format(void *context)
{
    const question    *q = context;
    unsigned long long sum = 0;
    char               text[CODING_CODE_TEXT];
    for (size_t i = 0; i < q->codes.count; i++) sum += (unsigned char)coding_code_format(q->codes.codes[i], text)[0];
    bench_use(sum);
}

static void check_all(void *context)
{
    const question    *q = context;
    unsigned long long sum = 0;
    for (size_t i = 0; i < q->codes.count; i++) {
        sum += coding_check(q->desk, q->codes.codes[i], SAMPLE_DAY).count;
        if (i % 64 == 63) coding_desk_clear(q->desk);
    }
    coding_desk_clear(q->desk);
    bench_use(sum);
}

static void check_all_texts(void *context)
{
    const question    *q = context;
    unsigned long long sum = 0;
    for (size_t i = 0; i < q->texts.count; i++) {
        size_t      length;
        const char *text = text_at(q, i, &length);
        sum += coding_check_text(q->desk, CODING_ICD10CM, text, length, SAMPLE_DAY).count;
        if (i % 64 == 63) coding_desk_clear(q->desk);
    }
    coding_desk_clear(q->desk);
    bench_use(sum);
}

/* A call, for what takes longer. */
static void check_any(void *context, size_t index)
{
    const question *q = context;
    size_t          length;
    const char     *text = text_at(q, index, &length);
    bench_use(coding_check_text(q->desk, CODING_ANY, text, length, SAMPLE_DAY).count);
    coding_desk_clear(q->desk);
}

static void explain(void *context, size_t index)
{
    const question *q = context;
    coding_verdict  verdict = coding_check(q->desk, code_at(q, index), SAMPLE_DAY);
    if (verdict.count) bench_use(strlen(coding_explain(q->desk, verdict.findings)));
    coding_desk_clear(q->desk);
}

/* Those of the codes that do not stand: headers, what has ended, what is yet to come. */
static question fallen_of(const question *all)
{
    question q = {.desk = all->desk, .codes = sample_few(&all->codes, SIZE_MAX)};
    q.codes.count = 0;
    for (size_t i = 0; i < all->codes.count; i++) {
        if (coding_verdict_of(q.desk, all->codes.codes[i], SAMPLE_DAY) != CODING_RULE_STANDS)
            q.codes.codes[q.codes.count++] = all->codes.codes[i];
    }
    q.texts = column_of(&q.codes);
    return q;
}

static void title(void *context, size_t index)
{
    const question *q = context;
    bench_use((unsigned char)*coding_entry_title(q->desk, entry_at(q, index), SAMPLE_DAY));
    coding_desk_clear(q->desk);
}

static void notes(void *context, size_t index)
{
    const question *q = context;
    bench_use(coding_entry_notes(q->desk, entry_at(q, index), SAMPLE_DAY).count);
    coding_desk_clear(q->desk);
}

static void children(void *context, size_t index)
{
    const question *q = context;
    bench_use(coding_entry_children(q->desk, coding_entry_parent(entry_at(q, index)), SAMPLE_DAY).count);
    coding_desk_clear(q->desk);
}

/* One to six characters of a code, as they are typed. */
static void complete(void *context, size_t index)
{
    const question *q = context;
    size_t          length;
    const char     *text = text_at(q, index, &length);
    size_t          typed = 1 + index % 6;
    if (typed < length) length = typed;
    bench_use(coding_complete(q->desk, CODING_ICD10CM, text, length, SAMPLE_DAY, 10).count);
    coding_desk_clear(q->desk);
}

/* The last character wrong: what a person typed beside the key. */
static void suggest(void *context, size_t index)
{
    question   *q = context;
    size_t      length;
    const char *text = text_at(q, index, &length);
    memcpy(q->damaged, text, length);
    q->damaged[length - 1] = q->damaged[length - 1] == 'Q' ? 'W' : 'Q';
    bench_use(coding_suggest(q->desk, CODING_ICD10CM, q->damaged, length, SAMPLE_DAY).count);
    coding_desk_clear(q->desk);
}

static void suggest_comma(void *context, size_t index)
{
    question   *q = context;
    size_t      length;
    const char *text = text_at(q, index, &length);
    memcpy(q->damaged, text, length);
    for (size_t i = 0; i < length; i++) q->damaged[i] = q->damaged[i] == '.' ? ',' : q->damaged[i];
    bench_use(coding_suggest(q->desk, CODING_ICD10CM, q->damaged, length, SAMPLE_DAY).count);
    coding_desk_clear(q->desk);
}

/* What a word is while it is typed. */
static void complete_word(void *context, size_t index)
{
    static const char *const words[] = {"d", "di", "dia", "diab", "frac", "fracture of the ra", "hyp", "left an", "pneu"};
    const question          *q = context;
    const char              *text = words[index % (sizeof words / sizeof *words)];
    bench_use(coding_search_complete(q->desk, text, strlen(text), 10).count);
    coding_desk_clear(q->desk);
}

int main(int count, char **arguments)
{
    bench_effort effort = bench_started(count, arguments);
    coding_error error;
    coding_book *book = coding_book_open(arguments[1], &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    question q = {.desk = coding_desk_new(book, NULL), .codes = sample_of_system(book, CODING_ICD10CM, effort.samples)};
    q.texts = column_of(&q.codes);
    question   fallen = fallen_of(&q);
    bench_case cases[] = {
        {"parse", "ICD-10-CM as printed, all rows", parse, &q, q.codes.count, 0},
        {"format", "the same back", format, &q, q.codes.count, 0},
        {"check", "coding_check of all rows, one in four of which does not stand", check_all, &q, q.codes.count, 0},
        {"check.finding", "the same of those that do not stand", check_all, &fallen, fallen.codes.count, 0},
        {"check_text", "coding_check_text of all rows as printed", check_all_texts, &q, q.texts.count, 0},
    };
    bench_compare(cases, sizeof cases / sizeof *cases, effort.rounds);

    size_t      few = q.codes.count < 2000 ? q.codes.count : 2000, rounds = effort.rounds < 5 ? 1 : 5;
    bench_calls calls[] = {
        {"check_text.any", "the system not named: all are tried", check_any, &q, few},
        {"explain", "a code that does not stand, checked, and its finding as a sentence", explain, &fallen, few},
        {"title", "find a code and spell its title", title, &q, few},
        {"notes", "all notes in force, own and inherited, with references", notes, &q, few},
        {"children", "the children of a code's parent", children, &q, few},
        {"complete", "10 codes after 1 to 6 characters; budget 10 us", complete, &q, few},
        {"complete.word", "words of the book that begin as the last word does", complete_word, &q, few},
        {"suggest", "near misses of a code whose last character is wrong", suggest, &q, few},
        {"suggest.comma", "near misses of a code with a comma for its dot", suggest_comma, &q, few},
    };
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) bench_each(&calls[i], rounds);
    column_free(&fallen.texts);
    sample_free(&fallen.codes);
    column_free(&q.texts);
    sample_free(&q.codes);
    coding_desk_free(q.desk);
    coding_book_close(book);
    return 0;
}
