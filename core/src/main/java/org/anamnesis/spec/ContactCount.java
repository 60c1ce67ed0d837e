package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * How many contacts of one kind each patient has within the history, the index visit among them; or
 * what share of the patients has so many, or how many they have in the mean.
 *
 * @param least none or more
 * @param most {@link #OPEN} if nothing was said
 * @param yearly whether it is so in each year rather than in all of them together
 * @param share percent of the patients of whom it holds, the others having fewer than {@code
 *     least}; of everyone if none is said
 * @param mean of all patients, a year if {@code yearly}
 */
public record ContactCount(
        Kind of, int least, int most, boolean yearly, OptionalDouble share, OptionalDouble mean) {
    /** No upper end. */
    public static final int OPEN = Integer.MAX_VALUE;

    /** Nobody is asked to have more of them. */
    public static final int MOST = 250;

    /** What is counted. */
    public enum Kind {
        VISITS("visits", "visits"),
        EMERGENCY("emergency", "emergency visits"),
        HOSPITAL("hospital", "stays in hospital");

        private final String id;
        private final String label;

        Kind(String id, String label) {
            this.id = id;
            this.label = label;
        }

        /** As a specification writes it. */
        public String id() {
            return id;
        }

        /** For people, of several. */
        public String label() {
            return label;
        }
    }

    public ContactCount {
        requireNonNull(of, "of");
        if (least < 0 || least > MOST || most < Math.max(1, least)) {
            throw new IllegalArgumentException(of + " " + least + " to " + most);
        }
        if (!possible(of, least, most, yearly, share, mean)) {
            throw new IllegalArgumentException(of + " share " + share + " mean " + mean);
        }
    }

    public ContactCount(Kind of, int least, int most, boolean yearly) {
        this(of, least, most, yearly, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** A share of the patients have so many, and the others fewer. */
    public static ContactCount share(Kind of, double percent, int least, int most) {
        return new ContactCount(
                of, least, most, false, OptionalDouble.of(percent), OptionalDouble.empty());
    }

    /** So many in the mean of all patients. */
    public static ContactCount mean(Kind of, double mean, boolean yearly) {
        return new ContactCount(
                of, 0, OPEN, yearly, OptionalDouble.empty(), OptionalDouble.of(mean));
    }

    /**
     * Whether a share or a mean can be said of it: not of visits, of which everybody has one and a
     * rhythm tells how many.
     */
    static boolean possible(
            Kind of,
            int least,
            int most,
            boolean yearly,
            OptionalDouble share,
            OptionalDouble mean) {
        boolean none = share.isEmpty() && mean.isEmpty();
        boolean some =
                share.isPresent()
                        && mean.isEmpty()
                        && share.getAsDouble() > 0
                        && share.getAsDouble() < 100
                        && least >= 1
                        && !yearly;
        boolean average =
                mean.isPresent()
                        && share.isEmpty()
                        && mean.getAsDouble() > 0
                        && mean.getAsDouble() <= MOST
                        && least == 0
                        && most == OPEN;
        return none || (of != Kind.VISITS && (some || average));
    }
}
