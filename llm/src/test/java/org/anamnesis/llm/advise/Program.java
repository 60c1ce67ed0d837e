package org.anamnesis.llm.advise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.Step;
import org.anamnesis.llm.Settings;

/** The whole program with a model, as a user has it. */
record Program(Anamnesis anamnesis, Path log) {
    static Program with(ModelSettings.Provider provider, String url, Map<String, String> more) {
        try {
            // below target, so that runs leave nothing in the machine's own folder
            Path kept = Files.createDirectories(Path.of("target", "model-logs").toAbsolutePath());
            Path log = Files.createTempDirectory(kept, "run").resolve("state").resolve("m.log");
            Map<String, String> values = new HashMap<>();
            values.put("llm.provider", provider.name().toLowerCase(java.util.Locale.ROOT));
            values.put("llm.url", url);
            values.put("llm.model", "m");
            values.put("llm.log", log.toString());
            values.putAll(more);
            Settings settings = new Settings(values, log);
            Map<String, String> environment = Map.of("ANAMNESIS_LLM_KEY", "in the settings above");
            return new Program(
                    Anamnesis.advised(ModelAdvisers.adviser(settings, environment)), log);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Step after(String... messages) {
        Conversation c = Conversation.EMPTY;
        Step step = null;
        for (String m : messages) {
            step = anamnesis.turn(c, m);
            c = step.after();
        }
        return step;
    }
}
