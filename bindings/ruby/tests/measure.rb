# frozen_string_literal: true

# Prints the nanoseconds of one verdict, the loop included.
require "coding"

def now = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)

book = Coding.open(ENV.fetch("CODING_BOOK"))
entries = book.rows(:icd10cm).map { |row| book.entry(row, on: 20_251_001) }
codes = entries.select { |entry| entry.rule == :stands }.map(&:code).shuffle(random: Random.new(1))
asked = 0
began = now
while asked < 1_000_000
  codes.each { |code| book.verdict(code, :icd10cm, on: 20_251_001) }
  asked += codes.size
end
puts ((now - began) / asked * 1e9).round
