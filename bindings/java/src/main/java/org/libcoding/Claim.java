package org.libcoding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A claim by its fields; as a text it is the short form that {@link Book#review(String)} reads.
 *
 * <pre>{@code
 * Claim claim = new Claim(ClaimKind.PROFESSIONAL, LocalDate.of(2024, 7, 15)).sex(Sex.FEMALE).age(45)
 *     .diagnosis("K63.5").line("45385").line(new Claim.Line("45378").modifiers("59").charge(40000));
 * }</pre>
 *
 * No value can break out of its place: one that holds a blank or {@code |} is an IllegalArgumentException.
 */
public final class Claim {
    private static final Set<String> HEADS = Set.of("dx", "admit", "reason", "cause", "pcs");

    private final StringBuilder head;
    private final StringBuilder diagnoses = new StringBuilder();
    private final StringBuilder procedures = new StringBuilder();
    private final List<String> lines = new ArrayList<>();

    /**
     * A claim of one day.
     *
     * @param kind who sends it
     * @param first the day of service
     */
    public Claim(ClaimKind kind, LocalDate first) {
        this(kind, first, first);
    }

    /**
     * A claim of several days, such as a stay.
     *
     * @param kind who sends it
     * @param first the first day
     * @param last the last day
     */
    public Claim(ClaimKind kind, LocalDate first, LocalDate last) {
        head = new StringBuilder(kind + " " + first + ".." + last);
    }

    private static String word(String name, String value, String marks) {
        boolean holds = value.chars().anyMatch(c -> c <= ' ' || c == '|' || marks.indexOf(c) >= 0);
        if (holds || value.isEmpty()) throw new IllegalArgumentException(name + " is not one word: " + value);
        return value;
    }

    private static String cents(long cents) {
        if (cents < 0) throw new IllegalArgumentException("a charge is not negative: " + cents);
        return cents / 100 + (cents % 100 < 10 ? ".0" : ".") + cents % 100;
    }

    private Claim say(String key, String value) {
        head.append(' ').append(key).append(word(key, value, ""));
        return this;
    }

    /**
     * Says the patient's sex.
     *
     * @param sex as the claim has it
     * @return this claim
     */
    public Claim sex(Sex sex) {
        return sex == Sex.UNKNOWN ? this : say("", sex == Sex.MALE ? "M" : "F");
    }

    /**
     * Says the patient's age.
     *
     * @param years whole years on the first day
     * @return this claim
     */
    public Claim age(int years) {
        return say("", Integer.toString(Questions.count(years)));
    }

    /**
     * Says when the patient was born.
     *
     * @param day that day
     * @return this claim
     */
    public Claim born(LocalDate day) {
        return say("born=", day.toString());
    }

    /**
     * Says the sender's number of the claim.
     *
     * @param id one word
     * @return this claim
     */
    public Claim id(String id) {
        return say("id=", id);
    }

    /**
     * Says who bills.
     *
     * @param npi the provider's NPI
     * @return this claim
     */
    public Claim provider(String npi) {
        return say("npi=", npi);
    }

    /**
     * Says how the patient left.
     *
     * @param status patient discharge status, "01"
     * @return this claim
     */
    public Claim discharge(String status) {
        return say("status=", status);
    }

    /**
     * Says the type of bill.
     *
     * @param type "0131"
     * @return this claim
     */
    public Claim bill(String type) {
        return say("bill=", type);
    }

    /**
     * Says the place of service of lines that name none.
     *
     * @param place "11"
     * @return this claim
     */
    public Claim place(String place) {
        return say("pos=", place);
    }

    /**
     * Adds a diagnosis behind the others.
     *
     * @param code as it was typed
     * @return this claim
     */
    public Claim diagnosis(String code) {
        diagnoses.append(' ').append(word("a diagnosis", code, "/"));
        return this;
    }

    /**
     * Adds a diagnosis behind the others.
     *
     * @param code as it was typed
     * @param poa present on admission
     * @return this claim
     */
    public Claim diagnosis(String code, Poa poa) {
        String[] letters = {"", "/Y", "/N", "/U", "/W"};
        diagnosis(code);
        diagnoses.append(letters[poa.number()]);
        return this;
    }

    /**
     * Adds a procedure of a stay behind the others.
     *
     * @param code as it was typed
     * @param on its day
     * @return this claim
     */
    public Claim procedure(String code, LocalDate on) {
        procedures.append(' ').append(word("a procedure", code, "@")).append('@').append(on);
        return this;
    }

    /**
     * Adds a line.
     *
     * @param code of its service
     * @return this claim
     */
    public Claim line(String code) {
        return line(new Line(code));
    }

    /**
     * Adds a line.
     *
     * @param line the line
     * @return this claim
     */
    public Claim line(Line line) {
        lines.add(line.toString());
        return this;
    }

    /** {@return the claim in its short form} */
    @Override
    public String toString() {
        List<String> pieces = new ArrayList<>(List.of(head.toString()));
        if (diagnoses.length() > 0) pieces.add("dx" + diagnoses);
        if (procedures.length() > 0) pieces.add("pcs" + procedures);
        pieces.addAll(lines);
        return String.join(" | ", pieces);
    }

    /** A line of a claim. */
    public static final class Line {
        private final StringBuilder code;
        private final StringBuilder words = new StringBuilder();

        /**
         * A line of one unit on the claim's first day.
         *
         * @param code of its service; empty: a revenue code alone
         */
        public Line(String code) {
            if (HEADS.contains(code.toLowerCase(Locale.ROOT)))
                throw new IllegalArgumentException(code + " is no code of a line");
            this.code = new StringBuilder(code.isEmpty() ? "-" : word("a code", code, ""));
        }

        private Line say(String key, String value) {
            words.append(' ').append(key).append(word(key, value, ""));
            return this;
        }

        /**
         * Adds modifiers.
         *
         * @param modifiers "25", "LT"
         * @return this line
         */
        public Line modifiers(String... modifiers) {
            for (String each : modifiers) code.append('-').append(word("a modifier", each, "-"));
            return this;
        }

        /**
         * Says how many units.
         *
         * @param units from 1 on
         * @return this line
         */
        public Line units(int units) {
            return say("x", Integer.toString(Questions.count(units)));
        }

        /**
         * Says the charge.
         *
         * @param cents from 0 on
         * @return this line
         */
        public Line charge(long cents) {
            return say("$", cents(cents));
        }

        /**
         * Says the days of service.
         *
         * @param first the first
         * @param last the last
         * @return this line
         */
        public Line days(LocalDate first, LocalDate last) {
            return say("@", first + ".." + last);
        }

        /**
         * Says which diagnoses it points to, the first one primary.
         *
         * @param pointers numbers from 1 on
         * @return this line
         */
        public Line pointers(int... pointers) {
            List<String> each = Arrays.stream(pointers).mapToObj(Integer::toString).toList();
            return say(">", String.join(",", each));
        }

        /**
         * Says the place of service.
         *
         * @param place "11"
         * @return this line
         */
        public Line place(String place) {
            return say("pos=", place);
        }

        /**
         * Says a hospital's revenue code.
         *
         * @param revenue "0450"
         * @return this line
         */
        public Line revenue(String revenue) {
            return say("rev=", revenue);
        }

        /**
         * Says the drug.
         *
         * @param ndc its NDC
         * @return this line
         */
        public Line ndc(String ndc) {
            return say("ndc=", ndc);
        }

        @Override
        public String toString() {
            return code.toString() + words;
        }
    }
}
