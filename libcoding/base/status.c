#include <coding/base.h>

#ifndef CODING_VERSION
#error "the build says which version this is: CODING_VERSION"
#endif

const char *coding_version(void) { return CODING_VERSION; }

const char *coding_status_text(coding_status status)
{
    switch (status) {
    case CODING_OK: return "all is well";
    case CODING_NO_MEMORY: return "no memory";
    case CODING_NOT_UTF8: return "the text is not UTF-8";
    case CODING_NO_FILE: return "the file is not there or cannot be read";
    case CODING_NOT_A_BOOK: return "this is not a book, or a part of it is damaged";
    case CODING_OLDER_BOOK: return "the book is older than this library reads";
    case CODING_NEWER_BOOK: return "the book is newer than this library reads";
    case CODING_NOT_IN_BOOK: return "the book does not hold the table that would answer";
    case CODING_MISUSE: return "the calling program broke a rule of this interface";
    }
    return "unknown status";
}
