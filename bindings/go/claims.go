package coding

import "libcoding.org/go/coding/internal/native"

const aboutClaims = anyRules | noNotes | noMoney

var (
	readOneReview     = one(readReview)
	readClaimItems    = many(readClaimItem)
	readOneVisitLevel = one(readVisitLevel)
)

// String is the finding as a sentence, with its source in brackets.
func (f ClaimFinding) String() string { return f.Text }

// Stands: there is no denial.
func (r Review) Stands() bool { return r.Worst != SeverityDenial }

// Title is the rule in words: "NCCI procedure-to-procedure edits".
func (c ClaimRule) Title() string {
	return said(native.Claim_rule_title(native.Coding_claim_rule(c)))
}

// Review says what every rule has against a claim, loudest first. The claim is its short form, such as
// "professional 2024-07-15 F 45 | dx K63.5 | 45385 | 45378", which Claim.Line writes. Takes Rules, WithoutNotes and
// WithoutMoney.
func (b *Book) Review(claim string, options ...Option) (Review, error) {
	o, err := settle(aboutClaims, options)
	if err != nil {
		return Review{}, err
	}
	return ask(b, readOneReview, func(room native.SwigcptrBook) []byte {
		return room.Review(claim, o.rules, !o.withoutNotes, !o.withoutMoney)
	})
}

// ReviewFile reviews every claim of a file, and tells every trouble in it, in the file's order. The text is all of an
// X12 837 file, or of the tidy table of claims. Takes what Review takes.
func (b *Book) ReviewFile(text string, options ...Option) ([]ClaimItem, error) {
	o, err := settle(aboutClaims, options)
	if err != nil {
		return nil, err
	}
	return ask(b, readClaimItems, func(room native.SwigcptrBook) []byte {
		return room.Review_file(text, o.rules, !o.withoutNotes, !o.withoutMoney)
	})
}

// Visit says which level the record of a visit supports, and whether the billed one is too high. The record is a line
// such as "office-established billed=99215 minutes=38 stable_chronic=2 risk=moderate". Takes On.
func (b *Book) Visit(record string, options ...Option) (VisitLevel, error) {
	return about(b, readOneVisitLevel, anyDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Visit(record, o.on)
	})
}

// VisitFamily gives the family of visits that a code is of; VisitFamilyNone if it has no levels. Takes On.
func (b *Book) VisitFamily(code string, options ...Option) (VisitFamily, error) {
	read := func(p *parcel) VisitFamily { return VisitFamily(p.uint64()) }
	return about(b, read, anyDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Visit_family(code, o.on)
	})
}
