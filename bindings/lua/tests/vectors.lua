-- The rows that C runs, run here: each is passed or failed.
local coding = require "coding"
local harness = require "harness"
local undo = harness.undo

local FOLDER = "tests/vectors/"
local vectors = {passed = 0, failed = 0}

local function printed(parsed)
    if not parsed.code then return "-" end
    return table.concat({parsed.code, table.unpack(parsed.modifiers)}, "-")
end

local function damage_of(parsed)
    return parsed.damage == "none" and "-" or parsed.damage .. "@" .. parsed.span.offset
end

local function day_of(on) return on == "0" and 0 or on end

local function hits_of(book, query, code)
    for _, hit in ipairs(book:search(undo(query))) do
        if hit.code == code then return hit end
    end
end

-- What is said of a row; the same as the cells that `right` names where it is right. Nil: the row is passed over.
local says = {}

function says.parse(_, system, text, _, _)
    local parsed = coding.parse(undo(text), system)
    local differs = parsed.code ~= nil and undo(text) ~= printed(parsed)
    return printed(parsed), damage_of(parsed), parsed.changed == differs
end

function says.identifiers(_, system, text)
    local parsed = coding.parse(undo(text), system)
    return printed(parsed), parsed.expected or "-"
end

function says.spans(_, system, text)
    local parsed = coding.parse(undo(text), system)
    return parsed.damage, tostring(parsed.span.offset)
end

function says.check(book, system, text, on)
    local verdict = book:check(undo(text), system, day_of(on))
    local bare = book:verdict(undo(text), system, day_of(on))
    if bare ~= verdict.rule and verdict.rule ~= "other-system" then return "verdict says " .. bare end
    if verdict.rule ~= "malformed" then return verdict.rule end
    return "malformed " .. damage_of(verdict.findings[1])
end

function says.suggest(book, system, text, on)
    local first, near = {}, book:suggest(undo(text), system, on)
    for _, one in ipairs(near) do
        if one.rank == 0 then first[#first + 1] = one.code end
    end
    return #first > 0 and table.concat(first, " ") or "-", near[1] and near[1].repair or "-"
end

function says.search(book, query, code) return hits_of(book, query, code) and code or "not found" end

function says.evidence(book, query, code, found)
    local hit = hits_of(book, query, code)
    for _, word in ipairs(hit and hit.evidence or {}) do
        if word.found == found then return word.span.offset .. "+" .. word.span.length end
    end
    return "not found"
end

local PARTS = {diagnosis = "dx ", procedure = "pcs ", line = "line "}

local function placed(part, number) return number == 0 and "claim" or PARTS[part] .. number end

local function printed_finding(it)
    if it.verdict == "not-checked" and it.rule ~= "code" then return "unchecked" end
    local partner = it.partner_number > 0 and " with " .. placed(it.partner_part, it.partner_number) or ""
    return ("%s %s %s%s"):format(it.severity, placed(it.part, it.number), it.cure, partner)
end

-- A wanted finding may end in ~ and a piece of its sentence.
local function is_wanted(it, wanted)
    local says, piece = wanted:match("^([^~]-) *~ *(.*)$")
    return printed_finding(it) == (says or wanted) and it.text:find(piece or "", 1, true)
end

local function lacks(review, rule)
    for _, one in ipairs(review.unasked) do
        if one == rule then return true end
    end
end

function says.claims(book, rule, claim, wanted)
    -- A book made without the official releases lacks what rows want of it.
    if lacks(book:review("professional 2024-07-15 | dx K63.5 | 45385 | 45378"), "ncci-ptp") then return wanted end
    local review, wants, right, said = book:review(claim), {}, true, {}
    if wanted ~= "-" then
        for one in (wanted .. "; "):gmatch("(.-); ") do wants[#wants + 1] = one end
    end
    for _, it in ipairs(review.findings) do
        if it.rule == rule then
            said[#said + 1] = printed_finding(it) .. " ~" .. it.text
            right = right and wants[#said] and is_wanted(it, wants[#said])
        end
    end
    return right and #said == #wants and wanted or table.concat(said, "; ")
end

function says.terms(book, word)
    local pieces, split = {}, book:term(word)[1]
    for i, part in ipairs(split.parts) do
        local piece = word:sub(part.span.offset + 1, part.span.offset + part.span.length)
        pieces[i] = part.kind == "unknown" and "(" .. piece .. ")" or piece
    end
    return table.concat(pieces, "|"), split.meaning
end

function says.notes(book, setting, note)
    local codes = {}
    for _, one in ipairs(book:annotate(note:gsub("\\n", "\n"), {on = 0, setting = setting}).codes) do
        if not one.withheld then codes[#codes + 1] = one.code end
    end
    return #codes > 0 and table.concat(codes, " ") or "-"
end

function says.operations(book, phrase)
    local codes = {}
    for _, one in ipairs(book:operate(phrase, "2025-12-01")) do
        codes[#codes + 1] = one.withheld and "(" .. one.code .. ")" or one.code
    end
    return #codes > 0 and table.concat(codes, " ") or "-"
end

local function placed(span) return span.offset .. "+" .. span.length end

function says.phrases(book, last, text)
    local found, phrases, places = book:scan(undo(text), last == "whole"), {}, {}
    for place, one in ipairs(found.phrases) do
        phrases[place], places[place] = one.kind .. ":" .. (one.code or "-"), placed(one.span)
    end
    return #phrases > 0 and table.concat(phrases, " ") or "-", table.concat(places, " ") .. "|" .. placed(found.rest)
end

function says.ccsr(book, diagnosis, version)
    local done, of = pcall(book.ccsr, book, version == "-" and diagnosis or diagnosis .. " version=" .. version)
    if not done then return of.status, "-", "-" end
    local names = {}
    for place, one in ipairs(of.categories) do names[place] = one.name end
    return #names > 0 and table.concat(names, " ") or "-", of.inpatient and of.inpatient.name or "-",
        of.outpatient and of.outpatient.name or "-"
end

local function stay_line(version, stay)
    local sex, discharge, rest = stay:match("^(%S+) ?(%S*) ?(.*)$")
    sex = (sex == "M" or sex == "F") and sex or "U"
    return ("version=%s sex=%s discharge=%s %s"):format(version, sex, discharge, rest)
end

local function has_grouper(book) return pcall(book.group, book, "version=431") end

function says.stays(book, version, stay, drgs)
    if not has_grouper(book) then return drgs end
    local is = book:group(stay_line(version, stay))
    return ("%03d %03d"):format(is.first.drg, is.last.drg)
end

function says.queries(book, version, stay, ...)
    if not has_grouper(book) then return ... end
    local all, told = book:group_queries(stay_line(version, stay)), {}
    for place, one in ipairs(all.queries) do
        told[place] = ("%d %s %s %s %03d"):format(one.number, one.reported, one.code, one.severity, one.drg)
    end
    return ("%03d"):format(all.drg), #told > 0 and table.concat(told, "; ") or "-"
end

local function thousandths(number) return ("%d.%03d"):format(number // 1000, number % 1000) end

function says.risk(book, model, year, member, ...)
    if not book:risk_has("v28", 2026) then return ... end -- without tables of risk adjustment
    local done, score = pcall(book.risk, book, member, model:lower(), tonumber(year))
    if not done then return "-", "-", "-" end
    local counting = {}
    for _, one in ipairs(score.categories) do
        if one.lost_to == 0 and not one.dropped then counting[#counting + 1] = one.number end
    end
    return table.concat(counting, " "), thousandths(score.raw), thousandths(score.payment)
end

-- Which cells hold what is right, and the fewest rows.
local right = {
    parse = {3, 4, least = 500}, identifiers = {3, 4, least = 50}, spans = {3, 4, least = 50},
    check = {4, least = 250}, suggest = {4, 5, least = 50}, search = {2, least = 60}, evidence = {4, least = 30},
    terms = {2, 3, least = 100}, claims = {3, least = 120}, notes = {3, least = 35}, stays = {3, least = 40},
    risk = {4, 5, 6, least = 25}, operations = {2, least = 25}, phrases = {3, 4, least = 16},
    queries = {3, 4, least = 14}, ccsr = {3, 4, 5, least = 14},
}

local NEEDS_HCPCS = {any = true, hcpcs = true, modifier = true, pos = true}

local function is_asked(book, name, cells)
    local holds = name ~= "check" and name ~= "suggest" or book:has_system("hcpcs")
    return holds or not NEEDS_HCPCS[cells[1]]
end

local function is_right(book, name, cells)
    local said = {says[name](book, table.unpack(cells))}
    for place, cell in ipairs(right[name]) do
        if said[place] ~= cells[cell] then return false, table.concat(said, " ", 1, #right[name]) end
    end
    return said[#right[name] + 1] ~= false, "what is `changed` differs"
end

local function run(book, name)
    local rows, wrong = harness.rows(FOLDER .. name .. ".tsv"), 0
    for _, cells in ipairs(rows) do
        if is_asked(book, name, cells) then
            local passed, said = is_right(book, name, cells)
            vectors.passed = vectors.passed + (passed and 1 or 0)
            wrong = wrong + (passed and 0 or 1)
            if not passed then print("# " .. table.concat(cells, " | ") .. ": " .. said) end
        end
    end
    vectors.failed = vectors.failed + wrong
    harness.equal(wrong, 0)
    assert(#rows >= right[name].least, "rows are missing")
end

for _, name in ipairs {
    "parse", "identifiers", "spans", "check", "suggest", "search", "evidence", "terms", "claims", "notes",
    "operations", "phrases", "stays", "queries", "risk",
} do
    harness.test("every row of " .. name .. ".tsv", function()
        local book <close> = harness.open_book()
        run(book, name)
    end)
end

-- The little book of clinical categories, which script/setup makes beside the whole one.
local little = harness.book_path:gsub("[^/]*$", "ccsr.book")
if io.open(little) then
    harness.test("every row of ccsr.tsv", function()
        local book <close> = coding.open(little)
        run(book, "ccsr")
    end)
else
    print("# skipped: ccsr.tsv: there is no " .. little)
end

return vectors
