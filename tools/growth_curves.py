#!/usr/bin/env python3
"""Curves of growth for histories that reach into childhood.

    tools/growth_curves.py ../shared/data/nhanes/nhanes_children_2005_2020.csv.gz

Writes core/src/main/resources/org/anamnesis/generate/course/growth.tsv: by sex and completed year of age the weighted mean
and SD of what NHANES measured of children, of logarithms where values are skewed. 2017-2018 is contained in 2017-March 2020
and left out; an SD is that of the year and of those beside it, around the mean of each.
"""
import csv
import gzip
import math
import os
import sys
from collections import defaultdict

COLUMNS = {
    "height": ("height_cm", False),
    "weight": ("weight_kg", True),
    "waist": ("waist_cm", True),
    "sbp": ("sbp", False),
    "dbp": ("dbp", False),
    "heart_rate": ("pulse", True),
}
FIRST = 2
ADULT = 18
LEAST = 100  # persons of a sex and year


def weight(row):
    cycle = row["cycle"]
    return 0 if cycle == "2017-2018" else float(row["wt_mec_2yr"] or 0) * (1.6 if "Mar2020" in cycle else 1)


def main(source):
    values = defaultdict(list)
    with gzip.open(source, "rt", newline="") as f:
        for row in csv.DictReader(f):
            w = weight(row)
            for column, (name, log) in COLUMNS.items():
                age = int(float(row["age"]))
                if w > 0 and row[name] and FIRST <= age < ADULT and float(row[name]) > 0:
                    x = float(row[name])
                    values[column, row["sex"], age].append((math.log(x) if log else x, w))
    mean = {k: sum(x * w for x, w in v) / sum(w for _, w in v) for k, v in values.items()}
    square = {k: sum(w * (x - mean[k]) ** 2 for x, w in v) for k, v in values.items()}
    total = {k: sum(w for _, w in v) for k, v in values.items()}
    out = os.path.join(os.path.dirname(__file__), "../core/src/main/resources/org/anamnesis/generate/course/growth.tsv")
    with open(out, "w", newline="\n", encoding="utf-8") as f:
        f.write("# mean and SD of children by sex and completed year of age, computed by tools/growth_curves.py from NHANES 2005-March 2020"
                " (public-use files, CDC/NCHS; persons kept apart for judging left out)\n# column\tscale\tsex\tage\tmean\tsd\n")
        for column, (_, log) in COLUMNS.items():
            for sex in ("female", "male"):
                for age in range(FIRST, ADULT):
                    key = (column, sex, age)
                    if len(values.get(key, [])) < LEAST:
                        continue
                    near = [k for k in ((column, sex, age + d) for d in (-1, 0, 1)) if len(values.get(k, [])) >= LEAST]
                    sd = math.sqrt(sum(square[k] for k in near) / sum(total[k] for k in near))
                    f.write(f"{column}\t{'LOG' if log else 'LINEAR'}\t{sex}\t{age}\t{mean[key]:.4g}\t{sd:.3g}\n")


if __name__ == "__main__":
    main(sys.argv[1])
