package org.anamnesis.population;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a drawn column of the census rests on.
 *
 * @param period years of the survey, or of the facts that replaced it
 * @param persons how many were asked or measured; empty for what is known of everyone
 * @param from column of the survey's file and how its levels were named, for whoever checks the
 *     census; never shown to users
 * @param moved what published figures say, where they replaced the survey's; otherwise empty
 * @param population whom these figures describe; empty if the survey's people
 * @param sources ids of these figures' sources
 */
public record Learned(
        String period,
        OptionalLong persons,
        String from,
        String moved,
        String population,
        List<String> sources) {
    public Learned {
        requireNonNull(period, "period");
        requireNonNull(persons, "persons");
        requireNonNull(from, "from");
        requireNonNull(moved, "moved");
        requireNonNull(population, "population");
        sources = List.copyOf(sources);
    }

    /** Learned from the survey alone. */
    public static Learned survey(String period, OptionalLong persons, String from) {
        return new Learned(period, persons, from, "", "", List.of());
    }

    public boolean isMoved() {
        return !moved.isEmpty();
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("period", period);
        persons.ifPresent(n -> out.put("persons", n));
        out.put("from", from);
        if (isMoved()) {
            out.put("moved", moved);
            out.put("population", population);
            out.put("sources", sources);
        }
        return out;
    }

    static Learned read(Map<?, ?> written) {
        Object n = written.get("persons");
        List<?> sources = (List<?>) written.get("sources");
        return new Learned(
                text(written, "period"),
                n == null ? OptionalLong.empty() : OptionalLong.of(((Number) n).longValue()),
                text(written, "from"),
                text(written, "moved"),
                text(written, "population"),
                sources == null ? List.of() : sources.stream().map(Object::toString).toList());
    }

    private static String text(Map<?, ?> from, String key) {
        Object value = from.get(key);
        return value == null ? "" : value.toString();
    }
}
