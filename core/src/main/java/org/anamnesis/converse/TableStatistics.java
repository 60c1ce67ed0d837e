package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.interpret.DateWords;
import org.anamnesis.interpret.TableColumn;
import org.anamnesis.learn.sample.Sample;
import org.anamnesis.plan.Statistic;

/** Figures of rows that a learned model made: means, shares of answers, shares of empty cells. */
final class TableStatistics {
    private TableStatistics() {}

    /** Of every column but dates, whose means mean little. */
    static List<Statistic> of(List<TableColumn> columns, Sample sample) {
        List<Statistic> all = new ArrayList<>();
        for (TableColumn c : columns) {
            boolean drawn =
                    sample.table().variables().stream().anyMatch(v -> v.name().equals(c.name()));
            if (!drawn || DateWords.isDate(c)) {
                continue;
            }
            double missing = TableRows.missing(sample, c.name());
            if (c.kind() == TableColumn.Kind.NUMBER) {
                if (missing < 1) {
                    all.add(mean(c, sample));
                }
            } else {
                for (Map.Entry<String, Double> e : TableRows.shares(sample, c.name())) {
                    boolean other = c.no().equals(Optional.of(e.getKey())) && c.yes().isPresent();
                    if (!other) { // no is what yes leaves
                        all.add(share(c.name() + " " + e.getKey(), e.getValue(), sample));
                    }
                }
            }
            all.add(share(c.name() + " missing", missing, sample));
        }
        return all;
    }

    private static Statistic mean(TableColumn c, Sample sample) {
        double[] x =
                Arrays.stream(sample.table().column(c.name()))
                        .filter(v -> !Double.isNaN(v))
                        .toArray();
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length;
        return new Statistic(
                c.name(), "mean " + c.name(), c.unit(), false, mean, Math.sqrt(variance), x.length);
    }

    private static Statistic share(String what, double share, Sample sample) {
        double sd = 100 * Math.sqrt(share * (1 - share));
        return new Statistic(what, what, "%", true, 100 * share, sd, sample.table().rows());
    }
}
