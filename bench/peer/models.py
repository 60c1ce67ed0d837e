"""The Python peers: each learns a table and makes rows, in the environment that bench/peers makes.

    models.py NAME --train train.csv --kinds kinds.json --rows N --seed S --threads T --out rows.csv --said said.json

kinds.json names the categorical columns. said.json gets the seconds and CPU seconds of learning and of making rows (imports and
files left out). An empty cell is a missing value. Peers that take no missing values get, for each number with gaps, a column
that says where they are, and the median in the gaps; the gaps come back in the made rows.
"""
import argparse
import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")
import numpy as np
import pandas as pd

GAP = " is missing"
NONE = "missing"


def read(path, categories):
    people = pd.read_csv(path, keep_default_na=False, na_values=[""], dtype={c: str for c in categories})
    for c in people:
        if c not in categories:
            people[c] = pd.to_numeric(people[c])
    return people


def decimals(people, categories):
    """Decimals that a number is written with, at most six."""
    out = {}
    for c in people:
        if c not in categories:
            v = people[c].dropna().to_numpy()
            out[c] = next((d for d in range(6) if np.allclose(np.round(v, d), v, rtol=0, atol=1e-9)), 6)
    return out


def filled(people, categories):
    """No gaps, and a column of yes and no for each number that had some."""
    out = people.copy()
    flags = []
    for c in people:
        if c in categories:
            out[c] = people[c].fillna(NONE)
        elif people[c].isna().any():
            out[c + GAP] = np.where(people[c].isna(), "yes", "no")
            out[c] = people[c].fillna(people[c].median())
            flags.append(c)
    return out, flags


def gapped(made, columns, categories, flags):
    out = made.copy()
    for c in flags:
        out.loc[out[c + GAP] == "yes", c] = np.nan
    for c in categories:
        out.loc[out[c] == NONE, c] = np.nan
    return out[columns]


class Sdv:
    """SDV with its defaults (CTGAN and TVAE: 300 epochs); types of columns are given, not guessed."""

    packages = ["sdv", "ctgan", "torch"]

    def __init__(self, name, people, categories, seed):
        import sdv.single_table as t
        import torch
        from sdv.metadata import Metadata

        torch.manual_seed(seed)
        np.random.seed(seed)
        columns = {c: {"sdtype": "categorical" if c in categories else "numerical"} for c in people}
        kinds = Metadata.load_from_dict({"tables": {"people": {"columns": columns}}, "relationships": []})
        kind = {"sdv-copula": t.GaussianCopulaSynthesizer, "ctgan": t.CTGANSynthesizer, "tvae": t.TVAESynthesizer}[name]
        self.model = kind(kinds)
        self.people = {"people": people}

    def learn(self):
        self.model.fit(self.people)

    def make(self, rows):
        return self.model.sample(rows)["people"]


class Argn:
    """TabularARGN, as mostlyai-engine makes it, with its defaults."""

    packages = ["mostlyai-engine", "torch"]

    def __init__(self, name, people, categories, seed):
        import tempfile
        from mostlyai import engine

        engine.set_random_state(seed)
        self.folder = tempfile.TemporaryDirectory(prefix="peer-argn-")
        self.engine = engine
        self.people = people
        self.kinds = {
            c: "TABULAR_CATEGORICAL" if c in categories else "TABULAR_NUMERIC_AUTO" for c in people}

    def learn(self):
        where = self.folder.name
        self.engine.split(workspace_dir=where, tgt_data=self.people, tgt_encoding_types=self.kinds)
        self.engine.analyze(workspace_dir=where)
        self.engine.encode(workspace_dir=where)
        self.engine.train(workspace_dir=where, device="cpu")

    def make(self, rows):
        import pathlib

        self.engine.generate(workspace_dir=self.folder.name, sample_size=rows, device="cpu")
        return pd.read_parquet(pathlib.Path(self.folder.name) / "SyntheticData")


class Arf:
    """Adversarial random forests of arfpy, 30 trees; gaps as columns of their own."""

    packages = ["arfpy"]

    def __init__(self, name, people, categories, seed):
        if not hasattr(np, "in1d"):  # gone since NumPy 2.4, and arfpy calls it
            np.in1d = np.isin
        from arfpy import arf

        self.kind = arf.arf
        np.random.seed(seed)
        self.columns, self.categories = list(people), categories
        self.people, self.flags = filled(people, categories)
        for c in self.people:
            if c in categories or c.endswith(GAP):
                self.people[c] = self.people[c].astype("category")

    def learn(self):
        self.model = self.kind(x=self.people)
        self.model.forde()

    def make(self, rows):
        return gapped(self.model.forge(n=rows).astype(
            {c: str for c in self.people if c in self.categories or c.endswith(GAP)}),
            self.columns, self.categories, self.flags)


class Trees:
    """The algorithm of R's synthpop: column by column in the table's order a regression or classification tree on the columns before, leaf 5,
    values drawn from the leaf's people (Nowok, Raab, Dibben 2016, doi:10.18637/jss.v074.i11). Missing or not has a tree of its own."""

    packages = ["scikit-learn"]

    def __init__(self, name, people, categories, seed):
        from sklearn import tree

        self.kinds = tree.DecisionTreeRegressor, tree.DecisionTreeClassifier
        self.people, self.categories = people, categories
        self.random = np.random.default_rng(seed)

    def coded(self, c, values):
        """Columns that trees ask: levels in the order of their codes, gaps as a value below all."""
        if c in self.categories:
            levels = {v: k for k, v in enumerate(sorted(self.people[c].dropna().unique()))}
            return values.map(levels).astype(float).fillna(-1).to_numpy()
        return values.fillna(self.people[c].min() - 1).to_numpy(float)

    def tree(self, asked, target, category):
        model = self.kinds[category](min_samples_leaf=5, min_impurity_decrease=1e-8, random_state=0).fit(asked, target)
        leaves = model.apply(asked)
        order = np.argsort(leaves, kind="stable")
        ids, first, count = np.unique(leaves[order], return_index=True, return_counts=True)
        return model, dict(zip(ids, zip(first, count))), order

    def drawn(self, model, leaves, order, asked):
        at = [leaves[leaf] for leaf in model.apply(asked)]
        first, count = np.array(at).T
        return order[first + (self.random.random(len(first)) * count).astype(int)]

    def learn(self):
        self.steps = []
        asked = np.zeros((len(self.people), 1))
        for c in self.people:
            gap = self.people[c].isna().to_numpy()
            absent = self.tree(asked, gap, True) if gap.any() else None
            known = np.flatnonzero(~gap)
            value = self.tree(asked[known], self.people[c].to_numpy()[known], c in self.categories)
            self.steps.append((c, gap, absent, known, value))
            asked = np.column_stack([asked, self.coded(c, self.people[c])])

    def make(self, rows):
        asked = np.zeros((rows, 1))
        made = {}
        for c, gap, absent, known, value in self.steps:
            drawn = self.people[c].to_numpy()[known[self.drawn(*value, asked)]]
            own = pd.Series(drawn, dtype=self.people[c].dtype)
            if absent is not None:
                own[gap[self.drawn(*absent, asked)]] = np.nan
            made[c] = own
            asked = np.column_stack([asked, self.coded(c, own)])
        return pd.DataFrame(made)


def diffusion(name, people, categories, seed):
    import diffusion as of_authors

    return of_authors.Diffusion(people, categories, seed)


PEERS = {"sdv-copula": Sdv, "ctgan": Sdv, "tvae": Sdv, "tabularargn": Argn, "arf": Arf, "synthpop": Trees, "tabddpm": diffusion}


def spent(work):
    wall, cpu = time.perf_counter(), time.process_time()
    out = work()
    return out, time.perf_counter() - wall, time.process_time() - cpu


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("name", choices=PEERS)
    for one in ("train", "kinds", "out", "said"):
        ap.add_argument("--" + one, required=True)
    for one in ("rows", "seed", "threads"):
        ap.add_argument("--" + one, type=int, required=True)
    args = ap.parse_args()
    if args.name not in ("synthpop", "arf"):
        import torch

        torch.set_num_threads(args.threads)
    categories = json.load(open(args.kinds))
    people = read(args.train, categories)
    peer = PEERS[args.name](args.name, people, categories, args.seed)
    _, learn_wall, learn_cpu = spent(peer.learn)
    made, make_wall, make_cpu = spent(lambda: peer.make(args.rows))
    made = made[list(people)]
    for c, d in decimals(people, categories).items():
        made[c] = pd.to_numeric(made[c]).astype(float).round(d)
    made.to_csv(args.out, index=False)
    from importlib.metadata import PackageNotFoundError, version

    packages = {}
    for p in peer.packages:
        try:
            packages[p] = version(p)
        except PackageNotFoundError:
            packages[p] = "absent"
    json.dump({"learn_wall": learn_wall, "learn_cpu": learn_cpu, "make_wall": make_wall, "make_cpu": make_cpu,
               "rows": len(made), "packages": packages}, open(args.said, "w"))


if __name__ == "__main__":
    sys.exit(main())
