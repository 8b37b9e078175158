package org.libcoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Codes as the 64-bit numbers that columns hold: they are positive, sort as codes do, and 0 is none. */
public final class Codes {
    private Codes() {}

    /**
     * {@return the number of a code of a built-in system; 0 where the text is none}
     *
     * @param text as it was typed
     * @param system whose code it is
     */
    public static long number(String text, CodeSystem system) {
        return Coding.parse(text, system).number();
    }

    /**
     * {@return the numbers of many; 0 where a text is none, or null}
     *
     * @param texts as they were typed
     * @param system whose codes they are
     */
    public static long[] numbers(String[] texts, CodeSystem system) {
        long[] numbers = new long[texts.length];
        String lines = Arrays.stream(texts).map(each -> each == null ? "" : each.replace('\n', '?'))
            .collect(Collectors.joining("\n"));
        CallsJNI.numbers(lines.getBytes(StandardCharsets.UTF_8), system.number(), numbers);
        return numbers;
    }

    /**
     * {@return the code in its own spelling: E11.9, 0DTJ4ZZ, 00002-7597-01}
     *
     * @param number the code
     */
    public static String text(long number) {
        return Calls.code_format(number);
    }

    /**
     * {@return the same without dots and dashes, as files and claims hold it}
     *
     * @param number the code
     */
    public static String bare(long number) {
        return Calls.code_format_bare(number);
    }

    /**
     * {@return the system a code belongs to; {@link CodeSystem#ANY} for 0}
     *
     * @param number the code
     */
    public static CodeSystem system(long number) {
        return CodeSystem.of(Calls.code_system(number));
    }

    /**
     * {@return the characters of a code without dots; 0 for identifiers that hold a number}
     *
     * @param number the code
     */
    public static int length(long number) {
        return (int) Calls.code_length(number);
    }

    /**
     * {@return the first characters of a code}
     *
     * @param number the code
     * @param length how many
     */
    public static long prefix(long number, int length) {
        return Calls.code_prefix(number, Questions.count(length));
    }

    /**
     * {@return the code with one more character; 0 where it has no room, or the character is none of a code}
     *
     * @param number the code
     * @param character 0 to 9, A to Z
     */
    public static long append(long number, char character) {
        return character < 0x80 ? Calls.code_append(number, character) : 0;
    }

    /**
     * {@return the character at a place, counted from 0; NUL past the last}
     *
     * @param number the code
     * @param index the place
     */
    public static char character(long number, int index) {
        return Calls.code_character(number, Questions.count(index));
    }

    /**
     * {@return the category of a CPT code, by its form}
     *
     * @param number the code
     */
    public static CptCategory cptCategory(long number) {
        return CptCategory.of(Calls.cpt_category_of(number));
    }

    /**
     * {@return the section of the CPT book that the number falls in, in our words; empty if none}
     *
     * @param number the code
     */
    public static Optional<String> cptSection(long number) {
        return Optional.ofNullable(Calls.cpt_section(number));
    }

    /**
     * {@return the NDC in a form, with dashes; empty where no zero can be dropped there}
     *
     * @param number the code
     * @param form where the zero is dropped
     */
    public static String ndc(long number, NdcForm form) {
        return Calls.ndc_format(number, form.number());
    }
}
