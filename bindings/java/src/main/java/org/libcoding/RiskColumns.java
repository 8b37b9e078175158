package org.libcoding;

/**
 * Scores of many members; where a member has none, segment and numbers are 0.
 *
 * @param raw thousandths
 * @param payment thousandths
 * @param segments numbers of {@link RiskSegment}
 * @param counting categories that count
 */
public record RiskColumns(int[] raw, int[] payment, byte[] segments, byte[] counting) {
}
