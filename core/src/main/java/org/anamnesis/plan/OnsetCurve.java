package org.anamnesis.plan;

import java.util.Arrays;
import org.anamnesis.population.ReferencePopulation;

/**
 * When a condition begins, as its prevalence by age tells it: up to a constant, who has it by x.
 */
final class OnsetCurve {
    /** Ages of the curves of onset, in years from 0. */
    private static final int AGES = 121;

    /** Prevalence at an age is taken over so many years on either side, for rows are few. */
    private static final int AROUND = 4;

    /** A prevalence below this part of the highest is taken for chance (assumption). */
    private static final double CHANCE = 0.005;

    /** Prevalence at an age is that of so many years after it at the most. */
    private static final int AHEAD = 10;

    /**
     * So many begin in a year of those who have it at the age at least, so that a condition whose
     * prevalence does not rise with age (asthma, a score of depression) has onsets all the same,
     * and none where hardly anybody has it: a part of all cases had put one cancer of the prostate
     * in twelve before the age of 40.
     */
    private static final double FLOOR = 0.004;

    private OnsetCurve() {}

    /**
     * Who has it at an age and not at a younger one got it in between: the share of those who have
     * it at age a and already had it at age x is prevalence(x) / prevalence(a), if people of one
     * year are what others become and those who have it die no sooner.
     */
    static double[] of(ReferencePopulation people, String condition, boolean early) {
        double[] flags = people.column(condition);
        double[] ages = people.column("age");
        double[] weights = people.weights();
        double[] have = new double[AGES];
        double[] all = new double[AGES];
        for (int row = 0; row < people.rows(); row++) {
            if (!Double.isNaN(flags[row]) && !Double.isNaN(ages[row])) {
                int age = (int) Math.min(ages[row], AGES - 1);
                all[age] += weights[row];
                have[age] += weights[row] * flags[row];
            }
        }
        double[] share = new double[AGES];
        for (int age = 0; age < AGES; age++) {
            double n = 0;
            double yes = 0;
            for (int k = Math.max(0, age - AROUND); k <= Math.min(AGES - 1, age + AROUND); k++) {
                n += all[k];
                yes += have[k];
            }
            share[age] = all[age] > 0 ? yes / n : Double.NaN;
        }
        return rising(share, early);
    }

    /** The prevalence that those ten years older have, too: one young man with it is no onset. */
    private static double lasting(double[] share, int age, double most) {
        double least = share[age] < CHANCE * most ? 0 : share[age];
        for (int k = age; k <= Math.min(AGES - 1, age + AHEAD); k++) {
            least = Double.isNaN(share[k]) ? least : Math.min(least, share[k]);
        }
        return least;
    }

    private static double[] rising(double[] share, boolean early) {
        double most = Arrays.stream(share).filter(s -> !Double.isNaN(s)).max().orElse(0);
        int youngest = 0;
        while (youngest < AGES - 1 && Double.isNaN(share[youngest])) {
            youngest++;
        }
        double[] before = new double[AGES];
        double highest = Double.isNaN(share[youngest]) ? 0 : share[youngest];
        for (int age = 1; age < AGES; age++) {
            double begun = 0;
            if (age > youngest) {
                double now = Double.isNaN(share[age]) ? highest : lasting(share, age, most);
                begun = Math.max(now - highest, FLOOR * now);
                highest = Math.max(highest, now);
            } else if (early) {
                begun = highest / youngest;
            }
            before[age] = before[age - 1] + begun;
        }
        return before;
    }
}
