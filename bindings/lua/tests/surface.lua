-- Nothing of the surface is forgotten; what has another name here is told.
local coding = require "coding"
local harness = require "harness"

local RENAMED = {
    read = "parse", search_complete = "complete_words", system_blocks = "all_blocks", edition_count = "editions",
    edition = "editions", origin_count = "origins", origin = "origins", section_count = "sections",
    section = "sections",
}
local AS_NUMBERS = {
    code_format = "text", code_format_bare = "bare", code_system = "system", code_length = "length",
    code_prefix = "prefix", code_append = "append", code_character = "character", cpt_category_of = "cpt_category",
    cpt_section = "cpt_section", ndc_format = "ndc", pcs_axis = "pcs_axis",
}
local WORDS = "members of enumerations, and systems, are the library's own words"
local LEFT_OUT = {
    damage_name = WORDS, rule_name = WORDS, repair_name = WORDS, part_kind_name = WORDS, severity_name = WORDS,
    system_name = WORDS, system_parse = WORDS, claim_rule_name = WORDS, claim_cure_name = WORDS,
    claim_kind_name = WORDS, claims_trouble_name = WORDS, visit_family_name = WORDS, visit_answer_name = WORDS,
    mdm_name = WORDS, cc_name = WORDS, cc_reason_name = WORDS, comorbidity_scheme_name = WORDS,
    comorbidity_scheme_parse = WORDS, comorbidity_state_name = WORDS, drg_return_name = WORDS, drg_type_name = WORDS,
    map_kind_name = WORDS, passage_name = WORDS, outcome_name = WORDS, ground_name = WORDS,
    phrase_kind_name = WORDS, reason_name = WORDS, risk_model_name = WORDS,
    risk_segment_name = WORDS, risk_use_name = WORDS,
}

local counted = {}

local promised = {
    ["function"] = function(name)
        local there = coding[name] or coding.codes[AS_NUMBERS[name]]
        assert(there or LEFT_OUT[name], name .. " is missing")
    end,
    method = function(name) assert(coding.Book[RENAMED[name] or name], name .. " is missing") end,
    record = function(name) assert(coding.records[name], name .. " is missing") end,
}

harness.test("the library's functions, methods and records are all here", function()
    for line in io.lines(arg[2]) do
        local kind, name = line:match("^(%S+) (%S+)")
        promised[kind](name)
        counted[kind] = (counted[kind] or 0) + 1
    end
    assert(counted["function"] >= 20 and counted.method >= 40 and counted.record >= 20)
end)
