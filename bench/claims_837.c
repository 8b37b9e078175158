#include "claims_837.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "measure.h"

enum { OPENING, GROUP, SET, SUBSCRIBER, SET_END, GROUP_END, CLOSING, DONE };
enum { SETS_A_GROUP = 20, SUBSCRIBERS_A_SET = 100 };

static const char *const versions[] = {['P'] = "005010X222A1", ['I'] = "005010X223A2", ['D'] = "005010X224A2"};

static const char *const diagnoses[] = {"E1165",  "I10",  "Z794",  "K635",  "M545", "J449",  "N179",
                                        "R079",   "I214", "E785",  "F329",  "J189", "Z0000", "S72001A",
                                        "C50911", "N390", "R0602", "G4733", "K219", "D649"};
static const char *const services[] = {"99213", "99214", "99203", "36415", "83036", "80053", "85025", "45378", "45385",
                                       "20610", "93000", "71046", "J1885", "90471", "11042", "97110", "99284", "70450"};
static const char *const modifiers[] = {"", "", "", "", ":25", ":59", ":RT", ":LT", ":26", ":50"};
static const char *const revenues[] = {"0250", "0300", "0320", "0450", "0636", "0730", "0360", "0120"};
static const char *const procedures[] = {"02703DZ", "4A023N7", "B2111ZZ", "0DTJ4ZZ", "0SR9019", "5A1955Z"};
static const char *const dental[] = {"D0120", "D0140", "D1110", "D2392", "D2740", "D7140"};

#define ANY(list) (list)[draw(file, sizeof(list) / sizeof *(list))]

static unsigned draw(claims_837 *file, size_t below) { return (unsigned)(bench_random(&file->state) % below); }

/* A segment, of the set's count. */
static void put(claims_837 *file, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(claims_837 *file, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    int length = vsnprintf(file->text + file->length, sizeof file->text - file->length, format, values);
    va_end(values);
    file->length += (size_t)length;
    file->length += (size_t)snprintf(file->text + file->length, sizeof file->text - file->length, "~\n");
    file->segments++;
}

static void write_day(claims_837 *file, const char *what)
{
    put(file, "DTP*%s*D8*2025%02u%02u", what, 1 + draw(file, 12), 1 + draw(file, 28));
}

static void open_set(claims_837 *file)
{
    file->segments = 0;
    file->level = 1;
    file->subscribers = 0;
    put(file, "ST*837*%04u*%s", ++file->sets, versions[(unsigned char)file->guide]);
    put(file, "BHT*0019*00*%u*20260105*1200*CH", file->sets);
    put(file, "NM1*41*2*BILLING SERVICE*****46*123456");
    put(file, "PER*IC*ANN EXAMPLE*TE*5555555555");
    put(file, "NM1*40*2*PAYER*****46*99999");
    put(file, "HL*1**20*1");
    put(file, "PRV*BI*PXC*207R00000X");
    put(file, "NM1*85*2*EXAMPLE CLINIC*****XX*1234567893");
    put(file, "N3*1 NORTH STREET");
    put(file, "N4*SPRINGFIELD*IL*627010000");
    put(file, "REF*EI*123456789");
}

static void describe(claims_837 *file, const char *role)
{
    put(file, "NM1*%s*1*DOE%u*%s%s", role, draw(file, 10000), draw(file, 2) ? "JANE" : "JOHN",
        role[0] == 'I' ? "****MI*1EG4TE5MK73" : "");
    put(file, "N3*%u SOUTH STREET", draw(file, 999));
    put(file, "N4*SPRINGFIELD*IL*62702");
    put(file, "DMG*D8*%u%02u%02u*%c", 1930 + draw(file, 94), 1 + draw(file, 12), 1 + draw(file, 28),
        "MF"[draw(file, 2)]);
}

/* A hospital's principal diagnosis has a segment of its own. */
static void write_diagnoses(claims_837 *file, const char *ending)
{
    char     text[256];
    size_t   length = 0;
    unsigned first = draw(file, 20), count = 1 + draw(file, 5);
    for (unsigned i = 0; i < count; i++) {
        length += (size_t)snprintf(text + length, sizeof text - length, "*%s:%s%s", i ? "ABF" : "ABK",
                                   diagnoses[(first + i * 7) % 20], ending);
        if (i + 1 < count && (i || file->guide != 'I')) continue;
        put(file, "HI%s", text);
        length = 0;
    }
}

static void write_practitioner(claims_837 *file)
{
    write_diagnoses(file, "");
    put(file, "NM1*82*1*ROE*RICHARD****XX*1346234562");
    for (unsigned line = 1, count = 1 + draw(file, 4); line <= count; line++) {
        put(file, "LX*%u", line);
        put(file, "SV1*HC:%s%s*%u.%02u*UN*%u***1", ANY(services), ANY(modifiers), 20 + draw(file, 900), draw(file, 100),
            1 + draw(file, 3));
        write_day(file, "472");
        if (!draw(file, 4)) put(file, "REF*6R*%u", draw(file, 1000000));
    }
}

static void write_hospital(claims_837 *file, unsigned stay)
{
    unsigned month = 1 + draw(file, 12), day = 1 + draw(file, 20);
    put(file, "DTP*434*RD8*2025%02u%02u-2025%02u%02u", month, day, month, stay ? day + draw(file, 8) : day);
    if (stay) put(file, "DTP*435*DT*2025%02u%02u0815", month, day);
    put(file, "CL1*1*7*01");
    put(file, "REF*EA*%u", draw(file, 1000000));
    write_diagnoses(file, stay ? ":::::::Y" : "");
    if (stay) put(file, "HI*BBR:%s:D8:2025%02u%02u", ANY(procedures), month, day);
    for (unsigned line = 1, count = 2 + draw(file, 8); line <= count; line++) {
        put(file, "LX*%u", line);
        put(file, "SV2*%s*HC:%s*%u*UN*%u", ANY(revenues), ANY(services), 50 + draw(file, 3000), 1 + draw(file, 4));
        put(file, "DTP*472*D8*2025%02u%02u", month, day);
    }
}

static void write_dentist(claims_837 *file)
{
    write_day(file, "472");
    for (unsigned line = 1, count = 1 + draw(file, 3); line <= count; line++) {
        put(file, "LX*%u", line);
        put(file, "SV3*AD:%s*%u****1", ANY(dental), 50 + draw(file, 900));
    }
}

static void write_claim(claims_837 *file)
{
    unsigned stay = draw(file, 3) == 0;
    file->claims++;
    if (file->guide == 'I')
        put(file, "CLM*C%llu*%u***%s:A:1**A*Y*Y", file->claims, 100 + draw(file, 9000), stay ? "11" : "13");
    else put(file, "CLM*C%llu*%u***11:B:1*Y*A*Y*Y", file->claims, 100 + draw(file, 900));
    if (file->guide == 'I') write_hospital(file, stay);
    else if (file->guide == 'D') write_dentist(file);
    else write_practitioner(file);
}

/* A subscriber with claims, now and then with a dependent who has them. */
static void write_subscriber(claims_837 *file)
{
    unsigned dependent = draw(file, 4) == 0;
    file->holder = ++file->level;
    put(file, "HL*%u*1*22*%u", file->holder, dependent);
    put(file, "SBR*P*%s*******MB", dependent ? "" : "18");
    describe(file, "IL");
    put(file, "NM1*PR*2*PAYER*****PI*99999");
    if (dependent) {
        put(file, "HL*%u*%u*23*0", ++file->level, file->holder);
        put(file, "PAT*19");
        describe(file, "QC");
    }
    for (unsigned i = 0, count = 1 + draw(file, 2); i < count; i++) write_claim(file);
}

static void write_next(claims_837 *file)
{
    file->length = file->given = 0;
    switch (file->phase) {
    case OPENING:
        put(file, "ISA*00*          *00*          *ZZ*SUBMITTER      *ZZ*RECEIVER       *260105*1200*^*00501*"
                  "000000001*0*P*:");
        file->phase = GROUP;
        break;
    case GROUP:
        file->guide = "PPPPIIID"[draw(file, 8)];
        file->sets = 0;
        put(file, "GS*HC*SUBMITTER*RECEIVER*20260105*1200*%u*X*%s", ++file->groups,
            versions[(unsigned char)file->guide]);
        file->phase = SET;
        break;
    case SET:
        open_set(file);
        file->phase = SUBSCRIBER;
        break;
    case SUBSCRIBER:
        write_subscriber(file);
        if (++file->subscribers == SUBSCRIBERS_A_SET || file->written > file->wanted) file->phase = SET_END;
        break;
    case SET_END:
        put(file, "SE*%u*%04u", file->segments + 1, file->sets);
        file->phase = file->sets == SETS_A_GROUP || file->written > file->wanted ? GROUP_END : SET;
        break;
    case GROUP_END:
        put(file, "GE*%u*%u", file->sets, file->groups);
        file->phase = file->written > file->wanted ? CLOSING : GROUP;
        break;
    case CLOSING:
        put(file, "IEA*%u*000000001", file->groups);
        file->phase = DONE;
        break;
    default: break;
    }
    file->written += file->length;
}

void claims_837_start(claims_837 *file, unsigned long long wanted, unsigned long long seed)
{
    memset(file, 0, sizeof *file);
    file->wanted = wanted;
    file->state = seed;
}

size_t claims_837_next(claims_837 *file, char *piece, size_t room)
{
    size_t taken = 0;
    while (taken < room) {
        if (file->given == file->length) write_next(file);
        size_t left = file->length - file->given, size = left < room - taken ? left : room - taken;
        if (!left) break;
        memcpy(piece + taken, file->text + file->given, size);
        file->given += size;
        taken += size;
    }
    return taken;
}
