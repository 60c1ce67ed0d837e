package org.anamnesis.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found out about histories.
 *
 * @param years person-years from the first to the last visit
 * @param visits how many of each kind, by its words
 * @param deaths patients who died before the index date
 * @param figures how values move within patients
 * @param incidence of complications
 */
public record HistoryFindings(
        double years,
        Map<String, Long> visits,
        long deaths,
        List<Figure> figures,
        List<Incidence> incidence) {
    public HistoryFindings {
        visits = Map.copyOf(visits);
        figures = List.copyOf(figures);
        incidence = List.copyOf(incidence);
    }

    /**
     * One figure beside what was published.
     *
     * @param what in words
     * @param value NaN if too few patients have one
     * @param within its 95 % interval; of one point where none is computed
     * @param decimals that are shown
     * @param unit after the number, may be empty
     * @param n patients, or pairs of values, that it rests on
     * @param published the same of real people
     */
    public record Figure(
            String what,
            double value,
            Between within,
            int decimals,
            String unit,
            long n,
            Published published) {
        /** Where it lies beside the published interval; empty if there is none. */
        public Optional<Place> place() {
            return published
                    .interval()
                    .filter(i -> !Double.isNaN(value))
                    .map(
                            i ->
                                    i.holds(value)
                                            ? Place.INSIDE
                                            : i.meets(within) ? Place.BY_CHANCE : Place.OUTSIDE);
        }
    }

    /** Both ends belong to it. */
    public record Between(double low, double high) {
        boolean holds(double x) {
            return x >= low && x <= high;
        }

        boolean meets(Between other) {
            return low <= other.high && high >= other.low;
        }

        /** Around a mean of so many values with this SD. */
        static Between around(double mean, double sd, long n) {
            double off = Double.isFinite(sd) && n > 1 ? 1.96 * sd / Math.sqrt((double) n) : 0;
            return new Between(mean - off, mean + off);
        }
    }

    /** Where a figure lies beside a published interval. */
    public enum Place {
        INSIDE("inside"),
        /** The two intervals meet. */
        BY_CHANCE("outside, within chance"),
        OUTSIDE("outside");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What was published.
     *
     * @param words with who says so; empty if nothing was looked up
     * @param interval in which the figure of these people would lie, too
     */
    public record Published(String words, Optional<Between> interval) {
        public static final Published NOTHING = new Published("", Optional.empty());

        static Published of(String words, double low, double high) {
            return new Published(words, Optional.of(new Between(low, high)));
        }
    }

    /**
     * How many came to have a condition within their history, of those who were free of it.
     *
     * @param what in words
     * @param began patients
     * @param expected of the same patients by the published model that was asked of them
     * @param years patient-years until it began or the index visit
     */
    public record Incidence(String what, long began, double expected, double years) {}
}
