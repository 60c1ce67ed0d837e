package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Reading.NotUnderstood;
import org.anamnesis.interpret.Reading.Understood;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RuleReaderTest {
    private static final String FIRST =
            "generate 2000 Type 2 diabetes patients EHR data with 20 important diabetes observations"
                    + " based on the US population";

    private final Reader reader = new RuleReader();

    private Reading read(String message) {
        return reader.read(message, CohortSpec.DEFAULT);
    }

    private Stream<DynamicTest> sentences(String resource) throws IOException {
        return Sentences.of(resource).stream()
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.said(),
                                        () ->
                                                assertEquals(
                                                        c.expected(),
                                                        SpecText.of(read(c.said())))));
    }

    @TestFactory
    Stream<DynamicTest> sentencesWrittenBeforeTheReaderWasSeen() throws IOException {
        return sentences("sentences-first.txt");
    }

    @TestFactory
    Stream<DynamicTest> harderSentences() throws IOException {
        return sentences("sentences-second.txt");
    }

    @Test
    void theFirstCommandOfTheReadmeIsUnderstoodToTheLastWord() {
        Understood understood = assertInstanceOf(Understood.class, read(FIRST));
        assertEquals(List.of(), understood.ignored());
        assertTrue(understood.assumptions().size() <= 2, understood.assumptions().toString());
        for (Reading.Quoted quoted : understood.edits()) {
            assertTrue(FIRST.contains(quoted.quote()), quoted.quote());
        }
    }

    @Test
    void everyConditionIsReadByEveryName() {
        for (Concept condition : Catalogue.bundled().concepts(Concept.Kind.CONDITION)) {
            if (condition.id().equals("general-population")) {
                continue; // "with US residents" is no English
            }
            Stream.concat(Stream.of(condition.name()), condition.synonyms().stream())
                    .map(name -> name.startsWith("=") ? name.substring(1) : name)
                    .forEach(
                            name -> {
                                String said = "300 patients with " + name;
                                String got = SpecText.of(read(said));
                                assertFalse(
                                        got.startsWith("! request.condition"), said + ": " + got);
                                assertFalse(got.contains("ignored"), said + ": " + got);
                            });
        }
    }

    @Test
    void everyProblemIsToldAtOnceWithAQuoteAndASuggestion() {
        String said = "0 patients with zorbitis aged 90 to 20, HbA1c above 40 %, 120 % female";
        NotUnderstood refused = assertInstanceOf(NotUnderstood.class, read(said));
        assertEquals(5, refused.problems().size(), refused.problems().toString());
        for (Problem problem : refused.problems()) {
            assertTrue(said.contains(problem.where()), problem.where());
            assertFalse(problem.message().isBlank());
            assertFalse(problem.suggestion().isBlank());
        }
    }

    @Test
    void controlCharactersNeverReachAQuote() {
        String said = "100 T2DM patients\u0000 with\u001b[31m wobbly\u0007\r\n ears\u0085";
        Understood understood = assertInstanceOf(Understood.class, read(said));
        Stream.concat(
                        understood.ignored().stream(),
                        understood.edits().stream().map(Reading.Quoted::quote))
                .forEach(
                        quote ->
                                assertTrue(
                                        quote.chars().noneMatch(Character::isISOControl), quote));
        assertTrue(String.join(" ", understood.ignored()).contains("wobbly"));
    }

    @Test
    void tooLongAMessageIsRefusedUnread() {
        String said = "100 T2DM patients ".repeat(6000);
        NotUnderstood refused = assertInstanceOf(NotUnderstood.class, read(said));
        assertEquals("request.long", refused.problems().get(0).code());
    }

    @Test
    void addingAnObservationLaterPushesNoneOut() {
        Understood understood =
                assertInstanceOf(
                        Understood.class,
                        reader.read(
                                "also add potassium",
                                CohortSpec.DEFAULT.withCondition(
                                        java.util.Optional.of("type-2-diabetes"))));
        Edit.SetObservations set =
                assertInstanceOf(Edit.SetObservations.class, understood.edits().get(0).edit());
        assertEquals(21, set.observations().count());
        assertEquals(List.of("potassium"), set.observations().named());
    }
}
