#include "call.h"

#include <string.h>

#include "parcel.h"

enum { SHORT_TEXT = 256 };

typedef struct call {
    const coding_error *watched; /* where the call leaves its reason, if it can fail */
    size_t              length;  /* of the text */
    char               *heap;    /* it, where it is no short one */
    char                near[SHORT_TEXT];
} call;

static _Thread_local call own;

static void no_memory(JNIEnv *env)
{
    jclass type = (*env)->FindClass(env, "java/lang/OutOfMemoryError");
    if (type) (*env)->ThrowNew(env, type, "libcoding");
}

static jbyteArray bytes_of(JNIEnv *env, const void *bytes, size_t length)
{
    if (length > INT32_MAX) return no_memory(env), NULL;
    jbyteArray array = (*env)->NewByteArray(env, (jsize)length);
    if (array) (*env)->SetByteArrayRegion(env, array, 0, (jsize)length, bytes);
    return array;
}

static jbyteArray text_bytes(JNIEnv *env, const char *text) { return text ? bytes_of(env, text, strlen(text)) : NULL; }

void coding__java_raise(JNIEnv *env, const coding_error *error)
{
    if ((*env)->ExceptionCheck(env)) return;
    jclass     type = (*env)->FindClass(env, "org/libcoding/CodingException");
    jmethodID  of = type ? (*env)->GetStaticMethodID(env, type, "of", "(I[B[B)Ljava/lang/RuntimeException;") : NULL;
    jbyteArray reason = of ? text_bytes(env, error->reason) : NULL;
    jbyteArray at = reason ? text_bytes(env, error->at) : NULL;
    jthrowable raised = at ? (*env)->CallStaticObjectMethod(env, type, of, (jint)error->status, reason, at) : NULL;
    if (raised && !(*env)->ExceptionCheck(env)) (*env)->Throw(env, raised);
}

void coding__java_watch(const coding_error *error) { own.watched = error; }

static bool failed(JNIEnv *env)
{
    if (!own.watched || own.watched->status == CODING_OK) return false;
    coding__java_raise(env, own.watched);
    return true;
}

void coding__java_tell(JNIEnv *env)
{
    failed(env);
    own.watched = NULL;
}

/* --- In. */

bool coding__java_take(JNIEnv *env, jbyteArray bytes, char **text, size_t *length)
{
    jsize count = (*env)->GetArrayLength(env, bytes);
    own.heap = count > SHORT_TEXT ? malloc((size_t)count) : NULL;
    if (count > SHORT_TEXT && !own.heap) return no_memory(env), false;
    *text = own.heap ? own.heap : own.near;
    *length = (size_t)count;
    (*env)->GetByteArrayRegion(env, bytes, 0, count, (jbyte *)*text);
    own.length = *length;
    return true;
}

/* What was asked may tell of a patient. */
void coding__java_drop(void)
{
    volatile char *text = own.heap ? own.heap : own.near;
    for (size_t i = 0; i < own.length; i++) text[i] = 0;
    free(own.heap);
    own.heap = NULL;
    own.length = 0;
}

bool coding__java_path(JNIEnv *env, jbyteArray bytes, char **path)
{
    *path = NULL;
    if (!bytes) return true;
    jsize count = (*env)->GetArrayLength(env, bytes);
    *path = calloc((size_t)count + 1, 1);
    if (!*path) return no_memory(env), false;
    (*env)->GetByteArrayRegion(env, bytes, 0, count, (jbyte *)*path);
    return true;
}

/* --- The desk. */

coding_desk *coding__java_borrow(JNIEnv *env, coding__room *room)
{
    coding_error error;
    coding_desk *desk = coding__room_borrow(room, &error);
    if (desk) return desk;
    coding__java_drop();
    own.watched = NULL;
    coding__java_raise(env, &error);
    return NULL;
}

/* --- Out. */

jbyteArray coding__java_text(JNIEnv *env, const char *text) { return failed(env) ? NULL : text_bytes(env, text); }

jbyteArray coding__java_answer(JNIEnv *env, const coding__ask *ask, const coding__shape *shape, const void *answer)
{
    coding__parcel parcel = {0};
    coding_error   error;
    jbyteArray     array = NULL;
    if (failed(env)) return NULL;
    if (coding__parcel_pack(&parcel, ask, shape, answer, &error)) array = bytes_of(env, parcel.bytes, parcel.length);
    else if (error.status == CODING_NO_MEMORY) no_memory(env);
    else coding__java_raise(env, &error);
    coding__parcel_free(&parcel);
    return array;
}
