/* Stays and members in columns. The JVM hands over copies of them, and what is in a copy is looked at before it is
 * followed: nobody else writes to it. */
#include "java_columns.h"

#include "columns.h"
#include "call.h"

enum { COLUMNS = 12 };

/* A column: bytes (b), shorts (s), ints (i) or longs (j). */
typedef struct column {
    jobject array;
    void   *items;
    size_t  length;
    char    kind;
} column;

typedef struct columns {
    JNIEnv *env;
    column  each[COLUMNS];
    size_t  count;
} columns;

static void *items_of(JNIEnv *env, jobject array, char kind)
{
    switch (kind) {
    case 'b': return (*env)->GetByteArrayElements(env, array, NULL);
    case 's': return (*env)->GetShortArrayElements(env, array, NULL);
    case 'i': return (*env)->GetIntArrayElements(env, array, NULL);
    default: return (*env)->GetLongArrayElements(env, array, NULL);
    }
}

static void give_back(JNIEnv *env, const column *one, jint mode)
{
    switch (one->kind) {
    case 'b': (*env)->ReleaseByteArrayElements(env, one->array, one->items, mode); return;
    case 's': (*env)->ReleaseShortArrayElements(env, one->array, one->items, mode); return;
    case 'i': (*env)->ReleaseIntArrayElements(env, one->array, one->items, mode); return;
    default: (*env)->ReleaseLongArrayElements(env, one->array, one->items, mode); return;
    }
}

/* `mode` 0 writes answers back, JNI_ABORT does not. */
static void give_all_back(columns *all, jint mode)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->each[i].items) give_back(all->env, &all->each[i], mode);
}

/* Columns of those kinds. False with an exception where the JVM has no memory; what was taken is then given back. */
static bool take(columns *all, JNIEnv *env, jobjectArray arrays, const char *kinds)
{
    *all = (columns){.env = env};
    for (; kinds[all->count]; all->count++) {
        column *one = &all->each[all->count];
        one->kind = kinds[all->count];
        one->array = (*env)->GetObjectArrayElement(env, arrays, (jsize)all->count);
        if (!one->array) continue;
        one->length = (size_t)(*env)->GetArrayLength(env, one->array);
        one->items = items_of(env, one->array, one->kind);
        if (!one->items) return give_all_back(all, JNI_ABORT), false;
    }
    return true;
}

static bool refuse(JNIEnv *env, const char *why)
{
    jclass type = (*env)->FindClass(env, "java/lang/IllegalArgumentException");
    if (type) (*env)->ThrowNew(env, type, why);
    return false;
}

/* Has each column from `first` to `last` an item for each of `count`, or is there none? */
static bool are_as_long(const columns *all, size_t first, size_t last, size_t count)
{
    for (size_t i = first; i <= last; i++)
        if (all->each[i].items && all->each[i].length != count)
            return refuse(all->env, "a column has another length than its stays or members");
    return true;
}

static bool are_lists(const columns *all, size_t ends, size_t codes, size_t count)
{
    const column *one = &all->each[ends];
    bool          right = one->items ? one->length == count : !all->each[codes].length;
    return (right && coding__ends_fit(one->items, count, all->each[codes].length))
           || refuse(all->env, "offsets begin with 0, go up, and stay within the codes");
}

/* The desk and the work; then everything goes back, with the answers where there are some. */
typedef bool asking(coding_desk *desk, const columns *in, const columns *out, const jint *words, coding_error *error);

static void answer(JNIEnv *env, jlong room, columns *in, columns *out, asking *ask, const jint *words)
{
    coding_error error = {.status = CODING_OK};
    coding_desk *desk = coding__java_borrow(env, (coding__room *)(intptr_t)room);
    bool         done = desk && ask(desk, in, out, words, &error);
    if (desk) coding__room_give_back((coding__room *)(intptr_t)room, desk);
    give_all_back(out, done ? 0 : JNI_ABORT);
    give_all_back(in, JNI_ABORT);
    if (desk && !done) coding__java_raise(env, &error);
}

/* --- Stays. */

enum { DAYS, DISCHARGE, SEX, HOSPITAL, ENDS, DIAGNOSES, POA, PROCEDURE_ENDS, PROCEDURES };
enum { FIRST, LAST, MDC, TYPE, REASON, SEVERITY };
static const char of_stays[] = "ibbbjjbjj", of_drgs[] = "ssbbbb";

static bool are_stays(const columns *in, size_t count)
{
    return are_as_long(in, DAYS, HOSPITAL, count) && are_lists(in, ENDS, DIAGNOSES, count)
           && are_lists(in, PROCEDURE_ENDS, PROCEDURES, count) && are_as_long(in, POA, POA, in->each[DIAGNOSES].length);
}

static bool ask_groups(coding_desk *desk, const columns *in, const columns *out, const jint *words, coding_error *error)
{
    const column *of = in->each, *to = out->each;
    coding_stays  stays = {
        .size = sizeof stays, .count = (size_t)words[0], .version = (uint32_t)words[1], .discharged = of[DAYS].items,
        .discharge = of[DISCHARGE].items, .sex = of[SEX].items, .hospital = of[HOSPITAL].items,
        .diagnosis_ends = of[ENDS].items, .diagnoses = of[DIAGNOSES].items, .poa = of[POA].items,
        .procedure_ends = of[PROCEDURE_ENDS].items, .procedures = of[PROCEDURES].items,
    };
    coding_drgs drgs = {
        .size = sizeof drgs, .first = to[FIRST].items, .last = to[LAST].items, .mdc = to[MDC].items,
        .type = to[TYPE].items, .reason = to[REASON].items, .severity = to[SEVERITY].items,
    };
    return coding__group_columns(desk, &stays, &drgs, error);
}

JNIEXPORT void JNICALL Java_org_libcoding_CallsJNI_groupMany(JNIEnv *env, jclass type, jlong room, jobject keeper,
                                                             jint count, jint version, jobjectArray in,
                                                             jobjectArray out)
{
    columns    given, answers;
    const jint words[] = {count, version};
    (void)type, (void)keeper;
    if (!take(&given, env, in, of_stays)) return;
    if (!are_stays(&given, (size_t)count) || !take(&answers, env, out, of_drgs)) give_all_back(&given, JNI_ABORT);
    else if (are_as_long(&answers, FIRST, SEVERITY, (size_t)count))
        answer(env, room, &given, &answers, ask_groups, words);
    else give_all_back(&answers, JNI_ABORT), give_all_back(&given, JNI_ABORT);
}

/* --- Members. */

enum { AGE, OF_SEX, ENTITLEMENT, DUAL, FLAGS, GRAFT, MEMBER_ENDS, CODES };
enum { RAW, PAYMENT, SEGMENT, COUNTING };
static const char of_members[] = "bbbbbsjj", of_scores[] = "iibb";

static bool ask_scores(coding_desk *desk, const columns *in, const columns *out, const jint *words, coding_error *error)
{
    const column  *of = in->each, *to = out->each;
    coding_members members = {
        .size = sizeof members, .count = (size_t)words[0], .age = of[AGE].items, .sex = of[OF_SEX].items,
        .entitlement = of[ENTITLEMENT].items, .dual = of[DUAL].items, .flags = of[FLAGS].items,
        .graft_months = of[GRAFT].items, .ends = of[MEMBER_ENDS].items, .codes = of[CODES].items,
    };
    coding_risk_scores scores = {.size = sizeof scores, .raw = to[RAW].items, .payment = to[PAYMENT].items,
                                 .segment = to[SEGMENT].items, .count = to[COUNTING].items};
    return coding__risk_columns(desk, &members, (coding_risk_model)words[1], (uint32_t)words[2],
                                (coding_risk_plan)words[3], &scores, error);
}

JNIEXPORT void JNICALL Java_org_libcoding_CallsJNI_riskMany(JNIEnv *env, jclass type, jlong room, jobject keeper,
                                                            jint count, jint model, jint year, jint plan,
                                                            jobjectArray in, jobjectArray out)
{
    columns    given, answers;
    const jint words[] = {count, model, year, plan};
    (void)type, (void)keeper;
    if (!take(&given, env, in, of_members)) return;
    bool right = are_as_long(&given, AGE, GRAFT, (size_t)count) && are_lists(&given, MEMBER_ENDS, CODES, (size_t)count);
    if (!right || !take(&answers, env, out, of_scores)) give_all_back(&given, JNI_ABORT);
    else if (are_as_long(&answers, RAW, COUNTING, (size_t)count))
        answer(env, room, &given, &answers, ask_scores, words);
    else give_all_back(&answers, JNI_ABORT), give_all_back(&given, JNI_ABORT);
}

/* --- Codes. */

JNIEXPORT void JNICALL Java_org_libcoding_CallsJNI_numbers(JNIEnv *env, jclass type, jbyteArray text, jint system,
                                                           jlongArray numbers)
{
    char  *bytes;
    size_t length, room = (size_t)(*env)->GetArrayLength(env, numbers);
    (void)type;
    if (!coding__java_take(env, text, &bytes, &length)) return;
    jlong *to = (*env)->GetLongArrayElements(env, numbers, NULL);
    if (to) {
        coding__codes_of_lines((coding_system)system, bytes, length, (coding_code *)to, room);
        (*env)->ReleaseLongArrayElements(env, numbers, to, 0);
    }
    coding__java_drop();
}
