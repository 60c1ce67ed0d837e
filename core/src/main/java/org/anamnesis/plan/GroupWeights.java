package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.anamnesis.population.EntropyBalance;
import org.anamnesis.population.Kinds;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.population.Weighted;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Constraint;

/**
 * How often each row starts a patient of each group. All groups are balanced together: the rows of
 * every group, one below the other, are given new weights with the least change such that each
 * group meets its own targets, all of them together those of the whole cohort, and matched
 * variables are distributed alike (their mean, spread and fifths, or shares of levels).
 *
 * <p>The fewer the people of a group, the less it is changed: the common distribution comes out
 * near that of the rarest group, as when controls are matched to cases.
 */
final class GroupWeights {
    /** Rows learned from at most, all groups together; see {@link LearnedRows}. */
    private static final int MANY = 20_000;

    private final List<AskedGroup> groups;
    private final List<String> same;
    private final ReferencePopulation people;
    private final Remarks remarks;
    private final int[] row;
    private final int[] group;

    /** Of each entry before balancing; a group's sum is its weight in the balance. */
    private final double[] base;

    /** Share of the cohort over weight in the balance, by group. */
    private final double[] scale;

    private final double[] total;

    private GroupWeights(
            List<AskedGroup> groups,
            List<String> same,
            List<int[]> all,
            ReferencePopulation people,
            Remarks remarks) {
        List<int[]> rows = all.stream().map(r -> thinned(r, MANY / groups.size())).toList();
        this.groups = groups;
        this.same = same;
        this.people = people;
        this.remarks = remarks;
        int n = rows.stream().mapToInt(r -> r.length).sum();
        row = new int[n];
        group = new int[n];
        base = new double[n];
        total = new double[groups.size()];
        scale = new double[groups.size()];
        double inverse = all.stream().mapToDouble(r -> 1.0 / r.length).sum();
        int next = 0;
        for (int g = 0; g < groups.size(); g++) {
            int[] own = rows.get(g);
            double[] w = people.table(List.of(), own).weights();
            double sum = Arrays.stream(w).sum();
            total[g] = 1.0 / all.get(g).length / inverse;
            scale[g] = groups.get(g).asked().percent() / 100 / total[g];
            for (int i = 0; i < own.length; i++) {
                row[next] = own[i];
                group[next] = g;
                base[next++] = w[i] / sum * total[g];
            }
        }
    }

    /**
     * @param same variables that are distributed alike in all groups
     * @param everyone wishes of the whole cohort
     * @param targets adds what is asked of the whole cohort to the targets
     */
    static StartWeights of(
            List<AskedGroup> groups,
            List<String> same,
            long patients,
            List<Selection.Wish> everyone,
            Selection selection,
            ReferencePopulation people,
            Remarks remarks,
            Function<Shares, OfEveryone> targets) {
        List<int[]> rows = rows(groups, everyone, selection, remarks);
        remarks.stopAtProblems();
        rows = Matched.onCommonGround(rows, same, groups, people, remarks);
        remarks.stopAtProblems();
        return new GroupWeights(groups, same, rows, people, remarks).balanced(patients, targets);
    }

    private static List<int[]> rows(
            List<AskedGroup> groups,
            List<Selection.Wish> everyone,
            Selection selection,
            Remarks remarks) {
        List<int[]> all = new ArrayList<>();
        for (AskedGroup g : groups) {
            List<Selection.Wish> wishes = new ArrayList<>(everyone);
            wishes.addAll(g.wishes());
            List<Problem> own = new ArrayList<>();
            all.add(selection.rows(wishes, own));
            for (Problem p : own) {
                remarks.problems()
                        .add(
                                new Problem(
                                        p.code(),
                                        "group " + g.asked().name() + ": " + p.where(),
                                        p.message(),
                                        p.suggestion()));
            }
        }
        return all;
    }

    private static int[] thinned(int[] rows, int most) {
        int step = (rows.length + most - 1) / most;
        int[] out = new int[(rows.length + step - 1) / step];
        Arrays.setAll(out, i -> rows[i * step]);
        return out;
    }

    private StartWeights balanced(long patients, Function<Shares, OfEveryone> targets) {
        List<List<GenerationPlan.SharedTest>> own = new ArrayList<>();
        List<String> spread = new ArrayList<>(same.stream().filter(this::isNumber).toList());
        Shares all = new Shares(people, row, base, scales(), remarks.problems());
        all.madeOf(groups, () -> new Kinds(group, groups.size()));
        OfEveryone everyone = targets.apply(all);
        everyone.means().stream().filter(m -> !spread.contains(m)).forEach(spread::add);
        own(all, own, spread);
        remarks.stopAtProblems();
        for (int g = 0; g + 1 < groups.size(); g++) {
            int one = g;
            all.moment("", e -> group[e] == one ? 1 : 0, total[g], x -> x);
        }
        Matched matched = new Matched(people, row, group, base, total);
        Shares whole = all.copy();
        same.forEach(v -> matched.alike(v, true, whole));
        Optional<EntropyBalance.Balanced> met = whole.met();
        if (met.isEmpty() && !same.isEmpty()) {
            Shares onlyMeans = all.copy();
            same.forEach(v -> matched.alike(v, false, onlyMeans));
            met = Optional.of(onlyMeans.balance());
            remarks.stopAtProblems();
            remarks.explain(
                    "the groups differ so much that only the means of what is to be the same could be made the same, not the spread");
        }
        EntropyBalance.Balanced balanced = met.orElseGet(() -> whole.balance());
        remarks.stopAtProblems();
        double[] weights = balanced.weights();
        for (int e = 0; e < weights.length; e++) {
            weights[e] *= scale[group[e]];
        }
        explain(weights);
        return started(weights, patients, balanced.divergence(), everyone.shares(), own, spread);
    }

    private void own(Shares all, List<List<GenerationPlan.SharedTest>> own, List<String> spread) {
        for (int g = 0; g < groups.size(); g++) {
            List<GenerationPlan.SharedTest> tests = new ArrayList<>();
            double[] in = inGroup(g);
            String name = "group " + groups.get(g).asked().name() + ": ";
            var criteria = new Criteria(people, remarks.problems());
            for (Constraint c : groups.get(g).asked().constraints()) {
                if (c instanceof Constraint.Share s) {
                    Optional<RowTest> test = s.criterion().match(criteria);
                    test.ifPresent(
                            t -> {
                                all.shareWithin(name + Words.of(s.criterion()), t, s.percent(), in);
                                tests.add(new GenerationPlan.SharedTest(t, s.percent()));
                            });
                } else if (c instanceof Constraint.Mean m && people.has(m.observation())) {
                    all.meanWithin(
                            name + "mean " + Words.name(m.observation()),
                            m.observation(),
                            m.value(),
                            in);
                    if (!spread.contains(m.observation())) {
                        spread.add(m.observation());
                    }
                } else if (c instanceof Constraint.Mean m) {
                    remarks.problems()
                            .add(
                                    new Problem(
                                            "plan.mean.nodata",
                                            name + Words.of(m),
                                            "no figure of this observation is known here",
                                            "leave it out"));
                }
            }
            own.add(tests);
        }
    }

    private double[] scales() {
        double[] all = new double[row.length];
        for (int e = 0; e < all.length; e++) {
            all[e] = scale[group[e]];
        }
        return all;
    }

    private double[] inGroup(int g) {
        double[] in = new double[row.length];
        for (int e = 0; e < in.length; e++) {
            in[e] = group[e] == g ? 1 : 0;
        }
        return in;
    }

    private boolean isNumber(String column) {
        return !people.variable(column).isCategory();
    }

    /** What the user must know of each group and of what was made alike. */
    private void explain(double[] weights) {
        for (AskedGroup g : groups) {
            if (!g.excluded().isEmpty()) {
                remarks.explain(
                        "nobody of group %s also meets what defines group %s"
                                .formatted(g.asked().name(), String.join(" or ", g.excluded())));
            }
        }
        for (String v : same) {
            if (isNumber(v)) {
                List<String> before = new ArrayList<>();
                for (int g = 0; g < groups.size(); g++) {
                    before.add(
                            groups.get(g).asked().name() + " " + Shares.number(mean(v, g, base)));
                }
                remarks.explain(
                        "same %s in all groups: mean %s; by themselves they have %s"
                                .formatted(
                                        Words.name(v).replace('_', ' '),
                                        Shares.number(mean(v, 0, weights)),
                                        String.join(", ", before)));
            }
        }
    }

    private double mean(String column, int g, double[] weights) {
        double[] values = people.column(column);
        double[] x = new double[row.length];
        double[] w = new double[row.length];
        for (int e = 0; e < row.length; e++) {
            x[e] = values[row[e]];
            w[e] = group[e] == g ? weights[e] : 0;
        }
        return Weighted.mean(x, w);
    }

    private StartWeights started(
            double[] weights,
            long patients,
            double divergence,
            List<GenerationPlan.SharedTest> shares,
            List<List<GenerationPlan.SharedTest>> own,
            List<String> spread) {
        BitSet rows = new BitSet(people.rows());
        for (int one : row) {
            rows.set(one);
        }
        int[] union = rows.stream().toArray();
        int[] place = new int[people.rows()];
        for (int i = 0; i < union.length; i++) {
            place[union[i]] = i;
        }
        double[] sum = new double[union.length];
        double[][] each = new double[groups.size()][union.length];
        for (int e = 0; e < row.length; e++) {
            int i = place[row[e]];
            sum[i] += weights[e];
            each[group[e]][i] = weights[e];
        }
        long[] sizes = sizes(patients);
        List<PlannedGroup> planned = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            List<GenerationPlan.SharedTest> exact = new ArrayList<>(own.get(g));
            for (String v : same) {
                exact.addAll(levels(v, union, each[g]));
            }
            planned.add(
                    new PlannedGroup(
                            groups.get(g).asked().name(),
                            sizes[g],
                            each[g],
                            groups.get(g).wishes().stream().map(Selection.Wish::test).toList(),
                            exact,
                            AskedIngredients.of(groups.get(g).asked()),
                            (int) Arrays.stream(each[g]).filter(w -> w > 0).count(),
                            Weighted.effectiveRows(each[g])));
        }
        return new StartWeights(union, sum, shares, spread, divergence, planned);
    }

    /** Levels of a matched category come in the file as exactly as an asked share. */
    private List<GenerationPlan.SharedTest> levels(String column, int[] union, double[] w) {
        if (isNumber(column)) {
            return List.of();
        }
        double[] values = people.column(column);
        List<GenerationPlan.SharedTest> out = new ArrayList<>();
        int levels = people.variable(column).levels().size();
        double all = Arrays.stream(w).sum();
        for (int level = 0; level + 1 < levels; level++) {
            double in = 0;
            for (int i = 0; i < w.length; i++) {
                in += values[union[i]] == level ? w[i] : 0;
            }
            if (in > 0 && in < all) {
                RowTest test = RowTest.level(column, Set.of(level));
                out.add(new GenerationPlan.SharedTest(test, 100 * in / all));
            }
        }
        return out;
    }

    /** Whole patients by largest remainder. */
    private long[] sizes(long patients) {
        long[] sizes = new long[groups.size()];
        double[] rest = new double[groups.size()];
        long left = patients;
        for (int g = 0; g < sizes.length; g++) {
            double exact = groups.get(g).asked().percent() / 100 * patients;
            sizes[g] = (long) Math.floor(exact + 1e-9);
            rest[g] = exact - sizes[g];
            left -= sizes[g];
        }
        for (; left > 0; left--) {
            int most = 0;
            for (int g = 1; g < rest.length; g++) {
                most = rest[g] > rest[most] + 1e-9 ? g : most;
            }
            sizes[most]++;
            rest[most]--;
        }
        return sizes;
    }
}
