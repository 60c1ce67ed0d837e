package org.anamnesis.code;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The catalogue says of what studies show whether it is a diagnosis, and why. */
class StudyDiagnosisTest {
    @Test
    void whatAConditionShowsIsDecided() {
        for (StudyKind kind : StudyKinds.bundled()) {
            for (StudyKind.Shown f : kind.findings()) {
                f.diagnosis().ifPresent(d -> assertFalse(d.because().isBlank(), f.id()));
                assertTrue(f.conditions().isEmpty() || f.diagnosis().isPresent(), f.id());
            }
        }
    }

    /** No code is recalled: each says where it was seen, and one at least leaves the program. */
    @Test
    void diagnosesHaveCodes() {
        for (StudyKind kind : StudyKinds.bundled()) {
            for (StudyKind.Shown f : kind.findings()) {
                f.diagnosed()
                        .ifPresent(
                                c ->
                                        assertTrue(
                                                c.verified(CodeSystem.ICD_10_CM).isPresent(),
                                                c.id()));
            }
        }
    }
}
