package coding

import "libcoding.org/go/coding/internal/native"

// Error says that a question could not be put. What is wrong with a code is never an error but an answer.
//
//	if errors.Is(err, coding.StatusNotInBook) { ... }
type Error struct {
	Status Status
	Reason string // A sentence for a person.
	At     string // The file, section or code it is about; empty if none.
}

// ErrClosed is what a closed book answers.
var ErrClosed error = &Error{Status: StatusMisuse, Reason: "the book is closed"}

func (e *Error) Error() string {
	if e.At == "" {
		return "coding: " + e.Reason
	}
	return "coding: " + e.At + ": " + e.Reason
}

// Unwrap gives the status, which errors.Is finds.
func (e *Error) Unwrap() error { return e.Status }

// Error makes a status an error of its own, for errors.Is.
func (s Status) Error() string {
	return said(native.Status_text(native.Coding_status(s)))
}

func refused(status Status) error {
	return &Error{Status: status, Reason: status.Error()}
}
