"""Stays out of the grouper's own tables, plausible and hard, the same for a seed.

Codes are drawn from data/fetch.py's drg.*.tsv: half of the principal diagnoses MDC by MDC, the rest by attribute, so
that every formula has its turn; secondary ones lean towards CC, MCC and what formulas ask for; procedures towards those
of the principal's MDC, and whole clusters.
"""

import collections
import pathlib
import re

STATUSES = (1, 2, 3, 4, 5, 6, 7, 20, 21, 30, 43, 50, 51, *range(61, 67), 69, 70, *range(81, 96))
SITES = ["strauma", "sthead", "stchest", "stabdom", "stkidney", "sturin", "stpel", "stuplimb", "stlolimb", "stcc"]
SUPPRESSED = ["ami", "brstmal", "curvoth", "diabetes", "extburn", "extimm", "fullburn", "hiv", "hivmaj", "inhalinj",
              "nbmaj", "nonextburn", "pneuinf", "preterm", "procoma", "renalfail", "s492", "stcc", "twins", "delvoc",
              "mccalive"]
FUSIONS = ["sglantfuse", "sglpostfuse", "sglpostfuse1", "multantfuse", "multpostfuse", "multantfuse1", "multpostfuse1",
           "sglantsectXfuse", "multantsectXfuse1", "cervfuse", "cervantfuse", "cervpostfuse", "fusion", "antfuse",
           "postfuse", "singlefusion", "otherfuse", "cmadifd", "tulip"]
STENTS = ["vessel1", "vessel2", "vessel3", "vessel4", "stent1", "stent2", "stent3", "stent4", "NORdrugstent",
          "NORstent", "arterial", "percut", "lithotripsy", "coratherectomy", "intradevice"]
JOINTS = ["lefthip", "righthip", "leftknee", "rightknee", "leftankle", "rightankle"]


def table(facts, name):
    lines = pathlib.Path(facts, f"drg.{name}.tsv").read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:]]


class Tables:
    """All versions, read once."""

    def __init__(self, facts):
        self.tables = {name: table(facts, name) for name in ("diagnoses", "procedures", "clusters", "formulas")}

    def of(self, name, version):
        return [row for row in self.tables[name] if int(row["from"]) <= version <= int(row["to"])]


class Stays:
    """What can be drawn in one version. A stay: sex, discharge status, hospital, [(diagnosis, POA)], [procedure]."""

    def __init__(self, tables, version, draw):
        self.draw, self.by_mdc, self.severe = draw, collections.defaultdict(list), collections.defaultdict(list)
        self.having, self.mdc = collections.defaultdict(list), {}
        for row in tables.of("diagnoses", version):
            code = row["code"]
            self.mdc[code] = int(row["mdc"])
            self.by_mdc[int(row["mdc"])].append(code)
            self.severe[row["severity"]].append(code)
            for attribute in row["attributes"].split():
                self.having[attribute].append(code)
        self.diagnoses, self.attributes = sorted(self.mdc), sorted(self.having)
        self.sexed = [row["code"] for row in tables.of("diagnoses", version) if row["mdc"] != row["mdc-female"]]
        self.doing = collections.defaultdict(list)
        self.procedures = []
        for row in tables.of("procedures", version):
            if row["code"][1] != "@":
                self.procedures.append(row["code"])
                for attribute in row["attributes"].split():
                    self.doing[attribute].append(row["code"])
        self.asked = collections.defaultdict(set)
        for row in tables.tables["formulas"]:
            if int(row["version"]) == version:
                self.asked[int(row["mdc"])].update(
                    name for name in re.findall(r"[^\s()&|~]+", row["condition"]) if name in self.doing)
        self.asked = {mdc: sorted(names) for mdc, names in self.asked.items()}
        self.clusters = [[members.split("|") for members in row["members"].split()]
                         for row in tables.of("clusters", version)]

    def diagnosis_with(self, *attributes):
        found = [name for name in attributes if name in self.having]
        return self.draw.choice(self.having[self.draw.choice(found)] if found else self.diagnoses)

    def procedure_with(self, *attributes):
        found = [name for name in attributes if name in self.doing]
        return self.draw.choice(self.doing[self.draw.choice(found)] if found else self.procedures)

    def cluster(self):
        return [self.draw.choice(members) for members in self.draw.choice(self.clusters)]

    def principal(self):
        chance = self.draw.random()
        if chance < 0.5:
            return self.draw.choice(self.by_mdc[self.draw.choice(sorted(self.by_mdc))])
        return self.diagnosis_with(*self.attributes) if chance < 0.8 else self.draw.choice(self.diagnoses)

    def secondary(self, mdc):
        chance = self.draw.random()
        if chance < 0.25:
            code = self.draw.choice(self.severe["CC"])
        elif chance < 0.4:
            code = self.draw.choice(self.severe["MCC"])
        elif chance < 0.65:
            code = self.diagnosis_with(*self.attributes)
        else:
            code = self.draw.choice(self.by_mdc[mdc] if chance < 0.8 else self.diagnoses)
        return code, "Y" if self.draw.random() < 0.6 else self.draw.choice("NNUWY")

    def some_procedures(self, mdc):
        for _ in range(int(self.draw.expovariate(0.7))):
            chance = self.draw.random()
            if chance < 0.6 and self.asked.get(mdc):
                yield self.procedure_with(*self.asked[mdc])
            elif chance < 0.75:
                yield self.procedure_with(*sorted(self.doing))
            elif chance < 0.85:
                yield from self.cluster()
            else:
                yield self.draw.choice(self.procedures)

    def plain(self):
        principal = self.principal()
        mdc = self.mdc[principal]
        secondary = [self.secondary(mdc) for _ in range(min(20, int(self.draw.expovariate(0.25))))]
        if secondary and self.draw.random() < 0.1:
            secondary.append(self.draw.choice(secondary))
        status = 1 if self.draw.random() < 0.55 else self.draw.choice(STATUSES)
        return {"sex": self.draw.choice("MF"), "status": 20 if self.draw.random() < 0.1 else status,
                "hospital": "reports", "diagnoses": [(principal, "Y"), *secondary],
                "procedures": list(self.some_procedures(mdc))}

    def hard(self):
        """A plain one that is bent towards what formulas count, mute, suppress or refuse."""
        stay = self.plain()
        bend = self.draw.choice([self.counted, self.clustered, self.acquired, self.injured, self.newborn, self.burnt,
                                 self.suppressed, self.odd])
        bend(stay)
        return stay

    def counted(self, stay):
        names, mdc = self.draw.choice([(FUSIONS, 8), (STENTS, 5), (JOINTS, 8)])
        stay["diagnoses"][0] = self.draw.choice(self.by_mdc[mdc]), "Y"
        done = [self.procedure_with(*names) for _ in range(self.draw.randint(1, 4))]
        stay["procedures"] = done + [self.draw.choice(done)] * (self.draw.random() < 0.35)

    def clustered(self, stay):
        stay["procedures"] = [code for _ in range(self.draw.randint(1, 3)) for code in self.cluster()]
        self.draw.shuffle(stay["procedures"])
        stay["procedures"] = stay["procedures"][self.draw.random() < 0.3:]

    def acquired(self, stay):
        lists = [name for name in self.attributes if name.lower().startswith("hac")]
        stay["hospital"] = self.draw.choice(["reports"] * 8 + ["exempt", "unknown"])
        indicators = ["N", "U", "Y", "W", "", ""] if self.draw.random() < 0.3 else list("NNUWY")
        stay["diagnoses"][1:] = [(self.diagnosis_with(*lists), self.draw.choice(indicators))
                                 for _ in range(self.draw.randint(1, 3))] + stay["diagnoses"][1:3]
        if self.draw.random() < 0.4:
            stay["diagnoses"][0] = self.diagnosis_with("hac11_pdx"), "Y"
        if self.draw.random() < 0.7:
            names = [name for name in sorted(self.doing) if name.startswith("hac")]
            stay["procedures"] = [self.procedure_with(*names) for _ in range(self.draw.randint(1, 2))]

    def of_kinds(self, stay, principal, secondary):
        stay["diagnoses"] = [(principal, "Y")] + [(self.diagnosis_with(*secondary), self.draw.choice("YYYNU"))
                                                  for _ in range(self.draw.randint(1, 4))]

    def injured(self, stay):
        names = self.draw.choice([SITES, ["hiv", "hivmaj", "hivsig"]])
        self.of_kinds(stay, self.diagnosis_with(*names), names)

    def newborn(self, stay):
        names = ["nbmaj", "preterm", "extimm", "incident", "mdc15fallthrough", "drg794codes", "delvoc", "twins"]
        self.of_kinds(stay, self.draw.choice(self.by_mdc[self.draw.choice([14, 15])]), names)
        if self.draw.random() < 0.5:
            stay["procedures"] = [self.procedure_with("vagdlv", "csect", "steril", "dandc") for _ in range(2)]

    def burnt(self, stay):
        self.of_kinds(stay, self.draw.choice(self.by_mdc[22]), ["extburn", "fullburn", "nonextburn", "inhalinj"])
        if self.draw.random() < 0.6:
            stay["procedures"] = [self.procedure_with("sgraft20", "NORmvge96h")]

    def suppressed(self, stay):
        principal = self.draw.choice(self.by_mdc[self.draw.choice(sorted(self.by_mdc))])
        self.of_kinds(stay, principal, SUPPRESSED)
        stay["diagnoses"] = stay["diagnoses"][:3]
        stay["procedures"] = list(self.some_procedures(self.mdc[principal]))

    def odd(self, stay):
        bend = self.draw.randrange(5)
        if bend == 0:
            stay["status"] = self.draw.choice([0, 8, 9, 10, 13, 22, 40, 41, 42, 71, 72, 99])
        elif bend == 1:
            stay["sex"] = "U"
            stay["diagnoses"][0] = self.draw.choice(self.sexed), "Y"
        elif bend == 2:
            stay["diagnoses"][0] = self.draw.choice(["E11", "S52", "A00", "Z9999"]), "Y"
        elif bend == 3:
            stay["diagnoses"].append((self.draw.choice(["E11", "S52", stay["diagnoses"][0][0]]), "Y"))
        else:
            stay["diagnoses"][1:] = [(code, self.draw.choice(["", "Y", "N", "U", "W"]))
                                     for code, _ in stay["diagnoses"][1:]]
