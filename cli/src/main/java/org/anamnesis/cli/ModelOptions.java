package org.anamnesis.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                    "language model to ask about words that were not understood: openai:NAME, ollama:NAME, gguf:PATH, or off (the default)")
    private String model;

    @Option(
            names = "--model-url",
            paramLabel = "URL",
            description = "where that model's server is, for example http://localhost:8080/v1")
    private String url;

    /** The program with the model of these options, or of the user's settings. */
    Anamnesis program(Anamnesis facade) {
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
                        "it is not said whose model this is",
                        "openai:NAME, ollama:NAME, gguf:PATH or off");
            }
            over.put("llm.provider", provider);
            if (colon >= 0) {
                over.put("llm.model", model.substring(colon + 1));
            }
        }
        return facade.withSettings(over);
    }
}
