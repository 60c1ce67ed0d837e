package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One of the disjoint groups of a cohort.
 *
 * @param name as it stands in the column {@code group}
 * @param percent share of all patients, 0 to 100; met exactly
 * @param constraints what is asked of this group beside what is asked of everyone
 */
public record StudyGroup(String name, double percent, List<Constraint> constraints) {
    public StudyGroup {
        requireNonNull(name, "name");
        constraints = List.copyOf(constraints);
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("share of a group " + percent);
        }
    }

    StudyGroup withPercent(double changed) {
        return new StudyGroup(name, changed, constraints);
    }

    StudyGroup withConstraints(List<Constraint> changed) {
        return new StudyGroup(name, percent, changed);
    }

    /** What every patient of the group meets. */
    public List<Criterion> required() {
        return constraints.stream()
                .filter(c -> c instanceof Constraint.Require)
                .map(c -> ((Constraint.Require) c).criterion())
                .toList();
    }
}
