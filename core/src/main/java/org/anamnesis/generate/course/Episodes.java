package org.anamnesis.generate.course;

import java.util.Arrays;

/** Times during which one patient takes drugs; days since 1970-01-01. */
final class Episodes {
    /** The end of one that goes on. */
    static final int OPEN = Integer.MAX_VALUE;

    private int count;
    private int[] field = new int[32];
    private int[] ingredient = new int[32];
    private int[] start = new int[32];
    private int[] end = new int[32];

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /** The field of the class of drugs. */
    int field(int e) {
        return field[e];
    }

    /** Which ingredient of the class. */
    int ingredient(int e) {
        return ingredient[e];
    }

    int start(int e) {
        return start[e];
    }

    /** Last day, or {@link #OPEN}. */
    int end(int e) {
        return end[e];
    }

    void add(int ofField, int which, int from, int to) {
        if (count == field.length) {
            field = Arrays.copyOf(field, 2 * count);
            ingredient = Arrays.copyOf(ingredient, 2 * count);
            start = Arrays.copyOf(start, 2 * count);
            end = Arrays.copyOf(end, 2 * count);
        }
        field[count] = ofField;
        ingredient[count] = which;
        start[count] = from;
        end[count] = to;
        count++;
    }
}
