package org.libcoding;

import java.time.LocalDate;

/** Days as the library's numbers: 20251001. */
final class Day {
    /** Today, or the newest edition where none reaches today. */
    static final int TODAY = -1;
    private static final int LAST_YEAR = 9999;

    private Day() {}

    static int number(LocalDate on) {
        if (on == null) throw new NullPointerException("on is null");
        if (on.equals(Book.NEWEST)) return 0;
        if (on.getYear() < 1 || on.getYear() > LAST_YEAR)
            throw new IllegalArgumentException("a day of the years 1 to " + LAST_YEAR + " is needed, not " + on);
        return on.getYear() * 10000 + on.getMonthValue() * 100 + on.getDayOfMonth();
    }

    /** The day of a number that is one; null for 0. */
    static LocalDate of(int number) {
        return number == 0 ? null : LocalDate.of(number / 10000, number / 100 % 100, number % 100);
    }
}
