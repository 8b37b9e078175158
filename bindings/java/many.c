/* Many codes at once, and the shortest way of one. Texts lie behind one another, text i between offsets i and i + 1;
 * offsets come from outside, so each block of them is copied, looked at, and only then followed. */
#include "many.h"

#include <string.h>

#include "call.h"

enum { BLOCK = 1024, SLOW_BLOCK = 32, SHORT_CODE = 16 };

typedef struct job {
    JNIEnv       *env;
    coding__room *room;
    coding_desk  *desk;
    coding_system system;
    coding_date   on;
    bool          has_days;
    bool          wants_rows;
} job;

typedef struct block {
    size_t      count;
    int32_t     offsets[BLOCK + 1];
    coding_date days[BLOCK];
    uint8_t     rules[BLOCK];
    uint32_t    rows[BLOCK];
} block;

static void refuse(JNIEnv *env, const char *why)
{
    jclass type = (*env)->FindClass(env, "java/lang/IllegalArgumentException");
    if (type) (*env)->ThrowNew(env, type, why);
}

static bool is_own(coding_system system) { return system >= CODING_OWN_FIRST && system <= CODING_OWN_LAST; }

static bool is_quick(coding_system system) { return system != CODING_ANY && !is_own(system); }

/* --- A block. */

static bool are_in_order(const block *asked, int64_t room)
{
    bool right = asked->offsets[0] >= 0 && asked->offsets[asked->count] <= room;
    for (size_t i = 0; i < asked->count; i++) right &= asked->offsets[i] <= asked->offsets[i + 1];
    return right;
}

static void answer_any(const job *j, block *asked, size_t i, const char *text, size_t length, coding_date on)
{
    coding_verdict verdict = coding__room_check(j->room, j->desk, text, length, CODING_ANY, on);
    bool           exact = verdict.code && coding_entry_code(verdict.entry) == verdict.code;
    asked->rules[i] = (uint8_t)verdict.rule;
    asked->rows[i] = exact ? verdict.entry.row : UINT32_MAX;
}

static void answer_slowly(const job *j, block *asked, const char *text)
{
    for (size_t i = 0; i < asked->count; i++) {
        const char *piece = text + asked->offsets[i];
        size_t      length = (size_t)(asked->offsets[i + 1] - asked->offsets[i]);
        coding_date on = j->has_days ? asked->days[i] : j->on;
        coding_code code = is_own(j->system) ? coding_read(j->desk, j->system, piece, length).code : 0;
        if (is_own(j->system)) coding_verdict_of_many(j->desk, &code, NULL, on, 1, &asked->rules[i], &asked->rows[i]);
        else answer_any(j, asked, i, piece, length, on);
        coding_desk_clear(j->desk);
    }
}

static void answer(const job *j, block *asked, const char *text)
{
    if (!is_quick(j->system)) answer_slowly(j, asked, text);
    else
        coding_verdict_of_texts(j->desk, j->system, text, asked->offsets, j->has_days ? asked->days : NULL, j->on,
                                asked->count, NULL, asked->rules, j->wants_rows ? asked->rows : NULL);
}

static bool start(job *j)
{
    j->desk = coding__java_borrow(j->env, j->room);
    if (j->desk && j->system != CODING_ANY) j->on = coding__room_day(j->room, j->system, j->on);
    return j->desk != NULL;
}

static size_t next(const job *j, jint first, jint count)
{
    size_t most = is_quick(j->system) ? BLOCK : SLOW_BLOCK, left = (size_t)(count - first);
    return left < most ? left : most;
}

/* --- Arrays. */

typedef struct arrays {
    jbyteArray text;
    jintArray  offsets;
    jintArray  days;
    jbyteArray rules;
    jintArray  rows;
    jint       at; /* where days and answers begin; offsets begin at 0 */
} arrays;

static bool take_block(const job *j, const arrays *in, jint first, block *asked)
{
    JNIEnv *env = j->env;
    jint    count = (jint)asked->count;
    (*env)->GetIntArrayRegion(env, in->offsets, first, count + 1, asked->offsets);
    if (in->days) (*env)->GetIntArrayRegion(env, in->days, in->at + first, count, (jint *)asked->days);
    if ((*env)->ExceptionCheck(env)) return false;
    if (are_in_order(asked, (*env)->GetArrayLength(env, in->text))) return true;
    refuse(env, "offsets go up, and stay within the text");
    return false;
}

static bool answer_arrays(const job *j, const arrays *in, jint first, block *asked)
{
    JNIEnv *env = j->env;
    char   *text = (*env)->GetPrimitiveArrayCritical(env, in->text, NULL);
    if (!text) return false;
    answer(j, asked, text);
    (*env)->ReleasePrimitiveArrayCritical(env, in->text, text, JNI_ABORT);
    jint count = (jint)asked->count, at = in->at + first;
    if (in->rules) (*env)->SetByteArrayRegion(env, in->rules, at, count, (const jbyte *)asked->rules);
    if (in->rows) (*env)->SetIntArrayRegion(env, in->rows, at, count, (const jint *)asked->rows);
    return !(*env)->ExceptionCheck(env);
}

JNIEXPORT void JNICALL Java_org_libcoding_CallsJNI_verdicts(JNIEnv *env, jclass type, jlong room, jobject keeper,
                                                            jbyteArray text, jintArray offsets, jint count, jint at,
                                                            jintArray days, jint system, jint on, jbyteArray rules,
                                                            jintArray rows)
{
    arrays in = {text, offsets, days, rules, rows, at};
    job    j = {env,         (coding__room *)(intptr_t)room, NULL, (coding_system)system, (coding_date)on, days != NULL,
                rows != NULL};
    block  asked;
    (void)type, (void)keeper;
    if (!start(&j)) return;
    for (jint first = 0; first < count; first += (jint)asked.count) {
        asked.count = next(&j, first, count);
        if (!take_block(&j, &in, first, &asked) || !answer_arrays(&j, &in, first, &asked)) break;
    }
    coding__room_give_back(j.room, j.desk);
}

/* --- Direct buffers: nothing is copied but offsets and answers. */

typedef struct buffer {
    char *bytes;
    jlong length;
} buffer;

static buffer buffer_of(JNIEnv *env, jobject direct)
{
    return (buffer){(*env)->GetDirectBufferAddress(env, direct), (*env)->GetDirectBufferCapacity(env, direct)};
}

static void answer_buffers(const job *j, buffer text, const char *offsets, jint count, char *rules)
{
    block asked;
    for (jint first = 0; first < count; first += (jint)asked.count) {
        asked.count = next(j, first, count);
        memcpy(asked.offsets, offsets + sizeof(int32_t) * (size_t)first, sizeof(int32_t) * (asked.count + 1));
        if (!are_in_order(&asked, text.length)) {
            refuse(j->env, "offsets go up, and stay within the text");
            return;
        }
        answer(j, &asked, text.bytes);
        memcpy(rules + first, asked.rules, asked.count);
    }
}

JNIEXPORT void JNICALL Java_org_libcoding_CallsJNI_directVerdicts(JNIEnv *env, jclass type, jlong room, jobject keeper,
                                                                  jobject text, jobject offsets, jint count,
                                                                  jint system, jint on, jobject rules)
{
    job    j = {env, (coding__room *)(intptr_t)room, NULL, (coding_system)system, (coding_date)on, false, false};
    buffer texts = buffer_of(env, text), places = buffer_of(env, offsets), answers = buffer_of(env, rules);
    (void)type, (void)keeper;
    if (places.length < ((jlong)count + 1) * (jlong)sizeof(int32_t) || answers.length < count) {
        refuse(env, "a buffer is too small: an offset more than texts, and a byte an answer");
        return;
    }
    if (!start(&j)) return;
    answer_buffers(&j, texts, places.bytes, count, answers.bytes);
    coding__room_give_back(j.room, j.desk);
}

/* --- One code, as two numbers: no array is made or read. */

JNIEXPORT jint JNICALL Java_org_libcoding_CallsJNI_quickVerdict(JNIEnv *env, jclass type, jlong room, jobject keeper,
                                                                jlong low, jlong high, jint length, jint system,
                                                                jint on)
{
    coding__room *own = (coding__room *)(intptr_t)room;
    const int64_t text[SHORT_CODE / sizeof(int64_t)] = {low, high};
    (void)type, (void)keeper;
    coding_desk *desk = coding__java_borrow(env, own);
    if (!desk) return 0;
    coding_date day = coding__room_day(own, (coding_system)system, (coding_date)on);
    coding_rule rule = coding_verdict_of_text(desk, (coding_system)system, (const char *)text, (size_t)length, day);
    coding__room_give_back(own, desk);
    return (jint)rule;
}
