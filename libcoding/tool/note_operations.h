/* Operations that a note speaks of, printed behind its diagnoses. */
#ifndef CODING_TOOL_NOTE_OPERATIONS_H
#define CODING_TOOL_NOTE_OPERATIONS_H

#include "tool/command.h"
#include "tool/json.h"

#include <coding/operate.h>

void coding__print_operations(session *asked, const char *text, const coding_operations *read);
void coding__print_operation_rows(session *asked, const char *text, const coding_operations *read);
void coding__print_operation_list(json *to, session *asked, const char *text, const coding_operations *read);

/* Is one of them to be coded? */
bool coding__has_operation(const coding_operations *read);

#endif
