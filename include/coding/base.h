/**
 * @file
 * # Days, spans and the ways to say no
 *
 * What every other chapter uses. A day is a number that reads as one: 20251001 is 1 October 2025, and days compare
 * as numbers do. A span is a piece of the caller's text, in bytes. A status says whether a question could be put at
 * all; what is wrong with a code is never a status but an answer (chapter check.h).
 *
 *     coding_error error;
 *     coding_book *book = coding_book_open("us.book", &error);
 *     if (!book) fprintf(stderr, "%s: %s\n", coding_status_text(error.status), error.reason);
 */
#ifndef CODING_BASE_H
#define CODING_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Marks what the library gives away. CODING_STATIC: the static one is used. */
#if defined(SWIG) || defined(CODING_STATIC)
#define CODING_API
#elif defined(_WIN32)
#ifdef CODING_BUILDING
#define CODING_API __declspec(dllexport)
#else
#define CODING_API __declspec(dllimport)
#endif
#else
#define CODING_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** A day of service: year, month and day as one number, 20251001. 0 asks for a system's newest edition. */
typedef uint32_t coding_date;

/** Today in the calendar of the machine (local time), for callers who would ask "on" it. */
CODING_API coding_date coding_date_today(void);

/** Reads `2025-10-01` or `20251001`. 0 where the text is no day of the calendar. */
CODING_API coding_date coding_date_parse(const char *text, size_t length);

/** The day after `on`. 0 where `on` is no day of the calendar. */
CODING_API coding_date coding_date_after(coding_date on);

/** The day before `on`. 0 where `on` is no day of the calendar. */
CODING_API coding_date coding_date_before(coding_date on);

/** A piece of the caller's text: `length` bytes from byte `offset`, counted from 0. */
typedef struct coding_span {
    size_t offset; /**< Bytes before it. */
    size_t length; /**< Its bytes; 0: a place between two. */
} coding_span;

/** Whether a question could be put. A wrong code is not among these: it is an answer. */
typedef enum coding_status {
    CODING_OK = 0,              /**< All is well. */
    CODING_NO_MEMORY = 1,       /**< The allocator said no. */
    CODING_NOT_UTF8 = 2,        /**< The text is not UTF-8. */
    CODING_NO_FILE = 3,         /**< The file is not there or cannot be read. */
    CODING_NOT_A_BOOK = 4,      /**< The bytes are not a book, or a part of one is damaged. */
    CODING_OLDER_BOOK = 5,      /**< The book is of a format this library no longer reads. */
    CODING_NEWER_BOOK = 6,      /**< The book is of a format this library does not read yet. */
    CODING_NOT_IN_BOOK = 7,     /**< The book lacks the table that would answer. */
    CODING_MISUSE = 8           /**< The calling program broke a rule of this interface. */
} coding_status;

/** A status in words. Never NULL. */
CODING_API const char *coding_status_text(coding_status status);

/** What went wrong with a file, where, and what would mend it. Plain data; calls that take one accept NULL. */
typedef struct coding_error {
    coding_status status;       /**< CODING_OK after a call that succeeded. */
    char          reason[232];  /**< A sentence for a person. */
    char          at[128];      /**< The file, section or line it is about; empty if none. */
} coding_error;

/**
 * The caller's allocator. `resize` behaves as realloc does, except that it is told the old size and that a new size
 * of 0 frees and answers NULL. `memory` NULL with old size 0 takes a new piece, aligned for any type; NULL says that
 * there is none. It is called by the thread that uses the desk, and by no other.
 */
typedef struct coding_allocator {
    void *(*resize)(void *context, void *memory, size_t old_size, size_t new_size); /**< As told above. */
    void *context; /**< Handed back on every call. */
} coding_allocator;

/** Version of the library that is linked, for example "0.1.0". Never NULL. */
CODING_API const char *coding_version(void);

#ifdef __cplusplus
}
#endif

#endif
