package coding

import (
	"math"
	"time"
)

// An Option says more about a question: On, In and so on. One that a question has no use for is an error.
type Option struct {
	kind        optionKind
	number      uint32
	mask        uint64
	first, last string
}

type optionKind uint

const (
	anyDay optionKind = 1 << iota
	anySystem
	anyCount
	anySkip
	anyBillable
	anyRange
	anyRules
	noNotes
	noMoney
)

var optionNames = map[optionKind]string{
	anyDay: "On", anySystem: "In", anyCount: "Count", anySkip: "Skip", anyBillable: "BillableOnly", anyRange: "Within",
	anyRules: "Rules", noNotes: "WithoutNotes", noMoney: "WithoutMoney",
}

// Days of the library that are none of the calendar.
const (
	today  = math.MaxUint32 // or the newest edition where none reaches today
	newest = 0
	noDay  = math.MaxUint32 - 1
)

// On names the day of service. Without it the day is today, or the newest edition where none reaches today.
func On(year int, month time.Month, day int) Option {
	return Option{kind: anyDay, number: dayNumber(year, month, day)}
}

// OnDay names the day of service: the day that the time is in its own place.
func OnDay(t time.Time) Option {
	return On(t.Date())
}

// OnNewest asks about the first day of the newest edition of the code's system.
func OnNewest() Option { return Option{kind: anyDay, number: newest} }

// In names the system. Without it the library finds out.
func In(system System) Option { return Option{kind: anySystem, number: uint32(system)} }

// Count says how many answers are wanted at most; without it 10.
func Count(count int) Option { return Option{kind: anyCount, number: natural(count)} }

// Skip passes over that many hits, for pages.
func Skip(count int) Option { return Option{kind: anySkip, number: natural(count)} }

// BillableOnly leaves headers out.
func BillableOnly() Option { return Option{kind: anyBillable} }

// Within keeps to a printed range of codes, and everything below the last.
func Within(first, last string) Option { return Option{kind: anyRange, first: first, last: last} }

// Rules asks these rules of a claim alone.
func Rules(rules ...ClaimRule) Option {
	option := Option{kind: anyRules}
	for _, rule := range rules {
		option.mask |= 1 << rule
	}
	return option
}

// WithoutNotes leaves out findings that are no more than notes.
func WithoutNotes() Option { return Option{kind: noNotes} }

// WithoutMoney leaves out how payment will be reduced.
func WithoutMoney() Option { return Option{kind: noMoney} }

func natural(count int) uint32 {
	if count < 0 {
		return 0
	}
	if count > math.MaxInt32 {
		return math.MaxInt32
	}
	return uint32(count)
}

// The number that reads as the day: 20251001.
func dayNumber(year int, month time.Month, day int) uint32 {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return noDay
	}
	return uint32(year*10000 + int(month)*100 + day)
}

func daysIn(year int, month time.Month) int {
	switch {
	case month == time.February && year%4 == 0 && (year%100 != 0 || year%400 == 0):
		return 29
	case month == time.February:
		return 28
	case month == time.April || month == time.June || month == time.September || month == time.November:
		return 30
	}
	return 31
}

// What the options of one question come to.
type settled struct {
	system, on, count, skip uint32
	billableOnly            bool
	first, last             string
	rules                   uint64
	withoutNotes            bool
	withoutMoney            bool
}

const usualCount = 10

func settle(takes optionKind, options []Option) (settled, error) {
	s := settled{on: today, count: usualCount}
	for i := range options {
		o := &options[i]
		if o.kind&takes == 0 {
			return s, &Error{StatusMisuse, "this question takes no such option", optionNames[o.kind]}
		}
		switch o.kind {
		case anyDay:
			s.on = o.number
		case anySystem:
			s.system = o.number
		case anyCount:
			s.count = o.number
		case anySkip:
			s.skip = o.number
		case anyBillable:
			s.billableOnly = true
		case anyRange:
			s.first, s.last = o.first, o.last
		case anyRules:
			s.rules = o.mask
		case noNotes:
			s.withoutNotes = true
		case noMoney:
			s.withoutMoney = true
		}
	}
	if s.on == noDay {
		return s, &Error{StatusMisuse, "no day of the calendar", "On"}
	}
	return s, nil
}
