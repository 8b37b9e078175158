# The rows that C runs, run here: each is passed or failed.
use strict;
use warnings;

use FindBin;
use lib $FindBin::Bin;
use Test::More;
use Whole;

my ($passed, $failed) = (0, 0);
my $book = open_book();
# The little book of clinical categories, which script/setup makes beside the whole one.
my $little_path = $ENV{CODING_BOOK} =~ s{[^/]*$}{ccsr.book}r;
my $little = -e $little_path ? Coding->open($little_path) : undef;

sub printed { my ($parsed) = @_; return $parsed->code ? join '-', $parsed->code, @{ $parsed->modifiers } : '-' }

sub damage_of {
    my ($it) = @_;
    return $it->damage eq 'none' ? '-' : $it->damage . '@' . $it->span->offset;
}

# Octets read as their characters do, and their spans count bytes, as those of the rows do.
sub same_but_for_spans {
    my ($cell, $read, $ask) = @_;
    my $text = text($cell);
    return !defined $text || $ask->($text) eq $read;
}

sub hit_of {
    my ($query, $code) = @_;
    return (grep { $_->code eq $code } @{ $book->search(text($query)) })[0];
}

sub placed {
    my ($part, $number) = @_;
    return $number ? { diagnosis => 'dx', procedure => 'pcs', line => 'line' }->{$part} . " $number" : 'claim';
}

sub printed_finding {
    my ($it) = @_;
    return 'unchecked' if $it->verdict eq 'not-checked' && $it->rule ne 'code';
    my $partner = $it->partner_number ? ' with ' . placed($it->partner_part, $it->partner_number) : '';
    return $it->severity . ' ' . placed($it->part, $it->number) . ' ' . $it->cure . $partner;
}

# A wanted finding may end in ~ and a piece of its sentence.
sub is_wanted {
    my ($it, $wanted) = @_;
    my ($says, $piece) = split /\s*~\s*/, $wanted, 2;
    return printed_finding($it) eq $says && index($it->text, $piece // '') >= 0;
}

sub place_of { my ($span) = @_; return $span->offset . '+' . $span->length }

sub places_of {
    my ($found) = @_;
    return join(' ', map { place_of($_->span) } @{ $found->phrases }) . '|' . place_of($found->rest);
}

sub has_grouper { return scalar eval { $book->group('version=431') } }

sub stay_line {
    my ($version, $stay) = @_;
    my ($sex, $discharge, @words) = split ' ', $stay;
    return join ' ', "version=$version", 'sex=' . ($sex =~ /^[MF]$/ ? $sex : 'U'), "discharge=$discharge", @words;
}

# What is said of a row; the same as the cells that %RIGHT names where it is right.
my %says = (
    parse => sub {
        my ($system, $cell) = @_;
        my $octets  = octets($cell);
        my $parsed  = Coding->parse(\$octets, $system);
        my $differs = defined $parsed->code && $octets ne printed($parsed);
        my $same    = same_but_for_spans($cell, printed($parsed), sub { printed(Coding->parse($_[0], $system)) });
        return (printed($parsed), damage_of($parsed), !!$parsed->changed eq !!$differs && $same ? '' : 'differs');
    },
    identifiers => sub {
        my ($system, $cell) = @_;
        my $parsed = Coding->parse(text($cell), $system);
        return (printed($parsed), $parsed->expected // '-');
    },
    spans => sub {
        my ($system, $cell) = @_;
        my ($octets, $text) = (octets($cell), text($cell));
        my $in_bytes = Coding->parse(\$octets, $system);
        my $in_characters = defined $text ? Coding->parse($text, $system) : $in_bytes;
        return ($in_characters->damage, $in_bytes->span->offset, $in_characters->span->offset);
    },
    check => sub {
        my ($system, $cell, $on) = @_;
        my $octets  = octets($cell);
        my $verdict = $book->check(\$octets, $system, on => $on);
        my $bare    = $book->verdict(\$octets, $system, on => $on);
        return "verdict says $bare" if $bare ne $verdict->rule && $verdict->rule ne 'other-system';
        return $verdict->rule eq 'malformed' ? 'malformed ' . damage_of($verdict->findings->[0]) : $verdict->rule;
    },
    suggest => sub {
        my ($system, $cell, $on) = @_;
        my $near = $book->suggest(text($cell), $system, on => $on);
        my @first = map { $_->code } grep { $_->rank == 0 } @$near;
        return (@first ? "@first" : '-', @$near ? $near->[0]->repair : '-');
    },
    search   => sub { my ($query, $code) = @_; return hit_of($query, $code) ? $code : 'not found' },
    evidence => sub {
        my ($query, $code, $found) = @_;
        my $hit = hit_of($query, $code) or return 'not found';
        my ($word) = grep { $_->found eq text($found) } @{ $hit->evidence };
        return $word ? $word->span->offset . '+' . $word->span->length : 'not found';
    },
    claims => sub {
        my ($rule, $claim, $wanted) = map { text($_) } @_;
        # A book made without the official releases lacks what rows want of it.
        my $probe = $book->review('professional 2024-07-15 | dx K63.5 | 45385 | 45378');
        return $wanted if grep { $_ eq 'ncci-ptp' } @{ $probe->unasked };
        my $review = $book->review($claim);
        my @found = grep { $_->rule eq $rule } @{ $review->findings };
        my @wants = $wanted eq '-' ? () : split /; /, $wanted;
        my $right = @found == @wants && !grep { !is_wanted($found[$_], $wants[$_]) } 0 .. $#wants;
        return $right ? $wanted : join '; ', map { printed_finding($_) . " ~$_" } @found;
    },
    notes => sub {
        my ($setting, $note) = map { text($_) } @_;
        $note =~ s/\\n/\n/g;
        my $read = $book->annotate($note, on => 0, setting => $setting);
        return join(' ', map { $_->code } grep { !$_->withheld } @{ $read->codes }) || '-';
    },
    operations => sub {
        my ($phrase) = map { text($_) } @_;
        my $read = $book->operate($phrase, on => '2025-12-01');
        return join(' ', map { $_->withheld ? '(' . $_->code . ')' : $_->code } @$read) || '-';
    },
    phrases => sub {
        my ($last, $cell, @right) = @_;
        return @right[0 .. 2] unless @{ $book->scan('heart attack')->phrases };    # without the Alphabetic Index
        my @asked = (last => $last eq 'whole');
        my ($octets, $text) = (octets($cell), text($cell));
        my ($in_bytes, $in_characters) = ($book->scan(\$octets, @asked), $book->scan($text, @asked));
        my @phrases = map { $_->kind . ':' . ($_->code // '-') } @{ $in_characters->phrases };
        return (@phrases ? "@phrases" : '-', places_of($in_bytes), places_of($in_characters));
    },
    ccsr => sub {
        my ($diagnosis, $version) = map { text($_) } @_;
        my $of = eval { $little->ccsr($version eq '-' ? $diagnosis : "$diagnosis version=$version") }
            or return ($@->status, '-', '-');
        my @names = map { $_->name } @{ $of->categories };
        return (@names ? "@names" : '-', map { $_ ? $_->name : '-' } $of->inpatient, $of->outpatient);
    },
    stays => sub {
        my ($version, $stay, $drgs) = map { text($_) } @_;
        return $drgs unless has_grouper();
        my $is = $book->group(stay_line($version, $stay));
        return join ' ', map { sprintf '%03d', $_->drg } $is->first, $is->last;
    },
    queries => sub {
        my ($version, $stay, @right) = map { text($_) } @_;
        return @right[0, 1] unless has_grouper();
        my $all = $book->group_queries(stay_line($version, $stay));
        my @told = map { sprintf '%d %s %s %s %03d', $_->number, $_->reported, $_->code, $_->severity, $_->drg }
            @{ $all->queries };
        return (sprintf('%03d', $all->drg), join('; ', @told) || '-');
    },
    risk => sub {
        my ($model, $year, $member, @right) = map { text($_) } @_;
        return @right[0 .. 2] unless $book->risk_has('v28', 2026);    # without tables of risk adjustment
        my $score = eval { $book->risk($member, lc $model, $year) } or return ('-', '-', '-');
        my @counting = map { $_->number } grep { !$_->lost_to && !$_->dropped } @{ $score->categories };
        return ("@counting", map { sprintf '%d.%03d', int($_ / 1000), $_ % 1000 } $score->raw, $score->payment);
    },
    terms => sub {
        my ($cell) = @_;
        my $word   = text($cell);
        my $split  = $book->term($word)->[0];
        my @pieces = map {
            my $piece = substr $word, $_->span->offset, $_->span->length;
            $_->kind eq 'unknown' ? "($piece)" : $piece;
        } @{ $split->parts };
        return (join('|', @pieces), $split->meaning);
    },
);

# Which cells hold what is right (none: nothing may be said there), and the fewest rows.
my %RIGHT = (
    parse   => [500, 2, 3, undef], identifiers => [50, 2, 3], spans  => [50, 2, 3, 4], check    => [250, 3],
    suggest => [50, 3, 4],         terms       => [100, 1, 2], search => [60, 1],       evidence => [30, 4],
    claims  => [120, 2],           notes       => [35, 2],     stays  => [40, 2],       risk     => [25, 3, 4, 5],
    operations => [25, 1], phrases => [16, 2, 3, 4], queries => [14, 2, 3], ccsr => [14, 2, 3, 4],
);

sub is_asked {
    my ($name, $system) = @_;
    return 1 if $name ne 'check' && $name ne 'suggest' || $book->has_system('hcpcs');
    return $system !~ /^(?:any|hcpcs|modifier|pos)$/;
}

my @names = qw(parse identifiers spans check suggest search evidence terms claims notes operations phrases stays
    queries risk);
if ($little) { push @names, 'ccsr' } else { diag("skipped: ccsr.tsv: there is no $little_path") }
for my $name (@names) {
    my ($least, @right) = @{ $RIGHT{$name} };
    my @rows  = rows("tests/vectors/$name.tsv");
    my $wrong = 0;
    for my $row (grep { is_asked($name, $_->[0]) } @rows) {
        my @said = $says{$name}->(@$row);
        my @expected = map { defined $_ ? text($row->[$_]) : '' } @right;
        my $is_right = !grep { ($said[$_] // 'nothing') ne $expected[$_] } 0 .. $#right;
        $is_right ? $passed++ : $wrong++;
        diag(join(' | ', @$row) . ": @said") unless $is_right;
    }
    $failed += $wrong;
    is($wrong, 0, "every row of $name.tsv");
    cmp_ok(scalar @rows, '>=', $least, "and there are enough");
}

if (my $tally = $ENV{CODING_TALLY}) {
    open my $file, '>', $tally or die "$tally: $!";
    print {$file} "$passed\t$failed\n";
}
done_testing();
