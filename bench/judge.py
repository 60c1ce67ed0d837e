#!/usr/bin/env python3
"""How close a generated cohort of type 2 diabetes comes to people of NHANES that it was not learned from.

    bench/judge.py --nhanes DIR --synthetic cohort.csv --fold K [--synthetic cohort.csv --fold K ...]
                   [--columns a,b,c | --without a,b,c] [--cycles 2005+|2011+] [--judge DIR] [--seeds 5] [--json]

The census must have been built with `--keep-apart K`, so that nobody of fold K is in it; several folds, each with its own
cohort, are judged together, which gives more real rows. bench/README.md says how
rows are chosen and what the figures mean. The figures come from judge_tabular.py in the folder --judge.
Needs numpy, pandas, scikit-learn, scipy.
"""
import argparse
import json
import pathlib
import sys
import warnings

warnings.filterwarnings("ignore")
import numpy as np
import pandas as pd

# Column of cohort.csv -> column of the NHANES table (DICTIONARY.csv there).
COLUMNS = {
    "age_years": "age",
    "sex": "sex",
    "race_ethnicity": "race_eth",
    "smoking": "smoker",
    "diabetes_duration_years": "dm_duration_y",
    "hba1c_pct": "hba1c",
    "glucose_mg_dl": "glucose_serum",
    "bmi_kg_m2": "bmi",
    "weight_kg": "weight_kg",
    "waist_cm": "waist_cm",
    "sbp_mmhg": "sbp",
    "dbp_mmhg": "dbp",
    "heart_rate_per_min": "pulse",
    "total_chol_mg_dl": "total_chol",
    "hdl_mg_dl": "hdl",
    "creatinine_mg_dl": "creatinine",
    "egfr_ml_min_173m2": "egfr",
    "uacr_mg_g": "uacr",
    "bun_mg_dl": "bun",
    "alt_u_l": "alt",
    "ast_u_l": "ast",
    "potassium_mmol_l": "potassium",
    "sodium_mmol_l": "sodium",
    "hemoglobin_g_dl": "hemoglobin",
    "uric_acid_mg_dl": "uric_acid",
    "glucose_fasting_mg_dl": "glucose_fasting",
    "ldl_mg_dl": "ldl",
    "triglycerides_mg_dl": "triglycerides",
}
CATEGORIES = {"sex", "race_ethnicity", "smoking"}

# Survey years that a cycle covers. 2017-2018 is absent: its people are in 2017-Mar2020 under other numbers.
YEARS = {
    "2005-2006": 2, "2007-2008": 2, "2009-2010": 2, "2011-2012": 2, "2013-2014": 2, "2015-2016": 2, "2017-Mar2020": 3.2,
}
SINCE_2011 = ["2011-2012", "2013-2014", "2015-2016", "2017-Mar2020"]
TOP_AGE = 80
# Below this many drawn rows even two real halves look far apart.
FEW = 300


def decimals(text):
    """Most decimals of any value of a column, as written."""
    parts = text.dropna().str.partition(".")[2]
    return int(parts.str.len().max()) if len(parts) else 0


def read(path):
    return pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])


def synthetic(raw, columns, places):
    """Complete rows of one cohort on the compared columns."""
    people = raw[columns].dropna().reset_index(drop=True)
    for c in places:
        people[c] = pd.to_numeric(people[c])
    return people


def apart(folder, fold, cycles, places, columns):
    """Complete rows of fold `fold`, values rounded as the cohort's, with the weight of each row."""
    path = pathlib.Path(folder) / "nhanes_adults_2005_2020.csv.gz"
    d = pd.read_csv(path, low_memory=False, keep_default_na=False, na_values=[""])
    d = d[d.cycle.isin(cycles) & (d.t2dm_diagnosed == 1) & ((d.seqn // 5) % 5 == fold)]
    weight = d.wt_mec_2yr * d.cycle.map(YEARS)
    d = d.rename(columns={there: here for here, there in COLUMNS.items()})[columns].copy()
    if "age_years" in d:
        d["age_years"] = d["age_years"].clip(upper=TOP_AGE)
    for c, n in places.items():
        # Half up, as the program rounds.
        d[c] = np.floor(d[c] * 10**n + 0.5) / 10**n
    whole = d.notna().all(axis=1) & (weight > 0)
    return d[whole].reset_index(drop=True), weight[whole].reset_index(drop=True)


def drawn(people, weight, random):
    """Rows taken without replacement, each with a chance in proportion to its weight, up to the 90th percentile."""
    return people[random.random(len(people)) < weight / weight.quantile(0.9)].reset_index(drop=True)


def figures(judge, a, b, seed):
    kinds = CATEGORIES & set(a)
    a, b = judge.prepare((a, b), kinds)
    one, two = judge.marginals(a, b, kinds), judge.pairs(a, b, kinds)
    return {
        "rows": [len(a), len(b)],
        "c2st": judge.c2st(a, b, kinds, seed)["boosting"],
        "ks_mean": one["ks_mean"],
        "spearman_max": two["spearman_diff_max"],
        "worst": one["worst"],
    }


def mean(rounds):
    out = {k: float(np.mean([r[k] for r in rounds])) for k in ("c2st", "ks_mean", "spearman_max")}
    out["c2st_sd"] = float(np.std([r["c2st"] for r in rounds], ddof=1)) if len(rounds) > 1 else 0.0
    out["rows"] = [round(float(np.mean([r["rows"][i] for r in rounds]))) for i in (0, 1)]
    worst = max((r["worst"] for r in rounds), key=lambda w: w[1])
    out["furthest_column"] = {"column": worst[0], "distance": worst[1]}
    return out


def main():
    beside = pathlib.Path(__file__).resolve().parents[2] / "shared" / "research"
    ap = argparse.ArgumentParser(description="Compares a generated cohort with NHANES people kept apart.")
    ap.add_argument("--nhanes", required=True, help="folder of nhanes_adults_2005_2020.csv.gz")
    ap.add_argument("--synthetic", required=True, action="append", help="cohort.csv of a run; once a fold")
    ap.add_argument("--fold", required=True, action="append", type=int, choices=range(5),
                    help="persons kept apart: seqn / 5 modulo 5; once a cohort")
    chosen = ap.add_mutually_exclusive_group()
    chosen.add_argument("--columns", help="columns of the cohort to compare, by comma (all that NHANES has)")
    chosen.add_argument("--without", help="columns of the cohort to leave out, by comma")
    ap.add_argument("--cycles", choices=["2005+", "2011+"], default="2005+", help="survey years of the real rows")
    ap.add_argument("--judge", default=str(beside), help="folder of judge_tabular.py (../shared/research)")
    ap.add_argument("--seeds", type=int, default=5, help="draws and splits to average (5)")
    ap.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    args = ap.parse_args()
    if args.seeds < 1:
        ap.error("at least one seed is needed")
    if not (pathlib.Path(args.judge) / "judge_tabular.py").is_file():
        ap.error(f"no judge_tabular.py in {args.judge}; name its folder by --judge")
    sys.path.insert(0, args.judge)
    import judge_tabular as judge

    if len(args.synthetic) != len(args.fold) or len(set(args.fold)) != len(args.fold):
        ap.error("one --fold is needed for each --synthetic, each fold once")
    cohorts = [read(path) for path in args.synthetic]
    shared = [c for c in cohorts[0] if c in COLUMNS and all(c in other for other in cohorts)]
    named = [c for c in (args.columns or args.without or "").split(",") if c]
    unknown = [c for c in named if c not in shared]
    if unknown:
        ap.error(f"not in the cohort and in NHANES: {', '.join(unknown)}; there are {', '.join(shared)}")
    columns = [c for c in shared if c in named] if args.columns else [c for c in shared if c not in named]
    left_out = [c for c in cohorts[0] if c not in columns]
    if len(set(columns) - CATEGORIES) < 2:
        ap.error("at least two numeric columns are needed: is this a cohort.csv?")
    places = {c: max(decimals(raw[c]) for raw in cohorts) for c in columns if c not in CATEGORIES}

    cycles = SINCE_2011 if args.cycles == "2011+" else list(YEARS)
    whole = [synthetic(raw, columns, places) for raw in cohorts]
    each = min(len(w) for w in whole)
    made = pd.concat([w[:each] for w in whole], ignore_index=True)
    people, weight = (pd.concat(x, ignore_index=True) for x in zip(
        *(apart(args.nhanes, fold, cycles, places, columns) for fold in args.fold)))
    if len(people) < 100 or len(made) < 100:
        ap.error(f"too few complete rows to judge: {len(people)} real, {len(made)} synthetic")

    against, halves = [], []
    for seed in range(args.seeds):
        random = np.random.default_rng(seed)
        real = drawn(people, weight, random)
        against.append(figures(judge, real, made, seed))
        order = random.permutation(len(real))
        half = len(real) // 2
        first, second = (real.iloc[order[i]].reset_index(drop=True) for i in (slice(0, half), slice(half, 2 * half)))
        halves.append(figures(judge, first, second, seed))
    result = {
        "folds": args.fold,
        "cycles": args.cycles,
        "seeds": args.seeds,
        "columns": columns,
        "columns_left_out": left_out,
        "real_rows_complete": len(people),
        "synthetic_against_real": mean(against),
        "real_halves": mean(halves),
    }
    if result["synthetic_against_real"]["rows"][0] < FEW:
        print(f"fewer than {FEW} real rows: the figures are mostly chance; leave out rarely measured columns or pool folds",
              file=sys.stderr)
    if args.json:
        print(json.dumps(result, indent=1))
        return
    s, h = result["synthetic_against_real"], result["real_halves"]
    print(f"fold {', '.join(map(str, args.fold))}; cycles {args.cycles}, {len(columns)} columns, mean of {args.seeds} seeds; "
          f"{len(people)} complete real rows")
    print("columns of the cohort not compared: " + (", ".join(left_out) or "nothing"))
    print("\n| | synthetic against real | two real halves |\n|---|---|---|")
    print(f"| rows | {s['rows'][1]} against {s['rows'][0]} | {h['rows'][0]} against {h['rows'][1]} |")
    print(f"| C2ST, boosting (± SD over seeds) | {s['c2st']:.3f} ± {s['c2st_sd']:.3f} | {h['c2st']:.3f} ± {h['c2st_sd']:.3f} |")
    print(f"| mean KS | {s['ks_mean']:.4f} | {h['ks_mean']:.4f} |")
    print(f"| largest Spearman difference | {s['spearman_max']:.3f} | {h['spearman_max']:.3f} |")
    for name, r in (("synthetic", s), ("halves", h)):
        w = r["furthest_column"]
        print(f"{'' if name == 'halves' else chr(10)}furthest column, {name}: {w['column']} ({w['distance']:.3f})")


if __name__ == "__main__":
    main()
