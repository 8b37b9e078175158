#!/bin/sh
# The claims of review.c at a prompt: the same findings, as rows.
#
#     CODING_BOOK=little.book ./review.sh
rules=code,ncci-ptp,mue,global
for claim in \
    'professional 2026-01-15 pos=11 | dx I10 | 20610 x3 $90 | 99213 $120' \
    'professional 2026-01-15 pos=11 | dx I10 | 20610 x2 $90 | 99213-25 $120' \
    'professional 2026-01-15 | dx G35 | 45385 $900 | 45378 $400'; do
    coding review --rules $rules --tsv "$claim" | awk -F '\t' '{ print $5 ", cure " $6 ": " $12 }'
done
