package org.anamnesis.spec;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Concept.Kind;
import org.anamnesis.code.OrderedProcedure;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.problem.Problem;

/** Whether every name, level and limit of a specification is known and possible. */
final class NameCheck implements Criterion.Cases<Void> {
    private final List<Problem> problems;
    private final Catalogue catalogue = Catalogue.bundled();
    private final Measurands measurands = Measurands.bundled();

    NameCheck(List<Problem> problems) {
        this.problems = problems;
    }

    void check(CohortSpec spec) {
        spec.condition().ifPresent(c -> concept(c, "condition", Kind.CONDITION));
        population(spec);
        one("spec.engine.unknown", spec.engine(), Known.ENGINES, "engine");
        spec.formats().stream()
                .forEach(f -> one("spec.format.unknown", f, Known.FORMATS, "format"));
        if (spec.formats().isEmpty()) {
            add("spec.format.none", "formats", "No file format is given.", "csv");
        }
        ObservationChoice o = spec.observations();
        o.named().forEach(this::observed);
        o.dropped().forEach(this::observed);
        for (String both : o.named().stream().filter(o.dropped()::contains).toList()) {
            add(
                    "spec.observation.both",
                    both,
                    "The observation is both asked for and left out.",
                    "one of the two");
        }
        if (o.count() == 0 && o.named().isEmpty()) {
            add(
                    "spec.observation.none",
                    "observations",
                    "No observation is asked for.",
                    "20 observations");
        }
        spec.constraints().forEach(this::constraint);
        for (Overwrite w : spec.beyond().overwrites()) {
            boolean age = w.observation().equals("age") && Overwrite.ofAge(w);
            if (w instanceof Overwrite.SetValue v) {
                limit(v.observation(), v.value(), v.value());
            } else if (!age
                    && !(w instanceof Overwrite.Missing each && each.ofEach())
                    && spec.beyond().own(w.observation()).isEmpty()) {
                observed(w.observation());
            }
            if (w instanceof Overwrite.Missing m) {
                m.more().ifPresent(c -> c.match(this));
            }
        }
        spec.beyond().timeline().ifPresent(this::rhythms);
        new OwnCheck(problems).check(spec.beyond());
        for (StudyOrder order : spec.beyond().studies()) {
            order.among().forEach(c -> c.match(this));
            new StudyCheck(problems).check(order);
            new StudyDiagnosisCheck(spec, problems).check(order);
        }
    }

    private void rhythms(Timeline asked) {
        asked.measured().keySet().forEach(this::ordered);
        asked.phases().stream()
                .map(Phase::of)
                .filter(of -> !of.equals(Phase.VISITS))
                .forEach(this::ordered);
    }

    /** An observation or a procedure. */
    private void ordered(String id) {
        if (OrderedProcedure.find(id).isEmpty()) {
            observed(id);
        }
    }

    private void constraint(Constraint asked) {
        asked.match(
                new Constraint.Cases<Void>() {
                    @Override
                    public Void require(Constraint.Require r) {
                        return r.criterion().match(NameCheck.this);
                    }

                    @Override
                    public Void share(Constraint.Share s) {
                        return s.criterion().match(NameCheck.this);
                    }

                    @Override
                    public Void mean(Constraint.Mean m) {
                        if (!m.observation().equals("age")) {
                            limit(m.observation(), m.value(), m.value());
                        } else if (m.value() < 0 || m.value() > 120) {
                            add(
                                    "spec.limit.implausible",
                                    "mean age " + m.value(),
                                    "A mean age lies between 0 and 120 years.",
                                    "55");
                        }
                        return null;
                    }

                    @Override
                    public Void correlation(Constraint.Correlation c) {
                        observed(c.first());
                        observed(c.second());
                        if (c.first().equals(c.second())) {
                            add(
                                    "spec.correlation.self",
                                    c.first(),
                                    "An observation always correlates with itself by 1.",
                                    "two different observations");
                        }
                        return null;
                    }

                    @Override
                    public Void shift(Constraint.Shift s) {
                        if (!s.observation().equals("age")) {
                            observed(s.observation());
                        }
                        return null;
                    }
                });
    }

    private void population(CohortSpec spec) {
        if (!Populations.known(spec.population())) {
            add(
                    "spec.population.unknown",
                    spec.population(),
                    "There is no country of this code.",
                    "US, or another country's ISO code for which US figures are borrowed, such as DE");
        } else if (Populations.borrowed(spec) && Regions.in(spec)) {
            add(
                    "spec.region.abroad",
                    "region, " + Populations.name(spec.population()),
                    "Census regions are those of the United States.",
                    "the US population, or no region");
        }
    }

    private void one(String code, String value, List<String> known, String what) {
        if (!known.contains(value)) {
            add(
                    code,
                    value,
                    "There is no " + what + " of this name.",
                    "one of " + String.join(", ", known));
        }
    }

    private void concept(String id, String what, Kind... kinds) {
        Optional<Concept> found = catalogue.find(id);
        if (found.isEmpty() || !List.of(kinds).contains(found.get().kind())) {
            add(
                    "spec." + what + ".unknown",
                    id,
                    "There is no " + what + " of this id.",
                    "an id of the catalogue, for example "
                            + catalogue.concepts(kinds[0]).get(0).id());
        }
    }

    private void observed(String id) {
        if (measurands.find(id).isEmpty()) {
            add(
                    "spec.observation.unknown",
                    id,
                    "There is no observation of this id.",
                    "an id of the catalogue, for example hba1c");
        }
    }

    private void limit(String id, double low, double high) {
        if (id.equals(Known.DURATION)) {
            return;
        }
        Optional<Measurand> m = measurands.find(id);
        if (m.isEmpty()) {
            observed(id);
            return;
        }
        Optional<QuantityRange> plausible = m.get().plausible();
        if (plausible.isEmpty()) {
            add(
                    "spec.limit.none",
                    id,
                    "This observation is an answer, not a number.",
                    "another observation");
            return;
        }
        boolean below = Double.isFinite(low) && !plausible.get().contains(low);
        boolean above = Double.isFinite(high) && !plausible.get().contains(high);
        if (below || above) {
            String limits =
                    "%s to %s %s"
                            .formatted(
                                    plausible.get().low(), plausible.get().high(), m.get().unit());
            add(
                    "spec.limit.implausible",
                    id + " " + (below ? low : high),
                    m.get().name() + " of a patient lies within " + limits + ".",
                    "a value within " + limits);
        }
    }

    @Override
    public Void age(Criterion.AgeBetween asked) {
        if (asked.minYears() > 120) {
            add(
                    "spec.limit.implausible",
                    "age " + asked.minYears(),
                    "Ages end at 120 years.",
                    "aged 40 to 65");
        }
        return null;
    }

    @Override
    public Void category(Criterion.CategoryIn asked) {
        List<String> levels = Known.LEVELS.get(asked.variable());
        if (levels == null) {
            one(
                    "spec.variable.unknown",
                    asked.variable(),
                    Known.LEVELS.keySet().stream().sorted().toList(),
                    "category");
        } else {
            asked.levels()
                    .forEach(
                            l ->
                                    one(
                                            "spec.level.unknown",
                                            l,
                                            levels,
                                            "level of " + asked.variable()));
        }
        return null;
    }

    @Override
    public Void condition(Criterion.HasCondition asked) {
        concept(asked.condition(), "condition", Kind.CONDITION);
        asked.stage()
                .ifPresent(
                        s -> {
                            boolean ckd = asked.condition().equals("chronic-kidney-disease");
                            if (!ckd || !Known.CKD_STAGES.contains(s)) {
                                add(
                                        "spec.stage.unknown",
                                        asked.condition() + " stage " + s,
                                        "This stage is not known.",
                                        ckd
                                                ? "stages 1 to 5, 3a or 3b"
                                                : asked.condition().equals("hypertension")
                                                        ? "\"stage 2\", or limits such as \"systolic 130 to 139\""
                                                        : "the condition without a stage; stages are those of chronic kidney disease");
                            }
                        });
        return null;
    }

    @Override
    public Void observation(Criterion.ObservationWithin asked) {
        measurands
                .find(asked.observation())
                .filter(m -> !m.unit().equals(asked.range().unit()))
                .ifPresent(
                        m ->
                                add(
                                        "spec.unit.unknown",
                                        asked.observation() + " in " + asked.range().unit(),
                                        "Limits of a specification are in the canonical unit.",
                                        m.unit()));
        limit(asked.observation(), asked.range().low(), asked.range().high());
        return null;
    }

    @Override
    public Void medication(Criterion.TakesMedication asked) {
        concept(asked.medication(), "medication", Kind.INGREDIENT, Kind.DRUG_CLASS);
        return null;
    }

    @Override
    public Void not(Criterion.Not asked) {
        boolean recorded =
                asked.inner() instanceof Criterion.HasCondition h
                        && h.stage().isEmpty()
                        && RecordOnly.find(h.condition()).isPresent();
        if (recorded) { // nobody can be chosen for it, but everybody can be spared it
            return null;
        }
        return asked.inner().match(this);
    }

    @Override
    public Void atLeast(Criterion.AtLeast asked) {
        asked.of().forEach(c -> c.match(this));
        return null;
    }

    private void add(String code, String where, String message, String suggestion) {
        problems.add(new Problem(code, where, message, suggestion));
    }
}
