package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Training;
import org.anamnesis.learn.Coded;
import org.anamnesis.learn.KnownRule;
import org.anamnesis.learn.RuledModel;
import org.anamnesis.learn.sample.Conditions;
import org.anamnesis.learn.sample.SampleRequest;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.Permutation;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Learns a model that may be kept. With an audit, a fifth of the persons is held out, and the
 * smoothing is raised until the audit passes; the model that was judged is the one that is kept.
 */
final class ModelMaking {
    /** Share of the persons that are held out for the audit. */
    private static final int HELD_OUT = 5;

    /**
     * Most steps of smoothing; each mixes about twice as many people, so four mix sixteen times.
     */
    static final int MOST_SMOOTHING = 4;

    /** Shares of the whole work at which learning begins and ends, for the progress. */
    static final double FROM = 0.3;

    private static final double TO = 0.95;

    private final Learner learner;
    private final Optional<ModelAudit> audit;
    private final Progress progress;

    ModelMaking(Learner learner, Optional<ModelAudit> audit, Progress progress) {
        this.learner = learner;
        this.audit = audit;
        this.progress = progress;
    }

    /**
     * @param target column that the user wants to predict; empty if none
     * @throws RequestException if no smoothing makes the audit pass
     */
    Kept kept(Coded coded, List<KnownRule> rules, String target, long seed) {
        if (audit.isEmpty()) {
            RuledModel model = learned(coded.table(), rules, seed, 0);
            return new Kept(model, coded.table().rows(), 0, List.of(), Map.of(), Map.of());
        }
        Table train = coded.table().rows(rows(coded, seed, false));
        Table holdout = coded.table().rows(rows(coded, seed, true));
        List<String> said = new ArrayList<>();
        List<String> last = List.of();
        for (int smoothing = 0; smoothing <= MOST_SMOOTHING; smoothing++) {
            RuledModel model = learned(train, rules, seed, smoothing);
            Table made = Sampler.draw(model, free(model, train.rows(), seed)).table();
            ModelAudit.Verdict verdict = audit.get().of(train, holdout, made, target, seed);
            last = verdict.sentences();
            if (verdict.passed()) {
                said.addAll(last);
                return new Kept(
                        model, train.rows(), smoothing, said, verdict.privacy(), verdict.quality());
            }
            said.add(
                    "With smoothing %d the model would have given people away, so it was raised: %s"
                            .formatted(smoothing, String.join(" ", last)));
        }
        throw new RequestException(
                List.of(
                        new Problem(
                                "learn.privacy",
                                learner.name(),
                                "Whatever the smoothing, the model would give people away: "
                                        + String.join(" ", last),
                                "more rows, fewer columns, or another engine")));
    }

    private static SampleRequest free(RuledModel model, int rows, long seed) {
        return SampleRequest.of(rows, Conditions.none(model.variables()), List.of(), seed);
    }

    private RuledModel learned(Table table, List<KnownRule> rules, long seed, int smoothing) {
        Training.Watch watch =
                (what, fraction) -> {
                    progress.step(what, FROM + (TO - FROM) * fraction);
                    return true;
                };
        return RuledModel.learn(learner, table, rules, new Training(seed, smoothing, 1, watch));
    }

    /** Rows of the persons who are held out, or of the others, in the table's order. */
    private static int[] rows(Coded coded, long seed, boolean heldOut) {
        int persons = 1 + IntStream.of(coded.persons()).max().orElse(-1);
        boolean[] chosen = new boolean[persons];
        for (int p : persons(persons, seed, heldOut)) {
            chosen[p] = true;
        }
        return IntStream.range(0, coded.persons().length)
                .filter(i -> chosen[coded.persons()[i]])
                .toArray();
    }

    /** The persons who are held out, or the others, ascending. */
    static int[] persons(int persons, long seed, boolean heldOut) {
        var order = new Permutation(persons, new SeedTree(seed).purpose("held out"));
        return IntStream.range(0, persons)
                .filter(p -> order.place(p) < persons / HELD_OUT == heldOut)
                .toArray();
    }
}
