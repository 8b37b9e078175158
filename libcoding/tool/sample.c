/* coding sample: which claims to read, how many of them, and what was overpaid in all. */
#include "tool/command.h"
#include "tool/json.h"
#include "tool/sample_table.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PROBE = 30, LABEL = 22 };
static const double USUAL = 0.90;

static double confidence_of(const session *asked)
{
    return asked->options->confidence > 0 ? asked->options->confidence : USUAL;
}

/* The strata of --strata, else the one of --frame. */
static bool read_layers(const session *asked, layers *to)
{
    const options *given = asked->options;
    *to = (layers){0};
    if (given->strata && given->frame)
        return coding__complain("--strata says how many claims there are: take no --frame"), false;
    if (given->strata) return coding__layers_read(to, given->strata);
    if (given->frame) return coding__layers_single(to, given->frame);
    coding__complain("of how many claims? --frame N, or --strata FILE, a table of names and claims");
    return false;
}

/* How many claims of each stratum. */
static bool allot(const session *asked, layers *of)
{
    uint64_t        total = asked->options->count ? asked->options->count : PROBE;
    coding_stratum *strata = calloc(of->count, sizeof *strata);
    if (!strata) return coding__complain("%s", coding_status_text(CODING_NO_MEMORY)), false;
    for (size_t i = 0; i < of->count; i++) strata[i] = of->items[i].of;
    if (of->count > 1) coding_sample_allot(strata, of->count, total);
    else strata[0].sample = total < strata[0].size ? total : strata[0].size;
    for (size_t i = 0; i < of->count; i++) of->items[i].of.sample = strata[i].sample;
    free(strata);
    return true;
}

static void print_drawn(const session *asked, const layer *of, uint64_t number)
{
    output *out = asked->out;
    char    text[NUMBER_TEXT];
    json    to = {.out = out};
    snprintf(text, sizeof text, "%" PRIu64, number);
    switch (out->format) {
    case FOR_PEOPLE:
        if (*of->name) coding__output_text(out, of->name), coding__output_printf(out, "\t");
        coding__output_printf(out, "%s\n", text);
        return;
    case AS_TSV: OUTPUT_ROW(out, of->name, text); return;
    case AS_JSON:
        coding__json_object(&to, NULL);
        coding__json_text(&to, "stratum", *of->name ? of->name : NULL);
        coding__json_number(&to, "claim", number);
        coding__json_object_end(&to);
        coding__json_line(&to);
    }
}

/* Numbers from 1 on. Each stratum draws with a seed of its own, the next number after that of the one before. */
static bool draw_layer(const session *asked, const layer *of, uint64_t seed)
{
    size_t    count = (size_t)of->of.sample;
    uint64_t *indexes = calloc(count ? count : 1, sizeof *indexes);
    if (!indexes) return coding__complain("%s", coding_status_text(CODING_NO_MEMORY)), false;
    size_t drawn = coding_sample_simple(of->of.size, count, seed, indexes);
    for (size_t i = 0; i < drawn; i++) print_drawn(asked, of, indexes[i] + 1);
    free(indexes);
    return true;
}

static int draw(const session *asked, layers *of)
{
    if (!coding__options_has(asked->options, OPTION_SEED))
        return coding__complain("--seed N lets another person draw the same sample: name one and write it down");
    if (!allot(asked, of)) return FAILED;
    for (size_t i = 0; i < of->count; i++)
        if (!draw_layer(asked, &of->items[i], asked->options->seed + i)) return FAILED;
    return ALL_WELL;
}

static int size(const session *asked)
{
    const options *given = asked->options;
    char           text[NUMBER_TEXT];
    json           to = {.out = asked->out};
    if (!given->frame || !(given->deviation > 0) || !(given->precision > 0))
        return coding__complain("`coding sample size` needs --frame, --deviation and --precision");
    uint64_t claims = coding_sample_size(given->frame, given->deviation, given->precision, confidence_of(asked));
    if (asked->out->format != AS_JSON)
        return coding__output_printf(asked->out, "%s\n", coding__output_number(asked->out, claims, text)), ALL_WELL;
    coding__json_object(&to, NULL);
    coding__json_number(&to, "claims", claims);
    coding__json_object_end(&to);
    coding__json_line(&to);
    return ALL_WELL;
}

static coding_estimate estimate_of(const session *asked, const layers *of)
{
    coding_estimate all = {0};
    if (of->count == 1 && !asked->options->strata) {
        const layer *only = &of->items[0];
        return coding_estimate_overpayment(only->amounts, only->count, only->of.size, confidence_of(asked));
    }
    coding_stratum *strata = calloc(of->count, sizeof *strata);
    for (size_t i = 0; strata && i < of->count; i++) strata[i] = of->items[i].of;
    if (strata) all = coding_estimate_strata(strata, of->count, confidence_of(asked));
    free(strata);
    for (size_t i = 0; i < of->count; i++)
        for (size_t j = 0; j < of->items[i].count; j++) all.found += of->items[i].amounts[j] > 0;
    return all;
}

/* Dollars and cents, without end where they are. */
static const char *dollars(double cents, char text[NUMBER_TEXT])
{
    if (isinf(cents)) snprintf(text, NUMBER_TEXT, "unknown");
    else snprintf(text, NUMBER_TEXT, "%.2f", cents / 100);
    return text;
}

static void print_label(output *out, const char *label, const char *value)
{
    coding__output_printf(out, "%-*s%18s\n", LABEL, label, value);
}

static void print_estimate(output *out, const coding_estimate *all, double confidence)
{
    char text[NUMBER_TEXT], label[LABEL + 16];
    coding__output_style(out, STRONG);
    print_label(out, "overpaid in all", dollars(all->point, text));
    snprintf(label, sizeof label, "lower limit, %g %%", confidence * 100);
    print_label(out, label, dollars(all->lower, text));
    coding__output_style(out, PLAIN);
    snprintf(label, sizeof label, "upper limit, %g %%", confidence * 100);
    print_label(out, label, dollars(all->upper, text));
    print_label(out, "standard error", dollars(all->error, text));
    if (isinf(all->precision)) snprintf(text, sizeof text, "unknown");
    else snprintf(text, sizeof text, "%.1f %%", all->precision * 100);
    print_label(out, "precision", text);
    print_label(out, "claims read", coding__output_number(out, all->sample, text));
    print_label(out, "of them overpaid", coding__output_number(out, all->found, text));
    print_label(out, "claims in all", coding__output_number(out, all->frame, text));
}

static const char *plain(double number, const char *form, char text[NUMBER_TEXT])
{
    text[0] = '\0';
    if (!isinf(number))
        snprintf(text, NUMBER_TEXT, strcmp(form, "cents") == 0 ? "%.2f" : "%.6f",
                 strcmp(form, "cents") == 0 ? number / 100 : number);
    return text;
}

static void print_row(output *out, const coding_estimate *all)
{
    char point[NUMBER_TEXT], lower[NUMBER_TEXT], upper[NUMBER_TEXT], error[NUMBER_TEXT], precision[NUMBER_TEXT];
    char sample[NUMBER_TEXT], found[NUMBER_TEXT], frame[NUMBER_TEXT];
    OUTPUT_ROW(out, plain(all->point, "cents", point), plain(all->lower, "cents", lower),
               plain(all->upper, "cents", upper), plain(all->error, "cents", error),
               plain(all->precision, "", precision), coding__output_number(out, all->sample, sample),
               coding__output_number(out, all->found, found), coding__output_number(out, all->frame, frame));
}

static void write_cents(json *to, const char *name, double cents)
{
    char text[NUMBER_TEXT];
    coding__json_text(to, name, isinf(cents) ? NULL : plain(cents, "cents", text));
}

static void write_object(output *out, const coding_estimate *all)
{
    json to = {.out = out};
    coding__json_object(&to, NULL);
    write_cents(&to, "point", all->point);
    write_cents(&to, "lower", all->lower);
    write_cents(&to, "upper", all->upper);
    write_cents(&to, "error", all->error);
    if (isinf(all->precision)) coding__json_text(&to, "precision", NULL);
    else coding__json_real(&to, "precision", all->precision);
    coding__json_number(&to, "sample", all->sample);
    coding__json_number(&to, "found", all->found);
    coding__json_number(&to, "frame", all->frame);
    coding__json_object_end(&to);
    coding__json_line(&to);
}

/* Does every stratum hold what was read of it, and was any claim read of each? */
static bool is_sound(const layers *of)
{
    for (size_t i = 0; i < of->count; i++) {
        const layer *at = &of->items[i];
        const char  *name = *at->name ? at->name : "the frame";
        if (at->count > at->of.size) coding__complain("%s holds fewer claims than were read of it", name);
        else if (!at->count && at->of.size) coding__complain("no claim of %s was read", name);
        else continue;
        return false;
    }
    return true;
}

static int estimate(const session *asked, layers *of)
{
    const char *path = coding__session_word_count(asked) > 1 ? coding__session_words(asked)[1] : NULL;
    if (!coding__layers_amounts(of, path) || !is_sound(of)) return FAILED;
    coding_estimate all = estimate_of(asked, of);
    switch (asked->out->format) {
    case FOR_PEOPLE: print_estimate(asked->out, &all, confidence_of(asked)); break;
    case AS_TSV: print_row(asked->out, &all); break;
    case AS_JSON: write_object(asked->out, &all); break;
    }
    return ALL_WELL;
}

static int run(session *asked)
{
    const char *what = coding__session_word_count(asked) ? coding__session_words(asked)[0] : "";
    layers      of;
    int         code = FAILED;
    bool        draws = strcmp(what, "draw") == 0;
    if (strcmp(what, "size") == 0) return size(asked);
    if (!draws && strcmp(what, "estimate") != 0)
        return coding__complain("`coding sample` takes draw, size or estimate; see `coding help sample`");
    if (read_layers(asked, &of)) code = draws ? draw(asked, &of) : estimate(asked, &of);
    coding__layers_end(&of);
    return code;
}

const command coding__sample_command = {
    .name = "sample",
    .words = "draw|size|estimate [FILE]",
    .summary = "which claims an audit reads, how many, and what was overpaid in all",
    .detail = "draw      prints the numbers, from 1 on, of -n claims (30, a probe sample) out of --frame; the same\n"
              "          --seed draws the same. Of --strata, a table of names, claims and, where they are known,\n"
              "          deviations in dollars, it draws from each: by size and deviation, at least two.\n"
              "size      prints how many claims of --frame must be read so that the mean overpayment is known\n"
              "          to --precision dollars on either side, where it deviates by --deviation dollars.\n"
              "estimate  reads the overpayment in dollars of each claim that was read, 0 for a right one, a line\n"
              "          each from FILE or standard input (the last cell; with --strata the first one names the\n"
              "          stratum), and prints what that makes in all: the point estimate and the lower limit of\n"
              "          --confidence, 0.90 unless it is given.",
    .examples = "coding sample draw --frame 10000 --seed 20261124\n"
                "coding sample draw --strata strata.tsv -n 60 --seed 7\n"
                "coding sample size --frame 10000 --deviation 120 --precision 20\n"
                "coding sample estimate --frame 10000 overpaid.tsv",
    .exit = "0  it is done",
    .options = TAKES(COUNT) | TAKES(SEED) | TAKES(FRAME) | TAKES(STRATA) | TAKES(DEVIATION) | TAKES(PRECISION)
               | TAKES(CONFIDENCE) | TAKES_FORM,
    .takes_words = true,
    .run = run,
};
