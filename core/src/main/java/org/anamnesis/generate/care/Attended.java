package org.anamnesis.generate.care;

import java.util.Arrays;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.VisitKind;

/**
 * One patient as the record shows them before care is added: visits, conditions, age and sex; set
 * anew for each. Days are counted since 1970-01-01.
 */
final class Attended {
    static final double DAYS_PER_YEAR = 365.25;
    private static final int YEAR = 365;
    private static final int VIRTUAL = VisitKind.ALL.indexOf(VisitKind.VIRTUAL);

    /** Of a condition that the patient does not have. */
    private static final int ABSENT = Integer.MAX_VALUE;

    private final int sexField;
    private final int[] since;
    private final int[] until;
    private Events visits;
    private int first;
    private int last;
    private int nextVisit;
    private int nextCondition;
    private PatientBlock block;

    /** Position in the block. */
    int row;

    /** Number in the cohort, from 0. */
    long patient;

    private int birth;
    private int smokedUntil = Integer.MIN_VALUE;

    Attended(CohortHeader header) {
        sexField = header.indexOf("sex");
        since = new int[header.described().size()];
        until = new int[header.described().size()];
    }

    /** Readies a block; {@link #next} goes through its patients. */
    void begin(PatientBlock of) {
        block = of;
        visits = of.record().visits();
        nextVisit = 0;
        nextCondition = 0;
        row = -1;
    }

    /** Goes on to the next patient; false behind the last. */
    boolean next() {
        row++;
        if (row == block.count()) {
            return false;
        }
        patient = block.first() + row;
        birth = block.record().birthDay(row);
        first = nextVisit;
        while (nextVisit < visits.count() && visits.patient(nextVisit) == row) {
            nextVisit++;
        }
        last = nextVisit;
        Arrays.fill(since, ABSENT);
        Events conditions = block.record().conditions();
        while (nextCondition < conditions.count() && conditions.patient(nextCondition) == row) {
            int k = conditions.what(nextCondition);
            int end = conditions.end(nextCondition);
            since[k] = conditions.start(nextCondition);
            until[k] = end == Events.NO_DAY ? ABSENT : end;
            nextCondition++;
        }
        return true;
    }

    int visits() {
        return last - first;
    }

    int day(int visit) {
        return visits.start(first + visit);
    }

    int kind(int visit) {
        return visits.what(first + visit);
    }

    /**
     * The first day for which the record speaks: what fell due so long before the first visit is
     * done at it. As far back as the second visit is from the first, a year at most and if there is
     * but one.
     */
    int begin() {
        int cover = visits() < 2 ? YEAR : Math.min(YEAR, day(1) - day(0));
        return day(0) - cover;
    }

    /** Onset of a condition, the smallest number where it is not known. */
    int since(int field) {
        return since[field];
    }

    /** Whether the patient had the condition on a day. */
    boolean had(int field, int day) {
        return since[field] != ABSENT && since[field] <= day && day <= until[field];
    }

    /** Says until which day the patient smoked; before it is said, nobody does. */
    void smokedUntil(int day) {
        smokedUntil = day;
    }

    boolean smokes(int day) {
        return day <= smokedUntil;
    }

    /** Whether the patient was seen, not called. */
    boolean inPerson(int visit) {
        return kind(visit) != VIRTUAL;
    }

    boolean isOf(int sexLevel) {
        return sexLevel < 0 || block.column(sexField)[row] == sexLevel;
    }

    /** {@link Events#NO_DAY} where it is not known. */
    int birth() {
        return birth;
    }

    /** Age in years on a day, NaN where the birth is not known. */
    double age(int day) {
        return birth == Events.NO_DAY ? Double.NaN : (day - birth) / DAYS_PER_YEAR;
    }
}
