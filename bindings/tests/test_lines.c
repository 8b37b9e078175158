/* Lines of patients, members and stays, as languages hand them in: what is none of their words is refused by name, and
 * nothing behind the line is read. */
#include "unit/little_release.h"

#include <stdlib.h>
#include <string.h>

#include "asks.h"

static coding_desk *desk;
static coding__room room;

static int open_book(void **state)
{
    desk = desk_with_files(state, little_release);
    room.book = (coding_book *)(uintptr_t)coding_desk_book(desk);
    return 0;
}

typedef void ask(const char *line, size_t length, coding_error *error);

static void ask_patient(const char *line, size_t length, coding_error *error)
{
    coding__room_comorbidity(&room, desk, line, length, CODING_ANY, CODING__TODAY, CODING_ELIXHAUSER_AHRQ, error);
}

static void ask_member(const char *line, size_t length, coding_error *error)
{
    coding__room_risk(&room, desk, line, length, CODING_RISK_V28, 2026, error);
}

static void ask_stay(const char *line, size_t length, coding_error *error)
{
    coding__room_group(&room, desk, line, length, 20251001, error);
}

/* `at` NULL: the line is read, whether or not the book has what would answer. Each line is asked without a NUL behind it, too. */
static void assert_said(ask *question, const char *line, const char *at)
{
    coding_error error = {.status = CODING_OK};
    size_t       length = strlen(line);
    char        *exact = malloc(length ? length : 1);
    assert_non_null(exact);
    memcpy(exact, line, length);
    question(exact, length, &error);
    free(exact);
    if (at ? error.status != CODING_MISUSE : error.status == CODING_MISUSE) fail_msg("%s: %s", line, error.reason);
    if (at) assert_string_equal(error.at, at);
    coding_desk_clear(desk);
}

static void a_patient_is_codes_with_what_was_present_on_admission(void **state)
{
    (void)state;
    assert_said(ask_patient, "", NULL);
    assert_said(ask_patient, " J18.9/Y  I13.2/n E11.9/1 E11.9/ nonsense ", NULL);
    assert_said(ask_patient, "age=70 version=2025.1 secondary-only J18.9", NULL);
    assert_said(ask_patient, "secondary-only=no J18.9", NULL);
    assert_said(ask_patient, "J18.9/X", "J18.9/X");
    assert_said(ask_patient, "J18.9/YES", "J18.9/YES");
    assert_said(ask_patient, "J18.9 weight=80", "weight=80");
    assert_said(ask_patient, "age=", "age=");
    assert_said(ask_patient, "age=201", "age=201");
    assert_said(ask_patient, "secondary-only=perhaps", "secondary-only=perhaps");
}

static void a_member_is_circumstances_and_diagnoses(void **state)
{
    (void)state;
    assert_said(ask_member, "age=72 sex=f dual=2 entitlement=3 new low-income=yes E11.22@2025-03-01 I50.22", NULL);
    assert_said(ask_member, "born=1953-04-05 sex=M plan=pace graft=5 earlier=E11.9,I50.22 frailty=-12", NULL);
    assert_said(ask_member, "sex=1 dialysis graft normalization=1045 intensity=59", NULL);
    assert_said(ask_member, "E11,22", "E11,22");
    assert_said(ask_member, "E11.22@", "E11.22@");
    assert_said(ask_member, "E11.22@2025-02-30", "E11.22@2025-02-30");
    assert_said(ask_member, "earlier=E11.9,,I50.22", "earlier=E11.9,,I50.22");
    assert_said(ask_member, "dual=11", "dual=11");
    assert_said(ask_member, "plan=hmo", "plan=hmo");
    assert_said(ask_member, "sex", "sex");
    assert_said(ask_member, "born", "born");
    assert_said(ask_member, "plan", "plan");
    assert_said(ask_member, "earlier", "earlier");
    assert_said(ask_member, "frailty=--1", "frailty=--1");
    assert_said(ask_member, "age=99999999999999999999", "age=99999999999999999999");
}

static void a_stay_is_diagnoses_and_behind_px_procedures(void **state)
{
    (void)state;
    assert_said(ask_stay, "sex=U age=70 discharge=01 hospital=exempt version=43.1 I21.4/W px 02703DZ junk", NULL);
    assert_said(ask_stay, "px px", NULL);
    assert_said(ask_stay, "version=431", NULL);
    assert_said(ask_stay, "version=43.1.1.1.1.1", "version=43.1.1.1.1.1");
    assert_said(ask_stay, "version=new", "version=new");
    assert_said(ask_stay, "discharge=100", "discharge=100");
    assert_said(ask_stay, "hospital=far", "hospital=far");
    assert_said(ask_stay, "=", "=");
    assert_said(ask_stay, "I21.4 sex", "sex");
    assert_said(ask_stay, "hospital", "hospital");
}

#define book_test(name) cmocka_unit_test_setup_teardown(name, open_book, teardown_desk)

int main(void)
{
    const struct CMUnitTest tests[] = {
        book_test(a_patient_is_codes_with_what_was_present_on_admission),
        book_test(a_member_is_circumstances_and_diagnoses),
        book_test(a_stay_is_diagnoses_and_behind_px_procedures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
