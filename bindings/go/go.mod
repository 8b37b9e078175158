module libcoding.org/go/coding

go 1.19
