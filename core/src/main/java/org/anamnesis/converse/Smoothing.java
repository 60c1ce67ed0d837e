package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** Makes a model coarser until its audit passes, or refuses with the figures. */
final class Smoothing {
    /** Most steps: engines mix four to sixteen times as many people with the last. */
    static final int MOST = 6;

    private Smoothing() {}

    /** A model that was learned with some smoothing, and what its audit said. */
    record Tried<M>(M model, ModelAudit.Verdict verdict) {}

    /**
     * The first that passed.
     *
     * @param said what the user is told, of those before it too
     */
    record Passed<M>(M model, int smoothing, List<String> said, ModelAudit.Verdict verdict) {}

    /**
     * @param engine that learns
     * @param instead what the user can do if nothing passes
     * @param learned learns and audits with so much smoothing
     * @throws RequestException if none passes
     */
    static <M> Passed<M> raised(String engine, String instead, IntFunction<Tried<M>> learned) {
        List<String> said = new ArrayList<>();
        List<String> last = List.of();
        for (int smoothing = 0; smoothing <= MOST; smoothing++) {
            Tried<M> tried = learned.apply(smoothing);
            last = tried.verdict().sentences();
            if (tried.verdict().passed()) {
                said.addAll(last);
                return new Passed<>(tried.model(), smoothing, said, tried.verdict());
            }
            said.add(
                    "With smoothing %d the model would have given people away, so it was raised: %s"
                            .formatted(smoothing, String.join(" ", last)));
        }
        throw new RequestException(
                List.of(
                        new Problem(
                                "learn.privacy",
                                engine,
                                "Whatever the smoothing, the model would give people away: "
                                        + String.join(" ", last),
                                instead)));
    }
}
