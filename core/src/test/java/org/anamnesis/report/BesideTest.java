package org.anamnesis.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.anamnesis.cohort.Field;
import org.anamnesis.evaluate.Cases;
import org.anamnesis.evaluate.Evaluation;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;
import org.junit.jupiter.api.Test;

class BesideTest {
    private static final Groups GROUPS =
            new Groups(
                    List.of(
                            new StudyGroup(
                                    "<b>cases</b>", 50, List.of(new Constraint.Mean("hba1c", 8))),
                            new StudyGroup("controls", 50, List.of())),
                    List.of("hba1c"));

    private static Cases cases(double more) {
        return new Cases()
                .with(
                        Cases.category("group", Field.Role.DEMOGRAPHIC, "<b>cases</b>", "controls"),
                        0,
                        0,
                        1,
                        1)
                .with(
                        Cases.number("hba1c", Field.Role.OBSERVATION, "%", 1),
                        7 + more,
                        8 + more,
                        7 + more,
                        8.5 + more);
    }

    private static String page(CohortSpec spec, Cases cases, Optional<Evaluation> baseline)
            throws IOException {
        Dossier small = Dossiers.small();
        var dossier =
                new Dossier(
                        small.understanding(),
                        small.conditionName(),
                        spec,
                        cases.header(),
                        cases.evaluate(spec),
                        small.condition(),
                        small.sources(),
                        baseline,
                        List.of(),
                        List.of(),
                        "0.0.test");
        StringBuilder out = new StringBuilder();
        HtmlReport.write(dossier, out);
        return out.toString();
    }

    @Test
    void eachGroupHasItsColumnAndWhatIsToBeTheSameIsMarked() throws IOException {
        CohortSpec plain = cases(0).spec();
        CohortSpec spec = plain.withBeyond(plain.beyond().with(GROUPS));
        String page = page(spec, cases(0), Optional.empty());

        assertTrue(page.contains("href=\"#groups\""));
        assertTrue(page.contains("&lt;b&gt;cases&lt;/b&gt;, 50 %: Mean of HBA1C 8"));
        assertTrue(page.contains("7.50 (0.50)") && page.contains("7.75 (0.75)"));
        assertTrue(page.contains("0.39 (asked: the same)")); // 0.25 / sqrt(0.40625)
        assertFalse(page.contains("<b>cases"));
    }

    @Test
    void aVariantIsShownBesideItsBaseline() throws IOException {
        CohortSpec spec = cases(0).spec();
        String page = page(spec, cases(1), Optional.of(cases(0).evaluate(spec)));

        assertTrue(page.contains("href=\"#what-if\""));
        assertTrue(page.contains("href=\"baseline/report.html\""));
        assertTrue(page.contains("+1.00"));
        assertTrue(page.contains("associations, not the effect of a change"));
    }

    @Test
    void aPlainCohortHasNeither() throws IOException {
        String page = page(cases(0).spec(), cases(0), Optional.empty());
        assertFalse(page.contains("id=\"groups\"") || page.contains("id=\"what-if\""));
    }
}
