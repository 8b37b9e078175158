/* A little book that operations are read with: a few tables of ICD-10-PCS, and words of ours. */
#ifndef TESTS_LITTLE_OPERATION_H
#define TESTS_LITTLE_OPERATION_H

#define PCS(code, title) "icd10pcs  " code "  billable  20151001  -  " title "\n"

static const char operation_codes[] =
    "icd10pcs  0DB  header  20151001  -  Gastrointestinal System, Excision\n"
    PCS("0DB60ZX", "Excision of Stomach, Open Approach, Diagnostic")
    PCS("0DB60ZZ", "Excision of Stomach, Open Approach")
    PCS("0DB64ZX", "Excision of Stomach, Percutaneous Endoscopic Approach, Diagnostic")
    PCS("0DB64ZZ", "Excision of Stomach, Percutaneous Endoscopic Approach")
    PCS("0DB68ZX", "Excision of Stomach, Via Natural or Artificial Opening Endoscopic, Diagnostic")
    PCS("0DB68ZZ", "Excision of Stomach, Via Natural or Artificial Opening Endoscopic")
    PCS("0DBJ0ZX", "Excision of Appendix, Open Approach, Diagnostic")
    PCS("0DBJ0ZZ", "Excision of Appendix, Open Approach")
    "icd10pcs  0DJ  header  20151001  -  Gastrointestinal System, Inspection\n"
    PCS("0DJ00ZZ", "Inspection of Upper Intestinal Tract, Open Approach")
    PCS("0DJ04ZZ", "Inspection of Upper Intestinal Tract, Percutaneous Endoscopic Approach")
    PCS("0DJ08ZZ", "Inspection of Upper Intestinal Tract, Via Natural or Artificial Opening Endoscopic")
    PCS("0DJD0ZZ", "Inspection of Lower Intestinal Tract, Open Approach")
    PCS("0DJD4ZZ", "Inspection of Lower Intestinal Tract, Percutaneous Endoscopic Approach")
    "icd10pcs  0DT  header  20151001  -  Gastrointestinal System, Resection\n"
    PCS("0DT60ZZ", "Resection of Stomach, Open Approach")
    PCS("0DT64ZZ", "Resection of Stomach, Percutaneous Endoscopic Approach")
    PCS("0DTJ0ZZ", "Resection of Appendix, Open Approach")
    PCS("0DTJ4ZZ", "Resection of Appendix, Percutaneous Endoscopic Approach")
    "icd10pcs  0TT  header  20151001  -  Urinary System, Resection\n"
    PCS("0TT00ZZ", "Resection of Right Kidney, Open Approach")
    PCS("0TT04ZZ", "Resection of Right Kidney, Percutaneous Endoscopic Approach")
    PCS("0TT10ZZ", "Resection of Left Kidney, Open Approach")
    PCS("0TT14ZZ", "Resection of Left Kidney, Percutaneous Endoscopic Approach")
    "icd10pcs  5A1  header  20151001  -  Extracorporeal Assistance, Physiological Systems, Performance\n"
    PCS("5A1935Z", "Respiratory Ventilation, Less than 24 Consecutive Hours")
    PCS("5A1945Z", "Respiratory Ventilation, 24-96 Consecutive Hours")
    PCS("5A1955Z", "Respiratory Ventilation, Greater than 96 Consecutive Hours")
    "icd10pcs  0YQ  header  20151001  -  Anatomical Regions, Lower Extremities, Repair\n"
    PCS("0YQ50ZZ", "Repair Right Inguinal Region, Open Approach")
    PCS("0YQ60ZZ", "Repair Left Inguinal Region, Open Approach")
    PCS("0YQA0ZZ", "Repair Bilateral Inguinal Region, Open Approach")
    "icd10pcs  0YU  header  20151001  -  Anatomical Regions, Lower Extremities, Supplement\n"
    PCS("0YU507Z", "Supplement Right Inguinal Region with Autologous Tissue Substitute, Open Approach")
    PCS("0YU50JZ", "Supplement Right Inguinal Region with Synthetic Substitute, Open Approach")
    PCS("0YU607Z", "Supplement Left Inguinal Region with Autologous Tissue Substitute, Open Approach")
    PCS("0YU60JZ", "Supplement Left Inguinal Region with Synthetic Substitute, Open Approach")
    PCS("0YUA07Z", "Supplement Bilateral Inguinal Region with Autologous Tissue Substitute, Open Approach")
    PCS("0YUA0JZ", "Supplement Bilateral Inguinal Region with Synthetic Substitute, Open Approach");

static const char operation_roots[] = "section\tcharacter\troot\tdefinition\tguideline\tbecause\n"
                                      "0\tB\tExcision\ta portion is cut out\tB3.8\ttest\n"
                                      "0\tJ\tInspection\tlooked at\tB3.11a\ttest\n"
                                      "0\tQ\tRepair\tmended\t-\ttest\n"
                                      "0\tT\tResection\tall is cut out\tB3.8\ttest\n"
                                      "0\tU\tSupplement\treinforced\t-\ttest\n"
                                      "5\t1\tPerformance\ttaken over\t-\ttest\n";

#define WORDS_HEAD "words\tkind\ttable\troot\tpart\tapproach\tdevice\tqualifier\tguideline\tbecause\n"

static const char operation_words[] =
    WORDS_HEAD "aborted\taborted\t-\t-\t-\t-\t-\t-\tB3.3\ttest\n"
               "appendectomy\toperation\t0D\tResection\tAppendix\t-\t-\t-\tB3.8\ttest\n"
               "appendix\tpart\t0D\tInspection\tLower Intestinal Tract\t-\t-\t-\tB4.8\ttest\n"
               "biopsy\toperation\t0\tExcision\t-\t-\t-\tDiagnostic\tB3.4a\ttest\n"
               "converted to open\tconverted\t-\t-\t-\t-\t-\t-\tB5.2\ttest\n"
               "description\tbody\t-\t-\t-\t-\t-\t-\t-\ttest\n"
               "ectomy\tending\t0\tResection | Excision\t-\t-\t-\t-\t-\ttest\n"
               "egd\toperation\t0D\tInspection\tUpper Intestinal Tract\t8\t-\t-\tB3.11a\ttest\n"
               "hernia repair\toperation\t0Y\tRepair | Supplement\tInguinal Region\t-\t-\t-\t-\ttest\n"
               "indication\treason\t-\t-\t-\t-\t-\t-\t-\ttest\n"
               "laparoscopic\tword\t-\t-\t-\t4\t-\t-\t-\ttest\n"
               "mesh\tword\t-\tSupplement\t-\t-\tSynthetic Substitute\t-\tB6.1a\ttest\n"
               "nephrectomy\toperation\t0T\tResection\tKidney\t-\t-\t-\tB3.8\ttest\n"
               "open\tword\t-\t-\t-\t0\t-\t-\t-\ttest\n"
               "partial\tword\t-\tExcision\t-\t-\t-\t-\tB3.8\ttest\n"
               "procedure\ttitle\t-\t-\t-\t-\t-\t-\t-\ttest\n"
               "will undergo\tplanned\t-\t-\t-\t-\t-\t-\t-\ttest\n"
               "ventilation\ttold\t5A\tPerformance\t=9\t345\t=5\t=Z\t-\ttest\n"
               "excision\toperation\t0D\tExcision\t?Stomach\t-\t-\t-\tB3.8\ttest\n";

#define OPERATION_FILES                                                                                                \
    {"codes.tsv", operation_codes}, {"operation_roots.tsv", operation_roots}, {"operation_words.tsv", operation_words},\
        {"note_cues.tsv", operation_cues}, {"note_headings.tsv", operation_headings}

static const char operation_cues[] = "cue\tclass\twhere\tscope\tbecause\n"
                                     "no\tnegated\tbefore\t-\ttest\n"
                                     "status post\thistorical\tbefore\t10\ttest\n";

static const char operation_headings[] = "heading\tpassage\tbecause\n"
                                         "indication\tindication\ttest\n"
                                         "plan\tassessment\ttest\n"
                                         "procedure\toperation\ttest\n";

#endif
