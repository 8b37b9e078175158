/* Verdicts: one at a time, many at once, and the yardsticks beside them in the same rounds. */
#include <stdio.h>
#include <stdlib.h>

#include <coding.h>

#include "measure.h"
#include "peers.h"
#include "sample.h"

typedef struct question {
    const coding_desk *desk;
    sample             codes;
    coding_date        on;
    uint8_t           *rules; /* room for the answers of a column */
    uint32_t          *rows;
} question;

static void one_at_a_time(void *context)
{
    const question    *q = context;
    unsigned long long sum = 0;
    for (size_t i = 0; i < q->codes.count; i++) sum += coding_verdict_of(q->desk, q->codes.codes[i], q->on);
    bench_use(sum);
}

/* Which code is asked next depends on the answer, as it does for a caller who looks at it. */
static void one_after_the_other(void *context)
{
    const question *q = context;
    size_t          at = 0;
    for (size_t i = 0; i < q->codes.count; i++)
        at = i + (coding_verdict_of(q->desk, q->codes.codes[at], q->on) == CODING_RULE_NOT_CHECKED);
    bench_use(at);
}

static void many_at_once(void *context)
{
    const question *q = context;
    coding_verdict_of_many(q->desk, q->codes.codes, NULL, q->on, q->codes.count, q->rules, q->rows);
    bench_use(q->rules[0]);
}

typedef struct texts {
    question question;
    column   column;
} texts;

static void texts_at_once(void *context)
{
    const texts    *t = context;
    const question *q = &t->question;
    coding_verdict_of_texts(q->desk, CODING_ICD10CM, t->column.text, t->column.offsets, NULL, q->on, t->column.count,
                            NULL, q->rules, q->rows);
    bench_use(q->rules[0]);
}

typedef struct rival {
    yardstick *yardstick;
    sample     codes;
} rival;

static void by_yardstick(void *context)
{
    const rival *r = context;
    if (r->yardstick) bench_use(yardstick_count(r->yardstick, r->codes.codes, r->codes.count));
}

static question asked(coding_desk *desk, sample codes)
{
    question q = {desk, codes, SAMPLE_DAY, malloc(codes.count + 1), malloc((codes.count + 1) * sizeof *q.rows)};
    if (q.rules && q.rows && codes.count) return q;
    fputs("no memory, or no codes to ask about\n", stderr);
    exit(2);
}

static void answered(question *q)
{
    free(q->rules);
    free(q->rows);
    sample_free(&q->codes);
}

static bench_case case_of(const char *name, void (*round)(void *), question *q, const char *note)
{
    return (bench_case){name, note, round, q, q->codes.count, 0};
}

int main(int count, char **arguments)
{
    bench_effort effort = bench_started(count, arguments);
    coding_error error;
    coding_book *book = coding_book_open(arguments[1], &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    coding_desk *desk = coding_desk_new(book, NULL);
    question     cm = asked(desk, sample_of_system(book, CODING_ICD10CM, effort.samples));
    question     pcs = asked(desk, sample_of_system(book, CODING_ICD10PCS, effort.samples));
    question     all = asked(desk, sample_of_book(book, effort.samples));
    question     warm = asked(desk, sample_few(&cm.codes, 1000));
    question     absent = asked(desk, sample_absent(book, &cm.codes));
    texts        texted = {asked(desk, sample_few(&cm.codes, SIZE_MAX)), column_of(&cm.codes)};
    rival        rivals[4];
    for (int i = 0; i < 4; i++) rivals[i] = (rival){yardstick_new((yardstick_kind)i, &all.codes), cm.codes};

    bench_case cases[] = {
        case_of("verdict.one", one_at_a_time, &cm, "all rows of ICD-10-CM, shuffled; budget 20 ns"),
        case_of("verdict.one.waiting", one_after_the_other, &cm, "the same, each asked after the last answer is known"),
        case_of("verdict.one.warm", one_at_a_time, &warm, "1,000 codes, again and again"),
        case_of("verdict.one.icd10pcs", one_at_a_time, &pcs, "all rows of ICD-10-PCS, shuffled"),
        case_of("verdict.one.all", one_at_a_time, &all, "all rows of all systems, shuffled together"),
        case_of("verdict.one.absent", one_at_a_time, &absent, "ICD-10-CM with a character changed: rows of no edition"),
        case_of("verdict.many", many_at_once, &cm, "all rows of ICD-10-CM, shuffled; verdicts and rows; budget 10 ns"),
        case_of("verdict.many.warm", many_at_once, &warm, "1,000 codes, again and again"),
        case_of("verdict.many.icd10pcs", many_at_once, &pcs, "all rows of ICD-10-PCS, shuffled"),
        case_of("verdict.many.all", many_at_once, &all, "all rows of all systems, shuffled together"),
        case_of("verdict.many.absent", many_at_once, &absent, "ICD-10-CM with a character changed"),
        {"verdict.texts", "the column as texts with dots, as Arrow lays them out: read and checked", texts_at_once,
         &texted, texted.column.count, 0},
        {"yardstick.trie", "plain bitmap trie: a yes without day, row or reason", by_yardstick, &rivals[0],
         cm.codes.count, 0},
        {"yardstick.sorted", "binary search in a sorted array: the same", by_yardstick, &rivals[1], cm.codes.count, 0},
        {"yardstick.hash", "open addressing, half full: the same", by_yardstick, &rivals[2], cm.codes.count, 0},
        {"yardstick.perfect", "perfect hash: the same", by_yardstick, &rivals[3], cm.codes.count, 0},
    };
    bench_compare(cases, sizeof cases / sizeof *cases, effort.rounds);

    for (int i = 0; i < 4; i++) yardstick_free(rivals[i].yardstick);
    column_free(&texted.column);
    answered(&texted.question);
    answered(&absent);
    answered(&warm);
    answered(&all);
    answered(&pcs);
    answered(&cm);
    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
