package org.anamnesis.generate.course;

import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.VisitKind;

/**
 * What is known of one patient while the history is made; set anew for each. Days are counted since
 * 1970-01-01.
 */
final class Life {
    static final double DAYS_PER_YEAR = 365.25;

    /** Number of the patient in the cohort, from 0. */
    long patient;

    /** Position in the block. */
    int row;

    boolean female;

    /** Birth, or {@link Events#NO_DAY}. */
    int birth;

    /** Age in years on the day of the index visit. */
    double ageAtIndex;

    /** First day of the history. */
    int first;

    /** The index visit, in which the history ends. */
    int index;

    /** Where the patient is met then. */
    VisitKind place = VisitKind.AMBULATORY;

    /**
     * Since when the patient has what began within days of the index visit, {@link Events#NO_DAY}
     * if nothing did.
     */
    int ill;

    /** The last day of that visit. */
    int discharge;

    /** What the conditions add to the log odds of a hospital stay. */
    double stays;

    /** Whether the patient has a condition that is looked after. */
    boolean chronic;

    /** Age in years on a day. */
    double age(int day) {
        return ageAtIndex - years(day);
    }

    /** So many years in whole days. */
    int days(double years) {
        return (int) (years * DAYS_PER_YEAR);
    }

    /** Years from a day to the index visit. */
    double years(int day) {
        return (index - day) / DAYS_PER_YEAR;
    }
}
