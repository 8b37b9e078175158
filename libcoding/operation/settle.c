#include "operation/settle.h"

#include <string.h>

#include "operation/count.h"
#include "operation/hours.h"
#include "operation/meaning.h"

enum { SYSTEM = 1, ROOT = 2, PART = 3, APPROACH = 4, DEVICE = 5, QUALIFIER = 6 };

void coding__look(coding__settling *s)
{
    s->codes = coding__choose(s->report->desk->book, s->report->on, &s->wanted, &s->seen);
}

bool coding__narrow(coding__settling *settling, unsigned axis, uint64_t symbols, coding__evidence evidence)
{
    coding__choice tried = settling->wanted;
    tried.axes[axis] &= symbols;
    if (!coding__first_chosen(settling->report->desk->book, settling->report->on, &tried)) return false;
    settling->wanted = tried;
    settling->axes[axis] = evidence;
    return true;
}

static const char *text_of(const coding__settling *s, uint32_t record, unsigned field)
{
    return coding__op_text(s->report->desk->book, record, field);
}

coding__evidence coding__evidence_of(const coding__settling *s, coding_ground ground, coding_span span, uint32_t record)
{
    return (coding__evidence){ground, span, text_of(s, record, CODING__OP_GUIDELINE)};
}

static void settle_table(coding__settling *s)
{
    const coding_book *book = s->report->desk->book;
    uint32_t           record = s->procedure->record;
    char               section = (char)coding__u8(book, CODING__OPERATION_WORDS, record, CODING__OP_SECTION);
    char               system = (char)coding__u8(book, CODING__OPERATION_WORDS, record, CODING__OP_SYSTEM);
    coding__evidence   name = coding__evidence_of(s, CODING_GROUND_NAME, s->procedure->span, record);
    s->wanted.axes[0] = coding__symbol_bit(section ? section : '0');
    s->axes[0] = (coding__evidence){CODING_GROUND_NAME, s->procedure->span, ""};
    if (system)
        s->wanted.axes[SYSTEM] = coding__symbol_bit(system), s->axes[SYSTEM] = name, s->axes[SYSTEM].guideline = "";
    uint64_t roots = coding__op_mask(book, record, CODING__OP_ROOTS);
    if (roots) s->wanted.axes[ROOT] = roots, s->axes[ROOT] = name;
    if (s->procedure->only_seen) {
        s->wanted.axes[ROOT] = coding__symbol_bit('J');
        s->axes[ROOT] = (coding__evidence){CODING_GROUND_RULE, s->procedure->cue, "B3.2d"};
    }
}

/* Do words turn one operation into another? A part instead of the whole is Excision, repair with what stays Supplement,
 * a stent that is put in Dilation, an angioplasty with a patch Supplement. */
static bool turns(uint64_t from, uint64_t to)
{
    static const char pairs[][2] = {{'T', 'B'}, {'Q', 'U'}, {'H', '7'}, {'7', 'U'}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (from == coding__symbol_bit(pairs[i][0]) && to == coding__symbol_bit(pairs[i][1])) return true;
    return false;
}

/* "Partial": a portion, where the name means the whole (B3.8); else one of several that the name may mean. */
static void settle_root(coding__settling *s)
{
    if (s->procedure->only_seen) return;
    coding__step at = coding__meanings(&s->procedure->words, CODING_GROUND_WORDS);
    while (coding__next_meaning(s->report, &at)) {
        uint64_t roots = coding__op_mask(s->report->desk->book, at.record, CODING__OP_ROOTS);
        bool     other = turns(s->wanted.axes[ROOT], roots);
        if (!roots || !(other || (s->wanted.axes[ROOT] & roots))) continue;
        uint64_t taken = other ? roots : s->wanted.axes[ROOT] & roots;
        if (taken == s->wanted.axes[ROOT]) continue;
        s->wanted.axes[ROOT] = taken;
        s->axes[ROOT] = coding__evidence_of(s, at.ground, at.span, at.record);
    }
}

/* Liquid is drained, solid matter is taken out: where the name leaves that open the body says what there was. */
static void settle_matter(coding__settling *s)
{
    uint64_t     both = coding__symbol_bit('9') | coding__symbol_bit('C');
    coding__step at = coding__meanings(&s->report->body.words, CODING_GROUND_REPORT);
    while (s->wanted.axes[ROOT] == both && coding__next_meaning(s->report, &at)) {
        uint64_t roots = coding__op_mask(s->report->desk->book, at.record, CODING__OP_ROOTS) & both;
        if (!coding__is_single(roots)) continue;
        s->wanted.axes[ROOT] = roots;
        s->axes[ROOT] = coding__evidence_of(s, at.ground, at.span, at.record);
    }
}

static void take_site(coding__settling *s, const coding__site *site)
{
    coding_ground    ground = site->named       ? CODING_GROUND_NAME
                              : site->elsewhere ? CODING_GROUND_REPORT
                                                : CODING_GROUND_WORDS;
    coding__evidence part = {ground, site->span, site->guideline}, system = {ground, site->span, ""};
    if (!site->systems) return;
    coding__narrow(s, SYSTEM, site->systems, s->axes[SYSTEM].ground ? s->axes[SYSTEM] : system);
    if (!site->several) coding__narrow(s, PART, site->parts, part);
}

/* What the part leaves open the layer may tell; what is in one system is not asked of layers. */
static void settle_site(coding__settling *s, uint32_t sides)
{
    coding__site site = coding__site_of(s->report, s->procedure, &s->wanted, sides);
    if (site.several) s->wanted.axes[SYSTEM] &= site.systems;
    if (site.several || !site.systems) {
        coding__settle_layer(s);
        site = coding__site_of(s->report, s->procedure, &s->wanted, sides);
    }
    take_site(s, &site);
}

/* Has the section an approach at all? Others have how long, or which contrast, there. */
static bool has_approach(char section)
{
    const char *axis = coding_pcs_axis(section, APPROACH + 1);
    return axis && !strcmp(axis, "Approach");
}

/* What a word says of the approach, or of what stands in its place in the word's own section. */
static uint64_t approaches_of(const coding__settling *s, uint32_t record)
{
    const coding_book *book = s->report->desk->book;
    char               section = (char)coding__u8(book, CODING__OPERATION_WORDS, record, CODING__OP_SECTION);
    char               asked = coding__single_of(s->wanted.axes[0]);
    bool               says = section && !has_approach(section) ? section == asked : has_approach(asked);
    return says ? coding__op_mask(book, record, CODING__OP_APPROACHES) : 0;
}

static bool approach_by(coding__settling *s, const coding__pieces *pieces, coding_ground ground)
{
    bool         taken = false;
    coding__step at = coding__meanings(pieces, ground);
    while (coding__next_meaning(s->report, &at)) {
        uint64_t approaches = approaches_of(s, at.record);
        coding__evidence evidence = coding__evidence_of(s, ground, at.span, at.record);
        if (approaches && coding__narrow(s, APPROACH, approaches, evidence)) taken = true;
    }
    return taken;
}

/* By the approach that a name means, its own or that of the operation beside it. */
static bool approach_of(coding__settling *s, uint32_t record, coding_ground ground, coding_span span)
{
    uint64_t approaches = coding__op_mask(s->report->desk->book, record, CODING__OP_APPROACHES);
    return approaches && coding__narrow(s, APPROACH, approaches, coding__evidence_of(s, ground, span, record));
}

static uint64_t endoscopic(void) { return coding__symbol_bit('4') | coding__symbol_bit('8') | coding__symbol_bit('F'); }

static bool is_single_approach(const coding__settling *s) { return coding__is_single(s->wanted.axes[APPROACH]); }

/* Through an opening, and nobody tells of an endoscope: there was none. By an endoscope, and nobody tells of ports:
 * through an opening, where the part has one. */
static void settle_opening(coding__settling *s)
{
    uint64_t said = s->wanted.axes[APPROACH], opening = coding__symbol_bit('8');
    if (said == (coding__symbol_bit('7') | opening)) opening = coding__symbol_bit('7');
    else if (said != (coding__symbol_bit('4') | opening)) return;
    coding__narrow(s, APPROACH, opening, s->axes[APPROACH]);
}

/* Approaches that words say, all of them together; 0 where none does. */
static uint64_t approaches_said(const coding__settling *s, const coding__pieces *pieces)
{
    uint64_t     mask = 0;
    coding__step at = coding__meanings(pieces, CODING_GROUND_WORDS);
    while (coding__next_meaning(s->report, &at)) mask |= approaches_of(s, at.record);
    return mask;
}

/* The title says open, and the body tells of endoscopes alone: the body counts. */
static bool is_seen_otherwise(const coding__settling *s)
{
    uint64_t title = approaches_said(s, &s->procedure->words), body = approaches_said(s, &s->report->body.words);
    return !s->procedure->from_body && title == coding__symbol_bit('0') && body && !(body & ~endoscopic());
}

static void settle_approach(coding__settling *s)
{
    const coding__procedure *procedure = s->procedure;
    coding__evidence         converted = {CODING_GROUND_RULE, procedure->cue, "B5.2"};
    if (procedure->only_seen && coding__narrow(s, APPROACH, endoscopic(), converted)) {
        if (!is_single_approach(s)) approach_by(s, &procedure->words, CODING_GROUND_WORDS);
        return;
    }
    if (procedure->outcome == CODING_OUTCOME_CONVERTED
        && coding__narrow(s, APPROACH, coding__symbol_bit('0'), converted))
        return;
    if (is_seen_otherwise(s) && approach_by(s, &s->report->body.words, CODING_GROUND_REPORT)) return;
    bool beside = approach_by(s, &procedure->words, CODING_GROUND_WORDS);
    if (beside) settle_opening(s);
    if (beside && !is_single_approach(s)) beside = false;
    if (!beside && coding__settle_hours(s)) return;
    if (approach_of(s, procedure->record, CODING_GROUND_NAME, procedure->span) && is_single_approach(s)) return;
    if (procedure->like && !beside && approach_of(s, procedure->like, CODING_GROUND_WORDS, procedure->liked)) return;
    if (!beside) approach_by(s, &s->report->body.words, CODING_GROUND_REPORT);
}

/* Words of another section or body system say nothing here. */
static bool is_of_table(const coding__settling *s, uint32_t record)
{
    const coding_book *book = s->report->desk->book;
    char               section = (char)coding__u8(book, CODING__OPERATION_WORDS, record, CODING__OP_SECTION);
    char               system = (char)coding__u8(book, CODING__OPERATION_WORDS, record, CODING__OP_SYSTEM);
    return (!section || (s->wanted.axes[0] & coding__symbol_bit(section)))
           && (!system || (s->wanted.axes[SYSTEM] & coding__symbol_bit(system)));
}

bool coding__take_label(coding__settling *s, unsigned axis, uint32_t record, coding_ground ground, coding_span span)
{
    const char *text = text_of(s, record, axis == DEVICE ? CODING__OP_DEVICE : CODING__OP_QUALIFIER);
    if (!*text) return false;
    if (!is_of_table(s, record)) return false;
    coding__look(s);
    bool     stents = axis == DEVICE && coding__has_stents(s->report, s->procedure);
    uint64_t symbols = stents ? coding__stents(s, text, span) : coding__labelled(s, axis, text);
    return symbols && coding__narrow(s, axis, symbols, coding__evidence_of(s, ground, span, record));
}

static bool label_by(coding__settling *s, unsigned axis, const coding__pieces *pieces, coding_ground ground)
{
    bool         taken = false;
    coding__step at = coding__meanings(pieces, ground);
    while (coding__next_meaning(s->report, &at)) taken |= coding__take_label(s, axis, at.record, ground, at.span);
    return taken;
}

static bool label_by_echoes(coding__settling *s, unsigned axis)
{
    bool                     taken = false;
    const coding__procedure *echo;
    for (size_t at = 0; (echo = coding__next_echo(s->report, s->procedure, &at));)
        taken |= label_by(s, axis, &echo->words, CODING_GROUND_REPORT);
    return taken;
}

/* Device or qualifier: by words beside the operation, by its name, by labels that stand in the text, elsewhere. */
static void settle_label(coding__settling *s, unsigned axis)
{
    bool taken = label_by(s, axis, &s->procedure->words, CODING_GROUND_WORDS);
    taken |= coding__take_label(s, axis, s->procedure->record, CODING_GROUND_NAME, s->procedure->span);
    coding__look(s);
    if (coding__is_single(s->seen.axes[axis])) return;
    uint64_t         nearby = taken ? 0 : coding__label_nearby(s, axis);
    coding__evidence words = {CODING_GROUND_WORDS, s->procedure->region, ""};
    bool             elsewhere = axis == DEVICE && !taken && !coding__is_bypass_of_heart(s->report, s->procedure);
    if (nearby) coding__narrow(s, axis, nearby, words);
    else if (!label_by_echoes(s, axis) && elsewhere) label_by(s, axis, &s->report->body.words, CODING_GROUND_REPORT);
}

/* What is not said is not there, where the table has a value for that. */
static void settle_silence(coding__settling *s, unsigned axis)
{
    coding__look(s);
    if (coding__is_single(s->seen.axes[axis]) || !(s->seen.axes[axis] & coding__symbol_bit('Z'))) return;
    bool operation = s->wanted.axes[0] == coding__symbol_bit('0');
    bool known = operation || axis == DEVICE || coding__is_single(s->seen.axes[DEVICE]); /* the substance */
    if (!known) return;
    const char *guideline = axis == DEVICE && operation ? "B6.1a" : "";
    coding__narrow(s, axis, coding__symbol_bit('Z'), (coding__evidence){CODING_GROUND_SILENCE, {0, 0}, guideline});
}

/* Nobody asks what an operation leaves in a place that is not known. */
static bool is_placed(const coding__settling *s) { return coding__is_single(s->wanted.axes[SYSTEM]); }

void coding__settle(const coding__report *report, const coding__procedure *procedure, uint32_t sides,
                    coding__settling *made)
{
    *made = (coding__settling){.report = report, .procedure = procedure, .wanted = coding__choice_of_all()};
    for (unsigned axis = 0; axis < CODING__PCS_AXES; axis++) made->axes[axis].guideline = "";
    settle_table(made);
    settle_root(made);
    settle_matter(made);
    settle_site(made, sides);
    if (is_placed(made)) coding__settle_graft(made);
    if (is_placed(made)) label_by(made, DEVICE, &procedure->words, CODING_GROUND_WORDS);
    settle_approach(made);
    if (is_placed(made)) {
        settle_label(made, DEVICE);
        settle_label(made, QUALIFIER);
        settle_silence(made, DEVICE);
        settle_silence(made, QUALIFIER);
    }
    coding__look(made);
}
