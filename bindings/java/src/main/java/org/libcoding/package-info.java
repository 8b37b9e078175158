/**
 * US medical codes in process, offline, from one file: read a code, check it on its day of service with a reason, read
 * its notes, find it from words. Begin with {@link org.libcoding.Book}.
 *
 * <p>A wrong code is an answer, not an error. Every answer says who says so. A check that could not be made is not a
 * pass.
 */
package org.libcoding;
