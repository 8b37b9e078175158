#include "book/layout.h"

#include <string.h>

/* CRC-32C, reflected polynomial 0x82F63B78, eight bytes a step by eight tables (Intel's slicing). The tables are made
 * on the caller's stack: 8 KiB and some microseconds, against 40 MB of book, and no state of ours anywhere. */
typedef struct slices {
    uint32_t table[8][256];
} slices;

static void make(slices *s)
{
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t value = i;
        for (int bit = 0; bit < 8; bit++) value = value >> 1 ^ (value & 1 ? 0x82F63B78u : 0);
        s->table[0][i] = value;
    }
    for (uint32_t i = 0; i < 256; i++) {
        for (int k = 1; k < 8; k++) s->table[k][i] = s->table[k - 1][i] >> 8 ^ s->table[0][s->table[k - 1][i] & 255];
    }
}

uint32_t coding__checksum(uint32_t checksum, const void *bytes, size_t length)
{
    slices               s;
    const unsigned char *at = bytes;
    uint32_t             crc = ~checksum;
    make(&s);
    for (; length >= 8; length -= 8, at += 8) {
        uint32_t low = crc ^ coding__load32(at), high = coding__load32(at + 4);
        crc = s.table[7][low & 255] ^ s.table[6][low >> 8 & 255] ^ s.table[5][low >> 16 & 255] ^ s.table[4][low >> 24]
              ^ s.table[3][high & 255] ^ s.table[2][high >> 8 & 255] ^ s.table[1][high >> 16 & 255]
              ^ s.table[0][high >> 24];
    }
    for (; length; length--) crc = crc >> 8 ^ s.table[0][(crc ^ *at++) & 255];
    return ~crc;
}
