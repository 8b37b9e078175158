/* A review of claims at a prompt: claims come one at a time, are printed as they come, and leave counts behind. */
#ifndef CODING_TOOL_REVIEW_H
#define CODING_TOOL_REVIEW_H

#include "tool/command.h"
#include "tool/progress.h"
#include "tool/review_tally.h"

typedef struct reviewing {
    session              *asked;
    coding_review_options options;
    tally                 seen;
    bool                  is_told; /* findings are printed as they come */
    bool                  failed;  /* something could not be done */
    bool                  no_memory;
    bool                  in_folder; /* files that are none of claims are told, and no failure */
    progress              bar;
    double                began;
    uint64_t              done;   /* bytes read */
    uint64_t              total;  /* bytes of all files; 0 unknown */
    const char           *file;   /* that is read; NULL on the command line */
    uint64_t              number; /* of the claim in it, from 1 */
} reviewing;

/* Claims out of a file, of a folder of files, of standard input (NULL), or of a text in the short form. What cannot be
 * read is complained of and remembered in `failed`. */
void coding__review_path(reviewing *of, const char *path);
void coding__review_text(reviewing *of, const char *text);
/* Bytes of a file, or of all files of a folder. */
uint64_t coding__review_size(const char *path);

/* A claim with its findings, or what is wrong with the file at some place. */
void coding__review_print(reviewing *of, const reviewed *one);
void coding__review_object(reviewing *of, const reviewed *one);
/* What there was in all, for people. */
void coding__review_summary(reviewing *of);

/* The page: one file, without scripts. False where it could not be written. */
bool                     coding__review_page(reviewing *of, FILE *file);
extern const char *const coding__review_style[]; /* pieces, ended by NULL */

/* "line 2", "diagnosis 1", "claim". Answers `text`. */
enum { PLACE_TEXT = 32 };
const char *coding__review_place(coding_claim_place place, char text[PLACE_TEXT]);

/* "1,250.00" for people, "1250.00" for programs; empty for 0. Answers `text`. */
const char *coding__review_money(int64_t cents, bool for_people, char text[NUMBER_TEXT]);

/* The number that its sender gave the claim; else its place in the file, "#3". Answers `text` or the claim's. */
const char *coding__review_name(const reviewed *one, char text[NUMBER_TEXT]);

#endif
