package org.anamnesis.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * People who exist and whom the survey did not meet: men with breast cancer. Whoever asks for them
 * is told so, and so is whoever asks for the condition and would take its absence for a fact.
 */
final class Unseen {
    private static final String CONDITION = "breast-cancer";

    /** American Cancer Society, Cancer Facts and Figures 2024: 2,790 men and 310,720 women. */
    private static final String HOW_MANY =
            "1 in 100 new cases is a man's (2,790 of 313,510 expected in the US in 2024, American Cancer Society)";

    private static final String REMARK =
            "no survey tells of men with breast cancer: whoever has it here is a woman, though "
                    + HOW_MANY;

    private static final String NOBODY =
            "no man in the survey reports breast cancer, so there is nobody to learn from, though "
                    + HOW_MANY;

    private static final String INSTEAD = "women instead, or leave out one of the two";

    private Unseen() {}

    static void look(CohortSpec spec, Remarks remarks) {
        boolean everyone =
                spec.condition().equals(Optional.of(CONDITION))
                        || having(spec).anyMatch(c -> c instanceof Constraint.Require);
        if (!everyone && having(spec).findFirst().isEmpty()) {
            return;
        }
        // where some have it, the others may be men
        Optional<Constraint> men =
                spec.constraints().stream()
                        .filter(c -> everyone ? wantsMen(c) : allOf(c, "male"))
                        .findFirst();
        if (men.isPresent()) {
            String where = words(spec) + Selection.AND + Words.of(men.get());
            remarks.problems().add(new Problem("plan.nobody.one", where, NOBODY, INSTEAD));
        } else if (spec.constraints().stream().noneMatch(c -> allOf(c, "female"))) {
            remarks.explain(REMARK);
        }
    }

    /** What asks for the condition, of all or of some, beside the cohort's own. */
    private static Stream<Constraint> having(CohortSpec spec) {
        return spec.constraints().stream()
                .filter(
                        c ->
                                criterion(c) instanceof Criterion.HasCondition h
                                        && h.condition().equals(CONDITION));
    }

    /** In the words by which the same wish is told elsewhere. */
    private static String words(CohortSpec spec) {
        return having(spec).findFirst().map(Words::of).orElse(Words.name(CONDITION));
    }

    private static Object criterion(Constraint c) {
        return c instanceof Constraint.Require r
                ? r.criterion()
                : c instanceof Constraint.Share s ? s.criterion() : c;
    }

    private static boolean wantsMen(Constraint c) {
        boolean men =
                c instanceof Constraint.Share s
                        && s.percent() > 0
                        && sex(s.criterion()).equals(List.of("male"));
        boolean notAllWomen =
                c instanceof Constraint.Share s
                        && s.percent() < 100
                        && sex(s.criterion()).equals(List.of("female"));
        return allOf(c, "male") || men || notAllWomen;
    }

    private static boolean allOf(Constraint c, String sex) {
        List<String> only = List.of(sex);
        return (c instanceof Constraint.Require r && sex(r.criterion()).equals(only))
                || (c instanceof Constraint.Share s
                        && s.percent() == 100
                        && sex(s.criterion()).equals(only));
    }

    private static List<String> sex(Criterion criterion) {
        if (criterion instanceof Criterion.CategoryIn c && c.variable().equals("sex")) {
            return c.levels();
        }
        if (criterion instanceof Criterion.Not n) {
            List<String> excluded = sex(n.inner());
            return excluded.size() == 1
                    ? List.of(excluded.get(0).equals("male") ? "female" : "male")
                    : List.of();
        }
        return List.of();
    }
}
