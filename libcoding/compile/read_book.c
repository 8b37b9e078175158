/* A book as a release: `coding build -o mine.book us.book cpt.txt` makes a new one that extends it. What the book's
 * releases said is read back edition by edition, snapshot by snapshot, and woven anew with what comes beside it. */
#include <stdlib.h>
#include <string.h>

#include <coding/entry.h>

#include "book/spelling.h"
#include "compile/read_book.h"
#include "compile/weave.h"
#include "entry/title.h"
#include "entry/trie.h"

enum { TITLE_ROOM = 4096 };

static coding__word word_of(const coding__book_reading *r, const char *text)
{
    return coding__intern(r->model, text, strlen(text));
}

static coding_code code_at(const coding__book_reading *r, uint32_t row) { return coding__row_code(r->book, row); }

static coding__word spelled(const coding__book_reading *r, uint32_t offset)
{
    char   room[TITLE_ROOM];
    size_t length = coding__spelled(r->book, offset, room, sizeof room);
    return coding__intern(r->model, room, length < sizeof room ? length : sizeof room - 1);
}

static void read_origins(coding__book_reading *r)
{
    r->origins = (uint32_t)r->model->origins.count - 1;
    for (uint32_t i = 1; i < coding__count(r->book, CODING__ORIGINS); i++) {
        coding__origin origin = {
            .release = coding__word_at(r, CODING__ORIGINS, i, CODING__ORIGIN_RELEASE),
            .file = coding__word_at(r, CODING__ORIGINS, i, CODING__ORIGIN_FILE),
            .licence = coding__word_at(r, CODING__ORIGINS, i, CODING__ORIGIN_LICENCE),
            .sha256 = coding__word_at(r, CODING__ORIGINS, i, CODING__ORIGIN_SHA256),
            .day = coding__u32(r->book, CODING__ORIGINS, i, CODING__ORIGIN_DAY),
            .rank = r->model->rank,
        };
        *(coding__origin *)coding__push(r->model, &r->model->origins, sizeof origin) = origin;
    }
}

static void read_own_systems(const coding__book_reading *r)
{
    for (uint32_t i = 0; i < coding__count(r->book, CODING__SYSTEMS); i++) {
        uint32_t number = coding__u32(r->book, CODING__SYSTEMS, i, CODING__SYSTEM_NUMBER);
        if (number < CODING_OWN_FIRST || number > CODING_OWN_LAST) continue;
        coding__own_system own = {
            .number = (coding_system)number,
            .name = coding__word_at(r, CODING__SYSTEMS, i, CODING__SYSTEM_NAME),
            .title = coding__word_at(r, CODING__SYSTEMS, i, CODING__SYSTEM_TITLE),
            .pattern = coding__word_at(r, CODING__SYSTEMS, i, CODING__SYSTEM_PATTERN),
            .dot = coding__u32(r->book, CODING__SYSTEMS, i, CODING__SYSTEM_DOT),
        };
        *(coding__own_system *)coding__push(r->model, &r->model->own_systems, sizeof own) = own;
    }
}

/* The line that an edition gives a row, as it stands in the book: with its mark where changes brought it. */
static uint32_t line_in(const coding__book_reading *r, uint32_t edition, uint32_t row)
{
    uint32_t first = coding__u32(r->book, CODING__EDITIONS, edition, CODING__EDITION_LINE);
    uint32_t count = coding__u32(r->book, CODING__EDITIONS, edition, CODING__EDITION_LINES);
    uint32_t total = coding__count(r->book, CODING__LINES);
    if (first > total || count > total - first) return 0;
    uint32_t past = coding__lower_bound(r->book, CODING__LINES, 0, row + 1, first, first + count);
    if (past == first) return 0;
    return coding__u32(r->book, CODING__LINES, past - 1, 4) + row - coding__u32(r->book, CODING__LINES, past - 1, 0);
}

/* Is it a code of the system, of characters that there are? */
static bool is_code(coding_system system, coding_code code)
{
    coding_code again = coding__code_start(system);
    for (unsigned i = 0, symbol; (symbol = coding__symbol_at(code, i)) && coding__character_of(symbol); i++)
        again = coding__code_with(again, i, symbol);
    return again == code && code != coding__code_start(system) && !coding__holds_number(system);
}

/* Who made the book is a stranger: a row of another system, or of no code, is none of the edition. */
static void read_row(const coding__book_reading *r, coding__edition *edition, uint32_t number, uint32_t row)
{
    coding_date on = edition->first;
    coding_rule rule = coding__row_rule(r->book, row, on);
    if (!coding__rule_is_there(rule) || !is_code(edition->system, code_at(r, row))) return;
    coding__printed printed = {
        .code = code_at(r, row),
        .title = spelled(r, coding__title_of(coding_book_entry(r->book, row), on)),
        .short_title = spelled(r, coding__u32(r->book, CODING__ROWS, row, CODING__ROW_SHORT)),
        .line = line_in(r, number, row),
        .billable = rule == CODING_RULE_STANDS,
    };
    *(coding__printed *)coding__push(r->model, &edition->rows, sizeof printed) = printed;
}

static void read_editions(const coding__book_reading *r)
{
    for (uint32_t i = 0; i < coding__count(r->book, CODING__EDITIONS) && !r->model->no_memory; i++) {
        uint32_t        first, past;
        coding__edition edition = {
            .system = (coding_system)coding__u32(r->book, CODING__EDITIONS, i, CODING__EDITION_SYSTEM),
            .first = coding__u32(r->book, CODING__EDITIONS, i, CODING__EDITION_FIRST),
            .until = coding__u32(r->book, CODING__EDITIONS, i, CODING__EDITION_UNTIL),
            .origin = coding__origin_at(r, CODING__EDITIONS, i, CODING__EDITION_ORIGIN),
            .base = coding__origin_at(r, CODING__EDITIONS, i, CODING__EDITION_BASE),
        };
        coding_book_rows(r->book, edition.system, &first, &past);
        for (uint32_t row = first; edition.system && row < past; row++) read_row(r, &edition, i, row);
        coding__edition *added = coding__push(r->model, &r->model->editions, sizeof *added);
        *added = edition;
        coding__let_go(r->model, added, &added->rows);
    }
}

/* Blocks of a snapshot; `numbers` has for each block of the book its number among them. */
static void read_blocks(const coding__book_reading *r, coding__snapshot *snapshot, uint32_t bit, uint32_t *numbers)
{
    for (uint32_t i = 0; i < coding__count(r->book, CODING__BLOCKS); i++) {
        uint32_t first = coding__u32(r->book, CODING__BLOCKS, i, CODING__BLOCK_FIRST);
        uint32_t past = coding__u32(r->book, CODING__BLOCKS, i, CODING__BLOCK_PAST);
        if (!(coding__u32(r->book, CODING__BLOCKS, i, CODING__BLOCK_SNAPSHOTS) & bit)) continue;
        coding__printed_block block = {
            .level = coding__u32(r->book, CODING__BLOCKS, i, CODING__BLOCK_LEVEL),
            .name = coding__word_at(r, CODING__BLOCKS, i, CODING__BLOCK_NAME),
            .title = coding__word_at(r, CODING__BLOCKS, i, CODING__BLOCK_TITLE),
            .first = code_at(r, first),
            .last = past > first ? code_at(r, past - 1) : 0,
        };
        numbers[i] = (uint32_t)snapshot->blocks.count;
        *(coding__printed_block *)coding__push(r->model, &snapshot->blocks, sizeof block) = block;
    }
}

static coding__printed_note note_at(const coding__book_reading *r, uint32_t record, const uint32_t *numbers)
{
    uint32_t holder = coding__u32(r->book, CODING__NOTES, record, CODING__NOTE_HOLDER);
    bool     is_block = holder & CODING__NOTE_BLOCK
                    && (holder & ~CODING__NOTE_BLOCK) < coding__count(r->book, CODING__BLOCKS);
    return (coding__printed_note){
        .holder = holder & CODING__NOTE_BLOCK ? 0 : code_at(r, holder),
        .block = is_block ? numbers[holder & ~CODING__NOTE_BLOCK] : UINT32_MAX,
        .kind = (coding_note_kind)coding__u8(r->book, CODING__NOTES, record, CODING__NOTE_KIND),
        .text = coding__word_at(r, CODING__NOTES, record, CODING__NOTE_TEXT),
        .line = coding__u32(r->book, CODING__NOTES, record, CODING__NOTE_LINE),
        .heading = coding__u8(r->book, CODING__NOTES, record, CODING__NOTE_HEADING) != 0,
    };
}

static void read_code_note(const coding__book_reading *r, uint32_t record, const coding__printed_note *note)
{
    coding__code_note own = {note->holder, note->text, coding__origin_at(r, CODING__NOTES, record, CODING__NOTE_ORIGIN),
                             note->line};
    *(coding__code_note *)coding__push(r->model, &r->model->code_notes, sizeof own) = own;
}

static void read_notes(const coding__book_reading *r, coding__snapshot *snapshot, uint32_t bit, const uint32_t *numbers)
{
    for (uint32_t i = 0; i < coding__count(r->book, CODING__NOTES); i++) {
        coding__printed_note note = note_at(r, i, numbers);
        if (note.kind == CODING_NOTE_PROCESSING) continue;
        if (!(coding__u32(r->book, CODING__NOTES, i, CODING__NOTE_SNAPSHOTS) & bit)) continue;
        *(coding__printed_note *)coding__push(r->model, &snapshot->notes, sizeof note) = note;
    }
}

static void read_sevens(const coding__book_reading *r, coding__snapshot *snapshot, uint32_t bit)
{
    for (uint32_t i = 0; i < coding__count(r->book, CODING__SEVENS); i++) {
        if (!(coding__u32(r->book, CODING__SEVENS, i, CODING__SEVEN_SNAPSHOTS) & bit)) continue;
        coding__printed_seven seven = {
            .holder = code_at(r, coding__u32(r->book, CODING__SEVENS, i, CODING__SEVEN_ROW)),
            .character = (char)coding__u8(r->book, CODING__SEVENS, i, CODING__SEVEN_CHARACTER),
            .text = coding__word_at(r, CODING__SEVENS, i, CODING__SEVEN_TEXT),
        };
        *(coding__printed_seven *)coding__push(r->model, &snapshot->sevens, sizeof seven) = seven;
    }
}

static void add_snapshot(const coding__book_reading *r, const coding__snapshot *snapshot)
{
    coding__snapshot *added = coding__push(r->model, &r->model->snapshots, sizeof *added);
    *added = *snapshot;
    coding__let_go(r->model, added, &added->notes);
    coding__let_go(r->model, added, &added->sevens);
    coding__let_go(r->model, added, &added->blocks);
}

static void read_snapshots(const coding__book_reading *r)
{
    uint32_t *numbers = calloc(coding__count(r->book, CODING__BLOCKS) + 1, sizeof *numbers);
    if (!numbers) r->model->no_memory = true;
    for (uint32_t i = 0; numbers && i < coding__count(r->book, CODING__SNAPSHOTS) && i < 32; i++) {
        uint32_t         bit = (uint32_t)1 << i;
        coding__snapshot snapshot = {
            .system = (coding_system)coding__u32(r->book, CODING__SNAPSHOTS, i, CODING__SNAPSHOT_SYSTEM),
            .first = coding__u32(r->book, CODING__SNAPSHOTS, i, CODING__SNAPSHOT_FIRST),
            .origin = coding__origin_at(r, CODING__SNAPSHOTS, i, CODING__SNAPSHOT_ORIGIN),
        };
        read_blocks(r, &snapshot, bit, numbers);
        read_notes(r, &snapshot, bit, numbers);
        read_sevens(r, &snapshot, bit);
        add_snapshot(r, &snapshot);
    }
    for (uint32_t i = 0; numbers && i < coding__count(r->book, CODING__NOTES); i++) {
        coding__printed_note note = note_at(r, i, numbers);
        if (note.kind == CODING_NOTE_PROCESSING) read_code_note(r, i, &note);
    }
    free(numbers);
}

static void read_index_codes(const coding__book_reading *r, coding__index *index, uint32_t record,
                             coding__index_term *term)
{
    uint32_t first = coding__u32(r->book, CODING__INDEX, record, CODING__INDEX_CODE);
    uint32_t count = coding__u16(r->book, CODING__INDEX, record, CODING__INDEX_CODES_);
    uint32_t total = coding__count(r->book, CODING__INDEX_CODES), there = first < total ? total - first : 0;
    if (count > there) count = there;
    term->code = (uint32_t)index->codes.count;
    term->codes = count;
    for (uint32_t i = first; i - first < count; i++) {
        coding__index_code code = {
            .code = code_at(r, coding__u32(r->book, CODING__INDEX_CODES, i, CODING__INDEX_CODE_ROW) - 1),
            .column = (uint8_t)coding__u8(r->book, CODING__INDEX_CODES, i, CODING__INDEX_CODE_COLUMN),
            .flags = (uint8_t)coding__u8(r->book, CODING__INDEX_CODES, i, CODING__INDEX_CODE_FLAGS),
        };
        *(coding__index_code *)coding__push(r->model, &index->codes, sizeof code) = code;
    }
}

static void read_term(const coding__book_reading *r, coding__index *index, uint32_t record, uint32_t base)
{
    uint32_t           parent = coding__u32(r->book, CODING__INDEX, record, CODING__INDEX_PARENT);
    coding__index_term term = {
        .parent = parent > base && parent - base <= index->terms.count ? parent - base : 0,
        .level = coding__u8(r->book, CODING__INDEX, record, CODING__INDEX_LEVEL),
        .title = coding__word_at(r, CODING__INDEX, record, CODING__INDEX_TITLE),
        .nemod = word_of(r, coding__index_text(r->book, record, CODING__INDEX_NEMOD)),
        .see = word_of(r, coding__index_text(r->book, record, CODING__INDEX_SEE)),
        .see_also = word_of(r, coding__index_text(r->book, record, CODING__INDEX_SEE_ALSO)),
    };
    read_index_codes(r, index, record, &term);
    *(coding__index_term *)coding__push(r->model, &index->terms, sizeof term) = term;
}

static void read_index(const coding__book_reading *r, uint32_t kind)
{
    uint32_t      origin = coding__u32(r->book, CODING__INDEX_ORIGINS, kind, 0), base = UINT32_MAX;
    coding__index index = {.kind = (coding__index_kind)kind,
                           .origin = coding__origin_of(r, origin),
                           .day = coding__u32(r->book, CODING__ORIGINS, origin, CODING__ORIGIN_DAY)};
    for (uint32_t i = 0; i < coding__count(r->book, CODING__INDEX) && !r->model->no_memory; i++) {
        if (coding__u8(r->book, CODING__INDEX, i, CODING__INDEX_KIND) != kind) continue;
        if (base == UINT32_MAX) base = i;
        read_term(r, &index, i, base);
    }
    if (!index.terms.count) {
        free(index.codes.items); /* of terms that found no memory */
        return;
    }
    coding__index *added = coding__push(r->model, &r->model->indexes, sizeof *added);
    *added = index;
    coding__let_go(r->model, added, &added->terms);
    coding__let_go(r->model, added, &added->codes);
}

static void read_successors(const coding__book_reading *r)
{
    for (uint32_t i = 0; i < coding__count(r->book, CODING__SUCCESSORS); i++) {
        coding__successor successor = {
            .code = code_at(r, coding__u32(r->book, CODING__SUCCESSORS, i, CODING__SUCCESSOR_ROW)),
            .to = code_at(r, coding__u32(r->book, CODING__SUCCESSORS, i, CODING__SUCCESSOR_TO)),
            .first = coding__u32(r->book, CODING__SUCCESSORS, i, CODING__SUCCESSOR_FIRST),
            .origin = coding__origin_at(r, CODING__SUCCESSORS, i, CODING__SUCCESSOR_ORIGIN),
            .line = coding__u32(r->book, CODING__SUCCESSORS_MORE, i, CODING__SUCCESSOR_LINE),
        };
        *(coding__successor *)coding__push(r->model, &r->model->successors, sizeof successor) = successor;
    }
}

static void read_poa_list(const coding__book_reading *r, uint32_t list)
{
    uint32_t         first, past;
    coding__poa_list made = {
        .first = coding__u32(r->book, CODING__POA_LISTS, list, CODING__POA_LIST_FIRST),
        .until = coding__u32(r->book, CODING__POA_LISTS, list, CODING__POA_LIST_UNTIL),
        .origin = coding__origin_at(r, CODING__POA_LISTS, list, CODING__POA_LIST_ORIGIN),
    };
    coding_book_rows(r->book, CODING_ICD10CM, &first, &past);
    for (uint32_t row = first; row < past; row++) {
        bool exempt;
        coding_entry_poa_exempt(coding_book_entry(r->book, row), made.first, &exempt);
        if (exempt) *(coding_code *)coding__push(r->model, &made.codes, sizeof(coding_code)) = code_at(r, row);
    }
    coding__poa_list *added = coding__push(r->model, &r->model->poa_lists, sizeof *added);
    *added = made;
    coding__let_go(r->model, added, &added->codes);
}

static void read_vocabulary(const coding__book_reading *r)
{
    for (uint32_t i = 0; i < coding__count(r->book, CODING__VOCABULARY); i++) {
        coding__synonym synonym = {
            .term = coding__word_at(r, CODING__VOCABULARY, i, CODING__VOCABULARY_TERM),
            .concept = coding__word_at(r, CODING__VOCABULARY, i, CODING__VOCABULARY_CONCEPT),
            .kind = coding__word_at(r, CODING__VOCABULARY, i, CODING__VOCABULARY_KIND),
            .rank = coding__u32(r->book, CODING__VOCABULARY, i, CODING__VOCABULARY_RANK),
        };
        *(coding__synonym *)coding__push(r->model, &r->model->synonyms, sizeof synonym) = synonym;
    }
}

static void read_word_part(const coding__book_reading *r, uint32_t record)
{
    coding__word_part part = {
        .letters = coding__word_at(r, CODING__PARTS, record, CODING__PART_LETTERS),
        .form = coding__word_at(r, CODING__PARTS, record, CODING__PART_FORM),
        .meaning = coding__word_at(r, CODING__PARTS, record, CODING__PART_MEANING),
        .because = coding__word_at(r, CODING__PARTS, record, CODING__PART_BECAUSE),
        .kind = (coding_part_kind)coding__u8(r->book, CODING__PARTS, record, CODING__PART_KIND),
        .origin = coding__origin_at(r, CODING__PARTS, record, CODING__PART_ORIGIN),
        .line = coding__u32(r->book, CODING__PARTS, record, CODING__PART_LINE),
    };
    if (coding__u8(r->book, CODING__PARTS, record, CODING__PART_STEM)) return; /* made again from its part */
    *(coding__word_part *)coding__push(r->model, &r->model->word_parts, sizeof part) = part;
}

void coding__take_book(coding__model *model, const coding_book *book)
{
    coding__book_reading r = {.model = model, .book = book};
    read_origins(&r);
    read_own_systems(&r);
    read_editions(&r);
    read_snapshots(&r);
    for (uint32_t kind = CODING__INDEX_ALPHABETIC; kind <= CODING__INDEX_DRUG; kind++) read_index(&r, kind);
    read_successors(&r);
    for (uint32_t i = 0; i < coding__count(book, CODING__POA_LISTS); i++) read_poa_list(&r, i);
    read_vocabulary(&r);
    for (uint32_t i = 0; i < coding__count(book, CODING__PARTS); i++) read_word_part(&r, i);
    coding__take_claims(&r);
    coding__take_maps(&r);
    coding__take_comorbidity(&r);
    coding__take_ccsr(&r);
    coding__take_risk(&r);
    coding__take_drg(&r);
    coding__take_note_tables(&r);
    coding__take_operations(&r);
}

bool coding__read_book(coding__model *model, const char *path, coding_error *error)
{
    coding_book *book = coding_book_open(path, error);
    bool         good = book && coding_book_verify(book, error);
    if (good) coding__take_book(model, book);
    coding_book_close(book);
    return good;
}
