package org.anamnesis.learn;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Times of day that are all multiples of a quarter of an hour, an hour or the like: made ones are
 * brought to the nearest before rules and conditions are tested.
 *
 * @param seconds by name of the column, above 1
 */
record ClockGrid(Map<String, Integer> seconds) {
    static final ClockGrid NONE = new ClockGrid(Map.of());

    private static final double DAY = 86_400;

    /** Unit of dates. */
    private static final String DAYS = "d";

    /** Different times that must keep it. */
    private static final int LEAST = 20;

    ClockGrid {
        seconds = Collections.unmodifiableMap(new TreeMap<>(seconds));
        if (seconds.values().stream().anyMatch(s -> s < 2 || s > DAY)) {
            throw new IllegalArgumentException("grid of " + seconds);
        }
    }

    /** What the times of a table that is to be learned have in common. */
    static ClockGrid of(Table table) {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (Variable v : table.variables()) {
            if (v.unit().equals(DAYS) && v.decimals() > 0) {
                long common = (long) DAY;
                Map<Long, Boolean> different = new LinkedHashMap<>();
                for (double value : table.column(v.name())) {
                    if (!Double.isNaN(value)) {
                        long at = Math.round(value * DAY);
                        common = gcd(common, Math.abs(at));
                        if (different.size() < LEAST) {
                            different.put(at, true);
                        }
                    }
                }
                if (common > 1 && different.size() >= LEAST) {
                    found.put(v.name(), (int) common);
                }
            }
        }
        return new ClockGrid(found);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Brings drawn times to the grid. */
    void keep(RulePlan plan, double[][] columns, int count) {
        seconds.forEach(
                (name, step) -> {
                    double[] column = columns[plan.index(name)];
                    for (int i = 0; i < count; i++) {
                        column[i] = Math.rint(column[i] * DAY / step) * step / DAY;
                    }
                });
    }

    /**
     * @param json as {@link #seconds} are written; may be absent
     */
    static ClockGrid read(Object json, RulePlan plan) throws IOException {
        Map<String, Integer> read = new LinkedHashMap<>();
        for (Map.Entry<?, ?> e : (json instanceof Map<?, ?> m ? m : Map.of()).entrySet()) {
            boolean known =
                    e.getKey() instanceof String name
                            && e.getValue() instanceof Integer
                            && plan.index(name) >= 0;
            if (!known) {
                throw new IOException("a grid of times of the model cannot be read");
            }
            read.put((String) e.getKey(), (Integer) e.getValue());
        }
        return new ClockGrid(read);
    }
}
