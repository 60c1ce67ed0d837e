package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.interpret.Language;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.plan.Words;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.ObservationChoice;

/**
 * Edits, constraints and criteria in words of one language, as {@link Understood} has them in
 * English. A kind that is new here is said in English rather than not at all.
 */
final class Spoken {
    private final Tongue tongue;

    Spoken(Language language) {
        this.tongue = Tongue.of(language);
    }

    String words(Edit edit) {
        if (edit instanceof Edit.SetCount e) {
            return tongue.say("count", e.count());
        }
        if (edit instanceof Edit.SetCondition e) {
            return e.condition().equals("general-population")
                    ? tongue.say("everyone")
                    : tongue.say("condition", tongue.name(e.condition()));
        }
        if (edit instanceof Edit.SetPopulation e) {
            return tongue.say("population", e.population());
        }
        if (edit instanceof Edit.AddConstraint e) {
            return words(e.constraint());
        }
        if (edit instanceof Edit.SetObservations e) {
            return words(e.observations());
        }
        if (edit instanceof Edit.SetSeed e) {
            return tongue.say("seed", String.valueOf(e.seed()));
        }
        if (edit instanceof Edit.SetEngine e) {
            return tongue.say("engine", e.engine());
        }
        return edit instanceof Edit.SetFormats e
                ? tongue.say("formats", String.join(", ", e.formats()))
                : Understood.words(edit);
    }

    String words(Constraint constraint) {
        if (constraint instanceof Constraint.Require r) {
            return words(r.criterion());
        }
        if (constraint instanceof Constraint.Share s) {
            return tongue.say("share", s.percent(), words(s.criterion()));
        }
        return constraint instanceof Constraint.Mean m
                ? tongue.say("mean", tongue.name(m.observation()), m.value())
                : Words.of(constraint);
    }

    String words(Criterion criterion) {
        if (criterion instanceof Criterion.AgeBetween a) {
            return a.maxYears() >= 120
                    ? tongue.say("age.from", a.minYears())
                    : a.minYears() == 0
                            ? tongue.say("age.to", a.maxYears())
                            : tongue.say("age.range", a.minYears(), a.maxYears());
        }
        if (criterion instanceof Criterion.CategoryIn c) {
            return category(c);
        }
        if (criterion instanceof Criterion.HasCondition h) {
            return condition(h);
        }
        if (criterion instanceof Criterion.ObservationWithin o) {
            return limit(o);
        }
        if (criterion instanceof Criterion.TakesMedication t) {
            return tongue.say("medication", tongue.name(t.medication()));
        }
        return criterion instanceof Criterion.Not n
                ? tongue.say("not", words(n.inner()))
                : Words.of(criterion);
    }

    private String category(Criterion.CategoryIn asked) {
        Optional<String> levels =
                asked.levels().stream()
                        .map(l -> known("level." + l, l))
                        .reduce((a, b) -> tongue.say("or", a, b));
        String variable = asked.variable();
        String name = known("variable." + variable, variable.replace('_', ' '));
        return tongue.say("category", name, levels.orElse(""));
    }

    private String known(String key, String otherwise) {
        return tongue.knows(key) ? tongue.say(key) : otherwise;
    }

    private String condition(Criterion.HasCondition asked) {
        String name = tongue.name(asked.condition());
        boolean english = tongue.language() == Language.EN;
        String written = english ? name.toLowerCase(Locale.ROOT) : name;
        return asked.stage().map(s -> tongue.say("stage", written, s)).orElse(written);
    }

    private String limit(Criterion.ObservationWithin asked) {
        QuantityRange r = asked.range();
        String unit = r.unit().isEmpty() ? "" : " " + r.unit();
        String name = tongue.name(asked.observation());
        if (Double.isInfinite(r.low())) {
            return tongue.say("limit.most", name, tongue.number(r.high()) + unit);
        }
        return Double.isInfinite(r.high())
                ? tongue.say("limit.least", name, tongue.number(r.low()) + unit)
                : tongue.say("limit.range", name, r.low(), tongue.number(r.high()) + unit);
    }

    private String words(ObservationChoice asked) {
        List<String> parts = new ArrayList<>();
        if (asked.count() > asked.named().size()) {
            boolean beside = !asked.named().isEmpty();
            parts.add(tongue.say(beside ? "observations.beside" : "observations", asked.count()));
        }
        asked.named().forEach(id -> parts.add(tongue.name(id)));
        asked.dropped().forEach(id -> parts.add(tongue.say("observation.not", tongue.name(id))));
        return String.join(", ", parts);
    }
}
