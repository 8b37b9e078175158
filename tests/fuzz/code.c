/* Texts of any bytes as codes of every system and as words to take apart, pure and asked of a little book. */
#include "fuzz/little.h"

static const coding_date days[] = {0, 20150930, 20191001, 20251001};

static bool is_inside(coding_span span, size_t length)
{
    return span.offset <= length && span.length <= length - span.offset;
}

/* What is formatted is read again as the same code. */
static void check_code(coding_system system, coding_code code)
{
    char text[CODING_CODE_TEXT], bare[CODING_CODE_TEXT];
    FUZZ_ASSERT(!(code >> 63) && coding_code_system(code) == system);
    coding_code_format(code, text);
    coding_code_format_bare(code, bare);
    FUZZ_ASSERT(*text && *bare);
    FUZZ_ASSERT(coding_parse(system, text, strlen(text)).code == code);
    FUZZ_ASSERT(coding_parse(system, bare, strlen(bare)).code == code);
}

static void parse_as(coding_system system, const char *text, size_t length)
{
    coding_parsed parsed = coding_parse(system, text, length);
    FUZZ_ASSERT(is_inside(parsed.span, length) && *coding_damage_text(parsed.damage));
    FUZZ_ASSERT(parsed.code || parsed.damage != CODING_DAMAGE_NONE);
    if (parsed.code) check_code(system, parsed.code);
    for (size_t i = 0; i < sizeof parsed.alternatives / sizeof *parsed.alternatives; i++)
        FUZZ_ASSERT(!parsed.alternatives[i] || coding_code_system(parsed.alternatives[i]) == system);
}

static void check_verdict(coding_desk *desk, coding_verdict verdict, size_t length)
{
    FUZZ_ASSERT(verdict.status == CODING_OK || verdict.rule == CODING_RULE_NOT_CHECKED);
    FUZZ_ASSERT(!verdict.count == (verdict.rule == CODING_RULE_STANDS));
    FUZZ_ASSERT(is_inside(verdict.parsed.span, length));
    for (size_t i = 0; i < verdict.count; i++) {
        FUZZ_ASSERT(is_inside(verdict.findings[i].span, length));
        FUZZ_ASSERT(*coding_explain(desk, &verdict.findings[i]));
    }
    if (verdict.rule == CODING_RULE_STANDS)
        FUZZ_ASSERT(coding_verdict_of(desk, verdict.code, verdict.on) == CODING_RULE_STANDS);
}

/* A near miss stands, or is of a system that the book does not have. */
static void check_near(coding_desk *desk, coding_suggestions near, coding_date on)
{
    FUZZ_ASSERT(near.status == CODING_OK || near.status == CODING_NOT_UTF8 || near.status == CODING_NOT_IN_BOOK);
    for (size_t i = 0; i < near.count; i++) {
        coding_code code = near.items[i].code;
        bool        held = coding_book_has_system(coding_desk_book(desk), coding_code_system(code));
        FUZZ_ASSERT(!held || coding_verdict_of(desk, code, on) == CODING_RULE_STANDS);
        FUZZ_ASSERT(!i || near.items[i].rank >= near.items[i - 1].rank);
    }
}

/* Parts lie one behind the other and inside the word. */
static void take_apart(coding_desk *desk, const char *word, size_t length)
{
    coding_term term = coding_term_parts(desk, word, length);
    FUZZ_ASSERT(term.status == CODING_OK || term.status == CODING_NOT_UTF8);
    for (size_t i = 0; i < term.count; i++) {
        size_t past = 0;
        FUZZ_ASSERT(term.items[i].meaning);
        for (size_t k = 0; k < term.items[i].part_count; k++) {
            coding_span span = term.items[i].parts[k].span;
            FUZZ_ASSERT(is_inside(span, length) && span.offset >= past);
            past = span.offset + span.length;
        }
    }
    coding_hits hits = coding_term_codes(desk, word, length, NULL);
    for (size_t i = 0; i < hits.count; i++) {
        FUZZ_ASSERT(coding_entry_code(hits.items[i].entry));
        for (size_t k = 0; k < hits.items[i].evidence_count; k++)
            FUZZ_ASSERT(is_inside(hits.items[i].evidence[k].span, length));
    }
}

static void ask(coding_desk *desk, const char *text, size_t length, coding_date on)
{
    static const coding_system systems[] = {CODING_ANY, CODING_ICD10CM, CODING_ICD10PCS, CODING_NDC, (coding_system)64};
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
        check_verdict(desk, coding_check_text(desk, systems[i], text, length, on), length);
        check_near(desk, coding_suggest(desk, systems[i], text, length, on), on);
        coding_values_after(desk, systems[i], text, length, on);
        coding_complete(desk, systems[i], text, length, on, 20);
    }
    coding_candidates all = coding_identify(desk, text, length, on);
    for (size_t i = 0; i < all.count; i++) FUZZ_ASSERT(is_inside(all.items[i].span, length));
    take_apart(desk, text, length);
    coding_desk_clear(desk);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const char *text = length ? (const char *)bytes : "";
    for (unsigned system = 0; system < 128; system++) parse_as((coding_system)system, text, length);
    ask(fuzz_little_desk(), text, length, days[length % 4]);
    return 0;
}
