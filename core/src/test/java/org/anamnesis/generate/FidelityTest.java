package org.anamnesis.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.cohort.Cohort;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.plan.Planner;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.CohortSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Means of what comes out against the means that were computed from the survey with its weights:
 * within 0.1 SD each. At 20,000 patients the mean of one observation has a standard error of 0.007
 * SD, so that chance alone never fails.
 */
class FidelityTest {
    private static final int COUNT = 20_000;
    private static final double BAR = 0.1;
    private static final double BAR_TO_2018 = 0.15;
    private static final Evidence EVIDENCE = Evidence.bundled();
    private static final ReferencePopulation PEOPLE = ReferencePopulation.bundled(true, false);

    private static Map<String, Double> means(String condition) throws IOException {
        CohortSpec spec = CohortSpec.DEFAULT.withCount(COUNT).withCondition(Optional.of(condition));
        Cohort cohort = Generator.cohort(Planner.plan(spec, EVIDENCE, PEOPLE), 2);
        int columns = cohort.header().fields().size();
        double[] sum = new double[columns];
        long[] n = new long[columns];
        cohort.forEachBlock(
                b -> {
                    for (int k = 0; k < columns; k++) {
                        for (int i = 0; i < b.count(); i++) {
                            double v = b.column(k)[i];
                            if (!Double.isNaN(v)) {
                                sum[k] += v;
                                n[k]++;
                            }
                        }
                    }
                });
        Map<String, Double> means = new LinkedHashMap<>();
        for (int k = 0; k < columns; k++) {
            means.put(cohort.header().fields().get(k).id(), sum[k] / n[k]);
        }
        return means;
    }

    /** Observations further than the bar from what the survey says, with by how many SD. */
    private static List<String> far(
            String condition, Map<String, Double> means, double moved, double bar) {
        List<String> far = new ArrayList<>();
        for (ConditionEvidence.Ranked ranked : EVIDENCE.condition(condition).observations()) {
            Optional<Marginal> fact =
                    ranked.overall()
                            .filter(m -> m.confidence() == Confidence.COMPUTED)
                            .filter(m -> m.sd().isPresent());
            Double mean = means.get(ranked.observation());
            if (fact.isPresent() && mean != null) {
                double sd = fact.get().sd().getAsDouble();
                double off = (mean - fact.get().mean()) / sd + moved;
                if (Math.abs(off) > bar) {
                    far.add("%s of %s: %.3f SD".formatted(ranked.observation(), condition, off));
                }
            }
        }
        return far;
    }

    @Test
    void meansOfTypeTwoDiabetesAreThoseOfTheSurvey() throws IOException {
        Map<String, Double> means = means("type-2-diabetes");

        assertEquals(List.of(), far("type-2-diabetes", means, 0, BAR));
        assertTrue(
                far("type-2-diabetes", means, 0.25, BAR).size() >= 15, "the twin must be caught");
    }

    /**
     * Heart failure and coronary disease are allowed more: the file tells of them to 2018 alone,
     * the published means to March 2020 (docs/decisions/0006).
     */
    @Tag("slow")
    @Test
    void meansOfOtherConditionsAreThoseOfTheSurvey() throws IOException {
        List<String> far = new ArrayList<>();
        for (String condition :
                List.of(
                        "general-population",
                        "hypertension",
                        "hyperlipidemia",
                        "obesity",
                        "chronic-kidney-disease",
                        "depression",
                        "asthma",
                        "copd",
                        "rheumatoid-arthritis")) {
            far.addAll(far(condition, means(condition), 0, BAR));
        }
        for (String condition : List.of("heart-failure", "stroke", "coronary-artery-disease")) {
            far.addAll(far(condition, means(condition), 0, BAR_TO_2018));
        }
        assertEquals(List.of(), far);
    }

    /**
     * The published mean of 5.77 % counts people whom HbA1c alone tells of, because fasting glucose
     * was measured in a quarter. Where both were measured it is 5.54 % (standard error below 0.02).
     */
    @Test
    void prediabetesIsThatOfPeopleWithBothMeasurements() throws IOException {
        assertEquals(5.54, means("prediabetes").get("hba1c"), 0.03);
    }

    @Test
    void stagesOfKidneyDiseaseAreAsFrequentAsInTheSurvey() {
        double[] egfr = PEOPLE.column("egfr");
        double third = Arrays.stream(egfr).filter(v -> v >= 30 && v < 60).count();
        // NHANES 2011-March 2020: 4.8 % of adults, standard error about 0.2
        assertEquals(4.8, 100 * third / egfr.length, 0.6);
    }
}
