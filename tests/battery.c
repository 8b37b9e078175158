#include "battery.h"

#include <string.h>

typedef struct asking {
    coding_desk *desk;
    uint64_t     sum;
    uint32_t     failures;
    coding_date  on;
} asking;

static const coding_date days[] = {0, 20150101, 20151001, 20200401, 20251001, 20261001, 20991231};

static const char *const texts[] = {
    "E11.9",
    "e119",
    "G35",
    "S13.4A",
    "S52.501",
    "S52.501Z",
    "W19XXXA",
    "T81.4XXA",
    "0DTJ4ZZ",
    "0DTJ",
    "A0100",
    "99213-25",
    "E1l.9",
    "I10.XXA",
    "E11,9",
    "E11.9 Type 2 diabetes",
    "I10;E11.9",
    "2.70E+09",
    "1234567893",
    "0002-7597-01",
    "M54.5",
    "1EG4-TE5-MK73",
    "2345-7",
    "22298006",
    "\xEF\xBC\xA5\x31\x31",
    "",
    "????",
    "B12-3",
};

static const char *const queries[] = {
    "diabetes",
    "sprained left ankle",
    "rumatoid artheritis",
    "s/p lap chole",
    "sclerosis",
    "k922",
    "x",
    "fracture right radius",
    "PROCEDURE: laparoscopic left nephrectomy, converted to open\nbiopsy of liver, xectomy of thigh",
};

static void add(asking *a, uint64_t value) { a->sum = (a->sum ^ value) * 0x100000001B3u; }

static void add_text(asking *a, const char *text)
{
    for (; *text; text++) add(a, (unsigned char)*text);
}

static void add_status(asking *a, coding_status status)
{
    a->failures += status == CODING_NO_MEMORY;
    add(a, status);
}

static void add_verdict(asking *a, const coding_verdict *verdict)
{
    add_status(a, verdict->status);
    add(a, verdict->rule);
    for (size_t i = 0; i < verdict->count; i++) add_text(a, coding_explain(a->desk, &verdict->findings[i]));
    for (size_t i = 0; i < verdict->instead_count; i++) add(a, verdict->instead[i]);
}

static void add_entries(asking *a, coding_entries entries)
{
    add_status(a, entries.status);
    for (size_t i = 0; i < entries.count; i++) add_text(a, coding_entry_title(a->desk, entries.items[i], a->on));
}

static void ask_notes(asking *a, coding_entry entry)
{
    coding_notes notes = coding_entry_notes(a->desk, entry, a->on);
    add_status(a, notes.status);
    for (size_t i = 0; i < notes.count; i++) {
        add_text(a, notes.items[i].text);
        add_text(a, notes.items[i].holder);
        for (size_t k = 0; k < notes.items[i].reference_count; k++) add(a, notes.items[i].references[k].last);
    }
    coding_sevens sevens = coding_entry_sevens(a->desk, entry, a->on);
    add_status(a, sevens.status);
    for (size_t i = 0; i < sevens.count; i++) add_text(a, sevens.items[i].text);
    coding_blocks blocks = coding_entry_blocks(a->desk, entry);
    add_status(a, blocks.status);
    for (size_t i = 0; i < blocks.count; i++) add_text(a, blocks.items[i].title);
}

/* Codes side by side: rows from this one on, and what is near them or nowhere. */
static void ask_column(asking *a, coding_entry entry)
{
    enum { COUNT = 40 };
    coding_code codes[COUNT];
    uint8_t     rules[COUNT];
    uint32_t    rows[COUNT];
    for (uint32_t i = 0; i < COUNT; i++) {
        coding_code own = coding_entry_code(coding_book_entry(coding_desk_book(a->desk), entry.row + i / 2));
        codes[i] = i % 2 ? own ^ i << 6 : own;
    }
    coding_verdict_of_many(a->desk, codes, NULL, a->on, COUNT, rules, rows);
    for (uint32_t i = 0; i < COUNT; i++) add(a, rules[i]), add(a, rows[i]);
}

static void ask_days(asking *a, coding_entry entry)
{
    bool                exempt;
    coding_periods      periods = coding_entry_periods(a->desk, entry);
    coding_dated_titles titles = coding_entry_titles(a->desk, entry);
    coding_codes        heirs = coding_entry_successors(a->desk, entry, a->on);
    add_status(a, periods.status), add_status(a, titles.status), add_status(a, heirs.status);
    for (size_t i = 0; i < periods.count; i++) add(a, periods.items[i].until + periods.items[i].source.line);
    for (size_t i = 0; i < titles.count; i++) add_text(a, titles.items[i].text);
    for (size_t i = 0; i < heirs.count; i++) add(a, heirs.items[i]);
    add(a, coding_entry_poa_exempt(entry, a->on, &exempt));
    add(a, coding_entry_source(entry, a->on).line);
}

static void add_mapped(asking *a, coding_mapped answer)
{
    add_status(a, answer.status), add(a, answer.kind);
    for (size_t i = 0; i < answer.count; i++) {
        add(a, answer.items[i].target), add(a, answer.items[i].source.line);
        if (answer.items[i].source.table) add_text(a, answer.items[i].source.table);
    }
    for (size_t i = 0; i < answer.code_count; i++) add(a, answer.codes[i]);
}

/* The crosswalks of a code, and of what row `source` of the book's maps leads from. */
static void ask_maps(asking *a, coding_code code)
{
    static const coding_system systems[] = {CODING_ICD9CM, CODING_ICD10CM};
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
        add_mapped(a, coding_map(a->desk, code, systems[i], CODING_MAP_GEM, 0));
        add_mapped(a, coding_map(a->desk, code, systems[i], CODING_MAP_GEM, a->on));
    }
    add_mapped(a, coding_map_years(a->desk, code, 20160101, a->on));
    add_mapped(a, coding_map_years(a->desk, code, a->on, 20160101));
}

static void ask_comorbidity(asking *a, coding_code code)
{
    const coding_code codes[] = {code, code, code ^ 1 << 6, 0};
    const uint8_t     poa[] = {1, 2, 4, 0};
    for (int scheme = CODING_ELIXHAUSER_AHRQ; scheme <= CODING_ELIXHAUSER_QUAN; scheme++) {
        coding_comorbidities all = coding_comorbidity(a->desk, (coding_comorbidity_scheme)scheme, codes, poa,
                                                      sizeof poa, NULL);
        add_status(a, all.status), add(a, (uint64_t)all.scores[0]), add_text(a, all.version);
        for (size_t i = 0; i < all.count; i++) {
            add_text(a, all.items[i].name), add_text(a, all.items[i].title), add_text(a, all.items[i].by);
            add(a, all.items[i].state + all.items[i].count);
        }
    }
}

static coding_code read(coding_system system, const char *text) { return coding_parse(system, text, strlen(text)).code; }

/* Stays with the code as principal, secondary and procedure, among others that the whole book has rules for. */
static void ask_stay(asking *a, coding_code code)
{
    const coding_stay_diagnosis diagnoses[] = {
        {.code = code},
        {.code = read(CODING_ICD10CM, "J96.01"), .poa = CODING_POA_YES},
        {.code = read(CODING_ICD10CM, "T80.0XXA"), .poa = CODING_POA_NO},
        {.code = code, .poa = CODING_POA_UNKNOWN},
    };
    const coding_code procedures[] = {code, read(CODING_ICD10PCS, "0JH609Z"), read(CODING_ICD10PCS, "02HK0KZ")};
    const coding_stay stay = {.size = sizeof stay, .discharged = a->on, .version = a->on ? 0 : 431, .discharge = 1,
                              .diagnoses = diagnoses, .diagnosis_count = sizeof diagnoses / sizeof *diagnoses,
                              .procedures = procedures, .procedure_count = sizeof procedures / sizeof *procedures};
    coding_grouping      answer = coding_group(a->desk, &stay);
    coding_group_changes changes = coding_group_what_if(a->desk, &stay);
    coding_group_queries record = coding_group_queries_of(a->desk, &stay);
    add_status(a, answer.status), add_status(a, changes.status), add_status(a, record.status);
    add(a, answer.first.drg), add(a, answer.last.drg), add(a, answer.last.mdc), add(a, answer.last.reason);
    add_text(a, answer.last.title), add_text(a, answer.last.condition);
    for (size_t i = 0; i < answer.diagnosis_count; i++) add(a, answer.diagnoses[i].why + answer.diagnoses[i].hac);
    for (size_t i = 0; i < answer.procedure_count; i++) add(a, answer.procedures[i].is_or + answer.procedures[i].line);
    for (size_t i = 0; i < answer.cluster_count; i++) add_text(a, answer.clusters[i].name);
    for (size_t i = 0; i < changes.count; i++) add(a, changes.items[i].drg), add_text(a, changes.items[i].title);
    for (size_t i = 0; i < record.count; i++) add(a, record.items[i].code), add_text(a, record.items[i].title);
    add_text(a, coding_group_attributes(a->desk, code, 431));
    add(a, coding_drg_weight_of(coding_desk_book(a->desk), answer.last.drg, a->on).source.line);
}

/* The code as a member's only illness, in each model. */
static void ask_risk(asking *a, coding_code code)
{
    const coding_risk_diagnosis ill = {.code = code};
    coding_member               member = {.size = sizeof member, .age = 70, .sex = CODING_SEX_FEMALE, .dual = 2,
                                          .esrd = CODING_ESRD_GRAFT, .graft_months = 5, .diagnoses = &ill,
                                          .diagnosis_count = 1, .earlier = &code, .earlier_count = 1,
                                          .metal = CODING_METAL_SILVER, .treatments = &code, .treatment_count = 1};
    for (int model = CODING_RISK_V22; model <= CODING_RISK_HHS_V08; model++) {
        member.age = model == CODING_RISK_HHS_V07 ? 0 : 70;
        coding_risk_score score = coding_risk_score_member(a->desk, &member, (coding_risk_model)model, 2026, NULL);
        add_status(a, score.status), add_text(a, coding_risk_explain(a->desk, &score));
        for (size_t i = 0; i < score.category_count; i++) {
            add_text(a, score.categories[i].label), add_text(a, score.categories[i].name);
            add_text(a, score.categories[i].group ? score.categories[i].group : "");
            add(a, score.categories[i].number + score.categories[i].source.line);
        }
        for (size_t i = 0; i < score.gap_count; i++) add_text(a, score.gaps[i].label);
    }
    add_status(a, coding_risk_blend_member(a->desk, &member, 2025, NULL).status);
}

static void ask_entry(asking *a, coding_entry entry)
{
    coding_verdict verdict = coding_check(a->desk, coding_entry_code(entry), a->on);
    add_verdict(a, &verdict);
    add(a, coding_verdict_of(a->desk, coding_entry_code(entry), a->on));
    add_text(a, coding_entry_short_title(a->desk, entry));
    add_entries(a, coding_entry_children(a->desk, entry, a->on));
    add(a, coding_entry_billable_below(a->desk, entry, a->on).count);
    add_entries(a, coding_entry_ancestors(a->desk, entry));
    ask_notes(a, entry);
    ask_days(a, entry);
    ask_column(a, entry);
    ask_maps(a, coding_entry_code(entry));
    ask_comorbidity(a, coding_entry_code(entry));
    ask_stay(a, coding_entry_code(entry));
    ask_risk(a, coding_entry_code(entry));
}

static void ask_text(asking *a, const char *text)
{
    size_t             length = strlen(text);
    coding_verdict     verdict = coding_check_text(a->desk, CODING_ANY, text, length, a->on);
    coding_suggestions near = coding_suggest(a->desk, CODING_ICD10CM, text, length, a->on);
    coding_candidates  all = coding_identify(a->desk, text, length, a->on);
    coding_values      values = coding_values_after(a->desk, CODING_ICD10PCS, text, length, a->on);
    add_verdict(a, &verdict);
    add_status(a, near.status), add_status(a, all.status), add_status(a, values.status);
    for (size_t i = 0; i < near.count; i++) add(a, near.items[i].code);
    for (size_t i = 0; i < all.count; i++) add(a, all.items[i].code);
    for (size_t i = 0; i < values.count; i++) add_text(a, values.items[i].label);
    add_entries(a, coding_complete(a->desk, CODING_ANY, text, length < 2 ? length : 2, a->on, 20));
}

static void ask_report(asking *a, const char *report)
{
    coding_note_options options = {.size = sizeof options, .on = a->on};
    coding_operations   read = coding_operate(a->desk, report, strlen(report), &options);
    add_status(a, read.status);
    for (size_t i = 0; i < read.count; i++) {
        add_text(a, read.items[i].code), add_text(a, read.items[i].definition), add(a, read.items[i].source.line);
        for (unsigned axis = 0; axis < 7; axis++) add_text(a, read.items[i].axes[axis].label);
    }
}

static void ask_query(asking *a, const char *query)
{
    coding_search_options options = {.size = sizeof options, .on = a->on};
    coding_hits           hits = coding_search(a->desk, query, strlen(query), &options);
    add_status(a, hits.status);
    for (size_t i = 0; i < hits.count; i++) {
        add_text(a, hits.items[i].why), add(a, coding_entry_code(hits.items[i].entry));
        for (size_t k = 0; k < hits.items[i].evidence_count; k++) add_text(a, hits.items[i].evidence[k].found);
    }
    coding_completions next = coding_search_complete(a->desk, query, strlen(query), 10);
    add_status(a, next.status);
    for (size_t i = 0; i < next.count; i++) add_text(a, next.items[i].word);
    ask_report(a, query);
}

static const char *const words[] = {"hyperglycemia", "nephrolithiasis", "HYPERGLYC\xC3\x86MIA", "xylophone", ""};

static void ask_word(asking *a, const char *word)
{
    coding_term term = coding_term_parts(a->desk, word, strlen(word));
    coding_hits hits = coding_term_codes(a->desk, word, strlen(word), NULL);
    add_status(a, term.status), add_status(a, hits.status);
    for (size_t i = 0; i < term.count; i++) {
        add_text(a, term.items[i].meaning);
        for (size_t k = 0; k < term.items[i].part_count; k++) {
            add_text(a, term.items[i].parts[k].form);
            add_text(a, term.items[i].parts[k].because);
        }
    }
    for (size_t i = 0; i < hits.count; i++) add_text(a, hits.items[i].why);
}

/* What the book says in its titles and index, as a note has it; pieces shorter than a phrase. */
static const char *const notes[] = {
    "Type 2 diabetes mellitus w/o complications, without hyperglycemia; type II diabetes due to underlying condition.",
    "Infection following a procedure, initial encounter\nWhiplash injury of the cervical spine. No multiple sclerosis",
    "Fracture of the lower end of the right radius, stage 3b; E. coli, first trimester",
    "Resection, appendix! \xE2\x80\x94 Sugar too high? \xFF\xC2\xAD",
};

static void ask_note(asking *a, const char *text)
{
    enum { ROOM = 2 * CODING_SCAN_ROOM };
    coding_phrase found[ROOM];
    size_t        length = strlen(text);
    for (size_t piece = length / 3; piece <= length; piece += length - length / 3) {
        coding_scanned done = coding_scan(a->desk, text, piece, piece == length, found, ROOM);
        add_status(a, done.status), add(a, done.settled);
        for (size_t i = 0; i < done.count; i++) {
            add(a, found[i].span.offset + found[i].span.length), add(a, coding_entry_code(found[i].entry));
            add_text(a, coding_phrase_kind_name(found[i].kind));
        }
    }
}

static uint32_t rows_of(const coding_book *book)
{
    uint32_t rows = 0, first, past;
    for (size_t i = 0; i < coding_book_edition_count(book); i++) {
        coding_book_rows(book, coding_book_edition(book, i).system, &first, &past);
        if (past > rows) rows = past;
    }
    return rows;
}

static void ask_entries(asking *a, uint32_t seed, uint32_t count)
{
    const coding_book *book = coding_desk_book(a->desk);
    uint32_t           rows = rows_of(book);
    for (uint32_t i = 0, row = seed; i < count && rows; i++, row = row * 1664525u + 1013904223u)
        ask_entry(a, coding_book_entry(book, row % rows));
}

static asking start(coding_desk *desk, uint32_t seed)
{
    return (asking){.desk = desk, .on = days[seed % (sizeof days / sizeof *days)]};
}

uint64_t ask_something(coding_desk *desk, uint32_t seed)
{
    asking   a = start(desk, seed);
    uint32_t which = seed / 5;
    switch (seed % 5) {
    case 0: ask_entries(&a, seed, 2); break;
    case 1: ask_text(&a, texts[which % (sizeof texts / sizeof *texts)]); break;
    case 2: ask_query(&a, queries[which % (sizeof queries / sizeof *queries)]); break;
    case 3: ask_word(&a, words[which % (sizeof words / sizeof *words)]); break;
    case 4: ask_note(&a, notes[which % (sizeof notes / sizeof *notes)]); break;
    }
    return a.sum;
}

uint64_t ask_everything(coding_desk *desk, uint32_t seed, uint32_t *failures)
{
    asking a = start(desk, seed);
    ask_entries(&a, seed, 24);
    add(&a, coding_book_blocks(desk, CODING_ICD10CM).count);
    add(&a, coding_book_roots(desk, CODING_ICD10CM, a.on).count);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) ask_text(&a, texts[i]);
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) ask_query(&a, queries[i]);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) ask_word(&a, words[i]);
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) ask_note(&a, notes[i]);
    if (failures) *failures = a.failures;
    return a.sum;
}
