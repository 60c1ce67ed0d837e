package org.anamnesis.generate.course.hazard;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * First and second events and deaths of people with type 2 diabetes: UKPDS Outcomes Model 2 (Hayes
 * et al. 2013, Diabetologia 56:1925, UKPDS 82, doi:10.1007/s00125-013-2940-y; 5,102 people newly
 * diagnosed 1977–1991, followed for up to 30 years).
 *
 * <p>With η = λ + Σβx, cumulative hazards are e<sup>η</sup> t<sup>ρ</sup> (Weibull, t years since
 * the diagnosis) and e<sup>η</sup> (e<sup>φa</sup> − 1)/φ (Gompertz, a age in years); a logistic
 * equation gives the chance within a year, 1/(1 + e<sup>−η</sup>), here spread evenly over it.
 */
public final class UkpdsOm2 {
    /** What an equation tells of; its name is its column in the table. */
    public enum Equation {
        HEART_FAILURE(Form.WEIBULL),
        ISCHAEMIA(Form.WEIBULL),
        INFARCTION_MEN(Form.WEIBULL),
        INFARCTION_WOMEN(Form.WEIBULL),
        STROKE(Form.WEIBULL),
        BLINDNESS(Form.WEIBULL),
        ULCER(Form.LOGISTIC),
        /** Of a person without an ulcer before. */
        AMPUTATION(Form.WEIBULL),
        AMPUTATION_AFTER_ULCER(Form.WEIBULL),
        RENAL_FAILURE(Form.WEIBULL),
        /** Of whoever has had one, as the others below. */
        SECOND_INFARCTION(Form.WEIBULL),
        SECOND_STROKE(Form.WEIBULL),
        SECOND_AMPUTATION(Form.WEIBULL),
        /** Of whoever has had no event, in a year without one. */
        DEATH_WITHOUT_HISTORY(Form.GOMPERTZ),
        /** Of whoever has had no event before, in the year of one. */
        DEATH_IN_YEAR_OF_EVENT(Form.LOGISTIC),
        /** Of whoever has had an event before, in the year of a further one. */
        DEATH_IN_YEAR_OF_LATER_EVENT(Form.LOGISTIC),
        /** Of whoever has had an event, in a year without one. */
        DEATH_WITH_HISTORY(Form.GOMPERTZ);

        private final Form form;

        Equation(Form form) {
            this.form = form;
        }
    }

    private enum Form {
        WEIBULL,
        LOGISTIC,
        GOMPERTZ
    }

    /** What was fitted for one equation. */
    private static final class Fit {
        private static final Map<Equation, Fit> ALL = read();

        private final double lambda;
        private final double shape;
        private final double[] coefficients;

        /** Of the factors that it asks for. */
        private final int[] places;

        private Fit(Coefficients table, Equation of) {
            lambda = table.of("lambda", of.name());
            shape = table.of("shape", of.name());
            coefficients = table.of(Factor.values(), of.name());
            places =
                    IntStream.range(0, coefficients.length)
                            .filter(k -> coefficients[k] != 0)
                            .toArray();
        }

        private static Map<Equation, Fit> read() {
            Coefficients table = Coefficients.read("ukpds-om2.tsv");
            Map<Equation, Fit> all = new EnumMap<>(Equation.class);
            for (Equation e : Equation.values()) {
                all.put(e, new Fit(table, e));
            }
            return all;
        }
    }

    private UkpdsOm2() {}

    /**
     * The hazard gathered between two times, as long as the risk factors stay what they are.
     *
     * @param from years since the diagnosis; age in years for deaths outside the year of an event
     * @param to not before {@code from}
     */
    public static double hazard(Equation of, RiskFactors x, double from, double to) {
        Fit fit = Fit.ALL.get(of);
        double eta = fit.lambda + x.times(fit.coefficients, fit.places);
        return switch (of.form) {
            case WEIBULL -> Math.exp(eta) * (Math.pow(to, fit.shape) - Math.pow(from, fit.shape));
            case GOMPERTZ ->
                    Math.exp(eta)
                            * (Math.exp(fit.shape * to) - Math.exp(fit.shape * from))
                            / fit.shape;
            case LOGISTIC -> (to - from) * Math.log1p(Math.exp(eta));
        };
    }

    /** The chance of it between two times for whoever had not had it at the first. */
    public static double chance(Equation of, RiskFactors x, double from, double to) {
        return -Math.expm1(-hazard(of, x, from, to));
    }
}
