/* ICD-10-PCS: seven digits or letters, without a dot; I and O do not exist, lest they be taken for 1 and 0. The order
 * files also have rows of three characters, the titles of tables: known, and never codes to bill. */
#include "code/shape.h"

enum { TABLE = 3 };

#define C CODING__CLEAR
static const coding__shape whole = {.least = 7, .most = 7, .kinds = {C, C, C, C, C, C, C}};
static const coding__shape table = {.least = TABLE, .most = TABLE, .kinds = {C, C, C}};
#undef C

static bool parse(const char *text, size_t length, coding_parsed *parsed)
{
    return coding__shape_parse(length == TABLE ? &table : &whole, CODING_ICD10PCS, text, length, parsed);
}

const coding__format coding__icd10pcs = {
    .system = CODING_ICD10PCS, .name = "icd10pcs", .title = "ICD-10-PCS", .parse = parse};
