package org.libcoding;

import java.time.LocalDate;
import java.util.Arrays;

/** Stays in columns, a value for each: what {@link Book#groupMany} groups. Columns that nobody gives are 0. */
public final class StayColumns {
    final int count;
    private final long[] ends;
    private final long[] diagnoses;
    private long[] procedureEnds;
    private long[] procedures;
    private int[] days;
    private byte[] poa;
    private byte[] sex;
    private byte[] discharge;
    private byte[] hospital;
    private int version;

    /**
     * Stays of those diagnoses.
     *
     * @param diagnoses numbers of {@link Codes#numbers}, those of all stays, the principal one of each first
     * @param offsets those of stay i are from {@code offsets[i]} to {@code offsets[i + 1]}
     */
    public StayColumns(long[] diagnoses, int[] offsets) {
        this.diagnoses = diagnoses;
        ends = Offsets.ends(offsets);
        count = ends.length;
    }

    /**
     * {@return this, with their procedures}
     *
     * @param procedures numbers of ICD-10-PCS
     * @param offsets as those of diagnoses
     */
    public StayColumns procedures(long[] procedures, int[] offsets) {
        this.procedures = procedures;
        procedureEnds = Offsets.ends(offsets);
        return this;
    }

    /**
     * {@return this, with a column more}
     *
     * @param poa numbers of {@link Poa}, beside the diagnoses
     */
    public StayColumns poa(byte[] poa) {
        this.poa = poa;
        return this;
    }

    /**
     * {@return this, with a column more}
     *
     * @param sex numbers of {@link Sex}
     */
    public StayColumns sex(byte[] sex) {
        this.sex = sex;
        return this;
    }

    /**
     * {@return this, with a column more}
     *
     * @param discharge patient discharge statuses
     */
    public StayColumns discharge(byte[] discharge) {
        this.discharge = discharge;
        return this;
    }

    /**
     * {@return this, with a column more}
     *
     * @param hospital 0 it reports what was present on admission, 1 it is exempt, 2 not known
     */
    public StayColumns hospital(byte[] hospital) {
        this.hospital = hospital;
        return this;
    }

    /**
     * {@return this, with a column more}
     *
     * @param version of all: 431 is v43.1, whatever the day; 0 that of the day
     */
    public StayColumns version(int version) {
        this.version = version;
        return this;
    }

    /**
     * {@return this, with a day of discharge each}
     *
     * @param days 20251001 is 1 October 2025
     */
    public StayColumns discharged(int[] days) {
        this.days = days;
        return this;
    }

    Object[] in(LocalDate on) {
        int[] each = days;
        if (each == null || on != null) {
            each = new int[count];
            Arrays.fill(each, Day.number(on == null ? LocalDate.now() : on));
        }
        return new Object[] {each, discharge, sex, hospital, ends, diagnoses, poa, procedureEnds, procedures};
    }

    int version() {
        return version;
    }
}
