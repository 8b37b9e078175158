# frozen_string_literal: true

require "coding"
require "minitest/autorun"

# The whole book, and rows of tables, which tests share.
module Whole
  BOOK = ENV.fetch("CODING_BOOK")
  # The little book of clinical categories, which script/setup makes beside the whole one.
  CCSR_BOOK = File.join(File.dirname(BOOK), "ccsr.book")
  DAY = Date.new(2025, 10, 1)

  module_function

  def open_book(&block) = Coding.open(BOOK, &block)

  # Rows of a table, without comments and the heading.
  def rows(path)
    lines = File.readlines(path, chomp: true, encoding: "UTF-8").reject { |line| line.start_with?("#") }
    lines.drop(1).map { |line| line.split("\t", -1) }
  end

  # Undoes \xNN; what comes of it may be no UTF-8.
  def undo(cell) = cell.b.gsub(/\\x(\h\h)/) { $1.hex.chr }.force_encoding("UTF-8")

  # The library's own spelling of a word.
  def spelt(word) = word.is_a?(Symbol) ? word.name.tr("_", "-") : word

  # Bytes that the process holds.
  def held = File.read("/proc/self/statm").split[1].to_i * 4096
end
