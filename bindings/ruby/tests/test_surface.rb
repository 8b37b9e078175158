# frozen_string_literal: true

require_relative "whole"

# Nothing of the surface is forgotten; what has another name here is told.
class TestSurface < Minitest::Test
  RENAMED = {
    read: :parse, search_complete: :complete_words, system_blocks: :all_blocks, poa_exempt: :poa_exempt?,
    is_below: :below?, is_within: :within?, has_system: :system?, is_closed: :closed?, risk_has: :risk_has?, edition_count: :editions,
    edition: :editions, origin_count: :origins, origin: :origins, section_count: :sections, section: :sections
  }.freeze
  AS_NUMBERS = {
    code_format: :text, code_format_bare: :bare, code_system: :system, code_length: :length, code_prefix: :prefix,
    code_append: :append, code_character: :character, cpt_category_of: :cpt_category, cpt_section: :cpt_section,
    ndc_format: :ndc, pcs_axis: :pcs_axis
  }.freeze
  WORDS = "members of enumerations, and systems, are the library's own words"
  DATES = "Ruby's Date knows the calendar"
  LEFT_OUT = {
    damage_name: WORDS, rule_name: WORDS, repair_name: WORDS, part_kind_name: WORDS, severity_name: WORDS,
    system_name: WORDS, system_parse: WORDS, claim_rule_name: WORDS, claim_cure_name: WORDS, claim_kind_name: WORDS,
    claims_trouble_name: WORDS, visit_family_name: WORDS, visit_answer_name: WORDS, mdm_name: WORDS,
    cc_name: WORDS, cc_reason_name: WORDS, comorbidity_scheme_name: WORDS, comorbidity_scheme_parse: WORDS,
    comorbidity_state_name: WORDS, drg_return_name: WORDS, drg_type_name: WORDS, map_kind_name: WORDS,
    passage_name: WORDS, outcome_name: WORDS, ground_name: WORDS,
    phrase_kind_name: WORDS, reason_name: WORDS, risk_model_name: WORDS, risk_segment_name: WORDS, risk_use_name: WORDS,
    date_today: DATES, date_parse: DATES, date_after: DATES,
    date_before: DATES, version: "Coding::VERSION"
  }.freeze

  def function?(name)
    Coding.respond_to?(name) || Coding::Codes.respond_to?(AS_NUMBERS.fetch(name, :none)) || LEFT_OUT.key?(name)
  end

  def method?(name) = Coding::Book.public_method_defined?(RENAMED.fetch(name, name))

  def record?(name, *fields) = Coding.const_get(name).members == fields

  def test_the_librarys_functions_methods_and_records_are_all_here
    promised = File.readlines(ENV.fetch("CODING_SURFACE"), chomp: true).map(&:split)
    promised.each do |kind, name, *fields|
      assert send("#{kind}?", name.to_sym, *fields.map(&:to_sym)), "#{kind} #{name}"
    end
    counted = promised.map(&:first).tally
    assert counted["function"] >= 20 && counted["method"] >= 40 && counted["record"] >= 20
  end
end
