package org.anamnesis.neural;

import java.util.List;

/**
 * Where the columns of a table stand in the vector of a diffusion: first the normal scores of the
 * numbers, then for each choice one cell an option.
 */
final class MixedLayout {
    final List<MixedColumn> columns;

    /** By column: its number's cell, −1 if it is a category or always missing. */
    final int[] number;

    /** By column: the first cell of its choice, −1 if there is nothing to choose. */
    final int[] choice;

    /** Cells that are normal scores. */
    final int numbers;

    final int width;

    MixedLayout(List<MixedColumn> columns) {
        this.columns = List.copyOf(columns);
        this.number = new int[columns.size()];
        this.choice = new int[columns.size()];
        int at = 0;
        for (int j = 0; j < number.length; j++) {
            MixedColumn column = columns.get(j);
            boolean ever = column.isNumber() && !(column.options() == 1 && column.missing(0));
            number[j] = ever ? at++ : -1;
        }
        this.numbers = at;
        for (int j = 0; j < choice.length; j++) {
            boolean open = columns.get(j).options() > 1;
            choice[j] = open ? at : -1;
            at += open ? columns.get(j).options() : 0;
        }
        this.width = at;
    }

    int size() {
        return columns.size();
    }

    /**
     * Writes one value of a column into row i.
     *
     * @param score normal score of the value; of no matter for a category or a missing number
     */
    void put(Matrix x, int i, int j, int option, float score) {
        if (number[j] >= 0) {
            x.cells[x.at(i, number[j])] = score;
        }
        if (choice[j] >= 0) {
            int at = x.at(i, choice[j]);
            java.util.Arrays.fill(x.cells, at, at + columns.get(j).options(), 0f);
            x.cells[at + option] = 1f;
        }
    }
}
