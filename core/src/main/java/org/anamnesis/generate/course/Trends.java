package org.anamnesis.generate.course;

import java.util.List;
import java.util.Map;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.random.SeedTree;

/**
 * What moves the level of a value with the years: HbA1c by drift and treatment, glucose with HbA1c,
 * creatinine with the kidneys, cholesterol with statins, pressure with the drugs against it,
 * weight.
 */
final class Trends {
    /** % of HbA1c from which the goal of many adults is missed (ADA 2025). */
    private static final double GOAL = 7;

    /** kg/m² a year below 30; none above (US adults of 40 to 69: Stenholm et al. 2015). */
    private static final double GAIN = 0.05;

    private static final double OBESE = 30;

    /** No level of HbA1c, %, is followed back below this. */
    private static final double LEAST_HBA1C = 4.5;

    /** Glucose of one day follows HbA1c by this factor at most. */
    private static final double MOST = 1.8;

    private final Courses courses;
    private final PlannedCohort cohort;
    private final Glycaemia glycaemia;
    private final Therapy therapy;
    private final Treatment treatment;
    private final Draws slopes;
    private final int hba1c;
    private final int glucose;
    private final int fasting;
    private final int creatinine;
    private final int weight;
    private final int height;
    private final int systolic;
    private final int diastolic;
    private final int cholesterol;
    private final int hdl;
    private final int triglycerides;
    private final int hba1cAt;
    private final int uacrAt;
    private boolean diabetes;
    private double slope;
    private double before;
    private double bodyMass;
    private double metres2;

    Trends(
            List<String> names,
            Courses courses,
            Therapy therapy,
            Treatment treatment,
            PlannedCohort cohort,
            Map<String, Integer> position,
            SeedTree seeds) {
        this.courses = courses;
        this.cohort = cohort;
        this.therapy = therapy;
        this.treatment = treatment;
        glycaemia = new Glycaemia(therapy);
        slopes = new Draws(seeds, "slope");
        hba1c = names.indexOf("hba1c");
        glucose = names.indexOf("glucose");
        fasting = names.indexOf("glucose_fasting");
        creatinine = names.indexOf("creatinine");
        weight = names.indexOf("weight");
        systolic = names.indexOf("sbp");
        diastolic = names.indexOf("dbp");
        cholesterol = names.indexOf("total_chol");
        hdl = names.indexOf("hdl");
        triglycerides = names.indexOf("triglycerides");
        height = position.getOrDefault("height", -1);
        hba1cAt = position.getOrDefault("hba1c", -1);
        uacrAt = position.getOrDefault("uacr", -1);
    }

    void start(Life life, double[][] row, PatientBlock block, boolean hasDiabetes) {
        diabetes = hasDiabetes;
        before = hba1cAt < 0 ? Double.NaN : row[hba1cAt][0];
        double tall = height < 0 ? Double.NaN : row[height][0] / 100;
        metres2 = tall * tall;
        bodyMass = weight < 0 ? Double.NaN : courses.level(weight) / metres2;
        boolean insulin = false;
        for (int d = 0; d < therapy.drugs().size(); d++) {
            insulin |=
                    therapy.drugs().get(d).column().equals("drug_insulin")
                            && therapy.since(d) != Episodes.OPEN;
        }
        slope =
                Kidneys.slope(
                        has(block, life, "hypertension"),
                        bodyMass >= OBESE || has(block, life, "obesity"),
                        diabetes ? before : Double.NaN,
                        uacrAt < 0 ? Double.NaN : row[uacrAt][0],
                        insulin,
                        slopes.of(life.patient).normal());
    }

    private boolean has(PatientBlock block, Life life, String condition) {
        int k = cohort.condition(condition);
        return k >= 0 && block.column(k)[life.row] == 1;
    }

    /** Whether HbA1c at the index visit misses the goal of many adults. */
    boolean offGoal() {
        return before >= GOAL;
    }

    /** Writes what moves into the row, as it stood on a day. */
    void at(Life life, int day, double shown, double[][] row) {
        double years = life.years(day);
        if (hba1c >= 0) {
            double now = courses.level(hba1c);
            double then = diabetes ? Math.max(LEAST_HBA1C, now + glycaemia.above(life, day)) : now;
            write(hba1c, then / now, shown, row);
        }
        double sugar = diabetes && hba1cAt >= 0 ? average(row[hba1cAt][0]) / average(before) : 1;
        double drugs = treatment.pressureDrugs(life.index) - treatment.pressureDrugs(day);
        for (int c = 0; c < courses.size(); c++) {
            if (c == hba1c) {
                continue;
            }
            double moved = courses.still(c);
            if (c == systolic) {
                moved = Treatment.SYSTOLIC * drugs;
            } else if (c == diastolic) {
                moved = Treatment.DIASTOLIC * drugs;
            } else if (c == cholesterol) {
                moved = cholesterol(life, day);
            }
            if (c == glucose || c == fasting) {
                moved = Double.isNaN(sugar) ? 1 : Math.max(1 / MOST, Math.min(MOST, sugar));
            } else if (c == creatinine) {
                double now = courses.level(c);
                moved = Kidneys.creatinine(now, life, slope, years) / now;
            } else if (c == weight && bodyMass < OBESE) {
                moved = Math.max(0.5, 1 - GAIN * years / bodyMass);
            }
            write(c, moved, shown, row);
        }
    }

    /** Total cholesterol of a day over that of the index visit: LDL alone falls with a statin. */
    private double cholesterol(Life life, int day) {
        if (hdl < 0 || triglycerides < 0) {
            return 1;
        }
        double total = courses.level(cholesterol);
        double friedewald = total - courses.level(hdl) - courses.level(triglycerides) / 5;
        double ldl = Math.max(0, friedewald);
        double then = ldl * treatment.ldl(day) / treatment.ldl(life.index);
        return Double.isNaN(then) ? 1 : (total + then - ldl) / total;
    }

    private void write(int c, double moved, double shown, double[][] row) {
        row[courses.position(c)][0] = courses.value(c, moved, shown);
    }

    /** Average glucose, mg/dL, of an HbA1c in %: 28.7 · A1c − 46.7 (Nathan et al. 2008). */
    private static double average(double hba1c) {
        return Math.max(40, 28.7 * hba1c - 46.7);
    }
}
