package org.anamnesis.neural;

import java.util.List;

/** Where the columns stand in a GAN's row, and the named options in its condition vector. */
final class ModeLayout {
    final List<ModeColumn> columns;

    /** By column: the cell of its place, −1 if it has none. */
    final int[] place;

    /** By column: the first cell of its options. */
    final int[] choice;

    /** By column: how many options it has. */
    private final int[] options;

    final int width;

    /** By column: the first cell of its options in the condition vector, −1 if not named. */
    final int[] named;

    /** Columns that a condition can name. */
    final int[] names;

    final int condition;

    ModeLayout(List<ModeColumn> columns) {
        this.columns = List.copyOf(columns);
        int p = columns.size();
        this.place = new int[p];
        this.choice = new int[p];
        this.options = columns.stream().mapToInt(ModeColumn::options).toArray();
        this.named = new int[p];
        int at = 0;
        int count = 0;
        int cells = 0;
        int[] found = new int[p];
        for (int j = 0; j < p; j++) {
            ModeColumn column = columns.get(j);
            place[j] = column.placed() ? at++ : -1;
            choice[j] = at;
            at += options[j];
            named[j] = column.named() ? cells : -1;
            if (column.named()) {
                cells += options[j];
                found[count++] = j;
            }
        }
        this.width = at;
        this.condition = cells;
        this.names = java.util.Arrays.copyOf(found, count);
    }

    int size() {
        return columns.size();
    }

    int options(int column) {
        return options[column];
    }
}
