package coding

import (
	"strconv"
	"strings"

	"libcoding.org/go/coding/internal/native"
)

// A Stratum is claims that resemble each other. Sizes and deviations are for SampleStrata, the rest is what was read,
// for EstimateStrata. Amounts are cents.
type Stratum struct {
	Size      int     // Claims in it.
	Deviation float64 // Expected standard deviation of the overpayment; 0: unknown.
	Sample    int     // Claims that were read.
	Mean      float64 // Their mean overpayment.
	Variance  float64 // Their sample variance.
}

var (
	readNumbers     = many((*parcel).count)
	readOneEstimate = one(readEstimate)
)

func numbers(all ...float64) string {
	words := make([]string, len(all))
	for i, number := range all {
		words[i] = strconv.FormatFloat(number, 'g', -1, 64)
	}
	return strings.Join(words, " ")
}

// Sample draws count different numbers from 0 to frame - 1, ascending; the same seed always draws the same.
func (b *Book) Sample(frame, count int, seed uint64) ([]int, error) {
	if frame < 0 || count < 0 {
		return nil, &Error{StatusMisuse, "a frame and a count are not negative", "Sample"}
	}
	return ask(b, readNumbers, func(room native.SwigcptrBook) []byte { return room.Sample(uint64(frame), count, seed) })
}

// SampleStrata shares a sample among strata, by their sizes and deviations.
func (b *Book) SampleStrata(strata []Stratum, total int) ([]int, error) {
	if total < 0 {
		return nil, &Error{StatusMisuse, "a total is not negative", "SampleStrata"}
	}
	var all []float64
	for _, one := range strata {
		all = append(all, float64(one.Size), one.Deviation)
	}
	return ask(b, readNumbers, func(room native.SwigcptrBook) []byte {
		return room.Sample_strata(numbers(all...), uint64(total))
	})
}

// Estimate tells the overpayment of all claims in the frame, from the cents of each that was read, 0 for a right one.
func (b *Book) Estimate(overpaid []float64, frame int, confidence float64) (Estimate, error) {
	return ask(b, readOneEstimate, func(room native.SwigcptrBook) []byte {
		return room.Estimate(numbers(overpaid...), uint64(natural(frame)), confidence)
	})
}

// EstimateStrata does the same from what was read of each stratum.
func (b *Book) EstimateStrata(strata []Stratum, confidence float64) (Estimate, error) {
	var all []float64
	for _, one := range strata {
		all = append(all, float64(one.Size), float64(one.Sample), one.Mean, one.Variance)
	}
	return ask(b, readOneEstimate, func(room native.SwigcptrBook) []byte {
		return room.Estimate_strata(numbers(all...), confidence)
	})
}

// SampleSize tells how many claims must be read for a two-sided interval of half the width precision, in cents.
func SampleSize(frame int, deviation, precision, confidence float64) int {
	return int(native.Sample_size(uint64(natural(frame)), deviation, precision, confidence))
}
