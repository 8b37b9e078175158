#include "operation/part.h"

#include <string.h>

#include "base/text.h"
#include "entry/values.h"
#include "operation/count.h"

enum { LABEL_MOST = 128 };

/* The end of a word without its plural: ovaries, testes, kidneys. */
static size_t singular(const char *word, size_t length, char *out)
{
    for (size_t i = 0; i < length; i++) out[i] = coding__to_lower(word[i]);
    if (length > 4 && !memcmp(out + length - 3, "ies", 3)) return out[length - 3] = 'y', length - 2;
    if (length > 5 && !memcmp(out + length - 4, "stes", 4)) return out[length - 2] = 'i', length;
    bool kept = length < 4 || out[length - 1] != 's' || strchr("isu", out[length - 2]);
    return kept ? length : length - 1;
}

/* A label in lower case, its words without their plurals; "" where it is longer than any. */
static void plain_label(const char *label, char out[LABEL_MOST])
{
    size_t at = 0, length = strlen(label);
    *out = '\0';
    if (length >= LABEL_MOST) return;
    while (*label) {
        size_t word = strcspn(label, " ");
        at += singular(label, word, out + at);
        label += word;
        while (*label == ' ') out[at++] = *label++;
    }
    out[at] = '\0';
}

bool coding__same_label(const char *a, const char *b)
{
    char x[LABEL_MOST], y[LABEL_MOST];
    plain_label(a, x), plain_label(b, y);
    return *x && !strcmp(x, y);
}

/* The side that a label begins with; `rest` is what stands behind it. */
static uint32_t label_side(const char *label, const char **rest)
{
    static const struct {
        const char *word;
        uint32_t    side;
    } sides[] = {{"Right ", CODING__SIDE_RIGHT}, {"Left ", CODING__SIDE_LEFT}, {"Bilateral ", CODING__SIDE_BOTH}};
    *rest = label;
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        if (!strncmp(label, sides[i].word, strlen(sides[i].word))) return *rest += strlen(sides[i].word), sides[i].side;
    return 0;
}

/* Of the characters that have the name: those of the side, those of none, and all. */
typedef struct named {
    uint64_t whole, sided[4];
} named;

static uint64_t symbols_of(const coding_book *book, coding_code table)
{
    coding__walk walk = coding__walk_to(book, table);
    return coding__walked_all(&walk, table) ? coding__node_at(book, walk.node).mask : 0;
}

static named find_named(const coding_book *book, coding_code table, const char *part)
{
    named found = {0};
    for (uint64_t rest = symbols_of(book, table); rest; rest &= rest - 1) {
        unsigned    symbol = (unsigned)__builtin_ctzll(rest);
        const char *label = coding__label_of(book, table, coding__character_of(symbol)), *name;
        if (!label) continue;
        uint32_t side = label_side(label, &name);
        if (coding__same_label(name, part)) found.sided[side] |= (uint64_t)1 << symbol;
        if (coding__same_label(label, part)) found.whole |= (uint64_t)1 << symbol;
    }
    return found;
}

uint64_t coding__parts_named(const coding_book *book, coding_code table, const char *part, uint32_t sides)
{
    uint64_t spelt = coding__symbols_spelt(part);
    if (spelt) return spelt & symbols_of(book, table);
    named found = find_named(book, table, part);
    if (found.whole) return found.whole;
    if (sides) return found.sided[sides] ? found.sided[sides] : found.sided[0];
    return found.sided[0] | found.sided[1] | found.sided[2] | found.sided[3];
}

/* Symbols as characters of a table: the section of `wanted`, a system, one of its operations. */
static coding_code table_of(const coding__choice *wanted, char system, unsigned operation)
{
    char section = coding__single_of(wanted->axes[0]);
    char text[3] = {section ? section : '0', system, coding__character_of(operation)};
    return coding__code_of(CODING_ICD10PCS, text, sizeof text);
}

static bool remains(const coding__report *report, const coding__choice *wanted, uint64_t systems, uint64_t parts)
{
    coding__choice tried = *wanted;
    tried.axes[1] &= systems;
    tried.axes[3] &= parts;
    return coding__first_chosen(report->desk->book, report->on, &tried) != 0;
}

/* Where one meaning of words is, by what the table of words says of it. */
static void add_meaning(const coding__report *report, const coding__choice *wanted, uint32_t record, uint32_t sides,
                        coding__site *site)
{
    const coding_book *book = report->desk->book;
    const char        *part = coding__op_part(book, record);
    char               system = (char)coding__u8(book, CODING__OPERATION_WORDS, record, CODING__OP_SYSTEM);
    char               section = (char)coding__u8(book, CODING__OPERATION_WORDS, record, CODING__OP_SECTION);
    uint64_t           roots = wanted->axes[2], parts = 0, only = coding__op_mask(book, record, CODING__OP_ROOTS);
    if (!*part || !system || !(wanted->axes[0] & coding__symbol_bit(section))) return;
    if (!(wanted->axes[1] & coding__symbol_bit(system))) return;
    if (only && coding__op_kind_of(book, record) == CODING__OP_BODY_PART) roots &= only;
    for (uint64_t rest = roots; rest; rest &= rest - 1)
        parts |= coding__parts_named(book, table_of(wanted, system, (unsigned)__builtin_ctzll(rest)), part, sides);
    if (!parts || !remains(report, wanted, coding__symbol_bit(system), parts)) return;
    if (site->systems && site->systems != coding__symbol_bit(system)) site->several = true;
    site->systems |= coding__symbol_bit(system);
    site->parts |= parts;
}

static bool is_bound_to(const coding_book *book, uint32_t record, uint64_t roots)
{
    return (coding__op_mask(book, record, CODING__OP_ROOTS) & roots) != 0;
}

/* Regions give way to a body part of a system (B2.1a). */
static void prefer_systems(coding__site *site)
{
    uint64_t regions = coding__symbol_bit('W') | coding__symbol_bit('X') | coding__symbol_bit('Y');
    if (!site->several || !(site->systems & ~regions)) return;
    site->systems &= ~regions;
    site->several = !coding__is_single(site->systems);
}

/* Where the words of a piece are: meanings for this operation alone go before the others. */
static coding__site site_of_piece(const coding__report *report, const coding__choice *wanted, coding__piece piece,
                                  uint32_t sides)
{
    const coding_book *book = report->desk->book;
    coding__site       site = {.span = piece.span, .guideline = ""};
    for (int bound = 1; bound >= 0 && !site.systems; bound--)
        for (uint32_t i = piece.record; i < piece.record + piece.records; i++) {
            bool own = is_bound_to(book, i, wanted->axes[2]);
            if (coding__op_kind_of(book, i) != CODING__OP_BODY_PART || own != (bound == 1)) continue;
            if (!own && coding__op_mask(book, i, CODING__OP_ROOTS)) continue;
            add_meaning(report, wanted, i, sides, &site);
            if (!*site.guideline) site.guideline = coding__op_text(book, i, CODING__OP_GUIDELINE);
        }
    prefer_systems(&site);
    if (site.several) site.parts = ~(uint64_t)0;
    return site;
}

/* One that is told apart goes before one that is not, more words before fewer, the nearer before the farther. */
static bool is_better(const coding__site *site, coding__piece piece, const coding__site *best, coding__piece held)
{
    if (!best->systems) return true;
    if (site->several != best->several) return !site->several;
    if (piece.distance != held.distance) return piece.distance < held.distance;
    return piece.span.length > held.span.length;
}

static coding__site best_of(const coding__report *report, const coding__choice *wanted, const coding__pieces *pieces,
                            uint32_t sides)
{
    coding__site  best = {.guideline = ""};
    coding__piece held = {0};
    for (size_t i = 0; i < pieces->count; i++) {
        coding__site site = site_of_piece(report, wanted, pieces->items[i], sides);
        if (!site.systems || !is_better(&site, pieces->items[i], &best, held)) continue;
        best = site;
        held = pieces->items[i];
    }
    return best;
}

/* Arteries of the heart are counted; where nobody says how many, it is any number of them. */
static coding__site coronary_site(const coding__report *report, const coding__procedure *procedure,
                                  const coding__choice *wanted)
{
    static const char *const labels[] = {"Coronary Artery, One Artery", "Coronary Artery, Two Arteries",
                                         "Coronary Artery, Three Arteries", "Coronary Artery, Four or More Arteries"};
    coding__site             site = {.guideline = "B4.4",
                                     .span = procedure->numbered.length ? procedure->numbered : procedure->span};
    const char              *label = coding__arteries_label(report, procedure);
    unsigned                 root = (unsigned)__builtin_ctzll(wanted->axes[2]);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (!label || !strcmp(label, labels[i]))
            site.parts |= coding__parts_named(report->desk->book, table_of(wanted, '2', root), labels[i], 0);
    site.systems = site.parts ? coding__symbol_bit('2') : 0;
    return site;
}

static coding__site own_site(const coding__report *report, const coding__procedure *procedure,
                             const coding__choice *wanted, uint32_t sides)
{
    coding__site site = {.guideline = "", .named = true, .span = procedure->span};
    if (coding__is_coronary(report, procedure)) return coronary_site(report, procedure, wanted);
    if (procedure->placed) return site;
    add_meaning(report, wanted, procedure->record, sides, &site);
    if (site.systems || !procedure->only_seen) return site;
    coding__piece piece = {.span = procedure->span};
    const char   *part = coding__op_part(report->desk->book, procedure->record);
    char          text[LABEL_MOST];
    unsigned      tokens;
    if (coding__canonical(part, strlen(part), text, sizeof text, &tokens))
        piece.records = coding__op_records(report->desk->book, text, &piece.record);
    return site_of_piece(report, wanted, piece, sides);
}

/* Where the body has the operation that the title names. */
static coding__site site_of_echoes(const coding__report *report, const coding__procedure *procedure,
                                   const coding__choice *wanted, uint32_t sides)
{
    coding__site             site = {.guideline = ""};
    const coding__procedure *echo;
    for (size_t at = 0; !site.systems && (echo = coding__next_echo(report, procedure, &at));)
        site = best_of(report, wanted, &echo->parts, sides);
    return site;
}

coding__site coding__site_of(const coding__report *report, const coding__procedure *procedure,
                             const coding__choice *wanted, uint32_t sides)
{
    bool         presumed = coding__op_part_is_presumed(report->desk->book, procedure->record);
    coding__site own = own_site(report, procedure, wanted, sides);
    if (own.systems && !presumed) return own;
    coding__site site = best_of(report, wanted, &procedure->parts, sides);
    if (site.systems) return site;
    site = site_of_echoes(report, procedure, wanted, sides);
    if (!site.systems && !presumed) site = best_of(report, wanted, &report->reason.parts, sides);
    if (!site.systems && !procedure->from_body) site = best_of(report, wanted, &report->body.parts, sides);
    site.elsewhere = site.systems != 0;
    return site.systems ? site : own;
}
