/* A note as a page: its text with what it speaks of, and beside it the codes, those withheld, and what to ask. Mentions
 * and codes are links to one another; whoever points at one sees the other marked, by CSS alone. */
#include <string.h>

#include "tool/html.h"
#include "tool/note.h"

enum { EVIDENCE_MOST = 8, OTHERS_MOST = 500 };

/* How a mention is asserted, the weightier first: a class, and what a person calls it. */
static const struct assertion {
    uint32_t    bit;
    const char *kind, *word;
} assertions[] = {
    {CODING_ASSERT_NEGATED, "negated", "denied"},
    {CODING_ASSERT_FAMILY, "family", "family"},
    {CODING_ASSERT_HYPOTHETICAL, "hypothetical", "hypothetical"},
    {CODING_ASSERT_UNCERTAIN, "uncertain", "suspected"},
    {CODING_ASSERT_HISTORICAL, "historical", "past"},
};

enum { ASSERTIONS = sizeof assertions / sizeof *assertions };

static const char *kind_of(const coding_mention *mention)
{
    for (size_t i = 0; i < ASSERTIONS; i++)
        if (mention->assertion & assertions[i].bit) return assertions[i].kind;
    return "stated";
}

/* "denied, family"; `plain` where nothing else is to be said. */
static void put_assertion(FILE *file, const coding_mention *mention, const char *plain)
{
    bool any = false;
    for (size_t i = 0; i < ASSERTIONS; i++) {
        if (!(mention->assertion & assertions[i].bit)) continue;
        fprintf(file, "%s%s", any ? ", " : "", assertions[i].word);
        any = true;
    }
    if (!any) fputs(plain, file);
}

static const char *title_of(coding_passage passage)
{
    switch (passage) {
    case CODING_PASSAGE_OTHER: return "Other";
    case CODING_PASSAGE_COMPLAINT: return "Chief complaint";
    case CODING_PASSAGE_PRESENT: return "Present illness";
    case CODING_PASSAGE_PAST: return "Past history";
    case CODING_PASSAGE_SURGICAL: return "Past surgery";
    case CODING_PASSAGE_FAMILY: return "Family history";
    case CODING_PASSAGE_SOCIAL: return "Social history";
    case CODING_PASSAGE_MEDICATION: return "Medications";
    case CODING_PASSAGE_ALLERGY: return "Allergies";
    case CODING_PASSAGE_REVIEW: return "Review of systems";
    case CODING_PASSAGE_EXAM: return "Examination";
    case CODING_PASSAGE_RESULT: return "Results";
    case CODING_PASSAGE_ASSESSMENT: return "Assessment and plan";
    case CODING_PASSAGE_OPERATION: return "Operation";
    case CODING_PASSAGE_INDICATION: return "Indication";
    case CODING_PASSAGE_COURSE: return "Hospital course";
    case CODING_PASSAGE_INSTRUCTION: return "Instructions";
    case CODING_PASSAGE_TEMPLATE: return "Template";
    }
    return "Other";
}

static const char *why(const note_reading *of, coding_reason reason)
{
    bool stay = of->setting == CODING_SETTING_INPATIENT;
    switch (reason) {
    case CODING_REASON_STATED: return "Stated";
    case CODING_REASON_COMBINED: return "One code for these together";
    case CODING_REASON_HISTORY: return "Of the past: a code of history";
    case CODING_REASON_FAMILY: return "Of the family: a code of family history";
    case CODING_REASON_UNCERTAIN: return "Uncertain at the end of a stay: coded as if established";
    case CODING_REASON_STATUS: return "A status";
    case CODING_REASON_WRITTEN: return "The code itself is written";
    case CODING_REASON_INTEGRAL: return "Withheld: a symptom of what is coded";
    case CODING_REASON_SUSPECTED:
        return stay ? "Withheld: uncertain, and coded where confirmed alone"
                    : "Withheld: uncertain, and a visit codes nothing uncertain";
    case CODING_REASON_FINDING: return "Withheld: a result without a provider's word";
    case CODING_REASON_AMBIGUOUS: return "Withheld: an abbreviation with several meanings";
    }
    return "";
}

static void put_span(FILE *file, const note_reading *of, coding_span span)
{
    coding__html_bytes(file, of->bytes + span.offset, span.length);
}

/* Its code and title, if it has one. */
static void put_entry(FILE *file, const note_reading *of, const coding_mention *mention)
{
    char written[CODING_CODE_TEXT];
    if (!mention->entry.book) return;
    fprintf(file, "%s ", coding_code_format(coding_entry_code(mention->entry), written));
    coding__html_text(file, coding_entry_title(of->asked->desk, mention->entry, of->on));
}

/* What a mouse is told: "denied by “denies”, Review of systems: R05.9 Cough, unspecified". */
static void put_hint(FILE *file, const note_reading *of, const coding_mention *mention)
{
    put_assertion(file, mention, "stated");
    if (mention->cue.length) {
        fputs(" by \xE2\x80\x9C", file);
        put_span(file, of, mention->cue);
        fputs("\xE2\x80\x9D", file);
    }
    fprintf(file, ", %s", title_of(mention->passage));
    if (mention->entry.book) fputs(": ", file);
    put_entry(file, of, mention);
}

/* The codes that mentions over a piece lead to, as classes. */
static void put_classes(FILE *file, const note_reading *of, const note_piece *piece)
{
    for (size_t i = 0; i < piece->over_count; i++)
        for (uint32_t at = of->first[piece->over[i]]; at < of->first[piece->over[i] + 1]; at++)
            fprintf(file, " to-%u", of->leads[at] + 1);
}

/* A piece that a mention covers is a link to its code, or a mark where it leads to none. Mentions that begin with it have
 * their names there. */
static void put_mentioned(FILE *file, const note_reading *of, const note_piece *piece)
{
    uint32_t              inner = piece->over[piece->over_count - 1];
    const coding_mention *mention = &of->read.mentions[inner];
    bool                  leads = coding__note_lead_count(of, inner) > 0;
    bool                  begins = piece->opened && inner >= piece->opens && inner < piece->opens + piece->opened;
    for (uint32_t i = piece->opens; i < piece->opens + piece->opened; i++)
        if (i != inner) fprintf(file, "<span id=\"mention-%u\"></span>", i + 1);
    fputs(leads ? "<a" : "<mark", file);
    if (begins) fprintf(file, " id=\"mention-%u\"", inner + 1);
    if (leads) fprintf(file, " href=\"#code-%u\"", of->leads[of->first[inner]] + 1);
    fprintf(file, " class=\"m %s%s", kind_of(mention), piece->is_cue ? " cue" : "");
    put_classes(file, of, piece);
    fputs("\" title=\"", file);
    put_hint(file, of, mention);
    if (piece->ends && mention->assertion) {
        fputs("\" data-as=\"", file);
        put_assertion(file, mention, "");
    }
    fputs("\">", file);
    put_span(file, of, (coding_span){piece->offset, piece->length});
    fputs(leads ? "</a>" : "</mark>", file);
}

/* A plain piece without the blank lines before a heading, which keeps its distance by itself. */
static coding_span plain_span(const note_reading *of, const note_piece *piece, bool before_heading)
{
    size_t length = piece->length;
    while (before_heading && length && strchr(" \t\r\n", of->bytes[piece->offset + length - 1])
           && of->bytes[piece->offset + length - 1])
        length--;
    return (coding_span){piece->offset, length};
}

static void put_piece(FILE *file, const note_reading *of, const note_piece *piece, bool before_heading)
{
    if (piece->heads)
        fprintf(file, "</div>\n<h3 class=\"passage\">%s</h3>\n<div class=\"text\">", title_of(piece->heads->passage));
    if (piece->over_count) {
        put_mentioned(file, of, piece);
        return;
    }
    if (piece->is_cue) fputs("<span class=\"cue\">", file);
    put_span(file, of, plain_span(of, piece, before_heading));
    if (piece->is_cue) fputs("</span>", file);
}

static bool put_text(FILE *file, const note_reading *of)
{
    note_cutter cutter;
    note_piece  piece, next;
    if (!coding__note_cut(&cutter, of)) return false;
    fputs("<section aria-labelledby=\"note\">\n<h2 id=\"note\">The note</h2>\n<div class=\"text\">", file);
    for (bool more = coding__note_piece(&cutter, &piece); more; piece = next) {
        more = coding__note_piece(&cutter, &next);
        put_piece(file, of, &piece, more && next.heads);
    }
    fputs("</div>\n</section>\n", file);
    coding__note_cut_end(&cutter);
    return true;
}

static void put_evidence(FILE *file, const note_reading *of, const coding_proposal *code)
{
    fputs("<ul>\n", file);
    for (size_t i = 0; i < code->mention_count && i < EVIDENCE_MOST; i++) {
        const coding_mention *mention = &of->read.mentions[code->mentions[i]];
        fprintf(file, "<li><a href=\"#mention-%u\"><q>", code->mentions[i] + 1);
        put_span(file, of, mention->span);
        fprintf(file, "</q></a><small>%s</small></li>\n", title_of(mention->passage));
    }
    if (code->mention_count > EVIDENCE_MOST)
        fprintf(file, "<li><small>and %zu more</small></li>\n", code->mention_count - EVIDENCE_MOST);
    fputs("</ul>\n", file);
}

static void put_code(FILE *file, const note_reading *of, size_t index)
{
    const coding_proposal *code = &of->read.codes[index];
    char                   written[CODING_CODE_TEXT];
    coding_code_format(coding_entry_code(code->entry), written);
    fprintf(file, "<li id=\"code-%zu\"%s>\n<h3><b>%s</b> ", index + 1, code->withheld ? " class=\"withheld\"" : "",
            written);
    coding__html_text(file, coding_entry_title(of->asked->desk, code->entry, of->on));
    fprintf(file, "</h3>\n<p>%s, confidence %.2f</p>\n", why(of, code->reason), (double)code->confidence);
    put_evidence(file, of, code);
    if (code->query) {
        fputs("<p class=\"ask\"><b>To ask:</b> ", file);
        coding__html_text(file, code->query);
        fputs("</p>\n", file);
    }
    fputs("</li>\n", file);
}

/* Those proposed come first. */
static void put_codes(FILE *file, const note_reading *of)
{
    size_t proposed = 0, count = of->read.code_count;
    while (proposed < count && !of->read.codes[proposed].withheld) proposed++;
    fputs("<div class=\"beside\">\n<section aria-labelledby=\"proposed\">\n<h2 id=\"proposed\">Proposed codes</h2>\n",
          file);
    if (!proposed) fputs("<p>None.</p>\n", file);
    else fputs("<ol class=\"codes\">\n", file);
    for (size_t i = 0; i < proposed; i++) put_code(file, of, i);
    fputs(proposed ? "</ol>\n</section>\n" : "</section>\n", file);
    if (proposed < count) {
        fputs("<section aria-labelledby=\"withheld\">\n<h2 id=\"withheld\">Withheld</h2>\n<ol class=\"codes\">\n",
              file);
        for (size_t i = proposed; i < count; i++) put_code(file, of, i);
        fputs("</ol>\n</section>\n", file);
    }
    fputs("</div>\n", file);
}

static void put_other(FILE *file, const note_reading *of, size_t index)
{
    const coding_mention *mention = &of->read.mentions[index];
    fprintf(file, "<tr><td><a href=\"#mention-%zu\"><q>", index + 1);
    put_span(file, of, mention->span);
    fprintf(file, "</q></a></td><td><span class=\"tag %s\">", kind_of(mention));
    put_assertion(file, mention, "stated");
    fputs("</span>", file);
    if (mention->cue.length) {
        fputs(" by <q>", file);
        put_span(file, of, mention->cue);
        fputs("</q>", file);
    }
    fprintf(file, "</td><td>%s</td><td>", title_of(mention->passage));
    put_entry(file, of, mention);
    fputs("</td></tr>\n", file);
}

/* What the note speaks of and no code came from. */
static void put_others(FILE *file, const note_reading *of)
{
    size_t count = 0;
    for (size_t i = 0; i < of->read.mention_count; i++) {
        if (coding__note_lead_count(of, i)) continue;
        if (!count)
            fputs("<section aria-labelledby=\"others\">\n<h2 id=\"others\">Spoken of, and not coded</h2>\n"
                  "<table class=\"others\">\n<thead><tr><th scope=\"col\">Words</th><th scope=\"col\">How</th>"
                  "<th scope=\"col\">Section</th><th scope=\"col\">Code of the words</th></tr></thead>\n<tbody>\n",
                  file);
        if (count++ < OTHERS_MOST) put_other(file, of, i);
    }
    if (count) fputs("</tbody>\n</table>\n", file);
    if (count > OTHERS_MOST) fprintf(file, "<p>And %zu more.</p>\n", count - OTHERS_MOST);
    if (count) fputs("</section>\n", file);
}

/* Marks what leads to a code while somebody points at it, and the code while somebody points at that. */
static void put_pointing(FILE *file, size_t codes)
{
    fputs("<style>\n", file);
    for (size_t i = 1; i <= codes; i++)
        fprintf(file,
                ":root:has(#code-%zu:is(:hover, :focus-within)) .to-%zu { background: var(--lit); color: "
                "var(--lit-ink); }\n"
                ":root:has(.to-%zu:is(:hover, :focus)) #code-%zu { outline: .15rem solid var(--link); }\n",
                i, i, i, i);
    fputs("</style>\n", file);
}

static const char *plural(size_t count) { return count == 1 ? "" : "s"; }

static void put_lead(FILE *file, const note_reading *of)
{
    const coding_annotation *read = &of->read;
    size_t                   withheld = 0, queries = 0;
    char                     day[DAY_TEXT];
    for (size_t i = 0; i < read->code_count; i++)
        withheld += read->codes[i].withheld, queries += read->codes[i].query != NULL;
    size_t proposed = read->code_count - withheld;
    fprintf(file, "<p class=\"lead\">%zu code%s proposed, %zu withheld, %zu question%s to ask", proposed,
            plural(proposed), withheld, queries, plural(queries));
    if (of->name) {
        fputs(", from ", file);
        coding__html_text(file, of->name);
    }
    fprintf(file, ", read as %s",
            of->setting == CODING_SETTING_INPATIENT ? "the note of a stay" : "the note of a visit");
    if (of->on) fprintf(file, " on %s", coding__output_day(of->on, day));
    fprintf(file, ", by coding %s</p>\n", coding_version());
}

static void put_legend(FILE *file)
{
    fputs(
        "<ul class=\"legend\" aria-label=\"How words are marked\">\n<li><span class=\"m stated\">stated</span></li>\n",
        file);
    for (size_t i = 0; i < ASSERTIONS; i++)
        fprintf(file, "<li><span class=\"m %s\">%s</span></li>\n", assertions[i].kind, assertions[i].word);
    fputs("<li><span class=\"cue\">words that decide it</span></li>\n</ul>\n", file);
}

bool coding__note_page(const note_reading *of, FILE *file)
{
    coding__html_begin(file, "A note and its codes", coding__note_style);
    put_pointing(file, of->read.code_count);
    put_lead(file, of);
    put_legend(file);
    fputs("<div class=\"sheet\">\n", file);
    bool whole = put_text(file, of);
    put_codes(file, of);
    fputs("</div>\n", file);
    put_others(file, of);
    fputs("<footer>\n<p>A coder decides: these are codes that words of the note support, each with those words. A "
          "question asks "
          "for what the documentation leaves open.</p>\n</footer>\n",
          file);
    return coding__html_end(file) && whole;
}
