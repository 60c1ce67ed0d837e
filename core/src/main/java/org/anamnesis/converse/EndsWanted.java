package org.anamnesis.converse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.learn.Histories;
import org.anamnesis.learn.HistoryModel;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.sample.Conditions;
import org.anamnesis.learn.sample.Sample;
import org.anamnesis.learn.sample.SampleRequest;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.learn.sample.Target;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * What is asked of columns that end a person's rows, as death does: it is about her last row, which
 * is known only when all her rows are made. So persons are made under everything else that is asked
 * and those are taken to whom it happens; where means, correlations or further shares are asked
 * beside it, several times as many are made, of whom those are taken who together come to them.
 */
final class EndsWanted {
    /** Persons made at most in vain for a request: half a minute of trees. */
    private static final int MOST = 60_000;

    /** Persons made in one go, at least and at most. */
    private static final int FEWEST = 400;

    private static final int PIECE = 4_000;

    /** Persons made for each who is taken to meet targets, and at least so many. */
    private static final int BANK = 4;

    private static final int LEAST_BANK = 2_000;

    private final ModelFile model;
    private final Set<String> endings;
    private final Conditions before;
    private final Conditions ends;
    private final List<Target> targets;

    private EndsWanted(
            ModelFile model,
            Set<String> endings,
            Conditions before,
            Conditions ends,
            List<Target> targets) {
        this.model = model;
        this.endings = endings;
        this.before = before;
        this.ends = ends;
        this.targets = List.copyOf(targets);
    }

    /**
     * Persons who were taken.
     *
     * @param firsts what was asked about, a row each: her first row, of endings her last
     * @param made persons made, taken or not
     * @param like share of people, by the model, who meet all conditions
     * @param ended persons taken whose rows ended early
     */
    record Taken(Histories histories, Table firsts, int made, double like, int ended) {}

    /** Empty if nothing is asked of ends. */
    static Optional<EndsWanted> of(ModelFile model, Conditions conditions, List<Target> targets) {
        List<Variable> variables = model.rows().variables();
        Map<Integer, Set<Integer>> endings = EndAnswers.endings(model);
        Predicate<Conditions.Part> late = EndAnswers.of(model, conditions);
        Conditions ends = conditions.of(late, variables);
        if (ends.parts().isEmpty() && targets.stream().noneMatch(t -> EndAnswers.ask(model, t))) {
            return Optional.empty();
        }
        Set<String> names =
                endings.keySet().stream()
                        .map(k -> variables.get(k).name())
                        .collect(Collectors.toSet());
        return Optional.of(
                new EndsWanted(
                        model, names, conditions.of(late.negate(), variables), ends, targets));
    }

    /** The share of persons with an end, where nothing else is asked of all together. */
    private Optional<Target> share() {
        return targets.stream()
                .filter(t -> targets.size() == 1 && EndAnswers.ask(model, t))
                .findFirst();
    }

    /** Takes persons and hands them on. */
    interface Sink {
        void take(Taken taken) throws IOException;
    }

    /**
     * Makes so many persons piece by piece.
     *
     * @throws RequestException if too few of those who are made have the end that is asked, or none
     *     of them come to the targets
     */
    void make(int persons, long seed, Sink sink) throws IOException {
        Optional<Target> share = share();
        if (share.isEmpty() && !targets.isEmpty()) {
            together(persons, seed, sink);
            return;
        }
        var seeds = new SeedTree(seed);
        int with = share.map(s -> (int) Math.round(s.value() * persons)).orElse(persons);
        int[] left = {persons - with, with};
        int made = 0;
        int taken = 0;
        for (int piece = 0; left[0] + left[1] > 0; piece++) {
            if (made >= MOST) {
                throw tooFew(made, taken, persons);
            }
            double rate = made == 0 ? 1 : Math.max(0.02, taken / (double) made);
            int size = (int) Math.max(FEWEST, Math.min(PIECE, (left[0] + left[1]) / rate * 1.1));
            Taken all = piece(size, seeds.purpose("ends " + piece));
            int[] chosen = chosen(share, all.firsts, left);
            made += size;
            taken += chosen.length;
            if (chosen.length > 0) {
                sink.take(taken(all, chosen));
            }
        }
    }

    /**
     * Makes several times as many persons who have the end, and takes those who meet the targets.
     */
    private void together(int persons, long seed, Sink sink) throws IOException {
        var seeds = new SeedTree(seed);
        List<Taken> bank = new ArrayList<>();
        int wanted = Math.max(LEAST_BANK, BANK * persons);
        int made = 0;
        int met = 0;
        for (int piece = 0; met < wanted && made < MOST; piece++) {
            double rate = made == 0 ? 1 : Math.max(0.02, met / (double) made);
            int size = (int) Math.max(FEWEST, Math.min(PIECE, (wanted - met) / rate * 1.1));
            Taken all = piece(size, seeds.purpose("ends " + piece));
            boolean[] has = ends.met(all.firsts);
            int[] who = IntStream.range(0, size).filter(i -> has[i]).toArray();
            bank.add(taken(all, who));
            made += size;
            met += who.length;
        }
        if (met < persons) {
            throw tooFew(made, met, persons);
        }
        int[] chosen =
                new EndsBank(bank.stream().map(Taken::firsts).toList())
                        .taken(persons, targets, seeds.purpose("together"));
        int from = 0;
        for (Taken part : bank) {
            int begin = from;
            int end = from + part.firsts.rows();
            int[] own =
                    IntStream.of(chosen)
                            .filter(i -> i >= begin && i < end)
                            .map(i -> i - begin)
                            .toArray();
            if (own.length > 0) {
                sink.take(taken(part, own));
            }
            from = end;
        }
    }

    /** Some of the persons of a piece. */
    private Taken taken(Taken all, int[] chosen) {
        long ended =
                IntStream.of(chosen).filter(i -> all.histories.length(i) < wanted(all, i)).count();
        return new Taken(
                all.histories.of(chosen), all.firsts.rows(chosen), all.made, all.like, (int) ended);
    }

    private double wanted(Taken all, int person) {
        return all.firsts.column(layout().layout().count())[person];
    }

    private HistoryModel layout() {
        return model.histories().orElseThrow();
    }

    /** Persons under all that is not about ends, with what came of them. */
    private Taken piece(int size, long seed) {
        HistoryModel of = layout();
        Sample sample = Sampler.draw(model.rows(), SampleRequest.of(size, before, List.of(), seed));
        Histories made =
                of.continued(
                        model.rows(),
                        sample.table(),
                        new SeedTree(new SeedTree(seed).purpose("later")));
        Table firsts = made.firsts(of.layout(), endings);
        boolean[] met = ends.met(firsts);
        double share = IntStream.range(0, size).filter(i -> met[i]).count() / (double) size;
        return new Taken(made, firsts, size, share * sample.yield().meanWeight(), 0);
    }

    /**
     * What such persons are like, without their rows; of ends their last row's answer.
     *
     * @throws RequestException as {@link #make}
     */
    Sample look(int persons, long seed) {
        List<Table> firsts = new ArrayList<>();
        double[] like = new double[1];
        try {
            make(
                    persons,
                    seed,
                    taken -> {
                        firsts.add(taken.firsts);
                        like[0] = taken.like;
                    });
        } catch (IOException e) {
            throw new IllegalStateException("nothing was written", e);
        }
        List<Variable> variables = firsts.get(0).variables();
        double[][] columns = new double[variables.size()][persons];
        int at = 0;
        for (Table t : firsts) {
            for (int k = 0; k < columns.length; k++) {
                System.arraycopy(t.column(k), 0, columns[k], at, t.rows());
            }
            at += t.rows();
        }
        double[] ones = new double[persons];
        Arrays.fill(ones, 1);
        var all = new Table(variables, columns, ones);
        return new Sample(
                all,
                new Sample.Yield(persons, persons, like[0], persons, 0),
                targets.stream().map(t -> t.in(all)).toList());
    }

    /** The first who meet the conditions on ends, with and without what a share counts. */
    private int[] chosen(Optional<Target> share, Table firsts, int[] left) {
        boolean[] met = ends.met(firsts);
        boolean[] counts = share.map(s -> s.counts(firsts)).orElse(met);
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < met.length; i++) {
            int side = counts[i] ? 1 : 0;
            if (met[i] && left[side] > 0) {
                left[side]--;
                chosen.add(i);
            }
        }
        return chosen.stream().mapToInt(i -> i).toArray();
    }

    private RequestException tooFew(int made, int taken, int persons) {
        String asked =
                share().map(Target::text)
                        .orElse(
                                ends.parts().stream()
                                        .map(Conditions.Part::text)
                                        .distinct()
                                        .collect(Collectors.joining(", ")));
        return new RequestException(
                List.of(
                        new Problem(
                                "sample.rare",
                                asked,
                                String.format(
                                        Locale.ROOT,
                                        "Of %,d persons who were made, rows and all, %,d could be taken, and %,d are asked",
                                        made,
                                        taken,
                                        persons),
                                taken > 0
                                        ? "at most %d persons, or another share".formatted(taken)
                                        : "a wider condition")));
    }
}
