package org.anamnesis.generate;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.anamnesis.population.Learned;
import org.anamnesis.population.Placement;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.CsvTable;
import org.anamnesis.table.OnlyIf;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Makes the synthetic census of the United States from NHANES microdata: sequential trees learned
 * on the weighted people of 2011 to March 2020, so that each made row stands for the same number of
 * residents and none is a participant.
 *
 * <p>2017-2018 repeats people of 2017-March 2020 under other numbers: it never joins the pool, and
 * serves only the questions that stand nowhere else. Questions asked in few cycles are learned from
 * those who were asked.
 */
public final class CensusBuilder {
    /** Least leaf on microdata: DESIGN section 7 and docs/decisions/0006. */
    private static final int LEAF = 5;

    /** People drawn for each that is kept, so that calibration has a choice. */
    private static final double MORE = 1.5;

    private static final Set<String> TWO_YEARS = Set.of("2011-2012", "2013-2014", "2015-2016");
    private static final String LAST = "2017-Mar2020";
    private static final String OTHER_NUMBERS = "2017-2018";
    private static final SeedTree SEEDS = new SeedTree(20_200_331);

    /**
     * The stored file holds four fifths of the persons, so its weights sum to four fifths of the
     * residents.
     */
    private static final double OF_ALL_PERSONS = 0.8;

    /**
     * A made population.
     *
     * @param people the synthetic people, all of the same weight
     * @param learnedFrom by column, survey years and how many were asked, or what facts say
     * @param residents how many residents they stand for, by the survey's weights
     * @param participants how many persons were learned from
     */
    public record Made(
            Table people, Map<String, Learned> learnedFrom, double residents, int participants) {
        /** The header of the census file. */
        public Map<String, Object> about(String who) {
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("version", "2026.11");
            about.put("population", who + " of the United States, civilian, not in institutions");
            about.put("period", "2011-March 2020");
            about.put("residents", Math.round(residents));
            about.put("participants", participants);
            about.put(
                    "made",
                    "sequential conditional trees (leaf "
                            + LEAF
                            + ") on weighted NHANES microdata; no row is a participant");
            return about;
        }
    }

    private final CsvTable file;
    private final List<String> cycle;
    private final double[] weight;
    private final boolean[] apart;

    /**
     * @param microdata {@code nhanes_adults_2005_2020.csv.gz} or its twin for children
     * @param keepApart fold 0 to 4 of persons that are not learned from, for judging; a person's
     *     fold is (seqn / 5) mod 5
     */
    public CensusBuilder(Path microdata, OptionalInt keepApart) throws IOException {
        file = CsvTable.read(microdata);
        cycle = file.text("cycle");
        weight = pooled(file.numbers("wt_mec_2yr"), cycle);
        apart = new boolean[file.rows()];
        if (keepApart.isPresent()) {
            double[] seqn = file.numbers("seqn");
            for (int i = 0; i < apart.length; i++) {
                apart[i] = ((long) seqn[i] / 5) % 5 == keepApart.getAsInt();
            }
            keepTwinsApart();
        }
    }

    /**
     * Weights of the pool 2011 to March 2020: two-year weights times 2/9.2, 3.2-year weights times
     * 3.2/9.2.
     */
    private static double[] pooled(double[] examination, List<String> cycle) {
        double[] w = new double[examination.length];
        for (int i = 0; i < w.length; i++) {
            double years = cycle.get(i).equals(LAST) ? 3.2 : 2;
            w[i] = Double.isNaN(examination[i]) ? 0 : examination[i] * years / 9.2;
        }
        return w;
    }

    /**
     * Marks those of 2017-2018 whose twin of 2017-March 2020 is kept apart: same age, sex, race,
     * weight and height.
     */
    private void keepTwinsApart() {
        Set<String> kept = new HashSet<>();
        for (int i = 0; i < apart.length; i++) {
            if (apart[i] && cycle.get(i).equals(LAST)) {
                kept.add(fingerprint(i));
            }
        }
        for (int i = 0; i < apart.length; i++) {
            if (cycle.get(i).equals(OTHER_NUMBERS)) {
                apart[i] = kept.contains(fingerprint(i));
            }
        }
    }

    private String fingerprint(int row) {
        return List.of("age", "sex", "race_eth", "weight_kg", "height_cm").stream()
                .map(c -> file.text(c).get(row))
                .collect(joining("|"));
    }

    /** Adults of 18 and more. */
    public Made adults(int people) {
        int count = (int) (people * MORE);
        Map<String, double[]> made = new LinkedHashMap<>();
        Map<String, Learned> from = new LinkedHashMap<>();
        List<Variable> variables = new ArrayList<>();
        int[] pool = rows(i -> TWO_YEARS.contains(cycle.get(i)) || cycle.get(i).equals(LAST));
        int[] in2017 = rows(i -> cycle.get(i).equals(OTHER_NUMBERS));
        int[] drugs =
                rows(i -> cycle.get(i).equals("2011-2012") || cycle.get(i).equals("2013-2014"));
        stage(Survey.WHO, Survey.ADULT_BASE, pool, count, made, variables, from, "2011-Mar2020");
        double[] pregnant = made.get("pregnant");
        double[] age = made.get("age");
        double[] sex = made.get("sex");
        for (int i = 0; i < count; i++) {
            if (sex[i] == 1 || age[i] < 20 || age[i] > 44) {
                pregnant[i] = 0;
            }
        }
        List<SurveyColumn> known = Survey.join(Survey.WHO, Survey.ADULT_BASE);
        stage(known, Survey.ADULT_2017, in2017, count, made, variables, from, "2017-2018");
        stage(known, Survey.ADULT_DRUGS, drugs, count, made, variables, from, "2011-2014");
        List<Calibration.Pool> pools =
                List.of(
                        asked(known, pool),
                        asked(Survey.join(known, Survey.ADULT_2017), in2017),
                        asked(Survey.join(known, Survey.ADULT_DRUGS), drugs));
        double[] calibrated = Calibration.weights(made, pools, CalibrationGroups.adults());
        int[] chosen = systematic(calibrated, people);
        made.replaceAll((name, column) -> pick(column, chosen));
        newerDrugs(made, from);
        return made(variables, made, from, pool, people);
    }

    private Calibration.Pool asked(List<SurveyColumn> columns, int[] rows) {
        Map<String, double[]> values = new LinkedHashMap<>();
        columns.forEach(c -> values.put(c.variable().name(), survey(c, rows)));
        return new Calibration.Pool(
                values, Arrays.stream(rows).mapToDouble(i -> weight[i]).toArray());
    }

    /** Children and adolescents of 0 to 17. */
    public Made children(int count) {
        Map<String, double[]> made = new LinkedHashMap<>();
        Map<String, Learned> from = new LinkedHashMap<>();
        List<Variable> variables = new ArrayList<>();
        int[] pool = rows(i -> TWO_YEARS.contains(cycle.get(i)) || cycle.get(i).equals(LAST));
        stage(Survey.WHO, Survey.CHILD_BASE, pool, count, made, variables, from, "2011-Mar2020");
        stage(
                Survey.join(Survey.WHO, Survey.CHILD_BASE),
                Survey.CHILD_2017,
                rows(i -> cycle.get(i).equals(OTHER_NUMBERS)),
                count,
                made,
                variables,
                from,
                "2017-2018");
        return made(variables, made, from, pool, count);
    }

    private Made made(
            List<Variable> variables,
            Map<String, double[]> made,
            Map<String, Learned> from,
            int[] pool,
            int count) {
        double sum = Arrays.stream(pool).mapToDouble(i -> weight[i]).sum();
        double learned = IntStream.range(0, apart.length).anyMatch(i -> apart[i]) ? 0.8 : 1;
        return new Made(
                table(variables, made, count), from, sum / OF_ALL_PERSONS / learned, pool.length);
    }

    private int[] rows(IntPredicate wanted) {
        return IntStream.range(0, file.rows())
                .filter(i -> !apart[i] && weight[i] > 0)
                .filter(wanted)
                .toArray();
    }

    /**
     * Learns {@code wanted} given {@code known} on some rows of the file and draws them for
     * everyone made so far.
     */
    private void stage(
            List<SurveyColumn> known,
            List<SurveyColumn> wanted,
            int[] rows,
            int count,
            Map<String, double[]> made,
            List<Variable> variables,
            Map<String, Learned> from,
            String period) {
        List<SurveyColumn> all = Survey.join(known, wanted);
        double[][] values = all.stream().map(c -> survey(c, rows)).toArray(double[][]::new);
        double[] weights = Arrays.stream(rows).mapToDouble(i -> weight[i]).toArray();
        Table people =
                new Table(all.stream().map(SurveyColumn::variable).toList(), values, weights);
        if (made.isEmpty()) {
            int[] chosen = systematic(weights, count);
            for (SurveyColumn c : known) {
                made.put(c.variable().name(), pick(people.column(c.variable().name()), chosen));
                variables.add(c.variable());
                from.put(
                        c.variable().name(),
                        Learned.survey(period, OptionalLong.empty(), c.described()));
            }
        }
        List<OnlyIf> rules =
                all.stream()
                        .filter(c -> !c.onlyIf().isEmpty())
                        .map(c -> new OnlyIf(c.variable().name(), c.onlyIf(), c.onlyLevels()))
                        .toList();
        for (SurveyColumn c : wanted) {
            made.put(c.variable().name(), new double[count]);
            variables.add(c.variable());
            long asked =
                    Arrays.stream(people.column(c.variable().name()))
                            .filter(v -> !Double.isNaN(v))
                            .count();
            from.put(
                    c.variable().name(),
                    Learned.survey(period, OptionalLong.of(asked), c.described()));
        }
        double[][] columns =
                all.stream().map(c -> made.get(c.variable().name())).toArray(double[][]::new);
        new TreesEngine(new TreeSettings(LEAF, 0, false, rules))
                .fit(people, known.size())
                .fill(columns, 0, count, SEEDS);
    }

    private double[] survey(SurveyColumn column, int[] rows) {
        return switch (column.from()) {
            case "diabetes" -> diabetes(rows);
            case "cancer" -> cancer(rows);
            default -> column.values(file, rows);
        };
    }

    private double[] diabetes(int[] rows) {
        double[] told = file.numbers("dm_diagnosed");
        double[] first = file.numbers("t1dm_likely");
        return Arrays.stream(rows)
                .mapToDouble(
                        i ->
                                Double.isNaN(told[i])
                                        ? Double.NaN
                                        : told[i] == 0 ? 0 : first[i] == 1 ? 1 : 2)
                .toArray();
    }

    /** First cancer by CDC code: 14 breast, 16 and 31 colon and rectum, 23 lung, 30 prostate. */
    private double[] cancer(int[] rows) {
        double[] ever = file.numbers("cancer_ever");
        double[] type = file.numbers("cancer_type_1_code");
        return Arrays.stream(rows)
                .mapToDouble(
                        i -> {
                            if (Double.isNaN(ever[i])) {
                                return Double.NaN;
                            }
                            if (ever[i] == 0) {
                                return 0;
                            }
                            return switch (Double.isNaN(type[i]) ? 0 : (int) type[i]) {
                                case 14 -> 1;
                                case 16, 31 -> 2;
                                case 23 -> 3;
                                case 30 -> 4;
                                default -> 5;
                            };
                        })
                .toArray();
    }

    /** Rows of a systematic draw with probability proportional to weight, in the file's order. */
    private static int[] systematic(double[] weights, int count) {
        double total = Arrays.stream(weights).sum();
        double step = total / count;
        double next = step * SeedTree.uniform(SEEDS.purpose("who"), 0);
        int[] chosen = new int[count];
        double sum = 0;
        int made = 0;
        for (int i = 0; i < weights.length && made < count; i++) {
            sum += weights[i];
            while (made < count && next < sum) {
                chosen[made++] = i;
                next += step;
            }
        }
        while (made < count) {
            chosen[made++] = weights.length - 1;
        }
        return chosen;
    }

    /**
     * Moves SGLT2 inhibitors and GLP-1 agonists, rare in 2011-2014, to their use among adults with
     * type 2 diabetes in NHANES 2017-2020 (Limonte et al. 2022: 5.8 % and 4.4 %), among those on
     * treatment; more before 65 than after, by the odds ratio of commercial against Medicare claims
     * of 2019 (21.1 against 10.5 %, 20.8 against 11.6 % of treated).
     */
    private static void newerDrugs(Map<String, double[]> made, Map<String, Learned> from) {
        place(made, from, "drug_sglt2_inhibitor", 0.058, 0.211, 0.105);
        place(made, from, "drug_glp1_ra", 0.044, 0.208, 0.116);
    }

    private static void place(
            Map<String, double[]> made,
            Map<String, Learned> from,
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
        Arrays.fill(weights, 1);
        for (int k = 0; k < people.length; k++) {
            int i = people[k];
            boolean treated =
                    made.get("glucose_pills_now")[i] == 1 || made.get("insulin_now")[i] == 1;
            offsets[k] =
                    !treated ? Double.NEGATIVE_INFINITY : age[i] < 65 ? Math.log(oddsRatio) : 0;
        }
        double[] drawn =
                Placement.draw(Placement.probabilities(offsets, weights, share), SEEDS, drug);
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

    private static Table table(List<Variable> variables, Map<String, double[]> made, int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1);
        return new Table(
                variables,
                variables.stream().map(v -> made.get(v.name())).toArray(double[][]::new),
                weights);
    }

    private static double[] pick(double[] from, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> from[i]).toArray();
    }
}
