/* Processing notes of HCPCS, numbered; the codes' own file has the numbers.
 *
 *     0003--THIS PROCEDURE (85029, 85030) IS USUALLY PART OF THE AUTOMATED PROFILES    *
 *           FOR CBC AND CONSIDERATION SHOULD BE GIVEN TO NOT PAYING SEPARATELY         *
 *
 * A note goes on until the next begins; the stars at the right are frame. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "compile/printed.h"
#include "compile/processing_notes.h"
#include "compile/readers.h"

enum { LINES_TO_LOOK_AT = 64, LONGEST = 1 << 14 };

/* 0003--THIS ... */
static bool begins_note(coding__cell text)
{
    if (text.length < 7 || text.text[4] != '-' || text.text[5] != '-') return false;
    return coding__cell_number((coding__cell){text.text, 4}) != UINT64_MAX;
}

static bool recognises(const coding__file *file)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  line;
    bool          headed = false;
    for (int i = 0; i < LINES_TO_LOOK_AT && coding__next_row(&lines, &line); i++) {
        headed |= coding__cell_has(line, "processing notes");
        if (headed && begins_note(coding__trimmed(line))) return true;
    }
    return false;
}

typedef struct notes_reading {
    coding__model        *model;
    coding__numbered_note note; /* number 0: none is open */
    coding__vector        text; /* char */
} notes_reading;

static void add_text(notes_reading *reading, coding__cell line)
{
    coding__cell text = coding__trimmed(line);
    if (text.length && text.text[text.length - 1] == '*') text.length--;
    text = coding__trimmed(text);
    if (!text.length || reading->text.count > LONGEST) return;
    if (reading->text.count) *(char *)coding__push(reading->model, &reading->text, 1) = ' ';
    for (size_t i = 0; i < text.length; i++) *(char *)coding__push(reading->model, &reading->text, 1) = text.text[i];
}

static void finish_note(notes_reading *reading)
{
    coding__model *model = reading->model;
    if (reading->note.number && reading->text.count) {
        reading->note.text = coding__intern(model, reading->text.items, reading->text.count);
        *(coding__numbered_note *)coding__push(model, &model->numbered_notes, sizeof reading->note) = reading->note;
    }
    reading->note.number = 0;
    reading->text.count = 0;
}

static void begin_note(notes_reading *reading, coding__cell text, uint32_t line)
{
    finish_note(reading);
    reading->note.number = coding__intern(reading->model, text.text, 4);
    reading->note.line = line;
    add_text(reading, (coding__cell){text.text + 6, text.length - 6});
}

static void read(coding__model *model, const coding__file *file)
{
    notes_reading        reading = {.model = model};
    coding__release_kind kind = {.system = CODING_HCPCS, .title = "HCPCS processing notes"};
    coding__days         days;
    coding__lines        lines = coding__lines_of(file);
    coding__cell         line;
    if (!coding__place_release(model, file, &kind, &days, &reading.note.origin)) return;
    reading.note.day = days.first;
    while (coding__next_row(&lines, &line)) {
        coding__cell text = coding__trimmed(line);
        if (begins_note(text)) begin_note(&reading, text, lines.number);
        else if (reading.note.number) add_text(&reading, text);
    }
    finish_note(&reading);
    free(reading.text.items);
}

const coding__reader coding__processing_notes_reader = {
    .kind = "processing notes",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
