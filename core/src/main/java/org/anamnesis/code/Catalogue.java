package org.anamnesis.code;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All concepts that the program knows, by id. */
public final class Catalogue {
    private final Map<String, Concept> byId;
    private final Map<String, List<String>> classes;

    private Catalogue(Map<String, Concept> byId, Map<String, List<String>> classes) {
        this.byId = byId;
        this.classes = classes;
    }

    /** Those that ship; read once. */
    public static Catalogue bundled() {
        return Bundled.ALL;
    }

    private static final class Bundled {
        static final Catalogue ALL = load();
    }

    private static Catalogue load() {
        try (InputStream in = Catalogue.class.getResourceAsStream("concepts.json")) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IOException if it is not JSON
     * @throws IllegalArgumentException if two concepts share an id, or a code is malformed
     */
    static Catalogue read(InputStream in) throws IOException {
        Map<String, Concept> all = new LinkedHashMap<>();
        Map<String, List<String>> classes = new LinkedHashMap<>();
        for (Object item : JSON.std.listFrom(in)) {
            Map<?, ?> row = (Map<?, ?>) item;
            Concept c = concept(row);
            if (all.put(c.id(), c) != null) {
                throw new IllegalArgumentException("two concepts " + c.id());
            }
            if (row.get("classes") instanceof List<?> of) {
                List<String> ids = new ArrayList<>();
                for (Object id : of) {
                    ids.add((String) id);
                }
                classes.put(c.id(), ids);
            }
        }
        return new Catalogue(Collections.unmodifiableMap(all), classes);
    }

    /** Plain loops: the first stream of a cold virtual machine costs more than all of this. */
    private static Concept concept(Map<?, ?> c) {
        List<Coding> codings = new ArrayList<>();
        for (Object item : (List<?>) c.get("codings")) {
            Map<?, ?> x = (Map<?, ?>) item;
            CodeSystem system = CodeSystem.valueOf((String) x.get("system"));
            String code = (String) x.get("code");
            if (!CheckDigits.wellFormed(system, code)) {
                throw new IllegalArgumentException("code of " + c.get("id") + ": " + code);
            }
            Optional<String> by = Optional.ofNullable((String) x.get("by"));
            codings.add(new Coding(system, code, (String) x.get("display"), by));
        }
        List<String> words = new ArrayList<>();
        for (Object word : (List<?>) c.get("words")) {
            words.add((String) word);
        }
        return new Concept(
                (String) c.get("id"),
                Concept.Kind.valueOf((String) c.get("kind")),
                (String) c.get("name"),
                words,
                codings);
    }

    public Optional<Concept> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Drug classes of an ingredient; insulin glargine is a basal insulin and an insulin. */
    public List<Concept> classesOf(String ingredient) {
        return classes.getOrDefault(ingredient, List.of()).stream().map(byId::get).toList();
    }

    /** Ingredients of a drug class, in the catalogue's order. */
    public List<Concept> ingredientsOf(String drugClass) {
        return within(drugClass, Concept.Kind.INGREDIENT);
    }

    /**
     * Classes of a family of them, as the groups of the ATC classification have it (WHO
     * Collaborating Centre for Drug Statistics Methodology): antihypertensives are C02, C03, C07 to
     * C09, diuretics C03, lipid-lowering drugs C10, glucose-lowering drugs A10, anticoagulants B01
     * without platelet inhibitors. Empty for a class that is no family.
     */
    public List<Concept> classesWithin(String family) {
        return within(family, Concept.Kind.DRUG_CLASS);
    }

    private List<Concept> within(String drugClass, Concept.Kind kind) {
        return classes.entrySet().stream()
                .filter(e -> e.getValue().contains(drugClass))
                .map(e -> byId.get(e.getKey()))
                .filter(c -> c.kind() == kind)
                .toList();
    }

    /** Concepts of one kind in the catalogue's order. */
    public List<Concept> concepts(Concept.Kind kind) {
        return byId.values().stream().filter(c -> c.kind() == kind).toList();
    }
}
