package org.libcoding;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a claim is reviewed: {@code ReviewOptions.DEFAULT.rules(ClaimRule.PTP, ClaimRule.MUE).notes(false)}.
 *
 * @param rules those that are asked; empty: all
 * @param notes findings that are no more than notes, too
 * @param money how payment will be reduced, too
 */
public record ReviewOptions(Set<ClaimRule> rules, boolean notes, boolean money) {
    /** Every rule, with all that it says. */
    public static final ReviewOptions DEFAULT = new ReviewOptions(Set.of(), true, true);

    /**
     * Keeps a copy of the rules.
     *
     * @param rules none is null
     * @param notes as above
     * @param money as above
     */
    public ReviewOptions {
        rules = Set.copyOf(rules);
    }

    /**
     * {@return the same of these rules alone}
     *
     * @param first one of them
     * @param rest the others
     */
    public ReviewOptions rules(ClaimRule first, ClaimRule... rest) {
        return new ReviewOptions(EnumSet.of(first, rest), notes, money);
    }

    /**
     * {@return the same with notes or without}
     *
     * @param notes as above
     */
    public ReviewOptions notes(boolean notes) {
        return new ReviewOptions(rules, notes, money);
    }

    /**
     * {@return the same with reductions of payment or without}
     *
     * @param money as above
     */
    public ReviewOptions money(boolean money) {
        return new ReviewOptions(rules, notes, money);
    }

    long mask() {
        return rules.stream().mapToLong(rule -> 1L << rule.number()).sum();
    }
}
