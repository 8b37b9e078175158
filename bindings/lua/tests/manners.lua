-- What a programmer in Lua expects: nil, bytes, tables, errors that read as words.
local coding = require "coding"
local harness = require "harness"
local test, equal, fails, DAY = harness.test, harness.equal, harness.fails, harness.DAY

local book = harness.open_book()

-- Rows that every scripting language runs (scripting/manners.tsv).

local function argument(text)
    local first, last = text:match("^(%w+)%.%.(%w+)$")
    if first then return {first, last} end
    if text:sub(1, 1) == "#" then return math.tointeger(text:sub(2)) end
    if text == "true" then return true end
    return harness.undo(text)
end

local function arguments(cell)
    local list, named = {n = 0}, nil
    for text in (cell == "-" and "" or cell .. "|"):gmatch("(.-)|") do
        local name, value = text:match("^([%a_]+)=(.*)$")
        if name then
            named = named or {}
            named[name] = argument(value)
        else
            list.n = list.n + 1
            list[list.n] = argument(text)
        end
    end
    return list, named
end

-- Options come in one table, in place of the first argument that has a name.
local function call(method, cell)
    local list, named = arguments(cell)
    if method == "complete" and named then
        named.system, named.on, list.n = list[2], list[3], 1
    end
    if named then
        list.n = list.n + 1
        list[list.n] = named
    end
    return book[method](book, table.unpack(list, 1, list.n))
end

local function follow(answer, path)
    for step in path:gmatch("[^.]+") do
        if step == "#" then answer = #answer
        elseif step:match("^%d+$") then answer = answer[math.tointeger(step) + 1]
        else answer = answer[step] end
    end
    return answer == nil and "-" or tostring(answer)
end

local function is_as_expected(said, expected)
    if expected:sub(-1) ~= "*" then return said == expected end
    return said:sub(1, #expected - 1) == expected:sub(1, -2)
end

for _, row in ipairs(harness.rows("bindings/scripting/manners.tsv")) do
    local method, cell, path, expected, because = table.unpack(row)
    test(("%s(%s) %s: %s"):format(method, cell, path, because), function()
        if path:sub(1, 1) == "!" then
            local trouble = fails(expected, call, method, cell)
            equal(type(trouble) == "table" and trouble.status or "", path:sub(2))
        else
            local said = follow(call(method, cell), path)
            if not is_as_expected(said, expected) then equal(said, expected) end
        end
    end)
end

-- Lua's own.

test("a code is text or a record that has one", function()
    local entry = book:find("E11.9", "icd10cm", DAY)
    equal(book:title(entry, nil, DAY), entry.title)
    equal(book:title(book:search("sprained left ankle", 1)[1]):match("^Sprain") , "Sprain")
    for _, code in pairs {number = 99213, flag = true, table = {}} do
        fails("a code is text or a record that has one", book.check, book, code)
        fails("a code is text or a record that has one", book.verdict, book, code, "icd10cm")
    end
    fails("not nil", book.check, book, nil)
    fails("not nil", book.verdict, book)
end)

test("what is wrong with an argument is told where it was written", function()
    local _, trouble = pcall(function() return (book:check("E11.9", "icd11")) end)
    equal(trouble:match("^[^:]*manners.lua:%d+: (.*)"), "icd11: no such system")
    fails("no such option: onn", book.check, book, "E11.9", {onn = DAY})
    fails("no such option: onn", book.verdict, book, "E11.9", {onn = DAY})
    fails("a day is", book.check, book, "E11.9", "icd10cm", 1.5)
    fails("a system is its name or number", book.check, book, "E11.9", true)
end)

test("a day is a table as os.date makes it, too", function()
    local day = os.date("*t", os.time {year = 2025, month = 10, day = 1, hour = 12})
    equal(book:check("G35", "icd10cm", day).on, "2025-10-01")
    equal(book:verdict("G35", {system = "icd10cm", on = day}), "header")
    fails("no day of the calendar", book.check, book, "G35", "icd10cm", {year = 2025, month = 13, day = 1})
end)

test("without a day it is today, or the newest edition where none reaches today", function()
    local today, reached = os.date("%Y-%m-%d"), false
    for _, edition in ipairs(book:editions()) do
        local reaches = edition.system == "icd10cm" and edition.first <= today and today <= edition["until"]
        reached = reached or reaches
    end
    equal(book:check("E11.9", "icd10cm").on, reached and today or book:newest("icd10cm"))
end)

test("spans count bytes of the text, and find the word behind an emoji", function()
    local text = "🩺 sprained left ankle"
    local span = book:search(text, 1)[1].evidence[1].span
    equal(text:sub(span.offset + 1, span.offset + span.length), "sprained")
end)

test("bytes that are no UTF-8 are an answer", function()
    equal(book:check("E11\xFF", "icd10cm", DAY).findings[1].damage, "not-utf8")
end)

test("an error is a table that reads as its words", function()
    local trouble = fails("ZZZ: no such code in this book", book.children, book, "ZZZ", "icd10cm")
    equal(trouble.status, "not-in-book")
    equal(trouble.reason, "no such code in this book")
    equal(trouble.at, "ZZZ")
    equal(getmetatable(trouble), coding.records.Error)
end)

test("what cannot be opened is nil and an error", function()
    local none, trouble = coding.open("/nowhere/us.book")
    equal(none, nil)
    equal(trouble.status, "no-file")
    assert(tostring(trouble):find("/nowhere/us.book", 1, true))
    fails("string expected", coding.open, {})
end)

local function written(bytes)
    local path = os.tmpname()
    local file <close> = assert(io.open(path, "wb"))
    file:write(bytes)
    return path
end

test("a damaged book is no book, or is found out by verify", function()
    local file <close> = assert(io.open(harness.book_path, "rb"))
    local whole = file:read("a")
    local middle = #whole // 2
    local cut, turned = written(whole:sub(1, middle)), written(
        whole:sub(1, middle) .. string.char(whole:byte(middle + 1) ~ 0xFF) .. whole:sub(middle + 2))
    local none, trouble = coding.open(cut)
    equal(none, nil)
    equal(trouble.status, "not-a-book")
    local spoilt <close> = assert(coding.open(turned))
    equal(fails("", spoilt.verify, spoilt).status, "not-a-book")
    os.remove(cut)
    os.remove(turned)
end)

test("the book knows where it is from", function()
    assert(tostring(book):find("icd10cm from ", 1, true))
    local rows = book:rows("icd10cm")
    equal(book:entry(rows.first, DAY).system, "icd10cm")
    equal(book:entry(rows.past - 1, DAY).system, "icd10cm")
    for _, origin in ipairs(book:origins()) do equal(#origin.sha256, 64) end
    local file <close> = assert(io.open(harness.book_path, "rb"))
    equal(book:size(), file:seek("end"))
    equal(book:verify(), nil)
end)

test("records read as sentences where they are some", function()
    local verdict = book:check("G35", "icd10cm", DAY)
    equal(tostring(verdict.findings[1]), verdict.findings[1].text)
    assert(tostring(verdict.findings[1].source):find("^ICD%-10%-CM FY2026 "))
    equal(verdict:stands(), false)
    equal(book:check("E11.9", "icd10cm", DAY):stands(), true)
end)

test("codes as numbers, and days", function()
    local codes = coding.codes
    local number = codes.number("e119", "icd10cm")
    equal(codes.text(number), "E11.9")
    equal(codes.bare(number), "E119")
    equal(codes.length(number), 4)
    equal(codes.system(number), "icd10cm")
    equal(codes.text(codes.prefix(number, 3)), "E11")
    equal(codes.append(codes.prefix(number, 3), "9"), number)
    equal(codes.character(number, 3) .. codes.character(number, 9), "9")
    equal(codes.cpt_category(codes.number("99213", "cpt")), "category-1")
    equal(codes.cpt_section(number), nil)
    equal(codes.ndc(codes.number("00002-7597-01", "ndc"), "ndc-442"), "0002-7597-01")
    equal(codes.pcs_axis("0", 5), "Approach")
    equal(coding.date_after("2025-12-31"), "2026-01-01")
    equal(coding.date_before(20260101), "2025-12-31")
    equal(coding.date_parse("2025-02-30"), nil)
    equal(coding.date_today(), os.date("%Y-%m-%d"))
    equal(coding.system_title("icd10cm"), "ICD-10-CM")
    equal(coding.damage_text("comma"), "a comma where the dot belongs")
    fails("no such Damage: commas", coding.damage_text, "commas")
end)

book:close()
