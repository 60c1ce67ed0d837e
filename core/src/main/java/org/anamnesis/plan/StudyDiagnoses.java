package org.anamnesis.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.code.StudyKind;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyOrder;

/**
 * Diagnoses that follow from what studies are asked to show: an ECG with atrial flutter is of
 * somebody who has it. Said aloud.
 */
final class StudyDiagnoses {
    private StudyDiagnoses() {}

    /** The conditions as columns of records, each once. */
    static List<PlannedField> of(
            StudyKind kind, StudyOrder order, CohortSpec spec, Remarks remarks) {
        Map<String, PlannedField> all = new LinkedHashMap<>();
        Set<String> told = new LinkedHashSet<>();
        for (StudyOrder.Shown shown : order.findings()) {
            StudyKind.Shown finding = kind.finding(shown.finding()).orElseThrow();
            Optional<Concept> has = finding.diagnosed().filter(c -> shown.percent() > 0);
            has.ifPresent(
                    c -> {
                        all.putIfAbsent(c.id(), field(kind, c));
                        if (!spec.condition().filter(c.id()::equals).isPresent()) {
                            told.add("%s (%s)".formatted(c.name(), finding.names().get(0)));
                        }
                    });
        }
        if (!told.isEmpty()) {
            remarks.explain(
                    "%s: whoever shows what is a diagnosis by itself has it among the conditions, put on record at the latest with the study: %s"
                            .formatted(kind.names().get(0), String.join(", ", told)));
        }
        return List.copyOf(all.values());
    }

    private static PlannedField field(StudyKind kind, Concept concept) {
        return PlannedField.inRecord(
                concept,
                Provenance.asked(
                        "of whoever shows it in the %s asked for".formatted(kind.names().get(0))));
    }
}
