#include "code/format.h"

#include "base/text.h"

#include <string.h>

#define OWN(number) "own-" #number

static const char own_names[CODING_OWN_LAST - CODING_OWN_FIRST + 1][8] = {
    OWN(64),  OWN(65),  OWN(66),  OWN(67),  OWN(68),  OWN(69),  OWN(70),  OWN(71),  OWN(72),  OWN(73),
    OWN(74),  OWN(75),  OWN(76),  OWN(77),  OWN(78),  OWN(79),  OWN(80),  OWN(81),  OWN(82),  OWN(83),
    OWN(84),  OWN(85),  OWN(86),  OWN(87),  OWN(88),  OWN(89),  OWN(90),  OWN(91),  OWN(92),  OWN(93),
    OWN(94),  OWN(95),  OWN(96),  OWN(97),  OWN(98),  OWN(99),  OWN(100), OWN(101), OWN(102), OWN(103),
    OWN(104), OWN(105), OWN(106), OWN(107), OWN(108), OWN(109), OWN(110), OWN(111)};

static bool is_own(coding_system system) { return system >= CODING_OWN_FIRST && system <= CODING_OWN_LAST; }

const char *coding_system_name(coding_system system)
{
    const coding__format *format = coding__format_of(system);
    if (format) return format->name;
    if (is_own(system)) return own_names[system - CODING_OWN_FIRST];
    return system == CODING_ANY ? "any" : "unknown";
}

const char *coding_system_title(coding_system system)
{
    const coding__format *format = coding__format_of(system);
    if (format) return format->title;
    if (is_own(system)) return own_names[system - CODING_OWN_FIRST];
    return system == CODING_ANY ? "any system" : "unknown system";
}

coding_system coding_system_parse(const char *text, size_t length)
{
    for (unsigned i = 0; i <= CODING_SCTID; i++) {
        const coding__format *format = coding__format_of((coding_system)i);
        if (format && coding__text_equal(format->name, strlen(format->name), text, length)) return format->system;
    }
    return CODING_ANY;
}
