/* What may follow a beginning of a code: of ICD-10-PCS the values of the next axis, elsewhere the next characters. */
#include <coding/entry.h>

#include <string.h>

#include "base/phrase.h"
#include "base/text.h"
#include "entry/desk.h"
#include "entry/trie.h"
#include "entry/values.h"

enum { AXES = 7, TABLE_AXES = 3 };

/* The axes by section. Axes 5 to 7 mean different things from section to section. */
static const struct {
    char        section;
    const char *axes[AXES];
} axis_names[] = {
    {'0', {"Section", "Body System", "Root Operation", "Body Part", "Approach", "Device", "Qualifier"}},
    {'1', {"Section", "Body System", "Root Operation", "Body Part", "Approach", "Device", "Qualifier"}},
    {'2', {"Section", "Body System", "Root Operation", "Body Region", "Approach", "Device", "Qualifier"}},
    {'3', {"Section", "Body System", "Root Operation", "Body System/Region", "Approach", "Substance", "Qualifier"}},
    {'4', {"Section", "Body System", "Root Operation", "Body System", "Approach", "Function", "Qualifier"}},
    {'5', {"Section", "Body System", "Root Operation", "Body System", "Duration", "Function", "Qualifier"}},
    {'6', {"Section", "Body System", "Root Operation", "Body System", "Duration", "Qualifier", "Qualifier"}},
    {'7', {"Section", "Body System", "Root Operation", "Body Region", "Approach", "Method", "Qualifier"}},
    {'8', {"Section", "Body System", "Root Operation", "Body Region", "Approach", "Method", "Qualifier"}},
    {'9', {"Section", "Body System", "Root Operation", "Body Region", "Approach", "Method", "Qualifier"}},
    {'B', {"Section", "Body System", "Root Type", "Body Part", "Contrast", "Qualifier", "Qualifier"}},
    {'C', {"Section", "Body System", "Root Type", "Body Part", "Radionuclide", "Qualifier", "Qualifier"}},
    {'D', {"Section", "Body System", "Modality", "Treatment Site", "Modality Qualifier", "Isotope", "Qualifier"}},
    {'F',
     {"Section", "Section Qualifier", "Root Type", "Body System/Region", "Type Qualifier", "Equipment", "Qualifier"}},
    {'G', {"Section", "Body System", "Root Type", "Type Qualifier", "Qualifier", "Qualifier", "Qualifier"}},
    {'H', {"Section", "Body System", "Root Type", "Type Qualifier", "Qualifier", "Qualifier", "Qualifier"}},
    {'X',
     {"Section", "Body System", "Root Operation", "Body Part", "Approach", "Device/Substance/Technology",
      "New Technology Group"}},
};

const char *coding_pcs_axis(char section, unsigned axis)
{
    if (axis < 1 || axis > AXES) return NULL;
    for (size_t i = 0; i < sizeof axis_names / sizeof *axis_names; i++) {
        if (axis_names[i].section == coding__to_upper(section)) return axis_names[i].axes[axis - 1];
    }
    return NULL;
}

/* A question: the beginning of a code, the day, and what is answered. */
typedef struct question {
    coding_desk *desk;
    coding_code  prefix;
    unsigned     length;
    coding_date  on;
    uint32_t     steps; /* nodes that may still be met: a healthy book has each node once */
    coding__list values;
} question;

/* Codes in force at a node and below it, at most `depth` steps down. Children lie behind their parent, or the book is
 * damaged. */
static uint32_t codes_below(question *of, uint32_t at, unsigned depth)
{
    const coding_book *book = of->desk->book;
    coding__node       node = coding__node_at(book, at);
    if (!of->steps) return 0;
    of->steps--;
    uint32_t codes = node.row && coding__row_rule(book, node.row - 1, of->on) == CODING_RULE_STANDS;
    for (uint64_t rest = depth ? node.mask : 0; rest && of->steps; rest &= rest - 1) {
        uint32_t child = coding__child(&node, (unsigned)__builtin_ctzll(rest));
        if (child > at) codes += codes_below(of, child, depth - 1);
    }
    return codes;
}

/* Labels are sorted by prefix, axis and character. */
static int order_of(const coding_book *book, uint32_t record, coding_code prefix, unsigned axis, char character)
{
    coding_code own = coding__u64(book, CODING__LABELS, record, CODING__LABEL_PREFIX);
    if (own != prefix) return own < prefix ? -1 : 1;
    unsigned own_axis = coding__u8(book, CODING__LABELS, record, CODING__LABEL_AXIS);
    if (own_axis != axis) return own_axis < axis ? -1 : 1;
    return (int)coding__u8(book, CODING__LABELS, record, CODING__LABEL_CHARACTER) - (unsigned char)character;
}

static const char *label_at(const coding_book *book, coding_code prefix, unsigned axis, char character)
{
    uint32_t first = 0, past = coding__count(book, CODING__LABELS);
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        int      order = order_of(book, middle, prefix, axis, character);
        if (order == 0) return coding__text_of(book, CODING__LABELS, middle, CODING__LABEL_TEXT);
        if (order < 0) first = middle + 1;
        else past = middle;
    }
    return NULL;
}

/* The longest beginning that has a label for the value: a table's labels hold for all of it but where a longer
 * beginning says otherwise. */
const char *coding__label_of(const coding_book *book, coding_code prefix, char character)
{
    unsigned own = (unsigned)coding_code_length(prefix), shortest = own < TABLE_AXES ? own : TABLE_AXES;
    for (unsigned length = own + 1; length-- > shortest;) {
        const char *label = label_at(book, coding_code_prefix(prefix, length), own + 1, character);
        if (label) return label;
    }
    return NULL;
}

/* What titles leave unsaid. */
static const char *silent_label(const char *axis, char section)
{
    if (strcmp(axis, "Device") == 0) return "No Device";
    if (strchr("01234568X", section) && strcmp(axis, "Qualifier") == 0) return "No Qualifier";
    return "None";
}

static const char *value_without_label(const question *of, const char *axis, char character)
{
    coding__phrase phrase = {.arena = &of->desk->arena};
    coding__say(&phrase, "value %c of ", character);
    for (; *axis; axis++) coding__say(&phrase, "%c", coding__to_lower(*axis));
    return coding__said(&phrase);
}

static const char *pcs_label(const question *of, const char *axis, char character)
{
    const char *label = coding__label_of(of->desk->book, of->prefix, character);
    if (label) return label;
    bool silent = character == 'Z' && (of->length == 1 || of->length >= TABLE_AXES); /* root operations never are */
    return silent ? silent_label(axis, coding_code_character(of->prefix, 0)) : value_without_label(of, axis, character);
}

const char *coding__value_label(coding_desk *desk, coding_code prefix, char character)
{
    question    of = {.desk = desk, .prefix = prefix, .length = (unsigned)coding_code_length(prefix)};
    const char *axis = coding_pcs_axis(of.length ? coding_code_character(prefix, 0) : '0', of.length + 1);
    return axis ? pcs_label(&of, axis, character) : "";
}

static const char *title_at(const question *of, uint32_t at)
{
    coding__node node = coding__node_at(of->desk->book, at);
    return node.row ? coding_entry_title(of->desk, coding_book_entry(of->desk->book, node.row - 1), of->on) : "";
}

static void add_value(question *of, const char *axis, uint32_t node, char character)
{
    uint32_t codes = codes_below(of, node, CODING__SYMBOLS - of->length);
    if (!codes) return;
    coding_value *value = coding__list_add(&of->desk->arena, &of->values, sizeof *value);
    if (!value) return;
    value->character = character;
    value->codes = codes;
    value->label = axis ? pcs_label(of, axis, character) : title_at(of, node);
}

static void add_values(question *of, const char *axis, uint32_t at)
{
    coding__node node = coding__node_at(of->desk->book, at);
    of->steps = coding__count(of->desk->book, CODING__NODES);
    for (uint64_t rest = node.mask; rest && !of->values.failed; rest &= rest - 1) {
        unsigned symbol = (unsigned)__builtin_ctzll(rest);
        uint32_t child = coding__child(&node, symbol);
        if (child > at) add_value(of, axis, child, coding__character_of(symbol));
    }
}

coding_values coding_values_after(coding_desk *desk, coding_system system, const char *text, size_t length,
                                  coding_date on)
{
    size_t   refused = desk->arena.refused;
    question of = {.desk = desk, .on = on};
    if (!coding__root(desk->book, system)) return (coding_values){.status = CODING_NOT_IN_BOOK};
    of.prefix = coding__beginning(system, text, length);
    if (!of.prefix) return (coding_values){.status = CODING_OK};
    of.length = (unsigned)coding_code_length(of.prefix);
    const char *axis = NULL;
    if (system == CODING_ICD10PCS)
        axis = coding_pcs_axis(of.length ? coding_code_character(of.prefix, 0) : '0', of.length + 1);
    coding__walk walk = coding__walk_to(desk->book, of.prefix);
    if (coding__walked_all(&walk, of.prefix)) add_values(&of, axis, walk.node);
    if (desk->arena.refused != refused) return (coding_values){.status = CODING_NO_MEMORY};
    return (coding_values){CODING_OK, axis, of.values.items, of.values.count};
}
