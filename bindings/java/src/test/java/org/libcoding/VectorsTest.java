package org.libcoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rows that C runs, run here. How many passed is left in vectors.tsv. */
class VectorsTest {
    private static final Set<String> OF_HCPCS = Set.of("any", "hcpcs", "modifier", "pos");
    private static Book book;
    private static int passed;
    private static int failed;

    @BeforeAll
    static void open() {
        book = Whole.open();
    }

    @AfterAll
    static void tell() throws IOException {
        book.close();
        String version = Runtime.version().feature() + "";
        Files.writeString(Whole.BUILD.resolve("vectors.tsv"),
            "Java " + version + "\t" + passed + "\t" + failed + "\n");
    }

    /** Asks every row; `ask` answers null where all is right, else what was said. */
    private static void run(String name, int least, Function<String[], String> ask) {
        List<String> wrong = new ArrayList<>();
        List<String[]> rows = Whole.vectors(name).stream().filter(row -> isHeld(name, row[0])).toList();
        for (String[] row : rows) {
            String said = ask.apply(row);
            if (said != null) wrong.add(String.join(" | ", row) + ": " + said);
        }
        passed += rows.size() - wrong.size();
        failed += wrong.size();
        assertTrue(rows.size() >= least, name + " has " + rows.size() + " rows");
        assertEquals(List.of(), wrong);
    }

    /** Rows that speak of HCPCS are not asked of a book without it. */
    private static boolean isHeld(String name, String system) {
        boolean asksBook = name.equals("check.tsv") || name.equals("suggest.tsv");
        return !asksBook || !OF_HCPCS.contains(system) || book.hasSystem(CodeSystem.HCPCS);
    }

    private static String differs(String said, String right) {
        return said.equals(right) ? null : said;
    }

    private static String printed(Parsed parsed) {
        if (parsed.code() == null) return "-";
        return parsed.modifiers().stream().map(each -> "-" + each).collect(Collectors.joining("", parsed.code(), ""));
    }

    /** A damage and its place, for a row that counts bytes. */
    private static String inUnits(String damage, byte[] text) {
        int at = damage.indexOf('@');
        if (at < 0) return damage;
        return damage.substring(0, at + 1) + Whole.units(text, Integer.parseInt(damage.substring(at + 1)));
    }

    @Test
    void everyTextReadsAsItsRowSays() {
        run("parse.tsv", 500, row -> {
            byte[] bytes = Whole.bytes(row[1]);
            Parsed parsed = Coding.parse(Whole.text(bytes), Whole.system(row[0]));
            boolean isDamaged = parsed.damage() != Damage.NONE;
            String damage = isDamaged ? parsed.damage() + "@" + parsed.span().offset() : "-";
            boolean differs = parsed.code() != null && !Whole.text(bytes).equals(printed(parsed));
            return differs(printed(parsed) + " " + damage + " " + parsed.changed(),
                row[2] + " " + inUnits(row[3], bytes) + " " + differs);
        });
    }

    @Test
    void everyCheckDigitAgreesOrIsTold() {
        run("identifiers.tsv", 50, row -> {
            Parsed parsed = Coding.parse(row[1], Whole.system(row[0]));
            Character expected = Objects.requireNonNullElse(parsed.expected(), '-');
            return differs(printed(parsed) + " " + expected, row[2] + " " + row[3]);
        });
    }

    @Test
    void everyDamageIsWhereItsRowSaysInUtf16() {
        run("spans.tsv", 50, row -> {
            Parsed parsed = Coding.parse(Whole.text(row[1]), Whole.system(row[0]));
            return differs(parsed.damage() + " " + parsed.span().offset(), row[2] + " " + row[5]);
        });
    }

    private static String said(Verdict verdict) {
        if (verdict.rule() != Rule.MALFORMED) return verdict.rule().toString();
        Finding finding = verdict.findings().get(0);
        return "malformed " + finding.damage() + "@" + finding.span().offset();
    }

    @Test
    void everyCodeAndDayIsAnsweredAndTheFastPathsAgree() {
        run("check.tsv", 250, row -> {
            CodeSystem system = Whole.system(row[0]);
            String said = said(book.check(row[1], system, Whole.day(row[2])));
            String right = inUnits(row[3], row[1].getBytes(StandardCharsets.UTF_8));
            Rule quick = book.verdict(row[1], system, Whole.day(row[2]));
            byte[] many = book.verdicts(new String[] {row[1]}, system, Whole.day(row[2]));
            String fast = row[3].equals("other-system") ? quick.toString() : row[3].split(" ")[0];
            return differs(said + " " + quick + " " + Rule.of(many[0]), right + " " + fast + " " + fast);
        });
    }

    @Test
    void everyNearMissLeadsToTheCodesOfItsRow() {
        run("suggest.tsv", 50, row -> {
            List<Suggestion> near = book.suggest(row[1], Whole.system(row[0]), Whole.day(row[2]));
            String codes = near.stream().filter(each -> each.rank() == 0).map(Suggestion::code)
                .collect(Collectors.joining(" "));
            String repair = near.isEmpty() ? "-" : near.get(0).repair().toString();
            return differs((near.isEmpty() ? "-" : codes) + " " + repair, row[3] + " " + row[4]);
        });
    }

    /** Letters that nothing explains stand in parentheses. */
    private static String piece(Part part, String word) {
        String piece = part.span().of(word);
        return part.kind() == PartKind.UNKNOWN ? "(" + piece + ")" : piece;
    }

    @Test
    void everyWordIsTakenApartAsItsRowSays() {
        run("terms.tsv", 100, row -> {
            Split best = book.term(row[0]).get(0);
            String parts = best.parts().stream().map(part -> piece(part, row[0])).collect(Collectors.joining("|"));
            return differs(parts + " " + best.meaning(), row[1] + " " + row[2]);
        });
    }

    private static String place(ClaimPart part, long number) {
        String name = switch (part) {
            case WHOLE -> "claim";
            case DIAGNOSIS -> "dx";
            case PROCEDURE -> "pcs";
            case LINE -> "line";
        };
        return number == 0 ? "claim" : name + " " + number;
    }

    /** denial line 2 modifier with line 1 */
    private static String printed(ClaimFinding it) {
        if (it.verdict() == Rule.NOT_CHECKED && it.rule() != ClaimRule.CODE) return "unchecked";
        String says = it.severity() + " " + place(it.part(), it.number()) + " " + it.cure();
        return it.partnerNumber() == 0 ? says : says + " with " + place(it.partnerPart(), it.partnerNumber());
    }

    /** A wanted finding may end in ~ and a piece of its sentence. */
    private static boolean isWanted(ClaimFinding finding, String wanted) {
        String[] parts = wanted.split("~", 2);
        boolean says = printed(finding).equals(parts[0].stripTrailing());
        return says && (parts.length == 1 || finding.text().contains(parts[1].strip()));
    }

    private static String judged(String rule, Review review, String wanted) {
        List<ClaimFinding> found = review.findings().stream().filter(it -> it.rule().toString().equals(rule)).toList();
        String[] wants = wanted.equals("-") ? new String[0] : wanted.split("; ");
        boolean right = found.size() == wants.length;
        for (int i = 0; right && i < wants.length; i++) right = isWanted(found.get(i), wants[i]);
        return right ? null : found.stream().map(it -> printed(it) + " ~" + it).collect(Collectors.joining("; "));
    }

    @Test
    void everyRuleSaysOfAClaimWhatItsRowsWantAndNothingElse() {
        // A book made without the official releases lacks what rows want of it.
        Review probe = book.review("professional 2024-07-15 | dx K63.5 | 45385 | 45378");
        assumeFalse(probe.unasked().contains(ClaimRule.PTP));
        run("claims.tsv", 120, row -> judged(row[0], book.review(row[1]), row[2]));
    }

    @Test
    void everyNoteLeadsToTheCodesOfItsRow() {
        run("notes.tsv", 35, row -> {
            Setting setting = row[0].equals("inpatient") ? Setting.INPATIENT : Setting.OUTPATIENT;
            Annotation read = book.annotate(row[1].replace("\\n", "\n"), Book.NEWEST, setting);
            String codes = read.codes().stream().filter(one -> !one.withheld()).map(Proposal::code)
                .collect(Collectors.joining(" "));
            return differs(codes.isEmpty() ? "-" : codes, row[2]);
        });
    }

    @Test
    void everyPhraseHasTheCharactersOfItsRow() {
        run("operations.tsv", 25, row -> {
            String codes = book.operate(row[0], LocalDate.of(2025, 12, 1)).stream()
                .map(one -> one.withheld() ? "(" + one.code() + ")" : one.code()).collect(Collectors.joining(" "));
            return differs(codes.isEmpty() ? "-" : codes, row[1]);
        });
    }

    private static String placed(Span span) {
        return span.offset() + "+" + span.length();
    }

    @Test
    void everyTextHasThePhrasesOfItsRowInUtf16() {
        run("phrases.tsv", 16, row -> {
            Scanned found = book.scan(Whole.text(row[1]), row[0].equals("whole"));
            String phrases = found.phrases().stream()
                .map(one -> one.kind() + ":" + Objects.requireNonNullElse(one.code(), "-"))
                .collect(Collectors.joining(" "));
            String spans = found.phrases().stream().map(one -> placed(one.span())).collect(Collectors.joining(" "));
            return differs((phrases.isEmpty() ? "-" : phrases) + " " + spans + "|" + placed(found.rest()),
                row[2] + " " + row[5]);
        });
    }

    private static String named(CcsrCategory one) {
        return one == null ? "-" : one.name();
    }

    private static String classed(Book little, String diagnosis, String version) {
        try {
            Ccsr of = little.ccsr(version.equals("-") ? diagnosis : diagnosis + " version=" + version);
            String names = of.categories().stream().map(CcsrCategory::name).collect(Collectors.joining(" "));
            return (names.isEmpty() ? "-" : names) + " " + named(of.inpatient()) + " " + named(of.outpatient());
        } catch (NotInBookException none) {
            return "not-in-book - -";
        }
    }

    @Test
    void everyDiagnosisHasTheCategoriesOfItsRow() {
        assumeFalse(!Files.exists(Whole.CCSR_BOOK), "there is no " + Whole.CCSR_BOOK);
        try (Book little = Book.open(Whole.CCSR_BOOK)) {
            run("ccsr.tsv", 14, row -> differs(classed(little, row[0], row[1]), row[2] + " " + row[3] + " " + row[4]));
        }
    }

    /** Without tables of MS-DRG the book has no answer to compare. */
    private static void needGrouper() {
        try {
            book.group("version=431", Whole.DAY);
        } catch (NotInBookException lacking) {
            assumeFalse(true, lacking.getMessage());
        }
    }

    private static String stay(String version, String written) {
        String[] words = written.split(" ", 3);
        String sex = "MF".contains(words[0]) ? words[0] : "U";
        String rest = words.length > 2 ? words[2] : "";
        return "version=" + version + " sex=" + sex + " discharge=" + words[1] + " " + rest;
    }

    @Test
    void everyStayHasTheGroupsOfItsRow() {
        needGrouper();
        run("stays.tsv", 40, row -> {
            Grouping is = book.group(stay(row[0], row[1]), Whole.DAY);
            return differs(String.format("%03d %03d", is.first().drg(), is.last().drg()), row[2]);
        });
    }

    @Test
    void everyStayHasTheQueriesOfItsRow() {
        needGrouper();
        run("queries.tsv", 14, row -> {
            GroupQueries all = book.groupQueries(stay(row[0], row[1]), Whole.DAY);
            String told = all.queries().stream().map(one -> String.format("%d %s %s %s %03d", one.number(),
                one.reported(), one.code(), one.severity(), one.drg())).collect(Collectors.joining("; "));
            return differs(String.format("%03d ", all.drg()) + (told.isEmpty() ? "-" : told), row[2] + " " + row[3]);
        });
    }

    private static String thousandths(int number) {
        return String.format("%d.%03d", number / 1000, number % 1000);
    }

    private static String scored(String member, RiskModel model, int year) {
        try {
            RiskScore score = book.risk(member, model, year);
            String counting = score.categories().stream().filter(one -> one.lostTo() == 0 && !one.dropped())
                .map(one -> one.number() + " ").collect(Collectors.joining());
            return counting + thousandths(score.raw()) + " " + thousandths(score.payment());
        } catch (NotInBookException | IllegalArgumentException none) {
            return "- - -";
        }
    }

    @Test
    void everyMemberHasTheScoreOfItsRow() {
        assumeFalse(!book.riskHas(RiskModel.V28, RiskPlan.MA, 2026));
        run("risk.tsv", 25, row -> differs(scored(row[2], Coding.riskModel(row[0]), Integer.parseInt(row[1])),
            (row[3] + " " + row[4] + " " + row[5]).strip()));
    }

    private static List<Hit> found(String query) {
        return book.search(query, SearchOptions.DEFAULT.on(Book.NEWEST));
    }

    @Test
    void everySearchFindsTheCodeOfItsRow() {
        run("search.tsv", 60, row -> {
            List<String> codes = found(Whole.text(row[0])).stream().map(Hit::code).toList();
            return codes.contains(row[1]) ? null : codes.toString();
        });
    }

    @Test
    void everyWordFoundIsWhereItsRowSaysInUtf16() {
        run("evidence.tsv", 30, row -> {
            String said = found(Whole.text(row[0])).stream()
                .filter(hit -> hit.code().equals(row[1]))
                .flatMap(hit -> hit.evidence().stream())
                .filter(evidence -> evidence.found().equals(row[2]))
                .map(evidence -> evidence.span().offset() + "+" + evidence.span().length())
                .findFirst().orElse("nowhere");
            return differs(said, row[5]);
        });
    }
}
