package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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

    /**
     * A figure that can be counted.
     *
     * @param id of what it is of; of a mean its column
     * @param test of whom the share is asked; empty for a mean
     */
    private record Figure(String id, String what, String unit, Optional<RowTest> test) {}

    private final ReferencePopulation people;
    private final StartWeights start;
    private final List<Figure> figures = new ArrayList<>();
    private final Deals deals;

    /**
     * @param observations asked for, without those that no row has
     * @param deals drugs that are dealt, of which rows tell nothing or not all
     */
    Statistics(
            ReferencePopulation people,
            StartWeights start,
            List<String> observations,
            Optional<String> condition,
            Deals deals) {
        this.people = people;
        this.start = start;
        this.deals = deals;
        mean("age", "a");
        share("female", "female", RowTest.level("sex", Set.of(0)));
        if (people.has("smoking")) {
            share("smoking", "current smokers", RowTest.level("smoking", Set.of(2)));
        }
        for (String id : observations) {
            if (people.has(id) && !people.variable(id).isCategory()) {
                mean(id, Measurands.bundled().get(id).unit());
            }
        }
        for (String id : CONDITIONS) {
            Optional<ConditionRows> rows =
                    ConditionRows.of(id)
                            .filter(r -> r.test().columns().stream().allMatch(people::has));
            if (rows.isPresent() && condition.filter(id::equals).isEmpty()) {
                share(id, "with " + Words.name(id).toLowerCase(Locale.ROOT), rows.get().test());
            }
        }
        for (DrugColumns.DrugClass drug : DrugColumns.all()) {
            if (people.has(drug.column())) {
                String name =
                        Catalogue.bundled()
                                .find(drug.concept())
                                .map(c -> c.name())
                                .orElse(drug.label());
                share(drug.concept(), "on " + name, RowTest.yes(drug.column()));
            }
        }
    }

    private void mean(String id, String unit) {
        figures.add(new Figure(id, "mean " + Words.name(id), unit, Optional.empty()));
    }

    private void share(String id, String what, RowTest test) {
        figures.add(new Figure(id, what, "%", Optional.of(test)));
    }

    /** All of them, counted on several threads, each by one. */
    List<Statistic> all() {
        var counting = Counting.ofMany(people, start);
        List<Supplier<Weighted.Spread>> counts =
                figures.stream().map(f -> count(f, counting)).toList();
        List<Weighted.Spread> counted = counts.parallelStream().map(Supplier::get).toList();
        List<Statistic> all = new ArrayList<>();
        for (int k = 0; k < counted.size(); k++) {
            told(figures.get(k), counted.get(k)).ifPresent(all::add);
        }
        List<Statistic> dealt = dealt();
        all.removeIf(s -> dealt.stream().anyMatch(d -> d.id().equals(s.id()) && s.share()));
        all.addAll(dealt);
        return List.copyOf(all);
    }

    /** Shares of drugs that are dealt: they are as asked. */
    private List<Statistic> dealt() {
        var counting = Counting.ofFew(people, start);
        List<Statistic> all = new ArrayList<>();
        deals.shares(start.groups(), column -> counting.share(RowTest.yes(column)).get().mean())
                .forEach(
                        (id, percent) -> {
                            double p = percent / 100;
                            String what = "on " + Words.name(id);
                            double sd = 100 * Math.sqrt(Math.max(0, p * (1 - p)));
                            int rows = start.rows().length;
                            all.add(new Statistic(id, what, "%", true, percent, sd, rows));
                        });
        return all;
    }

    private static Supplier<Weighted.Spread> count(Figure f, Counting counting) {
        return f.test().map(counting::share).orElseGet(() -> counting.spread(f.id()));
    }

    /** One of them; empty if it is none, or nobody has a value. */
    Optional<Statistic> one(String id, boolean share) {
        Optional<Statistic> dealt =
                share
                        ? dealt().stream().filter(s -> s.id().equals(id)).findFirst()
                        : Optional.empty();
        if (dealt.isPresent()) {
            return dealt;
        }
        return figures.stream()
                .filter(f -> f.id().equals(id) && f.test().isPresent() == share)
                .findFirst()
                .flatMap(f -> told(f, count(f, Counting.ofFew(people, start)).get()));
    }

    private static Optional<Statistic> told(Figure f, Weighted.Spread of) {
        return of.known() == 0
                ? Optional.empty()
                : Optional.of(
                        new Statistic(
                                f.id(),
                                f.what(),
                                f.unit(),
                                f.test().isPresent(),
                                of.mean(),
                                of.sd(),
                                of.known()));
    }
}
