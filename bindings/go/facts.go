package coding

import (
	"time"

	"libcoding.org/go/coding/internal/native"
)

var (
	readOneEdition = one(readEdition)
	readOneOrigin  = one(readOrigin)
	readOneSection = one(readSection)
	readOneRows    = one(readRows)
)

// Roots gives the top entries of a system. Takes On.
func (b *Book) Roots(system System, options ...Option) ([]Entry, error) {
	return about(b, readEntries, anyDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Roots(uint32(system), o.on)
	})
}

// AllBlocks gives all chapters and sections of a system, each chapter before its sections.
func (b *Book) AllBlocks(system System) ([]Block, error) {
	return ask(b, readBlocks, func(room native.SwigcptrBook) []byte { return room.System_blocks(uint32(system)) })
}

// Rows gives the row numbers of a system, in printed order; both 0 if the book has none.
func (b *Book) Rows(system System) (Rows, error) {
	return ask(b, readOneRows, func(room native.SwigcptrBook) []byte { return room.Rows(uint32(system)) })
}

// Editions gives every edition of every system, by system and first day.
func (b *Book) Editions() ([]Edition, error) {
	return each(b, readOneEdition, native.SwigcptrBook.Edition_count, native.SwigcptrBook.Edition)
}

// Origins tells where each part of the book came from.
func (b *Book) Origins() ([]Origin, error) {
	return each(b, readOneOrigin, native.SwigcptrBook.Origin_count, native.SwigcptrBook.Origin)
}

// Sections gives the named sections of the file.
func (b *Book) Sections() ([]Section, error) {
	return each(b, readOneSection, native.SwigcptrBook.Section_count, native.SwigcptrBook.Section)
}

func each[T any](b *Book, read func(*parcel) T, count func(native.SwigcptrBook) []byte,
	item func(native.SwigcptrBook, int) []byte) ([]T, error) {
	total, err := ask(b, intNumber, count)
	items := make([]T, total)
	for i := 0; i < total && err == nil; i++ {
		items[i], err = ask(b, read, func(room native.SwigcptrBook) []byte { return item(room, i) })
	}
	if err != nil {
		return nil, err
	}
	return items, nil
}

// Size is how many bytes the file has.
func (b *Book) Size() (int, error) {
	return ask(b, intNumber, native.SwigcptrBook.Size)
}

// System gives the system of that name in this book, users' own included; SystemAny if there is none.
func (b *Book) System(name string) (System, error) {
	return ask(b, func(p *parcel) System { return System(p.uint64()) },
		func(room native.SwigcptrBook) []byte { return room.System(name) })
}

// SystemName gives the name of a system as this book knows it.
func (b *Book) SystemName(system System) (string, error) {
	return ask(b, (*parcel).text, func(room native.SwigcptrBook) []byte { return room.System_name(uint32(system)) })
}

// HasSystem tells whether the book holds any code of the system.
func (b *Book) HasSystem(system System) (bool, error) {
	return ask(b, flagNumber, func(room native.SwigcptrBook) []byte { return room.Has_system(uint32(system)) })
}

// Newest gives the first day of the newest edition of a system; no time if the book has none.
func (b *Book) Newest(system System) (time.Time, error) {
	return ask(b, dayNumbered, func(room native.SwigcptrBook) []byte { return room.Newest(uint32(system)) })
}

// Verify reads the whole book and answers its first fault.
func (b *Book) Verify() error {
	_, err := ask(b, flagNumber, native.SwigcptrBook.Verify)
	return err
}
