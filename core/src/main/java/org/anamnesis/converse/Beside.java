package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.plan.Statistic;

/**
 * Two requests held side by side: the figures in which they differ.
 *
 * @param moved figures that differ, those that differ most in front
 * @param rest on what they rest and what they mean, a sentence each
 * @param about which people they were counted in
 */
record Beside(List<Pair> moved, List<String> rest, String about) {
    /** A figure of both. */
    record Pair(Statistic before, Statistic after) {
        /** Difference in standard deviations. */
        double size() {
            double sd = Math.max(before.sd(), after.sd());
            return sd > 0 ? Math.abs(after.value() - before.value()) / sd : 0;
        }
    }

    /** Differences that matter less than this, in SD, are not told. */
    private static final double SMALL = 0.02;

    /** Of some rows of a learned model chance alone moves a figure by less than this, in SD. */
    private static final double CHANCE = 0.1;

    private static final int MOST = 10;

    /** Of people of the reference population. */
    static Beside of(List<Statistic> before, List<Statistic> after, String about) {
        List<String> rest = new ArrayList<>();
        List<Pair> moved = moved(before, after, SMALL);
        if (moved.isEmpty()) {
            rest.add("no figure differs by as much as 0.02 standard deviations");
        }
        rest.add(
                "counted on weighted rows of the reference population (n = %s and %s synthetic rows): %s"
                        .formatted(Amounts.count(rows(before)), Amounts.count(rows(after)), about));
        rest.add(
                "this is how such people differ in the population, an association; it is not the effect of a change");
        return new Beside(moved, rest, about);
    }

    /** Of rows that a learned model makes, so many for each request. */
    static Beside ofTable(List<Statistic> before, List<Statistic> after, int rows, String about) {
        List<String> rest = new ArrayList<>();
        List<Pair> moved = moved(before, after, CHANCE);
        if (moved.isEmpty()) {
            rest.add("no figure differs by as much as 0.1 standard deviations");
        }
        rest.add(
                "counted on %s rows that the model makes for each: %s"
                        .formatted(Amounts.count(rows), about));
        rest.add(
                "this is how such rows differ in your table, an association; it is not the effect of a change");
        return new Beside(moved, rest, about);
    }

    private static List<Pair> moved(List<Statistic> before, List<Statistic> after, double least) {
        List<Pair> pairs = new ArrayList<>();
        for (Statistic b : before) {
            Optional<Statistic> a =
                    after.stream()
                            .filter(x -> x.id().equals(b.id()) && x.share() == b.share())
                            .findFirst();
            a.map(x -> new Pair(b, x)).filter(p -> p.size() > least).ifPresent(pairs::add);
        }
        pairs.sort(Comparator.comparingDouble(Pair::size).reversed());
        return pairs.subList(0, Math.min(MOST, pairs.size()));
    }

    private static int rows(List<Statistic> all) {
        return all.stream().mapToInt(Statistic::rows).max().orElse(0);
    }

    /** A line a figure, then on what they rest. */
    List<String> lines(String first, String second) {
        List<String> lines = new ArrayList<>();
        for (Pair p : moved) {
            Statistic b = p.before();
            double change = p.after().value() - b.value();
            lines.add(
                    "%s: %s %s, %s %s (%s%s)"
                            .formatted(
                                    b.what(),
                                    first,
                                    Amounts.of(b.value(), b.unit()),
                                    second,
                                    Amounts.of(p.after().value(), b.unit()),
                                    change > 0 ? "+" : "",
                                    Amounts.number(change)));
        }
        lines.addAll(rest);
        return lines;
    }

    List<Map<String, Object>> json() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Pair p : moved) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("id", p.before().id());
            m.put("what", p.before().what());
            m.put("unit", p.before().unit());
            m.put("baseline", p.before().value());
            m.put("variant", p.after().value());
            m.put("change", Amounts.rounded(p.after().value() - p.before().value()));
            m.put("n_baseline", p.before().rows());
            m.put("n_variant", p.after().rows());
            all.add(m);
        }
        return all;
    }
}
