package org.anamnesis.generate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;

/**
 * Gives each class of drugs to the ages, the sexes and the kidneys that take it in the survey. The
 * trees of the census screen a finely cut number out for an answer that few give, so that the age
 * of takers was near everyone's: 17 of 100 on a bisphosphonate were below 40, where nobody is in
 * NHANES 2011-2014, and so were people with osteoporosis and dementia, who are told by their drugs.
 *
 * <p>Takers too many of a cell hand the drug to people of a cell with too few, who are alike
 * otherwise: as many take it as before.
 */
final class DrugMargins {
    /** Placed by age already. */
    private static final Set<String> PLACED = Set.of("drug_sglt2_inhibitor", "drug_glp1_ra");

    private static final double[] AGES = {40, 60, 75};

    /** eGFR below which metformin is stopped and doses change, mL/min/1.73 m2. */
    private static final double FAILING = 30;

    /** A cell of few people is as the drawn ones are by so many of them. */
    private static final double PRIOR = 5;

    /** In what giver and taker are alike; where nobody is, in the next. */
    private static final List<List<String>> ALIKE =
            List.of(
                    List.of(
                            "diabetes",
                            "glucose_pills_now",
                            "bp_medication",
                            "cholesterol_medication",
                            "heart-failure",
                            "asthma",
                            "copd",
                            "rheumatoid-arthritis"),
                    List.of("diabetes", "bp_medication", "asthma", "copd"),
                    List.of("diabetes"));

    private final Map<String, double[]> made;
    private final int[] cells;
    private final List<List<List<?>>> kinds = new ArrayList<>();
    private final SeedTree seeds;

    private DrugMargins(Map<String, double[]> made, SeedTree seeds) {
        this.made = made;
        this.seeds = seeds;
        cells = cells(made);
        for (List<String> columns : ALIKE) {
            kinds.add(
                    IntStream.range(0, cells.length)
                            .<List<?>>mapToObj(i -> kind(columns, i))
                            .toList());
        }
    }

    /**
     * Hands drugs on until each cell has the survey's share.
     *
     * @param made columns of the drawn people; those of the drugs change
     * @param asked the same columns of the survey's people who were asked for drugs
     * @param weights of these
     */
    static void meet(
            Map<String, double[]> made,
            Map<String, double[]> asked,
            double[] weights,
            SeedTree seeds) {
        var margins = new DrugMargins(made, seeds);
        int[] surveyed = cells(asked);
        for (SurveyColumn column : Survey.ADULT_DRUGS) {
            String drug = column.variable().name();
            if (!PLACED.contains(drug)) {
                margins.meet(drug, margins.wanted(drug, asked.get(drug), surveyed, weights));
            }
        }
    }

    static int[] shuffled(int count, long purpose) {
        return IntStream.range(0, count)
                .boxed()
                .sorted(
                        Comparator.comparingDouble(
                                i -> SeedTree.uniform(SeedTree.key(purpose, i), 0)))
                .mapToInt(i -> i)
                .toArray();
    }

    private static int[] cells(Map<String, double[]> people) {
        double[] age = people.get("age");
        double[] sex = people.get("sex");
        double[] egfr = Calibration.egfr(people);
        int[] cells = new int[age.length];
        for (int i = 0; i < cells.length; i++) {
            int band = 0;
            while (band < AGES.length && age[i] >= AGES[band]) {
                band++;
            }
            cells[i] = 4 * band + (sex[i] == 1 ? 2 : 0) + (egfr[i] < FAILING ? 1 : 0);
        }
        return cells;
    }

    private static int count() {
        return 4 * (AGES.length + 1);
    }

    /** How many of each cell shall take a drug; together as many as do. */
    private double[] wanted(String drug, double[] asked, int[] surveyed, double[] weights) {
        double[] people = new double[count()];
        double[] weight = new double[count()];
        double[] takers = new double[count()];
        for (int i = 0; i < surveyed.length; i++) {
            people[surveyed[i]]++;
            weight[surveyed[i]] += weights[i];
            takers[surveyed[i]] += asked[i] == 1 ? weights[i] : 0;
        }
        double[] size = new double[count()];
        double[] now = new double[count()];
        for (int i = 0; i < cells.length; i++) {
            size[cells[i]]++;
            now[cells[i]] += made.get(drug)[i];
        }
        double[] wanted = new double[count()];
        for (int c = 0; c < wanted.length; c++) {
            double real = weight[c] == 0 ? 0 : takers[c] / weight[c];
            double drawn = size[c] == 0 ? 0 : now[c] / size[c];
            wanted[c] = size[c] * (people[c] * real + PRIOR * drawn) / (people[c] + PRIOR);
        }
        double as = Arrays.stream(now).sum() / Math.max(1, Arrays.stream(wanted).sum());
        return Arrays.stream(wanted).map(w -> Math.rint(w * as)).toArray();
    }

    private void meet(String drug, double[] wanted) {
        double[] takes = made.get(drug);
        double[] missing = wanted.clone();
        for (int i = 0; i < cells.length; i++) {
            missing[cells[i]] -= takes[i];
        }
        // In an order of the drug's own: the same people would be handed one drug after the other.
        int[] shuffled = shuffled(cells.length, seeds.purpose("margin:" + drug));
        for (List<List<?>> kind : kinds) {
            Map<List<?>, Deque<Integer>> others = new HashMap<>();
            for (int i : shuffled) {
                if (takes[i] == 0 && missing[cells[i]] > 0) {
                    others.computeIfAbsent(kind.get(i), x -> new ArrayDeque<>()).add(i);
                }
            }
            for (int giver : shuffled) {
                if (takes[giver] == 1 && missing[cells[giver]] < 0) {
                    handOn(giver, others.get(kind.get(giver)), takes, missing);
                }
            }
        }
    }

    private void handOn(int giver, Deque<Integer> others, double[] takes, double[] missing) {
        while (others != null && !others.isEmpty() && takes[giver] == 1) {
            int next = others.remove();
            if (takes[next] == 0 && missing[cells[next]] > 0) {
                takes[next] = 1;
                missing[cells[next]]--;
                takes[giver] = 0;
                missing[cells[giver]]++;
            }
        }
    }

    private List<?> kind(List<String> columns, int i) {
        return columns.stream().map(c -> made.get(c)[i]).toList();
    }
}
