package org.anamnesis.generate.course;

import org.anamnesis.cohort.Events;
import org.anamnesis.generate.course.hazard.Factor;
import org.anamnesis.generate.course.hazard.RiskFactors;
import org.anamnesis.generate.course.hazard.UkpdsOm2;
import org.anamnesis.generate.course.hazard.UkpdsOm2.Equation;
import org.anamnesis.plan.PlannedHistory;
import org.anamnesis.random.SeedTree;

/**
 * When a patient dies after the index visit: by the linked mortality of people with the condition.
 * With type 2 diabetes the year of an infarction, other coronary disease, stroke, amputation or
 * kidney failure raises it as much as UKPDS Outcomes Model 2 has the year of an event above one
 * without, for what is left of that year. The level stays that of the survey, in which such years
 * are few (assumption).
 */
final class Dying {
    private static final int YEAR = 365;

    private final PlannedHistory.Deaths deaths;
    private final RiskReading reading;
    private final Complications.Places cohort;
    private final Had had;
    private final double[][] row;
    private final RiskFactors x = new RiskFactors();
    private final Draws draws;

    Dying(
            PlannedHistory.Deaths deaths,
            RiskReading reading,
            Complications.Places cohort,
            int columns,
            SeedTree seeds) {
        this.deaths = deaths;
        this.reading = reading;
        this.cohort = cohort;
        had = new Had(cohort);
        row = new double[columns][1];
        draws = new Draws(seeds, "death");
    }

    /** Whether anybody dies at all, by what is known. */
    private double rate(Life life) {
        return deaths.perYear(life.ageAtIndex, life.female) / Life.DAYS_PER_YEAR;
    }

    /**
     * The day, at the earliest the one after discharge; far beyond all records if nothing is known.
     */
    long day(Life life, double[][] work, int[] onset) {
        double usual = rate(life);
        if (!(usual > 0)) {
            return Long.MAX_VALUE;
        }
        double left = draws.of(life.patient).exponential(1);
        int event = latest(life, onset);
        long days = 0;
        if (event != Events.NO_DAY) {
            int raised = event + YEAR - life.discharge;
            double more = usual * times(life, work, onset, event);
            if (left < raised * more) {
                return life.discharge + 1 + (long) (left / more);
            }
            left -= raised * more;
            days = raised;
        }
        return life.discharge + 1 + days + (long) Math.min(left / usual, 1e6);
    }

    /** The last event in the year before discharge, of whoever has type 2 diabetes. */
    private int latest(Life life, int[] onset) {
        int diabetes = cohort.condition("type-2-diabetes");
        return diabetes < 0 || onset[diabetes] == Events.NO_DAY
                ? Events.NO_DAY
                : had.between(life.discharge - YEAR, life.discharge, onset, x);
    }

    /** How many times as often people die in the year of what is set as in one without. */
    private double times(Life life, double[][] work, int[] onset, int event) {
        for (int c = 0; c < row.length; c++) {
            row[c][0] = work[c][life.row];
        }
        int diagnosed = onset[cohort.condition("type-2-diabetes")];
        reading.fill(x, row, life.female, life.ageAtIndex, life.age(diagnosed));
        int fibrillation = cohort.condition("atrial-fibrillation");
        x.set(
                Factor.ATRIAL_FIBRILLATION,
                fibrillation >= 0 && onset[fibrillation] != Events.NO_DAY);
        double age = life.age(event);
        x.set(Factor.AGE_NOW, age).set(Factor.YEARS_SINCE, age - x.of(Factor.AGE_DIAGNOSED));
        boolean before = had.by(life.discharge - YEAR, onset, x);
        Equation with =
                before ? Equation.DEATH_IN_YEAR_OF_LATER_EVENT : Equation.DEATH_IN_YEAR_OF_EVENT;
        Equation without = before ? Equation.DEATH_WITH_HISTORY : Equation.DEATH_WITHOUT_HISTORY;
        return Math.max(
                1, UkpdsOm2.hazard(with, x, 0, 1) / UkpdsOm2.hazard(without, x, age, age + 1));
    }
}
