package org.anamnesis.generate.course;

import java.util.EnumMap;
import java.util.Map;
import org.anamnesis.generate.course.hazard.Factor;
import org.anamnesis.generate.course.hazard.RiskFactors;
import org.anamnesis.generate.course.hazard.UkpdsOm2;
import org.anamnesis.generate.course.hazard.UkpdsOm2.Equation;

/**
 * How much less often people with type 2 diabetes are alive at the index visit after an event than
 * without one, by the death equations of UKPDS Outcomes Model 2. Each event is taken as if it were
 * the only one (assumption).
 */
final class Survival {
    private static final Map<Factor, Factor> LATER =
            new EnumMap<>(
                    Map.of(
                            Factor.NOW_AMPUTATION, Factor.HAD_AMPUTATION,
                            Factor.NOW_RENAL_FAILURE, Factor.HAD_RENAL_FAILURE,
                            Factor.NOW_STROKE, Factor.HAD_STROKE));

    private static final Factor[] FACTORS = Factor.values();

    private final RiskFactors x = new RiskFactors();

    /** Takes over what does not change. */
    void of(RiskFactors of) {
        for (Factor f : FACTORS) {
            x.set(f, f.compareTo(Factor.HAD_AMPUTATION) < 0 ? of.of(f) : 0);
        }
    }

    /**
     * Alive at the end after the event, over alive without it.
     *
     * @param event as the equation of the year of an event knows it; heart failure, which it does
     *     not, is {@link Factor#HAD_HEART_FAILURE}
     * @param since years from the diagnosis to the event
     * @param until years from the diagnosis to the end
     */
    double alive(Factor event, double since, double until) {
        double age = x.of(Factor.AGE_DIAGNOSED) + since;
        double end = x.of(Factor.AGE_DIAGNOSED) + until;
        boolean heartFailure = event == Factor.HAD_HEART_FAILURE;
        Factor later = heartFailure ? event : LATER.getOrDefault(event, Factor.HAD_ISCHAEMIA);
        x.set(Factor.AGE_NOW, age).set(Factor.YEARS_SINCE, since);
        x.set(event, true);
        double year = Math.min(1, until - since);
        double more = UkpdsOm2.hazard(Equation.DEATH_IN_YEAR_OF_EVENT, x, 0, year);
        x.set(event, false).set(later, true);
        more += UkpdsOm2.hazard(Equation.DEATH_WITH_HISTORY, x, age + year, end);
        x.set(later, false);
        double less = UkpdsOm2.hazard(Equation.DEATH_WITHOUT_HISTORY, x, age, end);
        return Math.min(1, Math.exp(less - more));
    }
}
