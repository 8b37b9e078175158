"""Words for search: MeSH headings and their variants, HPO terms and their synonyms, abbreviations."""

import bz2
import gzip
import io
import json
import pickle
import re

# HPO's own kinds of synonym that are no way to say a thing.
NO_SYNONYM = {"obsolete_synonym", "allelic_requirement"}
SYNONYM = re.compile(r'^synonym: "((?:[^"\\]|\\.)*)" ([A-Z]+) ([a-z_]*)')


class PlainUnpickler(pickle.Unpickler):
    """Reads texts, numbers, lists and dictionaries; a pickle that names a class or function is refused."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"the pickle asks for {module}.{name}; only plain data is read")


def plain_pickle(data):
    return PlainUnpickler(io.BytesIO(data)).load()


def mesh_rows(data, because):
    """term concept register because: variants are lower case, headings as MeSH writes them."""
    tables = plain_pickle(bz2.decompress(data))
    names = {key: concept["name"] for key, concept in tables["disease_canonical_to_data"].items()}
    pairs = {(variant, names[key]) for variant, keys in tables["disease_variant_to_canonical"].items() for key in keys}
    return [(term, concept, "mesh", because) for term, concept in sorted(pairs) if term != concept.lower()]


def hpo_rows(text, because):
    """term concept register because: register is lay where HPO calls it so, abbreviation, else hpo.

    Synonyms that are broader than their term are left out: they would lead to a narrower thing than was said."""
    return sorted({(term, name, register, because) for stanza in text.split("\n[Term]\n")[1:]
                   for name, term, register in hpo_synonyms(stanza) if term != name})


def hpo_synonyms(stanza):
    stanza = stanza.partition("\n\n")[0].splitlines()
    if "is_obsolete: true" in stanza:
        return
    name = next(line.removeprefix("name: ") for line in stanza if line.startswith("name: "))
    for line in stanza:
        synonym = SYNONYM.match(line)
        if synonym and synonym[2] != "BROAD" and synonym[3] not in NO_SYNONYM:
            term = synonym[1].replace('\\"', '"').strip()
            yield name, term, {"layperson": "lay", "abbreviation": "abbreviation"}.get(synonym[3], "hpo")


def abbreviation_rows(data, because):
    """abbreviation expansion because"""
    meanings = json.loads(gzip.decompress(data))
    return sorted((abbreviation, expansion, because) for abbreviation, expansions in meanings.items()
                  for expansion in expansions)
