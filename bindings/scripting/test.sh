# What the tests of scripting languages share; sourced by bindings/LANGUAGE/test, which has gone to the project's root.

book=$(realpath "${CODING_BOOK:-build/release/us.book}")
export CODING_BOOK=$book

skip() {
    printf 'skipped: %s\n' "$*" >&2
    exit 77
}

# SWIG of the pinned tools where they are, else whatever the path has.
find_swig() {
    local found
    for found in "${SWIG_EXECUTABLE:-}" build/languages/env/bin/swig build/python/env/bin/swig; do
        [ -x "$found" ] && realpath -s "$found" && return
    done
    command -v swig || skip "SWIG is not here"
}

# build_script LANGUAGE FOLDER: the module and its thin layer, in FOLDER/LANGUAGE.
build_script() {
    local log=$2/build.log
    mkdir -p "$2"
    [ -f "$book" ] || skip "there is no book at $book"
    if ! { cmake -S . -B "$2" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCODING_TESTS=OFF -DCODING_TOOL=OFF \
        "-DCODING_BINDINGS=$1" "-DSWIG_EXECUTABLE=$(find_swig)" &&
        cmake --build "$2" --target "coding_$1" coding_surface
    } >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        exit 1
    fi
    python3 bindings/scripting/surface.py "$2/bindings/described/surface.json" >"$2/surface.txt"
}

# quick_starts LANGUAGE SUFFIX FOLDER: the first block of code in LANGUAGE of its README and of docs/scripting.md, as
# FOLDER/readme.SUFFIX and FOLDER/page.SUFFIX, beside a book; each must be shorter than ten lines.
quick_starts() {
    local name
    mkdir -p "$3"
    ln -sf "$book" "$3/us.book"
    code_of "$1" "bindings/$1/README.md" >"$3/readme.$2"
    code_of "$1" docs/scripting.md >"$3/page.$2"
    for name in readme page; do
        [ "$(wc -l <"$3/$name.$2")" -lt 10 ] || { echo "$name.$2 has ten lines or more" >&2; exit 1; }
    done
}

code_of() { awk -v fence="\`\`\`$1" '$0 == fence { on = 1; next } /^```/ { if (on) exit } on' "$2"; }

# says FILE: what a quick start prints is what its page says.
says() {
    grep -q '^G35: not billable since 2025-10-01; ' "$1" && grep -q '^S93.402A' "$1" ||
        { echo "a quick start says something else: $1" >&2; cat "$1" >&2; exit 1; }
}
