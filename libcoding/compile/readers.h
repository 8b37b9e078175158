/* The readers: a file each, recognised by its content and, where that does not tell, by its name.
 *
 *     read_order.c           a code system of a year, with flags and two titles
 *     read_addenda.c         what changed between two of them
 *     read_descriptions.c    billable codes and long titles only
 *     read_tabular.c         notes, 7th characters, chapters and sections
 *     read_index.c           Alphabetic Index, external causes, neoplasms, drugs
 *     read_tidy_*.c          our own layouts, docs/tables.md
 *     ...                    the list is in readers.c
 *
 * A new kind of release is a file and a line there. */
#ifndef CODING_COMPILE_READERS_H
#define CODING_COMPILE_READERS_H

#include "compile/model.h"

/* What must be known before what: tables say what other files are; some files are needless where others stand. */
typedef enum coding__turn {
    CODING__TURN_TABLES,
    CODING__TURN_RELEASES,
    CODING__TURN_LATE
} coding__turn;

typedef struct coding__reader {
    const char  *kind; /* "order file" */
    coding__turn turn;
    /* Of a large file only the beginning may be there. */
    bool (*recognises)(const coding__file *file);
    /* Why it may be left, NULL where it may not; may be NULL itself. Its turn has come. */
    const char *(*needless)(const coding__model *model, const coding__file *file);
    void (*read)(coding__model *model, const coding__file *file);
} coding__reader;

/* Fills the model from all paths; the watch hears what was taken and left. False, with the reason, where something
 * cannot be read: then there is no book. */
bool coding__read_releases(coding__model *model, const coding__compile_options *options, coding_error *error);

/* Reads one file in memory, whatever turn it has. False where no reader knows it, or it cannot be read to its end. */
bool coding__read_bytes(coding__model *model, const coding__file *file);

/* The reader that knows the file, or NULL. */
const coding__reader *coding__reader_of(const coding__file *file);

extern const coding__reader coding__add_ons_reader;
extern const coding__reader coding__addenda_reader;
extern const coding__reader coding__ahrq_reader;
extern const coding__reader coding__ccsr_reader;
extern const coding__reader coding__comorbidity_changes_reader;
extern const coding__reader coding__comorbidity_codes_reader;
extern const coding__reader coding__comorbidity_groups_reader;
extern const coding__reader coding__comorbidity_versions_reader;
extern const coding__reader coding__corrections_reader;
extern const coding__reader coding__cpt_reader;
extern const coding__reader coding__descriptions_reader;
extern const coding__reader coding__drg_clusters_reader;
extern const coding__reader coding__drg_collections_reader;
extern const coding__reader coding__drg_diagnoses_reader;
extern const coding__reader coding__drg_formulas_reader;
extern const coding__reader coding__drg_hacs_reader;
extern const coding__reader coding__drg_procedures_reader;
extern const coding__reader coding__drg_titles_reader;
extern const coding__reader coding__drg_versions_reader;
extern const coding__reader coding__drg_weights_reader;
extern const coding__reader coding__fees_reader;
extern const coding__reader coding__gem_reader;
extern const coding__reader coding__hcpcs_reader;
extern const coding__reader coding__hcpcs_fields_reader;
extern const coding__reader coding__hcpcs_titles_reader;
extern const coding__reader coding__icd9_reader;
extern const coding__reader coding__index_reader;
extern const coding__reader coding__known_files_reader;
extern const coding__reader coding__mce_ages_reader;
extern const coding__reader coding__mce_discharges_reader;
extern const coding__reader coding__mce_reader;
extern const coding__reader coding__modifier_rules_reader;
extern const coding__reader coding__modifiers_reader;
extern const coding__reader coding__mue_reader;
extern const coding__reader coding__note_cues_reader;
extern const coding__reader coding__note_words_reader;
extern const coding__reader coding__note_links_reader;
extern const coding__reader coding__note_headings_reader;
extern const coding__reader coding__ncci_add_ons_reader;
extern const coding__reader coding__ncci_mue_reader;
extern const coding__reader coding__ncci_ptp_reader;
extern const coding__reader coding__operation_roots_reader;
extern const coding__reader coding__operation_words_reader;
extern const coding__reader coding__order_reader;
extern const coding__reader coding__pair_rules_reader;
extern const coding__reader coding__parameters_reader;
extern const coding__reader coding__place_rules_reader;
extern const coding__reader coding__poa_reader;
extern const coding__reader coding__policies_reader;
extern const coding__reader coding__pos_reader;
extern const coding__reader coding__ptp_reader;
extern const coding__reader coding__processing_notes_reader;
extern const coding__reader coding__reimbursement_reader;
extern const coding__reader coding__risk_reader;
extern const coding__reader coding__sources_reader;
extern const coding__reader coding__tabular_reader;
extern const coding__reader coding__tidy_codes_reader;
extern const coding__reader coding__tidy_editions_reader;
extern const coding__reader coding__tidy_maps_reader;
extern const coding__reader coding__tidy_successors_reader;
extern const coding__reader coding__tidy_systems_reader;
extern const coding__reader coding__tidy_words_reader;
extern const coding__reader coding__visits_reader;
extern const coding__reader coding__word_parts_reader;

#endif
