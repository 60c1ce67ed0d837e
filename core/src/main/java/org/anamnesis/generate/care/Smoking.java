package org.anamnesis.generate.care;

import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.generate.course.Draws;
import org.anamnesis.random.SeedTree;

/**
 * Whether the patient smoked, as it was asked over the years: the last answer is that of the index
 * visit, and who smokes no more smoked until they quit.
 *
 * <p>When it ended: any day alike between the age of 18 and the index visit. A constant yearly
 * chance of quitting would put almost all of it long before the record.
 */
final class Smoking {
    static final String BASIS =
            "Smoking: who smokes no more quit on any day alike since the age of 18 and did not begin"
                    + " again; whoever smokes has since 18; asked yearly in 89.5 %, as other"
                    + " questions (assumptions); the last answer is that of the index visit";

    private static final double ADULT = 18;
    private static final double ASKED = 0.895;
    private static final double YEAR = Attended.DAYS_PER_YEAR;

    private final int field;
    private final int current;
    private final int former;
    private final Draws draws;

    Smoking(CohortHeader header, SeedTree seeds) {
        int k = header.indexOf("smoking");
        boolean known = k >= 0 && header.fields().get(k).role() == Field.Role.DEMOGRAPHIC;
        field = known ? k : -1;
        current = known ? header.fields().get(k).levels().indexOf("current") : -1;
        former = known ? header.fields().get(k).levels().indexOf("former") : -1;
        draws = new Draws(seeds, "smoking");
    }

    /** Whether smoking at the index visit is known of the cohort. */
    boolean known() {
        return field >= 0;
    }

    /**
     * @param level answer at the index visit, NaN if it is missing
     */
    void fill(Attended patient, double level, Events into) {
        patient.smokedUntil(level == current ? Integer.MAX_VALUE : Integer.MIN_VALUE);
        if (Double.isNaN(level) || patient.visits() == 0) {
            return;
        }
        draws.of(patient.patient);
        int last = patient.visits() - 1;
        int index = patient.day(last);
        int quit = level == former ? quit(patient, index) : Events.NO_DAY;
        if (quit != Events.NO_DAY) {
            patient.smokedUntil(quit - 1);
        }
        double due = patient.begin() + draws.uniform() * YEAR;
        for (int v = 0; v <= last; v++) {
            int day = patient.day(v);
            boolean asked = v == last;
            if (!asked && patient.inPerson(v) && day >= due && patient.age(day) >= ADULT) {
                due += YEAR * (1 + Math.floor((day - due) / YEAR));
                asked = draws.uniform() < ASKED;
            }
            if (asked) {
                boolean before = quit != Events.NO_DAY && day < quit;
                int end = quit != Events.NO_DAY && !before ? quit : Events.NO_DAY;
                into.add(patient.row, v, field, day, end, before ? current : level);
            }
        }
    }

    /** The day on which a former smoker stopped. */
    private int quit(Attended patient, int index) {
        double age = patient.age(index);
        if (!(age > ADULT)) {
            return Events.NO_DAY;
        }
        double ago = (age - ADULT) * draws.uniform();
        return index - (int) Math.round(ago * YEAR);
    }
}
