# frozen_string_literal: true

require "date"

# US medical codes in process, offline, from one file.
#
#     Coding.open("us.book") do |book|
#       verdict = book.check("G35", on: Date.new(2025, 10, 1))
#       puts verdict.findings unless verdict.stands?
#     end
#
# A wrong code is an answer, not an error. Every answer says who says so. A check that could not be made is not a pass.
# `on` is the day of service: a Date or Time, 20251001 or "2025-10-01"; 0 is a system's newest edition; nil is today, or
# the newest edition where none reaches today. A system is a Symbol or its name (:icd10cm, "icd10cm"); nil finds it. A
# code is a String or a record that has one. Spans count characters, or bytes of a binary String, from 0.
#
# Answers are frozen Structs and Arrays, own what they hold and outlive the book. Members of enumerations are Symbols.
module Coding
  # What a question could not be put for, in the library's words. A wrong code is none of these: it is an answer.
  class Error < StandardError
    attr_reader :status, :reason, :at

    def initialize(status, reason, at = "")
      super(at.empty? ? reason : "#{at}: #{reason}")
      @status = status
      @reason = reason
      @at = at
    end

    # Called by the library.
    def self.of(status, reason, at)
      return ClosedBook.new(status, reason, at) if reason == "the book is closed"

      KINDS.fetch(status, Error).new(status, reason, at)
    end
  end

  # The file is no book, a damaged one, or one of another format.
  class BookError < Error; end

  # There is no such file, or it cannot be read.
  class MissingBook < BookError; end

  # The book lacks the table, or the code, that would answer.
  class NotInBook < Error; end

  # The text is no claim, no record of a visit, or no list of numbers; `at` is the word.
  class Unreadable < Error; end

  # The book was closed.
  class ClosedBook < Error; end

  class Error
    KINDS = {
      no_file: MissingBook, not_a_book: BookError, older_book: BookError, newer_book: BookError,
      not_in_book: NotInBook, misuse: Unreadable
    }.freeze
    private_constant :KINDS
  end
end

require "coding/native"
require "coding/claim"

module Coding
  private_constant :Native

  # The day that asks for a system's newest edition.
  NEWEST = 0

  VERSION = Native.version.freeze

  # A book: one file that holds the facts. After `close` every question raises ClosedBook.
  class Book < Native::Book
    # :section: May it stand?

    # May the code stand on that day? A Verdict with its findings, loudest first.
    def check(code, system = nil, on: nil) = super(code, system, on)

    # The bare rule of `check`: the fast path. With a system named it looks into that one alone.
    def verdict(code, system = nil, on: nil) = Native.verdict(self, code, system, on)

    # Reads a text as a code of any system of the book, users' own included.
    def parse(text, system) = read(text, system)

    # Near misses that stand on that day, likeliest first, each with the repair that leads to it.
    def suggest(code, system = nil, on: nil) = super(code, system, on)

    # Which systems could this text be of? Those in which it stands come first.
    def identify(text, on: nil) = super(text, on)

    # :section: From words to codes.

    # Codes found from words, best first. `within` is a printed range (["S50", "S59"]) of the system, or of ICD-10-CM.
    def search(text, count = 10, system: nil, on: nil, skip: 0, billable_only: false, within: nil)
      first, last = within ? within.to_a.map { |code| number(code, system) } : [0, 0]
      super(text, system, on, count, skip, billable_only, first, last)
    end

    # Words of the book that begin as the last word of the text does, likeliest first.
    def complete_words(text, limit = 10) = search_complete(text, limit)

    # Takes a medical word apart: the best way first, then others that fit as well or nearly so.
    def term(word) = super

    # Codes whose texts hold the word, or else the meanings of all its roots.
    def term_codes(word, count = 10, system: nil, on: nil) = super(word, system, on, count)

    # :section: What the book says of a code.

    # The entry of a code, on whatever days it stood; nil if no edition ever had it.
    def find(code, system = nil, on: nil) = super(code, system, on)

    # The entry of the longest beginning of a code that the book has.
    def find_longest(code, system, on: nil) = super(code, system, on)

    # The entry of a row number.
    def entry(row, on: nil) = super(row, on)

    # The long title on a day; 0: the newest it had.
    def title(code, system = nil, on: nil) = super(code, system, on)

    # The short title of the newest edition that prints one, else the long one.
    def short_title(code, system = nil) = super(code, system)

    # The entry above; nil at the top.
    def parent(code, system = nil, on: nil) = super(code, system, on)

    # The entries just below, in force on that day, in printed order.
    def children(code, system = nil, on: nil) = super(code, system, on)

    # Every billable code below, in force on that day, in printed order.
    def billable_below(code, system = nil, on: nil) = super(code, system, on)

    # The entries above, nearest first.
    def ancestors(code, system = nil, on: nil) = super(code, system, on)

    # The days on which it was billable, or a header.
    def periods(code, system = nil) = super(code, system)

    # Every title it had, with its days.
    def titles(code, system = nil) = super(code, system)

    # Notes in force on a day, nearest holder first. NotInBook where no snapshot of them reaches it.
    def notes(code, system = nil, on: nil) = super(code, system, on)

    # 7th characters that complete the code on that day.
    def sevens(code, system = nil, on: nil) = super(code, system, on)

    # The section and the chapter that hold it, nearest first.
    def blocks(code, system = nil) = super(code, system)

    # Codes that took its place.
    def successors(code, system = nil, on: nil) = super(code, system, on)

    # Who says that it stood on that day; nil if nobody does.
    def source(code, system = nil, on: nil) = super(code, system, on)

    # Exempt from present-on-admission reporting that day? NotInBook where no list reaches it.
    def poa_exempt?(code, system = :icd10cm, on: nil) = poa_exempt(code, system, on)

    # Is a code below another in the printed hierarchy?
    def below?(code, ancestor, system = nil) = is_below(number(code, system), number(ancestor, system))

    # Does a code lie in the printed range from `first` to everything below `last`? (C4A is in C43-C44.)
    def within?(code, first, last, system = nil) = is_within(*[code, first, last].map { |each| number(each, system) })

    # :section: What may follow.

    # Codes that begin with a text, in force that day, in printed order.
    def complete(text, system, on: nil, limit: 10) = super(text, system, on, limit)

    # What may follow a beginning of a code that day, with labels.
    def values_after(text, system, on: nil) = super(text, system, on)

    # :section: Claims.

    # What every rule says of a claim, loudest first: its short form, or the fields that Coding.claim takes, as a Hash
    # or by name. `rules` asks those alone; without `notes` and `money` less is said.
    def review(claim = nil, rules: nil, notes: true, money: true, **fields)
      super(Written.text(claim, fields, :claim), mask(rules), notes, money)
    end

    # Every claim of a file with its review, and every trouble in it: the text of an X12 837 file or the tidy table.
    def review_file(text, rules: nil, notes: true, money: true) = super(text, mask(rules), notes, money)

    # The level that the record of a visit supports: a line, or the fields that Coding.visit takes.
    def visit(visit = nil, on: nil, **fields) = super(Written.text(visit, fields, :visit), on)

    # The family of visits that a code is of on a day.
    def visit_family(code, on: nil) = super(code, on)

    # :section: From notes to codes, and from one code set to another.

    # What a note speaks of, how it is asserted, and the codes that it supports, in a coder's order.
    def annotate(note, on: nil, setting: :outpatient) = super(note, on, setting)

    # The operations of a report, each as its seven characters of ICD-10-PCS and what the words leave open.
    def operate(report, on: nil) = super(report, on)

    # The phrases of the book in a text of any length, at each word the longest. `last: false`: more of it follows, and
    # what `rest` says is fed again in front of that.
    def scan(text, last: true) = super(text, last)

    # What stands for a code in another system, with the rows that say so: without a day as the table says it.
    def map(code, to:, system: nil, on: nil, style: :gem) = super(code, system, on, to, style)

    # What a code, as it stood on the day `since` (0: the last on which it did), is on another day.
    def map_years(code, system = nil, on: nil, since: 0) = super(code, system, on, since)

    # :section: Comorbidity, risk scores, stays: lines of words.

    # The groups of a patient and the scores: "J18.9/Y I13.2/Y", perhaps with age=70, version=2025.1, secondary-only.
    def comorbidity(patient, scheme = :elixhauser_ahrq, system: nil, on: nil) = super(patient, system, on, scheme)

    # The clinical categories (CCSR) of a diagnosis: "E11.22", perhaps with version=2025.1; the newest without.
    def ccsr(diagnosis) = super

    # The score of a member in a payment year: "age=72 sex=F dual=2 E11.22@2025-03-01 I50.22 earlier=E11.9".
    def risk(member, model, year) = super

    # What Medicare Advantage was paid for a member: one model, or a blend of two.
    def risk_blend(member, year) = super

    # Has the book all tables of that model, plan and payment year?
    def risk_has?(model, year, plan = :ma) = risk_has(model, plan, year)

    # The MS-DRG of a stay, and what makes it: "sex=F discharge=01 I21.4/Y J96.01/N px 02703DZ".
    def group(stay, on: nil) = super(stay, on)

    # Which single code makes the group of a stay: each is left out in turn, and a CC and an MCC are added.
    def group_what_if(stay, on: nil) = super(stay, on)

    # What to ask the record of a stay: codes of a reported category that would count for more and give another group.
    def group_queries(stay, on: nil) = super(stay, on)

    # What Table 5 of the payment rule says of a DRG on the day of discharge.
    def drg_weight(drg, on: nil) = super(on, drg)

    # The attributes by which formulas of MS-DRG know a code in a version; 431 is v43.1.
    def group_attributes(code, version, system = nil) = super(code, system, version).split

    # :section: Samples for an audit: numbers alone, which ask no fact of the book.

    # Different numbers from 0 to `frame` - 1, ascending; the same seed always draws the same.
    def sample(frame, count, seed) = super

    # Shares a sample among strata: of each its size and expected deviation.
    def sample_strata(strata, total) = super(Written.numbers(strata), total)

    # The overpayment of all claims, from the cents of each that was read, 0 for a right one.
    def estimate(overpaid, frame, confidence = 0.9) = super(Written.numbers(overpaid), frame, confidence)

    # The same of strata: of each its size, claims read, their mean and variance.
    def estimate_strata(strata, confidence = 0.9) = super(Written.numbers(strata), confidence)

    # :section: The book itself.

    # Top entries of a system on a day.
    def roots(system, on: nil) = super(system, on)

    # All chapters and sections of a system, each chapter before its sections.
    def all_blocks(system) = system_blocks(system)

    # Row numbers of a system, in printed order.
    def rows(system)
      rows = super
      rows.first...rows.past
    end

    # Every edition of every system, by system and first day.
    def editions = Array.new(edition_count) { |i| edition(i) }.freeze

    # Where each part of the book came from.
    def origins = Array.new(origin_count) { |i| origin(i) }.freeze

    # The named sections of the file.
    def sections = Array.new(section_count) { |i| section(i) }.freeze

    # Bytes of the file.
    def size = super

    # The system of that name in this book, users' own included; :any if there is none.
    def system(name) = super(name.is_a?(Symbol) ? name.name.tr("_", "-") : name)

    # The name of a system as this book knows it.
    def system_name(system) = super

    # Does the book hold any code of the system?
    def system?(system) = has_system(system)

    # First day of the newest edition of a system.
    def newest(system) = super

    # Reads the whole book; BookError with the first fault.
    def verify
      super
      nil
    end

    # Has it been closed?
    def closed? = is_closed

    # Gives the book back. Closing twice does nothing.
    def close = super

    def inspect
      return "#<Coding::Book, closed>" if closed?

      held = editions.map(&:system).uniq.map { |system| "#{system_name(system)} from #{newest(system)}" }
      "#<Coding::Book #{held.join(', ')}>"
    end

    private :read, :search_complete, :poa_exempt, :is_below, :is_within, :system_blocks, :edition_count, :edition,
            :origin_count, :origin, :section_count, :section, :has_system, :is_closed, :risk_has

    private def mask(rules)
      return 0 if rules.nil?

      numbers = (0..42).to_h { |number| [Native.claim_rule_name(number).tr("-", "_").to_sym, number] }
      named = rules.map { |rule| numbers.fetch(rule.to_s.tr("-", "_").to_sym) { raise ArgumentError, "no rule #{rule}" } }
      raise ArgumentError, "no rule is named" if named.empty?

      named.uniq.sum { |number| 1 << number }
    end

    private def number(code, system) = read(code, system || :icd10cm).number
  end

  # Opens a book: that of the path, else the one that $CODING_BOOK names, else the one installed with the library. With
  # a block it is closed behind it, and the block's value is answered.
  def self.open(path = nil)
    book = Book.new(path)
    return book unless block_given?

    begin
      yield book
    ensure
      book.close
    end
  end

  # Reads a code of one built-in system. Pure: no book. Says what is wrong with the form, and where.
  def self.parse(text, system) = Native.parse(system, text)

  # The name of a built-in system in words: "ICD-10-CM".
  def self.system_title(system) = Native.system_title(system)

  # The damage as a sentence without its place: "a comma where the dot belongs".
  def self.damage_text(damage) = Native.damage_text(damage)

  # A rule of claims in words: "NCCI procedure-to-procedure edits".
  def self.claim_rule_title(rule) = Native.claim_rule_title(rule)

  # How many claims must be read for a two-sided interval of half the width `precision`, in cents.
  def self.sample_size(frame, deviation, precision, confidence = 0.9)
    Native.sample_size(frame, deviation, precision, confidence)
  end

  # Charlson's points for age: 1 from 50 on, one more each ten years, 4 from 80 on.
  def self.charlson_age_points(age) = Native.charlson_age_points(age)

  # What score 0 or 1 of a scheme is called: "readmission", "mortality"; empty for none.
  def self.comorbidity_score_name(scheme, index) = Native.comorbidity_score_name(scheme, index)

  # The model of a name, in letters of any size; :none where it is none.
  def self.risk_model_named(name) = Native.risk_model_named(name)

  # A model as the agency names it: "RxHCC-V08".
  def self.risk_model_title(model) = Native.risk_model_title(model)

  # A segment as the agency's tables have it: "CNA", "Rx_CE_LowAged".
  def self.risk_segment_title(segment) = Native.risk_segment_title(segment)

  # A status in words.
  def self.status_text(status) = Native.status_text(status)

  # Codes as the 64-bit numbers that columns hold: they sort as codes do, and 0 is none.
  module Codes
    module_function

    # The number of a code of a built-in system; 0 where the text is none.
    def number(text, system) = Native.parse(system, text).number

    # The code in its own spelling: E11.9, 0DTJ4ZZ, 00002-7597-01.
    def text(number) = Native.code_format(number)

    # The same without dots and dashes, as files and claims hold it.
    def bare(number) = Native.code_format_bare(number)

    # The system a code belongs to; :any for 0.
    def system(number) = Native.code_system(number)

    # Characters of a code without dots; 0 for identifiers that hold a number.
    def length(number) = Native.code_length(number)

    # The first characters of a code.
    def prefix(number, length) = Native.code_prefix(number, length)

    # The code with one more character; 0 where it has no room.
    def append(number, character) = Native.code_append(number, character)

    # The character at an index, counted from 0; empty past the last.
    def character(number, index) = Native.code_character(number, index)

    # The category of a CPT code, by its form.
    def cpt_category(number) = Native.cpt_category_of(number)

    # The section of the CPT book that the number falls in, in our words.
    def cpt_section(number) = Native.cpt_section(number)

    # The NDC in a form (:ndc_442), with dashes; empty where no zero can be dropped there.
    def ndc(number, form) = Native.ndc_format(number, form)

    # The name of an ICD-10-PCS axis (1 to 7) in a section ("0", "B", ...): "Approach".
    def pcs_axis(section, axis) = Native.pcs_axis(section, axis)
  end

  class Verdict
    # Does nobody object?
    def stands? = rule == :stands
  end

  class Finding
    # The sentence.
    def to_s = text
  end

  class ClaimFinding
    # The sentence.
    def to_s = text
  end

  class Review
    # Is there no denial?
    def stands? = worst != :denial
  end

  class Source
    def to_s = [release, table.to_s, *("line #{line}" if line.positive?)].join(" ")
  end
end
