package org.libcoding;

import java.time.LocalDate;
import java.util.Optional;

/** What needs no book. */
public final class Coding {
    private Coding() {}

    /** {@return the version of the library, such as "0.1.0"} */
    public static String version() {
        return Calls.version();
    }

    /**
     * Reads a code of one built-in system, and says what is wrong with its form, and where.
     *
     * @param text as it was typed
     * @param system whose code it is
     * @return what the library made of it
     */
    public static Parsed parse(String text, CodeSystem system) {
        return Parcel.record(Calls.parse(system.number(), text), Parsed::read);
    }

    /**
     * The built-in system of a name, such as "icd10cm", in any case.
     *
     * @param name its name
     * @return {@link CodeSystem#ANY} if there is none
     */
    public static CodeSystem system(String name) {
        return CodeSystem.of(Calls.system_parse(name));
    }

    /**
     * The name of a built-in system in words: "ICD-10-CM".
     *
     * @param system the system
     * @return its name
     */
    public static String systemTitle(CodeSystem system) {
        return Calls.system_title(system.number());
    }

    /**
     * A damage as a sentence without its place: "a comma where the dot belongs".
     *
     * @param damage the damage
     * @return the sentence
     */
    public static String damageText(Damage damage) {
        return Calls.damage_text(damage.number());
    }

    /**
     * A rule of claims in words: "NCCI procedure-to-procedure edits".
     *
     * @param rule the rule
     * @return its title
     */
    public static String claimRuleTitle(ClaimRule rule) {
        return Calls.claim_rule_title(rule.number());
    }

    /**
     * Charlson's points for age: 1 from 50 on, one more each ten years, 4 from 80 on.
     *
     * @param age whole years
     * @return the points
     */
    public static int charlsonAgePoints(int age) {
        return Calls.charlson_age_points(age);
    }

    /**
     * What a score of a scheme of comorbidity is called: "readmission", "mortality", "charlson".
     *
     * @param scheme the scheme
     * @param index 0 or 1
     * @return its name; empty for none
     */
    public static String comorbidityScoreName(ComorbidityScheme scheme, int index) {
        return Calls.comorbidity_score_name(scheme.number(), index);
    }

    /**
     * The risk adjustment model of a name, such as "V28", in letters of any size.
     *
     * @param name its name
     * @return {@link RiskModel#NONE} if there is none
     */
    public static RiskModel riskModel(String name) {
        return RiskModel.of(Calls.risk_model_named(name));
    }

    /**
     * A model as the agency names it: "RxHCC-V08".
     *
     * @param model the model
     * @return its title
     */
    public static String riskModelTitle(RiskModel model) {
        return Calls.risk_model_title(model.number());
    }

    /**
     * A segment as the agency's tables have it: "CNA", "Rx_CE_LowAged".
     *
     * @param segment the segment
     * @return its title
     */
    public static String riskSegmentTitle(RiskSegment segment) {
        return Calls.risk_segment_title(segment.number());
    }

    /**
     * How many claims must be read for a two-sided interval that is no wider than twice the precision.
     *
     * @param frame claims in all
     * @param deviation the expected standard deviation of an overpayment, in cents
     * @param precision half the width that is wanted, in cents
     * @param confidence such as 0.9
     * @return how many
     */
    public static long sampleSize(long frame, double deviation, double precision, double confidence) {
        return Calls.sample_size(frame, deviation, precision, confidence);
    }

    /**
     * A status in words.
     *
     * @param status the status
     * @return its words
     */
    public static String statusText(Status status) {
        return Calls.status_text(status.number());
    }

    /**
     * Reads a day: {@code 2025-10-01} or {@code 20251001}.
     *
     * @param text the day
     * @return empty where the text is no day of the calendar
     */
    public static Optional<LocalDate> day(String text) {
        return Optional.ofNullable(Day.of(Calls.date_parse(text)));
    }

    /** {@return the day that questions without one mean, by the calendar of the machine} */
    public static LocalDate today() {
        return Day.of(Calls.date_today());
    }

    /**
     * The name of an ICD-10-PCS axis in a section: "Approach".
     *
     * @param section '0', 'B' and so on
     * @param axis 1 to 7
     * @return empty if there is none
     */
    public static Optional<String> pcsAxis(char section, int axis) {
        boolean isAscii = section < 0x80 && axis > 0;
        return Optional.ofNullable(isAscii ? Calls.pcs_axis(section, axis) : null);
    }
}
