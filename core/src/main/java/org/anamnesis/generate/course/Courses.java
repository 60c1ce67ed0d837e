package org.anamnesis.generate.course;

import java.util.List;
import org.anamnesis.measure.Formula;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.plan.PlannedHistory.Spread;
import org.anamnesis.random.SeedTree;

/**
 * The values of one patient on earlier days, made backwards from the index visit.
 *
 * <p>A value is a personal level, what it has moved in the years since, and a deviation that fades:
 * an Ornstein–Uhlenbeck process with SD s and correlation exp(−Δt / memory), run backwards, which
 * has the same law as forwards. The value at the index visit is x; of its distance from the mean of
 * the people with the condition a part s² / σ² is on average deviation (σ their SD), so that what
 * is extreme at the index visit was less so before, as regression to the mean has it.
 */
final class Courses {
    /**
     * A column that moves.
     *
     * @param name of it
     * @param diabetic how in people with diabetes
     * @param course how in others
     * @param spread NaN where it is not known: then the whole distance counts as level
     * @param low limits of what a record may hold
     */
    record Moving(
            String name,
            int position,
            int decimals,
            Practice.Course diabetic,
            Practice.Course course,
            Spread spread,
            double low,
            double high) {
        static Moving of(String column, int position, int decimals, Spread spread) {
            QuantityRange range =
                    Measurands.bundled()
                            .find(column)
                            .flatMap(m -> m.plausible())
                            .orElse(new QuantityRange(0, Double.POSITIVE_INFINITY, ""));
            return new Moving(
                    column,
                    position,
                    decimals,
                    Practice.course(column),
                    Practice.courseWithoutDiabetes(column),
                    spread,
                    range.low(),
                    range.high());
        }

        /** Both are on one scale. */
        boolean log() {
            return course.log();
        }
    }

    static final Spread NO_SPREAD = new Spread(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** A deviation that is no more halved. */
    private static final double LEAST = 0.01;

    private final List<Moving> columns;
    private final Draws differs;
    private final Draws moves;
    private final double[] level;
    private final double[] within;
    private final double[] memory;
    private final double[] deviation;
    private final double[] place;
    private final double[] noise;

    /** The column whose deviations those of a column go with, or itself. */
    private final int[] with;

    private final double[] together;

    Courses(List<Moving> columns, SeedTree seeds) {
        this.columns = columns;
        differs = new Draws(seeds, "course");
        moves = new Draws(seeds, "moves");
        level = new double[columns.size()];
        within = new double[columns.size()];
        memory = new double[columns.size()];
        deviation = new double[columns.size()];
        place = new double[columns.size()];
        noise = new double[columns.size()];
        with = new int[columns.size()];
        together = new double[columns.size()];
        List<String> names = columns.stream().map(Moving::name).toList();
        for (int c = 0; c < with.length; c++) {
            var pair = Practice.together(names.get(c)).filter(t -> names.contains(t.with()));
            with[c] = pair.isPresent() ? names.indexOf(pair.get().with()) : c;
            together[c] = pair.isPresent() ? pair.get().correlation() : 0;
        }
    }

    /** A standard normal draw of a column that goes with the one of its companion. */
    private double noise(int c) {
        double r = together[c];
        return r * noise[with[c]] + Math.sqrt(1 - r * r) * noise[c];
    }

    /** Begins at the index visit, with its values as they stand in {@code row}. */
    void start(Life life, double[][] row, boolean diabetes) {
        differs.of(life.patient);
        moves.of(life.patient);
        for (int c = 0; c < columns.size(); c++) {
            Moving m = columns.get(c);
            Practice.Course k = diabetes ? m.diabetic() : m.course();
            memory[c] = k.memory();
            within[c] = k.within() * Math.exp(k.differs() * differs.normal());
            noise[c] = differs.normal();
        }
        for (int c = 0; c < columns.size(); c++) {
            Moving m = columns.get(c);
            double x = row[m.position()][0];
            boolean log = m.log();
            double scaled = log ? Math.log(x) : x;
            double mean = log ? m.spread().logMean() : m.spread().mean();
            double sd = log ? m.spread().logSd() : m.spread().sd();
            double part = Math.min(0.8, within[c] * within[c] / (sd * sd));
            deviation[c] =
                    part >= 0 // not where the spread is not known
                            ? part * (scaled - mean) + Math.sqrt(1 - part) * within[c] * noise(c)
                            : 0;
            level[c] = scaled - deviation[c];
            place[c] = (level[c] - mean) / (sd * Math.sqrt(1 - part));
            if ((!(x > 0) && log) || Double.isNaN(x)) {
                level[c] = Double.NaN;
            }
        }
    }

    /** Halves how far the values of the index visit are from their levels. */
    void nearer() {
        for (int c = 0; c < level.length; c++) {
            deviation[c] /= 2;
            level[c] += deviation[c];
        }
    }

    /** The level of a column at the index visit, in its unit. */
    double level(int column) {
        return columns.get(column).log() ? Math.exp(level[column]) : level[column];
    }

    /** Where the level stands among the levels of people with the condition, in SDs; or NaN. */
    double place(int column) {
        return place[column];
    }

    /** Goes back to an earlier day. */
    void back(int to, int from) {
        double years = (from - to) / Life.DAYS_PER_YEAR;
        for (int c = 0; c < columns.size(); c++) {
            noise[c] = moves.normal();
        }
        for (int c = 0; c < columns.size(); c++) {
            double stays = Math.exp(-years / memory[c]);
            deviation[c] =
                    stays * deviation[c] + Math.sqrt(1 - stays * stays) * within[c] * noise(c);
        }
    }

    /**
     * The value of a column on the day. A deviation that would show what nobody with the condition
     * has shows itself by halves.
     *
     * @param moved what its level has moved since, in its unit; a factor where it moves by
     *     logarithms
     * @param shown part of the deviation that counts, 1 unless the value would be impossible
     */
    double value(int c, double moved, double shown) {
        Moving m = columns.get(c);
        double off = shown * deviation[c];
        double value = at(m, level[c] + off, moved);
        while ((value < m.spread().low() || value > m.spread().high()) && Math.abs(off) > LEAST) {
            off /= 2;
            value = at(m, level[c] + off, moved);
        }
        double within = Math.max(m.low(), Math.min(m.high(), value));
        return Formula.round(within, m.decimals());
    }

    private static double at(Moving m, double scaled, double moved) {
        return m.log() ? Math.exp(scaled) * moved : scaled + moved;
    }

    /** What has not moved: 0, or a factor of 1. */
    double still(int c) {
        return columns.get(c).log() ? 1 : 0;
    }

    int size() {
        return columns.size();
    }

    int position(int c) {
        return columns.get(c).position();
    }
}
