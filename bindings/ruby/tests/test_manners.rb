# frozen_string_literal: true

require "pathname"
require "tempfile"
require_relative "whole"

# Rows that every scripting language runs (scripting/manners.tsv).
class TestSharedManners < Minitest::Test
  NAMES = {
    "is_below" => :below?, "is_within" => :within?, "has_system" => :system?, "poa_exempt" => :poa_exempt?
  }.freeze

  # Where the day stands among arguments without names; it has one here.
  PLACES = { "identify" => 1, "roots" => 1, "is_below" => 9, "is_within" => 9 }.freeze

  def argument(cell)
    case cell
    when /\A(\w+)\.\.(\w+)\z/ then [$1, $2]
    when /\A#(\d+)\z/ then $1.to_i
    when "true" then true
    else Whole.undo(cell)
    end
  end

  def call(book, method, cell)
    named, list = cell.split("|").partition { |each| each.match?(/\A[a-z_]+=/) }
    list = cell == "-" ? [] : list.map { |each| argument(each) }
    options = named.to_h { |each| each.split("=", 2).then { |name, value| [name.to_sym, argument(value)] } }
    place = PLACES.fetch(method, 2)
    options[:on] = list.delete_at(place) if list.size > place
    list << options.delete(:system) if options[:system] # Ruby's has no name
    book.public_send(NAMES.fetch(method, method), *list, **options)
  end

  def follow(answer, path)
    path.split(".").reject(&:empty?).each do |step|
      answer = case step
               when "#" then answer.size
               when /\A\d+\z/ then answer[step.to_i]
               else answer.public_send(step)
               end
    end
    answer.nil? ? "-" : Whole.spelt(answer).to_s
  end

  def assert_said(expected, said, because)
    if expected.end_with?("*")
      assert said.start_with?(expected.chop), because
    else
      assert_equal expected, said, because
    end
  end

  def assert_raised(book, row)
    method, cell, path, expected, because = row
    error = assert_raises(ArgumentError, Coding::Error, because) { call(book, method, cell) }
    assert_includes error.message, expected, because
    assert_equal path.delete_prefix("!"), error.is_a?(Coding::Error) ? Whole.spelt(error.status) : "", because
  end

  Whole.rows("bindings/scripting/manners.tsv").each_with_index do |row, i|
    method, cell, path, expected, because = row
    define_method("test_#{i}_#{method}(#{cell}) #{path}: #{because}") do
      Whole.open_book do |book|
        next assert_raised(book, row) if path.start_with?("!")

        assert_said(expected, follow(call(book, method, cell), path), because)
      end
    end
  end
end

# What a programmer in Ruby expects: nil, encodings, Dates, Symbols, frozen Structs, exceptions.
class TestManners < Minitest::Test
  DAY = Whole::DAY

  def setup = @book = Whole.open_book

  def teardown = @book.close

  def test_a_code_is_a_string_or_a_record_that_has_one
    entry = @book.find("E11.9", :icd10cm, on: DAY)
    assert_equal entry.title, @book.title(entry, on: DAY)
    assert_match(/^Sprain/, @book.title(@book.search("sprained left ankle", 1).first))
    assert_equal :stands, @book.verdict(entry, on: DAY)
    [nil, 5, :e119, [], @book.rows(:icd10cm), DAY].each do |code|
      assert_raises(TypeError) { @book.check(code) }
      assert_raises(TypeError) { @book.verdict(code, :icd10cm) }
    end
    assert_raises(ArgumentError) { @book.verdict }
    assert_raises(ArgumentError) { @book.check("E11.9", onn: DAY) }
  end

  def test_a_day_is_a_date_a_time_a_number_or_text
    [DAY, Time.new(2025, 10, 1, 12), DateTime.new(2025, 10, 1), 20_251_001, "2025-10-01", "20251001"].each do |on|
      assert_equal DAY, @book.check("G35", :icd10cm, on: on).on
      assert_equal :header, @book.verdict("G35", "icd10cm", on: on)
    end
    assert_raises(TypeError) { @book.check("G35", on: 1.5) }
    assert_raises(ArgumentError) { @book.check("G35", on: "today") }
    assert_raises(ArgumentError, RangeError) { @book.check("G35", on: 2**70) }
  end

  def test_without_a_day_it_is_today_or_the_newest_edition_where_none_reaches_today
    reached = @book.editions.any? { |one| one.system == :icd10cm && (one.first..one.until).cover?(Date.today) }
    assert_equal reached ? Date.today : @book.newest(:icd10cm), @book.check("E11.9", :icd10cm).on
  end

  def test_a_system_is_a_symbol_a_name_or_a_number
    [:icd10cm, "icd10cm", "ICD10CM", 1].each { |system| assert @book.check("E11.9", system, on: DAY).stands? }
    assert_equal :loinc_part, Coding.parse("LP14355-9", :loinc_part).system
    [:icd11, "icd11", 500, -1].each do |system|
      assert_match(/no such system/, assert_raises(ArgumentError) { @book.check("E11.9", system) }.message)
    end
    assert_raises(TypeError) { @book.check("E11.9", []) }
  end

  def test_spans_count_characters_and_bytes_of_binary_strings
    text = "🩺 sprained left ankle"
    span = @book.search(text, 1).first.evidence.first.span
    assert_equal "sprained", text[span.offset, span.length]
    span = @book.search(text.b, 1).first.evidence.first.span
    assert_equal "sprained", text.byteslice(span.offset, span.length)
  end

  def test_other_encodings_are_read_as_their_characters
    %w[UTF-16LE ISO-8859-1 Windows-1252].each do |encoding|
      text = "«E11,9»".encode(encoding)
      assert_equal 4, Coding.parse(text, :icd10cm).span.offset
      assert_equal encoding, text.encoding.name
    end
    assert_equal Encoding::UTF_8, @book.title("E11.9", :icd10cm).encoding
    assert_equal Encoding::UTF_8, @book.find("E11.9", :icd10cm).title.encoding
    assert_raises(EncodingError) { Coding.parse("\xD8".dup.force_encoding("UTF-16LE"), :icd10cm) }
  end

  def test_bytes_that_are_no_utf8_are_an_answer
    assert_equal :not_utf8, @book.check("E11\xFF", :icd10cm, on: DAY).findings.first.damage
    assert_equal :not_utf8, @book.check("E11\xFF".b, :icd10cm, on: DAY).findings.first.damage
  end

  def test_an_error_is_an_exception_with_the_librarys_words
    error = assert_raises(Coding::NotInBook) { @book.children("ZZZ", :icd10cm) }
    assert_equal "ZZZ: no such code in this book", error.message
    assert_equal [:not_in_book, "no such code in this book", "ZZZ"], [error.status, error.reason, error.at]
    assert_kind_of Coding::Error, error
  end

  def test_a_missing_book
    error = assert_raises(Coding::MissingBook) { Coding.open("/nowhere/us.book") }
    assert_kind_of Coding::BookError, error
    assert_includes error.message, "/nowhere/us.book"
    assert_raises(TypeError) { Coding.open(5) }
    assert_raises(ArgumentError) { Coding.open("us\0.book") }
  end

  def test_a_damaged_book
    whole = File.binread(Whole::BOOK)
    middle = whole.size / 2
    Tempfile.create("spoilt") do |file|
      File.binwrite(file.path, whole[0, middle])
      assert_raises(Coding::BookError) { Coding.open(Pathname(file.path)) }
      whole.setbyte(middle, whole.getbyte(middle) ^ 0xFF)
      File.binwrite(file.path, whole)
      Coding.open(file.path) { |book| assert_raises(Coding::BookError) { book.verify } }
    end
  end

  def test_the_book_knows_where_it_is_from
    rows = @book.rows(:icd10cm)
    [rows.first, rows.last(1).first].each { |row| assert_equal :icd10cm, @book.entry(row, on: DAY).system }
    assert_nil @book.entry(2**31)
    assert_includes @book.inspect, "icd10cm from "
    assert(@book.origins.all? { |origin| origin.sha256.size == 64 })
    assert_equal File.size(Whole::BOOK), @book.size
    assert_nil @book.verify
  end

  def test_records_are_frozen_and_read_as_sentences_where_they_are_some
    verdict = @book.check("G35", :icd10cm, on: DAY)
    assert_equal verdict.findings.first.text, verdict.findings.first.to_s
    assert_match(/\AICD-10-CM FY2026 .+ line \d+\z/, verdict.findings.first.source.to_s)
    refute verdict.stands?
    assert @book.check("E11.9", :icd10cm, on: DAY).stands?
    assert [verdict, verdict.findings, verdict.findings.first.text].all?(&:frozen?)
    assert_raises(FrozenError) { verdict.rule = :stands }
    assert_equal verdict, @book.check("G35", :icd10cm, on: DAY)
    assert_equal "G35", verdict.then { |it| it in { code: String => code, rule: :header } and code }
  end

  def test_codes_as_numbers_and_words
    codes = Coding::Codes
    number = codes.number("e119", :icd10cm)
    assert_equal ["E11.9", "E119", 4, :icd10cm],
                 [codes.text(number), codes.bare(number), codes.length(number), codes.system(number)]
    assert_equal "E11", codes.text(codes.prefix(number, 3))
    assert_equal number, codes.append(codes.prefix(number, 3), "9")
    assert_equal ["9", ""], [codes.character(number, 3), codes.character(number, 9)]
    assert_equal :category_1, codes.cpt_category(codes.number("99213", :cpt))
    assert_nil codes.cpt_section(number)
    assert_equal "0002-7597-01", codes.ndc(codes.number("00002-7597-01", :ndc), :ndc_442)
    assert_equal "Approach", codes.pcs_axis("0", 5)
    assert_equal "ICD-10-CM", Coding.system_title(:icd10cm)
    assert_equal "a comma where the dot belongs", Coding.damage_text(:comma)
    assert_equal Coding.status_text(1), Coding.status_text(:no_memory)
    assert_match(/no such Damage: :commas/, assert_raises(ArgumentError) { Coding.damage_text(:commas) }.message)
  end
end
