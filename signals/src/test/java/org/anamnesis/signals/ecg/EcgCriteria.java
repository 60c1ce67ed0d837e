package org.anamnesis.signals.ecg;

import static org.anamnesis.signals.ecg.EcgReader.finding;
import static org.anamnesis.signals.ecg.EcgReader.plan;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.anamnesis.study.Finding;
import org.junit.jupiter.api.io.TempDir;

/**
 * Findings by their published criteria (the catalogue names them), read from the file. Ten ECGs
 * each; nine at least must meet the criteria, and of ten twins without the finding at most one may.
 * Keys are fixed, so nothing here fails by chance.
 */
abstract class EcgCriteria {
    private static final int N = 10;

    @TempDir Path folder;

    int met(List<Finding> findings, Predicate<EcgReader> criteria) throws Exception {
        int met = 0;
        for (int key = 100; key < 100 + N; key++) {
            var read = EcgReader.read(plan(findings, Map.of(), key), folder);
            met += criteria.test(read) ? 1 : 0;
        }
        return met;
    }

    void shows(Finding finding, Finding twin, Predicate<EcgReader> criteria) throws Exception {
        int with = met(List.of(finding), criteria);
        int without = met(List.of(twin), criteria);
        assertTrue(
                with >= N - 1 && without <= 1,
                "%s: %d of %d, twin %s: %d".formatted(finding.id(), with, N, twin.id(), without));
    }

    static final Finding SINUS = finding("sinus-rhythm");
}
