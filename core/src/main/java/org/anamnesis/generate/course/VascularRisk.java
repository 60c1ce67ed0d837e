package org.anamnesis.generate.course;

import org.anamnesis.code.RecordOnly;
import org.anamnesis.cohort.Events;
import org.anamnesis.generate.course.hazard.Factor;
import org.anamnesis.generate.course.hazard.Prevent;
import org.anamnesis.generate.course.hazard.RiskFactors;
import org.anamnesis.generate.course.hazard.UkpdsOm2;
import org.anamnesis.generate.course.hazard.UkpdsOm2.Equation;

/**
 * How likely published models hold coronary artery disease, infarction, stroke and heart failure
 * within the history, of those who were free of it before and alive at the index visit. It decides
 * nothing: who has them is the survey's, and the report shows one beside the other. With type 2
 * diabetes by UKPDS Outcomes Model 2; without it heart failure alone, by PREVENT within its ages,
 * for it tells coronary heart disease and stroke only together. Risk factors are those of the index
 * visit (assumption).
 */
final class VascularRisk {
    private static final double PREVENT_FROM = 30;
    private static final double PREVENT_TO = 80;

    private final RiskReading reading;
    private final double[][] row;
    private final int failure;
    private final int coronary;
    private final int infarction;
    private final int stroke;
    private final int fibrillation;
    private final int diabetes;
    private final int otherDiabetes;
    private final RiskFactors x = new RiskFactors();
    private final Survival survival = new Survival();
    private final Incidence incidence = new Incidence();
    private Life life;
    private int[] onset;
    private Events into;

    VascularRisk(RiskReading reading, Complications.Places cohort, int columns) {
        this.reading = reading;
        row = new double[columns][1];
        failure = cohort.condition("heart-failure");
        coronary = cohort.condition("coronary-artery-disease");
        infarction = cohort.described(RecordOnly.INFARCTION);
        stroke = cohort.condition("stroke");
        fibrillation = cohort.condition("atrial-fibrillation");
        diabetes = cohort.condition("type-2-diabetes");
        otherDiabetes = cohort.condition("type-1-diabetes");
    }

    /**
     * Adds the chances of one patient.
     *
     * @param days of onset by field
     */
    void fill(Life ofLife, double[][] work, int[] days, Events to) {
        if (failure < 0 && coronary < 0 && stroke < 0) {
            return;
        }
        life = ofLife;
        onset = days;
        into = to;
        for (int c = 0; c < row.length; c++) {
            row[c][0] = work[c][life.row];
        }
        int diagnosed = day(diabetes);
        if (diagnosed == Events.NO_DAY) {
            others();
            return;
        }
        reading.fill(x, row, life.female, life.ageAtIndex, life.age(diagnosed));
        x.set(Factor.ATRIAL_FIBRILLATION, day(fibrillation) != Events.NO_DAY);
        x.set(Factor.HAD_ISCHAEMIA, false);
        survival.of(x);
        Equation attack = life.female ? Equation.INFARCTION_WOMEN : Equation.INFARCTION_MEN;
        add(failure, diagnosed, Factor.HAD_HEART_FAILURE, Equation.HEART_FAILURE);
        add(coronary, diagnosed, Factor.NOW_ISCHAEMIA, Equation.ISCHAEMIA, attack);
        add(infarction, diagnosed, Factor.NOW_INFARCTION, attack);
        add(stroke, diagnosed, Factor.NOW_STROKE, Equation.STROKE);
    }

    private int day(int field) {
        return field < 0 ? Events.NO_DAY : onset[field];
    }

    /** Free of it when the history began, or diabetes, if that was later. */
    private boolean free(int field, int from) {
        return field >= 0 && (onset[field] == Events.NO_DAY || onset[field] >= from);
    }

    private void add(int field, int diagnosed, Factor event, Equation... of) {
        int from = Math.max(life.first, diagnosed);
        if (!free(field, from)) {
            return;
        }
        double years = life.years(diagnosed);
        int failed = day(failure);
        incidence.clear();
        for (double year = years - life.years(from); year < years; year++) {
            double to = Math.min(year + 1, years);
            boolean had = failed != Events.NO_DAY && failed <= diagnosed + life.days(year);
            x.set(Factor.HAD_HEART_FAILURE, had);
            double hazard = 0;
            for (Equation e : of) {
                hazard += UkpdsOm2.hazard(e, x, year, to);
            }
            incidence.add(year, to, hazard, survival.alive(event, (year + to) / 2, years));
        }
        put(field, from);
    }

    private void others() {
        double began = life.age(life.first);
        if (!free(failure, life.first) || began < PREVENT_FROM || life.ageAtIndex >= PREVENT_TO) {
            return;
        }
        boolean sugar = day(otherDiabetes) != Events.NO_DAY;
        Prevent.Person person = reading.prevent(row, life.female, life.ageAtIndex, sugar);
        double risk = Prevent.risk(Prevent.Outcome.HEART_FAILURE, person, began);
        double years = life.ageAtIndex - began;
        incidence.clear();
        incidence.add(began, life.ageAtIndex, -Math.log1p(-risk) / 10 * years, 1);
        put(failure, life.first);
    }

    private void put(int field, int from) {
        double chance = incidence.chance();
        if (!Double.isNaN(chance)) {
            into.add(life.row, 0, field, from, life.index, chance);
        }
    }
}
