package org.libcoding;

/** Where lists of codes begin and end, as Arrow has them, and as the library does: their ends alone. */
final class Offsets {
    private Offsets() {}

    static long[] ends(int[] offsets) {
        if (offsets.length == 0 || offsets[0] != 0)
            throw new IllegalArgumentException("offsets begin with 0, and there is one more of them than lists");
        long[] ends = new long[offsets.length - 1];
        for (int i = 0; i < ends.length; i++) ends[i] = offsets[i + 1];
        return ends;
    }
}
