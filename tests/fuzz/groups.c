/* Crosswalks, AHRQ's programs of comorbidity and its categories: the first byte, from 1 on, says which file the others
 * are. */
#include "fuzz/reading.h"

#include "compile/comorbidity.h"

static const char *const names[] = {
    "2018_I9gem.txt",
    "2018_I10gem.txt",
    "gem_i9pcs_2018.txt",
    "CMR_Format_Program_v2025-1.sas",
    "CMR_Index_Program_v2025-1.sas",
    "CMR_Mapping_Program_v2025-1.sas",
    "2030/table.tsv",
    "reimb_map_dx_2018.txt",
    "DXCCSR_v2025-1.csv",
};

static void check_maps(const coding__model *model)
{
    const coding__map_row  *row = model->maps.rows.items;
    const coding__map_file *file = model->maps.files.items;
    for (size_t i = 0; i < model->maps.rows.count; i++) {
        FUZZ_ASSERT(row[i].file < model->maps.files.count && row[i].line && row[i].source);
        FUZZ_ASSERT(coding_code_system(row[i].source) == file[row[i].file].from);
        FUZZ_ASSERT(!row[i].target || coding_code_system(row[i].target) == file[row[i].file].to);
        FUZZ_ASSERT(row[i].target || row[i].flags & CODING__MAP_IS_NONE);
    }
}

static void check_comorbidity(const coding__model *model)
{
    const coding__cmr_group  *group = model->comorbidity.groups.items;
    const coding__cmr_code   *code = model->comorbidity.codes.items;
    const coding__cmr_exempt *exempt = model->comorbidity.exempt.items;
    for (size_t i = 0; i < model->comorbidity.groups.count; i++)
        FUZZ_ASSERT(group[i].set < model->comorbidity.sets.count);
    for (size_t i = 0; i < model->comorbidity.codes.count; i++)
        FUZZ_ASSERT(code[i].set < model->comorbidity.sets.count && code[i].code && code[i].line);
    for (size_t i = 0; i < model->comorbidity.exempt.count; i++) FUZZ_ASSERT(exempt[i].code && exempt[i].year >= 2016);
}

static void check_ccsr(const coding__model *model)
{
    const coding__ccsr_code     *code = model->ccsr.codes.items;
    const coding__ccsr_category *category = model->ccsr.categories.items;
    for (size_t i = 0; i < model->ccsr.codes.count; i++)
        FUZZ_ASSERT(code[i].set < model->ccsr.sets.count && code[i].code && code[i].line && code[i].categories[0]);
    for (size_t i = 0; i < model->ccsr.categories.count; i++)
        FUZZ_ASSERT(category[i].set < model->ccsr.sets.count && category[i].name);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (!length) return 0;
    const char    *name = names[(unsigned char)(bytes[0] - '1') % (sizeof names / sizeof *names)];
    unsigned char *copy = fuzz_copy(bytes + 1, length - 1);
    const char    *slash = strrchr(name, '/');
    coding__file   file = {name, slash ? slash + 1 : name, copy, length - 1, ""};
    coding__model  model;
    coding__model_start(&model, NULL);
    coding__read_bytes(&model, &file);
    fuzz_check_model(&model);
    check_maps(&model);
    check_comorbidity(&model);
    check_ccsr(&model);
    coding__model_end(&model);
    free(copy);
    return 0;
}
