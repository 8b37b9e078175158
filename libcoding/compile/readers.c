#include "compile/read_book.h"
#include "compile/readers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/refuse.h"
#include "base/text.h"
#include "compile/processing_notes.h"
#include "compile/unpack.h"

enum { BEGINNING = 1 << 16 }; /* bytes by which a file is recognised */

static const coding__reader *const readers[] = {
    &coding__order_reader,
    &coding__addenda_reader,
    &coding__tabular_reader,
    &coding__index_reader,
    &coding__poa_reader,
    &coding__hcpcs_reader,
    &coding__hcpcs_titles_reader,
    &coding__hcpcs_fields_reader,
    &coding__processing_notes_reader,
    &coding__modifiers_reader,
    &coding__pos_reader,
    &coding__icd9_reader,
    &coding__gem_reader,
    &coding__reimbursement_reader,
    &coding__ahrq_reader,
    &coding__ccsr_reader,
    &coding__ncci_ptp_reader,
    &coding__ncci_mue_reader,
    &coding__ncci_add_ons_reader,
    &coding__ptp_reader,
    &coding__mue_reader,
    &coding__add_ons_reader,
    &coding__fees_reader,
    &coding__visits_reader,
    &coding__policies_reader,
    &coding__note_cues_reader,
    &coding__note_headings_reader,
    &coding__note_words_reader,
    &coding__note_links_reader,
    &coding__operation_roots_reader,
    &coding__operation_words_reader,
    &coding__modifier_rules_reader,
    &coding__place_rules_reader,
    &coding__pair_rules_reader,
    &coding__mce_reader,
    &coding__mce_ages_reader,
    &coding__mce_discharges_reader,
    &coding__risk_reader,
    &coding__drg_diagnoses_reader,
    &coding__drg_procedures_reader,
    &coding__drg_clusters_reader,
    &coding__drg_collections_reader,
    &coding__drg_versions_reader,
    &coding__drg_formulas_reader,
    &coding__drg_hacs_reader,
    &coding__drg_titles_reader,
    &coding__drg_weights_reader,
    &coding__cpt_reader,
    &coding__known_files_reader,
    &coding__sources_reader,
    &coding__corrections_reader,
    &coding__tidy_codes_reader,
    &coding__tidy_editions_reader,
    &coding__tidy_successors_reader,
    &coding__tidy_systems_reader,
    &coding__tidy_maps_reader,
    &coding__comorbidity_groups_reader,
    &coding__comorbidity_codes_reader,
    &coding__comorbidity_versions_reader,
    &coding__comorbidity_changes_reader,
    &coding__tidy_words_reader,
    &coding__parameters_reader,
    &coding__word_parts_reader,
    &coding__descriptions_reader, /* a code and words: nearly anything looks so */
};

const coding__reader *coding__reader_of(const coding__file *file)
{
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (readers[i]->recognises(file)) return readers[i];
    return NULL;
}

static void tell(const coding__model *model, const char *path, const char *as, const char *why)
{
    if (model->watch && model->watch->file) model->watch->file(model->watch->context, path, as, why);
}

/* "order file: ICD-10-CM FY2026", if reading it began an origin */
static void tell_taken(const coding__model *model, const coding__file *file, const char *kind, size_t origins)
{
    char        as[160];
    const char *release = "";
    if (model->origins.count > origins)
        release = coding__word_text(model, ((coding__origin *)model->origins.items)[origins].release);
    snprintf(as, sizeof as, *release && strcmp(release, file->name) ? "%s: %s" : "%s", kind, release);
    tell(model, file->path, as, NULL);
}

static void read_file(coding__model *model, const coding__reader *reader, const coding__file *file)
{
    size_t origins = model->origins.count;
    reader->read(model, file);
    tell_taken(model, file, reader->kind, origins);
}

bool coding__read_bytes(coding__model *model, const coding__file *file)
{
    const coding__reader *reader = coding__reader_of(file);
    if (!reader) return false;
    read_file(model, reader, file);
    coding__join_processing_notes(model);
    return !model->unreadable.status && !model->no_memory;
}

/* All paths are walked once to see what is there, and once a turn to read what has its turn. Each walk meets the same
 * files in the same order. */
typedef struct planned {
    const coding__reader *reader; /* NULL: left */
    uint64_t              path;   /* its hash, to notice when the files change under us */
} planned;

typedef struct walk {
    coding__model *model;
    coding__vector plan; /* planned */
    size_t         next; /* of the plan */
    coding__turn   turn;
    uint64_t       done;
    uint64_t       total;   /* files that have a reader */
    bool           changed; /* the files are not those of the plan */
} walk;

static uint64_t hash_of(const char *path)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (; *path; path++) hash = (hash ^ (unsigned char)*path) * 0x100000001b3u;
    return hash;
}

static bool is_book(const char *path)
{
    size_t length = strlen(path);
    return length > 5 && coding__text_equal(path + length - 5, 5, ".book", 5);
}

static size_t want_beginning(void *context, const char *path)
{
    walk    *walking = context;
    planned *file = coding__push(walking->model, &walking->plan, sizeof *file);
    file->path = hash_of(path);
    return BEGINNING;
}

static void recognise(void *context, const coding__file *file)
{
    walk *walking = context;
    if (walking->model->no_memory) return;
    planned *newest = (planned *)walking->plan.items + walking->plan.count - 1;
    newest->reader = coding__reader_of(file);
    if (newest->reader) walking->total++;
    else if (is_book(file->path)) tell(walking->model, file->path, NULL, "a book is named itself, to be extended");
    else tell(walking->model, file->path, NULL, "not a release we read");
}

static void tell_refused(void *context, const char *path, const char *why)
{
    tell(((walk *)context)->model, path, NULL, why);
}

static void pass_over(void *context, const char *path, const char *why) { (void)context, (void)path, (void)why; }

static size_t want_planned(void *context, const char *path)
{
    walk *walking = context;
    if (walking->next >= walking->plan.count) return walking->changed = true, 0;
    const planned *file = (planned *)walking->plan.items + walking->next++;
    if (file->path != hash_of(path)) return walking->changed = true, 0;
    return file->reader && file->reader->turn == walking->turn ? SIZE_MAX : 0;
}

static void read_planned(void *context, const coding__file *file)
{
    walk                 *walking = context;
    coding__model        *model = walking->model;
    const coding__reader *reader = ((planned *)walking->plan.items)[walking->next - 1].reader;
    const char           *why = reader->needless ? reader->needless(model, file) : NULL;
    if (why) tell(model, file->path, NULL, why);
    else read_file(model, reader, file);
    if (model->watch && model->watch->progress)
        model->watch->progress(model->watch->context, "reading releases", ++walking->done, walking->total);
}

static bool read_book(coding__model *model, const char *path, coding_error *error)
{
    if (!coding__read_book(model, path, error)) return false;
    tell(model, path, "book, to be extended", NULL);
    return true;
}

static bool walk_all(walk *walking, const coding__compile_options *options, const coding__unpacker *unpacker,
                     coding_error *error)
{
    walking->next = 0;
    for (size_t i = 0; i < options->count; i++) {
        walking->model->rank = (uint32_t)i;
        if (!is_book(options->paths[i]) && !coding__unpack(options->paths[i], unpacker, error)) return false;
        bool first = walking->turn == CODING__TURN_TABLES && unpacker->wants == want_planned;
        if (is_book(options->paths[i]) && first && !read_book(walking->model, options->paths[i], error)) return false;
    }
    return true;
}

/* What went wrong that the unpacker does not know of. */
static bool is_well(const walk *walking, coding_error *error)
{
    const coding__model *model = walking->model;
    if (model->no_memory) return coding__refuse(error, CODING_NO_MEMORY, "", "there is no memory to read the releases");
    if (walking->changed) return coding__refuse(error, CODING_NO_FILE, "", "the releases changed while they were read");
    if (!model->unreadable.status) return true;
    if (error) *error = model->unreadable;
    return false;
}

static bool read_turns(walk *walking, const coding__compile_options *options, coding_error *error)
{
    coding__unpacker unpacker = {
        .context = walking,
        .wants = want_beginning,
        .file = recognise,
        .refused = tell_refused,
    };
    if (!walk_all(walking, options, &unpacker, error)) return false;
    unpacker = (coding__unpacker){
        .context = walking,
        .wants = want_planned,
        .file = read_planned,
        .refused = pass_over,
    };
    for (int turn = CODING__TURN_TABLES; turn <= CODING__TURN_LATE; turn++) {
        walking->turn = (coding__turn)turn;
        if (!walk_all(walking, options, &unpacker, error) || !is_well(walking, error)) return false;
    }
    return true;
}

bool coding__read_releases(coding__model *model, const coding__compile_options *options, coding_error *error)
{
    walk walking = {.model = model};
    if (error) memset(error, 0, sizeof *error);
    bool good = read_turns(&walking, options, error);
    if (good) coding__join_processing_notes(model);
    good = good && is_well(&walking, error);
    free(walking.plan.items);
    return good;
}
