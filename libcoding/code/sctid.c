/* SNOMED CT identifiers: 6 to 18 digits. The last is Verhoeff's; the two before it are the partition: 00 concept,
 * 01 description, 02 relationship, and 10 to 12 the same with a namespace of seven digits before them, which then are
 * 11 digits or more. The number needs 60 bits: its top four go where other codes have their system's lowest. */
#include "code/check.h"
#include "code/digits.h"

enum { LEAST = 6, LEAST_LONG = 11, MOST = 18, PARTITION = 3 };

static const coding_code number_mask = ((coding_code)1 << 60) - 1;

static bool is_partition(const char *text, size_t length)
{
    const char *partition = text + length - PARTITION;
    if (partition[1] > '2') return false;
    return partition[0] == '0' || (partition[0] == '1' && length >= LEAST_LONG);
}

static bool parse(const char *text, size_t length, coding_parsed *parsed)
{
    if (!coding__are_so_many_digits(LEAST, MOST, text, length, parsed)) return false;
    if (text[0] == '0') return coding__damage(parsed, CODING_DAMAGE_NOT_HERE, 0, 1);
    if (!is_partition(text, length)) return coding__damage(parsed, CODING_DAMAGE_NOT_HERE, length - PARTITION, 2);
    char expected = coding__verhoeff(text, length - 1);
    if (text[length - 1] != expected) return coding__damage_check_digit(parsed, length, expected);
    parsed->code = coding__code_start(CODING_SCTID) | coding__number_in(text, length);
    return true;
}

static char *print(coding_code code, bool bare, char *text)
{
    (void)bare;
    return coding__print_number(code & number_mask, 1, text);
}

const coding__format coding__sctid = {.system = CODING_SCTID,
                                      .name = "sctid",
                                      .title = "SNOMED CT",
                                      .parse = parse,
                                      .print = print,
                                      .holds_number = true};
