/* A book read back into a model, to be extended. */
#ifndef CODING_COMPILE_READ_BOOK_H
#define CODING_COMPILE_READ_BOOK_H

#include "compile/model.h"

/* False, with the reason, where it is no book or a damaged one. */
bool coding__read_book(coding__model *model, const char *path, coding_error *error);

/* The same of a book that is open. Its checksums may agree and its facts be nonsense: what fits nothing is left out. */
void coding__take_book(coding__model *model, const coding_book *book);

/* Of that its tables of claims; `origins` is the model's number of the book's origin 0. */
void coding__take_claims(coding__model *model, const coding_book *book, uint32_t origins);

/* Of that its crosswalks, and its schemes of comorbidity. */
void coding__take_maps(coding__model *model, const coding_book *book, uint32_t origins);
void coding__take_comorbidity(coding__model *model, const coding_book *book, uint32_t origins);
/* Of that its tables of risk adjustment. */
void coding__take_risk(coding__model *model, const coding_book *book, uint32_t origins);

/* Of that what notes are read by. */
void coding__take_note_tables(coding__model *model, const coding_book *book, uint32_t origins);

/* Of that its MS-DRG grouper. */
void coding__take_drg(coding__model *model, const coding_book *book, uint32_t origins);

#endif
