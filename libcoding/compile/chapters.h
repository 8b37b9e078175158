/* Chapters that a book may lack: each is some sections that no other chapter reads. */
#ifndef CODING_COMPILE_CHAPTERS_H
#define CODING_COMPILE_CHAPTERS_H

#include "compile/writer.h"

/* The name of a chapter by its number from 0 on; NULL past the last. */
const char *coding__chapter_name(unsigned chapter);

/* A mask of the chapters that are named, parted by commas; false at a name that is none, which `wrong` is given. */
bool coding__chapters_read(const char *names, uint32_t *chapters, char wrong[32]);

/* Drops the sections of these chapters. */
void coding__chapters_drop(coding__writer *writer, uint32_t chapters);

#endif
