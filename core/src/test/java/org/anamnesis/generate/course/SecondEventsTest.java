package org.anamnesis.generate.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.cohort.Events;
import org.anamnesis.generate.course.hazard.Factor;
import org.anamnesis.generate.course.hazard.RiskFactors;
import org.anamnesis.generate.course.hazard.UkpdsOm2;
import org.anamnesis.generate.course.hazard.UkpdsOm2.Equation;
import org.anamnesis.plan.PlannedHistory;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Second events, and deaths in the year of an event, against people who are followed forwards. */
class SecondEventsTest {
    private static final int PEOPLE = 20_000;

    /** Years since the diagnosis at the index visit, and at the first event. */
    private static final double YEARS = 14;

    private static final double FIRST = 4;
    private static final double AGE = 68;

    /** Standard errors: a false alarm in one of a million seeds. */
    private static final double BOUND = 4.9;

    private static final List<String> KNOWN =
            List.of(
                    "type-2-diabetes",
                    "stroke",
                    RecordOnly.INFARCTION,
                    RecordOnly.AMPUTATION,
                    RecordOnly.SECOND_INFARCTION,
                    RecordOnly.SECOND_STROKE,
                    RecordOnly.SECOND_AMPUTATION);

    private static final Map<String, Double> VALUES =
            Map.of(
                    "hba1c",
                    8.5,
                    "wbc",
                    7.0,
                    "total_chol",
                    190.0,
                    "hdl",
                    45.0,
                    "triglycerides",
                    150.0,
                    "uacr",
                    60.0,
                    "heart_rate",
                    75.0);

    private static final Map<String, Integer> POSITION = new HashMap<>();
    private static final double[][] ROW = new double[VALUES.size()][1];

    static {
        VALUES.forEach(
                (column, value) -> {
                    ROW[POSITION.size()][0] = value;
                    POSITION.put(column, POSITION.size());
                });
    }

    private static final Complications.Places PLACES =
            new Complications.Places() {
                @Override
                public int condition(String id) {
                    return KNOWN.indexOf(id);
                }

                @Override
                public int described(String id) {
                    return KNOWN.indexOf(id);
                }
            };

    private static RiskReading reading() {
        return new RiskReading(List.of(), POSITION, Map.of());
    }

    private static Life life() {
        var life = new Life();
        life.index = 18_000;
        life.discharge = life.index;
        life.ageAtIndex = AGE;
        life.birth = life.index - life.days(AGE);
        life.first = life.index - life.days(5);
        return life;
    }

    private static int field(SecondEvents.Kind kind) {
        return KNOWN.indexOf(
                switch (kind) {
                    case INFARCTION -> RecordOnly.INFARCTION;
                    case STROKE -> "stroke";
                    case AMPUTATION -> RecordOnly.AMPUTATION;
                });
    }

    /** Who has had a first one; nobody else is in question. */
    private static int[] onset(SecondEvents.Kind kind) {
        int[] onset = new int[KNOWN.size()];
        Arrays.fill(onset, Events.NO_DAY);
        onset[0] = life().index - life().days(YEARS);
        onset[field(kind)] = onset[0] + life().days(FIRST);
        return onset;
    }

    private static RiskFactors factors(SecondEvents.Kind kind) {
        var x = new RiskFactors();
        reading().fill(x, ROW, false, AGE, AGE - YEARS);
        return switch (kind) {
            case INFARCTION -> x.set(Factor.HAD_INFARCTION, true);
            case STROKE -> x.set(Factor.HAD_STROKE, true);
            case AMPUTATION -> x.set(Factor.HAD_AMPUTATION, true);
        };
    }

    private static Equation equation(SecondEvents.Kind kind) {
        return switch (kind) {
            case INFARCTION -> Equation.SECOND_INFARCTION;
            case STROKE -> Equation.SECOND_STROKE;
            case AMPUTATION -> Equation.SECOND_AMPUTATION;
        };
    }

    private static Factor now(SecondEvents.Kind kind) {
        return switch (kind) {
            case INFARCTION -> Factor.NOW_INFARCTION;
            case STROKE -> Factor.NOW_STROKE;
            case AMPUTATION -> Factor.NOW_SECOND_AMPUTATION;
        };
    }

    /** Of those who live to the end, followed forwards in small steps, the share with a second. */
    private static double forwards(SecondEvents.Kind kind, boolean mortal) {
        RiskFactors x = factors(kind);
        var random = new java.util.SplittableRandom(5);
        double step = 0.02;
        int alive = 0;
        int twice = 0;
        double begin = FIRST + SecondEvents.APART / Life.DAYS_PER_YEAR;
        for (int p = 0; p < PEOPLE; p++) {
            double event = Double.NaN;
            boolean lives = true;
            for (double t = begin; t < YEARS && lives; t += step) {
                boolean spared = Double.isNaN(event);
                if (spared
                        && random.nextDouble() < UkpdsOm2.chance(equation(kind), x, t, t + step)) {
                    event = t;
                }
                boolean year = !Double.isNaN(event) && t - event < 1;
                double age = AGE - YEARS + t;
                double dies =
                        year
                                ? inYear(x, now(kind), AGE - YEARS + event, step)
                                : UkpdsOm2.chance(Equation.DEATH_WITH_HISTORY, x, age, age + step);
                lives = !mortal || random.nextDouble() >= dies;
            }
            alive += lives ? 1 : 0;
            twice += lives && !Double.isNaN(event) ? 1 : 0;
        }
        return (double) twice / alive;
    }

    private static double inYear(RiskFactors x, Factor now, double age, double step) {
        x.set(Factor.AGE_NOW, age).set(now, true);
        double dies = UkpdsOm2.chance(Equation.DEATH_IN_YEAR_OF_LATER_EVENT, x, 0, step);
        x.set(now, false);
        return dies;
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void asOftenAsAmongThoseFollowedForwards(SecondEvents.Kind kind) {
        var seconds = new SecondEvents(reading(), PLACES, ROW.length, new SeedTree(3));
        Life life = life();
        int[] onset = onset(kind);
        int twice = 0;
        for (int p = 0; p < PEOPLE; p++) {
            life.patient = p;
            seconds.of(life, ROW, onset);
            int day = seconds.day(kind, onset[field(kind)], onset);
            twice += day == Events.NO_DAY ? 0 : 1;
            boolean within = day >= onset[field(kind)] + SecondEvents.APART && day < life.index;
            assertTrue(day == Events.NO_DAY || within, "day " + day);
        }
        double share = (double) twice / PEOPLE;
        double expected = forwards(kind, true);
        double error = Math.sqrt(2 * expected * (1 - expected) / PEOPLE);
        // both are counts; the forward people are fewer, for many die
        assertEquals(expected, share, 1.5 * BOUND * error, kind + " " + share);
        double immortal = forwards(kind, false);
        // the twin; a second amputation is hardly deadlier than a year without one
        boolean deadly = kind != SecondEvents.Kind.AMPUTATION;
        assertTrue(
                !deadly || immortal - share > 1.5 * BOUND * error,
                "without deaths " + immortal + ", with them " + share);
    }

    @Test
    void nobodyHasASecondWithoutAFirstOrWithoutDiabetes() {
        var seconds = new SecondEvents(reading(), PLACES, ROW.length, new SeedTree(3));
        Life life = life();
        for (SecondEvents.Kind kind : SecondEvents.Kind.values()) {
            int[] other = onset(kind);
            other[0] = Events.NO_DAY;
            for (int p = 0; p < 500; p++) {
                life.patient = p;
                seconds.of(life, ROW, onset(kind));
                assertEquals(Events.NO_DAY, seconds.day(kind, Events.NO_DAY, onset(kind)));
                assertEquals(Events.NO_DAY, seconds.day(kind, life.index - 10, onset(kind)));
                seconds.of(life, ROW, other);
                assertEquals(Events.NO_DAY, seconds.day(kind, other[field(kind)], other));
            }
        }
    }

    /** What is expected is told of those whom it could befall within the record, and adds up. */
    @Test
    void whatIsExpectedIsWhatBefalls() {
        var seconds = new SecondEvents(reading(), PLACES, ROW.length, new SeedTree(8));
        Life life = life();
        var block = new org.anamnesis.cohort.RecordBlock();
        Events risks = block.risks();
        int within = 0;
        double expected = 0;
        int[] onset = onset(SecondEvents.Kind.INFARCTION);
        int second = KNOWN.indexOf(RecordOnly.SECOND_INFARCTION);
        for (int p = 0; p < PEOPLE; p++) {
            life.patient = p;
            onset[second] = Events.NO_DAY;
            seconds.of(life, ROW, onset);
            onset[second] =
                    seconds.day(
                            SecondEvents.Kind.INFARCTION,
                            onset[KNOWN.indexOf(RecordOnly.INFARCTION)],
                            onset);
            int before = risks.count();
            seconds.risks(onset, risks);
            if (risks.count() > before) {
                expected += risks.value(before);
                within += onset[second] == Events.NO_DAY ? 0 : 1;
            }
        }
        assertEquals(expected, within, BOUND * Math.sqrt(expected));
        assertTrue(Math.abs(1.3 * expected - within) > BOUND * Math.sqrt(expected), "twin");
    }

    /** Deaths a person-year, here of everyone. */
    private static final double USUAL = 0.04;

    private static double deaths(int[] onset, int within) {
        double[] all = {USUAL, USUAL, USUAL};
        var dying =
                new Dying(
                        new PlannedHistory.Deaths(all, all, ""),
                        reading(),
                        PLACES,
                        ROW.length,
                        new SeedTree(4));
        Life life = life();
        int dead = 0;
        for (int p = 0; p < PEOPLE; p++) {
            life.patient = p;
            dead += dying.day(life, ROW, onset) <= life.discharge + within ? 1 : 0;
        }
        return (double) dead / PEOPLE;
    }

    /** A stroke 100 days ago: the rest of its year as the model has it, and then as others. */
    @Test
    void theYearOfAStrokeKills() {
        int[] onset = onset(SecondEvents.Kind.INFARCTION);
        onset[KNOWN.indexOf(RecordOnly.INFARCTION)] = Events.NO_DAY;
        double usual = -Math.expm1(-USUAL * 265 / Life.DAYS_PER_YEAR);
        double error = Math.sqrt(usual / PEOPLE);
        assertEquals(usual, deaths(onset, 265), BOUND * error);
        onset[KNOWN.indexOf("stroke")] = life().index - 100;
        var x = new RiskFactors();
        double age = AGE - 100 / Life.DAYS_PER_YEAR;
        reading().fill(x, ROW, false, AGE, AGE - YEARS);
        x.set(Factor.AGE_NOW, age).set(Factor.YEARS_SINCE, age - AGE + YEARS);
        double without = UkpdsOm2.hazard(Equation.DEATH_WITHOUT_HISTORY, x, age, age + 1);
        x.set(Factor.NOW_STROKE, true);
        double times = UkpdsOm2.hazard(Equation.DEATH_IN_YEAR_OF_EVENT, x, 0, 1) / without;
        double more = -Math.expm1(-times * USUAL * 265 / Life.DAYS_PER_YEAR);
        assertTrue(times > 2, "times " + times);
        assertEquals(more, deaths(onset, 265), BOUND * Math.sqrt(more / PEOPLE));
        double years = -Math.expm1(-USUAL * (times * 265 + 700) / Life.DAYS_PER_YEAR);
        assertEquals(years, deaths(onset, 965), BOUND * Math.sqrt(years / PEOPLE));
    }

    @Test
    void anEventLongAgoOrWithoutDiabetesChangesNothing() {
        int[] onset = onset(SecondEvents.Kind.STROKE);
        int[] none = onset.clone();
        none[KNOWN.indexOf("stroke")] = Events.NO_DAY;
        assertEquals(deaths(none, 265), deaths(onset, 265));
        onset[KNOWN.indexOf("stroke")] = life().index - 100;
        assertTrue(deaths(onset, 265) > deaths(none, 265));
        onset[0] = Events.NO_DAY;
        assertEquals(deaths(none, 265), deaths(onset, 265));
    }
}
