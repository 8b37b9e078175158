/* The whole book, which script/setup makes, and rows of vectors that are asked of it. */
#ifndef CODING_TESTS_WHOLE_H
#define CODING_TESTS_WHOLE_H

#include <coding.h>

#include "rows.h"

/* That of $CODING_BOOK, else the one in build/release; NULL where there is none. */
coding_book *whole_book(void);

/* Of a group of tests whose state it is. */
int whole_open(void **state);
int whole_close(void **state);

/* Asks each row of a file of vectors, of which there are at least that many; `ask` answers how many are wrong, and none
 * may be. Skips the test where there is no book, or it has not what rows ask for (`has`, NULL: any book has). */
void whole_rows(const char *path, unsigned least, bool (*has)(coding_desk *desk),
                unsigned (*ask)(coding_desk *desk, char *cells[ROW_CELLS]));

#endif
