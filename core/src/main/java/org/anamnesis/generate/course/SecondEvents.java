package org.anamnesis.generate.course;

import java.util.Arrays;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.cohort.Events;
import org.anamnesis.generate.course.hazard.Factor;
import org.anamnesis.generate.course.hazard.RiskFactors;
import org.anamnesis.generate.course.hazard.UkpdsOm2;
import org.anamnesis.generate.course.hazard.UkpdsOm2.Equation;
import org.anamnesis.random.SeedTree;

/**
 * A second infarction, stroke or amputation of people with type 2 diabetes, between the first one
 * and the index visit, by UKPDS Outcomes Model 2, of those who lived to it. Risk factors are those
 * of the index visit (assumption). What comes within four weeks of the first is still the first: so
 * ICD-10-CM has it of infarctions (I22), and here the others have it, too (assumption). There is no
 * third one in the model.
 */
@SuppressWarnings("EnumOrdinal") // places of arrays, set many million times
final class SecondEvents {
    /** Days after the first from which on another is a second one. */
    static final int APART = 28;

    /** What comes twice. */
    enum Kind {
        INFARCTION(RecordOnly.SECOND_INFARCTION, Equation.SECOND_INFARCTION, Factor.NOW_INFARCTION),
        STROKE(RecordOnly.SECOND_STROKE, Equation.SECOND_STROKE, Factor.NOW_STROKE),
        AMPUTATION(
                RecordOnly.SECOND_AMPUTATION,
                Equation.SECOND_AMPUTATION,
                Factor.NOW_SECOND_AMPUTATION);

        private final String id;
        private final Equation equation;
        private final Factor now;

        Kind(String id, Equation equation, Factor now) {
            this.id = id;
            this.equation = equation;
            this.now = now;
        }
    }

    private static final Kind[] KINDS = Kind.values();

    private final RiskReading reading;
    private final Complications.Places cohort;
    private final Had had;
    private final double[][] row;
    private final Draws draws;
    private final RiskFactors x = new RiskFactors();
    private final Incidence incidence = new Incidence();
    private final double[] own = new double[KINDS.length];
    private final double[] chance = new double[KINDS.length];
    private final int[] from = new int[KINDS.length];
    private Life life;
    private int diagnosed;

    SecondEvents(RiskReading reading, Complications.Places cohort, int columns, SeedTree seeds) {
        this.reading = reading;
        this.cohort = cohort;
        had = new Had(cohort);
        row = new double[columns][1];
        draws = new Draws(seeds, "second events");
    }

    /** Readies one patient, whose first events follow. */
    void of(Life ofLife, double[][] work, int[] onset) {
        life = ofLife;
        Arrays.fill(chance, Double.NaN);
        int diabetes = cohort.condition("type-2-diabetes");
        diagnosed = diabetes < 0 ? Events.NO_DAY : onset[diabetes];
        if (diagnosed == Events.NO_DAY) {
            return;
        }
        draws.of(life.patient);
        for (int k = 0; k < own.length; k++) {
            own[k] = draws.uniform(); // drawn for all, so that none moves another
        }
        for (int c = 0; c < row.length; c++) {
            row[c][0] = work[c][life.row];
        }
        reading.fill(x, row, life.female, life.ageAtIndex, life.age(diagnosed));
        int fibrillation = cohort.condition("atrial-fibrillation");
        x.set(
                Factor.ATRIAL_FIBRILLATION,
                fibrillation >= 0 && onset[fibrillation] != Events.NO_DAY);
    }

    /**
     * The day of a second one, before the index visit; {@link Events#NO_DAY} if there is none.
     *
     * @param first day of the first, {@link Events#NO_DAY} if there was none
     * @param onset of all that the patient has, by field
     */
    int day(Kind of, int first, int[] onset) {
        int k = of.ordinal();
        int begin = first + APART;
        boolean can = diagnosed != Events.NO_DAY && first != Events.NO_DAY && begin < life.index;
        if (!can || field(of) < 0) {
            return Events.NO_DAY;
        }
        double years = life.years(diagnosed);
        // before the diagnosis the model knows nobody
        double start = Math.max(0, years - life.years(begin));
        incidence.clear();
        for (double year = start; year < years; year++) {
            double to = Math.min(year + 1, years);
            double alive = alive(of, (year + to) / 2, years, onset);
            incidence.add(year, to, UkpdsOm2.hazard(of.equation, x, year, to), alive);
        }
        double ever = incidence.chance();
        from[k] = Math.max(life.first, begin);
        chance[k] = incidence.chanceAfter(years - life.years(from[k]));
        return own[k] < ever
                ? Math.min(life.index - 1, diagnosed + life.days(incidence.at(own[k] / ever)))
                : Events.NO_DAY;
    }

    /** Alive at the end with a second one over without, by the equations of death. */
    private double alive(Kind of, double since, double until, int[] onset) {
        double age = x.of(Factor.AGE_DIAGNOSED) + since;
        had.by(diagnosed + life.days(since), onset, x);
        x.set(Factor.AGE_NOW, age).set(of.now, true);
        double year = Math.min(1, until - since);
        double more = UkpdsOm2.hazard(Equation.DEATH_IN_YEAR_OF_LATER_EVENT, x, 0, year);
        x.set(of.now, false);
        double less = UkpdsOm2.hazard(Equation.DEATH_WITH_HISTORY, x, age, age + year);
        return Math.min(1, Math.exp(less - more)); // the years after are the same for both
    }

    /** Its field, −1 if the cohort does not show it. */
    int field(Kind of) {
        return cohort.described(of.id);
    }

    /** Adds how likely each was within the history, of whom it could befall. */
    void risks(int[] onset, Events into) {
        for (Kind kind : KINDS) {
            int k = kind.ordinal();
            int field = field(kind);
            if (field >= 0
                    && !Double.isNaN(chance[k])
                    && from[k] < life.index
                    && (onset[field] == Events.NO_DAY || onset[field] >= from[k])) {
                into.add(life.row, 0, field, from[k], life.index, chance[k]);
            }
        }
    }
}
