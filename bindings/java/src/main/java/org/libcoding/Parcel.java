package org.libcoding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** An answer as the library packs it (parcel.h), read from its beginning to its end. */
final class Parcel {
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    private final byte[] bytes;
    private int at;

    Parcel(byte[] bytes) {
        this.bytes = bytes;
    }

    private static VarHandle view(Class<?> numbers) {
        return MethodHandles.byteArrayViewVarHandle(numbers, ByteOrder.LITTLE_ENDIAN);
    }

    // --- Whole answers, each of which has a byte before it: 0 none, 1 it follows.

    static <T> Optional<T> maybe(byte[] answer, Function<Parcel, T> read) {
        return Optional.ofNullable(new Parcel(answer).maybe(read));
    }

    static <T> T record(byte[] answer, Function<Parcel, T> read) {
        return new Parcel(answer).maybe(read);
    }

    static <T> List<T> list(byte[] answer, Function<Parcel, T> read) {
        return new Parcel(answer).maybe(in -> in.list(read));
    }

    static List<String> codes(byte[] answer) {
        return list(answer, Parcel::text);
    }

    static long[] counts(byte[] answer) {
        return list(answer, Parcel::count).stream().mapToLong(Long::longValue).toArray();
    }

    // --- Values.

    int number32() {
        int number = (int) INT.get(bytes, at);
        at += Integer.BYTES;
        return number;
    }

    long number64() {
        long number = (long) LONG.get(bytes, at);
        at += Long.BYTES;
        return number;
    }

    double real() {
        return Double.longBitsToDouble(number64());
    }

    /** A whole number. */
    long count() {
        return (long) real();
    }

    boolean flag() {
        return bytes[at++] != 0;
    }

    /** A text or a code; null: none. */
    String text() {
        int length = number32() - 1;
        if (length < 0) return null;
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** A letter; null: none. */
    Character letter() {
        int letter = number32();
        return letter == 0 ? null : (char) letter;
    }

    LocalDate day() {
        return Day.of(number32());
    }

    /** What may be none: null. */
    <T> T maybe(Function<Parcel, T> read) {
        return flag() ? read.apply(this) : null;
    }

    <T> List<T> list(Function<Parcel, T> read) {
        int count = number32();
        if (count == 0) return List.of();
        ArrayList<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) items.add(read.apply(this));
        return Collections.unmodifiableList(items);
    }

    /** Members of an enumeration, by their numbers. */
    <T> List<T> names(IntFunction<T> of) {
        return list(in -> of.apply(in.number32()));
    }

    /** Whole numbers that an int holds. */
    List<Integer> counts() {
        return list(in -> (int) in.count());
    }

    List<String> codes() {
        return list(Parcel::text);
    }
}
