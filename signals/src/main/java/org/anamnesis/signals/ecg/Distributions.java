package org.anamnesis.signals.ecg;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;

/**
 * Means and spreads of what is drawn. PR, QRS, QT and QTc of adults: 297 normal ECGs of PTB-XL
 * (Wagner 2020, doi:10.1038/s41597-020-0495-6; 2.5, 50 and 97.5 %: PR 112, 157, 208, QRS 80, 94,
 * 115, QTc 378, 412, 449 ms, Sokolow index 1.5, 2.6, 4.5 mV), women's QRS against men's: Rautaharju
 * 2013 (PMC3825808: 85 ms, SD 8). What is marked so is an assumption.
 */
final class Distributions {
    static final double PR_SD = 22;

    /** Its 2.5 % are 14 ms below its middle, its 97.5 % 21 ms above, both sexes together. */
    static final double QRS_BELOW = 6.5;

    static final double QRS_ABOVE = 10;
    static final double QTC_SD = 17;

    /** Of the Sokolow index; normal ECGs reach from 1.5 to 4.5 mV (2.5 and 97.5 %). */
    static final double VOLTAGE_LOG_SD = .28;

    static final double MOST_YOUNG_VOLTAGE = 4.5; // mV

    /**
     * A thick wall takes longer, ms: an assumption (Romhilt and Estes count 90 ms and more as a
     * sign of hypertrophy).
     */
    static final double THICK_QRS = 8;

    /**
     * Rate of the sinus node above a block of second degree, /min, and the spread of its logarithm:
     * an assumption, a little faster than without a block as pressure falls with each pause.
     */
    static final double[] SINUS_ABOVE_BLOCK = {90, .08};

    private Distributions() {}

    /**
     * Median heart rate by rhythm, /min, and its spread as one of the logarithm. Sinus rhythm: 50,
     * 67 and 95 are the 2.5, 50 and 97.5 % of normal ECGs above. On admission with an acute
     * infarction 8, 18, 26, 19, 14 and 14 % of 927 patients had up to 60, 70, 80, 90, 100 and more
     * (Salwa 2015, doi:10.5603/KP.a2014.0171). Of 943 patients with a long QT syndrome 34 % were
     * below 60 (PMID 29723683). The rest are assumptions; who has a high potassium or a low voltage
     * (effusion, lungs, thyroid) is ill, and the heart is faster for it. Below a block of second
     * degree the sinus node beats, see {@link #SINUS_ABOVE_BLOCK}.
     */
    static double[] rate(Collection<Finding> shown) {
        Set<String> findings = shown.stream().map(Finding::id).collect(Collectors.toSet());
        if (findings.contains("sinus-bradycardia")) {
            return new double[] {52, .077};
        }
        if (findings.contains("sinus-tachycardia")) {
            return new double[] {112, .071};
        }
        if (findings.contains("ventricular-tachycardia")) {
            return new double[] {158, .082};
        }
        if (findings.contains("atrial-flutter")) {
            return new double[] {145, .055};
        }
        if (findings.contains("atrial-fibrillation")) {
            return new double[] {86, .17};
        }
        if (findings.contains("av-block-3")) {
            return startsInVentricles(shown) ? new double[] {38, .105} : new double[] {46, .11};
        }
        if (findings.contains("paced-rhythm")) {
            return new double[] {64, .0625};
        }
        if (findings.contains("acute-infarction")) {
            return new double[] {79, .2};
        }
        if (findings.contains("hyperkalaemia") || findings.contains("low-voltage")) {
            return new double[] {78, .16};
        }
        if (findings.contains("long-qt")) {
            return new double[] {64, .165};
        }
        return new double[] {67, .165};
    }

    /** Do the beats of the rhythm start in the ventricles: tachycardia, escape, pacemaker? */
    static boolean startsInVentricles(Collection<Finding> findings) {
        return findings.stream()
                .anyMatch(
                        f ->
                                switch (f.id()) {
                                    case "ventricular-tachycardia" -> true;
                                    case "paced-rhythm" -> !is(f, "mode", "AAI");
                                    case "av-block-3" -> !is(f, "escape", "junctional");
                                    default -> false;
                                });
    }

    private static boolean is(Finding finding, String detail, String value) {
        return value.equals(finding.details().get(detail));
    }

    /**
     * Mean PR, ms. Below 16 years 2.5 ms a year shorter: an assumption near published means of
     * children. From 90 to 140/min it falls from 167 to 136 ms as the vagus lets go (Atterhög and
     * Loogna 1977, doi:10.1016/S0022-0736(77)80005-8, exercise of healthy men lying).
     */
    static double pr(double age, double rate) {
        return 158 - 2.5 * Math.max(0, 16 - age) - .62 * (Math.max(90, Math.min(140, rate)) - 90);
    }

    /**
     * How long P lasts over all leads, ms. Medians of 11,094 adults without heart disease are 112
     * in men and 108 in women (ELSA-Brasil 2017, SciELO S0066-782X2017001400416; taken at 51
     * years), the spread of 15,429 is 12 (ARIC) and their range 71 to 162 (Framingham; both in
     * Magnani 2010, doi:10.1111/j.1542-474X.2010.00390.x), and it grows by 7 ms from below 50 years
     * to above (Havmöller 2007, doi:10.1186/1471-2261-7-22). It goes with PR (Magnani): a
     * correlation of 0.5 and 30 ms of PR segment at least are assumptions, as is that it shortens
     * with the rate as PR does and that children have 2 ms less a year below 16.
     *
     * @param pr PR in ms, NaN without
     * @param rate heart rate, /min
     */
    static double p(double age, boolean female, double pr, double rate, Draws draws) {
        double rest = (female ? 108 : 112) + .23 * (age - 51) - 2 * Math.max(0, 16 - age);
        double mean = rest * pr(age, rate) / pr(age, 60);
        double own = Math.max(-2.5, Math.min(2.5, draws.normal()));
        if (Double.isNaN(pr)) {
            return mean + P_SD * own;
        }
        double longer = Math.max(-2, Math.min(2, (pr - pr(age, rate)) / PR_SD));
        double ms = mean + P_SD * (.5 * longer + Math.sqrt(.75) * own);
        return Math.max(LEAST_P, Math.min(pr - LEAST_PR_SEGMENT, ms));
    }

    private static final double P_SD = 12;
    private static final double LEAST_P = 50;
    private static final double LEAST_PR_SEGMENT = 30;

    /**
     * PR of a block of first degree within limits, ms. Of 6,188 people of NHANES III without known
     * heart disease 472 had a PR above 200 ms: 183 with a mean of 215.3 (SD 14.3), 289 with 220.0
     * (SD 20.6), authorea.com/users/518814/articles/592835; so 200 and an exponential of mean 18.
     */
    static double longPr(double[] range, Draws draws) {
        double most = 1 - Math.exp(-(range[1] - range[0]) / 18);
        return range[0] - 18 * Math.log(1 - most * draws.uniform());
    }

    static double qrs(double age, boolean female, boolean wide, boolean ventricular) {
        if (wide) {
            return ventricular ? 152 : 138;
        }
        return (female ? 90 : 98) - 1.3 * Math.max(0, 16 - age);
    }

    /** Assumption: QRS widens from 6.5 mmol/L on, 18 ms for each mmol/L. */
    static double potassiumQrs(double potassium) {
        return potassium > 6.5 ? 18 * (potassium - 6.5) : 0;
    }

    /** Assumption: 22 ms for each mmol/L below 3.5, as U merges with T. */
    static double potassiumQtc(double potassium) {
        return potassium < 3.5 ? 22 * (3.5 - potassium) : 0;
    }

    /**
     * By how much QT is longer, ms, because QRS is wider than usual: JT stays the same (Bogossian
     * 2014, Heart Rhythm 11(12):2273); usual are 88 ms in women, 95 in men (PMID 29395105). Up to
     * 105 ms a width is a matter of the person, not of conduction.
     */
    static double wide(double qrs, boolean female) {
        return qrs <= 105 ? 0 : qrs - (female ? 88 : 95);
    }

    static double qtc(boolean female, boolean prolonged, boolean digoxin) {
        return prolonged ? 500 : (female ? 417 : 408) - (digoxin ? 28 : 0);
    }

    static double sokolow(boolean female, boolean hypertrophy) {
        return hypertrophy ? 4.7 : female ? 2.3 : 2.6;
    }

    /**
     * Mean, spread, least and greatest axis in degrees. It turns to the left with age (Rijnbeek
     * 2014, doi:10.1016/j.jelectrocard.2014.07.022); the means and the spread are near those of 242
     * normal adults (UCI Arrhythmia, Guvenir 1998: medians 55, 51, 31 and 25 degrees at 18, 33, 48
     * and 63 years and more).
     */
    static double[] axis(double age, Collection<Finding> findings) {
        for (Finding f : findings) {
            switch (f.id()) {
                case "paced-rhythm" -> {
                    if (!"AAI".equals(f.details().get("mode"))) {
                        return new double[] {-68, 10, -89, -40};
                    }
                }
                case "ventricular-tachycardia" -> {
                    return new double[] {0, 65, -179, 180};
                }
                case "lbbb" -> {
                    return new double[] {5, 24, -45, 60};
                }
                case "left-axis-deviation" -> {
                    return new double[] {-46, 9, -85, -31};
                }
                case "right-axis-deviation" -> {
                    return new double[] {106, 10, 91, 150};
                }
                case "old-infarction" -> {
                    if ("inferior".equals(f.details().get("territory"))) {
                        return new double[] {-12, 10, -30, 10};
                    }
                }
                default -> {}
            }
        }
        return new double[] {60 - .72 * Math.max(0, age - 20), 30, -29, 90};
    }

    /** Share of RR that its spread stays below: from there on it is a sinus arrhythmia. */
    private static final double MOST_VARIABILITY = .075;

    /**
     * Standard deviation of RR in ten seconds, ms. Of 395 adults with a normal ECG (PTB-XL, Wagner
     * 2020, as measured by neurokit2: {@code tools/ptbxl_heights.py}) the medians are 44, 34, 23
     * and 15 ms at 26, 42, 57 and 72 years: 44 e<sup>-(age - 26) / 43</sup>; half of those of one
     * age lie within two thirds and one and a half of it. That it goes on so to 13 years, where
     * RMSSD is 67 ms (Tegegne 2020, doi:10.1177/2047487319872567), is an assumption.
     */
    static double variability(double age, double rr, Set<String> findings, Draws draws) {
        double person = Math.exp(.6 * draws.normal());
        if (findings.contains("paced-rhythm")
                || findings.contains("atrial-flutter")
                || findings.contains("av-block-3")
                || findings.contains("ventricular-tachycardia")) {
            return Math.max(1, .004 * rr * person);
        }
        double median = 44 * Math.exp(-(Math.min(80, Math.max(13, age)) - 26) / 43);
        double sd = median * person * Math.min(1.3, rr / 900);
        return Math.max(4, Math.min(MOST_VARIABILITY * rr, sd));
    }
}
