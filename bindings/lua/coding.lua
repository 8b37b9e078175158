--- US medical codes in process, offline, from one file.
--
--     local coding = require "coding"
--     local book = assert(coding.open("us.book"))
--     local verdict = book:check("G35", {on = "2025-10-01"})
--     if not verdict:stands() then print(verdict.findings[1]) end
--
-- A wrong code is an answer, not an error. Every answer says who says so. A check that could not be made is not a pass.
-- `on` is the day of service: "2025-10-01", 20251001 or a table as os.date makes it; 0 is a system's newest edition;
-- nil is today, or the newest edition where none reaches today. A system is its name ("icd10cm"); nil finds it. A code
-- is text, or an Entry, Hit or Suggestion. Answers own what they hold and outlive the book. Spans count bytes from 0.
--
-- What a question cannot be put for is an error: a table { status, reason, at } that reads as its words.

local native = require "coding.native"
local written = require "coding.claim"
local records, meta = native.records()
local ask = meta[".fn"] -- as the interface has them, with all their parameters

local coding = {records = records, version = native.version()}

--- The day that asks for a system's newest edition.
coding.NEWEST = 0

-- Names and values of a table of options, as values in the order of `names`.
local function options(given, names)
    local values = {}
    for name, value in pairs(given) do
        local place = names[name]
        if not place then error("no such option: " .. tostring(name), 3) end
        values[place] = value
    end
    return table.unpack(values, 1, names.n)
end

local function names(...)
    local places = {n = select("#", ...)}
    for place = 1, places.n do places[select(place, ...)] = place end
    return places
end

local SYSTEM_ON = names("system", "on")
local ON_SYSTEM = names("on", "system")
local SYSTEM_ON_COUNT = names("system", "on", "count")
local SYSTEM_ON_LIMIT = names("system", "on", "limit")
local OF_NOTE = names("on", "setting")
local OF_MAP = names("system", "on", "style")
local OF_YEARS = names("system", "on", "since")
local OF_REVIEW = names("rules", "notes", "money")
local OF_SEARCH = names("system", "on", "count", "skip", "billable_only", "within")

-- book:METHOD(code, system, on), or book:METHOD(code, {system = ..., on = ...}).
local function dated(question, default)
    return function(book, code, system, on)
        if type(system) == "table" then system, on = options(system, SYSTEM_ON) end
        return question(book, code, system or default, on)
    end
end

-- book:METHOD(code, system)
local function undated(question)
    return function(book, code, system) return question(book, code, system) end
end

-- book:METHOD() for lists that the interface counts and hands out one by one.
local function listed(count, one)
    return function(book)
        local list = {}
        for i = 1, count(book) do list[i] = one(book, i - 1) end
        return list
    end
end

--- A book: one file that holds the facts. Immutable. After `close` every question is an error.
local Book = {
    --- May the code stand on that day? A Verdict with its findings, loudest first.
    check = dated(ask.check),
    --- The bare rule of `check`: the fast path. With a system named it looks into that one alone.
    verdict = native.verdict,
    --- Reads a text as a code of any system of the book, users' own included.
    parse = undated(ask.read),
    --- Near misses that stand on that day, likeliest first, each with the repair that leads to it.
    suggest = dated(ask.suggest),

    --- The entry of a code, on whatever days it stood; nil if no edition ever had it.
    find = dated(ask.find),
    --- The entry of the longest beginning of a code that the book has.
    find_longest = dated(ask.find_longest),
    --- The long title on a day; 0: the newest it had.
    title = dated(ask.title),
    --- The short title of the newest edition that prints one, else the long one.
    short_title = undated(ask.short_title),
    --- The entry above; nil at the top.
    parent = dated(ask.parent),
    --- The entries just below, in force on that day, in printed order.
    children = dated(ask.children),
    --- Every billable code below, in force on that day, in printed order.
    billable_below = dated(ask.billable_below),
    --- The entries above, nearest first.
    ancestors = dated(ask.ancestors),
    --- The days on which it was billable, or a header.
    periods = undated(ask.periods),
    --- Every title it had, with its days.
    titles = undated(ask.titles),
    --- Notes in force on a day, nearest holder first. An error where no snapshot of them reaches it.
    notes = dated(ask.notes),
    --- 7th characters that complete the code on that day.
    sevens = dated(ask.sevens),
    --- The section and the chapter that hold it, nearest first.
    blocks = undated(ask.blocks),
    --- Codes that took its place.
    successors = dated(ask.successors),
    --- Who says that it stood on that day; nil if nobody does.
    source = dated(ask.source),
    --- Exempt from present-on-admission reporting that day? An error where no list reaches it.
    poa_exempt = dated(ask.poa_exempt, "icd10cm"),
    --- What may follow a beginning of a code that day, with labels.
    values_after = dated(ask.values_after),

    --- All chapters and sections of a system, each chapter before its sections.
    all_blocks = ask.system_blocks,
    --- Row numbers of a system, in printed order: from `first` to the one before `past`.
    rows = ask.rows,
    --- Every edition of every system, by system and first day.
    editions = listed(ask.edition_count, ask.edition),
    --- Where each part of the book came from.
    origins = listed(ask.origin_count, ask.origin),
    --- The named sections of the file.
    sections = listed(ask.section_count, ask.section),
    --- Bytes of the file.
    size = ask.size,
    --- The system of that name in this book, users' own included; "any" if there is none.
    system = ask.system,
    --- The name of a system as this book knows it.
    system_name = ask.system_name,
    --- Does the book hold any code of the system?
    has_system = ask.has_system,
    --- First day of the newest edition of a system.
    newest = ask.newest,

    --- Gives the book back. Closing twice does nothing.
    close = ask.close,
    --- Has it been closed?
    is_closed = ask.is_closed,
}

--- Reads the whole book; an error with the first fault.
function Book:verify() ask.verify(self) end

--- Which systems could this text be of? Those in which it stands come first.
function Book:identify(text, on)
    if type(on) == "table" and not on.year then on = options(on, ON_SYSTEM) end
    return ask.identify(self, text, on)
end

local function number(book, code, system) return ask.read(book, code, system).number end

--- Codes found from words, best first. `count`: 10. Options: system, on, skip, billable_only, and `within`, a printed
-- range such as {"S50", "S59"} of the system (ICD-10-CM where none is named).
function Book:search(text, count, given)
    if type(count) == "table" then count, given = nil, count end
    local system, on, named_count, skip, billable_only, within = options(given or {}, OF_SEARCH)
    local first, last = 0, 0
    if within then
        first, last = number(self, within[1], system or "icd10cm"), number(self, within[2], system or "icd10cm")
    end
    count = count or named_count or 10
    return ask.search(self, text, system, on, count, skip or 0, billable_only or false, first, last)
end

--- Words of the book that begin as the last word of the text does, likeliest first.
function Book:complete_words(text, limit) return ask.search_complete(self, text, limit or 10) end

--- Takes a medical word apart: the best way first, then others that fit as well or nearly so.
function Book:term(word) return ask.term(self, word) end

--- Codes whose texts hold the word, or else the meanings of all its roots. Options: system, on.
function Book:term_codes(word, count, given)
    if type(count) == "table" then count, given = nil, count end
    local system, on, named_count = options(given or {}, SYSTEM_ON_COUNT)
    return ask.term_codes(self, word, system, on, count or named_count or 10)
end

--- The entry of a row number.
function Book:entry(row, on) return ask.entry(self, row, on) end

--- Codes that begin with a text, in force that day, in printed order.
function Book:complete(text, system, on, limit)
    if type(system) == "table" then system, on, limit = options(system, SYSTEM_ON_LIMIT) end
    return ask.complete(self, text, system, on, limit or 10)
end

--- Top entries of a system on a day.
function Book:roots(system, on) return ask.roots(self, system, on) end

--- Is a code below another in the printed hierarchy?
function Book:is_below(code, ancestor, system)
    system = system or "icd10cm"
    return ask.is_below(self, number(self, code, system), number(self, ancestor, system))
end

--- Does a code lie in the printed range from `first` to everything below `last`? (C4A is in C43-C44.)
function Book:is_within(code, first, last, system)
    system = system or "icd10cm"
    return ask.is_within(self, number(self, code, system), number(self, first, system), number(self, last, system))
end

local rule_numbers

-- Bit n: rule n; none named is all of them.
local function mask(rules)
    if not rules then return 0 end
    if not rule_numbers then
        rule_numbers = {}
        for number = 0, 42 do rule_numbers[native.claim_rule_name(number)] = number end
    end
    local found = 0
    for _, rule in ipairs(rules) do
        found = found | 1 << (rule_numbers[rule] or error("no such ClaimRule: " .. tostring(rule), 3))
    end
    return found ~= 0 and found or error("no rule is named", 3)
end

local function of_review(given)
    local rules, notes, money = options(given or {}, OF_REVIEW)
    return mask(rules), notes ~= false, money ~= false
end

--- What every rule says of a claim, loudest first: its short form, or a table of the fields that coding.claim takes.
-- Options: `rules`, which are asked alone, `notes` and `money`, which may be false.
function Book:review(claim, given) return ask.review(self, written.text(claim, written.claim), of_review(given)) end

--- Every claim of a file with its review, and every trouble in it: the text of an X12 837 file or of the tidy table.
function Book:review_file(text, given) return ask.review_file(self, text, of_review(given)) end

--- The level that the record of a visit supports: a line, or a table of the fields that coding.visit takes.
function Book:visit(visit, on)
    if type(on) == "table" and not on.year then on = on.on end
    return ask.visit(self, written.text(visit, written.visit), on)
end

--- The family of visits that a code is of on a day.
function Book:visit_family(code, on)
    if type(on) == "table" and not on.year then on = on.on end
    return ask.visit_family(self, code, on)
end

--- What a note speaks of, how it is asserted, and the codes that it supports. Options: on, setting ("outpatient").
function Book:annotate(note, given)
    local on, setting = options(given or {}, OF_NOTE)
    return ask.annotate(self, note, on, setting or "outpatient")
end

--- The operations of a report, each as its seven characters of ICD-10-PCS and what the words leave open.
function Book:operate(report, on)
    if type(on) == "table" and not on.year then on = options(on, ON_SYSTEM) end
    return ask.operate(self, report, on)
end

--- The phrases of the book in a text of any length, at each word the longest. `last` false: more of it follows, and
-- what `rest` says is fed again in front of that.
function Book:scan(text, last) return ask.scan(self, text, last ~= false) end

--- What stands for a code in another system, with the rows that say so. Options: system, on (without it as the table
-- says it), style ("gem").
function Book:map(code, to, given)
    local system, on, style = options(given or {}, OF_MAP)
    return ask.map(self, code, system, on, to, style or "gem")
end

--- What a code, as it stood on the day `since` (0: the last on which it did), is on another. Options: system, on, since.
function Book:map_years(code, given)
    local system, on, since = options(given or {}, OF_YEARS)
    return ask.map_years(self, code, system, on, since or 0)
end

--- The groups of a patient and the scores: "J18.9/Y I13.2/Y", perhaps with age=70, version=2025.1, secondary-only.
-- Options: system, on.
function Book:comorbidity(patient, scheme, given)
    local system, on = options(given or {}, SYSTEM_ON)
    return ask.comorbidity(self, patient, system, on, scheme or "elixhauser-ahrq")
end

--- The clinical categories (CCSR) of a diagnosis: "E11.22", perhaps with version=2025.1; the newest without.
function Book:ccsr(diagnosis) return ask.ccsr(self, diagnosis) end

--- The score of a member in a payment year: "age=72 sex=F dual=2 E11.22@2025-03-01 I50.22 earlier=E11.9".
function Book:risk(member, model, year) return ask.risk(self, member, model, year) end

--- What Medicare Advantage was paid for a member: one model, or a blend of two.
function Book:risk_blend(member, year) return ask.risk_blend(self, member, year) end

--- Has the book all tables of that model, plan and payment year?
function Book:risk_has(model, year, plan) return ask.risk_has(self, model, plan or "ma", year) end

--- The MS-DRG of a stay, and what makes it: "sex=F discharge=01 I21.4/Y J96.01/N px 02703DZ".
function Book:group(stay, on)
    if type(on) == "table" and not on.year then on = options(on, ON_SYSTEM) end
    return ask.group(self, stay, on)
end

--- Which single code makes the group of a stay: each is left out in turn, and a CC and an MCC are added.
function Book:group_what_if(stay, on)
    if type(on) == "table" and not on.year then on = options(on, ON_SYSTEM) end
    return ask.group_what_if(self, stay, on)
end

--- What to ask the record of a stay: codes of a reported category that would count for more and give another group.
function Book:group_queries(stay, on)
    if type(on) == "table" and not on.year then on = options(on, ON_SYSTEM) end
    return ask.group_queries(self, stay, on)
end

--- What Table 5 of the payment rule says of a DRG on the day of discharge.
function Book:drg_weight(drg, on)
    if type(on) == "table" and not on.year then on = options(on, ON_SYSTEM) end
    return ask.drg_weight(self, on, drg)
end

--- The attributes by which formulas of MS-DRG know a code in a version; 431 is v43.1.
function Book:group_attributes(code, version, system)
    local found = {}
    for name in ask.group_attributes(self, code, system, version):gmatch("%S+") do found[#found + 1] = name end
    return found
end

--- Different numbers from 0 to `frame` - 1, ascending; the same seed always draws the same.
function Book:sample(frame, count, seed) return ask.sample(self, frame, count, seed) end

--- Shares a sample among strata: of each its size and expected deviation.
function Book:sample_strata(strata, total) return ask.sample_strata(self, written.numbers(strata), total) end

--- The overpayment of all claims, from the cents of each that was read, 0 for a right one.
function Book:estimate(overpaid, frame, confidence)
    return ask.estimate(self, written.numbers(overpaid), frame, confidence or 0.9)
end

--- The same of strata: of each its size, claims read, their mean and variance.
function Book:estimate_strata(strata, confidence)
    return ask.estimate_strata(self, written.numbers(strata), confidence or 0.9)
end

meta.__index = Book
function meta.__close(book) ask.close(book) end
function meta.__tostring(book)
    if ask.is_closed(book) then return "coding.Book, closed" end
    local parts, seen = {}, {}
    for _, edition in ipairs(book:editions()) do
        if not seen[edition.system] then
            seen[edition.system] = true
            parts[#parts + 1] = book:system_name(edition.system) .. " from " .. book:newest(edition.system)
        end
    end
    return "coding.Book: " .. table.concat(parts, ", ")
end

-- Records

function records.Error.__tostring(it) return it.at ~= "" and it.at .. ": " .. it.reason or it.reason end

function records.Finding.__tostring(finding) return finding.text end

function records.Source.__tostring(source)
    local line = source.line > 0 and " line " .. source.line or ""
    return source.release .. " " .. (source.table or "") .. line
end

function records.ClaimFinding.__tostring(finding) return finding.text end

--- Is there no denial? A table is always true: ask this.
function records.Review:stands() return self.worst ~= "denial" end

--- Does nobody object? A table is always true: ask this.
function records.Verdict:stands() return self.rule == "stands" end

-- The module

coding.Book = Book

--- Opens a book. Without a path it is the one that $CODING_BOOK names, else the one installed with the library.
-- As io.open does, it answers nil and the error where that fails.
function coding.open(path)
    local done, book = pcall(native.Book, path)
    if done then return book end
    if getmetatable(book) ~= records.Error then error(book, 2) end
    return nil, book
end

--- Reads a code of one built-in system. Pure: no book. Says what is wrong with the form, and where.
function coding.parse(text, system) return native.parse(system, text) end

--- The name of a built-in system in words: "ICD-10-CM".
coding.system_title = native.system_title
--- The damage as a sentence without its place: "a comma where the dot belongs".
coding.damage_text = native.damage_text
--- A rule of claims in words: "NCCI procedure-to-procedure edits".
coding.claim_rule_title = native.claim_rule_title

--- How many claims must be read for a two-sided interval of half the width `precision`, in cents.
function coding.sample_size(frame, deviation, precision, confidence)
    return native.sample_size(frame, deviation, precision, confidence or 0.9)
end

--- A claim as one line, as Book:review takes it, from its fields: kind, first, last, sex, age, born, id, provider,
-- discharge, bill, place, charge (cents), diagnoses, admitting, reasons, causes, procedures and lines. A code may be a
-- table: of a diagnosis code and poa, of a procedure code and on, of a line code, modifiers, units, charge, place,
-- revenue, first, last, pointers, provider and ndc. An error where a value would break out of its place.
function coding.claim(fields) return written.text(fields, written.claim) end

--- The record of a visit as one line, as Book:visit takes it.
function coding.visit(fields) return written.text(fields, written.visit) end

--- Charlson's points for age: 1 from 50 on, one more each ten years, 4 from 80 on.
coding.charlson_age_points = native.charlson_age_points
--- What score 0 or 1 of a scheme is called: "readmission", "mortality"; empty for none.
coding.comorbidity_score_name = native.comorbidity_score_name
--- The model of a name, in letters of any size; "none" where it is none.
coding.risk_model_named = native.risk_model_named
--- A model as the agency names it: "RxHCC-V08".
coding.risk_model_title = native.risk_model_title
--- A segment as the agency's tables have it: "CNA", "Rx_CE_LowAged".
coding.risk_segment_title = native.risk_segment_title

--- A status in words.
coding.status_text = native.status_text

coding.date_today = native.date_today
--- Reads "2025-10-01" or "20251001"; nil where the text is no day of the calendar.
coding.date_parse = native.date_parse
coding.date_after = native.date_after
coding.date_before = native.date_before

--- Codes as the 64-bit numbers that columns hold: they sort as codes do, and 0 is none.
coding.codes = {
    --- The code in its own spelling: E11.9, 0DTJ4ZZ, 00002-7597-01.
    text = native.code_format,
    --- The same without dots and dashes, as files and claims hold it.
    bare = native.code_format_bare,
    system = native.code_system,
    --- Characters of a code without dots; 0 for identifiers that hold a number.
    length = native.code_length,
    --- The first characters of a code.
    prefix = native.code_prefix,
    --- The code with one more character; 0 where it has no room.
    append = native.code_append,
    --- The character at an index, counted from 0; empty past the last.
    character = native.code_character,
    --- The category of a CPT code, by its form.
    cpt_category = native.cpt_category_of,
    --- The section of the CPT book that the number falls in, in our words.
    cpt_section = native.cpt_section,
    --- The NDC in a form ("ndc-442"), with dashes; empty where no zero can be dropped there.
    ndc = native.ndc_format,
    --- The name of an ICD-10-PCS axis (1 to 7) in a section ("0", "B", ...): "Approach".
    pcs_axis = native.pcs_axis,
}

--- The number of a code of a built-in system; 0 where the text is none.
function coding.codes.number(text, system) return native.parse(system, text).number end

return coding
