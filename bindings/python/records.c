/* Records of codes, verdicts and books. */
#include "make.h"

static PyObject *code_item(const void *codes, size_t i) { return coding__py_code(((const coding_code *)codes)[i]); }

static PyObject *system_of(coding_code code)
{
    return coding__py_name(NAME_SYSTEM, (unsigned)coding_code_system(code));
}

/* How many of a fixed array are used: 0 is past the last. */
static PyObject *codes_until_none(const coding_code *codes, size_t room)
{
    size_t count = 0;
    while (count < room && codes[count]) count++;
    return coding__py_tuple(count, code_item, codes);
}

PyObject *coding__py_codes(coding_codes codes)
{
    return coding__py_list(codes.status, codes.count, code_item, codes.items);
}

PyObject *coding__py_parsed(const coding__asked *asked, const coding_parsed *parsed)
{
    return coding__py_make(RECORD_PARSED, 9, coding__py_code(parsed->code), system_of(parsed->code),
                           coding__py_count(parsed->code), codes_until_none(parsed->modifiers, 4),
                           codes_until_none(parsed->alternatives, 3),
                           coding__py_name(NAME_DAMAGE, (unsigned)parsed->damage), coding__py_span(asked, parsed->span),
                           coding__py_letter(parsed->expected), coding__py_flag(parsed->changed));
}

PyObject *coding__py_source(coding_source source)
{
    if (!source.release) return coding__py_share(Py_None);
    return coding__py_make(RECORD_SOURCE, 3, coding__py_text(source.release), coding__py_text(source.table),
                           coding__py_count(source.line));
}

typedef struct findings {
    coding_desk          *desk;
    const coding__asked  *asked;
    const coding_finding *items;
} findings;

static PyObject *finding_item(const void *context, size_t index)
{
    const findings       *of = context;
    const coding_finding *finding = &of->items[index];
    return coding__py_make(
        RECORD_FINDING, 14, coding__py_name(NAME_RULE, (unsigned)finding->rule),
        coding__py_name(NAME_SEVERITY, (unsigned)finding->severity), coding__py_code(finding->code),
        system_of(finding->code), coding__py_code(finding->other), coding__py_name(NAME_CURE, (unsigned)finding->cure),
        coding__py_name(NAME_DAMAGE, (unsigned)finding->damage), coding__py_span(of->asked, finding->span),
        coding__py_day(finding->on), coding__py_day(finding->day), coding__py_count(finding->more),
        coding__py_letter(finding->expected), coding__py_source(finding->source),
        coding__py_text(coding_explain(of->desk, finding)));
}

PyObject *coding__py_verdict(coding_desk *desk, const coding__asked *asked, const coding_verdict *verdict)
{
    findings    of = {desk, asked, verdict->findings};
    coding_code nearest = coding_entry_code(verdict->entry);
    if (verdict->status == CODING_NO_MEMORY) return PyErr_NoMemory();
    PyObject *code = coding__py_code(verdict->code);
    return coding__py_make(RECORD_VERDICT, 10, coding__py_name(NAME_RULE, (unsigned)verdict->rule), code,
                           system_of(verdict->code), coding__py_day(verdict->on),
                           coding__py_tuple(verdict->count, finding_item, &of),
                           coding__py_tuple(verdict->instead_count, code_item, verdict->instead),
                           nearest == verdict->code ? coding__py_share(code) : coding__py_code(nearest),
                           codes_until_none(verdict->parsed.modifiers, 4), coding__py_flag(verdict->parsed.changed),
                           coding__py_name(NAME_STATUS, (unsigned)verdict->status));
}

static PyObject *suggestion_item(const void *items, size_t index)
{
    const coding_suggestion *near = &((const coding_suggestion *)items)[index];
    return coding__py_make(RECORD_SUGGESTION, 4, coding__py_code(near->code), system_of(near->code),
                           coding__py_name(NAME_REPAIR, (unsigned)near->repair), coding__py_count(near->rank));
}

PyObject *coding__py_suggestions(coding_suggestions near)
{
    return coding__py_list(near.status, near.count, suggestion_item, near.items);
}

typedef struct candidates {
    const coding__asked    *asked;
    const coding_candidate *items;
} candidates;

static PyObject *candidate_item(const void *context, size_t index)
{
    const candidates       *of = context;
    const coding_candidate *candidate = &of->items[index];
    return coding__py_make(RECORD_CANDIDATE, 4, coding__py_name(NAME_SYSTEM, (unsigned)candidate->system),
                           coding__py_name(NAME_RULE, (unsigned)candidate->rule), coding__py_code(candidate->code),
                           coding__py_span(of->asked, candidate->span));
}

PyObject *coding__py_candidates(const coding__asked *asked, coding_candidates found)
{
    candidates of = {asked, found.items};
    return coding__py_list(found.status, found.count, candidate_item, &of);
}

PyObject *coding__py_edition(coding_edition edition)
{
    return coding__py_make(RECORD_EDITION, 6, coding__py_name(NAME_SYSTEM, (unsigned)edition.system),
                           coding__py_day(edition.first), coding__py_day(edition.until), coding__py_count(edition.rows),
                           coding__py_count(edition.billable), coding__py_text(edition.release));
}

PyObject *coding__py_origin(coding_origin origin)
{
    return coding__py_make(RECORD_ORIGIN, 5, coding__py_text(origin.release), coding__py_text(origin.file),
                           coding__py_text(origin.licence), coding__py_text(origin.sha256), coding__py_day(origin.day));
}

PyObject *coding__py_section(coding_section section)
{
    return coding__py_make(RECORD_SECTION, 5, coding__py_text(section.name), coding__py_count(section.offset),
                           coding__py_count(section.size), coding__py_count(section.width),
                           coding__py_count(section.checksum));
}
