#include "compile/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "compile/folder.h"

enum {
    FILE_MOST = 256 << 20, /* bytes of one file or member */
    ALL_MOST = 1 << 30,    /* bytes that one downloaded file may unpack to */
    MEMBERS_MOST = 100000,
    NESTED_MOST = 3,   /* a zip in a zip in a zip */
    FOLDERS_MOST = 16, /* a folder in a folder in ... */
    PIECE = 1 << 16,
    HEX = 2 * SHA256_DIGEST_SIZE + 1
};

/* One downloaded file being unpacked. */
typedef struct unpacking {
    const coding__unpacker *unpacker;
    coding_error           *error;
    char                    sha256[HEX];
    size_t                  unpacked; /* bytes so far */
    unsigned                members;
} unpacking;

#define TOO_LARGE "it is larger than any release we read: refused"
#define TOO_MUCH  "it unpacks to more than any release we read: refused"

static size_t file_most(const coding__unpacker *unpacker)
{
    return unpacker->file_most ? unpacker->file_most : FILE_MOST;
}
static size_t all_most(const coding__unpacker *unpacker) { return unpacker->all_most ? unpacker->all_most : ALL_MOST; }

static bool fail(coding_error *error, const char *path, const char *why)
{
    if (!error) return false;
    error->status = why == coding__no_memory ? CODING_NO_MEMORY : CODING_NO_FILE;
    snprintf(error->reason, sizeof error->reason, "%s", why ? why : "it cannot be read");
    snprintf(error->at, sizeof error->at, "%s", path);
    return false;
}

static void sum(const unsigned char *bytes, size_t length, char hex[HEX])
{
    struct sha256_ctx context;
    uint8_t           digest[SHA256_DIGEST_SIZE];
    sha256_init(&context);
    sha256_update(&context, length, bytes);
    sha256_digest(&context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) snprintf(hex + 2 * i, 3, "%02x", digest[i]);
}

static bool ends_in(const char *path, const char *tail)
{
    size_t length = strlen(path), tail_length = strlen(tail);
    return length >= tail_length && coding__text_equal(path + length - tail_length, tail_length, tail, tail_length);
}

/* Spreadsheets and the like are zips too, and none of our business. */
static bool is_office(const char *path)
{
    static const char *const tails[] = {".xlsx", ".xlsm", ".docx", ".pptx", ".ods", ".odt", ".jar"};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (ends_in(path, tails[i])) return true;
    return false;
}

static bool is_zip(const coding__file *file)
{
    if (is_office(file->path) || file->length < 4) return false;
    return memcmp(file->bytes, "PK\3\4", 4) == 0 || memcmp(file->bytes, "PK\5\6", 4) == 0;
}

static bool is_gz(const coding__file *file) { return file->length >= 3 && memcmp(file->bytes, "\x1F\x8B\x08", 3) == 0; }

static bool unpack(unpacking *work, const coding__file *file, bool asked, unsigned depth);

/* One entry's bytes, as many as are wanted, with a NUL behind them. */
typedef struct taken {
    unsigned char *bytes;
    size_t         length;
    size_t         room;
    const char    *refused; /* why it is not given out */
    const char    *broken;  /* why nothing more can be read */
} taken;

static bool make_room(taken *entry)
{
    if (entry->length < entry->room) return true;
    size_t         room = entry->room ? entry->room * 2 : PIECE;
    unsigned char *bytes = realloc(entry->bytes, room + 1);
    if (!bytes) return entry->broken = coding__no_memory, false;
    entry->bytes = bytes;
    entry->room = room;
    return true;
}

static bool take_piece(unpacking *work, struct archive *archive, taken *entry, size_t wanted)
{
    if (!make_room(entry)) return false;
    size_t room = entry->room - entry->length;
    if (room > wanted - entry->length) room = wanted - entry->length;
    la_ssize_t got = archive_read_data(archive, entry->bytes + entry->length, room);
    if (got < 0) return entry->broken = archive_error_string(archive), false;
    entry->length += (size_t)got;
    work->unpacked += (size_t)got;
    if (work->unpacked > all_most(work->unpacker)) return entry->broken = TOO_MUCH, false;
    return got > 0;
}

static taken take(unpacking *work, struct archive *archive, size_t wanted)
{
    taken entry = {0};
    while (entry.length < wanted && take_piece(work, archive, &entry, wanted)) continue;
    if (entry.length > file_most(work->unpacker)) entry.refused = TOO_LARGE;
    if (entry.bytes) entry.bytes[entry.length] = '\0';
    return entry;
}

/* One byte more than may be: so that a member which is too large is noticed. */
static size_t bounded(const unpacking *work, size_t wanted)
{
    size_t most = file_most(work->unpacker);
    return wanted > most ? most + 1 : wanted;
}

/* Reads the entry that the archive stands at, and gives it out. An archive inside is read whole, however much of its
 * members is wanted. */
static bool unpack_entry(unpacking *work, struct archive *archive, const char *path, const char *name, bool is_inner,
                         unsigned depth)
{
    if (++work->members > MEMBERS_MOST) return fail(work->error, path, "too many members: refused");
    size_t wanted = bounded(work, is_inner ? SIZE_MAX : work->unpacker->wants(work->unpacker->context, path));
    if (!wanted) return true;
    taken entry = take(work, archive, wanted);
    bool  good = true;
    if (entry.broken) good = fail(work->error, path, entry.broken);
    else if (entry.refused) work->unpacker->refused(work->unpacker->context, path, entry.refused);
    else {
        coding__file file = {path, name, entry.bytes, entry.length, work->sha256};
        good = unpack(work, &file, !is_inner, depth + 1);
    }
    free(entry.bytes);
    return good;
}

static const char *base_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool unpack_member(unpacking *work, struct archive *archive, struct archive_entry *entry, const char *path,
                          unsigned depth)
{
    const char *inside = archive_entry_pathname(entry);
    if (!inside) inside = archive_entry_pathname_utf8(entry);
    if (archive_entry_filetype(entry) == AE_IFDIR) return true;
    if (archive_entry_is_encrypted(entry)) return fail(work->error, path, "it is locked by a password");
    char *member = coding__path_join(path, inside ? inside : "member");
    if (!member) return fail(work->error, path, coding__no_memory);
    bool is_inner = ends_in(member, ".zip") || ends_in(member, ".gz");
    bool good = unpack_entry(work, archive, member, base_of(member), is_inner, depth);
    free(member);
    return good;
}

static bool unpack_members(unpacking *work, struct archive *archive, const char *path, unsigned depth)
{
    struct archive_entry *entry;
    int                   result;
    while ((result = archive_read_next_header(archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
        if (!unpack_member(work, archive, entry, path, depth)) return false;
    return result == ARCHIVE_EOF || fail(work->error, path, archive_error_string(archive));
}

/* The one member of a gz stands at the path of the gz itself; its name is that without the tail. */
static bool unpack_gz(unpacking *work, struct archive *archive, const coding__file *file, unsigned depth)
{
    struct archive_entry *entry;
    int                   result = archive_read_next_header(archive, &entry);
    if (result != ARCHIVE_OK) return fail(work->error, file->path, archive_error_string(archive));
    if (archive_filter_code(archive, 0) != ARCHIVE_FILTER_GZIP) return fail(work->error, file->path, "a broken gz");
    size_t length = strlen(file->name) - (ends_in(file->name, ".gz") ? 3 : 0);
    char  *name = malloc(length + 1);
    if (!name) return fail(work->error, file->path, coding__no_memory);
    snprintf(name, length + 1, "%s", file->name);
    bool good = unpack_entry(work, archive, file->path, name, false, depth);
    free(name);
    return good;
}

static bool unpack_archive(unpacking *work, const coding__file *file, bool zip, unsigned depth)
{
    if (depth > NESTED_MOST) return fail(work->error, file->path, "archives lie too deep in archives: refused");
    struct archive *archive = archive_read_new();
    if (!archive) return fail(work->error, file->path, coding__no_memory);
    if (zip) archive_read_support_format_zip(archive);
    else archive_read_support_filter_gzip(archive), archive_read_support_format_raw(archive);
    bool good = archive_read_open_memory(archive, file->bytes, file->length) == ARCHIVE_OK
                || fail(work->error, file->path, archive_error_string(archive));
    if (good) good = zip ? unpack_members(work, archive, file->path, depth) : unpack_gz(work, archive, file, depth);
    archive_read_free(archive);
    return good;
}

/* What comes downloaded is known by its content; inside an archive the name must say so too, so that asking for the
 * beginnings of members and asking for some of them whole walk alike. */
static bool is_archive(const coding__file *file, const char *tail, unsigned depth)
{
    if (depth && !ends_in(file->path, tail)) return false;
    return *tail == '.' && tail[1] == 'z' ? is_zip(file) : is_gz(file);
}

/* `asked`: wants has been called for it. */
static bool unpack(unpacking *work, const coding__file *file, bool asked, unsigned depth)
{
    const coding__unpacker *unpacker = work->unpacker;
    bool                    zip = !asked && is_archive(file, ".zip", depth);
    if (zip || (!asked && is_archive(file, ".gz", depth))) return unpack_archive(work, file, zip, depth);
    if (asked || unpacker->wants(unpacker->context, file->path)) unpacker->file(unpacker->context, file);
    return true;
}

bool coding__unpack_bytes(const char *path, const unsigned char *bytes, size_t length, const coding__unpacker *unpacker,
                          coding_error *error)
{
    unpacking    work = {.unpacker = unpacker, .error = error};
    coding__file file = {path, base_of(path), bytes, length, work.sha256};
    sum(bytes, length, work.sha256);
    return unpack(&work, &file, false, 0);
}

static bool unpack_file(const char *path, const coding__unpacker *unpacker, coding_error *error)
{
    size_t         length = 0;
    const char    *why = NULL;
    unsigned char *bytes = coding__file_read(path, &length, &why);
    bool           good = bytes ? coding__unpack_bytes(path, bytes, length, unpacker, error) : fail(error, path, why);
    free(bytes);
    return good;
}

static bool unpack_path(const char *path, unsigned depth, const coding__unpacker *unpacker, coding_error *error);

static bool unpack_folder(const char *path, unsigned depth, const coding__unpacker *unpacker, coding_error *error)
{
    coding__folder folder;
    const char    *why = NULL;
    if (depth > FOLDERS_MOST) return fail(error, path, "folders lie too deep: does one lead back to itself?");
    if (!coding__folder_read(path, &folder, &why)) return fail(error, path, why);
    bool good = true;
    for (size_t i = 0; good && i < folder.count; i++) {
        char *inside = coding__path_join(path, folder.names[i]);
        good = inside ? unpack_path(inside, depth + 1, unpacker, error) : fail(error, path, coding__no_memory);
        free(inside);
    }
    coding__folder_free(&folder);
    return good;
}

static bool unpack_path(const char *path, unsigned depth, const coding__unpacker *unpacker, coding_error *error)
{
    switch (coding__path_kind_of(path, file_most(unpacker))) {
    case CODING__PATH_FOLDER: return unpack_folder(path, depth, unpacker, error);
    case CODING__PATH_LARGE: return unpacker->refused(unpacker->context, path, TOO_LARGE), true;
    case CODING__PATH_OTHER: return unpacker->refused(unpacker->context, path, "neither a file nor a folder"), true;
    case CODING__PATH_NONE:
    case CODING__PATH_FILE: break;
    }
    return unpack_file(path, unpacker, error);
}

bool coding__unpack(const char *path, const coding__unpacker *unpacker, coding_error *error)
{
    return unpack_path(path, 0, unpacker, error);
}
