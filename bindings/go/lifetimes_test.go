package coding_test

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"libcoding.org/go/coding"
)

func answers(book *coding.Book) []any {
	in, on := coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1)
	return []any{
		must(book.Check("G35", in, on)), must(book.Search("sprained left ankle", on)), must(book.Notes("E11.9", in, on)),
		must(book.Find("E11.9", in, on)), must(book.Children("E11", in, on)), must(book.Sevens("S52.501", in, on)),
		must(book.Term("nephrolithiasis")), must(book.Source("E11.9", in, on)), must(book.Editions()),
	}
}

func TestAnswersOutliveTheirBook(t *testing.T) {
	right := answers(open(t))
	var kept [][]any
	for round := 0; round < 200; round++ {
		book := must(coding.Open(bookPath))
		kept = append(kept, answers(book))
		book.Close()
	}
	for _, one := range kept {
		same(t, one, right)
	}
}

func TestAClosedBookSaysSo(t *testing.T) {
	book := must(coding.Open(bookPath))
	same(t, book.Closed(), false)
	for i := 0; i < 2; i++ {
		if err := book.Close(); err != nil {
			t.Error(err)
		}
	}
	same(t, book.Closed(), true)
	_, first := book.Check("E11.9")
	_, second := book.Verdict("E11.9")
	_, third := book.Verdicts([]string{"E11.9"})
	_, fourth := book.Editions()
	for _, err := range []error{first, second, third, fourth, book.Verify()} {
		if !errors.Is(err, coding.ErrClosed) {
			t.Error(err)
		}
		refusal(t, err, coding.StatusMisuse, "closed")
	}
	var never coding.Book
	_, err := never.Check("E11.9")
	same(t, errors.Is(err, coding.ErrClosed), true)
	same(t, []any{never.Close(), never.Closed()}, []any{nil, true})
}

// Asks until the book is closed; answers what is wrong.
func askOn(book *coding.Book, number int) error {
	for {
		rule, err := book.Verdict("E11.9", coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1))
		if err == nil && rule != coding.RuleStands {
			return errors.New("E11.9: " + rule.String())
		}
		if err == nil && number%2 == 0 {
			_, err = book.Search("sprained left ankle")
		}
		if errors.Is(err, coding.ErrClosed) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func TestOneMayCloseWhileOthersAsk(t *testing.T) {
	for round := 0; round < 50; round++ {
		book := must(coding.Open(bookPath))
		var asking sync.WaitGroup
		for number := 0; number < 4; number++ {
			asking.Add(1)
			go func(number int) {
				defer asking.Done()
				if err := askOn(book, number); err != nil {
					t.Error(err)
				}
			}(number)
		}
		if _, err := book.Search("asthma"); err != nil {
			t.Error(err)
		}
		book.Close()
		asking.Wait()
	}
}

// Kilobytes that the process holds.
func held(t *testing.T) int {
	t.Helper()
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip("nothing says here how much memory is held")
	}
	_, rest, _ := strings.Cut(string(text), "VmRSS:")
	number, _ := strconv.Atoi(strings.Fields(rest)[0])
	return number
}

func TestNothingGrows(t *testing.T) {
	book := open(t)
	in, on := coding.In(coding.SystemICD10CM), coding.On(2025, 10, 1)
	ask := func(times int) {
		for i := 0; i < times; i++ {
			must(book.Check("G35", in, on))
			must(book.Verdict("E11.9", in, on))
			if _, err := book.Title("E11.99", in, on); err == nil {
				t.Fatal("E11.99 has a title")
			}
		}
	}
	ask(20000)
	before := held(t)
	ask(100000)
	if after := held(t); after > before+4096 {
		t.Errorf("%d KB held before, %d KB after", before, after)
	}
}
