package org.anamnesis.interpret;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.ObservationChoice;
import org.anamnesis.spec.SpecCheck;

/** Readings as one readable line, for expectations in files. */
final class Notation {
    private Notation() {}

    /**
     * Edits in the order of the words, then ~ and the ignored words; or ! and the problem codes of
     * reader or {@link SpecCheck}.
     */
    static String of(Reading reading) {
        if (reading instanceof Reading.Question) {
            return "?";
        }
        if (reading instanceof Reading.NotUnderstood n) {
            return codes(n.problems());
        }
        Reading.Understood u = (Reading.Understood) reading;
        CohortSpec spec = CohortSpec.DEFAULT;
        for (Reading.Quoted q : u.edits()) {
            spec = q.edit().apply(spec);
        }
        List<Problem> impossible = SpecCheck.problems(spec);
        if (!impossible.isEmpty()) {
            return codes(impossible);
        }
        String edits = u.edits().stream().map(q -> of(q.edit())).collect(joining("; "));
        String ignored = u.ignored().stream().map(w -> " ~" + w).collect(joining());
        return edits + ignored;
    }

    private static String codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).map(c -> "!" + c).collect(joining("; "));
    }

    static String of(Edit edit) {
        if (edit instanceof Edit.SetCount e) {
            return "count " + e.count();
        } else if (edit instanceof Edit.SetCondition e) {
            return e.condition();
        } else if (edit instanceof Edit.SetPopulation e) {
            return e.population();
        } else if (edit instanceof Edit.SetSeed e) {
            return "seed " + e.seed();
        } else if (edit instanceof Edit.SetEngine e) {
            return "engine " + e.engine();
        } else if (edit instanceof Edit.SetFormats e) {
            return "formats " + String.join(",", e.formats());
        } else if (edit instanceof Edit.SetObservations e) {
            return of(e.observations());
        }
        if (edit instanceof Edit.NamePatients e) {
            return e.named() ? "names" : "no names";
        }
        if (edit instanceof Edit.GapsAsInPractice e) {
            return e.asked() ? "gaps" : "no gaps";
        }
        if (edit instanceof Edit.SetIndexDate e) {
            return "index date " + e.day();
        }
        if (edit instanceof Edit.SetTimeline e) {
            return "timeline "
                    + number(e.years())
                    + " years "
                    + number(e.visitsPerYear())
                    + " visits";
        }
        return edit instanceof Edit.AddConstraint a ? of(a.constraint()) : edit.toString();
    }

    private static String of(ObservationChoice o) {
        String named = o.named().stream().map(n -> " +" + n).collect(joining());
        String dropped = o.dropped().stream().map(n -> " -" + n).collect(joining());
        return "obs " + o.count() + named + dropped;
    }

    private static String of(Constraint constraint) {
        if (constraint instanceof Constraint.Require r) {
            return of(r.criterion());
        } else if (constraint instanceof Constraint.Share s) {
            return number(Math.round(s.percent() * 100) / 100.0) + "% " + of(s.criterion());
        }
        if (!(constraint instanceof Constraint.Mean m)) {
            return constraint.toString();
        }
        return "mean " + m.observation() + " " + number(m.value());
    }

    static String of(Criterion criterion) {
        if (criterion instanceof Criterion.AgeBetween a) {
            return "age " + a.minYears() + ".." + (a.maxYears() == 120 ? "" : a.maxYears());
        } else if (criterion instanceof Criterion.CategoryIn c) {
            return c.variable() + "=" + String.join("|", c.levels());
        } else if (criterion instanceof Criterion.HasCondition h) {
            return "has " + h.condition() + h.stage().map(s -> ":" + s).orElse("");
        } else if (criterion instanceof Criterion.TakesMedication t) {
            return "takes " + t.medication();
        } else if (criterion instanceof Criterion.Not n) {
            return "not(" + of(n.inner()) + ")";
        } else if (criterion instanceof Criterion.AtLeast some) {
            return some.count()
                    + " of("
                    + some.of().stream().map(Notation::of).collect(joining(", "))
                    + ")";
        }
        Criterion.ObservationWithin o = (Criterion.ObservationWithin) criterion;
        return o.observation() + " " + number(o.range().low()) + ".." + number(o.range().high());
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return "";
        }
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
