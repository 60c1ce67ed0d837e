package org.anamnesis.signals.ecg;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;

/**
 * What one ECG shows, settled: the same for the plan, the trace and the reading.
 *
 * @param findings by id
 * @param measurements by id, in the unit of the catalogue
 */
record Shows(Map<String, Finding> findings, Map<String, Double> measurements) {
    Shows {
        findings = new TreeMap<>(findings);
        measurements = new TreeMap<>(measurements);
    }

    static Shows of(Study study) {
        return of(study.findings(), study.measurements());
    }

    static Shows of(Collection<Finding> findings, Map<String, Double> measurements) {
        var byId = new TreeMap<String, Finding>();
        findings.forEach(f -> byId.put(f.id(), f));
        return new Shows(byId, measurements);
    }

    boolean has(String finding) {
        return findings.containsKey(finding);
    }

    boolean hasAny(List<String> ids) {
        return ids.stream().anyMatch(findings::containsKey);
    }

    Optional<String> detail(String finding, String detail) {
        return Optional.ofNullable(findings.get(finding)).map(f -> f.details().get(detail));
    }

    double number(String finding, String detail, double otherwise) {
        return detail(finding, detail).map(Double::parseDouble).orElse(otherwise);
    }

    OptionalDouble measured(String id) {
        Double value = measurements.get(id);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    double measured(String id, double otherwise) {
        return measurements.getOrDefault(id, otherwise);
    }

    /** Mean RR in ms. */
    double rr() {
        return 60_000 / measured("heart_rate_bpm", 70);
    }
}
