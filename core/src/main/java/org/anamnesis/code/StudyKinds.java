package org.anamnesis.code;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** All kinds of studies that can be asked for, read from one file a kind. */
public final class StudyKinds {
    private static final List<String> FILES = List.of("ecg", "eeg", "ct");

    private StudyKinds() {}

    /** Those that ship; read once. */
    public static List<StudyKind> bundled() {
        return Bundled.ALL;
    }

    public static Optional<StudyKind> find(String id) {
        return bundled().stream().filter(k -> k.id().equals(id)).findFirst();
    }

    private static final class Bundled {
        static final List<StudyKind> ALL = FILES.stream().map(StudyKinds::load).toList();
    }

    private static StudyKind load(String id) {
        try (InputStream in = StudyKinds.class.getResourceAsStream("study/" + id + ".json")) {
            return kind(JSON.std.mapFrom(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StudyKind kind(Map<String, Object> k) {
        return new StudyKind(
                (String) k.get("id"),
                words(k, "names"),
                coding(k.get("code")),
                coding(k.get("impression")),
                settings(k, "settings"),
                maps(k, "measurements").stream().map(StudyKinds::measurement).toList(),
                maps(k, "findings").stream().map(StudyKinds::finding).toList(),
                words(k, "absent"),
                maps(k, "figures").stream().map(StudyKinds::figure).toList());
    }

    private static StudyKind.Measurement measurement(Map<?, ?> m) {
        return new StudyKind.Measurement(
                (String) m.get("id"),
                words(m, "names"),
                (String) m.get("unit"),
                ((Number) m.get("decimals")).intValue(),
                coding(m.get("code")),
                ((Number) m.get("low")).doubleValue(),
                ((Number) m.get("high")).doubleValue(),
                text(m, "record"));
    }

    private static StudyKind.Shown finding(Map<?, ?> f) {
        return new StudyKind.Shown(
                (String) f.get("id"),
                words(f, "names"),
                coding(f.get("code")),
                text(f, "group"),
                words(f, "excludes"),
                words(f, "conditions"),
                diagnosis(f.get("diagnosis")),
                settings(f, "details"),
                several(text(f, "several")),
                (String) f.get("source"),
                standing(f));
    }

    private static Optional<Diagnosis> diagnosis(Object item) {
        if (!(item instanceof Map<?, ?> d)) {
            return Optional.empty();
        }
        String id = text(d, "id");
        Optional<Concept> of = id.isEmpty() ? Optional.empty() : Optional.of(condition(id, d));
        boolean sudden = Boolean.TRUE.equals(d.get("sudden"));
        return Optional.of(new Diagnosis(of, sudden, text(d, "because")));
    }

    /** A condition that is known, or one that stands in records of studies alone. */
    private static Concept condition(String id, Map<?, ?> d) {
        String name = text(d, "name");
        if (!name.isEmpty()) {
            List<Coding> codes =
                    maps(d, "codes").stream().flatMap(c -> coding(c).stream()).toList();
            return new Concept(id, Concept.Kind.CONDITION, name, List.of(), codes);
        }
        return Catalogue.bundled()
                .find(id)
                .or(() -> RecordOnly.find(id).map(RecordOnly::concept))
                .orElseThrow(() -> new IllegalArgumentException("no condition " + id));
    }

    private static StudyKind.Several several(String word) {
        return word.isEmpty()
                ? StudyKind.Several.ONCE
                : StudyKind.Several.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static StudyKind.Figure figure(Map<?, ?> f) {
        return new StudyKind.Figure((String) f.get("what"), (String) f.get("source"), standing(f));
    }

    private static Standing standing(Map<?, ?> of) {
        return Standing.valueOf(((String) of.get("standing")).toUpperCase(Locale.ROOT));
    }

    private static List<StudyKind.Setting> settings(Map<?, ?> of, String key) {
        return maps(of, key).stream()
                .map(
                        s ->
                                new StudyKind.Setting(
                                        (String) s.get("id"),
                                        words(s, "names"),
                                        text(s, "unit"),
                                        words(s, "choices"),
                                        number(s.get("low")),
                                        number(s.get("high")),
                                        text(s, "standard"),
                                        called(s.get("called")),
                                        text(s, "record"),
                                        parts(s.get("parts"))))
                .toList();
    }

    private static Map<String, List<String>> parts(Object item) {
        Map<String, List<String>> all = new HashMap<>();
        if (item instanceof Map<?, ?> lists) {
            lists.keySet()
                    .forEach(k -> all.put((String) k, List.of(text(lists, (String) k).split(" "))));
        }
        return all;
    }

    private static Map<String, List<String>> called(Object item) {
        Map<String, List<String>> all = new HashMap<>();
        if (item instanceof Map<?, ?> words) {
            words.keySet().forEach(k -> all.put((String) k, words(words, (String) k)));
        }
        return all;
    }

    private static Optional<Coding> coding(Object item) {
        if (!(item instanceof Map<?, ?> c)) {
            return Optional.empty();
        }
        CodeSystem system = CodeSystem.valueOf((String) c.get("system"));
        String code = (String) c.get("code");
        if (!CheckDigits.wellFormed(system, code)) {
            throw new IllegalArgumentException("malformed code " + code);
        }
        return Optional.of(
                new Coding(
                        system,
                        code,
                        (String) c.get("display"),
                        Optional.ofNullable((String) c.get("by"))));
    }

    private static OptionalDouble number(Object value) {
        return value instanceof Number n
                ? OptionalDouble.of(n.doubleValue())
                : OptionalDouble.empty();
    }

    private static String text(Map<?, ?> of, String key) {
        return of.get(key) instanceof String s ? s : "";
    }

    private static List<String> words(Map<?, ?> of, String key) {
        return of.get(key) instanceof List<?> all
                ? all.stream().map(String.class::cast).toList()
                : List.of();
    }

    private static List<Map<?, ?>> maps(Map<?, ?> of, String key) {
        List<Map<?, ?>> all = new ArrayList<>();
        if (of.get(key) instanceof List<?> items) {
            items.forEach(i -> all.add((Map<?, ?>) i));
        }
        return all;
    }
}
