package org.anamnesis.evidence;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.anamnesis.problem.EnvironmentException;

/**
 * The evidence that ships: one file a condition, read when first asked for. Threads may share it.
 */
public final class Evidence {
    private final String version;
    private final String date;
    private final List<String> conditions;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, ConditionEvidence> read = new ConcurrentHashMap<>();

    private Evidence() {
        Map<String, Object> about = map("version.json");
        version = (String) about.get("version");
        date = (String) about.get("date");
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

    /**
     * The one that ships.
     *
     * @throws EnvironmentException if a resource is damaged
     */
    public static Evidence bundled() {
        return new Evidence();
    }

    public String version() {
        return version;
    }

    /** Day on which this version was put together, ISO 8601. */
    public String date() {
        return date;
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
        try (InputStream in = open(id + ".json")) {
            return ConditionFile.read(id, in);
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw damaged(e);
        }
    }

    private static String text(Map<?, ?> from, String key) {
        return (String) from.get(key);
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

    private static EnvironmentException damaged(Exception e) {
        return new EnvironmentException(
                "the built-in evidence is damaged or missing; build the program again", e);
    }
}
