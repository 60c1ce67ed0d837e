package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Catalogue;
import org.anamnesis.measure.Measurands;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;

/** Means and shares of the people of a request, as the reference population has them. */
final class Statistics {
    private static final List<String> CONDITIONS =
            List.of(
                    "hypertension",
                    "hyperlipidemia",
                    "obesity",
                    "type-2-diabetes",
                    "chronic-kidney-disease",
                    "coronary-artery-disease",
                    "heart-failure",
                    "stroke",
                    "depression");

    private final ReferencePopulation people;
    private final StartWeights start;
    private final List<Statistic> all = new ArrayList<>();

    private Statistics(ReferencePopulation people, StartWeights start) {
        this.people = people;
        this.start = start;
    }

    /**
     * @param observations asked for, without those that no row has
     */
    static List<Statistic> of(
            ReferencePopulation people,
            StartWeights start,
            List<String> observations,
            Optional<String> condition) {
        Statistics s = new Statistics(people, start);
        s.mean("age", "a");
        s.share("female", "female", RowTest.level("sex", Set.of(0)));
        if (people.has("smoking")) {
            s.share("smoking", "current smokers", RowTest.level("smoking", Set.of(2)));
        }
        for (String id : observations) {
            if (people.has(id) && !people.variable(id).isCategory()) {
                s.mean(id, Measurands.bundled().get(id).unit());
            }
        }
        for (String id : CONDITIONS) {
            Optional<ConditionRows> rows =
                    ConditionRows.of(id)
                            .filter(r -> r.test().columns().stream().allMatch(people::has));
            if (rows.isPresent() && condition.filter(id::equals).isEmpty()) {
                s.share(id, "with " + Words.name(id).toLowerCase(Locale.ROOT), rows.get().test());
            }
        }
        for (DrugColumns.DrugClass drug : DrugColumns.all()) {
            if (people.has(drug.column())) {
                String name =
                        Catalogue.bundled()
                                .find(drug.concept())
                                .map(c -> c.name())
                                .orElse(drug.label());
                s.share(drug.concept(), "on " + name, RowTest.yes(drug.column()));
            }
        }
        return s.all;
    }

    private void mean(String id, String unit) {
        add(id, "mean " + Words.name(id), unit, false, 1, people.column(id));
    }

    private void share(String id, String what, RowTest test) {
        byte[] answers = people.answers(test);
        double[] x = new double[answers.length];
        for (int i = 0; i < x.length; i++) {
            x[i] =
                    answers[i] == ReferencePopulation.YES
                            ? 1
                            : answers[i] == ReferencePopulation.NO ? 0 : Double.NaN;
        }
        add(id, what, "%", true, 100, x);
    }

    private void add(
            String id, String what, String unit, boolean share, double scale, double[] column) {
        int known = (int) Arrays.stream(start.rows()).filter(r -> !Double.isNaN(column[r])).count();
        if (known > 0) {
            all.add(
                    new Statistic(
                            id,
                            what,
                            unit,
                            share,
                            scale * start.mean(column),
                            scale * start.sd(column),
                            known));
        }
    }
}
