package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

/**
 * How many contacts of one kind each patient has within the history, the index visit among them.
 *
 * @param least none or more
 * @param most {@link #OPEN} if nothing was said
 * @param yearly whether it is so in each year rather than in all of them together
 */
public record ContactCount(Kind of, int least, int most, boolean yearly) {
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
    }
}
