/* Processing notes of HCPCS come as numbers beside codes and as texts in a file of their own. */
#ifndef CODING_COMPILE_PROCESSING_NOTES_H
#define CODING_COMPILE_PROCESSING_NOTES_H

#include "compile/model.h"

/* Makes code notes of the numbered ones: each code with the newest text of its number that is not newer than the code's
 * own file. A number without a text makes none. */
void coding__join_processing_notes(coding__model *model);

#endif
