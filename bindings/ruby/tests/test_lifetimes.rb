# frozen_string_literal: true

require_relative "whole"

# Answers outlive their book, a closed book says so, and nothing grows.
class TestLifetimes < Minitest::Test
  DAY = Whole::DAY

  def ask(book)
    [
      book.check("G35", :icd10cm, on: DAY), book.verdict("E11.9", :icd10cm, on: DAY),
      book.search("sprained left ankle", 3), book.suggest("E11,9", :icd10cm, on: DAY),
      book.notes("E11.9", :icd10cm, on: DAY), book.children("E11", :icd10cm, on: DAY), book.periods("G35", :icd10cm),
      book.identify("E11.9", on: DAY), book.term("nephrolithiasis"), book.editions
    ]
  end

  def test_answers_live_on_through_200_rounds_of_open_ask_close
    want = Whole.open_book { |book| ask(book) }
    kept = Array.new(200) { Whole.open_book { |book| ask(book) } }
    GC.start
    assert(kept.all? { |answers| answers == want })
  end

  def test_answers_are_whole_whenever_the_collector_comes
    Whole.open_book do |book|
      want = ask(book)
      GC.stress = true
      got = ask(book)
      GC.stress = false
      assert_equal want, got
    ensure
      GC.stress = false
    end
  end

  def mapped?(name = Whole::BOOK) = File.read("/proc/self/maps").include?(name)

  def test_a_book_that_is_closed_is_unmapped
    Whole.open_book do |book|
      book.search("ankle")
      assert mapped?
    end
    GC.start
    refute mapped?
  end

  ASKED = {
    check: ["E11.9"], verdict: ["E11.9", :icd10cm], parse: ["E11.9", :icd10cm], suggest: ["E11,9"],
    identify: ["E11.9"], search: ["ankle"], term_codes: ["ankle"], term: ["nephritis"], complete_words: ["ank"],
    find: ["E11.9"], find_longest: ["E11.99", :icd10cm], entry: [5], title: ["E11.9"], short_title: ["E11.9"],
    parent: ["E11.9"], children: ["E11"], billable_below: ["E11"], ancestors: ["E11.9"], periods: ["E11.9"],
    titles: ["E11.9"], notes: ["E11.9"], sevens: ["S52.501"], blocks: ["E11.9"], successors: ["G35"],
    source: ["E11.9"], poa_exempt?: ["E11.9"], below?: %w[E11 E11], within?: %w[E11 E11 E11],
    complete: ["E11", :icd10cm], values_after: ["0DT", :icd10pcs], roots: [:icd10cm], all_blocks: [:icd10cm],
    rows: [:icd10cm], editions: [], origins: [], sections: [], size: [], system: ["icd10cm"],
    system_name: [:icd10cm], system?: [:icd10cm], newest: [:icd10cm], verify: [],
    review: ["professional 2024-07-15"], review_file: ["ISA*"], visit: ["emergency"], visit_family: ["99213"],
    sample: [9, 3, 1], sample_strata: [[[9, 1]], 3], estimate: [[1], 9], estimate_strata: [[[9, 1, 1, 1]]],
    annotate: ["cough"], map: ["E11.9", { to: :icd9cm }], map_years: ["E11.9"], comorbidity: ["E11.9"],
    risk: ["age=72 sex=F", :v28, 2026], risk_blend: ["age=72 sex=F", 2025], risk_has?: [:v28, 2026],
    group: ["I21.4"], group_what_if: ["I21.4"], drg_weight: [280], group_attributes: ["I21.4", 430],
    operate: ["appendectomy"], scan: ["cough"], ccsr: ["E11.22"], group_queries: ["I21.4"]
  }.freeze

  def put_to(book, method, *given)
    named = given.last.is_a?(Hash) ? given.pop : {}
    book.public_send(method, *given, **named)
  end

  def test_a_closed_book_says_so_whatever_is_asked
    book = Whole.open_book
    2.times { book.close }
    assert book.closed?
    assert_equal "#<Coding::Book, closed>", book.inspect
    (Coding::Book.public_instance_methods(false) - %i[close closed? inspect]).each do |method|
      error = assert_raises(Coding::ClosedBook, method) { put_to(book, method, *ASKED.fetch(method)) }
      assert_equal "the book is closed", error.message
    end
  end

  def test_a_book_that_was_never_opened_is_none
    book = Coding::Book.allocate
    [-> { book.check("E11.9") }, -> { book.verdict("E11.9") }, -> { book.close }].each do |question|
      assert_match(/never opened/, assert_raises(TypeError, &question).message)
    end
  end

  def test_memory_does_not_grow_over_100_000_calls
    skip "ASan keeps what is freed" if mapped?("libasan")
    Whole.open_book do |book|
      rounds = lambda do |count|
        count.times do
          book.check("G35", :icd10cm, on: DAY)
          book.verdict("\xFF", :icd10cm, on: DAY)
          book.search("ankle", 1)
          book.children("ZZZ", :icd10cm) rescue Coding::NotInBook
          book.check("E11.9", :icd11) rescue ArgumentError
        end
        GC.start
      end
      rounds.call(20_000)
      before = Whole.held
      rounds.call(20_000)
      assert_operator Whole.held - before, :<, 2**20
    end
  end
end
