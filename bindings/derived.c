#include "derived.h"

#include <string.h>

#include "shapes.h"

static bool text_of(const char *text, const coding__maker *maker) { return maker->text(maker, text, strlen(text)); }

static bool code_of(coding_code code, const coding__maker *maker)
{
    char text[CODING_CODE_TEXT];
    return code ? text_of(coding_code_format(code, text), maker) : maker->none(maker);
}

static bool member_of(unsigned names, unsigned member, const coding__maker *maker)
{
    return maker->name(maker, coding__enumerations[names], member);
}

bool coding__made_code_system(const coding__ask *ask, const void *value, const coding__maker *maker)
{
    (void)ask;
    return member_of(CODING__NAMES_SYSTEM, (unsigned)coding_code_system(*(const coding_code *)value), maker);
}

bool coding__made_entry_code(const coding__ask *ask, const void *value, const coding__maker *maker)
{
    (void)ask;
    return code_of(coding_entry_code(*(const coding_entry *)value), maker);
}

bool coding__made_entry_parent(const coding__ask *ask, const void *value, const coding__maker *maker)
{
    (void)ask;
    return code_of(coding_entry_code(coding_entry_parent(*(const coding_entry *)value)), maker);
}

bool coding__made_entry_rule(const coding__ask *ask, const void *value, const coding__maker *maker)
{
    coding_code code = coding_entry_code(*(const coding_entry *)value);
    return member_of(CODING__NAMES_RULE, (unsigned)coding_verdict_of(ask->desk, code, ask->on), maker);
}

bool coding__made_entry_system(const coding__ask *ask, const void *value, const coding__maker *maker)
{
    coding_code code = coding_entry_code(*(const coding_entry *)value);
    return coding__made_code_system(ask, &code, maker);
}

bool coding__made_entry_title(const coding__ask *ask, const void *value, const coding__maker *maker)
{
    return text_of(coding_entry_title(ask->desk, *(const coding_entry *)value, ask->on), maker);
}

bool coding__made_finding_text(const coding__ask *ask, const void *value, const coding__maker *maker)
{
    return text_of(coding_explain(ask->desk, value), maker);
}

bool coding__made_claim_finding_text(const coding__ask *ask, const void *value, const coding__maker *maker)
{
    return text_of(coding_claim_explain(ask->desk, value), maker);
}

bool coding__made_characters(const coding__ask *ask, const void *value, const coding__maker *maker)
{
    (void)ask;
    return text_of(value, maker);
}

bool coding__made_mask_characters(const coding__ask *ask, const void *value, const coding__maker *maker)
{
    static const char all[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    char              text[sizeof all];
    size_t            length = 0;
    (void)ask;
    for (unsigned i = 0; i < sizeof all - 1; i++)
        if (*(const uint64_t *)value >> i & 1) text[length++] = all[i];
    return maker->text(maker, text, length);
}
