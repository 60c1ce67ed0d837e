package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Catalogue;
import org.anamnesis.measure.Measurands;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.population.Weighted;

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

    /** By row of the population: 1 if it is one of the request's. */
    private final byte[] in;

    /** By row of the population; 0 if it is none of the request's. */
    private final double[] weight;

    private final double total;
    private final List<Statistic> all = new ArrayList<>();

    private Statistics(ReferencePopulation people, StartWeights start) {
        this.people = people;
        this.start = start;
        this.in = new byte[people.rows()];
        this.weight = new double[people.rows()];
        double sum = 0;
        for (int i = 0; i < start.rows().length; i++) {
            in[start.rows()[i]] = 1;
            weight[start.rows()[i]] = start.weights()[i];
            sum += start.weights()[i];
        }
        this.total = sum;
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
        double[] column = people.column(id);
        int[] measured = people.measured(id);
        boolean few = 2 * start.rows().length < measured.length;
        Weighted.Spread of =
                few ? start.spread(column) : Weighted.among(measured, column, in, weight);
        add(id, "mean " + Words.name(id), unit, false, of);
    }

    private void share(String id, String what, RowTest test) {
        int[] yes = people.answering(test, ReferencePopulation.YES);
        int[] unknown = people.answering(test, ReferencePopulation.UNKNOWN);
        boolean few = start.rows().length < yes.length + unknown.length;
        Weighed with = few ? asked(test, ReferencePopulation.YES) : among(yes);
        Weighed without = few ? asked(test, ReferencePopulation.UNKNOWN) : among(unknown);
        double share = with.weight() / (total - without.weight());
        double sd = Math.sqrt(Math.max(0, share * (1 - share)));
        int known = start.rows().length - without.rows();
        add(id, what, "%", true, new Weighted.Spread(known, 100 * share, 100 * sd));
    }

    /** How many rows of the request, and their weight. */
    private record Weighed(int rows, double weight) {}

    /** Of the request's rows those with an answer. */
    private Weighed asked(RowTest test, byte answer) {
        byte[] answers = people.answers(test);
        int[] rows = start.rows();
        double[] weights = start.weights();
        int n = 0;
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            int counts = answers[rows[i]] == answer ? 1 : 0; // no branch that cannot be foreseen
            n += counts;
            sum += counts * weights[i];
        }
        return new Weighed(n, sum);
    }

    /** Of some rows of the population those of the request. */
    private Weighed among(int[] rows) {
        int n = 0;
        double sum = 0;
        for (int row : rows) {
            n += in[row];
            sum += weight[row];
        }
        return new Weighed(n, sum);
    }

    private void add(String id, String what, String unit, boolean share, Weighted.Spread of) {
        if (of.known() > 0) {
            all.add(new Statistic(id, what, unit, share, of.mean(), of.sd(), of.known()));
        }
    }
}
