package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.anamnesis.evaluate.JudgedTables;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Training;
import org.anamnesis.learn.Coded;
import org.anamnesis.learn.KnownRule;
import org.anamnesis.learn.RuleSearch;
import org.anamnesis.learn.RuledModel;
import org.anamnesis.learn.StatedRules;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.Permutation;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Learns a model that may be kept. With an audit, a fifth of the persons is held out, and the
 * smoothing is raised until the audit passes; the model that was judged is the one that is kept. A
 * small table is learned several times with other people held out, for the audit alone.
 */
final class ModelMaking {
    /** Of how many persons one is held out for the audit. */
    static final int HELD_OUT = 5;

    /**
     * Held-out persons that an audit should have, over all splits: the area under a ROC curve of
     * 400 members and 400 strangers has a standard error of 0.020, √((2n + 1) / (12 n²)), so that a
     * leak of 0.54 begins to show. 2,000 persons need one split, 150 have all five.
     */
    private static final int WANTED = 400;

    /** As few people show: docs/guide/learn.md has a table where this decides. */
    private static final String COARSER =
            "A smoothed tree model keeps less of what goes together. \"--engine copula\" keeps pairs of columns alone and may need less smoothing; compare the two.";

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
     * @param stated rules in the user's words; those that the table shows are added
     * @param keys columns that acquaintances of a person know
     * @param target column that the user wants to predict; empty if none
     * @throws RequestException if no smoothing makes the audit pass
     */
    Kept kept(Coded coded, List<String> stated, List<String> keys, String target, long seed) {
        if (audit.isEmpty()) {
            Table all = coded.table();
            RuledModel model =
                    learned(all, rules(stated, all), new Training(seed, 0, 1, watch(1, 0)));
            return new Kept(model, all.rows(), 0, List.of(), Map.of(), Map.of());
        }
        List<Split> splits = splits(coded, stated, seed);
        Smoothing.Passed<RuledModel> passed =
                Smoothing.raised(
                        learner.name(),
                        "more rows, fewer columns, or another engine",
                        smoothing -> tried(splits, keys, target, seed, smoothing));
        List<String> said = new ArrayList<>(passed.said());
        if (passed.smoothing() > 0 && learner.name().equals("trees")) {
            said.add(COARSER);
        }
        return new Kept(
                passed.model(),
                splits.get(0).train.rows(),
                passed.smoothing(),
                said,
                passed.verdict().privacy(),
                passed.verdict().quality());
    }

    /** The model of the first split, judged with those of the others. */
    private Smoothing.Tried<RuledModel> tried(
            List<Split> splits, List<String> keys, String target, long seed, int smoothing) {
        List<RuledModel> models = new ArrayList<>();
        List<JudgedTables> judged = new ArrayList<>();
        for (Split split : splits) {
            var watch = watch(splits.size(), models.size());
            RuledModel model =
                    learned(split.train, split.rules, new Training(seed, smoothing, 1, watch));
            models.add(model);
            judged.add(split.judged(model, seed));
        }
        return new Smoothing.Tried<>(
                models.get(0), audit.orElseThrow().of(judged, keys, target, seed));
    }

    /** The rows that a model learns, its rules, and the rows that it does not see. */
    @SuppressWarnings("ArrayRecordComponent") // many rows, never compared
    private record Split(
            Table train,
            Table holdout,
            List<KnownRule> rules,
            int[] trainPersons,
            int[] holdoutPersons) {
        JudgedTables judged(RuledModel model, long seed) {
            int learned = train.rows();
            return new JudgedTables(
                    train,
                    holdout,
                    Sampler.free(model, learned, seed, learned),
                    trainPersons,
                    holdoutPersons);
        }
    }

    /** Splits of the persons; each person is held out in one of them at most. */
    private static List<Split> splits(Coded coded, List<String> stated, long seed) {
        int persons = 1 + IntStream.of(coded.persons()).max().orElse(-1);
        int number = splits(persons);
        List<Split> splits = new ArrayList<>();
        for (int split = 0; split < number; split++) {
            boolean[] heldOut = heldOut(persons, seed, split);
            IntPredicate out = row -> heldOut[coded.persons()[row]];
            int[] trained = rows(coded, out.negate());
            int[] apart = rows(coded, out);
            Table train = coded.table().rows(trained);
            // the search takes seconds in a wide table, so the other splits go by what the first
            // shows
            List<KnownRule> rules = split == 0 ? rules(stated, train) : splits.get(0).rules;
            splits.add(
                    new Split(
                            train,
                            coded.table().rows(apart),
                            rules,
                            coded.persons(trained),
                            coded.persons(apart)));
        }
        return splits;
    }

    private static int[] rows(Coded coded, IntPredicate chosen) {
        return IntStream.range(0, coded.persons().length).filter(chosen).toArray();
    }

    /** Which persons a split holds out. */
    private static boolean[] heldOut(int persons, long seed, int split) {
        int out = persons / HELD_OUT;
        var order = new Permutation(persons, new SeedTree(seed).purpose("held out"));
        boolean[] heldOut = new boolean[persons];
        for (int p = 0; p < persons; p++) {
            long place = order.place(p) - (long) split * out;
            heldOut[p] = place >= 0 && place < out;
        }
        return heldOut;
    }

    /** In how many splits so many persons are judged. */
    static int splits(int persons) {
        int out = persons / HELD_OUT;
        return Math.max(1, Math.min(HELD_OUT, (WANTED + out - 1) / Math.max(1, out)));
    }

    /** The persons whom a split holds out, or the others, ascending. */
    static int[] persons(int persons, long seed, int split, boolean out) {
        boolean[] held = heldOut(persons, seed, split);
        return IntStream.range(0, persons).filter(p -> held[p] == out).toArray();
    }

    /** Rules stated, and those that a table shows. */
    static List<KnownRule> rules(List<String> stated, Table table) {
        return StatedRules.joined(StatedRules.of(stated, table), RuleSearch.find(table));
    }

    private RuledModel learned(Table table, List<KnownRule> rules, Training training) {
        return RuledModel.learn(learner, table, rules, training);
    }

    /** Progress of one of some models of the same smoothing. */
    private Training.Watch watch(int models, int before) {
        return (what, fraction) -> {
            progress.step(what, FROM + (TO - FROM) * (before + fraction) / models);
            return true;
        };
    }
}
