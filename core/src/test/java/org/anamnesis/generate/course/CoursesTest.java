package org.anamnesis.generate.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.anamnesis.measure.Formula;
import org.anamnesis.plan.PlannedHistory.Spread;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values move within a person. */
class CoursesTest {
    private static final int PEOPLE = 20_000;
    private static final double MEAN = 130;
    private static final double SD = 18;

    /** 1 − 10⁻⁶, two-sided: with four comparisons a false alarm once in 250,000 seeds. */
    private static final double Z = 4.9;

    /** Systolic pressures of people at the index visit and so many days before, [2][people]. */
    private static double[][] pressures(Spread spread, int daysBefore) {
        var courses = new Courses(List.of(Courses.Moving.of("sbp", 0, 0, spread)), new SeedTree(3));
        var people = new Draws(new SeedTree(4), "people");
        var life = new Life();
        double[][] all = new double[2][PEOPLE];
        double[][] row = new double[1][1];
        for (int p = 0; p < PEOPLE; p++) {
            life.patient = p;
            life.index = 18_000;
            row[0][0] = MEAN + SD * people.of(p).normal();
            all[0][p] = row[0][0];
            courses.start(life, row, false);
            courses.back(life.index - daysBefore, life.index);
            all[1][p] = courses.value(0, 0, 1);
        }
        return all;
    }

    /**
     * People of the index visit were as a whole no others before: nothing moved their levels, so
     * mean and SD stay, whatever the time between.
     */
    @ParameterizedTest
    @CsvSource({"1", "30", "400"})
    void aPopulationStaysWhatItIs(int days) {
        double[] before = pressures(new Spread(MEAN, SD, Double.NaN, Double.NaN), days)[1];
        assertEquals(MEAN, mean(before), Z * SD / Math.sqrt(PEOPLE));
        // rounding to whole mmHg adds a variance of 1/12
        assertEquals(Math.sqrt(SD * SD + 1.0 / 12), sd(before), Z * SD / Math.sqrt(2.0 * PEOPLE));
    }

    /**
     * The twin: without knowing how people differ, a deviation is added to what has one already.
     */
    @Test
    void withoutRegressionToTheMeanASpreadGrows() {
        double[] before = pressures(Courses.NO_SPREAD, 400)[1];
        assertTrue(sd(before) > SD + Z * SD / Math.sqrt(2.0 * PEOPLE));
    }

    /** Beyond what people have lies only whoever's own level is there; of the twin many more. */
    @Test
    void deviationsEndWherePeopleEnd() {
        double low = MEAN - 2 * SD;
        double high = MEAN + 2 * SD;
        Spread bounded = new Spread(MEAN, SD, Double.NaN, Double.NaN, low, high);
        double[][] two = pressures(bounded, 400);
        double[][] twin = pressures(new Spread(MEAN, SD, Double.NaN, Double.NaN), 400);
        int beyond = 0;
        int free = 0;
        for (int p = 0; p < PEOPLE; p++) {
            beyond += two[1][p] < low || two[1][p] > high ? 1 : 0;
            free += twin[1][p] < low || twin[1][p] > high ? 1 : 0;
        }
        assertTrue(free > PEOPLE / 50, "the twin");
        assertTrue(beyond < free / 2, beyond + " of " + free);
    }

    /** Deviations of visits far apart are independent: correlation (σ² − s²) / σ². */
    @Test
    void twoVisitsCorrelateAsLevelsDiffer() {
        double[][] two = pressures(new Spread(MEAN, SD, Double.NaN, Double.NaN), 400);
        double within = Practice.course("sbp").within();
        double wanted = 1 - within * within / (SD * SD);
        double[] fisher = {atanh(correlation(two[0], two[1])), atanh(wanted)};
        assertEquals(fisher[1], fisher[0], Z / Math.sqrt(PEOPLE - 3) + 0.001); // rounding
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 30, true",
        "0.7, 50, true",
        "1.1, 71, false",
        "4.2, 44, true",
        "0.9, 25, false"
    })
    void creatinineIsWhatTheRateCameFrom(double creatinine, double age, boolean female) {
        double rate = Formula.ckdEpi2021(creatinine, age, female);
        assertEquals(creatinine, Formula.creatinineOf(rate, age, female), 1e-12);
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum / x.length;
    }

    private static double sd(double[] x) {
        return Math.sqrt(covariance(x, x));
    }

    private static double covariance(double[] x, double[] y) {
        double mx = mean(x);
        double my = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - mx) * (y[i] - my);
        }
        return sum / (x.length - 1);
    }

    private static double correlation(double[] x, double[] y) {
        return covariance(x, y) / (sd(x) * sd(y));
    }

    private static double atanh(double r) {
        return 0.5 * Math.log((1 + r) / (1 - r));
    }
}
