package org.anamnesis.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.population.RowTest;

/**
 * Drugs that are dealt to patients at random, because the people of the reference population do not
 * tell who takes them. Whom they are dealt to is a keyed order of the patients, of the cohort or of
 * each group, so that every share comes out to the last patient whoever makes which block.
 *
 * @param fields ids of the fields that it fills, which name the order, too
 * @param among whom it is dealt to: those of whom a share was asked; everyone if empty
 * @param scopes what is dealt, in % of all: one for the whole cohort, or one a group in the order
 *     of the groups
 * @param byGroup whether there is one a group
 * @param rests by field, what of its class is left to those who are dealt nothing and take the
 *     class by themselves; nothing if the field is missing here
 */
public record PlannedDeal(
        List<String> fields,
        Optional<RowTest> among,
        List<Scope> scopes,
        boolean byGroup,
        Map<String, GenerationPlan.Ingredients> rests) {
    public PlannedDeal {
        fields = List.copyOf(fields);
        requireNonNull(among, "among");
        scopes = List.copyOf(scopes);
        rests = Map.copyOf(rests);
    }

    /** Names the order of the patients, so that no two deals go together. */
    public String key() {
        return String.join(" ", fields);
    }

    /**
     * What is dealt to some patients.
     *
     * @param options of which each patient gets one at most
     * @param others whether who gets none of them may take what is left of the class
     */
    public record Scope(List<Option> options, boolean others) {
        public Scope {
            options = List.copyOf(options);
        }

        /** How many of the patients are dealt something, 0 to 100. */
        double percent() {
            return options.stream().mapToDouble(Option::percent).sum();
        }

        /** How many of them are dealt a drug of one field, 0 to 100. */
        double percentOf(String field) {
            return options.stream()
                    .filter(o -> o.field().equals(field))
                    .mapToDouble(Option::percent)
                    .sum();
        }

        /**
         * How many of so many patients get each option: together as many as asked, each by the
         * largest remainder.
         */
        public long[] counts(long patients) {
            long[] counts = new long[options.size()];
            double[] rest = new double[counts.length];
            double exact = 0;
            long dealt = 0;
            for (int k = 0; k < counts.length; k++) {
                double own = options.get(k).percent() / 100 * patients;
                counts[k] = (long) Math.floor(own + 1e-9);
                rest[k] = own - counts[k];
                exact += own;
                dealt += counts[k];
            }
            for (long left = Math.round(exact) - dealt; left > 0; left--) {
                int most = 0;
                for (int k = 1; k < rest.length; k++) {
                    most = rest[k] > rest[most] + 1e-9 ? k : most;
                }
                counts[most]++;
                rest[most]--;
            }
            return counts;
        }
    }

    /**
     * One drug, or one of several of a class.
     *
     * @param field id of the field that it stands in; empty: no drug at all
     * @param drugs which, with their cumulative shares
     * @param percent of the patients, above 0 to 100
     */
    public record Option(String field, GenerationPlan.Ingredients drugs, double percent) {
        public Option {
            requireNonNull(field, "field");
            requireNonNull(drugs, "drugs");
        }
    }
}
