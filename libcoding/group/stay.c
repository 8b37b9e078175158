/* The codes of a stay: what the version knows of them, what the principal diagnosis excludes, clusters. */
#include "group/stay.h"

coding__bits coding__set(const coding_book *book, uint32_t set)
{
    coding__bits         bits = {{0}};
    const unsigned char *record = coding__record(book, CODING__DRG_SETS, set);
    for (size_t i = 0; record && i < 4; i++) bits.words[i] = coding__load64(record + 8 * i);
    return bits;
}

static void add_bits(coding__bits *to, const coding__bits *more)
{
    for (size_t i = 0; i < 4; i++) to->words[i] |= more->words[i];
}

/* The first record of a code, or UINT32_MAX. A damaged table may be full: the search ends after one round. */
static uint32_t number_of(const coding_book *book, coding_code code)
{
    uint32_t places = coding__count(book, CODING__DRG_PLACES), at = coding__drg_hash(code);
    if (!places || places & (places - 1)) return UINT32_MAX;
    for (uint32_t tries = 0; tries < places; tries++, at++) {
        uint32_t plus = coding__u32(book, CODING__DRG_PLACES, at & (places - 1), 0);
        if (!plus) return UINT32_MAX;
        if (coding__u64(book, CODING__DRG_CODES, plus - 1, CODING__DRG_CODE_CODE) == code) return plus - 1;
    }
    return UINT32_MAX;
}

const unsigned char *coding__drg_code(const coding_book *book, coding_code code, uint32_t version, uint32_t *number)
{
    *number = number_of(book, code);
    for (uint32_t i = *number; i < coding__count(book, CODING__DRG_CODES); i++) {
        const unsigned char *record = coding__record(book, CODING__DRG_CODES, i);
        if (coding__load64(record + CODING__DRG_CODE_CODE) != code) return NULL;
        if (record[CODING__DRG_CODE_FIRST] <= version && version <= record[CODING__DRG_CODE_UNTIL]) return record;
    }
    return NULL;
}

uint32_t coding__stay_version(const coding_book *book, const coding_stay *stay)
{
    for (uint32_t i = coding__count(book, CODING__DRG_VERSIONS); i-- > 0;) {
        uint32_t first = coding__u32(book, CODING__DRG_VERSIONS, i, CODING__DRG_VERSION_FIRST);
        uint32_t until = coding__u32(book, CODING__DRG_VERSIONS, i, CODING__DRG_VERSION_UNTIL);
        if (stay->version) {
            if (coding__u32(book, CODING__DRG_VERSIONS, i, CODING__DRG_VERSION_NUMBER) == stay->version) return i;
        } else if (first <= stay->discharged && stay->discharged <= until) {
            return i;
        }
    }
    return UINT32_MAX;
}

static coding__stay_code look_up(const coding__grouper *of, coding_code code, coding_system system)
{
    coding__stay_code found = {.number = UINT32_MAX};
    if (coding_code_system(code) != system) return found;
    found.record = coding__drg_code(of->book, code, of->version, &found.number);
    if (!found.record) return found;
    found.has = coding__set(of->book, coding__load16(found.record + CODING__DRG_CODE_SET));
    found.listed = found.severity = found.record[CODING__DRG_CODE_SEVERITY];
    return found;
}

/* Is the number of a code in the collection that the principal diagnosis excludes? */
static bool is_excluded(const coding__grouper *of, uint32_t number)
{
    const unsigned char *principal = of->diagnoses[0].record;
    uint32_t             collection = principal ? coding__load16(principal + CODING__DRG_CODE_EXCLUDES) : 0;
    uint32_t             first = coding__u32(of->book, CODING__DRG_COLLECTIONS, collection, CODING__DRG_LIST_FIRST);
    uint32_t             count = coding__u32(of->book, CODING__DRG_COLLECTIONS, collection, CODING__DRG_LIST_COUNT);
    if (!collection || !count || first > UINT32_MAX - count) return false;
    uint32_t at = coding__lower_bound(of->book, CODING__DRG_EXCLUDED, 0, number, first, first + count);
    return at < first + count && coding__u32(of->book, CODING__DRG_EXCLUDED, at, 0) == number
           && at < coding__count(of->book, CODING__DRG_EXCLUDED);
}

static void look_up_diagnoses(coding__grouper *of)
{
    uint32_t living = coding__role(of->book, CODING__DRG_ROLE_MCC_IF_ALIVE);
    for (size_t i = 0; i < of->diagnosis_count; i++) {
        coding__stay_code *one = of->diagnoses + i;
        *one = look_up(of, i + 1 == of->replace_diagnosis ? of->replacement : of->stay->diagnoses[i].code,
                       CODING_ICD10CM);
        if (!i || !one->record) continue;
        one->excluded = is_excluded(of, one->number);
        one->died = of->stay->discharge == 20 && coding__has(&one->has, living);
        if (one->excluded || one->died) one->severity = 0;
    }
}

static bool is_member(const coding__grouper *of, uint32_t list, uint32_t number)
{
    uint32_t first = coding__u32(of->book, CODING__DRG_LISTS, list, CODING__DRG_LIST_FIRST);
    uint32_t count = coding__u32(of->book, CODING__DRG_LISTS, list, CODING__DRG_LIST_COUNT);
    for (uint32_t i = 0; i < count && i < coding__count(of->book, CODING__DRG_MEMBERS); i++)
        if (coding__u32(of->book, CODING__DRG_MEMBERS, first + i, 0) == number) return true;
    return false;
}

/* A list is met where one of the procedures is in it. */
static bool is_met(const coding__grouper *of, uint32_t list)
{
    for (size_t i = 0; i < of->procedure_count; i++)
        if (coding__is_done(of, i) && is_member(of, list, of->procedures[i].number)) return true;
    return false;
}

static bool is_complete(const coding__grouper *of, uint32_t cluster)
{
    uint32_t first = coding__u32(of->book, CODING__DRG_CLUSTERS, cluster, CODING__DRG_CLUSTER_LIST);
    uint32_t lists = coding__u16(of->book, CODING__DRG_CLUSTERS, cluster, CODING__DRG_CLUSTER_LISTS);
    if (coding__u8(of->book, CODING__DRG_CLUSTERS, cluster, CODING__DRG_CLUSTER_FIRST) > of->version
        || coding__u8(of->book, CODING__DRG_CLUSTERS, cluster, CODING__DRG_CLUSTER_UNTIL) < of->version)
        return false;
    for (uint32_t i = 0; i < lists; i++)
        if (!is_met(of, first + i)) return false;
    return lists > 0;
}

static void add_cluster(coding__grouper *of, uint32_t cluster)
{
    const coding__stay_cluster *there = of->clusters.items;
    for (size_t i = 0; i < of->clusters.count; i++)
        if (there[i].record == cluster) return;
    coding__stay_cluster *added = coding__list_add(&of->desk->arena, &of->clusters, sizeof *added);
    if (!added) return;
    added->record = cluster;
    added->mute = coding__u32(of->book, CODING__DRG_CLUSTERS, cluster, CODING__DRG_CLUSTER_MUTE);
    added->has = coding__set(of->book, coding__u16(of->book, CODING__DRG_CLUSTERS, cluster, CODING__DRG_CLUSTER_SET));
}

/* Clusters are looked for where a code leads to them. The first record of a code has its leads. */
static void find_clusters(coding__grouper *of)
{
    of->clusters.count = 0;
    for (size_t i = 0; i < of->procedure_count; i++) {
        if (!coding__is_done(of, i)) continue;
        uint32_t number = of->procedures[i].number;
        uint32_t lead = coding__u32(of->book, CODING__DRG_CODES, number, CODING__DRG_CODE_LEAD);
        for (; lead && coding__u32(of->book, CODING__DRG_LEADS, lead - 1, CODING__DRG_LEAD_CODE) == number
               && lead <= coding__count(of->book, CODING__DRG_LEADS);
             lead++) {
            uint32_t cluster = coding__u32(of->book, CODING__DRG_LEADS, lead - 1, CODING__DRG_LEAD_CLUSTER);
            if (is_complete(of, cluster)) add_cluster(of, cluster);
        }
    }
}

/* What secondary diagnoses have together, and the highest severity among them. */
static void reckon_secondary(coding__grouper *of)
{
    of->secondary = (coding__bits){{0}};
    of->every = (coding__bits){{UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX}};
    of->severity = of->add;
    if (of->add) of->every = of->secondary; /* the added one has no attribute */
    for (size_t i = 1; i < of->diagnosis_count; i++) {
        if (!coding__takes_part(of, i)) continue;
        add_bits(&of->secondary, &of->diagnoses[i].has);
        for (size_t word = 0; word < 4; word++) of->every.words[word] &= of->diagnoses[i].has.words[word];
        if (of->diagnoses[i].severity > of->severity) of->severity = of->diagnoses[i].severity;
    }
}

void coding__grouper_reckon(coding__grouper *of)
{
    look_up_diagnoses(of);
    find_clusters(of);
    reckon_secondary(of);
}

bool coding__grouper_start(coding__grouper *of, coding_desk *desk, const coding_stay *stay)
{
    *of = (coding__grouper){.desk = desk, .book = desk->book, .stay = stay};
    of->version = coding__stay_version(of->book, stay);
    if (of->version == UINT32_MAX) return false;
    of->diagnosis_count = stay->diagnosis_count;
    of->procedure_count = stay->procedure_count;
    size_t codes = of->diagnosis_count + of->procedure_count + 1;
    of->diagnoses = coding__arena_take(&desk->arena, codes * sizeof *of->diagnoses);
    if (!of->diagnoses) return false;
    of->procedures = of->diagnoses + of->diagnosis_count + !of->diagnosis_count;
    for (size_t i = 0; i < of->procedure_count; i++)
        of->procedures[i] = look_up(of, stay->procedures[i], CODING_ICD10PCS);
    coding__grouper_reckon(of);
    return true;
}

bool coding__is_muted(const coding__grouper *of, uint32_t mdc, size_t procedure)
{
    const coding__stay_cluster *clusters = of->clusters.items;
    for (size_t i = 0; i < of->clusters.count; i++) {
        uint32_t first = coding__u32(of->book, CODING__DRG_CLUSTERS, clusters[i].record, CODING__DRG_CLUSTER_LIST);
        uint32_t lists = coding__u16(of->book, CODING__DRG_CLUSTERS, clusters[i].record, CODING__DRG_CLUSTER_LISTS);
        if (mdc >= 32 || !(clusters[i].mute >> mdc & 1)) continue;
        for (uint32_t list = first; list < first + lists; list++)
            if (is_member(of, list, of->procedures[procedure].number)) return true;
    }
    return false;
}

void coding__grouper_enter(coding__grouper *of, uint32_t mdc)
{
    const coding__stay_cluster *clusters = of->clusters.items;
    of->mdc = mdc;
    of->operated = (coding__bits){{0}};
    for (size_t i = 0; i < of->clusters.count; i++) add_bits(&of->operated, &clusters[i].has);
    for (size_t i = 0; i < of->procedure_count; i++)
        if (coding__is_done(of, i) && !(of->clusters.count && coding__is_muted(of, mdc, i)))
            add_bits(&of->operated, &of->procedures[i].has);
}
