package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.UnitNames;
import org.anamnesis.plan.PlannedField.Origin;
import org.anamnesis.plan.PlannedField.Role;
import org.anamnesis.population.QuantileFunction;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.ObservationChoice;
import org.anamnesis.spec.Own;

/**
 * Variables and conditions with the user's own numbers. What no people of ours have becomes a
 * column of its own, independent of the others or tied to one of them; of an observation that
 * people have, ranks and dependence stay theirs and the values become the user's.
 */
final class OwnColumns {
    private static final List<String> NO_YES = List.of("no", "yes");

    /** Ranks at which a distribution stands for the people that it describes. */
    private static final int GRID = 2000;

    private final ReferencePopulation people;
    private final Remarks remarks;
    private final List<Own> free = new ArrayList<>();
    private final List<Own.Quantity> known = new ArrayList<>();
    private final Map<String, OwnValues> values = new HashMap<>();
    private final Map<String, QuantileFunction> functions = new HashMap<>();

    OwnColumns(List<Own> own, ReferencePopulation people, Remarks remarks) {
        this.people = people;
        this.remarks = remarks;
        for (Own o : own) {
            if (o instanceof Own.Quantity n) {
                OwnValues v = new OwnValues(n);
                values.put(n.id(), v);
                v.values(remarks).ifPresent(q -> functions.put(n.id(), q));
                if (people.has(n.id())) {
                    known.add(n);
                    continue;
                }
            }
            free.add(o);
        }
    }

    /** Observations that people have are wanted in the file, and those that they go with. */
    ObservationChoice choice(ObservationChoice asked) {
        List<String> named = new ArrayList<>(asked.named());
        int before = named.size();
        named.removeIf(id -> free.stream().anyMatch(o -> o.id().equals(id)));
        int gone = before - named.size();
        known.forEach(n -> add(named, n.id(), asked));
        for (Own o : free) {
            if (o instanceof Own.Quantity n && n.link().isPresent()) {
                String with = n.link().get().with();
                boolean own = free.stream().anyMatch(f -> f.id().equals(with));
                if (!own && !with.equals("age")) {
                    add(named, with, asked);
                }
            }
        }
        List<String> dropped = new ArrayList<>(asked.dropped());
        free.forEach(o -> add(dropped, o.id(), asked));
        return new ObservationChoice(Math.max(0, asked.count() - gone), named, dropped);
    }

    private static void add(List<String> all, String id, ObservationChoice asked) {
        if (!all.contains(id) && !asked.dropped().contains(id)) {
            all.add(id);
        }
    }

    /** Published shapes give way to the user's. */
    void replace(PublishedShapes shapes) {
        for (Own.Quantity n : known) {
            if (shapes.has(n.id()) && functions.containsKey(n.id())) {
                shapes.state(n.id(), functions.get(n.id()));
            }
        }
    }

    /** The means of what people have are met by weighting, so that other values follow. */
    List<Constraint> means(PublishedShapes shapes) {
        List<Constraint> all = new ArrayList<>();
        for (Own.Quantity n : known) {
            if (!shapes.has(n.id()) && n.figures().mean().isPresent()) {
                all.add(new Constraint.Mean(n.id(), n.figures().mean().getAsDouble()));
            }
        }
        return all;
    }

    /** Changes that give the values of people the user's distribution. */
    List<PlannedOverwrite> overwrites(PublishedShapes shapes, StartWeights start) {
        List<PlannedOverwrite> all = new ArrayList<>();
        for (Own.Quantity n : known) {
            if (!shapes.has(n.id()) && functions.containsKey(n.id())) {
                Reshaping.by(n.id(), OwnWords.of(n), functions.get(n.id()), people, start, remarks)
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    /** Whose provenance says that the user stated them. */
    List<PlannedField> said(List<PlannedField> fields) {
        List<PlannedField> all = new ArrayList<>(fields);
        for (Own.Quantity n : known) {
            all.replaceAll(
                    f ->
                            f.role() == Role.OBSERVATION && f.id().equals(n.id())
                                    ? f.withProvenance(
                                            stated(
                                                    OwnWords.figures(n)
                                                            + "; ranks and dependence are those of US adults, NHANES",
                                                    values.get(n.id()).assumed()))
                                    : f);
        }
        return all;
    }

    /** A column for each that no people have. */
    List<PlannedField> fields() {
        List<PlannedField> all = new ArrayList<>();
        for (Own o : free) {
            all.add(o instanceof Own.Quantity n ? number(n) : flag((Own.Flag) o));
        }
        return all;
    }

    private PlannedField number(Own.Quantity n) {
        Optional<Measurand> m = Measurands.bundled().find(n.id());
        String unit = UnitNames.part(n.unit());
        boolean said = unit.isEmpty() || n.id().endsWith("_" + unit);
        String name = m.map(Measurand::column).orElse(said ? n.id() : n.id() + "_" + unit);
        String tied =
                n.link()
                        .map(
                                l ->
                                        "; beyond the stated rank correlation with %s independent of the other columns"
                                                .formatted(Words.name(l.with())))
                        .orElse("; independent of the other columns");
        remarks.explain(OwnWords.of(n) + tied);
        return new PlannedField(
                Origin.OWN,
                n.id(),
                name,
                n.id(),
                label(m.map(Measurand::name).orElse(n.name())),
                Role.OBSERVATION,
                n.unit(),
                values.get(n.id()).decimals(),
                List.of(),
                Catalogue.bundled().find(n.id()),
                true,
                stated(OwnWords.figures(n) + tied, values.get(n.id()).assumed()));
    }

    private PlannedField flag(Own.Flag f) {
        remarks.explain(OwnWords.of(f) + "; independent of the other columns");
        return new PlannedField(
                Origin.OWN,
                f.id(),
                f.condition() ? "has_" + f.id().replace('-', '_') : f.id(),
                f.id(),
                label(f.name()),
                f.condition() ? Role.CONDITION : Role.OBSERVATION,
                "",
                0,
                NO_YES,
                Optional.<Concept>empty(),
                true,
                stated(
                        Shares.number(f.percent())
                                + " % of the patients; independent of the other columns",
                        ""));
    }

    private static String label(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1)
                + " ("
                + OwnWords.STATED
                + ")";
    }

    private static Provenance stated(String how, String assumed) {
        Provenance made = Provenance.asked(OwnWords.STATED + ": " + how);
        return assumed.isEmpty() ? made : made.withAssumed(assumed);
    }

    /** How each is made; a link is to a field that stands before it. */
    List<PlannedOwn> planned(
            List<PlannedField> fields, PublishedShapes shapes, StartWeights start) {
        List<PlannedOwn> all = new ArrayList<>();
        for (Own o : free) {
            if (o instanceof Own.Flag f) {
                all.add(new PlannedOwn(f.id(), u -> u, f.percent(), true, Optional.empty()));
            } else if (functions.containsKey(o.id())) {
                Own.Quantity n = (Own.Quantity) o;
                Optional<PlannedOwn.Linked> link =
                        n.link().flatMap(l -> linked(n, l, fields, shapes, start));
                all.add(new PlannedOwn(n.id(), functions.get(n.id()), 0, false, link));
            }
        }
        return all;
    }

    private Optional<PlannedOwn.Linked> linked(
            Own.Quantity n,
            Own.Link link,
            List<PlannedField> fields,
            PublishedShapes shapes,
            StartWeights start) {
        String with = link.with();
        boolean there =
                fields.stream().anyMatch(f -> f.id().equals(with) && f.role() != Role.CONDITION);
        QuantileFunction shape = shapes.has(with) ? shapes.all().get(with) : functions.get(with);
        boolean drawn = people.has(with) && !shapes.has(with);
        if (!there || (!drawn && shape == null)) {
            remarks.problems()
                    .add(
                            new Problem(
                                    "plan.own.link",
                                    n.name() + " with " + Words.name(with),
                                    "the other variable is not in this cohort",
                                    "a correlation with an observation of the cohort"));
            return Optional.empty();
        }
        // Pearson's r of normal scores for Spearman's rho: Pearson 1907, r = 2 sin(pi rho / 6)
        double r = 2 * Math.sin(Math.PI * link.value() / 6);
        return Optional.of(
                new PlannedOwn.Linked(with, r, drawn ? sample(with, start) : sample(shape)));
    }

    private PlannedOwn.Sample sample(String column, StartWeights start) {
        double[] all = people.column(column);
        double[] some = Arrays.stream(start.rows()).mapToDouble(i -> all[i]).toArray();
        return new PlannedOwn.Sample(some, start.weights());
    }

    private static PlannedOwn.Sample sample(QuantileFunction shape) {
        double[] some = new double[GRID];
        double[] ones = new double[GRID];
        Arrays.setAll(some, i -> shape.at((i + 0.5) / GRID));
        Arrays.fill(ones, 1);
        return new PlannedOwn.Sample(some, ones);
    }
}
