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

/**
 * A row of a book: a value, good for as long as the book is open. One whose `book` is NULL is no entry; every function
 * takes it, and answers with nothing: an empty list, an empty text, 0.
 */
typedef struct coding_entry {
    const coding_book *book;  /**< Lent; NULL: no entry. */
    uint32_t           row;   /**< Its number in printed order, of this book alone: another book counts otherwise. */
    uint32_t           spare; /**< 0. */
} coding_entry;

/** Release, table and row that say something. Text belongs to the book. */
typedef struct coding_source {
    const char *release; /**< "ICD-10-CM FY2026"; NULL if nobody says so. */
    const char *table;   /**< The member: icd10cm_order_2026.txt. */
    uint32_t    line;    /**< Its line there, counted from 1; 0 if unknown. */
    uint32_t    spare;   /**< 0. */
} coding_source;

/** Days on which a row was billable, or a header. */
typedef struct coding_period {
    coding_date   first;    /**< First day. */
    coding_date   until;    /**< Last day; 99991231 where no release says when its newest edition ends. */
    bool          billable; /**< False: a header, which needs more characters. */
    bool          open;     /**< It reaches to the end of the newest edition. */
    char          spare[6]; /**< 0. */
    coding_source source;   /**< The edition that began it. */
} coding_period;

/** A title and the days it held. Text lies on the desk. */
typedef struct coding_dated_title {
    const char *text;  /**< The title. */
    coding_date first; /**< First day. */
    coding_date until; /**< Last day; 0 for the newest title. */
} coding_dated_title;

/** Kinds of notes in the Tabular List; the official guidelines (section I.A) say what each asks for. */
typedef enum coding_note_kind {
    CODING_NOTE_INCLUDES = 0,        /**< Examples of what belongs to a category. */
    CODING_NOTE_INCLUSION_TERM = 1,  /**< Another name of what is coded right there; never inherited. */
    CODING_NOTE_EXCLUDES1 = 2,       /**< Not coded here: the two do not stand together. */
    CODING_NOTE_EXCLUDES2 = 3,       /**< Not included here: both may stand. */
    CODING_NOTE_CODE_FIRST = 4,      /**< The underlying condition is sequenced first. */
    CODING_NOTE_USE_ADDITIONAL = 5,  /**< A second code follows. */
    CODING_NOTE_CODE_ALSO = 6,       /**< Two codes may be needed; their order is free. */
    CODING_NOTE_SEVENTH = 7,         /**< Prose over a list of 7th characters. */
    CODING_NOTE_FREE = 8,            /**< Any other note. */
    CODING_NOTE_PROCESSING = 9       /**< HCPCS processing note; never inherited, and of no day. */
} coding_note_kind;

/** A range of codes that a note speaks of, in printed order: from `first` to everything below `last`. */
typedef struct coding_reference {
    coding_code first;      /**< The first code of the range. */
    coding_code last;       /**< The last one; equal to `first` for a single code. */
    uint64_t    characters; /**< With `position`: characters allowed there, bit n for the n-th of 0-9 A-Z; 0: any. */
    uint8_t     position;   /**< 1 to 7: "with fifth or sixth character 5" speaks of 5; 0: no restriction. */
    bool        either;     /**< "fifth or sixth": `position` or the next one. */
    bool        incomplete; /**< Written with a dash: more characters are needed. */
    char        spare[5];   /**< 0. */
} coding_reference;

/** A note in force for an entry. */
typedef struct coding_note {
    coding_note_kind        kind;       /**< What it asks for. */
    const char             *text;       /**< As printed; text of the book. */
    const char             *holder;     /**< Where it is written: "E11", "E08-E13", "Chapter 4". On the desk. */
    coding_code             holder_code;/**< The code it is written at; 0 for a chapter or section. */
    const coding_reference *references; /**< The codes it speaks of, as far as they are in the book; on the desk. */
    size_t                  reference_count; /**< How many. */
    bool                    inherited;  /**< Written above the entry. */
    bool                    heading;    /**< Opens a group: "Code to identify:". */
    char                    spare[6];   /**< 0. */
    coding_source           source;     /**< Release, file and line that print it. */
} coding_note;

/** Notes in force. */
typedef struct coding_notes {
    coding_status      status;          /**< CODING_NOT_IN_BOOK: no notes reach that day. */
    const coding_note *items;           /**< On the desk; nearest holder first, in printed order. */
    size_t             count;           /**< How many. */
} coding_notes;

/** A 7th character that may follow, and its meaning. */
typedef struct coding_seven {
    char        character;              /**< `A`, `D`, `S` and so on. */
    coding_code code;                   /**< The complete code, placeholders filled in. */
    const char *text;                   /**< "initial encounter for closed fracture"; empty if no release says. */
} coding_seven;

/** 7th characters. */
typedef struct coding_sevens {
    coding_status       status;         /**< CODING_OK or CODING_NO_MEMORY. */
    const coding_seven *items;          /**< On the desk. */
    size_t              count;          /**< How many; 0 for a code that takes none. */
} coding_sevens;

/** Entries. */
typedef struct coding_entries {
    coding_status       status;         /**< CODING_OK or CODING_NO_MEMORY. */
    const coding_entry *items;          /**< On the desk. */
    size_t              count;          /**< How many. */
} coding_entries;

/** Periods of a row, oldest first. */
typedef struct coding_periods {
    coding_status        status;        /**< CODING_OK or CODING_NO_MEMORY. */
    const coding_period *items;         /**< On the desk. */
    size_t               count;         /**< How many. */
} coding_periods;

/** Titles of a row, oldest first. */
typedef struct coding_dated_titles {
    coding_status             status;   /**< CODING_OK or CODING_NO_MEMORY. */
    const coding_dated_title *items;    /**< On the desk. */
    size_t                    count;    /**< How many. */
} coding_dated_titles;

/** One value that may follow a prefix: of ICD-10-PCS the next axis, elsewhere the next character. */
typedef struct coding_value {
    char        character;              /**< The character that may follow. */
    const char *label;                  /**< "Percutaneous Endoscopic"; "value 4 of approach" where nobody says. */
    uint32_t    codes;                  /**< Codes in force behind it. */
} coding_value;

/** What may follow. */
typedef struct coding_values {
    coding_status       status;         /**< CODING_NOT_IN_BOOK: the book has no code of that system. */
    const char         *axis;           /**< "Approach"; NULL for systems without axes. */
    const coding_value *items;          /**< On the desk, by character. */
    size_t              count;          /**< How many; 0 after a beginning that nothing in force has. */
} coding_values;

/** Codes. */
typedef struct coding_codes {
    coding_status      status;          /**< CODING_OK or CODING_NO_MEMORY. */
    const coding_code *items;           /**< On the desk. */
    size_t             count;           /**< How many. */
} coding_codes;

/** The row of a code, on whatever days it stood. No entry if no edition ever had it. */
CODING_API coding_entry coding_find(const coding_book *book, coding_code code);
/** The row of the longest beginning of a code that is a row of the book; no entry if none is. */
CODING_API coding_entry coding_find_longest(const coding_book *book, coding_code code);

/** The code of an entry; 0 for no entry. */
CODING_API coding_code   coding_entry_code(coding_entry entry);
/**
 * The long title on a day, as its edition prints it; 0: the newest it had. On the desk. Empty where no release gives
 * one, or where there is no memory; never NULL.
 */
CODING_API const char   *coding_entry_title(coding_desk *desk, coding_entry entry, coding_date on);
/** The short title of the newest edition that prints one; the long title where none does. On the desk; never NULL. */
CODING_API const char   *coding_entry_short_title(coding_desk *desk, coding_entry entry);
/** The entry just above, on whatever days either stood; no entry for one at the top. */
CODING_API coding_entry  coding_entry_parent(coding_entry entry);
/** Is `entry` below `ancestor` in the printed hierarchy? Nothing is below itself. */
CODING_API bool          coding_entry_is_below(coding_entry entry, coding_entry ancestor);
/** Does `entry` lie in the printed range from `first` to everything below `last`? (As printed: C4A is in C43-C44.) */
CODING_API bool          coding_entry_is_within(coding_entry entry, coding_entry first, coding_entry last);
/** The entries just below, in printed order, that were there on that day, billable or not; 0: of the newest edition. */
CODING_API coding_entries coding_entry_children(coding_desk *desk, coding_entry entry, coding_date on);
/** Every billable code below, in printed order, in force on that day. */
CODING_API coding_entries coding_entry_billable_below(coding_desk *desk, coding_entry entry, coding_date on);
/** Ancestors, nearest first. */
CODING_API coding_entries coding_entry_ancestors(coding_desk *desk, coding_entry entry);
/** When the row was billable and when a header, oldest first. Days between two periods: it was gone. */
CODING_API coding_periods coding_entry_periods(coding_desk *desk, coding_entry entry);
/** The titles of a row that had several, oldest first; empty for one that kept its title: see coding_entry_title. */
CODING_API coding_dated_titles coding_entry_titles(coding_desk *desk, coding_entry entry);
/**
 * Notes in force on a day, its own and those of all that is above it: of the newest Tabular List in the book that is
 * not after the day; 0: of the newest. Each names the release that prints it.
 */
CODING_API coding_notes   coding_entry_notes(coding_desk *desk, coding_entry entry, coding_date on);
/** 7th characters that complete this code on that day, with the meanings that the nearest definition above gives. */
CODING_API coding_sevens  coding_entry_sevens(coding_desk *desk, coding_entry entry, coding_date on);
/** A chapter or section of the Tabular List. Text belongs to the book. */
typedef struct coding_block {
    const char *name;   /**< "Chapter 4" or "E08-E13". */
    const char *title;  /**< "Diabetes mellitus". */
    coding_code first;  /**< Its first code in printed order. */
    coding_code last;   /**< Its last one. */
} coding_block;
/** Chapters and sections. */
typedef struct coding_blocks {
    coding_status       status; /**< CODING_NOT_IN_BOOK: no Tabular List is in the book. */
    const coding_block *items;  /**< On the desk. */
    size_t              count;  /**< How many. */
} coding_blocks;
/** The section and the chapter that hold an entry, nearest first, of the newest snapshot. */
CODING_API coding_blocks  coding_entry_blocks(coding_desk *desk, coding_entry entry);
/** All chapters and sections of a system, in printed order, each chapter before its sections. */
CODING_API coding_blocks  coding_book_blocks(coding_desk *desk, coding_system system);
/**
 * Codes that took the place of this one and stand on that day: by the conversion tables of the book, else those that
 * began below its nearest ancestor on the day it ended.
 */
CODING_API coding_codes   coding_entry_successors(coding_desk *desk, coding_entry entry, coding_date on);
/**
 * Is the diagnosis exempt from present-on-admission reporting that day, by the list of CMS in force? Writes `exempt`
 * (not NULL; false where nobody says) and answers CODING_OK, or CODING_NOT_IN_BOOK where no list reaches the day.
 */
CODING_API coding_status  coding_entry_poa_exempt(coding_entry entry, coding_date on, bool *exempt);
/** Who says that the row stood on a day; where it did not, who answers for the day, with line 0. */
CODING_API coding_source  coding_entry_source(coding_entry entry, coding_date on);
/** Rows of a system, in printed order, from `first` to the one before `past`. Both 0 if the book has none. */
CODING_API void           coding_book_rows(const coding_book *book, coding_system system, uint32_t *first,
                                           uint32_t *past);
/** The entry of a row number; no entry past the last. */
CODING_API coding_entry   coding_book_entry(const coding_book *book, uint32_t row);
/** Top rows of a system on a day: those without a parent that was there. */
CODING_API coding_entries coding_book_roots(coding_desk *desk, coding_system system, coding_date on);

/**
 * Codes and headers that begin with a text, in printed order, that are there on that day; at most `limit`. Dots, blanks
 * and case are no matter. CODING_ANY asks every system of the book in turn.
 */
CODING_API coding_entries coding_complete(coding_desk *desk, coding_system system, const char *text, size_t length,
                                          coding_date on, size_t limit);
/** What may follow a beginning of a code that day, with labels. `text` empty: what a code may begin with. */
CODING_API coding_values  coding_values_after(coding_desk *desk, coding_system system, const char *text, size_t length,
                                              coding_date on);
/** The name of an ICD-10-PCS axis (1 to 7) in a section ('0', 'B', ...): "Approach". NULL if there is none. */
CODING_API const char    *coding_pcs_axis(char section, unsigned axis);

#ifdef __cplusplus
}
#endif

#endif
