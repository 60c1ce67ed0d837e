package org.anamnesis.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.problem.Problem;

/** Whether values with the user's own numbers can exist, and whether units can be shown. */
final class OwnCheck {
    /** More columns of one's own are a table of one's own. */
    private static final int MOST = 200;

    private final List<Problem> problems;
    private final Measurands measurands = Measurands.bundled();

    OwnCheck(List<Problem> problems) {
        this.problems = problems;
    }

    void check(Beyond beyond) {
        Set<String> seen = new HashSet<>();
        for (Own own : beyond.own()) {
            boolean taken =
                    Known.LEVELS.containsKey(own.id())
                            || own.id().equals("age")
                            || own.id().equals("income_poverty_ratio")
                            || own.id().equals("patient_id");
            if (taken || !seen.add(own.id())) {
                add(
                        "spec.own.name",
                        own.name(),
                        "There is a column of this name already.",
                        "another name, for example my " + own.name());
            }
            if (own instanceof Own.Quantity n) {
                figures(n);
                n.link().ifPresent(l -> link(n, l, beyond));
            }
        }
        if (beyond.own().size() > MOST) {
            add(
                    "spec.own.many",
                    beyond.own().size() + " own variables",
                    "That are too many variables of one's own.",
                    "at most " + MOST);
        }
        beyond.units().named().forEach(this::unit);
    }

    private void figures(Own.Quantity n) {
        Figures f = n.figures();
        Optional<Measurand> m = measurands.find(n.id());
        if (m.isPresent() && !m.get().unit().equals(n.unit())) {
            add(
                    "spec.unit.unknown",
                    n.id() + " in " + n.unit(),
                    "Numbers of a specification are in the canonical unit.",
                    m.get().unit());
        }
        Optional<QuantityRange> plausible = m.flatMap(Measurand::plausible);
        if (m.isPresent() && plausible.isEmpty()) {
            add(
                    "spec.limit.none",
                    n.id(),
                    "This observation is an answer, not a number.",
                    "a share");
        }
        plausible.ifPresent(
                p ->
                        stated(f)
                                .filter(v -> !p.contains(v))
                                .findFirst()
                                .ifPresent(
                                        v ->
                                                add(
                                                        "spec.limit.implausible",
                                                        n.name() + " " + v,
                                                        "%s of a patient lies within %s to %s %s."
                                                                .formatted(
                                                                        m.get().name(),
                                                                        p.low(),
                                                                        p.high(),
                                                                        p.unit()),
                                                        "a value within these")));
        spread(n);
        boolean outside = stated(f).anyMatch(v -> v < f.low() || v > f.high());
        if (outside) {
            add(
                    "spec.own.outside",
                    n.name(),
                    "A stated number lies outside the stated limits.",
                    "numbers between %s and %s".formatted(f.low(), f.high()));
        }
        if (n.form().filter(Form.LOGNORMAL::equals).isPresent()
                && stated(f).anyMatch(v -> v <= 0)) {
            add(
                    "spec.own.lognormal",
                    n.name(),
                    "A lognormal variable is above 0 throughout.",
                    "another form, for example normal");
        }
    }

    /** Within limits a mean leaves room for so much spread and no more. */
    private void spread(Own.Quantity n) {
        Figures f = n.figures();
        if (f.bounded() && f.mean().isPresent() && f.sd().isPresent()) {
            double mean = f.mean().getAsDouble();
            double most = Math.sqrt(Math.max(0, (mean - f.low()) * (f.high() - mean)));
            if (f.sd().getAsDouble() >= most) {
                add(
                        "spec.own.spread",
                        "%s, SD %s".formatted(n.name(), f.sd().getAsDouble()),
                        "Within these limits and about this mean no values spread so far.",
                        "an SD below %.3g".formatted(0.9 * most));
            }
        }
    }

    private static Stream<Double> stated(Figures f) {
        return Stream.concat(
                f.mean().stream().boxed(),
                f.quartiles().stream().flatMap(q -> Stream.of(q.first(), q.median(), q.third())));
    }

    private void link(Own.Quantity n, Own.Link link, Beyond beyond) {
        int at = beyond.own().indexOf(n);
        boolean own =
                beyond.own().subList(0, at).stream()
                        .anyMatch(o -> o.id().equals(link.with()) && o instanceof Own.Quantity);
        boolean known =
                link.with().equals("age")
                        || measurands.find(link.with()).flatMap(Measurand::plausible).isPresent();
        if (link.with().equals(n.id()) || !(own || known)) {
            add(
                    "spec.own.link",
                    "%s correlated with %s".formatted(n.name(), link.with()),
                    "There is no other number of this name to go with.",
                    "an observation of the catalogue, or an own variable stated before");
        }
    }

    private void unit(Units.Wanted wanted) {
        Optional<Measurand> m = measurands.find(wanted.observation());
        if (m.isEmpty()) {
            add(
                    "spec.observation.unknown",
                    wanted.observation(),
                    "There is no observation of this id.",
                    "an id of the catalogue, for example hba1c");
        } else if (m.get().toCanonical(1, wanted.unit()).isEmpty()) {
            add(
                    "spec.unit.unknown",
                    wanted.observation() + " in " + wanted.unit(),
                    "%s is not stated in this unit.".formatted(m.get().name()),
                    String.join(
                            ", ",
                            Stream.concat(
                                            Stream.of(m.get().unit()),
                                            m.get().conversions().stream().map(c -> c.unit()))
                                    .toList()));
        }
    }

    private void add(String code, String where, String message, String suggestion) {
        problems.add(new Problem(code, where, message, suggestion));
    }
}
