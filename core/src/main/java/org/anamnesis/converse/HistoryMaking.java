package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anamnesis.evaluate.CommonKeys;
import org.anamnesis.evaluate.JudgedTables;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Training;
import org.anamnesis.learn.Histories;
import org.anamnesis.learn.HistoryLayout;
import org.anamnesis.learn.KnownRule;
import org.anamnesis.learn.LaterRows;
import org.anamnesis.learn.PersonTable;
import org.anamnesis.learn.RuledModel;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Learns a table with several rows a person: persons with their first rows by the learner, what
 * follows by {@link LaterRows}. With an audit, whole persons are held out and persons are attacked;
 * the smoothing of both is raised until the audit passes.
 */
final class HistoryMaking {
    private final Learner learner;
    private final Optional<ModelAudit> audit;
    private final HistoryLayout layout;
    private final Progress progress;

    HistoryMaking(
            Learner learner, Optional<ModelAudit> audit, HistoryLayout layout, Progress progress) {
        this.learner = learner;
        this.audit = audit;
        this.layout = layout;
        this.progress = progress;
    }

    /** A model of persons and first rows, and what follows. */
    private record Pair(RuledModel first, LaterRows later) {}

    /** Persons who are learned, by rules that they show themselves, and persons who are not. */
    private record Split(Histories train, Histories holdout, List<KnownRule> rules) {}

    /**
     * @param rules that persons show, stated ones among them
     * @param keys columns that acquaintances of a person know
     * @throws RequestException if no smoothing makes the audit pass
     */
    KeptHistories kept(
            Histories histories,
            Function<Histories, List<KnownRule>> rules,
            List<String> keys,
            long seed) {
        if (audit.isEmpty()) {
            Pair model = learned(histories, rules.apply(histories), seed, 0);
            return kept(model, histories, 0, List.of(), Map.of(), Map.of());
        }
        List<Split> splits = new ArrayList<>();
        for (int split = 0; split < ModelMaking.splits(histories.count()); split++) {
            int n = histories.count();
            Histories train = histories.of(ModelMaking.persons(n, seed, split, false));
            Histories holdout = histories.of(ModelMaking.persons(n, seed, split, true));
            splits.add(new Split(train, holdout, rules.apply(train)));
        }
        Smoothing.Passed<Pair> passed =
                Smoothing.raised(
                        learner.name(),
                        "more persons, fewer columns, or another engine",
                        smoothing -> tried(splits, keys, seed, smoothing));
        return kept(
                passed.model(),
                splits.get(0).train,
                passed.smoothing(),
                passed.said(),
                passed.verdict().privacy(),
                passed.verdict().quality());
    }

    /** The model of the first split, judged with those of the others. */
    private Smoothing.Tried<Pair> tried(
            List<Split> splits, List<String> keys, long seed, int smoothing) {
        List<Pair> models = new ArrayList<>();
        List<JudgedTables> judged = new ArrayList<>();
        for (Split split : splits) {
            Pair model = learned(split.train, split.rules, seed, smoothing);
            models.add(model);
            judged.add(
                    new JudgedTables(
                            PersonTable.of(split.train, layout),
                            PersonTable.of(split.holdout, layout),
                            PersonTable.of(made(model, split.train.count(), seed), layout)));
        }
        return new Smoothing.Tried<>(
                models.get(0),
                audit.orElseThrow().of(judged, known(judged.get(0).train(), keys), "", seed));
    }

    /** Keys that stay the same in a person's rows, and the first values of those that change. */
    private static List<String> known(Table persons, List<String> keys) {
        return Stream.concat(
                        keys.stream().filter(persons::has),
                        CommonKeys.among(persons.variables()).stream())
                .distinct()
                .toList();
    }

    private static KeptHistories kept(
            Pair model,
            Histories train,
            int smoothing,
            List<String> said,
            Map<String, Object> privacy,
            Map<String, Object> quality) {
        int rows = train.rows().rows();
        var kept = new Kept(model.first, rows, smoothing, said, privacy, quality);
        return new KeptHistories(kept, model.later, train.count());
    }

    private Pair learned(Histories of, List<KnownRule> rules, long seed, int smoothing) {
        Training.Watch watch =
                (what, fraction) -> {
                    progress.step(what, ModelMaking.FROM + 0.3 * fraction);
                    return true;
                };
        var training = new Training(seed, smoothing, 1, watch);
        RuledModel first = RuledModel.learn(learner, of, layout, rules, training);
        progress.step("learning what follows", 0.7);
        return new Pair(first, LaterRows.learn(first, of, layout, training));
    }

    private Histories made(Pair model, int persons, long seed) {
        Table firsts = Sampler.free(model.first, persons, seed);
        return model.later.continued(model.first, layout, firsts, new SeedTree(seed));
    }
}
