package org.anamnesis.generate.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.anamnesis.cohort.Events;
import org.anamnesis.measure.Formula;
import org.anamnesis.random.SeedTree;

/**
 * What is measured of a patient before the age of 18: body, pressure and pulse, by the place that
 * the patient has among children of that age and sex. A child has it from the index visit, an adult
 * from among the people with the condition, men and women together but for height (assumption); it
 * fades with the years before, towards another one of the same patient.
 */
final class Childhood {
    /** No place is further out, in SDs. */
    private static final double FURTHEST = 3.5;

    /** Years of age from which a body is the adult's. */
    static final double SETTLED = 25;

    private record Column(
            Growth growth, int position, int decimals, boolean height, boolean settles) {}

    private final List<Column> columns = new ArrayList<>();
    private final double[] place;
    private final double[] own;
    private final double[] now;
    private final Draws draws;
    private double from;

    /** Nobody was taller before. */
    private double tall;

    private boolean known;

    /**
     * @param decimals by name of a drawn column
     * @param position of a column in a row of values
     */
    Childhood(Map<String, Integer> decimals, Map<String, Integer> position, SeedTree seeds) {
        for (String name : decimals.keySet().stream().sorted().toList()) {
            Growth.of(name)
                    .ifPresent(
                            g ->
                                    columns.add(
                                            new Column(
                                                    g,
                                                    position.get(name),
                                                    decimals.get(name),
                                                    name.equals("height"),
                                                    name.equals("weight")
                                                            || name.equals("waist"))));
        }
        place = new double[columns.size()];
        own = new double[columns.size()];
        now = new double[columns.size()];
        draws = new Draws(seeds, "childhood");
    }

    /** Whether something is known of a column of the row. */
    boolean has(int position) {
        return columns.stream().anyMatch(c -> c.position == position);
    }

    /** Age in years on a day. */
    static double age(Life life, int day) {
        return (day - life.birth) / Life.DAYS_PER_YEAR;
    }

    /**
     * Begins.
     *
     * @param row values of the index visit
     * @param adult where the level of a column stands among adults, in SDs
     */
    void start(Life life, double[][] row, IntToDoubleFunction adult) {
        known = life.birth != Events.NO_DAY;
        if (!known) {
            return;
        }
        draws.of(life.patient);
        double age = age(life, life.index);
        boolean grown = age >= Growth.ADULT;
        from = Math.min(age, Growth.ADULT);
        tall = Double.POSITIVE_INFINITY;
        for (int c = 0; c < columns.size(); c++) {
            Column k = columns.get(c);
            double value = row[k.position][0];
            double moved = draws.normal();
            own[c] = draws.normal();
            double m = k.growth.moves();
            double z = k.growth.place(value, from, life.female);
            double child = Math.sqrt(1 - m) * z + Math.sqrt(m) * moved;
            place[c] = child;
            if (grown && !k.height) {
                // of the youngest adults the body of the index visit is nearly that of 18 years
                double years = k.settles ? (age - Growth.ADULT) / (SETTLED - Growth.ADULT) : 1;
                double part = Math.min(1, years);
                double among = adult.applyAsDouble(k.position);
                place[c] = part < 1 ? part * among + (1 - part) * child : among;
            }
            place[c] = cut(place[c]);
            tall = k.height && value > 0 ? value : tall;
        }
    }

    /** Draws what is not the child's own for one day; days come from the last to the first. */
    void day() {
        for (int c = 0; c < columns.size(); c++) {
            now[c] = draws.normal();
        }
    }

    /** Writes the values of a day into the row; those that are not known are missing. */
    void write(Life life, int day, double shown, double[][] row) {
        double age = age(life, day);
        for (int c = 0; c < columns.size(); c++) {
            Column k = columns.get(c);
            row[k.position][0] = Double.NaN;
            if (known && k.growth.known(age) && !Double.isNaN(place[c])) {
                double r = k.growth.kept(Math.max(0, from - age));
                double level = r * place[c] + Math.sqrt(1 - r * r) * own[c];
                double moves = k.growth.moves();
                double z = Math.sqrt(1 - moves) * level + shown * Math.sqrt(moves) * now[c];
                double value = k.growth.value(cut(z), age, life.female);
                value = k.height ? Math.min(tall, value) : value;
                row[k.position][0] = Formula.round(value, k.decimals);
                tall = k.height ? Math.min(tall, row[k.position][0]) : tall;
            }
        }
    }

    /**
     * Passes from the child's weight and waist to the adult's, straight from 18 to 25 years
     * (assumption), on a day of a grown-up whose row holds the adult's.
     */
    void settle(Life life, int day, double[][] row) {
        double age = age(life, day);
        double until = Math.min(SETTLED, age(life, life.index));
        if (!known || age >= until) {
            return;
        }
        double adult = (age - Growth.ADULT) / (until - Growth.ADULT);
        for (int c = 0; c < columns.size(); c++) {
            Column k = columns.get(c);
            double own = k.growth.value(cut(place[c]), Growth.ADULT, life.female);
            if (k.settles && !Double.isNaN(own)) {
                double value = adult * row[k.position][0] + (1 - adult) * own;
                row[k.position][0] = Formula.round(value, k.decimals);
            }
        }
    }

    private static double cut(double z) {
        return Math.max(-FURTHEST, Math.min(FURTHEST, z));
    }
}
