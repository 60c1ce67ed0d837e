package org.anamnesis.generate.course.hazard;

/** The risk factors of one person at one time, 0 until set; set anew for the next. */
@SuppressWarnings("EnumOrdinal") // places of an array, set many million times
public final class RiskFactors {
    /** mg/dL of cholesterol in one mmol/L, as PREVENT has it. */
    static final double MMOL = 0.02586;

    private final double[] values = new double[Factor.values().length];

    public RiskFactors set(Factor factor, double value) {
        values[factor.ordinal()] = value;
        return this;
    }

    public RiskFactors set(Factor factor, boolean is) {
        return set(factor, is ? 1 : 0);
    }

    public double of(Factor factor) {
        return values[factor.ordinal()];
    }

    /**
     * @param rate mL/min/1.73 m²; a spline with its knot at 60, both parts in tens
     */
    public RiskFactors egfr(double rate) {
        set(Factor.EGFR_10, rate / 10);
        set(Factor.EGFR_TO_60_10, Math.min(rate, 60) / 10);
        return set(Factor.EGFR_FROM_60_10, Math.max(rate - 60, 0) / 10);
    }

    /**
     * @param index kg/m²
     */
    public RiskFactors bodyMass(double index) {
        set(Factor.BMI, index);
        set(Factor.BMI_BELOW_18_5, index < 18.5);
        return set(Factor.BMI_FROM_25, index >= 25);
    }

    /**
     * @param ldl mg/dL
     * @param hdl mg/dL
     */
    public RiskFactors cholesterol(double ldl, double hdl) {
        double tenths = 10 * MMOL * ldl;
        set(Factor.LDL_TENTHS, tenths);
        set(Factor.LDL_ABOVE_3_5_TENTHS, Math.max(tenths - 35, 0));
        return set(Factor.HDL_TENTHS, 10 * MMOL * hdl);
    }

    /**
     * Σ coefficient · value over those places whose coefficient is not 0, so that what an equation
     * does not ask for may be unknown.
     */
    double times(double[] coefficients, int[] places) {
        double sum = 0;
        for (int k : places) {
            sum += coefficients[k] * values[k];
        }
        return sum;
    }
}
