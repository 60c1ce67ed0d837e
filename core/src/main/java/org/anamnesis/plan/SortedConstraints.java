package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * Constraints sorted by what meets them: wishes choose rows, shares and means weight them. What
 * concerns a published shape is done to the shape, for no row has its values.
 */
final class SortedConstraints implements Constraint.Cases<Void> {
    private final Criteria criteria;
    private final PublishedShapes shapes;
    private final Remarks remarks;
    private final List<Selection.Wish> wishes = new ArrayList<>();
    private final List<Constraint.Share> shares = new ArrayList<>();
    private final List<Constraint.Mean> means = new ArrayList<>();
    private final List<Constraint.Correlation> correlations = new ArrayList<>();

    SortedConstraints(
            List<Constraint> constraints,
            ReferencePopulation people,
            PublishedShapes shapes,
            Remarks remarks) {
        this.criteria = new Criteria(people, remarks.problems());
        this.shapes = shapes;
        this.remarks = remarks;
        for (Constraint constraint : constraints) {
            constraint.match(this);
        }
    }

    List<Selection.Wish> wishes() {
        return wishes;
    }

    List<Constraint.Share> shares() {
        return shares;
    }

    List<Constraint.Correlation> correlations() {
        return correlations;
    }

    List<Constraint.Mean> means() {
        return means;
    }

    boolean ageAsked() {
        return wishes.stream().anyMatch(w -> w.criterion() instanceof Criterion.AgeBetween);
    }

    @Override
    public Void require(Constraint.Require asked) {
        Criterion criterion = asked.criterion();
        if (criterion instanceof Criterion.ObservationWithin o && shapes.has(o.observation())) {
            shapes.cut(o).ifPresent(remarks.problems()::add);
        } else {
            criterion
                    .match(criteria)
                    .ifPresent(t -> wishes.add(new Selection.Wish(Words.of(asked), criterion, t)));
        }
        return null;
    }

    @Override
    public Void share(Constraint.Share asked) {
        Criterion c = asked.criterion();
        boolean not = c instanceof Criterion.Not;
        Criterion plain = not ? ((Criterion.Not) c).inner() : c;
        if (plain instanceof Criterion.ObservationWithin o && shapes.shares(o.observation())) {
            shapes.share(o, not ? 100 - asked.percent() : asked.percent());
            remarks.explain(
                    Words.of(asked)
                            + ": parts of the published distribution weigh as asked; no other value follows");
        } else {
            shares.add(asked);
        }
        return null;
    }

    @Override
    public Void mean(Constraint.Mean asked) {
        if (shapes.has(asked.observation())) {
            shapes.move(asked);
            remarks.explain(
                    "the spread about the asked mean of %s is that of the published figure"
                            .formatted(Words.name(asked.observation())));
        } else {
            means.add(asked);
        }
        return null;
    }

    /** Only in a plan that asks what the mean would be: see {@link RelativeMeans}. */
    @Override
    public Void shift(Constraint.Shift asked) {
        return null;
    }

    @Override
    public Void correlation(Constraint.Correlation asked) {
        correlations.add(asked);
        return null;
    }
}
