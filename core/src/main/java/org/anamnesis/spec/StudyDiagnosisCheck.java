package org.anamnesis.spec;

import java.util.List;
import java.util.OptionalDouble;
import org.anamnesis.code.Concept;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.problem.Problem;

/**
 * Whether as many may have a diagnosis as studies are to show it: 40 % of the EEGs with an absence
 * seizure leave no room for 10 % of the patients with epilepsy.
 */
final class StudyDiagnosisCheck {
    /** Half a percent is rounding. */
    private static final double ROUNDING = 0.5;

    private final CohortSpec spec;
    private final List<Problem> problems;

    StudyDiagnosisCheck(CohortSpec spec, List<Problem> problems) {
        this.spec = spec;
        this.problems = problems;
    }

    void check(StudyOrder order) {
        for (StudyOrder.Shown shown : order.findings()) {
            StudyKinds.find(order.kind())
                    .flatMap(k -> k.finding(shown.finding()))
                    .ifPresent(f -> check(order, shown, f));
        }
    }

    private void check(StudyOrder order, StudyOrder.Shown shown, StudyKind.Shown finding) {
        boolean everyone = order.among().isEmpty() && order.percent() >= 100;
        finding.diagnosed()
                .ifPresent(
                        c ->
                                spec.constraints().stream()
                                        .flatMapToDouble(x -> most(x, c.id()).stream())
                                        .filter(most -> most <= 0 || everyone)
                                        .filter(most -> shown.percent() > most + ROUNDING)
                                        .findFirst()
                                        .ifPresent(most -> fewer(shown, finding, c, most)));
    }

    private void fewer(
            StudyOrder.Shown shown, StudyKind.Shown finding, Concept condition, double most) {
        String share = Phrase.number(shown.percent());
        problems.add(
                new Problem(
                        "spec.study.diagnosis",
                        "%s %% with %s".formatted(share, finding.names().get(0)),
                        "Whoever shows this has the diagnosis %s, and %s of the patients are to have it."
                                .formatted(
                                        condition.name(),
                                        most <= 0 ? "none" : Phrase.number(most) + " %"),
                        "%s in %s %% of the patients, or %s in no more studies"
                                .formatted(condition.name(), share, finding.names().get(0))));
    }

    /** How many percent have a condition, where a constraint says so of all patients. */
    private static OptionalDouble most(Constraint constraint, String condition) {
        if (constraint instanceof Constraint.Share s && is(s.criterion(), condition)) {
            return OptionalDouble.of(s.percent());
        }
        boolean nobody =
                constraint instanceof Constraint.Require r
                        && r.criterion() instanceof Criterion.Not not
                        && is(not.inner(), condition);
        return nobody ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    private static boolean is(Criterion criterion, String condition) {
        return criterion instanceof Criterion.HasCondition h
                && h.stage().isEmpty()
                && h.condition().equals(condition);
    }
}
