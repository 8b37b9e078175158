package coding

import "libcoding.org/go/coding/internal/native"

var (
	readBlocks    = many(readBlock)
	readCodes     = one((*parcel).codes)
	readEntries   = many(readEntry)
	readNotes     = many(readNote)
	readOneEntry  = oneOrNone(readEntry)
	readOneSource = oneOrNone(readSource)
	readPeriods   = many(readPeriod)
	readSevens    = many(readSeven)
	readTitles    = many(readTitle)
)

type question func(room native.SwigcptrBook, o settled) []byte

// Asks of a code on a day, or on any.
func about[T any](b *Book, read func(*parcel) T, takes optionKind, options []Option, put question) (T, error) {
	o, err := settle(takes, options)
	if err != nil {
		var none T
		return none, err
	}
	return ask(b, read, func(room native.SwigcptrBook) []byte { return put(room, o) })
}

// Find gives the entry of a code, on whatever days it stood; nil if no edition ever had it. Takes In and On.
func (b *Book) Find(code string, options ...Option) (*Entry, error) {
	return about(b, readOneEntry, codeAndDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Find(code, o.system, o.on)
	})
}

// FindLongest gives the entry of the longest beginning of a code that the book has. Takes On.
func (b *Book) FindLongest(code string, system System, options ...Option) (*Entry, error) {
	return about(b, readOneEntry, anyDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Find_longest(code, uint32(system), o.on)
	})
}

// Entry gives the entry of a row number; nil past the last. Takes On.
func (b *Book) Entry(row int, options ...Option) (*Entry, error) {
	return about(b, readOneEntry, anyDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Entry(rowNumber(row), o.on)
	})
}

// A row that is none is past the last.
func rowNumber(row int) uint {
	if row < 0 || row >= noDay {
		return noDay
	}
	return uint(row)
}

// Title gives the long title on a day; OnNewest: the newest it had. Takes In and On.
func (b *Book) Title(code string, options ...Option) (string, error) {
	return about(b, (*parcel).text, codeAndDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Title(code, o.system, o.on)
	})
}

// ShortTitle gives the short title of the newest edition that prints one, else the long one. Takes In.
func (b *Book) ShortTitle(code string, options ...Option) (string, error) {
	return about(b, (*parcel).text, anySystem, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Short_title(code, o.system)
	})
}

// Parent gives the entry above; nil at the top. Takes In and On.
func (b *Book) Parent(code string, options ...Option) (*Entry, error) {
	return about(b, readOneEntry, codeAndDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Parent(code, o.system, o.on)
	})
}

// Children gives the entries just below, in force on that day, in printed order. Takes In and On.
func (b *Book) Children(code string, options ...Option) ([]Entry, error) {
	return about(b, readEntries, codeAndDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Children(code, o.system, o.on)
	})
}

// BillableBelow gives every billable code below, in force on that day, in printed order. Takes In and On.
func (b *Book) BillableBelow(code string, options ...Option) ([]Entry, error) {
	return about(b, readEntries, codeAndDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Billable_below(code, o.system, o.on)
	})
}

// Ancestors gives the entries above, nearest first. Takes In and On.
func (b *Book) Ancestors(code string, options ...Option) ([]Entry, error) {
	return about(b, readEntries, codeAndDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Ancestors(code, o.system, o.on)
	})
}

// Periods gives the days on which a code was billable, or a header, oldest first. Takes In.
func (b *Book) Periods(code string, options ...Option) ([]Period, error) {
	return about(b, readPeriods, anySystem, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Periods(code, o.system)
	})
}

// Titles gives every title it had, with its days, oldest first; none where it kept one. Takes In.
func (b *Book) Titles(code string, options ...Option) ([]Title, error) {
	return about(b, readTitles, anySystem, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Titles(code, o.system)
	})
}

// Notes gives the notes in force on a day, nearest holder first. StatusNotInBook where no snapshot of them reaches it.
// Takes In and On.
func (b *Book) Notes(code string, options ...Option) ([]Note, error) {
	return about(b, readNotes, codeAndDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Notes(code, o.system, o.on)
	})
}

// Sevens gives the 7th characters that complete the code on that day. Takes In and On.
func (b *Book) Sevens(code string, options ...Option) ([]Seven, error) {
	return about(b, readSevens, codeAndDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Sevens(code, o.system, o.on)
	})
}

// Blocks gives the section and the chapter that hold a code, nearest first. Takes In.
func (b *Book) Blocks(code string, options ...Option) ([]Block, error) {
	return about(b, readBlocks, anySystem, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Blocks(code, o.system)
	})
}

// Successors gives the codes that took its place and stand on that day. Takes In and On.
func (b *Book) Successors(code string, options ...Option) ([]string, error) {
	return about(b, readCodes, codeAndDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Successors(code, o.system, o.on)
	})
}

// Source tells who says that it stood on that day; nil if nobody does. Takes In and On.
func (b *Book) Source(code string, options ...Option) (*Source, error) {
	return about(b, readOneSource, codeAndDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Source(code, o.system, o.on)
	})
}

// POAExempt tells whether a code of ICD-10-CM is exempt from present-on-admission reporting that day. StatusNotInBook
// where no list reaches it. Takes On.
func (b *Book) POAExempt(code string, options ...Option) (bool, error) {
	return about(b, flagNumber, anyDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Poa_exempt(code, uint32(SystemICD10CM), o.on)
	})
}

// IsBelow tells whether a code is below another in the printed hierarchy. Takes In; without it both are of ICD-10-CM.
func (b *Book) IsBelow(code, ancestor string, options ...Option) (bool, error) {
	o, err := settle(anySystem, options)
	if err != nil {
		return false, err
	}
	numbers, err := b.numbers(System(o.system), code, ancestor)
	if err != nil {
		return false, err
	}
	return ask(b, flagNumber, func(room native.SwigcptrBook) []byte {
		return room.Is_below(uint64(numbers[0]), uint64(numbers[1]))
	})
}

// IsWithin tells whether a code lies in the printed range from first to everything below last (C4A is in C43-C44).
// Takes In; without it all are of ICD-10-CM.
func (b *Book) IsWithin(code, first, last string, options ...Option) (bool, error) {
	o, err := settle(anySystem, options)
	if err != nil {
		return false, err
	}
	numbers, err := b.numbers(System(o.system), code, first, last)
	if err != nil {
		return false, err
	}
	return ask(b, flagNumber, func(room native.SwigcptrBook) []byte {
		return room.Is_within(uint64(numbers[0]), uint64(numbers[1]), uint64(numbers[2]))
	})
}

// Codes as numbers; 0 where a text is none.
func (b *Book) numbers(system System, texts ...string) ([]Code, error) {
	if system == SystemAny {
		system = SystemICD10CM
	}
	numbers := make([]Code, len(texts))
	for i, text := range texts {
		parsed, err := b.Parse(text, system)
		if err != nil {
			return nil, err
		}
		numbers[i] = parsed.Number
	}
	return numbers, nil
}
