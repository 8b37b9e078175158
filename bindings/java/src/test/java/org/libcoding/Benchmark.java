package org.libcoding;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;

/** Nanoseconds a call, of the thread's own time: the best of several rounds, as TSV. The loop is counted in. */
final class Benchmark {
    private static final LocalDate DAY = LocalDate.of(2025, 10, 1);
    private static final CodeSystem CM = CodeSystem.ICD10CM;
    private static final int ROUNDS = 11;
    private static final int CALLS = 1_000_000;
    private static final String[] QUERIES = {"sprained left ankle", "type 2 diabetes with neuropathy", "hypertension",
        "fracture of radius", "chest pain", "asthma", "lower back pain", "pneumonia"};

    private static final ThreadMXBean TIME = ManagementFactory.getThreadMXBean();
    private static long sum;

    private Benchmark() {}

    /** Codes that stand on the day, in random order. */
    private static String[] codes(Book book) {
        List<String> codes = new ArrayList<>();
        Rows rows = book.rows(CM);
        for (int row = (int) rows.first(); row < rows.past(); row++)
            book.entry(row, DAY).filter(entry -> entry.rule() == Rule.STANDS).map(Entry::code).ifPresent(codes::add);
        Collections.shuffle(codes, new Random(1));
        return codes.toArray(String[]::new);
    }

    private static void measure(String name, int calls, int each, IntToLongFunction call) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = TIME.getCurrentThreadCpuTime();
            for (int i = 0; i < calls; i++) sum += call.applyAsLong(i);
            best = Math.min(best, (double) (TIME.getCurrentThreadCpuTime() - start) / calls / each);
        }
        System.out.printf("%s\t%.1f%n", name, best);
    }

    /** Six diagnoses each, as they come. */
    private static void measureColumns(Book book, String[] codes) {
        int count = codes.length / 6;
        int[] offsets = new int[count + 1];
        for (int i = 0; i <= count; i++) offsets[i] = 6 * i;
        long[] numbers = Codes.numbers(Arrays.copyOf(codes, 6 * count), CM);
        byte[] sex = new byte[count];
        byte[] age = new byte[count];
        Arrays.fill(sex, (byte) Sex.FEMALE.number());
        Arrays.fill(age, (byte) 72);
        StayColumns stays = new StayColumns(numbers, offsets).sex(sex);
        MemberColumns members = new MemberColumns(numbers, offsets).age(age).sex(sex);
        measure("a batch stay of six diagnoses", 5, count, i -> book.groupMany(stays, DAY).last()[i]);
        measure("a batch member of six diagnoses", 5, count,
            i -> book.riskMany(members, RiskModel.V28, 2026, RiskPlan.MA).raw()[i]);
    }

    public static void main(String[] words) {
        try (Book book = Book.open(Path.of(words[0]))) {
            String[] codes = codes(book);
            int count = codes.length;
            measure("verdict", CALLS, 1, i -> book.verdict(codes[i % count], CM, DAY).number());
            if (words.length > 1 && words[1].equals("verdict")) return;
            measure("check with its record", CALLS / 10, 1, i -> book.check(codes[i % count], CM, DAY).code().length());
            measure("check of a header", CALLS / 20, 1, i -> book.check("G35", CM, DAY).findings().size());
            measure("a batch code, String[]", 10, count, i -> book.verdicts(codes, CM, DAY)[i]);
            byte[] text = String.join("", codes).getBytes(StandardCharsets.UTF_8);
            int[] offsets = new int[count + 1];
            for (int i = 0; i < count; i++) offsets[i + 1] = offsets[i] + codes[i].length();
            measure("a batch code, byte[]", 10, count, i -> book.verdicts(text, offsets, CM, DAY)[i]);
            measureColumns(book, codes);
            measure("title", CALLS / 10, 1, i -> book.title(codes[i % count], CM, DAY).length());
            measure("search of ten hits", 4000, 1, i -> book.search(QUERIES[i % QUERIES.length], 10).size());
        }
        if (sum == 0) throw new AssertionError("nothing was answered");
    }
}
