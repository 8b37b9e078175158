package org.libcoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.libcoding.Whole.CM;
import static org.libcoding.Whole.DAY;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many codes at once answer as one after the other. */
class ColumnsTest {
    private static final String[] SOME = {"E11.9", "G35", null, "", "E11,9", "🙂", "no code, but words", "S13.4XXA"};
    private static Book book;

    @BeforeAll
    static void open() {
        book = Whole.open();
    }

    @AfterAll
    static void close() {
        book.close();
    }

    /** As many codes as fill several blocks and a part of one. */
    private static String[] column(int count) {
        return IntStream.range(0, count).mapToObj(i -> SOME[i % SOME.length]).toArray(String[]::new);
    }

    private static byte[] oneByOne(String[] codes, CodeSystem system, LocalDate on) {
        byte[] rules = new byte[codes.length];
        for (int i = 0; i < codes.length; i++)
            rules[i] = codes[i] == null ? Book.NULL_RULE : (byte) book.verdict(codes[i], system, on).number();
        return rules;
    }

    @Test
    void stringsAnswerAsOneByOne() {
        for (int count : new int[] {0, 1, 7, 1024, 4096, 10_001}) {
            String[] codes = column(count);
            assertArrayEquals(oneByOne(codes, CM, DAY), book.verdicts(codes, CM, DAY));
            assertArrayEquals(oneByOne(codes, CM, DAY), book.verdicts(Arrays.asList(codes), CM, DAY));
        }
        String[] few = column(40);
        assertArrayEquals(oneByOne(few, CodeSystem.ANY, DAY), book.verdicts(few, CodeSystem.ANY, DAY));
        assertArrayEquals(oneByOne(few, CodeSystem.OWN_64, DAY), book.verdicts(few, CodeSystem.OWN_64, DAY));
    }

    @Test
    void eachCodeMayHaveItsDay() {
        String[] codes = column(5000);
        LocalDate[] days = new LocalDate[codes.length];
        for (int i = 0; i < days.length; i++) days[i] = DAY.minusDays(i % 2);
        byte[] rules = book.verdicts(codes, CM, days);
        for (int i = 0; i < codes.length; i++)
            if (codes[i] != null) assertEquals(book.verdict(codes[i], CM, days[i]), Rule.of(rules[i]));
        assertThrows(IllegalArgumentException.class, () -> book.verdicts(codes, CM, new LocalDate[1]));
    }

    @Test
    void rowsLeadToEntries() {
        int[] rows = book.rows(SOME, CM);
        assertEquals("E11.9", book.entry(rows[0], DAY).orElseThrow().code());
        assertEquals(List.of(Book.NO_ROW, Book.NO_ROW, Book.NO_ROW), List.of(rows[2], rows[3], rows[4]));
        assertEquals(rows[7], book.rows(SOME, CodeSystem.ANY)[7]);
    }

    private record Block(byte[] text, int[] offsets) {
        static Block of(String[] codes) {
            StringBuilder all = new StringBuilder();
            int[] offsets = new int[codes.length + 1];
            for (int i = 0; i < codes.length; i++) {
                all.append(codes[i] == null ? "" : codes[i]);
                offsets[i + 1] = all.toString().getBytes(StandardCharsets.UTF_8).length;
            }
            return new Block(all.toString().getBytes(StandardCharsets.UTF_8), offsets);
        }

        ByteBuffer direct() {
            return ByteBuffer.allocateDirect(text.length).put(text).flip();
        }

        ByteBuffer directOffsets() {
            ByteBuffer buffer = ByteBuffer.allocateDirect(4 * offsets.length).order(ByteOrder.nativeOrder());
            buffer.asIntBuffer().put(offsets);
            return buffer;
        }
    }

    @Test
    void blocksOfBytesAnswerAsStrings() {
        String[] codes = Arrays.stream(column(3000)).map(code -> code == null ? "" : code).toArray(String[]::new);
        Block block = Block.of(codes);
        byte[] want = book.verdicts(codes, CM, DAY);
        assertArrayEquals(want, book.verdicts(block.text(), block.offsets(), CM, DAY));
        ByteBuffer rules = ByteBuffer.allocateDirect(codes.length + 5).position(5);
        ask(block, rules);
        byte[] got = new byte[codes.length];
        rules.get(got);
        assertArrayEquals(want, got);
    }

    @Test
    void textsMayAllBeEmpty() {
        Block block = Block.of(new String[] {"", ""});
        ByteBuffer rules = ByteBuffer.allocateDirect(2);
        ask(block, rules);
        byte malformed = (byte) Rule.MALFORMED.number();
        assertArrayEquals(new byte[] {malformed, malformed}, book.verdicts(block.text(), block.offsets(), CM, DAY));
        assertEquals(malformed, rules.get(1));
    }

    @Test
    void offsetsThatLeadOutsideAreRefused() {
        byte[] text = "E11.9G35".getBytes(StandardCharsets.UTF_8);
        for (int[] offsets : new int[][] {{0, 5, 9}, {0, 5, 4}, {-1, 5, 8}, {0, Integer.MAX_VALUE, 8}, {3, 2, 1}}) {
            assertThrows(IllegalArgumentException.class, () -> book.verdicts(text, offsets, CM, DAY));
            Block block = new Block(text, offsets);
            assertThrows(IllegalArgumentException.class, () -> ask(block, ByteBuffer.allocateDirect(2)));
        }
        assertThrows(IllegalArgumentException.class, () -> book.verdicts(text, new int[0], CM, DAY));
        Block two = new Block(text, new int[] {0, 5, 8});
        assertThrows(IllegalArgumentException.class, () -> ask(two, ByteBuffer.allocateDirect(3)));
        assertThrows(IllegalArgumentException.class, () -> ask(two, ByteBuffer.allocate(2)));
        ByteBuffer closed = ByteBuffer.allocateDirect(2).asReadOnlyBuffer();
        assertThrows(ReadOnlyBufferException.class, () -> ask(two, closed));
    }

    private static void ask(Block block, ByteBuffer rules) {
        book.verdicts(block.direct(), block.directOffsets(), CM, DAY, rules);
    }
}
