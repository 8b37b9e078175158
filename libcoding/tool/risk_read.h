/* A member as words or as a row of a table: "id=7 age=72 sex=F dual=2 E11.22@2025-03-01 I50.22". */
#ifndef CODING_TOOL_RISK_READ_H
#define CODING_TOOL_RISK_READ_H

#include "tool/command.h"

enum { RISK_COLUMNS_MOST = 32 };

typedef struct risk_member {
    coding_member          member;
    coding_risk_plan       plan;
    char                   id[64];
    coding_risk_diagnosis *diagnoses;
    coding_code           *earlier;
    coding_code           *treatments;
    size_t                 room; /* of each */
    char                   trouble[128]; /* what could not be read; "" */
} risk_member;

/* Columns of a table, once its head was read. */
typedef struct risk_columns {
    char   names[RISK_COLUMNS_MOST][24];
    size_t count; /* 0: lines are words */
} risk_columns;

/* Is the line the head of a table? */
bool coding__risk_read_head(risk_columns *columns, const char *line);

/* Reads a line, which it takes apart. False where there is no memory. */
bool coding__risk_read(risk_member *read, const risk_columns *columns, char *line);
void coding__risk_read_end(risk_member *read);

#endif
