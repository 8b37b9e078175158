#define _POSIX_C_SOURCE 200809L

#include "tool/review_tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/review.h"

bool coding__tally_is_unchecked(const coding_claim_finding *finding)
{
    return finding->verdict == CODING_RULE_NOT_CHECKED && finding->rule != CODING_CLAIM_RULE_CODE;
}

standing coding__tally_standing(const coding_review *review)
{
    standing how = STANDS_FINE;
    for (size_t i = 0; i < review->count; i++) {
        const coding_claim_finding *finding = &review->findings[i];
        standing                    is = finding->severity == CODING_DENIAL    ? STANDS_DENIED
                                         : finding->severity == CODING_WARNING ? STANDS_WARNED
                                                                               : STANDS_FINE;
        if (coding__tally_is_unchecked(finding) && is == STANDS_WARNED) is = STANDS_UNCHECKED;
        if (is > how) how = is;
    }
    return how;
}

int64_t coding__tally_stake(const coding_claim_finding *finding)
{
    bool is_line = finding->place.part == CODING_CLAIM_PART_LINE && finding->place.number;
    return is_line && finding->severity == CODING_DENIAL ? finding->charge : 0;
}

static char *copy_of(tally *to, const char *text, size_t length)
{
    char *copy = malloc(length + 1);
    if (!copy) return to->no_memory = true, NULL;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

static char *text_of(tally *to, const char *text) { return copy_of(to, text ? text : "", text ? strlen(text) : 0); }

static void free_example(tally_example *of)
{
    free(of->claim), free(of->file), free(of->provider), free(of->place), free(of->sentence), free(of->source);
}

/* "line 2, 45378: what [release, table line 7]": what is said stands between the first colon and the last bracket. */
static void split_sentence(tally *to, const char *said, const coding_claim_finding *finding, tally_example *example)
{
    const char *colon = strstr(said, ": "), *begin = colon ? colon + 2 : said;
    const char *past = begin + strlen(begin), *bracket = NULL;
    if (finding->source.release)
        for (const char *at = begin; (at = strstr(at, " [")); at++) bracket = at;
    if (bracket) past = bracket;
    example->sentence = copy_of(to, begin, (size_t)(past - begin));
    size_t length = bracket ? strlen(bracket + 2) : 0;
    example->source = copy_of(to, bracket ? bracket + 2 : "", length ? length - 1 : 0);
}

static void say_whose(tally *to, const reviewed *one, tally_example *example)
{
    char name[NUMBER_TEXT];
    example->claim = text_of(to, coding__review_name(one, name));
    example->file = text_of(to, one->file);
    example->provider = text_of(to, one->whole.provider);
}

static tally_example example_of(tally *to, const reviewed *one, const coding_claim_finding *finding)
{
    char          place[PLACE_TEXT], whole[PLACE_TEXT + CODING_CODE_TEXT + 2], code[CODING_CODE_TEXT];
    tally_example example = {.severity = finding->severity, .stake = coding__tally_stake(finding), .order = to->claims};
    coding__review_place(finding->place, place);
    snprintf(whole, sizeof whole, "%s%s%s", place, finding->code ? ", " : "",
             finding->code ? coding_code_format(finding->code, code) : "");
    say_whose(to, one, &example);
    example.place = text_of(to, whole);
    split_sentence(to, coding_claim_explain(one->desk, finding), finding, &example);
    return example;
}

/* The example that makes room for a louder or dearer one; `most` where all of them are as loud and as dear. */
static size_t least_of(const tally_rule *rule, const coding_claim_finding *finding)
{
    size_t          least = rule->example_count;
    coding_severity severity = finding->severity;
    int64_t         stake = coding__tally_stake(finding);
    for (size_t i = 0; i < rule->example_count; i++) {
        const tally_example *at = &rule->examples[i];
        if (at->severity > severity || (at->severity == severity && at->stake >= stake)) continue;
        severity = at->severity;
        stake = at->stake;
        least = i;
    }
    return least;
}

static void keep_example(tally *to, tally_rule *rule, const reviewed *one, const coding_claim_finding *finding)
{
    if (!to->most) return;
    if (!rule->examples) rule->examples = calloc(to->most, sizeof *rule->examples);
    if (!rule->examples) to->no_memory = true;
    if (!rule->examples) return;
    size_t at = rule->example_count < to->most ? rule->example_count++ : least_of(rule, finding);
    if (at == to->most) return;
    free_example(&rule->examples[at]);
    rule->examples[at] = example_of(to, one, finding);
}

/* Has the rule denied this line of this claim before? */
static bool is_denied(const coding_review *review, size_t index)
{
    const coding_claim_finding *of = &review->findings[index];
    for (size_t i = 0; i < index; i++) {
        const coding_claim_finding *at = &review->findings[i];
        if (at->rule == of->rule && at->severity == of->severity && at->place.part == of->place.part
            && at->place.number == of->place.number)
            return true;
    }
    return false;
}

static void add_unchecked(tally *to, tally_rule *rule, const reviewed *one, const coding_claim_finding *finding)
{
    static const char behind[] = "not checked: ";
    const char       *said = rule->lacking ? "" : coding_claim_explain(one->desk, finding), *why = strstr(said, behind);
    if (!rule->lacking) rule->lacking = text_of(to, why ? why + sizeof behind - 1 : said);
    rule->unchecked++;
}

static void add_finding(tally *to, const reviewed *one, size_t index)
{
    const coding_claim_finding *finding = &one->review.findings[index];
    tally_rule                 *rule = &to->rules[finding->rule];
    if (coding__tally_is_unchecked(finding)) {
        add_unchecked(to, rule, one, finding);
        return;
    }
    to->findings[finding->severity]++;
    rule->findings[finding->severity]++;
    if (!is_denied(&one->review, index)) rule->stake += coding__tally_stake(finding);
    keep_example(to, rule, one, finding);
}

static size_t hash_of(const char *name)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (; *name; name++) hash = (hash ^ (unsigned char)*name) * 0x100000001B3u;
    return (size_t)(hash % PROVIDERS);
}

static tally_provider *provider_of(tally *to, const char *name)
{
    size_t at = hash_of(name);
    for (size_t i = 0; i < PROVIDERS; i++, at = (at + 1) % PROVIDERS) {
        tally_provider *slot = &to->providers[at];
        if (slot->name && strcmp(slot->name, name) == 0) return slot;
        if (slot->name) continue;
        if (to->provider_count >= PROVIDERS / 4 * 3) break; /* a full table would be slow */
        if (!(slot->name = text_of(to, name))) break;
        to->provider_count++;
        return slot;
    }
    return &to->providers[PROVIDERS];
}

static void add_claim(tally *to, const reviewed *one)
{
    standing        how = coding__tally_standing(&one->review);
    tally_provider *provider = provider_of(to, one->whole.provider ? one->whole.provider : "");
    to->claims++;
    to->lines += coding_claim_line_count(one->item->claim);
    to->stand[how]++;
    to->charge += one->whole.charge;
    to->stake += one->review.at_stake;
    provider->claims++;
    provider->stand[how]++;
    provider->charge += one->whole.charge;
    provider->stake += one->review.at_stake;
    for (size_t i = 0; i < one->review.count; i++) add_finding(to, one, i);
}

static void add_trouble(tally *to, const reviewed *one)
{
    char place[64];
    to->troubles++;
    if (to->troubled_count == TROUBLE_EXAMPLES) return;
    if (!to->troubled) to->troubled = calloc(TROUBLE_EXAMPLES, sizeof *to->troubled);
    if (!to->troubled) to->no_memory = true;
    if (!to->troubled) return;
    tally_example *example = &to->troubled[to->troubled_count++];
    snprintf(place, sizeof place, "%.16s%s%u", one->item->segment, *one->item->segment ? " " : "",
             (unsigned)one->item->number);
    say_whose(to, one, example);
    example->place = text_of(to, place);
    example->sentence = text_of(to, one->item->reason);
    example->source = text_of(to, "");
}

void coding__tally_add(tally *to, const reviewed *one)
{
    if (one->item->claim) add_claim(to, one);
    if (one->item->trouble) add_trouble(to, one);
}

void coding__tally_end(tally *of)
{
    for (size_t i = 0; i < CODING_CLAIM_RULE_TOTAL; i++) {
        tally_rule *rule = &of->rules[i];
        for (size_t j = 0; j < rule->example_count; j++) free_example(&rule->examples[j]);
        free(rule->examples);
        free(rule->lacking);
    }
    for (size_t i = 0; i <= PROVIDERS; i++) free(of->providers[i].name);
    for (size_t i = 0; i < of->troubled_count; i++) free_example(&of->troubled[i]);
    free(of->troubled);
}
