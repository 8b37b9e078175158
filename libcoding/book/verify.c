/* Reading the whole book: every checksum, and every number that points from one section into another. */
#include "base/refuse.h"
#include "book/places.h"

#include <coding/check.h>

#include <string.h>

/* A fault of a section, by its name. */
#define FAULT(error, section, ...) coding__refuse(error, CODING_NOT_A_BOOK, section, __VA_ARGS__)

static bool checksums_agree(const coding_book *book, coding_error *error)
{
    for (size_t i = 0; i < coding_book_section_count(book); i++) {
        coding_section section = coding_book_section(book, i);
        char           name[17] = "";
        memcpy(name, section.name, 16);
        if (coding__checksum(0, book->bytes + section.offset, (size_t)section.size) != section.checksum)
            return FAULT(error, name, "the checksum does not agree: the book is damaged, fetch or build it anew");
    }
    return true;
}

/* Sections lie in the order of their records, and what is between them is zero: no byte of a book is nobody's. */
static bool gaps_are_empty(const coding_book *book, coding_error *error)
{
    size_t at = CODING__HEADER_BYTES + coding_book_section_count(book) * CODING__SECTION_BYTES;
    for (size_t i = 0; i <= coding_book_section_count(book); i++) {
        coding_section section = coding_book_section(book, i);
        size_t         next = i < coding_book_section_count(book) ? (size_t)section.offset : book->size;
        for (; at < next; at++) {
            if (book->bytes[at])
                return FAULT(error, "header", "byte %zu, which belongs to no section, is not zero", at);
        }
        at = next + (size_t)section.size;
    }
    return true;
}

/* A u32 field of a section that points into another: plus 1 where 0 is none. */
typedef struct pointer {
    coding__section from;
    unsigned        field;
    coding__section to;
    uint32_t        none; /* 1: the field is a record plus 1, and 0 is none */
} pointer;

static const pointer pointers[] = {
    {CODING__TITLE_WORDS, 0, CODING__TEXT, 0},
    {CODING__ROWS, CODING__ROW_TITLE, CODING__SPELLED, 0},
    {CODING__ROWS, CODING__ROW_SHORT, CODING__SPELLED, 0},
    {CODING__ROWS, CODING__ROW_PARENT, CODING__ROWS, 1},
    {CODING__ROWS, CODING__ROW_PAST, CODING__ROWS, 1},
    {CODING__CODES, CODING__CODE_HISTORY, CODING__HISTORIES, 0},
    {CODING__PLACES, 0, CODING__ROWS, 1},
    {CODING__ROOTS, 0, CODING__NODES, 0},
    {CODING__NODES, CODING__NODE_ROW, CODING__ROWS, 1},
    {CODING__TITLES, CODING__TITLE_ROW, CODING__ROWS, 0},
    {CODING__TITLES, CODING__TITLE_TEXT, CODING__SPELLED, 0},
    {CODING__LINES, 0, CODING__ROWS, 0},
    {CODING__SYSTEMS, CODING__SYSTEM_NAME, CODING__TEXT, 0},
    {CODING__SYSTEMS, CODING__SYSTEM_TITLE, CODING__TEXT, 0},
    {CODING__SYSTEMS, CODING__SYSTEM_PATTERN, CODING__TEXT, 0},
    {CODING__SYSTEMS, CODING__SYSTEM_PAST, CODING__ROWS, 1},
    {CODING__SYSTEMS, CODING__SYSTEM_UNKNOWN, CODING__HISTORIES, 0},
    {CODING__EDITIONS, CODING__EDITION_ORIGIN, CODING__ORIGINS, 0},
    {CODING__EDITIONS, CODING__EDITION_BASE, CODING__ORIGINS, 0},
    {CODING__ORIGINS, CODING__ORIGIN_RELEASE, CODING__TEXT, 0},
    {CODING__ORIGINS, CODING__ORIGIN_FILE, CODING__TEXT, 0},
    {CODING__ORIGINS, CODING__ORIGIN_LICENCE, CODING__TEXT, 0},
    {CODING__ORIGINS, CODING__ORIGIN_SHA256, CODING__TEXT, 0},
    {CODING__NOTE_PLACES, 0, CODING__NOTE_CHAINS, 1},
    {CODING__NOTES, CODING__NOTE_TEXT, CODING__TEXT, 0},
    {CODING__NOTES, CODING__NOTE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__REFERENCES, CODING__REFERENCE_FIRST, CODING__ROWS, 0},
    {CODING__REFERENCES, CODING__REFERENCE_LAST, CODING__ROWS, 0},
    {CODING__SEVENS, CODING__SEVEN_ROW, CODING__ROWS, 0},
    {CODING__SEVENS, CODING__SEVEN_TEXT, CODING__TEXT, 0},
    {CODING__BLOCKS, CODING__BLOCK_NAME, CODING__TEXT, 0},
    {CODING__BLOCKS, CODING__BLOCK_TITLE, CODING__TEXT, 0},
    {CODING__BLOCKS, CODING__BLOCK_PAST, CODING__ROWS, 1},
    {CODING__VOCABULARY, CODING__VOCABULARY_TERM, CODING__TEXT, 0},
    {CODING__VOCABULARY, CODING__VOCABULARY_CONCEPT, CODING__TEXT, 0},
    {CODING__VOCABULARY, CODING__VOCABULARY_KIND, CODING__TEXT, 0},
    {CODING__PARTS, CODING__PART_LETTERS, CODING__TEXT, 0},
    {CODING__PARTS, CODING__PART_FORM, CODING__TEXT, 0},
    {CODING__PARTS, CODING__PART_MEANING, CODING__TEXT, 0},
    {CODING__PARTS, CODING__PART_BECAUSE, CODING__TEXT, 0},
    {CODING__PARTS, CODING__PART_ORIGIN, CODING__ORIGINS, 0},
    {CODING__SUCCESSORS, CODING__SUCCESSOR_ROW, CODING__ROWS, 0},
    {CODING__SUCCESSORS, CODING__SUCCESSOR_TO, CODING__ROWS, 0},
    {CODING__POA_LISTS, CODING__POA_LIST_ORIGIN, CODING__ORIGINS, 0},
    {CODING__POA_LISTS, CODING__POA_LIST_BITS, CODING__POA_BITS, 0},
    {CODING__INDEX, CODING__INDEX_PARENT, CODING__INDEX, 1},
    {CODING__INDEX, CODING__INDEX_TITLE, CODING__TEXT, 0},
    {CODING__INDEX, CODING__INDEX_MORE_, CODING__INDEX_MORE, 1},
    {CODING__INDEX_ORIGINS, 0, CODING__ORIGINS, 0},
    {CODING__INDEX_MORE, CODING__INDEX_NEMOD, CODING__TEXT, 0},
    {CODING__INDEX_MORE, CODING__INDEX_SEE, CODING__TEXT, 0},
    {CODING__INDEX_MORE, CODING__INDEX_SEE_ALSO, CODING__TEXT, 0},
    {CODING__INDEX_CODES, CODING__INDEX_CODE_ROW, CODING__ROWS, 1},
    {CODING__INDEX, CODING__INDEX_CODE, CODING__INDEX_CODES, 1},
    {CODING__SNAPSHOTS, CODING__SNAPSHOT_ORIGIN, CODING__ORIGINS, 0},
    {CODING__BLOCKS, CODING__BLOCK_FIRST, CODING__ROWS, 1},
    {CODING__SUCCESSORS, CODING__SUCCESSOR_ORIGIN, CODING__ORIGINS, 0},
    {CODING__POA_LISTS, CODING__POA_LIST_ORIGIN, CODING__ORIGINS, 0},
    {CODING__POA_LISTS, CODING__POA_LIST_BITS, CODING__POA_BITS, 0},
    {CODING__LABELS, CODING__LABEL_TEXT, CODING__TEXT, 0},
    {CODING__WORDS, CODING__WORD_LETTERS, CODING__LETTERS, 0},
    {CODING__WORDS, CODING__WORD_POSTINGS, CODING__POSTINGS, 1}, /* of words without any: the end */
    {CODING__SOUNDS, 4, CODING__WORDS, 0},
    {CODING__DOCUMENTS, CODING__DOCUMENT_LIST, CODING__LISTS, 0},
    {CODING__SYNONYMS, CODING__SYNONYM_LIST, CODING__LISTS, 0},
    {CODING__CLASSES, CODING__CLASS_FIRST, CODING__ROWS, 0},
    {CODING__CLASSES, CODING__CLASS_PAST, CODING__ROWS, 1},
    {CODING__CLAIM_TABLES, CODING__CLAIM_TABLE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__SERVICES, CODING__SERVICE_PTP, CODING__PTP, 1},
    {CODING__SERVICES, CODING__SERVICE_PTP_OUTPATIENT, CODING__PTP, 1},
    {CODING__SERVICES, CODING__SERVICE_MUE, CODING__MUE, 1},
    {CODING__SERVICES, CODING__SERVICE_ADD_ON, CODING__ADD_ONS, 1},
    {CODING__SERVICES, CODING__SERVICE_FEE, CODING__FEES, 1},
    {CODING__SERVICES, CODING__SERVICE_POLICY, CODING__POLICY_ROWS, 1},
    {CODING__SERVICES, CODING__SERVICE_VISIT, CODING__VISITS, 1},
    {CODING__PTP_STATES, CODING__PTP_STATE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__PTP_STATES, CODING__PTP_STATE_WHY, CODING__TEXT, 0},
    {CODING__PTP_LINES, 0, CODING__PTP, 0},
    {CODING__MUE, CODING__MUE_SERVICE, CODING__SERVICES, 0},
    {CODING__MUE, CODING__MUE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__MUE, CODING__MUE_WHY, CODING__TEXT, 0},
    {CODING__ADD_ONS, CODING__ADD_ON_SERVICE, CODING__SERVICES, 0},
    {CODING__ADD_ONS, CODING__ADD_ON_PRIMARY, CODING__SERVICES, 1},
    {CODING__ADD_ONS, CODING__ADD_ON_ORIGIN, CODING__ORIGINS, 0},
    {CODING__FEES, CODING__FEE_SERVICE, CODING__SERVICES, 0},
    {CODING__FEES, CODING__FEE_BASE, CODING__SERVICES, 1},
    {CODING__FEES, CODING__FEE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__MCE_DIAGNOSES, CODING__MCE_ROW, CODING__ROWS, 0},
    {CODING__MCE_DIAGNOSES, CODING__MCE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__MCE_PROCEDURES, CODING__MCE_ROW, CODING__ROWS, 0},
    {CODING__MCE_PROCEDURES, CODING__MCE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__MCE_AGES, CODING__MCE_AGE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__MCE_DISCHARGES, CODING__MCE_DISCHARGE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__CLAIM_PAIRS, CODING__PAIR_FIRST, CODING__ROWS, 0},
    {CODING__CLAIM_PAIRS, CODING__PAIR_LAST, CODING__ROWS, 0},
    {CODING__CLAIM_PAIRS, CODING__PAIR_OTHER, CODING__CLAIM_RANGES, 1},
    {CODING__CLAIM_PAIRS, CODING__PAIR_TEXT, CODING__TEXT, 0},
    {CODING__CLAIM_PAIRS, CODING__PAIR_BECAUSE, CODING__TEXT, 0},
    {CODING__CLAIM_PAIRS, CODING__PAIR_ORIGIN, CODING__ORIGINS, 0},
    {CODING__CLAIM_MODIFIERS, CODING__MODIFIER_RANGE, CODING__CLAIM_RANGES, 1},
    {CODING__CLAIM_MODIFIERS, CODING__MODIFIER_NOT_RANGE, CODING__CLAIM_RANGES, 1},
    {CODING__CLAIM_MODIFIERS, CODING__MODIFIER_PLACES, CODING__TEXT, 0},
    {CODING__CLAIM_MODIFIERS, CODING__MODIFIER_NOT_WITH, CODING__TEXT, 0},
    {CODING__CLAIM_MODIFIERS, CODING__MODIFIER_NEEDS, CODING__TEXT, 0},
    {CODING__CLAIM_MODIFIERS, CODING__MODIFIER_TEXT, CODING__TEXT, 0},
    {CODING__CLAIM_MODIFIERS, CODING__MODIFIER_ORIGIN, CODING__ORIGINS, 0},
    {CODING__CLAIM_PLACES, CODING__CLAIM_PLACE_TEXT, CODING__TEXT, 0},
    {CODING__CLAIM_PLACES, CODING__CLAIM_PLACE_NOT, CODING__TEXT, 0},
    {CODING__CLAIM_PLACES, CODING__CLAIM_PLACE_WHY, CODING__TEXT, 0},
    {CODING__CLAIM_PLACES, CODING__CLAIM_PLACE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__VISITS, CODING__VISIT_SERVICE, CODING__SERVICES, 0},
    {CODING__VISITS, CODING__VISIT_PROLONGED, CODING__SERVICES, 1},
    {CODING__VISITS, CODING__VISIT_MEDICARE, CODING__SERVICES, 1},
    {CODING__VISITS, CODING__VISIT_ORIGIN, CODING__ORIGINS, 0},
    {CODING__CUES, CODING__CUE_TEXT, CODING__TEXT, 0},
    {CODING__CUES, CODING__CUE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__HEADINGS, CODING__HEADING_TEXT, CODING__TEXT, 0},
    {CODING__HEADINGS, CODING__HEADING_ORIGIN, CODING__ORIGINS, 0},
    {CODING__NOTE_WORDS, CODING__NOTE_WORD_TEXT, CODING__TEXT, 0},
    {CODING__NOTE_WORDS, CODING__NOTE_WORD_ORIGIN, CODING__ORIGINS, 0},
    {CODING__NOTE_LINKS, CODING__LINK_FIRST, CODING__ROWS, 0},
    {CODING__NOTE_LINKS, CODING__LINK_LAST, CODING__ROWS, 0},
    {CODING__NOTE_LINKS, CODING__LINK_ORIGIN, CODING__ORIGINS, 0},
    {CODING__OPERATION_ROOTS, CODING__ROOT_NAME, CODING__TEXT, 0},
    {CODING__OPERATION_ROOTS, CODING__ROOT_DEFINITION, CODING__TEXT, 0},
    {CODING__OPERATION_ROOTS, CODING__ROOT_GUIDELINE, CODING__TEXT, 0},
    {CODING__OPERATION_ROOTS, CODING__ROOT_ORIGIN, CODING__ORIGINS, 0},
    {CODING__OPERATION_WORDS, CODING__OP_TEXT, CODING__TEXT, 0},
    {CODING__OPERATION_WORDS, CODING__OP_PART, CODING__TEXT, 0},
    {CODING__OPERATION_WORDS, CODING__OP_DEVICE, CODING__TEXT, 0},
    {CODING__OPERATION_WORDS, CODING__OP_QUALIFIER, CODING__TEXT, 0},
    {CODING__OPERATION_WORDS, CODING__OP_GUIDELINE, CODING__TEXT, 0},
    {CODING__OPERATION_WORDS, CODING__OP_ORIGIN, CODING__ORIGINS, 0},
    {CODING__POLICIES, CODING__POLICY_ID, CODING__TEXT, 0},
    {CODING__POLICIES, CODING__POLICY_TITLE, CODING__TEXT, 0},
    {CODING__POLICIES, CODING__POLICY_ORIGIN, CODING__ORIGINS, 0},
    {CODING__POLICY_ROWS, CODING__POLICY_ROW_SERVICE, CODING__SERVICES, 0},
    {CODING__POLICY_ROWS, CODING__POLICY_ROW_POLICY, CODING__POLICIES, 0},
    {CODING__POLICY_ROWS, CODING__POLICY_ROW_FIRST, CODING__ROWS, 0},
    {CODING__POLICY_ROWS, CODING__POLICY_ROW_LAST, CODING__ROWS, 0},
    {CODING__MAPS, CODING__MAP_ORIGIN, CODING__ORIGINS, 0},
    {CODING__CMR_SETS, CODING__CMR_VERSION, CODING__TEXT, 0},
    {CODING__CMR_SETS, CODING__CMR_ORIGIN, CODING__ORIGINS, 0},
    {CODING__CMR_SETS, CODING__CMR_GROUP, CODING__CMR_GROUPS, 1},
    {CODING__CMR_SETS, CODING__CMR_CODE, CODING__CMR_CODES, 1},
    {CODING__CMR_GROUPS, CODING__CMR_GROUP_NAME, CODING__TEXT, 0},
    {CODING__CMR_GROUPS, CODING__CMR_GROUP_TITLE, CODING__TEXT, 0},
    {CODING__CMR_GROUPS, CODING__CMR_GROUP_ORIGIN, CODING__ORIGINS, 0},
    {CODING__CMR_CODES, CODING__CMR_CODE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__CMR_EXEMPT, CODING__CMR_EXEMPT_ORIGIN, CODING__ORIGINS, 0},
    {CODING__CMR_EXEMPT, CODING__CMR_EXEMPT_BITS, CODING__CMR_BITS, 1},
    {CODING__MAPS, CODING__MAP_ROW, CODING__MAP_ROWS, 1},
    {CODING__SUCCESSORS_MORE, CODING__SUCCESSOR_BY_TO, CODING__SUCCESSORS, 0},
    {CODING__CCSR_SETS, CODING__CCSR_VERSION, CODING__TEXT, 0},
    {CODING__CCSR_SETS, CODING__CCSR_ORIGIN, CODING__ORIGINS, 0},
    {CODING__CCSR_SETS, CODING__CCSR_CATEGORY, CODING__CCSR_CATEGORIES, 1},
    {CODING__CCSR_SETS, CODING__CCSR_CODE, CODING__CCSR_CODES, 1},
    {CODING__CCSR_CATEGORIES, CODING__CCSR_CATEGORY_NAME, CODING__TEXT, 0},
    {CODING__CCSR_CATEGORIES, CODING__CCSR_CATEGORY_TITLE, CODING__TEXT, 0},
    {CODING__RISK_MODELS, CODING__RISK_MODEL_VARIABLE, CODING__RISK_VARIABLES, 1},
    {CODING__RISK_MODELS, CODING__RISK_MODEL_CATEGORY, CODING__RISK_CATEGORIES, 1},
    {CODING__RISK_MODELS, CODING__RISK_MODEL_RULE, CODING__RISK_RULES, 1},
    {CODING__RISK_MODELS, CODING__RISK_MODEL_ORIGIN, CODING__ORIGINS, 0},
    {CODING__RISK_VARIABLES, CODING__RISK_VARIABLE_NAME, CODING__TEXT, 0},
    {CODING__RISK_CATEGORIES, CODING__RISK_CATEGORY_LABEL, CODING__TEXT, 0},
    {CODING__RISK_CATEGORIES, CODING__RISK_CATEGORY_NAME, CODING__TEXT, 0},
    {CODING__RISK_CATEGORIES, CODING__RISK_CATEGORY_VARIABLE, CODING__RISK_VARIABLES, 1},
    {CODING__RISK_CATEGORIES, CODING__RISK_CATEGORY_ORIGIN, CODING__ORIGINS, 0},
    {CODING__RISK_HIERARCHY, CODING__RISK_DROP_ORIGIN, CODING__ORIGINS, 0},
    {CODING__RISK_RULES, CODING__RISK_RULE_VARIABLE, CODING__RISK_VARIABLES, 1},
    {CODING__RISK_RULES, CODING__RISK_RULE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__RISK_RULES, CODING__RISK_RULE_WHEN, CODING__TEXT, 0},
    {CODING__RISK_RULES, CODING__RISK_RULE_NAME, CODING__TEXT, 0},
    {CODING__RISK_SETS, CODING__RISK_SET_VALUE, CODING__RISK_VALUES, 0},
    {CODING__RISK_SETS, CODING__RISK_SET_ORIGIN, CODING__ORIGINS, 0},
    {CODING__RISK_FACTORS, CODING__RISK_FACTOR_ORIGIN, CODING__ORIGINS, 0},
    {CODING__RISK_CODES, CODING__RISK_CODE_MAP, CODING__RISK_MAPS, 1},
    {CODING__RISK_PLACES, 0, CODING__RISK_CODES, 1},
    {CODING__RISK_MAP_ROWS, CODING__RISK_MAP_ORIGIN, CODING__ORIGINS, 0},
    {CODING__RISK_SERVICES, CODING__RISK_SERVICE_ORIGIN, CODING__ORIGINS, 0},
    {CODING__DRG_VERSIONS, CODING__DRG_VERSION_ORIGIN, CODING__ORIGINS, 0},
    {CODING__DRG_ATTRIBUTES, CODING__DRG_ATTRIBUTE_NAME, CODING__TEXT, 0},
    {CODING__DRG_PLACES, 0, CODING__DRG_CODES, 1},
    {CODING__DRG_COLLECTIONS, CODING__DRG_LIST_FIRST, CODING__DRG_EXCLUDED, 1},
    {CODING__DRG_EXCLUDED, 0, CODING__DRG_CODES, 0},
    {CODING__DRG_CLUSTERS, CODING__DRG_CLUSTER_NAME, CODING__TEXT, 0},
    {CODING__DRG_CLUSTERS, CODING__DRG_CLUSTER_LIST, CODING__DRG_LISTS, 0},
    {CODING__DRG_LISTS, CODING__DRG_LIST_FIRST, CODING__DRG_MEMBERS, 1},
    {CODING__DRG_MEMBERS, 0, CODING__DRG_CODES, 0},
    {CODING__DRG_LEADS, CODING__DRG_LEAD_CODE, CODING__DRG_CODES, 0},
    {CODING__DRG_LEADS, CODING__DRG_LEAD_CLUSTER, CODING__DRG_CLUSTERS, 0},
    {CODING__DRG_MDCS, CODING__DRG_MDC_FIRST, CODING__DRG_FORMULAS, 1},
    {CODING__DRG_FORMULAS, CODING__DRG_FORMULA_TEXT, CODING__TEXT, 0},
    {CODING__DRG_FORMULAS, CODING__DRG_FORMULA_PROGRAM, CODING__DRG_PROGRAMS, 1},
    {CODING__DRG_HACS, CODING__DRG_HAC_TEXT, CODING__TEXT, 0},
    {CODING__DRG_HACS, CODING__DRG_HAC_PROGRAM, CODING__DRG_PROGRAMS, 1},
    {CODING__DRG_TITLES, CODING__DRG_TITLE_TEXT, CODING__TEXT, 0},
    {CODING__DRG_WEIGHTS, CODING__DRG_WEIGHT_ORIGIN, CODING__ORIGINS, 0},
};

static bool points_inside(const coding_book *book, const pointer *p, coding_error *error)
{
    uint32_t count = coding__count(book, p->from), limit = coding__count(book, p->to) + p->none;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t value = coding__u32(book, p->from, i, p->field);
        if (value >= limit && (value || p->none))
            return FAULT(error, coding__section_forms[p->from].name,
                         "record %u points to record %u of section %s, which has %u", (unsigned)i, (unsigned)value,
                         coding__section_forms[p->to].name, (unsigned)coding__count(book, p->to));
    }
    return true;
}

/* Children lie behind their parent, so that every walk ends. */
static bool nodes_lead_down(const coding_book *book, coding_error *error)
{
    uint32_t count = coding__count(book, CODING__NODES);
    for (uint32_t i = 1; i < count; i++) {
        uint64_t field = coding__u64(book, CODING__NODES, i, CODING__NODE_MASK);
        uint64_t mask = field & CODING__NODE_CHILDREN;
        uint32_t base = (uint32_t)(field >> CODING__NODE_BASE_SHIFT);
        uint32_t children = (uint32_t)__builtin_popcountll(mask);
        if (!mask) continue;
        if (base <= i || children > count || base > count - children || mask & 1)
            return FAULT(error, "trie.nodes", "the children of node %u do not lie behind it", (unsigned)i);
    }
    return true;
}

/* Each row is found by its code: by the places, where the book has them. */
static bool codes_lead_to_rows(const coding_book *book, coding_error *error)
{
    uint32_t rows = coding__count(book, CODING__ROWS), codes = coding__count(book, CODING__CODES);
    if (codes != rows)
        return FAULT(error, "rows.codes", "it has %u codes for %u rows", (unsigned)codes, (unsigned)rows);
    coding__places places = coding__places_of(book);
    for (uint32_t row = 0; row < rows && places.places.count; row++) {
        if (coding__row_at(&places, coding__place_of_code(&places, coding__row_code(book, row))) != row + 1)
            return FAULT(error, "rows.places", "the code of row %u does not lead to it", (unsigned)row);
    }
    return true;
}

static bool rows_nest(const coding_book *book, coding_error *error)
{
    for (uint32_t row = 0; row < coding__count(book, CODING__ROWS); row++) {
        uint32_t parent = coding__u32(book, CODING__ROWS, row, CODING__ROW_PARENT);
        uint32_t past = coding__u32(book, CODING__ROWS, row, CODING__ROW_PAST);
        if (past <= row || parent > row
            || (parent && coding__u32(book, CODING__ROWS, parent - 1, CODING__ROW_PAST) < past))
            return FAULT(error, "rows", "row %u is not inside its parent", (unsigned)row);
    }
    return true;
}

/* Terms stand before those below them. */
static bool index_nests(const coding_book *book, coding_error *error)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__INDEX); i++) {
        if (coding__u32(book, CODING__INDEX, i, CODING__INDEX_PARENT) > i)
            return FAULT(error, "index", "term %u stands before its parent", (unsigned)i);
    }
    return true;
}

/* Each record leads to one before it, so that every walk ends, and to notes that are there. */
static bool chains_lead_out(const coding_book *book, coding_error *error)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__NOTE_CHAINS); i++) {
        uint64_t past = (uint64_t)coding__u32(book, CODING__NOTE_CHAINS, i, CODING__CHAIN_NOTE)
                        + coding__u16(book, CODING__NOTE_CHAINS, i, CODING__CHAIN_COUNT);
        uint32_t next = coding__u32(book, CODING__NOTE_CHAINS, i, CODING__CHAIN_NEXT);
        if (past > coding__count(book, CODING__NOTES) || next > i)
            return FAULT(error, "notes.chains", "record %u leads to notes that are not there, or not outwards",
                         (unsigned)i);
    }
    return true;
}

static bool rules_are_known(const coding_book *book, coding_error *error)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__STEPS); i++) {
        uint32_t rule = coding__u32(book, CODING__STEPS, i, CODING__STEP_RULE);
        if (rule > CODING_RULE_NOT_CHECKED)
            return FAULT(error, "steps", "step %u names rule %u, which nobody knows", (unsigned)i, (unsigned)rule);
    }
    return true;
}

static bool ranges_fit(const coding_book *book, coding_error *error)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__HISTORIES); i++) {
        uint64_t past = (uint64_t)coding__u32(book, CODING__HISTORIES, i, CODING__HISTORY_STEP)
                        + coding__u16(book, CODING__HISTORIES, i, CODING__HISTORY_COUNT);
        if (past > coding__count(book, CODING__STEPS))
            return FAULT(error, "histories", "history %u has steps that are not there", (unsigned)i);
    }
    for (uint32_t i = 0; i < coding__count(book, CODING__NOTES); i++) {
        uint64_t past = (uint64_t)coding__u32(book, CODING__NOTES, i, CODING__NOTE_REFERENCE)
                        + coding__u16(book, CODING__NOTES, i, CODING__NOTE_REFERENCES);
        if (past > coding__count(book, CODING__REFERENCES))
            return FAULT(error, "notes", "note %u has references that are not there", (unsigned)i);
    }
    return true;
}

/* Column 2 and state of each pair, 16 bits each, and each service found by its code. */
static bool services_fit(const coding_book *book, coding_error *error)
{
    uint32_t services = coding__count(book, CODING__SERVICES), states = coding__count(book, CODING__PTP_STATES);
    for (uint32_t i = 0; i < coding__count(book, CODING__PTP); i++) {
        if (coding__u16(book, CODING__PTP, i, CODING__PTP_COLUMN2) >= services
            || coding__u16(book, CODING__PTP, i, CODING__PTP_STATE) >= states)
            return FAULT(error, "ptp", "pair %u names a service or state that is not there", (unsigned)i);
    }
    for (uint32_t i = 0; i < coding__count(book, CODING__SERVICE_PLACES); i++) {
        if (coding__u16(book, CODING__SERVICE_PLACES, i, 0) >= services + !services)
            return FAULT(error, "services.places", "place %u names a service that is not there", (unsigned)i);
    }
    return true;
}

/* Sets of the MS-DRG grouper are numbered with 16 bits; 0 is the empty one. */
static bool sets_fit(const coding_book *book, coding_error *error)
{
    static const struct {
        coding__section from;
        unsigned        field;
    } fields[] = {{CODING__DRG_CODES, CODING__DRG_CODE_SET},
                  {CODING__DRG_CLUSTERS, CODING__DRG_CLUSTER_SET},
                  {CODING__DRG_FORMULAS, CODING__DRG_FORMULA_IGNORED}};
    for (size_t f = 0; f < sizeof fields / sizeof *fields; f++) {
        for (uint32_t i = 0; i < coding__count(book, fields[f].from); i++) {
            if (coding__u16(book, fields[f].from, i, fields[f].field) >= coding__count(book, CODING__DRG_SETS))
                return FAULT(error, coding__section_forms[fields[f].from].name,
                             "record %u names a set that is not there", (unsigned)i);
        }
    }
    return true;
}

bool coding_book_verify(const coding_book *book, coding_error *error)
{
    if (error) memset(error, 0, sizeof *error);
    if (!checksums_agree(book, error) || !gaps_are_empty(book, error)) return false;
    for (size_t i = 0; i < sizeof pointers / sizeof *pointers; i++)
        if (!points_inside(book, pointers + i, error)) return false;
    return nodes_lead_down(book, error) && codes_lead_to_rows(book, error) && rows_nest(book, error)
           && index_nests(book, error) && chains_lead_out(book, error) && rules_are_known(book, error)
           && ranges_fit(book, error) && services_fit(book, error) && sets_fit(book, error);
}
