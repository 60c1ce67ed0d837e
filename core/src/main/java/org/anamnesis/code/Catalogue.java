package org.anamnesis.code;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All concepts that the program knows, by id. */
public final class Catalogue {
    private final Map<String, Concept> byId;

    private Catalogue(Map<String, Concept> byId) {
        this.byId = byId;
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
            Map<String, Concept> all = new LinkedHashMap<>();
            for (Object item : JSON.std.listFrom(in)) {
                Concept c = concept((Map<?, ?>) item);
                all.put(c.id(), c);
            }
            return new Catalogue(Collections.unmodifiableMap(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Concept concept(Map<?, ?> c) {
        List<Coding> codings =
                ((List<?>) c.get("codings"))
                        .stream()
                                .map(x -> (Map<?, ?>) x)
                                .map(
                                        x ->
                                                new Coding(
                                                        CodeSystem.valueOf(
                                                                (String) x.get("system")),
                                                        (String) x.get("code"),
                                                        (String) x.get("display"),
                                                        Optional.ofNullable((String) x.get("by"))))
                                .toList();
        List<String> words = ((List<?>) c.get("words")).stream().map(Object::toString).toList();
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

    /** Concepts of one kind in the catalogue's order. */
    public List<Concept> concepts(Concept.Kind kind) {
        return byId.values().stream().filter(c -> c.kind() == kind).toList();
    }
}
