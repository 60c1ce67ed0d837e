package org.anamnesis.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.measure.Measurands;
import org.anamnesis.problem.Problem;

/** What can be said against the groups of a specification without looking at any data. */
final class GroupCheck {
    private static final double ROUNDING = 1e-6;

    private final CohortSpec spec;
    private final Groups groups;
    private final List<Problem> problems;

    GroupCheck(CohortSpec spec, List<Problem> problems) {
        this.spec = spec;
        this.groups = spec.beyond().groups();
        this.problems = problems;
    }

    /**
     * @param ofEveryone problems that the specification has without groups
     */
    void check(List<Problem> ofEveryone) {
        if (groups.isEmpty()) {
            return;
        }
        names();
        sizes();
        same();
        for (StudyGroup g : groups.all()) {
            alone(g, ofEveryone);
        }
    }

    private void names() {
        Set<String> seen = new HashSet<>();
        for (StudyGroup g : groups.all()) {
            boolean odd = g.name().isBlank() || g.name().chars().anyMatch(Character::isISOControl);
            if (odd || g.name().length() > 60) {
                add("spec.group.name", g.name(), "This is no name of a group.", "a short name");
            } else if (!seen.add(g.name())) {
                add(
                        "spec.group.twice",
                        g.name(),
                        "Two groups have the same name.",
                        "a name of its own for each");
            }
        }
    }

    private void sizes() {
        if (groups.percent() > 100 + ROUNDING) {
            add(
                    "spec.groups.sum",
                    "groups",
                    String.format(
                            Locale.ROOT,
                            "The shares of the groups add up to %.4g %%; nobody can be in two of them.",
                            groups.percent()),
                    "shares that add up to 100 % at most");
        }
        for (StudyGroup g : groups.all()) {
            if (g.percent() * spec.count() < 50 - ROUNDING) { // rounds to nobody
                add(
                        "spec.group.empty",
                        g.name(),
                        "Nobody would be in this group.",
                        "a larger share, more patients, or leave the group out");
            }
        }
    }

    /** What must be distributed alike cannot be what tells the groups apart. */
    private void same() {
        for (String v : groups.same()) {
            boolean known =
                    v.equals("age")
                            || Known.LEVELS.containsKey(v)
                            || Measurands.bundled().find(v).isPresent();
            if (!known) {
                add(
                        "spec.groups.same.unknown",
                        v,
                        "Groups cannot be matched on this.",
                        "age, sex, race_ethnicity, smoking or an observation such as bmi");
            }
            List<List<Constraint>> about = new ArrayList<>();
            for (StudyGroup g : groups.all()) {
                about.add(g.constraints().stream().filter(c -> Subject.of(c).equals(v)).toList());
            }
            if (about.stream().distinct().count() > 1) {
                add(
                        "spec.groups.same",
                        "same " + v,
                        "The groups are told apart by "
                                + v.replace('_', ' ')
                                + " and cannot have the same "
                                + v.replace('_', ' ')
                                + ".",
                        "leave out one of the two");
            }
        }
    }

    /** A group as if it were the whole cohort: with everyone's wishes, its own in front. */
    private void alone(StudyGroup g, List<Problem> ofEveryone) {
        if (g.constraints().stream().anyMatch(c -> c instanceof Constraint.Shift)) {
            add(
                    "spec.group.relative",
                    g.name(),
                    "The mean of one group cannot be asked relative to what it would be.",
                    "the mean itself, for example \"the second group with mean HbA1c 9\"");
        }
        List<Constraint> asked = new ArrayList<>();
        for (Constraint c : spec.constraints()) {
            boolean own =
                    !(c instanceof Constraint.Require)
                            && g.constraints().stream()
                                    .anyMatch(o -> Subject.of(o).equals(Subject.of(c)));
            if (!own) { // a target of the whole cohort need not be that of a group
                asked.add(c);
            }
        }
        asked.addAll(g.constraints());
        CohortSpec one =
                spec.withConstraints(asked)
                        .withBeyond(spec.beyond().with(Groups.NONE).withBaseline(Optional.empty()));
        for (Problem p : SpecCheck.problems(one)) {
            if (!ofEveryone.contains(p)) {
                add(p.code(), "group " + g.name() + ": " + p.where(), p.message(), p.suggestion());
            }
        }
    }

    private void add(String code, String where, String message, String suggestion) {
        problems.add(new Problem(code, where, message, suggestion));
    }
}
