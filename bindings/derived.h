/* Fields that the library answers by a call: what shapes.txt names with `by`. `value` is the member it names, or the
 * record itself. */
#ifndef CODING_BINDINGS_DERIVED_H
#define CODING_BINDINGS_DERIVED_H

#include "shape.h"

typedef bool coding__made(const coding__ask *ask, const void *value, const coding__maker *maker);

coding__made coding__made_characters;         /* of an array of char */
coding__made coding__made_claim_finding_text; /* of a coding_claim_finding */
coding__made coding__made_code_system;        /* of a coding_code */
coding__made coding__made_entry_code;         /* these of a coding_entry */
coding__made coding__made_entry_parent;
coding__made coding__made_entry_rule;
coding__made coding__made_entry_system;
coding__made coding__made_entry_title;
coding__made coding__made_finding_text;       /* of a coding_finding */
coding__made coding__made_mask_characters;    /* of a uint64_t: bit n is the n-th of 0-9 A-Z */

#endif
