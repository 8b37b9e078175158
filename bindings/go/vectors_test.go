package coding_test

import (
	"fmt"
	"strings"
	"testing"

	"libcoding.org/go/coding"
)

func printed(parsed coding.Parsed) string {
	if parsed.Code == "" {
		return "-"
	}
	return strings.Join(append([]string{parsed.Code}, parsed.Modifiers...), "-")
}

func damaged(parsed coding.Parsed) string {
	if parsed.Damage == coding.DamageNone {
		return "-"
	}
	return fmt.Sprintf("%v@%d", parsed.Damage, parsed.Span.Offset)
}

func TestEveryTextReadsAsItsRowSays(t *testing.T) {
	for _, row := range rows(t, "parse.tsv", 500) {
		text := undo(row[1])
		parsed := coding.Parse(text, system(t, row[0]))
		judge(t, row, printed(parsed)+" "+damaged(parsed), row[2]+" "+row[3])
		if parsed.Changed != (parsed.Code != "" && text != printed(parsed)) {
			t.Errorf("%q: changed is %v", text, parsed.Changed)
		}
	}
}

func TestEveryCheckDigitAgreesOrIsTold(t *testing.T) {
	for _, row := range rows(t, "identifiers.tsv", 50) {
		parsed := coding.Parse(row[1], system(t, row[0]))
		expected := parsed.Expected
		if expected == "" {
			expected = "-"
		}
		judge(t, row, printed(parsed)+" "+expected, row[2]+" "+row[3])
	}
}

// Rows that speak of HCPCS are not asked of a book without it.
func ofHCPCS(system string) bool {
	return system == "any" || system == "hcpcs" || system == "modifier" || system == "pos"
}

func verdictOf(verdict coding.Verdict) string {
	if verdict.Rule != coding.RuleMalformed {
		return verdict.Rule.String()
	}
	finding := verdict.Findings[0]
	return fmt.Sprintf("malformed %v@%d", finding.Damage, finding.Span.Offset)
}

func TestEveryCodeAndDayIsAnswered(t *testing.T) {
	book := open(t)
	held := must(book.HasSystem(coding.SystemHCPCS))
	for _, row := range rows(t, "check.tsv", 250) {
		if ofHCPCS(row[0]) && !held {
			continue
		}
		in, on := coding.In(system(t, row[0])), day(row[2])
		judge(t, row, verdictOf(must(book.Check(row[1], in, on))), row[3])
		bare := must(book.Verdict(row[1], in, on)).String()
		if row[3] != "other-system" && bare != strings.Fields(row[3])[0] {
			t.Errorf("%q: the bare verdict is %s", row, bare)
		}
		if many := must(book.Verdicts([]string{row[1], row[1]}, in, on)); many[1].String() != bare {
			t.Errorf("%q: one of many is %v, alone it is %s", row, many[1], bare)
		}
	}
}

func TestNearMissesLeadToTheCodesOfTheirRow(t *testing.T) {
	book := open(t)
	held := must(book.HasSystem(coding.SystemHCPCS))
	for _, row := range rows(t, "suggest.tsv", 50) {
		if ofHCPCS(row[0]) && !held {
			continue
		}
		near := must(book.Suggest(undo(row[1]), coding.In(system(t, row[0])), day(row[2])))
		codes, repair := "-", "-"
		if len(near) > 0 {
			codes, repair = firstOf(near), near[0].Repair.String()
		}
		judge(t, row, codes+" "+repair, row[3]+" "+row[4])
	}
}

func firstOf(near []coding.Suggestion) string {
	var codes []string
	for _, one := range near {
		if one.Rank == 0 {
			codes = append(codes, one.Code)
		}
	}
	return strings.Join(codes, " ")
}

func TestEveryWordIsTakenApart(t *testing.T) {
	book := open(t)
	for _, row := range rows(t, "terms.tsv", 100) {
		splits := must(book.Term(row[0]))
		if len(splits) == 0 {
			judge(t, row, "nothing", row[1])
			continue
		}
		var parts []string
		for _, part := range splits[0].Parts {
			parts = append(parts, unknown(part, part.Span.Of(row[0])))
		}
		judge(t, row, strings.Join(parts, "|")+" "+splits[0].Meaning, row[1]+" "+row[2])
	}
}

// A piece that no table explains stands in brackets.
func unknown(part coding.Part, piece string) string {
	if part.Kind == coding.PartKindUnknown {
		return "(" + piece + ")"
	}
	return piece
}

func TestEverySearchFindsItsCodeAmongTheFirstTen(t *testing.T) {
	book := open(t)
	for _, row := range rows(t, "search.tsv", 60) {
		said := "not found"
		for _, hit := range must(book.Search(row[0])) {
			if hit.Code == row[1] {
				said = hit.Code
			}
		}
		judge(t, row, said, row[1])
	}
}

func TestDamageStandsWhereItsRowSays(t *testing.T) {
	for _, row := range rows(t, "spans.tsv", 50) {
		parsed := coding.Parse(undo(row[1]), system(t, row[0]))
		judge(t, row, damaged(parsed), row[2]+"@"+row[3])
	}
}

func TestEvidenceStandsWhereItsRowSays(t *testing.T) {
	book := open(t)
	for _, row := range rows(t, "evidence.tsv", 30) {
		judge(t, row, place(must(book.Search(undo(row[0]))), row[1], row[2]), row[3])
	}
}

// Where the first evidence of a hit stands that has the word.
func place(hits []coding.Hit, code, found string) string {
	for _, hit := range hits {
		for _, evidence := range hit.Evidence {
			if hit.Code == code && evidence.Found == found {
				return fmt.Sprintf("%d+%d", evidence.Span.Offset, evidence.Span.Length)
			}
		}
	}
	return "nowhere"
}
