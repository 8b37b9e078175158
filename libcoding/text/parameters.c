#include "text/parameters.h"

const coding__parameter_form coding__parameter_forms[CODING__PARAMETER_TOTAL] = {
#define CODING__PARAMETER_FORM(name, millionths) {#name, millionths},
    CODING__PARAMETERS(CODING__PARAMETER_FORM)
#undef CODING__PARAMETER_FORM
};

/* A number that is too large is damage. */
static float number_of(const coding_book *book, coding__parameter parameter)
{
    uint32_t number = coding__parameter_forms[parameter].millionths;
    if (parameter < coding__count(book, CODING__NUMBERS)) {
        uint32_t told = coding__u32(book, CODING__NUMBERS, parameter, 0);
        if (told <= CODING__PARAMETER_MOST) number = told;
    }
    return (float)((double)number / CODING__PARAMETER_UNIT);
}

void coding__parameters_read(const coding_book *book, coding__parameters *parameters)
{
#define CODING__PARAMETER_READ(name, millionths) parameters->name = number_of(book, CODING__PARAMETER_##name);
    CODING__PARAMETERS(CODING__PARAMETER_READ)
#undef CODING__PARAMETER_READ
}
