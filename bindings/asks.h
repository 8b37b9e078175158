/* The methods of Book as functions, for languages by way of coding.i and for whoever calls C: WebAssembly, SQL. Each
 * takes its parameters in one order,
 *
 *     room; desk or book; text, length; system; on; the rest; error
 *
 * with a desk of coding__room_borrow, on which the answer lies, and CODING__TODAY where nobody named a day. A text that
 * is no code of the book leaves its reason in `error`, which must then be looked at before the answer is. What each of
 * them answers is said in coding.i. */
#ifndef CODING_BINDINGS_ASKS_H
#define CODING_BINDINGS_ASKS_H

#include "room.h"

coding_parsed      coding__room_read(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                     coding_system system);
coding_suggestions coding__room_suggest(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                        coding_system system, coding_date on);
coding_candidates  coding__room_identify(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                         coding_date on);

coding__dated_hits coding__room_search(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                       coding_system system, coding_date on, uint32_t count, uint32_t skip,
                                       bool billable_only, coding_code first, coding_code last);
coding__dated_hits coding__room_term_codes(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                           coding_system system, coding_date on, uint32_t count);
coding_term        coding__room_term(coding__room *room, coding_desk *desk, const char *text, size_t length);
coding_completions coding__room_search_complete(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                                size_t limit);

coding__dated_entry   coding__room_find(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                        coding_system system, coding_date on);
coding__dated_entry   coding__room_find_longest(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                                coding_system system, coding_date on);
coding__dated_entry   coding__room_entry(coding__room *room, coding_desk *desk, uint32_t row, coding_date on);
coding__dated_entry   coding__room_parent(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                          coding_system system, coding_date on, coding_error *error);
const char           *coding__room_title(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                         coding_system system, coding_date on, coding_error *error);
const char           *coding__room_short_title(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                               coding_system system, coding_error *error);
coding__dated_entries coding__room_children(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                            coding_system system, coding_date on, coding_error *error);
coding__dated_entries coding__room_billable_below(coding__room *room, coding_desk *desk, const char *text,
                                                  size_t length, coding_system system, coding_date on,
                                                  coding_error *error);
coding__dated_entries coding__room_ancestors(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                             coding_system system, coding_date on, coding_error *error);
coding_periods        coding__room_periods(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                           coding_system system, coding_error *error);
coding_dated_titles   coding__room_titles(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                          coding_system system, coding_error *error);
coding_notes          coding__room_notes(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                         coding_system system, coding_date on, coding_error *error);
coding_sevens         coding__room_sevens(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                          coding_system system, coding_date on, coding_error *error);
coding_blocks         coding__room_blocks(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                          coding_system system, coding_error *error);
coding_codes          coding__room_successors(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                              coding_system system, coding_date on, coding_error *error);
coding_source         coding__room_source(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                          coding_system system, coding_date on, coding_error *error);
bool                  coding__room_poa_exempt(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                              coding_system system, coding_date on, coding_error *error);
bool                  coding__room_is_below(coding__room *room, const coding_book *book, coding_code code,
                                            coding_code ancestor);
bool                  coding__room_is_within(coding__room *room, const coding_book *book, coding_code code,
                                             coding_code first, coding_code last);

coding__dated_entries coding__room_complete(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                            coding_system system, coding_date on, size_t limit);
coding_values         coding__room_values_after(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                                coding_system system, coding_date on);

coding__dated_entries coding__room_roots(coding__room *room, coding_desk *desk, coding_system system, coding_date on);
coding_blocks         coding__room_system_blocks(coding__room *room, coding_desk *desk, coding_system system);
coding__rows          coding__room_rows(coding__room *room, const coding_book *book, coding_system system);
size_t                coding__room_edition_count(coding__room *room, const coding_book *book);
coding_edition        coding__room_edition(coding__room *room, const coding_book *book, size_t index);
size_t                coding__room_origin_count(coding__room *room, const coding_book *book);
coding_origin         coding__room_origin(coding__room *room, const coding_book *book, size_t index);
size_t                coding__room_section_count(coding__room *room, const coding_book *book);
coding_section        coding__room_section(coding__room *room, const coding_book *book, size_t index);
size_t                coding__room_size(coding__room *room, const coding_book *book);
coding_system         coding__room_system(coding__room *room, const coding_book *book, const char *text, size_t length);
const char           *coding__room_system_name(coding__room *room, const coding_book *book, coding_system system);
bool                  coding__room_has_system(coding__room *room, const coding_book *book, coding_system system);
coding_date           coding__room_newest(coding__room *room, const coding_book *book, coding_system system);
bool                  coding__room_verify(coding__room *room, coding_desk *desk, coding_error *error);

/* Of claims.c. */
coding_review coding__room_review(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                  uint64_t rules, bool notes, bool money, coding_error *error);

coding__claim_items coding__room_review_file(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                             uint64_t rules, bool notes, bool money);
coding_visit_level  coding__room_visit(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                       coding_date on, coding_error *error);
coding_visit_family coding__room_visit_family(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                              coding_date on);

/* Numbers come in as text, which every language has. */
coding__numbers coding__room_sample(coding__room *room, coding_desk *desk, uint64_t frame, size_t count,
                                    uint64_t seed);
coding__numbers coding__room_sample_strata(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                           uint64_t total, coding_error *error);
coding_estimate coding__room_estimate(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                      uint64_t frame, double confidence, coding_error *error);
coding_estimate coding__room_estimate_strata(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                             double confidence, coding_error *error);

/* Of notes.c. */
coding_annotation  coding__room_annotate(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                         coding_date on, coding_setting setting);
coding__operations coding__room_operate(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                        coding_date on);
coding__scanned    coding__room_scan(coding__room *room, coding_desk *desk, const char *text, size_t length, bool last);

/* Of maps.c: crosswalks. */
coding_mapped coding__room_map(coding__room *room, coding_desk *desk, const char *text, size_t length,
                               coding_system system, coding_date on, coding_system to, coding_map_style style,
                               coding_error *error);
coding_mapped coding__room_map_years(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                     coding_system system, coding_date on, coding_date since, coding_error *error);

/* Of groups.c: patients and stays come in as lines of words. */
coding_comorbidities coding__room_comorbidity(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                              coding_system system, coding_date on, coding_comorbidity_scheme scheme,
                                              coding_error *error);
coding__ccsr         coding__room_ccsr(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                       coding_error *error);
coding_grouping      coding__room_group(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                        coding_date on, coding_error *error);
coding_group_changes coding__room_group_what_if(coding__room *room, coding_desk *desk, const char *text,
                                                size_t length, coding_date on, coding_error *error);
coding_group_queries coding__room_group_queries(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                                coding_date on, coding_error *error);
coding_drg_weight    coding__room_drg_weight(coding__room *room, const coding_book *book, coding_date on,
                                             uint32_t drg);
const char          *coding__room_group_attributes(coding__room *room, coding_desk *desk, const char *text,
                                                   size_t length, coding_system system, uint32_t version);

/* Of risks.c: so do members. */
coding__risk_told  coding__room_risk(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                     coding_risk_model model, uint32_t year, coding_error *error);
coding__risk_blend coding__room_risk_blend(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                           uint32_t year, coding_error *error);
bool               coding__room_risk_has(coding__room *room, const coding_book *book, coding_risk_model model,
                                         coding_risk_plan plan, uint32_t year);

#endif
