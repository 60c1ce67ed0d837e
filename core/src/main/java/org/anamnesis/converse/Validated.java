package org.anamnesis.converse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.export.RecordCheck;

/**
 * What was found in a folder of records.
 *
 * @param formats one a format
 * @param seconds it took
 */
public record Validated(List<Format> formats, double seconds) {
    public Validated {
        formats = List.copyOf(formats);
    }

    /** Kinds of errors, over all formats. */
    public long errors() {
        return formats.stream().mapToLong(f -> f.errors().size()).sum();
    }

    /**
     * Of one format.
     *
     * @param name {@code fhir} or {@code omop}
     * @param standard what it was held against
     * @param counted resources or rows by type or table
     * @param inFull how many of them were checked in full
     * @param errors where the standard is broken
     * @param looks what is worth a look
     * @param notes what could not be checked, a sentence each
     */
    public record Format(
            String name,
            String standard,
            Map<String, Long> counted,
            long inFull,
            List<Fault> errors,
            List<Fault> looks,
            List<String> notes) {
        public Format {
            counted = Collections.unmodifiableMap(new LinkedHashMap<>(counted));
            errors = List.copyOf(errors);
            looks = List.copyOf(looks);
            notes = List.copyOf(notes);
        }

        static Format of(String name, RecordCheck.Found found) {
            return new Format(
                    name,
                    found.standard(),
                    found.counted(),
                    found.inFull(),
                    faults(found, true),
                    faults(found, false),
                    found.notes());
        }

        private static List<Fault> faults(RecordCheck.Found found, boolean errors) {
            return found.findings().stream()
                    .filter(f -> f.error() == errors)
                    .map(
                            f ->
                                    new Fault(
                                            f.check(),
                                            f.where(),
                                            f.failed(),
                                            f.of(),
                                            f.example(),
                                            f.sentence()))
                    .toList();
        }
    }

    /**
     * One kind of fault.
     *
     * @param check its name
     * @param where type and element, or table and column
     * @param failed how many have it
     * @param of how many were looked at for it
     * @param example one of them and what is wrong with it
     * @param sentence all of it for people
     */
    public record Fault(
            String check, String where, long failed, long of, String example, String sentence) {}
}
