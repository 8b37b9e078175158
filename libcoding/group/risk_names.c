#include "group/risk_names.h"

#include <stdio.h>
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
    case CODING_RISK_HHS_V07: return "hhs-v07";
    case CODING_RISK_HHS_V08: return "hhs-v08";
    }
    return "unknown";
}

const char *coding_risk_model_title(coding_risk_model model)
{
    static const char *const titles[CODING__RISK_MODEL_TOTAL] = {
        "none", "V22", "V24", "V28", "ESRD-V21", "ESRD-V24", "RxHCC-V08", "HHS-V07", "HHS-V08"};
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
        "ce-lti", "ne-nolo", "ne-lo", "ne-lti", "adult-platinum", "adult-gold", "adult-silver", "adult-bronze",
        "adult-catastrophic", "child-platinum", "child-gold", "child-silver", "child-bronze", "child-catastrophic",
        "infant-platinum", "infant-gold", "infant-silver", "infant-bronze", "infant-catastrophic",
    };
    return (unsigned)segment < CODING__SEGMENT_TOTAL ? names[segment] : "unknown";
}

const char *coding_risk_segment_title(coding_risk_segment segment)
{
    static const char *const titles[CODING__SEGMENT_TOTAL] = {
        "none", "CNA", "CND", "CFA", "CFD", "CPA", "CPD", "INS", "NE", "SNPNE", "DI", "DNE", "GC", "GI", "GNE", "GFA",
        "GFN", "GNPA", "GNPN", "TRANSPLANT", "Rx_CE_NoLowAged", "Rx_CE_NoLowNoAged", "Rx_CE_LowAged",
        "Rx_CE_LowNoAged", "Rx_CE_LTI", "Rx_NE_NoLo", "Rx_NE_Lo", "Rx_NE_LTI", "Adult_Platinum", "Adult_Gold",
        "Adult_Silver", "Adult_Bronze", "Adult_Catastrophic", "Child_Platinum", "Child_Gold", "Child_Silver",
        "Child_Bronze", "Child_Catastrophic", "Infant_Platinum", "Infant_Gold", "Infant_Silver", "Infant_Bronze",
        "Infant_Catastrophic",
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
    if (segment >= CODING_SEGMENT_ADULT_PLATINUM) return (unsigned)segment - CODING_SEGMENT_ADULT_PLATINUM;
    if (segment >= CODING_SEGMENT_CE_NOLOW_AGED) return (unsigned)segment - CODING_SEGMENT_CE_NOLOW_AGED;
    if (segment == CODING_SEGMENT_TRANSPLANT || segment == CODING_SEGMENT_NONE) return CODING__RISK_SLOT_ALONE;
    return (unsigned)segment - (segment >= CODING_SEGMENT_DI ? CODING_SEGMENT_DI : CODING_SEGMENT_CNA);
}

bool coding__risk_segment_is_of(coding_risk_segment segment, coding_risk_model model)
{
    if (coding__risk_is_exchange(model)) return segment >= CODING_SEGMENT_ADULT_PLATINUM;
    if (model == CODING_RISK_RXHCC_V08)
        return segment >= CODING_SEGMENT_CE_NOLOW_AGED && segment <= CODING_SEGMENT_NE_LTI;
    if (model == CODING_RISK_ESRD_V21 || model == CODING_RISK_ESRD_V24)
        return segment >= CODING_SEGMENT_DI && segment <= CODING_SEGMENT_TRANSPLANT;
    return segment >= CODING_SEGMENT_CNA && segment <= CODING_SEGMENT_SNPNE;
}

enum { PART = 1000, DRUGS = 9000, PREVENTION = 9100 };

static unsigned digits_of(const char *text, size_t length, size_t *at)
{
    unsigned number = 0;
    for (; *at < length && coding__is_digit(text[*at]) && number < PART; ++*at)
        number = number * 10 + (unsigned)(text[*at] - '0');
    return number;
}

unsigned coding__risk_category_number(const char *text, size_t length)
{
    size_t   at = 0;
    bool     drug = length > 4 && !memcmp(text, "RXC_", 4);
    unsigned number, part = 0;
    if (is_name("ACF_PrEP", text, length)) return PREVENTION + 1;
    if (is_name("ACF_PrEP_Child", text, length)) return PREVENTION + 2;
    if (drug) at = 4;
    number = digits_of(text, length, &at);
    if (!drug && at < length && text[at] == '_') at++, part = digits_of(text, length, &at);
    if (at < length || !number || number >= PART || part >= DRUGS / PART || (drug && number >= PREVENTION - DRUGS))
        return 0;
    return drug ? DRUGS + number : part * PART + number;
}

const char *coding__risk_category_name(coding_risk_model model, unsigned number, char name[CODING__RISK_NAME])
{
    const char *prevention = number == PREVENTION + 1 ? "ACF_PrEP" : "ACF_PrEP_Child";
    if (!coding__risk_is_exchange(model))
        snprintf(name, CODING__RISK_NAME, model == CODING_RISK_RXHCC_V08 ? "RXHCC%u" : "HCC%u", number);
    else if (number > PREVENTION) snprintf(name, CODING__RISK_NAME, "%s", prevention);
    else if (number > DRUGS) snprintf(name, CODING__RISK_NAME, "RXC_%02u", number - DRUGS);
    else if (number > PART) snprintf(name, CODING__RISK_NAME, "HHS_HCC%03u_%u", number % PART, number / PART);
    else snprintf(name, CODING__RISK_NAME, "HHS_HCC%03u", number);
    return name;
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
