/* What a call from Java needs, kept for its thread: the text that was asked, and where it leaves its reason. Java knows
 * no lock around its calls as Python does, so that close may come at any time:
 *
 *     a call that asks a book has borrowed a desk, which keeps the book open (room.h)
 *     the room itself is freed by Java's cleaner when nobody can call any more: SWIG hands each call the Room object,
 *         so that it is reachable as long as the call lasts
 *
 * So no call counts or locks anything but the desk that it borrows. */
#ifndef CODING_BINDINGS_JAVA_CALL_H
#define CODING_BINDINGS_JAVA_CALL_H

#include <jni.h>
#include <stdlib.h>

#include "shape.h"

/* Takes the text of the call. False with an exception: no memory. coding__java_drop wipes and frees it. */
bool coding__java_take(JNIEnv *env, jbyteArray bytes, char **text, size_t *length);
void coding__java_drop(void);

/* Where the call leaves its reason: looked at before its answer is, and told at its end. */
void coding__java_watch(const coding_error *error);
void coding__java_tell(JNIEnv *env);

/* A path for the system's own calls, or NULL for null; malloc. False with an exception: no memory. */
bool coding__java_path(JNIEnv *env, jbyteArray bytes, char **path);

/* The desk of the call. NULL with an exception, and the text is dropped: the book is closed, or no memory. */
coding_desk *coding__java_borrow(JNIEnv *env, coding__room *room);

/* Bytes for Java; NULL with an exception where there is no memory, or the call or its answer says why not. */
jbyteArray coding__java_text(JNIEnv *env, const char *text);
jbyteArray coding__java_answer(JNIEnv *env, const coding__ask *ask, const coding__shape *shape, const void *answer);

/* Throws what CodingException.of makes of it, unless something is thrown already. */
void coding__java_raise(JNIEnv *env, const coding_error *error);

#endif
