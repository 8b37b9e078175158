-- Every function and table once, rows left unread, a book changed under a query, and statements that fail: run under
-- valgrind. $CODING_BOOK names the book.
.bail off
SELECT coding_verdict('G35', 'icd10cm', '2025-10-01'), coding_explain('G35', 'icd10cm', 20251001),
       coding_verdict('0DTJ4ZZ', 'icd10cm'), coding_title('E11.9', 'icd10cm'), coding_short_title('E11.9', 'icd10cm'),
       coding_normal('e119', 'any'), coding_bare('E11.9', 'icd10cm'), coding_damage('G35,A', 'icd10cm'),
       coding_is_code('E11.9', 'icd10cm'), coding_modifiers('99213-25-59', 'cpt'), coding_parent('E11.9', 'icd10cm'),
       coding_category('S93.402A', 'icd10cm'), coding_chapter('E11.9', 'icd10cm'), coding_newest('icd10cm'),
       coding_is_below('E11.9', 'E11', 'icd10cm'), coding_is_within('C4A', 'C43', 'C44', 'icd10cm'),
       coding_poa_exempt('Z00.00', 'icd10cm'), coding_stands('E11.9', 'icd10cm'), coding_version();
SELECT * FROM coding_search('sprained left ankle', 5) s, coding_notes(s.code, 'icd10cm') n LIMIT 9;
SELECT * FROM coding_check('G35', 'icd10cm', '2025-10-01') c, json_each(c.instead);
SELECT * FROM coding_check('G35,A', 'icd10cm');
SELECT * FROM coding_children('E11', 'icd10cm') c, coding_ancestors(c.code, 'icd10cm') a LIMIT 20;
SELECT * FROM coding_billable_below('E11', 'icd10cm') LIMIT 3;
SELECT * FROM coding_blocks('E11.9', 'icd10cm');
SELECT * FROM coding_complete('0DTJ', 'icd10pcs', 0, 5);
SELECT * FROM coding_editions LIMIT 3;
SELECT * FROM coding_identify('E11.9');
SELECT * FROM coding_periods('G35', 'icd10cm');
SELECT * FROM coding_roots('icd10pcs') LIMIT 5;
SELECT * FROM coding_sevens('S93.402', 'icd10cm');
SELECT * FROM coding_successors('G35', 'icd10cm', '2025-10-01');
SELECT * FROM coding_suggest('E11..9', 'icd10cm');
SELECT coding_open('/nowhere');
SELECT coding_verdict('E11.9', 'icd99');
SELECT coding_verdict('E11.9', 'icd10cm', '2025-13-01');
SELECT * FROM coding_search('gout', 3, 'icd99');
SELECT * FROM coding_search;
SELECT * FROM coding_search(NULL);
SELECT c.code, coding_close() FROM coding_children('E11', 'icd10cm') c;
SELECT coding_title('E11.9', 'icd10cm');
SELECT * FROM coding_search('gout');
