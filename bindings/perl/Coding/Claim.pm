package Coding::Claim;

# Claims and visits as the library reads them: a line of words. Nothing that is handed in can leave its word.
use strict;
use warnings;

my %SEXES = (male => 'M', female => 'F', unknown => '-');
my %POAS  = (yes => 'Y', no => 'N', unknown => 'U', undetermined => 'W');

# Fields of codes, and the word that begins their piece.
my @HEADS = (diagnoses => 'dx', admitting => 'admit', reasons => 'reason', causes => 'cause', procedures => 'pcs');
my %HEADS = @HEADS;
my @OF_CLAIM = (discharge => 'status', bill => 'bill', place => 'pos', id => 'id', provider => 'npi');
my @OF_LINE  = (place => 'pos', revenue => 'rev', provider => 'npi', ndc => 'ndc');
my %CLAIM = (map { $_ => 1 } qw(kind first last sex age born charge lines), keys %HEADS, keys %{ {@OF_CLAIM} });
my %LINE  = (map { $_ => 1 } qw(code modifiers units charge first last pointers), keys %{ {@OF_LINE} });

# The text of a value; refused where it would be read as more than one word.
sub _word {
    my ($name, $value, $marks) = @_;
    my $text = $value // '';
    my $held = $marks ? qr/[\x00-\x20|\Q$marks\E]/ : qr/[\x00-\x20|]/;
    Coding::_complain("$name is one word, not '$text'") if $text =~ $held || $text eq '';
    return "$text";
}

# A record, or its code alone.
sub _fields {
    my ($given, $name, $allowed) = @_;
    my $fields = ref $given eq 'HASH' ? $given : { code => $given };
    for my $key (sort keys %$fields) { Coding::_complain("$name has no $key") unless $allowed->{$key} }
    return $fields;
}

sub _listed { my ($value) = @_; return ref $value eq 'ARRAY' ? @$value : defined $value ? ($value) : () }

sub _day {
    my ($name, $value) = @_;
    return $value->strftime('%Y-%m-%d') if ref $value && $value->can('strftime');
    return _word($name, $value, '.@');
}

sub _days {
    my ($fields) = @_;
    Coding::_complain('last needs a first') if defined $fields->{last} && !defined $fields->{first};
    return join '..', map { _day($_, $fields->{$_}) } grep { defined $fields->{$_} } qw(first last);
}

sub _cents {
    my ($cents) = @_;
    Coding::_complain("charge is whole cents from 0 on, not $cents") unless $cents =~ /^[0-9]+$/;
    return sprintf '%d.%02d', int($cents / 100), $cents % 100;
}

sub _units {
    my ($units) = @_;
    Coding::_complain("units are a number from 0 on, not $units") unless $units =~ /^[0-9]{1,9}(?:\.[0-9]+)?$/;
    return $units;
}

sub _words {
    my ($name, $value, $marks) = @_;
    my @each = defined $value && !ref $value ? grep { $_ ne '' } split /[ ,:]+/, $value : _listed($value);
    return map { _word($name, $_, $marks) } @each;
}

sub _keys {
    my ($fields, @names) = @_;
    my @words;
    while (my ($name, $key) = splice @names, 0, 2) {
        push @words, "$key=" . _word($name, $fields->{$name}) if defined $fields->{$name};
    }
    return @words;
}

sub _diagnosis {
    my $fields = _fields($_[0], 'a diagnosis', { code => 1, poa => 1 });
    my $code   = _word('a diagnosis', $fields->{code}, '/');
    my $poa    = $fields->{poa} // 'blank';
    return $poa eq 'blank' ? $code : "$code/" . _word('poa', $POAS{$poa} // $poa, '/');
}

sub _procedure {
    my $fields = _fields($_[0], 'a procedure', { code => 1, on => 1 });
    my $code   = _word('a procedure', $fields->{code}, '@');
    return defined $fields->{on} ? "$code@" . _day('on', $fields->{on}) : $code;
}

sub _code {
    my ($line) = @_;
    my $code = defined $line->{code} && $line->{code} ne '' ? _word('the code of a line', $line->{code}) : '-';
    Coding::_complain("$code is no code of a line") if grep { lc $code eq $_ } values %HEADS;
    return join '-', $code, _words('a modifier', $line->{modifiers}, '-');
}

sub _line {
    my $line     = _fields($_[0], 'a line', \%LINE);
    my @words    = (_code($line));
    my $days     = _days($line);
    my @pointers = _words('a pointer', $line->{pointers}, ',:');
    push @words, 'x' . _units($line->{units}) if defined $line->{units};
    push @words, "\@$days" if $days ne '';
    push @words, '>' . join ',', @pointers if @pointers;
    push @words, '$' . _cents($line->{charge}) if defined $line->{charge};
    return join ' ', @words, _keys($line, @OF_LINE);
}

sub _head {
    my ($claim) = @_;
    my @words = (_word('kind', $claim->{kind} // 'professional'));
    my $days  = _days($claim);
    push @words, $days if $days ne '';
    push @words, _word('sex', $SEXES{ $claim->{sex} } // $claim->{sex}) if defined $claim->{sex};
    push @words, _word('age', $claim->{age}) if defined $claim->{age};
    push @words, 'born=' . _day('born', $claim->{born}) if defined $claim->{born};
    push @words, 'charge=' . _cents($claim->{charge}) if defined $claim->{charge};
    return join ' ', @words, _keys($claim, @OF_CLAIM);
}

sub claim {
    my $claim  = _fields($_[0], 'a claim', \%CLAIM);
    my @pieces = (_head($claim));
    my @heads  = @HEADS;
    while (my ($name, $head) = splice @heads, 0, 2) {
        my @words = map { $name eq 'procedures' ? _procedure($_) : _diagnosis($_) } _listed($claim->{$name});
        push @pieces, join ' ', $head, @words if @words;
    }
    return join ' | ', @pieces, map { _line($_) } _listed($claim->{lines});
}

# A field that is 1 is said by its name: it is one, or true.
sub visit {
    my ($visit) = @_;
    my @words;
    for my $name (sort keys %$visit) {
        my $value = $visit->{$name} // next;
        push @words, $name eq 'family' ? _word($name, $value) : _word('a field', $name, '=') . '=' . _word($name, $value);
    }
    return join ' ', @words;
}

# The line itself, or that of fields.
sub text {
    my ($given, $write) = @_;
    return ref $given eq 'HASH' ? $write->($given) : $given;
}

sub numbers { return join ' ', map { sprintf '%.17g', $_ } map { ref $_ ? @$_ : $_ } @{ $_[0] } }

1;
