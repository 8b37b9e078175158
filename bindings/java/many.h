/* What CallsJNI declares beside SWIG's own (java.i). Each has the pointer of a Room, and the Room, so that it lives. */
#ifndef CODING_BINDINGS_JAVA_MANY_H
#define CODING_BINDINGS_JAVA_MANY_H

#include <jni.h>

/* Answers `count` texts; days and answers begin at `at`. `days`, `rules` and `rows` may be NULL. */
JNIEXPORT void JNICALL Java_org_libcoding_CallsJNI_verdicts(JNIEnv *env, jclass type, jlong room, jobject keeper,
                                                            jbyteArray text, jintArray offsets, jint count, jint at,
                                                            jintArray days, jint system, jint on, jbyteArray rules,
                                                            jintArray rows);

/* The same in direct buffers. */
JNIEXPORT void JNICALL Java_org_libcoding_CallsJNI_directVerdicts(JNIEnv *env, jclass type, jlong room, jobject keeper,
                                                                  jobject text, jobject offsets, jint count,
                                                                  jint system, jint on, jobject rules);

/* The verdict of a text of at most 16 characters of ASCII in a system of the library's own. The numbers are the text as
 * it lies in memory. */
JNIEXPORT jint JNICALL Java_org_libcoding_CallsJNI_quickVerdict(JNIEnv *env, jclass type, jlong room, jobject keeper,
                                                                jlong low, jlong high, jint length, jint system,
                                                                jint on);

#endif
