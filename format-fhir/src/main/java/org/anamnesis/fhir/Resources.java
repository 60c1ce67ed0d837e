package org.anamnesis.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Resources of a folder: one a line of an NDJSON file, one or a Bundle of them a JSON file. */
final class Resources {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String NDJSON = ".ndjson";

    /** Takes each resource, and what cannot be read as one. */
    interface Taker {
        /**
         * @param fullUrl of its entry in a Bundle, else empty
         */
        void take(JsonNode resource, String fullUrl);

        void unreadable(String where, String why);
    }

    private Resources() {}

    /** In the order of their names, so that the same folder gives the same sample. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> named(f).endsWith(NDJSON) || named(f).endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String named(Path file) {
        return file.getFileName().toString();
    }

    static void read(Path file, Taker taker) throws IOException {
        try {
            if (named(file).endsWith(NDJSON)) {
                lines(file, taker);
            } else {
                one(Files.readString(file), named(file), taker);
            }
        } catch (MalformedInputException e) {
            taker.unreadable(named(file), "it is no UTF-8");
        }
    }

    private static void lines(Path file, Taker taker) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                number++;
                if (!line.isBlank()) {
                    one(line, named(file) + " line " + number, taker);
                }
            }
        }
    }

    private static void one(String text, String where, Taker taker) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            taker.unreadable(where, "it is no JSON: " + e.getOriginalMessage());
            return;
        }
        String type = root.path("resourceType").asText();
        if (type.isEmpty()) {
            taker.unreadable(where, "it has no resourceType");
        } else if (!type.equals("Bundle")) {
            taker.take(root, "");
        } else {
            for (JsonNode entry : root.path("entry")) {
                if (entry.has("resource")) {
                    taker.take(entry.get("resource"), entry.path("fullUrl").asText());
                }
            }
        }
    }
}
