#include "text/sound.h"

#include <string.h>

#include "base/text.h"

/* Groups of letters and the sound they make; the first that fits is taken, so longer ones come first. A '^' stands for
 * the beginning of a word. */
static const struct { const char *letters, *sound; } groups[] = {
    {"^pn", "n"}, {"^ps", "s"}, {"^pt", "t"}, {"^kn", "n"}, {"^gn", "n"}, {"^wr", "r"}, {"^x", "s"}, {"^mn", "n"},
    {"sch", "sk"}, {"sthm", "sm"}, {"tion", "sn"}, {"sion", "sn"}, {"cion", "sn"}, {"tz", "s"}, {"ts", "ts"}, {"tch", "c"}, {"ph", "f"},
    {"gh", ""}, {"rrh", "r"}, {"rh", "r"}, {"th", "t"}, {"ck", "k"}, {"ch", "k"}, {"sc", "s"}, {"dg", "j"},
    {"ce", "s"}, {"ci", "s"}, {"cy", "s"}, {"ge", "j"}, {"gi", "j"}, {"gy", "j"}, {"c", "k"}, {"q", "k"}, {"x", "ks"},
    {"z", "s"}, {"v", "f"}, {"g", "k"}, {"d", "t"}, {"b", "p"}, {"j", "j"}, {"h", ""}, {"w", ""},
    {"a", ""}, {"e", ""}, {"i", ""}, {"o", ""}, {"u", ""}, {"y", ""},
};

static bool fits(const char *letters, const char *text, size_t length, size_t at, size_t *size)
{
    bool begins = letters[0] == '^';
    if (letters[begins] != text[at]) return false;
    size_t count = strlen(letters + begins);
    if ((begins && at) || at + count > length || memcmp(text + at, letters + begins, count) != 0) return false;
    *size = count;
    return true;
}

/* The sound of the letters at `at`; how many letters made it in `size`. */
static const char *sound_at(const char *text, size_t length, size_t at, size_t *size)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        if (fits(groups[i].letters, text, length, at, size)) return groups[i].sound;
    }
    *size = 1;
    return NULL;
}

static bool is_vowel(char c) { return c && strchr("aeiouy", c); }

uint32_t coding__sound(const char *text, size_t length)
{
    uint32_t hash = 2166136261u;
    unsigned count = 0;
    char     before = 0;
    for (size_t at = 0, size = 1; at < length; at += size) {
        char        own[2] = {text[at], 0};
        const char *sound = sound_at(text, length, at, &size);
        if (!sound) sound = own;
        if (at == 0 && is_vowel(text[0])) sound = "a";
        bool soft = size == 2 && (text[at] == 'c' || text[at] == 'g') && is_vowel(text[at + 1]);
        if (soft) size = 1;
        for (; *sound; sound++) {
            if (*sound == before) continue;
            hash = (hash ^ (unsigned char)*sound) * 16777619u;
            before = *sound;
            count++;
        }
        if (is_vowel(text[at])) before = 0;
    }
    return count >= 2 ? hash | 1u : 0;
}
