/* Records for each text of a column, as methods of the class: (check_many, search_many, search_rows_many,
 * review_many). */
#ifndef CODING_PYTHON_EACH_H
#define CODING_PYTHON_EACH_H

#include "asked.h"

enum { CODING__EACH_METHODS = 4 };

extern PyMethodDef coding__each_methods[CODING__EACH_METHODS];

#endif
