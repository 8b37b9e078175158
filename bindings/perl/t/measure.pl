# Prints the nanoseconds of one verdict, the loop included.
use strict;
use warnings;

use FindBin;
use lib $FindBin::Bin;
use List::Util 'shuffle';
use Time::HiRes 'clock';
use Whole;

my $book = open_book();
my $rows = $book->rows('icd10cm');
srand 1;
my @codes = shuffle map { $_->code } grep { $_->rule eq 'stands' } map { $book->entry($_, on => $DAY) }
    $rows->first .. $rows->past - 1;
my ($asked, $began) = (0, clock());
while ($asked < 1_000_000) {
    $book->verdict($_, 'icd10cm', on => 20251001) for @codes;
    $asked += @codes;
}
printf "%.0f\n", (clock() - $began) / $asked * 1e9;
