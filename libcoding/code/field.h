/* What a field holds where it is not one code: a date, a spreadsheet's number, several codes, a title. */
#ifndef CODING_CODE_FIELD_H
#define CODING_CODE_FIELD_H

#include "code/format.h"

/* Notes what the whole text is, if it is one of these; else `parsed` stays as it is. Spans are in characters. */
void coding__field_damage(const coding__format *format, const char *text, size_t length, coding_parsed *parsed);

#endif
