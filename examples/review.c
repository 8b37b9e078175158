/* What will the payer say? Reviews a claim: every rule of the book is asked, each finding says what would cure it, and
 * the same claim with the cures in it is asked again.
 *
 *     cc -std=c11 review.c $(pkg-config --cflags --libs coding) -o review
 *     CODING_BOOK=little.book ./review
 *
 * review.sh asks the same of the tool.
 */
#include <stdio.h>
#include <string.h>

#include <coding.h>

/* The rules to ask, as the tool's --rules has them: these of codes, pairs, units and global days. */
static const coding_review_options asked = {
    .size = sizeof(coding_review_options),
    .rules = UINT64_C(1) << CODING_CLAIM_RULE_CODE | UINT64_C(1) << CODING_CLAIM_RULE_PTP
             | UINT64_C(1) << CODING_CLAIM_RULE_MUE | UINT64_C(1) << CODING_CLAIM_RULE_GLOBAL,
};

static void print(coding_desk *desk, const coding_claim *claim)
{
    coding_review review = coding_claim_review(desk, claim, &asked);
    for (size_t i = 0; i < review.count; i++) {
        const coding_claim_finding *finding = &review.findings[i];
        printf("%s, cure %s: %s\n", coding_severity_name(finding->severity), coding_claim_cure_name(finding->cure),
               coding_claim_explain(desk, finding));
    }
    printf("%zu findings, $%.2f at stake\n\n", review.count, (double)review.at_stake / 100);
}

/* As a billing program builds it, a line at a time. */
static coding_claim *injection(coding_desk *desk, double units, const char *modifiers_of_visit)
{
    coding_claim *claim = coding_claim_new(desk, &(coding_claim_options){
        .size = sizeof(coding_claim_options), .kind = CODING_CLAIM_PROFESSIONAL, .first = 20260115, .place = "11"});
    coding_claim_add_diagnosis(claim, "I10", 3, NULL);
    coding_claim_add_line(claim, "20610", 5, &(coding_line_options){
        .size = sizeof(coding_line_options), .units = units, .charge = 9000});
    coding_claim_add_line(claim, "99213", 5, &(coding_line_options){
        .size = sizeof(coding_line_options), .modifiers = modifiers_of_visit, .charge = 12000});
    return claim;
}

/* As people write it at a prompt. */
static void review_line(coding_desk *desk, const char *line)
{
    coding_error  error;
    coding_claim *claim = coding_claim_parse(desk, line, strlen(line), &error);
    printf("%s\n", line);
    if (claim) print(desk, claim);
    else printf("%s: %s\n", error.at, error.reason);
}

int main(void)
{
    coding_error error;
    coding_book *book = coding_book_open(NULL, &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    coding_desk *desk = coding_desk_new(book, NULL);
    if (!desk) return fprintf(stderr, "no memory\n"), 2;

    print(desk, injection(desk, 3, NULL)); /* too many units, and a visit that the injection covers */
    print(desk, injection(desk, 2, "25")); /* the visit was a separate one, and the record says so */
    coding_desk_clear(desk);

    review_line(desk, "professional 2026-01-15 | dx G35 | 45385 $900 | 45378 $400");
    review_line(desk, "professional 2026-01-32 | dx G35 | 45385");

    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}
