# frozen_string_literal: true

require_relative "whole"

# What is said of a row of tests/vectors; the same as the cells that RIGHT names where it is right.
class Saying
  def initialize(book) = @book = book

  def printed(parsed) = parsed.code ? [parsed.code, *parsed.modifiers].join("-") : "-"

  def damage_of(it) = it.damage == :none ? "-" : "#{Whole.spelt(it.damage)}@#{it.span.offset}"

  def read(cell, system) = Coding.parse(Whole.undo(cell), system)

  # Bytes read as their characters do, and their spans count bytes.
  def parse(system, cell, *)
    raw = Whole.undo(cell).b
    in_bytes = Coding.parse(raw, system)
    same = printed(in_bytes) == printed(read(cell, system))
    differs = !in_bytes.code.nil? && raw != printed(in_bytes).b
    [printed(in_bytes), damage_of(in_bytes), same && in_bytes.changed == differs]
  end

  def identifiers(system, cell, *)
    parsed = read(cell, system)
    [printed(parsed), parsed.expected || "-"]
  end

  def spans(system, cell, *)
    in_bytes = Coding.parse(Whole.undo(cell).b, system)
    in_characters = read(cell, system)
    [Whole.spelt(in_characters.damage), in_bytes.span.offset.to_s, in_characters.span.offset.to_s]
  end

  def check(system, cell, on, *)
    on = 0 if on == "0"
    verdict = @book.check(Whole.undo(cell).b, system, on: on)
    bare = @book.verdict(Whole.undo(cell), system, on: on)
    return ["verdict says #{bare}"] if bare != verdict.rule && verdict.rule != :other_system
    return [Whole.spelt(verdict.rule)] unless verdict.rule == :malformed

    ["malformed #{damage_of(verdict.findings.first)}"]
  end

  def suggest(system, cell, on, *)
    near = @book.suggest(Whole.undo(cell), system, on: on)
    first = near.select { |one| one.rank.zero? }.map(&:code)
    [first.empty? ? "-" : first.join(" "), near.empty? ? "-" : Whole.spelt(near.first.repair)]
  end

  def hit(query, code) = @book.search(Whole.undo(query)).find { |each| each.code == code }

  def search(query, code, *) = [hit(query, code) ? code : "not found"]

  def evidence(query, code, found, *)
    word = hit(query, code)&.evidence&.find { |each| each.found == found }
    [word ? "#{word.span.offset}+#{word.span.length}" : "not found"]
  end

  PARTS = { diagnosis: "dx", procedure: "pcs", line: "line" }.freeze

  def placed(part, number) = number.zero? ? "claim" : "#{PARTS[part]} #{number}"

  def printed_finding(it)
    return "unchecked" if it.verdict == :not_checked && it.rule != :code

    partner = it.partner_number.zero? ? "" : " with #{placed(it.partner_part, it.partner_number)}"
    "#{it.severity} #{placed(it.part, it.number)} #{Whole.spelt(it.cure)}#{partner}"
  end

  # A wanted finding may end in ~ and a piece of its sentence.
  def wanted?(it, wanted)
    says, piece = wanted.split("~", 2)
    printed_finding(it) == says.rstrip && it.text.include?(piece.to_s.strip)
  end

  def claims(rule, claim, wanted, *)
    # A book made without the official releases lacks what rows want of it.
    return [wanted] if @book.review("professional 2024-07-15 | dx K63.5 | 45385 | 45378").unasked.include?(:ncci_ptp)

    review = @book.review(claim)
    found = review.findings.select { |it| Whole.spelt(it.rule) == rule }
    wants = wanted == "-" ? [] : wanted.split("; ")
    right = found.size == wants.size && found.zip(wants).all? { |it, want| wanted?(it, want) }
    [right ? wanted : found.map { |it| "#{printed_finding(it)} ~#{it}" }.join("; ")]
  end

  def notes(setting, note, *)
    read = @book.annotate(note.gsub("\\n", "\n"), on: 0, setting: setting)
    codes = read.codes.reject(&:withheld).map(&:code)
    [codes.empty? ? "-" : codes.join(" ")]
  end

  def operations(phrase, *)
    read = @book.operate(phrase, on: "2025-12-01")
    [read.empty? ? "-" : read.map { |one| one.withheld ? "(#{one.code})" : one.code }.join(" ")]
  end

  def place_of(span) = "#{span.offset}+#{span.length}"

  def places(found) = "#{found.phrases.map { |one| place_of(one.span) }.join(" ")}|#{place_of(found.rest)}"

  def phrases(last, cell, *)
    in_characters = @book.scan(Whole.undo(cell), last: last == "whole")
    in_bytes = @book.scan(Whole.undo(cell).b, last: last == "whole")
    said = in_characters.phrases.map { |one| "#{Whole.spelt(one.kind)}:#{one.code || "-"}" }
    [said.empty? ? "-" : said.join(" "), places(in_bytes), places(in_characters)]
  end

  def ccsr(diagnosis, version, *)
    of = @book.ccsr(version == "-" ? diagnosis : "#{diagnosis} version=#{version}")
    names = of.categories.map(&:name)
    [names.empty? ? "-" : names.join(" "), of.inpatient&.name || "-", of.outpatient&.name || "-"]
  rescue Coding::NotInBook
    %w[not-in-book - -]
  end

  # A book without a grouper has no answer to compare.
  def grouper? = @grouper ||= @book.group("version=431")

  def stay_line(version, stay)
    sex, discharge, *words = stay.split
    sex = "U" unless %w[M F].include?(sex)
    ["version=#{version}", "sex=#{sex}", "discharge=#{discharge}", *words].join(" ")
  end

  def stays(version, stay, drgs, *)
    grouper?
    is = @book.group(stay_line(version, stay))
    [[is.first, is.last].map { |one| format("%03d", one.drg) }.join(" ")]
  rescue Coding::NotInBook
    [drgs]
  end

  def queries(version, stay, *right)
    grouper?
    all = @book.group_queries(stay_line(version, stay))
    told = all.queries.map do |one|
      format("%d %s %s %s %03d", one.number, one.reported, one.code, Whole.spelt(one.severity), one.drg)
    end
    [format("%03d", all.drg), told.empty? ? "-" : told.join("; ")]
  rescue Coding::NotInBook
    right
  end

  def risk(model, year, member, *right)
    return right unless @book.risk_has?(:v28, 2026) # without tables of risk adjustment

    score = @book.risk(member, model.downcase, year.to_i)
    counting = score.categories.select { |one| one.lost_to.zero? && !one.dropped }.map(&:number)
    [counting.join(" "), *[score.raw, score.payment].map { |number| format("%d.%03d", *number.divmod(1000)) }]
  rescue Coding::NotInBook, Coding::Unreadable
    %w[- - -]
  end

  def terms(word, *)
    split = @book.term(word).first
    pieces = split.parts.map do |part|
      piece = word[part.span.offset, part.span.length]
      part.kind == :unknown ? "(#{piece})" : piece
    end
    [pieces.join("|"), split.meaning]
  end
end

# The rows that C runs, run here: each is passed or failed.
class TestVectors < Minitest::Test
  # The fewest rows, and which cells hold what is right.
  RIGHT = {
    parse: [500, 2, 3], identifiers: [50, 2, 3], spans: [50, 2, 3, 4], check: [250, 3], suggest: [50, 3, 4],
    search: [60, 1], evidence: [30, 4], terms: [100, 1, 2], claims: [120, 2],
    notes: [35, 2], stays: [40, 2], risk: [25, 3, 4, 5],
    operations: [25, 1], phrases: [16, 2, 3, 4], queries: [14, 2, 3], ccsr: [14, 2, 3, 4]
  }.freeze

  @passed = @failed = 0
  class << self
    attr_accessor :passed, :failed
  end

  Minitest.after_run { File.write(ENV.fetch("CODING_TALLY"), "#{TestVectors.passed}\t#{TestVectors.failed}\n") }

  def asked?(book, name, system)
    return true if book.system?(:hcpcs) || !%i[check suggest].include?(name)

    !%w[any hcpcs modifier pos].include?(system)
  end

  def wrong_rows(book, name, rows, right)
    saying = Saying.new(book)
    rows.reject do |row|
      said = saying.public_send(name, *row)
      said.first(right.size) == row.values_at(*right) && said[right.size] != false
    end
  end

  RIGHT.each do |name, (least, *right)|
    define_method("test_every_row_of_#{name}") do
      skip "there is no #{Whole::CCSR_BOOK}" if name == :ccsr && !File.exist?(Whole::CCSR_BOOK)
      Coding.open(name == :ccsr ? Whole::CCSR_BOOK : Whole::BOOK) do |book|
        rows = Whole.rows("tests/vectors/#{name}.tsv")
        asked = rows.select { |row| asked?(book, name, row.first) }
        wrong = wrong_rows(book, name, asked, right)
        TestVectors.passed += asked.size - wrong.size
        TestVectors.failed += wrong.size
        assert_empty wrong
        assert_operator rows.size, :>=, least
      end
    end
  end
end
