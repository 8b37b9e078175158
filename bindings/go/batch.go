package coding

import "strings"

// laidOut puts texts behind each other, as Arrow does: text i is the bytes from offsets[i] to offsets[i+1].
func laidOut(texts []string) (string, []int64) {
	var whole strings.Builder
	length := 0
	for _, text := range texts {
		length += len(text)
	}
	whole.Grow(length)
	offsets := make([]int64, 1, len(texts)+1)
	for _, text := range texts {
		whole.WriteString(text)
		offsets = append(offsets, int64(whole.Len()))
	}
	return whole.String(), offsets
}
