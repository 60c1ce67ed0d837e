package org.anamnesis.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Resources that are checked in full: of each type and profiles at most so many, each with the same
 * chance (reservoir sampling, Vitter 1985, algorithm R).
 */
final class Sample {
    private final int size;
    private final Random random;
    private final Map<String, Drawn> kinds = new TreeMap<>();

    private static final class Drawn {
        private final List<JsonNode> kept = new ArrayList<>();
        private long seen;
    }

    /**
     * @param size of each kind; 0 is all
     */
    Sample(int size, long seed) {
        this.size = size;
        this.random = new Random(seed);
    }

    void take(JsonNode resource) {
        String kind =
                resource.path("resourceType").asText()
                        + " "
                        + resource.path("meta").path("profile");
        Drawn drawn = kinds.computeIfAbsent(kind, k -> new Drawn());
        drawn.seen++;
        if (size == 0 || drawn.kept.size() < size) {
            drawn.kept.add(resource);
            return;
        }
        long slot = (long) (random.nextDouble() * drawn.seen);
        if (slot < size) {
            drawn.kept.set((int) slot, resource);
        }
    }

    List<JsonNode> drawn() {
        return kinds.values().stream().flatMap(d -> d.kept.stream()).toList();
    }
}
