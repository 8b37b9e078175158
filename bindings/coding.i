/* One interface for every language. Parameters are known by their names (style.md), so that a new function of the
 * headers binds itself; a folder of manners each teaches SWIG what text, days and records are in its language.
 *
 * Functions that need no book are taken from the headers as they are. Those that ask a book become methods of Book,
 * which is a room (room.h): the language never sees a desk. Their parameters come in one order,
 *
 *     desk or book; text, length; system; on; the rest; error
 *
 * and typemaps rely on it: self is arg1, the desk is arg2, the text arg3 and arg4. Answers are copied into records of
 * the language before the desk is given back (answers.i). */
%module coding

%{
#include "asks.h"
#include "shapes.h"
%}

%include <stdint.i>
%include <exception.i>

/* --- Names: CODING_RULE_HEADER stays a constant as it is; coding_parse is parse. */

%rename("%(strip:[coding_])s", %$isfunction) "";
%rename("$ignore", %$isclass) "";
%rename("$ignore", regextarget=1, fullname=1, %$isfunction)
    "^coding_(book|desk|entry|check|find|read|suggest|identify|explain|verdict|search|complete|values|term)(_|$)";
%rename("$ignore", regextarget=1, fullname=1, %$isfunction)
    "^coding_(annotate|operate|scan|map(_years|_many)?|comorbidity(_many|_version)?"
    "|group(_many|_attributes|_what_if|_queries_of)?|drg_weight_of"
    "|risk_(score_member|explain|blend_member|score_many|has))$";
%rename("$ignore", regextarget=1, fullname=1, %$isfunction)
    "^coding_(claim_(new|add|whole|diagnosis|procedure|line|review|explain|parse)"
    "|claims_(new|feed|finish|next|free)|visit_(judge|parse|family_of)|sample_(simple|allot)|estimate)(_|$)";
%rename("%s", %$isclass) coding__room;
%rename(Book) coding__room;

/* --- Conventions. */

%typemap(in, numinputs=0) coding_error *error (coding_error failure) {
    failure.status = CODING_OK;
    $1 = &failure;
}
%typemap(in, numinputs=0) char text[ANY] (char printed[$1_dim0]) "$1 = printed;"

/* A desk is borrowed for a call, and so is the book. Typemap `check` runs when all that was handed in has been read. */
%typemap(in, numinputs=0) coding_desk *desk "$1 = NULL;"
%typemap(check) coding_desk *desk {
    coding_error closed;
    $1 = coding__room_borrow(arg1, &closed);
    if (!$1) coding__raise(closed);
}
%typemap(freearg) coding_desk *desk "coding__room_give_back(arg1, $1);"
%typemap(in, numinputs=0) const coding_book *book (coding_desk *lender = NULL) "$1 = NULL;"
%typemap(check) const coding_book *book {
    coding_error closed;
    lender$argnum = coding__room_borrow(arg1, &closed);
    if (!lender$argnum) coding__raise(closed);
    $1 = ($1_ltype)coding_desk_book(lender$argnum);
}
%typemap(freearg) const coding_book *book "coding__room_give_back(arg1, lender$argnum);"

#if defined(SWIGPYTHON)
%include "python/python.i"
#elif defined(SWIGJAVA)
%include "java/java.i"
#elif defined(SWIGGO)
%include "go/go.i"
#elif defined(SWIGPERL)
%include "perl/perl.i"
#elif defined(SWIGRUBY)
%include "ruby/ruby.i"
#elif defined(SWIGPHP)
%include "php/php.i"
#elif defined(SWIGLUA)
%include "lua/lua.i"
#endif

/* The same by other names. Java knows days and systems by their types, Go in its book.i. */
#if !defined(SWIGJAVA) && !defined(SWIGGO)
%apply coding_system system { coding_system to };
%apply coding_date on { coding_date since };
#endif
%apply (const char *text, size_t length) { (const char *name, size_t length) };

%include <coding/base.h>
%include <coding/code.h>
%include <coding/book.h>
%include <coding/desk.h>
%include <coding/entry.h>
%include <coding/check.h>
%include <coding/search.h>
%include <coding/term.h>
%include <coding/claim.h>
%include <coding/visit.h>
%include <coding/risk.h>
%include <coding/exchange.h>
%include <coding/audit.h>
%include <coding/map.h>
%include <coding/comorbidity.h>
%include <coding/group.h>
%include <coding/annotate.h>
%include <coding/operate.h>
%ignore CODING_SCAN_ROOM;
%ignore CODING_SCAN_REACH;
%include <coding/scan.h>

/* --- The book. */

#if defined(SWIGPYTHON)
%include "python/book.i"
#elif defined(SWIGJAVA)
%include "java/book.i"
#elif defined(SWIGGO)
%include "go/book.i"
#elif defined(SWIGPERL)
%include "perl/book.i"
#elif defined(SWIGRUBY)
%include "ruby/book.i"
#elif defined(SWIGPHP)
%include "php/book.i"
#elif defined(SWIGLUA)
%include "lua/book.i"
#endif

typedef struct coding__room {} coding__room;

/* A method without a body is a function of room.h or asks.h: check is coding__room_check. */
%extend coding__room {
    coding__room(const char *path, coding_error *error) { return coding__room_open(path, error); }
    ~coding__room() { coding__room_free($self); }
    /** Gives the book back: at once, or when the last call in another thread returns. Closing twice does nothing. */
    void close();
    /** Has it been closed? */
    bool is_closed();

    /* --- May it stand? */

    /** May the code stand on that day? A verdict with its findings, loudest first. */
    coding_verdict check(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on);
    /** The bare verdict: the fast path. With a system named it looks into that one alone. */
    coding_rule verdict(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on);
    /** Reads a text as a code of any system of the book, users' own included. */
    coding_parsed read(coding_desk *desk, const char *text, size_t length, coding_system system);
    /** Near misses that stand on that day, likeliest first, each with the repair that leads to it. */
    coding_suggestions suggest(coding_desk *desk, const char *text, size_t length, coding_system system,
                               coding_date on);
    /** Which systems could this text be of? Those in which it stands come first. */
    coding_candidates identify(coding_desk *desk, const char *text, size_t length, coding_date on);

    /* --- From words to codes. */

    /** Codes found from words, best first. `first` and `last`: a printed range of codes; 0: all. */
    coding__dated_hits search(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                              uint32_t count, uint32_t skip, bool billable_only, coding_code first, coding_code last);
    /** Codes whose texts hold the word, or else the meanings of all its roots. */
    coding__dated_hits term_codes(coding_desk *desk, const char *text, size_t length, coding_system system,
                                  coding_date on, uint32_t count);
    /** Takes a medical word apart: the best way first, then others that fit as well or nearly so. */
    coding_term term(coding_desk *desk, const char *text, size_t length);
    /** Words of the book that begin as the last word of the text does, likeliest first. */
    coding_completions search_complete(coding_desk *desk, const char *text, size_t length, size_t limit);

    /* --- What the book says of a code. */

    /** The entry of a code, on whatever days it stood; none if no edition ever had it. */
    coding__dated_entry find(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on);
    /** The entry of the longest beginning of a code that the book has. */
    coding__dated_entry find_longest(coding_desk *desk, const char *text, size_t length, coding_system system,
                                     coding_date on);
    /** The entry of a row number; none past the last. */
    coding__dated_entry entry(coding_desk *desk, uint32_t row, coding_date on);
    /** The entry above; none at the top. */
    coding__dated_entry parent(coding_desk *desk, const char *text, size_t length, coding_system system,
                               coding_date on, coding_error *error);
    /** The long title on a day; 0: the newest it had. */
    const char *title(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                      coding_error *error);
    /** The short title of the newest edition that prints one, else the long one. */
    const char *short_title(coding_desk *desk, const char *text, size_t length, coding_system system,
                            coding_error *error);
    /** The entries just below, in force on that day, in printed order. */
    coding__dated_entries children(coding_desk *desk, const char *text, size_t length, coding_system system,
                                   coding_date on, coding_error *error);
    /** Every billable code below, in force on that day, in printed order. */
    coding__dated_entries billable_below(coding_desk *desk, const char *text, size_t length, coding_system system,
                                         coding_date on, coding_error *error);
    /** The entries above, nearest first. */
    coding__dated_entries ancestors(coding_desk *desk, const char *text, size_t length, coding_system system,
                                    coding_date on, coding_error *error);
    /** The days on which it was billable, or a header, oldest first. */
    coding_periods periods(coding_desk *desk, const char *text, size_t length, coding_system system,
                           coding_error *error);
    /** Every title it had, with its days, oldest first; empty where it kept one. */
    coding_dated_titles titles(coding_desk *desk, const char *text, size_t length, coding_system system,
                               coding_error *error);
    /** Notes in force on a day, nearest holder first. */
    coding_notes notes(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                       coding_error *error);
    /** 7th characters that complete the code on that day. */
    coding_sevens sevens(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                         coding_error *error);
    /** The section and the chapter that hold it, nearest first. */
    coding_blocks blocks(coding_desk *desk, const char *text, size_t length, coding_system system,
                         coding_error *error);
    /** Codes that took its place and stand on that day. */
    coding_codes successors(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                            coding_error *error);
    /** Who says that it stood on that day; none if nobody does. */
    coding_source source(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                         coding_error *error);
    /** Is it exempt from present-on-admission reporting that day? */
    bool poa_exempt(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                    coding_error *error);
    /** Is a code below another in the printed hierarchy? Codes are numbers, as Parsed has them. */
    bool is_below(const coding_book *book, coding_code code, coding_code ancestor);
    /** Does a code lie in the printed range from `first` to everything below `last`? (C4A is in C43-C44.) */
    bool is_within(const coding_book *book, coding_code code, coding_code first, coding_code last);

    /* --- What may follow. */

    /** Codes that begin with a text, in force that day, in printed order. */
    coding__dated_entries complete(coding_desk *desk, const char *text, size_t length, coding_system system,
                                   coding_date on, size_t limit);
    /** What may follow a beginning of a code that day, with labels. */
    coding_values values_after(coding_desk *desk, const char *text, size_t length, coding_system system,
                               coding_date on);

    /* --- Claims. */

    /** What every rule says of a claim in its short form, loudest first. `rules`: bit n asks rule n; 0: all. */
    coding_review review(coding_desk *desk, const char *text, size_t length, uint64_t rules, bool notes, bool money,
                         coding_error *error);
    /** Every claim of a file, X12 837 or the tidy table of claims, and every trouble in it, in the file's order. */
    coding__claim_items review_file(coding_desk *desk, const char *text, size_t length, uint64_t rules, bool notes,
                                    bool money);
    /** The level that a record supports: a line such as `office-established billed=99215 minutes=38 risk=moderate`. */
    coding_visit_level visit(coding_desk *desk, const char *text, size_t length, coding_date on, coding_error *error);
    /** The family of visits that a code is of on a day. */
    coding_visit_family visit_family(coding_desk *desk, const char *text, size_t length, coding_date on);

    /* --- From notes to codes, and from one code set to another. */

    /** What a note speaks of, how it is asserted, and the codes that it supports, in a coder's order. */
    coding_annotation annotate(coding_desk *desk, const char *text, size_t length, coding_date on,
                               coding_setting setting);
    /** The operations of a report, each as its seven characters of ICD-10-PCS and what the words leave open. */
    coding__operations operate(coding_desk *desk, const char *text, size_t length, coding_date on);
    /** The phrases of the book in a text of any length, at each word the longest. `last`: nothing follows the text. */
    coding__scanned scan(coding_desk *desk, const char *text, size_t length, bool last);
    /** What stands for a code in another system, with the rows that say so; without a day as the table says it. */
    coding_mapped map(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                      coding_system to, coding_map_style style, coding_error *error);
    /** What a code as it stood on the day `since` (0: the last on which it stood) is on another day. */
    coding_mapped map_years(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                            coding_date since, coding_error *error);

    /* --- Groups. Patients, members and stays are lines of words. */

    /** The groups of a patient: `J18.9/Y I13.2/Y`, perhaps with `age=70`, `version=2025.1`, `secondary-only`. */
    coding_comorbidities comorbidity(coding_desk *desk, const char *text, size_t length, coding_system system,
                                     coding_date on, coding_comorbidity_scheme scheme, coding_error *error);
    /** The clinical categories (CCSR) of a diagnosis: `E11.22`, perhaps with `version=2025.1`. */
    coding__ccsr ccsr(coding_desk *desk, const char *text, size_t length, coding_error *error);
    /** The score of a member in a payment year: `age=72 sex=F dual=2 E11.22@2025-03-01 I50.22 earlier=E11.9`. */
    coding__risk_told risk(coding_desk *desk, const char *text, size_t length, coding_risk_model model, uint32_t year,
                           coding_error *error);
    /** What Medicare Advantage was paid for the member in that year. */
    coding__risk_blend risk_blend(coding_desk *desk, const char *text, size_t length, uint32_t year,
                                  coding_error *error);
    /** Has the book all tables of that model, plan and payment year? */
    bool risk_has(const coding_book *book, coding_risk_model model, coding_risk_plan plan, uint32_t year);
    /** The MS-DRG of a stay: `sex=F discharge=01 I21.4/Y J96.01/N px 02703DZ`, discharged on that day. */
    coding_grouping group(coding_desk *desk, const char *text, size_t length, coding_date on, coding_error *error);
    /** Which single code makes the DRG: each is left out in turn, and a CC and an MCC are added. */
    coding_group_changes group_what_if(coding_desk *desk, const char *text, size_t length, coding_date on,
                                       coding_error *error);
    /** What to ask the record: codes of a reported category that would count for more and give another DRG. */
    coding_group_queries group_queries(coding_desk *desk, const char *text, size_t length, coding_date on,
                                       coding_error *error);
    /** What Table 5 of the payment rule says of a DRG on the day of discharge. */
    coding_drg_weight drg_weight(const coding_book *book, coding_date on, uint32_t drg);
    /** The attributes by which formulas know a code in a version (431 is v43.1), parted by blanks; empty: none. */
    const char *group_attributes(coding_desk *desk, const char *text, size_t length, coding_system system,
                                 uint32_t version);

    /* --- Samples for an audit: numbers alone, which ask no fact of the book. */

    /** Draws `count` different numbers from 0 to `frame` - 1, ascending; the same seed always draws the same. */
    coding__numbers sample(coding_desk *desk, uint64_t frame, size_t count, uint64_t seed);
    /** Shares `total` claims among strata: the text has two numbers of each, its size and expected deviation. */
    coding__numbers sample_strata(coding_desk *desk, const char *text, size_t length, uint64_t total,
                                  coding_error *error);
    /** The overpayment of all `frame` claims: the text has the cents of each claim read, 0 for a right one. */
    coding_estimate estimate(coding_desk *desk, const char *text, size_t length, uint64_t frame, double confidence,
                             coding_error *error);
    /** The same of strata: the text has four numbers of each: its size, claims read, their mean and variance. */
    coding_estimate estimate_strata(coding_desk *desk, const char *text, size_t length, double confidence,
                                    coding_error *error);

    /* --- The book itself. */

    /** Top entries of a system on a day. */
    coding__dated_entries roots(coding_desk *desk, coding_system system, coding_date on);
    /** All chapters and sections of a system, each chapter before its sections. */
    coding_blocks system_blocks(coding_desk *desk, coding_system system);
    /** Row numbers of a system, in printed order; both 0 if the book has none. */
    coding__rows rows(const coding_book *book, coding_system system);
    /** How many editions the book has, of all systems. */
    size_t edition_count(const coding_book *book);
    /** The edition at `index`, by system and first day. */
    coding_edition edition(const coding_book *book, size_t index);
    /** How many sources the book was made of. */
    size_t origin_count(const coding_book *book);
    /** The source at `index`, in the order in which they were read. */
    coding_origin origin(const coding_book *book, size_t index);
    /** How many sections the file has. */
    size_t section_count(const coding_book *book);
    /** The section at `index`, in the order of the file. */
    coding_section section(const coding_book *book, size_t index);
    /** Bytes of the file. */
    size_t size(const coding_book *book);
    /** The system of that name in this book, users' own included; any if there is none. */
    coding_system system(const coding_book *book, const char *text, size_t length);
    /** The name of a system as this book knows it. */
    const char *system_name(const coding_book *book, coding_system system);
    /** Does the book hold any code of the system? */
    bool has_system(const coding_book *book, coding_system system);
    /** First day of the newest edition of a system; none if the book has none. */
    coding_date newest(const coding_book *book, coding_system system);
    /** Reads the whole book; fails with the first fault. */
    bool verify(coding_desk *desk, coding_error *error);
}
