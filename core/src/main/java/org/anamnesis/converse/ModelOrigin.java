package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.generate.Learners;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.report.Judged;

/** What a model file says of itself, for the pages about the rows that it made. */
final class ModelOrigin {
    private ModelOrigin() {}

    static Judged.Learning of(Path file, String source, List<String> dropped) {
        var installed = Learners.installed();
        ModelFile model =
                ModelFile.read(
                        file,
                        name ->
                                installed.names().contains(name)
                                        ? Optional.of(installed.named(name))
                                        : Optional.empty());
        Map<String, Object> privacy = model.privacy();
        List<String> settings = new ArrayList<>();
        settings.add(
                "Model file %s, made on %s by version %s from %s."
                        .formatted(
                                file.getFileName(),
                                model.provenance().date(),
                                model.provenance().version(),
                                model.provenance().file()));
        if (!(privacy.get("epsilon") instanceof Number epsilon)) {
            settings.add(
                    "Learned without differential privacy: no promise bounds what it may leak.");
            return new Judged.Learning(source, model.engine(), settings, dropped);
        }
        settings.add(
                "Differential privacy with epsilon %s and delta %s. Whether one person was in the table changes the chance of any model file by a factor of at most e to the power %s, but for a chance of %s."
                        .formatted(epsilon, privacy.get("delta"), epsilon, privacy.get("delta")));
        settings.add("Neighbouring tables: " + privacy.get("neighbours") + ".");
        settings.add("Mechanism: " + privacy.get("mechanism") + ".");
        settings.add("Noise: " + privacy.get("noise") + ".");
        settings.add("Budget (rho of zero-concentrated privacy): " + split(privacy) + ".");
        settings.add("Covered: " + privacy.get("covered") + ".");
        settings.add("Not covered: " + privacy.get("notCovered") + ".");
        settings.add(
                "The figures of this page were computed from the real tables and are not covered by the promise.");
        return new Judged.Learning(source, model.engine(), settings, dropped);
    }

    private static String split(Map<String, Object> privacy) {
        List<String> parts = new ArrayList<>();
        parts.add(figure(privacy.get("rho")) + " in all");
        if (privacy.get("split") instanceof Map<?, ?> split) {
            split.forEach((what, rho) -> parts.add(figure(rho) + " for " + what));
        }
        return String.join(", ", parts);
    }

    private static String figure(Object rho) {
        return rho instanceof Number n
                ? String.format(Locale.ROOT, "%.4g", n.doubleValue())
                : String.valueOf(rho);
    }
}
