/* The compiler without memory: each call of malloc, calloc, realloc and strdup by our own objects is refused once (the
 * linker leads them here), then all from that one on. There is an error that says so and no book, or the right book;
 * nothing leaks. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compile/compile.h"
#include "compile/readers.h"
#include "compile/weave.h"
#include "unit/little_release.h"

#ifdef CODING_SLOW
enum { STRIDE = 13 }; /* a prime: what is missed differs from loop to loop */
#else
enum { STRIDE = 1 };
#endif

static struct {
    size_t calls;
    size_t refuse; /* the call that is refused, from 1; 0: none */
    bool   ever;   /* and all after it */
    long   live;   /* blocks */
} heap;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void  __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
char *__wrap_strdup(const char *text);
void  __wrap_free(void *memory);

static bool is_refused(void)
{
    heap.calls++;
    return heap.refuse && (heap.calls == heap.refuse || (heap.ever && heap.calls > heap.refuse));
}

static void *counted(void *memory)
{
    heap.live += memory != NULL;
    return memory;
}

void *__wrap_malloc(size_t size) { return is_refused() ? NULL : counted(__real_malloc(size)); }

void *__wrap_calloc(size_t count, size_t size) { return is_refused() ? NULL : counted(__real_calloc(count, size)); }

void *__wrap_realloc(void *memory, size_t size)
{
    if (is_refused()) return NULL;
    return memory ? __real_realloc(memory, size) : counted(__real_malloc(size));
}

char *__wrap_strdup(const char *text)
{
    char *copy = __wrap_malloc(strlen(text) + 1);
    return copy ? strcpy(copy, text) : NULL;
}

void __wrap_free(void *memory)
{
    heap.live -= memory != NULL;
    __real_free(memory);
}

static const char words[] =
    "term\tconcept\tkind\trank\tbecause\n"
    "of\tof\tstop\t0\ttest\n"
    "unspecified\tunspecified\tdefault\t0\ttest\n"
    "other\tother\trest\t0\ttest\n"
    "type\ttype\tweight\t9\ttest\n"
    "oedem\tedem\tinside\t1\ttest\n"
    "s\t\tending\t3\ttest\n"
    "E11\tpregnant sugar\tclass\t50\ttest\n"
    "sugar disease\tdiabetes mellitus\tlay\t1\ttest\n"
    "kidney\trenal\tsame\t1\ttest\n"
    "HTN\thypertension\tabbreviation\t1\ttest\n";

static const char order[] =
    "00001 A00     0 Cholera                                                      Cholera\r\n"
    "00002 A000    1 Cholera, classical                                           Cholera, classical\r\n";

static const char addenda[] =
    "Add:         1 A001    Cholera, El Tor                                              Cholera, El Tor\r\n"
    "Delete:      1 A000    Cholera, classical                                           Cholera, classical\r\n";

static const char exempt[] = "Order30\tPOAexemptCode\tDescription\r\n1\tA00.0\tCholera, classical\r\n2\tI10\tHypertension\r\n";

static const char pairs[] = "Column 1\tColumn 2\t*\tEffective Date\tDeletion Date\tModifier\tRationale\n"
                            "45385\t45380\t\t20000605\t*\t1\tMisuse of column two\n";

static const char units[] = "HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n"
                            "45380,1,2 Date of Service Edit,\"Nature, of Service\"\n";

static const char add_ons[] = "AOC_Edit_Type\tAdd-On_Code\tPrimary_Code\tAOC_Edit_EffDT\n1\t11045\t11042\t2013001\n";

/* The little release, its tables of claims and what both lack. */
static little_file files[32];

static void gather_files(void)
{
    static const little_file more[] = {{"words.tsv", words},
                                       {"icd10cm_order_2030.txt", order},
                                       {"icd10cm_order_addenda_2031.txt", addenda},
                                       {"POAexemptCodesFY30.txt", exempt},
                                       {"ccipra-v303r0-f1.txt", pairs},
                                       {"units_2024q4.csv", units},
                                       {"AOC_V2024Q4-MCR.txt", add_ons},
                                       {NULL, NULL}};
    size_t count = 0;
    for (const little_file *at = little_release; at->name; at++) files[count++] = *at;
    for (const little_file *at = little_claims; at->name; at++) files[count++] = *at;
    for (const little_file *at = more; at->name; at++) files[count++] = *at;
    assert_true(count < sizeof files / sizeof *files);
}

/* A book, or the reason why there is none. */
typedef struct outcome {
    void        *bytes;
    size_t       length;
    coding_error error;
} outcome;

typedef bool way(outcome *made);

static bool by_model(outcome *made)
{
    coding__model model;
    coding__model_start(&model, NULL);
    for (const little_file *at = files; at->name; at++) {
        coding__file file = {at->name, at->name, (const unsigned char *)at->text, strlen(at->text), ""};
        coding__read_bytes(&model, &file);
    }
    bool good = coding__compile_model(&model, &made->bytes, &made->length, &made->error);
    coding__model_end(&model);
    return good;
}

static char folder[64], book_path[96];

static bool by_folder(outcome *made)
{
    const char             *paths[] = {folder};
    coding__compile_options options = {.paths = paths, .count = 1};
    return coding__compile_to_memory(&options, &made->bytes, &made->length, &made->error);
}

static bool by_book(outcome *made)
{
    const char             *paths[] = {book_path};
    coding__compile_options options = {.paths = paths, .count = 1};
    return coding__compile_to_memory(&options, &made->bytes, &made->length, &made->error);
}

/* Makes a book with a heap that refuses; false when it was not asked so often. */
static bool refuse(way *make, const outcome *right, size_t call, bool ever)
{
    outcome made = {NULL, 0, {0}};
    long    live = heap.live;
    heap.calls = 0, heap.refuse = call, heap.ever = ever;
    bool good = make(&made);
    bool refused = heap.calls >= call;
    heap.refuse = 0;
    if (good && (made.length != right->length || memcmp(made.bytes, right->bytes, made.length)))
        fail_msg("call %zu refused: another book", call);
    if (!good && (made.error.status != CODING_NO_MEMORY || !*made.error.reason))
        fail_msg("call %zu refused: status %d, %s", call, (int)made.error.status, made.error.reason);
    if (!good && !refused) fail_msg("no book, and nothing was refused");
    free(made.bytes);
    if (heap.live != live) fail_msg("call %zu refused: %ld blocks are lost", call, heap.live - live);
    return refused;
}

static void refuse_each(way *make)
{
    outcome right = {NULL, 0, {0}};
    if (!make(&right)) fail_msg("%s: %s", right.error.at, right.error.reason);
    for (int ever = 0; ever < 2; ever++)
        for (size_t call = 1; refuse(make, &right, call, ever); call += STRIDE) {}
    free(right.bytes);
}

static void each_allocation_may_fail_while_files_are_read_and_woven(void **state)
{
    (void)state;
    refuse_each(by_model);
}

static void each_allocation_may_fail_while_a_folder_is_compiled(void **state)
{
    (void)state;
    refuse_each(by_folder);
}

static void each_allocation_may_fail_while_a_book_is_extended(void **state)
{
    (void)state;
    refuse_each(by_book);
}

static void put(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void path_in_folder(char path[128], const char *name) { snprintf(path, 128, "%s/%s", folder, name); }

static int make_folder(void **state)
{
    char    path[128];
    outcome made = {NULL, 0, {0}};
    (void)state;
    gather_files();
    strcpy(folder, "/tmp/compile-memory-XXXXXX");
    assert_non_null(mkdtemp(folder));
    for (const little_file *at = files; at->name; at++) {
        path_in_folder(path, at->name);
        put(path, at->text, strlen(at->text));
    }
    snprintf(book_path, sizeof book_path, "%s.book", folder);
    assert_true(by_model(&made));
    put(book_path, made.bytes, made.length);
    free(made.bytes);
    return 0;
}

static int remove_folder(void **state)
{
    char path[128];
    (void)state;
    for (const little_file *at = files; at->name; at++) {
        path_in_folder(path, at->name);
        unlink(path);
    }
    return unlink(book_path) || rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_allocation_may_fail_while_files_are_read_and_woven),
        cmocka_unit_test(each_allocation_may_fail_while_a_folder_is_compiled),
        cmocka_unit_test(each_allocation_may_fail_while_a_book_is_extended),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
