# Claims, visits and samples, as a Perl programmer meets them.
use strict;
use warnings;

use FindBin;
use lib $FindBin::Bin;
use Test::More;
use Whole;

my $LINE = 'professional 2024-07-15 F 45 | dx K63.5 | 45385 | 45378 $100';
my $book = open_book();
my $review = $book->review($LINE);

sub dies { my ($code, $class) = @_; return !eval { $code->(); 1 } && (!$class || ref $@ && $@->isa($class)) }

is_deeply(
    $book->review({ first => '2024-07-15', sex => 'female', age => 45, diagnoses => ['K63.5'],
        lines => ['45385', { code => '45378', charge => 10000 }] }),
    $review, 'fields say the same as a line');
SKIP: {
    skip 'the book lacks the tables of pair edits', 4 if grep { $_ eq 'ncci-ptp' } @{ $review->unasked };
    my $first = $review->findings->[0];
    is_deeply([$review->worst, $review->at_stake, !!$review->stands], ['denial', 10000, !!0], 'what is at stake');
    is(join(' ', map { $first->$_ } qw(rule part number partner_number code other)), 'ncci-ptp line 2 1 45378 45385',
        'a finding has its places');
    like("$first", qr/no modifier parts them/, 'and reads as its sentence');
    my $alone = $book->review($LINE, rules => ['ncci-ptp'], notes => 0, money => 0);
    is(scalar @{ $alone->findings }, 1, 'rules that are named are asked alone');
}
ok(dies(sub { $book->review($LINE, rules => ['none']) }), 'no such rule');
ok(dies(sub { $book->review('nothing') }, 'Coding::Unreadable'), 'no claim');
ok(dies(sub { $book->review(undef) }), 'none at all');

my $items = $book->review_file("claim,kind,first,sex,age,diagnoses,code,charge\n"
    . "A-1,professional,2024-07-15,F,45,K63.5,45385,\nA-1,,,,,,45378,100.00\n"
    . "A-2,no kind,2024-07-15,F,45,K63.5,45378,\n");
is_deeply($items->[0]->review->findings, $review->findings, 'a file is its claims');
is(join(' ', map { $items->[1]->$_ } qw(trouble segment number)), 'cell kind 4', 'and its trouble');

my $line = { code => '45378', modifiers => '59 XS', units => 2, charge => 85005, pointers => [1, 'B'],
    first => '2024-07-16' };
is(Coding->claim(kind => 'inpatient', first => '2024-07-15', last => '2024-07-18', sex => 'male', age => 0, id => 'A-1',
        diagnoses => ['K63.5', { code => 'E11.9', poa => 'yes' }],
        procedures => { code => '0DTJ4ZZ', on => '2024-07-16' }, lines => [$line, { revenue => '0450' }]),
    'inpatient 2024-07-15..2024-07-18 M 0 id=A-1 | dx K63.5 E11.9/Y | pcs 0DTJ4ZZ@2024-07-16'
        . ' | 45378-59-XS x2 @2024-07-16 >1,B $850.05 | - rev=0450', 'a claim is written as its line');
for my $value ('K63.5 | 45378', 'a b', 'a|', '', "a\tb", "a\nb", "a\0b") {
    my @broken = map { Coding->can('claim') && dies(sub { Coding->claim(%$_) }) ? () : $_ } (
        { diagnoses => [$value] }, { procedures => [$value] }, { id => $value }, { kind => $value },
        { lines => [{ code => 1, ndc => $value }] }, { lines => [{ code => 1, pointers => [$value] }] });
    is_deeply(\@broken, [], 'nothing leaves its place');
}
for my $fields ({ diagnoses => ['K63.5/Y'] }, { lines => ['dx'] }, { lines => [{ code => 1, modifiers => ['5-2'] }] },
    { charge => -1 }, { charge => 1.5 }, { last => '2024-07-15' }, { colour => 1 }) {
    ok(dies(sub { Coding->claim(%$fields) }), join ' ', %$fields);
}

my $record = Coding->visit(family => 'office-established', billed => '99215', minutes => 38, stable_chronic => 2,
    risk => 'moderate');
my $level = $book->visit($record, on => '2024-07-15');
is(join(' ', map { $level->$_ } qw(mdm code answer)), 'moderate 99214 overcoded', 'the level of a visit is judged');
is($book->visit_family('99213', on => '2024-07-15'), 'office-established', 'a code has its family');
ok(dies(sub { $book->visit('office-established minutes=20', on => 19900101) }, 'Coding::NotInBook'), 'no levels then');

is_deeply($book->sample(100, 5, 7), [33, 56, 74, 86, 87], 'the same seed draws the same');
is_deeply($book->sample_strata([[100, 3], [50, 9]], 20), [8, 12], 'strata share a sample');
my $estimate = $book->estimate([0, 100, 50.5, 1e3], 100);
is(join(' ', map { $estimate->$_ } qw(point sample found)), '28762.5 4 3', 'an estimate is that of its numbers');
is($book->estimate_strata([[100, 5, 20, 4], [50, 5, 30, 9]])->point, 3500, 'and of strata');
is(Coding->sample_size(1000, 50, 5), 213, 'how many must be read');
is(Coding->claim_rule_title('ncci-ptp'), 'NCCI procedure-to-procedure edits', 'a rule has its title');
done_testing();
