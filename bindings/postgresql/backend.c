#include "backend.h"

#include "utils/guc.h"
#include "utils/memutils.h"

static char            *book_path;
static bool             stale; /* the setting has changed since the book was opened */
static MemoryContext    memory;
static coding__backend  backend;

static void note_change(const char *path, void *extra)
{
    (void)path, (void)extra;
    stale = true;
}

void coding__backend_begin(void)
{
    DefineCustomStringVariable("coding.book", "The book of medical codes that is asked.",
                               "Empty: the one that CODING_BOOK names in the server's environment, else the one "
                               "installed with libcoding.",
                               &book_path, "", PGC_SUSET, 0, NULL, note_change, NULL);
    MarkGUCPrefixReserved("coding");
}

/* The desk's memory. No error of PostgreSQL may jump through the library, so that a lack is answered and not raised. */
static void *resize(void *context, void *old, size_t old_size, size_t new_size)
{
    void *fresh = new_size ? MemoryContextAllocExtended(context, new_size, MCXT_ALLOC_HUGE | MCXT_ALLOC_NO_OOM) : NULL;
    if (fresh && old) memcpy(fresh, old, Min(old_size, new_size));
    if (old && (fresh || !new_size)) pfree(old);
    return fresh;
}

static void close_book(void)
{
    coding_desk_free(backend.desk);
    coding__room_free(backend.room);
    backend = (coding__backend){0};
}

static void open_book(void)
{
    coding_error error = {0};
    if (!memory) memory = AllocSetContextCreate(TopMemoryContext, "coding", ALLOCSET_DEFAULT_SIZES);
    backend.room = coding__room_open(*book_path ? book_path : NULL, &error);
    if (!backend.room) coding__complain(&error);
    coding_allocator ours = {resize, memory};
    backend.desk = coding_desk_new(backend.room->book, &ours);
    if (backend.desk) return;
    close_book();
    coding__complain(&(coding_error){.status = CODING_NO_MEMORY});
}

coding__backend *coding__backend_bare(void)
{
    if (stale) close_book();
    stale = false;
    if (backend.desk) coding_desk_clear(backend.desk);
    return &backend;
}

coding__backend *coding__backend_open(void)
{
    coding__backend_bare();
    if (backend.desk) return &backend;
    open_book();
    backend.named.length = 0;
    return &backend;
}

static int sqlstate(coding_status status)
{
    switch (status) {
    case CODING_NO_MEMORY: return ERRCODE_OUT_OF_MEMORY;
    case CODING_NOT_UTF8: return ERRCODE_CHARACTER_NOT_IN_REPERTOIRE;
    case CODING_NO_FILE: return ERRCODE_UNDEFINED_FILE;
    case CODING_NOT_A_BOOK: return ERRCODE_DATA_CORRUPTED;
    case CODING_OLDER_BOOK:
    case CODING_NEWER_BOOK:
    case CODING_NOT_IN_BOOK: return ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE;
    case CODING_OK:
    case CODING_MISUSE: break;
    }
    return ERRCODE_INVALID_PARAMETER_VALUE;
}

static const char *hint(coding_status status)
{
    switch (status) {
    case CODING_NO_FILE:
        return "Name a book that the server's user may read: ALTER SYSTEM SET coding.book = '/path/to/us.book', then "
               "SELECT pg_reload_conf().";
    case CODING_NOT_A_BOOK:
    case CODING_OLDER_BOOK:
    case CODING_NEWER_BOOK:
        return "Make the book anew (coding build), or name another one: ALTER SYSTEM SET coding.book = "
               "'/path/to/us.book', then SELECT pg_reload_conf().";
    case CODING_NOT_IN_BOOK: return "SELECT * FROM coding_editions() shows which days the book reaches.";
    case CODING_MISUSE:
        return "A system is 'icd10cm', 'icd10pcs', 'hcpcs' and so on, or 'any'; SELECT DISTINCT system FROM "
               "coding_editions() lists those that the book holds. A day lies in the years 1 to 9999.";
    case CODING_OK:
    case CODING_NO_MEMORY:
    case CODING_NOT_UTF8: break;
    }
    return NULL;
}

void coding__complain(const coding_error *error)
{
    const char *reason = *error->reason ? error->reason : coding_status_text(error->status);
    const char *help = hint(error->status);
    ereport(ERROR, errcode(sqlstate(error->status)),
            *error->at ? errmsg("%s: %s", reason, error->at) : errmsg("%s", reason), help ? errhint("%s", help) : 0);
}
