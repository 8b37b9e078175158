/* Tables that a sample is drawn by or judged by: lines, their last cell a number of dollars, strata by name. */
#ifndef CODING_TOOL_SAMPLE_TABLE_H
#define CODING_TOOL_SAMPLE_TABLE_H

#include <coding.h>
#include <stdio.h>

/* A stratum and the amounts that were read of it. Without strata there is one, of no name. */
typedef struct layer {
    char          *name;
    coding_stratum of;
    double        *amounts; /* cents */
    size_t         count;
} layer;

typedef struct layers {
    layer *items;
    size_t count;
} layers;

/* Strata from a table: name, claims, and where it is known the deviation in dollars; a head line is passed over. False
 * where it cannot be read: the complaint is printed. */
bool coding__layers_read(layers *to, const char *path);

/* The one layer of a simple sample. */
bool coding__layers_single(layers *to, uint64_t frame);

/* Amounts in dollars, a line each, the last cell of it; with named strata the first cell names one. `path` NULL: the
 * standard input. */
bool coding__layers_amounts(layers *to, const char *path);

void coding__layers_end(layers *of);

#endif
