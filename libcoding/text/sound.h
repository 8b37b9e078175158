/* How a word sounds, for those who write it by ear: "numonia" and "pneumonia" are one. */
#ifndef CODING_TEXT_SOUND_H
#define CODING_TEXT_SOUND_H

#include <coding/base.h>

/* A number that words of like sound share; 0 where too little of the word is left to say. */
uint32_t coding__sound(const char *text, size_t length);

#endif
