package org.libcoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Text as the library takes it: UTF-8, with every NUL. Half a surrogate pair, for which Java would write a question
 * mark, goes as the three bytes that it would have, so that the library can say that this is no text.
 */
final class Text {
    private Text() {}

    static byte[] utf8(String text) {
        if (text == null) throw new NullPointerException("text is null");
        int length = text.length();
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (character >= 0x80) return wide(text);
            bytes[i] = (byte) character;
        }
        return bytes;
    }

    private static byte[] wide(String text) {
        byte[] bytes = new byte[3 * text.length()];
        return Arrays.copyOf(bytes, write(text, bytes, 0));
    }

    /** Writes a text at a place that has room for three bytes a character; answers the place behind it. */
    static int write(String text, byte[] bytes, int at) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < 0x80) bytes[at++] = (byte) character;
            else if (character < 0x800) at = writeTail(character, 0xC0, 1, bytes, at);
            else if (isPair(text, i)) at = writeTail(text.codePointAt(i++), 0xF0, 3, bytes, at);
            else at = writeTail(character, 0xE0, 2, bytes, at);
        }
        return at;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at)) && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private static int writeTail(int point, int head, int more, byte[] bytes, int at) {
        bytes[at++] = (byte) (head | point >> 6 * more);
        while (more-- > 0) bytes[at++] = (byte) (0x80 | point >> 6 * more & 0x3F);
        return at;
    }

    /** A path as the system spells it; null stays null. */
    static byte[] path(Path path) {
        if (path == null) return null;
        String name = System.getProperty("sun.jnu.encoding", "UTF-8");
        Charset spelling = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return path.toString().getBytes(spelling);
    }

    static String of(byte[] utf8) {
        return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
    }
}
