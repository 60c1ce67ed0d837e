package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phrases looked up by meaning; what they mean is told by a linker of the test. */
class LinkingTest {
    private final Set<String> looked = new LinkedHashSet<>();
    private final Reader reader = new RuleReader(this::link);

    private Link link(String phrase, Set<Concept.Kind> kinds) {
        looked.add(phrase);
        boolean condition = kinds.contains(Concept.Kind.CONDITION);
        boolean drug = kinds.contains(Concept.Kind.DRUG_CLASS);
        boolean observation = kinds.contains(Concept.Kind.OBSERVATION);
        return switch (phrase) {
            case "sweet urine" -> condition ? clear("type-2-diabetes") : nothing();
            case "tired kidneys" -> condition ? unclear("chronic-kidney-disease") : nothing();
            case "trouble of the heart" ->
                    condition ? unclear("heart-failure", "atrial-fibrillation") : nothing();
            case "spray for pressure" -> drug ? clear("class:antihypertensive") : nothing();
            case "strength of breath" -> observation ? clear("fev1") : nothing();
            default -> nothing();
        };
    }

    private static Link nothing() {
        return new Link.Foreign(List.of());
    }

    private static Link clear(String id) {
        return new Link.Clear(near(id));
    }

    private static Link unclear(String... ids) {
        List<Link.Near> near = new ArrayList<>();
        List.of(ids).forEach(id -> near.add(near(id)));
        return new Link.Unclear(near);
    }

    private static Link.Near near(String id) {
        return new Link.Near(Catalogue.bundled().find(id).orElseThrow(), 0.7);
    }

    private Reading.Understood understood(String message) {
        return assertInstanceOf(
                Reading.Understood.class, reader.read(message, CohortSpec.DEFAULT), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "300 patients with sweet urine",
                "300 sweet urine patients",
                "generate 300 women over 50 with the sweet urine",
                "300 people suffering from sweet urine, 40 % smokers"
            })
    void aClearPhraseIsReadAsItsConceptAndSaid(String message) {
        Reading.Understood u = understood(message);

        assertTrue(
                u.edits().stream()
                        .anyMatch(e -> e.edit().equals(new Edit.SetCondition("type-2-diabetes"))));
        assertTrue(
                u.assumptions().stream()
                        .anyMatch(
                                a ->
                                        a.contains("\"sweet urine\" is read as type 2 diabetes")
                                                && a.contains("0.70")),
                u.assumptions()::toString);
        assertEquals("sweet urine", u.links().get(0).quote());
        assertEquals(List.of(), u.ignored());
    }

    @Test
    void theQuoteIsTheUsersOwn() {
        assertTrue(
                understood("300 patients with Sweet  Urine").edits().stream()
                        .anyMatch(e -> e.quote().equals("Sweet  Urine")));
    }

    @Test
    void aShareOfADrugPhraseIsAShare() {
        Reading.Understood u = understood("300 asthma patients, 40 % on spray for pressure");

        assertTrue(
                u.edits().stream()
                        .anyMatch(
                                e ->
                                        e.edit()
                                                .equals(
                                                        new Edit.AddConstraint(
                                                                new Constraint.Share(
                                                                        new Criterion
                                                                                .TakesMedication(
                                                                                "class:antihypertensive"),
                                                                        40)))),
                u.edits()::toString);
    }

    @Test
    void anObservationPhraseIsAnObservation() {
        assertTrue(
                understood("300 asthma patients, include strength of breath").edits().stream()
                        .anyMatch(
                                e ->
                                        e.edit() instanceof Edit.SetObservations o
                                                && o.observations().named().contains("fev1")));
    }

    @Test
    void whatIsNotClearIsAskedAndNeverTakenWhereNobodyIsAsked() {
        Clarification q = understood("300 patients with tired kidneys").questions().get(0);

        assertEquals("Is this chronic kidney disease?", q.question());
        assertEquals(
                List.of(new Edit.SetCondition("chronic-kidney-disease")),
                q.choices().get(0).edits());
        assertEquals(List.of(), q.choices().get(1).edits());
        assertTrue(q.unasked().isPresent());
    }

    @Test
    void twoThatAreNearAreAsked() {
        Clarification q = understood("300 patients with trouble of the heart").questions().get(0);

        assertEquals(
                List.of("heart failure", "atrial fibrillation", Clarification.NO),
                q.choices().stream().map(Clarification.Choice::label).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000 type 2 diabetes patients with 20 important observations based on the US population",
                "500 women with asthma aged 20 to 40, 30 % smokers, HbA1c above 7",
                "half of them on metformin",
                "what is their mean HbA1c?",
                "give me the real patients' records"
            })
    void anOrdinaryMessageLooksNothingUp(String message) {
        reader.read(message, CohortSpec.DEFAULT);

        assertEquals(Set.of(), looked);
    }

    @Test
    void anotherLanguageIsNotLookedUp() {
        reader.read("300 Patienten mit müden Nieren", CohortSpec.DEFAULT);

        assertEquals(Set.of(), looked);
    }

    @ParameterizedTest
    @CsvSource({"300 patients with gout", "300 patients with sweet dreams"})
    void whatMeansNothingStaysUnknown(String message) {
        assertInstanceOf(Reading.NotUnderstood.class, reader.read(message, CohortSpec.DEFAULT));
    }

    @Test
    void aLinkerThatCannotLookIsSaidAndTheRulesGoOn() {
        Reader without = new RuleReader((phrase, kinds) -> new Link.Unavailable("no model here"));

        Reading unknown = without.read("300 patients with sweet urine", CohortSpec.DEFAULT);
        Reading rest = without.read("300 asthma patients on sweet drops", CohortSpec.DEFAULT);

        var no = assertInstanceOf(Reading.NotUnderstood.class, unknown);
        assertTrue(no.problems().get(0).suggestion().contains("no model here"));
        var yes = assertInstanceOf(Reading.Understood.class, rest);
        assertTrue(yes.assumptions().contains("no model here"));
        assertFalse(yes.edits().isEmpty());
    }
}
