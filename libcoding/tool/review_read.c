/* Where claims come from: X12 and tables by the reader of the library, lines in the short form, a text, a folder. */
#define _POSIX_C_SOURCE 200809L

#include "tool/review.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "compile/folder.h"

enum { PIECE = 1 << 16, LONGEST = 1 << 20, DEEPEST = 32 };
static const double PATIENCE = 2.0; /* seconds */

static double seconds(void)
{
    struct timespec time = {0};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void tell_progress(reviewing *of)
{
    bool is_mixed = of->is_told && of->asked->out->terminal; /* a bar between findings */
    if (of->began <= 0) of->began = seconds();
    if (is_mixed || seconds() - of->began < PATIENCE) return;
    coding__progress_tell(&of->bar, "reviewing claims", of->done, of->total > of->done ? of->total : of->done);
}

static void tell(reviewing *of, const reviewed *one)
{
    if (!of->is_told) return;
    if (of->asked->out->format == AS_JSON) coding__review_object(of, one);
    else coding__review_print(of, one);
}

static void take(reviewing *of, const coding_claims_item *item)
{
    reviewed one = {.desk = of->asked->desk, .file = of->file, .number = of->number + 1, .item = item};
    if (item->claim) {
        of->number++;
        one.whole = coding_claim_whole(item->claim);
        one.review = coding_claim_review(one.desk, item->claim, &of->options);
        if (one.review.status == CODING_NO_MEMORY) of->no_memory = true;
    }
    tell(of, &one);
    coding__tally_add(&of->seen, &one);
    coding_desk_clear(one.desk);
}

/* A line in the short form, or why it is none. `number` 0: on the command line. */
static void take_short(reviewing *of, const char *text, size_t length, uint32_t number)
{
    coding_error       error;
    char               reason[sizeof error.at + sizeof error.reason + 64];
    coding_claims_item item = {.segment = number ? "line" : "", .number = number, .version = "", .reason = ""};
    item.claim = coding_claim_parse(of->asked->desk, text, length, &error);
    if (!item.claim) {
        item.trouble = CODING_CLAIMS_ELEMENT;
        if (!number) of->failed = true; /* asked for by name */
        size_t put = number ? (size_t)snprintf(reason, sizeof reason, "line %u: ", (unsigned)number) : 0;
        snprintf(reason + put, sizeof reason - put, "%s%s%s", error.at, *error.at ? ": " : "", error.reason);
        item.reason = reason;
    }
    take(of, &item);
}

void coding__review_text(reviewing *of, const char *text)
{
    of->file = NULL;
    take_short(of, text, strlen(text), 0);
}

/* Lines in the short form begin with the kind of a claim, or with # where the line is a remark. */
static bool is_short(const char *text, size_t length)
{
    while (length && (*text == '#' || *text == '\n' || *text == '\r')) {
        const char *end = memchr(text, '\n', length);
        size_t      passed = end ? (size_t)(end - text) + 1 : length;
        text += passed;
        length -= passed;
    }
    for (int i = CODING_CLAIM_PROFESSIONAL; i <= CODING_CLAIM_DENTAL; i++) {
        const char *name = coding_claim_kind_name((coding_claim_kind)i);
        size_t      width = strlen(name);
        if (length > width && memcmp(text, name, width) == 0 && text[width] == ' ') return true;
    }
    return false;
}

/* Lines that pieces are put together to. */
typedef struct lines {
    char    *held;
    size_t   length;
    uint32_t number;
    bool     is_long; /* the line is longer than any claim: its rest is passed over */
} lines;

static void end_line(reviewing *of, lines *from)
{
    static const char  why[] = "the line is longer than a claim can be: 1 MiB";
    const char        *text = from->held;
    coding_claims_item item = {.segment = "line", .version = "", .reason = why, .trouble = CODING_CLAIMS_ELEMENT};
    item.number = ++from->number;
    while (from->length && strchr(" \t\r", text[from->length - 1])) from->length--;
    if (from->is_long) take(of, &item);
    else if (from->length && *text != '#') take_short(of, text, from->length, from->number);
    from->length = 0;
    from->is_long = false;
}

static void feed_lines(reviewing *of, lines *from, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\n') end_line(of, from);
        else if (from->length == LONGEST) from->is_long = true;
        else from->held[from->length++] = text[i];
    }
}

static size_t read_piece(reviewing *of, FILE *stream, char piece[PIECE])
{
    size_t got = fread(piece, 1, PIECE, stream);
    of->done += got;
    tell_progress(of);
    return ferror(of->asked->out->file) ? 0 : got; /* a full disk: main complains */
}

static void read_lines(reviewing *of, FILE *stream, char piece[PIECE], size_t got)
{
    lines from = {.held = malloc(LONGEST)};
    if (!from.held) of->no_memory = true;
    for (; from.held && got; got = read_piece(of, stream, piece)) feed_lines(of, &from, piece, got);
    if (from.length) end_line(of, &from);
    free(from.held);
}

static void take_all(reviewing *of, coding_claims *claims)
{
    for (coding_claims_item item; coding_claims_next(claims, &item);) {
        if (item.trouble == CODING_CLAIMS_FORMAT && !of->in_folder) of->failed = true; /* it was asked for by name */
        take(of, &item);
    }
}

static void read_claims(reviewing *of, FILE *stream, char piece[PIECE], size_t got)
{
    coding_claims *claims = coding_claims_new(of->asked->desk);
    if (!claims) of->no_memory = true;
    if (!claims) return;
    for (; got; got = read_piece(of, stream, piece)) {
        coding_claims_feed(claims, piece, got);
        take_all(of, claims);
    }
    coding_claims_finish(claims);
    take_all(of, claims);
    coding_claims_free(claims);
}

static void read_stream(reviewing *of, FILE *stream)
{
    char  *piece = malloc(PIECE);
    size_t mark = 0;
    if (!piece) of->no_memory = true;
    if (!piece) return;
    size_t got = read_piece(of, stream, piece);
    if (got >= 3 && memcmp(piece, "\xEF\xBB\xBF", 3) == 0) mark = 3;
    if (is_short(piece + mark, got - mark)) {
        memmove(piece, piece + mark, got - mark);
        read_lines(of, stream, piece, got - mark);
    } else {
        read_claims(of, stream, piece, got);
    }
    free(piece);
}

static void complain(reviewing *of, const char *path, const char *why)
{
    coding__complain("%s: %s", path, why);
    of->failed = true;
}

static void read_file(reviewing *of, const char *path)
{
    FILE *stream = path ? fopen(path, "rb") : stdin;
    of->file = path;
    of->number = 0;
    if (!stream) {
        complain(of, path, strerror(errno));
        return;
    }
    read_stream(of, stream);
    if (ferror(stream)) complain(of, path ? path : "standard input", "it cannot be read to its end");
    if (path) fclose(stream);
}

/* What is done with the files of a folder, and with a folder that cannot be read. */
typedef struct visitor {
    void *context;
    void (*visit)(void *context, const char *path);
    void (*refuse)(void *context, const char *path, const char *why);
} visitor;

static void each_file(const char *path, int depth, const visitor *by);

/* A file or a folder in a folder; pipes and devices are passed over. */
static void each_inner(const char *path, const char *name, int depth, const visitor *by)
{
    size_t room = strlen(path) + strlen(name) + 2;
    char  *inner = malloc(room);
    if (!inner) {
        by->refuse(by->context, path, coding__no_memory);
        return;
    }
    snprintf(inner, room, "%s/%s", path, name);
    coding__path_kind kind = coding__path_kind_of(inner, SIZE_MAX);
    if (kind == CODING__PATH_FOLDER) each_file(inner, depth + 1, by);
    else if (kind == CODING__PATH_FILE) by->visit(by->context, inner);
    free(inner);
}

/* In the order of their names, and of those in folders within. */
static void each_file(const char *path, int depth, const visitor *by)
{
    coding__folder folder;
    const char    *why = depth > DEEPEST ? "folders lie too deep in each other" : "";
    if (*why || !coding__folder_read(path, &folder, &why)) {
        by->refuse(by->context, path, why);
        return;
    }
    for (size_t i = 0; i < folder.count; i++) each_inner(path, folder.names[i], depth, by);
    coding__folder_free(&folder);
}

static void visit_file(void *context, const char *path) { read_file(context, path); }

static void refuse_folder(void *context, const char *path, const char *why) { complain(context, path, why); }

void coding__review_path(reviewing *of, const char *path)
{
    bool is_folder = path && coding__path_kind_of(path, SIZE_MAX) == CODING__PATH_FOLDER;
    of->in_folder = is_folder;
    if (is_folder) each_file(path, 0, &(visitor){of, visit_file, refuse_folder});
    else read_file(of, path);
}

static void add_size(void *context, const char *path)
{
    struct stat status;
    if (stat(path, &status) == 0 && S_ISREG(status.st_mode)) *(uint64_t *)context += (uint64_t)status.st_size;
}

static void pass_over(void *context, const char *path, const char *why) { (void)context, (void)path, (void)why; }

uint64_t coding__review_size(const char *path)
{
    uint64_t size = 0;
    bool     is_folder = coding__path_kind_of(path, SIZE_MAX) == CODING__PATH_FOLDER;
    if (is_folder) each_file(path, 0, &(visitor){&size, add_size, pass_over});
    else add_size(&size, path);
    return size;
}
