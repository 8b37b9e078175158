package org.libcoding;

/**
 * Groups of many stays; of one whose version is not in the book all are 0.
 *
 * @param first the DRG before hospital-acquired conditions; 999 where it cannot be grouped
 * @param last the one that is paid
 * @param mdc major diagnostic categories of the last DRG, as all that follow
 * @param types numbers of {@link DrgType}
 * @param reasons numbers of {@link DrgReturn}
 * @param severities numbers of {@link Cc}
 */
public record GroupColumns(short[] first, short[] last, byte[] mdc, byte[] types, byte[] reasons, byte[] severities) {
}
