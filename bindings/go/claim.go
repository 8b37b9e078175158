package coding

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Claim by its fields; Line writes what Book.Review takes. Charges are cents. What has its zero value is not said.
type Claim struct {
	Kind        ClaimKind
	First, Last time.Time // Days of service, or of the stay.
	Born        time.Time
	Age         string // Whole years; "0" is a newborn's.
	Sex         Sex
	ID          string
	Provider    string // NPI.
	Discharge   string // Patient discharge status, "01".
	Bill        string // Type of bill, "0131".
	Place       string // Place of service of lines that name none, "11".
	Charge      int
	Diagnoses   []Diagnosis
	Admitting   []Diagnosis
	Reasons     []Diagnosis
	Causes      []Diagnosis
	Procedures  []Procedure
	Lines       []ClaimLine
}

// A Diagnosis of a claim.
type Diagnosis struct {
	Code string
	POA  POA
}

// A Procedure of a stay; without a day it is the claim's first.
type Procedure struct {
	Code string
	On   time.Time
}

// A ClaimLine is a service; without a code it has a revenue code alone.
type ClaimLine struct {
	Code        string
	Modifiers   []string
	Units       float64
	Charge      int
	First, Last time.Time
	Pointers    []int // Numbers of diagnoses, from 1.
	Place       string
	Revenue     string
	Provider    string
	NDC         string
}

// Writes words, and keeps the first that would break out of its place.
type claimWriter struct {
	text strings.Builder
	err  error
}

func (w *claimWriter) word(front, value, marks string) {
	held := func(letter rune) bool { return letter <= ' ' || letter == '|' || strings.ContainsRune(marks, letter) }
	if w.err == nil && (value == "" || strings.IndexFunc(value, held) >= 0) {
		w.err = &Error{StatusMisuse, "it is one word without blanks, | and " + marks, strconv.Quote(value)}
	}
	w.text.WriteString(front + value)
}

func (w *claimWriter) key(key, value string) {
	if value != "" {
		w.word(" "+key, value, "")
	}
}

func (w *claimWriter) cents(key string, cents int) {
	if cents < 0 && w.err == nil {
		w.err = &Error{StatusMisuse, "a charge is not negative", strconv.Itoa(cents)}
	}
	if cents != 0 {
		w.key(key, fmt.Sprintf("%d.%02d", cents/100, cents%100))
	}
}

func (w *claimWriter) day(front string, day time.Time) {
	if !day.IsZero() {
		w.word(front, day.Format("2006-01-02"), "")
	}
}

func (w *claimWriter) days(front string, first, last time.Time) {
	w.day(front, first)
	w.day("..", last)
	if first.IsZero() && !last.IsZero() && w.err == nil {
		w.err = &Error{StatusMisuse, "a last day needs a first", "Last"}
	}
}

func (w *claimWriter) diagnoses(head string, all []Diagnosis) {
	if len(all) > 0 {
		w.text.WriteString(" | " + head)
	}
	for _, one := range all {
		w.word(" ", one.Code, "/")
		w.text.WriteString([]string{"", "/Y", "/N", "/U", "/W"}[one.POA%5])
	}
}

func (w *claimWriter) procedures(all []Procedure) {
	if len(all) > 0 {
		w.text.WriteString(" | pcs")
	}
	for _, one := range all {
		w.word(" ", one.Code, "@")
		w.day("@", one.On)
	}
}

func (w *claimWriter) code(code string) {
	switch strings.ToLower(code) {
	case "":
		code = "-"
	case "dx", "admit", "reason", "cause", "pcs":
		w.err = &Error{StatusMisuse, "it is no code of a line", code}
	}
	w.word(" | ", code, "")
}

func (w *claimWriter) line(line *ClaimLine) {
	w.code(line.Code)
	for _, one := range line.Modifiers {
		w.word("-", one, "-")
	}
	if line.Units != 0 {
		w.word(" x", strconv.FormatFloat(line.Units, 'f', -1, 64), "-")
	}
	w.days(" @", line.First, line.Last)
	for i, one := range line.Pointers {
		w.word(pointerFront(i), strconv.Itoa(one), "-")
	}
	w.cents("$", line.Charge)
	w.key("pos=", line.Place)
	w.key("rev=", line.Revenue)
	w.key("npi=", line.Provider)
	w.key("ndc=", line.NDC)
}

func (w *claimWriter) head(c *Claim) {
	w.text.WriteString(c.Kind.String())
	w.days(" ", c.First, c.Last)
	w.key("", []string{"", "M", "F"}[c.Sex%3])
	w.key("", c.Age)
	w.day(" born=", c.Born)
	w.cents("charge=", c.Charge)
	w.key("status=", c.Discharge)
	w.key("bill=", c.Bill)
	w.key("pos=", c.Place)
	w.key("id=", c.ID)
	w.key("npi=", c.Provider)
}

// Line is the claim in its short form. A value that would break out of its place is an error.
func (c Claim) Line() (string, error) {
	var w claimWriter
	w.head(&c)
	w.diagnoses("dx", c.Diagnoses)
	w.diagnoses("admit", c.Admitting)
	w.diagnoses("reason", c.Reasons)
	w.diagnoses("cause", c.Causes)
	w.procedures(c.Procedures)
	for i := range c.Lines {
		w.line(&c.Lines[i])
	}
	if w.err != nil {
		return "", w.err
	}
	return w.text.String(), nil
}

func pointerFront(place int) string {
	if place == 0 {
		return " >"
	}
	return ","
}
