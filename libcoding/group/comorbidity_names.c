#include <coding/comorbidity.h>

#include <string.h>

#include "base/text.h"

static const coding_comorbidity_scheme schemes[] = {CODING_ELIXHAUSER_AHRQ, CODING_CHARLSON_QUAN, CODING_CHARLSON_DEYO,
                                                    CODING_ELIXHAUSER_QUAN};

const char *coding_comorbidity_scheme_name(coding_comorbidity_scheme scheme)
{
    switch (scheme) {
    case CODING_ELIXHAUSER_AHRQ: return "elixhauser-ahrq";
    case CODING_CHARLSON_QUAN: return "charlson-quan";
    case CODING_CHARLSON_DEYO: return "charlson-deyo";
    case CODING_ELIXHAUSER_QUAN: return "elixhauser-quan";
    }
    return "unknown";
}

coding_comorbidity_scheme coding_comorbidity_scheme_parse(const char *text, size_t length)
{
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        const char *name = coding_comorbidity_scheme_name(schemes[i]);
        if (coding__text_equal(text, length, name, strlen(name))) return schemes[i];
    }
    return (coding_comorbidity_scheme)0;
}

const char *coding_comorbidity_score_name(coding_comorbidity_scheme scheme, size_t index)
{
    if (index > 1) return "";
    switch (scheme) {
    case CODING_ELIXHAUSER_AHRQ: return index ? "mortality" : "readmission";
    case CODING_CHARLSON_QUAN: return index ? "quan" : "charlson";
    case CODING_CHARLSON_DEYO: return index ? "" : "charlson";
    case CODING_ELIXHAUSER_QUAN: return index ? "" : "van-walraven";
    }
    return "";
}

const char *coding_comorbidity_state_name(coding_comorbidity_state state)
{
    switch (state) {
    case CODING_COMORBID_ABSENT: return "absent";
    case CODING_COMORBID_PRESENT: return "present";
    case CODING_COMORBID_UNKNOWN: return "unknown";
    case CODING_COMORBID_NOT_ON_ADMISSION: return "not-on-admission";
    case CODING_COMORBID_OUTRANKED: return "outranked";
    }
    return "unknown";
}

int32_t coding_charlson_age_points(uint32_t age)
{
    if (age < 50) return 0;
    return age >= 80 ? 4 : (int32_t)(age - 40) / 10;
}
