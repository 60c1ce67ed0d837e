package org.anamnesis.evidence;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.anamnesis.problem.EnvironmentException;

/**
 * The evidence that ships: one file a condition, read when first asked for. Not safe for threads.
 */
public final class Evidence {
    private final String version;
    private final List<String> conditions;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, ConditionEvidence> read = new HashMap<>();

    private Evidence() {
        Map<String, Object> about = map("version.json");
        version = (String) about.get("version");
        conditions = ((List<?>) about.get("conditions")).stream().map(Object::toString).toList();
        for (Object item : list("sources.json")) {
            Map<?, ?> s = (Map<?, ?>) item;
            Source source =
                    new Source(
                            text(s, "id"),
                            text(s, "title"),
                            text(s, "publisher"),
                            text(s, "year"),
                            text(s, "url"),
                            text(s, "licence"),
                            text(s, "taken"),
                            text(s, "access"));
            sources.put(source.id(), source);
        }
    }

    public static Evidence bundled() {
        return new Evidence();
    }

    public String version() {
        return version;
    }

    /** Concept ids of all conditions with evidence. */
    public List<String> conditions() {
        return conditions;
    }

    public Optional<Source> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    public List<Source> sources() {
        return List.copyOf(sources.values());
    }

    /**
     * @throws IllegalArgumentException if there is no evidence for the condition
     */
    public ConditionEvidence condition(String id) {
        if (!conditions.contains(id)) {
            throw new IllegalArgumentException("no evidence for " + id);
        }
        return read.computeIfAbsent(id, Evidence::load);
    }

    private static ConditionEvidence load(String id) {
        Map<String, Object> file = map(id + ".json");
        List<ConditionEvidence.Ranked> ranked = new ArrayList<>();
        for (Object item : (List<?>) file.get("observations")) {
            Map<?, ?> o = (Map<?, ?>) item;
            List<Marginal> strata = new ArrayList<>();
            if (o.get("strata") instanceof List<?> all) {
                all.forEach(s -> strata.add(marginal((Map<?, ?>) s)));
            }
            ranked.add(
                    new ConditionEvidence.Ranked(
                            ((Number) o.get("rank")).intValue(),
                            text(o, "observation"),
                            Optional.ofNullable((Map<?, ?>) o.get("overall"))
                                    .map(Evidence::marginal),
                            strata));
        }
        List<Fact> facts = new ArrayList<>();
        for (Object item : (List<?>) file.get("facts")) {
            facts.add(fact(id, (Map<?, ?>) item));
        }
        List<Guideline> guidelines = new ArrayList<>();
        for (Object item : (List<?>) file.get("guidelines")) {
            Map<?, ?> g = (Map<?, ?>) item;
            guidelines.add(
                    new Guideline(
                            text(g, "name"),
                            text(g, "organisation"),
                            text(g, "year"),
                            strings(g.get("criteria")),
                            strings(g.get("targets")),
                            text(g, "source"),
                            Confidence.valueOf(text(g, "confidence"))));
        }
        return new ConditionEvidence(
                id,
                Optional.ofNullable((Map<?, ?>) file.get("microdata"))
                        .map(
                                m ->
                                        new ConditionEvidence.Microdata(
                                                text(m, "population"),
                                                text(m, "period"),
                                                text(m, "note"))),
                ranked,
                Optional.ofNullable((Map<?, ?>) file.get("age")).map(Evidence::marginal),
                facts,
                guidelines);
    }

    private static Fact fact(String condition, Map<?, ?> f) {
        return new Fact(
                text(f, "id"),
                condition,
                Fact.Kind.valueOf(text(f, "kind")),
                text(f, "about"),
                ((Number) f.get("value")).doubleValue(),
                number(f.get("low")),
                number(f.get("high")),
                whole(f.get("n")),
                text(f, "unit"),
                text(f, "population"),
                text(f, "stratum"),
                text(f, "period"),
                text(f, "source"),
                Confidence.valueOf(text(f, "confidence")),
                f.get("note") == null ? "" : text(f, "note"));
    }

    private static Marginal marginal(Map<?, ?> m) {
        return new Marginal(
                text(m, "observation"),
                text(m, "unit"),
                whole(m.get("n")),
                ((Number) m.get("mean")).doubleValue(),
                number(m.get("sd")),
                number(m.get("se")),
                number(m.get("p05")),
                number(m.get("p25")),
                number(m.get("p50")),
                number(m.get("p75")),
                number(m.get("p95")),
                number(m.get("logMean")),
                number(m.get("logSd")),
                text(m, "shape"),
                text(m, "population"),
                text(m, "stratum"),
                text(m, "period"),
                text(m, "source"),
                Confidence.valueOf(text(m, "confidence")));
    }

    private static String text(Map<?, ?> from, String key) {
        return (String) from.get(key);
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    private static OptionalDouble number(Object value) {
        return value == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(((Number) value).doubleValue());
    }

    private static OptionalLong whole(Object value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(((Number) value).longValue());
    }

    private static Map<String, Object> map(String file) {
        try (InputStream in = open(file)) {
            return JSON.std.mapFrom(in);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private static List<Object> list(String file) {
        try (InputStream in = open(file)) {
            return JSON.std.listFrom(in);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private static InputStream open(String file) throws IOException {
        InputStream in = Evidence.class.getResourceAsStream(file);
        if (in == null) {
            throw new IOException("no resource " + file);
        }
        return in;
    }

    private static EnvironmentException damaged(IOException e) {
        return new EnvironmentException(
                "the built-in evidence is damaged or missing; build the program again", e);
    }
}
