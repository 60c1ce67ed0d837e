package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/** Counts by group: how many patients, and the means that were asked for or must be the same. */
final class GroupTally {
    /** Of means that must be the same or as asked, in SD at 2,000 patients. */
    private static final double ALIKE = 0.03;

    private final Groups groups;
    private final CohortHeader header;
    private final int at;
    private final long[] size;
    private final double[][] n;
    private final double[][] sum;
    private final double[][] squares;

    /** Patients by group, column and level; empty for numbers. */
    private final long[][][] levels;

    GroupTally(Groups groups, CohortHeader header) {
        this.groups = groups;
        this.header = header;
        at = groups.isEmpty() ? -1 : header.indexOf("group");
        int g = at < 0 ? 0 : header.fields().get(at).levels().size();
        int p = header.fields().size();
        size = new long[g];
        n = new double[g][p];
        sum = new double[g][p];
        squares = new double[g][p];
        levels = new long[g][p][];
        for (long[][] one : levels) {
            for (int k = 0; k < p; k++) {
                one[k] = new long[header.fields().get(k).levels().size()];
            }
        }
    }

    void accept(Columns rows, int count) {
        if (at < 0) {
            return;
        }
        double[] of = rows.column(at);
        for (int i = 0; i < count; i++) {
            size[(int) of[i]]++;
        }
        for (int k = 0; k < header.fields().size(); k++) {
            double[] x = rows.column(k);
            for (int i = 0; i < count; i++) {
                if (!Double.isNaN(x[i])) {
                    int g = (int) of[i];
                    n[g][k]++;
                    sum[g][k] += x[i];
                    squares[g][k] += x[i] * x[i];
                    if (levels[g][k].length > 0) {
                        levels[g][k][(int) x[i]]++;
                    }
                }
            }
        }
    }

    /** What the patients of each group are like; empty without groups. */
    Optional<Comparison> comparison() {
        if (at < 0) {
            return Optional.empty();
        }
        List<Comparison.Line> lines = new ArrayList<>();
        for (int k = 0; k < header.fields().size(); k++) {
            Field field = header.fields().get(k);
            int of = k;
            if (!field.isCategory() && Comparison.listed(field)) {
                lines.add(new Comparison.Line(field, "", sides(g -> mean(g, of))));
            }
            for (String level : field.isCategory() ? Comparison.levels(field) : List.<String>of()) {
                lines.add(new Comparison.Line(field, level, sides(g -> share(g, of, level))));
            }
        }
        return Optional.of(
                new Comparison(
                        header.fields().get(at).levels(),
                        Arrays.stream(size).boxed().toList(),
                        lines));
    }

    private List<Comparison.Side> sides(IntFunction<Comparison.Side> of) {
        return IntStream.range(0, size.length).mapToObj(of).toList();
    }

    private Comparison.Side mean(int g, int k) {
        return new Comparison.Side((long) n[g][k], sum[g][k] / n[g][k], sd(g, k));
    }

    private Comparison.Side share(int g, int k, String level) {
        if (level.equals(Comparison.TAKEN)) {
            return Comparison.Side.share(size[g], n[g][k] / size[g]);
        }
        int of = header.fields().get(k).levels().indexOf(level);
        return Comparison.Side.share((long) n[g][k], levels[g][k][of] / n[g][k]);
    }

    /** A line a group and a line a thing that is to be the same. */
    List<Adherence> lines(long patients) {
        List<Adherence> out = new ArrayList<>();
        if (at < 0) {
            return out;
        }
        List<String> names = header.fields().get(at).levels();
        for (StudyGroup g : groups.all()) {
            int k = names.indexOf(g.name());
            double exact = g.percent() / 100 * patients;
            out.add(
                    line(
                            "Group " + g.name(),
                            Words.number(g.percent()) + " %",
                            Words.count(size[k]),
                            Math.abs(size[k] - exact) < 1 - 1e-9,
                            "exact to less than one patient"));
            for (Constraint c : g.constraints()) {
                if (c instanceof Constraint.Mean m && header.indexOf(m.observation()) >= 0) {
                    mean(g.name(), k, m, out);
                }
            }
        }
        for (String v : groups.same()) {
            int k = header.indexOf(v);
            if (k >= 0 && !header.fields().get(k).isCategory()) {
                same(k, names, out);
            }
        }
        return out;
    }

    private void mean(String name, int g, Constraint.Mean m, List<Adherence> out) {
        int k = header.indexOf(m.observation());
        double mean = sum[g][k] / n[g][k];
        double allowed = allowed(n[g][k]) * sd(g, k);
        out.add(
                line(
                        "Group %s: mean %s".formatted(name, header.fields().get(k).label()),
                        Words.number(m.value()),
                        Words.number(mean, 3),
                        Math.abs(mean - m.value()) <= allowed,
                        "within ± " + Words.number(allowed, 3)));
    }

    private void same(int k, List<String> names, List<Adherence> out) {
        List<String> means = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sd = 0;
        double fewest = Double.POSITIVE_INFINITY;
        for (int g = 0; g < names.size(); g++) {
            double mean = sum[g][k] / n[g][k];
            low = Math.min(low, mean);
            high = Math.max(high, mean);
            sd = Math.max(sd, sd(g, k));
            fewest = Math.min(fewest, n[g][k]);
            means.add(
                    "%s %s (SD %s)"
                            .formatted(
                                    names.get(g),
                                    Words.number(mean, 2),
                                    Words.number(sd(g, k), 2)));
        }
        Field field = header.fields().get(k);
        double allowed = allowed(2 * fewest) * sd;
        out.add(
                line(
                        "Groups: same " + field.label(),
                        "the same mean",
                        String.join(", ", means),
                        high - low <= allowed,
                        "means within " + Words.number(allowed, 3)));
    }

    private static double allowed(double n) {
        return ALIKE * Math.max(1, Math.sqrt(2000.0 / n));
    }

    private double sd(int g, int k) {
        double mean = sum[g][k] / n[g][k];
        return Math.sqrt(Math.max(0, squares[g][k] / n[g][k] - mean * mean));
    }

    private static Adherence line(
            String what, String asked, String achieved, boolean met, String note) {
        return new Adherence(
                what,
                asked,
                achieved,
                met ? Adherence.Verdict.MET : Adherence.Verdict.NOT_MET,
                note);
    }
}
