package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Singling out: the attacker states something that is true of one synthetic row only, and hopes
 * that it is true of exactly one training person. As in Anonymeter: by one column (its extremes and
 * values that occur once), or by several columns of one row, numbers beyond the median "at least",
 * below it "at most".
 */
final class SinglingOut {
    /** Columns that a statement on several speaks of. */
    private static final int SEVERAL = 4;

    /** Statements tried for each one that is true of one synthetic row. */
    private static final int TRIES = 20;

    private final JudgedTables tables;
    private final SeedTree seeds;

    SinglingOut(JudgedTables tables, SeedTree seeds) {
        this.tables = tables;
        this.seeds = seeds;
    }

    AttackRisk byOneColumn(int attacks) {
        List<Predicate> all = new ArrayList<>();
        Table from = tables.synthetic();
        for (int k = 0; k < tables.variables().size(); k++) {
            rare(from.column(k), k, all);
            if (!tables.variables().get(k).isCategory()) {
                Arrays.stream(from.column(k))
                        .filter(x -> !Double.isNaN(x))
                        .min()
                        .ifPresent(extreme(k, Predicate.Operator.AT_MOST, all)::add);
                Arrays.stream(from.column(k))
                        .filter(x -> !Double.isNaN(x))
                        .max()
                        .ifPresent(extreme(k, Predicate.Operator.AT_LEAST, all)::add);
            }
        }
        int[] order = Sample.of(all.size(), all.size(), seeds, "singling out by one column");
        List<Predicate> chosen =
                Arrays.stream(order)
                        .mapToObj(all::get)
                        .filter(p -> p.singlesOut(from))
                        .limit(attacks)
                        .toList();
        return attacked("Singling out by one column", chosen, 1);
    }

    private interface Extreme {
        void add(double value);
    }

    private static Extreme extreme(int k, Predicate.Operator operator, List<Predicate> to) {
        return value -> to.add(one(k, operator, value));
    }

    private static Predicate one(int k, Predicate.Operator operator, double value) {
        return new Predicate(
                new int[] {k}, new Predicate.Operator[] {operator}, new double[] {value});
    }

    /** Values that occur once, and "missing" if only one row is. */
    private static void rare(double[] column, int k, List<Predicate> to) {
        double[] sorted = Sorted.present(column);
        if (column.length - sorted.length == 1) {
            to.add(one(k, Predicate.Operator.MISSING, 0));
        }
        for (int i = 0; i < sorted.length; i++) {
            boolean before = i > 0 && sorted[i - 1] == sorted[i];
            boolean after = i + 1 < sorted.length && sorted[i + 1] == sorted[i];
            if (!before && !after) {
                to.add(one(k, Predicate.Operator.IS, sorted[i]));
            }
        }
    }

    AttackRisk bySeveralColumns(int attacks) {
        Table from = tables.synthetic();
        int p = tables.variables().size();
        double[] medians = new double[p];
        for (int k = 0; k < p; k++) {
            double[] sorted = Sorted.present(from.column(k));
            medians[k] = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        }
        Map<String, Predicate> chosen = new LinkedHashMap<>(); // said once only
        long purpose = seeds.purpose("singling out by several columns");
        for (int t = 0; t < TRIES * attacks && chosen.size() < attacks; t++) {
            long key = SeedTree.key(purpose, t);
            int row = (int) (SeedTree.uniform(key, 0) * from.rows());
            Predicate said = of(row, someColumns(p, key), medians);
            if (said.singlesOut(from)) {
                chosen.putIfAbsent(said.text(), said);
            }
        }
        List<Predicate> all = List.copyOf(chosen.values());
        return attacked("Singling out by several columns", all, Math.min(SEVERAL, p));
    }

    private static int[] someColumns(int p, long key) {
        int[] columns = new int[p];
        Arrays.setAll(columns, k -> k);
        int take = Math.min(SEVERAL, p);
        for (int j = 0; j < take; j++) {
            int other = j + (int) (SeedTree.uniform(key, j + 1) * (p - j));
            int swap = columns[j];
            columns[j] = columns[other];
            columns[other] = swap;
        }
        return Arrays.copyOf(columns, take);
    }

    private Predicate of(int row, int[] columns, double[] medians) {
        var operators = new Predicate.Operator[columns.length];
        double[] values = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            int k = columns[j];
            values[j] = tables.synthetic().column(k)[row];
            operators[j] =
                    Double.isNaN(values[j])
                            ? Predicate.Operator.MISSING
                            : tables.variables().get(k).isCategory()
                                    ? Predicate.Operator.IS
                                    : values[j] > medians[k]
                                            ? Predicate.Operator.AT_LEAST
                                            : Predicate.Operator.AT_MOST;
        }
        return new Predicate(columns, operators, values);
    }

    private AttackRisk attacked(String name, List<Predicate> said, int columns) {
        int onTrain = 0;
        int[] onHoldout = new int[said.size()];
        for (int j = 0; j < onHoldout.length; j++) {
            onTrain += said.get(j).singlesOut(tables.train()) ? 1 : 0;
            onHoldout[j] = said.get(j).count(tables.holdout(), Integer.MAX_VALUE);
        }
        double control =
                said.isEmpty()
                        ? 0
                        : GroupSize.successes(
                                onHoldout, tables.holdout().rows(), tables.train().rows());
        return AttackRisk.of(
                name, onHoldout.length, onTrain, control, blind(onHoldout.length, columns));
    }

    /** Statements put together from values that occur, without a look at which go together. */
    private double blind(int attacks, int columns) {
        int p = tables.variables().size();
        long purpose = seeds.purpose("blind singling out " + columns);
        int hits = 0;
        for (int t = 0; t < attacks; t++) {
            long key = SeedTree.key(purpose, t);
            int[] chosen = Arrays.copyOf(someColumns(p, key), Math.min(columns, p));
            var operators = new Predicate.Operator[chosen.length];
            double[] values = new double[chosen.length];
            for (int j = 0; j < chosen.length; j++) {
                double[] column = tables.synthetic().column(chosen[j]);
                values[j] = column[(int) (SeedTree.uniform(key, p + 2 * j + 1) * column.length)];
                int kinds = tables.variables().get(chosen[j]).isCategory() ? 2 : 4;
                int kind = (int) (SeedTree.uniform(key, p + 2 * j + 2) * kinds);
                operators[j] = Double.isNaN(values[j]) ? Predicate.Operator.MISSING : BLIND[kind];
            }
            hits += new Predicate(chosen, operators, values).singlesOut(tables.train()) ? 1 : 0;
        }
        return hits;
    }

    private static final Predicate.Operator[] BLIND = {
        Predicate.Operator.IS,
        Predicate.Operator.IS_NOT,
        Predicate.Operator.AT_LEAST,
        Predicate.Operator.AT_MOST
    };
}
