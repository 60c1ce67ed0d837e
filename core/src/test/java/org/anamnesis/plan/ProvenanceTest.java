package org.anamnesis.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.junit.jupiter.api.Test;

/** What a user reads of a column is right, and in words that mean something to her. */
class ProvenanceTest {
    private static final Evidence EVIDENCE = Evidence.bundled();
    private static final ReferencePopulation ADULTS = ReferencePopulation.bundled(true, false);

    /** Two words joined as columns of the survey's file and survey populations are. */
    private static final Pattern INTERNAL =
            Pattern.compile("[a-z0-9]_[a-z]|\\(recalled|shared/|Mar2020");

    private static final List<String> CURRENT = List.of("takes_glp1_ra", "takes_sglt2_inhibitor");

    private static GenerationPlan plan(String condition) {
        return Planner.plan(
                CohortSpec.DEFAULT.withCondition(Optional.of(condition)), EVIDENCE, ADULTS);
    }

    private static Provenance of(GenerationPlan plan, String column) {
        return plan.fields().stream()
                .filter(f -> f.name().equals(column))
                .findFirst()
                .orElseThrow()
                .provenance();
    }

    @Test
    void noColumnOfAnyConditionSpeaksInInternalNames() {
        for (String condition : EVIDENCE.conditions()) {
            for (PlannedField field : plan(condition).fields()) {
                Provenance made = field.provenance();
                String read = made.how() + "|" + made.population() + "|" + made.assumed();
                String where = condition + ", " + field.name() + ": " + read;
                assertFalse(INTERNAL.matcher(read).find(), where);
                assertFalse(read.contains("learned from moved"), where);
                boolean told = made.asked() || !made.population().isEmpty();
                assertTrue(told && !made.how().isBlank(), where);
                made.sources()
                        .forEach(id -> assertTrue(EVIDENCE.source(id).isPresent(), where + id));
            }
        }
    }

    @Test
    void yearsAreThoseInWhichTheColumnWasAsked() {
        GenerationPlan diabetes = plan("type-2-diabetes");
        String whole = "2011-Mar2020";
        assertEquals(whole, of(diabetes, "hba1c_pct").period());
        assertEquals(whole, of(diabetes, "has_hypertension").period(), "of what it derives from");
        for (String name : List.of("has_asthma", "has_copd", "has_rheumatoid_arthritis")) {
            assertEquals("2017-2018", of(diabetes, name).period(), name);
        }
        for (PlannedField field : diabetes.fields()) {
            if (field.role() == PlannedField.Role.MEDICATION && !CURRENT.contains(field.name())) {
                assertEquals("2011-2014", field.provenance().period(), field.name());
            }
        }
        assertEquals(whole, of(plan("asthma"), "weight_kg").period(), "not that of the condition");
    }

    @Test
    void newerDrugsNameTheFiguresThatMovedThem() {
        for (String name : CURRENT) {
            Provenance made = of(plan("type-2-diabetes"), name);
            assertTrue(made.how().startsWith("published use, moved by facts: "), made.how());
            assertEquals("US adults with type 2 diabetes", made.population());
            assertEquals("2017-2020", made.period());
            assertTrue(
                    made.sources().containsAll(List.of("limonte-2022", "claims-2019", "nhanes")));
        }
    }

    @Test
    void anIngredientIsByPublishedUseOrSaidToBeAssumed() {
        GenerationPlan plan = plan("type-2-diabetes");
        assertTrue(of(plan, "takes_statin").how().contains("ingredient by its share of use"));
        assertEquals("", of(plan, "takes_statin").assumed());
        assertTrue(of(plan, "takes_fibrate").assumed().startsWith("which ingredient of the class"));
        assertEquals("", of(plan, "takes_metformin").assumed(), "there is no choice");
    }

    @Test
    void whatNobodyLookedUpSaysSo() {
        Provenance fev1 = of(plan("asthma"), "fev1_l");
        assertEquals(Optional.of(Confidence.RECALLED), fev1.confidence());
        assertTrue(fev1.assumed().contains("independent"), fev1.assumed());
        assertTrue(of(plan("asthma"), "has_asthma").asked());
    }

    @Test
    void childrenAreNotCalledAdults() {
        CohortSpec children =
                CohortSpec.DEFAULT
                        .withCondition(Optional.of("asthma"))
                        .withConstraints(
                                List.of(new Constraint.Require(new Criterion.AgeBetween(0, 17))));
        GenerationPlan plan =
                Planner.plan(children, EVIDENCE, ReferencePopulation.bundled(false, true));
        assertEquals("US children with asthma", of(plan, "age_years").population());
        assertEquals(
                "US adults with diagnosed type 2 diabetes",
                of(plan("type-2-diabetes"), "age_years").population());
        assertEquals("US adults", of(plan("general-population"), "age_years").population());
        assertEquals(
                "US adults (no survey tells who has sepsis)",
                of(plan("sepsis"), "age_years").population());
    }
}
