package org.anamnesis.generate.course;

import org.anamnesis.cohort.Events;
import org.anamnesis.generate.course.hazard.Factor;
import org.anamnesis.generate.course.hazard.Prevent;
import org.anamnesis.generate.course.hazard.RiskFactors;
import org.anamnesis.generate.course.hazard.UkpdsOm2;
import org.anamnesis.generate.course.hazard.UkpdsOm2.Equation;
import org.anamnesis.random.SeedTree;

/**
 * When coronary artery disease, stroke and heart failure began that a patient has at the index
 * visit.
 *
 * <p>With type 2 diabetes as UKPDS Outcomes Model 2 spreads them over the years since the
 * diagnosis, for those who are alive at the end; the part that lies before the diagnosis is that of
 * the prevalence by age, as for any other condition. Without it as the risk of PREVENT grows with
 * age; its hazard at an age is taken from the risk of the ten years around it. Risk factors are
 * those of the index visit (assumption).
 */
final class Vascular {
    private static final String CORONARY = "coronary-artery-disease";
    private static final String STROKE = "stroke";
    private static final String HEART_FAILURE = "heart-failure";

    /** Nobody younger is in the data of PREVENT, which begin at 30; younger than this none has. */
    private static final double ADULT = 18;

    private final Onsets onsets;
    private final RiskReading reading;
    private final Complications.Places cohort;
    private final double[][] row;
    private final Draws heart;
    private final Draws chest;
    private final Draws brain;
    private final RiskFactors x = new RiskFactors();
    private final Survival survival = new Survival();
    private final Incidence incidence = new Incidence();
    private Life life;
    private int diagnosed;
    private boolean diabetes;
    private int infarction;

    Vascular(
            RiskReading reading,
            Complications.Places cohort,
            int columns,
            Onsets onsets,
            SeedTree seeds) {
        this.onsets = onsets;
        this.cohort = cohort;
        this.reading = reading;
        row = new double[columns][1];
        heart = new Draws(seeds, "heart failure");
        chest = new Draws(seeds, "coronary");
        brain = new Draws(seeds, "stroke");
    }

    /**
     * Moves the onsets of what the patient has.
     *
     * @param onset by field, {@link Events#NO_DAY} of what the patient does not have
     */
    void fill(Life ofLife, double[][] work, int[] onset) {
        life = ofLife;
        infarction = Events.NO_DAY;
        int failure = has(HEART_FAILURE, onset);
        int coronary = has(CORONARY, onset);
        int stroke = has(STROKE, onset);
        if (failure < 0 && coronary < 0 && stroke < 0) {
            return;
        }
        for (int c = 0; c < row.length; c++) {
            row[c][0] = work[c][life.row];
        }
        diagnosed = onset("type-2-diabetes", onset);
        diabetes = diagnosed != Events.NO_DAY || onset("type-1-diabetes", onset) != Events.NO_DAY;
        double age = diagnosed == Events.NO_DAY ? 0 : life.age(diagnosed);
        reading.fill(x, row, life.female, life.ageAtIndex, age);
        x.set(Factor.ATRIAL_FIBRILLATION, onset("atrial-fibrillation", onset) != Events.NO_DAY);
        x.set(Factor.HAD_HEART_FAILURE, false).set(Factor.HAD_ISCHAEMIA, false);
        survival.of(x);
        if (failure >= 0) {
            heart.of(life.patient);
            onset[failure] =
                    grown(day(HEART_FAILURE, heart, Equation.HEART_FAILURE, Events.NO_DAY));
        }
        int failed = failure < 0 ? Events.NO_DAY : onset[failure];
        if (coronary >= 0) {
            onset[coronary] = coronary(failed);
        }
        if (stroke >= 0) {
            brain.of(life.patient);
            onset[stroke] = grown(day(STROKE, brain, Equation.STROKE, failed));
        }
    }

    /** The day of an infarction that the patient was told of, {@link Events#NO_DAY} if of none. */
    int infarction() {
        return infarction;
    }

    private int has(String condition, int[] onset) {
        int k = cohort.condition(condition);
        return k >= 0 && onset[k] != Events.NO_DAY ? k : -1;
    }

    private int onset(String condition, int[] onset) {
        int k = cohort.condition(condition);
        return k < 0 ? Events.NO_DAY : onset[k];
    }

    /** The first of what NHANES asks for: infarction and coronary heart disease. */
    private int coronary(int failed) {
        boolean attack = reading.drawn("mi", row) == 1;
        boolean disease = reading.drawn("chd", row) == 1 || !attack;
        int first = Integer.MAX_VALUE;
        chest.of(life.patient);
        if (attack) {
            infarction =
                    grown(
                            day(
                                    CORONARY,
                                    chest,
                                    life.female
                                            ? Equation.INFARCTION_WOMEN
                                            : Equation.INFARCTION_MEN,
                                    failed));
            first = infarction;
        }
        return disease
                ? Math.min(first, grown(day(CORONARY, chest, Equation.ISCHAEMIA, failed)))
                : first;
    }

    /**
     * The day, or one of about when an adult grew up: who was told of diabetes as a child is in the
     * data of no model, which begin at 25 (UKPDS) and 30 (PREVENT).
     */
    private int grown(int day) {
        double since = life.ageAtIndex - ADULT + 1;
        return since > 0 ? Math.max(day, life.index - life.days(since)) : day;
    }

    private int day(String condition, Draws draws, Equation equation, int failed) {
        double before = draws.uniform();
        double u = draws.uniform();
        if (diagnosed == Events.NO_DAY) {
            return byAge(condition, u);
        }
        double earlier = onsets.share(condition, life.age(diagnosed), life.ageAtIndex);
        if (before < earlier) {
            return Math.min(diagnosed, onsets.day(life, condition, before));
        }
        return sinceDiagnosis(condition, equation, failed, u);
    }

    private int sinceDiagnosis(String condition, Equation equation, int failed, double u) {
        double years = life.years(diagnosed);
        incidence.clear();
        for (int year = 0; year < years; year++) {
            double to = Math.min(year + 1.0, years);
            boolean had = failed != Events.NO_DAY && failed <= diagnosed + life.days(year);
            x.set(Factor.HAD_HEART_FAILURE, had);
            double alive = survival.alive(event(equation), (year + to) / 2, years);
            incidence.add(year, to, UkpdsOm2.hazard(equation, x, year, to), alive);
        }
        double since = incidence.at(u);
        return Double.isNaN(since) // of a person of whom next to nothing is known
                ? onsets.day(life, condition, u)
                : Math.min(life.index, diagnosed + life.days(since));
    }

    private static Factor event(Equation equation) {
        return switch (equation) {
            case STROKE -> Factor.NOW_STROKE;
            case INFARCTION_MEN, INFARCTION_WOMEN -> Factor.NOW_INFARCTION;
            case ISCHAEMIA -> Factor.NOW_ISCHAEMIA;
            default -> Factor.HAD_HEART_FAILURE;
        };
    }

    private int byAge(String condition, double u) {
        Prevent.Outcome outcome =
                condition.equals(HEART_FAILURE)
                        ? Prevent.Outcome.HEART_FAILURE
                        : Prevent.Outcome.ASCVD;
        Prevent.Person person = reading.prevent(row, life.female, life.ageAtIndex, diabetes);
        incidence.clear();
        for (double age = ADULT; age < life.ageAtIndex; age++) {
            double to = Math.min(age + 1, life.ageAtIndex);
            double risk = Prevent.risk(outcome, person, (age + to) / 2 - 5);
            incidence.add(age, to, -Math.log1p(-risk) / 10 * (to - age), 1);
        }
        double age = life.ageAtIndex > ADULT ? incidence.at(u) : Double.NaN;
        if (Double.isNaN(age)) {
            return onsets.day(life, condition, u);
        }
        int day = life.index - life.days(life.ageAtIndex - age);
        return life.birth == Events.NO_DAY ? day : Math.max(day, life.birth);
    }
}
