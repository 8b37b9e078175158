// Package coding knows US medical codes: in process, offline, from one file, a book.
//
//	book, err := coding.Open("us.book")
//	if err != nil {
//		log.Fatal(err)
//	}
//	defer book.Close()
//	verdict, err := book.Check("G35", coding.On(2025, 10, 1))
//	fmt.Println(verdict.Rule, verdict.Findings[0])
//
// A wrong code is an answer, not an error. Every answer says who says so. A check that could not be made is not a
// pass. Days are days of service; nobody's day is today, or the newest edition where none reaches today. Spans count
// bytes, as Go's strings do. What may be missing is a zero value: an empty string, a time that IsZero, a nil pointer.
package coding
