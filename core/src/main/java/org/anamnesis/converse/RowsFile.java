package org.anamnesis.converse;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.anamnesis.learn.Histories;
import org.anamnesis.learn.HistoryModel;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.SpelledTable;
import org.anamnesis.learn.WholeFile;
import org.anamnesis.learn.sample.Conditions;
import org.anamnesis.learn.sample.Sample;
import org.anamnesis.learn.sample.SampleRequest;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.learn.sample.Target;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/** Rows of a model as a file, or two files of persons and their rows, made block by block. */
final class RowsFile {
    /**
     * Rows that are in memory at a time: about 50 MB for 31 columns. Each block meets the targets.
     */
    private static final int BLOCK = 200_000;

    /** Persons likewise, who may have a hundred rows each. */
    private static final int PERSONS = 4_000;

    private final ModelFile model;
    private final RowsRequest request;
    private final Asked asked;
    private final Progress progress;
    private final List<Block> made = new ArrayList<>();

    RowsFile(ModelFile model, RowsRequest request, Asked asked, Progress progress) {
        this.model = model;
        this.request = request;
        this.asked = asked;
        this.progress = progress;
    }

    /**
     * What it took to make a block, which is not kept.
     *
     * @param drawn rows that were drawn under the conditions: of persons the first
     * @param rows that were written
     * @param ended persons whose rows ended early
     * @param everywhere what the targets come to over all rows of persons
     */
    record Block(
            int drawn,
            int rows,
            int ended,
            Sample.Yield yield,
            List<Double> reached,
            List<String> told,
            List<Double> everywhere) {}

    /**
     * What every row meets, and what the rows meet together.
     *
     * @param where the texts of the conditions
     * @param aims the texts of the targets
     */
    record Asked(
            Conditions conditions,
            List<Target> targets,
            List<String> where,
            List<String> aims,
            TableGroups groups) {
        /** Empty for groups, whose members are told apart by their first rows. */
        Optional<EndsWanted> ends(ModelFile model) {
            return groups.isEmpty() ? EndsWanted.of(model, conditions, targets) : Optional.empty();
        }
    }

    /** Makes and writes rows block by block; the file or folder appears whole or not at all. */
    List<Block> write() throws IOException {
        Optional<HistoryModel> two = model.histories().filter(h -> h.second().isPresent());
        if (two.isPresent()) {
            try (TwoFiles files = TwoFiles.open(request.out(), two.get(), model.schema())) {
                Optional<EndsWanted> ends = asked.ends(model);
                if (ends.isPresent()) {
                    ends(ends.get(), files::write);
                } else {
                    blocks((first, block) -> persons(first, block, files::write));
                }
                files.publish(request.start());
            }
            return made;
        }
        WholeFile.write(
                request.out(),
                channel -> {
                    Writer text =
                            new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
                    var spelled =
                            model.histories()
                                    .map(h -> new SpelledTable(model.schema(), text, h.keys()))
                                    .orElseGet(() -> new SpelledTable(model.schema(), text));
                    spelled.header();
                    Optional<EndsWanted> ends = asked.ends(model);
                    Sink sink =
                            model.histories().isPresent()
                                    ? (first, block) ->
                                            persons(
                                                    first,
                                                    block,
                                                    (of, before) -> joined(of, before, spelled))
                                    : (first, block) ->
                                            rows(first, block.sample(), block.told(), spelled);
                    if (ends.isPresent()) {
                        ends(ends.get(), (of, before) -> joined(of, before, spelled));
                    } else {
                        blocks(sink);
                    }
                    text.flush();
                });
        return made;
    }

    /** Writes a drawn block. */
    private interface Sink {
        Block write(long first, GroupedRows block) throws IOException;
    }

    /** Writes persons with all their rows, of whom something is asked that ends them. */
    private void ends(EndsWanted ends, PersonSink sink) throws IOException {
        long first = 0;
        while (first < request.count()) {
            long begun = first;
            int persons = (int) Math.min(PERSONS, request.count() - first);
            long[] before = {first};
            ends.make(
                    persons,
                    new SeedTree(request.start()).purpose("ends from " + begun),
                    taken -> {
                        progress.step("making rows", 0.1 + 0.85 * before[0] / request.count());
                        sink.write(taken.histories(), before[0]);
                        before[0] += taken.histories().count();
                        made.add(block(taken));
                    });
            first += persons;
        }
    }

    private Block block(EndsWanted.Taken taken) {
        int persons = taken.histories().count();
        List<Double> reached = asked.targets().stream().map(t -> t.in(taken.firsts())).toList();
        var yield = new Sample.Yield(taken.made(), persons, taken.like(), persons, 0);
        return new Block(
                persons,
                taken.histories().rows().rows(),
                taken.ended(),
                yield,
                reached,
                List.of(),
                reached);
    }

    private void blocks(Sink sink) throws IOException {
        int size = model.histories().isPresent() ? PERSONS : BLOCK;
        for (long first = 0; first < request.count(); first += size) {
            progress.step("making rows", 0.1 + 0.85 * first / request.count());
            int rows = (int) Math.min(size, request.count() - first);
            made.add(sink.write(first, block(first, rows)));
        }
    }

    private static Block rows(long first, Sample block, List<String> told, SpelledTable spelled)
            throws IOException {
        int rows = block.table().rows();
        spelled.rows(block.table(), LongStream.range(first + 1, first + rows + 1).toArray());
        return new Block(rows, rows, 0, block.yield(), block.reached(), told, block.reached());
    }

    /** Writes persons with all their rows. */
    private interface PersonSink {
        /**
         * @param before number of persons written before
         */
        void write(Histories of, long before) throws IOException;
    }

    /** Drawn persons get their later rows; whose group they are stays the same in all of them. */
    private Block persons(long first, GroupedRows drawn, PersonSink sink) throws IOException {
        HistoryModel of = model.histories().orElseThrow();
        Sample block = drawn.sample();
        var seeds = new SeedTree(new SeedTree(request.start()).purpose("later from " + first));
        List<String> own = model.rows().variables().stream().map(Variable::name).toList();
        Histories made = of.continued(model.rows(), block.table().columns(own), seeds);
        Optional<String> group = asked.groups().isEmpty() ? Optional.empty() : group();
        sink.write(
                group.map(
                                name ->
                                        made.with(
                                                block.table().variable(name),
                                                block.table().column(name)))
                        .orElse(made),
                first);
        int persons = made.count();
        double[] wanted = block.table().column(of.layout().count());
        int ended =
                (int) IntStream.range(0, persons).filter(p -> made.length(p) < wanted[p]).count();
        Table all = made.joined(of.layout());
        List<Double> everywhere = asked.targets().stream().map(t -> t.in(all)).toList();
        return new Block(
                persons,
                made.rows().rows(),
                ended,
                block.yield(),
                block.reached(),
                drawn.told(),
                everywhere);
    }

    /** All rows in one table. */
    private void joined(Histories made, long before, SpelledTable spelled) throws IOException {
        HistoryModel of = model.histories().orElseThrow();
        long first = of.keys().above() + before + 1;
        spelled.rows(
                made.joined(of.layout()),
                Arrays.stream(made.owners()).mapToLong(p -> first + p).toArray());
    }

    /** The last column of the schema, where groups were asked. */
    private Optional<String> group() {
        int columns = model.schema().columns().size();
        return Optional.of(model.schema().columns().get(columns - 1).name());
    }

    private GroupedRows block(long first, int rows) {
        long seed =
                first == 0
                        ? request.start()
                        : new SeedTree(request.start()).purpose("from " + first);
        SampleRequest left = SampleRequest.of(rows, asked.conditions(), asked.targets(), seed);
        SampleRequest one = first == 0 ? left.made(model.provenance().rowsLearned()) : left;
        return asked.groups().isEmpty()
                ? new GroupedRows(Sampler.draw(model.rows(), one), List.of())
                : GroupedRows.draw(
                        model.rows(),
                        new GroupedRows.Asked(
                                asked.where(),
                                asked.aims(),
                                asked.groups(),
                                group().orElseThrow(),
                                rows,
                                one.most(),
                                seed));
    }
}
