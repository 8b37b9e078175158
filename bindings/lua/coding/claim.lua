-- Claims and visits as the library reads them: a line of words. Nothing that is handed in can leave its word.
local claim = {}

local SEXES = {male = "M", female = "F", unknown = "-"}
local POAS = {yes = "Y", no = "N", unknown = "U", undetermined = "W"}
-- Fields of codes, and the word that begins their piece.
local HEADS = {
    {"diagnoses", "dx"}, {"admitting", "admit"}, {"reasons", "reason"}, {"causes", "cause"}, {"procedures", "pcs"},
}
local OF_CLAIM = {{"discharge", "status"}, {"bill", "bill"}, {"place", "pos"}, {"id", "id"}, {"provider", "npi"}}
local OF_LINE = {{"place", "pos"}, {"revenue", "rev"}, {"provider", "npi"}, {"ndc", "ndc"}}

local function set(names, ...)
    local all = {}
    for name in names:gmatch("%S+") do all[name] = true end
    for _, pairs_of in ipairs {...} do
        for _, pair in ipairs(pairs_of) do all[pair[1]] = true end
    end
    return all
end

local CLAIM = set("kind first last sex age born charge lines", OF_CLAIM, HEADS)
local LINE = set("code modifiers units charge first last pointers", OF_LINE)
local NO_LINE = {dx = true, admit = true, reason = true, cause = true, pcs = true}

local function refuse(...) error(string.format(...), 0) end

-- The text of a value; refused where it would be read as more than one word.
local function word(name, value, marks)
    local text = value == nil and "" or tostring(value)
    local held = text:find("[%z\1-\32|]") or marks and text:find("[" .. marks .. "]")
    if held or text == "" then refuse("%s is one word, not %q", name, text) end
    return text
end

-- A record, or its code alone.
local function fields(given, name, allowed)
    local found = type(given) == "table" and given or {code = given}
    for key in pairs(found) do
        if not allowed[key] then refuse("%s has no %s", name, tostring(key)) end
    end
    return found
end

-- A list, or one alone: a record has names.
local function listed(value)
    if value == nil then return {} end
    if type(value) ~= "table" or (value[1] == nil and next(value) ~= nil) then return {value} end
    return value
end

local function day(name, value)
    if type(value) == "table" then return os.date("%Y-%m-%d", os.time(value)) end
    return word(name, value, "%.@")
end

local function days(of)
    if of.last and not of.first then refuse("last needs a first") end
    if not of.first then return "" end
    return day("first", of.first) .. (of.last and ".." .. day("last", of.last) or "")
end

local function cents(value)
    local whole = math.tointeger(value)
    if not whole or whole < 0 then refuse("charge is whole cents from 0 on, not %s", tostring(value)) end
    return ("%d.%02d"):format(whole // 100, whole % 100)
end

local function units(value)
    local number = tonumber(value)
    if not number or not (number >= 0 and number < 1e9) then
        refuse("units are a number from 0 on, not %s", tostring(value))
    end
    return (("%.6f"):format(number):gsub("%.?0+$", ""))
end

local function words(name, value, marks)
    local found = {}
    if type(value) == "string" then
        for one in value:gmatch("[^ ,:]+") do found[#found + 1] = word(name, one, marks) end
        return found
    end
    for i, one in ipairs(listed(value)) do found[i] = word(name, one, marks) end
    return found
end

local function keys(into, of, names)
    for _, pair in ipairs(names) do
        local value = of[pair[1]]
        if value ~= nil then into[#into + 1] = pair[2] .. "=" .. word(pair[1], value) end
    end
    return table.concat(into, " ")
end

local function diagnosis(given)
    local found = fields(given, "a diagnosis", {code = true, poa = true})
    local code, poa = word("a diagnosis", found.code, "/"), found.poa or "blank"
    return poa == "blank" and code or code .. "/" .. word("poa", POAS[poa] or poa, "/")
end

local function procedure(given)
    local found = fields(given, "a procedure", {code = true, on = true})
    local code = word("a procedure", found.code, "@")
    return found.on and code .. "@" .. day("on", found.on) or code
end

local function line(given)
    local found = fields(given, "a line", LINE)
    local code = (found.code == nil or found.code == "") and "-" or word("the code of a line", found.code)
    if NO_LINE[code:lower()] then refuse("%s is no code of a line", code) end
    local said = {table.concat({code, table.unpack(words("a modifier", found.modifiers, "%-"))}, "-")}
    local on, pointers = days(found), words("a pointer", found.pointers, ",:")
    if found.units then said[#said + 1] = "x" .. units(found.units) end
    if on ~= "" then said[#said + 1] = "@" .. on end
    if #pointers > 0 then said[#said + 1] = ">" .. table.concat(pointers, ",") end
    if found.charge then said[#said + 1] = "$" .. cents(found.charge) end
    return keys(said, found, OF_LINE)
end

local function head(of)
    local said, on = {word("kind", of.kind or "professional")}, days(of)
    if on ~= "" then said[#said + 1] = on end
    if of.sex then said[#said + 1] = word("sex", SEXES[of.sex] or of.sex) end
    if of.age then said[#said + 1] = word("age", math.tointeger(of.age) or of.age) end
    if of.born then said[#said + 1] = "born=" .. day("born", of.born) end
    if of.charge then said[#said + 1] = "charge=" .. cents(of.charge) end
    return keys(said, of, OF_CLAIM)
end

function claim.claim(given)
    local of = fields(given, "a claim", CLAIM)
    local pieces = {head(of)}
    for _, pair in ipairs(HEADS) do
        local said = {pair[2]}
        for i, one in ipairs(listed(of[pair[1]])) do
            said[i + 1] = pair[1] == "procedures" and procedure(one) or diagnosis(one)
        end
        if #said > 1 then pieces[#pieces + 1] = table.concat(said, " ") end
    end
    for _, one in ipairs(listed(of.lines)) do pieces[#pieces + 1] = line(one) end
    return table.concat(pieces, " | ")
end

function claim.visit(given)
    local said = {}
    for name, value in pairs(given) do
        local key = word("a field", name, "=")
        if name == "family" then said[#said + 1] = word(name, value)
        elseif value == true then said[#said + 1] = key
        elseif value then said[#said + 1] = key .. "=" .. word(name, value) end
    end
    table.sort(said)
    return table.concat(said, " ")
end

--- The line itself, or that of fields.
function claim.text(given, write)
    if type(given) ~= "table" then return given end
    local done, said = pcall(write, given)
    if not done then error(said, 3) end
    return said
end

--- Numbers as text that the library reads.
function claim.numbers(values)
    local said = {}
    for _, value in ipairs(values) do
        for _, number in ipairs(type(value) == "table" and value or {value}) do
            said[#said + 1] = ("%.17g"):format(number)
        end
    end
    return table.concat(said, " ")
end

return claim
