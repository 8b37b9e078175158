package coding_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"libcoding.org/go/coding"
)

var discharged = coding.On(2025, time.October, 15)

func proposed(read coding.Annotation) []string {
	var codes []string
	for _, proposal := range read.Codes {
		if !proposal.Withheld {
			codes = append(codes, proposal.Code)
		}
	}
	return codes
}

func TestEveryNoteLeadsToTheCodesOfItsRow(t *testing.T) {
	book := open(t)
	for _, row := range rows(t, "notes.tsv", 35) {
		setting := coding.SettingOutpatient
		if row[0] == "inpatient" {
			setting = coding.SettingInpatient
		}
		note := strings.ReplaceAll(row[1], `\n`, "\n")
		said := strings.Join(proposed(must(book.Annotate(note, setting, coding.OnNewest()))), " ")
		if said == "" {
			said = "-"
		}
		judge(t, row, said, row[2])
	}
}

func TestMentionsPointIntoTheNote(t *testing.T) {
	note := "🩺 HPI: denies chest pain.\nA/P: Type 2 DM with CKD stage 3b, on insulin."
	read := must(open(t).Annotate(note, coding.SettingOutpatient, discharged))
	pain := read.Mentions[0]
	if pain.Span.Of(note) != "chest pain" || pain.Cue.Of(note) != "denies" {
		t.Error(pain)
	}
	if pain.Assertion != int(coding.AssertionNegated) {
		t.Error(pain.Assertion)
	}
	if codes := proposed(read); !reflect.DeepEqual(codes, []string{"E11.22", "N18.32", "Z79.4"}) {
		t.Error(codes)
	}
}

func TestEveryPhraseHasTheCharactersOfItsRow(t *testing.T) {
	book := open(t)
	for _, row := range rows(t, "operations.tsv", 25) {
		var codes []string
		for _, one := range must(book.Operate(row[0], coding.On(2025, time.December, 1))) {
			code := one.Code
			if one.Withheld {
				code = "(" + code + ")"
			}
			codes = append(codes, code)
		}
		judge(t, row, joined(codes, " "), row[1])
	}
}

func TestAnOperationHasItsCharactersAndWhatIsOpenItsQuestion(t *testing.T) {
	report := "🩺 PROCEDURE: Appendectomy."
	one := must(open(t).Operate(report, discharged))[0]
	if one.Span.Of(report) != "Appendectomy" || one.Code != "0DTJ_ZZ" || one.Root != "Resection" || len(one.Axes) != 7 {
		t.Error(one)
	}
	approach := one.Axes[4]
	if approach.Ground != coding.GroundOpen || !strings.HasSuffix(approach.Query, "?") || len(approach.Values) < 2 {
		t.Error(approach)
	}
}

// What there is, parted, or a dash.
func joined(said []string, by string) string {
	if len(said) == 0 {
		return "-"
	}
	return strings.Join(said, by)
}

func placed(span coding.Span) string { return fmt.Sprintf("%d+%d", span.Offset, span.Length) }

func TestEveryTextHasThePhrasesOfItsRowInBytes(t *testing.T) {
	book := open(t)
	for _, row := range rows(t, "phrases.tsv", 16) {
		var said, places []string
		found := must(book.Scan(undo(row[1]), row[0] == "whole"))
		for _, one := range found.Phrases {
			said = append(said, one.Kind.String()+":"+joined(strings.Fields(one.Code), ""))
			places = append(places, placed(one.Span))
		}
		judge(t, row, joined(said, " ")+" "+strings.Join(places, " ")+"|"+placed(found.Rest), row[2]+" "+row[3])
	}
}

func TestATextInPiecesHasThePhrasesThatItHasAtOnce(t *testing.T) {
	book := open(t)
	text := strings.Repeat("🩺 Seen for type-II diabetes mellitus. HTN, no multiple sclerosis 🩺.\n", 20)
	said := func(all string, last bool) (codes []string, rest string) {
		found := must(book.Scan(all, last))
		for _, one := range found.Phrases {
			codes = append(codes, one.Code+one.Span.Of(all))
		}
		return codes, found.Rest.Of(all)
	}
	whole, _ := said(text, true)
	var pieces, some []string
	left := ""
	for at := 0; at < len(text); at += 50 {
		past := at + 50
		if past > len(text) {
			past = len(text)
		}
		some, left = said(left+text[at:past], past == len(text))
		pieces = append(pieces, some...)
	}
	if len(whole) < 40 || left != "" || !reflect.DeepEqual(whole, pieces) {
		t.Error(len(whole), len(pieces), left)
	}
}

func classed(book *coding.Book, diagnosis, version string) string {
	if version != "-" {
		diagnosis += " version=" + version
	}
	of, err := book.Ccsr(diagnosis)
	if errors.Is(err, coding.StatusNotInBook) {
		return "not-in-book - -"
	}
	names := []string{}
	for _, one := range of.Categories {
		names = append(names, one.Name)
	}
	said := []string{joined(names, " ")}
	for _, one := range []*coding.CcsrCategory{of.Inpatient, of.Outpatient} {
		if one == nil {
			one = &coding.CcsrCategory{Name: "-"}
		}
		said = append(said, one.Name)
	}
	return strings.Join(said, " ")
}

// The little book of clinical categories, which script/setup makes beside the whole one.
func TestEveryDiagnosisHasTheCategoriesOfItsRow(t *testing.T) {
	book, err := coding.Open(filepath.Join(filepath.Dir(bookPath), "ccsr.book"))
	if err != nil {
		t.Skip(err)
	}
	defer book.Close()
	for _, row := range rows(t, "ccsr.tsv", 14) {
		judge(t, row, classed(book, row[0], row[1]), strings.Join(row[2:5], " "))
	}
	if _, err := book.Ccsr("E11.22 I10"); !errors.Is(err, coding.StatusMisuse) {
		t.Error(err)
	}
}

func withGrouper(t *testing.T) *coding.Book {
	book := open(t)
	if _, err := book.Group("version=431"); err != nil {
		t.Skip(err)
	}
	return book
}

func stayLine(version, written string) string {
	words := strings.SplitN(written+" ", " ", 3)
	sex := "U"
	if words[0] == "M" || words[0] == "F" {
		sex = words[0]
	}
	return fmt.Sprintf("version=%s sex=%s discharge=%s %s", version, sex, words[1], words[2])
}

func TestEveryStayHasTheGroupsOfItsRow(t *testing.T) {
	book := withGrouper(t)
	for _, row := range rows(t, "stays.tsv", 40) {
		is := must(book.Group(stayLine(row[0], row[1])))
		judge(t, row, fmt.Sprintf("%03d %03d", is.First.DRG, is.Last.DRG), row[2])
	}
}

func TestEveryStayHasTheQueriesOfItsRow(t *testing.T) {
	book := withGrouper(t)
	for _, row := range rows(t, "queries.tsv", 14) {
		var said []string
		all := must(book.GroupQueries(stayLine(row[0], row[1])))
		for _, one := range all.Queries {
			codes := one.Reported + " " + one.Code
			said = append(said, fmt.Sprintf("%d %s %v %03d", one.Number, codes, one.Severity, one.DRG))
		}
		judge(t, row, fmt.Sprintf("%03d %s", all.DRG, joined(said, "; ")), row[2]+" "+row[3])
	}
}

func scored(score coding.RiskScore, err error) string {
	if err != nil {
		return "- - -"
	}
	var said []string
	for _, category := range score.Categories {
		if category.LostTo == 0 && !category.Dropped {
			said = append(said, strconv.Itoa(category.Number))
		}
	}
	for _, number := range []int{score.Raw, score.Payment} {
		said = append(said, fmt.Sprintf("%d.%03d", number/1000, number%1000))
	}
	return strings.Join(said, " ")
}

func TestEveryMemberHasTheScoreOfItsRow(t *testing.T) {
	book := open(t)
	if !must(book.RiskHas(coding.RiskModelV28, coding.RiskPlanMa, 2026)) {
		t.Skip("the book has no tables of risk adjustment")
	}
	for _, row := range rows(t, "risk.tsv", 25) {
		year, _ := strconv.Atoi(row[1])
		said := scored(book.Risk(row[2], coding.RiskModelNamed(row[0]), year))
		judge(t, row, said, strings.TrimSpace(strings.Join(row[3:6], " ")))
	}
}

func TestPatientsMembersAndStaysAreLinesOfWords(t *testing.T) {
	book := open(t)
	all := must(book.Comorbidity("J18.9/Y I13.2/Y", coding.ComorbiditySchemeNamed("elixhauser-ahrq")))
	var present []string
	for _, group := range all.Groups {
		if group.State == coding.ComorbidityStatePresent {
			present = append(present, group.Name)
		}
	}
	if !reflect.DeepEqual(present, []string{"HF", "HTN_CX", "RENLFL_SEV"}) || all.Score != 15 {
		t.Error(present, all.Score)
	}
	if use := must(book.Risk("age=72 sex=F Z00.00", coding.RiskModelV28, 2026)).Diagnoses[0].Use; use != coding.RiskUseNoCategory {
		t.Error(use)
	}
	blend := must(book.RiskBlend("age=72 sex=F E11.22", 2025))
	if len(blend.Scores) != 2 || blend.Scores[0].Share+blend.Scores[1].Share != 1000 {
		t.Error(blend)
	}
	stay := "sex=F discharge=01 I21.4 J96.01"
	if severity := must(book.Group(stay, discharged)).Last.Severity.String(); severity != "MCC" {
		t.Error(severity)
	}
	if changes := must(book.GroupWhatIf(stay, discharged)).Changes; len(changes) != 1 || changes[0].DRG != 282 {
		t.Error(changes)
	}
	if must(book.DrgWeight(280, discharged)).Weight <= 1 {
		t.Error("a heart attack weighs nothing")
	}
	if names := must(book.GroupAttributes("I21.4", 430)); len(names) == 0 || names[0] == "" {
		t.Error(names)
	}
	if _, err := book.Group("hospital=far"); !errors.Is(err, coding.StatusMisuse) {
		t.Error(err)
	}
	if coding.CharlsonAgePoints(72) != 3 || coding.RiskModelV28.Title() != "V28" {
		t.Error(coding.CharlsonAgePoints(72), coding.RiskModelV28.Title())
	}
}

func TestCodesLeadIntoOtherSystemsAndYears(t *testing.T) {
	book := open(t)
	mapped := must(book.Map("E11.9", coding.SystemICD9CM, coding.MapStyleGem, coding.In(coding.SystemICD10CM)))
	if !reflect.DeepEqual(mapped.Codes, []string{"250.00"}) || mapped.Kind != coding.MapKindApproximate {
		t.Error(mapped)
	}
	since := time.Date(2016, 10, 1, 0, 0, 0, 0, time.UTC)
	if codes := must(book.MapYears("T81.4XXA", since, discharged)).Codes; len(codes) < 2 || codes[0] != "T81.40XA" {
		t.Error(codes)
	}
	if _, err := book.Map("E11.9", coding.SystemHCPCS, coding.MapStyleGem); !errors.Is(err, coding.StatusNotInBook) {
		t.Error(err)
	}
}
