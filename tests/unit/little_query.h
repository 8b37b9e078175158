/* A little book whose codes leave something open: a stage, a type, a side, a cause, an encounter. */
#ifndef TESTS_LITTLE_QUERY_H
#define TESTS_LITTLE_QUERY_H

#include "unit/little_note.h"

static const char query_codes[] =
    "icd10cm  E10      header    20151001  -  Type 1 diabetes mellitus\n"
    "icd10cm  E10.9    billable  20151001  -  Type 1 diabetes mellitus without complications\n"
    "icd10cm  I50      header    20151001  -  Heart failure\n"
    "icd10cm  I50.1    billable  20151001  -  Left ventricular failure, unspecified\n"
    "icd10cm  I50.2    header    20151001  -  Systolic heart failure\n"
    "icd10cm  I50.21   billable  20151001  -  Acute systolic heart failure\n"
    "icd10cm  I50.22   billable  20151001  -  Chronic systolic heart failure\n"
    "icd10cm  I50.3    billable  20151001  -  Diastolic heart failure\n"
    "icd10cm  I50.81   billable  20151001  -  Right heart failure\n"
    "icd10cm  I50.9    billable  20151001  -  Heart failure, unspecified\n"
    "icd10cm  J18      header    20151001  -  Pneumonia, unspecified organism\n"
    "icd10cm  J18.9    billable  20151001  -  Pneumonia, unspecified organism\n"
    "icd10cm  K35      header    20151001  -  Appendicitis\n"
    "icd10cm  K35.2    billable  20151001  20201001  Appendicitis due to one thing\n"
    "icd10cm  K35.3    billable  20151001  20201001  Appendicitis due to another\n"
    "icd10cm  K35.9    billable  20151001  -  Appendicitis, unspecified\n"
    "icd10cm  M25      header    20151001  -  Pain in joint\n"
    "icd10cm  M25.1    billable  20151001  -  Pain in right knee\n"
    "icd10cm  M25.2    billable  20151001  -  Pain in left knee\n"
    "icd10cm  M25.9    billable  20151001  -  Pain in unspecified knee\n"
    "icd10cm  N18      header    20151001  -  Chronic kidney disease\n"
    "icd10cm  N18.1    billable  20151001  -  Chronic kidney disease, stage 1\n"
    "icd10cm  N18.2    billable  20151001  -  Chronic kidney disease, stage 2 (mild)\n"
    "icd10cm  N18.3    header    20151001  -  Chronic kidney disease, stage 3 (moderate)\n"
    "icd10cm  N18.30   billable  20151001  -  Chronic kidney disease, stage 3 unspecified\n"
    "icd10cm  N18.31   billable  20151001  -  Chronic kidney disease, stage 3a\n"
    "icd10cm  N18.32   billable  20151001  -  Chronic kidney disease, stage 3b\n"
    "icd10cm  N18.9    billable  20151001  -  Chronic kidney disease, unspecified\n"
    "icd10cm  O14      header    20151001  -  Pre-eclampsia\n"
    "icd10cm  O14.90   billable  20151001  -  Unspecified pre-eclampsia, unspecified trimester\n"
    "icd10cm  S52      header    20151001  -  Fracture of forearm\n"
    "icd10cm  S52.501  header    20151001  -  Unspecified fracture of right radius\n"
    "icd10cm  S52.501A  billable  20151001  -  Unspecified fracture of right radius, initial encounter for closed "
    "fracture\n"
    "icd10cm  W19      header    20151001  -  Unspecified fall\n"
    "icd10cm  W19.XXXA  billable  20151001  -  Unspecified fall, initial encounter\n"
    "icd10cm  Z79      header    20151001  -  Long term (current) drug therapy\n"
    "icd10cm  Z79.4    billable  20151001  -  Long term (current) use of unspecified drug\n";

static const char query_words[] = "word\tuse\tcode\tbecause\n"
                            "disease\tweak\t-\ttest\n"
                            "insulin\tdrug\tZ79.4\ttest\n";

static const char query_links[] = "link\tof\twith\tcode\tbecause\n";

#define QUERY_FILES                                                                                                    \
    {"codes.tsv", query_codes}, {"words.tsv", note_search}, {"note_cues.tsv", note_cues},                              \
        {"note_headings.tsv", note_headings}, {"note_words.tsv", query_words}, {"note_links.tsv", query_links}

#endif
