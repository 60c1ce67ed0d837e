package org.anamnesis.code;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A kind of recording or image, what can be set of it, what is measured in it and what it can show.
 *
 * @param id {@code ecg}, {@code eeg}, {@code ct}
 * @param names in any language; the first is the English one for people
 * @param code of the study itself
 * @param impression code of an observation whose value is a finding
 * @param absent what people may look for in it and nobody can ask for here
 * @param figures on what the rest of it stands: who says how often, how large, how fast
 */
public record StudyKind(
        String id,
        List<String> names,
        Optional<Coding> code,
        Optional<Coding> impression,
        List<Setting> settings,
        List<Measurement> measurements,
        List<Shown> findings,
        List<String> absent,
        List<Figure> figures) {
    public StudyKind {
        requireNonNull(id, "id");
        names = List.copyOf(names);
        settings = List.copyOf(settings);
        measurements = List.copyOf(measurements);
        findings = List.copyOf(findings);
        absent = List.copyOf(absent);
        figures = List.copyOf(figures);
    }

    /**
     * A figure that made studies rest on.
     *
     * @param what the figure in words
     * @param source who says so; empty for an assumption
     */
    public record Figure(String what, String source, Standing standing) {}

    /** A detail: on which side. */
    public static final String SIDE = "side";

    /** A choice of the side: one finding on each. */
    public static final String BOTH = "both";

    /** A detail: how many of them one study shows. */
    public static final String COUNT = "count";

    /** A format of every kind beside those of its maker: a picture of each study. */
    public static final String PICTURE = "picture";

    /**
     * Something that can be chosen: one of a few words, or a number between limits.
     *
     * @param unit UCUM, empty for words
     * @param choices allowed values; empty if any number between the limits is allowed
     * @param standard the default, empty if it follows from the patient
     * @param called words for some of the choices, by choice
     * @param record observation of the record that has the same value, empty if there is none
     * @param parts of what some choices are made up, by choice, those of the standard being all
     *     there are: leads; empty where a choice is one thing
     */
    public record Setting(
            String id,
            List<String> names,
            String unit,
            List<String> choices,
            OptionalDouble low,
            OptionalDouble high,
            String standard,
            Map<String, List<String>> called,
            String record,
            Map<String, List<String>> parts) {
        public Setting {
            names = List.copyOf(names);
            choices = List.copyOf(choices);
            called = Map.copyOf(called);
            parts = Map.copyOf(parts);
        }

        /** Whether it may be set to this: a choice, or some of all the parts. */
        public boolean allows(String value) {
            return choices.contains(value) || parts(value).isPresent();
        }

        /** What it may be set to, in words. */
        public String offer() {
            String all = String.join(", ", choices);
            return parts.isEmpty()
                    ? all
                    : all + ", or some of " + String.join(", ", parts.get(standard));
        }

        /** All parts there are, in their order; none where a choice is one thing. */
        public List<String> allParts() {
            return parts.getOrDefault(standard, List.of());
        }

        /** What a value is made up of: "2", "II V5" and "V5,II" are II and V5. */
        public Optional<List<String>> parts(String value) {
            if (parts.containsKey(value)) {
                return Optional.of(parts.get(value));
            }
            List<String> said = List.of(value.strip().split("[ ,]+"));
            boolean known = allParts().containsAll(said);
            return known
                    ? Optional.of(allParts().stream().filter(said::contains).toList())
                    : Optional.empty();
        }

        /** The value for some of the parts: a choice where it is the same, else with spaces. */
        public String valueOf(Collection<String> some) {
            List<String> ordered = allParts().stream().filter(some::contains).toList();
            return parts.entrySet().stream()
                    .filter(e -> e.getValue().equals(ordered))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(String.join(" ", ordered));
        }
    }

    /**
     * A number that a reader finds in the files.
     *
     * @param decimals with which it is recorded
     * @param code none where none was looked up
     * @param low lowest that can be made
     * @param high highest that can be made
     * @param record observation of the record that has the same value, empty if there is none
     */
    public record Measurement(
            String id,
            List<String> names,
            String unit,
            int decimals,
            Optional<Coding> code,
            double low,
            double high,
            String record) {
        public Measurement {
            names = List.copyOf(names);
        }
    }

    /**
     * A finding.
     *
     * @param group findings of one group exclude each other; empty if there is none
     * @param excludes ids of others that cannot be there too
     * @param conditions ids of conditions in a record that imply it
     * @param diagnosis what it makes of whoever shows it; empty where that was not asked
     * @param details what can be said of it
     * @param several how often one study may show it
     * @param source publication of its criteria
     * @param standing how far they were checked
     */
    public record Shown(
            String id,
            List<String> names,
            Optional<Coding> code,
            String group,
            List<String> excludes,
            List<String> conditions,
            Optional<Diagnosis> diagnosis,
            List<Setting> details,
            Several several,
            String source,
            Standing standing) {
        public Shown {
            names = List.copyOf(names);
            excludes = List.copyOf(excludes);
            conditions = List.copyOf(conditions);
            requireNonNull(diagnosis, "diagnosis");
            details = List.copyOf(details);
        }

        /** The condition of whoever shows it, if it is one by itself. */
        public Optional<Concept> diagnosed() {
            return diagnosis.flatMap(Diagnosis::concept);
        }
    }

    /** How often one study shows a finding. */
    public enum Several {
        ONCE,
        ONCE_A_SIDE,
        MANY
    }

    /** How many of its criteria and figures were read in a source or computed. */
    public int checked() {
        return (int)
                Stream.concat(
                                findings.stream().map(Shown::standing),
                                figures.stream().map(Figure::standing))
                        .filter(s -> s == Standing.READ || s == Standing.COMPUTED)
                        .count();
    }

    public Optional<Shown> finding(String finding) {
        return findings.stream().filter(f -> f.id().equals(finding)).findFirst();
    }

    /** Whether no study shows both. */
    public boolean apart(String a, String b) {
        Optional<Shown> x = finding(a);
        Optional<Shown> y = finding(b);
        return x.isPresent()
                && y.isPresent()
                && ((a.equals(b) && x.get().several() == Several.ONCE)
                        || x.get().excludes().contains(b)
                        || y.get().excludes().contains(a)
                        || (!x.get().group().isEmpty() && x.get().group().equals(y.get().group())));
    }

    /** Whether no study shows both, each with its details: two effusions on one side are one. */
    public boolean apart(String a, Map<String, String> ofA, String b, Map<String, String> ofB) {
        boolean sided =
                a.equals(b)
                        && finding(a).filter(f -> f.several() == Several.ONCE_A_SIDE).isPresent();
        String left = ofA.getOrDefault(SIDE, BOTH);
        String right = ofB.getOrDefault(SIDE, BOTH);
        return apart(a, b)
                || (sided && (left.equals(right) || left.equals(BOTH) || right.equals(BOTH)));
    }

    public Optional<Setting> setting(String setting) {
        return settings.stream().filter(s -> s.id().equals(setting)).findFirst();
    }

    public Optional<Measurement> measurement(String measurement) {
        return measurements.stream().filter(m -> m.id().equals(measurement)).findFirst();
    }
}
