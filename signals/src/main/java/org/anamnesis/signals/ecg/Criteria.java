package org.anamnesis.signals.ecg;

import java.util.Collection;
import java.util.List;

/**
 * What a finding demands of a measurement. The same table refuses contradictions, bounds what is
 * drawn and names what was measured.
 */
final class Criteria {
    /**
     * A demand.
     *
     * @param low least value, in the unit of the measurement
     * @param high greatest value
     */
    record Demand(String finding, String measurement, double low, double high) {}

    private static final double NONE = Double.NaN;

    /**
     * Below this age high voltage is no sign of a thick wall (Hancock 2009, AHA/ACCF/HRS part V,
     * doi:10.1016/j.jacc.2008.12.015), years.
     */
    static final double VOLTAGE_AGE = 35;

    private static final List<Demand> ALL =
            List.of(
                    new Demand("normal-ecg", "heart_rate_bpm", 50, 100),
                    new Demand("normal-ecg", "pr_ms", 120, 200),
                    new Demand("normal-ecg", "qrs_ms", 70, 110),
                    new Demand("normal-ecg", "qtc_ms", 350, 449),
                    new Demand("normal-ecg", "axis_deg", -30, 90),
                    new Demand("normal-ecg", "sokolow_mv", .8, 3.49),
                    new Demand("sinus-bradycardia", "heart_rate_bpm", 25, 59),
                    new Demand("sinus-tachycardia", "heart_rate_bpm", 101, 190),
                    new Demand("sinus-arrhythmia", "heart_rate_bpm", 40, 100),
                    new Demand("sinus-arrhythmia", "rr_sd_ms", 45, 160),
                    new Demand("atrial-fibrillation", "heart_rate_bpm", 30, 200),
                    new Demand("atrial-fibrillation", "rr_sd_ms", 30, 400),
                    new Demand("atrial-fibrillation", "pr_ms", NONE, NONE),
                    new Demand("atrial-flutter", "heart_rate_bpm", 55, 170),
                    new Demand("atrial-flutter", "atrial_rate_bpm", 220, 350),
                    new Demand("atrial-flutter", "pr_ms", NONE, NONE),
                    new Demand("ventricular-tachycardia", "heart_rate_bpm", 101, 220),
                    new Demand("ventricular-tachycardia", "qrs_ms", 120, 200),
                    new Demand("ventricular-tachycardia", "pr_ms", NONE, NONE),
                    new Demand("ventricular-tachycardia", "qt_ms", NONE, NONE),
                    new Demand("ventricular-tachycardia", "qtc_ms", NONE, NONE),
                    new Demand("ventricular-tachycardia", "qtc_bazett_ms", NONE, NONE),
                    new Demand("paced-rhythm", "heart_rate_bpm", 50, 130),
                    new Demand("av-block-1", "pr_ms", 201, 400),
                    new Demand("av-block-1", "heart_rate_bpm", 25, 120),
                    new Demand("av-block-2-mobitz-1", "heart_rate_bpm", 35, 95),
                    new Demand("av-block-2-mobitz-1", "pr_ms", NONE, NONE),
                    new Demand("av-block-2-mobitz-2", "heart_rate_bpm", 30, 90),
                    new Demand("av-block-3", "heart_rate_bpm", 25, 65),
                    new Demand("av-block-3", "pr_ms", NONE, NONE),
                    new Demand("lbbb", "qrs_ms", 120, 200),
                    new Demand("rbbb", "qrs_ms", 120, 200),
                    new Demand("left-ventricular-hypertrophy", "sokolow_mv", 3.5, 7),
                    new Demand("low-voltage", "sokolow_mv", NONE, NONE),
                    new Demand("long-qt", "qtc_ms", 450, 650),
                    new Demand("left-axis-deviation", "axis_deg", -180, -31),
                    new Demand("right-axis-deviation", "axis_deg", 91, 180));

    private Criteria() {}

    static List<Demand> of(String finding) {
        return ALL.stream().filter(d -> d.finding().equals(finding)).toList();
    }

    /** Range that is left of {@code low} to {@code high} with these findings. */
    static double[] range(
            Collection<String> findings, String measurement, double low, double high) {
        double[] range = {low, high};
        for (Demand d : ALL) {
            if (d.measurement().equals(measurement)
                    && findings.contains(d.finding())
                    && !Double.isNaN(d.low())) {
                range[0] = Math.max(range[0], d.low());
                range[1] = Math.min(range[1], d.high());
            }
        }
        return range;
    }

    /** Is there no such measurement with these findings? */
    static boolean absent(Collection<String> findings, String measurement) {
        return ALL.stream()
                .anyMatch(
                        d ->
                                d.measurement().equals(measurement)
                                        && findings.contains(d.finding())
                                        && Double.isNaN(d.low()));
    }

    /**
     * Rate below which a sinus rhythm is called slow, /min. A normal ECG may beat 50 times: 2.5 %
     * of the normal ones of PTB-XL are slower, and so are those whom ACC/AHA/HRS 2018 call slow
     * (Kusumoto, doi:10.1016/j.jacc.2018.10.044).
     */
    static double slow(boolean normal) {
        return normal ? 50 : 60;
    }

    /** QTc from which QT counts as long, ms. */
    static double longQt(boolean female) {
        return female ? 460 : 450;
    }

    /** Words for a range with its unit. */
    static String between(double low, double high, String unit) {
        String u = unit.equals("/min") ? "/min" : " " + unit;
        return number(low) + " to " + number(high) + u;
    }

    static String number(double x) {
        return x == Math.rint(x)
                ? String.valueOf((long) x)
                : String.valueOf(Math.round(x * 100) / 100.0);
    }

    /** QTc by Fridericia (1920), ms. */
    static double fridericia(double qt, double rr) {
        return qt / Math.cbrt(rr / 1000);
    }

    /** QTc by Bazett (1920), ms. */
    static double bazett(double qt, double rr) {
        return qt / Math.sqrt(rr / 1000);
    }
}
