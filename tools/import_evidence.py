#!/usr/bin/env python3
"""Turns the evidence base into the program's own resources.

    tools/import_evidence.py EVIDENCE_DIR [--out core/src/main/resources/org/anamnesis]

Needs Python 3.9 alone. Writes measure/measurands.json, code/concepts.json, evidence/sources.json, evidence/version.json,
evidence/CONDITION.json and docs/guide/evidence.md. Every figure gets unit, population, stratum, period, source and confidence.
Compound figures ("11.4 / 27.3 / 61.3") are split part by part as meanings.py says; a range ("20-28") becomes its two ends, for
its middle stands in no source. What cannot become a figure is listed on standard output and in the guide, never dropped in silence:
a compound figure that meanings.py does not know stops the importer.

Layout of a condition file, one figure a line: facts stand in groups that share kind, unit, population, period, source and confidence;
strata of an observation inherit unit, shape, population, period, source and confidence from its overall line.
"""
import argparse, json, pathlib, re
import meanings
from words import CASED, CLASS_NAMES, CONDITION_WORDS, OBSERVATION_WORDS, CLASS_WORDS, CONVERSIONS, INGREDIENT_WORDS, MORE_CLASSES, words

VERSION = dict(version="2026.11", date="2026-11-23", schema=2)
LEFT_OUT = []   # (condition, what, why)
CHANGED = []    # (what, why)
SURVEY_YEARS_OF_DEATHS = "2005-2019"


# Drug levels are measured quantities and not the drug, whose id they would otherwise share; the resting heart rate is the heart rate.
# Of several codes for one condition the first is written; these say least more than the condition does.
PREFERRED = {"chronic-kidney-disease": "N18.9", "gestational-diabetes": "O24.419"}
RENAMED = {"phenytoin": "phenytoin_level", "valproate": "valproate_level", "levetiracetam": "levetiracetam_level", "hr_rest": "heart_rate"}


def renamed(observations, conditions):
    """The same with our ids."""
    out = {}
    for mid, o in observations.items():
        if mid == "hr_rest":
            continue
        out[RENAMED.get(mid, mid)] = dict(o, name=o["name"] + " level") if mid in RENAMED else o
    for c in conditions:
        for o in c["observations"]:
            o["id"] = RENAMED.get(o["id"], o["id"])
    return out


def column_name(mid, unit):
    """hba1c, % -> hba1c_pct"""
    u = unit.replace("%", "pct").replace("mm[Hg]", "mmhg").replace("mL/min/{1.73_m2}", "ml_min_173m2")
    u = u.replace("u[IU]/mL", "uiu_ml").replace("m[IU]/L", "miu_l").replace("[IU]/mL", "iu_ml").replace("10*3/uL", "k_ul")
    u = u.replace("10*6/uL", "m_ul").replace("[pH]", "").replace("[ppb]", "ppb").replace("{Tscore}", "tscore")
    u = "per_" + u[1:] if u.startswith("/") else u
    u = re.sub(r"[{}\[\]]", "", u).lower()
    u = re.sub(r"[^a-z0-9]+", "_", u).strip("_")
    return mid if not u or mid.endswith(u) else mid + "_" + u


def measurands(observations):
    out = []
    for mid, o in observations.items():
        out.append(dict(id=mid, name=o["name"], unit=o["ucum"] or "", column=column_name(mid, o["ucum"] or ""),
                        decimals=o.get("decimals") or 0, low=o.get("reference_low"), high=o.get("reference_high"), note=plain_note(o),
                        min=o.get("plausible_min"), max=o.get("plausible_max"),
                        conversions=[dict(unit=u, factor=f, offset=b, source=s) for u, f, b, s in CONVERSIONS.get(mid, [])]))
    return out


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def plain_note(o):
    """The reference note without remarks that were meant for whoever keeps the evidence base."""
    parts = [p.strip() for p in (o.get("note") or "").split(";")]
    return "; ".join(p for p in parts if p and "to be checked" not in p and "Synthea lists" not in p and "no LOINC chosen" not in p)


def checker(who):
    """Source id of whoever verified a code, or None. "public-code (one list)" is the weakest grade and has the same source."""
    return who and who.split(" (")[0]


def concepts(observations, medications, conditions):
    out = []

    def add(cid, kind, name, also, codings):
        seen, kept = {name.lower()}, []
        for w in also:
            if w.lower() not in seen:
                seen.add(w.lower())
                kept.append(w)
        out.append(dict(id=cid, kind=kind, name=name, words=kept, codings=[{k: v for k, v in c.items() if v is not None} for c in codings]))

    for c in conditions:
        codings = [dict(system=system, code=x["code"], display=x["display"], by=checker(x["verified_by"]))
                   for system, key in (("ICD_10_CM", "icd10cm"), ("SNOMED_CT", "snomed")) for x in c["codes"].get(key, [])]
        codings.sort(key=lambda k: k["code"] != PREFERRED.get(c["id"]))
        add(c["id"], "CONDITION", c["name"], ["=" + s if s in CASED else s for s in c["synonyms"]] + words(CONDITION_WORDS, c["id"]), codings)
    displays = {o["id"]: o["loinc_display"] for c in conditions for o in c["observations"]}
    for mid, o in observations.items():
        by = checker(o["loinc_verified_by"])
        if by and "code to be checked" in (o.get("note") or ""):
            CHANGED.append((f"LOINC {o['loinc']} of {mid}", "the evidence base says \"code to be checked\": kept as unverified"))
            by = None
        add(mid, "OBSERVATION", o["name"], words(OBSERVATION_WORDS, mid),
            [dict(system="LOINC", code=o["loinc"], display=displays.get(mid) or o["name"], by=by)] if o["loinc"] else [])
    classes = {"insulin"} | set(MORE_CLASSES)
    for name, m in medications.items():
        add(name.replace(" ", "-"), "INGREDIENT", name, words(INGREDIENT_WORDS, name), [dict(system="RXNORM", code=m["rxnorm"], display=name, by=checker(m["verified_by"]))])
        out[-1]["classes"] = ["class:" + slug(m["drug_class"])] + (["class:insulin"] if m["drug_class"].startswith("insulin, ") else [])
        classes.add(m["drug_class"])
    for name in sorted(classes):
        add("class:" + slug(name), "DRUG_CLASS", CLASS_NAMES.get(name, name), words(CLASS_WORDS, name) + MORE_CLASSES.get(name, []), [])
    return out


class Facts:
    """Collects the figures of one condition, numbered by kind."""

    def __init__(self, condition):
        self.condition, self.groups, self.counts = condition, {}, {}

    def add(self, kind, about, subject, value, unit, population, stratum, period, source, confidence, low=None, high=None, se=None, n=None, note=""):
        if value is None:
            LEFT_OUT.append((self.condition, f"{kind.lower()}: {about}", "the evidence base gives no value"))
            return
        unit, own_se, remark = meanings.unit_and_note(unit)
        k = self.counts[kind] = self.counts.get(kind, 0) + 1
        row = dict(id=k, about=about)
        if subject: row["subject"] = subject
        if stratum != "all": row["stratum"] = stratum
        row["value"] = value
        for key, v in (("low", low), ("high", high), ("se", se if se is not None else own_se), ("n", n), ("note", "; ".join(x for x in (note, remark) if x) or None)):
            if v is not None: row[key] = v
        shared = (kind, unit, population, (period or "").strip() or "not stated", source, confidence.upper())
        self.groups.setdefault(shared, []).append(row)

    def split(self, kind, name, value, unit, **rest):
        """A figure, or the parts of a compound one."""
        if value is None or isinstance(value, (int, float)):
            self.add(kind, name, rest.pop("subject", ""), value, unit, **rest)
            return
        parts = meanings.COMPOUND.get((self.condition, name))
        if not parts:
            raise SystemExit(f"compound figure not known to meanings.py: {self.condition}: {name} = {value!r}")
        stated = sorted(abs(float(v)) for v in re.findall(r"\d+(?:\.\d+)?", value))
        if stated != sorted(abs(float(v)) for _, _, v, _ in parts):
            raise SystemExit(f"parts of {self.condition}: {name} differ from {value!r}")
        rest.pop("subject", None)
        CHANGED.append((f"{self.condition}: {name} = {value}", f"split into {len(parts)} figures"))
        for own_kind, about, v, own_unit in parts:
            self.add(own_kind or kind, about, "", v, own_unit or unit, **rest)

    def listed(self):
        out = []
        for (kind, unit, population, period, source, confidence), rows in self.groups.items():
            out.append(dict(kind=kind, unit=unit, population=population, period=period, source=source, confidence=confidence, rows=rows))
        return out


def marginal(t, stratum):
    row = {} if stratum == "all" else dict(stratum=stratum)
    for k, j in (("n", "n"), ("mean", "mean"), ("sd", "sd"), ("se", "se"), ("p05", "p05"), ("p25", "p25"), ("p50", "p50"), ("p75", "p75"), ("p95", "p95"),
                 ("ln_mean", "logMean"), ("ln_sd", "logSd")):
        if t.get(k) is not None: row[j] = t[k]
    return row


def whose(condition, source, confidence, population=None):
    """Population of a figure that does not say its own."""
    people, survey = meanings.PEOPLE[condition]
    if source == "nhanes":
        return survey
    return meanings.SOURCE_PEOPLE.get(source, people)


def subject_of(words_or_variable):
    return meanings.VARIABLE_CONCEPT.get(words_or_variable) or meanings.PLAIN_CONCEPT.get(words_or_variable) or ""


def facts_of(c):
    cid, f = c["id"], Facts(c["id"])
    micro, labels = c.get("microdata") or {}, {}
    for p in c.get("prevalence", []):
        rest = dict(period=p["year"], source=p["source"], confidence=p["confidence"], low=p.get("lo95"), high=p.get("hi95"), n=p.get("n"))
        if p["source"] == "nhanes":
            definition = re.fullmatch(r"definition: (\w+) in .*", p.get("note") or "")
            name = c["name"][0].lower() + c["name"][1:]
            about, itself, how = meanings.DEFINITION.get(definition[1] if definition else "", (name, True, ""))
            f.add("PREVALENCE", about, cid if itself else "", p["value"], p["unit"], "US adults 18+", meanings.stratum(p["group"]), note=how, **rest)
            continue
        kind, itself, about, population, stratum = meanings.prevalence(cid, c["name"], p["group"], p["source"])
        f.split(kind, p["group"] if isinstance(p["value"], str) else about, p["value"], p["unit"], subject=cid if itself else "", population=population, stratum=stratum,
                note=p.get("note") or "", **rest)
    d = c.get("demographics") or {}
    for group in ("sex", "age", "race_eth"):
        for level, v in (d.get(group) or {}).items():
            f.add("DEMOGRAPHIC", {"race_eth": "race"}.get(group, group), "", v, "%", whose(cid, "nhanes", ""), meanings.stratum(group, level), micro.get("period"), d["source"], d["confidence"], n=d.get("n"))
    for x in c.get("comorbidities_and_states", []):
        variable, words_ = x.get("variable") or "", x["condition"]
        label = meanings.READABLE.get(words_, words_)
        labels[variable] = label
        f.split("COMORBIDITY", label, x["prevalence_pct"], "%", subject=subject_of(variable or words_) or variable, population=whose(cid, x["source"], x["confidence"]), stratum="all",
                period=x.get("period") or meanings.SOURCE_PERIOD.get(x["source"]), source=x["source"], confidence=x["confidence"], low=x.get("lo95"), high=x.get("hi95"), n=x.get("n"))
    for x in c.get("drug_class_usage", []):
        population, period, note = meanings.WHAT[x["what"]]
        subject, about = meanings.DRUG.get(x["drug_class"], ("class:" + slug(x["drug_class"]), x["drug_class"]))
        f.add("DRUG_CLASS_USE", about, subject, x["usage_pct"], "%", population or whose(cid, "nhanes", ""), "all", period, x["source"], x["confidence"], se=x.get("se"), n=x.get("n"), note=note)
    for x in c.get("medications", []):
        if x.get("usage_pct") is not None:
            f.add("INGREDIENT_USE", x["ingredient"].replace(" ", "-"), x["ingredient"].replace(" ", "-"), x["usage_pct"], "%", whose(cid, x["source"], x["confidence"]), "all", x.get("usage_period"),
                  x["source"], x["confidence"], n=x.get("n"), note=f"{x['n_users']} users in the sample" if x.get("n_users") else "")
        if x.get("usage_recalled_pct") is not None:
            f.add("INGREDIENT_USE", x["ingredient"].replace(" ", "-"), x["ingredient"].replace(" ", "-"), x["usage_recalled_pct"], "%", meanings.PEOPLE[cid][0], "all", "", "recalled", "recalled")
    for x in c.get("odds_ratios", []):
        about = meanings.VARIABLE_WORDS.get(x["outcome"]) or labels.get(x["outcome"]) or x["outcome"].replace("_", " ")
        name = c["name"][0].lower() + c["name"][1:]
        f.add("ODDS_RATIO", about, "hypertension" if x["outcome"] == "hypertension_140_90" else subject_of(x["outcome"]) or x["outcome"], x["odds_ratio"], "odds ratio", "US adults", "all", x["period"], x["source"], x["confidence"], x["lo95"], x["hi95"],
              note=f"with against without {name}; adjusted for " + x["adjusted_for"].replace("+", ", "))
    for key, kind in (("complications", "COMPLICATION"), ("progression", "PROGRESSION")):
        for x in c.get(key, []):
            unit = x["unit"]
            if cid == "copd" and unit == "mL/year (smokers -60)":
                CHANGED.append((f"{cid}: {x['name']} = {x['value']} {unit}", "split into 2 figures"))
                f.add(kind, x["name"] + ", smokers", "", -60, "mL/year", whose(cid, x["source"], ""), "all", "", x["source"], x["confidence"])
                unit = "mL/year"
            f.split(kind, x["name"], x["value"], unit, population=whose(cid, x["source"], ""), stratum="all", source=x["source"], confidence=x["confidence"],
                    period=micro.get("period") if x["source"] == "nhanes" else meanings.SOURCE_PERIOD.get(x["source"]))
    for x in c.get("mortality", []):
        f.add("MORTALITY", "death from any cause", "", x["deaths_per_1000_person_years"], "per 1000 person-years", whose(cid, "nhanes", ""), meanings.stratum(x["group"], x["level"]),
              SURVEY_YEARS_OF_DEATHS, x["source"], x["confidence"], note=f"{x['deaths']} deaths in {x['person_years']} person-years; {x['note']}")
    for x in c.get("international", []):
        population, about = meanings.INTERNATIONAL[x["group"]]
        f.split("INTERNATIONAL", x["group"] if isinstance(x["value"], str) else about, x["value"], x["unit"], population=population, stratum="all", period=x["year"], source=x["source"], confidence=x["confidence"])
    return f


def condition_file(c, observations):
    cid, f = c["id"], facts_of(c)
    micro, d = c.get("microdata") or {}, c.get("demographics") or {}
    ranked = []
    stages = c.get("stages", [])
    for o in sorted(c["observations"], key=lambda o: o["rank"]):
        mid = o["id"]
        if any(r["observation"] == mid for r in ranked):
            LEFT_OUT.append((cid, f"observation {o['id']}", "the same quantity stands higher in the list"))
            continue
        row = dict(rank=len(ranked) + 1, observation=mid)
        t = o.get("typical") or o.get("typical_recalled")
        if t and t.get("mean") is None:
            LEFT_OUT.append((cid, f"distribution of {mid}", "no mean"))
        elif t:
            overall = dict(unit=o["ucum"] or "", shape=t["distribution"], population=whose(cid, t["source"], t["confidence"]), period=t.get("period") or "not stated", source=t["source"],
                           confidence=t["confidence"].upper(), **marginal(t, "all"))
            row["overall"] = overall
            strata = [marginal(s, meanings.stratum(group, level)) for group, levels in (t.get("by") or {}).items() for level, s in levels.items() if s.get("mean") is not None]
            strata += [marginal(s["observations"][mid], "stage: " + s["stage"].removeprefix("ckd_")) for s in stages if mid in s["observations"] and t["source"] == s["source"]]
            if strata: row["strata"] = strata
        ranked.append(row)
    for s in stages:
        for mid, t in s["observations"].items():
            if not any(r["observation"] == mid and "overall" in r for r in ranked):
                f.add("STAGE", "mean " + observations[mid]["name"], mid, t["mean"], observations[mid]["ucum"], whose(cid, "nhanes", ""), "stage: " + s["stage"].removeprefix("ckd_"), micro.get("period"),
                      s["source"], s["confidence"], n=t.get("n"), note=f"SD {t.get('sd')}")
    out = dict(condition=cid, category=c["category"])
    if micro: out["microdata"] = dict(population=whose(cid, "nhanes", ""), period=micro["period"], note=micro.get("note", ""))
    a = d.get("age_distribution")
    if a and a.get("mean") is not None:
        out["age"] = dict(unit="a", shape="normal", population=whose(cid, "nhanes", ""), period=micro.get("period") or "not stated", source=d["source"], confidence=d["confidence"].upper(), **marginal(a, "all"))
    out["observations"] = ranked
    out["guidelines"] = [dict(name=g["name"], organisation=g["org"], year=str(g["year"]), criteria=g["criteria"], targets=g["targets"], source=g["source"], confidence=g["confidence"].upper())
                         for g in c.get("guidelines", [])]
    out["facts"] = f.listed()
    return out


def compact(x):
    return json.dumps(x, ensure_ascii=False, separators=(",", ":"))


def rows(items):
    return "[\n" + ",\n".join(compact(x) for x in items) + "\n]"


def text_of(data):
    """One row a line, so that a change of one figure is a change of one line."""
    if isinstance(data, list):
        return rows(data) + "\n"
    parts = []
    for key, value in data.items():
        if key == "facts":
            groups = ["{" + compact({k: v for k, v in g.items() if k != "rows"})[1:-1] + ",\"rows\":" + rows(g["rows"]) + "}" for g in value]
            parts.append('"facts":[\n' + ",\n".join(groups) + "\n]")
        elif key in ("observations", "guidelines"):
            parts.append(f'"{key}":' + rows(value))
        else:
            parts.append(f'"{key}":' + compact(value))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def guide(files, sources, listed):
    """docs/guide/evidence.md: what is there, and what was left out or changed, and why."""
    count = {}
    for data in files.values():
        for g in data["facts"]:
            count[g["confidence"]] = count.get(g["confidence"], 0) + len(g["rows"])
        for o in data["observations"]:
            if "overall" in o:
                k = o["overall"]["confidence"]
                count[k] = count.get(k, 0) + 1 + len(o.get("strata", []))
        if "age" in data:
            count[data["age"]["confidence"]] = count.get(data["age"]["confidence"], 0) + 1
    codes = {}
    for c in listed:
        for x in c["codings"]:
            a = codes.setdefault(x["system"], [0, 0])
            a[0] += 1
            a[1] += "by" in x
    unverified = [f"{x['system']} {x['code']} ({c['id']})" for c in listed for x in c["codings"] if "by" not in x]
    lines = ["# The evidence that ships", "",
             "Made by `tools/import_evidence.py EVIDENCE_DIR` (Python 3.9, standard library only); do not edit the resources by hand. Words that people use, unit conversions and the reading of",
             "awkward figures are kept in `tools/words.py` and `tools/meanings.py`; edit those and run the importer again. This page is written by the importer too.", "",
             f"Evidence version {VERSION['version']} of {VERSION['date']}: {len(files)} conditions, {len(sources)} sources, {sum(count.values())} figures: "
             + ", ".join(f"{v} {k.lower()}" for k, v in sorted(count.items())) + ".", "",
             "*computed*: from survey microdata, weighted; *read*: stood in the named source or in a page that quotes it; *recalled*: general knowledge, shown as unverified, never as evidence.", "",
             "## Codes", "", "| system | codes | verified |", "|---|---|---|"]
    lines += [f"| {k} | {a} | {b} |" for k, (a, b) in sorted(codes.items())]
    lines += ["", "A code without a source in which it was seen is kept, marked as unverified, and stays out of exports. RxNorm codes seen in one public list only count as verified by `public-code`, the weakest grade.", "",
              "Unverified: " + "; ".join(unverified) + ".", "", "## Left out, and why", ""]
    lines += [f"- {c}: {what}: {why}." for c, what, why in LEFT_OUT] + ["", "## Changed on the way, and why", ""]
    lines += [f"- {what}: {why}." for what, why in CHANGED]
    lines += ["- A range such as \"20-28\" becomes two figures, its ends: its middle stands in no source.",
              "- Figures on diabetes of any type, which the evidence base lists under type 2 diabetes, are about \"diabetes of any type\" and are not used as the prevalence of type 2 diabetes.",
              "- `hr_rest` is `heart_rate` (same LOINC code); drug levels are called `phenytoin_level`, `valproate_level`, `levetiracetam_level`, apart from the drugs.",
              "- Survey figures named `rx_...` describe people who take a drug; their population says \"proxy\".",
              "- Incidence and lifetime risk are a kind of their own and never stand among prevalences.",
              "- Deaths per person-years carry the numbers of deaths and person-years in the note; `n` counts persons only.", ""]
    return "\n".join(lines)


# Sources of figures that are not of the evidence base: tools/regions.py
MORE_SOURCES = [
    dict(id="kff-race", title="Population distribution by race/ethnicity, by state (State Health Facts; quoted by github.com/la6ki/us-elections)", publisher="KFF", year="2016",
         url="https://www.kff.org/other/state-indicator/distribution-by-raceethnicity/", licence="single facts quoted", taken="percent of each state's residents, whole percents", access="read: secondary page"),
    dict(id="acs-2020", title="American Community Survey 2016-2020, 5-year estimates, by state (quoted by github.com/amcneil36/amcneil36.github.io)", publisher="U.S. Census Bureau", year="2021",
         url="https://api.census.gov/data/2020/acs/acs5.html", licence="public domain (U.S. Government work)", taken="residents of each state, percent Asian", access="read: secondary page"),
    dict(id="census-2010-hispanic", title="The Hispanic Population: 2010 (2010 Census Briefs C2010BR-04)", publisher="U.S. Census Bureau", year="2011",
         url="https://www.census.gov/library/publications/2011/dec/c2010br-04.html", licence="public domain (U.S. Government work)", taken="persons of Mexican and of other Hispanic origin by region; sums checked against the total only", access="recalled"),
]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("evidence", type=pathlib.Path)
    ap.add_argument("--out", type=pathlib.Path, default=pathlib.Path("core/src/main/resources/org/anamnesis"))
    ap.add_argument("--guide", type=pathlib.Path, default=pathlib.Path("docs/guide/evidence.md"))
    a = ap.parse_args()
    load = lambda n: json.loads((a.evidence / n).read_text(encoding="utf-8"))
    index, observations, medications, sources = load("index.json"), load("observations.json"), load("medications.json"), load("sources.json")
    conditions = [load(i["file"]) for i in index]
    for c in conditions:  # a condition may rank an observation that the common list lacks
        for o in c["observations"]:
            observations.setdefault(o["id"], dict(name=o["name"], loinc=o["loinc"], loinc_verified_by=o["loinc_verified_by"], ucum=o["ucum"], decimals=o["decimals"],
                                                  reference_low=o["reference"]["low"], reference_high=o["reference"]["high"], note=o["reference"].get("note", ""),
                                                  plausible_min=o["plausible"]["min"], plausible_max=o["plausible"]["max"]))

    observations = renamed(observations, conditions)

    def write(path, data):
        path = a.out / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(data), encoding="utf-8")

    listed = concepts(observations, medications, conditions)
    write("measure/measurands.json", measurands(observations))
    write("code/concepts.json", listed)
    kept = [dict(id=s["id"], title=s["title"], publisher=s["publisher"] or "not stated", year=str(s["year"]), url=s.get("url") or "", licence=s.get("licence") or "",
                 taken=(s.get("what_was_taken") or "").replace(", see shared/data/nhanes/README.md", ""), access=s.get("access") or "") for s in sources]
    kept += [dict(s) for s in MORE_SOURCES]
    write("evidence/sources.json", kept)
    files = {c["id"]: condition_file(c, observations) for c in conditions}
    for cid, data in files.items():
        write(f"evidence/{cid}.json", data)
    write("evidence/version.json", dict(VERSION, conditions=list(files)))
    a.guide.parent.mkdir(parents=True, exist_ok=True)
    a.guide.write_text(guide(files, kept, listed), encoding="utf-8")
    print(a.guide.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
