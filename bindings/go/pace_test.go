package coding_test

import (
	"fmt"
	"math/rand"
	"testing"
	"time"

	"libcoding.org/go/coding"
)

// Nanoseconds of one verdict, for the table of languages: the quickest of a million, by rounds.
var pace = "-"

// Every billable code of a day, shuffled.
func billable(t testing.TB, book *coding.Book) []string {
	t.Helper()
	in, on := coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1)
	var codes []string
	for _, root := range must(book.Roots(coding.SystemICD10CM, on)) {
		if root.Rule == coding.RuleStands {
			codes = append(codes, root.Code)
		}
		for _, entry := range must(book.BillableBelow(root.Code, in, on)) {
			codes = append(codes, entry.Code)
		}
	}
	rand.New(rand.NewSource(1)).Shuffle(len(codes), func(i, j int) { codes[i], codes[j] = codes[j], codes[i] })
	return codes
}

func TestEveryBillableCodeStandsAndHowLongAVerdictTakes(t *testing.T) {
	book := open(t)
	codes := billable(t, book)
	if len(codes) < 70000 {
		t.Fatalf("%d codes are billable", len(codes))
	}
	least := time.Hour
	for round := 0; round < 14; round++ {
		start := time.Now()
		for _, code := range codes {
			rule, err := book.Verdict(code, coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1))
			if err != nil || rule != coding.RuleStands {
				t.Fatal(code, rule, err)
			}
		}
		if took := time.Since(start); took < least {
			least = took
		}
	}
	pace = fmt.Sprintf("%.0f", float64(least.Nanoseconds())/float64(len(codes)))
	for i, rule := range must(book.Verdicts(codes, coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1))) {
		if rule != coding.RuleStands {
			t.Fatal(codes[i], rule)
		}
	}
}

func BenchmarkVerdict(b *testing.B) {
	book := open(b)
	codes := billable(b, book)
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		must(book.Verdict(codes[i%len(codes)], coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1)))
	}
}

func BenchmarkVerdictsOfOneCode(b *testing.B) {
	book := open(b)
	codes := billable(b, book)
	b.ResetTimer()
	for done := 0; done < b.N; {
		some := codes
		if b.N-done < len(some) {
			some = some[:b.N-done]
		}
		must(book.Verdicts(some, coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1)))
		done += len(some)
	}
}

func BenchmarkCheck(b *testing.B) {
	book := open(b)
	codes := billable(b, book)
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		must(book.Check(codes[i%len(codes)], coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1)))
	}
}

func BenchmarkCheckWithAFinding(b *testing.B) {
	book := open(b)
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		must(book.Check("G35", coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1)))
	}
}

func BenchmarkSearchOfTenHits(b *testing.B) {
	book := open(b)
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		must(book.Search("sprained left ankle"))
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		coding.Parse("e119", coding.SystemICD10CM)
	}
}
