#include "make.h"

#include <stdio.h>
#include <string.h>

#include "asked.h"

/* Records within lists within records: as deep as shapes.txt goes, and some more. */
enum { DEPTH = 12 };

typedef struct container {
    zval     holder; /* an object or an array */
    uint32_t filled; /* properties of an object so far */
} container;

typedef struct building {
    container within[DEPTH];
    unsigned  depth;
    zval     *answer;
} building;

static zend_class_entry **classes;                   /* by the number of the shape */
static zend_string      **words[CODING__NAMES_TOTAL]; /* by enumeration and number; they live as long as the process */

static building *of(const coding__maker *maker) { return maker->context; }

/* A readonly property may be filled once, and so its place is written as constructors of PHP's own classes do. */
static bool place(const coding__maker *maker, zval *value)
{
    building *at = of(maker);
    if (!at->depth) {
        ZVAL_COPY_VALUE(at->answer, value);
        return true;
    }
    container *in = &at->within[at->depth - 1];
    if (Z_TYPE(in->holder) == IS_ARRAY) add_next_index_zval(&in->holder, value);
    else ZVAL_COPY_VALUE(OBJ_PROP_NUM(Z_OBJ(in->holder), in->filled++), value);
    return true;
}

static bool record(const coding__maker *maker, const coding__shape *shape)
{
    building *at = of(maker);
    if (at->depth == DEPTH) return false;
    at->within[at->depth].filled = 0;
    object_init_ex(&at->within[at->depth++].holder, classes[shape->number]);
    return true;
}

static bool list(const coding__maker *maker, size_t count)
{
    building *at = of(maker);
    if (at->depth == DEPTH) return false;
    array_init_size(&at->within[at->depth++].holder, (uint32_t)count);
    return true;
}

static bool end(const coding__maker *maker)
{
    building *at = of(maker);
    return place(maker, &at->within[--at->depth].holder);
}

static bool none(const coding__maker *maker)
{
    zval value;
    ZVAL_NULL(&value);
    return place(maker, &value);
}

static bool text(const coding__maker *maker, const char *bytes, size_t length)
{
    zval value;
    ZVAL_STRINGL(&value, bytes, length);
    return place(maker, &value);
}

static bool whole(const coding__maker *maker, uint64_t number)
{
    zval value;
    ZVAL_LONG(&value, (zend_long)number);
    return place(maker, &value);
}

static bool real(const coding__maker *maker, double number)
{
    zval value;
    ZVAL_DOUBLE(&value, number);
    return place(maker, &value);
}

static bool flag(const coding__maker *maker, bool is_set)
{
    zval value;
    ZVAL_BOOL(&value, is_set);
    return place(maker, &value);
}

static bool name(const coding__maker *maker, const coding__enumeration *names, unsigned member)
{
    zval value;
    coding__php_name(&value, names, member);
    return place(maker, &value);
}

static bool day(const coding__maker *maker, coding_date on)
{
    zval value;
    coding__php_date(&value, on);
    return place(maker, &value);
}

static bool span(const coding__maker *maker, size_t offset, size_t length)
{
    zval both;
    object_init_ex(&both, classes[CODING__SHAPE_SPAN]);
    ZVAL_LONG(OBJ_PROP_NUM(Z_OBJ(both), 0), (zend_long)offset);
    ZVAL_LONG(OBJ_PROP_NUM(Z_OBJ(both), 1), (zend_long)length);
    return place(maker, &both);
}

void coding__php_name(zval *result, const coding__enumeration *names, unsigned member)
{
    zend_string *word = member < names->count ? words[names->number][member] : NULL;
    if (word) ZVAL_INTERNED_STR(result, word);
    else ZVAL_LONG(result, member);
}

void coding__php_date(zval *result, coding_date on)
{
    static const char form[] = "%04u-%02u-%02u 00:00:00 UTC";
    char              printed[32];
    int               length = snprintf(printed, sizeof printed, form, on / 10000, on / 100 % 100, on % 100);
    ZVAL_NULL(result);
    if (!on) return;
    php_date_instantiate(php_date_get_immutable_ce(), result);
    php_date_initialize(Z_PHPDATE_P(result), printed, (size_t)length, NULL, NULL, 0);
}

void coding__php_string(zval *result, const char *string)
{
    ZVAL_NULL(result);
    if (string) ZVAL_STRING(result, string);
}

/* What had been begun when a walk stopped. */
static void drop(building *at)
{
    while (at->depth) zval_ptr_dtor(&at->within[--at->depth].holder);
}

bool coding__php_answer(zval *result, const coding__ask *ask, const coding__shape *shape, const void *answer)
{
    coding_error  error = {0};
    building      at = {.answer = result};
    coding__maker maker = {&at, record, list, end, NULL, none, text, whole, whole, real, flag, name, day, span};
    if (coding__hand_over(ask, shape, answer, &maker, &error)) return true;
    drop(&at);
    if (!EG(exception)) coding__php_error(&error);
    return false;
}

/* --- Classes. */

/* Reads a property by its place among the fields of a shape. */
static zval *property(zval *record, const coding__shape *shape, const char *called)
{
    uint32_t i = 0;
    while (strcmp(shape->fields[i].name, called) != 0) i++;
    return OBJ_PROP_NUM(Z_OBJ_P(record), i);
}

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(stands_told, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()
ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(text_told, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

static PHP_METHOD(Verdict, stands)
{
    ZEND_PARSE_PARAMETERS_NONE();
    zval *rule = property(ZEND_THIS, coding__shapes[CODING__SHAPE_VERDICT], "rule");
    RETURN_BOOL(Z_TYPE_P(rule) == IS_STRING && zend_string_equals_literal(Z_STR_P(rule), "stands"));
}

static PHP_METHOD(Finding, __toString)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_STR(zval_get_string(property(ZEND_THIS, coding__shapes[CODING__SHAPE_FINDING], "text")));
}

static PHP_METHOD(ClaimFinding, __toString)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_STR(zval_get_string(property(ZEND_THIS, coding__shapes[CODING__SHAPE_CLAIM_FINDING], "text")));
}

static PHP_METHOD(Review, stands)
{
    ZEND_PARSE_PARAMETERS_NONE();
    zval *worst = property(ZEND_THIS, coding__shapes[CODING__SHAPE_REVIEW], "worst");
    RETURN_BOOL(Z_TYPE_P(worst) == IS_STRING && !zend_string_equals_literal(Z_STR_P(worst), "denial"));
}

static PHP_METHOD(Source, __toString)
{
    ZEND_PARSE_PARAMETERS_NONE();
    const coding__shape *shape = coding__shapes[CODING__SHAPE_SOURCE];
    zend_string         *release = zval_get_string(property(ZEND_THIS, shape, "release"));
    zend_string         *table = zval_get_string(property(ZEND_THIS, shape, "table"));
    zend_long            line = zval_get_long(property(ZEND_THIS, shape, "line"));
    char                 printed[32] = "";
    if (line) snprintf(printed, sizeof printed, " line " ZEND_LONG_FMT, line);
    zend_string *said = zend_strpprintf(0, "%s %s%s", ZSTR_VAL(release), ZSTR_VAL(table), printed);
    zend_string_release(release);
    zend_string_release(table);
    RETURN_STR(said);
}

static const zend_function_entry of_verdict[] = {PHP_ME(Verdict, stands, stands_told, ZEND_ACC_PUBLIC) PHP_FE_END};
static const zend_function_entry of_finding[] = {PHP_ME(Finding, __toString, text_told, ZEND_ACC_PUBLIC) PHP_FE_END};
static const zend_function_entry of_claim_finding[] = {
    PHP_ME(ClaimFinding, __toString, text_told, ZEND_ACC_PUBLIC) PHP_FE_END};
static const zend_function_entry of_review[] = {PHP_ME(Review, stands, stands_told, ZEND_ACC_PUBLIC) PHP_FE_END};
static const zend_function_entry of_source[] = {PHP_ME(Source, __toString, text_told, ZEND_ACC_PUBLIC) PHP_FE_END};

static const zend_function_entry *methods_of(const coding__shape *shape)
{
    switch (shape->number) {
    case CODING__SHAPE_VERDICT: return of_verdict;
    case CODING__SHAPE_FINDING: return of_finding;
    case CODING__SHAPE_CLAIM_FINDING: return of_claim_finding;
    case CODING__SHAPE_REVIEW: return of_review;
    case CODING__SHAPE_SOURCE: return of_source;
    default: return NULL;
    }
}

static uint32_t type_of(coding__kind kind)
{
    switch (kind) {
    case CODING__TEXT: case CODING__LETTER: case CODING__CODE: return MAY_BE_STRING | MAY_BE_NULL;
    case CODING__FLAG: return MAY_BE_BOOL;
    case CODING__COUNT: case CODING__SIGNED: case CODING__NUMBER: return MAY_BE_LONG;
    case CODING__REAL: return MAY_BE_DOUBLE;
    case CODING__NAME: return MAY_BE_STRING;
    case CODING__LIST: case CODING__CODES: case CODING__COUNTS: case CODING__NAMES: return MAY_BE_ARRAY;
    default: return MAY_BE_ANY;
    }
}

static void declare(zend_class_entry *class, const coding__field *field)
{
    zval         unset;
    zend_type    type = ZEND_TYPE_INIT_MASK(type_of(field->kind));
    zend_string *called = zend_string_init_interned(field->name, strlen(field->name), true);
    ZVAL_UNDEF(&unset);
    zend_declare_typed_property(class, called, &unset, ZEND_ACC_PUBLIC | ZEND_ACC_READONLY, NULL, type);
}

static zend_class_entry *define_record(const coding__shape *shape)
{
    char             named[64];
    zend_class_entry made;
    int              length = snprintf(named, sizeof named, "Coding\\%s", shape->name);
    INIT_CLASS_ENTRY_EX(made, named, (size_t)length, methods_of(shape));
    zend_class_entry *class = zend_register_internal_class(&made);
    class->ce_flags |= ZEND_ACC_FINAL | ZEND_ACC_NO_DYNAMIC_PROPERTIES | ZEND_ACC_NOT_SERIALIZABLE;
    for (unsigned i = 0; i < shape->count; i++) declare(class, &shape->fields[i]);
    return class;
}

static void name_members(const coding__enumeration *names)
{
    words[names->number] = pecalloc(names->count, sizeof(zend_string *), true);
    for (unsigned i = 0; i < names->count; i++) {
        const char *word = names->members[i];
        if (word) words[names->number][i] = zend_string_init_interned(word, strlen(word), true);
    }
}

bool coding__php_is_record(const zend_class_entry *class)
{
    for (size_t i = 0; i < coding__shape_count; i++)
        if (classes[i] == class) return true;
    return false;
}

void coding__php_start(void)
{
    classes = pecalloc(coding__shape_count, sizeof *classes, true);
    for (size_t i = 0; i < coding__shape_count; i++) classes[i] = define_record(coding__shapes[i]);
    for (size_t i = 0; i < coding__enumeration_count; i++) name_members(coding__enumerations[i]);
}
