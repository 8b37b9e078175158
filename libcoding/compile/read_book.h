/* A book read back into a model, to be extended. */
#ifndef CODING_COMPILE_READ_BOOK_H
#define CODING_COMPILE_READ_BOOK_H

#include "compile/book_reading.h"

/* False, with the reason, where it is no book or a damaged one. */
bool coding__read_book(coding__model *model, const char *path, coding_error *error);

/* The same of a book that is open. Its checksums may agree and its facts be nonsense: what fits nothing is left out. */
void coding__take_book(coding__model *model, const coding_book *book);

/* Of that its tables of claims, its crosswalks, its schemes of comorbidity, its clinical categories, its tables of
 * risk adjustment, its MS-DRG grouper, and what notes are read by. */
void coding__take_claims(const coding__book_reading *from);
void coding__take_maps(const coding__book_reading *from);
void coding__take_comorbidity(const coding__book_reading *from);
void coding__take_ccsr(const coding__book_reading *from);
void coding__take_risk(const coding__book_reading *from);
void coding__take_drg(const coding__book_reading *from);
void coding__take_note_tables(const coding__book_reading *from);
void coding__take_operations(const coding__book_reading *from);

#endif
