package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.interpret.Intent.About.Topic;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.Provenance;

/**
 * What is told about a learned model: by what it draws, from whom, what it promises, how it did.
 */
final class ModelAnswer {
    /** How each engine draws a row. */
    private static final Map<String, String> WAYS =
            Map.of(
                    "trees",
                            "sequential conditional trees: one column after the other, each from those before it",
                    "copula",
                            "a Gaussian copula: each column's distribution is kept, and how columns go together is taken from their ranks",
                    "autoregressive",
                            "an autoregressive network: values in bins, one column after the other",
                    "diffusion", "a diffusion network: noise becomes a row, step by step",
                    "gan",
                            "a generative adversarial network: a generator that learned to deceive a judge",
                    "mst",
                            "a tree of noisy counts of pairs of columns, under differential privacy");

    /** Of a question with this topic the model tells by itself. */
    static final List<Topic> TOPICS =
            List.of(Topic.METHOD, Topic.ENGINES, Topic.PRIVACY, Topic.DATA, Topic.CERTAINTY);

    private ModelAnswer() {}

    /** By what an engine draws, in words. */
    static String way(String engine) {
        return WAYS.getOrDefault(engine, "the engine " + engine);
    }

    static Answer of(ModelFile model, Topic topic) {
        Provenance from = model.provenance();
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "learned on %s from %,d rows and %d columns of %s; the file holds none of its rows",
                        from.date(),
                        from.rowsLearned(),
                        from.columns(),
                        from.file()));
        lines.addAll(privacy(model));
        lines.addAll(quality(model));
        lines.add("rules of the table that every row obeys: " + model.rows().rules().size());
        return new Answer(
                (topic == Topic.PRIVACY
                                ? "No row is a person of the table %s, and none of its rows is in the model; what attacks found stands below. The rows are drawn by %s."
                                : "The rows are drawn by a model of your table %s, by %s.")
                        .formatted(from.file(), way(model.engine())),
                lines,
                Typed.object(
                        "kind", "about",
                        "topic", topic.name().toLowerCase(Locale.ROOT),
                        "engine", model.engine(),
                        "privacy", model.privacy(),
                        "quality", model.quality()));
    }

    /** The promise, if there is one, and what attacks came to. */
    static List<String> privacy(ModelFile model) {
        Map<String, Object> p = model.privacy();
        List<String> lines = new ArrayList<>();
        lines.add(
                p.get("epsilon") instanceof Number epsilon
                        ? "differential privacy with epsilon %s and delta %s, for one person more or fewer"
                                .formatted(epsilon, p.get("delta"))
                        : "no promise of differential privacy was made; attacks were tried instead");
        interval(p.get("membershipAuc"))
                .ifPresent(
                        auc ->
                                lines.add(
                                        "attack, who was learned from: AUC %s on people held out (0.5 is a guess)"
                                                .formatted(auc)));
        if (p.get("copiesBeyondCoincidence") instanceof Number copies) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "rows that are a person's record beyond coincidence: %.2f %%",
                            100 * copies.doubleValue()));
        }
        if (p.get("cautions") instanceof List<?> cautions) {
            cautions.forEach(c -> lines.add(String.valueOf(c)));
        }
        return lines;
    }

    /** How like real people the rows were when it was learned. */
    static List<String> quality(ModelFile model) {
        Map<String, Object> q = model.quality();
        List<String> lines = new ArrayList<>();
        interval(q.get("c2stHoldoutAuc"))
                .ifPresent(
                        auc ->
                                lines.add(
                                        "told apart from people it never saw: AUC %s (0.5 is perfect)"
                                                .formatted(auc)));
        Optional<String> made = interval(q.get("trainedOnSynthetic"));
        Optional<String> real = interval(q.get("trainedOnReal"));
        if (made.isPresent() && real.isPresent()) {
            lines.add(
                    "%s of held-out people predicted: %s %s from made rows, %s from real ones"
                            .formatted(q.get("outcome"), q.get("measure"), made.get(), real.get()));
        }
        return lines;
    }

    private static Optional<String> interval(Object figure) {
        return figure instanceof Map<?, ?> m
                        && m.get("value") instanceof Number value
                        && m.get("low") instanceof Number low
                        && m.get("high") instanceof Number high
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%.3f (%.3f to %.3f)",
                                value.doubleValue(),
                                low.doubleValue(),
                                high.doubleValue()))
                : Optional.empty();
    }
}
