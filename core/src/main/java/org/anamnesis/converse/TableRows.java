package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.generate.RowSource;
import org.anamnesis.interpret.Lately;
import org.anamnesis.learn.Schema;
import org.anamnesis.learn.sample.Conditions;
import org.anamnesis.learn.sample.Sample;
import org.anamnesis.learn.sample.SampleRequest;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.learn.sample.Target;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/** Some rows of a learned table as asked, drawn to see what a request comes to. */
final class TableRows {
    /** Rows from which present means and shares are told: a mean to a fortieth of its SD. */
    static final int SEEN = 1_600;

    /**
     * Rows drawn at most before a request counts as one that nobody meets: a second of the slowest
     * engine's time is 5,000.
     */
    private static final int MOST = 40_000;

    /** Persons who are made with all their rows to see what a request about their ends comes to. */
    private static final int LOOKED_AT = 400;

    /** Requests whose rows are kept; a conversation goes back to those of before. */
    private static final int KEPT = 8;

    private final LearnedTable table;
    private final Lately<Asked, GroupedRows> kept = new Lately<>(KEPT, this::made);

    private record Asked(
            List<String> where, List<String> targets, TableGroups groups, int rows, long seed) {}

    TableRows(LearnedTable table) {
        this.table = table;
    }

    /** What is asked, with means that are moved put beside what they would be. */
    static List<String> targets(TableAsked asked, TableRows rows, long seed) {
        List<String> all = new ArrayList<>(asked.targets());
        if (asked.moved().isEmpty()) {
            return all;
        }
        Sample sample = rows.drawn(asked.where(), asked.targets(), SEEN, seed);
        for (TableAsked.Moved m : asked.moved()) {
            double mean = mean(sample, m.column().substring(1, m.column().length() - 1));
            all.add(TableAsked.mean(m.column(), m.factor() * mean + m.plus()));
        }
        return all;
    }

    /**
     * @throws RequestException if too few rows meet the conditions or targets cannot be reached
     */
    Sample drawn(List<String> where, List<String> targets, int rows, long seed) {
        return drawn(where, targets, TableGroups.NONE, rows, seed).sample();
    }

    /**
     * @throws RequestException if too few rows meet the conditions or targets cannot be reached
     */
    synchronized GroupedRows drawn(
            List<String> where, List<String> targets, TableGroups groups, int rows, long seed) {
        return kept.of(new Asked(where, targets, groups, rows, seed));
    }

    private GroupedRows made(Asked asked) {
        RowSource source = table.model().rows();
        long seed = new SeedTree(asked.seed()).purpose("seen");
        if (!asked.groups().isEmpty()) {
            return GroupedRows.draw(
                    source,
                    new GroupedRows.Asked(
                            asked.where(),
                            asked.targets(),
                            asked.groups(),
                            groupColumn(LearnedTable.schema(table.model())),
                            asked.rows(),
                            MOST,
                            seed));
        }
        Conditions conditions = Conditions.read(asked.where(), source.variables());
        List<Target> targets = Target.read(asked.targets(), source.variables());
        Optional<EndsWanted> ends = EndsWanted.of(table.model(), conditions, targets);
        Sample sample =
                ends.isPresent()
                        ? ends.get().look(Math.min(LOOKED_AT, asked.rows()), seed)
                        : Sampler.draw(
                                source,
                                new SampleRequest(asked.rows(), conditions, targets, MOST, seed));
        return new GroupedRows(sample, List.of());
    }

    /** What the column is called that says in which group a row is: no name of the table. */
    static String groupColumn(Schema schema) {
        String name = "group";
        for (int k = 2; schema.column(name).isPresent(); k++) {
            name = "group_" + k;
        }
        return name;
    }

    /** Mean of a column over the rows that have a value. */
    static double mean(Sample sample, String column) {
        double sum = 0;
        int n = 0;
        for (double v : sample.table().column(column)) {
            if (!Double.isNaN(v)) {
                sum += v;
                n++;
            }
        }
        return sum / n;
    }

    /** Share of the rows that have no value. */
    static double missing(Sample sample, String column) {
        int n = 0;
        for (double v : sample.table().column(column)) {
            n += Double.isNaN(v) ? 1 : 0;
        }
        return n / (double) sample.table().rows();
    }

    /** Answers of a category by their shares of all rows, the most frequent first. */
    static List<Map.Entry<String, Double>> shares(Sample sample, String column) {
        List<String> levels =
                sample.table().variables().stream()
                        .filter(v -> v.name().equals(column))
                        .findFirst()
                        .map(Variable::levels)
                        .orElse(List.of());
        double[] share = new double[levels.size()];
        for (double v : sample.table().column(column)) {
            if (!Double.isNaN(v)) {
                share[(int) v] += 1.0 / sample.table().rows();
            }
        }
        List<Map.Entry<String, Double>> all = new ArrayList<>();
        for (int k = 0; k < share.length; k++) {
            all.add(Map.entry(levels.get(k), share[k]));
        }
        all.sort(Map.Entry.<String, Double>comparingByValue().reversed());
        return Collections.unmodifiableList(all);
    }
}
