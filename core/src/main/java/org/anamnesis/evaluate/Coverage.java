package org.anamnesis.evaluate;

import java.util.Arrays;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Share of real people who have a synthetic row in their neighbourhood, the ball that reaches to
 * their fifth nearest real neighbour (Naeem et al. 2020, arXiv:2002.09797).
 *
 * @param synthetic share of held-out people with a synthetic row near them, 0 to 1
 * @param floor the same with training people in place of the synthetic rows
 * @param people held-out people, and as many rows of the others
 */
public record Coverage(double synthetic, double floor, int people) {
    private static final int NEIGHBOURS = 5;

    /** Balls are found by looking at all pairs: more people would not change the second digit. */
    private static final int MOST = 4000;

    static Coverage of(JudgedTables tables, Space space, SeedTree seeds) {
        int n =
                Math.min(
                        MOST,
                        Math.min(
                                tables.holdout().rows(),
                                Math.min(tables.train().rows(), tables.synthetic().rows())));
        Points people = points(space, tables.holdout(), n, seeds, "coverage holdout");
        double[] reach =
                Arrays.stream(Nearest.of(people, people, NEIGHBOURS, true))
                        .mapToDouble(Nearest.Neighbour::distance)
                        .toArray();
        return new Coverage(
                reached(people, points(space, tables.synthetic(), n, seeds, "coverage"), reach),
                reached(people, points(space, tables.train(), n, seeds, "coverage train"), reach),
                n);
    }

    private static Points points(Space space, Table from, int n, SeedTree seeds, String purpose) {
        return space.points(from.rows(Sample.of(from.rows(), n, seeds, purpose)));
    }

    private static double reached(Points people, Points others, double[] reach) {
        double[] nearest = Nearest.distances(people, others);
        int count = 0;
        for (int i = 0; i < reach.length; i++) {
            count += nearest[i] < reach[i] ? 1 : 0;
        }
        return (double) count / reach.length;
    }
}
