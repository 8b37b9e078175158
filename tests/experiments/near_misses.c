/* How often does a near miss lead back to the code that was damaged?
 *
 *     near_misses             a CMocka test: the goal is reached on a few thousand codes of each system
 *     near_misses 10000       the experiment: so many codes of ICD-10-CM, and of each other system; TSV
 *     near_misses 10000 -v    and every code that was not offered first
 *
 * A code is drawn, and one damage of those that can befall it. Counted apart: damage that makes another code that
 * stands, and damage that several codes would share (each is as good an answer as the other; kept: how often it is
 * offered then). Of the rest, 90 of 100
 * must be offered first, alone in their rank, and 99 at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "experiments/damage.h"

enum { SEED = 2026, TEST_SIZE = 4000, DAMAGES_MOST = 64, TRIALS_MOST = 100000, GOAL_FIRST = 90, GOAL_OFFERED = 99 };

typedef struct tally {
    unsigned damaged;
    unsigned standing;  /* became another code that stands */
    unsigned shared;    /* other codes would be damaged into the same text ... */
    unsigned kept;      /* ... and it is offered all the same */
    unsigned single;    /* the rest: one answer */
    unsigned first;
    unsigned offered;
    unsigned listed;    /* suggestions in all */
} tally;

typedef struct experiment {
    coding_desk *desk;
    tally        tallies[DAMAGES_MOST];
    uint32_t    *times[DAMAGES_MOST];   /* nanoseconds of each question, by damage; room for TRIALS_MOST */
    bool         tells;
} experiment;

/* Codes of a system that stand on a day. */
typedef struct codes {
    coding_code *items;
    size_t       count;
} codes;

static codes codes_of(coding_desk *desk, coding_system system, coding_date on)
{
    uint32_t first, past;
    coding_book_rows(coding_desk_book(desk), system, &first, &past);
    codes all = {calloc((size_t)(past - first) + 1, sizeof(coding_code)), 0};
    for (uint32_t row = first; all.items && row < past; row++) {
        coding_code code = coding_entry_code(coding_book_entry(coding_desk_book(desk), row));
        if (coding_verdict_of(desk, code, on) == CODING_RULE_STANDS) all.items[all.count++] = code;
    }
    return all;
}

static subject draw(dice *d, coding_desk *desk, const codes *all, coding_date on)
{
    subject s = {.code = all->items[roll(d, (uint32_t)all->count)], .other = all->items[roll(d, (uint32_t)all->count)]};
    coding_code_format(s.code, s.text);
    coding_code_format_bare(s.code, s.bare);
    coding_code_format(s.other, s.other_text);
    s.title = coding_entry_title(desk, coding_find(coding_desk_book(desk), s.code), on);
    return s;
}

/* Each damage has dice of its own, so that whether it is drawn says nothing of how it falls. */
static bool try_damage(const dice *d, size_t i, const subject *s, char text[DAMAGE_TEXT])
{
    dice own = {d->state ^ (i + 1) * 0xD1B54A32D192ED03u};
    return damages[i].system == coding_code_system(s->code) && damages[i].make(&own, s, text);
}

/* One of the damages that can befall the code, each as likely as the other; damage_count where none can. */
static size_t befall(dice *d, const subject *s, char text[DAMAGE_TEXT])
{
    size_t able[DAMAGES_MOST], count = 0;
    for (size_t i = 0; i < damage_count; i++)
        if (try_damage(d, i, s, text)) able[count++] = i;
    dice   before = *d;
    size_t which = count ? able[roll(d, (uint32_t)count)] : damage_count;
    if (count) try_damage(&before, which, s, text);
    return which;
}

static uint32_t since(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint32_t)((now.tv_sec - start->tv_sec) * 1000000000L + now.tv_nsec - start->tv_nsec);
}

/* The code that the text is as it stands; 0 if none. */
static coding_code standing(experiment *e, const damage *how, const char *text)
{
    coding_parsed parsed = coding_parse(how->system, text, strlen(text));
    bool          stands = !parsed.damage && coding_verdict_of(e->desk, parsed.code, how->on) == CODING_RULE_STANDS;
    return stands ? parsed.code : 0;
}

static bool is_shared(experiment *e, const damage *how, const subject *s, const char *text)
{
    originals found = {.desk = e->desk, .system = how->system, .on = how->on};
    if (how->undo) how->undo(text, &found);
    for (size_t i = 0; i < found.count; i++)
        if (found.items[i] != s->code) return true;
    return false;
}

/* The rank of a code, or UINT32_MAX; `alone` tells whether it has the rank for itself. */
static uint32_t rank_of(const coding_suggestions *near, coding_code code, bool *alone)
{
    uint32_t rank = UINT32_MAX, equals = 0;
    for (size_t i = 0; i < near->count; i++)
        if (near->items[i].code == code) rank = near->items[i].rank;
    for (size_t i = 0; i < near->count; i++) equals += near->items[i].rank == rank;
    *alone = equals == 1;
    return rank;
}

static void tell(const damage *how, const subject *s, const char *text, const coding_suggestions *near)
{
    char code[CODING_CODE_TEXT];
    fprintf(stderr, "%s: %s as \"%s\":", how->name, s->text, text);
    for (size_t i = 0; i < near->count && i < 6; i++)
        fprintf(stderr, " %u %s (%s)", near->items[i].rank, coding_code_format(near->items[i].code, code),
                coding_repair_name(near->items[i].repair));
    fputc('\n', stderr);
}

static void judge(experiment *e, const damage *how, const subject *s, const char *text,
                  const coding_suggestions *near)
{
    tally   *t = &e->tallies[how - damages];
    bool     alone, other_alone;
    uint32_t rank = rank_of(near, s->code, &alone), other = rank_of(near, s->other, &other_alone);
    bool     both = how->expect == EXPECT_BOTH, silent = how->expect == EXPECT_SILENCE;
    bool     first = both ? !rank && !other && near->count == 2 : silent ? !near->count : !rank && alone;
    bool     offered = both ? rank != UINT32_MAX && other != UINT32_MAX : silent ? first : rank != UINT32_MAX;
    t->first += first;
    t->offered += offered;
    t->listed += (unsigned)near->count;
    if (e->tells && !first && how->expect != EXPECT_AMONG) tell(how, s, text, near);
}

static void try_once(experiment *e, size_t which, const subject *s, const char *text)
{
    const damage   *how = &damages[which];
    tally          *t = &e->tallies[which];
    struct timespec start;
    clock_gettime(CLOCK_MONOTONIC, &start);
    coding_suggestions near = coding_suggest(e->desk, how->system, text, strlen(text), how->on);
    e->times[which][t->damaged++] = since(&start);
    coding_code as_it_is = standing(e, how, text);
    bool other = as_it_is && as_it_is != s->code;
    t->standing += other;
    if (other) return;
    bool alone, shared = is_shared(e, how, s, text);
    t->shared += shared;
    t->single += !shared;
    if (shared) t->kept += rank_of(&near, s->code, &alone) != UINT32_MAX;
    else judge(e, how, s, text, &near);
}

static void run_system(experiment *e, coding_system system, coding_date on, unsigned size)
{
    dice  d = {SEED + (uint64_t)system};
    codes all = codes_of(e->desk, system, on);
    char  text[DAMAGE_TEXT];
    for (unsigned i = 0; all.count && i < size && i < TRIALS_MOST; i++) {
        subject s = draw(&d, e->desk, &all, on);
        size_t  which = befall(&d, &s, text);
        if (which < damage_count) try_once(e, which, &s, text);
        coding_desk_clear(e->desk);
    }
    free(all.items);
}

/* E notation befalls a hundred codes in eighty thousand, integers a few: all of them are tried. */
static void run_rare(experiment *e, size_t which)
{
    dice  d = {SEED};
    codes all = codes_of(e->desk, damages[which].system, damages[which].on);
    char  text[DAMAGE_TEXT];
    for (size_t i = 0; i < all.count && e->tallies[which].damaged < TRIALS_MOST; i++) {
        codes   one = {all.items + i, 1};
        subject s = draw(&d, e->desk, &one, damages[which].on);
        if (damages[which].make(&d, &s, text)) try_once(e, which, &s, text);
        coding_desk_clear(e->desk);
    }
    free(all.items);
}

static void run(experiment *e, unsigned size)
{
    for (size_t i = 0; i < damage_count; i++) e->times[i] = calloc(TRIALS_MOST, sizeof **e->times);
    for (size_t i = 0; i < damage_count; i++) {
        bool met = false;
        for (size_t before = 0; before < i; before++) met |= damages[before].system == damages[i].system;
        if (!met) run_system(e, damages[i].system, damages[i].on, size);
    }
    for (size_t i = 0; i < damage_count; i++)
        if (e->tallies[i].damaged < 20) run_rare(e, i);
}

static int by_size(const void *a, const void *b)
{
    uint32_t first = *(const uint32_t *)a, second = *(const uint32_t *)b;
    return (first > second) - (first < second);
}

static double percent(unsigned part, unsigned whole) { return whole ? 100.0 * part / whole : 0; }

static void print_row(experiment *e, size_t i)
{
    static const char *const expected[] = {"silence", "one", "both", "among"};
    const tally *t = &e->tallies[i];
    qsort(e->times[i], t->damaged, sizeof **e->times, by_size);
    double median = t->damaged ? e->times[i][t->damaged / 2] / 1000.0 : 0;
    double p99 = t->damaged ? e->times[i][t->damaged * 99 / 100] / 1000.0 : 0;
    printf("%s\t%s\t%s\t%s\t", coding_system_name(damages[i].system), damages[i].row, damages[i].name,
           expected[damages[i].expect]);
    printf("%u\t%u\t%u\t%u\t%u\t", t->damaged, t->standing, t->shared, t->kept, t->single);
    printf("%u\t%.2f\t", t->first, percent(t->first, t->single));
    printf("%u\t%.2f\t", t->offered, percent(t->offered, t->single));
    printf("%.1f\t%.1f\t%.1f\n", t->single ? (double)t->listed / t->single : 0, median, p99);
}

/* How long a question takes, over all damages of a system but the silent ones. */
static void print_times(experiment *e, coding_system system)
{
    uint32_t *all = calloc(DAMAGES_MOST * TRIALS_MOST, sizeof *all);
    size_t    count = 0;
    for (size_t i = 0; all && i < damage_count; i++) {
        if (damages[i].system != system || damages[i].expect == EXPECT_SILENCE) continue;
        memcpy(all + count, e->times[i], e->tallies[i].damaged * sizeof *all);
        count += e->tallies[i].damaged;
    }
    if (count) qsort(all, count, sizeof *all, by_size);
    const char *name = coding_system_name(system);
    double      median = count ? all[count / 2] / 1000.0 : 0, p99 = count ? all[count * 99 / 100] / 1000.0 : 0;
    printf("%s\t-\tall of these\t-\t%zu\t-\t-\t-\t-\t-\t-\t-\t-\t-\t%.1f\t%.1f\n", name, count, median, p99);
    free(all);
}

/* Where no single answer exists, there is no goal. */
static bool reaches_goal(const experiment *e, size_t i)
{
    const tally *t = &e->tallies[i];
    if (!t->single || damages[i].expect == EXPECT_AMONG) return true;
    return percent(t->first, t->single) >= GOAL_FIRST && percent(t->offered, t->single) >= GOAL_OFFERED;
}

static coding_book *whole_book(void)
{
    const char *named = getenv("CODING_BOOK");
    return coding_book_open(named ? named : CODING_WHOLE_BOOK, NULL);
}

static void end(experiment *e)
{
    for (size_t i = 0; i < damage_count; i++) free(e->times[i]);
    coding_desk_free(e->desk);
}

static void the_damaged_code_is_offered_first_where_one_answer_exists(void **state)
{
    (void)state;
    coding_book *book = whole_book();
    if (!book) {
        puts("skipped: no book at $CODING_BOOK or " CODING_WHOLE_BOOK);
        skip();
    }
    experiment e = {.desk = coding_desk_new(book, NULL)};
    coding_book_close(book);
    run(&e, TEST_SIZE);
    for (size_t i = 0; i < damage_count; i++)
        if (!reaches_goal(&e, i)) fail_msg("%s, %s", coding_system_name(damages[i].system), damages[i].name);
    end(&e);
}

static int experiment_of(unsigned size, bool tells)
{
    coding_book *book = whole_book();
    bool         reached = true;
    if (!book) fputs("no book at $CODING_BOOK or " CODING_WHOLE_BOOK "\n", stderr);
    if (!book) return 2;
    experiment e = {.desk = coding_desk_new(book, NULL), .tells = tells};
    coding_book_close(book);
    run(&e, size);
    puts("system\trow\tdamage\tanswer\tdamaged\tstanding\tshared\tkept\tsingle\tfirst\tfirst%\t"
         "offered\toffered%\tlisted\tmedian us\tp99 us");
    for (size_t i = 0; i < damage_count; i++) {
        print_row(&e, i);
        reached = reaches_goal(&e, i) && reached;
        if (i + 1 == damage_count || damages[i + 1].system != damages[i].system) print_times(&e, damages[i].system);
    }
    end(&e);
    return reached ? 0 : 1;
}

int main(int count, char **words)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_damaged_code_is_offered_first_where_one_answer_exists),
    };
    if (count > 1) return experiment_of((unsigned)strtoul(words[1], NULL, 10), count > 2);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
