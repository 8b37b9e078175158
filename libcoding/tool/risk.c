/* coding risk: what a member's diagnoses are worth in a payment year, and what the number rests on. */
#include "tool/input.h"
#include "tool/json.h"
#include "tool/risk_read.h"

#include <stdlib.h>
#include <string.h>

enum { NUMBER_COLUMN = 10, NAME_COLUMN = 16, AMOUNT = 32, LIST = 4096 };

typedef struct scoring {
    session          *asked;
    coding_risk_model model; /* CODING_RISK_NONE: the blend that paid the year */
    uint32_t          year;
    risk_columns      columns;
    risk_member       read;
    bool              first;   /* the next line may be a head */
    bool              refused; /* some line could not be read or scored */
} scoring;

static const char *amount(int64_t thousandths, char text[AMOUNT])
{
    int64_t size = thousandths < 0 ? -thousandths : thousandths;
    snprintf(text, AMOUNT, "%s%lld.%03d", thousandths < 0 ? "-" : "", (long long)(size / 1000), (int)(size % 1000));
    return text;
}

/* Categories of the exchanges are no plain numbers: they stand by the agency's names. */
static bool is_exchange(const scoring *run) { return run->model >= CODING_RISK_HHS_V07; }

static const char *name_of(const scoring *run, uint32_t number, const char *name, char text[AMOUNT])
{
    if (is_exchange(run)) snprintf(text, AMOUNT, "%s", name);
    else snprintf(text, AMOUNT, "HCC %u", (unsigned)number);
    return text;
}

static size_t name_column(const scoring *run) { return is_exchange(run) ? NAME_COLUMN : NUMBER_COLUMN; }

/* A diagnosis or, after them all, a treatment. */
static coding_code support_of(const scoring *run, uint32_t support)
{
    size_t count = run->read.member.diagnosis_count;
    return support < count ? run->read.diagnoses[support].code : run->read.treatments[support - count];
}

static void print_supports(output *out, const scoring *run, const coding_risk_category *category)
{
    char code[CODING_CODE_TEXT];
    for (size_t i = 0; i < category->support_count; i++)
        coding__output_printf(out, "%s%s", i ? ", " : " <- ",
                              coding_code_format(support_of(run, category->supports[i]), code));
}

static void print_category(output *out, const scoring *run, const coding_risk_category *category)
{
    char name[AMOUNT], worth[AMOUNT];
    coding__output_printf(out, "  ");
    coding__output_padded(out, category->lost_to || category->dropped ? DIM : STRONG,
                          name_of(run, category->number, category->name, name), name_column(run));
    coding__output_padded(out, PLAIN, amount(category->coefficient, worth), 8);
    coding__output_text(out, category->label);
    print_supports(out, run, category);
    if (category->lost_to)
        coding__output_printf(out, " (lost to %s)", name_of(run, category->lost_to, category->winner, name));
    if (category->group) coding__output_printf(out, " (counts as %s)", category->group);
    if (category->dropped) coding__output_printf(out, " (dropped by the model)");
    if (category->once) coding__output_styled(out, DOUBTFUL, " rests on one record");
    coding__output_line(out);
}

static void print_gap(output *out, const scoring *run, const coding_risk_gap *gap)
{
    char name[AMOUNT], worth[AMOUNT];
    coding__output_printf(out, "  ");
    coding__output_padded(out, DOUBTFUL, name_of(run, gap->number, gap->name, name), name_column(run));
    coding__output_padded(out, PLAIN, amount(gap->coefficient, worth), 8);
    coding__output_text(out, gap->label);
    coding__output_printf(out, " (the year before, not now%s)\n", gap->chronic ? "; chronic" : "");
}

static void print_lines(const scoring *run, const coding_risk_score *score)
{
    output *out = run->asked->out;
    char    code[CODING_CODE_TEXT];
    if (*run->read.id) coding__output_styled(out, STRONG, run->read.id), coding__output_printf(out, "  ");
    coding__output_text(out, coding_risk_explain(run->asked->desk, score));
    coding__output_line(out);
    for (size_t i = 0; i < score->category_count; i++) print_category(out, run, &score->categories[i]);
    for (size_t i = 0; i < score->gap_count; i++) print_gap(out, run, &score->gaps[i]);
    for (size_t i = 0; i < score->use_count; i++) {
        if (score->uses[i] == CODING_USE_COUNTS) continue;
        coding__output_style(out, DIM);
        coding__output_printf(out, "  %s: %s\n", coding_code_format(run->read.diagnoses[i].code, code),
                              coding_risk_use_name((coding_risk_use)score->uses[i]));
        coding__output_style(out, PLAIN);
    }
}

static size_t list_one(const scoring *run, uint32_t number, const char *name, char *text, size_t put)
{
    const char *blank = put ? " " : "";
    if (put >= LIST) return put;
    if (is_exchange(run)) return put + (size_t)snprintf(text + put, LIST - put, "%s%s", blank, name);
    return put + (size_t)snprintf(text + put, LIST - put, "%s%u", blank, (unsigned)number);
}

/* Categories that count. */
static void list_counting(const scoring *run, const coding_risk_score *score, char text[LIST])
{
    size_t put = 0;
    text[0] = '\0';
    for (size_t i = 0; i < score->category_count; i++) {
        const coding_risk_category *category = &score->categories[i];
        if (!category->lost_to && !category->dropped)
            put = list_one(run, category->number, category->name, text, put);
    }
}

/* The year before's that are missing. */
static void list_missing(const scoring *run, const coding_risk_score *score, char text[LIST])
{
    size_t put = 0;
    text[0] = '\0';
    for (size_t i = 0; i < score->gap_count; i++)
        put = list_one(run, score->gaps[i].number, score->gaps[i].name, text, put);
}

static void print_row(const scoring *run, const coding_risk_score *score)
{
    char raw[AMOUNT], normalized[AMOUNT], payment[AMOUNT], year[AMOUNT], age[AMOUNT], counting[LIST], missing[LIST];
    snprintf(year, sizeof year, "%u", (unsigned)score->year);
    snprintf(age, sizeof age, "%u", (unsigned)score->age);
    list_counting(run, score, counting);
    list_missing(run, score, missing);
    OUTPUT_ROW(run->asked->out, run->read.id, coding_risk_model_title(score->model), year,
               coding_risk_segment_title(score->segment), age, amount(score->raw, raw),
               amount(score->normalized, normalized), amount(score->payment, payment), counting, missing);
}

static void write_categories(json *to, const scoring *run, const coding_risk_score *score)
{
    coding__json_list(to, "categories");
    for (size_t i = 0; i < score->category_count; i++) {
        const coding_risk_category *category = &score->categories[i];
        char                        worth[AMOUNT];
        coding__json_object(to, NULL);
        coding__json_number(to, "number", category->number);
        coding__json_text(to, "name", category->name);
        coding__json_text(to, "label", category->label);
        coding__json_text(to, "group", category->group);
        coding__json_text(to, "coefficient", amount(category->coefficient, worth));
        coding__json_truth(to, "chronic", category->chronic);
        coding__json_truth(to, "dropped", category->dropped);
        coding__json_number(to, "lost_to", category->lost_to);
        coding__json_truth(to, "once", category->once);
        coding__json_list(to, "diagnoses");
        for (size_t n = 0; n < category->support_count; n++)
            coding__json_code(to, NULL, support_of(run, category->supports[n]));
        coding__json_list_end(to);
        coding__json_source(to, "source", category->source);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_terms(json *to, const coding_risk_score *score)
{
    coding__json_list(to, "terms");
    for (size_t i = 0; i < score->term_count; i++) {
        char worth[AMOUNT];
        coding__json_object(to, NULL);
        coding__json_text(to, "variable", score->terms[i].variable);
        coding__json_text(to, "coefficient", amount(score->terms[i].coefficient, worth));
        coding__json_source(to, "source", score->terms[i].source);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_gaps(json *to, const coding_risk_score *score)
{
    coding__json_list(to, "gaps");
    for (size_t i = 0; i < score->gap_count; i++) {
        char worth[AMOUNT];
        coding__json_object(to, NULL);
        coding__json_number(to, "number", score->gaps[i].number);
        coding__json_text(to, "label", score->gaps[i].label);
        coding__json_text(to, "coefficient", amount(score->gaps[i].coefficient, worth));
        coding__json_truth(to, "chronic", score->gaps[i].chronic);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_uses(json *to, const scoring *run, const coding_risk_score *score)
{
    coding__json_list(to, "diagnoses");
    for (size_t i = 0; i < score->use_count; i++) {
        coding__json_object(to, NULL);
        coding__json_code(to, "code", run->read.diagnoses[i].code);
        coding__json_text(to, "use", coding_risk_use_name((coding_risk_use)score->uses[i]));
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_object(const scoring *run, const coding_risk_score *score)
{
    json to = {.out = run->asked->out};
    char raw[AMOUNT], normalized[AMOUNT], payment[AMOUNT], factor[AMOUNT], intensity[AMOUNT], sharing[AMOUNT];
    coding__json_object(&to, NULL);
    coding__json_text(&to, "id", *run->read.id ? run->read.id : NULL);
    coding__json_text(&to, "model", coding_risk_model_title(score->model));
    coding__json_number(&to, "year", score->year);
    coding__json_text(&to, "segment", coding_risk_segment_title(score->segment));
    coding__json_number(&to, "age", score->age);
    coding__json_text(&to, "raw", amount(score->raw, raw));
    coding__json_text(&to, "normalization", score->normalization ? amount(score->normalization, factor) : NULL);
    coding__json_text(&to, "normalized", amount(score->normalized, normalized));
    coding__json_text(&to, "intensity", amount(score->intensity, intensity));
    coding__json_text(&to, "cost_sharing", score->multiplier ? amount(score->multiplier, sharing) : NULL);
    coding__json_text(&to, "payment", amount(score->payment, payment));
    write_terms(&to, score);
    write_categories(&to, run, score);
    write_gaps(&to, score);
    write_uses(&to, run, score);
    coding__json_object_end(&to);
    coding__json_line(&to);
}

static void print(const scoring *run, const coding_risk_score *score)
{
    switch (run->asked->out->format) {
    case FOR_PEOPLE: print_lines(run, score); return;
    case AS_TSV: print_row(run, score); return;
    case AS_JSON: write_object(run, score); return;
    }
}

static void refuse(scoring *run, const char *why)
{
    run->refused = true;
    coding__complain("%s%s%s", run->read.id, *run->read.id ? ": " : "", why);
}

static void print_blend(scoring *run, const coding_risk_options *how)
{
    coding_risk_blend blend = coding_risk_blend_member(run->asked->desk, &run->read.member, run->year, how);
    output           *out = run->asked->out;
    char              payment[AMOUNT], share[AMOUNT];
    if (blend.status != CODING_OK) {
        refuse(run, "no score: the book lacks what paid that year, or the sex is not said");
        return;
    }
    for (size_t i = 0; i < blend.count; i++) print(run, &blend.scores[i]);
    if (out->format != FOR_PEOPLE || blend.count < 2) return;
    for (size_t i = 0; i < blend.count; i++)
        coding__output_printf(out, "%s%s x %s", i ? " + " : "", amount(blend.shares[i], share),
                              amount(blend.scores[i].payment, payment));
    coding__output_printf(out, " = %s\n", amount(blend.payment, payment));
}

static void score(scoring *run)
{
    coding_risk_options how = {.size = sizeof how, .plan = run->read.plan};
    coding_desk        *desk = run->asked->desk;
    if (!run->model) {
        print_blend(run, &how);
        return;
    }
    coding_risk_score one = coding_risk_score_member(desk, &run->read.member, run->model, run->year, &how);
    if (one.status == CODING_OK) print(run, &one);
    else refuse(run, coding_risk_explain(desk, &one));
}

static bool take_line(void *to, char *line, size_t length)
{
    scoring *run = to;
    bool     is_head = run->first && coding__risk_read_head(&run->columns, line);
    run->first = false;
    if (is_head || *line == '#' || strspn(line, " \t\r\n") == length) return true;
    if (!coding__risk_read(&run->read, &run->columns, line)) refuse(run, "no memory");
    else if (*run->read.trouble) refuse(run, run->read.trouble);
    else score(run);
    coding_desk_clear(run->asked->desk);
    return true;
}

static int take_words(scoring *run)
{
    char   line[8192];
    size_t put = 0;
    for (size_t i = 2; i < coding__session_word_count(run->asked) && put < sizeof line; i++)
        put += (size_t)snprintf(line + put, sizeof line - put, "%s ", coding__session_words(run->asked)[i]);
    if (put >= sizeof line) return coding__complain("that is too long for a member: standard input takes any length");
    take_line(run, line, put);
    return ALL_WELL;
}

static bool read_question(scoring *run, char *const *words)
{
    char *end;
    run->model = coding_risk_model_named(words[0], strlen(words[0]));
    run->year = (uint32_t)strtoul(words[1], &end, 10);
    if (!run->model && strcmp(words[0], "blend") != 0)
        return coding__complain("%s is no model: V22 V24 V28 ESRD-V21 ESRD-V24 RxHCC-V08 HHS-V07 HHS-V08, or blend",
                                words[0]), false;
    if (*end || run->year < 2000) return coding__complain("%s is no payment year", words[1]), false;
    return true;
}

static int run(session *asked)
{
    scoring run = {.asked = asked, .first = true};
    size_t  count = coding__session_word_count(asked);
    if (count < 2) return coding__complain("`coding risk` needs MODEL and YEAR");
    if (!read_question(&run, coding__session_words(asked))) return FAILED;
    int done = count > 2 ? take_words(&run) : coding__input_lines(asked, take_line, &run);
    coding__risk_read_end(&run.read);
    return done != ALL_WELL ? done : run.refused ? FOUND : ALL_WELL;
}

const command coding__risk_command = {
    .name = "risk",
    .words = "MODEL YEAR [WORD...]",
    .summary = "what diagnoses are worth in a payment year",
    .detail = "Scores a member by a risk adjustment model (V22 V24 V28 ESRD-V21 ESRD-V24 RxHCC-V08, HHS-V07 and\n"
              "HHS-V08 of the exchanges, or blend for what Medicare Advantage was paid by) in the payment YEAR\n"
              "(of the exchanges the benefit year), and prints the sum term by term, the\n"
              "categories with the diagnoses they rest on, what lost to a hierarchy, what rests on a single record,\n"
              "and what the year before had. WORDs, or each line of standard input, tell of a member:\n"
              "\n"
              "  id= age= (or born=) sex= entitlement=0 to 3 dual=0 to 10 plan=mapd, pdp or pace\n"
              "  medicaid institutional new special-needs low-income dialysis graft=MONTHS\n"
              "  of the exchanges: metal=silver csr=1 to 11 days= until= treatments=NDC,HCPCS\n"
              "  diagnoses as they are, perhaps with a day: E11.22@2025-03-01; earlier=E11.9,I50.22\n"
              "\n"
              "or it is a table: its head has these names, and diagnoses for the codes, parted by blanks.",
    .examples = "coding risk V28 2026 age=72 sex=F E11.22 I50.22 N18.4 I48.91\n"
                "coding risk blend 2025 age=72 sex=F E11.22 I50.22\n"
                "coding risk HHS-V08 2026 age=45 sex=M metal=silver E11.22 treatments=J1817\n"
                "coding risk V28 2026 --tsv < members.tsv",
    .exit = "0  every member has a score\n1  some line could not be read or scored: the others are",
    .options = TAKES(BOOK) | TAKES_FORM,
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
