package org.anamnesis.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Disjoint groups that a cohort consists of: nobody is in two of them. If their shares add up to
 * less than 100 %, the other patients are the rest.
 *
 * @param all in the order in which they were named
 * @param same variables whose distribution is the same in all of them: {@code age}, a category or
 *     an observation
 */
public record Groups(List<StudyGroup> all, List<String> same) {
    public static final Groups NONE = new Groups(List.of(), List.of());

    /** Shares that differ by less are the same. */
    private static final double ROUNDING = 1e-6;

    public Groups {
        all = List.copyOf(all);
        same = List.copyOf(same);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public Optional<StudyGroup> named(String name) {
        return all.stream().filter(g -> g.name().equals(name)).findFirst();
    }

    /** Whether a share of the cohort is one of these groups and nothing else. */
    public boolean isShare(Constraint c) {
        return c instanceof Constraint.Share s
                && all.stream()
                        .anyMatch(
                                g ->
                                        g.constraints()
                                                        .equals(
                                                                List.of(
                                                                        new Constraint.Require(
                                                                                s.criterion())))
                                                && Math.abs(g.percent() - s.percent()) < ROUNDING);
    }

    /** Share of all groups together, in %. */
    public double percent() {
        return all.stream().mapToDouble(StudyGroup::percent).sum();
    }

    /** Whether some patients are in none of the groups. */
    public boolean leavesRest() {
        return !all.isEmpty() && percent() < 100 - ROUNDING;
    }

    /**
     * One group gets another share. If the groups are all there is, the others share what remains
     * in the proportion that they had.
     */
    Groups resized(String name, double percent) {
        double others = percent() - named(name).map(StudyGroup::percent).orElse(0.0);
        double left = 100 - percent;
        List<StudyGroup> out = new ArrayList<>();
        for (StudyGroup g : all) {
            double share =
                    g.name().equals(name)
                            ? percent
                            : leavesRest() || others <= 0
                                    ? g.percent()
                                    : Math.max(0, g.percent() / others * left);
            out.add(g.withPercent(share));
        }
        return new Groups(out, same);
    }

    /** More is asked of one group; what it was asked about the same gives way. */
    Groups asking(String name, List<Constraint> more) {
        return new Groups(
                all.stream()
                        .map(
                                g ->
                                        g.name().equals(name)
                                                ? g.withConstraints(
                                                        Amendment.of(g.constraints(), more))
                                                : g)
                        .toList(),
                same);
    }

    Groups matchedOn(List<String> variables) {
        List<String> every = new ArrayList<>(same);
        variables.stream().filter(v -> !every.contains(v)).forEach(every::add);
        return new Groups(all, every);
    }

    /** Nothing about the subject is the same any more, nor asked of a group. */
    Groups without(String subject) {
        return new Groups(
                all.stream()
                        .map(
                                g ->
                                        g.withConstraints(
                                                g.constraints().stream()
                                                        .filter(c -> !Subject.of(c).equals(subject))
                                                        .toList()))
                        .toList(),
                same.stream().filter(v -> !v.equals(subject)).toList());
    }
}
