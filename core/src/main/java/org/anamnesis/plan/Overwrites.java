package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.plan.PlannedOverwrite.Kind;
import org.anamnesis.population.Derived;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Form;
import org.anamnesis.spec.Overwrite;

/** Plans changes of finished values, or says why a value cannot be changed. */
final class Overwrites {
    private final ReferencePopulation people;
    private final PublishedShapes shapes;
    private final Remarks remarks;
    private final CohortSpec spec;
    private final List<Overwrite> asked;

    /**
     * @param asked changes of one observation each
     */
    Overwrites(
            CohortSpec spec,
            List<Overwrite> asked,
            ReferencePopulation people,
            PublishedShapes shapes,
            Remarks remarks) {
        this.spec = spec;
        this.asked = asked;
        this.people = people;
        this.shapes = shapes;
        this.remarks = remarks;
    }

    /** What is asked of each observation as what is asked of every single one. */
    static List<Overwrite> single(List<Overwrite> asked, List<String> observations) {
        List<Overwrite> all = new ArrayList<>();
        for (Overwrite o : asked) {
            if (!(o instanceof Overwrite.Missing each && each.ofEach())) {
                all.add(o);
                continue;
            }
            for (String id : observations) {
                boolean own =
                        asked.stream()
                                .anyMatch(
                                        x ->
                                                x instanceof Overwrite.Missing
                                                        && x.observation().equals(id));
                if (!own) {
                    all.add(new Overwrite.Missing(id, each.percent(), each.more()));
                }
            }
        }
        return all;
    }

    /**
     * @param start whom the values belong to before they are changed
     */
    List<PlannedOverwrite> planned(StartWeights start) {
        List<PlannedOverwrite> all = new ArrayList<>();
        for (Overwrite o : asked) {
            if (o.observation().equals("age")) {
                continue; // by weights: AgeShares
            }
            if (o instanceof Overwrite.Missing x
                    && spec.beyond().own(x.observation()).isPresent()) {
                all.add(missing(x, start));
            } else if (o instanceof Overwrite.Shaped || o instanceof Overwrite.Skewed) {
                shaped(o, start).ifPresent(all::add);
            } else if (!(o instanceof Overwrite.Deviation d && shapes.has(d.observation()))) {
                one(o, start).ifPresent(all::add);
            }
        }
        return all;
    }

    /** A published distribution takes the asked form itself; no values need to be changed. */
    void published() {
        for (Overwrite o : spec.beyond().overwrites()) {
            String id = o.observation();
            if (!shapes.has(id)) {
                continue;
            }
            double[] moments = shapes.moments(id);
            double sd =
                    spec.beyond().overwrites().stream()
                            .filter(d -> d instanceof Overwrite.Deviation)
                            .filter(d -> d.observation().equals(id))
                            .mapToDouble(d -> ((Overwrite.Deviation) d).sd())
                            .findFirst()
                            .orElse(moments[1]);
            boolean form = o instanceof Overwrite.Shaped || o instanceof Overwrite.Skewed;
            Overwrite shape =
                    form || !(o instanceof Overwrite.Deviation)
                            ? o
                            : new Overwrite.Shaped(id, Form.NORMAL);
            if (form || o instanceof Overwrite.Deviation) {
                Reshaping.function(
                                shape,
                                Reshaping.limits(id, spec),
                                Reshaping.required(id, spec).isPresent(),
                                moments[0],
                                sd,
                                1)
                        .ifPresentOrElse(
                                q -> shapes.state(id, q),
                                () -> remarks.problems().add(Reshaping.impossible(o)));
                remarks.explain(Words.of(o) + ": the published distribution takes this form");
            }
        }
    }

    private Optional<PlannedOverwrite> shaped(Overwrite o, StartWeights start) {
        boolean values = people.has(o.observation()) && !shapes.has(o.observation());
        return values ? Reshaping.asked(o, spec, people, start, remarks) : Optional.empty();
    }

    /** Of a variable of the user's own. */
    private PlannedOverwrite missing(Overwrite.Missing o, StartWeights start) {
        Optional<RowTest> more = more(o);
        return new PlannedOverwrite(
                o.observation(),
                Kind.MISSING,
                o.percent(),
                0,
                0,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                0,
                more,
                more.map(t -> share(t, start)).orElse(0.0),
                Optional.empty());
    }

    private Optional<RowTest> more(Overwrite o) {
        return o instanceof Overwrite.Missing x
                ? x.more().flatMap(c -> c.match(new Criteria(people, remarks.problems())))
                : Optional.empty();
    }

    /** Whoever reads where a column comes from must read that the request changed it. */
    static List<PlannedField> said(List<PlannedField> fields, List<Overwrite> asked) {
        List<PlannedField> all = new ArrayList<>(fields);
        for (Overwrite o : asked) {
            all.replaceAll(
                    f ->
                            f.column().equals(o.observation())
                                    ? f.withProvenance(changed(f.provenance(), o))
                                    : f);
        }
        return all;
    }

    private static Provenance changed(Provenance before, Overwrite o) {
        return o instanceof Overwrite.SetValue
                ? Provenance.asked(Words.of(o))
                : before.withAssumed("changed as you asked: " + Words.of(o));
    }

    private Optional<PlannedOverwrite> one(Overwrite asked, StartWeights start) {
        String id = asked.observation();
        Measurand m = Measurands.bundled().get(id);
        Optional<Derived> computed = Derived.of(id);
        boolean changes = !(asked instanceof Overwrite.Missing);
        if (changes && computed.isPresent()) {
            problem(
                    "plan.overwrite.computed",
                    asked,
                    "this is computed from " + String.join(", ", computed.get().parents()),
                    "change one of those: " + Words.name(id) + " follows");
            return Optional.empty();
        }
        if (changes && shapes.has(id)) {
            problem(
                    "plan.overwrite.alone",
                    asked,
                    "no survey has values of this that could be changed",
                    "a limit or a mean of it, or another observation");
            return Optional.empty();
        }
        QuantityRange limits =
                m.plausible()
                        .orElse(
                                new QuantityRange(
                                        Double.NEGATIVE_INFINITY,
                                        Double.POSITIVE_INFINITY,
                                        m.unit()));
        boolean known = people.has(id);
        double mean = known ? start.mean(people.column(id)) : 0;
        double sd = known ? start.sd(people.column(id)) : 0;
        Optional<RowTest> more = more(asked);
        explain(asked);
        return Optional.of(
                new PlannedOverwrite(
                        id,
                        kind(asked),
                        asked instanceof Overwrite.Deviation d ? d.sd() / sd : amount(asked),
                        mean,
                        sd,
                        limits.low(),
                        limits.high(),
                        m.decimals(),
                        more,
                        more.map(t -> share(t, start)).orElse(0.0),
                        Optional.empty()));
    }

    /** In the words of the request: what is asked of each observation is said once. */
    private void explain(Overwrite one) {
        for (Overwrite o : spec.beyond().overwrites()) {
            boolean each =
                    o instanceof Overwrite.Missing m
                            && m.ofEach()
                            && !spec.beyond().overwrites().contains(one);
            if (o.equals(one) || each) {
                remarks.explain(
                        Words.of(o)
                                + ": changed after the patients were made; other values stay, but those computed from it");
            }
        }
    }

    private static Kind kind(Overwrite o) {
        return o instanceof Overwrite.SetValue
                ? Kind.SET
                : o instanceof Overwrite.Spread || o instanceof Overwrite.Deviation
                        ? Kind.SPREAD
                        : o instanceof Overwrite.Outliers ? Kind.OUTLIERS : Kind.MISSING;
    }

    private static double amount(Overwrite o) {
        if (o instanceof Overwrite.SetValue s) {
            return s.value();
        }
        if (o instanceof Overwrite.Spread s) {
            return s.factor();
        }
        return o instanceof Overwrite.Outliers s ? s.percent() : ((Overwrite.Missing) o).percent();
    }

    private double share(RowTest test, StartWeights start) {
        byte[] answers = people.answers(test);
        double in = 0;
        double all = 0;
        for (int i = 0; i < start.rows().length; i++) {
            all += start.weights()[i];
            in += answers[start.rows()[i]] == 1 ? start.weights()[i] : 0;
        }
        return in / all;
    }

    private void problem(String code, Overwrite asked, String message, String suggestion) {
        remarks.problems().add(new Problem(code, Words.of(asked), message, suggestion));
    }
}
