package org.anamnesis.learn;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongToIntFunction;
import java.util.stream.LongStream;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.Learners;
import org.anamnesis.generate.RowSource;
import org.anamnesis.learn.sample.Conditions;
import org.anamnesis.learn.sample.SampleRequest;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Rows per CPU second of a model file, once Java has compiled what it runs. bench/README.md says
 * how to run it and what is timed.
 */
final class RowTimes {
    /** CPU seconds in which Java compiles, before anything is counted, and those counted. */
    private static final double WARM = 4;

    private static final double COUNTED = 4;

    private static final int BLOCK = 2_048;
    private static final int PIECE = 20_000;

    /**
     * The compiler's threads of Java count too, so the best of some rounds is nearest to the work.
     */
    private static final int ROUNDS = 3;

    private RowTimes() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var learners = Learners.installed();
        var model = ModelFile.read(Path.of(args[0]), name -> Optional.of(learners.named(name)));
        double drawn = best(first -> drawn(model.rows(), first));
        double sampled = best(first -> sampled(model.rows(), first).rows());
        double written = best(first -> written(model, first));
        out.printf(
                Locale.ROOT,
                "{\"engine\": \"%s\", \"rows_per_cpu_second\": %.0f, \"sampled_rows_per_cpu_second\": %.0f, \"written_rows_per_cpu_second\": %.0f}%n",
                model.engine(),
                drawn,
                sampled,
                written);
    }

    /** Engine and rules fill a block of columns. */
    private static int drawn(RowSource rows, long first) {
        int p = rows.variables().size();
        double[][] columns = new double[p][BLOCK];
        double[] weights = new double[BLOCK];
        List<Allowance> free = Collections.nCopies(p, Allowance.ANY);
        rows.draw(columns, weights, free, first, BLOCK, new SeedTree(0));
        return (int) Arrays.stream(weights).filter(w -> w > 0).count();
    }

    /** As {@code sample} makes rows that it has in memory. */
    private static Table sampled(RowSource rows, long first) {
        Conditions none = Conditions.none(rows.variables());
        return Sampler.draw(rows, SampleRequest.of(PIECE, none, List.of(), first)).table();
    }

    /** And as it writes them, in the user's spelling, to nowhere. */
    private static int written(ModelFile model, long first) {
        Table made = sampled(model.rows(), first);
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (Writer text =
                new BufferedWriter(new OutputStreamWriter(nowhere, StandardCharsets.UTF_8))) {
            long[] persons = LongStream.rangeClosed(1, made.rows()).toArray();
            new SpelledTable(model.schema(), text).rows(made, persons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made.rows();
    }

    private static double best(LongToIntFunction make) {
        perSecond(make, WARM);
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.max(best, perSecond(make, COUNTED / ROUNDS));
        }
        return best;
    }

    private static double perSecond(LongToIntFunction make, double seconds) {
        double start = cpu();
        long rows = 0;
        while (cpu() - start < seconds) {
            rows += make.applyAsInt(rows);
        }
        return rows / (cpu() - start);
    }

    /** CPU seconds of the whole process, compiler and collector included. */
    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                                ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
