/* Records of entries, their notes and families, and of hits. */
#include "make.h"

static PyObject *entry_record(coding_desk *desk, coding_entry entry, coding_date on)
{
    coding_code code = coding_entry_code(entry);
    return coding__py_make(RECORD_ENTRY, 6, coding__py_code(code),
                           coding__py_name(NAME_SYSTEM, (unsigned)coding_code_system(code)),
                           coding__py_text(coding_entry_title(desk, entry, on)),
                           coding__py_name(NAME_RULE, (unsigned)coding_verdict_of(desk, code, on)),
                           coding__py_code(coding_entry_code(coding_entry_parent(entry))), coding__py_count(entry.row));
}

PyObject *coding__py_entry(coding_desk *desk, coding__dated_entry dated)
{
    return dated.entry.book ? entry_record(desk, dated.entry, dated.on) : coding__py_share(Py_None);
}

typedef struct entries {
    coding_desk        *desk;
    const coding_entry *items;
    coding_date         on;
} entries;

static PyObject *entry_item(const void *context, size_t index)
{
    const entries *of = context;
    return entry_record(of->desk, of->items[index], of->on);
}

PyObject *coding__py_entries(coding_desk *desk, coding__dated_entries dated)
{
    entries of = {desk, dated.entries.items, dated.on};
    return coding__py_list(dated.entries.status, dated.entries.count, entry_item, &of);
}

static PyObject *period_item(const void *items, size_t index)
{
    const coding_period *period = &((const coding_period *)items)[index];
    return coding__py_make(RECORD_PERIOD, 5, coding__py_day(period->first), coding__py_day(period->until),
                           coding__py_flag(period->billable), coding__py_flag(period->open),
                           coding__py_source(period->source));
}

PyObject *coding__py_periods(coding_periods periods)
{
    return coding__py_list(periods.status, periods.count, period_item, periods.items);
}

static PyObject *title_item(const void *items, size_t index)
{
    const coding_dated_title *title = &((const coding_dated_title *)items)[index];
    return coding__py_make(RECORD_TITLE, 3, coding__py_text(title->text), coding__py_day(title->first),
                           coding__py_day(title->until));
}

PyObject *coding__py_titles(coding_dated_titles titles)
{
    return coding__py_list(titles.status, titles.count, title_item, titles.items);
}

/* Bit n is the n-th of 0-9 A-Z. */
static PyObject *characters_text(uint64_t characters)
{
    static const char all[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    char              text[sizeof all];
    Py_ssize_t        length = 0;
    for (unsigned i = 0; i < sizeof all - 1; i++)
        if (characters >> i & 1) text[length++] = all[i];
    return PyUnicode_FromStringAndSize(text, length);
}

static PyObject *reference_item(const void *items, size_t index)
{
    const coding_reference *reference = &((const coding_reference *)items)[index];
    return coding__py_make(RECORD_REFERENCE, 6, coding__py_code(reference->first), coding__py_code(reference->last),
                           characters_text(reference->characters), coding__py_count(reference->position),
                           coding__py_flag(reference->either), coding__py_flag(reference->incomplete));
}

static PyObject *note_item(const void *items, size_t index)
{
    const coding_note *note = &((const coding_note *)items)[index];
    return coding__py_make(
        RECORD_NOTE, 8, coding__py_name(NAME_NOTE, (unsigned)note->kind), coding__py_text(note->text),
        coding__py_text(note->holder), coding__py_code(note->holder_code),
        coding__py_tuple(note->reference_count, reference_item, note->references), coding__py_flag(note->inherited),
        coding__py_flag(note->heading), coding__py_source(note->source));
}

PyObject *coding__py_notes(coding_notes notes)
{
    return coding__py_list(notes.status, notes.count, note_item, notes.items);
}

static PyObject *seven_item(const void *items, size_t index)
{
    const coding_seven *seven = &((const coding_seven *)items)[index];
    return coding__py_make(RECORD_SEVEN, 3, coding__py_letter(seven->character), coding__py_code(seven->code),
                           coding__py_text(seven->text));
}

PyObject *coding__py_sevens(coding_sevens sevens)
{
    return coding__py_list(sevens.status, sevens.count, seven_item, sevens.items);
}

static PyObject *value_item(const void *items, size_t index)
{
    const coding_value *value = &((const coding_value *)items)[index];
    return coding__py_make(RECORD_VALUE, 3, coding__py_letter(value->character), coding__py_text(value->label),
                           coding__py_count(value->codes));
}

PyObject *coding__py_values(coding_values values)
{
    PyObject *list = coding__py_list(values.status, values.count, value_item, values.items);
    return list ? coding__py_make(RECORD_VALUES, 2, coding__py_text(values.axis), list) : NULL;
}

static PyObject *block_item(const void *items, size_t index)
{
    const coding_block *block = &((const coding_block *)items)[index];
    return coding__py_make(RECORD_BLOCK, 4, coding__py_text(block->name), coding__py_text(block->title),
                           coding__py_code(block->first), coding__py_code(block->last));
}

PyObject *coding__py_blocks(coding_blocks blocks)
{
    return coding__py_list(blocks.status, blocks.count, block_item, blocks.items);
}

typedef struct hits {
    coding_desk         *desk;
    const coding__asked *asked;
    const coding_hit    *items;
    coding_date          on;
} hits;

typedef struct evidences {
    const coding__asked   *asked;
    const coding_evidence *items;
} evidences;

static PyObject *evidence_item(const void *context, size_t index)
{
    const evidences *of = context;
    return coding__py_make(RECORD_EVIDENCE, 3, coding__py_span(of->asked, of->items[index].span),
                           coding__py_name(NAME_LINK, (unsigned)of->items[index].link),
                           coding__py_text(of->items[index].found));
}

static PyObject *hit_item(const void *context, size_t index)
{
    const hits       *of = context;
    const coding_hit *hit = &of->items[index];
    evidences         evidence = {of->asked, hit->evidence};
    coding_code       code = coding_entry_code(hit->entry);
    return coding__py_make(
        RECORD_HIT, 8, coding__py_code(code), coding__py_name(NAME_SYSTEM, (unsigned)coding_code_system(code)),
        coding__py_text(coding_entry_title(of->desk, hit->entry, of->on)), PyFloat_FromDouble((double)hit->score),
        coding__py_name(NAME_FIELD, (unsigned)hit->field), coding__py_text(hit->why),
        coding__py_tuple(hit->evidence_count, evidence_item, &evidence), coding__py_count(hit->open));
}

PyObject *coding__py_hits(coding_desk *desk, const coding__asked *asked, coding__dated_hits found)
{
    hits of = {desk, asked, found.hits.items, found.on};
    return coding__py_list(found.hits.status, found.hits.count, hit_item, &of);
}

static PyObject *completion_item(const void *items, size_t index)
{
    const coding_completion *completion = &((const coding_completion *)items)[index];
    return coding__py_make(RECORD_COMPLETION, 2, coding__py_text(completion->word),
                           coding__py_count(completion->documents));
}

PyObject *coding__py_completions(coding_completions words)
{
    return coding__py_list(words.status, words.count, completion_item, words.items);
}

typedef struct splits {
    const coding__asked *asked;
    const coding_split  *items;
} splits;

typedef struct parts {
    const coding__asked *asked;
    const coding_part   *items;
} parts;

static PyObject *part_item(const void *context, size_t index)
{
    const parts       *of = context;
    const coding_part *part = &of->items[index];
    return coding__py_make(RECORD_PART, 6, coding__py_span(of->asked, part->span),
                           coding__py_name(NAME_PART, (unsigned)part->kind), coding__py_text(part->form),
                           coding__py_text(part->meaning), coding__py_text(part->because),
                           coding__py_source(part->source));
}

static PyObject *split_item(const void *context, size_t index)
{
    const splits       *of = context;
    const coding_split *split = &of->items[index];
    parts               inner = {of->asked, split->parts};
    return coding__py_make(RECORD_SPLIT, 4, coding__py_tuple(split->part_count, part_item, &inner),
                           coding__py_text(split->meaning), coding__py_count(split->rank),
                           coding__py_flag(split->whole));
}

PyObject *coding__py_term(const coding__asked *asked, coding_term term)
{
    splits of = {asked, term.items};
    return coding__py_list(term.status, term.count, split_item, &of);
}
