package coding

import "libcoding.org/go/coding/internal/native"

const codeAndDay = anySystem | anyDay

var (
	readCandidates  = many(readCandidate)
	readSuggestions = many(readSuggestion)
	readOneParsed   = one(readParsed)
	readOneVerdict  = one(readVerdict)
)

// A Span is a piece of the caller's text, in bytes.
type Span struct {
	Offset int // Bytes before it.
	Length int // Its bytes; 0: a place between two.
}

// Of cuts the piece out of the text that was asked about.
func (s Span) Of(text string) string { return text[s.Offset:][:s.Length] }

// Stands: nobody objects.
func (v Verdict) Stands() bool { return v.Rule == RuleStands }

// String is the finding as a sentence, with its source in brackets.
func (f Finding) String() string { return f.Text }

// Check asks whether a code may stand on a day, and why not. Takes In and On.
func (b *Book) Check(text string, options ...Option) (Verdict, error) {
	o, err := settle(codeAndDay, options)
	if err != nil {
		return Verdict{}, err
	}
	return ask(b, readOneVerdict, func(room native.SwigcptrBook) []byte { return room.Check(text, o.system, o.on) })
}

// Verdict is the bare verdict: the fast way, without findings. Takes In and On; name the system, and it is faster
// still. A code of another system is then malformed.
func (b *Book) Verdict(text string, options ...Option) (Rule, error) {
	o, err := settle(codeAndDay, options)
	if err != nil {
		return RuleNotChecked, err
	}
	if !b.enter() {
		return RuleNotChecked, ErrClosed
	}
	rule := native.Verdict(uintptr(b.room), text, o.system, o.on)
	b.leave()
	return ruled(rule)
}

// Verdicts answers a verdict for each text. Takes In and On.
func (b *Book) Verdicts(texts []string, options ...Option) ([]Rule, error) {
	o, err := settle(codeAndDay, options)
	if err != nil {
		return nil, err
	}
	if !b.enter() {
		return nil, ErrClosed
	}
	whole, offsets := laidOut(texts)
	bytes := make([]byte, len(texts)+1)
	rule := native.Verdicts(uintptr(b.room), whole, offsets, len(texts), o.system, o.on, bytes)
	b.leave()
	if _, err := ruled(rule); err != nil {
		return nil, err
	}
	rules := make([]Rule, len(texts))
	for i := range rules {
		rules[i] = Rule(bytes[i])
	}
	return rules, nil
}

// Above the rules lie the statuses (bindings/go/reply.h).
func ruled(number uint) (Rule, error) {
	if number >= 256 {
		return RuleNotChecked, refused(Status(number - 256))
	}
	return Rule(number), nil
}

// Parse reads a text as a code of any system of the book, users' own included.
func (b *Book) Parse(text string, system System) (Parsed, error) {
	return ask(b, readOneParsed, func(room native.SwigcptrBook) []byte { return room.Read(text, uint32(system)) })
}

// Suggest gives near misses that stand on a day, likeliest first, each with the repair that leads to it. Takes In, On.
func (b *Book) Suggest(text string, options ...Option) ([]Suggestion, error) {
	o, err := settle(codeAndDay, options)
	if err != nil {
		return nil, err
	}
	return ask(b, readSuggestions, func(room native.SwigcptrBook) []byte { return room.Suggest(text, o.system, o.on) })
}

// Identify says which systems a text could be of; those in which it stands come first. Takes On.
func (b *Book) Identify(text string, options ...Option) ([]Candidate, error) {
	o, err := settle(anyDay, options)
	if err != nil {
		return nil, err
	}
	return ask(b, readCandidates, func(room native.SwigcptrBook) []byte { return room.Identify(text, o.on) })
}
