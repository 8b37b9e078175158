/* From the words of an operation to its seven characters. Each step takes what the table still has; words that it has
 * not are passed over. */
#ifndef CODING_OPERATION_SETTLE_H
#define CODING_OPERATION_SETTLE_H

#include "operation/part.h"

typedef struct coding__evidence {
    coding_ground ground;
    coding_span   span;
    const char   *guideline;
} coding__evidence;

typedef struct coding__settling {
    const coding__report    *report;
    const coding__procedure *procedure;
    coding__choice           wanted;
    coding__choice           seen;
    uint32_t                 codes;
    coding__evidence         axes[CODING__PCS_AXES];
} coding__settling;

/* All axes, on the sides given (0: unknown). */
void coding__settle(const coding__report *report, const coding__procedure *procedure, uint32_t sides,
                    coding__settling *made);

/* Takes only these symbols of an axis, where a code remains; false where none does. */
bool coding__narrow(coding__settling *settling, unsigned axis, uint64_t symbols, coding__evidence evidence);

/* What a record says: its guideline goes with it. */
coding__evidence coding__evidence_of(const coding__settling *settling, coding_ground ground, coding_span span,
                                     uint32_t record);

/* Which codes and symbols are left. */
void coding__look(coding__settling *settling);

/* Takes the device or qualifier that a record says; false where it says none, or none that is left. */
bool coding__take_label(coding__settling *settling, unsigned axis, uint32_t record, coding_ground ground,
                        coding_span span);

/* The layer tells the system where the part does not; of several the deepest (B3.5; layer.c). */
void coding__settle_layer(coding__settling *settling);

/* What holds a fusion, and the column that the name says (B3.10c; graft.c). */
void coding__settle_graft(coding__settling *settling);

/* Symbols of an axis, among those that codes still have, by their label (label.c): the same words, else all of them. */
uint64_t coding__labelled(const coding__settling *settling, unsigned axis, const char *text);

/* The one among them whose label the words around the operation have; 0 where none, or several, is. */
uint64_t coding__label_nearby(const coding__settling *settling, unsigned axis);

/* The label of a symbol of an axis; "" where no code has it. On the desk or text of the book. */
const char *coding__label_at(const coding__settling *settling, unsigned axis, unsigned symbol);

#endif
