/**
 * @file
 * # libcoding
 *
 * US medical codes in process, offline, from one file: parse a code, check it on its day of service with a reason,
 * read its notes, find it from words. The tour in one program:
 *
 *     coding_book   *book    = coding_book_open(NULL, NULL);
 *     coding_desk   *desk    = coding_desk_new(book, NULL);
 *     coding_verdict verdict = coding_check_text(desk, CODING_ANY, "G35", 3, 20251001);
 *     if (verdict.rule != CODING_RULE_STANDS) puts(coding_explain(desk, &verdict.findings[0]));
 *     coding_desk_free(desk);
 *     coding_book_close(book);
 *
 * The chapters, in reading order: base.h (days, spans, failures), code.h (what a code is), book.h and desk.h (where
 * facts and answers lie), entry.h (what the book says of a code), check.h (may it stand?), search.h (find it),
 * term.h (take a medical word apart), claim.h (review a claim), visit.h (the level of a visit), risk.h (risk
 * adjustment), exchange.h (claims from files), audit.h (sampling), map.h (from one code set or year to another),
 * ccsr.h (clinical categories), comorbidity.h (what else a patient has), group.h (hospital stays to MS-DRGs), scan.h
 * (phrases of the book in a text), annotate.h (from notes to codes), operate.h (from operative reports to procedures).
 *
 * Five rules hold everywhere. A wrong code is an answer, not an error. Every answer says who says so. A check that
 * could not be made is not a pass. You free books and desks; everything else is lent. `on` is the day of service.
 */
#ifndef CODING_H
#define CODING_H

#include <coding/base.h>
#include <coding/code.h>
#include <coding/book.h>
#include <coding/desk.h>
#include <coding/entry.h>
#include <coding/check.h>
#include <coding/search.h>
#include <coding/term.h>
#include <coding/claim.h>
#include <coding/visit.h>
#include <coding/risk.h>
#include <coding/exchange.h>
#include <coding/audit.h>
#include <coding/map.h>
#include <coding/ccsr.h>
#include <coding/comorbidity.h>
#include <coding/group.h>
#include <coding/scan.h>
#include <coding/annotate.h>
#include <coding/operate.h>

#endif
