package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.generate.course.History;
import org.anamnesis.measure.Formula;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedField;
import org.anamnesis.plan.Spirometry;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.Derived;
import org.anamnesis.population.QuantileFunction;
import org.anamnesis.population.RowTest;
import org.anamnesis.random.Permutation;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * Makes one block of patients: start rows give the asked columns, the engine the others, facts move
 * what they must, formulas give what follows, and the fields of the user are picked from all of it.
 */
final class BlockMaker {
    private final GenerationPlan plan;
    private final Redraw redraw;
    private final StartRows start;
    private final int drawn;
    private final Map<String, Integer> position = new HashMap<>();
    private final List<Ranks> movedRanks = new ArrayList<>();
    private final List<PlannedField> moved;
    private final int[] duration;
    private final Sanity sanity;
    private final Optional<Spirometry> breath;
    private final Overwriting overwriting;
    private final IndexGaps gaps;
    private final OwnMaker own;
    private final DrugMaker drugs;

    BlockMaker(GenerationPlan plan, Redraw redraw) {
        this.plan = plan;
        this.redraw = redraw;
        this.start = new StartRows(plan);
        List<Variable> variables = plan.people().variables();
        drawn = variables.size();
        for (Variable v : variables) {
            position.put(v.name(), position.size());
        }
        for (Derived d : plan.derived()) {
            position.put(d.variable().name(), position.size());
        }
        moved =
                plan.fields().stream()
                        .filter(f -> f.source() == PlannedField.Origin.MOVED)
                        .toList();
        for (PlannedField f : moved) {
            movedRanks.add(Ranks.of(plan.people().column(f.column()), plan.startWeights()));
        }
        overwriting = new Overwriting(plan, position);
        gaps = new IndexGaps(plan, position);
        own = new OwnMaker(plan, overwriting);
        drugs = new DrugMaker(plan);
        sanity = new Sanity(plan.derived(), position);
        breath = plan.spirometry();
        duration =
                variables.stream()
                        .filter(v -> v.name().endsWith("_duration"))
                        .mapToInt(v -> position.get(v.name()))
                        .toArray();
    }

    /** Makes the records of the blocks from the columns, if somebody asks for them. */
    Recording history(CohortHeader header) {
        return new History(plan, header, position, one -> sanity.offends(one, 0));
    }

    /** Adds recordings and images to the records. */
    Recording examinations(GenerationPlan from, CohortHeader header, Recording before) {
        return new Examinations(from.studies(), header, position, before);
    }

    void fill(PatientBlock block, SeedTree seeds, Recording recording) {
        int count = block.count();
        double[][] work = new double[position.size()][count];
        StartRows.Started started = start.fill(work, block.first(), count, seeds);
        draw(work, block.first(), count, seeds);
        for (int i = 0; i < count; i++) {
            if (offends(work, i)) {
                redrawOne(work, i, block.first() + i, seeds);
            }
        }
        if (!plan.withHistory()) { // a history tells when it ended
            for (int i = 0; i < count; i++) {
                sanity.endMetformin(work, i, plan.given());
            }
        }
        if (overwriting.changesValues()) {
            overwriting.values(work, block.first(), count, seeds);
            derive(work, count);
        }
        List<PlannedField> fields = plan.fields();
        for (int k = 0; k < fields.size(); k++) {
            double[] out = block.column(k);
            switch (fields.get(k).source()) {
                case OWN -> own.fill(k, block, seeds);
                case GROUP -> System.arraycopy(started.groups(), 0, out, 0, count);
                case INGREDIENT ->
                        drugs.ingredient(
                                fields.get(k), out, taking(fields.get(k), work), started, seeds);
                case DEALT ->
                        drugs.dealt(
                                fields.get(k), out, taking(fields.get(k), work), started, seeds);
                default -> pick(fields.get(k), out, work, block.first(), count, seeds);
            }
            overwriting.missing(fields.get(k).column(), out, work, block.first(), count, seeds);
        }
        breath.ifPresent(s -> s.agree(block::column, count));
        if (plan.gaps()) {
            gaps.fill(block, work, seeds);
        }
        recording.fill(block, work, seeds);
    }

    /** Everything after the given columns: drawn, bounded, moved, derived. */
    private void draw(double[][] work, long first, int count, SeedTree seeds) {
        redraw.fill(Arrays.copyOf(work, drawn), first, count, seeds);
        bound(work, count);
        for (int m = 0; m < moved.size(); m++) {
            move(moved.get(m), movedRanks.get(m), work, first, count, seeds);
        }
        derive(work, count);
    }

    /**
     * Draws one patient anew, the given columns kept, until nothing offends; a pure function of
     * seed and patient.
     */
    private void redrawOne(double[][] work, int row, long patient, SeedTree seeds) {
        double[][] one = new double[work.length][1];
        if (plan.whole()) { // the row itself offends nobody; moving it a little did
            start.fillUnmoved(one, patient, 1, seeds);
            draw(one, patient, 1, seeds);
            for (int k = 0; k < work.length; k++) {
                work[k][row] = one[k][0];
            }
            return;
        }
        for (int attempt = 1; attempt <= Sanity.ATTEMPTS; attempt++) {
            for (int k = 0; k < plan.given(); k++) {
                one[k][0] = work[k][row];
            }
            draw(one, patient, 1, new SeedTree(seeds.purpose("again:" + attempt)));
            if (!offends(one, 0)) {
                for (int k = 0; k < work.length; k++) {
                    work[k][row] = one[k][0];
                }
                return;
            }
        }
    }

    /** Pregnant women are treated for a diabetes that the survey did not ask them for. */
    private boolean offends(double[][] work, int row) {
        return sanity.offends(work, row)
                || (plan.pregnant()
                        ? sanity.harmsPregnancy(work, row)
                        : sanity.treatsNothing(work, row));
    }

    /** Nobody has had a condition for longer than they have lived. */
    private void bound(double[][] work, int count) {
        double[] age = work[position.get("age")];
        for (int k : duration) {
            for (int i = 0; i < count; i++) {
                if (work[k][i] > age[i]) {
                    work[k][i] = age[i];
                }
            }
        }
    }

    /**
     * Quantile mapping: the person keeps the rank among the people learned from, the value becomes
     * the fact's.
     */
    private void move(
            PlannedField field,
            Ranks ranks,
            double[][] work,
            long first,
            int count,
            SeedTree seeds) {
        double[] column = work[position.get(field.column())];
        QuantileFunction shape = plan.shapes().get(field.column());
        long purpose = seeds.purpose("move:" + field.column());
        for (int i = 0; i < count; i++) {
            if (!Double.isNaN(column[i])) {
                double within = SeedTree.uniform(SeedTree.key(purpose, first + i), 0);
                column[i] =
                        Formula.round(shape.at(ranks.rank(column[i], within)), field.decimals());
            }
        }
    }

    private void derive(double[][] work, int count) {
        for (Derived d : plan.derived()) {
            double[] out = work[position.get(d.variable().name())];
            double[][] parents =
                    d.parents().stream().map(p -> work[position.get(p)]).toArray(double[][]::new);
            double[] row = new double[parents.length];
            for (int i = 0; i < count; i++) {
                for (int k = 0; k < row.length; k++) {
                    row[k] = parents[k][i];
                }
                out[i] = d.formula().of(row);
            }
        }
    }

    /** Who takes a class of drugs by themselves; empty if the people do not tell. */
    private double[] taking(PlannedField field, double[][] work) {
        return field.column().isEmpty() ? new double[0] : work[position.get(field.column())];
    }

    /** Whether each of these stands for a condition. */
    private void proxy(String condition, double[] out, double[][] work, int count) {
        RowTest test = ConditionRows.of(condition).orElseThrow().test();
        int[] at = test.columns().stream().mapToInt(position::get).toArray();
        double[] row = new double[at.length];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < at.length; k++) {
                row[k] = work[at[k]][i];
            }
            out[i] = test.of(row) == 1 ? 1 : 0;
        }
    }

    private void pick(
            PlannedField field,
            double[] out,
            double[][] work,
            long first,
            int count,
            SeedTree seeds) {
        switch (field.source()) {
            case PEOPLE, DERIVED, MOVED ->
                    System.arraycopy(work[position.get(field.column())], 0, out, 0, count);
            case ALWAYS -> Arrays.fill(out, 0, count, 1);
            case PROXY -> proxy(field.id(), out, work, count);
            case OWN, GROUP, INGREDIENT, DEALT -> throw new IllegalStateException(field.name());
            case ALONE -> {
                QuantileFunction shape = plan.shapes().get(field.column());
                String ranks = breath.map(s -> s.ranks(field)).orElse(field.column());
                long purpose = seeds.purpose("alone:" + ranks);
                var places = new Permutation(plan.count(), purpose);
                for (int i = 0; i < count; i++) {
                    double within = SeedTree.uniform(SeedTree.key(purpose, first + i), 0);
                    double u =
                            shape.even()
                                    ? (places.place(first + i) + within) / plan.count()
                                    : within;
                    out[i] = Formula.round(shape.at(u), field.decimals());
                }
            }
        }
    }
}
