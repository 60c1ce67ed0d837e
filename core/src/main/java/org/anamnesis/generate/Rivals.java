package org.anamnesis.generate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * Classes of drugs of which people take one or the other. A tree of the later one that does not ask
 * for the earlier one first mixes takers of both into its leaves: 4 of 100 people with type 2
 * diabetes came to take an ACE inhibitor and a receptor blocker where 1 of 100 does (NHANES
 * 2011-2014).
 */
final class Rivals {
    /**
     * @param first drawn before the other
     */
    private record Pair(String first, String second) {}

    private static final List<Pair> PAIRS =
            List.of(
                    new Pair("drug_ace_inhibitor", "drug_arb"),
                    new Pair("drug_warfarin", "drug_doac"),
                    new Pair("drug_dpp4_inhibitor", "drug_glp1_ra"),
                    new Pair("drug_sulfonylurea", "drug_glinide"));

    /**
     * In what people who trade a drug are alike, beside ten years of age: in all of the first;
     * where nobody is, in the next.
     */
    private static final List<List<String>> ALIKE =
            List.of(
                    List.of(
                            "diabetes",
                            "glucose_pills_now",
                            "bp_medication",
                            "heart-failure",
                            "sex"),
                    List.of("diabetes", "glucose_pills_now", "sex"),
                    List.of("diabetes"));

    private static final double YEARS = 10;

    private Rivals() {}

    /** The rival of a column among those before it. */
    static OptionalInt before(int k, List<Variable> variables) {
        String name = variables.get(k).name();
        return IntStream.range(0, k)
                .filter(i -> PAIRS.contains(new Pair(variables.get(i).name(), name)))
                .findFirst();
    }

    /**
     * Lets as few of the takers of the first drug take the second as do in the survey, with and
     * without diabetes: whoever is one too many hands the second to somebody alike who takes
     * neither, so that as many take each as before.
     *
     * @param made columns of the drawn people
     * @param asked the same columns of the survey's people who were asked for drugs
     * @param weights of these
     */
    static void part(
            Map<String, double[]> made,
            Map<String, double[]> asked,
            double[] weights,
            SeedTree seeds) {
        for (Pair pair : PAIRS) {
            part(
                    pair,
                    made,
                    new double[] {
                        both(pair, asked, weights, false), both(pair, asked, weights, true)
                    },
                    seeds);
        }
    }

    /** Share of the takers of the first who take both. */
    private static double both(
            Pair pair, Map<String, double[]> of, double[] weights, boolean diabetes) {
        double first = 0;
        double both = 0;
        for (int i = 0; i < weights.length; i++) {
            if (diabetes == (of.get("diabetes")[i] > 0) && of.get(pair.first())[i] == 1) {
                first += weights[i];
                both += of.get(pair.second())[i] == 1 ? weights[i] : 0;
            }
        }
        return first == 0 ? 0 : both / first;
    }

    /**
     * @param wanted share of the takers of the first who take both, without and with diabetes
     */
    private static void part(
            Pair pair, Map<String, double[]> made, double[] wanted, SeedTree seeds) {
        double[] first = made.get(pair.first());
        double[] second = made.get(pair.second());
        long purpose = seeds.purpose("rival:" + pair.second());
        Map<List<?>, Deque<Integer>> neither = new HashMap<>();
        Map<List<?>, Integer> takers = new HashMap<>();
        Map<List<?>, Integer> ofBoth = new HashMap<>();
        for (int i : DrugMargins.shuffled(first.length, purpose)) {
            for (List<String> columns : ALIKE) {
                if (first[i] == 0 && second[i] == 0) {
                    neither.computeIfAbsent(kind(made, columns, i), x -> new ArrayDeque<>()).add(i);
                }
            }
            if (first[i] == 1) {
                List<?> kind = kind(made, ALIKE.get(0), i);
                takers.merge(kind, 1, Integer::sum);
                ofBoth.merge(kind, second[i] == 1 ? 1 : 0, Integer::sum);
            }
        }
        for (int i = 0; i < first.length; i++) {
            if (first[i] == 1 && second[i] == 1) {
                List<?> kind = kind(made, ALIKE.get(0), i);
                double share = wanted[made.get("diabetes")[i] > 0 ? 1 : 0];
                double kept = share * takers.get(kind) / ofBoth.get(kind);
                boolean parts = SeedTree.uniform(SeedTree.key(purpose, i), 0) >= kept;
                for (List<String> columns : ALIKE) {
                    if (parts && second[i] == 1) {
                        handOn(i, neither.get(kind(made, columns, i)), second);
                    }
                }
            }
        }
    }

    /**
     * @param to who took neither; one who has been handed the drug since is passed over
     */
    private static void handOn(int from, Deque<Integer> to, double[] drug) {
        while (to != null && !to.isEmpty() && drug[from] == 1) {
            int next = to.remove();
            if (drug[next] == 0) {
                drug[next] = 1;
                drug[from] = 0;
            }
        }
    }

    private static List<?> kind(Map<String, double[]> made, List<String> columns, int i) {
        List<Object> kind = new ArrayList<>(columns);
        columns.forEach(c -> kind.add(made.get(c)[i]));
        kind.add(Math.floor(made.get("age")[i] / YEARS));
        return kind;
    }
}
