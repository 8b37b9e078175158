-- Tests that are sentences, and what they share: the book, tables of rows, the surface that is promised.
local coding = require "coding"

local harness = {book_path = os.getenv("CODING_BOOK"), DAY = 20251001}
local count, wrong = 0, 0

function harness.open_book() return assert(coding.open(harness.book_path)) end

--- Runs `body` at once; an error in it is told and counted.
function harness.test(sentence, body)
    local done, trouble = xpcall(body, debug.traceback)
    count = count + 1
    if not done then wrong = wrong + 1 end
    print((done and "ok " or "not ok ") .. count .. " - " .. sentence)
    if not done then print("# " .. tostring(trouble):gsub("\n", "\n# ")) end
end

function harness.equal(said, right)
    if said ~= right then error(("%s where %s is right"):format(tostring(said), tostring(right)), 2) end
end

--- The call fails with words that hold `words`; answers what was raised.
function harness.fails(words, call, ...)
    local done, trouble = pcall(call, ...)
    if done then error("no error where one is right: " .. words, 2) end
    if not tostring(trouble):find(words, 1, true) then error(tostring(trouble) .. " lacks: " .. words, 2) end
    return trouble
end

function harness.finish()
    print("1.." .. count)
    return wrong
end

--- Undoes \xNN.
function harness.undo(text)
    return (text:gsub("\\x(%x%x)", function(byte) return string.char(tonumber(byte, 16)) end))
end

local function cells_of(line)
    local cells = {}
    for cell in (line .. "\t"):gmatch("(.-)\t") do cells[#cells + 1] = cell end
    return cells
end

--- Rows of a table, without comments and the heading.
function harness.rows(path)
    local rows, headed = {}, false
    for line in io.lines(path) do
        if line:sub(1, 1) ~= "#" and headed then rows[#rows + 1] = cells_of(line) end
        headed = headed or line:sub(1, 1) ~= "#"
    end
    return rows
end

--- Bytes that the process holds.
function harness.held()
    local pages = tonumber(io.open("/proc/self/statm"):read("a"):match("^%d+ (%d+)"))
    return pages * 4096
end

return harness
