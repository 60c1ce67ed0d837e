package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Own;
import org.anamnesis.table.Table;

/** Compares a summarised cohort with what was asked and with the reference population. */
public final class Evaluator {
    private Evaluator() {}

    /**
     * @param summary has seen every block of the cohort, with the same specification, header and
     *     background
     * @throws IllegalArgumentException if it has not seen the patients that the header announces
     */
    public static Evaluation evaluate(
            CohortSpec spec,
            CohortHeader header,
            CohortSummary summary,
            Background background,
            Reality reality) {
        if (summary.patients() != header.patients()) {
            throw new IllegalArgumentException(
                    summary.patients() + " patients seen of " + header.patients());
        }
        List<NumberFinding> numbers = new ArrayList<>();
        List<CategoryFinding> categories = new ArrayList<>();
        for (int k = 0; k < header.fields().size(); k++) {
            Field field = header.fields().get(k);
            if (field.isCategory()) {
                categories.add(category(field, k, summary, background.reference()));
            } else {
                numbers.add(number(field, k, summary, background));
            }
        }
        List<Adherence> adherence = new ArrayList<>(asked(spec, header, summary));
        adherence.addAll(summary.adherence());
        adherence.addAll(OwnTally.of(spec, header, summary));
        adherence.addAll(summary.groups());
        return new Evaluation(
                summary.patients(),
                background.reference().rows(),
                numbers,
                categories,
                summary.pyramid().result(background.reference()),
                correlations(header, summary, background.reference()),
                adherence,
                summary.rules(),
                reality,
                summary.groupsCompared(),
                summary.histories());
    }

    private static NumberFinding number(
            Field field, int k, CohortSummary summary, Background background) {
        Tally cohort = summary.number(k).orElseThrow();
        Table table = background.reference();
        Optional<Tally> reference =
                CohortSummary.reference(table, field)
                        .map(values -> cohort.alike(values, table.weights()))
                        .filter(t -> t.n() > 0);
        Optional<Band> band = summary.band(k);
        Optional<Marginal> published =
                background
                        .condition()
                        .flatMap(c -> published(c, field.id()))
                        .filter(p -> ofThesePeople(p, field));
        return new NumberFinding(
                field,
                cohort.axis(),
                cohort.distribution(),
                reference.map(Tally::distribution),
                everyone(background, field),
                value(reference.filter(r -> cohort.n() > 0).map(cohort::distance)),
                value(reference.map(r -> (cohort.mean() - r.mean()) / r.sd())),
                published,
                value(
                        published
                                .filter(p -> p.sd().isPresent())
                                .map(p -> (cohort.mean() - p.mean()) / p.sd().getAsDouble())),
                band,
                value(band.map(b -> cohort.within(b.range().low(), b.range().high()))),
                value(
                        band.flatMap(
                                b ->
                                        reference.map(
                                                r ->
                                                        r.within(
                                                                b.range().low(),
                                                                b.range().high())))));
    }

    private static OptionalDouble value(Optional<Double> number) {
        return number.filter(Double::isFinite)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private static Optional<Marginal> published(ConditionEvidence condition, String id) {
        return id.equals("age")
                ? condition.age()
                : condition.observations().stream()
                        .filter(o -> o.observation().equals(id))
                        .findFirst()
                        .flatMap(ConditionEvidence.Ranked::overall);
    }

    /**
     * What a survey found in other people, say in adults, is no yardstick for a cohort of children.
     */
    private static boolean ofThesePeople(Marginal published, Field field) {
        String whose = field.provenance().population();
        return published.confidence() != Confidence.COMPUTED
                || whose.isEmpty()
                || whose.equals(published.population());
    }

    private static OptionalDouble everyone(Background background, Field field) {
        return value(
                background
                        .everyone()
                        .filter(t -> t.has(field.id()) && !t.variable(field.id()).isCategory())
                        .map(
                                t -> {
                                    double[] values = t.column(field.id());
                                    double sum = 0;
                                    double weight = 0;
                                    for (int i = 0; i < values.length; i++) {
                                        if (!Double.isNaN(values[i])) {
                                            sum += t.weights()[i] * values[i];
                                            weight += t.weights()[i];
                                        }
                                    }
                                    return sum / weight;
                                }));
    }

    private static CategoryFinding category(
            Field field, int k, CohortSummary summary, Table reference) {
        long[] counts = summary.levels(k);
        return new CategoryFinding(
                field,
                Arrays.stream(counts).sum(),
                summary.missing(k),
                Arrays.stream(counts).boxed().toList(),
                shares(field, reference));
    }

    /** Weighted shares by the field's levels, matched to the table's by name. */
    private static Optional<List<Double>> shares(Field field, Table reference) {
        if (!reference.has(field.id()) || !reference.variable(field.id()).isCategory()) {
            return Optional.empty();
        }
        boolean flag = field.role() == Field.Role.CONDITION && field.levels().size() == 2;
        List<String> names = reference.variable(field.id()).levels();
        double[] values = reference.column(field.id());
        double[] sums = new double[field.levels().size()];
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            double w = reference.weights()[i];
            if (!Double.isNaN(values[i])) {
                int level =
                        flag && names.size() == 2
                                ? (int) values[i] // 0 absent, 1 present, whatever their names
                                : field.levels().indexOf(names.get((int) values[i]));
                if (level >= 0) {
                    sums[level] += w;
                }
                all += w;
            } else if (field.role() == Field.Role.MEDICATION) {
                all += w;
            }
        }
        double total = all;
        return total > 0
                ? Optional.of(Arrays.stream(sums).map(s -> s / total).boxed().toList())
                : Optional.empty();
    }

    private static Optional<Correlations> correlations(
            CohortHeader header, CohortSummary summary, Table reference) {
        int[] fields = summary.correlatedFields();
        if (fields.length < 2) {
            return Optional.empty();
        }
        List<Field> chosen = Arrays.stream(fields).mapToObj(header.fields()::get).toList();
        double[][] sample = summary.sample();
        double[] ones = new double[sample[0].length];
        Arrays.fill(ones, 1);
        Table thinned = thinned(reference);
        double[] absent = new double[thinned.rows()];
        Arrays.fill(absent, Double.NaN);
        double[][] columns =
                chosen.stream()
                        .map(f -> CohortSummary.reference(thinned, f).orElse(absent))
                        .toArray(double[][]::new);
        return Optional.of(
                new Correlations(
                        chosen.stream().map(Field::id).toList(),
                        chosen.stream().map(Field::label).toList(),
                        ones.length,
                        lists(Spearman.matrix(sample, ones)),
                        lists(Spearman.matrix(columns, thinned.weights()))));
    }

    /** At most {@link CohortSummary#SAMPLE} rows, evenly spaced. */
    private static Table thinned(Table table) {
        int most = CohortSummary.SAMPLE;
        if (table.rows() <= most) {
            return table;
        }
        int[] rows = new int[most];
        Arrays.setAll(rows, i -> (int) ((long) i * table.rows() / most));
        return table.rows(rows);
    }

    private static List<List<Double>> lists(double[][] matrix) {
        return Arrays.stream(matrix).map(row -> Arrays.stream(row).boxed().toList()).toList();
    }

    /** Number of patients, the condition, and the observations. */
    private static List<Adherence> asked(
            CohortSpec spec, CohortHeader header, CohortSummary summary) {
        List<Adherence> out = new ArrayList<>();
        out.add(
                line(
                        "Patients",
                        Words.count(spec.count()),
                        Words.count(summary.patients()),
                        spec.count() == summary.patients()));
        spec.condition().ifPresent(c -> out.add(condition(c, header, summary)));
        List<String> ids =
                header.fields().stream()
                        .filter(f -> f.role() == Field.Role.OBSERVATION && f.analysis())
                        .map(Field::id)
                        .toList();
        int wanted = Math.max(spec.observations().count(), spec.observations().named().size());
        int beside = beside(spec, ids);
        out.add(
                line(
                        "Observations",
                        wanted + (beside > 0 ? ", and up to %d beside".formatted(beside) : ""),
                        String.valueOf(ids.size()),
                        ids.size() >= wanted && ids.size() <= wanted + beside));
        for (String id : spec.observations().named()) {
            boolean there = ids.contains(id);
            out.add(line("Observation " + id, "in", there ? "in" : "absent", there));
        }
        for (String id : spec.observations().dropped()) {
            boolean there = ids.contains(id);
            out.add(line("Observation " + id, "left out", there ? "in" : "left out", !there));
        }
        return out;
    }

    /** Own variables and what they go with stand beside the counted observations. */
    private static int beside(CohortSpec spec, List<String> ids) {
        Set<String> more = new HashSet<>();
        for (Own own : spec.beyond().own()) {
            more.add(own.id());
            if (own instanceof Own.Quantity q) {
                q.link().ifPresent(l -> more.add(l.with()));
            }
        }
        more.removeAll(spec.observations().named());
        more.retainAll(ids);
        return more.size();
    }

    private static Adherence condition(String id, CohortHeader header, CohortSummary summary) {
        Optional<Integer> column = CriterionTest.conditionColumn(header, id);
        String all = "all " + Words.count(summary.patients());
        if (column.isEmpty()) {
            return new Adherence(
                    "Every patient: " + id.replace('-', ' '),
                    all,
                    "–",
                    Adherence.Verdict.NOT_CHECKED,
                    "no column of the cohort tells");
        }
        int k = column.get();
        long with = summary.levels(k)[1];
        return line(
                "Every patient: " + header.fields().get(k).label(),
                all,
                Words.count(with),
                with == summary.patients());
    }

    private static Adherence line(String what, String asked, String achieved, boolean met) {
        return new Adherence(
                what, asked, achieved, met ? Adherence.Verdict.MET : Adherence.Verdict.NOT_MET, "");
    }
}
