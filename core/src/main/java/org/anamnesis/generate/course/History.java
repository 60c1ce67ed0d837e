package org.anamnesis.generate.course;

import java.util.Map;
import java.util.function.Predicate;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.generate.Recording;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.random.SeedTree;

/**
 * The history of every patient up to the index visit, which stands in it as it was made: a pure
 * function of plan, seed and patient.
 */
public final class History implements Recording {
    private final GenerationPlan plan;
    private final CohortHeader header;
    private final Map<String, Integer> position;
    private final Predicate<double[][]> offends;

    /**
     * @param plan with a history
     * @param position of each column in a working block
     * @param offends whether a working block of one row holds what nobody may show
     */
    public History(
            GenerationPlan plan,
            CohortHeader header,
            Map<String, Integer> position,
            Predicate<double[][]> offends) {
        this.plan = plan;
        this.header = header;
        this.position = Map.copyOf(position);
        this.offends = offends;
    }

    @Override
    public void fill(PatientBlock block, double[][] work, SeedTree seeds) {
        block.record().clear(block.count());
        var maker = new PatientHistory(plan, header, position, offends, seeds);
        for (int p = 0; p < block.count(); p++) {
            maker.fill(block, work, p);
        }
    }
}
