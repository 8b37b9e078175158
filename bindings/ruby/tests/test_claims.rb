# frozen_string_literal: true

require_relative "whole"

# Claims, visits and samples, as a Ruby programmer meets them.
class TestClaims < Minitest::Test
  LINE = "professional 2024-07-15 F 45 | dx K63.5 | 45385 | 45378 $100"
  FIELDS = { first: Date.new(2024, 7, 15), sex: :female, age: 45, diagnoses: ["K63.5"],
             lines: ["45385", { code: "45378", charge: 10_000 }] }.freeze

  def setup = @book = Whole.open_book
  def teardown = @book.close

  def test_a_claim_is_reviewed_by_its_line_or_its_fields
    review = @book.review(LINE)
    assert_equal review, @book.review(FIELDS)
    assert_equal review, @book.review(**FIELDS)
    skip "the book lacks the tables of pair edits" if review.unasked.include?(:ncci_ptp)
    first = review.findings.first
    assert_equal [:denial, 10_000, false], [review.worst, review.at_stake, review.stands?]
    assert_equal [:ncci_ptp, :line, 2, 1, "45378", "45385"],
                 [first.rule, first.part, first.number, first.partner_number, first.code, first.other]
    assert_includes first.to_s, "no modifier parts them"
    alone = @book.review(LINE, rules: [:ncci_ptp], notes: false, money: false)
    assert_equal [[:ncci_ptp], 1], [alone.asked, alone.findings.size]
    assert_raises(ArgumentError) { @book.review(LINE, rules: [:none]) }
    assert_raises(Coding::Unreadable) { @book.review("nothing") }
  end

  def test_a_file_is_its_claims_and_its_trouble
    items = @book.review_file("claim,kind,first,sex,age,diagnoses,code,charge\n" \
                              "A-1,professional,2024-07-15,F,45,K63.5,45385,\nA-1,,,,,,45378,100.00\n" \
                              "A-2,no kind,2024-07-15,F,45,K63.5,45378,\n")
    assert_equal ["A-1", :fine, @book.review(LINE).findings],
                 [items[0].id, items[0].trouble, items[0].review.findings]
    assert_equal [["kind", 4]], items.select { |it| it.trouble == :cell }.map { |it| [it.segment, it.number] }
  end

  def test_a_claim_is_written_as_its_line_and_nothing_leaves_its_place
    line = { code: "45378", modifiers: "59 XS", units: 2, charge: 85_005, pointers: [1, "B"], first: "2024-07-16" }
    assert_equal "inpatient 2024-07-15..2024-07-18 M 0 id=A-1 | dx K63.5 E11.9/Y | pcs 0DTJ4ZZ@2024-07-16 | " \
                 "45378-59-XS x2 @2024-07-16 >1,B $850.05 | - rev=0450",
                 Coding.claim(kind: :inpatient, first: "2024-07-15", last: Date.new(2024, 7, 18), sex: :male, age: 0,
                              id: "A-1", diagnoses: ["K63.5", { code: "E11.9", poa: :yes }],
                              procedures: { code: "0DTJ4ZZ", on: "2024-07-16" }, lines: [line, { revenue: "0450" }])
    ["K63.5 | 45378", "a b", "a|", "", "a\tb", "a\nb", "a\0b"].each do |value|
      [{ diagnoses: [value] }, { procedures: [value] }, { id: value }, { kind: value }, { first: value },
       { lines: [{ code: "1", ndc: value }] }, { lines: [{ code: "1", pointers: [value] }] }].each do |fields|
        assert_raises(ArgumentError, fields.inspect) { Coding.claim(**fields) }
      end
    end
    [{ diagnoses: ["K63.5/Y"] }, { lines: ["dx"] }, { lines: [{ code: "1", modifiers: ["5-2"] }] }, { charge: -1 },
     { charge: 1.5 }, { last: "2024-07-15" }, { colour: 1 }].each do |fields|
      assert_raises(ArgumentError, fields.inspect) { Coding.claim(**fields) }
    end
  end

  def test_the_level_of_a_visit_is_judged
    line = "office-established billed=99215 minutes=38 stable_chronic=2 risk=moderate"
    level = @book.visit(line, on: "2024-07-15")
    assert_equal [:moderate, "99214", :overcoded], [level.mdm, level.code, level.answer]
    assert_equal level, @book.visit(family: :office_established, billed: "99215", minutes: 38, stable_chronic: 2,
                                    risk: :moderate, historian: false, on: "2024-07-15")
    assert_equal :office_established, @book.visit_family("99213", on: 20_240_715)
    assert_raises(Coding::NotInBook) { @book.visit("office-established minutes=20", on: 19_900_101) }
  end

  def test_samples_and_estimates_are_those_of_their_numbers
    assert_equal [33, 56, 74, 86, 87], @book.sample(100, 5, 7)
    assert_equal [8, 12], @book.sample_strata([[100, 3], [50, 9]], 20)
    estimate = @book.estimate([0, 100, 50.5, 1e3], 100)
    assert_equal [28_762.5, 4, 3], [estimate.point, estimate.sample, estimate.found]
    assert_equal 3500.0, @book.estimate_strata([[100, 5, 20, 4], [50, 5, 30, 9]]).point
    assert_equal 213, Coding.sample_size(1000, 50, 5)
    assert_equal "NCCI procedure-to-procedure edits", Coding.claim_rule_title(:ncci_ptp)
    assert_raises(Coding::Unreadable) { @book.estimate([Float::NAN], 1) }
  end
end
