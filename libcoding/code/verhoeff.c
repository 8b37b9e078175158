#include "code/check.h"

/* The dihedral group of the pentagon, 0 to 4 turns and 5 to 9 reflections: it does not commute, which is how two
 * digits that changed places are caught. */
static unsigned times(unsigned a, unsigned b)
{
    if (a < 5) return b < 5 ? (a + b) % 5 : 5 + (a + b) % 5;
    return b < 5 ? 5 + (a + 5 - b) % 5 : (a + 5 - b) % 5;
}

static unsigned inverse(unsigned a) { return a < 5 ? (5 - a) % 5 : a; }

char coding__verhoeff(const char *body, size_t length)
{
    static const unsigned char permutation[8][10] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
                                                     {5, 8, 0, 3, 7, 9, 6, 1, 4, 2}, {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
                                                     {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
                                                     {2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}};
    unsigned                   check = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned digit = (unsigned)(unsigned char)body[length - 1 - i] - '0';
        check = times(check, permutation[(i + 1) % 8][digit]);
    }
    return (char)('0' + inverse(check));
}
