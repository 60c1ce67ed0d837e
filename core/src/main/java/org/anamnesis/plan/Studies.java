package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anamnesis.code.Coding;
import org.anamnesis.code.Concept;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.StudyOrder;

/** Plans the recordings and images that were ordered. */
final class Studies {
    private Studies() {}

    static List<PlannedStudies> of(CohortSpec spec, ReferencePopulation people, Remarks remarks) {
        List<PlannedStudies> all = new ArrayList<>();
        for (StudyOrder order : spec.beyond().studies()) {
            StudyKind kind = StudyKinds.find(order.kind()).orElseThrow();
            List<RowTest> among = new ArrayList<>();
            for (Criterion c : order.among()) {
                c.match(new Criteria(people, remarks.problems())).ifPresent(among::add);
            }
            remarks.explain(
                    "%s: what is not asked follows the record, and what the record does not say is drawn; %d of the %d figures and criteria behind it were read in their sources or computed, the others are unverified or assumed, each named in sources.md; a picture or trace of a model, not of a person"
                            .formatted(
                                    StudyWords.name(order.kind()),
                                    kind.checked(),
                                    kind.findings().size() + kind.figures().size()));
            agreeing(kind, order, remarks);
            all.add(
                    new PlannedStudies(
                            order.kind(),
                            among,
                            order.percent(),
                            order.withoutFiles(),
                            order.files(),
                            order.measurements(),
                            order.findings().stream().map(f -> asked(kind, f)).toList(),
                            kind.measurements().stream().map(m -> field(kind, m)).toList(),
                            kind.findings().stream().map(f -> field(kind, f)).toList(),
                            StudyDiagnoses.of(kind, order, spec, remarks)));
        }
        return all;
    }

    /** Values of the record that follow what a study was asked to show. */
    private static void agreeing(StudyKind kind, StudyOrder order, Remarks remarks) {
        order.measurements().keySet().stream()
                .flatMap(id -> kind.measurement(id).stream())
                .filter(m -> !m.record().isEmpty())
                .forEach(m -> agrees(m.record(), "everyone", kind, remarks));
        for (StudyOrder.Shown shown : order.findings()) {
            kind.finding(shown.finding()).stream()
                    .flatMap(f -> f.details().stream())
                    .filter(d -> !d.record().isEmpty() && shown.percent() > 0)
                    .forEach(
                            d ->
                                    agrees(
                                            d.record(),
                                            "whoever is asked to show " + shown.finding(),
                                            kind,
                                            remarks));
        }
    }

    private static void agrees(String id, String whose, StudyKind kind, Remarks remarks) {
        remarks.explain(
                "%s of %s is the one that the %s shows"
                        .formatted(Words.name(id), whose, kind.names().get(0)));
    }

    /** A number of what there is once is a detail of it: three extrasystoles are one finding. */
    private static PlannedStudies.Asked asked(StudyKind kind, StudyOrder.Shown shown) {
        boolean once =
                kind.finding(shown.finding())
                        .filter(f -> f.several() == StudyKind.Several.ONCE)
                        .isPresent();
        String count = once ? shown.details().getOrDefault(StudyKind.COUNT, "") : "";
        Map<String, PlannedStudies.Span> between = new TreeMap<>();
        List<Map<String, String>> sides = new ArrayList<>();
        for (Map<String, String> side : shown.sides()) {
            Map<String, String> details = new TreeMap<>();
            Map<String, String> all = new TreeMap<>(side);
            if (!count.isEmpty()) {
                all.put(StudyKind.COUNT, count);
            }
            all.forEach(
                    (id, value) -> {
                        List<String> ends = StudyOrder.Shown.ends(value);
                        if (ends.size() > 1) {
                            between.put(id, span(ends));
                        } else {
                            details.put(id, value);
                        }
                    });
            sides.add(details);
        }
        return new PlannedStudies.Asked(
                shown.finding(),
                shown.percent(),
                shown.beside(),
                once ? span(List.of("1")) : span(shown.times()),
                sides,
                between);
    }

    private static PlannedStudies.Span span(List<String> ends) {
        double low = Double.parseDouble(ends.get(0));
        double high = Double.parseDouble(ends.get(ends.size() - 1));
        return new PlannedStudies.Span(low, high);
    }

    private static PlannedField field(StudyKind kind, StudyKind.Measurement m) {
        String name = m.names().get(0);
        return field(
                kind,
                m.id(),
                "%s (%s)".formatted(name, kind.names().get(0)),
                m.unit(),
                m.decimals(),
                List.of(),
                m.code());
    }

    private static PlannedField field(StudyKind kind, StudyKind.Shown f) {
        return field(
                kind,
                f.id(),
                kind.names().get(0) + " impression",
                "",
                0,
                List.of(f.names().get(0)),
                kind.impression());
    }

    private static PlannedField field(
            StudyKind kind,
            String part,
            String label,
            String unit,
            int decimals,
            List<String> levels,
            Optional<Coding> code) {
        String id = id(kind.id(), part);
        return new PlannedField(
                PlannedField.Origin.ALONE,
                id,
                id,
                id,
                label,
                PlannedField.Role.OBSERVATION,
                unit,
                decimals,
                levels,
                Optional.of(
                        new Concept(
                                id,
                                Concept.Kind.OBSERVATION,
                                label,
                                List.of(),
                                code.stream().toList())),
                false,
                Provenance.of(
                        "what the %s shows".formatted(kind.names().get(0)), "", "", List.of()));
    }

    /** Id of a part of a study as an observation: {@code ecg_qtc_ms}. */
    static String id(String kind, String part) {
        return kind + "_" + part.replace('-', '_');
    }
}
