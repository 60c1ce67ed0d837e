package org.anamnesis.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.anamnesis.population.Learned;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.OnlyIf;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Makes the synthetic census of the United States from NHANES microdata: sequential trees learned
 * on the weighted people of 2011 to March 2020, so that each made row stands for the same number of
 * residents and none is a participant.
 *
 * <p>Questions asked in few cycles are learned from those who were asked.
 */
public final class CensusBuilder {
    /** Least leaf on microdata: DESIGN section 7 and docs/decisions/0006. */
    private static final int LEAF = 5;

    /** People drawn for each that is kept, so that calibration has a choice. */
    private static final double MORE = 1.5;

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

    private final SurveyFile file;

    /**
     * @param microdata {@code nhanes_adults_2005_2020.csv.gz} or its twin for children
     * @param keepApart fold 0 to 4 of persons that are not learned from, for judging; a person's
     *     fold is (seqn / 5) mod 5
     */
    public CensusBuilder(Path microdata, OptionalInt keepApart) throws IOException {
        file = SurveyFile.read(microdata, keepApart);
    }

    /** Adults of 18 and more. */
    public Made adults(int people) {
        int count = (int) (people * MORE);
        Map<String, double[]> made = new LinkedHashMap<>();
        Map<String, Learned> from = new LinkedHashMap<>();
        List<Variable> variables = new ArrayList<>();
        int[] pool = file.pool();
        int[] in2017 = file.of(SurveyFile.OTHER_NUMBERS);
        int[] drugs = file.of("2011-2012", "2013-2014");
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
        List<SurveyColumn> toTheEnd = known.stream().filter(file::askedToTheEnd).toList();
        List<Calibration.Pool> pools =
                List.of(
                        asked(toTheEnd, pool),
                        asked(known, file.poolTo2018()),
                        asked(Survey.join(known, Survey.ADULT_2017), in2017),
                        asked(Survey.join(known, Survey.ADULT_DRUGS), drugs));
        double[] calibrated = Calibration.weights(made, pools, CalibrationGroups.adults());
        int[] chosen = systematic(calibrated, people);
        made.replaceAll((name, column) -> pick(column, chosen));
        NewerDrugs.place(made, from, SEEDS);
        Calibration.Pool taking = asked(Survey.join(known, Survey.ADULT_DRUGS), drugs);
        DrugMargins.meet(made, taking.columns(), taking.weights(), SEEDS);
        Rivals.part(made, taking.columns(), taking.weights(), SEEDS);
        return made(variables, made, from, pool, people);
    }

    private Calibration.Pool asked(List<SurveyColumn> columns, int[] rows) {
        Map<String, double[]> values = new LinkedHashMap<>();
        columns.forEach(c -> values.put(c.variable().name(), file.values(c, rows)));
        return new Calibration.Pool(values, file.weights(rows));
    }

    /** Children and adolescents of 0 to 17. */
    public Made children(int count) {
        Map<String, double[]> made = new LinkedHashMap<>();
        Map<String, Learned> from = new LinkedHashMap<>();
        List<Variable> variables = new ArrayList<>();
        int[] pool = file.pool();
        stage(Survey.WHO, Survey.CHILD_BASE, pool, count, made, variables, from, "2011-Mar2020");
        stage(
                Survey.join(Survey.WHO, Survey.CHILD_BASE),
                Survey.CHILD_2017,
                file.of(SurveyFile.OTHER_NUMBERS),
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
        double sum = Arrays.stream(file.weights(pool)).sum();
        double learned = file.someApart() ? 0.8 : 1;
        return new Made(
                table(variables, made, count), from, sum / OF_ALL_PERSONS / learned, pool.length);
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
        double[][] values = all.stream().map(c -> file.values(c, rows)).toArray(double[][]::new);
        double[] weights = file.weights(rows);
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
