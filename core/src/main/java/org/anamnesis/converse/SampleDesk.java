package org.anamnesis.converse;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.anamnesis.export.DiskTrouble;
import org.anamnesis.generate.Learners;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.RuleReader;
import org.anamnesis.learn.ColumnSchema;
import org.anamnesis.learn.Content;
import org.anamnesis.learn.Histories;
import org.anamnesis.learn.HistoryModel;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.Schema;
import org.anamnesis.learn.SpelledTable;
import org.anamnesis.learn.TableWords;
import org.anamnesis.learn.WholeFile;
import org.anamnesis.learn.sample.Conditions;
import org.anamnesis.learn.sample.Sample;
import org.anamnesis.learn.sample.SampleRequest;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.learn.sample.Target;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/** Makes rows from a model file and writes them as the user writes his table. */
final class SampleDesk {
    /**
     * Rows that are in memory at a time: about 50 MB for 31 columns. Each block meets the targets.
     */
    private static final int BLOCK = 200_000;

    /** Persons likewise, who may have a hundred rows each. */
    private static final int PERSONS = 4_000;

    private final Learners learners;
    private final Reader rules;

    SampleDesk(Learners learners) {
        this(learners, new RuleReader());
    }

    /**
     * @param rules read plain words
     */
    SampleDesk(Learners learners, Reader rules) {
        this.learners = learners;
        this.rules = rules;
    }

    /**
     * @throws RequestException with every problem; nothing was written
     */
    RowsMade sample(RowsRequest request, Progress progress) {
        long start = System.nanoTime();
        progress.step("reading the model", 0.02);
        request.said().flatMap(Conversation::model).ifPresent(UsedModel::check);
        LearnedTable table = LearnedTable.read(request.model(), learners);
        refuseWhatIsThere(request.out());
        RowsWanted wanted = RowsWanted.of(request, table, rules);
        ModelFile model = grouped(shown(table.model(), wanted.shown()), wanted.groups());
        var words = new TableWords(LearnedTable.schema(table.model()));
        List<Block> made = new ArrayList<>();
        Asked asked;
        try {
            asked = asked(wanted, model, words);
            write(model, wanted.options(request), asked, made, progress);
        } catch (RequestException e) {
            throw new RequestException(
                    e.problems().stream().map(p -> quoted(p, request, words)).toList());
        } catch (IOException e) {
            throw DiskTrouble.explain(e, request.out());
        }
        progress.step("done", 1);
        return new RowsMade(
                request.out(),
                made.stream().mapToLong(Block::rows).sum(),
                model.histories().isPresent() ? wanted.rows() : 0,
                model.engine(),
                understood(wanted, words, asked, made),
                notes(wanted, made),
                share(made),
                (System.nanoTime() - start) / 1e9);
    }

    /** A problem with the user's words beside the table's, where they differ. */
    private static Problem quoted(Problem problem, RowsRequest request, TableWords words) {
        String where = problem.where();
        for (String written :
                Stream.concat(request.where().stream(), request.targets().stream()).toList()) {
            String read = words.of(written);
            if (!read.equals(written) && where.contains(read)) {
                where = where.replace(read, "%s, read as %s".formatted(written, read));
            }
        }
        return new Problem(problem.code(), where, problem.message(), problem.suggestion());
    }

    /**
     * What it took to make a block, which is not kept.
     *
     * @param drawn rows that were drawn under the conditions: of persons the first
     * @param rows that were written
     * @param ended persons whose rows ended early
     */
    private record Block(
            int drawn,
            int rows,
            int ended,
            Sample.Yield yield,
            List<Double> reached,
            List<String> told) {}

    /**
     * What every row meets, and what the rows meet together.
     *
     * @param where the texts of the conditions
     * @param aims the texts of the targets
     */
    private record Asked(
            Conditions conditions,
            List<Target> targets,
            List<String> where,
            List<String> aims,
            TableGroups groups) {}

    /** Reads conditions and targets; the mistakes of both are said at once. */
    private static Asked asked(RowsWanted request, ModelFile model, TableWords words) {
        List<Variable> variables = model.rows().variables();
        List<Problem> problems = new ArrayList<>();
        Conditions conditions = Conditions.none(variables);
        List<Target> targets = List.of();
        List<String> where = request.where().stream().map(words::of).toList();
        List<String> aims = request.targets().stream().map(words::of).toList();
        try {
            conditions = Conditions.read(where, variables);
        } catch (RequestException e) {
            problems.addAll(e.problems());
        }
        try {
            targets = Target.read(aims, variables);
        } catch (RequestException e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return new Asked(conditions, targets, where, aims, request.groups());
    }

    private static List<String> understood(
            RowsWanted wanted, TableWords words, Asked asked, List<Block> made) {
        List<String> said = new ArrayList<>(wanted.understood());
        said.addAll(words.remarks());
        for (int t = 0; t < asked.targets().size(); t++) {
            Target target = asked.targets().get(t);
            int k = t;
            double reached = weighed(made, s -> s.reached().get(k));
            said.add(
                    String.format(
                            Locale.ROOT,
                            "%s: %.4g asked, %.4g reached.",
                            target.text(),
                            target.value(),
                            reached));
        }
        return said;
    }

    /** Mean over the pieces by their rows. */
    private static double weighed(List<Block> made, ToDoubleFunction<Block> of) {
        double sum = 0;
        double rows = 0;
        for (Block s : made) {
            sum += of.applyAsDouble(s) * s.drawn();
            rows += s.drawn();
        }
        return sum / rows;
    }

    private static double share(List<Block> made) {
        return weighed(made, s -> s.yield().meanWeight());
    }

    private static List<String> notes(RowsWanted wanted, List<Block> made) {
        List<String> notes = new ArrayList<>(wanted.notes());
        notes.addAll(repeated(made));
        notes.addAll(made.get(0).told());
        if (wanted.groups().isEmpty()
                && !wanted.where().isEmpty()
                && !wanted.understood().isEmpty()) {
            notes.add(
                    "Of the rows that the model makes, %s %% are like this."
                            .formatted(Warnings.rounded(100 * share(made))));
        }
        long ended = made.stream().mapToLong(Block::ended).sum();
        if (ended > 0) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "The rows of %,d persons end early: no further one was found that obeys the rules of the table.",
                            ended));
        }
        return notes;
    }

    private static List<String> repeated(List<Block> made) {
        long repeated = made.stream().mapToLong(s -> s.yield().repeated()).sum();
        return repeated == 0
                ? List.of()
                : List.of(
                        String.format(
                                Locale.ROOT,
                                "%,d rows stand there a second time or more: too few different ones meet what was asked.",
                                repeated));
    }

    /** The model with a schema that writes these columns and the key alone. */
    private static ModelFile shown(ModelFile model, List<String> columns) {
        if (columns.isEmpty()) {
            return model;
        }
        if (model.histories().flatMap(HistoryModel::second).isPresent()) {
            throw new RequestException(
                    List.of(
                            new Problem(
                                    "sample.words.shown",
                                    String.join(", ", columns),
                                    "Two tables are always written with all their columns.",
                                    "leave the columns out of the request")));
        }
        Schema schema = model.schema();
        List<ColumnSchema> some =
                schema.columns().stream()
                        .map(
                                c ->
                                        c.content() instanceof Content.Key
                                                        || columns.contains(c.name())
                                                ? c
                                                : c.left())
                        .toList();
        return model.with(new Schema(some, schema.separator(), schema.key(), schema.order()));
    }

    /** A table of real people has the same columns and may have the same name. */
    private static void refuseWhatIsThere(Path out) {
        List<Problem> problems = new ArrayList<>();
        if (Files.exists(out)) {
            problems.add(
                    new Problem(
                            "sample.out.there",
                            out.toString(),
                            "There is a file of this name, which may be a table of real people.",
                            "another name with --out, or remove it first"));
        }
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            problems.add(
                    new Problem(
                            "sample.out.parent",
                            out.toString(),
                            "The folder of the file is not there.",
                            "a file in a folder that is there"));
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
    }

    /** Makes and writes rows block by block; the file or folder appears whole or not at all. */
    private static void write(
            ModelFile model, RowsRequest request, Asked asked, List<Block> made, Progress progress)
            throws IOException {
        Optional<HistoryModel> two = model.histories().filter(h -> h.second().isPresent());
        if (two.isPresent()) {
            try (TwoFiles files = TwoFiles.open(request.out(), two.get(), model.schema())) {
                Sink sink =
                        (first, block) ->
                                persons(model, request, first, block.sample(), files::write);
                blocks(model, request, asked, made, progress, sink);
                files.publish(request.start());
            }
            return;
        }
        WholeFile.write(
                request.out(),
                channel -> {
                    Writer text =
                            new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
                    var spelled = new SpelledTable(model.schema(), text);
                    spelled.header();
                    Sink sink =
                            model.histories().isPresent()
                                    ? (first, block) ->
                                            persons(
                                                    model,
                                                    request,
                                                    first,
                                                    block.sample(),
                                                    (of, before) ->
                                                            joined(model, of, before, spelled))
                                    : (first, block) ->
                                            rows(first, block.sample(), block.told(), spelled);
                    blocks(model, request, asked, made, progress, sink);
                    text.flush();
                });
    }

    /** Writes a drawn block. */
    private interface Sink {
        Block write(long first, GroupedRows block) throws IOException;
    }

    private static void blocks(
            ModelFile model,
            RowsRequest request,
            Asked asked,
            List<Block> made,
            Progress progress,
            Sink sink)
            throws IOException {
        int size = model.histories().isPresent() ? PERSONS : BLOCK;
        for (long first = 0; first < request.count(); first += size) {
            progress.step("making rows", 0.1 + 0.85 * first / request.count());
            int rows = (int) Math.min(size, request.count() - first);
            made.add(sink.write(first, block(model, request, asked, first, rows)));
        }
    }

    private static Block rows(long first, Sample block, List<String> told, SpelledTable spelled)
            throws IOException {
        int rows = block.table().rows();
        spelled.rows(block.table(), LongStream.range(first + 1, first + rows + 1).toArray());
        return new Block(rows, rows, 0, block.yield(), block.reached(), told);
    }

    /** Writes persons with all their rows. */
    private interface PersonSink {
        /**
         * @param before number of persons written before
         */
        void write(Histories of, long before) throws IOException;
    }

    /** Drawn persons get their later rows. */
    private static Block persons(
            ModelFile model, RowsRequest request, long first, Sample block, PersonSink sink)
            throws IOException {
        HistoryModel of = model.histories().orElseThrow();
        var seeds = new SeedTree(new SeedTree(request.start()).purpose("later from " + first));
        Histories made = of.continued(model.rows(), block.table(), seeds);
        sink.write(made, first);
        int persons = made.count();
        double[] wanted = block.table().column(of.layout().count());
        int ended =
                (int) IntStream.range(0, persons).filter(p -> made.length(p) < wanted[p]).count();
        return new Block(
                persons, made.rows().rows(), ended, block.yield(), block.reached(), List.of());
    }

    /** All rows in one table. */
    private static void joined(ModelFile model, Histories made, long before, SpelledTable spelled)
            throws IOException {
        HistoryModel of = model.histories().orElseThrow();
        long first = of.keys() + before + 1;
        spelled.rows(
                made.joined(of.layout()),
                Arrays.stream(made.owners()).mapToLong(p -> first + p).toArray());
    }

    private static GroupedRows block(
            ModelFile model, RowsRequest request, Asked asked, long first, int rows) {
        long seed =
                first == 0
                        ? request.start()
                        : new SeedTree(request.start()).purpose("from " + first);
        SampleRequest one = SampleRequest.of(rows, asked.conditions(), asked.targets(), seed);
        return asked.groups().isEmpty()
                ? new GroupedRows(Sampler.draw(model.rows(), one), List.of())
                : GroupedRows.draw(
                        model.rows(),
                        new GroupedRows.Asked(
                                asked.where(),
                                asked.aims(),
                                asked.groups(),
                                model.schema()
                                        .columns()
                                        .get(model.schema().columns().size() - 1)
                                        .name(),
                                rows,
                                one.most(),
                                seed));
    }

    /** The model with a schema that writes one more column, which says whose group a row is of. */
    private static ModelFile grouped(ModelFile model, TableGroups groups) {
        if (groups.isEmpty()) {
            return model;
        }
        Schema schema = model.schema();
        List<ColumnSchema> all = new ArrayList<>(schema.columns());
        all.add(
                new ColumnSchema(
                        TableRows.groupColumn(schema),
                        new Content.Levels(
                                groups.all().stream().map(TableGroups.Group::name).toList(),
                                Optional.empty()),
                        true,
                        List.of(),
                        List.of(),
                        "",
                        Optional.empty()));
        return model.with(new Schema(all, schema.separator(), schema.key(), schema.order()));
    }
}
