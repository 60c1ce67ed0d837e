package org.anamnesis.population;

import java.util.Optional;

/**
 * Rising functions of a normal score, cut to limits, with parameters chosen so that mean and SD
 * after the cut are the stated ones.
 */
final class CutScores {
    private static final int ROUNDS = 300;

    /** Relative to the SD: what a file of a million patients could not show. */
    private static final double CLOSE = 1e-5;

    /** Scores beyond these hold less than 10<sup>−12</sup> of a normal distribution. */
    private static final double FAR = 7.2;

    /** Intervals of the trapezoid rule over the scores; its error is far below {@link #CLOSE}. */
    private static final int STEPS = 1200;

    private CutScores() {}

    /** A function of the score and its inverse. */
    record Scores(Map of, Map back) {
        interface Map {
            double of(double x);
        }

        static Scores line(double mean, double sd) {
            return new Scores(z -> mean + sd * z, x -> (x - mean) / sd);
        }

        /** Lognormal by its mean and SD. */
        static Scores power(double mean, double sd) {
            double variance = Math.log1p(sd * sd / (mean * mean));
            double s = Math.sqrt(variance);
            double m = Math.log(mean) - variance / 2;
            return new Scores(
                    z -> Math.exp(m + s * z),
                    x -> x <= 0 ? Double.NEGATIVE_INFINITY : (Math.log(x) - m) / s);
        }

        /** A lognormal with this skewness, moved and stretched to mean and SD. */
        static Scores moved(double mean, double sd, double skewness) {
            double w = growth(Math.abs(skewness));
            double s = Math.sqrt(Math.log(w));
            double b = sd / Math.sqrt(w * (w - 1));
            double shift = b * Math.sqrt(w);
            double side = Math.signum(skewness);
            return new Scores(
                    z -> mean + side * (b * Math.exp(s * side * z) - shift),
                    x -> {
                        double y = (side * (x - mean) + shift) / b;
                        double end = side > 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
                        return y <= 0 ? end : side * Math.log(y) / s;
                    });
        }

        /** w = exp(σ²) of a lognormal with skewness (w + 2)·√(w − 1), by bisection. */
        private static double growth(double skewness) {
            double low = 1;
            double high = 2 + skewness * skewness;
            for (int k = 0; k < 100; k++) {
                double w = (low + high) / 2;
                if ((w + 2) * Math.sqrt(w - 1) < skewness) {
                    low = w;
                } else {
                    high = w;
                }
            }
            return (low + high) / 2;
        }
    }

    interface Family {
        Scores of(double mean, double sd);
    }

    static Optional<QuantileFunction> meeting(
            double mean, double sd, double low, double high, Family family) {
        double m = mean;
        double s = sd;
        for (int k = 0; k < ROUNDS; k++) {
            Scores scores = family.of(m, s);
            double from = Math.max(-FAR, scores.back().of(low));
            double to = Math.min(FAR, scores.back().of(high));
            if (!(from < to)) {
                return Optional.empty();
            }
            double[] got = moments(scores, from, to);
            if (Math.abs(got[0] - mean) < CLOSE * sd && Math.abs(got[1] - sd) < CLOSE * sd) {
                return Optional.of(cut(scores, from, to));
            }
            m += mean - got[0];
            s *= sd / got[1];
            if (!Double.isFinite(m) || !Double.isFinite(s) || s > 50 * sd) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static QuantileFunction cut(Scores scores, double from, double to) {
        double low = Distributions.rank(from);
        double high = Distributions.rank(to);
        return u -> scores.of().of(Distributions.score(low + u * (high - low)));
    }

    /** Mean and SD between two scores. */
    private static double[] moments(Scores scores, double from, double to) {
        double width = (to - from) / STEPS;
        double weight = 0;
        double sum = 0;
        double squares = 0;
        double about = scores.of().of((from + to) / 2);
        for (int k = 0; k <= STEPS; k++) {
            double z = from + k * width;
            double w = Math.exp(-z * z / 2) * (k == 0 || k == STEPS ? 0.5 : 1);
            double x = scores.of().of(z) - about;
            weight += w;
            sum += w * x;
            squares += w * x * x;
        }
        double mean = sum / weight;
        return new double[] {about + mean, Math.sqrt(squares / weight - mean * mean)};
    }
}
