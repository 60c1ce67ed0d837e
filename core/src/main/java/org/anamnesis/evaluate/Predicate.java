package org.anamnesis.evaluate;

import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.table.Table;

/**
 * What an attacker says of somebody: "systolic pressure at least 212 and no partner".
 *
 * @param columns that it speaks of
 * @param operators one for each column
 * @param values one for each column
 */
@SuppressWarnings("ArrayRecordComponent") // made by the thousand, compared by its text
record Predicate(int[] columns, Operator[] operators, double[] values) {
    /** How a value is compared. */
    enum Operator {
        AT_MOST {
            @Override
            boolean holds(double x, double value) {
                return x <= value;
            }
        },
        AT_LEAST {
            @Override
            boolean holds(double x, double value) {
                return x >= value;
            }
        },
        IS {
            @Override
            boolean holds(double x, double value) {
                return x == value;
            }
        },
        IS_NOT {
            @Override
            boolean holds(double x, double value) {
                return x != value && !Double.isNaN(x);
            }
        },
        MISSING {
            @Override
            boolean holds(double x, double value) {
                return Double.isNaN(x);
            }
        };

        abstract boolean holds(double x, double value);
    }

    /** Number of rows of which it is true; stops counting at {@code most}. */
    int count(Table table, int most) {
        int count = 0;
        for (int i = 0; i < table.rows() && count < most; i++) {
            count += holds(table, i) ? 1 : 0;
        }
        return count;
    }

    /** Whether it is true of exactly one row. */
    boolean singlesOut(Table table) {
        return count(table, 2) == 1;
    }

    /** The same for two predicates that say the same, whatever the order of their columns. */
    String text() {
        Map<Integer, String> parts = new TreeMap<>();
        for (int j = 0; j < columns.length; j++) {
            parts.put(columns[j], operators[j] + " " + values[j]);
        }
        return parts.toString();
    }

    private boolean holds(Table table, int row) {
        for (int j = 0; j < columns.length; j++) {
            if (!operators[j].holds(table.column(columns[j])[row], values[j])) {
                return false;
            }
        }
        return true;
    }
}
