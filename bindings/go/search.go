package coding

import "libcoding.org/go/coding/internal/native"

var (
	readCompletions = many(readCompletion)
	readHits        = many(readHit)
	readSplits      = many(readSplit)
	readOneValues   = one(readValues)
)

// Search finds codes by words, best first. Takes In, On, Count, Skip, BillableOnly and Within, whose range is of
// ICD-10-CM where no system is named.
func (b *Book) Search(text string, options ...Option) ([]Hit, error) {
	o, err := settle(codeAndDay|anyCount|anySkip|anyBillable|anyRange, options)
	if err != nil {
		return nil, err
	}
	first, last, err := b.rangeOf(o)
	if err != nil {
		return nil, err
	}
	return ask(b, readHits, func(room native.SwigcptrBook) []byte {
		return room.Search(text, o.system, o.on, uint(o.count), uint(o.skip), o.billableOnly, uint64(first), uint64(last))
	})
}

func (b *Book) rangeOf(o settled) (first, last Code, err error) {
	if o.first == "" && o.last == "" {
		return 0, 0, nil
	}
	numbers, err := b.numbers(System(o.system), o.first, o.last)
	if err != nil {
		return 0, 0, err
	}
	return numbers[0], numbers[1], nil
}

// CompleteWords gives words of the book that begin as the last word of the text does, likeliest first. Takes Count.
func (b *Book) CompleteWords(text string, options ...Option) ([]Completion, error) {
	o, err := settle(anyCount, options)
	if err != nil {
		return nil, err
	}
	return ask(b, readCompletions, func(room native.SwigcptrBook) []byte {
		return room.Search_complete(text, int(o.count))
	})
}

// Term takes a medical word apart: the best way first, then others that fit as well or nearly so.
func (b *Book) Term(word string) ([]Split, error) {
	return ask(b, readSplits, func(room native.SwigcptrBook) []byte { return room.Term(word) })
}

// TermCodes gives codes whose texts hold the word, or else the meanings of all its roots. Takes In, On and Count.
func (b *Book) TermCodes(word string, options ...Option) ([]Hit, error) {
	o, err := settle(codeAndDay|anyCount, options)
	if err != nil {
		return nil, err
	}
	return ask(b, readHits, func(room native.SwigcptrBook) []byte {
		return room.Term_codes(word, o.system, o.on, uint(o.count))
	})
}

// Complete gives codes that begin with a text, in force on a day, in printed order. Takes On and Count.
func (b *Book) Complete(text string, system System, options ...Option) ([]Entry, error) {
	o, err := settle(anyDay|anyCount, options)
	if err != nil {
		return nil, err
	}
	return ask(b, readEntries, func(room native.SwigcptrBook) []byte {
		return room.Complete(text, uint32(system), o.on, int(o.count))
	})
}

// ValuesAfter says what may follow a beginning of a code on a day, with labels. Takes On.
func (b *Book) ValuesAfter(text string, system System, options ...Option) (Values, error) {
	o, err := settle(anyDay, options)
	if err != nil {
		return Values{}, err
	}
	return ask(b, readOneValues, func(room native.SwigcptrBook) []byte {
		return room.Values_after(text, uint32(system), o.on)
	})
}
