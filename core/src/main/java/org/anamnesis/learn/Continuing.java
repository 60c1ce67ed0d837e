package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.generate.GivenTrees;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Persons who have their first row get the others, all persons row by row together. A row that
 * breaks a rule of the table or goes back in time is drawn again; if that does not help, the row
 * before stands once more; if that breaks a rule too, the person's rows end there.
 */
final class Continuing {
    /** A rule that half of the draws break is then kept for all but one row in a million. */
    private static final int TRIES = 20;

    /** More rows of a person than a table can have are a damaged model's. */
    private static final int MOST_ROWS = SourceTable.MOST_ROWS;

    private final StepLayout layout;
    private final GivenTrees trees;
    private final RuledModel rules;
    private final HistoryLayout columns;
    private final Table firsts;
    private final Table inner;
    private final SeedTree seeds;
    private final int[] lengths;
    private final int[] starts;
    private final double[][] made;
    private final Past past;

    Continuing(
            StepLayout layout,
            GivenTrees trees,
            RuledModel rules,
            HistoryLayout columns,
            Table firsts,
            SeedTree seeds) {
        this.layout = layout;
        this.trees = trees;
        this.rules = rules;
        this.columns = columns;
        this.firsts = firsts;
        this.inner = rules.learnable(firsts);
        this.seeds = seeds;
        double[] wanted = firsts.column(columns.count());
        lengths =
                Arrays.stream(wanted)
                        .mapToInt(
                                n ->
                                        Double.isNaN(n)
                                                ? 1
                                                : (int) Math.max(0, Math.min(MOST_ROWS, n)))
                        .toArray();
        starts = new int[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            starts[i + 1] = Math.addExact(starts[i], lengths[i]);
        }
        made = new double[firsts.variables().size()][starts[lengths.length]];
        past = new Past(layout.changes(), layout.order(), lengths.length);
    }

    Histories histories() {
        int[] open = IntStream.range(0, lengths.length).filter(i -> lengths[i] > 0).toArray();
        double[][] changing = layout.changing(inner);
        for (int i : open) {
            for (int k = 0; k < made.length; k++) {
                made[k][starts[i]] = firsts.column(k)[i];
            }
            double[] row = new double[changing.length];
            Arrays.setAll(row, k -> changing[k][i]);
            past.advance(i, row);
            if (layout.ends(row)) {
                lengths[i] = 1;
            }
        }
        for (int t = 1; open.length > 0; t++) {
            int before = t;
            open = Arrays.stream(open).filter(i -> lengths[i] > before).toArray();
            int[] pending = open;
            for (int attempt = 0; attempt < TRIES && pending.length > 0; attempt++) {
                pending = drawn(pending, t, attempt);
            }
            repeated(pending, t);
        }
        return kept();
    }

    /** Draws the next row of these persons; returns those who still have none. */
    private int[] drawn(int[] who, int t, int attempt) {
        double[][] block = new double[trees.variables().size()][who.length];
        int[] left = Arrays.stream(who).map(i -> lengths[i] - t).toArray();
        layout.give(past, who, t, left, layout.fixed(inner), i -> i, block);
        trees.draw(
                block,
                who.length,
                new SeedTree(seeds.purpose("row %d try %d".formatted(t, attempt))));
        double[][] values = new double[who.length][];
        Arrays.setAll(values, i -> layout.values(past, who[i], block, i));
        return placed(who, values, t);
    }

    private boolean last(int person, int t) {
        return t + 1 >= lengths[person];
    }

    /** The row before once more for these persons, or their end. */
    private void repeated(int[] who, int t) {
        double[][] values = new double[who.length][];
        Arrays.setAll(values, i -> layout.again(past, who[i]));
        for (int i : placed(who, values, t)) {
            lengths[i] = t;
        }
    }

    /** Puts rows that obey all rules in their place; returns the persons of the others. */
    private int[] placed(int[] who, double[][] values, int t) {
        int n = who.length;
        double[][] learned = new double[layout.learned().size()][n];
        for (int k = 0; k < learned.length; k++) {
            for (int i = 0; i < n; i++) {
                learned[k][i] = inner.column(k)[who[i]];
            }
        }
        for (int k = 0; k < layout.places().size(); k++) {
            for (int i = 0; i < n; i++) {
                learned[layout.places().get(k)][i] = values[i][k];
            }
        }
        double[][] row = new double[made.length][n];
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        rules.complete(learned, row, weights, n);
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double[] settled = settled(learned, row, i);
            if (weights[i] > 0 && layout.follows(past, who[i], settled, last(who[i], t))) {
                for (int k = 0; k < made.length; k++) {
                    made[k][starts[who[i]] + t] = row[k][i];
                }
                past.advance(who[i], settled);
            } else {
                rest.add(who[i]);
            }
        }
        return rest.stream().mapToInt(i -> i).toArray();
    }

    /** Values of the changing columns after the rules had their say. */
    private double[] settled(double[][] learned, double[][] row, int i) {
        double[] settled = new double[layout.places().size()];
        for (int k = 0; k < settled.length; k++) {
            int place = layout.places().get(k);
            String name = layout.learned().get(place).name();
            settled[k] = firsts.has(name) ? row[firsts.indexOf(name)][i] : learned[place][i];
        }
        return settled;
    }

    private Histories kept() {
        int[] begins = new int[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            begins[i + 1] = begins[i] + lengths[i];
        }
        int[] rows = new int[begins[lengths.length]];
        for (int i = 0; i < lengths.length; i++) {
            for (int t = 0; t < lengths[i]; t++) {
                rows[begins[i] + t] = starts[i] + t;
            }
        }
        double[] ones = new double[starts[lengths.length]];
        Arrays.fill(ones, 1);
        List<String> stays = columns.fixedColumns().stream().map(Variable::name).toList();
        List<String> changing = columns.changing().stream().map(Variable::name).toList();
        return new Histories(
                firsts.columns(stays),
                new Table(firsts.variables(), made, ones).rows(rows).columns(changing),
                begins,
                columns.order());
    }
}
