package org.anamnesis.learn.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.anamnesis.generate.RowSource;
import org.anamnesis.population.Weighted;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.Permutation;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Rows that meet conditions and targets, out of whatever draws rows with weights: a pool is drawn,
 * weighed and taken from. The same seed gives the same rows, whatever the threads.
 */
public final class Sampler {
    /** Rows made in one piece; memory grows with a piece and its pool, and with what is asked. */
    static final int PIECE = 20_000;

    /**
     * Pooled rows for each that targets are to be met with, to begin with, and at least so many.
     */
    private static final int POOL = 4;

    private static final int LEAST_POOL = 2_000;

    /**
     * Exchanges tried for each row that is to be like the model, out of a pool of {@link #POOL}
     * times as many.
     */
    private static final int EXCHANGES = 20;

    /** Rows drawn at most for that alone; conditions that few meet take what there is. */
    private static final int DRAWN_FOR_LIKENESS = 200_000;

    /** Doublings of a pool that comes nowhere near its targets: further ones rarely help. */
    private static final int DOUBLINGS = 3;

    /** Free rows that show which part of the conditions is rare. */
    private static final int SHOWN = 20_000;

    private final RowSource source;
    private final SampleRequest request;

    private Sampler(RowSource source, SampleRequest request) {
        this.source = source;
        this.request = request;
    }

    /**
     * Draws the rows.
     *
     * @throws RequestException if fewer rows than asked meet the conditions among as many as may be
     *     drawn, or if no weights of them come to the targets, with the nearest that do
     */
    public static Sample draw(RowSource source, SampleRequest request) {
        return new Sampler(source, request).draw();
    }

    /** Rows without conditions or targets, as many as a judgement compares. */
    public static Table free(RowSource source, int rows, long seed) {
        return free(source, rows, seed, 0);
    }

    /**
     * The same as they are made for somebody, which is what an audit attacks.
     *
     * @param learned persons or rows of whom the source learned
     */
    public static Table free(RowSource source, int rows, long seed, long learned) {
        Conditions none = Conditions.none(source.variables());
        return draw(source, SampleRequest.of(rows, none, List.of(), seed).made(learned)).table();
    }

    private Sample draw() {
        int rows = request.rows();
        double[][] columns = new double[source.variables().size()][rows];
        var yield = new Sample.Yield(0, 0, 0, 0, 0);
        boolean begun = false;
        for (int done = 0; done < rows; done += PIECE) {
            int count = Math.min(PIECE, rows - done);
            var own = piece(columns, done, count);
            yield = begun ? yield.plus(own) : own;
            begun = true;
        }
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        List<Double> reached = new ArrayList<>();
        for (Target target : request.targets()) {
            reached.add(target.reached(columns, rows));
        }
        return new Sample(new Table(source.variables(), columns, ones), yield, reached);
    }

    /** Fills rows {@code done} to {@code done + count - 1}. */
    private Sample.Yield piece(double[][] columns, int done, int count) {
        var seeds = new SeedTree(request.seed());
        long first = done / PIECE * (request.most() + Pool.BEYOND);
        var pool = new Pool(source, request.conditions(), seeds, first);
        boolean targeted = !request.targets().isEmpty();
        long size = targeted ? Math.max(LEAST_POOL, (long) POOL * count) : count;
        pool.grow(size, request.most());
        if (pool.met() < count) {
            throw tooFew(pool, count);
        }
        if (request.alike()) {
            pool.grow(Math.max(size, (long) POOL * count), DRAWN_FOR_LIKENESS);
        }
        var balance = new Balance(pool, request.targets(), count);
        var weighed = balance.weigh();
        for (int k = 0; targeted && pool.drawn() < request.most(); k++) {
            if (weighed.reached() ? largest(weighed) * count <= 1 : k == DOUBLINGS) {
                break;
            }
            size *= 2;
            pool.grow(size, request.most());
            balance = new Balance(pool, request.targets(), count);
            weighed = balance.weigh();
        }
        if (!weighed.reached()) {
            throw unreachable(balance);
        }
        var pieceSeeds = new SeedTree(seeds.purpose("piece " + done));
        var taking =
                new Taking(weighed.weights(), cells(balance, weighed, done, count), pieceSeeds);
        if (request.alike()) {
            float[][] features = Features.of(source.variables(), pool.columns(), weighed.weights());
            Likeness.of(features, count, EXCHANGES).ifPresent(taking::like);
        }
        int[] taken = taking.meeting(weighed.off()).taken();
        var order = new Permutation(count, pieceSeeds.purpose("order"));
        int[] at = new int[count];
        Arrays.setAll(at, i -> done + (int) order.place(i));
        for (int k = 0; k < columns.length; k++) {
            double[] from = pool.columns()[k];
            double[] to = columns[k];
            for (int i = 0; i < count; i++) {
                to[at[i]] = from[taken[i]];
            }
        }
        int repeated = count - (int) Arrays.stream(taken).distinct().count();
        double effective = Weighted.effectiveRows(weighed.weights());
        return new Sample.Yield(pool.drawn(), pool.met(), pool.meanWeight(), effective, repeated);
    }

    private static double largest(Balance.Weighed weighed) {
        return Arrays.stream(weighed.weights()).max().orElse(1);
    }

    /** Shares are rounded so that those of all pieces together are met to the row. */
    private Cellwise cells(Balance balance, Balance.Weighed weighed, int done, int count) {
        int[] shares =
                IntStream.range(0, request.targets().size())
                        .filter(t -> request.targets().get(t).isShare())
                        .toArray();
        double[][] values =
                Arrays.stream(shares).mapToObj(t -> balance.values()[t]).toArray(double[][]::new);
        int[] wanted =
                Arrays.stream(shares)
                        .map(
                                t -> {
                                    double share = request.targets().get(t).value();
                                    long until = Math.round(share * (done + count));
                                    return (int) (until - Math.round(share * done));
                                })
                        .toArray();
        return new Cellwise(values, weighed.weights(), wanted, count);
    }

    private RequestException unreachable(Balance balance) {
        double[] nearest = balance.nearest();
        List<Problem> problems = new ArrayList<>();
        for (int t = 0; t < nearest.length; t++) {
            Target target = request.targets().get(t);
            String all = nearest.length > 1 ? " together with the other targets" : "";
            problems.add(
                    new Problem(
                            "sample.target.unreachable",
                            "%s=%s".formatted(target.text(), target.value()),
                            "The rows that meet the conditions cannot come to this" + all,
                            String.format(
                                    Locale.ROOT,
                                    "%s=%.4g, the nearest that they can",
                                    target.text(),
                                    nearest[t])));
        }
        return new RequestException(problems);
    }

    /** Says how many of how many met the conditions, and which part of them is rare. */
    private RequestException tooFew(Pool pool, int count) {
        List<Conditions.Part> parts = request.conditions().parts();
        var free =
                new Pool(
                        source,
                        Conditions.none(source.variables()),
                        new SeedTree(request.seed()),
                        0);
        free.grow(SHOWN, SHOWN);
        double[] share = new double[parts.size()];
        for (int k = 0; k < share.length; k++) {
            for (int i = 0; i < free.met(); i++) {
                share[k] += parts.get(k).holds(free.columns(), i) ? 1.0 / free.met() : 0;
            }
        }
        int rarest =
                IntStream.range(0, share.length)
                        .boxed()
                        .min(Comparator.comparingDouble(k -> share[k]))
                        .orElse(-1);
        String where = rarest < 0 ? Integer.toString(count) : parts.get(rarest).text();
        String rare =
                rarest < 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "; its rarest part, %s, holds for %.3g %% of all",
                                parts.get(rarest).words(source.variables()),
                                100 * share[rarest]);
        return new RequestException(
                List.of(
                        new Problem(
                                "sample.rare",
                                where,
                                "%d of %d drawn rows met the conditions and %d are asked%s"
                                        .formatted(pool.met(), pool.drawn(), count, rare),
                                pool.met() > 0
                                        ? "at most %d rows, or a wider condition"
                                                .formatted(pool.met())
                                        : "a wider condition")));
    }
}
