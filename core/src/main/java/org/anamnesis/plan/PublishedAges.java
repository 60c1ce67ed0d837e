package org.anamnesis.plan;

import java.util.Set;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.RowTest;

/** A condition that no survey row has: age and sex of those who have it, by the facts. */
final class PublishedAges {
    private PublishedAges() {}

    /**
     * Adds the facts to the targets.
     *
     * @param condition id; empty if none was asked for
     */
    static void target(
            String condition, ConditionEvidence evidence, Shares targets, Remarks remarks) {
        if (condition.isEmpty() || ConditionRows.of(condition).isPresent()) {
            return;
        }
        evidence.age()
                .ifPresent(
                        age -> {
                            targets.mean("age", "age", age.mean());
                            remarks.explain(
                                    "mean age %s by %s%s"
                                            .formatted(
                                                    Shares.number(age.mean()),
                                                    age.source(),
                                                    mark(age.confidence())));
                        });
        for (Fact f : evidence.facts(Fact.Kind.DEMOGRAPHIC)) {
            if (f.about().equals("sex") && f.stratum().equals("sex: female")) {
                targets.share("female", RowTest.level("sex", Set.of(0)), f.value());
                remarks.explain(
                        "%s %% female by %s%s"
                                .formatted(
                                        Shares.number(f.value()),
                                        f.source(),
                                        mark(f.confidence())));
            }
        }
    }

    private static String mark(Confidence confidence) {
        return confidence == Confidence.RECALLED ? " (unverified)" : "";
    }
}
