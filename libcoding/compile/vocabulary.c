/* The tables of words as they were read, so that a book can be extended: of vocabularies that others made for other ends
 * (MeSH, HPO) only what search found worth its room. */
#include "compile/weave.h"

void coding__write_vocabulary(coding__weave *weave)
{
    for (size_t i = 0; i < weave->model->synonyms.count && !weave->model->no_memory; i++) {
        const coding__synonym *synonym = (coding__synonym *)weave->model->synonyms.items + i;
        unsigned char          record[16];
        if (synonym->idle) continue;
        coding__store32(record + CODING__VOCABULARY_TERM, coding__writer_text(&weave->writer, synonym->term));
        coding__store32(record + CODING__VOCABULARY_CONCEPT, coding__writer_text(&weave->writer, synonym->concept));
        coding__store32(record + CODING__VOCABULARY_KIND, coding__writer_text(&weave->writer, synonym->kind));
        coding__store32(record + CODING__VOCABULARY_RANK, synonym->rank);
        coding__writer_put(&weave->writer, CODING__VOCABULARY, record, sizeof record);
    }
}
