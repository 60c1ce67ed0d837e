package org.anamnesis.fhir;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anamnesis.export.RecordCheck.Finding;

/**
 * Messages of one kind are counted together: errors by element, warnings over all types, one
 * example each.
 */
final class Tally {
    /** Warnings that only say that a code system or value set is not here. */
    private static final Set<String> UNCHECKED =
            Set.of(
                    "Terminology_PassThrough_TX_Message",
                    "Terminology_TX_Error_CodeableConcept",
                    "Terminology_TX_ValueSet_NotFound");

    private final Map<String, Long> looked = new TreeMap<>();
    private final Map<String, Kind> kinds = new TreeMap<>();
    private final Set<String> unchecked = new TreeSet<>();

    private static final class Kind {
        private final String check;
        private final boolean error;
        private final String path;
        private final String example;
        private final Set<String> types = new TreeSet<>();
        private long resources;

        private Kind(String check, boolean error, String path, String example) {
            this.check = check;
            this.error = error;
            this.path = path;
            this.example = example;
        }
    }

    void add(String type, String name, List<SingleValidationMessage> messages) {
        looked.merge(type, 1L, Long::sum);
        Set<String> counted = new HashSet<>();
        for (SingleValidationMessage m : messages) {
            boolean error = m.getSeverity() != ResultSeverityEnum.WARNING;
            String check = check(m);
            String path = path(m);
            if (!error && UNCHECKED.contains(check)) {
                unchecked.add(path);
                continue;
            }
            String key = error ? check + " " + path : check;
            Kind kind =
                    kinds.computeIfAbsent(
                            key, k -> new Kind(check, error, path, name + ": " + m.getMessage()));
            kind.types.add(type);
            if (counted.add(key)) {
                kind.resources++;
            }
        }
    }

    /** HAPI's id; of a rule of the standard the last part of its address, such as {@code dom-6}. */
    private static String check(SingleValidationMessage m) {
        String id = m.getMessageId() == null ? "fhir" : m.getMessageId();
        return id.substring(id.lastIndexOf('#') + 1);
    }

    /** The element, whichever of several it is. */
    private static String path(SingleValidationMessage m) {
        String where = m.getLocationString() == null ? "" : m.getLocationString();
        return where.replaceAll("\\[\\d+]", "").replaceAll("/\\*.*?\\*/", "");
    }

    List<Finding> findings() {
        return kinds.values().stream()
                .map(
                        k ->
                                new Finding(
                                        k.check,
                                        k.error ? k.path : String.join(", ", k.types),
                                        k.error,
                                        k.resources,
                                        k.types.stream().mapToLong(looked::get).sum(),
                                        k.example))
                .sorted(Comparator.comparing(f -> -f.failed()))
                .toList();
    }

    /** Elements whose codes could not be checked. */
    Set<String> unchecked() {
        return unchecked;
    }
}
