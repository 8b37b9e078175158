package org.libcoding;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Many texts, handed over by thousands: what is written in Java is still in the cache when C reads it. */
final class Column {
    private static final int BLOCK = 4096;
    private static final int USUAL = 8;
    private static final int WIDEST = 3;

    private final int[] offsets = new int[BLOCK + 1];
    private byte[] text = new byte[BLOCK * USUAL];

    private Column() {}

    static byte[] verdicts(Room room, int count, IntFunction<String> codes, int[] days, CodeSystem system, int on) {
        byte[] rules = new byte[count];
        new Column().ask(room, count, codes, days, system, on, rules, null);
        for (int i = 0; i < count; i++) if (codes.apply(i) == null) rules[i] = Book.NULL_RULE;
        return rules;
    }

    static int[] rows(Room room, int count, IntFunction<String> codes, CodeSystem system) {
        int[] rows = new int[count];
        new Column().ask(room, count, codes, null, system, 0, null, rows);
        return rows;
    }

    private void ask(Room room, int count, IntFunction<String> codes, int[] days, CodeSystem system, int on,
                     byte[] rules, int[] rows) {
        int at = 0;
        do {
            int some = Math.min(BLOCK, count - at);
            fill(codes, at, some);
            CallsJNI.verdicts(Room.getCPtr(room), room, text, offsets, some, at, days, system.number(), on, rules,
                rows);
            at += some;
        } while (at < count);
    }

    private void fill(IntFunction<String> codes, int at, int count) {
        int end = 0;
        for (int i = 0; i < count; i++) {
            String code = codes.apply(at + i);
            if (code != null) {
                if (text.length - end < WIDEST * code.length())
                    text = Arrays.copyOf(text, 2 * text.length + WIDEST * code.length());
                end = Text.write(code, text, end);
            }
            offsets[i + 1] = end;
        }
    }
}
