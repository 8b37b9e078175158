/* A little book that notes are read with: a few conditions, cues, headings, and what mentions lead to. */
#ifndef TESTS_LITTLE_NOTE_H
#define TESTS_LITTLE_NOTE_H

static const char note_codes[] =
    "icd10cm  E11     header    20151001  -  Type 2 diabetes mellitus\n"
    "icd10cm  E11.22  billable  20151001  -  Type 2 diabetes mellitus with diabetic chronic kidney disease\n"
    "icd10cm  E11.9   billable  20151001  -  Type 2 diabetes mellitus\n"
    "icd10cm  E66     header    20151001  -  Overweight or fat\n"
    "icd10cm  E66.9   billable  20151001  -  Obesity\n"
    "icd10cm  I10     billable  20151001  -  Hypertension\n"
    "icd10cm  I11     header    20151001  -  Hypertensive heart disease\n"
    "icd10cm  I11.0   billable  20151001  -  Hypertensive heart disease with heart failure\n"
    "icd10cm  I50     header    20151001  -  Heart failure\n"
    "icd10cm  I50.9   billable  20151001  -  Heart failure\n"
    "icd10cm  J18     header    20151001  -  Pneumonia, unspecified organism\n"
    "icd10cm  J18.9   billable  20151001  -  Pneumonia\n"
    "icd10cm  R05     billable  20151001  -  Cough\n"
    "icd10cm  R50     header    20151001  -  Fever of other and unknown origin\n"
    "icd10cm  R50.9   billable  20151001  -  Fever\n"
    "icd10cm  U07     header    20200401  -  Emergency use of U07\n"
    "icd10cm  U07.1   billable  20200401  -  COVID-19\n"
    "icd10cm  Z68     header    20151001  -  Body mass index [BMI]\n"
    "icd10cm  Z68.4   header    20151001  -  Body mass index [BMI] 40 or greater, adult\n"
    "icd10cm  Z68.41  billable  20151001  -  Body mass index [BMI] 40.0-44.9, adult\n"
    "icd10cm  Z79     header    20151001  -  Long term (current) drug therapy\n"
    "icd10cm  Z79.4   billable  20151001  -  Long term (current) use of insulin\n"
    "icd10cm  Z83     header    20151001  -  Family history of other specific disorders\n"
    "icd10cm  Z83.3   billable  20151001  -  Family history of diabetes mellitus\n"
    "icd10cm  Z87     header    20151001  -  Personal history of other diseases and conditions\n"
    "icd10cm  Z87.01  billable  20151001  -  Personal history of pneumonia (recurrent)\n";

static const char note_search[] = "term\tconcept\tkind\trank\tbecause\n"
                                  "of\tof\tstop\t0\ttest\n"
                                  "with\twith\tstop\t0\ttest\n"
                                  "unspecified\tunspecified\tdefault\t0\ttest\n"
                                  "unspecified\tunspecified\tweight\t6\ttest\n"
                                  "HTN\thypertension\tabbreviation\t1\ttest\n";

static const char note_cues[] = "cue\tclass\twhere\tscope\tbecause\n"
                                "but\tterminator\tstop\t-\ttest\n"
                                "denies\tnegated\tbefore\t-\ttest\n"
                                "history of\thistorical\tbefore\t10\ttest\n"
                                "if\thypothetical\tbefore\t-\ttest\n"
                                "likely\tuncertain\tbefore\t10\ttest\n"
                                "mother\tfamily\tbefore\t-\ttest\n"
                                "no\tnegated\tbefore\t-\ttest\n"
                                "suspected\tuncertain\tbefore\t10\ttest\n";

static const char note_headings[] = "heading\tpassage\tbecause\n"
                                    "a/p\tassessment\ttest\n"
                                    "instructions\tinstruction\ttest\n"
                                    "labs\tresult\ttest\n"
                                    "ros\treview\ttest\n";

static const char note_words[] = "word\tuse\tcode\tbecause\n"
                                 "disease\tweak\t-\ttest\n"
                                 "insulin\tdrug\tZ79.4\ttest\n"
                                 "patient\tidle\t-\ttest\n";

static const char note_links[] = "link\tof\twith\tcode\tbecause\n"
                                 "beside\tZ68\tE66\t-\ttest\n"
                                 "combined\tI10\tI50\tI11.0\ttest\n"
                                 "confirmed\tU07.1\t-\t-\ttest\n"
                                 "family\tE11\t-\tZ83.3\ttest\n"
                                 "history\tJ18\t-\tZ87.01\ttest\n"
                                 "integral\tR05 R50.9\tJ18\t-\ttest\n";

#define NOTE_FILES                                                                                                     \
    {"codes.tsv", note_codes}, {"words.tsv", note_search}, {"note_cues.tsv", note_cues},                               \
        {"note_headings.tsv", note_headings}, {"note_words.tsv", note_words}, {"note_links.tsv", note_links}

#endif
