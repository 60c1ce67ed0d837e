#!/usr/bin/env python3
"""Causes of death for histories.

    tools/death_causes.py ../shared/data/nhanes/summary_mortality.csv

Writes core/src/main/resources/org/anamnesis/generate/course/causes.tsv: by condition and age, the shares of deaths in percent
of each leading cause that the public-use linked mortality files tell. What is left are other causes.
"""
import csv
import os
import sys

POPULATIONS = {
    "general_population": "-",
    "t2dm_diagnosed": "type-2-diabetes",
    "ckd": "chronic-kidney-disease",
    "depression": "depression",
    "heart_failure": "heart-failure",
    "hypertension_140_90": "hypertension",
    "mi_or_chd": "coronary-artery-disease",
    "obesity": "obesity",
    "stroke": "stroke",
}
CAUSES = ["heart_disease", "cancer", "cerebrovascular", "diabetes", "kidney"]
AGES = {"18-44": 18, "45-64": 45, "65+": 65}


def main(source):
    rows = list(csv.DictReader(open(source, newline="", encoding="utf-8")))
    out = os.path.join(os.path.dirname(__file__), "../core/src/main/resources/org/anamnesis/generate/course/causes.tsv")
    with open(out, "w", newline="\n", encoding="utf-8") as f:
        f.write("# shares of deaths in percent by condition (- anybody) and age from, computed from NHANES 2005-2018 with linked mortality to"
                " 31 December 2019 (public-use files, NCHS; weighted; underlying cause); ages with few deaths have the shares of all\n")
        f.write("# condition\tage\t" + "\t".join(CAUSES) + "\n")
        for population, condition in POPULATIONS.items():
            own = [r for r in rows if r["population"] == population]
            every = next(r for r in own if r["group"] == "all")
            for level, age in AGES.items():
                of = next((r for r in own if r["group"] == "ag" and r["level"] == level), every)
                of = of if of["pct_of_deaths_cancer"] else every
                f.write("\t".join([condition, str(age)] + [of["pct_of_deaths_" + c] for c in CAUSES]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
