package org.libcoding;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing of the library is forgotten: what describe.py says of it, Book, Coding or Codes calls. */
class SurfaceTest {
    private static final Path JAVA = Whole.TREE.resolve("bindings/java/src/main/java/org/libcoding");
    private static final Path QUESTIONS = Whole.BUILD.resolve("bindings/java/generated/org/libcoding/Questions.java");

    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
        entry("date_after", "LocalDate.plusDays"),
        entry("date_before", "LocalDate.minusDays"),
        entry("system_name", "CodeSystem.toString"),
        entry("damage_name", "Damage.toString"),
        entry("rule_name", "Rule.toString"),
        entry("repair_name", "Repair.toString"),
        entry("part_kind_name", "PartKind.toString"),
        entry("severity_name", "Severity.toString"),
        entry("claim_rule_name", "ClaimRule.toString"),
        entry("claim_cure_name", "ClaimCure.toString"),
        entry("claim_kind_name", "ClaimKind.toString"),
        entry("claims_trouble_name", "ClaimsTrouble.toString"),
        entry("visit_family_name", "VisitFamily.toString"),
        entry("mdm_name", "Mdm.toString"),
        entry("visit_answer_name", "VisitAnswer.toString"),
        entry("cc_name", "Cc.toString"),
        entry("cc_reason_name", "CcReason.toString"),
        entry("comorbidity_scheme_name", "ComorbidityScheme.toString"),
        entry("comorbidity_scheme_parse", "ComorbidityScheme.valueOf"),
        entry("comorbidity_state_name", "ComorbidityState.toString"),
        entry("drg_return_name", "DrgReturn.toString"),
        entry("drg_type_name", "DrgType.toString"),
        entry("map_kind_name", "MapKind.toString"),
        entry("ground_name", "Ground.toString"),
        entry("outcome_name", "Outcome.toString"),
        entry("passage_name", "Passage.toString"),
        entry("phrase_kind_name", "PhraseKind.toString"),
        entry("reason_name", "Reason.toString"),
        entry("risk_model_name", "RiskModel.toString"),
        entry("risk_segment_name", "RiskSegment.toString"),
        entry("risk_use_name", "RiskUse.toString"));

    private static String read(Path path) throws IOException {
        return Files.readString(path);
    }

    private static Set<String> find(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult found) -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String surface() throws IOException {
        return read(Whole.BUILD.resolve("bindings/described/surface.json"));
    }

    @Test
    void everyMethodOfBookIsCalled() throws IOException {
        Set<String> there = find("\"name\": \"(\\w+)\",\\s*\"c\": \"coding__room_", surface());
        assertTrue(there.size() >= 45, there.toString());
        String own = read(JAVA.resolve("Book.java")) + read(JAVA.resolve("ClaimQuestions.java"))
            + read(JAVA.resolve("GroupQuestions.java")) + read(QUESTIONS);
        assertEquals(there, find("\\broom(?:\\(\\))?\\.(\\w+)\\(", own));
    }

    @Test
    void everyFunctionThatNeedsNoBookIsCalledOrLeftOutForAReason() throws IOException {
        Set<String> there = find("\"name\": \"(\\w+)\",\\s*\"c\": \"\\w+\",\\s*\"header\": \"\\w+\",\\s*"
            + "\"taken\": true,\\s*\"needs_book\": false", surface());
        assertTrue(there.size() >= 20, there.toString());
        String own = read(JAVA.resolve("Coding.java")) + read(JAVA.resolve("Codes.java"));
        Set<String> called = find("\\bCalls\\.(\\w+)\\(", own);
        called.addAll(LEFT_OUT.keySet());
        assertEquals(there, called);
    }
}
