# frozen_string_literal: true

module Coding
  # Claims and visits as the library reads them: a line of words. Nothing that is handed in can leave its word.
  module Written
    SEXES = { "male" => "M", "female" => "F", "unknown" => "-" }.freeze
    POAS = { "yes" => "Y", "no" => "N", "unknown" => "U", "undetermined" => "W" }.freeze
    # Fields of codes, and the word that begins their piece.
    HEADS = { diagnoses: "dx", admitting: "admit", reasons: "reason", causes: "cause", procedures: "pcs" }.freeze
    OF_CLAIM = { discharge: "status", bill: "bill", place: "pos", id: "id", provider: "npi" }.freeze
    OF_LINE = { place: "pos", revenue: "rev", provider: "npi", ndc: "ndc" }.freeze
    CLAIM = [:kind, :first, :last, :sex, :age, :born, :charge, :lines, *OF_CLAIM.keys, *HEADS.keys].freeze
    LINE = [:code, :modifiers, :units, :charge, :first, :last, :pointers, *OF_LINE.keys].freeze

    module_function

    # The text of a value; refused where it would be read as more than one word.
    def word(name, value, marks = "")
      text = value.is_a?(Symbol) ? value.name.tr("_", "-") : value.to_s
      held = text.each_char.find { |letter| letter <= " " || letter == "|" || marks.include?(letter) }
      raise ArgumentError, "#{name} is one word without #{held.inspect}: #{text.inspect}" if held
      raise ArgumentError, "#{name} is empty" if text.empty?

      text
    end

    # A record, or its code alone.
    def fields(given, name, allowed)
      fields = given.is_a?(Hash) ? given : { code: given }
      wrong = fields.keys.find { |key| !allowed.include?(key) }
      raise ArgumentError, "#{name} has no #{wrong.inspect}" if wrong

      fields
    end

    def listed(value) = value.is_a?(Hash) ? [value] : Array(value)

    def day(name, value)
      return value.strftime("%Y-%m-%d") if value.respond_to?(:strftime)

      word(name, value, ".@")
    end

    def days(fields)
      raise ArgumentError, "last needs a first" if fields[:last] && !fields[:first]

      %i[first last].filter_map { |name| day(name, fields[name]) if fields[name] }.join("..")
    end

    def cents(value)
      raise ArgumentError, "charge is whole cents from 0 on, not #{value}" unless value.is_a?(Integer) && value >= 0

      format("%d.%02d", value / 100, value % 100)
    end

    def units(value)
      units = Float(value)
      raise ArgumentError, "units are a number from 0 on, not #{value}" unless units >= 0 && units < 1e9

      format("%.6f", units).sub(/\.?0+\z/, "")
    end

    def words(name, value, marks)
      each = value.is_a?(String) ? value.strip.split(/[ ,:]+/) : listed(value)
      each.map { |one| word(name, one, marks) }
    end

    def keys(fields, names) = names.filter_map { |name, key| "#{key}=#{word(name, fields[name])}" if fields[name] }

    def diagnosis(given)
      fields = fields(given, "a diagnosis", %i[code poa])
      code = word("a diagnosis", fields[:code], "/")
      poa = fields.fetch(:poa, nil).to_s
      poa.empty? || poa == "blank" ? code : "#{code}/#{word('poa', POAS.fetch(poa, poa), '/')}"
    end

    def procedure(given)
      fields = fields(given, "a procedure", %i[code on])
      code = word("a procedure", fields[:code], "@")
      fields[:on] ? "#{code}@#{day(:on, fields[:on])}" : code
    end

    def code_of(line)
      code = line[:code].to_s.empty? ? "-" : word("the code of a line", line[:code])
      raise ArgumentError, "#{code} is no code of a line" if HEADS.value?(code.downcase)

      [code, *words("a modifier", line[:modifiers], "-")].join("-")
    end

    def line(given)
      line = fields(given, "a line", LINE)
      days = days(line)
      pointers = words("a pointer", line[:pointers], ",:")
      [code_of(line), *("x#{units(line[:units])}" if line[:units]), *("@#{days}" unless days.empty?),
       *(">#{pointers.join(',')}" unless pointers.empty?), *("$#{cents(line[:charge])}" if line[:charge]),
       *keys(line, OF_LINE)].join(" ")
    end

    def head(claim)
      days = days(claim)
      [word(:kind, claim.fetch(:kind, "professional")), *(days unless days.empty?),
       *(word(:sex, SEXES.fetch(claim[:sex].to_s, claim[:sex])) if claim[:sex]),
       *(Integer(claim[:age]).to_s if claim[:age]), *("born=#{day(:born, claim[:born])}" if claim[:born]),
       *("charge=#{cents(claim[:charge])}" if claim[:charge]), *keys(claim, OF_CLAIM)].join(" ")
    end

    def claim(given)
      fields = fields(given, "a claim", CLAIM)
      pieces = HEADS.filter_map do |name, head|
        each = listed(fields[name]).map { |one| name == :procedures ? procedure(one) : diagnosis(one) }
        [head, *each].join(" ") unless each.empty?
      end
      [head(fields), *pieces, *listed(fields[:lines]).map { |each| line(each) }].join(" | ")
    end

    def visit(given)
      there = given.reject { |_, value| value.nil? || value == false }
      there.map do |name, value|
        key = word("a field", name.to_s, "=")
        next key if value == true

        name == :family ? word(name, value) : "#{key}=#{word(name, value)}"
      end.join(" ")
    end

    # The line itself, or that of fields.
    def text(given, fields, kind)
      return given if given.is_a?(String) && fields.empty?
      raise TypeError, "a text or fields are needed, not #{given.class}" unless given.nil? || given.is_a?(Hash)

      public_send(kind, { **given.to_h, **fields })
    end

    def numbers(values) = values.to_a.flatten.map { |value| Float(value).to_s }.join(" ")
  end
  private_constant :Written

  # A claim as one line, as Book#review takes it, from its fields: kind, first, last, sex, age, born, id, provider,
  # discharge, bill, place, charge (cents), diagnoses, admitting, reasons, causes, procedures and lines. A code may be a
  # hash: of a diagnosis code and poa, of a procedure code and on, of a line code, modifiers, units, charge, place,
  # revenue, first, last, pointers, provider and ndc. ArgumentError where a value would break out of its place.
  def self.claim(**fields) = Written.claim(fields)

  # The record of a visit as one line, as Book#visit takes it.
  def self.visit(**fields) = Written.visit(fields)
end
