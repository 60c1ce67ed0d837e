package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Finds categories that say in which band a number lies: age groups, "BMI of 30 and more".
 *
 * <p>Accident: a category that only goes along with the number would be mixed near the cut. The
 * rows nearest to each cut, on both sides, are counted; that none of them is on the wrong side
 * would happen with a chance of one half for each if the cut were blurred over them. One sort of
 * the sample per number, one pass per category.
 */
final class BandSearch {
    /** Rows looked at on each side of a cut, if the band has so many. */
    private static final int NEAR = 30;

    /** More bands than this are rather a rounded number. */
    private static final int MOST_BANDS = 30;

    private final Probe probe;
    private final RuleGraph graph;

    BandSearch(Probe probe, RuleGraph graph) {
        this.probe = probe;
        this.graph = graph;
    }

    List<KnownRule> find() {
        List<KnownRule> found = new ArrayList<>();
        for (int number : probe.varied(probe.numbers(), 10)) {
            Table sample = probe.sample();
            Integer[] order =
                    Arrays.stream(Probe.complete(sample, number)).boxed().toArray(Integer[]::new);
            double[] of = sample.column(number);
            Arrays.sort(order, Comparator.comparingDouble(i -> of[i]));
            for (int category : probe.categories()) {
                pair(category, number, order).ifPresent(found::add);
            }
        }
        return found;
    }

    /** A run of rows with the same level along the number. */
    private record Band(int level, double low, double high, int rows) {}

    private Optional<KnownRule> pair(int category, int number, Integer[] order) {
        Variable column = probe.variable(category);
        Variable parent = probe.variable(number);
        if (!graph.takes(column.name(), List.of(parent.name()))
                || bands(probe.sample(), category, number, order).isEmpty()) {
            return Optional.empty();
        }
        Table table = probe.table();
        double[] of = table.column(number);
        Integer[] all =
                Arrays.stream(Probe.complete(table, number, category))
                        .boxed()
                        .toArray(Integer[]::new);
        Arrays.sort(all, Comparator.comparingDouble(i -> of[i]));
        List<Band> bands = bands(table, category, number, all);
        // a band of one value each is a list of codes
        if (bands.size() < 2 || 2 * bands.size() > probe.distinct(number)) {
            return Optional.empty();
        }
        List<Double> cuts = new ArrayList<>();
        double log = 0;
        for (int b = 1; b < bands.size(); b++) {
            Band below = bands.get(b - 1);
            Band above = bands.get(b);
            cuts.add(cut(below.high, above.low));
            log = Math.max(log == 0 ? Double.NEGATIVE_INFINITY : log, near(below, above));
        }
        double worst = log;
        double p = (double) probe.numbers().size() * probe.categories().size();
        var rule = new BandsRule(column, parent, cuts, bands.stream().map(Band::level).toList());
        Optional<KnownRule> known =
                probe.known(rule, (checked, breaking) -> breaking == 0 ? worst : 0, p);
        known.ifPresent(k -> graph.add(column.name(), List.of(parent.name())));
        return known;
    }

    private static double near(Band below, Band above) {
        int rows = Math.min(NEAR, Math.min(below.rows, above.rows));
        return -2.0 * rows * Math.log(2);
    }

    /** The simplest number above the one and not above the other. */
    private static double cut(double below, double above) {
        double margin = (above - below) * 1e-9;
        return Roundest.within(below + margin, above);
    }

    /** The bands; none if there are too many or two share a value of the number. */
    private static List<Band> bands(Table of, int category, int number, Integer[] order) {
        List<Band> bands = new ArrayList<>();
        int level = -1;
        double low = Double.NaN;
        double high = Double.NaN;
        int rows = 0;
        for (int i : order) {
            double c = of.column(category)[i];
            double v = of.column(number)[i];
            if (Double.isNaN(c)) {
                continue;
            }
            if (c != level) {
                if (level >= 0) {
                    bands.add(new Band(level, low, high, rows));
                }
                if (bands.size() > MOST_BANDS || v == high) {
                    return List.of();
                }
                level = (int) c;
                low = v;
                rows = 0;
            }
            high = v;
            rows++;
        }
        if (level >= 0) {
            bands.add(new Band(level, low, high, rows));
        }
        return bands;
    }
}
