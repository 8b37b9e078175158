/* What is settled by default, where the words leave it open. */
#ifndef CODING_NOTE_SETTLE_H
#define CODING_NOTE_SETTLE_H

#include "note/mention.h"

/* Does a word by itself stand for a code, by table note.words? Through `row` the code, and through `doubtful` whether
 * it may be another one. */
bool coding__stands_for(const coding__note_reader *reader, coding__stretch piece, uint32_t *row, bool *doubtful);

/* The row to code for a piece that was met as another: diabetes is of type 2 where no type is said (I.C.4.a.2). */
uint32_t coding__settled(const coding__note_reader *reader, coding__stretch piece, uint32_t row);

#endif
