package org.anamnesis.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.OnlyIf;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Adult survey participants with every column of the census: what somebody was not asked or did not
 * answer is drawn by the census' trees given what they did answer. Networks learn from it; it holds
 * real people and is never written.
 *
 * <p>A column that does not apply to somebody holds a value of somebody to whom it does, so that a
 * network always has one to hand on; whoever draws blanks it by {@link #rules}.
 *
 * @param learned the participants that may be learned from, weighted by the survey
 * @param apart those kept for judging, a fifth, by person
 */
public record CompletedSurvey(Table learned, Table apart) {
    /** Fold of persons that is kept apart; any would do. */
    private static final int FOLD = 2;

    private static final int LEAF = 5;
    private static final SeedTree SEEDS = new SeedTree(20_200_331);

    /** Which columns apply to whom. */
    public static List<OnlyIf> rules() {
        return rules(Survey.join(Survey.WHO, Survey.ADULT_BASE));
    }

    private static List<OnlyIf> rules(List<SurveyColumn> columns) {
        return columns.stream()
                .filter(c -> !c.onlyIf().isEmpty() && !c.variable().name().equals("pregnant"))
                .map(c -> new OnlyIf(c.variable().name(), c.onlyIf(), c.onlyLevels()))
                .toList();
    }

    /**
     * Completes the participants of 2011 to March 2020.
     *
     * @param microdata {@code nhanes_adults_2005_2020.csv.gz}
     */
    public static CompletedSurvey of(Path microdata) throws IOException {
        SurveyFile everyone = SurveyFile.read(microdata, OptionalInt.empty());
        SurveyFile known = SurveyFile.read(microdata, OptionalInt.of(FOLD));
        int[] pool = everyone.pool();
        Set<Integer> kept =
                Arrays.stream(everyone.without(pool, FOLD)).boxed().collect(Collectors.toSet());
        boolean[] learns = new boolean[pool.length];
        double[] weights = everyone.weights(pool);
        double[] learning = weights.clone();
        for (int i = 0; i < pool.length; i++) {
            learns[i] = kept.contains(pool[i]);
            learning[i] = learns[i] ? weights[i] : 0;
        }
        List<SurveyColumn> base = Survey.join(Survey.WHO, Survey.ADULT_BASE);
        Map<String, double[]> made = new LinkedHashMap<>();
        base.forEach(c -> made.put(c.variable().name(), everyone.values(c, pool)));
        onlyWhoCanBe(made);
        Table completed =
                new TreesEngine(new TreeSettings(LEAF, 0, false, rules(base)))
                        .completed(table(base, made, learning), Survey.WHO.size());
        base.forEach(
                c -> made.put(c.variable().name(), completed.column(c.variable().name()).clone()));
        draw(known, base, Survey.ADULT_2017, known.of(SurveyFile.OTHER_NUMBERS), made);
        draw(known, base, Survey.ADULT_DRUGS, known.of("2011-2012", "2013-2014"), made);
        for (SurveyColumn c : Survey.ADULT_DRUGS) {
            double[] answered = everyone.values(c, pool);
            double[] all = made.get(c.variable().name());
            for (int i = 0; i < all.length; i++) {
                all[i] = Double.isNaN(answered[i]) ? all[i] : answered[i];
            }
        }
        NewerDrugs.place(made, weights, new LinkedHashMap<>(), SEEDS);
        rules(base).forEach(rule -> lend(made, rule, learning));
        List<SurveyColumn> columns = Survey.join(base, Survey.ADULT_2017, Survey.ADULT_DRUGS);
        Table all = table(columns, made, weights);
        return new CompletedSurvey(
                all.rows(IntStream.range(0, pool.length).filter(i -> learns[i]).toArray()),
                all.rows(IntStream.range(0, pool.length).filter(i -> !learns[i]).toArray()));
    }

    /** Asked of women of 20 to 44 alone: of others it is known. */
    private static void onlyWhoCanBe(Map<String, double[]> made) {
        double[] pregnant = made.get("pregnant");
        for (int i = 0; i < pregnant.length; i++) {
            double age = made.get("age")[i];
            if (made.get("sex")[i] == 1 || age < 20 || age > 44) {
                pregnant[i] = 0;
            }
        }
    }

    private static Table table(
            List<SurveyColumn> columns, Map<String, double[]> made, double[] weights) {
        List<Variable> variables = columns.stream().map(SurveyColumn::variable).toList();
        double[][] values =
                variables.stream().map(v -> made.get(v.name())).toArray(double[][]::new);
        return new Table(variables, values, weights);
    }

    /** Learns columns of those who were asked and draws them for everyone. */
    private static void draw(
            SurveyFile file,
            List<SurveyColumn> known,
            List<SurveyColumn> wanted,
            int[] asked,
            Map<String, double[]> made) {
        List<SurveyColumn> all = Survey.join(known, wanted);
        Map<String, double[]> answers = new LinkedHashMap<>();
        all.forEach(c -> answers.put(c.variable().name(), file.values(c, asked)));
        int count = made.get("age").length;
        wanted.forEach(c -> made.put(c.variable().name(), new double[count]));
        double[][] columns =
                all.stream().map(c -> made.get(c.variable().name())).toArray(double[][]::new);
        new TreesEngine(new TreeSettings(LEAF, 0, false, rules(known)))
                .fit(table(all, answers, file.weights(asked)), known.size())
                .fill(columns, 0, count, SEEDS);
    }

    /** Gives those to whom a column does not apply the value of somebody to whom it does. */
    private static void lend(Map<String, double[]> made, OnlyIf rule, double[] weights) {
        double[] parent = made.get(rule.parent());
        double[] column = made.get(rule.column());
        int[] have =
                IntStream.range(0, column.length)
                        .filter(i -> rule.applies(parent[i]) && weights[i] > 0)
                        .toArray();
        double[] sums = new double[have.length];
        double sum = 0;
        for (int k = 0; k < have.length; k++) {
            sum += weights[have[k]];
            sums[k] = sum;
        }
        long purpose = SEEDS.purpose("lend:" + rule.column());
        for (int i = 0; i < column.length; i++) {
            if (!rule.applies(parent[i])) {
                double u = SeedTree.uniform(SeedTree.key(purpose, i), 0) * sum;
                int at = Arrays.binarySearch(sums, u);
                column[i] = column[have[Math.min(have.length - 1, at < 0 ? -1 - at : at)]];
            }
        }
    }

    /**
     * Different persons of a table, each with a chance in proportion to its weight where that is
     * below one: whom a survey's people would meet in the street.
     *
     * @param share of the rows that are taken, well below 1
     */
    public static Table likely(Table people, double share, long seed) {
        double[] w = people.weights();
        double total = Arrays.stream(w).sum();
        double wanted = share * people.rows();
        long key = new SeedTree(seed).purpose("likely");
        Set<Integer> chosen = new HashSet<>();
        for (int i = 0; i < w.length; i++) {
            if (SeedTree.uniform(SeedTree.key(key, i), 0) < w[i] / total * wanted) {
                chosen.add(i);
            }
        }
        return people.rows(chosen.stream().mapToInt(i -> i).sorted().toArray());
    }
}
