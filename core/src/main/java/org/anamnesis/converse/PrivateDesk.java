package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.anamnesis.evaluate.JudgedTables;
import org.anamnesis.generate.Training;
import org.anamnesis.generate.dp.Budget;
import org.anamnesis.generate.dp.MstLearner;
import org.anamnesis.generate.dp.Promise;
import org.anamnesis.generate.dp.RandomBits;
import org.anamnesis.learn.Coded;
import org.anamnesis.learn.CoveredSchema;
import org.anamnesis.learn.KnownRanges;
import org.anamnesis.learn.KnownRule;
import org.anamnesis.learn.LookupRule;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.Provenance;
import org.anamnesis.learn.RuledModel;
import org.anamnesis.learn.Schema;
import org.anamnesis.learn.SchemaJson;
import org.anamnesis.learn.SourceTable;
import org.anamnesis.learn.StatedRules;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Table;

/**
 * Learns a table under a promise of differential privacy. All that reaches the model file is
 * public, stated by the user, or comes out of the {@link Budget}; what else is computed from the
 * table is shown to the user and not kept.
 */
final class PrivateDesk {
    private final Optional<ModelAudit> audit;
    private final String date;
    private final Supplier<RandomBits> bits;

    /**
     * @param bits noise; {@link RandomBits#secure} outside tests
     */
    PrivateDesk(Optional<ModelAudit> audit, String date, Supplier<RandomBits> bits) {
        this.audit = audit;
        this.date = date;
        this.bits = bits;
    }

    /** Looks whether engine and table go with the promise, or with none. */
    static void check(LearnRequest request, SourceTable source, List<Problem> problems) {
        Optional<String> engine = request.engine();
        boolean mst = engine.equals(Optional.of(MstLearner.NAME));
        if (request.promise().isEmpty() && mst) {
            problems.add(
                    new Problem(
                            "learn.epsilon",
                            "--engine " + MstLearner.NAME,
                            "This engine keeps a promise of differential privacy, and none was stated.",
                            "--epsilon 3"));
        }
        if (request.promise().isPresent() && engine.isPresent() && !mst) {
            problems.add(
                    new Problem(
                            "learn.epsilon.engine",
                            "--engine " + engine.get(),
                            "This engine keeps no promise of differential privacy.",
                            "--engine %s, or no --engine with --epsilon"
                                    .formatted(MstLearner.NAME)));
        }
        if (request.promise().isPresent() && source.rows() < source.rowsInFile()) {
            problems.add(
                    new Problem(
                            "learn.epsilon.rows",
                            source.name(),
                            "The table has %,d rows, more than are kept in memory, and with --epsilon no rows are left out."
                                    .formatted(source.rowsInFile()),
                            "a random sample of at most %,d rows"
                                    .formatted(SourceTable.MOST_ROWS)));
        }
    }

    /** People who are learned and people by whom is judged, a row each. */
    @SuppressWarnings("ArrayRecordComponent") // never changed, compared by nobody
    private record Parts(int[] learned, int[] heldOut) {}

    /**
     * @param found schema of the table, or the user's
     * @param stated whether it is the user's
     * @throws RequestException with every problem; nothing was written
     */
    Learned learn(
            LearnRequest request,
            Promise promise,
            SourceTable source,
            Schema found,
            boolean stated,
            Progress progress) {
        long start = System.nanoTime();
        Path out = request.out().orElseThrow();
        var budget = new Budget(promise, bits.get());
        Parts parts = parts(Coded.of(source, found).persons(), budget);
        progress.step("looking for levels", 0.2);
        Schema covered =
                stated
                        ? CoveredSchema.stated(found)
                        : CoveredSchema.searched(source, found, parts.learned(), budget);
        Coded coded = Coded.of(source, covered);
        List<KnownRule> rules = rules(request, coded.table());
        Table train = coded.table().rows(parts.learned());
        RuledModel model =
                RuledModel.learnUnseen(
                        new MstLearner(budget, KnownRanges.of(covered, rules)),
                        train,
                        rules,
                        new Training(request.seed(), 0, 1, watch(progress)));
        List<String> notes =
                new ArrayList<>(PrivacyWords.notes(promise, stated, source.rows(), covered));
        notes.addAll(judged(request, promise, covered, coded.table(), parts, model));
        Schema published = CoveredSchema.published(covered);
        Map<String, Object> privacy = PrivacyWords.figures(budget);
        write(published, model, privacy, source.name(), out);
        Optional<Path> schemaFile = request.schema().filter(f -> !stated);
        schemaFile.ifPresent(f -> LearnDesk.write(f, SchemaJson.write(covered)));
        progress.step("done", 1);
        return new Learned(
                SchemaJson.write(published),
                published.columns().stream().filter(c -> c.keep()).map(ColumnWords::of).toList(),
                published.columns().stream()
                        .filter(c -> !c.keep())
                        .map(c -> c.name() + ": " + c.content().kind())
                        .toList(),
                model.rules().stream().map(k -> k.sentence(published)).toList(),
                notes,
                schemaFile,
                Optional.of(out),
                MstLearner.NAME,
                train.rows(),
                source.rowsInFile(),
                privacy,
                Map.of(),
                (System.nanoTime() - start) / 1e9,
                0);
    }

    private static Training.Watch watch(Progress progress) {
        return (what, fraction) -> {
            progress.step(what, 0.3 + 0.5 * fraction);
            return true;
        };
    }

    /** One row of each person, any of hers; each person by herself is learned or held out. */
    private static Parts parts(int[] persons, Budget budget) {
        int count = 1 + Arrays.stream(persons).max().orElse(-1);
        int[] row = new int[count];
        int[] seen = new int[count];
        for (int i = 0; i < persons.length; i++) {
            int who = persons[i];
            seen[who]++;
            row[who] = seen[who] == 1 || budget.below(seen[who]) == 0 ? i : row[who];
        }
        boolean[] kept = budget.kept(count, ModelMaking.HELD_OUT);
        return new Parts(
                IntStream.range(0, count).filter(p -> kept[p]).map(p -> row[p]).toArray(),
                IntStream.range(0, count).filter(p -> !kept[p]).map(p -> row[p]).toArray());
    }

    private static List<KnownRule> rules(LearnRequest request, Table table) {
        List<KnownRule> rules = StatedRules.of(request.rules(), table);
        List<Problem> problems =
                rules.stream()
                        .filter(k -> k.rule() instanceof LookupRule)
                        .map(
                                k ->
                                        new Problem(
                                                "learn.rule.private",
                                                k.rule().sentence(),
                                                "This rule copies pairs of values from the table into the model, which --epsilon does not allow.",
                                                "rules that say themselves what holds, such as \"bmi = 10000 * weight / height ^ 2\""))
                        .toList();
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return rules;
    }

    /** The audit of every learning; its figures are shown and not kept. */
    private List<String> judged(
            LearnRequest request,
            Promise promise,
            Schema schema,
            Table table,
            Parts parts,
            RuledModel model) {
        if (audit.isEmpty() || parts.heldOut().length < JudgedTables.FEWEST_ROWS) {
            return List.of();
        }
        Table made = Sampler.free(model, parts.learned().length, request.seed());
        var judged =
                new JudgedTables(table.rows(parts.learned()), table.rows(parts.heldOut()), made);
        ModelAudit.Verdict verdict =
                audit.get()
                        .of(
                                List.of(judged),
                                AttackKeys.of(schema),
                                request.target()
                                        .flatMap(schema::find)
                                        .map(c -> c.name())
                                        .orElse(""),
                                request.seed());
        if (!verdict.passed() && PrivacyWords.isWeak(promise)) {
            throw new RequestException(
                    List.of(
                            new Problem(
                                    "learn.privacy",
                                    MstLearner.NAME,
                                    "The promise is too weak to rely on, and the model gives people away: "
                                            + String.join(" ", verdict.sentences()),
                                    "--epsilon 3")));
        }
        List<String> said = new ArrayList<>(verdict.sentences());
        if (!verdict.passed()) {
            // learning once more would spend the promise twice, so the proof stands
            said.add(
                    "An attack went past this program's limit, by chance or within what the promise allows; the model was kept.");
        }
        said.replaceAll(s -> s + " (For you; not in the model, not covered by the promise.)");
        return said;
    }

    private void write(
            Schema schema, RuledModel model, Map<String, Object> privacy, String table, Path out) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("epsilon", privacy.get("epsilon"));
        parameters.put("delta", privacy.get("delta"));
        // neither a digest nor the number of rows: each is a figure of all people together
        var from =
                new Provenance(
                        table,
                        "",
                        0,
                        0,
                        schema.learned().size(),
                        schema.columns().stream()
                                .filter(c -> !c.keep())
                                .map(c -> c.name() + ": " + c.content().kind())
                                .toList(),
                        date,
                        Desk.VERSION);
        new ModelFile(schema, MstLearner.NAME, parameters, from, privacy, new HashMap<>(), model)
                .write(out);
    }
}
