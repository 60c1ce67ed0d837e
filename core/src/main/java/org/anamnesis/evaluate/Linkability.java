package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Linkability: the attacker has two files about the same people, one with every other column and
 * one with the rest, and joins them where both halves of a person lie nearest to the same synthetic
 * row. As in Anonymeter, with one neighbour and with distances of {@link Space}.
 */
final class Linkability {
    private Linkability() {}

    static AttackRisk tried(JudgedTables tables, Table real, int attacks, SeedTree seeds) {
        int p = tables.variables().size();
        List<Integer> even = new ArrayList<>();
        List<Integer> odd = new ArrayList<>();
        IntStream.range(0, p).forEach(k -> (k % 2 == 0 ? even : odd).add(k));
        int n = Math.min(attacks, Math.min(tables.train().rows(), tables.holdout().rows()));
        String name = "Linking two files";
        if (odd.isEmpty()) {
            return AttackRisk.of(name, 0, 0, 0, 0);
        }
        Table train = tables.train().rows(Sample.of(tables.train().rows(), n, seeds, "linked"));
        Table holdout =
                tables.holdout()
                        .rows(Sample.of(tables.holdout().rows(), n, seeds, "linked holdout"));
        Space first = new Space(real, even);
        Space second = new Space(real, odd);
        Points synthetic = first.points(tables.synthetic());
        Points otherHalf = second.points(tables.synthetic());
        return AttackRisk.of(
                name,
                n,
                linked(first.points(train), synthetic, second.points(train), otherHalf),
                linked(first.points(holdout), synthetic, second.points(holdout), otherHalf),
                blind(n, tables.synthetic().rows(), seeds));
    }

    private static int linked(Points a, Points syntheticA, Points b, Points syntheticB) {
        Nearest.Neighbour[] first = Nearest.of(a, syntheticA, 1, false);
        Nearest.Neighbour[] second = Nearest.of(b, syntheticB, 1, false);
        int hits = 0;
        for (int i = 0; i < first.length; i++) {
            hits += first[i].row() == second[i].row() ? 1 : 0;
        }
        return hits;
    }

    private static int blind(int n, int rows, SeedTree seeds) {
        long purpose = seeds.purpose("blind linking");
        int hits = 0;
        for (int i = 0; i < n; i++) {
            long key = SeedTree.key(purpose, i);
            int a = (int) (SeedTree.uniform(key, 0) * rows);
            hits += a == (int) (SeedTree.uniform(key, 1) * rows) ? 1 : 0;
        }
        return hits;
    }
}
