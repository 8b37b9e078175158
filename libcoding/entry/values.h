/* Labels of ICD-10-PCS values. */
#ifndef CODING_ENTRY_VALUES_H
#define CODING_ENTRY_VALUES_H

#include <coding/entry.h>

/* What the titles call a character behind a beginning of a code; NULL where none does. Text of the book. */
const char *coding__label_of(const coding_book *book, coding_code prefix, char character);

/* The same with what titles leave unsaid ("No Device"), else "value 4 of approach"; "" past the last axis. Text of the
 * book or on the desk. */
const char *coding__value_label(coding_desk *desk, coding_code prefix, char character);

#endif
