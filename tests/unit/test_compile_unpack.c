/* Folders, zips and gz, and what is refused. */
#define _POSIX_C_SOURCE 200809L

#include "unit/little_model.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "compile/unpack.h"

enum { ROOM = 1 << 20 };

/* What the unpacker gave out: "name=bytes" a line. */
typedef struct given {
    char         files[4096];
    char         refused[1024];
    char         sha256[80];
    size_t       wanted; /* of every file */
    coding_error error;
} given;

static size_t want(void *context, const char *path)
{
    (void)path;
    return ((given *)context)->wanted;
}

static void give(void *context, const coding__file *file)
{
    given *out = context;
    size_t length = strlen(out->files);
    assert_int_equal(file->bytes[file->length], 0);
    snprintf(out->files + length, sizeof out->files - length, "%s=%.*s\n", file->name, (int)file->length,
             (const char *)file->bytes);
    snprintf(out->sha256, sizeof out->sha256, "%s", file->sha256);
}

static void refuse(void *context, const char *path, const char *why)
{
    given *out = context;
    snprintf(out->refused, sizeof out->refused, "%s: %s", strrchr(path, '/') + 1, why);
}

static coding__unpacker unpacker_of(given *out)
{
    memset(out, 0, sizeof *out);
    out->wanted = SIZE_MAX;
    return (coding__unpacker){.context = out, .wants = want, .file = give, .refused = refuse};
}

/* An archive of members, ended by a name of NULL; its bytes in `bytes`. */
typedef struct member {
    const char *name;
    const void *bytes;
    size_t      length;
} member;

static size_t archive_of(unsigned char bytes[ROOM], bool gz, const member *members)
{
    size_t          length = 0;
    struct archive *archive = archive_write_new();
    if (gz) archive_write_add_filter_gzip(archive), archive_write_set_format_raw(archive);
    else archive_write_set_format_zip(archive);
    archive_write_set_bytes_in_last_block(archive, 1);
    assert_int_equal(archive_write_open_memory(archive, bytes, ROOM, &length), ARCHIVE_OK);
    for (; members->name; members++) {
        struct archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, members->name);
        archive_entry_set_size(entry, (la_int64_t)members->length);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        assert_int_equal(archive_write_header(archive, entry), ARCHIVE_OK);
        assert_int_equal(archive_write_data(archive, members->bytes, members->length), members->length);
        archive_entry_free(entry);
    }
    assert_int_equal(archive_write_free(archive), ARCHIVE_OK);
    return length;
}

static const member two[] = {{"Folder with order/b.txt", "beta", 4}, {"a.txt", "", 0}, {NULL, NULL, 0}};

static unsigned char zip[ROOM], outer[ROOM];

static void members_of_a_zip_are_given_out_whole_by_their_base_names(void **state)
{
    given            out;
    coding__unpacker unpacker = unpacker_of(&out);
    size_t           length = archive_of(zip, false, two);
    (void)state;
    assert_true(coding__unpack_bytes("down/two.zip", zip, length, &unpacker, &out.error));
    assert_string_equal(out.files, "b.txt=beta\na.txt=\n");
    assert_int_equal(strlen(out.sha256), 64);
}

static void the_checksum_is_that_of_the_file_as_it_was_downloaded(void **state)
{
    given            out;
    coding__unpacker unpacker = unpacker_of(&out);
    (void)state;
    assert_true(coding__unpack_bytes("abc.txt", (const unsigned char *)"abc", 3, &unpacker, &out.error));
    assert_string_equal(out.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void a_gz_loses_its_tail(void **state)
{
    given            out;
    coding__unpacker unpacker = unpacker_of(&out);
    size_t           length = archive_of(zip, true, (member[]){{"x", "beta", 4}, {NULL, NULL, 0}});
    (void)state;
    assert_true(coding__unpack_bytes("down/b.txt.gz", zip, length, &unpacker, &out.error));
    assert_string_equal(out.files, "b.txt=beta\n");
}

static void zips_may_lie_in_zips(void **state)
{
    given            out;
    coding__unpacker unpacker = unpacker_of(&out);
    size_t           length = archive_of(zip, false, two);
    (void)state;
    length = archive_of(outer, false, (member[]){{"in.zip", zip, length}, {"c.txt", "gamma", 5}, {NULL, NULL, 0}});
    assert_true(coding__unpack_bytes("down/out.zip", outer, length, &unpacker, &out.error));
    assert_string_equal(out.files, "b.txt=beta\na.txt=\nc.txt=gamma\n");
}

static void zips_too_deep_in_zips_are_refused(void **state)
{
    given            out;
    coding__unpacker unpacker = unpacker_of(&out);
    size_t           length = archive_of(zip, false, two);
    (void)state;
    for (int depth = 0; depth < 4; depth++) {
        memcpy(outer, zip, length);
        length = archive_of(zip, false, (member[]){{"in.zip", outer, length}, {NULL, NULL, 0}});
    }
    assert_false(coding__unpack_bytes("down/out.zip", zip, length, &unpacker, &out.error));
    assert_non_null(strstr(out.error.reason, "too deep"));
}

static void spreadsheets_are_files_although_they_are_zips(void **state)
{
    given            out;
    coding__unpacker unpacker = unpacker_of(&out);
    size_t           length = archive_of(zip, false, two);
    (void)state;
    length = archive_of(outer, false, (member[]){{"sheet.xlsx", zip, length}, {NULL, NULL, 0}});
    assert_true(coding__unpack_bytes("down/out.zip", outer, length, &unpacker, &out.error));
    assert_memory_equal(out.files, "sheet.xlsx=PK", 13);
}

static void only_as_much_is_read_as_is_wanted(void **state)
{
    given            out;
    coding__unpacker unpacker = unpacker_of(&out);
    size_t           length = archive_of(zip, false, two);
    (void)state;
    out.wanted = 2;
    assert_true(coding__unpack_bytes("down/two.zip", zip, length, &unpacker, &out.error));
    assert_string_equal(out.files, "b.txt=be\na.txt=\n");
    unpacker = unpacker_of(&out);
    out.wanted = 0;
    assert_true(coding__unpack_bytes("down/two.zip", zip, length, &unpacker, &out.error));
    assert_string_equal(out.files, "");
}

static void a_member_that_is_too_large_is_refused_and_the_rest_given_out(void **state)
{
    given            out;
    coding__unpacker unpacker = unpacker_of(&out);
    size_t           length = archive_of(zip, false, two);
    (void)state;
    unpacker.file_most = 3;
    assert_true(coding__unpack_bytes("down/two.zip", zip, length, &unpacker, &out.error));
    assert_string_equal(out.files, "a.txt=\n");
    assert_string_equal(out.refused, "b.txt: it is larger than any release we read: refused");
}

/* A bomb: little that unpacks to much. */
static void an_archive_that_grows_without_bound_is_no_release(void **state)
{
    given                out;
    coding__unpacker     unpacker = unpacker_of(&out);
    static unsigned char zeros[ROOM / 2];
    const member         bomb[] = {{"a", zeros, sizeof zeros}, {"b", zeros, sizeof zeros}, {NULL, NULL, 0}};
    size_t               length = archive_of(zip, false, bomb);
    (void)state;
    assert_true(length < ROOM / 100);
    unpacker.all_most = sizeof zeros + 1000;
    assert_false(coding__unpack_bytes("down/bomb.zip", zip, length, &unpacker, &out.error));
    assert_int_equal(out.error.status, CODING_NO_FILE);
    assert_string_equal(out.error.at, "down/bomb.zip/b");
}

static void a_broken_archive_is_an_error_wherever_it_breaks(void **state)
{
    (void)state;
    for (int gz = 0; gz < 2; gz++) {
        size_t whole = archive_of(zip, gz, gz ? (member[]){{"x", "beta", 4}, {NULL, NULL, 0}} : two);
        for (size_t length = 8; length < whole; length += 5) {
            given            out;
            coding__unpacker unpacker = unpacker_of(&out);
            if (!coding__unpack_bytes(gz ? "x.gz" : "x.zip", zip, length, &unpacker, &out.error))
                assert_true(out.error.status != CODING_OK && out.error.reason[0] && out.error.at[0]);
            else assert_false(gz && length < whole - 8); /* what is short of its checksum is short */
        }
    }
}

/* A folder of the test's own, with a zip, a gz and plain files. */
static char folder[64];

static void put(const char *name, const void *bytes, size_t length)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/coding-unpack-XXXXXX");
    if (!mkdtemp(folder)) return -1;
    char path[128];
    snprintf(path, sizeof path, "%s/sub", folder);
    return mkdir(path, 0755);
}

static int remove_folder(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static void folders_are_walked_in_the_order_of_their_names(void **state)
{
    given            out;
    coding__unpacker unpacker = unpacker_of(&out);
    (void)state;
    put("z.zip", zip, archive_of(zip, false, two));
    put("sub/B.txt", "B", 1);
    put("sub/a.txt", "a", 1);
    put("m.txt.gz", zip, archive_of(zip, true, (member[]){{"x", "m", 1}, {NULL, NULL, 0}}));
    put(".hidden", "h", 1);
    assert_true(coding__unpack(folder, &unpacker, &out.error));
    assert_string_equal(out.files, "m.txt=m\nB.txt=B\na.txt=a\nb.txt=beta\na.txt=\n");
}

static void what_is_not_there_is_an_error(void **state)
{
    given            out;
    coding__unpacker unpacker = unpacker_of(&out);
    char             path[128];
    (void)state;
    snprintf(path, sizeof path, "%s/nothing", folder);
    assert_false(coding__unpack(path, &unpacker, &out.error));
    assert_int_equal(out.error.status, CODING_NO_FILE);
    assert_string_equal(out.error.at, path);
    assert_string_equal(out.error.reason, "No such file or directory");
}

static void a_folder_that_leads_back_to_itself_is_an_error(void **state)
{
    given            out;
    coding__unpacker unpacker = unpacker_of(&out);
    char             path[128];
    (void)state;
    snprintf(path, sizeof path, "%s/sub/round", folder);
    assert_int_equal(symlink(folder, path), 0);
    assert_false(coding__unpack(folder, &unpacker, &out.error));
    assert_non_null(strstr(out.error.reason, "too deep"));
}

/* Whole releases: walked once to recognise, once a turn to read. */

static void releases_are_read_in_their_turn_wherever_they_lie(void **state)
{
    static const char editions[] = "system\tmember\tfirst\tuntil\tbefore\trelease\tlicence\n"
                                   "icd10cm\tcodes.txt\t20291001\t-\t-\tLate but first\t-\n";
    static const char order[] =
        "00001 A00     1 Cholera                                                      Cholera\n";
    little_model *little = *state;
    put("release.zip", zip,
        archive_of(
            zip, false,
            (member[]){{"inside/codes.txt", order, sizeof order - 1}, {"guide.pdf", "%PDF", 4}, {NULL, NULL, 0}}));
    put("zzz.tsv", editions, sizeof editions - 1);
    assert_true(reads_paths(little, (const char *[]){folder, NULL}));
    assert_int_equal(edition_of(little, CODING_ICD10CM)->first, 20291001);
    assert_said(little, "codes.txt: order file: Late but first");
    assert_said(little, "guide.pdf left: not a release we read");
}

static void the_rank_of_an_origin_is_that_of_its_path(void **state)
{
    little_model *little = *state;
    assert_true(
        reads_paths(little, (const char *[]){"order/icd10pcs_order_2030.txt", "order/icd10cm_order_2030.txt", NULL}));
    const coding__origin *origins = little->model.origins.items;
    assert_int_equal(origins[edition_of(little, CODING_ICD10PCS)->origin].rank, 0);
    assert_int_equal(origins[edition_of(little, CODING_ICD10CM)->origin].rank, 1);
}

static void what_an_order_file_says_is_not_read_twice(void **state)
{
    little_model *little = *state;
    assert_true(reads_paths(little, (const char *[]){"descriptions", "addenda", "order", "poa", NULL}));
    assert_said(little, "icd10cm_codes_2030.txt left: the order file of that edition is here and says more");
    assert_said(little, "icd10cm_order_addenda_2031.txt left: addenda to an order file that is here");
    assert_said(little, "icd10cm_codes_addenda_2031.txt left: addenda of codes");
    assert_said(little, "icd10cm_order_addenda_2032.txt: order addenda: ICD-10-CM FY2032"); /* no order file of 2032 */
    assert_said(little, "POAexemptAddCodesFY30.txt left: changes");
}

static void descriptions_make_an_edition_where_no_order_file_does(void **state)
{
    little_model *little = *state;
    assert_true(reads_paths(little, (const char *[]){"descriptions", NULL}));
    assert_int_equal(edition_of(little, CODING_ICD10CM)->rows.count, 2);
    assert_true(row_of(little, edition_of(little, CODING_ICD10CM), "A00.9")->billable);
    assert_told(little, ":3 code: \"A0?9\": left out");
}

static void a_release_that_cannot_be_read_to_its_end_makes_no_book(void **state)
{
    little_model *little = *state;
    put("icd10cm_tabular_2030.xml", "<ICD10CM.tabular>\n<chapter>", 27);
    assert_false(reads_paths(little, (const char *[]){folder, NULL}));
    assert_int_equal(little->error.status, CODING_NO_FILE);
    assert_non_null(strstr(little->error.at, "icd10cm_tabular_2030.xml:2"));
}

static int make_both(void **state) { return make_folder(state) || start_model(state); }
static int end_both(void **state) { return remove_folder(state) || end_model(state); }

#define folder_test(name)  cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
#define release_test(name) cmocka_unit_test_setup_teardown(name, make_both, end_both)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_of_a_zip_are_given_out_whole_by_their_base_names),
        cmocka_unit_test(the_checksum_is_that_of_the_file_as_it_was_downloaded),
        cmocka_unit_test(a_gz_loses_its_tail),
        cmocka_unit_test(zips_may_lie_in_zips),
        cmocka_unit_test(zips_too_deep_in_zips_are_refused),
        cmocka_unit_test(spreadsheets_are_files_although_they_are_zips),
        cmocka_unit_test(only_as_much_is_read_as_is_wanted),
        cmocka_unit_test(a_member_that_is_too_large_is_refused_and_the_rest_given_out),
        cmocka_unit_test(an_archive_that_grows_without_bound_is_no_release),
        cmocka_unit_test(a_broken_archive_is_an_error_wherever_it_breaks),
        folder_test(folders_are_walked_in_the_order_of_their_names),
        folder_test(what_is_not_there_is_an_error),
        folder_test(a_folder_that_leads_back_to_itself_is_an_error),
        release_test(releases_are_read_in_their_turn_wherever_they_lie),
        release_test(the_rank_of_an_origin_is_that_of_its_path),
        release_test(what_an_order_file_says_is_not_read_twice),
        release_test(descriptions_make_an_edition_where_no_order_file_does),
        release_test(a_release_that_cannot_be_read_to_its_end_makes_no_book),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
