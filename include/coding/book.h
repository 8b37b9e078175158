/**
 * @file
 * # Books
 *
 * A book is one file that holds the facts: every edition of every code system, titles, notes, the index, and where
 * each of them came from. It is mapped read-only, shared by all processes, immutable, and may be asked from any
 * thread. Opening reads a page or two: nothing is parsed.
 *
 *     coding_error error;
 *     coding_book *book = coding_book_open(NULL, &error);       // the copy installed with the library
 *     for (size_t i = 0; i < coding_book_edition_count(book); i++) {
 *         coding_edition edition = coding_book_edition(book, i);
 *         printf("%s from %u\n", edition.release, edition.first);
 *     }
 *     coding_book_close(book);
 */
#ifndef CODING_BOOK_H
#define CODING_BOOK_H

#include <coding/code.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A book. Opaque; counted: desks keep theirs open. */
typedef struct coding_book coding_book;

/** Where a part of a book came from. Text belongs to the book, is empty where nobody says, and never NULL. */
typedef struct coding_origin {
    const char *release;  /**< "ICD-10-CM FY2026". */
    const char *file;     /**< The member it was read from: icd10cm_order_2026.txt. */
    const char *licence;  /**< "public domain (NCHS)". */
    const char *sha256;   /**< Of the file as it was downloaded; lower-case hexadecimal. */
    coding_date day;      /**< The first day it speaks of. */
} coding_origin;

/** One edition of a code system: the codes in force from `first` to `until`. */
typedef struct coding_edition {
    coding_system system;   /**< Whose codes. */
    coding_date   first;    /**< The first day it answers for. */
    coding_date   until;    /**< The last day it answers for: the day before the next edition, or its release's end. */
    uint32_t      rows;     /**< Rows of the edition, headers included. */
    uint32_t      billable; /**< Those that may stand. */
    const char   *release;  /**< Text of the book. */
} coding_edition;

/** A named section of a book, as `coding info` and `coding verify` list it. */
typedef struct coding_section {
    const char *name;     /**< `rows`, `notes` and so on; text of the book. */
    uint64_t    offset;   /**< Where it begins, in bytes from the start of the file. */
    uint64_t    size;     /**< Its bytes. */
    uint32_t    width;    /**< Bytes of one record. */
    uint32_t    checksum; /**< CRC-32C of its bytes. */
} coding_section;

/**
 * Opens a book: maps the file and reads its table of contents. `path` NULL asks for the book that $CODING_BOOK names,
 * else the one installed with the library. NULL on failure, with status (CODING_NO_FILE, CODING_NOT_A_BOOK,
 * CODING_OLDER_BOOK, CODING_NEWER_BOOK, CODING_NO_MEMORY) and reason in `error`. Close it with coding_book_close.
 */
CODING_API coding_book *coding_book_open(const char *path, coding_error *error);

/**
 * A book that lies in memory, for example one linked into a program. The bytes stay the caller's, must not change, and
 * must outlive the book and its desks; they need no alignment. Fails as coding_book_open does.
 */
CODING_API coding_book *coding_book_open_memory(const void *bytes, size_t length, coding_error *error);

/** Counts one more owner of the book, from any thread, and answers the book. Each owner closes it once. */
CODING_API coding_book *coding_book_keep(coding_book *book);

/** Gives the book back, from any thread; the last owner unmaps it. Its desks are owners too. NULL is allowed. */
CODING_API void coding_book_close(coding_book *book);

/** Reads the whole book: every checksum and every reference of every section. False with the first fault in `error`. */
CODING_API bool coding_book_verify(const coding_book *book, coding_error *error);

/** How many editions the book has, of all systems. */
CODING_API size_t         coding_book_edition_count(const coding_book *book);
/** The edition at `index`, ordered by system and first day; all zero past the last. */
CODING_API coding_edition coding_book_edition(const coding_book *book, size_t index);
/** How many sources the book was made of. */
CODING_API size_t         coding_book_origin_count(const coding_book *book);
/** The source at `index`, in the order in which they were read; empty past the last. */
CODING_API coding_origin  coding_book_origin(const coding_book *book, size_t index);
/** How many sections the file has. */
CODING_API size_t         coding_book_section_count(const coding_book *book);
/** The section at `index`, in the order of the file; one with an empty name past the last. */
CODING_API coding_section coding_book_section(const coding_book *book, size_t index);
/** Bytes of the file. */
CODING_API size_t         coding_book_size(const coding_book *book);

/** The system of that name in this book, in any case, users' own systems included; CODING_ANY if there is none. */
CODING_API coding_system coding_book_system(const coding_book *book, const char *text, size_t length);
/** The name of a system as this book knows it: `icd10cm`, `local`. Text of the book; never NULL. */
CODING_API const char *coding_book_system_name(const coding_book *book, coding_system system);
/** Does the book hold any code of the system? */
CODING_API bool coding_book_has_system(const coding_book *book, coding_system system);
/** First day of the newest edition of a system; 0 if the book has none. */
CODING_API coding_date coding_book_newest(const coding_book *book, coding_system system);

#ifdef __cplusplus
}
#endif

#endif
