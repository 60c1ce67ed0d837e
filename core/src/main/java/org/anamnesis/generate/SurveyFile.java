package org.anamnesis.generate;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.anamnesis.table.CsvTable;

/**
 * NHANES microdata as the census reads them: who belongs to which cycle, with what weight, and what
 * they answered.
 *
 * <p>2017-2018 repeats people of 2017-March 2020 under other numbers: the two never stand in one
 * pool, and the former serves only the questions that the latter lacks.
 */
final class SurveyFile {
    private static final Set<String> TWO_YEARS = Set.of("2011-2012", "2013-2014", "2015-2016");
    private static final String LAST = "2017-Mar2020";

    /** Repeats people of {@link #LAST}. */
    static final String OTHER_NUMBERS = "2017-2018";

    private final CsvTable file;
    private final List<String> cycle;
    private final double[] weight;
    private final boolean[] apart;

    private SurveyFile(CsvTable file) {
        this.file = file;
        cycle = file.text("cycle");
        weight = pooled(file.numbers("wt_mec_2yr"), cycle);
        apart = new boolean[file.rows()];
    }

    /**
     * @param keepApart fold 0 to 4 of persons that no method tells of; a person's fold is (seqn /
     *     5) mod 5
     */
    static SurveyFile read(Path microdata, OptionalInt keepApart) throws IOException {
        var survey = new SurveyFile(CsvTable.read(microdata));
        keepApart.ifPresent(survey::keepApart);
        return survey;
    }

    private void keepApart(int fold) {
        for (int i = 0; i < apart.length; i++) {
            apart[i] = true;
        }
        for (int row : without(IntStream.range(0, apart.length).toArray(), fold)) {
            apart[row] = false;
        }
        keepTwinsApart();
    }

    /** The given rows but for the persons of a fold. */
    int[] without(int[] rows, int fold) {
        double[] seqn = file.numbers("seqn");
        return Arrays.stream(rows).filter(i -> ((long) seqn[i] / 5) % 5 != fold).toArray();
    }

    /**
     * Weights of the pool 2011 to March 2020: two-year weights times 2/9.2, 3.2-year weights times
     * 3.2/9.2. 2017-2018 stands for 3.2 years where it takes the place of 2017-March 2020.
     */
    private static double[] pooled(double[] examination, List<String> cycle) {
        double[] w = new double[examination.length];
        for (int i = 0; i < w.length; i++) {
            double years = TWO_YEARS.contains(cycle.get(i)) ? 2 : 3.2;
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

    /** Those of 2011 to March 2020, each person once. */
    int[] pool() {
        return rows(c -> TWO_YEARS.contains(c) || c.equals(LAST));
    }

    /** Those of 2011 to 2018, each person once. */
    int[] poolTo2018() {
        return rows(c -> TWO_YEARS.contains(c) || c.equals(OTHER_NUMBERS));
    }

    /** Whether 2017-March 2020 has answers to a question. */
    boolean askedToTheEnd(SurveyColumn column) {
        double[] answers = values(column, of(LAST));
        return Arrays.stream(answers).anyMatch(v -> !Double.isNaN(v));
    }

    /** Those of some cycles. */
    int[] of(String... cycles) {
        return rows(List.of(cycles)::contains);
    }

    /** Only who was examined and is not kept apart. */
    private int[] rows(Predicate<String> wanted) {
        return IntStream.range(0, file.rows())
                .filter(i -> !apart[i] && weight[i] > 0)
                .filter(i -> wanted.test(cycle.get(i)))
                .toArray();
    }

    /** How many residents each stands for, in the pool. */
    double[] weights(int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> weight[i]).toArray();
    }

    /** Whether persons are kept apart for judging. */
    boolean someApart() {
        return IntStream.range(0, apart.length).anyMatch(i -> apart[i]);
    }

    /** A census column as the rows tell it; two are put together from several answers. */
    double[] values(SurveyColumn column, int[] rows) {
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
}
