#!/usr/bin/env python3
"""Learns the shape of normal beats: means and axes, no beat of anybody.

  tools/learn_beats.py --judge DIR_OF_verify_ecg.py [--heights arrhythmia.data] FOLDER_OR_NPY OUT.bin

Reads normal 12-lead ECGs at 500 Hz (a folder of WFDB records, or an array records x 8 leads x samples in microvolt), takes
each one's median beat, marks it with the delineator of verify_ecg.py, brings P, QRS, ST-T and what follows to a common
number of points, and keeps principal components, the distribution of their scores (21 quantiles each) and how the
scores go with RR, PR, QRS and QT (a Gaussian copula). The table that ships comes from 800 ECGs of the Pulse2Pulse generator
(Thambawita 2021, doi:10.1038/s41598-021-01295-2; weights in the package deepfake-ecg 1.1.2, MIT), moved so that R, S, J,
T and P have the heights, spreads and correlations that an electrocardiograph measured in 242 normal adults
(wave_heights.py), then those of 202 normal ECGs of PTB-XL (ptbxl_heights.py): those of the generator are told from both.
"""
import argparse, struct, sys
import numpy as np
import wave_heights

NP, NQ, NS, NT, K, QUANTILES = 40, 60, 80, 25, 32, 21
FS = 500


def records(path):
    if path.endswith(".npy"):
        for x in np.load(path): yield x.T / 1000.0
        return
    import glob, wfdb
    for h in sorted(glob.glob(path + "/**/*.hea", recursive=True)):
        r = wfdb.rdrecord(h[:-4]); n = [s.upper() for s in r.sig_name]
        yield r.p_signal[:, [n.index(l) for l in ("I", "II", "V1", "V2", "V3", "V4", "V5", "V6")]]


def beat(v, x8):
    """(warped beat 8 x points, [RR, PR, QRS, QT] in ms) of one ECG, None where a landmark is not found."""
    I, II = x8[:, 0], x8[:, 1]
    m = v.measure(np.column_stack([I, II, II - I, -(I + II) / 2, I - II / 2, II - I / 2, x8[:, 2:]]), FS, v.LEADS)
    if any(k not in m for k in ("pr", "qrs", "qt")): return None
    r = v.rpeaks(v.filt(x8, FS), FS)
    fine, a, _, _, _ = v.median_beat(v.filt(x8, FS, .5, 100), r, FS)
    mb = v.median_beat(v.filt(x8, FS), r, FS); d = v.delineate(mb[0], mb[1], FS)
    if d["pon"] is None or d["toff"] is None: return None
    qon, qoff, tend, pon = d["on"], d["off"], d["on"] + m["qt"] / 2, d["on"] - m["pr"] / 2
    t = np.arange(len(fine)); fine = fine - np.median(fine[max(0, int(qon) - 15):int(qon) - 2], 0)
    at = lambda s: np.stack([np.interp(s, t, fine[:, l]) for l in range(8)])
    p = at(np.minimum(pon + np.arange(NP) * 2.0, qon - 4)); ramp = np.linspace(0, 1, NP)
    p = (p - p[:, :1] * (1 - ramp) - p[:, -1:] * ramp)
    q = at(np.linspace(qon, qoff, NQ, endpoint=False)); s = at(np.linspace(qoff, tend, NS, endpoint=False))
    w = at(np.minimum(tend + np.arange(NT) * 4.0, len(t) - 1)) * (0.5 + 0.5 * np.cos(np.linspace(0, np.pi, NT)))
    return np.concatenate([p, q, s, w], 1), [60000 / m["hr"], m["pr"], m["qrs"], m["qt"]]


def write(path, beats, C, weight, spread=None):
    """Mean, axes, quantiles of scores and of RR, PR, QRS, QT (those of C, or others), and how those go together."""
    from scipy.stats import norm
    n = len(beats)
    X = beats.reshape(n, -1)
    mean = X.mean(0); U, S, V = np.linalg.svd((X - mean) * weight, full_matrices=False)
    score = U[:, :K] * S[:K]; sd = score.std(0); score = score / sd; axes = V[:K] * sd[:, None] / weight
    print(f"{n} beats; {K} axes hold {100 * (S[:K] ** 2).sum() / (S ** 2).sum():.1f} % of the variance")
    A = np.column_stack([score, C]); q = np.quantile(A, np.linspace(.005, .995, QUANTILES), axis=0).T
    if spread is not None: q[K:] = spread
    z = norm.ppf((A.argsort(0).argsort(0) + .5) / n); R = np.corrcoef(z.T)
    B = R[:K, K:] @ np.linalg.inv(R[K:, K:]); L = np.linalg.cholesky(R[:K, :K] - B @ R[K:, :K] + 1e-6 * np.eye(K))
    with open(path, "wb") as f:
        f.write(struct.pack(">6i", NP, NQ, NS, NT, K, QUANTILES))
        for row in [mean, *axes]:
            top = np.abs(row).max(); f.write(struct.pack(">f", top / 32767)); f.write(np.round(row / top * 32767).astype(">i2").tobytes())
        for block in (q, B, L): f.write(block.astype(">f4").tobytes())


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--judge", required=True); ap.add_argument("--first", type=int, default=800); ap.add_argument("--heights"); ap.add_argument("folder"); ap.add_argument("out")
    a = ap.parse_args(); sys.path.insert(0, a.judge); import verify_ecg as v
    rows = [b for _, x in zip(range(a.first), records(a.folder)) if (b := beat(v, x))]
    # Small waves count: by variance alone P would not be on any axis.
    weight = np.tile(np.repeat([4.0, 1.0, 2.0, 2.0], [NP, NQ, NS, NT]), 8)
    beats = np.array([b[0] for b in rows]); C = np.array([b[1] for b in rows])
    if a.heights: beats = wave_heights.moved(beats, weight, wave_heights.of_people(a.heights), NP, NP + NQ, NP + NQ + NS)
    write(a.out, beats, C, weight)


if __name__ == "__main__":
    main()
