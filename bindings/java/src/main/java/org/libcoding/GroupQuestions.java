package org.libcoding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link Book} is asked of notes, reports and crosswalks, of patients, members and stays. Patients, members and
 * stays are lines of words; one that is none of them is an IllegalArgumentException that names it. What the book lacks
 * is a {@link NotInBookException}.
 */
public abstract sealed class GroupQuestions extends ClaimQuestions permits Book {
    GroupQuestions() {}

    /**
     * What a note speaks of, how it is asserted, and the codes that it supports, in a coder's order.
     *
     * @param note as it was written
     * @return what was read in it, of a visit today
     */
    public final Annotation annotate(String note) {
        return annotation(note, Day.TODAY, Setting.OUTPATIENT);
    }

    /**
     * What a note speaks of, how it is asserted, and the codes that it supports, in a coder's order.
     *
     * @param note as it was written
     * @param on the day of service, or {@link Book#NEWEST}
     * @param setting where the patient is: of a stay uncertain diagnoses are coded
     * @return what was read in it
     */
    public final Annotation annotate(String note, LocalDate on, Setting setting) {
        return annotation(note, Day.number(on), setting);
    }

    private Annotation annotation(String note, int on, Setting setting) {
        return Parcel.record(room().annotate(note, on, setting.number()), Annotation::read);
    }

    /**
     * The operations of a report, each as its seven characters of ICD-10-PCS and what the words leave open.
     *
     * @param report as it was written
     * @return in the order of the report, by the tables of today
     */
    public final List<Operation> operate(String report) {
        return operations(report, Day.TODAY);
    }

    /**
     * The operations of a report, each as its seven characters of ICD-10-PCS and what the words leave open.
     *
     * @param report as it was written
     * @param on the day of the operation, or {@link Book#NEWEST}
     * @return in the order of the report
     */
    public final List<Operation> operate(String report, LocalDate on) {
        return operations(report, Day.number(on));
    }

    private List<Operation> operations(String report, int on) {
        return Parcel.list(room().operate(report, on), Operation::read);
    }

    /**
     * The phrases of the book in a text of any length: titles, inclusion terms, index paths, synonyms. Nothing is
     * judged: {@link #annotate} says what is denied.
     *
     * @param text all of it
     * @return at each word the longest, in the order of the text
     */
    public final Scanned scan(String text) {
        return scan(text, true);
    }

    /**
     * The phrases of the book in a piece of a text.
     *
     * @param text the rest of the piece before, and this piece
     * @param last whether nothing follows; else what may go on is left, as {@link Scanned#rest()}
     * @return at each word the longest, in the order of the text
     */
    public final Scanned scan(String text, boolean last) {
        return Parcel.record(room().scan(text, last), Scanned::read);
    }

    /**
     * What stands for a code in another system, with the rows of the table that say so.
     *
     * @param code what is asked
     * @param system whose code it is
     * @param to the other system
     * @return as the table says it, of no day
     */
    public final Mapped map(String code, CodeSystem system, CodeSystem to) {
        return map(code, system, to, Book.NEWEST, MapStyle.GEM);
    }

    /**
     * What stands for a code in another system, with the rows of the tables that say so.
     *
     * @param code what is asked
     * @param system whose code it is
     * @param to the other system
     * @param on the day of the ICD-10 side, or {@link Book#NEWEST}: as the table says it
     * @param style which kind of table
     * @return where it leads
     */
    public final Mapped map(String code, CodeSystem system, CodeSystem to, LocalDate on, MapStyle style) {
        byte[] answer = room().map(code, system.number(), Day.number(on), to.number(), style.number());
        return Parcel.record(answer, Mapped::read);
    }

    /**
     * What a code, as it stood on one day, is on another, later or earlier.
     *
     * @param code what is asked
     * @param system whose code it is
     * @param on the other day, or {@link Book#NEWEST}
     * @param since the day on which it stood, or {@link Book#NEWEST}: the last up to the other
     * @return where it leads
     */
    public final Mapped mapYears(String code, CodeSystem system, LocalDate on, LocalDate since) {
        byte[] answer = room().map_years(code, system.number(), Day.number(on), Day.number(since));
        return Parcel.record(answer, Mapped::read);
    }

    /**
     * The groups of a patient, and the scores.
     *
     * @param patient diagnoses, the principal one first: {@code J18.9/Y I13.2/Y}, perhaps with {@code age=70},
     *     {@code version=2025.1}, {@code secondary-only}
     * @param scheme whose groups
     * @return every group of the scheme, of the last day that it was made for
     */
    public final Comorbidities comorbidity(String patient, ComorbidityScheme scheme) {
        return comorbidity(patient, scheme, CodeSystem.ANY, Book.NEWEST);
    }

    /**
     * The groups of a patient, and the scores.
     *
     * @param patient diagnoses, the principal one first
     * @param scheme whose groups
     * @param system whose codes they are; {@link CodeSystem#ANY}: ICD-10-CM, or of Deyo's scheme ICD-9-CM
     * @param on the day of discharge
     * @return every group of the scheme
     */
    public final Comorbidities comorbidity(String patient, ComorbidityScheme scheme, CodeSystem system, LocalDate on) {
        byte[] answer = room().comorbidity(patient, system.number(), Day.number(on), scheme.number());
        return Parcel.record(answer, Comorbidities::read);
    }

    /**
     * The clinical categories (CCSR) of a diagnosis of ICD-10-CM, and the defaults of stays and visits.
     *
     * @param diagnosis {@code E11.22}, perhaps with {@code version=2025.1}: the newest is asked without
     * @return its categories; none where the version does not know it
     */
    public final Ccsr ccsr(String diagnosis) {
        return Parcel.record(room().ccsr(diagnosis), Ccsr::read);
    }

    /**
     * The score of a member in a payment year, with all that it rests on.
     *
     * @param member {@code age=72 sex=F dual=2 E11.22@2025-03-01 I50.22 earlier=E11.9}
     * @param model the agency's
     * @param year the payment year
     * @return the score, in thousandths
     */
    public final RiskScore risk(String member, RiskModel model, int year) {
        return Parcel.record(room().risk(member, model.number(), year), RiskScore::read);
    }

    /**
     * Scores of many members, without their traces.
     *
     * @param members in columns
     * @param model the agency's
     * @param year the payment year
     * @param plan whose coefficients
     * @return as many scores, in columns
     */
    public final RiskColumns riskMany(MemberColumns members, RiskModel model, int year, RiskPlan plan) {
        int count = members.count;
        RiskColumns to = new RiskColumns(new int[count], new int[count], new byte[count], new byte[count]);
        CallsJNI.riskMany(Room.getCPtr(room()), room(), count, model.number(), year, plan.number(), members.in(),
            new Object[] {to.raw(), to.payment(), to.segments(), to.counting()});
        return to;
    }

    /**
     * What Medicare Advantage was paid for a member: one model, or a blend of two.
     *
     * @param member as that of {@link #risk}
     * @param year the payment year
     * @return the scores with their shares
     */
    public final RiskBlend riskBlend(String member, int year) {
        return Parcel.record(room().risk_blend(member, year), RiskBlend::read);
    }

    /**
     * Has the book all tables of a model, a plan and a payment year?
     *
     * @param model the agency's
     * @param plan whose coefficients
     * @param year the payment year
     * @return whether it has
     */
    public final boolean riskHas(RiskModel model, RiskPlan plan, int year) {
        return room().risk_has(model.number(), plan.number(), year);
    }

    /**
     * The MS-DRG of a hospital stay, and what makes it.
     *
     * @param stay {@code sex=F discharge=01 I21.4/Y J96.01/N px 02703DZ}, perhaps with {@code hospital=exempt} and
     *     {@code version=43.1}
     * @param on the day of discharge
     * @return its groups
     */
    public final Grouping group(String stay, LocalDate on) {
        return Parcel.record(room().group(stay, Day.number(on)), Grouping::read);
    }

    /**
     * Groups of many stays, without their traces.
     *
     * @param stays in columns
     * @return as many groups, in columns
     */
    public final GroupColumns groupMany(StayColumns stays) {
        return groups(stays, null);
    }

    /**
     * Groups of many stays that ended on one day, without their traces.
     *
     * @param stays in columns
     * @param on the day of discharge of all of them
     * @return as many groups, in columns
     */
    public final GroupColumns groupMany(StayColumns stays, LocalDate on) {
        return groups(stays, on);
    }

    private GroupColumns groups(StayColumns stays, LocalDate on) {
        int count = stays.count;
        GroupColumns to = new GroupColumns(new short[count], new short[count], new byte[count], new byte[count],
            new byte[count], new byte[count]);
        CallsJNI.groupMany(Room.getCPtr(room()), room(), count, stays.version(), stays.in(on),
            new Object[] {to.first(), to.last(), to.mdc(), to.types(), to.reasons(), to.severities()});
        return to;
    }

    /**
     * Which single code makes the group of a stay: each is left out in turn, and a CC and an MCC are added.
     *
     * @param stay as that of {@link #group}
     * @param on the day of discharge
     * @return every change that gives another group
     */
    public final GroupChanges groupWhatIf(String stay, LocalDate on) {
        return Parcel.record(room().group_what_if(stay, Day.number(on)), GroupChanges::read);
    }

    /**
     * What to ask the record of a stay: codes of a reported category that would count for more and give another group
     * of the same base. Questions, never advice: a code may be reported only if the documentation says it.
     *
     * @param stay as that of {@link #group}
     * @param on the day of discharge
     * @return by diagnosis, then by code
     */
    public final GroupQueries groupQueries(String stay, LocalDate on) {
        return Parcel.record(room().group_queries(stay, Day.number(on)), GroupQueries::read);
    }

    /**
     * What Table 5 of the payment rule says of a DRG.
     *
     * @param drg its number
     * @param on the day of discharge
     * @return weight and lengths of stay
     */
    public final DrgWeight drgWeight(int drg, LocalDate on) {
        return Parcel.record(room().drg_weight(Day.number(on), count(drg)), DrgWeight::read);
    }

    /**
     * The attributes by which formulas of MS-DRG know a code.
     *
     * @param code what is asked
     * @param system whose code it is
     * @param version 431 is v43.1
     * @return their names
     */
    public final List<String> groupAttributes(String code, CodeSystem system, int version) {
        String names = Optional.ofNullable(room().group_attributes(code, system.number(), version)).orElse("");
        return names.isEmpty() ? List.of() : List.of(names.split(" "));
    }
}
