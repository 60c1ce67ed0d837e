package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;

/**
 * Makes means that were asked in relation to what they would be ("2 points higher") into plain
 * ones: the rest of the request is planned first, and tells what they would be.
 */
final class RelativeMeans {
    /**
     * @param spec without relative means
     * @param explained one sentence for each of them
     */
    record Made(CohortSpec spec, List<String> explained) {}

    private RelativeMeans() {}

    /**
     * @param wouldBe from a request to the mean of an observation, empty if nothing tells it
     * @throws RequestException if nothing tells what a mean would be
     */
    static Made made(
            CohortSpec spec, Function<CohortSpec, Function<String, OptionalDouble>> wouldBe) {
        CohortSpec others = without(spec);
        List<Constraint> rest = others.constraints();
        if (rest.size() == spec.constraints().size()) {
            return new Made(spec, List.of());
        }
        Function<String, OptionalDouble> means = wouldBe.apply(others);
        List<Constraint> plain = new ArrayList<>(rest);
        List<String> explained = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Constraint c : spec.constraints()) {
            if (c instanceof Constraint.Shift shift) {
                plain(shift, means, explained, problems).ifPresent(plain::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return new Made(spec.withConstraints(plain), explained);
    }

    /** The request but for its relative means. */
    static CohortSpec without(CohortSpec spec) {
        return spec.withConstraints(
                spec.constraints().stream().filter(c -> !(c instanceof Constraint.Shift)).toList());
    }

    private static Optional<Constraint> plain(
            Constraint.Shift shift,
            Function<String, OptionalDouble> means,
            List<String> explained,
            List<Problem> problems) {
        OptionalDouble now = means.apply(shift.observation());
        if (now.isEmpty()) {
            problems.add(
                    new Problem(
                            "plan.mean.nodata",
                            Words.of(shift),
                            "no figure of this observation is known here",
                            "leave it out"));
            return Optional.empty();
        }
        var mean = new Constraint.Mean(shift.observation(), shift.of(now.getAsDouble()));
        explained.add(
                "%s: mean %s instead of %s"
                        .formatted(
                                Words.of(shift),
                                Shares.number(mean.value()),
                                Shares.number(now.getAsDouble())));
        return Optional.of(mean);
    }
}
