# Answers outlive their book, a closed book says so, and nothing grows.
use strict;
use warnings;

use FindBin;
use lib $FindBin::Bin;
use Coding;
use Test::More;
use Whole;

sub ask {
    my ($book) = @_;
    return [
        $book->check('G35', 'icd10cm', on => $DAY), $book->verdict('E11.9', 'icd10cm', on => $DAY),
        $book->search('sprained left ankle', 3),    $book->suggest('E11,9', 'icd10cm', on => $DAY),
        $book->notes('E11.9', 'icd10cm', on => $DAY), $book->children('E11', 'icd10cm', on => $DAY),
        $book->periods('G35', 'icd10cm'),           $book->identify('E11.9', on => $DAY),
        $book->term('nephrolithiasis'),             $book->editions,
    ];
}

subtest 'answers live on through 200 rounds of open, ask, close' => sub {
    my @kept;
    for (1 .. 200) {
        my $book = open_book();
        push @kept, ask($book);
        $book->close;
    }
    my $want = ask(open_book());
    is(scalar(grep { !Test::More::eq_array($_, $want) } @kept), 0, 'all are the same');
};

sub is_mapped {
    my ($name) = @_;
    open my $maps, '<', '/proc/self/maps' or die "maps: $!";
    return scalar grep { /\Q$name\E/ } <$maps>;
}

subtest 'a book that is dropped is unmapped' => sub {
    {
        my $book = open_book();
        $book->search('ankle');
        ok(is_mapped($ENV{CODING_BOOK}), 'as long as it is held');
    }
    ok(!is_mapped($ENV{CODING_BOOK}), 'and no longer');
};

my %ASKED = (
    check => ['E11.9'], verdict => ['E11.9', 'icd10cm'], parse => ['E11.9', 'icd10cm'], suggest => ['E11,9'],
    identify => ['E11.9'], search => ['ankle'], term_codes => ['ankle'], term => ['nephritis'],
    complete_words => ['ank'], find => ['E11.9'], find_longest => ['E11.99', 'icd10cm'], entry => [5],
    title => ['E11.9'], short_title => ['E11.9'], parent => ['E11.9'], children => ['E11'], billable_below => ['E11'],
    ancestors => ['E11.9'], periods => ['E11.9'], titles => ['E11.9'], notes => ['E11.9'], sevens => ['S52.501'],
    blocks => ['E11.9'], successors => ['G35'], source => ['E11.9'], poa_exempt => ['E11.9'],
    is_below => ['E11', 'E11'], is_within => ['E11', 'E11', 'E11'], complete => ['E11', 'icd10cm'],
    values_after => ['0DT', 'icd10pcs'], roots => ['icd10cm'], all_blocks => ['icd10cm'], rows => ['icd10cm'],
    editions => [], origins => [], sections => [], size => [], system => ['icd10cm'], system_name => ['icd10cm'],
    has_system => ['icd10cm'], newest => ['icd10cm'], verify => [],
    review => ['professional 2024-07-15'], review_file => ['ISA*'], visit => ['emergency'], visit_family => ['99213'],
    sample => [9, 3, 1], sample_strata => [[[9, 1]], 3], estimate => [[1], 9], estimate_strata => [[[9, 1, 1, 1]]],
    annotate => ['cough'], map => ['E11.9', to => 'icd9cm'], map_years => ['E11.9'], comorbidity => ['E11.9'],
    risk => ['age=72 sex=F', 'v28', 2026], risk_blend => ['age=72 sex=F', 2025], risk_has => ['v28', 2026],
    group => ['I21.4'], group_what_if => ['I21.4'], drg_weight => [280], group_attributes => ['I21.4', 430],
    operate => ['appendectomy'], scan => ['cough'], ccsr => ['E11.22'], group_queries => ['I21.4'],
);

subtest 'a closed book says so, whatever is asked' => sub {
    my $book = open_book();
    $book->close;
    $book->close;
    ok($book->is_closed, 'it is closed');
    my @methods = grep { /^[a-z]/ && defined &{"Coding::Book::$_"} } keys %Coding::Book::;
    for my $method (grep { !/^(?:new|close|is_closed)$/ } sort @methods) {
        ok($ASKED{$method}, "$method is asked") or next;
        eval { $book->$method(@{ $ASKED{$method} }) };
        isa_ok($@, 'Coding::ClosedBook', $method);
        like("$@", qr/^the book is closed at /, 'and says so');
    }
};

subtest 'nothing else is a book' => sub {
    for my $other (undef, {}, 'Coding::Book', bless({}, 'Some::Book')) {
        eval { Coding::Native::Book_check($other, 'E11.9', undef, undef) };
        like("$@", qr/a Coding::Book is needed/, 'not ' . ($other // 'undef'));
    }
};

subtest 'memory does not grow over 100,000 calls' => sub {
    plan skip_all => 'ASan keeps what is freed' if is_mapped('libasan');
    my $book   = open_book();
    my $rounds = sub {
        my ($count) = @_;
        for (1 .. $count) {
            $book->check('G35', 'icd10cm', on => $DAY);
            $book->verdict("\x{D800}", 'icd10cm', on => $DAY);
            $book->search('ankle', 1);
            eval { $book->children('ZZZ', 'icd10cm') };
            eval { $book->check('E11.9', 'icd11') };
        }
    };
    no warnings 'surrogate';
    $rounds->(2000);
    my $before = held();
    $rounds->(20000);
    cmp_ok(held() - $before, '<', 2**20, 'less than a megabyte');
};

done_testing();
