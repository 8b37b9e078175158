/* ICD-9-CM. Diagnoses are three digits and up to two behind a dot; V codes begin with V; E codes have one digit more
 * before their dot (E812.0). Procedures (volume 3) are two digits and up to two behind a dot. Leading zeros count. */
#include "code/shape.h"

#include "base/text.h"

#define D CODING__DIGIT
#define L CODING__LETTER
static const coding__shape diagnosis = {.least = 3, .most = 5, .dot = 3, .kinds = {D, D, D, D, D}, .elsewhere = "EV"};
static const coding__shape v_code = {.least = 3, .most = 5, .dot = 3, .kinds = {L, D, D, D, D}, .elsewhere = "E"};
static const coding__shape e_code = {.least = 4, .most = 5, .dot = 4, .kinds = {L, D, D, D, D}, .elsewhere = "V"};
static const coding__shape procedure = {.least = 2, .most = 4, .dot = 2, .kinds = {D, D, D, D}};
#undef D
#undef L

static const coding__shape *shape_of(char first)
{
    switch (coding__to_upper(first)) {
    case 'V': return &v_code;
    case 'E': return &e_code;
    default: return &diagnosis;
    }
}

static bool parse_diagnosis(const char *text, size_t length, coding_parsed *parsed)
{
    return coding__shape_parse(shape_of(length ? *text : '0'), CODING_ICD9CM, text, length, parsed);
}

static char *print_diagnosis(coding_code code, bool bare, char *text)
{
    return coding__print_characters(code, bare ? 0 : shape_of(coding_code_character(code, 0))->dot, text);
}

static bool parse_procedure(const char *text, size_t length, coding_parsed *parsed)
{
    return coding__shape_parse(&procedure, CODING_ICD9PCS, text, length, parsed);
}

static char *print_procedure(coding_code code, bool bare, char *text)
{
    return coding__print_characters(code, bare ? 0 : procedure.dot, text);
}

const coding__format coding__icd9cm = {.system = CODING_ICD9CM,
                                       .name = "icd9cm",
                                       .title = "ICD-9-CM",
                                       .parse = parse_diagnosis,
                                       .print = print_diagnosis,
                                       .dotted = true};

const coding__format coding__icd9pcs = {.system = CODING_ICD9PCS,
                                        .name = "icd9pcs",
                                        .title = "ICD-9-CM procedures",
                                        .parse = parse_procedure,
                                        .print = print_procedure,
                                        .dotted = true};
