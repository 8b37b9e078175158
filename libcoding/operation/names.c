/* Names of outcomes and grounds, as every language spells them. */
#include <coding/operate.h>

const char *coding_outcome_name(coding_outcome outcome)
{
    static const char *const names[] = {"done", "converted", "discontinued", "planned", "omitted", "past"};
    return (unsigned)outcome < sizeof names / sizeof *names ? names[outcome] : "";
}

const char *coding_ground_name(coding_ground ground)
{
    static const char *const names[] = {"open", "words", "report", "name", "rule", "table", "silence"};
    return (unsigned)ground < sizeof names / sizeof *names ? names[ground] : "";
}
