/* Texts of claims for fuzz targets. Each is read at once, its claims reviewed, and then in pieces, which must find the
 * same. No item points outside of the text, and each trouble has its sentence. */
#ifndef CODING_TESTS_FUZZ_READING_CLAIMS_H
#define CODING_TESTS_FUZZ_READING_CLAIMS_H

#include <string.h>

#include "claims_items.h"
#include "fuzz/little.h"

static inline void fuzz_check_item(const coding_claims_item *item, size_t length)
{
    FUZZ_ASSERT(item->offset <= length);
    FUZZ_ASSERT(item->claim || item->trouble);
    FUZZ_ASSERT(!item->trouble == !*item->reason);
    FUZZ_ASSERT(strlen(item->segment) < 64);
}

static inline void fuzz_review(coding_desk *desk, const coding_claim *claim)
{
    coding_review review = coding_claim_review(desk, claim, NULL);
    FUZZ_ASSERT(review.status == CODING_OK);
    for (size_t i = 0; i < review.count; i++) FUZZ_ASSERT(*coding_claim_explain(desk, &review.findings[i]));
}

static inline void fuzz_read_whole(coding_desk *desk, const char *text, size_t length)
{
    coding_claims *claims = coding_claims_new(desk);
    coding_claims_feed(claims, text, length);
    for (int ended = 0; ended < 2; ended++) {
        for (coding_claims_item item; coding_claims_next(claims, &item); coding_desk_clear(desk)) {
            fuzz_check_item(&item, length);
            if (item.claim) fuzz_review(desk, item.claim);
        }
        coding_claims_finish(claims);
    }
    coding_claims_free(claims);
}

/* The first byte says how large pieces are, and whether `head` stands before the others. */
static inline int fuzz_claims(const uint8_t *bytes, size_t length, const char *head)
{
    if (!length) return 0;
    coding_desk *desk = fuzz_little_desk();
    size_t       size = bytes[0] % 128 + 1u, headed = bytes[0] & 128 ? strlen(head) : 0;
    char        *text = malloc(headed + length);
    FUZZ_ASSERT(text);
    memcpy(text, head, headed);
    memcpy(text + headed, bytes + 1, length - 1);
    length += headed - 1;
    fuzz_read_whole(desk, text, length);
    claims_words whole = claims_items(desk, text, length, (claims_pieces){0, length + 1});
    claims_words pieces = claims_items(desk, text, length, (claims_pieces){size / 2, size});
    FUZZ_ASSERT(whole.length == pieces.length);
    FUZZ_ASSERT(!whole.length || !memcmp(whole.text, pieces.text, whole.length));
    free(whole.text), free(pieces.text), free(text);
    return 0;
}

#endif
