package Whole;

# The whole book, and rows of tables, which tests share.
use strict;
use warnings;

use Exporter 'import';
use Coding;

our $DAY    = 20251001;
our @EXPORT = qw($DAY open_book rows octets text held);

sub open_book { return Coding->open($ENV{CODING_BOOK}) }

# Rows of a table as lists of octets, without comments and the heading.
sub rows {
    my ($path) = @_;
    open my $file, '<:raw', $path or die "$path: $!";
    my @lines = grep { !/^#/ } <$file>;
    shift @lines;
    chomp @lines;
    return map { [split /\t/, $_, -1] } @lines;
}

# Undoes \xNN.
sub octets {
    my ($cell) = @_;
    $cell =~ s/\\x([0-9A-Fa-f]{2})/chr hex $1/ge;
    return $cell;
}

# The characters of octets; undef where they are no UTF-8.
sub text {
    my ($cell) = @_;
    my $text = octets($cell);
    return utf8::decode($text) ? $text : undef;
}

# Bytes that the process holds.
sub held {
    open my $file, '<', '/proc/self/statm' or die "statm: $!";
    return (split ' ', <$file>)[1] * 4096;
}

1;
