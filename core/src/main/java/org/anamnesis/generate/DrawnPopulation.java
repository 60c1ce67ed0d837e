package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedGroup;
import org.anamnesis.population.Census;
import org.anamnesis.population.Learned;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * A population for one request whose people a learned model has drawn, in the place of the census:
 * all of them meet what the request asks of everyone, and each column alone is spread nearly as in
 * the census.
 *
 * @param people with the census' columns
 * @param found how many they are
 * @param drawn rows that were drawn for them
 * @param off how far the share off most is from the census', in its SD; NaN if it is not known
 */
public record DrawnPopulation(ReferencePopulation people, int found, long drawn, double off) {
    /**
     * Draws it.
     *
     * @param engine name of the model's engine
     * @param of the request as planned on the census
     * @param census the census
     * @param told whether the model is told the conditions, or draws freely
     * @param wanted people after which to stop, by group if there are groups
     * @param most rows drawn at most, for all groups
     */
    public static DrawnPopulation of(
            String engine,
            RowSource model,
            GenerationPlan of,
            ReferencePopulation census,
            boolean told,
            int wanted,
            long most) {
        List<List<RowTest>> parts = new ArrayList<>();
        for (PlannedGroup g : of.groups()) {
            List<RowTest> all = new ArrayList<>(of.required());
            all.addAll(g.required());
            parts.add(all);
        }
        if (parts.isEmpty()) {
            parts.add(of.required());
        }
        var people = new DrawnPeople(model);
        List<Table> tables = new ArrayList<>();
        long drawn = 0;
        double off = 0;
        for (int k = 0; k < parts.size(); k++) {
            List<RowTest> required = parts.get(k);
            var seeds = new SeedTree(new SeedTree(of.seed()).purpose("people:" + k));
            DrawnPeople.Drawn part =
                    people.draw(
                            required, told, wanted / parts.size() + 1, most / parts.size(), seeds);
            drawn += part.drawn();
            int[] rows = census.select(RowTest.all(required));
            List<String> names =
                    of.people().variables().stream()
                            .map(v -> v.name())
                            .filter(part.people()::has)
                            .toList();
            double[] weights = {};
            if (part.people().rows() > 0) {
                var balanced = DrawnBalance.of(part.people(), census.table(names, rows));
                weights = balanced.weights();
                off = Math.max(off, balanced.off());
            }
            tables.add(part.people().withWeights(scaled(weights, census.weight(rows))));
        }
        Table all = joined(tables);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("drawn_by", engine);
        about.put("period", census.period());
        Map<String, Learned> learned = new LinkedHashMap<>();
        all.variables().forEach(v -> learned.put(v.name(), census.learned(v.name()).get(0)));
        return new DrawnPopulation(
                ReferencePopulation.of(Census.of(all, about, learned)), all.rows(), drawn, off);
    }

    /** Weights that add up to the residents for whom the people stand. */
    private static double[] scaled(double[] weights, double residents) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum * residents).toArray();
    }

    private static Table joined(List<Table> tables) {
        if (tables.size() == 1) {
            return tables.get(0);
        }
        int p = tables.get(0).variables().size();
        double[][] columns =
                IntStream.range(0, p)
                        .mapToObj(
                                k ->
                                        tables.stream()
                                                .flatMapToDouble(t -> Arrays.stream(t.column(k)))
                                                .toArray())
                        .toArray(double[][]::new);
        double[] weights =
                tables.stream().flatMapToDouble(t -> Arrays.stream(t.weights())).toArray();
        return new Table(tables.get(0).variables(), columns, weights);
    }
}
