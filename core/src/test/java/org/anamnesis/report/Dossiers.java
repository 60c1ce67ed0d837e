package org.anamnesis.report;

import static org.anamnesis.evaluate.Cases.category;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.anamnesis.cohort.Field;
import org.anamnesis.evaluate.Background;
import org.anamnesis.evaluate.Cases;
import org.anamnesis.evaluate.Evaluator;
import org.anamnesis.evaluate.Reality;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Guideline;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.evidence.Source;
import org.anamnesis.measure.Measurand;
import org.anamnesis.random.SeedTree;
import org.anamnesis.spec.CohortSpec;

/** Whole reports on small made-up cohorts. */
final class Dossiers {
    private Dossiers() {}

    /** Every kind of column, of source and of confidence. */
    static Dossier small() {
        return of(200, "HbA1c", "generate 200 patients", List.of("Adults only"));
    }

    /** The same with this text wherever a user or a file can put one. */
    static Dossier named(String text) {
        return of(50, text, text, List.of(text));
    }

    static Dossier of(int n, String label, String request, List<String> assumed) {
        Cases cases =
                new Cases()
                        .with(
                                field("age", label, Field.Role.DEMOGRAPHIC, "nhanes"),
                                draw("age", n, 30, 80))
                        .with(
                                category("sex", Field.Role.DEMOGRAPHIC, "female", label),
                                draw("sex", n, 0, 1.99))
                        .with(
                                field("hba1c", label, Field.Role.OBSERVATION, "nhanes"),
                                draw("h", n, 5, 11))
                        .with(
                                field("glucose", label, Field.Role.OBSERVATION, "gone"),
                                draw("g", n, 80, 300))
                        .with(
                                field("c_peptide", label, Field.Role.OBSERVATION, "recalled"),
                                draw("c", n, 1, 6))
                        .with(field("stated", label, Field.Role.OBSERVATION), draw("s", n, 0, 9))
                        .with(
                                category("smoking", Field.Role.OBSERVATION, "never", label),
                                draw("k", n, 0, 1.99))
                        .with(
                                category("asthma", Field.Role.CONDITION, "no", "yes"),
                                draw("a", n, 0, 1.99))
                        .with(
                                category("class:statin", Field.Role.MEDICATION, "atorvastatin"),
                                IntStream.range(0, n)
                                        .mapToDouble(i -> i % 3 == 0 ? 0 : Double.NaN)
                                        .toArray());
        return of(cases, label, request, assumed);
    }

    /** Age, sex and these fields, all of them with level 0 in everyone. */
    static Dossier with(Field... fields) {
        Cases cases =
                new Cases()
                        .with(
                                field("age", "Age", Field.Role.DEMOGRAPHIC, "nhanes"),
                                draw("age", 20, 30, 80))
                        .with(
                                category("sex", Field.Role.DEMOGRAPHIC, "female", "male"),
                                draw("sex", 20, 0, 1.99));
        for (Field field : fields) {
            cases.with(field, new double[20]);
        }
        return of(cases, "HbA1c", "generate", List.of());
    }

    private static Dossier of(Cases cases, String label, String request, List<String> assumed) {
        CohortSpec spec = cases.spec().withCondition(Optional.of("type-2-diabetes"));
        ConditionEvidence condition = condition(label);
        Background background =
                new Background(
                        cases.table(),
                        Optional.of(cases.table()),
                        Optional.of(condition),
                        measurands());
        return new Dossier(
                new Understanding(request, List.of(request), assumed, List.of(request)),
                Optional.of(label),
                spec,
                cases.header(),
                Evaluator.evaluate(
                        spec,
                        cases.header(),
                        cases.summary(spec, background),
                        background,
                        new Reality(0.08, 90, 0.2, List.of(label))),
                Optional.of(condition),
                id -> Optional.ofNullable(sources(label).get(id)),
                Optional.empty(),
                List.of(),
                List.of(),
                "0.0.test");
    }

    private static Field field(String id, String label, Field.Role role, String... sources) {
        return new Field(
                id + "_x",
                id,
                label,
                role,
                id.equals("hba1c") ? "%" : "mg/dL",
                1,
                List.of(),
                Optional.empty(),
                true,
                sources.length == 0
                        ? Provenance.assumed(label)
                        : Provenance.of(label, label, "2011-Mar2020", List.of(sources)));
    }

    private static Map<String, Measurand> measurands() {
        Map<String, Measurand> out = new LinkedHashMap<>();
        for (String id : List.of("hba1c", "glucose", "c_peptide")) {
            out.put(id, Cases.measurand(id, "mg/dL", 1, 4, 140));
        }
        return out;
    }

    private static ConditionEvidence condition(String label) {
        List<ConditionEvidence.Ranked> ranked = new ArrayList<>();
        ranked.add(ranked(1, "hba1c", "nhanes", Confidence.COMPUTED, label));
        ranked.add(ranked(2, "c_peptide", "recalled", Confidence.RECALLED, label));
        return new ConditionEvidence(
                "type-2-diabetes",
                Optional.of(new ConditionEvidence.Microdata(label, "2011-Mar2020", "")),
                ranked,
                Optional.empty(),
                List.of(),
                List.of(
                        new Guideline(
                                label,
                                "ADA",
                                "2025",
                                List.of("HbA1c >= 6.5 %"),
                                List.of("HbA1c < 7 % for many"),
                                "ada",
                                Confidence.READ),
                        new Guideline(
                                label,
                                "ADA",
                                "2025",
                                List.of(),
                                List.of("LDL < 70 mg/dL"),
                                "recalled",
                                Confidence.RECALLED)));
    }

    private static ConditionEvidence.Ranked ranked(
            int rank, String id, String source, Confidence confidence, String label) {
        OptionalDouble none = OptionalDouble.empty();
        Marginal marginal =
                new Marginal(
                        id,
                        "%",
                        OptionalLong.of(3305),
                        7.34,
                        OptionalDouble.of(1.69),
                        none,
                        OptionalDouble.of(5.5),
                        none,
                        OptionalDouble.of(6.9),
                        none,
                        OptionalDouble.of(10.9),
                        none,
                        none,
                        "normal",
                        label,
                        "all",
                        "2011-Mar2020",
                        source,
                        confidence);
        return new ConditionEvidence.Ranked(rank, id, Optional.of(marginal), List.of());
    }

    private static Map<String, Source> sources(String label) {
        return Map.of(
                "nhanes",
                new Source(
                        "nhanes",
                        label,
                        "CDC/NCHS",
                        "2005-2020",
                        "https://www.cdc.gov/nchs/nhanes/",
                        "public domain",
                        label,
                        "microdata"),
                "ada",
                new Source("ada", label, label, label, label, label, label, "read: page"));
    }

    private static double[] draw(String purpose, int n, double low, double high) {
        long key = SeedTree.key(new SeedTree(5).purpose(purpose), 0);
        return IntStream.range(0, n)
                .mapToDouble(i -> low + (high - low) * SeedTree.uniform(key, i))
                .map(x -> high < 2 ? Math.floor(x) : x)
                .toArray();
    }
}
