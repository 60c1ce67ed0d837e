package org.anamnesis.generate.course;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedField;
import org.anamnesis.plan.PlannedHistory.Spread;
import org.anamnesis.plan.Spirometry;
import org.anamnesis.population.Derived;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * What is measured of one patient at each visit. Drawn columns move; what follows from them by a
 * formula is computed anew at each date, so that values of one date agree.
 */
final class Values implements Complications.Levels {
    /** Levels are brought nearer to the values of the index visit so often, by halves. */
    private static final int NEARER = 8;

    private final int[] fields;
    private final int[] places;
    private final int index;
    private final List<Derived> derived;
    private final int[][] parents;
    private final int[] derivedAt;
    private final Optional<Spirometry> breath;
    private final double[][] scratch;
    private final double[][] row;
    private final Courses courses;
    private final Orders orders;
    private final Trends trends;
    private final Therapy therapy;
    private final Childhood childhood;
    private final int[] movingAt;
    private final boolean[] grows;

    /** Whether a value is known of people with the condition alone, or is computed from such. */
    private final boolean[] ofCondition;

    private final int age;
    private final int egfr;
    private final Predicate<double[][]> offends;
    private double[] values = new double[0];
    private boolean diabetes;

    Values(
            GenerationPlan plan,
            PlannedCohort cohort,
            Map<String, Integer> position,
            Predicate<double[][]> offends,
            Therapy therapy,
            Treatment treatment,
            SeedTree seeds) {
        this.offends = offends;
        this.therapy = therapy;
        fields = cohort.observations();
        breath = plan.spirometry();
        places = new int[fields.length];
        index = position.size();
        derived =
                Derived.inOrder(
                        Arrays.stream(fields)
                                .mapToObj(k -> plan.fields().get(k))
                                .filter(f -> f.source() == PlannedField.Origin.DERIVED)
                                .map(PlannedField::column)
                                .toList());
        parents =
                derived.stream()
                        .map(d -> d.parents().stream().mapToInt(position::get).toArray())
                        .toArray(int[][]::new);
        derivedAt = derived.stream().mapToInt(d -> position.get(d.variable().name())).toArray();
        scratch = Arrays.stream(parents).map(p -> new double[p.length]).toArray(double[][]::new);
        row = new double[index + fields.length][1];
        List<Courses.Moving> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Map<String, Integer> decimals = new HashMap<>();
        Map<String, Spread> spreads = cohort.history().spreads();
        for (Variable v : plan.people().variables()) {
            String name = v.name();
            decimals.put(name, v.decimals());
            if (v.levels().isEmpty() && !FIXED.contains(name) && !name.endsWith("_duration")) {
                Spread spread = spreads.getOrDefault(name, Courses.NO_SPREAD);
                columns.add(Courses.Moving.of(name, position.get(name), v.decimals(), spread));
                names.add(name);
            }
        }
        for (int o = 0; o < fields.length; o++) {
            PlannedField f = plan.fields().get(fields[o]);
            boolean own =
                    f.source() == PlannedField.Origin.OWN
                            || f.source() == PlannedField.Origin.ALONE
                            || !position.containsKey(f.column());
            places[o] = own ? index + o : position.get(f.column());
            if (own && f.levels().isEmpty()) {
                columns.add(Courses.Moving.of(f.id(), places[o], f.decimals(), Courses.NO_SPREAD));
                names.add(f.id());
            }
        }
        courses = new Courses(columns, seeds);
        orders =
                new Orders(
                        Arrays.stream(fields).mapToObj(cohort::id).toList(),
                        cohort.history().measured(),
                        seeds);
        trends = new Trends(names, courses, therapy, treatment, cohort, position, seeds);
        decimals.keySet().retainAll(position.keySet());
        childhood = new Childhood(decimals, position, seeds);
        movingAt = new int[row.length];
        Arrays.fill(movingAt, -1);
        for (int c = 0; c < columns.size(); c++) {
            movingAt[columns.get(c).position()] = c;
        }
        ofCondition = new boolean[fields.length];
        grows = new boolean[fields.length];
        for (int o = 0; o < fields.length; o++) {
            grows[o] = grows(places[o]);
            ofCondition[o] = plan.fields().get(fields[o]).source() != PlannedField.Origin.PEOPLE;
        }
        age = position.getOrDefault("age", -1);
        egfr = Arrays.stream(fields).mapToObj(cohort::id).toList().indexOf("egfr");
    }

    /** Whether it is known how a column is in childhood, or all of what it is computed from. */
    private boolean grows(int place) {
        for (int d = 0; d < derivedAt.length; d++) {
            if (derivedAt[d] == place) {
                return Arrays.stream(parents[d]).allMatch(this::grows);
            }
        }
        return childhood.has(place);
    }

    /** Do not move, or move with the years alone. */
    private static final List<String> FIXED =
            List.of(
                    "age",
                    "height",
                    "income_poverty_ratio",
                    "cigarettes_per_day",
                    "drinks_per_drinking_day");

    /** Begins with the values of the index visit. */
    void start(Life life, PatientBlock block, double[][] work, boolean hasDiabetes) {
        diabetes = hasDiabetes;
        for (int c = 0; c < index; c++) {
            row[c][0] = work[c][life.row];
        }
        for (int o = 0; o < fields.length; o++) {
            if (places[o] >= index) {
                row[places[o]][0] = block.column(fields[o])[life.row];
            }
        }
        courses.start(life, row, diabetes);
        sane();
        childhood.start(life, row, place -> courses.place(movingAt[place]));
        trends.start(life, row, block, diabetes);
    }

    /**
     * Levels are what nobody may show no more than values are: three of cholesterol that each lie a
     * little off had left a person less than no LDL for years.
     */
    private void sane() {
        double[] index = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            index[c] = row[c][0];
        }
        for (int halves = 0; halves < NEARER; halves++) {
            for (int c = 0; c < courses.size(); c++) {
                row[courses.position(c)][0] = courses.value(c, courses.still(c), 0);
            }
            derive();
            if (!offends.test(row)) {
                break;
            }
            courses.nearer();
        }
        for (int c = 0; c < row.length; c++) {
            row[c][0] = index[c];
        }
    }

    private void derive() {
        for (int d = 0; d < derived.size(); d++) {
            double[] of = scratch[d];
            for (int k = 0; k < of.length; k++) {
                of[k] = row[parents[d][k]][0];
            }
            row[derivedAt[d]][0] = derived.get(d).formula().of(of);
        }
        breath.ifPresent(b -> b.agree(k -> row[placeOf(k)], 1));
    }

    /** The place of an observed field. */
    private int placeOf(int field) {
        return places[Arrays.binarySearch(fields, field)];
    }

    /** Computed columns are not in it. */
    @Override
    public double[][] levels(Life life, int day) {
        trends.at(life, day, 0, row);
        return row;
    }

    @Override
    public double[][] atIndex(Life life) {
        trends.at(life, life.index, 1, row);
        return row;
    }

    /** Makes the values of all visits, the last first. */
    void fill(Life life, Diary diary, PatientBlock block) {
        int n = fields.length;
        if (values.length < diary.count() * n) {
            values = new double[2 * diary.count() * n];
        }
        orders.fill(life, diary, diabetes, trends.offGoal(), therapy);
        int last = diary.count() - 1;
        for (int o = 0; o < n; o++) {
            values[last * n + o] = block.column(fields[o])[life.row];
        }
        int later = life.index;
        for (int v = last - 1; v >= 0; v--) {
            Arrays.fill(values, v * n, (v + 1) * n, Double.NaN);
            int day = diary.start(v);
            if (diary.inPerson(v)) {
                courses.back(day, later);
                later = day;
                boolean child = life.age(day) < Growth.ADULT;
                measure(life, day, child);
                for (int o = 0; o < n; o++) {
                    boolean known = (grows[o] || !child) && !(ofCondition[o] && day < life.ill);
                    if (orders.done(v, o) && known) {
                        values[v * n + o] = row[places[o]][0];
                    }
                }
            }
        }
    }

    /** Fills the row with the values of a day; deviations shrink while nobody may show them. */
    private void measure(Life life, int day, boolean child) {
        if (child) {
            childhood.day();
        }
        for (double shown = 1; ; shown /= 2) {
            trends.at(life, day, shown < 0.1 ? 0 : shown, row);
            if (child) {
                childhood.write(life, day, shown < 0.1 ? 0 : shown, row);
            } else if (life.age(day) < Childhood.SETTLED) {
                childhood.settle(life, day, row);
            }
            if (age >= 0) {
                row[age][0] = Math.floor(life.age(day));
            }
            derive();
            if (shown < 0.1 || !offends.test(row)) {
                return;
            }
        }
    }

    /** eGFR as measured at a visit, NaN if it was not, or is not shown. */
    double egfr(int visit) {
        return egfr < 0 ? Double.NaN : values[visit * fields.length + egfr];
    }

    void write(Life life, Diary diary, PatientBlock block) {
        Events into = block.record().observations();
        int n = fields.length;
        for (int v = 0; v < diary.count(); v++) {
            for (int o = 0; o < n; o++) {
                double value = values[v * n + o];
                if (!Double.isNaN(value)) {
                    into.add(life.row, v, fields[o], diary.start(v), Events.NO_DAY, value);
                }
            }
        }
    }
}
