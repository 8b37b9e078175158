/* Which encounters count (CMS, encounter data filtering logic):
 *
 *     professional     at least one line with an eligible CPT or HCPCS code of the payment year
 *     institutional    type of bill 11X and 41X as they are; 12X 13X 43X 71X 73X 76X 77X 85X 87X with such a line
 *     never            any other type of bill, voided claims (frequency 8), services without sight; from payment year
 *                      2027 on chart reviews that name no encounter */
#include "group/risk.h"

#include <string.h>

enum { UNLINKED_UNTIL = 2026 };

static bool is_eligible(const coding_book *book, coding_code service, uint32_t year)
{
    uint32_t low = 0, high = coding__count(book, CODING__RISK_SERVICES);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (coding__u64(book, CODING__RISK_SERVICES, middle, CODING__RISK_SERVICE_CODE) < service) low = middle + 1;
        else high = middle;
    }
    for (; coding__u64(book, CODING__RISK_SERVICES, low, CODING__RISK_SERVICE_CODE) == service; low++) {
        if (low >= coding__count(book, CODING__RISK_SERVICES)) break;
        if (coding__u16(book, CODING__RISK_SERVICES, low, CODING__RISK_SERVICE_FIRST) <= year
            && coding__u16(book, CODING__RISK_SERVICES, low, CODING__RISK_SERVICE_LAST) >= year)
            return true;
    }
    return false;
}

static bool has_eligible(const coding_book *book, const coding_encounter *encounter, uint32_t year)
{
    for (size_t i = 0; i < encounter->service_count; i++)
        if (is_eligible(book, encounter->services[i], year)) return true;
    return false;
}

static bool is_kind(const char *bill, const char *kinds)
{
    for (; *kinds; kinds += 2)
        if (!memcmp(bill, kinds, 2)) return true;
    return false;
}

bool coding__risk_encounter_counts(const coding_book *book, const coding_encounter *encounter, uint32_t year)
{
    const char *bill = encounter->bill;
    if (encounter->audio_only || (encounter->unlinked && year > UNLINKED_UNTIL)) return false;
    if (!bill || !*bill) return has_eligible(book, encounter, year);
    if (strlen(bill) == 4 && *bill == '0') bill++;
    if (strlen(bill) < 2 || (strlen(bill) > 2 && bill[2] == '8')) return false;
    if (is_kind(bill, "1141")) return true;
    return is_kind(bill, "121343717376778587") && has_eligible(book, encounter, year);
}

bool coding__risk_has_services(const coding_book *book, uint32_t year)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__RISK_SERVICES); i++) {
        if (coding__u16(book, CODING__RISK_SERVICES, i, CODING__RISK_SERVICE_FIRST) <= year
            && coding__u16(book, CODING__RISK_SERVICES, i, CODING__RISK_SERVICE_LAST) >= year)
            return true;
    }
    return false;
}
