package coding_test

import (
	"errors"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"libcoding.org/go/coding"
)

const claimLine = "professional 2024-07-15 F 45 | dx K63.5 | 45385 | 45378 $100"

var claimDay = time.Date(2024, 7, 15, 0, 0, 0, 0, time.UTC)

func partName(part coding.ClaimPart, number int) string {
	if number == 0 {
		return "claim"
	}
	return []string{"claim", "dx", "pcs", "line"}[part] + " " + strconv.Itoa(number)
}

// denial line 2 modifier with line 1
func printedFinding(f coding.ClaimFinding) string {
	if f.Verdict == coding.RuleNotChecked && f.Rule != coding.ClaimRuleCode {
		return "unchecked"
	}
	text := f.Severity.String() + " " + partName(f.Part, f.Number) + " " + f.Cure.String()
	if f.PartnerNumber != 0 {
		text += " with " + partName(f.PartnerPart, f.PartnerNumber)
	}
	return text
}

// A wanted finding may end in ~ and a piece of its sentence.
func isWanted(f coding.ClaimFinding, wanted string) bool {
	says, piece, _ := strings.Cut(wanted, "~")
	return printedFinding(f) == strings.TrimRight(says, " ") && strings.Contains(f.Text, strings.TrimSpace(piece))
}

func judgedClaim(review coding.Review, rule, wanted string) string {
	var found []coding.ClaimFinding
	var said []string
	for _, finding := range review.Findings {
		if finding.Rule.String() == rule {
			found = append(found, finding)
			said = append(said, printedFinding(finding)+" ~"+finding.Text)
		}
	}
	var wants []string
	if wanted != "-" {
		wants = strings.Split(wanted, "; ")
	}
	right := len(wants) == len(found)
	for i := 0; right && i < len(wants); i++ {
		right = isWanted(found[i], wants[i])
	}
	if right {
		return wanted
	}
	return strings.Join(append(said, "-"), "; ")
}

func isUnasked(review coding.Review, rule string) bool {
	for _, one := range review.Unasked {
		if one.String() == rule {
			return true
		}
	}
	return false
}

func TestEveryRuleSaysOfAClaimWhatItsRowsWant(t *testing.T) {
	book := open(t)
	if isUnasked(must(book.Review(claimLine)), "ncci-ptp") {
		t.Skip("the book was made without the official releases")
	}
	for _, row := range rows(t, "claims.tsv", 120) {
		review := must(book.Review(row[1]))
		judge(t, row, judgedClaim(review, row[0], row[2]), row[2])
	}
}

func TestAClaimIsReviewedByItsFields(t *testing.T) {
	book := open(t)
	claim := coding.Claim{First: claimDay, Sex: coding.SexFemale, Age: "45",
		Diagnoses: []coding.Diagnosis{{Code: "K63.5"}},
		Lines:     []coding.ClaimLine{{Code: "45385"}, {Code: "45378", Charge: 10000}}}
	review := must(book.Review(claimLine))
	same(t, reflect.DeepEqual(must(book.Review(must(claim.Line()))), review), true)
	if isUnasked(review, "ncci-ptp") {
		t.Skip("the book lacks the tables of pair edits")
	}
	same(t, review.Stands(), false)
	same(t, review.AtStake, 10000)
	first := review.Findings[0]
	same(t, first.Rule, coding.ClaimRulePTP)
	same(t, first.Code+" "+first.Other, "45378 45385")
	alone := must(book.Review(claimLine, coding.Rules(coding.ClaimRulePTP), coding.WithoutNotes(), coding.WithoutMoney()))
	same(t, len(alone.Asked)+len(alone.Findings), 2)
	same(t, first.Rule.Title(), "NCCI procedure-to-procedure edits")
	if _, err := book.Review("nothing"); err == nil {
		t.Error("that is no claim")
	}
}

func TestAFileIsItsClaimsAndItsTrouble(t *testing.T) {
	book := open(t)
	items := must(book.ReviewFile("claim,kind,first,sex,age,diagnoses,code,charge\n" +
		"A-1,professional,2024-07-15,F,45,K63.5,45385,\nA-1,,,,,,45378,100.00\n" +
		"A-2,no kind,2024-07-15,F,45,K63.5,45378,\n"))
	same(t, items[0].ID, "A-1")
	same(t, items[0].Trouble, coding.ClaimsTroubleFine)
	same(t, reflect.DeepEqual(items[0].Review.Findings, must(book.Review(claimLine)).Findings), true)
	same(t, items[1].Trouble, coding.ClaimsTroubleCell)
	same(t, items[1].Segment, "kind")
}

func TestAClaimIsWrittenAsItsLineAndNothingLeavesItsPlace(t *testing.T) {
	line := coding.ClaimLine{Code: "45378", Modifiers: []string{"59", "XS"}, Units: 2, Charge: 85005, First: claimDay,
		Pointers: []int{1, 2}, NDC: "00002759701"}
	claim := coding.Claim{Kind: coding.ClaimKindInpatient, First: claimDay, Last: claimDay, Age: "0", ID: "A-1",
		Diagnoses:  []coding.Diagnosis{{"E11.9", coding.POAYes}},
		Procedures: []coding.Procedure{{"0DTJ4ZZ", claimDay}},
		Lines:      []coding.ClaimLine{line, {Revenue: "0450"}}}
	same(t, must(claim.Line()), "inpatient 2024-07-15..2024-07-15 0 id=A-1 | dx E11.9/Y | pcs 0DTJ4ZZ@2024-07-15"+
		" | 45378-59-XS x2 @2024-07-15 >1,2 $850.05 ndc=00002759701 | - rev=0450")
	for _, wrong := range []string{"K63.5 | 45378", "a b", "a|", "a\tb", "a\x00b"} {
		for _, broken := range []coding.Claim{
			{Diagnoses: []coding.Diagnosis{{Code: wrong}}}, {Procedures: []coding.Procedure{{Code: wrong}}},
			{ID: wrong}, {Age: wrong}, {Lines: []coding.ClaimLine{{Code: wrong}}},
			{Lines: []coding.ClaimLine{{Code: "1", NDC: wrong}}},
			{Lines: []coding.ClaimLine{{Code: "1", Modifiers: []string{wrong}}}},
		} {
			if text, err := broken.Line(); err == nil {
				t.Errorf("%q", text)
			}
		}
	}
	for _, broken := range []coding.Claim{
		{Diagnoses: []coding.Diagnosis{{Code: "E11.9/Y"}}}, {Diagnoses: []coding.Diagnosis{{}}}, {Charge: -1},
		{Last: claimDay}, {Lines: []coding.ClaimLine{{Code: "dx"}}}, {Lines: []coding.ClaimLine{{Code: "1", Units: -1}}},
		{Lines: []coding.ClaimLine{{Code: "1", Modifiers: []string{"5-2"}}}},
	} {
		if text, err := broken.Line(); err == nil {
			t.Errorf("%q", text)
		}
	}
}

func TestTheLevelOfAVisitIsJudged(t *testing.T) {
	book := open(t)
	record := "office-established billed=99215 minutes=38 stable_chronic=2 risk=moderate"
	level := must(book.Visit(record, coding.On(2024, 7, 15)))
	same(t, level.MDM, coding.MDMModerate)
	same(t, level.Code, "99214")
	same(t, level.Answer, coding.VisitAnswerOvercoded)
	same(t, must(book.VisitFamily("99213", coding.On(2024, 7, 15))), coding.VisitFamilyOfficeEstablished)
	_, err := book.Visit("office-established minutes=20", coding.On(1990, 1, 1))
	same(t, errors.Is(err, coding.StatusNotInBook), true)
}

func TestSamplesAndEstimatesAreThoseOfTheirNumbers(t *testing.T) {
	book := open(t)
	same(t, reflect.DeepEqual(must(book.Sample(100, 5, 7)), []int{33, 56, 74, 86, 87}), true)
	strata := []coding.Stratum{{100, 3, 5, 20, 4}, {50, 9, 5, 30, 9}}
	same(t, reflect.DeepEqual(must(book.SampleStrata(strata, 20)), []int{8, 12}), true)
	same(t, must(book.EstimateStrata(strata, 0.9)).Point, 3500.0)
	estimate := must(book.Estimate([]float64{0, 100, 50.5, 1e3}, 100, 0.9))
	same(t, estimate.Point, 28762.5)
	same(t, estimate.Found, 3)
	same(t, coding.SampleSize(1000, 50, 5, 0.9), 213)
}
