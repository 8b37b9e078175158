/* Clusters of procedures: their members, and for each code the clusters that are looked for where it is met. A cluster
 * is looked for by one of its lists only, that whose codes are in the fewest clusters. */
#include <stdlib.h>
#include <string.h>

#include "compile/drg.h"
#include "compile/printed.h"

typedef struct lead {
    uint32_t code; /* its number */
    uint32_t cluster;
} lead;

typedef struct clusters {
    coding__drg_weave *drg;
    uint32_t          *uses;  /* by number of a code: how many lists it is in */
    coding__vector     leads; /* lead */
} clusters;

static uint32_t number_of(const clusters *of, coding__cell text)
{
    coding_code code = coding__release_code(CODING_ICD10PCS, text);
    return code ? coding__map_get(&of->drg->codes, code) : UINT32_MAX;
}

static void count_uses(clusters *of, const coding__drg_cluster *from)
{
    const char  *text = coding__word_text(of->drg->weave->model, from->members);
    coding__cell rest = {text, strlen(text)}, list, member;
    while (coding__drg_piece(&rest, ' ', &list)) {
        while (coding__drg_piece(&list, '|', &member)) {
            uint32_t number = number_of(of, member);
            if (number != UINT32_MAX) of->uses[number]++;
        }
    }
}

/* Writes the members of a list; answers in how many lists the most used of them is. */
static uint32_t write_list(clusters *of, coding__cell list)
{
    coding__writer *writer = &of->drg->weave->writer;
    uint32_t        first = coding__writer_count(writer, CODING__DRG_MEMBERS), most = 0;
    coding__cell    member;
    while (coding__drg_piece(&list, '|', &member)) {
        uint32_t number = number_of(of, member);
        if (number == UINT32_MAX) continue;
        coding__store32(coding__writer_add(writer, CODING__DRG_MEMBERS), number);
        if (of->uses[number] > most) most = of->uses[number];
    }
    unsigned char *at = coding__writer_add(writer, CODING__DRG_LISTS);
    coding__store32(at + CODING__DRG_LIST_FIRST, first);
    coding__store32(at + CODING__DRG_LIST_COUNT, coding__writer_count(writer, CODING__DRG_MEMBERS) - first);
    return most;
}

/* Answers the number of the list by which the cluster is looked for. */
static uint32_t write_lists(clusters *of, const coding__drg_cluster *from)
{
    const char  *text = coding__word_text(of->drg->weave->model, from->members);
    coding__cell rest = {text, strlen(text)}, list;
    uint32_t     best = 0, least = UINT32_MAX;
    while (coding__drg_piece(&rest, ' ', &list)) {
        uint32_t number = coding__writer_count(&of->drg->weave->writer, CODING__DRG_LISTS);
        uint32_t most = write_list(of, list);
        if (most < least) least = most, best = number;
    }
    return best;
}

static uint32_t field_of(const coding__writer *writer, coding__section section, uint32_t record, unsigned field)
{
    const unsigned char *bytes = writer->sections[section].items;
    return coding__load32(bytes + (size_t)record * coding__section_forms[section].width + field);
}

static void note_leads(clusters *of, uint32_t list, uint32_t cluster)
{
    const coding__writer *writer = &of->drg->weave->writer;
    uint32_t              first = field_of(writer, CODING__DRG_LISTS, list, CODING__DRG_LIST_FIRST);
    uint32_t              count = field_of(writer, CODING__DRG_LISTS, list, CODING__DRG_LIST_COUNT);
    for (uint32_t i = first; i < first + count; i++) {
        lead one = {field_of(writer, CODING__DRG_MEMBERS, i, 0), cluster};
        *(lead *)coding__push(of->drg->weave->model, &of->leads, sizeof one) = one;
    }
}

static void write_cluster(clusters *of, const coding__drg_cluster *from)
{
    coding__writer *writer = &of->drg->weave->writer;
    uint8_t         first, until;
    if (!coding__drg_span(of->drg, from->from, from->to, &first, &until)) return;
    uint32_t lists = coding__writer_count(writer, CODING__DRG_LISTS);
    uint32_t best = write_lists(of, from), set = coding__drg_set(of->drg, from->attributes, true);
    uint32_t count = coding__writer_count(writer, CODING__DRG_LISTS) - lists;
    if (!count || of->drg->weave->model->no_memory) return;
    note_leads(of, best, coding__writer_count(writer, CODING__DRG_CLUSTERS));
    unsigned char *at = coding__writer_add(writer, CODING__DRG_CLUSTERS);
    coding__store32(at + CODING__DRG_CLUSTER_NAME, coding__writer_text(writer, from->name));
    coding__store32(at + CODING__DRG_CLUSTER_MUTE, from->mute);
    coding__store32(at + CODING__DRG_CLUSTER_LIST, lists);
    coding__store16(at + CODING__DRG_CLUSTER_LISTS, count);
    coding__store16(at + CODING__DRG_CLUSTER_SET, set);
    at[CODING__DRG_CLUSTER_FIRST] = first;
    at[CODING__DRG_CLUSTER_UNTIL] = until;
    coding__store32(at + CODING__DRG_CLUSTER_LINE, from->line);
}

static int by_code_and_cluster(const void *a, const void *b)
{
    const lead *x = a, *y = b;
    if (x->code != y->code) return x->code < y->code ? -1 : 1;
    return x->cluster < y->cluster ? -1 : x->cluster > y->cluster;
}

static void write_leads(clusters *of)
{
    coding__writer *writer = &of->drg->weave->writer;
    const lead     *leads = of->leads.items;
    if (of->leads.count) qsort(of->leads.items, of->leads.count, sizeof *leads, by_code_and_cluster);
    for (uint32_t i = 0; i < of->leads.count && !of->drg->weave->model->no_memory; i++) {
        unsigned char *at = coding__writer_add(writer, CODING__DRG_LEADS);
        coding__store32(at + CODING__DRG_LEAD_CODE, leads[i].code);
        coding__store32(at + CODING__DRG_LEAD_CLUSTER, leads[i].cluster);
        if (i && leads[i - 1].code == leads[i].code) continue;
        unsigned char *code = (unsigned char *)writer->sections[CODING__DRG_CODES].items
                              + (size_t)leads[i].code * coding__section_forms[CODING__DRG_CODES].width;
        coding__store32(code + CODING__DRG_CODE_LEAD, i + 1);
    }
}

void coding__write_drg_clusters(coding__drg_weave *drg)
{
    const coding__vector *read = &drg->weave->model->drg.clusters;
    uint32_t              codes = coding__writer_count(&drg->weave->writer, CODING__DRG_CODES);
    clusters              of = {.drg = drg, .uses = calloc(codes + 1, sizeof(uint32_t))};
    if (!of.uses) drg->weave->model->no_memory = true;
    for (size_t i = 0; of.uses && i < read->count; i++)
        count_uses(&of, (const coding__drg_cluster *)read->items + i);
    for (size_t i = 0; i < read->count && !drg->weave->model->no_memory; i++)
        write_cluster(&of, (const coding__drg_cluster *)read->items + i);
    if (!drg->weave->model->no_memory) write_leads(&of);
    free(of.uses);
    free(of.leads.items);
}
