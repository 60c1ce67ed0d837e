package org.anamnesis.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;

/** Drugs of which people take one or the other. */
class RivalsTest {
    private static final int N = 3000;

    /** As many signs of being treated tell more of a drug than its rival does: trees ask these. */
    private static final int SIGNS = 30;

    private static final String FIRST = "drug_ace_inhibitor";
    private static final String SECOND = "drug_arb";

    /** Half are treated, each with one of two drugs. */
    private static Table treated() {
        var random = new SplittableRandom(4);
        List<Variable> variables = new ArrayList<>();
        double[][] columns = new double[SIGNS + 2][N];
        for (int k = 0; k < SIGNS; k++) {
            variables.add(Variable.flag("sign_" + k));
        }
        variables.add(Variable.flag(FIRST));
        variables.add(Variable.flag(SECOND));
        for (int i = 0; i < N; i++) {
            int treated = random.nextInt(2);
            for (int k = 0; k < SIGNS; k++) {
                columns[k][i] = random.nextDouble() < .9 ? treated : 1 - treated;
            }
            columns[SIGNS][i] = treated * random.nextInt(2);
            columns[SIGNS + 1][i] = treated - columns[SIGNS][i];
        }
        double[] weights = new double[N];
        Arrays.fill(weights, 1);
        return new Table(variables, columns, weights);
    }

    private static long both(double[] a, double[] b) {
        return IntStream.range(0, a.length).filter(i -> a[i] == 1 && b[i] == 1).count();
    }

    private static long drawnBoth(boolean rivals) {
        Table people = treated();
        var settings = new TreeSettings(60, 0, true, rivals, List.of());
        double[][] out = new double[SIGNS + 2][N];
        for (int k = 0; k < SIGNS; k++) {
            out[k] = people.column("sign_" + k).clone();
        }
        new TreesEngine(settings).fit(people, SIGNS).fill(out, 0, N, new SeedTree(9));
        return both(out[SIGNS], out[SIGNS + 1]);
    }

    @Test
    void aTreeAsksForTheRivalFirst() {
        assertEquals(0, drawnBoth(true));
        assertTrue(drawnBoth(false) > N / 50, "a tree that does not, mixes them");
    }

    /** Who is one too many hands the drug on: as many take each as before. */
    @Test
    void thoseWhoTakeBothPart() {
        Map<String, double[]> made = people(.5);
        Map<String, double[]> asked = people(.02);
        double[] even = new double[N];
        Arrays.fill(even, 1);
        double takers = Arrays.stream(made.get(SECOND)).sum();
        double rate =
                both(asked.get(FIRST), asked.get(SECOND)) / Arrays.stream(asked.get(FIRST)).sum();
        Rivals.part(made, asked, even, new SeedTree(5));
        assertEquals(takers, Arrays.stream(made.get(SECOND)).sum());
        double[] first = made.get(FIRST);
        double now = both(first, made.get(SECOND)) / Arrays.stream(first).sum();
        // 300 takers, each keeps both by himself: 5 standard errors, false alarm below 1e-6.
        assertEquals(rate, now, 5 * Math.sqrt(.02 / 300));
    }

    /** A tenth takes the first drug, of these a share the second, too. */
    private static Map<String, double[]> people(double share) {
        var random = new SplittableRandom(6);
        Map<String, double[]> all = new HashMap<>();
        List.of("age", "sex", "diabetes", "glucose_pills_now", "bp_medication", "heart-failure")
                .forEach(c -> all.put(c, new double[N]));
        for (String pair :
                List.of(
                        "drug_warfarin drug_doac",
                        "drug_dpp4_inhibitor drug_glp1_ra",
                        "drug_sulfonylurea drug_glinide",
                        FIRST + " " + SECOND)) {
            String[] drugs = pair.split(" ");
            double[] first = new double[N];
            double[] second = new double[N];
            for (int i = 0; i < N; i++) {
                first[i] = random.nextInt(10) == 0 ? 1 : 0;
                second[i] = first[i] == 1 && random.nextDouble() < share ? 1 : 0;
            }
            all.put(drugs[0], first);
            all.put(drugs[1], second);
        }
        Arrays.setAll(all.get("age"), i -> 20 + random.nextInt(60));
        return all;
    }

    /**
     * 11 of 1,122 with type 2 diabetes take an ACE inhibitor and a receptor blocker (NHANES
     * 2011-2014): of 2,000 about 20. Twice as many come by chance less than once in 10,000; 84 did
     * when trees mixed them.
     */
    @Test
    void hardlyAnybodyTakesTwoBlockersOfOneSystem() throws IOException {
        var spec = CohortSpec.DEFAULT.withCount(2000).withCondition(Optional.of("type-2-diabetes"));
        Map<String, double[]> made = MadeCohorts.made(spec);
        double[] first = taken(made.get("class:ace-inhibitor"));
        double[] second = taken(made.get("class:arb"));
        assertTrue(both(first, second) <= 40, both(first, second) + " take both");
        assertTrue(Arrays.stream(second).sum() > 300, "and as many as ever take one");
    }

    /** About one in ten of them took a drug that is stopped in pregnancy. */
    @Test
    void pregnantWomenTakeNothingThatIsStoppedInPregnancy() throws IOException {
        var spec =
                CohortSpec.DEFAULT
                        .withCount(1000)
                        .withCondition(Optional.of("gestational-diabetes"));
        Map<String, double[]> made = MadeCohorts.made(spec);
        for (String stopped : List.of("ace-inhibitor", "arb", "statin", "bisphosphonate")) {
            double[] drugs = made.get("class:" + stopped);
            assertEquals(0, Arrays.stream(taken(drugs)).sum(), stopped);
        }
        assertTrue(Arrays.stream(taken(made.get("class:ssri"))).sum() > 50, "others are taken");
    }

    private static double[] taken(double[] drugs) {
        return Arrays.stream(drugs).map(x -> Double.isNaN(x) ? 0 : 1).toArray();
    }
}
