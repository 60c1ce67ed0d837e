package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/** "levetiracetam instead of valproate" of a group that was to take valproate. */
final class GroupReplaced {
    private static final String SIGNS =
            "replace|instead|swap|change|switch|rather|substitute|exchange";
    private static final String EMPTY =
            SIGNS
                    + "|of|by|with|to|for|in|the|group|arm|arms|please|no|sorry|,|\\.|!|and|make|it|use|take|on|than|from|now|wait|i|meant";

    private final Draft draft;
    private final Sentence s;
    private final Groups groups;

    GroupReplaced(Draft draft, Groups groups) {
        this.draft = draft;
        this.s = draft.sentence;
        this.groups = groups;
    }

    boolean found() {
        List<Sentence.Named> all =
                s.named().stream().filter(n -> !n.is(Concept.Kind.OBSERVATION)).toList();
        boolean sign = false;
        for (int i = 0; i < s.size(); i++) {
            int at = i;
            boolean named = all.stream().anyMatch(n -> n.from() <= at && at < n.to());
            sign |= s.like(i, SIGNS);
            if (!named && !s.like(i, EMPTY)) {
                return false;
            }
        }
        if (!sign || all.size() != 2) {
            return false;
        }
        boolean first = asked(all.get(0).concept());
        Concept old = all.get(first ? 0 : 1).concept();
        Concept now = all.get(first ? 1 : 0).concept();
        if (asked(old) == asked(now)) {
            return false;
        }
        Groups changed = groups;
        for (StudyGroup g : groups.all()) {
            List<Constraint> wishes = g.constraints().stream().map(c -> with(c, old, now)).toList();
            boolean same = wishes.equals(g.constraints());
            changed = same ? changed : GroupChanges.with(changed, g, wishes);
        }
        draft.edit(new Edit.SetGroups(changed), 0, s.size());
        s.use(0, s.size());
        return true;
    }

    private boolean asked(Concept c) {
        return groups.all().stream()
                .flatMap(g -> g.constraints().stream())
                .anyMatch(w -> Last.concept(w).equals(c.id()));
    }

    private static Constraint with(Constraint c, Concept old, Concept now) {
        Optional<Criterion> of = Last.criterion(c);
        if (of.isEmpty() || !Last.concept(c).equals(old.id())) {
            return c;
        }
        boolean not = of.get() instanceof Criterion.Not;
        Criterion plain =
                now.kind() == Concept.Kind.CONDITION
                        ? new Criterion.HasCondition(now.id(), Optional.empty())
                        : new Criterion.TakesMedication(now.id());
        Criterion changed = not ? new Criterion.Not(plain) : plain;
        return c instanceof Constraint.Share h
                ? new Constraint.Share(changed, h.percent())
                : new Constraint.Require(changed);
    }
}
