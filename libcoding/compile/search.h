/* The search index: made last, from the book as it reads without one and the synonyms of the model. */
#ifndef CODING_COMPILE_SEARCH_H
#define CODING_COMPILE_SEARCH_H

#include "book/book.h"
#include "compile/model.h"
#include "compile/writer.h"

/* Hands the sections search.* to the writer. False where there is no memory. */
bool coding__index_search(const coding_book *book, coding__model *model, coding__writer *writer);

#endif
