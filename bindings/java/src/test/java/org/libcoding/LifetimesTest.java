package org.libcoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.libcoding.Whole.CM;
import static org.libcoding.Whole.DAY;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Answers outlive their book; closing never pulls the ground away from a call. */
class LifetimesTest {
    private static final int ROUNDS = 200;

    private static List<Object> ask(Book book) {
        return List.of(book.check("G35", CM, DAY), book.verdict("E11.9", CM, DAY),
            book.search("sprained left ankle", 3), book.suggest("E11,9", CM, DAY), book.notes("E11.9", CM, DAY), book.children("E11", CM, DAY),
            book.periods("G35", CM), book.identify("E11.9", DAY), book.editions(), book.title("H81.01", CM, DAY),
            book.isBelow("E11.9", "E11", CM), List.of(book.verdicts(new String[] {"E11.9", null}, CM, DAY)[0]));
    }

    @Test
    void answersLiveOnThroughManyRoundsOfOpenAskClose() {
        List<List<Object>> kept = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            try (Book book = Whole.open()) {
                kept.add(ask(book));
            }
        }
        for (List<Object> answers : kept) assertEquals(kept.get(0), answers);
    }

    @Test
    void fourThreadsAskWhileAFifthCloses() throws Exception {
        List<Object> want;
        try (Book book = Whole.open()) {
            want = ask(book);
        }
        for (int i = 0; i < ROUNDS; i++) {
            Queue<String> wrong = new ConcurrentLinkedQueue<>();
            Book book = Whole.open();
            CyclicBarrier start = new CyclicBarrier(5);
            List<Thread> threads = new ArrayList<>();
            for (int n = 0; n < 4; n++) threads.add(new Thread(() -> askUntilClosed(book, want, start, wrong)));
            threads.forEach(Thread::start);
            start.await();
            Thread.sleep(i % 3, 100_000 * (i % 10));
            book.close();
            for (Thread each : threads) each.join();
            assertEquals(List.of(), List.copyOf(wrong));
        }
    }

    private static void askUntilClosed(Book book, List<Object> want, CyclicBarrier start, Queue<String> wrong) {
        try {
            start.await();
            while (true) if (!ask(book).equals(want)) wrong.add("another answer");
        } catch (IllegalStateException closed) {
            if (!"the book is closed".equals(closed.getMessage())) wrong.add(closed.toString());
        } catch (Throwable error) {
            wrong.add(error.toString());
        }
    }

    @Test
    void aBookThatNobodyClosesIsClosedWhenNobodyCanReachIt() throws Exception {
        int before = mapped();
        for (int i = 0; i < 20; i++) Whole.open().verdict("E11.9", CM, DAY);
        assertTrue(mapped() > before);
        for (int i = 0; i < 100 && mapped() > before; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertTrue(mapped() <= before, "still mapped");
    }

    private static int mapped() throws IOException {
        String name = Whole.BOOK.toRealPath().getFileName().toString();
        List<String> maps = Files.readAllLines(Path.of("/proc/self/maps"));
        return (int) maps.stream().filter(line -> line.endsWith(name)).count();
    }

    /** Over 120,000 calls, thrice: what leaks grows each time, what a virtual machine takes for itself does not. */
    @Test
    void memoryDoesNotGrowOverManyCalls() throws IOException {
        try (Book book = Whole.open()) {
            rounds(book, 20_000);
            long least = Long.MAX_VALUE;
            for (int window = 0; window < 3; window++) {
                long before = resident();
                rounds(book, 40_000);
                least = Math.min(least, resident() - before);
            }
            assertTrue(least < 1_500, least + " kB more each time");
        }
    }

    private static void rounds(Book book, int count) {
        String[] codes = {"E11.9", "G35", null};
        String wide = "🙂".repeat(100);
        for (int i = 0; i < count; i++) {
            book.check("G35", CM, DAY);
            book.verdict(wide, CM, DAY);
            book.verdicts(codes, CM, DAY);
            if (i % 10 == 0) assertThrows(NotInBookException.class, () -> book.children("ZZZ", CM));
        }
    }

    /** Kilobytes that are this process's own; the heap is all there from the start (bindings/java/pom.xml). */
    private static long resident() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("RssAnon:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
    }

    @Test
    void aClosedBookSaysSoWhateverIsAsked() {
        Book book = Whole.open();
        assertFalse(book.isClosed());
        book.close();
        book.close();
        assertTrue(book.isClosed());
        assertTrue(book.toString().endsWith("closed"));
        ByteBuffer four = ByteBuffer.allocateDirect(8);
        List<Executable> questions = List.of(() -> book.check("E11.9"), () -> book.verdict("E11.9", CM),
            () -> book.verdict("E11.9", CodeSystem.ANY), () -> book.verdict("🙂".repeat(500), CM),
            () -> book.verdicts(new String[] {"E11.9"}, CM, DAY), () -> book.verdicts(new String[0], CM, DAY),
            () -> book.verdicts(four, four, CM, DAY, ByteBuffer.allocateDirect(1)), () -> book.rows(new String[1], CM),
            () -> book.search("ankle"), () -> book.find("E11.9", CM), book::editions, book::size, book::verify,
            () -> book.newest(CM), () -> book.complete("E11", CM), () -> book.isBelow("E11.9", "E11", CM),
            () -> book.title("E11.9", CM), () -> book.notes("E11.9", CM), () -> book.rows(CM),
            () -> book.systemName(CM));
        for (Executable each : questions)
            assertEquals("the book is closed", assertThrows(IllegalStateException.class, each).getMessage());
    }
}
