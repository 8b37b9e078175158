#include "group/risk_names.h"

#include <string.h>

#include "base/text.h"

const char *coding_risk_model_name(coding_risk_model model)
{
    switch (model) {
    case CODING_RISK_NONE: return "none";
    case CODING_RISK_V22: return "v22";
    case CODING_RISK_V24: return "v24";
    case CODING_RISK_V28: return "v28";
    case CODING_RISK_ESRD_V21: return "esrd-v21";
    case CODING_RISK_ESRD_V24: return "esrd-v24";
    case CODING_RISK_RXHCC_V08: return "rxhcc-v08";
    }
    return "unknown";
}

const char *coding_risk_model_title(coding_risk_model model)
{
    static const char *const titles[CODING__RISK_MODEL_TOTAL] = {"none",     "V22",      "V24",      "V28",
                                                                "ESRD-V21", "ESRD-V24", "RxHCC-V08"};
    return (unsigned)model < CODING__RISK_MODEL_TOTAL ? titles[model] : "unknown";
}

static bool is_name(const char *name, const char *text, size_t length)
{
    if (strlen(name) != length) return false;
    for (size_t i = 0; i < length; i++)
        if (coding__to_lower(name[i]) != coding__to_lower(text[i])) return false;
    return true;
}

coding_risk_model coding_risk_model_named(const char *name, size_t length)
{
    for (int i = CODING_RISK_V22; i < CODING__RISK_MODEL_TOTAL; i++)
        if (is_name(coding_risk_model_name((coding_risk_model)i), name, length)) return (coding_risk_model)i;
    return CODING_RISK_NONE;
}

const char *coding_risk_segment_name(coding_risk_segment segment)
{
    static const char *const names[CODING__SEGMENT_TOTAL] = {
        "none", "cna", "cnd", "cfa", "cfd", "cpa", "cpd", "ins", "ne", "snpne", "di", "dne", "gc", "gi", "gne", "gfa",
        "gfn", "gnpa", "gnpn", "transplant", "ce-nolow-aged", "ce-nolow-noaged", "ce-low-aged", "ce-low-noaged",
        "ce-lti", "ne-nolo", "ne-lo", "ne-lti",
    };
    return (unsigned)segment < CODING__SEGMENT_TOTAL ? names[segment] : "unknown";
}

const char *coding_risk_segment_title(coding_risk_segment segment)
{
    static const char *const titles[CODING__SEGMENT_TOTAL] = {
        "none", "CNA", "CND", "CFA", "CFD", "CPA", "CPD", "INS", "NE", "SNPNE", "DI", "DNE", "GC", "GI", "GNE", "GFA",
        "GFN", "GNPA", "GNPN", "TRANSPLANT", "Rx_CE_NoLowAged", "Rx_CE_NoLowNoAged", "Rx_CE_LowAged",
        "Rx_CE_LowNoAged", "Rx_CE_LTI", "Rx_NE_NoLo", "Rx_NE_Lo", "Rx_NE_LTI",
    };
    return (unsigned)segment < CODING__SEGMENT_TOTAL ? titles[segment] : "unknown";
}

coding_risk_segment coding__risk_segment_named(const char *name, size_t length)
{
    for (int i = CODING_SEGMENT_CNA; i < CODING__SEGMENT_TOTAL; i++)
        if (is_name(coding_risk_segment_title((coding_risk_segment)i), name, length)) return (coding_risk_segment)i;
    return CODING_SEGMENT_NONE;
}

unsigned coding__risk_slot(coding_risk_segment segment)
{
    if (segment >= CODING_SEGMENT_CE_NOLOW_AGED) return (unsigned)segment - CODING_SEGMENT_CE_NOLOW_AGED;
    if (segment == CODING_SEGMENT_TRANSPLANT || segment == CODING_SEGMENT_NONE) return CODING__RISK_SLOT_ALONE;
    return (unsigned)segment - (segment >= CODING_SEGMENT_DI ? CODING_SEGMENT_DI : CODING_SEGMENT_CNA);
}

bool coding__risk_segment_is_of(coding_risk_segment segment, coding_risk_model model)
{
    if (model == CODING_RISK_RXHCC_V08) return segment >= CODING_SEGMENT_CE_NOLOW_AGED;
    if (model == CODING_RISK_ESRD_V21 || model == CODING_RISK_ESRD_V24)
        return segment >= CODING_SEGMENT_DI && segment <= CODING_SEGMENT_TRANSPLANT;
    return segment >= CODING_SEGMENT_CNA && segment <= CODING_SEGMENT_SNPNE;
}

const char *coding_risk_use_name(coding_risk_use use)
{
    switch (use) {
    case CODING_USE_COUNTS: return "counts";
    case CODING_USE_NO_CATEGORY: return "no-category";
    case CODING_USE_EDITED: return "edited";
    case CODING_USE_OTHER_YEAR: return "other-year";
    case CODING_USE_ENCOUNTER: return "encounter";
    }
    return "unknown";
}
