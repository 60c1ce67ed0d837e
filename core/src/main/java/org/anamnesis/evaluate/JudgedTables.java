package org.anamnesis.evaluate;

import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Three tables with the same columns in the same order. Every row counts once: weights are not
 * used, because an attacker sees rows and not weights.
 *
 * @param train real people from whom the generator learned
 * @param holdout other real people of the same population, never seen by the generator
 * @param synthetic what the generator made
 * @param trainPersons by row of {@code train} whose it is, any numbers
 * @param holdoutPersons likewise of {@code holdout}
 */
@SuppressWarnings("ArrayRecordComponent") // many rows, shared and never changed
public record JudgedTables(
        Table train, Table holdout, Table synthetic, int[] trainPersons, int[] holdoutPersons) {
    /** Fewer cannot be split into five folds with both kinds in each. */
    public static final int FEWEST_ROWS = 10;

    /**
     * @throws IllegalArgumentException if a table has fewer than {@value #FEWEST_ROWS} rows or the
     *     columns differ in name, kind or levels
     */
    public JudgedTables {
        for (Table table : List.of(train, holdout, synthetic)) {
            if (table.rows() < FEWEST_ROWS) {
                throw new IllegalArgumentException(
                        "%d rows, %d are needed".formatted(table.rows(), FEWEST_ROWS));
            }
            if (!sameColumns(train.variables(), table.variables())) {
                throw new IllegalArgumentException("the columns of the three tables differ");
            }
        }
        if (trainPersons.length != train.rows() || holdoutPersons.length != holdout.rows()) {
            throw new IllegalArgumentException("persons of other rows");
        }
    }

    /** Tables with one row a person. */
    public JudgedTables(Table train, Table holdout, Table synthetic) {
        this(train, holdout, synthetic, each(train), each(holdout));
    }

    /** Some rows of each table. */
    JudgedTables rows(int[] ofTrain, int[] ofHoldout, int[] ofSynthetic) {
        return new JudgedTables(
                train.rows(ofTrain),
                holdout.rows(ofHoldout),
                synthetic.rows(ofSynthetic),
                Sample.persons(trainPersons, ofTrain),
                Sample.persons(holdoutPersons, ofHoldout));
    }

    private static int[] each(Table table) {
        return IntStream.range(0, table.rows()).toArray();
    }

    private static boolean sameColumns(List<Variable> a, List<Variable> b) {
        boolean same = a.size() == b.size();
        for (int k = 0; same && k < a.size(); k++) {
            same =
                    a.get(k).name().equals(b.get(k).name())
                            && a.get(k).levels().equals(b.get(k).levels());
        }
        return same;
    }

    List<Variable> variables() {
        return train.variables();
    }
}
