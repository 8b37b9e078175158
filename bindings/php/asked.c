#include "asked.h"

#include <string.h>

#include "make.h"

static bool refuse(const char *wanted, zval *given)
{
    zend_type_error("%s, not %s", wanted, zend_zval_type_name(given));
    return false;
}

static bool refuse_words(const coding_error *error)
{
    char words[CODING__WORDS];
    zend_value_error("%s", coding__words(error, words));
    return false;
}

/* A property that is text, or NULL. A record keeps what is read of it. */
static zend_string *member(zval *record, const char *name)
{
    zval  room;
    zval *value = zend_read_property(Z_OBJCE_P(record), Z_OBJ_P(record), name, strlen(name), true, &room);
    return Z_TYPE_P(value) == IS_STRING ? Z_STR_P(value) : NULL;
}

static bool is_record(zval *given) { return Z_TYPE_P(given) == IS_OBJECT && coding__php_is_record(Z_OBJCE_P(given)); }

bool coding__php_text(zval *given, const char **text, size_t *length)
{
    ZVAL_DEREF(given);
    zend_string *code = Z_TYPE_P(given) == IS_STRING ? Z_STR_P(given) : is_record(given) ? member(given, "code") : NULL;
    if (!code) return refuse("a code is a string or a record that has one", given);
    *text = ZSTR_VAL(code);
    *length = ZSTR_LEN(code);
    return true;
}

bool coding__php_path(zval *given, const char **path)
{
    ZVAL_DEREF(given);
    *path = NULL;
    if (Z_TYPE_P(given) == IS_NULL) return true;
    if (Z_TYPE_P(given) != IS_STRING) return refuse("a path is a string", given);
    if (strlen(Z_STRVAL_P(given)) != Z_STRLEN_P(given)) return zend_value_error("a path has no NUL bytes"), false;
    *path = Z_STRVAL_P(given);
    return true;
}

static bool named_system(zend_string *name, const coding__room *room, coding_system *system)
{
    coding_error error;
    return coding__given_system(room, ZSTR_VAL(name), ZSTR_LEN(name), system, &error) || refuse_words(&error);
}

bool coding__php_system(zval *given, zval *code, const coding__room *room, coding_system *system)
{
    coding_error error;
    ZVAL_DEREF(given);
    zend_string *name = Z_TYPE_P(given) == IS_STRING ? Z_STR_P(given) : NULL;
    *system = CODING_ANY;
    if (Z_TYPE_P(given) == IS_NULL && code && is_record(code)) name = member(code, "system");
    if (name) return named_system(name, room, system);
    if (Z_TYPE_P(given) == IS_NULL) return true;
    if (Z_TYPE_P(given) != IS_LONG) return refuse("a system is its name or number", given);
    return coding__given_system_number(Z_LVAL_P(given), system, &error) || refuse_words(&error);
}

/* The day that its own time zone says. */
static bool day_of_object(zval *given, coding_date *on, coding_error *error)
{
    zval format, printed;
    ZVAL_STRING(&format, "Y-m-d");
    zend_call_method_with_1_params(Z_OBJ_P(given), Z_OBJCE_P(given), NULL, "format", &printed, &format);
    bool is_text = Z_TYPE(printed) == IS_STRING;
    bool there = is_text && coding__given_day(Z_STRVAL(printed), Z_STRLEN(printed), on, error);
    zval_ptr_dtor(&printed);
    zval_ptr_dtor(&format);
    if (is_text || EG(exception)) return there;
    return coding__given_day("", 0, on, error);
}

static bool read_day(zval *given, coding_date *on, coding_error *error)
{
    switch (Z_TYPE_P(given)) {
    case IS_STRING: return coding__given_day(Z_STRVAL_P(given), Z_STRLEN_P(given), on, error);
    case IS_LONG: return coding__given_day_number(Z_LVAL_P(given), on, error);
    default: return day_of_object(given, on, error);
    }
}

bool coding__php_day(zval *given, coding_date *on)
{
    coding_error error;
    ZVAL_DEREF(given);
    *on = CODING__TODAY;
    if (Z_TYPE_P(given) == IS_NULL) return true;
    bool is_date = Z_TYPE_P(given) == IS_OBJECT && instanceof_function(Z_OBJCE_P(given), php_date_get_interface_ce());
    if (!is_date && Z_TYPE_P(given) != IS_STRING && Z_TYPE_P(given) != IS_LONG)
        return refuse("a day is a DateTimeInterface, 20251001 or '2025-10-01'", given);
    if (read_day(given, on, &error)) return true;
    return EG(exception) ? false : refuse_words(&error);
}

bool coding__php_member(zval *given, const coding__enumeration *names, unsigned *member)
{
    ZVAL_DEREF(given);
    zend_long number = Z_TYPE_P(given) == IS_LONG ? Z_LVAL_P(given) : -1;
    *member = (unsigned)number;
    if (number >= 0 && number < names->count) return true;
    if (Z_TYPE_P(given) == IS_STRING && coding__given_member(names, Z_STRVAL_P(given), member)) return true;
    zend_string *said = zval_get_string(given);
    zend_value_error("no such %s: %s", names->name, ZSTR_VAL(said));
    zend_string_release(said);
    return false;
}

void coding__php_error(const coding_error *error)
{
    zval told[3], of, thrown;
    char words[CODING__WORDS];
    if (!zend_hash_str_exists(CG(class_table), ZEND_STRL("coding\\error"))) {
        zend_throw_exception(NULL, coding__words(error, words), (zend_long)error->status);
        return;
    }
    ZVAL_STRING(&of, "Coding\\Error::of");
    coding__php_name(&told[0], coding__enumerations[CODING__NAMES_STATUS], (unsigned)error->status);
    ZVAL_STRING(&told[1], error->reason);
    ZVAL_STRING(&told[2], error->at);
    bool called = call_user_function(NULL, NULL, &of, &thrown, 3, told) == SUCCESS;
    if (called && Z_TYPE(thrown) == IS_OBJECT) zend_throw_exception_object(&thrown);
    zval_ptr_dtor(&of);
    zval_ptr_dtor(&told[1]);
    zval_ptr_dtor(&told[2]);
}
