package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.anamnesis.generate.RowSource;
import org.anamnesis.learn.sample.Conditions;
import org.anamnesis.learn.sample.Sample;
import org.anamnesis.learn.sample.SampleRequest;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.learn.sample.Target;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * Rows of a learned table in groups: each group is drawn by itself, whatever the engine, under what
 * is asked of everyone, of the group, and of what is to be the same.
 *
 * @param sample rows of all groups in no order, with one more column that says whose they are
 * @param told what came of each group and of what is the same, a sentence each
 */
record GroupedRows(Sample sample, List<String> told) {
    /** Rows of a group from which is seen how it is by itself, and the least that tell it. */
    private static final int LOOKED = 2_000;

    private static final int LEAST_LOOKED = 200;

    /**
     * What is asked.
     *
     * @param where of every row
     * @param targets of the rows of each group together
     * @param column that says whose a row is
     * @param most rows drawn at most for each group
     */
    record Asked(
            List<String> where,
            List<String> targets,
            TableGroups groups,
            String column,
            int rows,
            long most,
            long seed) {}

    /**
     * @throws RequestException with the group that cannot be had
     */
    static GroupedRows draw(RowSource source, Asked asked) {
        List<TableGroups.Group> groups = asked.groups().all();
        List<String> names = groups.stream().map(TableGroups.Group::name).toList();
        int[] sizes = sizes(asked);
        SharedMargin margin =
                asked.groups().same().isEmpty()
                        ? new SharedMargin(List.of(), List.of(), List.of(), List.of())
                        : SharedMargin.of(
                                names,
                                looks(source, asked, sizes),
                                asked.groups().same(),
                                asked.targets());
        List<String> told = new ArrayList<>();
        List<Sample> drawn;
        try {
            drawn = drawn(source, asked, sizes, margin.where(), margin.whole());
        } catch (RequestException far) {
            boolean spread =
                    far.problems().stream()
                            .allMatch(p -> p.code().equals("sample.target.unreachable"));
            if (!spread || margin.whole().equals(margin.means())) {
                throw far;
            }
            try {
                drawn = drawn(source, asked, sizes, margin.where(), margin.means());
            } catch (RequestException apart) {
                throw new RequestException(alike(asked, apart.problems()));
            }
            told.add(
                    "The groups differ so much that only the means of what is to be the same could be made the same, not the spread.");
        }
        for (int g = 0; g < sizes.length; g++) {
            told.add(
                    "Group %s: %d; of all that the model makes, %s %% are like this."
                            .formatted(
                                    names.get(g),
                                    sizes[g],
                                    Warnings.rounded(100 * drawn.get(g).yield().meanWeight())));
        }
        told.addAll(margin.told());
        Sample all =
                Sample.together(
                        drawn,
                        Variable.category(asked.column(), names),
                        Target.read(asked.targets(), source.variables()),
                        new SeedTree(asked.seed()).purpose("groups"));
        return new GroupedRows(all, told);
    }

    /** In the words of what was asked; how groups are made alike is not the user's to change. */
    private static List<Problem> alike(Asked asked, List<Problem> problems) {
        List<String> targets = new ArrayList<>(asked.targets());
        asked.groups().all().forEach(g -> targets.addAll(g.targets()));
        List<Problem> own =
                problems.stream()
                        .filter(
                                p ->
                                        !p.code().equals("sample.target.unreachable")
                                                || targets.stream()
                                                        .map(
                                                                t ->
                                                                        t.substring(
                                                                                0,
                                                                                t.lastIndexOf('=')))
                                                        .anyMatch(p.where()::contains))
                        .toList();
        if (!own.isEmpty()) {
            return own;
        }
        String same = String.join(", ", asked.groups().same().stream().map(c -> c.name()).toList());
        return List.of(
                new Problem(
                        "sample.groups.alike",
                        "same " + same,
                        "The groups differ so much that they cannot be made alike in this.",
                        "leave out \"same %s\", or ask for groups that overlap".formatted(same)));
    }

    private static List<Sample> looks(RowSource source, Asked asked, int[] sizes) {
        List<Sample> looks = new ArrayList<>();
        for (int g = 0; g < sizes.length; g++) {
            TableGroups.Group group = asked.groups().all().get(g);
            List<String> targets = both(asked.targets(), group.targets());
            int some = Math.min(LOOKED, Math.max(LEAST_LOOKED, sizes[g]));
            Function<Integer, Sample> look =
                    rows -> drawn(source, asked, group, List.of(), targets, rows, "look");
            try {
                looks.add(look.apply(some));
            } catch (RequestException rare) { // of a small group of rare people are as many enough
                if (some <= sizes[g]) {
                    throw rare;
                }
                looks.add(look.apply(sizes[g]));
            }
        }
        return looks;
    }

    private static List<Sample> drawn(
            RowSource source, Asked asked, int[] sizes, List<String> where, List<String> targets) {
        List<Sample> drawn = new ArrayList<>();
        for (int g = 0; g < sizes.length; g++) {
            TableGroups.Group group = asked.groups().all().get(g);
            List<String> all = both(both(asked.targets(), group.targets()), targets);
            drawn.add(drawn(source, asked, group, where, all, sizes[g], "group"));
        }
        return drawn;
    }

    private static Sample drawn(
            RowSource source,
            Asked asked,
            TableGroups.Group group,
            List<String> where,
            List<String> targets,
            int rows,
            String purpose) {
        try {
            return Sampler.draw(
                    source,
                    new SampleRequest(
                            rows,
                            Conditions.read(
                                    both(both(asked.where(), group.where()), where),
                                    source.variables()),
                            Target.read(targets, source.variables()),
                            asked.most(),
                            new SeedTree(asked.seed()).purpose(purpose + " " + group.name())));
        } catch (RequestException e) {
            throw new RequestException(
                    e.problems().stream().map(p -> TableGroups.of(group.name(), p)).toList());
        }
    }

    private static List<String> both(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Whole rows by largest remainder. */
    private static int[] sizes(Asked asked) {
        List<TableGroups.Group> groups = asked.groups().all();
        int[] sizes = new int[groups.size()];
        double[] rest = new double[sizes.length];
        int left = asked.rows();
        for (int g = 0; g < sizes.length; g++) {
            double exact = groups.get(g).percent() / 100 * asked.rows();
            sizes[g] = (int) Math.floor(exact + 1e-9);
            rest[g] = exact - sizes[g];
            left -= sizes[g];
        }
        for (; left > 0; left--) {
            int most = 0;
            for (int g = 1; g < sizes.length; g++) {
                most = rest[g] > rest[most] + 1e-9 ? g : most;
            }
            sizes[most]++;
            rest[most]--;
        }
        for (int g = 0; g < sizes.length; g++) {
            if (sizes[g] < 1) {
                throw new RequestException(
                        List.of(
                                new Problem(
                                        "sample.groups.few",
                                        "group " + groups.get(g).name(),
                                        "Of %d rows none are left for this group."
                                                .formatted(asked.rows()),
                                        "more rows, or a larger share")));
            }
        }
        return sizes;
    }
}
