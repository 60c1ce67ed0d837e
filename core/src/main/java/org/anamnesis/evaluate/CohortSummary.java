package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anamnesis.cohort.Cohort;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.table.Table;

/**
 * Takes in a cohort block by block and keeps counts, moments, histograms and a sample of the first
 * patients: memory does not grow with their number. Give it to {@link Cohort#forEachBlock}, beside
 * the exporters, then to {@link Evaluator}.
 *
 * <p>What it counts is what the files show: numbers rounded to their column's digits.
 */
public final class CohortSummary implements Cohort.Receiver {
    /**
     * Patients kept for correlations: the standard error of a rank correlation of 10,000 is 0.01.
     * Patients are exchangeable, so the first are a fair sample.
     */
    public static final int SAMPLE = 10_000;

    /** Rows of the reference population that choose the cuts. */
    private static final int CUTTERS = 4_000;

    /** Most observations in the correlation matrix. */
    public static final int CORRELATED = 20;

    private static final double[] ONES = ones();

    private final CohortHeader header;
    private final Background background;
    private final Columns columns;
    private final AskedTally asked;
    private final Rules rules;
    private final PyramidTally pyramid;
    private final GroupTally groups;
    private final HistoryTally histories;
    private final Tally[] numbers;
    private final Optional<Band>[] bands;
    private final long[][] levels;
    private final long[] missing;
    private final int[] correlated;
    private final double[][] sample;
    private long patients;
    private int sampled;

    public CohortSummary(CohortSpec spec, CohortHeader header, Background background) {
        this.header = header;
        this.background = background;
        int p = header.fields().size();
        columns = new Columns(header);
        asked = new AskedTally(spec.constraints(), header);
        rules = new Rules(header, background.measurands());
        pyramid = new PyramidTally(header);
        groups = new GroupTally(spec.beyond().groups(), header);
        histories = new HistoryTally(header, spec);
        numbers = new Tally[p];
        bands = bands();
        levels =
                header.fields().stream()
                        .map(f -> new long[f.levels().size()])
                        .toArray(long[][]::new);
        missing = new long[p];
        correlated = correlated(header);
        sample = new double[correlated.length][];
    }

    @Override
    public void accept(PatientBlock block) {
        int count = block.count();
        if (count == 0) {
            return;
        }
        columns.load(block);
        for (int k = 0; k < numbers.length; k++) {
            double[] values = columns.column(k);
            if (header.fields().get(k).isCategory()) {
                count(k, values, count);
            } else {
                if (numbers[k] == null) {
                    numbers[k] = new Tally(cuts(k, Arrays.copyOf(values, count)));
                }
                numbers[k].add(values, ONES, count);
            }
        }
        asked.accept(columns, count);
        rules.accept(columns, count);
        pyramid.accept(columns, count);
        groups.accept(columns, count);
        histories.accept(block);
        keep(count);
        patients += count;
    }

    long patients() {
        return patients;
    }

    /** The counts of a numeric column; empty for categories and before the first block. */
    Optional<Tally> number(int k) {
        return Optional.ofNullable(numbers[k]);
    }

    Optional<Band> band(int k) {
        return bands[k];
    }

    long[] levels(int k) {
        return levels[k];
    }

    long missing(int k) {
        return missing[k];
    }

    List<Adherence> adherence() {
        return asked.results(
                patients,
                id -> Optional.of(header.indexOf(id)).filter(k -> k >= 0).flatMap(this::number));
    }

    Optional<HistoryFindings> histories() {
        return histories.result();
    }

    List<RuleCheck> rules() {
        return rules.results();
    }

    List<Adherence> groups() {
        return groups.lines(patients);
    }

    Optional<Comparison> groupsCompared() {
        return groups.comparison();
    }

    PyramidTally pyramid() {
        return pyramid;
    }

    /** Positions of the columns in the sample. */
    int[] correlatedFields() {
        return correlated;
    }

    /** The first patients' values of the correlated columns. */
    double[][] sample() {
        double[][] out = new double[sample.length][];
        Arrays.setAll(
                out, j -> sample[j] == null ? new double[0] : Arrays.copyOf(sample[j], sampled));
        return out;
    }

    /** Values of the reference population in the column of this field, rounded alike. */
    static Optional<double[]> reference(Table table, Field field) {
        boolean has = table.has(field.id()) && !table.variable(field.id()).isCategory();
        return has
                ? Optional.of(Columns.rounded(table.column(field.id()), field.decimals()))
                : Optional.empty();
    }

    private void count(int k, double[] values, int count) {
        for (int i = 0; i < count; i++) {
            if (Double.isNaN(values[i])) {
                missing[k]++;
            } else {
                levels[k][(int) values[i]]++;
            }
        }
    }

    private void keep(int count) {
        int taken = Math.min(count, SAMPLE - sampled);
        if (taken <= 0) {
            return;
        }
        for (int j = 0; j < sample.length; j++) {
            int room = (int) Math.min(SAMPLE, Math.max(header.patients(), sampled + (long) taken));
            if (sample[j] == null) {
                sample[j] = new double[room];
            } else if (sample[j].length < room) {
                sample[j] = Arrays.copyOf(sample[j], room);
            }
            System.arraycopy(columns.column(correlated[j]), 0, sample[j], sampled, taken);
        }
        sampled += taken;
    }

    private Cuts cuts(int k, double[] seen) {
        Field field = header.fields().get(k);
        double[] basis =
                reference(background.reference(), field).map(CohortSummary::thinned).orElse(seen);
        double low = bands[k].map(b -> b.range().low()).orElse(Double.NaN);
        double high = bands[k].map(b -> b.range().high()).orElse(Double.NaN);
        return Cuts.of(basis, seen, field.decimals(), low, high);
    }

    /** At most {@link #CUTTERS} values, evenly spaced: enough to choose cuts by. */
    private static double[] thinned(double[] values) {
        if (values.length <= CUTTERS) {
            return values;
        }
        double[] out = new double[CUTTERS];
        Arrays.setAll(out, i -> values[(int) ((long) i * values.length / CUTTERS)]);
        return out;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Optional<Band>[] bands() {
        Optional[] out = new Optional[header.fields().size()];
        var guidelines = background.condition().map(c -> c.guidelines()).orElse(List.of());
        for (int k = 0; k < out.length; k++) {
            Field field = header.fields().get(k);
            out[k] =
                    field.role() == Field.Role.OBSERVATION && !field.isCategory()
                            ? Bands.of(
                                    field,
                                    guidelines,
                                    Optional.ofNullable(background.measurands().get(field.id())))
                            : Optional.empty();
        }
        return out;
    }

    private static int[] correlated(CohortHeader header) {
        List<Integer> out = new ArrayList<>();
        for (int k = 0; k < header.fields().size() && out.size() < CORRELATED; k++) {
            Field field = header.fields().get(k);
            if (field.role() == Field.Role.OBSERVATION && !field.isCategory() && field.analysis()) {
                out.add(k);
            }
        }
        return out.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] ones() {
        double[] out = new double[PatientBlock.CAPACITY];
        Arrays.fill(out, 1);
        return out;
    }
}
