package org.anamnesis.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A history that was asked for, and what the population says of how it runs.
 *
 * @param years that it spans at most, up to each patient's index visit; above 0
 * @param from first day of it, if one was asked
 * @param since the condition with whose onset it begins, if that was asked
 * @param visits how often visits are planned
 * @param measured by observation or procedure, how often it was asked to be measured or done
 * @param contacts how many contacts of a kind each patient has
 * @param without what it shall not hold
 * @param spreads by drawn column, and by risk factor, how its values lie among people with the
 *     condition
 * @param onsets by condition id, at index x the share of its patients, up to a constant, whom it
 *     befell before the age of x years; never falling. A condition of which nothing is known is
 *     absent
 * @param deaths how many die in a year
 * @param recorded conditions that the histories give rise to and that no column holds
 */
public record PlannedHistory(
        double years,
        Optional<LocalDate> from,
        Optional<String> since,
        Pace visits,
        Map<String, Pace> measured,
        List<ContactBounds> contacts,
        Without without,
        Map<String, Spread> spreads,
        Map<String, double[]> onsets,
        Deaths deaths,
        List<PlannedField> recorded) {
    public PlannedHistory {
        if (!(years > 0)) {
            throw new IllegalArgumentException("history " + years);
        }
        requireNonNull(visits, "visits");
        contacts = List.copyOf(contacts);
        requireNonNull(from, "from");
        requireNonNull(since, "since");
        measured = Map.copyOf(measured);
        requireNonNull(without, "without");
        spreads = Map.copyOf(spreads);
        onsets = Map.copyOf(onsets);
        requireNonNull(deaths, "deaths");
        recorded = List.copyOf(recorded);
    }

    /** Years since a diagnosis, about, where nothing else is known before it is drawn. */
    private static final double SINCE_YEARS = 12;

    /** Visits a year by the rates of practice, about. */
    private static final double USUAL_VISITS = 6;

    /** Visits of a patient before the index visit, about. */
    public double expected() {
        double span = since.isPresent() ? SINCE_YEARS : years;
        double planned = visits.then() > 0 ? visits.total(span) + span : USUAL_VISITS * span;
        double counted = contacts.stream().mapToDouble(c -> count(c, span)).sum();
        double often = measured.values().stream().mapToDouble(p -> p.total(span)).max().orElse(0);
        return counted + Math.max(Math.max(planned, visits.total(span)), often);
    }

    private static double count(ContactBounds c, double span) {
        return c.least() * (c.yearly() ? span : 1);
    }

    /** The most often that something is to be measured a year; 0 if practice decides. */
    public double often() {
        return measured.values().stream().mapToDouble(Pace::most).max().orElse(0);
    }

    /**
     * What happens in practice and shall not happen here.
     *
     * @param emergency visits to an emergency department
     * @param hospital stays in hospital
     * @param afar visits from afar
     */
    public record Without(boolean emergency, boolean hospital, boolean afar) {
        public static final Without NOTHING = new Without(false, false, false);
    }

    /**
     * Weighted moments of a column, and its range.
     *
     * @param logMean of the logarithms of its positive values, NaN if there are none
     * @param logSd likewise
     * @param low the least of them
     * @param high the greatest
     */
    public record Spread(
            double mean, double sd, double logMean, double logSd, double low, double high) {
        /** Moments alone. */
        public Spread(double mean, double sd, double logMean, double logSd) {
            this(mean, sd, logMean, logSd, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
    }

    /**
     * Deaths a person-year by sex and age.
     *
     * @param women from 18, 45 and 65 years on; NaN where nothing is known
     * @param men likewise
     * @param among the condition of the people whom it is known of, empty of anybody
     */
    @SuppressWarnings("ArrayRecordComponent") // three numbers, never changed
    public record Deaths(double[] women, double[] men, String among) {
        public static final Deaths UNKNOWN =
                new Deaths(new double[] {0, 0, 0}, new double[] {0, 0, 0}, "");

        /** Rate at an age in years; 0 below 18, of whom nothing is known. */
        public double perYear(double age, boolean female) {
            double[] of = female ? women : men;
            return age < 18 ? 0 : of[age < 45 ? 0 : age < 65 ? 1 : 2];
        }
    }
}
