/* Lists of the codes that are exempt from present-on-admission reporting, a fiscal year each:
 *
 *     Order26  POAexemptCode  Description
 *     01238    B90.0          Sequelae of central nervous system tuberculosis
 *
 * The lists of what was added, deleted and revised lie beside it: the list itself has it all. */
#include <stdlib.h>

#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/table.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "POAexemptCode"); }

static const char *needless(const coding__model *model, const coding__file *file)
{
    static const char *const changes[] = {"exemptadd", "exemptdelete", "exemptrevise"};
    (void)model;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        if (coding__cell_has(coding__cell_of(file->name), changes[i])) return "changes; the list itself is what counts";
    return NULL;
}

static void read_codes(coding__tsv *table, coding__vector *codes)
{
    while (coding__table_next(table)) {
        coding__cell text = coding__table_cell(table, "POAexemptCode");
        coding_code  code = coding__release_code(CODING_ICD10CM, text);
        if (code) *(coding_code *)coding__push(table->model, codes, sizeof code) = code;
        else coding__table_fault(table, "POAexemptCode", "\"%.*s\" is no code: left out", (int)text.length, text.text);
    }
}

static void read(coding__model *model, const coding__file *file)
{
    coding__release_kind kind = {.system = CODING_ICD10CM, .title = "ICD-10-CM POA exempt list"};
    coding__poa_list     list = {0};
    coding__days         days;
    coding__tsv          table;
    if (!coding__place_release(model, file, &kind, &days, &list.origin)) return;
    list.first = days.first;
    list.until = days.until;
    if (coding__table_start(&table, model, file)) read_codes(&table, &list.codes);
    coding__poa_list *kept = coding__push(model, &model->poa_lists, sizeof *kept);
    *kept = list;
    coding__let_go(model, kept, &list.codes);
}

const coding__reader coding__poa_reader = {
    .kind = "exempt list",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .needless = needless,
    .read = read,
};
