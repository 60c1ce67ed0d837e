"""Heights of the waves of real normal ECGs, and beats moved to them (used by learn_beats.py).

UCI Arrhythmia (Guvenir, Acar, Muderrisoglu 1998, archive.ics.uci.edu, CC BY 4.0) tells of each person what an
electrocardiograph measured in each of twelve leads: J, Q, R, S, R', S', P and T in 0.1 mV. Class 1 is normal.
"""
import numpy as np
from scipy.stats import norm

LEADS = 12
# I and II and six of the chest are measured, the others follow (Einthoven, Goldberger).
SEE = np.vstack([np.eye(8)[:2], [-1, 1] + [0] * 6, [-.5, -.5] + [0] * 6, [1, -.5] + [0] * 6, [-.5, 1] + [0] * 6, np.eye(8)[2:]])
# The Sokolow index of these people is 1.85 mV (median), that of normal ECGs of PTB-XL about 2.3.
VOLTAGE, ST, T = 1.25, 1.1, 1.08
# mV to which a height is met; P of aVR, aVL, III, aVF and V1 has two sides or follows from I and II.
MET = np.r_[[.03] * 24, [.012] * 12, [.025] * 12, [.015 if l in (0, 1, 7, 8, 9, 10, 11) else 9 for l in range(LEADS)]]


def of_people(path):
    """persons x (R, S, J, T, P of twelve leads), mV, S as a depth; adults whose ECG is normal."""
    rows = [r.strip().split(",") for r in open(path)]
    rows = [r for r in rows if r[-1] == "1" and r[0].replace(".", "").isdigit() and float(r[0]) >= 18]
    a = np.array([[float(x) for x in r[-121:-1]] for r in rows]).reshape(-1, LEADS, 10) / 10
    r, s = np.maximum(a[:, :, 2], a[:, :, 4]), -np.minimum(np.minimum(a[:, :, 1], a[:, :, 3]), a[:, :, 5])
    return np.column_stack([VOLTAGE * r, VOLTAGE * s, ST * a[:, :, 0], T * a[:, :, 7], a[:, :, 6]])


def of_beat(x, qrs, st, end):
    """The same of one beat 8 x points, and where each is read: lead, point, sign (0: nowhere)."""
    y = SEE @ x; heights, places = [], []
    for sign in (1, -1):
        for l in range(LEADS):
            i = qrs + (sign * y[l, qrs:st]).argmax(); h = sign * y[l, i]
            heights.append(max(0, h)); places.append((l, i, sign if h > 0 else 0))
    for l in range(LEADS): heights.append(y[l, st]); places.append((l, st, 1))
    for a, b in ((st + 10, end), (0, qrs)):
        for l in range(LEADS):
            i = a + np.abs(y[l, a:b]).argmax(); heights.append(y[l, i]); places.append((l, i, 1))
    return np.array(heights), places


def wanted(have, people, seed=1):
    """Heights for each beat: its own ranks, correlated and spread as those of the people."""
    g = np.random.default_rng(seed)
    scores = lambda a, jitter: norm.ppf(((a + g.uniform(-jitter, jitter, a.shape)).argsort(0).argsort(0) + .5) / len(a))
    shrunk = lambda z, by: (1 - by) * np.corrcoef(z.T) + by * np.eye(z.shape[1])
    def power(m, p):
        w, v = np.linalg.eigh(m); return (v * np.maximum(w, 1e-4) ** p) @ v.T
    z = scores(have, 1e-4); a, b = shrunk(z, .02), shrunk(scores(people, .004), .05)
    # The map of least change between two Gaussians (optimal transport).
    z = z @ (power(a, -.5) @ power(power(a, .5) @ b @ power(a, .5), .5) @ power(a, -.5)).T; z /= z.std(0)
    return np.column_stack([np.quantile(people[:, k], np.clip(norm.cdf(z[:, k]), .004, .996)) for k in range(z.shape[1])])


def ways(beats, weight, qrs, st, end):
    """Ways in which a beat may be changed, k x 8 x points, each as far as it usually goes: along the axes of the beats, and small ones by lead."""
    n, _, points = beats.shape; d = (beats - beats.mean(0)).reshape(n, -1)
    u, s, v = np.linalg.svd(d * weight, full_matrices=False); t = np.arange(points)
    all_ways = [.8 * (v[k] / weight).reshape(8, points) * (u[:, k] * s[k]).std() for k in range(40)]
    inside = np.clip(np.minimum(t - qrs, st - 1 - t) / 5, 0, 1); p = np.clip(np.minimum(t, qrs - 1 - t) / 6, 0, 1)
    bump = lambda at, wide: np.exp(-.5 * ((t - at) / wide) ** 2)
    rise = np.where(t < st, np.clip((t - st + 12) / 11, 0, 1), np.where(t < end, np.exp(-(t - st) / 18), 0))
    hump = np.abs(beats[:, 5]).mean(0) * (t >= st) * np.clip((t - st) / 7, 0, 1); hump /= hump.max()
    for l in range(8):
        for shape, far in [(bump(qrs + c, 4.5) * inside, .15) for c in (8, 18, 26, 34, 42, 50)] + [(rise, .06), (hump, .15), (bump(13, 6) * p, .05), (bump(26, 6) * p, .05)]:
            way = np.zeros((8, points)); way[l] = far * shape; all_ways.append(way)
    return np.array(all_ways)


def moved(beats, weight, people, qrs, st, end):
    """The beats n x 8 x points with the heights of the people: the least change along the ways (Gauss and Newton)."""
    have = np.array([of_beat(x, qrs, st, end)[0] for x in beats]); want = wanted(have, people)
    along = ways(beats, weight, qrs, st, end); seen = np.einsum("ij,kjt->kit", SEE, along); out = np.empty_like(beats)
    for n, beat in enumerate(beats):
        x, step = beat, np.zeros(len(along))
        for turn in range(12):
            heights, places = of_beat(x, qrs, st, end)
            slopes = np.array([seen[:, l, i] * (s if s else (1 if j < LEADS else -1)) for j, (l, i, s) in enumerate(places)])
            left = (want[n] - heights + slopes @ step) / MET; a = slopes / MET[:, None]
            step = step + (.6 if turn < 11 else 1) * (a.T @ np.linalg.solve(a @ a.T + np.eye(len(a)), left) - step)
            x = beat + np.tensordot(step, along, 1)
        out[n] = x
    return out
