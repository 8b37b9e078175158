package org.libcoding;

/** Members in columns, a value for each: what {@link Book#riskMany} scores. Columns that nobody gives are 0. */
public final class MemberColumns {
    final int count;
    private final long[] ends;
    private final long[] codes;
    private byte[] age;
    private byte[] sex;
    private byte[] entitlement;
    private byte[] dual;
    private byte[] flags;
    private short[] graftMonths;

    /**
     * Members of those diagnoses.
     *
     * @param codes numbers of {@link Codes#numbers}, those of all members
     * @param offsets those of member i are from {@code offsets[i]} to {@code offsets[i + 1]}
     */
    public MemberColumns(long[] codes, int[] offsets) {
        this.codes = codes;
        ends = Offsets.ends(offsets);
        count = ends.length;
    }

    /**
     * {@return this, with a column more}
     *
     * @param age whole years
     */
    public MemberColumns age(byte[] age) {
        this.age = age;
        return this;
    }

    /**
     * {@return this, with a column more}
     *
     * @param sex numbers of {@link Sex}
     */
    public MemberColumns sex(byte[] sex) {
        this.sex = sex;
        return this;
    }

    /**
     * {@return this, with a column more}
     *
     * @param entitlement original reason: 0 age, 1 disability, 2 ESRD, 3 both
     */
    public MemberColumns entitlement(byte[] entitlement) {
        this.entitlement = entitlement;
        return this;
    }

    /**
     * {@return this, with a column more}
     *
     * @param dual dual status codes
     */
    public MemberColumns dual(byte[] dual) {
        this.dual = dual;
        return this;
    }

    /**
     * {@return this, with a column more}
     *
     * @param flags added up: 1 Medicaid, 2 institutional, 4 new, 8 special needs, 16 low income, 32 dialysis, 64 graft
     */
    public MemberColumns flags(byte[] flags) {
        this.flags = flags;
        return this;
    }

    /**
     * {@return this, with a column more}
     *
     * @param graftMonths months from a transplant on
     */
    public MemberColumns graftMonths(short[] graftMonths) {
        this.graftMonths = graftMonths;
        return this;
    }

    Object[] in() {
        return new Object[] {age, sex, entitlement, dual, flags, graftMonths, ends, codes};
    }
}
