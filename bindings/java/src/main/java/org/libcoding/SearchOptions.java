package org.libcoding;

import java.time.LocalDate;

/**
 * Where to search, and how many hits are wanted: {@code SearchOptions.DEFAULT.count(3).within("S50", "S59")}.
 *
 * @param system whose codes; {@link CodeSystem#ANY}: all that are in use
 * @param on the day of service, or {@link Book#NEWEST}; null: today, or the newest edition where none reaches it
 * @param count how many at most
 * @param skip hits to pass over, for pages
 * @param billableOnly leave headers out
 * @param first with {@code last}: only codes in this printed range (of ICD-10-CM where no system is named); null: all
 * @param last everything below it is in the range, too; null: all
 */
public record SearchOptions(CodeSystem system, LocalDate on, int count, int skip, boolean billableOnly, String first,
                            String last) {
    /** Ten hits of all systems. */
    public static final SearchOptions DEFAULT = new SearchOptions(CodeSystem.ANY, null, 10, 0, false, null, null);

    /**
     * Refuses what no search can be.
     *
     * @param system not null
     * @param on may be null
     * @param count not negative
     * @param skip not negative
     * @param billableOnly as above
     * @param first may be null
     * @param last may be null
     */
    public SearchOptions {
        if (system == null) throw new NullPointerException("system is null");
        Questions.count(count);
        Questions.count(skip);
        if ((first == null) != (last == null)) throw new IllegalArgumentException("a range has two bounds");
    }

    /**
     * {@return the same of one system}
     *
     * @param system whose codes
     */
    public SearchOptions system(CodeSystem system) {
        return new SearchOptions(system, on, count, skip, billableOnly, first, last);
    }

    /**
     * {@return the same on a day}
     *
     * @param on the day of service
     */
    public SearchOptions on(LocalDate on) {
        return new SearchOptions(system, on, count, skip, billableOnly, first, last);
    }

    /**
     * {@return the same with another number of hits}
     *
     * @param count how many at most
     */
    public SearchOptions count(int count) {
        return new SearchOptions(system, on, count, skip, billableOnly, first, last);
    }

    /**
     * {@return the same from a later hit on}
     *
     * @param skip hits to pass over
     */
    public SearchOptions skip(int skip) {
        return new SearchOptions(system, on, count, skip, billableOnly, first, last);
    }

    /**
     * {@return the same with headers or without}
     *
     * @param billableOnly leave headers out
     */
    public SearchOptions billableOnly(boolean billableOnly) {
        return new SearchOptions(system, on, count, skip, billableOnly, first, last);
    }

    /**
     * {@return the same within a printed range}
     *
     * @param first its first code
     * @param last everything below it is in the range, too
     */
    public SearchOptions within(String first, String last) {
        return new SearchOptions(system, on, count, skip, billableOnly, first, last);
    }

    int day() {
        return on == null ? Day.TODAY : Day.number(on);
    }
}
