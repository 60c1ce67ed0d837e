#!/usr/bin/env python3
"""Turns the evidence base into the program's own resources.

    tools/import_evidence.py EVIDENCE_DIR [--out core/src/main/resources/org/anamnesis]

Needs Python 3.9 alone. Writes measure/measurands.json, code/concepts.json, evidence/sources.json, evidence/version.json and
evidence/CONDITION.json. Every figure gets unit, population, stratum, period, source and confidence; compound figures
("11.4 / 27.3 / 61.3") are split when their names split alike, ranges ("20-28") become the middle with limits; what cannot
become one figure is listed on standard output and in docs/guide/evidence.md, never dropped in silence.
"""
import argparse, json, pathlib, re
from words import CONDITION_WORDS, OBSERVATION_WORDS, CLASS_WORDS, CONVERSIONS, INGREDIENT_WORDS

ADULTS = "US adults"
SKIPPED = []


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
        if mid == "hr_rest":
            continue  # the same quantity as heart_rate, same LOINC code
        out.append(dict(id=mid, name=o["name"], unit=o["ucum"] or "", column=column_name(mid, o["ucum"] or ""),
                        decimals=o.get("decimals") or 0, low=o.get("reference_low"), high=o.get("reference_high"), note=o.get("note") or "",
                        min=o.get("plausible_min"), max=o.get("plausible_max"),
                        conversions=[dict(unit=u, factor=f, offset=b, source=s) for u, f, b, s in CONVERSIONS.get(mid, [])]))
    return out


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def concepts(index, observations, medications, conditions):
    out = []
    for c in conditions:
        codings = [dict(system="ICD_10_CM", code=x["code"], display=x["display"], by=x["verified_by"]) for x in c["codes"].get("icd10cm", [])]
        codings += [dict(system="SNOMED_CT", code=x["code"], display=x["display"], by=x["verified_by"]) for x in c["codes"].get("snomed", [])]
        words = list(dict.fromkeys(c["synonyms"] + CONDITION_WORDS.get(c["id"], [])))
        out.append(dict(id=c["id"], kind="CONDITION", name=c["name"], words=[w for w in words if w.lower() != c["name"].lower()], codings=codings))
    for mid, o in observations.items():
        if mid == "hr_rest":
            continue
        codings = [dict(system="LOINC", code=o["loinc"], display=o["name"], by=o["loinc_verified_by"])] if o["loinc"] else []
        out.append(dict(id=mid, kind="OBSERVATION", name=o["name"], words=OBSERVATION_WORDS.get(mid, []), codings=codings))
    classes = {}
    for name, m in medications.items():
        out.append(dict(id=name.replace(" ", "-"), kind="INGREDIENT", name=name, words=INGREDIENT_WORDS.get(name, []),
                        codings=[dict(system="RXNORM", code=m["rxnorm"], display=name, by=m["verified_by"])]))
        classes.setdefault(m["drug_class"], []).append(name)
    classes.setdefault("insulin", [])
    for name in sorted(classes):
        out.append(dict(id="class:" + slug(name), kind="DRUG_CLASS", name=name, words=CLASS_WORDS.get(name, []), codings=[]))
    return out


def number(text):
    m = re.fullmatch(r"\s*([-+]?\d+(?:\.\d+)?)\s*(.*)", text)
    return (float(m[1]), m[2].strip()) if m else None


def split(name, value, unit):
    """One or more (name, value, low, high, unit)."""
    if isinstance(value, (int, float)):
        return [(name, float(value), None, None, unit)]
    if value is None:
        return []
    m = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*-\s*(\d+(?:\.\d+)?)\s*", value)
    if m:
        a, b = float(m[1]), float(m[2])
        return [(name, (a + b) / 2, a, b, unit)]
    parts = value.split("/")
    head, _, tail = name.rpartition(":")
    base = tail or name
    names = [n.strip() for n in base.split("/")]
    if len(parts) > 1 and len(parts) == len(names) and all(number(p) for p in parts):
        out = []
        for n, p in zip(names, parts):
            v, own = number(p)
            out.append(((head + ": " + n) if head else n, v, None, None, own or unit))
        return out
    return []


class Facts:
    def __init__(self, condition):
        self.condition, self.rows, self.counts = condition, [], {}

    def add(self, kind, about, value, unit, population, stratum, period, source, confidence, low=None, high=None, n=None, note=""):
        if value is None:
            SKIPPED.append(f"{self.condition}: {kind} {about}: no value")
            return
        k = self.counts[kind] = self.counts.get(kind, 0) + 1
        row = dict(id=f"{self.condition}/{kind.lower()}/{k}", kind=kind, about=about, value=value, unit=unit, population=population,
                   stratum=stratum, period=(period or "").strip() or "not stated", source=source, confidence=confidence.upper())
        if low is not None: row["low"] = low
        if high is not None: row["high"] = high
        if n is not None: row["n"] = n
        if note: row["note"] = note
        self.rows.append(row)


def marginal(mid, unit, t, population, stratum, period, source, confidence, shape):
    row = dict(observation=mid, unit=unit, mean=t["mean"], shape=shape, population=population, stratum=stratum,
               period=period or "not stated", source=source, confidence=confidence.upper())
    for k, j in (("n", "n"), ("sd", "sd"), ("se", "se"), ("p05", "p05"), ("p25", "p25"), ("p50", "p50"), ("p75", "p75"), ("p95", "p95"),
                 ("ln_mean", "logMean"), ("ln_sd", "logSd")):
        if t.get(k) is not None: row[j] = t[k]
    return row


def condition_file(c, observations):
    name = c["name"]
    those = {"general-population": ADULTS, "healthy-adults": "healthy US adults"}.get(c["id"], f"{ADULTS} with {name[0].lower() + name[1:]}")
    f = Facts(c["id"])
    for p in c.get("prevalence", []):
        for about, v, lo, hi, unit in split(p["group"], p["value"], p["unit"]) or [(p["group"], None, None, None, p["unit"])]:
            f.add("PREVALENCE", c["id"], v, unit, p["population"], about, p["year"], p["source"], p["confidence"],
                  p.get("lo95", lo), p.get("hi95", hi), p.get("n"), p.get("note", ""))
    micro = c.get("microdata") or {}
    period = micro.get("period", "")
    d = c.get("demographics", {})
    for group in ("sex", "age", "race_eth"):
        for level, v in (d.get(group) or {}).items():
            f.add("DEMOGRAPHIC", group, v, "%", those, f"{group}: {level}", period, d.get("source", "nhanes"), d.get("confidence", "computed"), n=d.get("n"))
    for x in c.get("comorbidities_and_states", []):
        for about, v, lo, hi, unit in split(x["condition"], x["prevalence_pct"], "%"):
            f.add("COMORBIDITY", about, v, unit, those, "all", x.get("period"), x["source"], x["confidence"], x.get("lo95", lo), x.get("hi95", hi), x.get("n"),
                  x.get("variable", ""))
    for x in c.get("drug_class_usage", []):
        what = x["what"]
        years = re.findall(r"\d{4}(?:\s*-\s*\d{4})?", what)
        f.add("DRUG_CLASS_USE", x["drug_class"], x["usage_pct"], "%", those + ": " + what, "all", years[-1] if years else "", x["source"], x["confidence"],
              None if x.get("se") is None else round(x["usage_pct"] - 1.96 * x["se"], 2), None if x.get("se") is None else round(x["usage_pct"] + 1.96 * x["se"], 2), x.get("n"))
    for x in c.get("medications", []):
        if x.get("usage_pct") is not None:
            f.add("INGREDIENT_USE", x["ingredient"].replace(" ", "-"), x["usage_pct"], "%", those, "all", x.get("usage_period"), x["source"], x["confidence"], n=x.get("n"))
        if x.get("usage_recalled_pct") is not None:
            f.add("INGREDIENT_USE", x["ingredient"].replace(" ", "-"), x["usage_recalled_pct"], "%", those, "all", "", "recalled", "recalled")
    for x in c.get("odds_ratios", []):
        f.add("ODDS_RATIO", x["outcome"], x["odds_ratio"], "odds ratio", ADULTS, "adjusted for " + x["adjusted_for"], x["period"], x["source"], x["confidence"], x["lo95"], x["hi95"])
    for key, kind in (("complications", "COMPLICATION"), ("progression", "PROGRESSION")):
        for x in c.get(key, []):
            parts = split(x["name"], x["value"], x["unit"])
            if not parts:
                SKIPPED.append(f"{c['id']}: {key} \"{x['name']}\" = {x['value']!r}")
            for about, v, lo, hi, unit in parts:
                f.add(kind, about, v, unit or "as named", those, "all", "", x["source"], x["confidence"], lo, hi)
    for x in c.get("mortality", []):
        f.add("MORTALITY", "death", x["deaths_per_1000_person_years"], "per 1000 person-years", those, f"{x['group']}: {x['level']}" if x["group"] != "all" else "all",
              "2005-2019", x["source"], x["confidence"], n=x["deaths"], note=x.get("note", "") + "; n counts deaths")
    for x in c.get("international", []):
        parts = split(x["group"], x["value"], x["unit"])
        if not parts:
            SKIPPED.append(f"{c['id']}: international \"{x['group']}\" = {x['value']!r}")
        for about, v, lo, hi, unit in parts:
            f.add("INTERNATIONAL", about, v, unit or "as named", about.split(",")[0].split(":")[0], "all", x["year"], x["source"], x["confidence"], lo, hi)
    ranked, rank = [], 0
    for o in sorted(c["observations"], key=lambda o: o["rank"]):
        mid = "heart_rate" if o["id"] == "hr_rest" else o["id"]
        if any(r["observation"] == mid for r in ranked):
            SKIPPED.append(f"{c['id']}: observation {o['id']} stands twice")
            continue
        rank += 1
        row = dict(rank=rank, observation=mid)
        t = o.get("typical") or o.get("typical_recalled")
        if t and t.get("mean") is not None:
            pop = those if t.get("population") in (None, micro.get("population")) else str(t.get("population"))
            if micro.get("note") and t.get("confidence") == "computed":
                pop = those + " (" + micro["note"] + ")"
            shape = t.get("distribution", "normal-ish")
            row["overall"] = marginal(mid, o["ucum"] or "", t, pop, "all", t.get("period"), t.get("source", "recalled"), t.get("confidence", "recalled"), shape)
            strata = []
            for group, levels in (t.get("by") or {}).items():
                for level, s in levels.items():
                    if s.get("mean") is not None:
                        strata.append(marginal(mid, o["ucum"] or "", s, pop, f"{group}: {level}", t.get("period"), t.get("source"), t.get("confidence"), shape))
            if strata: row["strata"] = strata
        elif t:
            SKIPPED.append(f"{c['id']}: observation {o['id']} has no mean")
        ranked.append(row)
    for s in c.get("stages", []):
        for mid, t in s["observations"].items():
            f.add("STAGE", mid, t["mean"], observations[mid]["ucum"], those, s["stage"], period, s["source"], s["confidence"], n=t.get("n"), note=f"mean; SD {t.get('sd')}")
    out = dict(condition=c["id"], category=c["category"], observations=ranked, facts=f.rows,
               guidelines=[dict(name=g["name"], organisation=g["org"], year=str(g["year"]), criteria=g["criteria"], targets=g["targets"], source=g["source"],
                                confidence=g["confidence"].upper()) for g in c.get("guidelines", [])])
    if micro: out["microdata"] = dict(population=micro["population"], period=micro["period"], note=micro.get("note", ""))
    a = d.get("age_distribution")
    if a and a.get("mean") is not None:
        out["age"] = marginal("age", "a", a, those, "all", period, d.get("source", "nhanes"), d.get("confidence", "computed"), "normal")
    return out


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("evidence", type=pathlib.Path)
    ap.add_argument("--out", type=pathlib.Path, default=pathlib.Path("core/src/main/resources/org/anamnesis"))
    a = ap.parse_args()
    load = lambda n: json.loads((a.evidence / n).read_text(encoding="utf-8"))
    index, observations, medications, sources = load("index.json"), load("observations.json"), load("medications.json"), load("sources.json")
    conditions = [load(i["file"]) for i in index]
    for c in conditions:  # a condition may rank an observation that the common list lacks
        for o in c["observations"]:
            observations.setdefault(o["id"], dict(name=o["name"], loinc=o["loinc"], loinc_verified_by=o["loinc_verified_by"], ucum=o["ucum"], decimals=o["decimals"],
                                                  reference_low=o["reference"]["low"], reference_high=o["reference"]["high"], note=o["reference"].get("note", ""),
                                                  plausible_min=o["plausible"]["min"], plausible_max=o["plausible"]["max"]))

    def write(path, data):
        path = a.out / path
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [json.dumps(x, ensure_ascii=False, sort_keys=False) for x in data] if isinstance(data, list) else None
        text = "[\n" + ",\n".join(lines) + "\n]\n" if lines is not None else json.dumps(data, ensure_ascii=False, indent=0) + "\n"
        path.write_text(text, encoding="utf-8")

    write("measure/measurands.json", measurands(observations))
    write("code/concepts.json", concepts(index, observations, medications, conditions))
    known = {s["id"] for s in sources}
    listed = [dict(id=s["id"], title=s["title"], publisher=s["publisher"], year=str(s["year"]), url=s.get("url") or "", licence=s.get("licence") or "",
                   taken=s.get("what_was_taken") or "", access=s.get("access") or "") for s in sources]
    if "recalled" not in known:
        listed.append(dict(id="recalled", title="General knowledge, not looked up", publisher="none", year="none", url="", licence="none",
                           taken="figures marked unverified", access="recalled"))
    write("evidence/sources.json", listed)
    figures = 0
    for c in conditions:
        out = condition_file(c, observations)
        figures += len(out["facts"]) + sum(("overall" in o) + len(o.get("strata", [])) for o in out["observations"])
        write(f"evidence/{c['id']}.json", out)
    write("evidence/version.json", dict(version="2026.11", conditions=[c["id"] for c in conditions]))
    print(f"{len(conditions)} conditions, {figures} figures, {len(listed)} sources; {len(SKIPPED)} left out:")
    for s in SKIPPED: print("  " + s)


if __name__ == "__main__":
    main()
