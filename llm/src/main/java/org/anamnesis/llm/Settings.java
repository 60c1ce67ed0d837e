package org.anamnesis.llm;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the user set for models: lines {@code key = value} of one file, and over them variables of
 * the environment. {@code embedding.model} is {@code ANAMNESIS_EMBEDDING_MODEL} there.
 *
 * <p>The file is the one that {@code ANAMNESIS_SETTINGS} names, else {@code
 * anamnesis/settings.properties} in {@code XDG_CONFIG_HOME} or {@code ~/.config}. It need not be.
 *
 * @param values by key
 * @param file where the file is, or would be
 */
public record Settings(Map<String, String> values, Path file) {
    /** Names the file, in the environment. */
    public static final String FILE = "ANAMNESIS_SETTINGS";

    private static final String PREFIX = "ANAMNESIS_";

    public Settings {
        values = Map.copyOf(values);
    }

    /** Those of this process. */
    public static Settings ofProcess() throws IOException {
        return read(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * @param environment variables by name
     * @param home the user's folder
     * @throws IOException if the file is there and cannot be read, or is named and is not there
     */
    static Settings read(Map<String, String> environment, Path home) throws IOException {
        Path file = file(environment, home);
        Map<String, String> values = new HashMap<>();
        if (environment.containsKey(FILE) || Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                Properties read = new Properties();
                read.load(in);
                read.stringPropertyNames()
                        .forEach(k -> values.put(k.strip(), read.getProperty(k).strip()));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + " is no file of lines key = value", e);
            }
        }
        environment.forEach(
                (name, value) -> {
                    if (name.startsWith(PREFIX) && !name.equals(FILE) && !value.isBlank()) {
                        values.put(key(name), value.strip());
                    }
                });
        return new Settings(values, file);
    }

    private static Path file(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault(FILE, "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = config.isBlank() ? home.resolve(".config") : Path.of(config);
        return folder.resolve("anamnesis").resolve("settings.properties");
    }

    private static String key(String name) {
        return name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The value of a key, if it was set to anything. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key)).filter(v -> !v.isBlank());
    }

    /** Keys under a prefix ("embedding.") that are none of those known: probably typing errors. */
    public Set<String> unknown(String prefix, Set<String> known) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeIf(k -> !k.startsWith(prefix) || known.contains(k));
        return unknown;
    }
}
