package coding

import (
	"encoding/binary"
	"math"
	"time"

	"libcoding.org/go/coding/internal/native"
)

// An answer as bytes, in the order of its fields (bindings/parcel.h). Its texts are pieces of one string, which lives
// as long as one of them.
type parcel struct {
	rest string
}

func (p *parcel) take(length int) string {
	taken := p.rest[:length]
	p.rest = p.rest[length:]
	return taken
}

func (p *parcel) uint32() uint32 {
	s := p.take(4)
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func (p *parcel) uint64() uint64 {
	low := uint64(p.uint32())
	return low | uint64(p.uint32())<<32
}

func (p *parcel) text() string {
	length := p.uint32()
	if length == 0 {
		return ""
	}
	return p.take(int(length - 1))
}

func (p *parcel) letter() string {
	letter := p.uint32()
	if letter == 0 {
		return ""
	}
	return string(rune(letter))
}

func (p *parcel) day() time.Time {
	return dayOf(p.uint32())
}

func (p *parcel) code() string    { return p.text() }
func (p *parcel) flag() bool      { return p.take(1) != "\x00" }
func (p *parcel) count() int      { return int(p.real()) }
func (p *parcel) number() Code    { return Code(p.uint64()) }
func (p *parcel) real() float64   { return math.Float64frombits(p.uint64()) }
func (p *parcel) span() Span      { return Span{int(p.uint32()), int(p.uint32())} }
func (p *parcel) counts() []int   { return list(p, (*parcel).count) }
func (p *parcel) codes() []string { return list(p, (*parcel).code) }

func list[T any](p *parcel, read func(*parcel) T) []T {
	count := int(p.uint32())
	if count == 0 {
		return nil
	}
	items := make([]T, count)
	for i := range items {
		items[i] = read(p)
	}
	return items
}

func member[E ~uint32](p *parcel) E { return E(p.uint32()) }

func maybe[T any](p *parcel, read func(*parcel) T) *T {
	if !p.flag() {
		return nil
	}
	value := read(p)
	return &value
}

// Readers of whole answers, which are told to be there before they follow.

func one[T any](read func(*parcel) T) func(*parcel) T {
	return func(p *parcel) T {
		var value T
		if p.flag() {
			value = read(p)
		}
		return value
	}
}

func oneOrNone[T any](read func(*parcel) T) func(*parcel) *T {
	return func(p *parcel) *T { return maybe(p, read) }
}

func many[T any](read func(*parcel) T) func(*parcel) []T {
	return one(func(p *parcel) []T { return list(p, read) })
}

// Plain values of Book come as numbers.

func flagNumber(p *parcel) bool       { return p.uint64() != 0 }
func intNumber(p *parcel) int         { return int(p.uint64()) }
func dayNumbered(p *parcel) time.Time { return dayOf(uint32(p.uint64())) }

func dayOf(number uint32) time.Time {
	if number == 0 || number >= noDay {
		return time.Time{}
	}
	return time.Date(int(number/10000), time.Month(number/100%100), int(number%100), 0, 0, 0, 0, time.UTC)
}

// answered takes a reply from C: its status, then the answer or the reason why there is none (bindings/go/reply.h).
func answered[T any](reply []byte, read func(*parcel) T) (T, error) {
	var none T
	status := Status(binary.LittleEndian.Uint32(reply))
	p := parcel{string(reply[4:])}
	native.Free(reply)
	if status == StatusOK {
		return read(&p), nil
	}
	reason := p.text()
	return none, &Error{status, reason, p.text()}
}

// certain reads an answer that has no reason not to be there but memory, without which Go stops, too.
func certain[T any](reply []byte, read func(*parcel) T) T {
	value, err := answered(reply, read)
	if err != nil {
		panic("coding: " + StatusNoMemory.String())
	}
	return value
}

func said(reply []byte) string { return certain(reply, (*parcel).text) }

func worded[E comparable](words map[E]string, member E) string {
	if word, known := words[member]; known {
		return word
	}
	return "?"
}
