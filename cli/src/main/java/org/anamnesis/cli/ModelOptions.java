package org.anamnesis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.converse.Anamnesis;
import picocli.CommandLine.Option;

/**
 * Which language model is asked about words that the rules leave unread; none if nobody says so.
 */
final class ModelOptions {
    private static final List<String> PROVIDERS = List.of("openai", "ollama", "gguf");

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "language model to ask about words that were not understood: openai:NAME, ollama:NAME, gguf:PATH, or off (the default); or the file of a model that learn wrote, whose people the words are about")
    private String model;

    @Option(
            names = "--model-url",
            paramLabel = "URL",
            description = "where that model's server is, for example http://localhost:8080/v1")
    private String url;

    /** The model of a table that learn wrote, if that is what was named. */
    Optional<Path> table() {
        return Optional.ofNullable(model)
                .filter(m -> PROVIDERS.stream().noneMatch(p -> m.startsWith(p + ":")))
                .map(Path::of)
                .filter(Files::isRegularFile);
    }

    /** The program with the model of these options, or of the user's settings. */
    Anamnesis program(Anamnesis facade) {
        if (table().isPresent()) {
            return facade.on(table().get());
        }
        Map<String, String> over = new LinkedHashMap<>();
        if (url != null) {
            over.put("llm.url", url);
        }
        if (model != null) {
            int colon = model.indexOf(':');
            String provider = colon < 0 ? model : model.substring(0, colon);
            if (!PROVIDERS.contains(provider) && !model.equals("off")) {
                throw Usage.wrong(
                        "--model " + model,
                        "it is not said whose model this is, and there is no such file",
                        "openai:NAME, ollama:NAME, gguf:PATH, off, or a file that learn wrote");
            }
            over.put("llm.provider", provider);
            if (colon >= 0) {
                over.put("llm.model", model.substring(colon + 1));
            }
        }
        return facade.withSettings(over);
    }
}
