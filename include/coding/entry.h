/**
 * @file
 * # Entries: what the book says of a code
 *
 * An entry is a row of the book: a small value that you copy. It leads to titles, dates, the place in the printed
 * order, 7th characters, and the notes that are in force for it, its own and inherited ones.
 *
 *     coding_entry entry = coding_find(book, coding_parse(CODING_ICD10CM, "S52.501", 7).code);
 *     puts(coding_entry_title(desk, entry, 0));
 *     coding_sevens sevens = coding_entry_sevens(desk, entry, 20251001);
 *     for (size_t i = 0; i < sevens.count; i++) printf("%c  %s\n", sevens.items[i].character, sevens.items[i].text);
 */
#ifndef CODING_ENTRY_H
#define CODING_ENTRY_H

#include <coding/desk.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A row of a book. `book` is NULL where there is none. */
typedef struct coding_entry {
    const coding_book *book;
    uint32_t           row;
    uint32_t           spare;
} coding_entry;

/** Release, table and row that say something. Text belongs to the book. */
typedef struct coding_source {
    const char *release; /**< "ICD-10-CM FY2026"; NULL if nobody says so. */
    const char *table;   /**< The member: icd10cm_order_2026.txt. */
    uint32_t    line;    /**< Its line there, counted from 1; 0 if unknown. */
    uint32_t    spare;
} coding_source;

/** Days on which a row was billable, or a header. */
typedef struct coding_period {
    coding_date   first;
    coding_date   until;    /**< Last day. */
    bool          billable; /**< False: a header, which needs more characters. */
    bool          open;     /**< It reaches to the end of the newest edition. */
    char          spare[6];
    coding_source source;   /**< The edition that began it. */
} coding_period;

/** A title and the days it held. */
typedef struct coding_dated_title {
    const char *text;
    coding_date first;
    coding_date until;
} coding_dated_title;

/** Kinds of notes in the Tabular List. */
typedef enum coding_note_kind {
    CODING_NOTE_INCLUDES = 0,
    CODING_NOTE_INCLUSION_TERM = 1,
    CODING_NOTE_EXCLUDES1 = 2,       /**< Not coded here: the two do not stand together. */
    CODING_NOTE_EXCLUDES2 = 3,       /**< Not included here: both may stand. */
    CODING_NOTE_CODE_FIRST = 4,
    CODING_NOTE_USE_ADDITIONAL = 5,
    CODING_NOTE_CODE_ALSO = 6,
    CODING_NOTE_SEVENTH = 7,         /**< Prose over a list of 7th characters. */
    CODING_NOTE_FREE = 8,
    CODING_NOTE_PROCESSING = 9       /**< HCPCS processing note. */
} coding_note_kind;

/** A range of codes that a note speaks of, in printed order: from `first` to everything below `last`. */
typedef struct coding_reference {
    coding_code first;
    coding_code last;       /**< Equal to `first` for a single code. */
    uint64_t    characters; /**< With `position`: the characters allowed there, bit n for the n-th of 0-9 A-Z; 0: any. */
    uint8_t     position;   /**< 1 to 7: "with fifth or sixth character 5" speaks of 5; 0: no restriction. */
    bool        either;     /**< "fifth or sixth": `position` or the next one. */
    bool        incomplete; /**< Written with a dash: more characters are needed. */
    char        spare[5];
} coding_reference;

/** A note in force for an entry. */
typedef struct coding_note {
    coding_note_kind        kind;
    const char             *text;
    const char             *holder;     /**< Where it is written: "E11", "E08-E13", "Chapter 4". */
    coding_code             holder_code;/**< The code it is written at; 0 for a chapter or section. */
    const coding_reference *references; /**< On the desk. */
    size_t                  reference_count;
    bool                    inherited;  /**< Written above the entry. */
    bool                    heading;    /**< Opens a group: "Code to identify:". */
    char                    spare[6];
    coding_source           source;
} coding_note;

typedef struct coding_notes {
    coding_status      status;          /**< CODING_NOT_IN_BOOK: no notes reach that day. */
    const coding_note *items;           /**< On the desk; nearest holder first, in printed order. */
    size_t             count;
} coding_notes;

/** A 7th character that may follow, and its meaning. */
typedef struct coding_seven {
    char        character;
    coding_code code;                   /**< The complete code, placeholders filled in. */
    const char *text;                   /**< "initial encounter for closed fracture"; empty if no release says. */
} coding_seven;

typedef struct coding_sevens {
    coding_status       status;
    const coding_seven *items;          /**< On the desk. */
    size_t              count;
} coding_sevens;

typedef struct coding_entries {
    coding_status       status;
    const coding_entry *items;          /**< On the desk. */
    size_t              count;
} coding_entries;

typedef struct coding_periods {
    coding_status        status;
    const coding_period *items;
    size_t               count;
} coding_periods;

typedef struct coding_dated_titles {
    coding_status             status;
    const coding_dated_title *items;
    size_t                    count;
} coding_dated_titles;

/** One value that may follow a prefix: of ICD-10-PCS the next axis, elsewhere the next character. */
typedef struct coding_value {
    char        character;
    const char *label;                  /**< "Percutaneous Endoscopic"; "value 4 of approach" where nobody says. */
    uint32_t    codes;                  /**< Codes in force behind it. */
} coding_value;

typedef struct coding_values {
    coding_status       status;
    const char         *axis;           /**< "Approach"; NULL for systems without axes. */
    const coding_value *items;
    size_t              count;
} coding_values;

typedef struct coding_codes {
    coding_status      status;
    const coding_code *items;           /**< On the desk. */
    size_t             count;
} coding_codes;

/** The row of a code, on whatever days it stood. `book` is NULL in the answer if no edition ever had it. */
CODING_API coding_entry coding_find(const coding_book *book, coding_code code);
/** The row of the longest beginning of a code that is a row of the book. */
CODING_API coding_entry coding_find_longest(const coding_book *book, coding_code code);

CODING_API coding_code   coding_entry_code(coding_entry entry);
/** The long title on a day; 0: the newest it had. On the desk. Empty where no release gives one; never NULL. */
CODING_API const char   *coding_entry_title(coding_desk *desk, coding_entry entry, coding_date on);
/** The short title of the newest edition that prints one; the long title where none does. On the desk. */
CODING_API const char   *coding_entry_short_title(coding_desk *desk, coding_entry entry);
CODING_API coding_entry  coding_entry_parent(coding_entry entry);
/** Is `entry` below `ancestor` in the printed hierarchy? */
CODING_API bool          coding_entry_is_below(coding_entry entry, coding_entry ancestor);
/** Does `entry` lie in the printed range from `first` to everything below `last`? (Printed order: C4A is in C43-C44.) */
CODING_API bool          coding_entry_is_within(coding_entry entry, coding_entry first, coding_entry last);
CODING_API coding_entries coding_entry_children(coding_desk *desk, coding_entry entry, coding_date on);
/** Every billable code below, in printed order, in force on that day. */
CODING_API coding_entries coding_entry_billable_below(coding_desk *desk, coding_entry entry, coding_date on);
/** Ancestors, nearest first. */
CODING_API coding_entries coding_entry_ancestors(coding_desk *desk, coding_entry entry);
CODING_API coding_periods coding_entry_periods(coding_desk *desk, coding_entry entry);
CODING_API coding_dated_titles coding_entry_titles(coding_desk *desk, coding_entry entry);
/** Notes in force on a day: of the newest snapshot of the Tabular List not after it. */
CODING_API coding_notes   coding_entry_notes(coding_desk *desk, coding_entry entry, coding_date on);
/** 7th characters that complete this code on that day. */
CODING_API coding_sevens  coding_entry_sevens(coding_desk *desk, coding_entry entry, coding_date on);
/** A chapter or section of the Tabular List. Text belongs to the book. */
typedef struct coding_block {
    const char *name;   /**< "Chapter 4" or "E08-E13". */
    const char *title;
    coding_code first;
    coding_code last;
} coding_block;
typedef struct coding_blocks {
    coding_status       status;
    const coding_block *items;
    size_t              count;
} coding_blocks;
/** The section and the chapter that hold an entry, nearest first, of the newest snapshot. */
CODING_API coding_blocks  coding_entry_blocks(coding_desk *desk, coding_entry entry);
/** All chapters and sections of a system, in printed order, each chapter before its sections. */
CODING_API coding_blocks  coding_book_blocks(coding_desk *desk, coding_system system);
/** Codes that took the place of this one, by the conversion tables of the book. */
CODING_API coding_codes   coding_entry_successors(coding_desk *desk, coding_entry entry, coding_date on);
/** Exempt from present-on-admission reporting that day? CODING_NOT_IN_BOOK where no list reaches it. */
CODING_API coding_status  coding_entry_poa_exempt(coding_entry entry, coding_date on, bool *exempt);
/** Who says that the row stood on a day. */
CODING_API coding_source  coding_entry_source(coding_entry entry, coding_date on);
/** Rows of a system, in printed order: [first, past). Both 0 if the book has none. */
CODING_API void           coding_book_rows(const coding_book *book, coding_system system, uint32_t *first, uint32_t *past);
/** The entry of a row number. */
CODING_API coding_entry   coding_book_entry(const coding_book *book, uint32_t row);
/** Top rows of a system on a day: those without a parent. */
CODING_API coding_entries coding_book_roots(coding_desk *desk, coding_system system, coding_date on);

/** Codes that begin with a text, in printed order, in force that day; at most `limit`. */
CODING_API coding_entries coding_complete(coding_desk *desk, coding_system system, const char *text, size_t length,
                                          coding_date on, size_t limit);
/** What may follow a beginning of a code that day, with labels. */
CODING_API coding_values  coding_values_after(coding_desk *desk, coding_system system, const char *text, size_t length,
                                              coding_date on);
/** The name of an ICD-10-PCS axis (1 to 7) in a section ('0', 'B', ...): "Approach". NULL if there is none. */
CODING_API const char    *coding_pcs_axis(char section, unsigned axis);

#ifdef __cplusplus
}
#endif

#endif
