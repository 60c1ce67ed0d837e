package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/**
 * "the arms should have the same age" after "half on tamoxifen, half on letrozole": shares of drugs
 * that make up all patients become the groups that the message speaks of.
 */
final class ArmShares {
    private static final double CLOSE = 0.5;
    private static final String WHICH =
            "the|both|two|three|these|those|each|between|every|either|all|our|my";

    private ArmShares() {}

    /** What makes groups of them; empty if no groups are spoken of, or they are there. */
    static List<Edit> groups(Sentence s, CohortSpec current) {
        if (!current.beyond().groups().all().isEmpty() || !spoken(s)) {
            return List.of();
        }
        List<StudyGroup> groups = groups(current.constraints());
        return groups.isEmpty()
                ? List.of()
                : List.of(new Edit.SetGroups(new Groups(groups, List.of())));
    }

    /**
     * "two arms: half metformin, half insulin": groups of which nothing is asked are the shares.
     */
    static List<Reading.Quoted> filled(Sentence s, List<Reading.Quoted> edits) {
        List<Constraint> asked = new ArrayList<>();
        for (Reading.Quoted q : edits) {
            if (q.edit() instanceof Edit.AddConstraint a) {
                asked.add(a.constraint());
            }
        }
        List<StudyGroup> shares = groups(asked);
        List<StudyGroup> groups = shares.isEmpty() && !ofAll(s) ? listed(asked) : shares;
        Optional<Groups> bare =
                edits.stream()
                        .filter(q -> q.edit() instanceof Edit.SetGroups)
                        .map(q -> ((Edit.SetGroups) q.edit()).groups())
                        .filter(g -> g.all().size() == groups.size())
                        .filter(g -> g.all().stream().allMatch(x -> x.constraints().isEmpty()))
                        .findFirst();
        if (bare.isEmpty()) {
            return edits;
        }
        Groups now = new Groups(groups, bare.get().same());
        List<Reading.Quoted> all = new ArrayList<>();
        for (Reading.Quoted q : edits) {
            boolean share =
                    q.edit() instanceof Edit.AddConstraint a
                            && (now.isShare(a.constraint())
                                    || now.all().stream()
                                            .anyMatch(
                                                    g ->
                                                            g.constraints()
                                                                    .equals(
                                                                            List.of(
                                                                                    a
                                                                                            .constraint()))));
            if (q.edit() instanceof Edit.SetGroups) {
                all.add(new Reading.Quoted(new Edit.SetGroups(now), q.quote()));
            } else if (!share) {
                all.add(q);
            }
        }
        return all;
    }

    /** Shares of drugs that make up everybody, as groups; else none. */
    private static List<StudyGroup> groups(List<Constraint> constraints) {
        List<StudyGroup> groups = new ArrayList<>();
        for (Constraint c : constraints) {
            if (c instanceof Constraint.Share share
                    && share.criterion() instanceof Criterion.TakesMedication) {
                List<Constraint> asked = List.of(new Constraint.Require(share.criterion()));
                groups.add(new StudyGroup(GroupPart.name(asked), share.percent(), asked));
            }
        }
        double sum = groups.stream().mapToDouble(StudyGroup::percent).sum();
        return groups.size() < 2 || Math.abs(sum - 100) > CLOSE ? List.of() : groups;
    }

    /**
     * "three groups of 100 patients with T2DM: metformin, insulin, sitagliptin": as many drugs as
     * groups, of which nothing else is said.
     */
    private static List<StudyGroup> listed(List<Constraint> asked) {
        List<StudyGroup> groups = new ArrayList<>();
        for (Constraint c : asked) {
            if (c instanceof Constraint.Require r
                    && r.criterion() instanceof Criterion.TakesMedication) {
                groups.add(new StudyGroup(GroupPart.name(List.of(c)), 0, List.of(c)));
            }
        }
        double each = groups.isEmpty() ? 0 : 100.0 / groups.size();
        return groups.size() < 2
                ? List.of()
                : groups.stream()
                        .map(g -> new StudyGroup(g.name(), each, g.constraints()))
                        .toList();
    }

    /** Whether the drugs may be those of everyone. */
    private static boolean ofAll(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "all|everyone|everybody|both|each|every")) {
                return true;
            }
        }
        return false;
    }

    private static boolean spoken(Sentence s) {
        for (int i = 1; i < s.size(); i++) {
            boolean which = s.like(i - 1, WHICH) || s.like(i - 2, WHICH);
            if (s.like(i, "arms?|groups?") && which) {
                return true;
            }
        }
        return false;
    }
}
