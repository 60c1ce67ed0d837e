package org.anamnesis.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.spec.CohortSpec;
import org.junit.jupiter.api.Test;

/** Drugs are taken at the ages and by the sexes of the survey. */
class DrugMarginsTest {
    private static final int N = 6000;
    private static final String DRUG = "drug_bisphosphonate";

    /** Takers are 2 of 100, whoever they are, or old women. */
    private static Map<String, double[]> people(boolean oldWomen) {
        var random = new SplittableRandom(8);
        Map<String, double[]> all = new HashMap<>();
        List.of(
                        "diabetes",
                        "glucose_pills_now",
                        "bp_medication",
                        "cholesterol_medication",
                        "heart-failure",
                        "asthma",
                        "copd",
                        "rheumatoid-arthritis")
                .forEach(c -> all.put(c, new double[N]));
        Survey.ADULT_DRUGS.forEach(c -> all.put(c.variable().name(), new double[N]));
        double[] age = new double[N];
        double[] sex = new double[N];
        double[] creatinine = new double[N];
        for (int i = 0; i < N; i++) {
            age[i] = 18 + random.nextInt(63);
            sex[i] = random.nextInt(2);
            creatinine[i] = .8;
            all.get("copd")[i] = random.nextInt(10) == 0 ? 1 : 0;
            boolean may = !oldWomen || (age[i] >= 60 && sex[i] == 0);
            all.get(DRUG)[i] = may && random.nextDouble() < (oldWomen ? .12 : .02) ? 1 : 0;
        }
        all.putAll(Map.of("age", age, "sex", sex, "creatinine", creatinine));
        return all;
    }

    private static long young(Map<String, double[]> people) {
        return IntStream.range(0, N)
                .filter(i -> people.get(DRUG)[i] == 1 && people.get("age")[i] < 60)
                .count();
    }

    @Test
    void whoIsTooManyHandsTheDrugToTheAgesThatTakeIt() {
        Map<String, double[]> made = people(false);
        double takers = Arrays.stream(made.get(DRUG)).sum();
        assertTrue(young(made) > takers / 2, "those of any age take it");
        double[] even = new double[N];
        Arrays.fill(even, 1);
        double ill = withCopd(made);
        DrugMargins.meet(made, people(true), even, new SeedTree(3));
        assertEquals(takers, Arrays.stream(made.get(DRUG)).sum());
        assertTrue(young(made) <= takers / 50, young(made) + " of " + takers);
        assertEquals(ill, withCopd(made), 2.0, "from one with lung disease to another");
    }

    private static double withCopd(Map<String, double[]> people) {
        return IntStream.range(0, N)
                .filter(i -> people.get(DRUG)[i] == 1 && people.get("copd")[i] == 1)
                .count();
    }

    /**
     * None of 107 people on a bisphosphonate is below 40 (NHANES 2011-2014), one on a drug for
     * dementia in twenty; 18 and 16 of 100 were when trees had screened age out.
     */
    @Test
    void osteoporosisAndDementiaAreOfTheOld() throws IOException {
        assertTrue(below(40, "osteoporosis") <= 10);
        assertEquals(0, below(40, "dementia"));
        assertTrue(below(60, "dementia") <= 100);
    }

    private static long below(int years, String condition) throws IOException {
        var spec = CohortSpec.DEFAULT.withCount(1000).withCondition(Optional.of(condition));
        double[] age = MadeCohorts.made(spec).get("age");
        return Arrays.stream(age).filter(a -> a < years).count();
    }

    /** Bisphosphonates drawn anew for adults of any kind go to the old, too. */
    @Test
    void aTreeOfARareDrugAsksForAge() throws IOException {
        Map<String, double[]> made = MadeCohorts.made(CohortSpec.DEFAULT.withCount(6000));
        double[] drug = made.get("class:bisphosphonate");
        double[] age = made.get("age");
        int[] takers =
                IntStream.range(0, drug.length).filter(i -> !Double.isNaN(drug[i])).toArray();
        long young = Arrays.stream(takers).filter(i -> age[i] < 40).count();
        assertTrue(takers.length > 30, takers.length + " take it");
        assertTrue(young <= takers.length / 10, young + " of " + takers.length);
    }

    @Test
    void nobodyTakesMetforminWhoseKidneysFail() throws IOException {
        var spec = CohortSpec.DEFAULT.withCount(2000).withCondition(Optional.of("type-2-diabetes"));
        Map<String, double[]> made = MadeCohorts.made(spec);
        double[] egfr = made.get("egfr");
        double[] metformin = made.get("class:biguanide");
        int[] failing = IntStream.range(0, egfr.length).filter(i -> egfr[i] < 30).toArray();
        assertTrue(failing.length > 20, "some have such kidneys");
        assertTrue(Arrays.stream(failing).allMatch(i -> Double.isNaN(metformin[i])));
    }
}
