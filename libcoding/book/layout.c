#include "book/layout.h"

const coding__section_form coding__section_forms[CODING__SECTION_TOTAL] = {
#define SECTION_FORM(id, name, width) {name, width},
    CODING__SECTIONS(SECTION_FORM)
#undef SECTION_FORM
};
