/* Names of passages and reasons, as every language and the tables spell them. */
#include <coding/annotate.h>

const char *coding_passage_name(coding_passage passage)
{
    static const char *const names[] = {
        "other",  "complaint", "present", "past",       "surgical",  "family",     "social", "medication",  "allergy",
        "review", "exam",      "result",  "assessment", "operation", "indication", "course", "instruction", "template",
    };
    return (unsigned)passage < sizeof names / sizeof *names ? names[passage] : "";
}

const char *coding_reason_name(coding_reason reason)
{
    static const char *const names[] = {
        "stated", "combined", "history",  "family",    "uncertain", "status",
        "written", "integral", "suspected", "finding", "ambiguous",
    };
    return (unsigned)reason < sizeof names / sizeof *names ? names[reason] : "";
}
