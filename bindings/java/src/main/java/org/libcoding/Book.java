package org.libcoding;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A book: one file that holds the facts. Immutable; any number of threads may ask it, and any may close it.
 *
 * <pre>{@code
 * try (Book book = Book.open(Path.of("us.book"))) {
 *     Verdict verdict = book.check("G35", CodeSystem.ICD10CM, LocalDate.of(2025, 10, 1));
 *     if (!verdict.stands()) System.out.println(verdict.findings().get(0));
 * }
 * }</pre>
 *
 * After {@link #close} every question is an {@link IllegalStateException}. A book that nobody closes is closed when
 * nobody can reach it any more.
 */
public final class Book extends GroupQuestions implements AutoCloseable {
    /** The day that asks for a system's newest edition. */
    public static final LocalDate NEWEST = LocalDate.MIN;
    /** What {@link #verdicts} answers of a null. */
    public static final byte NULL_RULE = -1;
    /** What {@link #rows(String[], CodeSystem)} answers of a code without a row. */
    public static final int NO_ROW = -1;

    private static final boolean LOWEST_FIRST = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final Cleaner CLEANER = Cleaner.create();

    private final Room room;
    private final long pointer;
    private final Path path;

    private Book(Path path) {
        this.path = path;
        room = new Room(Text.path(path));
        pointer = Room.getCPtr(room);
        CLEANER.register(room, new Freeing(pointer));
    }

    /** Frees the native book once no call can be in it: each call holds the Room. */
    private record Freeing(long pointer) implements Runnable {
        @Override
        public void run() {
            CallsJNI.delete_Room(pointer);
        }
    }

    /**
     * Opens the book that $CODING_BOOK names, else the one installed with the library.
     *
     * @return the book
     * @throws BookException it is not there, or no book that this library reads
     */
    public static Book open() {
        return new Book(null);
    }

    /**
     * Opens a book. Nothing is read but its table of contents.
     *
     * @param path its file
     * @return the book
     * @throws MissingBookException there is no such file, or it cannot be read
     * @throws BookException it is no book, a damaged one, or one of another format
     */
    public static Book open(Path path) {
        if (path == null) throw new NullPointerException("path is null");
        return new Book(path);
    }

    @Override
    Room room() {
        return room;
    }

    /** Gives the book back: at once, or when the last call in another thread returns. Closing twice does nothing. */
    @Override
    public void close() {
        room.close();
    }

    /** {@return whether it was closed} */
    public boolean isClosed() {
        return room.is_closed();
    }

    // --- May it stand?

    /**
     * The bare rule of check: the fast path. With a system named it looks into that one alone, so that a code of
     * another system is {@link Rule#MALFORMED} or {@link Rule#UNKNOWN}.
     *
     * @param code as it was typed
     * @param system whose code it is
     * @param on the day of service, or {@link #NEWEST}
     * @return {@link Rule#STANDS} if nobody objects
     */
    public Rule verdict(String code, CodeSystem system, LocalDate on) {
        return verdict(code, system, Day.number(on));
    }

    /**
     * The same of today, or of the newest edition where none reaches today.
     *
     * @param code as it was typed
     * @param system whose code it is
     * @return {@link Rule#STANDS} if nobody objects
     */
    public Rule verdict(String code, CodeSystem system) {
        return verdict(code, system, Day.TODAY);
    }

    /* A short text goes as two numbers, its bytes as they lie in memory: no array is made. Shifts count modulo 64. */
    private Rule verdict(String code, CodeSystem system, int on) {
        int length = code.length();
        long low = 0;
        long high = 0;
        boolean isQuick = length <= 2 * Long.BYTES && system.isQuick();
        for (int i = 0; isQuick && i < length; i++) {
            char character = code.charAt(i);
            isQuick = character < 0x80;
            long byteInPlace = (long) character << 8 * (LOWEST_FIRST ? i : -1 - i);
            if (i < Long.BYTES) low |= byteInPlace;
            else high |= byteInPlace;
        }
        if (!isQuick) return Rule.of(room.verdict(code, system.number(), on));
        return Rule.of(CallsJNI.quickVerdict(pointer, room, low, high, length, system.number(), on));
    }

    /**
     * A byte for each code: the number of its {@link Rule}, or {@link #NULL_RULE} for a null. Name the system: of
     * {@link CodeSystem#ANY} each text is looked for in all of them.
     *
     * @param codes as they were typed
     * @param system whose codes they are
     * @param on the day of service of all of them
     * @return as many bytes
     */
    public byte[] verdicts(String[] codes, CodeSystem system, LocalDate on) {
        return Column.verdicts(room, codes.length, i -> codes[i], null, system, Day.number(on));
    }

    /**
     * The same of a list.
     *
     * @param codes as they were typed
     * @param system whose codes they are
     * @param on the day of service of all of them
     * @return as many bytes
     */
    public byte[] verdicts(List<String> codes, CodeSystem system, LocalDate on) {
        return verdicts(codes.toArray(String[]::new), system, on);
    }

    /**
     * The same with a day for each code.
     *
     * @param codes as they were typed
     * @param system whose codes they are
     * @param days as many days of service
     * @return as many bytes
     */
    public byte[] verdicts(String[] codes, CodeSystem system, LocalDate[] days) {
        if (days.length != codes.length)
            throw new IllegalArgumentException(codes.length + " codes, but " + days.length + " days");
        int[] numbers = new int[days.length];
        for (int i = 0; i < days.length; i++) numbers[i] = Day.number(days[i]);
        return Column.verdicts(room, codes.length, i -> codes[i], numbers, system, 0);
    }

    /**
     * The same over texts that lie behind one another in UTF-8, as Arrow has them: text i is the bytes from
     * {@code offsets[i]} to {@code offsets[i + 1]}.
     *
     * @param text all of them
     * @param offsets one more than texts
     * @param system whose codes they are
     * @param on the day of service of all of them
     * @return a byte each
     */
    public byte[] verdicts(byte[] text, int[] offsets, CodeSystem system, LocalDate on) {
        if (offsets.length == 0) throw new IllegalArgumentException("there is one more offset than texts");
        byte[] rules = new byte[offsets.length - 1];
        CallsJNI.verdicts(pointer, room, text, offsets, rules.length, 0, null, system.number(), Day.number(on), rules,
            null);
        return rules;
    }

    /**
     * The same over direct buffers, from the position of each, without a copy; their positions stay.
     *
     * @param text all texts
     * @param offsets 32-bit numbers in the machine's order, one more than texts
     * @param system whose codes they are
     * @param on the day of service of all of them
     * @param rules where the answers go: a byte each, as many as it has room for
     */
    public void verdicts(ByteBuffer text, ByteBuffer offsets, CodeSystem system, LocalDate on, ByteBuffer rules) {
        if (!text.isDirect() || !offsets.isDirect() || !rules.isDirect())
            throw new IllegalArgumentException("direct buffers are needed");
        if (rules.isReadOnly()) throw new ReadOnlyBufferException();
        CallsJNI.directVerdicts(pointer, room, text.slice(), offsets.slice(), rules.remaining(), system.number(),
            Day.number(on), rules.slice().order(ByteOrder.nativeOrder()));
    }

    /**
     * The row of each code, or {@link #NO_ROW}; {@link #entry} leads from a row to its entry.
     *
     * @param codes as they were typed; null has no row
     * @param system whose codes they are
     * @return as many numbers
     */
    public int[] rows(String[] codes, CodeSystem system) {
        return Column.rows(room, codes.length, i -> codes[i], system);
    }

    // --- From words to codes.

    /**
     * Codes found from words, best first: ten at most.
     *
     * @param text a coder's, a chart's or a patient's words, misspelt ones too
     * @return the hits
     */
    public List<Hit> search(String text) {
        return search(text, SearchOptions.DEFAULT);
    }

    /**
     * Codes found from words, best first.
     *
     * @param text a coder's, a chart's or a patient's words, misspelt ones too
     * @param count how many at most
     * @return the hits
     */
    public List<Hit> search(String text, int count) {
        return search(text, SearchOptions.DEFAULT.count(count));
    }

    /**
     * Codes found from words, best first.
     *
     * @param text a coder's, a chart's or a patient's words, misspelt ones too
     * @param options where to search, and how many hits are wanted
     * @return the hits
     */
    public List<Hit> search(String text, SearchOptions options) {
        CodeSystem system = options.system() == CodeSystem.ANY ? CodeSystem.ICD10CM : options.system();
        long first = options.first() == null ? 0 : bound(options.first(), system);
        long last = options.last() == null ? 0 : bound(options.last(), system);
        return Parcel.list(room.search(text, options.system().number(), options.day(), options.count(), options.skip(),
            options.billableOnly(), first, last), Hit::read);
    }

    /**
     * Codes whose texts hold a word, or else the meanings of all its roots.
     *
     * @param word a medical word
     * @param options system, day and count are asked
     * @return the hits
     */
    public List<Hit> termCodes(String word, SearchOptions options) {
        return Parcel.list(room.term_codes(word, options.system().number(), options.day(), options.count()), Hit::read);
    }

    /**
     * Codes whose texts hold a word, or else the meanings of all its roots: ten at most.
     *
     * @param word a medical word
     * @return the hits
     */
    public List<Hit> termCodes(String word) {
        return termCodes(word, SearchOptions.DEFAULT);
    }

    // --- The printed order.

    /**
     * Is a code below another in the printed hierarchy?
     *
     * @param code the one
     * @param ancestor the other
     * @param system whose codes they are
     * @return nothing is below itself
     */
    public boolean isBelow(String code, String ancestor, CodeSystem system) {
        return room.is_below(number(code, system), number(ancestor, system));
    }

    /**
     * Does a code lie in the printed range from {@code first} to everything below {@code last}? (C4A is in C43-C44.)
     *
     * @param code the code
     * @param first where the range begins
     * @param last where it ends
     * @param system whose codes they are
     * @return whether it does
     */
    public boolean isWithin(String code, String first, String last, CodeSystem system) {
        return room.is_within(number(code, system), number(first, system), number(last, system));
    }

    private long bound(String code, CodeSystem system) {
        long number = number(code, system);
        if (number == 0) throw new IllegalArgumentException("a range of codes has no bound " + code);
        return number;
    }

    private long number(String code, CodeSystem system) {
        return parse(code, system).number();
    }

    /**
     * The entry of a row number.
     *
     * @param row as entries have it
     * @param on the day of service, or {@link #NEWEST}
     * @return empty past the last
     */
    public Optional<Entry> entry(int row, LocalDate on) {
        return Parcel.maybe(room.entry(row, Day.number(on)), Entry::read);
    }

    // --- The book itself.

    /** {@return every edition of every system, by system and first day} */
    public List<Edition> editions() {
        return each(room.edition_count(), index -> Parcel.record(room.edition(index), Edition::read));
    }

    /** {@return where each part of the book came from} */
    public List<Origin> origins() {
        return each(room.origin_count(), index -> Parcel.record(room.origin(index), Origin::read));
    }

    /** {@return the named sections of the file} */
    public List<Section> sections() {
        return each(room.section_count(), index -> Parcel.record(room.section(index), Section::read));
    }

    private static <T> List<T> each(long count, IntFunction<T> read) {
        return IntStream.range(0, (int) count).mapToObj(read).toList();
    }

    /**
     * Reads the whole book.
     *
     * @throws BookException with its first fault
     */
    public void verify() {
        room.verify();
    }

    @Override
    public String toString() {
        return "Book " + (path == null ? "installed" : path) + (isClosed() ? ", closed" : "");
    }
}
