package org.libcoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.libcoding.Whole.CM;
import static org.libcoding.Whole.DAY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What a Java programmer expects: days, enumerations, records, lists, exceptions. */
class MannersTest {
    private static Book book;

    @BeforeAll
    static void open() {
        book = Whole.open();
    }

    @AfterAll
    static void close() {
        book.close();
    }

    @Test
    void withoutADayItIsTodayOrTheNewestEditionWhereNoneReachesToday() {
        LocalDate today = Coding.today();
        boolean isReached = book.editions().stream().anyMatch(each -> each.system() == CM
            && !each.first().isAfter(today) && !each.until().isBefore(today));
        assertEquals(isReached ? today : book.newest(CM).orElseThrow(), book.check("E11.9", CM).on());
        assertEquals(book.newest(CodeSystem.ICD9CM).orElseThrow(), book.check("250.00", CodeSystem.ICD9CM).on());
        assertEquals(book.verdict("E11.9", CM), book.find("E11.9", CM).orElseThrow().rule());
    }

    @Test
    void nullIsRefusedWhereverItIsHandedIn() {
        List<Executable> wrong = List.of(
            () -> book.check(null, CM, DAY), () -> book.verdict(null, CM, DAY), () -> book.title((String) null, CM),
            () -> book.check("E11.9", null, DAY), () -> book.verdict("E11.9", null, DAY),
            () -> book.check("E11.9", CM, null), () -> book.verdict("E11.9", CM, null), () -> book.title((Coded) null),
            () -> book.search(null), () -> book.verdicts((String[]) null, CM, DAY), () -> Coding.parse(null, CM),
            () -> Book.open(null));
        for (Executable each : wrong) assertThrows(NullPointerException.class, each);
    }

    @Test
    void aDayThatNoNumberHoldsIsRefused() {
        for (LocalDate on : new LocalDate[] {LocalDate.MAX, LocalDate.of(10000, 1, 1), LocalDate.of(0, 1, 1)})
            assertThrows(IllegalArgumentException.class, () -> book.check("E11.9", CM, on));
        assertEquals(Rule.NOT_YET, book.verdict("E11.9", CM, LocalDate.of(1, 1, 1)));
    }

    @Test
    void aNumberOfAnswersIsNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> book.complete("E11", CM, DAY, -1));
        assertThrows(IllegalArgumentException.class, () -> book.search("ankle", -1));
    }

    @Test
    void nulIsACharacterLikeOthers() {
        Finding finding = book.check("E11\0.9", CM, DAY).findings().get(0);
        assertEquals(Damage.BAD_CHARACTER, finding.damage());
        assertEquals(new Span(3, 1), finding.span());
        assertEquals(Rule.MALFORMED, book.verdict("E11.9\0", CM, DAY));
        assertEquals(Rule.MALFORMED, book.verdict("\0", CM, DAY));
    }

    @Test
    void spansCountAsStringsDo() {
        String text = "🙂 sprained ankle";
        assertEquals("sprained", book.search(text, 1).get(0).evidence().get(0).span().of(text));
        assertEquals(new Span(1, 1), Coding.parse("e\u030111.9", CM).span());
    }

    @Test
    void halfASurrogatePairIsNoTextAndAnAnswer() {
        for (String text : new String[] {"E11\ud83d", "E11\ude42", "E1\ud83d\ud83d"}) {
            Verdict verdict = book.check(text, CM, DAY);
            assertEquals(Damage.NOT_UTF8, verdict.findings().get(0).damage());
            assertEquals(Rule.MALFORMED, book.verdict(text, CM, DAY));
            assertEquals(Rule.MALFORMED, Rule.of(book.verdicts(new String[] {text}, CM, DAY)[0]));
        }
    }

    @Test
    void utf8IsJavasOwnForEveryCharacter() {
        for (String text : new String[] {"", "E11.9", "é", "€", "🙂", "a\0b", "\ud7ff\ue000", "x🙂é€".repeat(500)})
            assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), Text.utf8(text));
        assertTrue(book.search("Ménière's disease", 1).get(0).code().startsWith("H81.0"));
    }

    @Test
    void aLongTextIsAnAnswerToo() {
        assertEquals(Rule.MALFORMED, book.verdict("E".repeat(100_000), CM, DAY));
        assertEquals(Rule.MALFORMED, book.check("🙂".repeat(100_000), CM, DAY).rule());
    }

    @Test
    void whatNoEditionHadIsEmptyOrNotInTheBook() {
        assertEquals(Optional.empty(), book.find("Z99.ZZ", CM));
        List<Executable> questions = List.of(() -> book.children("ZZZ", CM), () -> book.notes("ZZZ", CM),
            () -> book.title("ZZZ", CM), () -> book.source("ZZZ", CM), () -> book.blocks("ZZZ", CM),
            () -> book.periods("ZZZ", CM), () -> book.successors("ZZZ", CM), () -> book.poaExempt("ZZZ", CM));
        for (Executable each : questions) {
            NotInBookException told = assertThrows(NotInBookException.class, each);
            assertEquals("ZZZ: no such code in this book", told.getMessage());
            assertEquals(List.of(Status.NOT_IN_BOOK, "no such code in this book", "ZZZ"),
                List.of(told.status(), told.reason(), told.at()));
        }
        assertThrows(NotInBookException.class, () -> book.notes("I10", CM, LocalDate.of(1999, 1, 1)));
    }

    @Test
    void theHierarchy() {
        Entry entry = book.find("E11.9", CM, DAY).orElseThrow();
        assertEquals(List.of("E11"), book.ancestors(entry, DAY).stream().map(Entry::code).toList());
        assertEquals(entry.parent(), book.parent(entry, DAY).orElseThrow().code());
        assertTrue(book.children("E11", CM, DAY).contains(entry));
        assertEquals(Optional.of(entry), book.entry(entry.row(), DAY));
        assertEquals(Optional.empty(), book.entry(-1, DAY));
        Rows rows = book.rows(CM);
        assertTrue(rows.first() <= entry.row() && entry.row() < rows.past());
        assertTrue(book.isBelow("E11.9", "E11", CM));
        assertTrue(book.isWithin("C4A.9", "C43", "C44", CM));
        assertFalse(book.isWithin("C45", "C43", "C44", CM));
        assertEquals(List.of("E08-E13", "Chapter 4"), book.blocks(entry).stream().map(Block::name).toList());
        assertEquals(Optional.empty(), book.parent("E11", CM));
    }

    @Test
    void whatMayFollow() {
        Values values = book.valuesAfter("0DTJ", CodeSystem.ICD10PCS, DAY);
        assertEquals("Approach", values.axis());
        Value open = values.values().stream().filter(value -> value.character() == '0').findFirst().orElseThrow();
        assertEquals("Open", open.label());
        assertEquals(List.of("E11", "E11.0"), book.complete("E11", CM, DAY, 2).stream().map(Entry::code).toList());
        assertEquals("S52.501A", book.sevens("S52.501", CM, DAY).get(0).code());
        assertNull(book.valuesAfter("E11", CM, DAY).axis());
    }

    @Test
    void searchWithinARangeAndByPages() {
        List<Hit> hits = book.search("fracture", SearchOptions.DEFAULT.count(5).within("S50", "S59"));
        assertEquals(5, hits.size());
        for (Hit hit : hits) assertTrue(book.isWithin(hit.code(), "S50", "S59", CM), hit.code());
        List<Hit> second = book.search("fracture", SearchOptions.DEFAULT.count(1).skip(1));
        assertEquals(book.search("fracture", 2).subList(1, 2), second);
        SearchOptions nowhere = SearchOptions.DEFAULT.within("S50", "no code");
        assertThrows(IllegalArgumentException.class, () -> book.search("fracture", nowhere));
        assertThrows(IllegalArgumentException.class, () -> SearchOptions.DEFAULT.within("S50", null));
        SearchOptions billable = SearchOptions.DEFAULT.system(CM).on(DAY).billableOnly(true);
        for (Hit hit : book.search("fracture of forearm", billable))
            assertEquals(Rule.STANDS, book.verdict(hit.code(), CM, DAY));
        assertEquals("N20.0", book.termCodes("nephrolithiasis").get(0).code());
        assertEquals(Set.of(Axis.SIDE, Axis.OTHER), Axis.in(5));
        assertTrue(Axis.in(book.search("sprained ankle", 1).get(0).open()).contains(Axis.SIDE));
        assertEquals("diabetes", book.completeWords("diabet", 3).get(0).word());
    }

    @Test
    void anAnswerStandsForItsCode() {
        Hit hit = book.search("sprained left ankle", 1).get(0);
        assertEquals(hit.title(), book.title(hit));
        Suggestion near = book.suggest("E11,9", CM, DAY).get(0);
        assertEquals(Rule.STANDS, book.check(near, DAY).rule());
        assertEquals(book.shortTitle(near), book.shortTitle("E11.9", CM));
    }

    @Test
    void theBookKnowsWhereItIsFrom() throws IOException {
        Edition edition = book.editions().stream().filter(each -> DAY.equals(each.first())).findFirst().orElseThrow();
        assertEquals("ICD-10-CM FY2026", edition.release());
        for (Origin origin : book.origins()) assertEquals(64, origin.sha256().length());
        assertEquals("text", book.sections().get(0).name());
        assertEquals(Files.size(Whole.BOOK), book.size());
        assertEquals(CM, book.system("ICD10CM"));
        assertEquals("icd10cm", book.systemName(CM));
        book.verify();
    }

    @Test
    void aFindingReadsAsItsSentenceAndNamesItsSource() {
        Verdict verdict = book.check("G35", CM, DAY);
        assertFalse(verdict.stands());
        assertTrue(verdict.findings().get(0).toString().startsWith("G35: not billable since 2025-10-01"));
        assertTrue(verdict.findings().get(0).source().toString().startsWith("ICD-10-CM FY2026 "));
        assertEquals(verdict, book.check("G35", CM, DAY));
    }

    @Test
    void listsCannotBeChanged() {
        assertThrows(UnsupportedOperationException.class, () -> book.search("ankle").clear());
        assertThrows(UnsupportedOperationException.class, () -> book.check("G35", CM, DAY).instead().add("E11.9"));
    }

    @Test
    void membersHaveTheLibrarysNumbersAndWords() {
        assertEquals("no-7th", Rule.NO_7TH.toString());
        assertEquals("7th", Repair.SEVENTH.toString());
        assertEquals(CodeSystem.OWN_64, CodeSystem.of(64));
        for (Rule each : Rule.values()) assertEquals(Calls.rule_name(each.number()), each.toString());
        for (Damage each : Damage.values()) assertEquals(Calls.damage_name(each.number()), each.toString());
        for (Repair each : Repair.values()) assertEquals(Calls.repair_name(each.number()), each.toString());
        for (PartKind each : PartKind.values()) assertEquals(Calls.part_kind_name(each.number()), each.toString());
        for (CodeSystem each : CodeSystem.values()) assertEquals(Calls.system_name(each.number()), each.toString());
        for (int number : new int[] {-1, 13, 255}) assertThrows(IllegalArgumentException.class, () -> Rule.of(number));
    }

    @Test
    void codesAsNumbers() {
        long number = Codes.number("e119", CM);
        assertEquals("E11.9 E119 4", Codes.text(number) + " " + Codes.bare(number) + " " + Codes.length(number));
        assertEquals(CM, Codes.system(number));
        assertEquals("E11", Codes.text(Codes.prefix(number, 3)));
        assertEquals(number, Codes.append(Codes.prefix(number, 3), '9'));
        assertEquals(0, Codes.append(number, '\u0141'));
        assertEquals('9', Codes.character(number, 3));
        assertEquals(0, Codes.character(number, 9));
        assertEquals(0, Codes.number("no code", CM));
        assertEquals(CptCategory.CATEGORY_1, Codes.cptCategory(Codes.number("99213", CodeSystem.CPT)));
        assertTrue(Codes.cptSection(Codes.number("99213", CodeSystem.CPT)).isPresent());
        assertEquals(Optional.empty(), Codes.cptSection(number));
        assertEquals("0002-7597-01", Codes.ndc(Codes.number("00002-7597-01", CodeSystem.NDC), NdcForm.NDC_442));
        assertEquals(Optional.of("Approach"), Coding.pcsAxis('0', 5));
        assertEquals(Optional.empty(), Coding.pcsAxis('0', 9));
        assertEquals(Optional.empty(), Coding.pcsAxis('\u0130', 5));
    }

    @Test
    void whatNeedsNoBook() {
        assertEquals("0.1.0", Coding.version());
        assertEquals("ICD-10-CM", Coding.systemTitle(CM));
        assertEquals(CM, Coding.system("ICD10CM"));
        assertEquals(CodeSystem.ANY, Coding.system("icd11"));
        assertEquals("a comma where the dot belongs", Coding.damageText(Damage.COMMA));
        assertEquals(Optional.of(DAY), Coding.day("2025-10-01"));
        assertEquals(Optional.empty(), Coding.day("2025-02-30"));
        assertFalse(Coding.statusText(Status.NO_FILE).isEmpty());
    }

    // --- Opening.

    @Test
    void aMissingBook() {
        Path nowhere = Path.of("/nowhere/us.book");
        MissingBookException told = assertThrows(MissingBookException.class, () -> Book.open(nowhere));
        assertInstanceOf(BookException.class, told);
        assertEquals(Status.NO_FILE, told.status());
        assertTrue(told.getMessage().contains("/nowhere/us.book"));
    }

    @Test
    void whatIsNoBook(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("text.book"), "not a book at all\n".repeat(100));
        BookException told = assertThrows(BookException.class, () -> Book.open(file));
        assertEquals(Status.NOT_A_BOOK, told.status());
    }

    @Test
    void aDamagedBook(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(Whole.BOOK);
        Path cut = Files.write(folder.resolve("cut.book"), Arrays.copyOf(whole, whole.length / 2));
        assertThrows(BookException.class, () -> Book.open(cut));
        whole[whole.length / 2] ^= (byte) 0xFF;
        Path turned = Files.write(folder.resolve("turned.book"), whole);
        try (Book damaged = Book.open(turned)) {
            assertEquals(Status.NOT_A_BOOK, assertThrows(BookException.class, damaged::verify).status());
        }
    }

    @Test
    void aPathOfAnyCharacters(@TempDir Path folder) throws IOException {
        String name = "UTF-8".equals(System.getProperty("sun.jnu.encoding")) ? "büch 🙂.book" : "a b.book";
        Path link = Files.createSymbolicLink(folder.resolve(name), Whole.BOOK.toAbsolutePath());
        try (Book linked = Book.open(link)) {
            assertEquals(Rule.STANDS, linked.verdict("E11.9", CM, DAY));
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void theLibraryIsGoneFromTheFolderItWasLoadedFrom() throws IOException {
        List<Path> mapped = Files.readAllLines(Path.of("/proc/self/maps")).stream()
            .filter(line -> line.contains("coding_java"))
            .map(line -> Path.of(line.substring(line.indexOf('/')).replace(" (deleted)", "")))
            .distinct().toList();
        assertEquals(1, mapped.size());
        assertFalse(Files.exists(mapped.get(0).getParent()), mapped.toString());
    }

    @Test
    void mentionsPointIntoTheNoteInUtf16() {
        String note = "🩺 HPI: denies chest pain.\nA/P: Type 2 DM with CKD stage 3b, on insulin.";
        Annotation read = book.annotate(note, Whole.DAY, Setting.OUTPATIENT);
        Mention pain = read.mentions().get(0);
        assertEquals("chest pain", pain.span().of(note));
        assertEquals("denies", pain.cue().of(note));
        assertTrue(Assertion.in(pain.assertion()).contains(Assertion.NEGATED));
        assertEquals(List.of("E11.22", "N18.32", "Z79.4"), read.codes().stream().map(Proposal::code).toList());
    }

    @Test
    void anOperationHasItsCharactersAndWhatIsOpenItsQuestion() {
        String report = "🩺 PROCEDURE: Appendectomy.";
        Operation one = book.operate(report, Whole.DAY).get(0);
        assertEquals("Appendectomy", one.span().of(report));
        assertEquals(List.of("0DTJ_ZZ", "0DT", "Resection"), List.of(one.code(), one.nearest(), one.root()));
        OperationAxis approach = one.axes().get(4);
        assertEquals(Ground.OPEN, approach.ground());
        assertTrue(approach.query().endsWith("?"), approach.query());
        assertTrue(approach.values().stream().anyMatch(value -> value.label().equals("Open")));
        assertEquals(Outcome.CONVERTED, book.operate("laparoscopic appendectomy converted to open").get(0).outcome());
    }

    @Test
    void aTextInPiecesHasThePhrasesThatItHasAtOnce() {
        String text = "🩺 Seen for type-II diabetes mellitus. HTN, no multiple sclerosis 🩺.\n".repeat(20);
        List<String> whole = book.scan(text).phrases().stream().map(one -> one.code() + one.span().of(text)).toList();
        List<String> pieces = new ArrayList<>();
        String left = "";
        for (int at = 0, past; at < text.length(); at = past) {
            past = Math.min(text.length(), at + 50);
            if (Character.isLowSurrogate(text.charAt(Math.min(past, text.length() - 1)))) past++;
            String piece = left + text.substring(at, past);
            Scanned found = book.scan(piece, past == text.length());
            found.phrases().forEach(one -> pieces.add(one.code() + one.span().of(piece)));
            left = found.rest().of(piece);
        }
        assertTrue(whole.size() >= 40, whole.toString());
        assertEquals(whole, pieces);
        assertEquals("", left);
    }

    @Test
    void queriesAreAskedOfTheRecord() {
        GroupQuery last = book.groupQueries("sex=F discharge=01 I21.4 N18.9", Whole.DAY).queries().get(2);
        assertEquals(List.of("N18.9", "N18.6", Cc.MCC), List.of(last.reported(), last.code(), last.severity()));
        assertThrows(NotInBookException.class, () -> book.ccsr("E11.22 version=1999.9"));
        assertThrows(IllegalArgumentException.class, () -> book.ccsr("E11.22 I10"));
    }

    @Test
    void patientsMembersAndStaysAreLinesOfWords() {
        Comorbidities all = book.comorbidity("J18.9/Y I13.2/Y", ComorbidityScheme.ELIXHAUSER_AHRQ);
        assertEquals(List.of("HF", "HTN_CX", "RENLFL_SEV"), all.groups().stream()
            .filter(group -> group.state() == ComorbidityState.PRESENT).map(ComorbidityGroup::name).toList());
        assertEquals("mortality", Coding.comorbidityScoreName(ComorbidityScheme.ELIXHAUSER_AHRQ, 1));
        RiskScore score = book.risk("age=72 sex=F E11.22 I50.22 N18.4 I48.91 Z00.00", RiskModel.V28, 2026);
        assertEquals(2099, score.terms().stream().mapToInt(RiskTerm::coefficient).sum());
        assertEquals(RiskUse.NO_CATEGORY, score.diagnoses().get(4).use());
        assertEquals(List.of(330, 670), book.riskBlend("age=72 sex=F E11.22", 2025).scores().stream()
            .map(RiskShare::share).toList());
        assertEquals(Cc.MCC, book.group("sex=F discharge=01 I21.4 J96.01/N", Whole.DAY).last().severity());
        assertEquals(282, book.groupWhatIf("sex=F discharge=01 I21.4 J96.01", Whole.DAY).changes().get(0).drg());
        assertTrue(book.drgWeight(280, Whole.DAY).weight() > 1);
        assertTrue(book.groupAttributes("I21.4", Whole.CM, 430).contains("ami"));
        assertThrows(IllegalArgumentException.class, () -> book.group("hospital=far I21.4", Whole.DAY));
        assertThrows(NotInBookException.class, () -> book.risk("age=72 sex=F", RiskModel.V28, 2010));
    }

    @Test
    void codesLeadIntoOtherSystemsAndYears() {
        Mapped mapped = book.map("E11.9", Whole.CM, CodeSystem.ICD9CM);
        assertEquals(List.of("250.00"), mapped.codes());
        assertEquals(MapKind.APPROXIMATE, mapped.kind());
        LocalDate before = LocalDate.of(2016, 10, 1);
        assertTrue(book.mapYears("T81.4XXA", Whole.CM, Whole.DAY, before).codes().contains("T81.40XA"));
        assertThrows(NotInBookException.class, () -> book.map("E11.9", Whole.CM, CodeSystem.HCPCS));
    }
}
