package org.anamnesis.converse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Coding;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.plan.OwnWords;
import org.anamnesis.plan.StudyWords;
import org.anamnesis.plan.Words;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.Overwrite;
import org.anamnesis.spec.Units;

/** A specification as lines, and the specification with one of them changed or left out. */
public final class Parts {
    private static final String CONSTRAINT = "constraint:";
    private static final String OVERWRITE = "overwrite:";
    private static final String OWN = "own:";
    private static final String STUDY = "study:";

    /** An age that stands for no upper end. */
    private static final int OLDEST = 120;

    private Parts() {}

    /** Every line, in the order in which a reader wants them. */
    public static List<SpecPart> of(CohortSpec spec) {
        List<SpecPart> all = new ArrayList<>();
        all.add(
                new SpecPart(
                        "count",
                        String.format(Locale.ROOT, "%,d patients", spec.count()),
                        List.of(figure("count", Long.toString(spec.count()), "")),
                        List.of(),
                        false));
        spec.condition()
                .ifPresent(
                        c ->
                                all.add(
                                        new SpecPart(
                                                "condition",
                                                Words.named(c),
                                                List.of(),
                                                codes(c),
                                                true)));
        for (int i = 0; i < spec.constraints().size(); i++) {
            Constraint c = spec.constraints().get(i);
            all.add(new SpecPart(CONSTRAINT + i, Words.of(c), figures(c), codes(concept(c)), true));
        }
        all.add(
                line(
                        "observations",
                        Understood.words(spec.observations()),
                        !spec.observations().equals(CohortSpec.DEFAULT.observations())));
        for (int i = 0; i < spec.beyond().overwrites().size(); i++) {
            Overwrite o = spec.beyond().overwrites().get(i);
            all.add(line(OVERWRITE + i, Words.of(o), true));
        }
        spec.beyond().own().forEach(o -> all.add(line(OWN + o.id(), OwnWords.of(o), true)));
        spec.beyond().timeline().ifPresent(t -> all.add(line("history", Words.of(t), true)));
        String units = OwnWords.of(spec.beyond().units());
        if (!units.isEmpty()) {
            all.add(line("units", units, true));
        }
        if (!spec.beyond().groups().isEmpty()) {
            all.add(line("groups", Words.of(spec.beyond().groups()), true));
        }
        if (spec.beyond().names()) {
            all.add(line("names", Understood.NAMES, true));
        }
        if (spec.beyond().gaps()) {
            all.add(line("gaps", Understood.GAPS, true));
        }
        spec.beyond()
                .studies()
                .forEach(s -> all.add(line(STUDY + s.kind(), StudyWords.of(s), true)));
        all.add(line("population", "population " + spec.population(), false));
        all.add(
                new SpecPart(
                        "seed",
                        "seed " + spec.seed(),
                        List.of(figure("seed", Long.toString(spec.seed()), "")),
                        List.of(),
                        false));
        all.add(line("engine", "engine " + spec.engine(), false));
        all.add(line("formats", "formats " + String.join(", ", spec.formats()), false));
        return all;
    }

    /** Id of what a constraint is about, if that is a concept. */
    private static String concept(Constraint c) {
        if (c instanceof Constraint.Mean m) {
            return m.observation();
        }
        if (c instanceof Constraint.Shift m) {
            return m.observation();
        }
        if (c instanceof Constraint.Share s) {
            return concept(s.criterion());
        }
        return c instanceof Constraint.Require r ? concept(r.criterion()) : "";
    }

    private static String concept(Criterion c) {
        if (c instanceof Criterion.Not n) {
            return concept(n.inner());
        }
        if (c instanceof Criterion.HasCondition h) {
            return h.condition();
        }
        if (c instanceof Criterion.ObservationWithin w) {
            return w.observation();
        }
        return c instanceof Criterion.TakesMedication m ? m.medication() : "";
    }

    private static List<SpecPart.Code> codes(String concept) {
        return Catalogue.bundled().find(concept).stream()
                .flatMap(c -> c.codings().stream())
                .filter(Coding::verified)
                .map(c -> new SpecPart.Code(c.system().title(), c.code(), c.display()))
                .toList();
    }

    private static SpecPart line(String id, String text, boolean removable) {
        return new SpecPart(id, text, List.of(), List.of(), removable);
    }

    private static SpecPart.Figure figure(String name, String value, String unit) {
        return new SpecPart.Figure(name, value, unit);
    }

    private static List<SpecPart.Figure> figures(Constraint c) {
        if (c instanceof Constraint.Share s) {
            return List.of(figure("percent", text(s.percent()), "%"));
        }
        if (c instanceof Constraint.Mean m) {
            return List.of(figure("mean", text(m.value()), ""));
        }
        if (c instanceof Constraint.Correlation r) {
            return List.of(figure("correlation", text(r.value()), ""));
        }
        if (c instanceof Constraint.Require r && r.criterion() instanceof Criterion.AgeBetween a) {
            return List.of(
                    figure("from", Integer.toString(a.minYears()), "a"),
                    figure(
                            "to",
                            a.maxYears() >= OLDEST ? "" : Integer.toString(a.maxYears()),
                            "a"));
        }
        if (c instanceof Constraint.Require r
                && r.criterion() instanceof Criterion.ObservationWithin w) {
            return List.of(
                    figure("from", text(w.range().low()), w.range().unit()),
                    figure("to", text(w.range().high()), w.range().unit()));
        }
        return List.of();
    }

    private static String text(double value) {
        return Double.isInfinite(value)
                ? ""
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** How two specifications differ, a line each: "+" is asked in the second alone. */
    public static List<String> difference(CohortSpec before, CohortSpec after) {
        return Difference.lines(before, after);
    }

    /**
     * The same without one line.
     *
     * @throws RequestException if there is no such line, or it cannot be left out
     */
    public static CohortSpec without(CohortSpec spec, String id) {
        part(spec, id, SpecPart::removable);
        if (id.startsWith(CONSTRAINT)) {
            List<Constraint> rest = new ArrayList<>(spec.constraints());
            rest.remove(number(id, CONSTRAINT));
            return spec.withConstraints(rest);
        }
        if (id.startsWith(OVERWRITE)) {
            List<Overwrite> rest = new ArrayList<>(spec.beyond().overwrites());
            rest.remove(number(id, OVERWRITE));
            return spec.withBeyond(spec.beyond().with(rest));
        }
        if (id.startsWith(OWN)) {
            String own = id.substring(OWN.length());
            return Amendment.of(spec, List.of(new Edit.Forget(own)));
        }
        if (id.startsWith(STUDY)) {
            return spec.withBeyond(spec.beyond().withoutStudy(id.substring(STUDY.length())));
        }
        return switch (id) {
            case "condition" -> spec.withCondition(Optional.empty());
            case "observations" -> spec.withObservations(CohortSpec.DEFAULT.observations());
            case "history" -> spec.withBeyond(spec.beyond().withoutTimeline());
            case "names" -> spec.withBeyond(spec.beyond().withNames(false));
            case "gaps" -> spec.withBeyond(spec.beyond().withGaps(false));
            case "units" -> spec.withBeyond(spec.beyond().with(Units.CANONICAL));
            default -> spec.withBeyond(spec.beyond().with(Groups.NONE));
        };
    }

    /**
     * The same with other numbers in one line.
     *
     * @param values by the names of the line's figures; those not named stay
     * @throws RequestException if there is no such line, or a value is none that can stand there
     */
    public static CohortSpec with(CohortSpec spec, String id, Map<String, String> values) {
        SpecPart part = part(spec, id, p -> !p.figures().isEmpty());
        List<String> names = part.figures().stream().map(SpecPart.Figure::name).toList();
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw problem(
                        "spec.part.figure",
                        name,
                        "\"" + part.text() + "\" has no such number",
                        String.join(", ", names));
            }
        }
        try {
            return changed(spec, part, values);
        } catch (IllegalArgumentException e) { // not a number, or one that cannot be
            throw problem(
                    "spec.part.value",
                    String.join(" ", values.values()),
                    "this cannot stand in \"" + part.text() + "\"",
                    "a number, the lower one first");
        }
    }

    private static CohortSpec changed(CohortSpec spec, SpecPart part, Map<String, String> values) {
        if (part.id().equals("count")) {
            return spec.withCount(Long.parseLong(value(part, "count", values)));
        }
        if (part.id().equals("seed")) {
            return spec.withSeed(Long.parseLong(value(part, "seed", values)));
        }
        int at = number(part.id(), CONSTRAINT);
        List<Constraint> all = new ArrayList<>(spec.constraints());
        all.set(at, changed(all.get(at), part, values));
        return spec.withConstraints(all);
    }

    private static Constraint changed(Constraint c, SpecPart part, Map<String, String> values) {
        if (c instanceof Constraint.Share s) {
            return new Constraint.Share(
                    s.criterion(), Double.parseDouble(value(part, "percent", values)));
        }
        if (c instanceof Constraint.Mean m) {
            return new Constraint.Mean(
                    m.observation(), Double.parseDouble(value(part, "mean", values)));
        }
        if (c instanceof Constraint.Correlation r) {
            return new Constraint.Correlation(
                    r.first(), r.second(), Double.parseDouble(value(part, "correlation", values)));
        }
        String from = value(part, "from", values);
        String to = value(part, "to", values);
        Criterion criterion = ((Constraint.Require) c).criterion();
        if (criterion instanceof Criterion.AgeBetween) {
            return new Constraint.Require(
                    new Criterion.AgeBetween(
                            from.isBlank() ? 0 : Integer.parseInt(from),
                            to.isBlank() ? OLDEST : Integer.parseInt(to)));
        }
        var w = (Criterion.ObservationWithin) criterion;
        return new Constraint.Require(
                new Criterion.ObservationWithin(
                        w.observation(),
                        new QuantityRange(
                                from.isBlank()
                                        ? Double.NEGATIVE_INFINITY
                                        : Double.parseDouble(from),
                                to.isBlank() ? Double.POSITIVE_INFINITY : Double.parseDouble(to),
                                w.range().unit())));
    }

    private static String value(SpecPart part, String name, Map<String, String> values) {
        String old =
                part.figures().stream()
                        .filter(f -> f.name().equals(name))
                        .map(SpecPart.Figure::value)
                        .findFirst()
                        .orElse("");
        return values.getOrDefault(name, old).strip();
    }

    private static SpecPart part(CohortSpec spec, String id, Predicate<SpecPart> can) {
        return of(spec).stream()
                .filter(p -> p.id().equals(id) && can.test(p))
                .findFirst()
                .orElseThrow(
                        () ->
                                problem(
                                        "spec.part.absent",
                                        id,
                                        "there is no such line, or it cannot be changed so",
                                        "the ids that the specification's lines have now"));
    }

    private static int number(String id, String kind) {
        return Integer.parseInt(id.substring(kind.length()));
    }

    private static RequestException problem(
            String code, String where, String message, String suggestion) {
        return new RequestException(List.of(new Problem(code, where, message, suggestion)));
    }
}
