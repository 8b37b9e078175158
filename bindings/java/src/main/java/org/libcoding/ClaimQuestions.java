package org.libcoding;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a {@link Book} is asked of claims and of samples for an audit. */
public abstract sealed class ClaimQuestions extends Questions permits GroupQuestions {
    ClaimQuestions() {}

    /**
     * What every rule says of a claim, loudest first.
     *
     * @param claim its short form, {@code professional 2024-07-15 F 45 | dx K63.5 | 45385 | 45378}, as {@link Claim}
     *     writes it
     * @return the review
     */
    public final Review review(String claim) {
        return review(claim, ReviewOptions.DEFAULT);
    }

    /**
     * What rules say of a claim, loudest first.
     *
     * @param claim its short form
     * @param options which rules, and what they may say
     * @return the review
     */
    public final Review review(String claim, ReviewOptions options) {
        return Parcel.record(room().review(claim, options.mask(), options.notes(), options.money()), Review::read);
    }

    /**
     * What every rule says of a claim, loudest first.
     *
     * @param claim by its fields
     * @return the review
     */
    public final Review review(Claim claim) {
        return review(claim.toString());
    }

    /**
     * Every claim of a file with its review, and every trouble in it, in the file's order.
     *
     * @param text all of an X12 837 file, or of the tidy table of claims
     * @param options which rules, and what they may say
     * @return the items
     */
    public final List<ClaimItem> reviewFile(String text, ReviewOptions options) {
        byte[] answer = room().review_file(text, options.mask(), options.notes(), options.money());
        return Parcel.list(answer, ClaimItem::read);
    }

    // --- Samples for an audit: numbers alone, which ask no fact of the book.

    /**
     * Draws different numbers from 0 to the frame's size less 1; the same seed always draws the same.
     *
     * @param frame claims in all
     * @param count how many are drawn
     * @param seed any number
     * @return the numbers, ascending
     */
    public final long[] sample(long frame, int count, long seed) {
        if (frame < 0) throw new IllegalArgumentException("a frame is not negative: " + frame);
        return Parcel.counts(room().sample(frame, count(count), seed));
    }

    /**
     * Shares a sample among strata.
     *
     * @param strata of each its size and expected deviation; 0: unknown
     * @param total how many claims are drawn in all
     * @return how many of each
     */
    public final long[] sampleStrata(double[][] strata, long total) {
        return Parcel.counts(room().sample_strata(text(strata), total));
    }

    /**
     * The overpayment of all claims, from those that were read.
     *
     * @param overpaid the cents of each claim read, 0 for a right one
     * @param frame claims in all
     * @param confidence such as 0.9
     * @return the estimate
     */
    public final Estimate estimate(double[] overpaid, long frame, double confidence) {
        return Parcel.record(room().estimate(text(overpaid), frame, confidence), Estimate::read);
    }

    /**
     * The same of strata.
     *
     * @param strata of each its size, claims read, their mean overpayment and its variance, in cents
     * @param confidence such as 0.9
     * @return the estimate
     */
    public final Estimate estimateStrata(double[][] strata, double confidence) {
        return Parcel.record(room().estimate_strata(text(strata), confidence), Estimate::read);
    }

    private static String text(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static String text(double[][] rows) {
        return Arrays.stream(rows).map(ClaimQuestions::text).collect(Collectors.joining(" "));
    }
}
