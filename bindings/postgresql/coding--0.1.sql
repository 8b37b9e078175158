\echo Use "CREATE EXTENSION coding" to load this file. \quit

-- Functions are IMMUTABLE, so that indexes, generated columns and partitions may rest on them. That is honest: an
-- answer follows from the arguments and the book, the book is a file that never changes, and its place is a setting
-- that only the cluster's owner sets (coding.book, PGC_SUSET). Naming another book is like another version of a
-- collation: REINDEX what rests on these functions. Where no day is given the answer is today's, and
-- the function STABLE.
--
-- NULL in, NULL out; a table of NULL has no rows. A day of 'infinity' asks for a system's newest edition. A code that
-- no edition has is answered with NULL, or no rows.

-- --- What its form says of a code: no book is needed, but for users' own systems and 'any'.

CREATE FUNCTION coding_normal(code text, system text) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_normal' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_bare(code text, system text) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_bare' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_damage(code text, system text) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_damage' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_is_code(code text, system text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'pg_coding_is_code' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_modifiers(code text, system text) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_modifiers' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_must_be(code text, system text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'pg_coding_must_be' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;

-- --- What the book says of it.

CREATE FUNCTION coding_verdict(code text, system text) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_verdict' LANGUAGE C STRICT STABLE PARALLEL SAFE;
CREATE FUNCTION coding_verdict(code text, system text, day date) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_verdict' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_stands(code text, system text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'pg_coding_stands' LANGUAGE C STRICT STABLE PARALLEL SAFE;
CREATE FUNCTION coding_stands(code text, system text, day date) RETURNS boolean
    AS 'MODULE_PATHNAME', 'pg_coding_stands' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_explain(code text, system text) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_explain' LANGUAGE C STRICT STABLE PARALLEL SAFE;
CREATE FUNCTION coding_explain(code text, system text, day date) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_explain' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_title(code text, system text) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_title' LANGUAGE C STRICT STABLE PARALLEL SAFE;
CREATE FUNCTION coding_title(code text, system text, day date) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_title' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_poa_exempt(code text, system text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'pg_coding_poa_exempt' LANGUAGE C STRICT STABLE PARALLEL SAFE;
CREATE FUNCTION coding_poa_exempt(code text, system text, day date) RETURNS boolean
    AS 'MODULE_PATHNAME', 'pg_coding_poa_exempt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_short_title(code text, system text) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_short_title' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_parent(code text, system text) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_parent' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_category(code text, system text) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_category' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_chapter(code text, system text) RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_chapter' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_is_below(code text, ancestor text, system text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'pg_coding_is_below' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_is_within(code text, first text, last text, system text) RETURNS boolean
    AS 'MODULE_PATHNAME', 'pg_coding_is_within' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_newest(system text) RETURNS date
    AS 'MODULE_PATHNAME', 'pg_coding_newest' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION coding_version() RETURNS text
    AS 'MODULE_PATHNAME', 'pg_coding_version' LANGUAGE C STRICT STABLE PARALLEL SAFE;

-- --- Tables.

CREATE FUNCTION coding_search(query text, count integer DEFAULT 10, in_system text DEFAULT 'any')
    RETURNS TABLE (code text, title text, system text, score double precision, field text, why text)
    AS 'MODULE_PATHNAME', 'pg_coding_search' LANGUAGE C STRICT STABLE PARALLEL SAFE ROWS 10;
CREATE FUNCTION coding_search(query text, count integer, in_system text, day date)
    RETURNS TABLE (code text, title text, system text, score double precision, field text, why text)
    AS 'MODULE_PATHNAME', 'pg_coding_search' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
CREATE FUNCTION coding_children(asked text, in_system text DEFAULT 'any')
    RETURNS TABLE (code text, title text, verdict text, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_children' LANGUAGE C STRICT STABLE PARALLEL SAFE ROWS 10;
CREATE FUNCTION coding_children(asked text, in_system text, day date)
    RETURNS TABLE (code text, title text, verdict text, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_children' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
CREATE FUNCTION coding_ancestors(asked text, in_system text DEFAULT 'any')
    RETURNS TABLE (code text, title text, verdict text, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_ancestors' LANGUAGE C STRICT STABLE PARALLEL SAFE ROWS 5;
CREATE FUNCTION coding_ancestors(asked text, in_system text, day date)
    RETURNS TABLE (code text, title text, verdict text, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_ancestors' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 5;
CREATE FUNCTION coding_billable_below(asked text, in_system text DEFAULT 'any')
    RETURNS TABLE (code text, title text, verdict text, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_billable_below' LANGUAGE C STRICT STABLE PARALLEL SAFE ROWS 100;
CREATE FUNCTION coding_billable_below(asked text, in_system text, day date)
    RETURNS TABLE (code text, title text, verdict text, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_billable_below' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 100;
CREATE FUNCTION coding_successors(asked text, in_system text DEFAULT 'any')
    RETURNS TABLE (code text, title text, verdict text, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_successors' LANGUAGE C STRICT STABLE PARALLEL SAFE ROWS 2;
CREATE FUNCTION coding_successors(asked text, in_system text, day date)
    RETURNS TABLE (code text, title text, verdict text, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_successors' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 2;
CREATE FUNCTION coding_complete(asked text, in_system text DEFAULT 'any')
    RETURNS TABLE (code text, title text, verdict text, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_complete' LANGUAGE C STRICT STABLE PARALLEL SAFE ROWS 10;
CREATE FUNCTION coding_complete(asked text, in_system text, day date, count integer DEFAULT 10)
    RETURNS TABLE (code text, title text, verdict text, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_complete' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
CREATE FUNCTION coding_roots(in_system text) RETURNS TABLE (code text, title text, verdict text, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_roots' LANGUAGE C STRICT STABLE PARALLEL SAFE ROWS 2000;
CREATE FUNCTION coding_roots(in_system text, day date) RETURNS TABLE (code text, title text, verdict text, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_roots' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 2000;
CREATE FUNCTION coding_notes(asked text, in_system text DEFAULT 'any')
    RETURNS TABLE (kind text, text text, holder text, inherited boolean, codes text[], release text, file text,
    line integer)
    AS 'MODULE_PATHNAME', 'pg_coding_notes' LANGUAGE C STRICT STABLE PARALLEL SAFE ROWS 20;
CREATE FUNCTION coding_notes(asked text, in_system text, day date)
    RETURNS TABLE (kind text, text text, holder text, inherited boolean, codes text[], release text, file text,
    line integer)
    AS 'MODULE_PATHNAME', 'pg_coding_notes' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 20;
CREATE FUNCTION coding_periods(asked text, in_system text DEFAULT 'any')
    RETURNS TABLE (first date, until date, billable boolean, release text)
    AS 'MODULE_PATHNAME', 'pg_coding_periods' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 2;
CREATE FUNCTION coding_sevens(asked text, in_system text DEFAULT 'any')
    RETURNS TABLE (seventh text, code text, text text)
    AS 'MODULE_PATHNAME', 'pg_coding_sevens' LANGUAGE C STRICT STABLE PARALLEL SAFE ROWS 7;
CREATE FUNCTION coding_sevens(asked text, in_system text, day date) RETURNS TABLE (seventh text, code text, text text)
    AS 'MODULE_PATHNAME', 'pg_coding_sevens' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 7;
CREATE FUNCTION coding_blocks(asked text, in_system text DEFAULT 'any')
    RETURNS TABLE (name text, title text, first text, last text)
    AS 'MODULE_PATHNAME', 'pg_coding_blocks' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 2;
CREATE FUNCTION coding_check(asked text, in_system text DEFAULT 'any')
    RETURNS TABLE (verdict text, code text, sentence text, cure text, instead text[], decides date, damage text,
    place integer, release text, file text, line integer)
    AS 'MODULE_PATHNAME', 'pg_coding_check' LANGUAGE C STRICT STABLE PARALLEL SAFE ROWS 1;
CREATE FUNCTION coding_check(asked text, in_system text, day date)
    RETURNS TABLE (verdict text, code text, sentence text, cure text, instead text[], decides date, damage text,
    place integer, release text, file text, line integer)
    AS 'MODULE_PATHNAME', 'pg_coding_check' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1;
CREATE FUNCTION coding_suggest(asked text, in_system text DEFAULT 'any')
    RETURNS TABLE (code text, title text, repair text, rank integer, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_suggest' LANGUAGE C STRICT STABLE PARALLEL SAFE ROWS 3;
CREATE FUNCTION coding_suggest(asked text, in_system text, day date)
    RETURNS TABLE (code text, title text, repair text, rank integer, system text)
    AS 'MODULE_PATHNAME', 'pg_coding_suggest' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 3;
CREATE FUNCTION coding_identify(asked text)
    RETURNS TABLE (system text, verdict text, code text, place integer, characters integer)
    AS 'MODULE_PATHNAME', 'pg_coding_identify' LANGUAGE C STRICT STABLE PARALLEL SAFE ROWS 3;
CREATE FUNCTION coding_identify(asked text, day date)
    RETURNS TABLE (system text, verdict text, code text, place integer, characters integer)
    AS 'MODULE_PATHNAME', 'pg_coding_identify' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 3;
CREATE FUNCTION coding_editions()
    RETURNS TABLE (system text, first date, until date, row_count integer, billable_count integer, release text)
    AS 'MODULE_PATHNAME', 'pg_coding_editions' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 50;

-- --- Claims: what every rule says of one in its short form, a row a finding, loudest first.

CREATE FUNCTION coding_review(claim text)
    RETURNS TABLE (severity text, rule text, part text, number integer, partner_part text, partner_number integer,
    cure text, verdict text, code text, other text, modifier text, charge bigint, why text, sentence text,
    release text, file text, line integer)
    AS 'MODULE_PATHNAME', 'pg_coding_review' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 5;

-- --- Codes as types: text whose form is checked when it comes in, on any day and without a book. It is kept as it
-- came: coding_normal(code, system) gives the code's own spelling.

CREATE DOMAIN icd10cm AS text CHECK (coding_must_be(VALUE, 'icd10cm'));
CREATE DOMAIN icd10pcs AS text CHECK (coding_must_be(VALUE, 'icd10pcs'));
CREATE DOMAIN hcpcs AS text CHECK (coding_must_be(VALUE, 'hcpcs'));
