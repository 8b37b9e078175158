// Package native is the wall between Go and C: SWIG writes it out of bindings/coding.i. No program needs it.
package native

// #cgo CFLAGS: -I${SRCDIR}/include -DCODING_STATIC -fno-strict-aliasing -w
// #cgo LDFLAGS: ${SRCDIR}/libcoding.a -lpcre2-8 -lutf8proc -lm
import "C"
