#!/usr/bin/env bash
# The tool against a little book: what it prints is compared with the files in expected/, byte by byte.
#
#     tests/cli/run.sh CODING SCRATCH
#
# UPDATE=1 writes expected/ anew, for a person to read before it is committed.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
coding=$(realpath "$1")
mkdir -p "$2"
scratch=$(realpath "$2")
failed=0 ran=0
export CODING_BOOK=$scratch/little.book
unset NO_COLOR

complain()
{
    echo "FAILED: $*"
    failed=$((failed + 1))
}

# expect NAME [ARGUMENT...]: both outputs of the tool and its exit code are those of expected/NAME.
expect()
{
    local name=$1
    shift
    "$coding" "$@" >"$scratch/out" 2>&1
    echo "exit $?" >>"$scratch/out"
    sed "s|$scratch|SCRATCH|g" "$scratch/out" >"$scratch/$name"
    ran=$((ran + 1))
    if [ "${UPDATE:-0}" = 1 ]; then cp "$scratch/$name" "$here/expected/$name"; fi
    diff -u "$here/expected/$name" "$scratch/$name" || complain "$name: coding $*"
}

# exits CODE [ARGUMENT...]: only the exit code counts.
exits()
{
    local code=$1 got
    shift
    "$coding" "$@" >"$scratch/out" 2>&1
    got=$?
    ran=$((ran + 1))
    [ $got -eq "$code" ] || complain "coding $* answered $got, not $code: $(head -n 1 "$scratch/out")"
}

# holds SENTENCE COMMAND...: the command succeeds.
holds()
{
    local sentence=$1
    shift
    ran=$((ran + 1))
    "$@" || complain "$sentence"
}

cd "$here" || exit 2
"$coding" build -q -o "$CODING_BOOK" releases || { echo "FAILED: no little book"; exit 1; }
"$coding" build -q -o "$scratch/older.book" older || exit 1

# How it is asked
expect coding_alone_prints_an_overview
expect help_of_check help check
expect a_mistyped_command_gets_the_nearest_one chekc E11.9
expect a_stray_option_is_named verify --depth 2
expect a_day_that_is_none check -d 2025-02-30 I10
expect an_unknown_system_lists_those_of_the_book check -s icd11 I10
exits 2 check -b "$scratch/no.book" I10
exits 2 nothing
exits 2 check --nothing
exits 2 complete
exits 2 search
exits 0 check --help
exits 0 --version
exits 0 check -d 20251001 -s icd10cm -- I10

# The book it finds by itself: beside the folder of the executable
mkdir -p "$scratch/tree/bin"
cp "$coding" "$scratch/tree/bin/coding"
cp "$CODING_BOOK" "$scratch/tree/us.book"
env -u CODING_BOOK "$scratch/tree/bin/coding" verify >"$scratch/out" 2>&1
holds "the book beside bin is found" test $? -eq 0

# check
codes=(E11.9 e119 G35 S134A S13.4 S13.4XXZ "E11,9" E11.90 J15.9 E11.A I10.XXA Y93 C4A.9 0DTJ3ZZ "")
expect check_for_people check -d 2025-10-01 -s icd10cm "${codes[@]}"
expect check_as_tsv check -d 2025-10-01 -s icd10cm --tsv "${codes[@]}"
expect check_as_json check -d 2025-10-01 -s icd10cm --json "${codes[@]}"
expect a_text_of_two_systems check -d 2025-10-01 --tsv A0100
expect before_the_split_it_stands check -d 2025-09-30 --tsv G35
expect beyond_the_last_edition check -d 2031-01-01 --tsv G35
expect the_newest_edition_where_none_reaches_today check -s icd10pcs 0DTJ4ZZ
expect lines_of_codes_and_days check --tsv -s icd10cm <<<$'\xEF\xBB\xBFG35\t2025-09-30\r\nG35\t2025-10-01\t9\r\n\nI10\t2025-13-01\nE11.9 Type 2\\x\t2025-10-01\na\x1b[1mb\xff\t2025-10-01\nI10\t'
printf 'I10\t2025-10-01' | "$coding" check --tsv >"$scratch/out"
holds "a last line without its newline counts" test "$(wc -l <"$scratch/out")" -eq 1
exits 0 check -d 2025-10-01 I10
exits 1 check -d 2025-10-01 I10 G35

# show
expect show_for_people show -d 2025-10-01 E11.69 S13.4 H81.0 J15.9
expect show_as_tsv show -d 2025-10-01 --tsv E11.69 S13.4 H81.0 J15.9 0DTJ4ZZ
expect show_as_json show -d 2025-10-01 --json E11.69 S13.4 H81.0 J15.9
expect the_axes_of_a_procedure show -d 2025-09-30 0DTJ4ZZ
expect what_may_follow_a_beginning show 0dtj -d 2025-09-30
expect what_may_follow_as_json show 0DT --json -d 2025-09-30
expect show_of_nothing show -d 2025-10-01 -s icd10cm Z99.99

# tree, complete
expect the_tree_of_a_code tree -d 2025-10-01 C4A E11
expect the_tree_as_tsv tree -d 2025-10-01 --tsv E11 --depth 2
expect the_tree_of_a_system tree -d 2025-09-30 -s icd10pcs
expect completions complete -d 2025-10-01 -s icd10cm E1 -n 3
expect completions_as_tsv complete -d 2025-10-01 --tsv e11.6
exits 1 complete -d 2025-10-01 Q9

# search
"$coding" search -d 2025-10-01 -n 1 primary hypertension >"$scratch/out"
holds "search finds hypertension" grep -q '^I10 .*hypertension' "$scratch/out"
expect codes_line_by_line search -d 2025-10-01 -s icd10cm -n 1 --codes <<<$'hypertension\n\nqqqqq\nM\xc3\xa9ni\xc3\xa8re'
expect the_mark_of_a_windows_file_is_no_word search -d 2025-10-01 -s icd10cm -n 1 --codes <<<$'\xEF\xBB\xBFI10\r\nhypertension\r'
exits 1 search -d 2025-10-01 qqqqq

# note
notes="$scratch/notes.book"
"$coding" build -q -o "$notes" releases ../../libcoding/tables/note_*.tsv || complain "no book that reads notes"
expect note_for_people note -b "$notes" -d 2025-10-01 inputs/visit.txt
expect note_as_tsv note -b "$notes" -d 2025-10-01 --tsv <inputs/visit.txt
expect note_as_json note -b "$notes" -d 2025-10-01 --inpatient --json inputs/visit.txt
expect note_in_colours note -b "$notes" -d 2025-10-01 --color always inputs/visit.txt
holds "no escape leaves where there is no terminal" bash -c '! "$0" note -b "$1" inputs/visit.txt | grep -q "$(printf "\033")"' \
    "$coding" "$notes"
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then # where there is a pseudo-terminal
    holds "what leads to a code is underlined on a terminal" bash -c 'TERM=xterm script -qec "$0 note -b $1 inputs/visit.txt" \
        /dev/null </dev/null | grep -q "$(printf "\033\\[4mmultiple sclerosis\033\\[0m")"' "$coding" "$notes"
fi
printf 'A/P: typhoid\r\nfever;\tmultiple sclerosis\r\n<b>&"x"\x1b[31m\xff' >"$scratch/odd.txt"
expect note_of_odd_bytes note -b "$notes" -d 2025-10-01 "$scratch/odd.txt"
"$coding" note -b "$notes" -d 2025-10-01 --html "$scratch/odd.txt" >"$scratch/odd.html"
holds "a page escapes what is in a note" grep -qF '&lt;b&gt;&amp;&quot;x&quot;' "$scratch/odd.html"
holds "a page has no script" bash -c '! grep -qi "<script" "$0"' "$scratch/odd.html"
holds "a page has no control character" bash -c '! LC_ALL=C grep -qP "[\x00-\x08\x0b-\x1f\x7f]" "$0"' "$scratch/odd.html"
exits 2 note -b "$notes" --html --tsv inputs/visit.txt
exits 2 note -b "$notes" --html --json inputs/visit.txt
exits 1 note -b "$notes" --html <<<'denies typhoid fever'
exits 0 note -b "$notes" --html inputs/visit.txt
exits 1 note -b "$notes" <<<'denies typhoid fever'
exits 2 note inputs/visit.txt # the little book has no cues
exits 2 note -b "$notes" inputs/nobody.txt
exits 2 note -b "$notes" inputs/visit.txt inputs/visit.txt
operations="$scratch/operations.book"
"$coding" build -q -o "$operations" releases operations ../../libcoding/tables/note_*.tsv \
    || complain "no book that reads operations"
expect operations_for_people note -b "$operations" -d 2025-01-15 inputs/report.txt
expect operations_as_tsv note -b "$operations" -d 2025-01-15 --tsv inputs/report.txt
expect operations_as_json note -b "$operations" -d 2025-01-15 --json inputs/report.txt
expect an_approach_that_is_not_said note -b "$operations" -d 2025-01-15 <<<'appendectomy'
exits 1 note -b "$operations" -d 2025-01-15 <<<'no appendectomy'

# terms
expect terms_for_people terms -d 2025-10-01 hyperglycaemia Hyper-Tension xmelanoma
expect terms_as_tsv terms -d 2025-10-01 --tsv hypertension melanoma 12
expect terms_as_json terms -d 2025-10-01 --json -n 1 $'HYPERGLYC\xc3\x86MIA'
exits 2 terms
exits 2 terms $'\xff'
exits 0 terms melanoma
exits 1 terms melanoma xylophone

# review: a book with tables of claims, made by hand
tables=../../libcoding/tables
"$coding" build -q -o "$scratch/claims.book" releases claims $tables/claim_modifiers.tsv $tables/claim_visits.tsv
little=$CODING_BOOK
export CODING_BOOK=$scratch/claims.book
asked=form,code,ncci-ptp,mue,multiple,global
expect review_for_people review --rules $asked inputs/claims.txt
expect review_as_tsv review --tsv --rules $asked inputs/claims.txt
expect review_as_json review --json --rules $asked inputs/claims.txt
expect review_of_x12 review --rules $asked inputs/claims.837
expect review_of_a_folder review --tsv --rules $asked inputs/folder
expect review_of_one_claim review --rules $asked "professional 2026-01-15 | dx I10 | 45385 \$900 | 45378 \$400"
expect review_by_some_rules review --rules ncci-ptp,mue --no-notes -c "professional 2026-01-15 | dx I10 | 45385 | 45378"
expect review_of_what_is_no_claim review -c "professional 2026-01-15 45378 | dx I10"
expect review_of_what_is_no_file_of_claims review releases/editions.tsv
expect review_by_a_rule_that_is_none review --rules ncci inputs/claims.txt
expect review_as_a_page review --html --rules $asked inputs/claims.txt
expect review_keeps_few_examples review --html -n 1 --rules mue,ncci-ptp inputs/claims.txt inputs/claims.txt
"$coding" review --tsv <inputs/claims.837 >"$scratch/out"
"$coding" review --tsv inputs/claims.837 >"$scratch/named"
sed -i 's|inputs/claims.837||' "$scratch/named"
holds "standard input is read as a file is" cmp "$scratch/named" "$scratch/out"
"$coding" review --report "$scratch/page.html" inputs/claims.txt >"$scratch/out"
holds "a report leaves the summary alone" test "$(grep -c '^claim ' "$scratch/out")" -eq 0
holds "--report writes what --html prints" sh -c "'$coding' review --html inputs/claims.txt | cmp - '$scratch/page.html'"
holds "a page fetches nothing and runs nothing" test "$(grep -cE '<script|src=|url\(|https?:' "$scratch/page.html")" -eq 0
holds "a page lets no claim write in it" test "$(grep -c '<b>&' "$scratch/page.html")" -eq 0
exits 0 review --no-notes --rules mue "professional 2026-01-15 | dx I10 | 99213"
exits 1 review --rules mue "professional 2026-01-15 | dx I10 | 99213 x3"
exits 1 review --rules mue "professional 2026-04-01 | dx I10 | 99213"
mkdir -p "$scratch/mixed"
cp inputs/claims.837 "$scratch/mixed/"
echo "What lies beside claims is told, and no failure." >"$scratch/mixed/readme.txt"
mkfifo "$scratch/mixed/pipe" 2>/dev/null
exits 1 review --rules mue "$scratch/mixed"
exits 2 review no-such-file
exits 2 review --html --tsv inputs/claims.txt
exits 2 review --report "$scratch/none/page.html" inputs/claims.txt
exits 2 review -n 0 inputs/claims.txt
if (ulimit -v 200000 -c 0 && "$coding" --version) >/dev/null 2>&1; then # a sanitizer needs more
    yes 'professional 2026-01-15 | dx I10 | 45385 $900 | 45378 $400' | head -n 200000 |
        (ulimit -v 200000 && "$coding" review --report "$scratch/page.html") >"$scratch/out"
    holds "any number of claims in the same memory" grep -q '^200,000 claims' "$scratch/out"
fi

# visit
record="stable_chronic=2 tests_ordered=2 risk=moderate"
expect visit_for_people visit -d 2026-01-15 office-established billed=99215 minutes=38 $record medicare
expect visit_as_tsv visit -d 2026-01-15 --tsv billed=99215 minutes=38 $record
expect visit_as_json visit -d 2026-01-15 --json office-new minutes=95 $record
expect visits_line_by_line visit -d 2026-01-15 --tsv <<<$'# of a day\nbilled=99213 stable_chronic risk=low\n\nbilled=99213 minutes=45\r\nemergency minutess=3\nhospital-discharge minutes=31'
expect a_visit_of_no_family visit minutes=30
expect a_visit_before_there_were_levels visit -d 2020-12-31 office-new minutes=30
exits 0 visit -d 2026-01-15 billed=99213 minutes=20
exits 1 visit -d 2026-01-15 billed=99213 minutes=19
exits 1 visit -d 2026-01-15 billed=99213 minutes=30

# sample
expect sample_of_a_frame sample draw --frame 10000 -n 5 --seed 20261124
expect sample_of_strata sample draw --strata amounts/strata.tsv -n 12 --seed 7 --tsv
expect sample_size sample size --frame 10000 --deviation 120 --precision 20
expect estimate_for_people sample estimate --strata amounts/strata.tsv amounts/overpaid.tsv
expect estimate_as_json sample estimate --frame 1000 --json <<<$'overpaid\n0\n0\n125.50\n0\n40'
expect estimate_as_tsv sample estimate --frame 100 --tsv <<<$'100\n140'
expect estimate_of_one_claim sample estimate --frame 100 <<<100
expect an_amount_that_is_none sample estimate --frame 100 <<<$'1\n2\nmuch'
expect a_sample_without_a_seed sample draw --frame 100
expect more_read_than_there_are sample estimate --frame 1 <<<$'1\n2'
exits 0 sample draw --frame 10000 --seed 1
exits 2 sample
exits 2 sample draw --seed 1
exits 2 sample draw --frame 5 --strata amounts/strata.tsv --seed 1
exits 2 sample size --frame 10
exits 2 sample size --frame 10 --deviation 1 --precision 1 --confidence 1
exits 2 sample estimate --frame 10 no-such-file
exits 2 sample estimate --strata amounts/strata.tsv </dev/null
export CODING_BOOK=$little

# risk: its tables are not in this book (docs/risk.md shows what it prints)
exits 2 risk
exits 2 risk V28
exits 2 risk V29 2026 age=70
exits 2 risk V28 soon age=70
exits 1 risk V28 2026 age=70 sex=F E11.9
exits 1 risk V28 2026 age=old sex=F
exits 1 risk V28 2026 age=70 sex=F "no code"
exits 1 risk blend 2026 age=70 sex=F
exits 0 risk V28 2026 </dev/null

# map, comorbidity: their tables are not in this book (docs/crosswalks.md and docs/comorbidity.md show what they print)
exits 2 map --to icd9cm E11.9
exits 2 map --to icd11 E11.9
exits 2 map --to hcpcs E11.9
exits 2 map --from yesterday E11.9
exits 2 comorbidity J18.9 E11.9
exits 2 comorbidity --scheme nobody E11.9
exits 2 comorbidity --scheme charlson-quan@1812 E11.9
exits 2 comorbidity --scheme elixhauser-ahrq@v2021.1 E11.9
exits 2 ccsr E11.9

# group: its tables are not in this book either (docs/stays.md)
exits 2 group -d 2025-10-15 sex=F I21.4
exits 2 group sex=X I21.4
exits 2 group discharge=x I21.4
exits 2 group version=forty I21.4
exits 2 group hospital=mine I21.4
exits 2 group on=2025-13-01 I21.4
exits 2 group colour=red I21.4
exits 2 group I21.4/Q

# diff, info, verify
expect diff_for_people diff older releases
expect diff_as_tsv diff --tsv "$scratch/older.book" "$CODING_BOOK"
expect diff_as_json diff --json older releases
exits 0 diff releases "$CODING_BOOK"
exits 2 diff older no-such-release
"$coding" info --tsv | grep -E '^(edition|origin)' | cut -f 1-4,7 >"$scratch/info"
if [ "${UPDATE:-0}" = 1 ]; then cp "$scratch/info" expected/info; fi
holds "info names editions and origins" diff -u expected/info "$scratch/info"
expect verify_of_a_whole_book verify
cp "$CODING_BOOK" "$scratch/damaged.book"
printf 'XXXX' | dd of="$scratch/damaged.book" bs=1 seek=3000 conv=notrunc status=none # among its texts
exits 1 verify -b "$scratch/damaged.book"
head -c 100 "$CODING_BOOK" >"$scratch/cut.book"
exits 2 verify -b "$scratch/cut.book"

# build
"$coding" build -o "$scratch/again.book" releases >/dev/null
holds "same inputs, same bytes" cmp "$CODING_BOOK" "$scratch/again.book"
"$coding" build --tsv -o "$scratch/again.book" releases | cut -f 1,2 | sed 's/^book.*/book/' >"$scratch/build"
if [ "${UPDATE:-0}" = 1 ]; then cp "$scratch/build" expected/build; fi
holds "build tells what it took" diff -u expected/build "$scratch/build"
"$coding" build -q --from 2025-10-01 -o "$scratch/newest.book" releases
holds "build --from leaves out what had ended" \
    test "$("$coding" info -b "$scratch/newest.book" --tsv | grep -c '^edition')" -lt "$(grep -c '^edition' "$scratch/info")"
exits 0 check -b "$scratch/newest.book" -d 2025-10-01 I10
exits 1 check -b "$scratch/newest.book" -d 2025-09-30 I10
exits 2 build --from 2025-13-01 -o "$scratch/none.book" releases
"$coding" build -q --without notes,phrases -o "$scratch/without.book" releases ../../libcoding/tables/note_*.tsv
holds "build --without leaves out whole chapters" \
    sh -c '! "$1" info --tsv -b "$2" | grep -E "note\\.cues|phrases"' sh "$coding" "$scratch/without.book"
holds "what was left out says so" \
    sh -c 'echo "A/P: cough" | "$1" note -b "$2" 2>&1 | grep -qi "book"' sh "$coding" "$scratch/without.book"
exits 2 build --without dogs -o "$scratch/none.book" releases
exits 2 build -o "$scratch/none.book" no-such-folder
holds "a failed build leaves no book" test ! -e "$scratch/none.book"
exits 2 build releases
exits 2 build -o "$scratch/none.book"

# The terminal, the disk, the pipe
"$coding" check --color always -d 2025-10-01 I10 >"$scratch/out"
holds "colours where they are asked for" grep -q $'\e\\[32m' "$scratch/out"
"$coding" check -d 2025-10-01 I10 >"$scratch/out"
holds "no colours in a pipe" test "$(grep -c $'\e' "$scratch/out")" -eq 0
if [ -w /dev/full ]; then
    "$coding" tree -d 2025-10-01 E11 >/dev/full 2>"$scratch/out"
    holds "a full disk is a failure" test $? -eq 2
fi
yes I10 | head -n 200000 | "$coding" check --tsv -d 2025-10-01 2>"$scratch/out" | head -n 1 >/dev/null
holds "a closed pipe is no news" test ! -s "$scratch/out"
if (ulimit -v 200000 -c 0 && "$coding" --version) >/dev/null 2>&1; then # a sanitizer needs more
    yes I10 | head -n 300000 | (ulimit -v 200000 && "$coding" check --tsv -d 2025-10-01) | sort -u >"$scratch/out"
    holds "any number of lines in the same memory" test "$(wc -l <"$scratch/out")" -eq 1
fi

# Completion
for shell in bash zsh fish; do
    "$coding" --completion $shell >"$scratch/completion.$shell"
    if command -v $shell >/dev/null; then holds "completion of $shell" $shell -n "$scratch/completion.$shell"; fi
done
exits 2 --completion tcsh
for command in check show tree complete search terms build diff info verify review visit sample risk note; do
    "$coding" help $command >"$scratch/out"
    holds "help of $command has an example" grep -q "^  coding $command" "$scratch/out"
    holds "help of $command tells its exit codes" grep -q '^  0  ' "$scratch/out"
    holds "the man page tells of $command" grep -q "Ss coding $command" ../../docs/man/coding.1
    holds "docs/cli.md tells of $command" grep -q "^## coding $command" ../../docs/cli.md
done

echo "$ran cases, $failed failed"
[ $failed -eq 0 ]
