package org.anamnesis.spec;

import java.util.List;

/** Census regions of the United States, for which the survey's public files have no column. */
public final class Regions {
    /** The category's name. */
    public static final String NAME = "region";

    public static final List<String> ALL = List.of("Northeast", "Midwest", "South", "West");

    /** What whoever uses the column must know. */
    public static final String BORROWED =
            "the census region is drawn from race and ethnicity by published shares; borrowed: no health difference between regions is carried";

    private Regions() {}

    /** Whether a criterion asks for a region. */
    public static boolean in(Criterion criterion) {
        Criterion plain = criterion instanceof Criterion.Not n ? n.inner() : criterion;
        return plain instanceof Criterion.CategoryIn c && c.variable().equals(NAME);
    }

    /** Whether a specification asks for a region. */
    public static boolean in(CohortSpec spec) {
        return spec.constraints().stream()
                .anyMatch(
                        c ->
                                (c instanceof Constraint.Require r && in(r.criterion()))
                                        || (c instanceof Constraint.Share s && in(s.criterion())));
    }
}
