/* What a build took, what it left and what was wrong, kept until the bar is out of the way. */
#ifndef CODING_TOOL_LEDGER_H
#define CODING_TOOL_LEDGER_H

#include "tool/output.h"

/* A file that was taken as something, or left for a reason. */
typedef struct ledger_file {
    char *path;
    char *what; /* "ICD-10-CM order file, FY2026", or why it was left */
    bool  taken;
    bool  counted; /* the summary has spoken of it */
} ledger_file;

typedef struct ledger_fault {
    char    *file;
    char    *field;
    char    *what;
    uint32_t line;
} ledger_fault;

typedef struct ledger {
    ledger_file  *files;
    size_t        file_count;
    ledger_fault *faults;
    size_t        fault_count; /* kept: all with `keeps_all`, else the first twenty */
    uint64_t      faults_seen;
    bool          keeps_all;
} ledger;

/* These fit coding__compile_watch: `context` is a ledger. */
void coding__ledger_file(void *context, const char *path, const char *as, const char *why);
void coding__ledger_fault(void *context, const char *file, uint32_t line, const char *field, const char *what);

/* Files by kind, how many of each and which editions; all of them, one a line, where the ledger keeps all. */
void coding__ledger_print_files(ledger *of, output *out);
/* Faults on standard error, and how many more there are. */
void coding__ledger_print_faults(const ledger *of);

void coding__ledger_end(ledger *of);

#endif
