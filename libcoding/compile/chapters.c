#include "compile/chapters.h"

#include <stdlib.h>
#include <string.h>

#define LISTED(name, text, width) CODING__##name,
static const coding__section claims[] = {CODING__CLAIM_SECTIONS(LISTED) CODING__SECTION_TOTAL};
static const coding__section comorbidity[] = {CODING__COMORBIDITY_SECTIONS(LISTED) CODING__CCSR_SECTIONS(LISTED)
                                               CODING__SECTION_TOTAL};
static const coding__section groups[] = {CODING__DRG_SECTIONS(LISTED) CODING__SECTION_TOTAL};
static const coding__section maps[] = {CODING__MAP_SECTIONS(LISTED) CODING__SECTION_TOTAL};
static const coding__section notes[] = {CODING__NOTE_SECTIONS(LISTED) CODING__KEYS, CODING__KEY_STARTS, CODING__SECTION_TOTAL};
static const coding__section operations[] = {CODING__OPERATION_SECTIONS(LISTED) CODING__SECTION_TOTAL};
static const coding__section phrases[] = {CODING__PHRASES, CODING__PHRASE_ROOTS, CODING__PHRASE_PLACES, CODING__SECTION_TOTAL};
static const coding__section risk[] = {CODING__RISK_SECTIONS(LISTED) CODING__SECTION_TOTAL};
#undef LISTED

static const struct {
    const char            *name;
    const coding__section *sections; /* CODING__SECTION_TOTAL behind the last */
} chapters_known[] = {
    {"claims", claims}, {"comorbidity", comorbidity}, {"groups", groups}, {"maps", maps},
    {"notes", notes},   {"operations", operations},   {"phrases", phrases}, {"risk", risk},
};

enum { CHAPTERS = sizeof chapters_known / sizeof *chapters_known };

const char *coding__chapter_name(unsigned chapter) { return chapter < CHAPTERS ? chapters_known[chapter].name : NULL; }

static bool add_chapter(const char *name, size_t length, uint32_t *chapters)
{
    for (unsigned i = 0; i < CHAPTERS; i++) {
        if (strlen(chapters_known[i].name) != length || memcmp(chapters_known[i].name, name, length) != 0) continue;
        *chapters |= 1u << i;
        return true;
    }
    return false;
}

bool coding__chapters_read(const char *names, uint32_t *chapters, char wrong[32])
{
    *chapters = 0;
    for (size_t length; *names; names += length + (names[length] == ',')) {
        length = strcspn(names, ",");
        if (add_chapter(names, length, chapters)) continue;
        if (length > 31) length = 31;
        memcpy(wrong, names, length);
        wrong[length] = '\0';
        return false;
    }
    return true;
}

void coding__chapters_drop(coding__writer *writer, uint32_t chapters)
{
    for (unsigned i = 0; i < CHAPTERS; i++) {
        for (const coding__section *at = chapters_known[i].sections; chapters >> i & 1 && *at < CODING__SECTION_TOTAL; at++) {
            free(writer->sections[*at].items);
            writer->sections[*at] = (coding__vector){.items = NULL};
        }
    }
}
