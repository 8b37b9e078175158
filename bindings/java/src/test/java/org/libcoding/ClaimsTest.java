package org.libcoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Claims, visits and samples, as a Java programmer meets them. */
class ClaimsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 7, 15);
    private static final String LINE = "professional 2024-07-15 F 45 | dx K63.5 | 45385 | 45378 $100";
    private static Book book;

    @BeforeAll
    static void open() {
        book = Whole.open();
    }

    @AfterAll
    static void close() {
        book.close();
    }

    private static Claim claim() {
        return new Claim(ClaimKind.PROFESSIONAL, DAY).sex(Sex.FEMALE).age(45).diagnosis("K63.5").line("45385")
            .line(new Claim.Line("45378").charge(10000));
    }

    @Test
    void aReviewTellsWhatStandsAgainstAClaim() {
        Review review = book.review(LINE);
        assumeFalse(review.unasked().contains(ClaimRule.PTP));
        ClaimFinding first = review.findings().get(0);
        assertEquals(List.of(Severity.DENIAL, 10000L), List.of(review.worst(), review.atStake()));
        assertEquals(List.of(ClaimRule.PTP, ClaimPart.LINE, 2L, 1L, "45378", "45385"), List.of(first.rule(),
            first.part(), first.number(), first.partnerNumber(), first.code(), first.other()));
        assertTrue(first.toString().contains("no modifier parts them"));
        assertFalse(review.stands());
        assertEquals(review, book.review(claim()));
        Review alone = book.review(LINE, ReviewOptions.DEFAULT.rules(ClaimRule.PTP).notes(false).money(false));
        assertEquals(List.of(ClaimRule.PTP), alone.asked());
        assertEquals(1, alone.findings().size());
    }

    @Test
    void whatIsNoClaimIsTold() {
        assertThrows(IllegalArgumentException.class, () -> book.review("nothing"));
        assertThrows(NullPointerException.class, () -> book.review((String) null));
    }

    @Test
    void aFileIsItsClaimsAndItsTrouble() {
        String file = "claim,kind,first,sex,age,diagnoses,code,charge\nA-1,professional,2024-07-15,F,45,K63.5,45385,\n"
            + "A-1,,,,,,45378,100.00\nA-2,no kind,2024-07-15,F,45,K63.5,45378,\n";
        List<ClaimItem> items = book.reviewFile(file, ReviewOptions.DEFAULT);
        assertEquals(List.of("A-1", ClaimsTrouble.FINE, ""),
            List.of(items.get(0).id(), items.get(0).trouble(), items.get(0).reason()));
        assertEquals(book.review(LINE).findings(), items.get(0).review().findings());
        List<ClaimItem> troubled = items.stream().filter(each -> each.trouble() == ClaimsTrouble.CELL).toList();
        assertEquals("kind", troubled.get(0).segment());
        assertEquals(4, troubled.get(0).number());
    }

    @Test
    void aClaimIsWrittenAsItsLineAndNothingLeavesItsPlace() {
        Claim.Line line = new Claim.Line("45378").modifiers("59", "XS").units(2).days(DAY, DAY).pointers(1, 2)
            .charge(85005).ndc("00002759701");
        assertEquals("inpatient 2024-07-15..2024-07-15 0 id=A-1 | dx E11.9/Y | pcs 0DTJ4ZZ@2024-07-15 | 45378-59-XS x2"
            + " @2024-07-15..2024-07-15 >1,2 $850.05 ndc=00002759701 | - rev=0450",
            new Claim(ClaimKind.INPATIENT, DAY).age(0).id("A-1").diagnosis("E11.9", Poa.YES).procedure("0DTJ4ZZ", DAY)
                .line(line).line(new Claim.Line("").revenue("0450")).toString());
        for (String wrong : List.of("K63.5 | 45378", "a b", "a|", "", "a\tb", "a\0b")) {
            assertThrows(IllegalArgumentException.class, () -> claim().diagnosis(wrong));
            assertThrows(IllegalArgumentException.class, () -> claim().procedure(wrong, DAY));
            assertThrows(IllegalArgumentException.class, () -> claim().id(wrong));
            assertThrows(IllegalArgumentException.class, () -> new Claim.Line("1").modifiers(wrong));
            assertThrows(IllegalArgumentException.class, () -> new Claim.Line("1").ndc(wrong));
        }
        for (String wrong : List.of("dx", "PCS", "45378 x2"))
            assertThrows(IllegalArgumentException.class, () -> new Claim.Line(wrong));
        assertThrows(IllegalArgumentException.class, () -> claim().diagnosis("E11.9/Y"));
        assertThrows(IllegalArgumentException.class, () -> new Claim.Line("1").charge(-1));
    }

    @Test
    void theLevelOfAVisitIsJudged() {
        VisitLevel level = book.visit("office-established billed=99215 minutes=38 stable_chronic=2 risk=moderate", DAY);
        assertEquals(List.of(Mdm.MODERATE, "99214", VisitAnswer.OVERCODED),
            List.of(level.mdm(), level.code(), level.answer()));
        assertEquals(VisitFamily.OFFICE_ESTABLISHED, book.visitFamily("99213", DAY));
        assertThrows(NotInBookException.class,
            () -> book.visit("office-established minutes=20", LocalDate.of(1990, 1, 1)));
        assertEquals("NCCI procedure-to-procedure edits", Coding.claimRuleTitle(ClaimRule.PTP));
    }

    @Test
    void samplesAndEstimatesAreThoseOfTheirNumbers() {
        assertArrayEquals(new long[] {33, 56, 74, 86, 87}, book.sample(100, 5, 7));
        assertArrayEquals(new long[] {8, 12}, book.sampleStrata(new double[][] {{100, 3}, {50, 9}}, 20));
        Estimate estimate = book.estimate(new double[] {0, 100, 50.5, 1e3}, 100, 0.9);
        assertEquals(28762.5, estimate.point());
        assertEquals(List.of(4L, 3L), List.of(estimate.sample(), estimate.found()));
        assertEquals(3500, book.estimateStrata(new double[][] {{100, 5, 20, 4}, {50, 5, 30, 9}}, 0.9).point());
        assertEquals(213, Coding.sampleSize(1000, 50, 5, 0.9));
        assertThrows(IllegalArgumentException.class, () -> book.estimate(new double[] {Double.NaN}, 1, 0.9));
    }
}
