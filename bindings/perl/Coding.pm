package Coding;

use strict;
use warnings;

our $VERSION = '0.1.0';

require Coding::Claim;
require XSLoader;
XSLoader::load('Coding::Native');

sub NEWEST() { 0 }    # the day that asks for a system's newest edition

sub open { return Coding::Book->new($_[1]) }

sub parse {
    my (undef, $text, $system) = @_;
    return Coding::Native::parse($system, $text);
}

sub version      { return Coding::Native::version() }
sub system_title { return Coding::Native::system_title($_[1]) }
sub damage_text  { return Coding::Native::damage_text($_[1]) }
sub status_text  { return Coding::Native::status_text($_[1]) }

sub claim { my (undef, %fields) = @_; return Coding::Claim::claim(\%fields) }
sub visit { my (undef, %fields) = @_; return Coding::Claim::visit(\%fields) }

sub claim_rule_title { return Coding::Native::claim_rule_title($_[1]) }

# Those of the library that need no book, by the same names.
for my $name (qw(charlson_age_points comorbidity_score_name comorbidity_scheme_parse risk_model_named risk_model_title
    risk_segment_title))
{
    my $ask = Coding::Native->can($name);
    no strict 'refs';
    *{"Coding::$name"} = sub { my (undef, @given) = @_; return $ask->(@given) };
}

sub sample_size {
    my (undef, $frame, $deviation, $precision, $confidence) = @_;
    return Coding::Native::sample_size($frame, $deviation, $precision, $confidence // 0.9);
}

sub date_today  { return Coding::Native::date_today() }
sub date_parse  { return Coding::Native::date_parse($_[1]) }
sub date_after  { return Coding::Native::date_after($_[1]) }
sub date_before { return Coding::Native::date_before($_[1]) }

# Of whoever asked: the first place outside of this file.
sub _where {
    for (my $i = 0 ; my ($package, $file, $line) = caller $i ; $i++) {
        return " at $file line $line.\n" unless $package =~ /^Coding(?:::|$)/;
    }
    return "\n";
}

sub _complain { die $_[0] . _where() }

package Coding::Codes;

# The names are those of Python's coding.codes.
sub number {
    my (undef, $text, $system) = @_;
    return Coding::Native::parse($system, $text)->{number};
}
sub text         { return Coding::Native::code_format($_[1]) }
sub bare         { return Coding::Native::code_format_bare($_[1]) }
sub system       { return Coding::Native::code_system($_[1]) }
sub length       { return Coding::Native::code_length($_[1]) }
sub prefix       { return Coding::Native::code_prefix(@_[1, 2]) }
sub append       { return Coding::Native::code_append(@_[1, 2]) }
sub character    { return Coding::Native::code_character(@_[1, 2]) }
sub cpt_category { return Coding::Native::cpt_category_of($_[1]) }
sub cpt_section  { return Coding::Native::cpt_section($_[1]) }
sub ndc          { return Coding::Native::ndc_format(@_[1, 2]) }
sub pcs_axis     { return Coding::Native::pcs_axis(@_[1, 2]) }

package Coding::Error;

use overload '""' => sub { $_[0]->message . $_[0]{where} }, fallback => 1;

our %KINDS = (
    'no-file'     => 'Coding::MissingBook',
    'not-a-book'  => 'Coding::BookError',
    'older-book'  => 'Coding::BookError',
    'newer-book'  => 'Coding::BookError',
    'not-in-book' => 'Coding::NotInBook',
    'misuse'      => 'Coding::Unreadable',
);

@Coding::BookError::ISA = @Coding::NotInBook::ISA = @Coding::ClosedBook::ISA = @Coding::Unreadable::ISA =
    ('Coding::Error');
@Coding::MissingBook::ISA = ('Coding::BookError');

# Called by the library.
sub _new {
    my ($status, $reason, $at) = @_;
    return bless { status => $status, reason => $reason, at => $at, where => Coding::_where() },
        $reason eq 'the book is closed' ? 'Coding::ClosedBook' : $KINDS{$status} // 'Coding::Error';
}

sub message { my ($self) = @_; return $self->{at} eq '' ? $self->{reason} : "$self->{at}: $self->{reason}" }
sub status  { return $_[0]{status} }
sub reason  { return $_[0]{reason} }
sub at      { return $_[0]{at} }

package Coding::Book;

sub new {
    my ($class, $path) = @_;
    return bless Coding::Native::new_Book($path), $class;
}

sub DESTROY    { Coding::Native::delete_Book($_[0]) }
sub CLONE_SKIP { return 1 }    # a book is of the thread that opened it

# Options of a call, by names: what is odd in front is the system.
sub _options {
    my ($given, @names) = @_;
    my %options = (@$given % 2 ? (system => @$given) : @$given);
    for my $name (keys %options) {
        Coding::_complain("no such option: $name") unless grep { $_ eq $name } @names;
    }
    return @options{@names};
}

sub _method {
    my ($name, $sub) = @_;
    no strict 'refs';
    *{"Coding::Book::$name"} = $sub;
}

# $book->METHOD($code, [$system], on => $day)
for my $name (qw(check suggest find find_longest title parent children billable_below ancestors notes sevens successors
    source values_after))
{
    my $ask = Coding::Native->can("Book_$name");
    _method($name, sub {
        my ($book, $code, @given) = @_;
        return $ask->($book, $code, _options(\@given, qw(system on)));
    });
}

# $book->METHOD($code, [$system])
for (['parse', 'read'], map { [$_, $_] } qw(short_title periods titles blocks)) {
    my ($name, $asked) = @$_;
    my $ask = Coding::Native->can("Book_$asked");
    _method($name, sub {
        my ($book, $code, @given) = @_;
        return $ask->($book, $code, _options(\@given, 'system'));
    });
}

# $book->METHOD($argument), as the interface has it
_method($_, Coding::Native->can("Book_$_"))
    for qw(verdict term close is_closed size system system_name has_system newest rows);
_method('all_blocks', Coding::Native->can('Book_system_blocks'));

# Lists that the interface counts and hands out one by one.
for my $one (qw(edition origin section)) {
    my ($ask, $count) = map { Coding::Native->can("Book_$_") } $one, "${one}_count";
    _method("${one}s", sub { my ($book) = @_; return [map { $ask->($book, $_) } 0 .. $count->($book) - 1] });
}

sub identify {
    my ($book, $text, @given) = @_;
    unshift @given, 'on' if @given % 2;
    return Coding::Native::Book_identify($book, $text, _options(\@given, 'on'));
}

sub search {
    my ($book, $text, @given) = @_;
    unshift @given, 'count' if @given % 2;
    my ($system, $on, $count, $skip, $billable_only, $within) =
        _options(\@given, qw(system on count skip billable_only within));
    my ($first, $last) = $within ? map { $book->_number($_, $system) } @$within : (0, 0);
    return Coding::Native::Book_search($book, $text, $system, $on, $count // 10, $skip // 0, $billable_only ? 1 : 0,
        $first, $last);
}

sub term_codes {
    my ($book, $word, @given) = @_;
    unshift @given, 'count' if @given % 2;
    my ($system, $on, $count) = _options(\@given, qw(system on count));
    return Coding::Native::Book_term_codes($book, $word, $system, $on, $count // 10);
}

sub complete_words {
    my ($book, $text, $limit) = @_;
    return Coding::Native::Book_search_complete($book, $text, $limit // 10);
}

sub entry {
    my ($book, $row, @given) = @_;
    unshift @given, 'on' if @given % 2;
    return Coding::Native::Book_entry($book, $row, _options(\@given, 'on'));
}

sub poa_exempt {
    my ($book, $code, @given) = @_;
    my ($system, $on) = _options(\@given, qw(system on));
    return Coding::Native::Book_poa_exempt($book, $code, $system // 'icd10cm', $on);
}

sub complete {
    my ($book, $text, @given) = @_;
    my ($system, $on, $limit) = _options(\@given, qw(system on limit));
    return Coding::Native::Book_complete($book, $text, $system, $on, $limit // 10);
}

sub roots {
    my ($book, @given) = @_;
    return Coding::Native::Book_roots($book, _options(\@given, qw(system on)));
}

sub is_below {
    my ($book, $code, $ancestor, $system) = @_;
    return Coding::Native::Book_is_below($book, map { $book->_number($_, $system) } $code, $ancestor);
}

sub is_within {
    my ($book, $code, $first, $last, $system) = @_;
    return Coding::Native::Book_is_within($book, map { $book->_number($_, $system) } $code, $first, $last);
}

# Bit n: rule n; none named is all of them.
sub _mask {
    my ($rules) = @_;
    return 0 unless defined $rules;
    my %numbers = map { Coding::Native::claim_rule_name($_) => $_ } 0 .. 42;
    my $mask = 0;
    for my $rule (@$rules) { $mask |= 1 << ($numbers{$rule} // Coding::_complain("no such ClaimRule: $rule")) }
    return $mask || Coding::_complain('no rule is named');
}

sub _of_review {
    my ($rules, $notes, $money) = _options($_[0], qw(rules notes money));
    return (_mask($rules), $notes // 1 ? 1 : 0, $money // 1 ? 1 : 0);
}

sub review {
    my ($book, $claim, @given) = @_;
    return Coding::Native::Book_review($book, Coding::Claim::text($claim, \&Coding::Claim::claim), _of_review(\@given));
}

sub review_file {
    my ($book, $text, @given) = @_;
    return Coding::Native::Book_review_file($book, $text, _of_review(\@given));
}

sub visit {
    my ($book, $visit, @given) = @_;
    unshift @given, 'on' if @given % 2;
    my $line = Coding::Claim::text($visit, \&Coding::Claim::visit);
    return Coding::Native::Book_visit($book, $line, _options(\@given, 'on'));
}

sub visit_family {
    my ($book, $code, @given) = @_;
    unshift @given, 'on' if @given % 2;
    return Coding::Native::Book_visit_family($book, $code, _options(\@given, 'on'));
}

# Patients, members and stays are lines of words, reports are texts.
for my $name (qw(group group_what_if group_queries operate)) {
    my $ask = Coding::Native->can("Book_$name");
    _method($name, sub {
        my ($book, $stay, @given) = @_;
        unshift @given, 'on' if @given % 2;
        return $ask->($book, $stay, _options(\@given, 'on'));
    });
}
_method($_, Coding::Native->can("Book_$_")) for qw(ccsr risk risk_blend);

sub scan {
    my ($book, $text, @given) = @_;
    my ($last) = _options(\@given, 'last');
    return Coding::Native::Book_scan($book, $text, $last // 1);
}

sub annotate {
    my ($book, $note, @given) = @_;
    unshift @given, 'on' if @given % 2;
    my ($on, $setting) = _options(\@given, qw(on setting));
    return Coding::Native::Book_annotate($book, $note, $on, $setting // 'outpatient');
}

_method('map', sub {
    my ($book, $code, @given) = @_;
    my ($system, $on, $to, $style) = _options(\@given, qw(system on to style));
    return Coding::Native::Book_map($book, $code, $system, $on, $to, $style // 'gem');
});

sub map_years {
    my ($book, $code, @given) = @_;
    my ($system, $on, $since) = _options(\@given, qw(system on since));
    return Coding::Native::Book_map_years($book, $code, $system, $on, $since // 0);
}

sub comorbidity {
    my ($book, $patient, @given) = @_;
    unshift @given, 'scheme' if @given % 2;
    my ($system, $on, $scheme) = _options(\@given, qw(system on scheme));
    return Coding::Native::Book_comorbidity($book, $patient, $system, $on, $scheme // 'elixhauser-ahrq');
}

sub risk_has {
    my ($book, $model, $year, $plan) = @_;
    return Coding::Native::Book_risk_has($book, $model, $plan // 'ma', $year);
}

sub drg_weight {
    my ($book, $drg, @given) = @_;
    unshift @given, 'on' if @given % 2;
    return Coding::Native::Book_drg_weight($book, _options(\@given, 'on'), $drg);
}

sub group_attributes {
    my ($book, $code, $version, @given) = @_;
    my $names = Coding::Native::Book_group_attributes($book, $code, _options(\@given, 'system'), $version);
    return [split ' ', $names];
}

sub sample { my ($book, @given) = @_; return Coding::Native::Book_sample($book, @given) }

sub sample_strata {
    my ($book, $strata, $total) = @_;
    return Coding::Native::Book_sample_strata($book, Coding::Claim::numbers($strata), $total);
}

sub estimate {
    my ($book, $overpaid, $frame, $confidence) = @_;
    return Coding::Native::Book_estimate($book, Coding::Claim::numbers($overpaid), $frame, $confidence // 0.9);
}

sub estimate_strata {
    my ($book, $strata, $confidence) = @_;
    return Coding::Native::Book_estimate_strata($book, Coding::Claim::numbers($strata), $confidence // 0.9);
}

sub verify { Coding::Native::Book_verify($_[0]); return }

sub _number {
    my ($book, $code, $system) = @_;
    return Coding::Native::Book_read($book, $code, $system // 'icd10cm')->{number};
}

# Records: a reader for each field.
{
    my $records = Coding::Native::records();
    for my $record (keys %$records) {
        for my $field (@{ $records->{$record} }) {
            no strict 'refs';
            *{"Coding::${record}::$field"} = sub { $_[0]{$field} };
        }
    }
}

package Coding::Verdict;

sub stands { return $_[0]{rule} eq 'stands' }

package Coding::Finding;

use overload '""' => sub { $_[0]{text} }, fallback => 1;

package Coding::ClaimFinding;

use overload '""' => sub { $_[0]{text} }, fallback => 1;

package Coding::Review;

sub stands { return $_[0]{worst} ne 'denial' }

package Coding::Source;

use overload '""' => sub {
    my ($self) = @_;
    my $line = $self->{line} ? " line $self->{line}" : '';
    return "$self->{release} " . ($self->{table} // '') . $line;
}, fallback => 1;

1;

__END__

=encoding utf8

=head1 NAME

Coding - US medical codes in process, offline, from one file

=head1 SYNOPSIS

    use Coding;

    my $book = Coding->open('us.book');
    my $verdict = $book->check('G35', on => '2025-10-01');
    print $verdict->findings->[0], "\n" unless $verdict->stands;
    print $_->code, '  ', $_->title, "\n" for @{ $book->search('sprained left ankle', count => 3) };

=head1 DESCRIPTION

A wrong code is an answer, not an error. Every answer says who says so. A check that could not be made is not a pass.

C<on> is the day of service: '2025-10-01', 20251001 or an object that knows C<ymd> (DateTime, Time::Piece); 0 is a
system's newest edition; undef is today, or the newest edition where none reaches today. A C<system> is its name
('icd10cm'), and may stand alone before the options; without one it is found. A code is text, a reference to octets in
UTF-8, or a record that has a code. Spans count characters, or bytes of octets, from 0.

Records are blessed hashes with a reader for each field; they own what they hold and outlive the book. Days and members
of enumerations are text.

=head1 BOOKS

=over

=item Coding->open($path)

That of the path, else the one that $CODING_BOOK names, else the one installed with the library.

=item $book->check($code, [$system], on => $day)

May the code stand on that day? A Verdict with its findings, loudest first; C<< $verdict->stands >> says yes or no.

=item $book->verdict($code, [$system], on => $day)

The bare rule of C<check>: the fast path. With a system named it looks into that one alone.

=item $book->parse($text, $system)

Reads a text as a code of any system of the book. C<< Coding->parse($text, $system) >> needs no book.

=item $book->suggest($code, [$system], on => $day)

Near misses that stand on that day, likeliest first, each with the repair that leads to it.

=item $book->identify($text, on => $day)

Which systems could this text be of? Those in which it stands come first.

=item $book->search($text, [$count], system =>, on =>, skip =>, billable_only =>, within => [$first, $last])

Codes found from words, best first.

=item $book->complete_words($text, [$limit]), $book->term($word), $book->term_codes($word, [$count], system =>, on =>)

Words that go on; a medical word taken apart; codes by the meanings of its parts.

=item $book->find, find_longest, title, parent, children, billable_below, ancestors, notes, sevens, successors, source,
values_after, poa_exempt ($code, [$system], on => $day)

What the book says of a code on a day.

=item $book->short_title, periods, titles, blocks ($code, [$system])

What it says of all days.

=item $book->entry($row, on => $day), rows($system), roots($system, on => $day), all_blocks($system)

Its rows, in printed order.

=item $book->complete($text, $system, on => $day, limit => 10)

Codes that begin with a text.

=item $book->is_below($code, $ancestor, [$system]), is_within($code, $first, $last, [$system])

The printed hierarchy: C4A is within C43-C44.

=item $book->review($claim, rules => [...], notes => 1, money => 1)

What every rule says of a claim, loudest first: its short form, or a hash of the fields that C<< Coding->claim >> takes:
kind, first, last, sex, age, born, id, provider, discharge, bill, place, charge (cents), diagnoses, admitting, reasons,
causes, procedures and lines. It dies where a value would break out of its place.

=item $book->review_file($text, rules => [...], notes => 1, money => 1)

Every claim of a file with its review, and every trouble in it: the text of an X12 837 file or of the tidy table.

=item $book->visit($record, on => $day), visit_family($code, on => $day)

The level that the record of a visit supports: a line, or a hash of the fields that C<< Coding->visit >> takes.

=item $book->annotate($note, on => $day, setting => 'outpatient')

What a note speaks of, how it is asserted, and the codes that it supports, in a coder's order.

=item $book->operate($report, on => $day)

The operations of a report, each as its seven characters of ICD-10-PCS and what the words leave open.

=item $book->scan($text, last => 1)

The phrases of the book in a text of any length, at each word the longest. C<< last => 0 >>: more of it follows, and
what C<rest> says is fed again in front of that.

=item $book->map($code, to => $system, system =>, on =>, style => 'gem'), map_years($code, [$system], on =>, since =>)

What stands for a code in another system, with the rows that say so: without a day as the table says it. What a code, as
it stood on one day, is on another.

=item $book->comorbidity($patient, [$scheme], system =>, on =>)

The groups of a patient and the scores: 'J18.9/Y I13.2/Y', perhaps with age=70, version=2025.1, secondary-only.

=item $book->ccsr($diagnosis)

The clinical categories (CCSR) of a diagnosis: 'E11.22', perhaps with version=2025.1; the newest without.

=item $book->risk($member, $model, $year), risk_blend($member, $year), risk_has($model, $year, [$plan])

The score of a member in a payment year: 'age=72 sex=F dual=2 E11.22@2025-03-01 I50.22 earlier=E11.9'.

=item $book->group($stay, on => $day), group_what_if($stay, on => $day), group_queries($stay, on => $day),
drg_weight($drg, on => $day), group_attributes($code, $version, [$system])

The MS-DRG of a stay: 'sex=F discharge=01 I21.4/Y J96.01/N px 02703DZ'; which single code makes it; which codes of a
reported category the record may be asked for; what it weighs.

=item $book->sample($frame, $count, $seed), sample_strata(\@strata, $total), estimate(\@cents, $frame, $confidence),
estimate_strata(\@strata, $confidence)

Samples for an audit, and what they say of all.

=item $book->editions, origins, sections, size, system($name), system_name($system), has_system($system),
newest($system), verify

The book itself.

=item $book->close, is_closed

Closing twice does nothing; whatever else is asked of a closed book dies.

=back

=head1 CODES AS NUMBERS

C<< Coding::Codes->number($text, $system) >> and back: C<text>, C<bare>, C<system>, C<length>, C<prefix>, C<append>,
C<character>, C<cpt_category>, C<cpt_section>, C<ndc>, C<pcs_axis>.

=head1 ERRORS

What a question cannot be put for dies with a Coding::Error that reads as its words, and has C<status>, C<reason>,
C<at> and C<message>: Coding::MissingBook (a Coding::BookError), Coding::BookError, Coding::NotInBook,
Coding::ClosedBook. A wrong argument dies with words alone.

=cut
