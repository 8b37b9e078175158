package org.libcoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Columns say of each stay and each member what it says alone. */
class ColumnsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 10, 15);
    private static final int MANY = 2000;
    private static Book book;

    @BeforeAll
    static void open() {
        book = Whole.open();
    }

    @AfterAll
    static void close() {
        book.close();
    }

    /** Lists of words, and where each begins and ends among all of them. */
    record Lists(List<String> all, int[] offsets) {
        static Lists drawn(Random random, List<String> pool, int least, int most) {
            List<String> all = new ArrayList<>();
            int[] offsets = new int[MANY + 1];
            for (int i = 0; i < MANY; i++) {
                int count = least + random.nextInt(most - least + 1);
                for (int k = 0; k < count; k++) all.add(pool.get(random.nextInt(pool.size())));
                offsets[i + 1] = all.size();
            }
            return new Lists(all, offsets);
        }

        long[] numbers(CodeSystem system) {
            return Codes.numbers(all.toArray(String[]::new), system);
        }

        String of(int i) {
            return String.join(" ", all.subList(offsets[i], offsets[i + 1]));
        }
    }

    /** Words of stays.tsv: diagnoses before px, or procedures behind it. */
    private static List<String> pool(boolean procedures) {
        return Whole.vectors("stays.tsv").stream().flatMap(row -> {
            String[] parts = (row[1] + " ").split(" px ", 2);
            if (procedures) return parts.length > 1 ? List.of(parts[1].trim().split(" ")).stream() : null;
            return List.of(parts[0].trim().split(" ")).stream().skip(2);
        }).map(word -> word.split("/")[0]).filter(word -> !word.isEmpty()).toList();
    }

    private static byte[] drawn(Random random, int... values) {
        byte[] column = new byte[MANY];
        for (int i = 0; i < MANY; i++) column[i] = (byte) values[random.nextInt(values.length)];
        return column;
    }

    @Test
    void everyStayHasTheGroupsThatItHasAlone() {
        try {
            book.group("version=431", Whole.DAY);
        } catch (NotInBookException lacking) {
            assumeTrue(false, lacking.getMessage());
        }
        Random random = new Random(1);
        Lists diagnoses = Lists.drawn(random, pool(false), 0, 6);
        Lists procedures = Lists.drawn(random, pool(true), 0, 2);
        byte[] sex = drawn(random, 0, 1, 2);
        byte[] discharge = drawn(random, 1, 20, 62);
        GroupColumns many = book.groupMany(new StayColumns(diagnoses.numbers(Whole.CM), diagnoses.offsets())
            .procedures(procedures.numbers(CodeSystem.ICD10PCS), procedures.offsets()).sex(sex)
            .discharge(discharge), DAY);
        for (int i = 0; i < MANY; i++) {
            String stay = "sex=" + "UMF".charAt(sex[i]) + " discharge=" + discharge[i] + " " + diagnoses.of(i) + " px "
                + procedures.of(i);
            Grouping alone = book.group(stay, DAY);
            Drg last = alone.last();
            assertArrayEquals(
                new int[] {alone.first().drg(), last.drg(), last.mdc(), last.type().number(), last.reason().number(),
                    last.severity().number()},
                new int[] {many.first()[i], many.last()[i], many.mdc()[i], many.types()[i], many.reasons()[i],
                    many.severities()[i]}, stay);
        }
        assertTrue(IntStream.range(0, MANY).map(i -> many.last()[i]).distinct().count() > 50);
    }

    @Test
    void everyMemberHasTheScoreThatItHasAlone() {
        assumeTrue(book.riskHas(RiskModel.V28, RiskPlan.MA, 2026));
        Random random = new Random(2);
        List<String> pool = List.of("E11.22", "I50.22", "N18.4", "I48.91", "Z00.00", "C79.51", "J44.9");
        Lists codes = Lists.drawn(random, pool, 0, 9);
        byte[] age = drawn(random, 30, 66, 72, 90);
        byte[] sex = drawn(random, 1, 2);
        byte[] dual = drawn(random, 0, 1, 2);
        RiskColumns many = book.riskMany(new MemberColumns(codes.numbers(Whole.CM), codes.offsets()).age(age).sex(sex)
            .dual(dual), RiskModel.V28, 2026, RiskPlan.MA);
        for (int i = 0; i < MANY; i++) {
            String member = "age=" + age[i] + " sex=" + "UMF".charAt(sex[i]) + " dual=" + dual[i] + " " + codes.of(i);
            RiskScore alone = book.risk(member, RiskModel.V28, 2026);
            assertArrayEquals(
                new int[] {alone.raw(), alone.payment(), alone.segment().number(), alone.counting()},
                new int[] {many.raw()[i], many.payment()[i], many.segments()[i], many.counting()[i]}, member);
        }
    }

    @Test
    void columnsThatDoNotFitAreRefused() {
        long[] codes = Codes.numbers(new String[] {"E11.9", null, "a\nb"}, Whole.CM);
        assertArrayEquals(new long[] {Codes.number("E11.9", Whole.CM), 0, 0}, codes);
        assertThrows(IllegalArgumentException.class, () -> new StayColumns(codes, new int[] {}));
        assertThrows(IllegalArgumentException.class, () -> new StayColumns(codes, new int[] {1, 2}));
        StayColumns past = new StayColumns(codes, new int[] {0, 4});
        assertThrows(IllegalArgumentException.class, () -> book.groupMany(past, DAY));
        StayColumns back = new StayColumns(codes, new int[] {0, 2, 1});
        assertThrows(IllegalArgumentException.class, () -> book.groupMany(back, DAY));
        StayColumns narrow = new StayColumns(codes, new int[] {0, 1, 3}).sex(new byte[1]);
        assertThrows(IllegalArgumentException.class, () -> book.groupMany(narrow, DAY));
        MemberColumns members = new MemberColumns(codes, new int[] {0, 3}).age(new byte[] {72}).sex(new byte[] {1});
        assertThrows(NotInBookException.class, () -> book.riskMany(members, RiskModel.V28, 2010, RiskPlan.MA));
        assertEquals(0, book.groupMany(new StayColumns(new long[0], new int[] {0}), DAY).last().length);
    }

    @Test
    void aClosedBookSaysSo() {
        Book closed = Whole.open();
        closed.close();
        StayColumns stays = new StayColumns(new long[0], new int[] {0});
        assertThrows(IllegalStateException.class, () -> closed.groupMany(stays, DAY));
    }
}
