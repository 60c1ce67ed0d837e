package org.anamnesis.llm.advise;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.anamnesis.llm.Settings;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** From what the user set to settings of a model, with every problem on the way. */
final class SettingsCheck {
    private static final Set<String> KNOWN =
            Set.of(
                    "llm.provider",
                    "llm.url",
                    "llm.model",
                    "llm.key",
                    "llm.key.file",
                    "llm.timeout",
                    "llm.answer",
                    "llm.temperature",
                    "llm.names",
                    "llm.log");
    private static final Set<String> OFF = Set.of("off", "none", "no");

    private final Settings settings;
    private final Map<String, String> environment;
    private final List<Problem> problems = new ArrayList<>();

    private SettingsCheck(Settings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * @param environment variables by name
     * @return empty if no model is set, or it is set to {@code off}
     * @throws RequestException with every problem
     */
    static Optional<ModelSettings> of(Settings settings, Map<String, String> environment) {
        return new SettingsCheck(settings, environment).read();
    }

    private Optional<ModelSettings> read() {
        String named = settings.get("llm.provider").orElse("off").toLowerCase(Locale.ROOT);
        boolean off = OFF.contains(named);
        if (off) {
            return Optional.empty();
        }
        for (String key : settings.unknown("llm.", KNOWN)) {
            problem(key, "There is no such setting.", "one of " + String.join(", ", known()));
        }
        ModelSettings.Provider provider =
                one("llm.provider", ModelSettings.Provider.values(), named)
                        .orElse(ModelSettings.Provider.OPENAI);
        boolean local = provider == ModelSettings.Provider.GGUF;
        URI url = url(provider);
        Optional<Key> key = local ? Optional.empty() : key(url);
        if (key.isPresent() && "http".equals(url.getScheme()) && !here(url)) {
            problem("llm.url", "A key does not travel over http.", "https, or no key");
        }
        boolean whole = provider == ModelSettings.Provider.OPENAI;
        var read =
                new ModelSettings(
                        provider,
                        url,
                        model(provider),
                        key,
                        Duration.ofMillis(
                                (long) (1_000 * number("llm.timeout", 0.1, 600, local ? 120 : 30))),
                        settings.get("llm.answer")
                                .flatMap(a -> one("llm.answer", ModelSettings.Form.values(), a))
                                .orElse(ModelSettings.Form.SCHEMA),
                        settings.get("llm.temperature").filter(OFF::contains).isPresent()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(number("llm.temperature", 0, 2, 0)),
                        settings.get("llm.names").orElse(whole ? "all" : "8").equals("all")
                                ? OptionalInt.empty()
                                : OptionalInt.of((int) number("llm.names", 1, 1_000, 8)),
                        log());
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return Optional.of(read);
    }

    private static List<String> known() {
        return KNOWN.stream().sorted().toList();
    }

    private <E extends Enum<E>> Optional<E> one(String key, E[] all, String name) {
        List<String> names = new ArrayList<>();
        for (E e : all) {
            names.add(e.name().toLowerCase(Locale.ROOT));
            if (names.get(names.size() - 1).equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(e);
            }
        }
        problem(key + " = " + name, "This is unknown.", "one of " + String.join(", ", names));
        return Optional.empty();
    }

    private URI url(ModelSettings.Provider provider) {
        String usual =
                provider == ModelSettings.Provider.OLLAMA
                        ? "http://localhost:11434"
                        : "https://api.openai.com/v1";
        String text = settings.get("llm.url").orElse(usual);
        try {
            URI url = new URI(text);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getUserInfo() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        problem("llm.url", "This is no address of a server.", usual);
        return URI.create(usual);
    }

    private static boolean here(URI url) {
        return Set.of("localhost", "127.0.0.1", "[::1]", "::1").contains(url.getHost());
    }

    private String model(ModelSettings.Provider provider) {
        String name = settings.get("llm.model").orElse("");
        if (name.isEmpty()) {
            problem("llm.model", "It is not said which model.", "llm.model = its name, or a path");
        } else if (provider == ModelSettings.Provider.GGUF && !readable(name)) {
            problem("llm.model = " + name, "There is no such file.", "the path of a .gguf file");
        }
        return name;
    }

    private static boolean readable(String name) {
        try {
            return Files.isReadable(Path.of(name)) && Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Of the environment, of a file that only its owner can read, or of nowhere. */
    private Optional<Key> key(URI url) {
        String usual =
                "ANAMNESIS_LLM_KEY in the environment, or llm.key.file, a file with mode 600";
        try {
            Optional<String> file = settings.get("llm.key.file");
            if (file.isPresent()) {
                return Optional.of(Key.ofFile(Path.of(file.get())));
            }
            Optional<String> said = settings.get("llm.key");
            boolean ofFile = said.isPresent() && !environment.containsKey("ANAMNESIS_LLM_KEY");
            if (ofFile && !Key.ownersAlone(settings.file())) {
                throw new IOException("others can read the file of settings that holds it");
            }
            boolean openai = "api.openai.com".equals(url.getHost());
            return said.or(
                            () ->
                                    Optional.ofNullable(environment.get("OPENAI_API_KEY"))
                                            .filter(k -> openai && !k.isBlank()))
                    .map(k -> new Key(k.strip()));
        } catch (IOException | IllegalArgumentException e) {
            problem("llm.key", "The key is not used: " + e.getMessage() + ".", usual);
            return Optional.empty();
        }
    }

    private double number(String key, double least, double most, double usual) {
        Optional<String> text = settings.get(key);
        if (text.isEmpty()) {
            return usual;
        }
        try {
            double value = Double.parseDouble(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        problem(
                key + " = " + text.get(),
                "A number from %s to %s is needed.".formatted(least, most),
                key + " = " + usual);
        return usual;
    }

    private Path log() {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        String home = System.getProperty("user.home", ".");
        Path folder = state.isBlank() ? Path.of(home, ".local", "state") : Path.of(state);
        return settings.get("llm.log")
                .map(Path::of)
                .orElse(folder.resolve("anamnesis").resolve("models.log"));
    }

    private void problem(String where, String message, String suggestion) {
        problems.add(new Problem("model.settings", where, message, suggestion));
    }
}
