package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anamnesis.generate.GivenTrees;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * First rows of persons who have none, for learning alone.
 *
 * <p>An engine that mixes people would give some who have rows the missing values of those who have
 * none; such draws break a rule and are thrown away, and so persons with rows would become too few.
 * Therefore who has none is given a first row for the time of learning, drawn by trees from what is
 * known of the person; after drawing it is blanked again.
 */
final class FirstRows {
    private FirstRows() {}

    /**
     * @param persons columns that an engine learns, a row a person
     * @param ofRows names of those that come from rows
     * @param lengths number of rows of each person
     * @return the table with nothing missing for want of rows; itself if all have rows
     */
    static Table filled(Table persons, Set<String> ofRows, double[] lengths, Training training) {
        int[] none = where(lengths, true);
        List<String> drawn =
                persons.variables().stream().map(v -> v.name()).filter(ofRows::contains).toList();
        if (none.length == 0 || none.length == lengths.length || drawn.isEmpty()) {
            return persons;
        }
        List<String> given =
                persons.variables().stream()
                        .map(v -> v.name())
                        .filter(n -> !ofRows.contains(n))
                        .toList();
        List<String> all = Stream.concat(given.stream(), drawn.stream()).toList();
        Table ordered = persons.columns(all);
        Table known = ordered.rows(where(lengths, false));
        // what lies close behind another column does so in these rows too
        Distances distances = Distances.of(known, ofRows::contains);
        GivenTrees trees = GivenTrees.learn(distances.told(known), given.size(), training, 0);
        Table without = ordered.rows(none);
        double[][] block = new double[all.size()][];
        Arrays.setAll(block, k -> without.column(k).clone());
        trees.draw(
                block,
                none.length,
                new SeedTree(new SeedTree(training.seed()).purpose("first rows")));
        distances.undo(ordered.variables(), block, none.length);
        List<double[]> values = new ArrayList<>();
        for (var v : persons.variables()) {
            int k = all.indexOf(v.name());
            double[] column = persons.column(v.name());
            if (k >= given.size()) {
                column = column.clone();
                for (int i = 0; i < none.length; i++) {
                    column[none[i]] = block[k][i];
                }
            }
            values.add(column);
        }
        return new Table(persons.variables(), values.toArray(double[][]::new), persons.weights());
    }

    private static int[] where(double[] lengths, boolean none) {
        return IntStream.range(0, lengths.length).filter(i -> lengths[i] == 0 == none).toArray();
    }
}
