package org.anamnesis.generate.course;

import java.util.Arrays;
import java.util.List;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.cohort.Events;
import org.anamnesis.generate.course.hazard.Factor;
import org.anamnesis.generate.course.hazard.KidneyFailure;
import org.anamnesis.generate.course.hazard.Retinopathy;
import org.anamnesis.generate.course.hazard.RiskFactors;
import org.anamnesis.generate.course.hazard.UkpdsOm2;
import org.anamnesis.generate.course.hazard.UkpdsOm2.Equation;
import org.anamnesis.random.SeedTree;

/**
 * What diabetes does to eyes, feet and kidneys, and kidney failure of others, between the diagnosis
 * and the index visit: by hazards gathered over the person's own course (HbA1c, eGFR and weight as
 * they were, all else as at the index visit), of those who lived to it.
 *
 * <p>Kidneys have failed only where eGFR is below 15 at the index visit, and not before it was: no
 * column tells of dialysis or transplants, so that a higher rate speaks against it. Blindness puts
 * retinopathy on record, if nothing did before (assumption).
 */
final class Complications {
    /** mL/min/1.73 m²; kidney failure of KDIGO 2024. */
    private static final double FAILURE = 15;

    /** KFRE is of people with an eGFR below this. */
    private static final double KFRE_FROM = 60;

    /** No longer is a rate below the one of failure followed back, in quarters of a year. */
    private static final int QUARTERS = 160;

    private static final int RETINOPATHY = 0;
    private static final int BLINDNESS = 1;
    private static final int FOOT_ULCER = 2;
    private static final int AMPUTATION = 3;
    private static final int KIDNEY_FAILURE = 4;

    /** In the order of their draws. */
    private static final List<String> KINDS =
            List.of(
                    RecordOnly.RETINOPATHY,
                    RecordOnly.BLINDNESS,
                    RecordOnly.FOOT_ULCER,
                    RecordOnly.AMPUTATION,
                    RecordOnly.KIDNEY_FAILURE);

    private final RiskReading reading;
    private final Places places;
    private final Draws draws;
    private final RiskFactors x = new RiskFactors();
    private final Survival survival = new Survival();
    private final Incidence incidence = new Incidence();
    private final int[] fields;
    private final int[] day;
    private final double[] chance;
    private Levels values;
    private Life life;
    private int diagnosed;
    private int heartFailure;
    private int coronary;
    private int stroke;

    /** Where in a cohort stand conditions. */
    interface Places {
        /** The field of a condition, −1 if the cohort does not show it. */
        int condition(String id);

        /** The place of what events may name, −1 if the cohort does not know it. */
        int described(String id);
    }

    /** The drawn columns of a patient over the years; the same array each time. */
    interface Levels {
        /** Of a day as the patient's levels then were, without what comes and goes. */
        double[][] levels(Life life, int day);

        /** Of the index visit, as measured there. */
        double[][] atIndex(Life life);
    }

    Complications(RiskReading reading, Places places, SeedTree seeds) {
        this.places = places;
        this.reading = reading;
        draws = new Draws(seeds, "complications");
        fields = KINDS.stream().mapToInt(places::described).toArray();
        day = new int[fields.length];
        chance = new double[fields.length];
    }

    /**
     * Draws the dates of one patient.
     *
     * @param onset by field, {@link Events#NO_DAY} of what the patient does not have; the dates go
     *     into it, too
     * @param course of the patient, that has been started
     */
    void fill(Life ofLife, int[] onset, Levels course) {
        life = ofLife;
        values = course;
        Arrays.fill(day, Events.NO_DAY);
        Arrays.fill(chance, Double.NaN);
        diagnosed = onset("type-2-diabetes", onset);
        heartFailure = onset("heart-failure", onset);
        coronary = onset("coronary-artery-disease", onset);
        stroke = onset("stroke", onset);
        draws.of(life.patient);
        double[] u = new double[fields.length];
        for (int k = 0; k < u.length; k++) {
            u[k] = draws.uniform(); // drawn for all, so that none moves another
        }
        if (diagnosed != Events.NO_DAY) {
            boolean fibrillation = onset("atrial-fibrillation", onset) != Events.NO_DAY;
            x.set(Factor.ATRIAL_FIBRILLATION, fibrillation);
            diabetic(u);
        }
        kidneys(onset, u[KIDNEY_FAILURE]);
        for (int k = 0; k < fields.length; k++) {
            if (fields[k] >= 0) {
                onset[fields[k]] = day[k];
            }
        }
    }

    private int onset(String condition, int[] onset) {
        int k = places.condition(condition);
        return k < 0 ? Events.NO_DAY : onset[k];
    }

    private void diabetic(double[] u) {
        double years = life.years(diagnosed);
        double[][] now = values.atIndex(life);
        reading.fill(x, now, life.female, life.ageAtIndex, life.age(diagnosed));
        survival.of(x);
        double hba1c = reading.hba1c(now);
        incidence.clear();
        incidence.add(0, 0, Retinopathy.atDiagnosis(), 1);
        incidence.add(0, years, years * Retinopathy.perYear(hba1c), 1);
        draw(RETINOPATHY, u);
        gather(BLINDNESS, years, u);
        gather(FOOT_ULCER, years, u);
        if (known(BLINDNESS)) {
            chance[RETINOPATHY] += (1 - chance[RETINOPATHY]) * chance[BLINDNESS];
        }
        gather(AMPUTATION, years, u);
        chance[KIDNEY_FAILURE] = kidneyFailure();
        int blind = day[BLINDNESS];
        int eyes = day[RETINOPATHY];
        if (blind != Events.NO_DAY && (eyes == Events.NO_DAY || eyes > blind)) {
            day[RETINOPATHY] = blind;
        }
    }

    /** Year by year since the diagnosis. */
    private void gather(int kind, double years, double[] u) {
        incidence.clear();
        for (int year = 0; year < years; year++) {
            double to = Math.min(year + 1.0, years);
            double middle = (year + to) / 2;
            at(diagnosed + life.days(middle));
            had(diagnosed + life.days(year));
            Equation equation =
                    switch (kind) {
                        case BLINDNESS -> Equation.BLINDNESS;
                        case FOOT_ULCER -> Equation.ULCER;
                        default ->
                                x.of(Factor.HAD_ULCER) == 1
                                        ? Equation.AMPUTATION_AFTER_ULCER
                                        : Equation.AMPUTATION;
                    };
            double alive =
                    kind == AMPUTATION ? survival.alive(Factor.NOW_AMPUTATION, middle, years) : 1;
            incidence.add(year, to, UkpdsOm2.hazard(equation, x, year, to), alive);
        }
        draw(kind, u);
    }

    private void at(int when) {
        double[][] row = values.levels(life, when);
        reading.fill(x, row, life.female, life.age(when), life.age(diagnosed));
    }

    /** What had happened by a day. */
    private void had(int by) {
        x.set(Factor.HAD_HEART_FAILURE, before(heartFailure, by));
        x.set(Factor.HAD_ISCHAEMIA, before(coronary, by));
        x.set(Factor.HAD_STROKE, before(stroke, by));
        x.set(Factor.HAD_BLINDNESS, before(day[BLINDNESS], by));
        x.set(Factor.HAD_ULCER, before(day[FOOT_ULCER], by));
        x.set(Factor.HAD_AMPUTATION, before(day[AMPUTATION], by));
    }

    private static boolean before(int event, int by) {
        return event != Events.NO_DAY && event <= by;
    }

    /** Whether the cohort has it; what was asked to be absent it has not. */
    private boolean known(int kind) {
        return fields[kind] >= 0;
    }

    private void draw(int kind, double[] u) {
        double ever = incidence.chance();
        double own = u[kind];
        if (known(kind) && own < ever) {
            int since = life.days(incidence.at(own / ever));
            day[kind] = Math.min(life.index, diagnosed + since);
        }
        chance[kind] = incidence.chanceAfter(Math.max(0, life.years(diagnosed) - told()));
    }

    /** Years of the history. */
    private double told() {
        return life.years(life.first);
    }

    /** Adds how likely what is told of diabetes was within the history. */
    void risks(Events into) {
        int from = Math.max(life.first, diagnosed);
        for (int k = 0; k < fields.length; k++) {
            boolean free = day[k] == Events.NO_DAY || day[k] >= from;
            if (known(k) && free && !Double.isNaN(chance[k])) {
                into.add(life.row, 0, fields[k], from, life.index, chance[k]);
            }
        }
    }

    /** Whatever eGFR is at the index visit. */
    private double kidneyFailure() {
        double years = life.years(diagnosed);
        incidence.clear();
        for (double from = Math.max(0, years - told()); from < years; from++) {
            double to = Math.min(from + 1, years);
            at(diagnosed + life.days((from + to) / 2));
            had(diagnosed + life.days(from));
            double alive = survival.alive(Factor.NOW_RENAL_FAILURE, (from + to) / 2, years);
            incidence.add(from, to, UkpdsOm2.hazard(Equation.RENAL_FAILURE, x, from, to), alive);
        }
        return incidence.chance();
    }

    /** Quarter by quarter back from the index visit, as long as eGFR was that low. */
    private void kidneys(int[] onset, double u) {
        int disease = onset("chronic-kidney-disease", onset);
        boolean known = places.condition("chronic-kidney-disease") >= 0;
        double now = reading.egfr(values.atIndex(life), life.ageAtIndex, life.female);
        boolean asked = known(KIDNEY_FAILURE);
        if (!asked || !(now < FAILURE) || (known && disease == Events.NO_DAY)) {
            return;
        }
        int first = Math.max(known ? disease : Integer.MIN_VALUE, diagnosed);
        int spans = 0;
        while (spans < QUARTERS && start(spans) >= first && rate(start(spans)) < FAILURE) {
            spans++;
        }
        if (spans == 0) {
            return;
        }
        double until = life.years(diagnosed == Events.NO_DAY ? life.index : diagnosed);
        incidence.clear();
        for (int k = spans; k > 0; k--) {
            double from = -k / 4.0;
            double hazard = diagnosed == Events.NO_DAY ? others(k) : withDiabetes(k, until);
            double alive =
                    diagnosed == Events.NO_DAY
                            ? 1
                            : survival.alive(Factor.NOW_RENAL_FAILURE, until + from, until);
            incidence.add(from, from + 0.25, hazard, alive);
        }
        double ever = incidence.chance();
        if (u < ever) {
            int at = life.index + life.days(incidence.at(u / ever));
            day[KIDNEY_FAILURE] = Math.max(first, Math.min(life.index, at));
        }
    }

    /** The day so many quarters and one before the index visit. */
    private int start(int quarters) {
        return life.index - life.days((quarters + 1) / 4.0);
    }

    private double rate(int when) {
        return reading.egfr(values.levels(life, when), life.age(when), life.female);
    }

    private double withDiabetes(int quarter, double until) {
        double from = until - quarter / 4.0;
        at(start(quarter - 1));
        had(start(quarter - 1));
        return UkpdsOm2.hazard(Equation.RENAL_FAILURE, x, from, from + 0.25);
    }

    private double others(int quarter) {
        int when = start(quarter - 1);
        KidneyFailure.Person person =
                reading.kidneys(values.levels(life, when), life.female, life.age(when));
        double two =
                person.egfr() < KFRE_FROM
                        ? KidneyFailure.risk(
                                person,
                                KidneyFailure.Region.NORTH_AMERICA,
                                KidneyFailure.Horizon.TWO_YEARS)
                        : 0;
        return -Math.log1p(-two) / 2 * 0.25;
    }
}
