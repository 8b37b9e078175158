#include "unit/little_files.h"

#include <stddef.h>

static const char codes[] =
    "icd10cm  E08      header    20151001  -         Diabetes mellitus due to underlying condition\n"
    "icd10cm  E089     billable  20151001  -         Diabetes mellitus due to underlying condition, plain\n"
    "icd10cm  E11      header    20151001  -         Type 2 diabetes mellitus\n"
    "icd10cm  E119     billable  20151001  20201001  Type 2 diabetes without complications\n"
    "icd10cm  E119     billable  20201001  -         Type 2 diabetes mellitus without complications\n"
    "icd10cm  E116     header    20151001  -         Type 2 diabetes mellitus with other complications\n"
    "icd10cm  E1165    billable  20151001  -         Type 2 diabetes mellitus with hyperglycemia\n"
    "icd10cm  G35      billable  20151001  20251001  Multiple sclerosis\n"
    "icd10cm  G35      header    20251001  -         Multiple sclerosis\n"
    "icd10cm  G35A     billable  20251001  -         Relapsing-remitting multiple sclerosis\n"
    "icd10cm  I10      billable  20151001  -         Essential hypertension\n"
    "icd10cm  S13      header    20151001  -         Dislocation and sprain at neck level\n"
    "icd10cm  S134     header    20151001  -         Sprain of ligaments of cervical spine\n"
    "icd10cm  S134XXA  billable  20151001  -         Sprain of ligaments of cervical spine, initial encounter\n"
    "icd10cm  S134XXD  billable  20151001  -         Sprain of ligaments of cervical spine, subsequent encounter\n"
    "icd10cm  T814     header    20151001  -         Infection following a procedure\n"
    "icd10cm  T814XXA  billable  20151001  20181001  Infection following a procedure, initial encounter\n"
    "icd10cm  T8140XA  billable  20181001  -         Infection following a procedure, unspecified, initial encounter\n"
    "icd10pcs  0DT      header    20151001  -         Gastrointestinal System, Resection\n"
    "icd10pcs  0DTJ0ZZ  billable  20151001  -         Resection of Appendix, Open Approach\n"
    "icd10pcs  0DTJ4ZZ  billable  20151001  -         Resection of Appendix, Percutaneous Endoscopic Approach\n"
    "hcpcs    A0100    billable  20151001  -         A ride in a made-up taxi\n";

static const char own_system[] = "number\tname\ttitle\tpattern\tdot\tbecause\n"
                                 "64\tward\tWards of our hospital\t[A-Z][0-9]{2}-[0-9]\t0\ta test\n";

static const char own_codes[] = "system\tcode\tkind\tfirst\tpast\ttitle\n"
                                "ward\tB12-3\tbillable\t20200101\t-\tMaternity, third floor\n";

static const char tabular[] =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<ICD10CM.tabular><version>2021</version>\n"
    "<chapter><name>4</name><desc>Diseases of a made-up kind (E00-E89)</desc>\n"
    "<excludes1><note>transitory things of the newborn (I10)</note></excludes1>\n"
    "<sectionIndex><sectionRef first=\"E08\" last=\"E13\" id=\"E08-E13\">Diabetes "
    "mellitus</sectionRef></sectionIndex>\n"
    "<section id=\"E08-E13\"><desc>Diabetes mellitus (E08-E13)</desc>\n"
    "<diag><name>E08</name><desc>Diabetes mellitus due to underlying condition</desc>\n"
    "<codeFirst><note>the underlying condition, such as:</note><note>sclerosis (G35.-)</note></codeFirst>\n"
    "<diag><name>E08.9</name><desc>plain</desc></diag></diag>\n"
    "<diag><name>E11</name><desc>Type 2 diabetes mellitus</desc>\n"
    "<includes><note>diabetes NOS</note></includes>\n"
    "<excludes1><note>diabetes due to underlying condition (E08.-)</note></excludes1>\n"
    "<excludes2><note>hypertension (I10), sprains (S13-S13)</note></excludes2>\n"
    "<useAdditionalCode><note>adverse effect, if applicable (T80-T88 with fifth or sixth character "
    "4)</note></useAdditionalCode>\n"
    "<diag><name>E11.6</name><desc>with other complications</desc>\n"
    "<diag><name>E11.65</name><desc>with hyperglycemia</desc><inclusionTerm><note>sugar too "
    "high</note></inclusionTerm></diag></diag>\n"
    "<diag><name>E11.9</name><desc>without complications</desc></diag>\n"
    "</diag></section></chapter>\n"
    "<chapter><name>19</name><desc>Injury (S00-T88)</desc>\n"
    "<section id=\"S10-S19\"><desc>Injuries to the neck (S10-S19)</desc>\n"
    "<diag><name>S13</name><desc>Dislocation and sprain at neck level</desc>\n"
    "<sevenChrNote><note>The appropriate 7th character is to be added to each code from category "
    "S13</note></sevenChrNote>\n"
    "<sevenChrDef><extension char=\"A\">initial encounter</extension><extension char=\"D\">subsequent "
    "encounter</extension></sevenChrDef>\n"
    "<diag><name>S13.4</name><desc>Sprain of ligaments of cervical spine</desc>\n"
    "<inclusionTerm><note>Whiplash injury of cervical spine</note></inclusionTerm></diag></diag></section></chapter>\n"
    "</ICD10CM.tabular>\n";

static const char index[] =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<ICD10CM.index><version>2021</version><title>ICD-10-CM INDEX TO DISEASES and INJURIES</title>\n"
    "<letter><title>D</title><mainTerm><title>Diabetes, diabetic<nemod>(mellitus) "
    "(sugar)</nemod></title><code>E11.9</code>\n"
    "<term level=\"1\"><title>due to underlying condition</title><code>E08.9</code><manif>G35</manif></term>\n"
    "<term level=\"1\"><title>type 2</title><code>E11.9</code><term level=\"2\"><title>with "
    "hyperglycemia</title><code>E11.65</code></term></term>\n"
    "</mainTerm></letter>\n"
    "<letter><title>W</title><mainTerm><title>Whiplash injury</title><code>S13.4-</code></mainTerm>\n"
    "<mainTerm><title>Sugar sickness</title><see>Diabetes, type 2</see></mainTerm></letter>\n"
    "</ICD10CM.index>\n";

static const char successors[] = "system\tcode\tsuccessor\tfirst\tbecause\n"
                                 "icd10cm\tT81.4XXA\tT81.40XA\t20181001\ta test\n";

static const char word_parts[] =
    "part\tkind\tcombining_form\tmeaning\texamples\tbecause\n"
    "emia\tsuffix\temia\tblood condition\tanemia\tGreek haima, blood\n"
    "glyc\troot\tglyco\tglucose, sugar\tglycemia\tGreek glykys, sweet\n"
    "hyper\tprefix\thyper\texcessive, above\thypertension\tGreek hyper, over\n"
    "poplit\troot\tpopliteo\tback of the knee\tpopliteal\tLatin poples, ham\n";

static const char gem[] = "A0100    0020  10000\n"
                          "E119     25000 10000\n"
                          "G35      340   00000\n"
                          "S134XXA  8470  10111\n"
                          "S134XXA  E9289 10112\n"
                          "T814XXA  NoDx  11000\n";

static const char comorbid_groups[] =
    "scheme\tversion\tgroup\ttitle\tpoa\tfirst_weight\tsecond_weight\tinstead_of\tuntil\tbecause\n"
    "charlson-quan\t2005\tDIAB\tDiabetes\t-\t1\t0\t-\t-\ta test\n"
    "charlson-quan\t2005\tDIAB_CX\tDiabetes with complications\t-\t2\t1\tDIAB\t-\ta test\n"
    "elixhauser-ahrq\t2026.1\tDIAB_UNCX\tDiabetes\t-\t0\t0\t-\t20260930\ta test\n"
    "elixhauser-ahrq\t2026.1\tNEURO_OTH\tOther neurological disorders\tyes\t2\t22\t-\t20260930\ta test\n";

static const char comorbid_codes[] = "scheme\tversion\tgroup\tsystem\tcodes\tuntil\tbecause\n"
                                     "charlson-quan\t2005\tDIAB\ticd10cm\tE11.9\t-\ta test\n"
                                     "charlson-quan\t2005\tDIAB_CX\ticd10cm\tE11.2-E11.6\t-\ta test\n"
                                     "elixhauser-ahrq\t2026.1\tDIAB_UNCX\ticd10cm\tE119\t20260930\ta test\n"
                                     "elixhauser-ahrq\t2026.1\tNEURO_OTH\ticd10cm\tG35\t20260930\ta test\n";

static const char exempt[] = "Value $POAXMPT_V42FMT\n\"S134XXA\", \"S134XXD\" = \"1\"\n;\n";

const little_file little_release[] = {
    {"ward.systems.tsv", own_system},
    {"codes.tsv", codes},
    {"ward.codes.tsv", own_codes},
    {"icd10cm_tabular_2021.xml", tabular},
    {"icd10cm_index_2021.xml", index},
    {"icd10cm.successors.tsv", successors},
    {"word_parts.tsv", word_parts},
    {"2018_I10gem.txt", gem},
    {"comorbidity_groups.tsv", comorbid_groups},
    {"comorbidity_codes.tsv", comorbid_codes},
    {"CMR_Format_Program_v2025-1.sas", exempt},
    {NULL, NULL},
};
