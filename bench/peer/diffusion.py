"""A peer after TabDDPM (Kotelnikov, Baranchuk, Rubachev, Babenko 2023, arXiv:2209.15421), which no registry serves.

As there: numbers by their normal scores under Gaussian diffusion (noise predicted, squared error), categories under multinomial diffusion
(Hoogeboom et al. 2021, arXiv:2102.05379; variational bound), cosine schedule of 1,000 steps, a network of 256-256 with an embedding of the
step, AdamW at 1e-3 falling to 0, 5,000 batches of 1,024, a running mean of the weights (0.999), all 1,000 steps when rows are made. Not as
there: the denoised number is kept within the range of the training scores at each step, without which their sampler drifts to the ends.
"""
import math

import numpy as np
import pandas as pd
import torch
from sklearn.preprocessing import QuantileTransformer
from torch import nn

from models import GAP, filled, gapped

STEPS = 1000
BATCHES = 5000
BATCH = 1024
HIDDEN = 256
STEP_WIDTH = 128
LEAST = 1e-30


class Network(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.step = nn.Sequential(nn.Linear(STEP_WIDTH, STEP_WIDTH), nn.SiLU(), nn.Linear(STEP_WIDTH, STEP_WIDTH))
        self.into = nn.Linear(width, STEP_WIDTH)
        self.layers = nn.Sequential(
            nn.Linear(STEP_WIDTH, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, width))

    def forward(self, x, t):
        f = torch.exp(-math.log(10000) * torch.arange(STEP_WIDTH // 2) / (STEP_WIDTH // 2))
        a = t[:, None].float() * f[None]
        return self.layers(self.into(x) + self.step(torch.cat([torch.cos(a), torch.sin(a)], 1)))


class Diffusion:
    packages = ["torch", "scikit-learn"]

    def __init__(self, people, categories, seed):
        torch.manual_seed(seed)
        np.random.seed(seed)
        self.columns, self.categories = list(people), categories
        self.people, self.flags = filled(people, categories)
        self.numbers = [c for c in people if c not in categories]
        self.levels = {c: sorted(self.people[c].unique()) for c in self.people if c in categories or c.endswith(GAP)}
        self.of = torch.tensor(np.repeat(np.arange(len(self.levels)), [len(v) for v in self.levels.values()]))
        self.member = torch.nn.functional.one_hot(self.of).float()
        self.uniform = -torch.log(self.member.sum(0))[self.of]
        t = torch.arange(STEPS + 1, dtype=torch.float64) / STEPS
        bar = torch.cos((t + 0.008) / 1.008 * math.pi / 2) ** 2
        beta = torch.clamp(1 - bar[1:] / bar[:-1], max=0.999)
        self.alpha = (1 - beta).float()
        self.bar = torch.cumprod(1 - beta, 0).float()
        self.before = torch.cat([torch.ones(1), self.bar[:-1]])

    # Logs of probabilities of levels, side by side for all categories.
    def normalised(self, x):
        top = x.max(1, keepdim=True).values
        return x - top - torch.log((torch.exp(x - top) @ self.member).clamp(min=LEAST))[:, self.of]

    def mixed(self, log_p, keep):
        """The distribution kept with this chance, else any level."""
        log_keep, log_lose = torch.log(keep.clamp(min=LEAST)), torch.log((1 - keep).clamp(min=LEAST))
        return torch.logaddexp(log_p + log_keep, self.uniform + log_lose)

    def drawn(self, log_p):
        noise = -torch.log(-torch.log(torch.rand_like(log_p).clamp(LEAST, 1 - 1e-7)))
        x = torch.zeros_like(log_p)
        at = 0
        for levels in self.levels.values():
            best = (log_p[:, at : at + len(levels)] + noise[:, at : at + len(levels)]).argmax(1)
            x[torch.arange(len(x)), at + best] = 1
            at += len(levels)
        return x

    def posterior(self, log_start, hot, t):
        """Of the step before, given the start and this step."""
        log_hot = torch.log(hot.clamp(min=LEAST))
        back = torch.where((t == 0)[:, None], log_start, self.mixed(log_start, self.before[t][:, None]))
        return self.normalised(back + self.mixed(log_hot, self.alpha[t][:, None]))

    def loss(self, x, hot):
        t = torch.randint(0, STEPS, (len(x),))
        bar = self.bar[t][:, None]
        noise = torch.randn_like(x)
        log_start = torch.log(hot.clamp(min=LEAST))
        noisy = self.drawn(self.mixed(log_start, bar))
        out = self.net(torch.cat([bar.sqrt() * x + (1 - bar).sqrt() * noise, noisy], 1), t)
        n = x.shape[1]
        guess = self.posterior(self.normalised(out[:, n:]), noisy, t)
        truth = self.posterior(log_start, noisy, t)
        apart = (truth.exp() * (truth - guess)).sum(1)
        bound = torch.where(t == 0, -(hot * guess).sum(1), apart)
        return ((out[:, :n] - noise) ** 2).mean() + STEPS * bound.mean() / len(self.levels)

    def learn(self):
        self.scores = QuantileTransformer(output_distribution="normal", n_quantiles=1000, subsample=10**9, random_state=0)
        x = torch.tensor(self.scores.fit_transform(self.people[self.numbers].to_numpy(float))).float()
        self.low, self.high = x.min(0).values, x.max(0).values
        parts = [(self.people[c].to_numpy()[:, None] == np.array(v, dtype=object)[None]) for c, v in self.levels.items()]
        hot = torch.tensor(np.hstack(parts)).float()
        self.net, self.mean = Network(x.shape[1] + hot.shape[1]), Network(x.shape[1] + hot.shape[1])
        self.mean.load_state_dict(self.net.state_dict())
        steps = torch.optim.AdamW(self.net.parameters(), lr=1e-3, weight_decay=0)
        for batch in range(BATCHES):
            rows = torch.randint(0, len(x), (min(BATCH, len(x)),))
            steps.param_groups[0]["lr"] = 1e-3 * (1 - batch / BATCHES)
            steps.zero_grad()
            self.loss(x[rows], hot[rows]).backward()
            steps.step()
            with torch.no_grad():
                for mine, its in zip(self.mean.parameters(), self.net.parameters()):
                    mine.lerp_(its, 0.001)

    @torch.no_grad()
    def make(self, rows):
        n = len(self.numbers)
        x = torch.randn(rows, n)
        hot = self.drawn(self.uniform.expand(rows, -1))
        for step in reversed(range(STEPS)):
            t = torch.full((rows,), step)
            out = self.mean(torch.cat([x, hot], 1), t)
            bar, before, alpha = self.bar[step], self.before[step], self.alpha[step]
            start = ((x - (1 - bar).sqrt() * out[:, :n]) / bar.sqrt()).clamp(self.low, self.high)
            x = (before.sqrt() * (1 - alpha) * start + alpha.sqrt() * (1 - before) * x) / (1 - bar)
            if step > 0:
                x += ((1 - alpha) * (1 - before) / (1 - bar)).sqrt() * torch.randn_like(x)
            hot = self.drawn(self.posterior(self.normalised(out[:, n:]), hot, t))
        made = pd.DataFrame(self.scores.inverse_transform(x.numpy()), columns=self.numbers)
        at = 0
        for c, levels in self.levels.items():
            made[c] = np.array(levels, dtype=object)[hot[:, at : at + len(levels)].argmax(1).numpy()]
            at += len(levels)
        return gapped(made, self.columns, self.categories, self.flags)
