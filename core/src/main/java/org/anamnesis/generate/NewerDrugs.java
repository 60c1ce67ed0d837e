package org.anamnesis.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.anamnesis.population.Learned;
import org.anamnesis.population.Placement;
import org.anamnesis.random.SeedTree;

/**
 * Moves SGLT2 inhibitors and GLP-1 agonists, rare in 2011-2014, to their use among adults with type
 * 2 diabetes in NHANES 2017-2020 (Limonte et al. 2022: 5.8 % and 4.4 %), among those on treatment;
 * more before 65 than after, by the odds ratio of commercial against Medicare claims of 2019 (21.1
 * against 10.5 %, 20.8 against 11.6 % of treated).
 */
final class NewerDrugs {
    private NewerDrugs() {}

    /**
     * Draws who takes them anew.
     *
     * @param made columns of the drawn people; those of the two drugs are overwritten
     * @param from what the columns rest on; told of the change
     */
    static void place(Map<String, double[]> made, Map<String, Learned> from, SeedTree seeds) {
        double[] weights = new double[made.get("age").length];
        Arrays.fill(weights, 1);
        place(made, weights, from, seeds);
    }

    /**
     * As above.
     *
     * @param weights how many residents each row stands for
     */
    static void place(
            Map<String, double[]> made,
            double[] weights,
            Map<String, Learned> from,
            SeedTree seeds) {
        place(made, weights, from, seeds, "drug_sglt2_inhibitor", 0.058, 0.211, 0.105);
        place(made, weights, from, seeds, "drug_glp1_ra", 0.044, 0.208, 0.116);
    }

    private static void place(
            Map<String, double[]> made,
            double[] all,
            Map<String, Learned> from,
            SeedTree seeds,
            String drug,
            double share,
            double young,
            double old) {
        double oddsRatio = young / (1 - young) / (old / (1 - old));
        double[] age = made.get("age");
        double[] diabetes = made.get("diabetes");
        double[] flag = made.get(drug);
        int[] people = IntStream.range(0, age.length).filter(i -> diabetes[i] == 2).toArray();
        double[] offsets = new double[people.length];
        double[] weights = new double[people.length];
        for (int k = 0; k < people.length; k++) {
            int i = people[k];
            weights[k] = all[i];
            boolean treated =
                    made.get("glucose_pills_now")[i] == 1 || made.get("insulin_now")[i] == 1;
            offsets[k] =
                    !treated ? Double.NEGATIVE_INFINITY : age[i] < 65 ? Math.log(oddsRatio) : 0;
        }
        double[] drawn =
                Placement.draw(Placement.probabilities(offsets, weights, share), seeds, drug);
        Arrays.fill(flag, 0);
        for (int k = 0; k < people.length; k++) {
            flag[people[k]] = drawn[k];
        }
        from.put(
                drug,
                new Learned(
                        "2017-2020",
                        OptionalLong.empty(),
                        drug,
                        String.format(
                                Locale.ROOT,
                                "%.1f %% of US adults with type 2 diabetes take it (NHANES 2017-2020); odds ratio %.2f below 65 years (claims of 2019); given to people with type 2 diabetes who take glucose-lowering pills or insulin",
                                100 * share,
                                oddsRatio),
                        "US adults with type 2 diabetes",
                        List.of("limonte-2022", "claims-2019")));
    }
}
