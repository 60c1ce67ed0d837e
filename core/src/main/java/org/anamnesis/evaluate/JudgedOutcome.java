package org.anamnesis.evaluate;

/** What a model trained on the synthetic table is asked to predict for real people. */
public sealed interface JudgedOutcome {
    /** No outcome: utility is not judged. */
    JudgedOutcome NONE = new None();

    <R> R match(Cases<R> cases);

    /** Every kind of outcome. */
    interface Cases<R> {
        R none();

        R column(Column asked);

        R survival(Survival asked);
    }

    /** No outcome. */
    record None() implements JudgedOutcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.none();
        }
    }

    /**
     * One column: a category (area under the ROC curve) or a number (R²).
     *
     * @param name of the column
     */
    record Column(String name) implements JudgedOutcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.column(this);
        }
    }

    /**
     * A time until an event or until the person was last seen.
     *
     * @param time name of the column with the time, not negative
     * @param event name of the column that says whether the event came: of a category the last
     *     level means yes, of numbers everything above 0
     */
    record Survival(String time, String event) implements JudgedOutcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.survival(this);
        }
    }
}
