/* Each answer of the library that is not a plain value, once: `coding__answer(TYPE, NAME)`, which a language defines
 * before it includes this. TYPE is what a typemap matches, coding__shape_NAME what the answer looks like (shapes.h),
 * and coding__asked_NAME how a coding__ask begins: the desk, the text and its length, as far as the call has them. So
 * the whole of a language's answers may be
 *
 *     %define coding__answer(TYPE, NAME)
 *     %typemap(out) TYPE {
 *         coding__ask ask = {coding__asked_##NAME, CODING__BYTES, 0};
 *         coding_error refused;
 *         if (!coding__hand_over(&ask, &coding__shape_##NAME, &$1, &maker, &refused)) ...
 *     }
 *     %enddef
 *     %include "answers.i"
 *
 * `out` runs before a method's own `error` is looked at: where that one is set, the answer is empty and thrown away. */
%{
#define coding__asked_annotation    arg2, arg3, arg4
#define coding__asked_blocks        arg2, NULL, 0
#define coding__asked_candidates    arg2, arg3, arg4
#define coding__asked_ccsr          arg2, NULL, 0
#define coding__asked_claim_items   arg2, NULL, 0
#define coding__asked_codes         arg2, NULL, 0
#define coding__asked_comorbidities arg2, NULL, 0
#define coding__asked_completions   arg2, NULL, 0
#define coding__asked_dated_entries arg2, NULL, 0
#define coding__asked_dated_entry   arg2, NULL, 0
#define coding__asked_dated_hits    arg2, arg3, arg4
#define coding__asked_dated_titles  arg2, NULL, 0
#define coding__asked_drg_weight    NULL, NULL, 0
#define coding__asked_edition       NULL, NULL, 0
#define coding__asked_estimate      arg2, NULL, 0
#define coding__asked_group_changes arg2, NULL, 0
#define coding__asked_group_queries arg2, NULL, 0
#define coding__asked_grouping      arg2, NULL, 0
#define coding__asked_mapped        arg2, NULL, 0
#define coding__asked_notes         arg2, NULL, 0
#define coding__asked_numbers       arg2, NULL, 0
#define coding__asked_operations    arg2, arg3, arg4
#define coding__asked_origin        NULL, NULL, 0
#define coding__asked_parse         NULL, arg2, arg3
#define coding__asked_parsed        arg2, arg3, arg4
#define coding__asked_periods       arg2, NULL, 0
#define coding__asked_review        arg2, NULL, 0
#define coding__asked_risk_blend    arg2, NULL, 0
#define coding__asked_risk_score    arg2, NULL, 0
#define coding__asked_rows          NULL, NULL, 0
#define coding__asked_scanned       arg2, arg3, arg4
#define coding__asked_section       NULL, NULL, 0
#define coding__asked_sevens        arg2, NULL, 0
#define coding__asked_source        arg2, NULL, 0
#define coding__asked_suggestions   arg2, NULL, 0
#define coding__asked_term          arg2, arg3, arg4
#define coding__asked_values        arg2, NULL, 0
#define coding__asked_verdict       arg2, arg3, arg4
#define coding__asked_visit_level   arg2, NULL, 0

/* coding_parse needs no book, and so has other arguments than Book's own reading. */
#define coding__shape_parse coding__shape_parsed
%}

coding__answer(coding_annotation, annotation)
coding__answer(coding_blocks, blocks)
coding__answer(coding_candidates, candidates)
coding__answer(coding__ccsr, ccsr)
coding__answer(coding__claim_items, claim_items)
coding__answer(coding_codes, codes)
coding__answer(coding_comorbidities, comorbidities)
coding__answer(coding_completions, completions)
coding__answer(coding__dated_entries, dated_entries)
coding__answer(coding__dated_entry, dated_entry)
coding__answer(coding__dated_hits, dated_hits)
coding__answer(coding_dated_titles, dated_titles)
coding__answer(coding_drg_weight, drg_weight)
coding__answer(coding_edition, edition)
coding__answer(coding_estimate, estimate)
coding__answer(coding_group_changes, group_changes)
coding__answer(coding_group_queries, group_queries)
coding__answer(coding_grouping, grouping)
coding__answer(coding_mapped, mapped)
coding__answer(coding_notes, notes)
coding__answer(coding__numbers, numbers)
coding__answer(coding__operations, operations)
coding__answer(coding_origin, origin)
coding__answer(coding_parsed coding_parse, parse)
coding__answer(coding_parsed, parsed)
coding__answer(coding_periods, periods)
coding__answer(coding_review, review)
coding__answer(coding__risk_blend, risk_blend)
coding__answer(coding__risk_told, risk_score)
coding__answer(coding__rows, rows)
coding__answer(coding__scanned, scanned)
coding__answer(coding_section, section)
coding__answer(coding_sevens, sevens)
coding__answer(coding_source, source)
coding__answer(coding_suggestions, suggestions)
coding__answer(coding_term, term)
coding__answer(coding_values, values)
coding__answer(coding_verdict, verdict)
coding__answer(coding_visit_level, visit_level)
