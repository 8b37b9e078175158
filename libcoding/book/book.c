#if !defined(_WIN32)
#define _POSIX_C_SOURCE 200809L
#endif

#include "book/book.h"
#include "base/refuse.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if !defined(__wasm__)
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#ifndef CODING_BOOK_PATH
#define CODING_BOOK_PATH ""
#endif

static int section_named(const unsigned char *name)
{
    for (int i = 0; i < CODING__SECTION_TOTAL; i++) {
        if (!strncmp(coding__section_forms[i].name, (const char *)name, 16)) return i;
    }
    return -1;
}

/* A code names its system by seven bits. */
enum { SYSTEMS_MOST = 128 };

static bool take_section(coding_book *book, const unsigned char *record, coding_error *error)
{
    int      section = section_named(record + CODING__SECTION_NAME);
    uint64_t offset = coding__load64(record + CODING__SECTION_OFFSET);
    uint64_t size = coding__load64(record + CODING__SECTION_SIZE);
    uint32_t width = coding__load32(record + CODING__SECTION_WIDTH);
    char     name[17] = "";
    memcpy(name, record + CODING__SECTION_NAME, 16);
    if (name[15])
        return coding__refuse(error, CODING_NOT_A_BOOK, name, "the name of a section has no end: the book is damaged");
    if (offset > book->size || size > book->size - offset || !width || size % width || size / width >= UINT32_MAX)
        return coding__refuse(error, CODING_NOT_A_BOOK, name,
                              "the section reaches past the end of the book: fetch it anew");
    if (section < 0) return true; /* of a later library: passed over */
    if (width != coding__section_forms[section].width)
        return coding__refuse(error, CODING_NOT_A_BOOK, name, "records of %u bytes where %u are expected",
                              (unsigned)width, (unsigned)coding__section_forms[section].width);
    if (section == CODING__SYSTEMS && size / width > SYSTEMS_MOST)
        return coding__refuse(error, CODING_NOT_A_BOOK, name,
                              "the book has more code systems than there are: it is damaged");
    book->tables[section] = (coding__table){book->bytes + offset, (uint32_t)(size / width), width};
    return true;
}

static bool take_sections(coding_book *book, coding_error *error)
{
    uint32_t count = coding__load32(book->bytes + CODING__HEADER_COUNT);
    if (count > (book->size - CODING__HEADER_BYTES) / CODING__SECTION_BYTES)
        return coding__refuse(error, CODING_NOT_A_BOOK, "sections",
                              "the book says it has %u sections, more than fit in it", (unsigned)count);
    size_t        length = CODING__HEADER_BYTES + (size_t)count * CODING__SECTION_BYTES;
    unsigned char header[CODING__HEADER_BYTES];
    memcpy(header, book->bytes, sizeof header);
    memset(header + CODING__HEADER_CHECKSUM, 0, 4);
    uint32_t checksum = coding__checksum(0, header, sizeof header);
    checksum = coding__checksum(checksum, book->bytes + sizeof header, length - sizeof header);
    if (checksum != coding__load32(book->bytes + CODING__HEADER_CHECKSUM))
        return coding__refuse(error, CODING_NOT_A_BOOK, "header",
                              "the checksum of the header does not agree: the book is damaged");
    for (uint32_t i = 0; i < count; i++) {
        const unsigned char *record = book->bytes + CODING__HEADER_BYTES + (size_t)i * CODING__SECTION_BYTES;
        if (!take_section(book, record, error)) return false;
    }
    const coding__table *text = &book->tables[CODING__TEXT];
    if (!text->count || text->bytes[text->count - 1] || text->bytes[0])
        return coding__refuse(error, CODING_NOT_A_BOOK, "text", "the texts of the book are missing or have no end");
    return true;
}

static bool read_header(coding_book *book, coding_error *error)
{
    const unsigned char *bytes = book->bytes;
    if (book->size < CODING__HEADER_BYTES || memcmp(bytes, CODING__MAGIC, 8))
        return coding__refuse(error, CODING_NOT_A_BOOK, "header",
                              "this is not a book: it does not begin with " CODING__MAGIC);
    uint32_t format = coding__load32(bytes + CODING__HEADER_FORMAT);
    uint32_t reader = coding__load32(bytes + CODING__HEADER_READER);
    if (reader > CODING__FORMAT)
        return coding__refuse(
            error, CODING_NEWER_BOOK, "header",
            "the book has format %u and needs a library that reads format %u; this one reads %u: update libcoding",
            (unsigned)format, (unsigned)reader, (unsigned)CODING__FORMAT);
    if (format < CODING__FORMAT_OLDEST)
        return coding__refuse(
            error, CODING_OLDER_BOOK, "header",
            "the book has format %u, and this library reads from %u on: build it anew with `coding build`",
            (unsigned)format, (unsigned)CODING__FORMAT_OLDEST);
    if (coding__load64(bytes + CODING__HEADER_SIZE) != book->size)
        return coding__refuse(
            error, CODING_NOT_A_BOOK, "header", "the book should have %llu bytes and has %llu: it was cut short",
            (unsigned long long)coding__load64(bytes + CODING__HEADER_SIZE), (unsigned long long)book->size);
    return take_sections(book, error);
}

static coding_book *start(const void *bytes, size_t size, void *mapping, coding_error *error)
{
    coding_book *book = calloc(1, sizeof *book);
    if (!book) return coding__refuse(error, CODING_NO_MEMORY, "", "no memory for the book's table of contents"), NULL;
    book->bytes = bytes;
    book->size = size;
    book->owners = 1;
    for (int i = 0; i < CODING__SECTION_TOTAL; i++) book->tables[i].bytes = bytes; /* none has no place at all */
    if (!read_header(book, error)) {
        free(book);
        return NULL;
    }
    book->mapping = mapping;
    if (error) memset(error, 0, sizeof *error);
    return book;
}

coding_book *coding_book_open_memory(const void *bytes, size_t length, coding_error *error)
{
    if (!bytes) return coding__refuse(error, CODING_MISUSE, "", "no bytes were given"), NULL;
    return start(bytes, length, NULL, error);
}

#if defined(__wasm__)

coding_book *coding_book_open(const char *path, coding_error *error)
{
    return coding__refuse(error, CODING_NO_FILE, path ? path : "",
                          "there are no files here: use coding_book_open_memory"),
           NULL;
}

static void unmap(coding_book *book) { (void)book; }

#else

static coding_book *open_file(const char *path, int file, coding_error *error)
{
    struct stat about;
    if (fstat(file, &about)) return coding__refuse(error, CODING_NO_FILE, path, "%s", strerror(errno)), NULL;
    if (!S_ISREG(about.st_mode)) return coding__refuse(error, CODING_NO_FILE, path, "this is not a file"), NULL;
    if (about.st_size < CODING__HEADER_BYTES)
        return coding__refuse(error, CODING_NOT_A_BOOK, path, "this is not a book: it has only %lld bytes",
                              (long long)about.st_size),
               NULL;
    size_t size = (size_t)about.st_size;
    void  *mapping = mmap(NULL, size, PROT_READ, MAP_SHARED, file, 0);
    if (mapping == MAP_FAILED)
        return coding__refuse(error, CODING_NO_MEMORY, path, "the file cannot be mapped: %s", strerror(errno)), NULL;
    coding_book *book = start(mapping, size, mapping, error);
    if (!book) munmap(mapping, size);
    return book;
}

coding_book *coding_book_open(const char *path, coding_error *error)
{
    if (!path) path = getenv("CODING_BOOK");
    if (!path || !*path) path = CODING_BOOK_PATH;
    if (!*path)
        return coding__refuse(error, CODING_NO_FILE, "", "no book was named, and none is installed: set CODING_BOOK"),
               NULL;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return coding__refuse(error, CODING_NO_FILE, path, "%s", strerror(errno)), NULL;
    coding_book *book = open_file(path, file, error);
    close(file);
    return book;
}

static void unmap(coding_book *book)
{
    if (book->mapping) munmap(book->mapping, book->size);
}

#endif

coding_book *coding_book_keep(coding_book *book)
{
    __atomic_add_fetch(&book->owners, 1, __ATOMIC_RELAXED);
    return book;
}

void coding_book_close(coding_book *book)
{
    if (!book || __atomic_sub_fetch(&book->owners, 1, __ATOMIC_ACQ_REL)) return;
    unmap(book);
    free(book);
}

size_t coding_book_size(const coding_book *book) { return book->size; }

size_t coding_book_section_count(const coding_book *book) { return coding__load32(book->bytes + CODING__HEADER_COUNT); }

coding_section coding_book_section(const coding_book *book, size_t index)
{
    if (index >= coding_book_section_count(book)) return (coding_section){.name = ""};
    const unsigned char *record = book->bytes + CODING__HEADER_BYTES + index * CODING__SECTION_BYTES;
    return (coding_section){
        .name = (const char *)record + CODING__SECTION_NAME,
        .offset = coding__load64(record + CODING__SECTION_OFFSET),
        .size = coding__load64(record + CODING__SECTION_SIZE),
        .width = coding__load32(record + CODING__SECTION_WIDTH),
        .checksum = coding__load32(record + CODING__SECTION_CHECKSUM),
    };
}
