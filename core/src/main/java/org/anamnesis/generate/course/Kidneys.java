package org.anamnesis.generate.course;

import org.anamnesis.measure.Formula;

/**
 * How the glomerular filtration rate of a person falls, mL/min/1.73 m² a year.
 *
 * <p>With type 2 diabetes: −0.2 without hypertension and albuminuria, −1.0 with hypertension or
 * HbA1c of 7 % and more, −1.2 with obesity, −1.3 with UACR of 30 mg/g and more, −1.5 on insulin,
 * −2.7 from 300 mg/g on (Zoppini et al. 2012, CJASN). Groups overlap; the parts below give these
 * means among the 3,737 adults with type 2 diabetes of NHANES 2005–March 2020, and −0.85 in all of
 * them. Persons differ with an SD of 2.23 in all (410 people followed for 12.4 years: −0.80, SD
 * 2.23). The same is assumed of people without diabetes, whose parts for insulin and HbA1c are
 * naught.
 */
final class Kidneys {
    private static final double ALL = 0.29;
    private static final double HYPERTENSION = -0.321;
    private static final double HBA1C_7 = 0.098;
    private static final double OBESITY = -0.838;
    private static final double UACR_30 = -0.652;
    private static final double UACR_300 = -1.952;
    private static final double INSULIN = -0.581;

    /** What the parts do not explain of 2.23: √(2.23² − 0.78²). */
    private static final double OTHERWISE = 2.09;

    /** A rate is not followed back above this one, nor below the other. */
    private static final double MOST = 140;

    private static final double LEAST = 5;

    private Kidneys() {}

    /**
     * Change a year.
     *
     * @param uacr mg/g, NaN if not known
     * @param hba1c %, NaN if not known
     * @param by a standard normal draw
     */
    static double slope(
            boolean hypertension,
            boolean obesity,
            double hba1c,
            double uacr,
            boolean insulin,
            double by) {
        double slope = ALL + OTHERWISE * by;
        slope += hypertension ? HYPERTENSION : 0;
        slope += hba1c >= 7 ? HBA1C_7 : 0;
        slope += obesity ? OBESITY : 0;
        slope += uacr >= 300 ? UACR_300 : uacr >= 30 ? UACR_30 : 0;
        slope += insulin ? INSULIN : 0;
        return slope;
    }

    /**
     * The creatinine of an earlier day, mg/dL, apart from what comes and goes.
     *
     * @param atIndex creatinine at the index visit, mg/dL
     * @param years before it
     */
    static double creatinine(double atIndex, Life life, double slope, double years) {
        if (life.ageAtIndex - years < 18) {
            return atIndex; // the equation is for adults
        }
        double now = Formula.ckdEpi2021(atIndex, life.ageAtIndex, life.female);
        double then = Math.max(LEAST, Math.min(Math.max(MOST, now), now - slope * years));
        return Formula.creatinineOf(then, life.ageAtIndex - years, life.female);
    }
}
