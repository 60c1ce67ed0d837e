package org.anamnesis.learn.records;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Coding;
import org.anamnesis.code.Concept;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;

/** What the codes of a record mean here; what is not known keeps its name. */
final class RecordCodes {
    /** A concept of the catalogue, or a name made of what the record says. */
    record Meaning(String id, String name) {}

    /** A value as the program's tables hold it: a number in a unit, or an answer. */
    record Value(String number, String text, String unit) {}

    private final Map<String, Concept> byCode = new HashMap<>();
    private final Map<String, Concept> byName = new HashMap<>();
    private final Map<String, String> unitOf = new HashMap<>();

    RecordCodes() {
        for (Concept.Kind kind : Concept.Kind.values()) {
            Catalogue.bundled().concepts(kind).forEach(this::add);
        }
        RecordOnly.bundled().forEach(r -> add(r.concept()));
    }

    private void add(Concept concept) {
        byName.putIfAbsent(named(concept.kind(), concept.name()), concept);
        for (CodeSystem system : CodeSystem.values()) {
            concept.verified(system)
                    .map(Coding::code)
                    .ifPresent(code -> byCode.putIfAbsent(key(system, code), concept));
        }
    }

    private static String key(CodeSystem system, String code) {
        return system + " " + code;
    }

    private static String named(Concept.Kind kind, String name) {
        return kind + " " + name.toLowerCase(Locale.ROOT);
    }

    Optional<Concept> find(CodeSystem system, String code) {
        return Optional.ofNullable(byCode.get(key(system, code)));
    }

    /** The concept of this id or code, whatever its system: for codes that stand alone. */
    Optional<Concept> find(String code, List<CodeSystem> systems) {
        return systems.stream()
                .flatMap(s -> find(s, code).stream())
                .findFirst()
                .or(() -> Catalogue.bundled().find(code));
    }

    /**
     * @param kind of which it is one, if no code is known and it bears a name of the catalogue
     */
    Meaning meaning(Optional<Concept> concept, Concept.Kind kind, String otherwise) {
        return concept.or(() -> Optional.ofNullable(byName.get(named(kind, otherwise))))
                .map(c -> new Meaning(c.id(), c.name()))
                .orElseGet(() -> new Meaning(name(otherwise), otherwise));
    }

    /** Letters and digits of a text, joined by underscores. */
    static String name(String text) {
        String name =
                text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\d]+", "_")
                        .replaceAll("^_|_$", "");
        return name.isEmpty() ? "unnamed" : name;
    }

    /** The class that an ingredient is listed under: the first of the catalogue's, else itself. */
    String drugClass(Optional<Concept> ingredient, Meaning what) {
        return ingredient
                .flatMap(c -> Catalogue.bundled().classesOf(c.id()).stream().findFirst())
                .map(Concept::name)
                .orElse(what.name());
    }

    /**
     * A number in the unit in which the program shows it; in another unit, if it cannot be
     * converted, the observation is another one.
     */
    Measured measured(Meaning what, String number, String unit) {
        Optional<Measurand> known = Measurands.bundled().find(what.id());
        boolean canonical =
                known.isPresent() && (unit.isEmpty() || unit.equals(known.get().unit()));
        if (canonical) {
            return new Measured(what, new Value(number, "", known.get().unit()));
        }
        Optional<Measured> converted =
                known.flatMap(
                        m ->
                                m.conversions().stream()
                                        .filter(c -> c.unit().equals(unit))
                                        .findFirst()
                                        .map(
                                                c ->
                                                        new Measured(
                                                                what,
                                                                new Value(
                                                                        rounded(
                                                                                c.toCanonical(
                                                                                        Double
                                                                                                .parseDouble(
                                                                                                        number)),
                                                                                m.decimals()),
                                                                        "",
                                                                        m.unit()))));
        if (converted.isPresent()) {
            return converted.get();
        }
        String first = unitOf.computeIfAbsent(what.id(), k -> unit);
        boolean other = known.isPresent() || !first.equals(unit);
        Meaning named = other ? new Meaning(what.id() + "_in_" + name(unit), what.name()) : what;
        return new Measured(named, new Value(number, "", unit));
    }

    /** An observation with its value, after units were settled. */
    record Measured(Meaning what, Value value) {}

    private static String rounded(double value, int decimals) {
        // one digit more than is reported here, so that converting back gives what was written
        return String.format(Locale.ROOT, "%." + (decimals + 1) + "f", value);
    }
}
