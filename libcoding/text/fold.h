/* Folding: what makes "Sjögren", "SJOGREN" and "sjogren" one word. Compatibility forms, case and accents are laid off;
 * nothing is kept between calls and no memory is taken. The only file that knows utf8proc. */
#ifndef CODING_TEXT_FOLD_H
#define CODING_TEXT_FOLD_H

#include <coding/base.h>

/* The longest folded form of one character, in bytes. */
enum { CODING__FOLD_ROOM = 96 };

/* One character in its folded form, UTF-8 in `out`; answers its length, 0 where nothing is left of it. */
size_t coding__fold_point(uint32_t point, char out[CODING__FOLD_ROOM]);

/* Is it a letter or a digit of any script, or a mark that belongs to one? */
bool coding__fold_is_word(uint32_t point);

#endif
