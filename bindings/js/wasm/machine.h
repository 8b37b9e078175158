/* One instance of the module holds one book: its memory goes when the instance does. What JavaScript calls is
 * generated (generate.py): a function a method of Book, book_NAME, and one a function of the headers, coding_NAME.
 *
 * Texts lie where `input` says. A record comes back as a parcel (parcel.h), anything smaller as it is. */
#ifndef CODING_BINDINGS_JS_MACHINE_H
#define CODING_BINDINGS_JS_MACHINE_H

#include "parcel.h"

#define EXPORT(name) __attribute__((export_name(#name)))

extern coding__room *coding__machine_room;
extern coding_error  coding__machine_error; /* of the last call */

/* Begins a call: no failure yet, an empty parcel. */
void coding__machine_start(void);

/* The same, with a desk on the book. NULL with the failure. */
coding_desk *coding__machine_borrow(void);
void         coding__machine_give_back(coding_desk *desk);

/* Packs the answer of a call that asked for a text, unless the call has failed. */
bool coding__machine_pack(coding_desk *desk, const char *text, size_t length, const coding__shape *shape,
                          const void *answer);
bool coding__machine_pack_text(const char *answer);

#endif
