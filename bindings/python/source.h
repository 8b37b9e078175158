/* Whatever holds a column, taken column by column: Arrow's streams come in chunks. */
#ifndef CODING_PYTHON_SOURCE_H
#define CODING_PYTHON_SOURCE_H

#include "column.h"

/* False with an exception. It may let go of the GIL: what the column's items are is held for the call. */
typedef bool coding__visit(void *context, const coding__column *column);

bool coding__each_column(PyObject *texts, coding__visit *visit, void *context);

#endif
