/* Runs every file of the folders named through a fuzz target: the kept corpus as a plain test. */
#define _POSIX_C_SOURCE 200809L

#include "fuzz/fuzz.h"

#include <dirent.h>
#include <string.h>

static int run_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) return perror(path), 1;
    long length = ftell(file);
    rewind(file);
    uint8_t *bytes = malloc((size_t)length + !length); /* to the byte, so that a sanitizer sees a read past the end */
    if (!bytes || fread(bytes, 1, (size_t)length, file) != (size_t)length) return perror(path), 1;
    fclose(file);
    LLVMFuzzerTestOneInput(bytes, (size_t)length);
    free(bytes);
    return 0;
}

static int run_folder(const char *folder, unsigned *count)
{
    DIR *entries = opendir(folder);
    if (!entries) return perror(folder), 1;
    int failed = 0;
    for (struct dirent *entry; (entry = readdir(entries));) {
        char path[4096];
        if (entry->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        failed |= run_file(path);
        ++*count;
    }
    closedir(entries);
    return failed;
}

int main(int count, char **folders)
{
    unsigned files = 0;
    int      failed = 0;
    for (int i = 1; i < count; i++) failed |= run_folder(folders[i], &files);
    printf("%u files\n", files);
    return failed || !files;
}
