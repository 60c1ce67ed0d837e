package org.anamnesis.generate.dp;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The only door between the rows and the model: counts leave with noise, choices by chance, and
 * each is booked. Costs are ρ of {@link Concentrated}; one person more or fewer changes one cell of
 * a count by 1. Not safe for threads.
 */
public final class Budget {
    /** What the budget is spent on, with its share. */
    public enum Pot {
        /** Levels of categories and ranges of numbers, where they are not known. */
        DOMAINS("levels and ranges", 0.2),
        /** How frequent the values of each column are. */
        SINGLES("single columns", 0.2),
        /** Which pairs of columns are measured. */
        CHOICE("choice of pairs", 0.1),
        /** How frequent the values of the chosen pairs are. */
        PAIRS("chosen pairs", 0.5);

        private final String words;
        private final double share;

        Pot(String words, double share) {
            this.words = words;
            this.share = share;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /**
     * One look at the rows.
     *
     * @param pot it was paid from
     * @param what was looked at
     * @param rho its cost
     */
    public record Entry(Pot pot, String what, double rho) {}

    /** Sums of doubles may be off by so much, as a share. */
    private static final double ROUNDING = 1e-9;

    private final Promise promise;
    private final RandomBits bits;
    private final double rho;
    private final Map<Pot, Double> left = new EnumMap<>(Pot.class);
    private final List<Entry> entries = new ArrayList<>();

    public Budget(Promise promise, RandomBits bits) {
        this.promise = promise;
        this.bits = bits;
        rho = promise.rho();
        for (Pot pot : Pot.values()) {
            left.put(pot, pot.share * rho);
        }
    }

    public Promise promise() {
        return promise;
    }

    /** Every look at the rows so far. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** What is left in a pot. */
    public double left(Pot pot) {
        return left.get(pot);
    }

    /** Moves all that is left in one pot into another. */
    void move(Pot from, Pot to) {
        left.merge(to, left.put(from, 0.0), Double::sum);
    }

    /** Standard deviation of the noise that a cost buys. */
    static double sd(double cost) {
        return Math.sqrt(1 / (2 * cost));
    }

    /**
     * Counts with noise.
     *
     * @param what is counted; each person is in at most one cell
     */
    public long[] noisy(Pot pot, String what, double cost, long[] counts) {
        spend(pot, what, cost);
        var noise = DiscreteGaussian.of(1 / (2 * cost));
        long[] out = counts.clone();
        Arrays.setAll(out, i -> counts[i] + noise.sample(bits));
        return out;
    }

    /**
     * Counts with noise of values that nobody listed beforehand; 0 for those that too few people
     * share. That a value of one person alone comes through has at most the chance δ that {@link
     * Promise} sets aside for it.
     *
     * @param columns that are asked so, this one included
     * @param counts of the values that occur, each at least 1
     */
    public long[] shared(Pot pot, String what, double cost, int columns, long[] counts) {
        // P(Z ≥ m) of the discrete normal is at most that of the normal at m − 1
        double z =
                NormalDistribution.of(0, 1)
                        .inverseSurvivalProbability(promise.deltaOfLevels() / columns);
        long threshold = (long) Math.ceil(2 + z * sd(cost));
        long[] noisy = noisy(pot, what, cost, counts);
        Arrays.setAll(noisy, i -> noisy[i] >= threshold ? noisy[i] : 0);
        return noisy;
    }

    /**
     * One of some candidates by the exponential mechanism: chance in proportion to exp(ε · score /
     * 2 · unit), which costs ε²/8 (Cesar, Rogers 2021, arXiv:2004.07223). Drawn exactly.
     *
     * @param scores not empty; one person more or fewer changes each by at most {@code unit}
     */
    int choose(Pot pot, String what, double cost, long[] scores, long unit) {
        spend(pot, what, cost);
        BigDecimal epsilon = new BigDecimal(Math.sqrt(8 * cost));
        BigInteger over = epsilon.unscaledValue();
        BigInteger under =
                BigInteger.TEN.pow(epsilon.scale()).multiply(BigInteger.valueOf(2 * unit));
        long best = Arrays.stream(scores).max().orElseThrow();
        var chance = new ExactChance(bits);
        BigInteger all = BigInteger.valueOf(scores.length);
        while (true) {
            int k = chance.below(all).intValueExact();
            BigInteger behind = BigInteger.valueOf(Math.subtractExact(best, scores[k]));
            if (chance.exp(behind.multiply(over), under)) {
                return k;
            }
        }
    }

    /**
     * Chance of each person to be kept for learning, the others to be judged by; by the same bits
     * as the noise, each person by herself, so that nobody's presence moves another.
     *
     * @param outOf one of so many is not kept
     */
    public boolean[] kept(int persons, int outOf) {
        var chance = new ExactChance(bits);
        BigInteger under = BigInteger.valueOf(outOf);
        boolean[] kept = new boolean[persons];
        for (int i = 0; i < persons; i++) {
            kept[i] = chance.below(under).signum() != 0;
        }
        return kept;
    }

    /** Uniform on 0 to {@code bound} − 1, for a choice that does not look at values. */
    public int below(int bound) {
        return new ExactChance(bits).below(BigInteger.valueOf(bound)).intValueExact();
    }

    private void spend(Pot pot, String what, double cost) {
        double rest = left.get(pot) - cost;
        if (!(cost > 0) || rest < -ROUNDING * rho) {
            throw new IllegalStateException(
                    "%s costs %s, %s has %s".formatted(what, cost, pot, left.get(pot)));
        }
        left.put(pot, Math.max(0, rest));
        entries.add(new Entry(pot, what, cost));
    }
}
