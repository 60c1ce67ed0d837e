package org.anamnesis.cohort;

/**
 * The dates of each patient's index visit: day of the visit, of birth, of a diagnosis. The
 * reference population knows ages and durations in years only; these dates are drawn so that they
 * agree with them.
 *
 * <p>Every date depends on (seed, purpose, patient) alone, so a patient has the same dates in every
 * file, format and size of cohort. Draw = m(m(seed ⊕ purpose) + γ·(patient + 1)), m the SplitMix64
 * finaliser (variant 13), γ = 9E3779B97F4A7C15<sub>16</sub> (Steele, Lea, Flood 2014,
 * doi:10.1145/2660193.2660195). The few lines stand here because this room may not use {@code
 * random}, and dates are no part of what an engine draws: exports made from the same blocks must
 * agree whoever made the blocks.
 */
public final class IndexVisit {
    /** Visits lie within this many days up to and including the index date. */
    public static final int WINDOW_DAYS = 365;

    private static final double DAYS_PER_YEAR = 365.25;
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final long VISIT = 0x7669736974L; // "visit" in ASCII
    private static final long BIRTH = 0x6269727468L; // "birth"
    private static final long ONSET = 0x6f6e736574L; // "onset"
    private static final long STAY = 0x73746179L; // "stay"

    /** Days of all stays in the United States (HCUP Statistical Brief 180), one and the rest. */
    private static final double STAY_DAYS = 4.5;

    private final long seed;
    private final long lastDay;

    public IndexVisit(CohortHeader header) {
        seed = header.seed();
        lastDay = header.indexDate().toEpochDay();
    }

    /** Day of the index visit, days since 1970-01-01. */
    public long day(long patient) {
        return lastDay - below(WINDOW_DAYS, VISIT, patient);
    }

    /**
     * Last day of the index visit: that of a stay in hospital lies as much later as stays are long,
     * of whatever reason (assumption), and not after the index date.
     */
    public long lastDay(long patient, VisitKind kind) {
        long day = day(patient);
        if (kind != VisitKind.INPATIENT) {
            return day;
        }
        double rest = -(STAY_DAYS - 1) * Math.log1p(-uniform(STAY, patient));
        return Math.min(lastDay, day + Math.round(rest));
    }

    /**
     * Day of birth, days since 1970-01-01: uniform over the days that give exactly the completed
     * age on the day of the visit. An age that the source top-codes (80 stands for 80 and over) is
     * taken as it stands.
     *
     * @param ageYears age at the visit in years; fractions are dropped
     */
    public long birthDay(long patient, double ageYears) {
        long visit = day(patient);
        int age = (int) ageYears;
        long latest = CalendarDay.minusYears(visit, age);
        long earliest = CalendarDay.minusYears(visit, age + 1) + 1;
        return latest - below((int) (latest - earliest + 1), BIRTH, patient);
    }

    /**
     * Day of diagnosis, days since 1970-01-01, never before birth. A duration in whole years says
     * in which year before the visit the diagnosis fell; the day within it is drawn.
     *
     * @param condition position of the duration's field in the header, so that two diagnoses of one
     *     patient fall on different days
     * @param years between diagnosis and visit
     * @param decimals of the duration's field
     * @param birthDay of the same patient
     */
    public long onsetDay(long patient, int condition, double years, int decimals, long birthDay) {
        double step = 1;
        for (int d = 0; d < decimals; d++) {
            step /= 10;
        }
        double within = uniform(ONSET + GAMMA * condition, patient) * step;
        long onset = day(patient) - (long) ((years + within) * DAYS_PER_YEAR);
        return Math.max(onset, birthDay);
    }

    private int below(int bound, long purpose, long patient) {
        return (int) (uniform(purpose, patient) * bound);
    }

    private double uniform(long purpose, long patient) {
        return (mix(mix(seed ^ purpose) + GAMMA * (patient + 1)) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
