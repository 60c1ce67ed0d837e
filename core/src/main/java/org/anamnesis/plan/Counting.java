package org.anamnesis.plan;

import java.util.function.Supplier;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.population.Weighted;

/** Counts means and shares among the weighted rows of a request. */
final class Counting {
    /** Rows that are one in so many of the population, or fewer, are looked up one by one. */
    private static final int FEW = 2;

    private final ReferencePopulation people;
    private final StartWeights start;

    /** By row of the population: 1 if it is one of the request's; empty if it is not known. */
    private final byte[] in;

    /** By row of the population; 0 if it is none of the request's. */
    private final double[] weight;

    private final double total;

    private Counting(ReferencePopulation people, StartWeights start, byte[] in, double[] weight) {
        this.people = people;
        this.start = start;
        this.in = in;
        this.weight = weight;
        double sum = 0;
        for (double w : start.weights()) {
            sum += w;
        }
        this.total = sum;
    }

    /** For one figure or two. */
    static Counting ofFew(ReferencePopulation people, StartWeights start) {
        return new Counting(people, start, new byte[0], new double[0]);
    }

    /** For so many figures that it pays to know of each row of the population what it counts. */
    static Counting ofMany(ReferencePopulation people, StartWeights start) {
        byte[] in = new byte[people.rows()];
        double[] weight = new double[people.rows()];
        for (int i = 0; i < start.rows().length; i++) {
            in[start.rows()[i]] = 1;
            weight[start.rows()[i]] = start.weights()[i];
        }
        return new Counting(people, start, in, weight);
    }

    /** Mean and SD of a column; what it is counted from is looked up now, and counted later. */
    Supplier<Weighted.Spread> spread(String id) {
        double[] column = people.column(id);
        boolean through =
                weight.length > 0
                        && FEW * start.rows().length > weight.length
                        && people.complete(id);
        return through
                ? () -> Weighted.among(start.rows().length, column, weight)
                : () -> start.spread(column);
    }

    /** Share of those for whom a test holds among those with an answer, in %, with its SD. */
    Supplier<Weighted.Spread> share(RowTest test) {
        Supplier<Weighed> yes = weighed(test, ReferencePopulation.YES);
        Supplier<Weighed> unknown = weighed(test, ReferencePopulation.UNKNOWN);
        return () -> {
            Weighed with = yes.get();
            Weighed without = unknown.get();
            double share = with.weight() / (total - without.weight());
            double sd = Math.sqrt(Math.max(0, share * (1 - share)));
            int known = start.rows().length - without.rows();
            return new Weighted.Spread(known, 100 * share, 100 * sd);
        };
    }

    /** How many rows of the request, and their weight. */
    private record Weighed(int rows, double weight) {}

    /** Goes through the request's rows or through those with the answer, whichever are fewer. */
    private Supplier<Weighed> weighed(RowTest test, byte answer) {
        int[] answering = people.answering(test, answer);
        if (answering.length == 0) {
            return () -> new Weighed(0, 0);
        }
        if (weight.length == 0 || start.rows().length < answering.length) {
            byte[] answers = people.answers(test);
            return () -> asked(answers, answer);
        }
        return () -> among(answering);
    }

    private Weighed asked(byte[] answers, byte answer) {
        int[] rows = start.rows();
        double[] weights = start.weights();
        int n = 0;
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            int counts = answers[rows[i]] == answer ? 1 : 0; // no branch that cannot be foreseen
            n += counts;
            sum += counts * weights[i];
        }
        return new Weighed(n, sum);
    }

    /** In two sums side by side, which a processor adds at once. */
    private Weighed among(int[] rows) {
        int n = 0;
        double sum = 0;
        double other = 0;
        int i = 0;
        for (; i + 1 < rows.length; i += 2) {
            n += in[rows[i]] + in[rows[i + 1]];
            sum += weight[rows[i]];
            other += weight[rows[i + 1]];
        }
        if (i < rows.length) {
            n += in[rows[i]];
            sum += weight[rows[i]];
        }
        return new Weighed(n, sum + other);
    }
}
