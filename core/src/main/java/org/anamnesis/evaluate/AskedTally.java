package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/** Counts, for each constraint that is about a criterion, the patients who meet it. */
final class AskedTally {
    /** Means are judged by this at 2,000 patients, in SD of the cohort. */
    private static final double MEAN_TOLERANCE = 0.03;

    private final List<Constraint> constraints;
    private final List<Optional<RowTest>> tests = new ArrayList<>();
    private final long[] met;
    private final long[] unknown;
    private final Words words;

    AskedTally(List<Constraint> constraints, CohortHeader header) {
        this.constraints = constraints;
        words = new Words(header);
        met = new long[constraints.size()];
        unknown = new long[constraints.size()];
        var compile = new CriterionTest(header);
        for (Constraint constraint : constraints) {
            tests.add(criterion(constraint).flatMap(c -> c.match(compile)));
        }
    }

    void accept(Columns rows, int count) {
        for (int c = 0; c < met.length; c++) {
            if (tests.get(c).isPresent()) {
                RowTest test = tests.get(c).get();
                for (int i = 0; i < count; i++) {
                    int answer = test.answer(rows, i);
                    met[c] += answer == RowTest.YES ? 1 : 0;
                    unknown[c] += answer == RowTest.UNKNOWN ? 1 : 0;
                }
            }
        }
    }

    /** Finds the tally of a numeric column by id. */
    interface Numbers {
        Optional<Tally> of(String id);
    }

    List<Adherence> results(long patients, Numbers numbers) {
        List<Adherence> out = new ArrayList<>();
        for (int c = 0; c < met.length; c++) {
            int at = c;
            out.add(
                    constraints
                            .get(c)
                            .match(
                                    new Constraint.Cases<Adherence>() {
                                        @Override
                                        public Adherence require(Constraint.Require asked) {
                                            return every(at, asked, patients);
                                        }

                                        @Override
                                        public Adherence share(Constraint.Share asked) {
                                            return part(at, asked, patients);
                                        }

                                        @Override
                                        public Adherence mean(Constraint.Mean asked) {
                                            return middle(asked, numbers.of(asked.observation()));
                                        }

                                        @Override
                                        public Adherence correlation(Constraint.Correlation asked) {
                                            return unchecked(
                                                    words.correlation(asked),
                                                    Words.number(asked.value()));
                                        }

                                        @Override
                                        public Adherence shift(Constraint.Shift asked) {
                                            return unchecked(words.shift(asked), "relative");
                                        }
                                    }));
        }
        return out;
    }

    private Adherence every(int c, Constraint.Require asked, long patients) {
        String wanted = "all " + Words.count(patients);
        if (tests.get(c).isEmpty()) {
            return unchecked(words.require(asked), wanted);
        }
        return new Adherence(
                words.require(asked),
                wanted,
                Words.count(met[c]) + notKnown(c),
                met[c] == patients ? Adherence.Verdict.MET : Adherence.Verdict.NOT_MET,
                "");
    }

    private Adherence part(int c, Constraint.Share asked, long patients) {
        double exact = asked.percent() * patients / 100;
        String wanted =
                Words.number(asked.percent())
                        + " % ("
                        + Words.number(Math.rint(exact), 0)
                        + " of "
                        + Words.count(patients)
                        + ")";
        if (tests.get(c).isEmpty()) {
            return unchecked(words.share(asked), wanted);
        }
        return new Adherence(
                words.share(asked),
                wanted,
                Words.number(100.0 * met[c] / patients, 2)
                        + " % ("
                        + Words.count(met[c])
                        + ")"
                        + notKnown(c),
                Math.abs(met[c] - exact) < 1 - 1e-9
                        ? Adherence.Verdict.MET
                        : Adherence.Verdict.NOT_MET,
                "exact to less than one patient");
    }

    private Adherence middle(Constraint.Mean asked, Optional<Tally> tally) {
        String wanted = Words.number(asked.value());
        if (tally.isEmpty() || tally.get().n() == 0) {
            return unchecked(words.mean(asked), wanted);
        }
        double allowed =
                MEAN_TOLERANCE
                        * Math.max(1, Math.sqrt(2000.0 / tally.get().n()))
                        * tally.get().sd();
        return new Adherence(
                words.mean(asked),
                wanted,
                Words.number(tally.get().mean(), 3),
                Math.abs(tally.get().mean() - asked.value()) <= allowed
                        ? Adherence.Verdict.MET
                        : Adherence.Verdict.NOT_MET,
                "within ± "
                        + Words.number(allowed, 3)
                        + " ("
                        + Words.number(MEAN_TOLERANCE)
                        + " SD at 2,000 patients, wider for fewer)");
    }

    private static Adherence unchecked(String what, String asked) {
        return new Adherence(
                what, asked, "–", Adherence.Verdict.NOT_CHECKED, "no column of the cohort tells");
    }

    private String notKnown(int c) {
        return unknown[c] == 0 ? "" : " (" + Words.count(unknown[c]) + " not known)";
    }

    private static Optional<Criterion> criterion(Constraint constraint) {
        return constraint.match(
                new Constraint.Cases<Optional<Criterion>>() {
                    @Override
                    public Optional<Criterion> require(Constraint.Require asked) {
                        return Optional.of(asked.criterion());
                    }

                    @Override
                    public Optional<Criterion> share(Constraint.Share asked) {
                        return Optional.of(asked.criterion());
                    }

                    @Override
                    public Optional<Criterion> mean(Constraint.Mean asked) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Criterion> correlation(Constraint.Correlation asked) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Criterion> shift(Constraint.Shift asked) {
                        return Optional.empty();
                    }
                });
    }
}
