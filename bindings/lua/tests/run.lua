-- Runs all tests of Lua: run.lua FOLDER_OF_THE_MODULE SURFACE, from the project's root.
package.path = arg[1] .. "/?.lua;bindings/lua/tests/?.lua;" .. package.path
package.cpath = arg[1] .. "/?.so;" .. package.cpath

local coding = require "coding"
local harness = require "harness"
local vectors = require "vectors"
require "surface"
require "claims"
require "manners"
require "lifetimes"

-- Codes that stand, in no order.
local function billable(book)
    local codes, rows = {}, book:rows("icd10cm")
    for row = rows.first, rows.past - 1 do
        local entry = book:entry(row, harness.DAY)
        if entry.rule == "stands" then codes[#codes + 1] = entry.code end
    end
    math.randomseed(1)
    for i = #codes, 2, -1 do
        local j = math.random(i)
        codes[i], codes[j] = codes[j], codes[i]
    end
    return codes
end

-- Nanoseconds of one verdict, the loop included.
local function measure()
    local book <close> = harness.open_book()
    local codes, asked, began = billable(book), 0, os.clock()
    while asked < 1000000 do
        for i = 1, #codes do book:verdict(codes[i], "icd10cm", 20251001) end
        asked = asked + #codes
    end
    return (os.clock() - began) / asked * 1e9
end

local wrong = harness.finish()
print(("vectors\t%s\t%d\t%d\t%.0f"):format(_VERSION, vectors.passed, vectors.failed, measure()))
os.exit(wrong == 0, true)
