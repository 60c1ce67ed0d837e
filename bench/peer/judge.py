"""The figures of bench/peers where judge_tabular.py is not at hand. Same command line and names of figures, fewer of them.

Unlike there, pairs are compared by Spearman and by Cramer's V of quartiles only, so figures of the two are not to be mixed. Needs numpy,
pandas, scikit-learn, scipy.
"""
import argparse
import itertools
import json
import warnings

warnings.filterwarnings("ignore")
import numpy as np
import pandas as pd
from scipy.stats import ks_2samp
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.metrics import r2_score, roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.neighbors import NearestNeighbors

NONE = "missing"


def read(path, categories):
    d = pd.read_csv(path, keep_default_na=False, na_values=[""], dtype={c: str for c in categories})
    for c in d:
        d[c] = d[c].fillna(NONE) if c in categories else pd.to_numeric(d[c], errors="coerce")
    return d


def coded(frames, categories):
    """Numbers alone: levels by their order among all rows."""
    out = [f.copy() for f in frames]
    for c in categories:
        levels = {v: k for k, v in enumerate(sorted(set().union(*(f[c].unique() for f in frames))))}
        for f in out:
            f[c] = f[c].map(levels).astype(float)
    return [f.astype(float) for f in out]


def boosted(kind, columns, categories, seed):
    few = [c in categories for c in columns]
    return kind(max_iter=150, learning_rate=0.08, categorical_features=few, early_stopping=False, random_state=seed)


def told_apart(real, made, categories, seed):
    n = min(len(real), len(made))
    x = pd.concat([real.sample(n, random_state=seed), made.sample(n, random_state=seed)], ignore_index=True)
    y = np.repeat([0, 1], n)
    model = boosted(HistGradientBoostingClassifier, list(x), categories, seed)
    p = cross_val_predict(model, x, y, cv=StratifiedKFold(5, shuffle=True, random_state=seed), method="predict_proba")
    return float(roc_auc_score(y, p[:, 1]))


def use(people, holdout, target, categories, seed):
    """Of a model that was learned on people and predicts those held out."""
    x, y, z = people.drop(columns=target), people[target], holdout.drop(columns=target)
    rest = [c for c in categories if c != target]
    if target not in categories:
        known, there = y.notna(), holdout[target].notna()
        model = boosted(HistGradientBoostingRegressor, list(x), rest, seed).fit(x[known], y[known])
        return {"boosting_r2": float(r2_score(holdout[target][there], model.predict(z[there])))}
    if y.nunique() < 2:
        return {"boosting": 0.5}
    model = boosted(HistGradientBoostingClassifier, list(x), rest, seed).fit(x, y)
    p = model.predict_proba(z)
    scores = [roc_auc_score(holdout[target] == level, p[:, k]) for k, level in enumerate(model.classes_)
              if 0 < (holdout[target] == level).sum() < len(holdout)]
    return {"boosting": float(np.mean(scores))}


def space(reference, d, categories):
    """Numbers by their rank among the real, missing in the middle with a flag; levels as ones."""
    parts = []
    for c in reference:
        if c in categories:
            levels = sorted(reference[c].unique())
            parts.append((d[c].to_numpy()[:, None] == np.array(levels)[None]) / np.sqrt(2))
        else:
            q, v = np.sort(reference[c].dropna().to_numpy()), d[c].to_numpy()
            at = (np.searchsorted(q, v, "left") + np.searchsorted(q, v, "right")) / 2 / max(1, len(q)) - 0.5
            parts += [np.where(np.isnan(v), 0, at * np.sqrt(12))[:, None], np.isnan(v)[:, None]]
    return np.hstack(parts).astype(np.float32)


def membership(train, holdout, made, categories, seed):
    """Who was learned from, guessed by the distance to the nearest made row; 0.5 is a coin."""
    both = pd.concat([train, holdout])
    near = NearestNeighbors(n_neighbors=1, algorithm="brute").fit(space(both, made, categories))
    some = train.sample(min(len(train), len(holdout)), random_state=seed)
    d = near.kneighbors(space(both, pd.concat([some, holdout]), categories))[0][:, 0]
    return float(roc_auc_score(np.repeat([1, 0], [len(some), len(holdout)]), -d))


def pairs(real, made, categories):
    """Mean difference over all pairs of columns: Spearman of numbers, else Cramer's V of levels and quartiles."""
    def levels(d, c):
        if c in categories:
            return d[c]
        cuts = np.unique(real[c].quantile([0.25, 0.5, 0.75]).dropna())
        return pd.Series(np.where(d[c].isna(), -1, np.searchsorted(cuts, d[c])), index=d.index)

    def cramer(d, a, b):
        t = pd.crosstab(levels(d, a), levels(d, b)).to_numpy(float)
        e = t.sum(1, keepdims=True) * t.sum(0) / t.sum()
        return np.sqrt(((t - e) ** 2 / e).sum() / t.sum() / max(1, min(t.shape) - 1))

    off = [abs(cramer(real, a, b) - cramer(made, a, b)) if {a, b} & set(categories)
           else abs(np.nan_to_num(real[a].corr(real[b], "spearman")) - np.nan_to_num(made[a].corr(made[b], "spearman")))
           for a, b in itertools.combinations(real, 2)]
    return float(np.mean(off))


def broken(path, made):
    plain = made.replace(NONE, np.nan)
    return {name: float(plain.eval(rule, engine="python").astype(bool).mean()) for name, rule in json.load(open(path)).items()}


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    for one in ("train", "holdout", "synth", "target", "out"):
        ap.add_argument("--" + one, required=True)
    ap.add_argument("--categorical", default="")
    ap.add_argument("--rules")
    ap.add_argument("--seed", type=int, default=0)
    ap.add_argument("--no-sdmetrics", action="store_true", help="for the same command line")
    args = ap.parse_args()
    categories = [c for c in args.categorical.split(",") if c]
    train, holdout, made = (read(p, categories) for p in (args.train, args.holdout, args.synth))
    made = made[list(train)]
    a, b, c = coded((train, holdout, made), categories)
    rows = set(map(tuple, train.fillna(NONE).astype(str).to_numpy()))
    numbers = [k for k in train if k not in categories]
    result = {
        "c2st_train": {"boosting": told_apart(a, c, categories, args.seed)},
        "utility": {"trtr": use(a, b, args.target, categories, args.seed), "tstr": use(c, b, args.target, categories, args.seed)},
        "privacy": {
            "membership_auc": membership(train, holdout, made, categories, args.seed),
            "exact_copies": float(np.mean([r in rows for r in map(tuple, made.fillna(NONE).astype(str).to_numpy())]))},
        "marginal_holdout": {"ks_mean": float(np.mean(
            [ks_2samp(holdout[k].dropna(), made[k].dropna()).statistic for k in numbers])) if numbers else None},
        "pairs_holdout": {"assoc_diff_mean": pairs(holdout, made, categories)},
    }
    if args.rules:
        result["rules"] = {"synth": broken(args.rules, made)}
    json.dump(result, open(args.out, "w"), indent=1)


if __name__ == "__main__":
    main()
