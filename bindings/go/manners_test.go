package coding_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"libcoding.org/go/coding"
)

func refusal(t *testing.T, err error, status coding.Status, words string) {
	t.Helper()
	if !errors.Is(err, status) || !strings.Contains(err.Error(), words) {
		t.Errorf("%v (%T) where %v is right: %s", err, err, status, words)
	}
}

func same(t *testing.T, said, right any) {
	t.Helper()
	if !reflect.DeepEqual(said, right) {
		t.Errorf("%v where %v is right", said, right)
	}
}

func TestAWrongCodeIsAnAnswer(t *testing.T) {
	book := open(t)
	verdict := must(book.Check("G35", coding.On(2025, 10, 1)))
	same(t, verdict.Stands(), false)
	same(t, verdict.Rule, coding.RuleHeader)
	same(t, verdict.On, time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC))
	same(t, verdict.Instead[0], "G35.A")
	finding := verdict.Findings[0]
	same(t, finding.Day, time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC))
	if !strings.HasPrefix(finding.String(), "G35: not billable since 2025-10-01") || finding.Source.Release == "" {
		t.Error(finding)
	}
	same(t, must(book.Check("E11.9", coding.On(2025, 10, 1))).Stands(), true)
}

func TestTextIsGos(t *testing.T) {
	book := open(t)
	verdict := must(book.Check("E11\x00.9", coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1)))
	same(t, verdict.Findings[0].Span, coding.Span{Offset: 3, Length: 1})
	verdict = must(book.Check("Ｅ１１.９%", coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1)))
	same(t, verdict.Findings[0].Span.Of("Ｅ１１.９%"), "%")
	same(t, must(book.Check("", coding.In(coding.SystemICD10CM))).Findings[0].Damage, coding.DamageEmpty)
	same(t, must(book.Check("E11.9\xC3", coding.In(coding.SystemICD10CM))).Findings[0].Damage, coding.DamageNotUTF8)
	same(t, must(book.Verdict("E11\x009", coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1))), coding.RuleMalformed)
	same(t, len(must(book.Search(""))), 0)
	_, err := book.Search("asthma \xFF")
	refusal(t, err, coding.StatusNotUTF8, "UTF-8")
	hits := must(book.Search("😀 diabets mellitus"))
	same(t, hits[0].Evidence[0].Span.Of("😀 diabets mellitus"), "diabets")
}

func TestWhatMayBeMissingIsAZeroValue(t *testing.T) {
	book := open(t)
	same(t, must(book.Find("E11.99")), (*coding.Entry)(nil))
	same(t, must(book.Parent("E11")), (*coding.Entry)(nil))
	same(t, must(book.Entry(-1)), (*coding.Entry)(nil))
	same(t, must(book.Source("E11.9", coding.In(coding.SystemICD10CM), coding.On(1999, 1, 1))), (*coding.Source)(nil))
	same(t, must(book.Newest(coding.System(64))).IsZero(), true)
	same(t, must(book.Rows(coding.System(64))), coding.Rows{})
	same(t, must(book.Titles("Z79.4")), []coding.Title(nil))
	same(t, coding.Code(0).String(), "")
	same(t, coding.ParseDay("2025-02-30").IsZero(), true)
}

func TestAQuestionThatCannotBePutIsAnError(t *testing.T) {
	book := open(t)
	_, err := book.Title("E11.99")
	refusal(t, err, coding.StatusNotInBook, "E11.99: no such code in this book")
	_, err = book.POAExempt("E11.9", coding.On(2001, 1, 1))
	refusal(t, err, coding.StatusNotInBook, "")
	_, err = book.Check("E11.9", coding.On(2025, 2, 30))
	refusal(t, err, coding.StatusMisuse, "no day of the calendar")
	_, err = book.Check("E11.9", coding.Count(3))
	refusal(t, err, coding.StatusMisuse, "Count")
	_, err = book.Find("E11.9", coding.Within("A00", "B99"))
	refusal(t, err, coding.StatusMisuse, "Within")
	var told *coding.Error
	if !errors.As(err, &told) || told.Status.String() != "misuse" {
		t.Error(err)
	}
}

func TestABookThatIsNotThereOrDamagedSaysSo(t *testing.T) {
	folder := t.TempDir()
	_, err := coding.Open(filepath.Join(folder, "none.book"))
	refusal(t, err, coding.StatusNoFile, "none.book")
	_, err = coding.Open("us.book\x00")
	refusal(t, err, coding.StatusNoFile, "NUL")
	whole, err := os.ReadFile(bookPath)
	if err != nil {
		t.Fatal(err)
	}
	other := []byte(strings.Repeat("no book ", 100))
	for name, bytes := range map[string][]byte{"empty": nil, "short": whole[:100], "other": other} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err = coding.Open(path)
		refusal(t, err, coding.StatusNotABook, "")
	}
	cut := filepath.Join(folder, "cut")
	if err := os.WriteFile(cut, whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if book, err := coding.Open(cut); err == nil { // it knows less, and says so when it is read whole
		defer book.Close()
		err = book.Verify()
		refusal(t, err, coding.StatusNotABook, "")
	}
	if err := open(t).Verify(); err != nil {
		t.Error(err)
	}
}

func TestOptionsSayWhatTheyMean(t *testing.T) {
	book := open(t)
	evening := time.Date(2025, 9, 30, 23, 0, 0, 0, time.FixedZone("", -5*3600)) // in Greenwich it is October
	same(t, must(book.Verdict("G35", coding.OnDay(evening))), coding.RuleStands)
	same(t, must(book.Verdict("G35", coding.OnNewest())), coding.RuleHeader)
	same(t, must(book.Verdict("401.9", coding.In(coding.SystemICD9CM))), coding.RuleStands)
	same(t, len(must(book.Search("fracture", coding.Count(3)))), 3)
	same(t, must(book.Search("fracture", coding.Count(3), coding.Skip(1)))[0], must(book.Search("fracture"))[1])
	for _, hit := range must(book.Search("fracture", coding.Within("S50", "S59"), coding.BillableOnly())) {
		if hit.Code < "S50" || hit.Code >= "S60" {
			t.Error(hit.Code)
		}
	}
	same(t, len(must(book.Search("fracture", coding.Count(-1)))), len(must(book.Search("fracture", coding.Count(0)))))
}

func TestWhatTheBookSaysOfACode(t *testing.T) {
	book := open(t)
	in, on := coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1)
	entry := must(book.Find("e119", in, on))
	same(t, *entry, coding.Entry{Code: "E11.9", System: coding.SystemICD10CM, Rule: coding.RuleStands, Parent: "E11",
		Title: "Type 2 diabetes mellitus without complications", Row: entry.Row})
	same(t, must(book.Entry(entry.Row, on)), entry)
	same(t, must(book.FindLongest("E11.99", coding.SystemICD10CM, on)), entry)
	same(t, must(book.Title("E11.9", in, on)), entry.Title)
	same(t, must(book.ShortTitle("E11.9", in)), entry.Title)
	same(t, must(book.Parent("E11.9", in, on)).Code, "E11")
	same(t, must(book.Children("E11", in, on))[0].Code, "E11.0")
	same(t, len(must(book.BillableBelow("E11", in, on))), 87)
	same(t, len(must(book.Ancestors("E11.311", in, on))), 3)
	periods := must(book.Periods("G35", in))
	same(t, []bool{periods[0].Billable, periods[1].Billable}, []bool{true, false})
	same(t, must(book.Notes("E11.9", in, on))[0].Holder, "E11")
	same(t, must(book.Sevens("S52.501", in, on))[0].Code, "S52.501A")
	same(t, must(book.Blocks("E11.9", in))[1].Name, "Chapter 4")
	same(t, must(book.Successors("G35", in, on))[0], "G35.A")
	same(t, must(book.Source("E11.9", in, on)).Release, "ICD-10-CM FY2026")
	same(t, must(book.IsBelow("E11.9", "E11")), true)
	same(t, must(book.IsBelow("E11", "E11.9")), false)
	same(t, must(book.IsWithin("C4A.9", "C43", "C44")), true)
	same(t, must(book.IsWithin("C45", "C43", "C44", in)), false)
}

func TestWhatMayFollowAndWhatTheBookIs(t *testing.T) {
	book := open(t)
	on := coding.On(2025, 10, 1)
	same(t, len(must(book.Complete("E11", coding.SystemICD10CM, on, coding.Count(2)))), 2)
	values := must(book.ValuesAfter("0DTJ", coding.SystemICD10PCS, on))
	same(t, []string{values.Axis, values.Values[0].Label}, []string{"Approach", "Open"})
	same(t, must(book.CompleteWords("diabetes mell", coding.Count(1)))[0].Word, "mellitus")
	same(t, must(book.TermCodes("nephrolithiasis", coding.Count(1)))[0].Code, "N20.0")
	same(t, must(book.Identify("E11.9", on))[0].System, coding.SystemICD10CM)
	same(t, must(book.Roots(coding.SystemICD10CM, on))[0].Code, "A00")
	same(t, must(book.AllBlocks(coding.SystemICD10CM))[0].Name, "Chapter 1")
	same(t, must(book.System("ICD10CM")), coding.SystemICD10CM)
	same(t, must(book.SystemName(coding.SystemICD10CM)), "icd10cm")
	same(t, must(book.HasSystem(coding.System(64))), false)
	rows := must(book.Rows(coding.SystemICD10CM))
	same(t, rows.Past-rows.First > 90000, true)
	info, err := os.Stat(bookPath)
	if err != nil {
		t.Fatal(err)
	}
	same(t, int64(must(book.Size())), info.Size())
	same(t, must(book.Sections())[0].Name, "text")
	same(t, len(must(book.Origins())) > 0, true)
	editions := must(book.Editions())
	same(t, editions[0].First, time.Date(2015, 10, 1, 0, 0, 0, 0, time.UTC))
	same(t, must(book.Newest(coding.SystemICD9CM)), time.Date(2014, 10, 1, 0, 0, 0, 0, time.UTC))
}

func TestACodeIsANumberThatCanBeTakenApart(t *testing.T) {
	code := coding.Parse("e119", coding.SystemICD10CM).Number
	same(t, []string{code.String(), code.Bare(), code.Prefix(3).String()}, []string{"E11.9", "E119", "E11"})
	same(t, code.System(), coding.SystemICD10CM)
	same(t, code.System().Title(), "ICD-10-CM")
	same(t, []int{code.Length(), int(code.Character(3)), int(code.Character(4))}, []int{4, '9', 0})
	same(t, code.Prefix(3).Append('9'), code)
	same(t, coding.Parse("99213", coding.SystemCPT).Number.CPTCategory(), coding.CPTCategory1)
	same(t, coding.Parse("00002-7597-01", coding.SystemNDC).Number.NDC(coding.NDCForm442), "0002-7597-01")
	same(t, coding.DamageComma.Sentence(), "a comma where the dot belongs")
	same(t, coding.System(64).String(), "own-64")
	same(t, []string{coding.RuleNo7th.String(), coding.RepairSeventh.String()}, []string{"no-7th", "7th"})
	same(t, coding.PCSAxis('0', 5), "Approach")
	same(t, coding.Today().Year() >= 2024, true)
	same(t, coding.Version() != "", true)
}
