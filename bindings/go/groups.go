package coding

import (
	"strings"
	"time"

	"libcoding.org/go/coding/internal/native"
)

var (
	readOneAnnotation    = one(readAnnotation)
	readOneCcsr          = one(readCcsr)
	readOneComorbidities = one(readComorbidities)
	readOneDrgWeight     = one(readDrgWeight)
	readOneGroupChanges  = one(readGroupChanges)
	readOneGroupQueries  = one(readGroupQueries)
	readOneGrouping      = one(readGrouping)
	readOneMapped        = one(readMapped)
	readOneRiskBlend     = one(readRiskBlend)
	readOneRiskScore     = one(readRiskScore)
	readOneScanned       = one(readScanned)
	readOperations       = many(readOperation)
)

// Annotate says what a note speaks of, how it is asserted, and which codes it supports, in a coder's order; at the end
// of a stay uncertain diagnoses are coded, too. Takes On.
func (b *Book) Annotate(note string, setting Setting, options ...Option) (Annotation, error) {
	return about(b, readOneAnnotation, anyDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Annotate(note, o.on, native.Coding_setting(setting))
	})
}

// Operate reads the operations of a report, each as its seven characters of ICD-10-PCS and what the words leave open.
// Takes On.
func (b *Book) Operate(report string, options ...Option) ([]Operation, error) {
	return about(b, readOperations, anyDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Operate(report, o.on)
	})
}

// Scan finds the phrases of the book in a text of any length: titles, inclusion terms, index paths, synonyms. Nothing
// is judged: Annotate says what is denied. A text may come in pieces, last only with the last one; of each the end that
// Rest says is fed again, in front of the next piece.
func (b *Book) Scan(text string, last bool) (Scanned, error) {
	return ask(b, readOneScanned, func(room native.SwigcptrBook) []byte { return room.Scan(text, last) })
}

// Map says what stands for a code in another system, with the rows of the table that say so. Takes In, and On for the
// day of the ICD-10 side; without it the answer is as the table says it.
func (b *Book) Map(code string, to System, style MapStyle, options ...Option) (Mapped, error) {
	return about(b, readOneMapped, codeAndDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Map(code, o.system, o.on, uint32(to), native.Coding_map_style(style))
	})
}

// MapYears says what a code, as it stood on a day, is on another one. The day is the one that the time is in its own
// place; a zero time is the last day on which it stood. Takes In and On.
func (b *Book) MapYears(code string, since time.Time, options ...Option) (Mapped, error) {
	day := uint32(newest)
	if !since.IsZero() {
		day = dayNumber(since.Date())
	}
	return about(b, readOneMapped, codeAndDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Map_years(code, o.system, o.on, day)
	})
}

// Comorbidity gives the groups of a patient and the scores. The patient is a line such as "J18.9/Y I13.2/Y", the
// principal diagnosis first, perhaps with age=70, version=2025.1 and secondary-only. Takes In, and On for the day of
// discharge.
func (b *Book) Comorbidity(patient string, scheme ComorbidityScheme, options ...Option) (Comorbidities, error) {
	return about(b, readOneComorbidities, codeAndDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Comorbidity(patient, o.system, o.on, native.Coding_comorbidity_scheme(scheme))
	})
}

// Ccsr gives the clinical categories of a diagnosis of ICD-10-CM: "E11.22", perhaps with version=2025.1 behind it. A
// code that the version does not know has none.
func (b *Book) Ccsr(diagnosis string) (Ccsr, error) {
	return ask(b, readOneCcsr, func(room native.SwigcptrBook) []byte { return room.Ccsr(diagnosis) })
}

// Risk gives the score of a member in a payment year, with all that it rests on. The member is a line such as
// "age=72 sex=F dual=2 E11.22@2025-03-01 I50.22 earlier=E11.9".
func (b *Book) Risk(member string, model RiskModel, year int) (RiskScore, error) {
	return ask(b, readOneRiskScore, func(room native.SwigcptrBook) []byte {
		return room.Risk(member, native.Coding_risk_model(model), uint(natural(year)))
	})
}

// RiskBlend gives what Medicare Advantage was paid for a member: one model, or a blend of two.
func (b *Book) RiskBlend(member string, year int) (RiskBlend, error) {
	return ask(b, readOneRiskBlend, func(room native.SwigcptrBook) []byte {
		return room.Risk_blend(member, uint(natural(year)))
	})
}

// RiskHas says whether the book has all tables of a model, a plan and a payment year.
func (b *Book) RiskHas(model RiskModel, plan RiskPlan, year int) (bool, error) {
	return ask(b, flagNumber, func(room native.SwigcptrBook) []byte {
		return room.Risk_has(native.Coding_risk_model(model), native.Coding_risk_plan(plan), uint(natural(year)))
	})
}

// Group gives the MS-DRG of a hospital stay, and what makes it. The stay is a line such as
// "sex=F discharge=01 I21.4/Y J96.01/N px 02703DZ". Takes On for the day of discharge.
func (b *Book) Group(stay string, options ...Option) (Grouping, error) {
	return about(b, readOneGrouping, anyDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Group(stay, o.on)
	})
}

// GroupWhatIf says which single code makes the group of a stay: each is left out in turn, and a CC and an MCC are
// added. Takes On.
func (b *Book) GroupWhatIf(stay string, options ...Option) (GroupChanges, error) {
	return about(b, readOneGroupChanges, anyDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Group_what_if(stay, o.on)
	})
}

// GroupQueries says what to ask the record of a stay: codes of a reported category that would count for more and give
// another group of the same base. Questions, never advice: a code may be reported only if the documentation says it.
// Takes On.
func (b *Book) GroupQueries(stay string, options ...Option) (GroupQueries, error) {
	return about(b, readOneGroupQueries, anyDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Group_queries(stay, o.on)
	})
}

// DrgWeight gives what Table 5 of the payment rule says of a DRG. Takes On for the day of discharge.
func (b *Book) DrgWeight(drg int, options ...Option) (DrgWeight, error) {
	return about(b, readOneDrgWeight, anyDay, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Drg_weight(o.on, uint(natural(drg)))
	})
}

// GroupAttributes gives the attributes by which formulas of MS-DRG know a code in a version; 431 is v43.1. Takes In.
func (b *Book) GroupAttributes(code string, version int, options ...Option) ([]string, error) {
	names, err := about(b, (*parcel).text, anySystem, options, func(room native.SwigcptrBook, o settled) []byte {
		return room.Group_attributes(code, o.system, uint(natural(version)))
	})
	return strings.Fields(names), err
}

// Title is the model as the agency names it: "RxHCC-V08".
func (r RiskModel) Title() string { return said(native.Risk_model_title(native.Coding_risk_model(r))) }

// Title is the segment as the agency's tables have it: "CNA", "Rx_CE_LowAged".
func (r RiskSegment) Title() string {
	return said(native.Risk_segment_title(native.Coding_risk_segment(r)))
}

// RiskModelNamed finds the model of a name, in letters of any size; RiskModelNone if there is none.
func RiskModelNamed(name string) RiskModel { return RiskModel(native.Risk_model_named(name)) }

// ComorbiditySchemeNamed finds the scheme of a name; 0 if there is none.
func ComorbiditySchemeNamed(name string) ComorbidityScheme {
	return ComorbidityScheme(native.Comorbidity_scheme_parse(name))
}

// ScoreName is what score 0 or 1 of the scheme is called: "readmission", "mortality"; "" for none.
func (c ComorbidityScheme) ScoreName(index int) string {
	return said(native.Comorbidity_score_name(native.Coding_comorbidity_scheme(c), int64(natural(index))))
}

// CharlsonAgePoints are Charlson's points for age: 1 from 50 on, one more each ten years, 4 from 80 on.
func CharlsonAgePoints(age int) int { return int(native.Charlson_age_points(uint(natural(age)))) }
