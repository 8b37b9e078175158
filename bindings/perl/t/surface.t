# Nothing of the surface is forgotten; what has another name here is told.
use strict;
use warnings;

use Coding;
use Test::More;

my %RENAMED = (
    read          => 'parse',    search_complete => 'complete_words', system_blocks => 'all_blocks',
    edition_count => 'editions', edition => 'editions', origin_count => 'origins', origin => 'origins',
    section_count => 'sections', section => 'sections',
);
my %AS_NUMBERS = (
    code_format => 'text', code_format_bare => 'bare', code_system => 'system', code_length => 'length',
    code_prefix => 'prefix', code_append => 'append', code_character => 'character',
    cpt_category_of => 'cpt_category', cpt_section => 'cpt_section', ndc_format => 'ndc', pcs_axis => 'pcs_axis',
);
my %LEFT_OUT = map { $_ => 'members of enumerations, and systems, are the library\'s own words' }
    qw(damage_name rule_name repair_name part_kind_name severity_name system_name system_parse claim_rule_name
    claim_cure_name claim_kind_name claims_trouble_name visit_family_name visit_answer_name mdm_name
    cc_name cc_reason_name comorbidity_scheme_name comorbidity_state_name drg_return_name drg_type_name map_kind_name
    ground_name outcome_name phrase_kind_name passage_name reason_name risk_model_name risk_segment_name risk_use_name);

my %promised = (
    function => sub {
        my ($name) = @_;
        return Coding->can($name) || $AS_NUMBERS{$name} && Coding::Codes->can($AS_NUMBERS{$name}) || $LEFT_OUT{$name};
    },
    method => sub { my ($name) = @_; return Coding::Book->can($RENAMED{$name} // $name) },
    record => sub { my ($name, @fields) = @_; return !grep { !"Coding::$name"->can($_) } @fields },
);

my %counted;
open my $file, '<', $ENV{CODING_SURFACE} or die "the surface: $!";
while (<$file>) {
    my ($kind, @promise) = split;
    ok($promised{$kind}->(@promise), "$kind $promise[0]");
    $counted{$kind}++;
}
cmp_ok($counted{function}, '>=', 20, 'functions');
cmp_ok($counted{method},   '>=', 40, 'methods');
cmp_ok($counted{record},   '>=', 20, 'records');
done_testing();
