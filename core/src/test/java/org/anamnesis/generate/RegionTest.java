package org.anamnesis.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.cohort.Cohort;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.RegionShares;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedField;
import org.anamnesis.plan.Planner;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Regions;
import org.junit.jupiter.api.Test;

/** The census region, which no row of the survey has: drawn by facts, exact, and said to be so. */
class RegionTest {
    private static final int COUNT = 2000;
    private static final int SOUTH = Regions.ALL.indexOf("South");
    private static final Evidence EVIDENCE = Evidence.bundled();
    private static final ReferencePopulation PEOPLE = ReferencePopulation.bundled(true, false);
    private static final CohortSpec PLAIN =
            CohortSpec.DEFAULT.withCount(COUNT).withCondition(Optional.of("hypertension"));

    private static GenerationPlan plan(Constraint... asked) {
        return Planner.plan(PLAIN.withConstraints(List.of(asked)), EVIDENCE, PEOPLE);
    }

    private static Criterion in(String... regions) {
        return new Criterion.CategoryIn(Regions.NAME, List.of(regions));
    }

    private static Map<String, List<Double>> made(GenerationPlan plan) throws IOException {
        Cohort cohort = Generator.cohort(plan, 2);
        Map<String, List<Double>> values = new HashMap<>();
        cohort.forEachBlock(
                b -> {
                    for (int k = 0; k < cohort.header().fields().size(); k++) {
                        String id = cohort.header().fields().get(k).id();
                        List<Double> all = values.computeIfAbsent(id, i -> new ArrayList<>());
                        for (int i = 0; i < b.count(); i++) {
                            all.add(b.column(k)[i]);
                        }
                    }
                });
        return values;
    }

    private static double share(List<Double> column, int level) {
        return column.stream().filter(v -> v == level).count() / (double) column.size();
    }

    @Test
    void theColumnIsThereOnlyWhenAskedFor() {
        assertFalse(plan().fields().stream().anyMatch(f -> f.id().equals(Regions.NAME)));
        assertTrue(
                plan(new Constraint.Require(in("South"))).fields().stream()
                        .anyMatch(f -> f.id().equals(Regions.NAME)));
    }

    @Test
    void everyoneLivesWhereAskedAndRaceFollows() throws IOException {
        int black = PEOPLE.variable("race_ethnicity").levels().indexOf("NH Black");
        Map<String, List<Double>> south = made(plan(new Constraint.Require(in("South"))));
        Map<String, List<Double>> west = made(plan(new Constraint.Require(in("West"))));

        assertEquals(1.0, share(south.get(Regions.NAME), SOUTH));
        // of Black people 59.7 % live in the South and 8.3 % in the West
        assertTrue(
                share(south.get("race_ethnicity"), black)
                        > 2 * share(west.get("race_ethnicity"), black));
    }

    @Test
    void anAskedShareIsExact() throws IOException {
        List<Double> region = made(plan(new Constraint.Share(in("South"), 60))).get(Regions.NAME);

        assertEquals(1200, region.stream().filter(v -> v == SOUTH).count());
    }

    /**
     * Binomial: with 10,000 and more people of a race the share is within 2 points but for 1e-4.
     */
    @Test
    void peopleOfEachRaceLiveWhereTheFactsSay() {
        double[] region = PEOPLE.column(Regions.NAME);
        double[] race = PEOPLE.column("race_ethnicity");
        List<String> races = PEOPLE.variable("race_ethnicity").levels();
        for (RegionShares fact : RegionShares.all()) {
            int level = races.indexOf(fact.who());
            double n = 0;
            double[] in = new double[Regions.ALL.size()];
            for (int i = 0; i < race.length; i++) {
                if (race[i] == level) {
                    n++;
                    in[(int) region[i]]++;
                }
            }
            for (int r = 0; r < in.length; r++) {
                assertEquals(fact.percent().get(r), 100 * in[r] / n, 2.5, fact.who());
            }
            assertEquals(100, fact.percent().stream().mapToDouble(d -> d).sum(), 0.05);
        }
        assertEquals(Regions.ALL, RegionShares.regions());
    }

    @Test
    void theColumnSaysThatItIsBorrowedAndFromWhom() {
        GenerationPlan plan = plan(new Constraint.Require(in("South", "West")));
        PlannedField field =
                plan.fields().stream()
                        .filter(f -> f.id().equals(Regions.NAME))
                        .findFirst()
                        .orElseThrow();

        assertTrue(field.provenance().assumed().contains("no health difference"));
        assertFalse(field.provenance().sources().isEmpty());
        field.provenance().sources().forEach(id -> assertTrue(EVIDENCE.source(id).isPresent(), id));
        assertTrue(plan.explained().contains(Regions.BORROWED));
    }
}
