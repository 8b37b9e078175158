package org.libcoding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The whole book that script/setup makes, and the rows that every language runs. */
final class Whole {
    static final Path TREE = Path.of(System.getProperty("coding.tree")).toAbsolutePath().normalize();
    static final Path BUILD = Path.of(System.getProperty("coding.build"));
    static final Path BOOK = Path.of(System.getProperty("coding.book"));
    /** The little book of clinical categories, which script/setup makes beside the whole one. */
    static final Path CCSR_BOOK = BOOK.toAbsolutePath().resolveSibling("ccsr.book");
    static final LocalDate DAY = LocalDate.of(2025, 10, 1);
    static final CodeSystem CM = CodeSystem.ICD10CM;

    private Whole() {}

    static Book open() {
        return Book.open(BOOK);
    }

    /** Rows of a table of tests/vectors, without comments and the heading. */
    static List<String[]> vectors(String name) {
        try {
            return Files.readAllLines(TREE.resolve("tests/vectors").resolve(name)).stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    static CodeSystem system(String word) {
        for (CodeSystem each : CodeSystem.values()) if (each.toString().equals(word)) return each;
        throw new IllegalArgumentException(word);
    }

    static LocalDate day(String text) {
        return text.equals("0") ? Book.NEWEST : LocalDate.parse(text);
    }

    /** Undoes \xNN. */
    static byte[] bytes(String cell) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < cell.length(); ) {
            if (cell.startsWith("\\x", at)) {
                out.write(Integer.parseInt(cell.substring(at + 2, at + 4), 16));
                at += 4;
            } else {
                int next = cell.offsetByCodePoints(at, 1);
                out.writeBytes(cell.substring(at, next).getBytes(StandardCharsets.UTF_8));
                at = next;
            }
        }
        return out.toByteArray();
    }

    /** Bytes as a text; what is no UTF-8 becomes half surrogate pairs, a byte each, which are no text either. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            StringBuilder text = new StringBuilder();
            for (byte each : bytes) text.append((char) (each < 0 ? 0xDC00 | each & 0xFF : each));
            return text.toString();
        }
    }

    static String text(String cell) {
        return text(bytes(cell));
    }

    /** Units of UTF-16 before a byte. */
    static int units(byte[] bytes, int offset) {
        return text(Arrays.copyOf(bytes, offset)).length();
    }
}
