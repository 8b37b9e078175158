# What a programmer in Perl expects: undef, characters, hashes with readers, errors that are objects.
use strict;
use warnings;
use utf8;

use FindBin;
use lib $FindBin::Bin;
use Coding;
use Test::More;
use Time::Piece;
use Whole;

binmode Test::More->builder->$_, ':utf8' for qw(output failure_output todo_output);

my $book = open_book();

# Rows that every scripting language runs (scripting/manners.tsv).

sub argument {
    my ($cell) = @_;
    return [$1, $2] if $cell =~ /^(\w+)\.\.(\w+)$/;
    return $1 + 0 if $cell =~ /^#(\d+)$/;
    return text($cell);
}

# What comes third and later goes by a name here.
my %THIRD = (complete => 'on', identify => 'on', roots => 'on');

sub arguments {
    my ($method, $cell) = @_;
    my (@list, @named);
    for ($cell eq '-' ? () : split /\|/, $cell) {
        if (/^([a-z_]+)=(.*)$/) { push @named, $1 => argument($2) }
        else                    { push @list, argument($_) }
    }
    return (@list, @named) if $method =~ /^(?:is_|identify)/;
    my $day = $method eq 'roots' ? 1 : 2;
    splice @list, $day, 0, 'on' if @list > $day;
    return (@list, @named);
}

sub follow {
    my ($answer, $path) = @_;
    for my $step (grep { length } split /\./, $path) {
        if    ($step eq '#')     { $answer = @$answer }
        elsif ($step =~ /^\d+$/) { $answer = $answer->[$step] }
        else                     { $answer = $answer->$step }
    }
    return $answer // '-';
}

my %IS_FLAG = map { $_ => 1 } qw(true false);

for my $row (rows('bindings/scripting/manners.tsv')) {
    my ($method, $cell, $path) = @$row;
    my ($expected, $because) = map { text($_) } @$row[3, 4];
    my @arguments = arguments($method, $cell);
    my $answer    = eval { [$book->$method(@arguments)] };
    my $sentence  = "$method($cell) $path: $because";
    if ($path =~ /^!(.*)/) {
        my $status = $1;
        like("$@", qr/\Q$expected\E/, $sentence);
        is(ref $@ ? $@->status : '', $status, 'and its status');
        next;
    }
    my $said = defined $answer ? follow($answer->[0], $path) : "died: $@";
    $said = $said ? 'true' : 'false' if $IS_FLAG{$expected};
    if ($expected =~ /^(.*)\*$/) { like($said, qr/^\Q$1\E/, $sentence) }
    else                         { is($said, $expected, $sentence) }
}

# Perl's own.

sub dies {
    my ($words, $call, $sentence) = @_;
    my $lived = eval { $call->(); 1 };
    my $error = $@;
    ok(!$lived, $sentence);
    like("$error", $words, 'and says why');
    return $error;
}

subtest 'a code is text or a record that has one' => sub {
    my $entry = $book->find('E11.9', 'icd10cm', on => $DAY);
    is($book->title($entry, on => $DAY), $entry->title, 'an entry');
    like($book->title($book->search('sprained left ankle', 1)->[0]), qr/^Sprain/, 'a hit');
    is($book->verdict($entry, on => $DAY), 'stands', 'an entry brings its system');
    for my $code (undef, [], {}, sub { 1 }) {
        dies(qr/a code is text or a record that has one/, sub { $book->check($code) },              'check of none');
        dies(qr/a code is text or a record that has one/, sub { $book->verdict($code, 'icd10cm') }, 'verdict of none');
    }
    dies(qr/Usage: .*book, code/, sub { $book->verdict }, 'nothing is asked');
};

subtest 'what is wrong with an argument is told where it was written' => sub {
    my $line = __LINE__ + 1;
    dies(qr/^icd11: no such system at \S*manners\.t line $line\.$/, sub { $book->check('E11.9', 'icd11') }, 'check');
    dies(qr/^no such option: onn at \S*manners\.t line \d+\.$/, sub { $book->check('E11.9', onn => 1) },   'option');
    dies(qr/^no such option: onn at \S*manners\.t line \d+\.$/, sub { $book->verdict('E11.9', onn => 1) }, 'verdict');
    dies(qr/a system is its name or number/, sub { $book->check('E11.9', []) }, 'a system');
    dies(qr/a day is/, sub { $book->check('E11.9', on => []) }, 'a day');
    dies(qr/no day of the calendar/, sub { $book->check('E11.9', on => '') }, 'an empty day');
};

subtest 'a day is text, a number or an object that knows ymd' => sub {
    my $day = Time::Piece->strptime('2025-10-01', '%Y-%m-%d');
    for my $on ($day, '2025-10-01', '20251001', 20251001) {
        is($book->check('G35', 'icd10cm', on => $on)->on, '2025-10-01', "check on $on");
        is($book->verdict('G35', 'icd10cm', on => $on), 'header', "verdict on $on");
    }
    is($book->check('E11.9', 'icd10cm', on => '0')->on, $book->newest('icd10cm'), '0 as text, too');
};

subtest 'without a day it is today, or the newest edition where none reaches today' => sub {
    my $today   = localtime->ymd;
    my $reached = grep { $_->system eq 'icd10cm' && $_->first le $today && $today le $_->until } @{ $book->editions };
    is($book->check('E11.9', 'icd10cm')->on, $reached ? $today : $book->newest('icd10cm'), 'as the editions say');
};

subtest 'spans count characters, and bytes of octets' => sub {
    my $text = '🩺 sprained left ankle';
    my $span = $book->search($text, 1)->[0]->evidence->[0]->span;
    is(substr($text, $span->offset, $span->length), 'sprained', 'characters');
    my $octets = $text;
    utf8::encode($octets);
    $span = $book->search(\$octets, 1)->[0]->evidence->[0]->span;
    is(substr($octets, $span->offset, $span->length), 'sprained', 'bytes');
    my $latin = "\xAB" . 'E11,9';    # one character of Perl, whatever holds it
    is(Coding->parse($latin, 'icd10cm')->span->offset, 4, 'a text that is not UTF-8 within');
    is(length $latin, 6, 'and is left as it was');
};

subtest 'what is no UTF-8 is an answer' => sub {
    my $octets = "E11\xFF";
    is($book->check(\$octets, 'icd10cm', on => $DAY)->findings->[0]->damage, 'not-utf8', 'octets');
    no warnings 'surrogate';
    is($book->check("E11\x{D83D}", 'icd10cm', on => $DAY)->findings->[0]->damage, 'not-utf8', 'half a pair');
};

subtest 'an error is an object that reads as its words' => sub {
    my $words = qr/^ZZZ: no such code in this book at \S*manners\.t line/;
    my $error = dies($words, sub { $book->children('ZZZ', 'icd10cm') }, 'no such code');
    isa_ok($error, 'Coding::NotInBook');
    isa_ok($error, 'Coding::Error');
    is($error->status,  'not-in-book',                   'status');
    is($error->reason,  'no such code in this book',     'reason');
    is($error->at,      'ZZZ',                           'place');
    is($error->message, 'ZZZ: no such code in this book', 'words without the line');
};

sub written {
    my ($bytes) = @_;
    my $path = "$ENV{CODING_SCRATCH}/spoilt.book";
    open my $file, '>:raw', $path or die "$path: $!";
    print {$file} $bytes;
    close $file or die "$path: $!";
    return $path;
}

subtest 'missing and damaged books' => sub {
    my $missing = dies(qr{/nowhere/us\.book}, sub { Coding->open('/nowhere/us.book') }, 'there is none');
    isa_ok($missing, 'Coding::MissingBook');
    isa_ok($missing, 'Coding::BookError');
    open my $file, '<:raw', $ENV{CODING_BOOK} or die $!;
    my $whole  = do { local $/; <$file> };
    my $middle = int(length($whole) / 2);
    my $cut    = written(substr $whole, 0, $middle);
    isa_ok(dies(qr/./, sub { Coding->open($cut) }, 'half a book'), 'Coding::BookError');
    substr($whole, $middle, 1) ^= "\xFF";
    my $turned = Coding->open(written($whole));
    isa_ok(dies(qr/./, sub { $turned->verify }, 'a byte is wrong'), 'Coding::BookError');
};

subtest 'the book knows where it is from' => sub {
    my $rows = $book->rows('icd10cm');
    is($book->entry($_, on => $DAY)->system, 'icd10cm', "row $_") for $rows->first, $rows->past - 1;
    is_deeply([grep { length $_->sha256 != 64 } @{ $book->origins }], [], 'each file by its hash');
    is($book->size, -s $ENV{CODING_BOOK}, 'bytes of the file');
    is_deeply([$book->verify], [], 'nothing is wrong with it');
};

subtest 'records read as sentences where they are some' => sub {
    my $verdict = $book->check('G35', 'icd10cm', on => $DAY);
    is("$verdict->{findings}[0]", $verdict->findings->[0]->text, 'a finding');
    like($verdict->findings->[0]->source, qr/^ICD-10-CM FY2026 .+ line \d+$/, 'a source');
    ok(!$verdict->stands, 'a header does not stand');
    ok($book->check('E11.9', 'icd10cm', on => $DAY)->stands, 'a code does');
};

subtest 'codes as numbers, and days' => sub {
    my $codes  = 'Coding::Codes';
    my $number = $codes->number('e119', 'icd10cm');
    is($codes->text($number), 'E11.9', 'text');
    is($codes->bare($number), 'E119', 'bare');
    is($codes->length($number), 4, 'length');
    is($codes->system($number), 'icd10cm', 'system');
    is($codes->text($codes->prefix($number, 3)), 'E11', 'prefix');
    is($codes->append($codes->prefix($number, 3), '9'), $number, 'append');
    is($codes->character($number, 3) . $codes->character($number, 9), '9', 'character');
    is($codes->cpt_category($codes->number('99213', 'cpt')), 'category-1', 'category');
    is($codes->cpt_section($number), undef, 'no section');
    is($codes->ndc($codes->number('00002-7597-01', 'ndc'), 'ndc-442'), '0002-7597-01', 'form of an NDC');
    is($codes->pcs_axis('0', 5), 'Approach', 'axis');
    is(Coding->date_after('2025-12-31'), '2026-01-01', 'the day after');
    is(Coding->date_before(20260101), '2025-12-31', 'the day before');
    is(Coding->date_parse('2025-02-30'), undef, 'no day');
    is(Coding->date_today, localtime->ymd, 'today');
    is(Coding->system_title('icd10cm'), 'ICD-10-CM', 'title of a system');
    is(Coding->damage_text('comma'), 'a comma where the dot belongs', 'damage in words');
    is(Coding->status_text('no-memory'), Coding->status_text(1), 'status in words');
    dies(qr/^no such Damage: commas/, sub { Coding->damage_text('commas') }, 'no such damage');
};

done_testing();
