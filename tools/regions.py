#!/usr/bin/env python3
"""Where people of each race and ethnicity live, by US census region.

    tools/regions.py [--out core/src/main/resources/org/anamnesis/evidence/regions.tsv]

Needs Python 3.9 alone. For people not of Hispanic origin: shares of each state's residents by race (KFF State Health Facts, whole
percents, as quoted in the public repository la6ki/us-elections; for Asian people the American Community Survey's own percent) times the
state's residents (American Community Survey 2016-2020, as quoted in amcneil36.github.io), added up by region. For people of Mexican and of
other Hispanic origin: counts by region of the census of 2010 (brief C2010BR-04), recalled and therefore unverified; the regions' shares of
all Hispanic people are printed beside those that the state table gives, as a check.
"""
import argparse, pathlib

REGIONS = ("Northeast", "Midwest", "South", "West")
# state: region, residents 2016-2020, then % white, black, Hispanic (KFF), % Asian (ACS), % American Indian or Alaska Native + several races (KFF)
STATES = {
    "Alabama": ("South", 4893186, 66, 27, 4, 1.39, 1),
    "Alaska": ("West", 736990, 57, 2, 9, 6.42, 23),
    "Arizona": ("West", 7174064, 49, 4, 39, 3.33, 4),
    "Arkansas": ("South", 3011873, 72, 16, 7, 1.53, 3),
    "California": ("West", 39346023, 39, 5, 38, 14.83, 3),
    "Colorado": ("West", 5684926, 70, 4, 21, 3.2, 2),
    "Connecticut": ("Northeast", 3570549, 71, 9, 13, 4.57, 1),
    "Delaware": ("South", 967679, 63, 20, 10, 3.98, 2),
    "District of Columbia": ("South", 701974, 37, 47, 11, 4.1, 2),
    "Florida": ("South", 21216924, 55, 16, 25, 2.78, 1),
    "Georgia": ("South", 10516579, 53, 31, 10, 4.13, 2),
    "Hawaii": ("West", 1420074, 19, 2, 9, 37.64, 17),
    "Idaho": ("West", 1754367, 82, 1, 13, 1.4, 2),
    "Illinois": ("Midwest", 12716164, 64, 13, 16, 5.58, 1),
    "Indiana": ("Midwest", 6696893, 78, 9, 9, 2.37, 1),
    "Iowa": ("Midwest", 3150011, 88, 3, 5, 2.52, 1),
    "Kansas": ("Midwest", 2912619, 75, 6, 12, 2.99, 2),
    "Kentucky": ("South", 4461952, 84, 8, 4, 1.53, 1),
    "Louisiana": ("South", 4664616, 58, 31, 6, 1.73, 2),
    "Maine": ("Northeast", 1340825, 92, 1, 1, 1.14, 3),
    "Maryland": ("South", 6037624, 54, 29, 8, 6.37, 3),
    "Massachusetts": ("Northeast", 6873003, 72, 7, 11, 6.78, 2),
    "Michigan": ("Midwest", 9973907, 75, 14, 6, 3.18, 2),
    "Minnesota": ("Midwest", 5600166, 79, 6, 6, 4.91, 2),
    "Mississippi": ("South", 2981835, 57, 37, 3, 1.0, 1),
    "Missouri": ("Midwest", 6124160, 81, 12, 4, 2.02, 2),
    "Montana": ("West", 1061705, 90, 1, 3, 0.82, 5),
    "Nebraska": ("Midwest", 1923826, 79, 4, 11, 2.49, 1),
    "Nevada": ("West", 3030281, 50, 9, 28, 8.33, 3),
    "New Hampshire": ("Northeast", 1355244, 92, 1, 3, 2.7, 1),
    "New Jersey": ("Northeast", 8885418, 58, 13, 19, 9.65, 1),
    "New Mexico": ("West", 2097021, 40, 2, 43, 1.61, 13),
    "New York": ("Northeast", 19514849, 57, 13, 18, 8.58, 2),
    "North Carolina": ("South", 10386227, 62, 21, 10, 2.97, 2),
    "North Dakota": ("Midwest", 760394, 88, 2, 3, 1.58, 5),
    "Ohio": ("Midwest", 11675275, 80, 12, 3, 2.3, 3),
    "Oklahoma": ("South", 3949342, 68, 7, 11, 2.2, 12),
    "Oregon": ("West", 4176346, 76, 2, 12, 4.5, 3),
    "Pennsylvania": ("Northeast", 12794885, 77, 10, 7, 3.51, 2),
    "Rhode Island": ("Northeast", 1057798, 77, 6, 12, 3.45, 1),
    "South Carolina": ("South", 5091517, 64, 27, 6, 1.64, 1),
    "South Dakota": ("Midwest", 879336, 85, 2, 2, 1.41, 10),
    "Tennessee": ("South", 6772268, 74, 17, 6, 1.81, 2),
    "Texas": ("South", 28635442, 44, 12, 38, 4.94, 1),
    "Utah": ("West", 3151239, 81, 1, 12, 2.32, 1),
    "Vermont": ("Northeast", 624340, 94, 1, 1, 1.62, 2),
    "Virginia": ("South", 8509358, 63, 19, 8, 6.7, 2),
    "Washington": ("West", 7512465, 70, 4, 13, 8.82, 6),
    "West Virginia": ("South", 1807426, 92, 3, 1, 0.79, 2),
    "Wisconsin": ("Midwest", 5806975, 82, 6, 8, 2.81, 2),
    "Wyoming": ("West", 581348, 86, 1, 9, 0.84, 3),
}
# census of 2010, persons by region in the order of REGIONS: recalled
HISPANIC_2010 = (6991969, 4661678, 18227508, 20596439)
MEXICAN_2010 = (918188, 3470726, 10945244, 16464100)


def shares(counts):
    total = sum(counts)
    return [100 * c / total for c in counts]


def by_region(column):
    return shares([sum(s[1] * s[column] for s in STATES.values() if s[0] == r) for r in REGIONS])


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--out", type=pathlib.Path, default=pathlib.Path("core/src/main/resources/org/anamnesis/evidence/regions.tsv"))
    a = ap.parse_args()
    read = ("2016-2020", "kff-race,acs-2020", "READ")
    recalled = ("2010", "census-2010-hispanic", "RECALLED")
    rows = [("NH White", by_region(2), read), ("NH Black", by_region(3), read), ("NH Asian", by_region(5), read), ("Other/Multi", by_region(6), read),
            ("Mexican American", shares(MEXICAN_2010), recalled),
            ("Other Hispanic", shares([h - m for h, m in zip(HISPANIC_2010, MEXICAN_2010)]), recalled)]
    lines = ["# Made by tools/regions.py; do not edit. Where people of each race and ethnicity live, % by region; years; sources; how far checked",
             "\t".join(["race_ethnicity", *REGIONS, "years", "sources", "confidence"])]
    lines += ["\t".join([who, *(f"{p:.2f}" for p in at), *says]) for who, at, says in rows]
    a.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(a.out.read_text(encoding="utf-8"))
    show = lambda at: ", ".join(f"{r} {p:.1f}" for r, p in zip(REGIONS, at))
    print("all Hispanic people, states' table: ", show(by_region(4)))
    print("all Hispanic people, census of 2010:", show(shares(HISPANIC_2010)))
    print("everyone:", show(shares([sum(s[1] for s in STATES.values() if s[0] == r) for r in REGIONS])))


if __name__ == "__main__":
    main()
