-- Answers outlive their book, a closed book says so, and nothing grows.
local coding = require "coding"
local harness = require "harness"
local test, equal, fails, DAY = harness.test, harness.equal, harness.fails, harness.DAY

-- All that an answer holds, as text.
local function flat(value)
    if type(value) ~= "table" then return tostring(value) end
    local parts, keys = {}, {}
    for key in pairs(value) do keys[#keys + 1] = key end
    table.sort(keys)
    for i, key in ipairs(keys) do parts[i] = key .. "=" .. flat(value[key]) end
    return "{" .. table.concat(parts, " ") .. "}"
end

local function ask(book)
    return {
        book:check("G35", "icd10cm", DAY), book:verdict("E11.9", "icd10cm", DAY),
        book:search("sprained left ankle", 3), book:suggest("E11,9", "icd10cm", DAY),
        book:notes("E11.9", "icd10cm", DAY), book:children("E11", "icd10cm", DAY), book:periods("G35", "icd10cm"),
        book:identify("E11.9", DAY), book:term("nephrolithiasis"), book:editions(),
    }
end

test("answers live on through 200 rounds of open, ask, close", function()
    local kept, want = {}, nil
    for round = 1, 200 do
        local book = harness.open_book()
        kept[round] = ask(book)
        want = want or flat(kept[round])
        book:close()
    end
    collectgarbage()
    for _, answers in ipairs(kept) do equal(flat(answers), want) end
end)

test("a book that is dropped is unmapped", function()
    local function is_mapped()
        local maps <close> = io.open("/proc/self/maps")
        return maps:read("a"):find(harness.book_path, 1, true) ~= nil
    end
    local book = harness.open_book()
    book:search("ankle")
    equal(is_mapped(), true)
    book = nil
    collectgarbage()
    collectgarbage()
    equal(is_mapped(), false)
end)

test("a closed book says so, whatever is asked", function()
    local book = harness.open_book()
    book:close()
    book:close()
    equal(book:is_closed(), true)
    equal(tostring(book), "coding.Book, closed")
    local questions = {
        check = {"E11.9"}, verdict = {"E11.9", "icd10cm"}, parse = {"E11.9", "icd10cm"}, suggest = {"E11,9"},
        identify = {"E11.9"}, search = {"ankle"}, term_codes = {"ankle"}, term = {"nephritis"},
        complete_words = {"ank"}, find = {"E11.9"}, find_longest = {"E11.99", "icd10cm"}, entry = {5},
        title = {"E11.9"}, short_title = {"E11.9"}, parent = {"E11.9"}, children = {"E11"}, billable_below = {"E11"},
        ancestors = {"E11.9"}, periods = {"E11.9"}, titles = {"E11.9"}, notes = {"E11.9"}, sevens = {"S52.501"},
        blocks = {"E11.9"}, successors = {"G35"}, source = {"E11.9"}, poa_exempt = {"E11.9"}, is_below = {"E11", "E11"},
        is_within = {"E11", "E11", "E11"}, complete = {"E11", "icd10cm"}, values_after = {"0DT", "icd10pcs"},
        roots = {"icd10cm"}, all_blocks = {"icd10cm"}, rows = {"icd10cm"}, editions = {}, origins = {}, sections = {},
        size = {}, system = {"icd10cm"}, system_name = {"icd10cm"}, has_system = {"icd10cm"}, newest = {"icd10cm"},
        verify = {}, review = {"professional 2024-07-15"}, review_file = {"ISA*"}, visit = {"emergency"},
        visit_family = {"99213"}, sample = {9, 3, 1}, sample_strata = {{{9, 1}}, 3}, estimate = {{1}, 9},
        estimate_strata = {{{9, 1, 1, 1}}}, annotate = {"cough"}, map = {"E11.9", "icd9cm"}, map_years = {"E11.9"},
        comorbidity = {"E11.9"}, risk = {"age=72 sex=F", "v28", 2026}, risk_blend = {"age=72 sex=F", 2025},
        risk_has = {"v28", 2026}, group = {"I21.4"}, group_what_if = {"I21.4"}, drg_weight = {280},
        group_attributes = {"I21.4", 430}, operate = {"appendectomy"}, scan = {"cough"}, ccsr = {"E11.22"},
        group_queries = {"I21.4"},
    }
    for name in pairs(coding.Book) do
        if name ~= "close" and name ~= "is_closed" then
            assert(questions[name], name .. " is not asked")
            local trouble = fails("the book is closed", book[name], book, table.unpack(questions[name]))
            equal(trouble.status, "misuse")
        end
    end
end)

test("a book goes with its block, and nothing else is a book", function()
    local kept
    do
        local book <close> = harness.open_book()
        kept = book
    end
    equal(kept:is_closed(), true)
    fails("", kept.check, {}, "E11.9")
    fails("", kept.verdict, io.stdout, "E11.9")
end)

test("memory does not grow over 100,000 calls", function()
    local book <close> = harness.open_book()
    local function rounds(count)
        for _ = 1, count do
            book:check("G35", "icd10cm", DAY)
            book:verdict("\xFF", "icd10cm", DAY)
            book:search("ankle", 1)
            pcall(book.children, book, "ZZZ", "icd10cm")
            pcall(book.check, book, "E11.9", "icd11")
        end
        collectgarbage()
    end
    rounds(20000)
    local before = harness.held()
    rounds(20000)
    assert(harness.held() - before < 2 ^ 20, "grew by " .. harness.held() - before .. " bytes")
end)
