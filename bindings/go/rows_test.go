package coding_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"libcoding.org/go/coding"
)

// The tree that the tests are of, and its book: bindings/go/test names both.
var (
	tree     = os.Getenv("CODING_TREE")
	bookPath = os.Getenv("CODING_BOOK")
)

var passed, failed atomic.Int64

// A row of tests/vectors is one question; how many were answered right is for the table of languages.
func judge(t *testing.T, row []string, said, right string) {
	t.Helper()
	if said == right {
		passed.Add(1)
		return
	}
	failed.Add(1)
	t.Errorf("%q: %s where %s is right, because: %s", row[:2], said, right, row[len(row)-1])
}

func rows(t *testing.T, name string, least int) [][]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(tree, "tests/vectors", name))
	if err != nil {
		t.Fatal(err)
	}
	var found [][]string
	headed := false
	for _, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		if !strings.HasPrefix(line, "#") {
			if headed {
				found = append(found, strings.Split(line, "\t"))
			}
			headed = true
		}
	}
	if len(found) < least {
		t.Fatalf("%s has %d rows", name, len(found))
	}
	return found
}

// undo gives the bytes of a cell: \xNN is one of them.
func undo(cell string) string {
	var text strings.Builder
	for len(cell) > 0 {
		if strings.HasPrefix(cell, `\x`) {
			number, _ := strconv.ParseUint(cell[2:4], 16, 8)
			text.WriteByte(byte(number))
			cell = cell[4:]
			continue
		}
		text.WriteByte(cell[0])
		cell = cell[1:]
	}
	return text.String()
}

func system(t *testing.T, name string) coding.System {
	t.Helper()
	if strings.HasPrefix(name, "own-") {
		number, _ := strconv.Atoi(name[4:])
		return coding.System(number)
	}
	found := coding.SystemNamed(name)
	if found == coding.SystemAny && name != "any" {
		t.Fatalf("%s is no system", name)
	}
	return found
}

func day(cell string) coding.Option {
	if cell == "0" {
		return coding.OnNewest()
	}
	return coding.OnDay(coding.ParseDay(cell))
}

func open(t testing.TB) *coding.Book {
	t.Helper()
	book, err := coding.Open(bookPath)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

// must is for answers that are there whatever is asked.
func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func TestMain(m *testing.M) {
	code := m.Run()
	if passed.Load()+failed.Load() > 0 {
		version := strings.TrimPrefix(runtime.Version(), "go")
		fmt.Printf("vectors\tGo %s\t%d\t%d\t%s\n", version, passed.Load(), failed.Load(), pace)
	}
	os.Exit(code)
}
