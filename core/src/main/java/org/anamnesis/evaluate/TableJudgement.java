package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * All that was found out about one synthetic table.
 *
 * @param rowsTrain people who were learned from
 * @param rowsHoldout people who were not
 * @param rowsSynthetic rows that were made
 * @param seed of everything that was drawn
 * @param keys columns that the privacy attacks took as known to acquaintances
 * @param columns one by one
 * @param pairs how columns hang together
 * @param againstTrain can a model tell synthetic rows from training people; AUC
 * @param againstHoldout likewise from held-out people
 * @param trainAgainstHoldout the same model on two groups of real people: what chance does
 * @param coverage of real people by synthetic rows
 * @param subgroups means within levels of the main categories, the largest differences first
 * @param effects how strongly columns go with the outcome
 * @param utility if there is an outcome that could be judged
 * @param privacy what attacks came to
 * @param adherence one line a rule of the table or of the request
 * @param clinical rules of arithmetic and of the body, in the synthetic rows and in real people
 * @param courses how rows follow each other, where persons have several; then what is told apart,
 *     covered and attacked are persons
 */
public record TableJudgement(
        int rowsTrain,
        int rowsHoldout,
        int rowsSynthetic,
        long seed,
        List<String> keys,
        List<ColumnFidelity> columns,
        PairFidelity pairs,
        Estimate againstTrain,
        Estimate againstHoldout,
        Estimate trainAgainstHoldout,
        Coverage coverage,
        List<Subgroup> subgroups,
        List<Effect> effects,
        Optional<Utility> utility,
        PrivacyFindings privacy,
        List<TableAdherence> adherence,
        List<TableAdherence> clinical,
        Optional<CourseFidelity> courses) {
    /** A two-sample AUC below this says that rows of one table have doubles in the other. */
    public static final double COPYING = 0.45;

    public TableJudgement {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
        requireNonNull(pairs, "pairs");
        requireNonNull(againstTrain, "againstTrain");
        requireNonNull(againstHoldout, "againstHoldout");
        requireNonNull(trainAgainstHoldout, "trainAgainstHoldout");
        requireNonNull(coverage, "coverage");
        subgroups = List.copyOf(subgroups);
        effects = List.copyOf(effects);
        requireNonNull(utility, "utility");
        requireNonNull(privacy, "privacy");
        adherence = List.copyOf(adherence);
        clinical = List.copyOf(clinical);
        requireNonNull(courses, "courses");
    }

    /**
     * Whether the two-sample test against the training people says that rows were copied: a model
     * that has seen one of two doubles takes the other for its kind and errs. In a small table
     * shares that are the same in both do that too, a little: what the classifier has seen too much
     * of, the rows it is asked about have too little of. So the whole interval counts, and it must
     * lie below what two groups of real people come to.
     */
    public boolean copying() {
        double real = trainAgainstHoldout.known() ? trainAgainstHoldout.value() : COPYING;
        return againstTrain.high() < Math.min(COPYING, real);
    }

    /** Mean distance of the columns of one kind, NaN if there is none. */
    public double meanDistance(boolean categories) {
        return mean(categories, false);
    }

    /** The same between the two groups of real people. */
    public double meanFloor(boolean categories) {
        return mean(categories, true);
    }

    private double mean(boolean categories, boolean floor) {
        return columns.stream()
                .filter(c -> c.isCategory() == categories)
                .mapToDouble(c -> floor ? c.floor() : c.distance())
                .average()
                .orElse(Double.NaN);
    }
}
