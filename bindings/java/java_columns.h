/* What CallsJNI declares of columns (java.i). `in` and `out` are arrays of arrays, each a column of its own, null where
 * there is none; java_columns.c says in which order. */
#ifndef CODING_BINDINGS_JAVA_COLUMNS_H
#define CODING_BINDINGS_JAVA_COLUMNS_H

#include <jni.h>

JNIEXPORT void JNICALL Java_org_libcoding_CallsJNI_groupMany(JNIEnv *env, jclass type, jlong room, jobject keeper,
                                                             jint count, jint version, jobjectArray in,
                                                             jobjectArray out);
JNIEXPORT void JNICALL Java_org_libcoding_CallsJNI_riskMany(JNIEnv *env, jclass type, jlong room, jobject keeper,
                                                            jint count, jint model, jint year, jint plan,
                                                            jobjectArray in, jobjectArray out);

/* The numbers of codes, a line each, in UTF-8. */
JNIEXPORT void JNICALL Java_org_libcoding_CallsJNI_numbers(JNIEnv *env, jclass type, jbyteArray text, jint system,
                                                           jlongArray numbers);

#endif
