package org.anamnesis.llm.advise;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.interpret.Adviser;
import org.anamnesis.interpret.Advisers;
import org.anamnesis.llm.Settings;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** The model that the user set, if any. Found by {@link java.util.ServiceLoader}. */
public final class ModelAdvisers implements Advisers {
    @Override
    public Adviser adviser(Map<String, String> over) {
        try {
            Settings set = Settings.ofProcess();
            Map<String, String> values = new HashMap<>(set.values());
            values.putAll(over);
            return adviser(new Settings(values, set.file()), System.getenv());
        } catch (IOException e) {
            throw new RequestException(
                    List.of(
                            new Problem(
                                    "model.settings",
                                    "ANAMNESIS_SETTINGS",
                                    "The file of settings cannot be read: %s."
                                            .formatted(e.getMessage()),
                                    "a file of lines key = value")));
        }
    }

    static Adviser adviser(Settings settings, Map<String, String> environment) {
        return SettingsCheck.of(settings, environment)
                .<Adviser>map(ModelAdviser::new)
                .orElse(Adviser.NONE);
    }
}
