package coding

import (
	"strings"
	"sync/atomic"

	"libcoding.org/go/coding/internal/native"
)

// A Book is one file that holds the facts. It never changes, and any number of goroutines may ask it. Answers are the
// caller's own and outlive it. A book that nobody closes stays open: there is no finalizer.
type Book struct {
	room  native.SwigcptrBook
	calls atomic.Int64 // those under way, and the bits below
}

// Beside the count of calls: nobody may enter any more; the room is gone.
const (
	closing = 1 << 61
	freed   = 1 << 62
)

// Open opens a book. An empty path is that of $CODING_BOOK, else the book installed with the library.
func Open(path string) (*Book, error) {
	if strings.IndexByte(path, 0) >= 0 {
		return nil, &Error{StatusNoFile, "no file has NUL in its name", path}
	}
	room, err := answered(native.Open(path), func(p *parcel) uint64 { return p.uint64() })
	if err != nil {
		return nil, err
	}
	return &Book{room: native.SwigcptrBook(room)}, nil
}

// Close gives the book back: at once, or when the last call in another goroutine returns. From then on every question
// is ErrClosed. Closing twice does nothing. It answers nil.
func (b *Book) Close() error {
	for {
		calls := b.calls.Load()
		if calls&closing != 0 {
			return nil
		}
		if b.calls.CompareAndSwap(calls, calls|closing) {
			b.freeWhenIdle()
			return nil
		}
	}
}

// Closed tells whether the book has been closed.
func (b *Book) Closed() bool {
	return b.room == 0 || b.calls.Load()&closing != 0
}

// Each call holds the room while it runs, so that Close never takes it away from under one.
func (b *Book) enter() bool {
	if b.room != 0 && b.calls.Add(1)&closing == 0 {
		return true
	}
	if b.room != 0 {
		b.leave()
	}
	return false
}

func (b *Book) leave() {
	if b.calls.Add(-1) == closing {
		b.freeWhenIdle()
	}
}

func (b *Book) freeWhenIdle() {
	if b.calls.CompareAndSwap(closing, closing|freed) && b.room != 0 {
		native.DeleteBook(b.room)
	}
}

// ask puts a question to the room and reads the answer.
func ask[T any](b *Book, read func(*parcel) T, question func(native.SwigcptrBook) []byte) (T, error) {
	if !b.enter() {
		var none T
		return none, ErrClosed
	}
	reply := question(b.room)
	b.leave()
	return answered(reply, read)
}
