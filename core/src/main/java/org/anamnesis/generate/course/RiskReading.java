package org.anamnesis.generate.course;

import java.util.List;
import java.util.Map;
import org.anamnesis.generate.course.hazard.Factor;
import org.anamnesis.generate.course.hazard.KidneyFailure;
import org.anamnesis.generate.course.hazard.Prevent;
import org.anamnesis.generate.course.hazard.RiskFactors;
import org.anamnesis.measure.Formula;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedHistory.Spread;
import org.anamnesis.table.Variable;

/**
 * Reads what the equations of hazards ask of a person out of a row of drawn columns. What the
 * cohort does not draw stands at the mean of people with its condition, flags at absent; NaN where
 * not even that is known.
 */
final class RiskReading {
    /** Urine albumin of 50 mg/L is taken for this albumin/creatinine ratio, mg/g (assumption). */
    private static final double ALBUMINURIA = 30;

    private static final String SMOKES = "current";
    private static final String BLACK = "NH Black";

    private final Map<String, Integer> position;
    private final Map<String, Spread> typical;
    private final double smokes;
    private final double black;

    RiskReading(GenerationPlan plan, Map<String, Integer> position) {
        this(plan.people().variables(), position, plan.history().orElseThrow().spreads());
    }

    /**
     * @param drawn columns, for the levels of those that are categories
     * @param position of each column in a row
     * @param typical of people with the condition
     */
    RiskReading(List<Variable> drawn, Map<String, Integer> position, Map<String, Spread> typical) {
        this.position = position;
        this.typical = typical;
        smokes = level(drawn, "smoking", SMOKES);
        black = level(drawn, "race_ethnicity", BLACK);
    }

    private static double level(List<Variable> drawn, String column, String level) {
        return drawn.stream()
                .filter(v -> v.name().equals(column))
                .mapToInt(v -> v.levels().indexOf(level))
                .findFirst()
                .orElse(-1);
    }

    /** The value of a number, else what is typical. */
    private double number(String column, double[][] row) {
        double own = drawn(column, row);
        if (!Double.isNaN(own)) {
            return own;
        }
        Spread spread = typical.getOrDefault(column, Courses.NO_SPREAD);
        return column.equals("uacr") ? Math.exp(spread.logMean()) : spread.mean();
    }

    /** The value as drawn; NaN if it is not drawn or missing. */
    double drawn(String column, double[][] row) {
        int at = position.getOrDefault(column, -1);
        return at < 0 ? Double.NaN : row[at][0];
    }

    private boolean is(String column, double level, double[][] row) {
        return level >= 0 && drawn(column, row) == level;
    }

    double hba1c(double[][] row) {
        return number("hba1c", row);
    }

    /** mL/min/1.73 m² of the creatinine drawn; NaN if none is. */
    double egfr(double[][] row, double age, boolean female) {
        return Formula.ckdEpi2021(drawn("creatinine", row), Math.max(18, age), female);
    }

    private double filtration(double[][] row, double age, boolean female) {
        return Formula.ckdEpi2021(number("creatinine", row), Math.max(18, age), female);
    }

    private double bodyMass(double[][] row) {
        return Formula.bodyMassIndex(number("weight", row), number("height", row));
    }

    private double ldl(double[][] row) {
        double own =
                Formula.ldlFriedewald(
                        number("total_chol", row),
                        number("hdl", row),
                        number("triglycerides", row));
        return Double.isNaN(own)
                ? Formula.ldlFriedewald(mean("total_chol"), mean("hdl"), mean("triglycerides"))
                : own;
    }

    private double mean(String column) {
        return typical.getOrDefault(column, Courses.NO_SPREAD).mean();
    }

    /**
     * Sets what is measured or asked of a person; what they have had before is left to the caller.
     *
     * @param age years at the time of the row
     * @param diagnosed years at the diagnosis of diabetes
     */
    void fill(RiskFactors x, double[][] row, boolean female, double age, double diagnosed) {
        x.set(Factor.AFRO, is("race_ethnicity", black, row));
        x.set(Factor.AGE_DIAGNOSED, diagnosed);
        x.set(Factor.FEMALE, female);
        x.bodyMass(bodyMass(row));
        x.egfr(filtration(row, age, female));
        x.set(Factor.HAEMOGLOBIN, number("hemoglobin", row));
        x.set(Factor.HBA1C, hba1c(row));
        x.cholesterol(ldl(row), number("hdl", row));
        x.set(Factor.HEART_RATE_10, number("heart_rate", row) / 10);
        x.set(Factor.ALBUMINURIA, number("uacr", row) >= ALBUMINURIA);
        x.set(Factor.SBP_10, number("sbp", row) / 10);
        x.set(Factor.SMOKER, is("smoking", smokes, row));
        x.set(Factor.WHITE_CELLS, number("wbc", row));
    }

    Prevent.Person prevent(double[][] row, boolean female, double age, boolean diabetes) {
        return new Prevent.Person(
                female,
                number("total_chol", row),
                number("hdl", row),
                number("sbp", row),
                bodyMass(row),
                filtration(row, age, female),
                diabetes,
                is("smoking", smokes, row),
                is("bp_medication", 1, row),
                is("cholesterol_medication", 1, row));
    }

    KidneyFailure.Person kidneys(double[][] row, boolean female, double age) {
        return new KidneyFailure.Person(
                age,
                female,
                filtration(row, age, female),
                Math.max(0.1, number("uacr", row)),
                drawn("albumin", row),
                drawn("phosphate", row),
                drawn("bicarbonate", row),
                drawn("calcium", row));
    }
}
