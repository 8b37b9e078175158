-- Claims, visits and samples, as a Lua programmer meets them.
local coding = require "coding"
local harness = require "harness"

local LINE = "professional 2024-07-15 F 45 | dx K63.5 | 45385 | 45378 $100"
local FIELDS = {
    first = "2024-07-15", sex = "female", age = 45, diagnoses = {"K63.5"},
    lines = {"45385", {code = "45378", charge = 10000}},
}

local function texts(review)
    local said = {}
    for i, finding in ipairs(review.findings) do said[i] = tostring(finding) end
    return table.concat(said, "\n")
end

harness.test("a claim is reviewed by its line or its fields", function()
    local book <close> = harness.open_book()
    local review = book:review(LINE)
    harness.equal(texts(book:review(FIELDS)), texts(review))
    local first = review.findings[1]
    if not table.concat(review.unasked, " "):find("ncci-ptp", 1, true) then -- the book has the tables of pair edits
        harness.equal(review.at_stake, 10000)
        harness.equal(review:stands(), false)
        harness.equal(table.concat({first.part, first.number, first.partner_number, first.code}, " "), "line 2 1 45378")
        local alone = book:review(LINE, {rules = {"ncci-ptp"}, notes = false, money = false})
        harness.equal(#alone.findings, 1)
        harness.equal(alone.asked[1], "ncci-ptp")
    end
    harness.fails("no such ClaimRule", book.review, book, LINE, {rules = {"none"}})
    harness.fails("no kind of claim", book.review, book, "nothing")
end)

harness.test("a file is its claims and its trouble", function()
    local book <close> = harness.open_book()
    local items = book:review_file("claim,kind,first,sex,age,diagnoses,code,charge\n"
        .. "A-1,professional,2024-07-15,F,45,K63.5,45385,\nA-1,,,,,,45378,100.00\n"
        .. "A-2,no kind,2024-07-15,F,45,K63.5,45378,\n")
    harness.equal(items[1].id, "A-1")
    harness.equal(texts(items[1].review), texts(book:review(LINE)))
    harness.equal(items[2].trouble .. " " .. items[2].segment .. " " .. items[2].number, "cell kind 4")
end)

harness.test("a claim is written as its line, and nothing leaves its place", function()
    local line = {code = "45378", modifiers = "59 XS", units = 2, charge = 85005, pointers = {1, "B"},
        first = "2024-07-16"}
    harness.equal(coding.claim {kind = "inpatient", first = "2024-07-15", last = "2024-07-18", sex = "male", age = 0,
        id = "A-1", diagnoses = {"K63.5", {code = "E11.9", poa = "yes"}},
        procedures = {code = "0DTJ4ZZ", on = "2024-07-16"}, lines = {line, {revenue = "0450"}}},
        "inpatient 2024-07-15..2024-07-18 M 0 id=A-1 | dx K63.5 E11.9/Y | pcs 0DTJ4ZZ@2024-07-16"
        .. " | 45378-59-XS x2 @2024-07-16 >1,B $850.05 | - rev=0450")
    for _, value in ipairs {"K63.5 | 45378", "a b", "a|", "", "a\tb", "a\nb", "a\0b"} do
        for _, fields in ipairs {{diagnoses = {value}}, {procedures = {value}}, {id = value}, {kind = value},
            {lines = {{code = "1", ndc = value}}}, {lines = {{code = "1", pointers = {value}}}}, {first = value}} do
            harness.fails("is one word", coding.claim, fields)
        end
    end
    for _, fields in ipairs {{diagnoses = {"K63.5/Y"}}, {lines = {"dx"}}, {charge = -1}, {charge = 1.5},
        {lines = {{code = "1", modifiers = {"5-2"}}}}, {last = "2024-07-15"}, {colour = 1}} do
        harness.fails("", coding.claim, fields)
    end
end)

harness.test("the level of a visit is judged", function()
    local book <close> = harness.open_book()
    local record = {family = "office-established", billed = "99215", minutes = 38, stable_chronic = 2,
        risk = "moderate", historian = false}
    local level = book:visit(record, "2024-07-15")
    harness.equal(level.mdm .. " " .. level.code .. " " .. level.answer, "moderate 99214 overcoded")
    harness.equal(book:visit(coding.visit(record), {on = "2024-07-15"}).code, "99214")
    harness.equal(book:visit_family("99213", 20240715), "office-established")
    harness.equal(harness.fails("", book.visit, book, "office-established minutes=20", 19900101).status, "not-in-book")
end)

harness.test("samples and estimates are those of their numbers", function()
    local book <close> = harness.open_book()
    harness.equal(table.concat(book:sample(100, 5, 7), " "), "33 56 74 86 87")
    harness.equal(table.concat(book:sample_strata({{100, 3}, {50, 9}}, 20), " "), "8 12")
    local estimate = book:estimate({0, 100, 50.5, 1e3}, 100)
    harness.equal(estimate.point, 28762.5)
    harness.equal(estimate.found, 3)
    harness.equal(book:estimate_strata({{100, 5, 20, 4}, {50, 5, 30, 9}}).point, 3500.0)
    harness.equal(coding.sample_size(1000, 50, 5), 213)
    harness.equal(coding.claim_rule_title("ncci-ptp"), "NCCI procedure-to-procedure edits")
    harness.fails("a number is needed", book.estimate, book, {0 / 0}, 1)
end)
