package coding

import (
	"time"

	"libcoding.org/go/coding/internal/native"
)

// Code is a code as the 64-bit number that columns hold. Compare with ==; 0 is none.
type Code uint64

// Parse reads a code of one built-in system. It needs no book, and says what is wrong with the form, and where.
func Parse(text string, system System) Parsed {
	return certain(native.Parse(native.Coding_system(system), text), readOneParsed)
}

// String is the code in its own spelling: E11.9, 0DTJ4ZZ, 00002-7597-01. Empty for 0.
func (c Code) String() string { return said(native.Code_format(uint64(c))) }

// Bare is the same without dots and dashes, as files and claims hold it.
func (c Code) Bare() string { return said(native.Code_format_bare(uint64(c))) }

// System is the system it belongs to; SystemAny for 0.
func (c Code) System() System { return System(native.Code_system(uint64(c))) }

// Length is the number of its characters without dots; 0 for identifiers that hold a number.
func (c Code) Length() int { return int(native.Code_length(uint64(c))) }

// Prefix is its first characters; the code itself where it is not longer, or holds a number.
func (c Code) Prefix(length int) Code {
	if length < 0 {
		length = 0
	}
	return Code(native.Code_prefix(uint64(c), int64(length)))
}

// Append is the code with one more character; 0 where it has no room.
func (c Code) Append(character byte) Code { return Code(native.Code_append(uint64(c), character)) }

// Character is the one at an index, counted from 0; 0 past the last.
func (c Code) Character(index int) byte {
	if index < 0 {
		return 0
	}
	return native.Code_character(uint64(c), int64(index))
}

// CPTCategory is what kind of CPT code it is, by its form alone.
func (c Code) CPTCategory() CPTCategory { return CPTCategory(native.Cpt_category_of(uint64(c))) }

// CPTSection is the section of the CPT book that the number falls in, in our words; empty if none.
func (c Code) CPTSection() string { return said(native.Cpt_section(uint64(c))) }

// NDC prints a drug package in that form, with dashes; empty where no zero can be dropped there.
func (c Code) NDC(form NDCForm) string {
	return said(native.Ndc_format(uint64(c), native.Coding_ndc_form(form)))
}

// Title is the name of a built-in system in words: "ICD-10-CM".
func (s System) Title() string { return said(native.System_title(native.Coding_system(s))) }

// SystemNamed is the built-in system of that name, any case; SystemAny if there is none.
func SystemNamed(name string) System { return System(native.System_parse(name)) }

// Sentence is the damage without its place: "a comma where the dot belongs".
func (d Damage) Sentence() string { return said(native.Damage_text(native.Coding_damage(d))) }

// PCSAxis is the name of an axis of ICD-10-PCS (1 to 7) in a section ('0', 'B', ...): "Approach". Empty if none.
func PCSAxis(section byte, axis int) string {
	if axis < 0 {
		return ""
	}
	return said(native.Pcs_axis(section, uint(axis)))
}

// Version is that of the library that is linked.
func Version() string { return said(native.Version()) }

// Today in the calendar of the machine.
func Today() time.Time { return dayOf(uint32(native.Date_today())) }

// ParseDay reads 2025-10-01 or 20251001; no time where the text is no day of the calendar.
func ParseDay(text string) time.Time { return dayOf(uint32(native.Date_parse(text))) }
