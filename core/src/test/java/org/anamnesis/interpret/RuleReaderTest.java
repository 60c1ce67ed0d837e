package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Reading.NotUnderstood;
import org.anamnesis.interpret.Reading.Quoted;
import org.anamnesis.interpret.Reading.Understood;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.ObservationChoice;
import org.junit.jupiter.api.Test;

class RuleReaderTest {
    private static final String MAIN =
            "generate 2000 Type 2 diabetes patients EHR data with 20 important diabetes observations"
                    + " based on the US population";

    private final Reader reader = new RuleReader();

    private Understood understood(String message) {
        return assertInstanceOf(Understood.class, reader.read(message, CohortSpec.DEFAULT));
    }

    private List<Problem> problems(String message) {
        return assertInstanceOf(NotUnderstood.class, reader.read(message, CohortSpec.DEFAULT))
                .problems();
    }

    @Test
    void theMainSentenceIsReadExactly() {
        Understood read = understood(MAIN);

        assertEquals(
                List.of(
                        new Edit.SetCount(2000),
                        new Edit.SetCondition("type-2-diabetes"),
                        new Edit.SetObservations(ObservationChoice.important(20)),
                        new Edit.SetPopulation("US")),
                read.edits().stream().map(Quoted::edit).toList());
        assertEquals(List.of(), read.ignored());
        assertEquals(List.of("No age was given: adults of 18 years and more."), read.assumptions());
    }

    @Test
    void everyEditQuotesTheUsersWords() {
        Understood read = understood(MAIN);

        assertEquals(
                List.of("2000", "Type 2 diabetes", "20 important diabetes observations", "US"),
                read.edits().stream().map(Quoted::quote).toList());
    }

    @Test
    void everyConditionIsUnderstoodByNameAndBySynonym() {
        StringBuilder wrong = new StringBuilder();
        for (Concept c : Catalogue.bundled().concepts(Concept.Kind.CONDITION)) {
            List<String> words =
                    java.util.stream.Stream.concat(
                                    java.util.stream.Stream.of(c.name()), c.synonyms().stream())
                            .map(w -> w.startsWith("=") ? w.substring(1) : w)
                            .toList();
            for (String w : words) {
                Reading r = reader.read("100 patients with " + w, CohortSpec.DEFAULT);
                boolean us = w.equalsIgnoreCase("US adults") || w.equals("US residents");
                boolean read =
                        r instanceof Understood u
                                && u.edits().stream()
                                        .anyMatch(
                                                e ->
                                                        e.edit()
                                                                .equals(
                                                                        new Edit.SetCondition(
                                                                                c.id())));
                boolean plain = us || w.equals("average adults") || w.equals("random adults");
                if (!read && !plain && !w.equals("americans")) {
                    wrong.append(c.id())
                            .append(": ")
                            .append(w)
                            .append(" -> ")
                            .append(Notation.of(r))
                            .append('\n');
                }
            }
        }
        assertEquals("", wrong.toString());
    }

    @Test
    void bareDiabetesIsTypeTwoAndSaysSo() {
        Understood read = understood("500 diabetics");

        assertEquals("type-2-diabetes", Notation.of(read.edits().get(1).edit()));
        assertTrue(read.assumptions().stream().anyMatch(a -> a.contains("type 2 diabetes")));
    }

    @Test
    void whatWasDecidedIsSaidOnlyInTheFirstMessage() {
        assertEquals(5, understood("asthma please").assumptions().size() + 1);
        CohortSpec later = CohortSpec.DEFAULT.withCondition(Optional.of("asthma"));

        Understood read = assertInstanceOf(Understood.class, reader.read("500 patients", later));

        assertEquals(List.of(), read.assumptions());
        assertEquals("count 500", Notation.of(read));
    }

    @Test
    void withAnotherConditionInAConversationIsARequirement() {
        CohortSpec later = CohortSpec.DEFAULT.withCondition(Optional.of("asthma"));

        assertEquals("has hypertension", Notation.of(reader.read("also with hypertension", later)));
        assertEquals("copd", Notation.of(reader.read("make it COPD", later)));
    }

    @Test
    void observationsAreAddedToThoseThatAreThere() {
        CohortSpec later =
                CohortSpec.DEFAULT.withObservations(
                        new ObservationChoice(20, List.of("hba1c"), List.of()));

        assertEquals("obs 21 +hba1c +ldl", Notation.of(reader.read("add LDL", later)));
        assertEquals("obs 20 +hba1c -bmi", Notation.of(reader.read("without BMI", later)));
    }

    @Test
    void everyProblemComesAtOnceWithItsWordsAndASuggestion() {
        List<Problem> all =
                problems("0 zorbitis patients aged 90 to 20 with HbA1c above 40 % and 120 % women");

        assertEquals(
                "request.age.reversed request.condition.unknown request.count.zero"
                        + " request.limit.implausible request.share.range",
                all.stream().map(Problem::code).sorted().collect(Collectors.joining(" ")));
        assertTrue(
                all.stream().allMatch(p -> !p.where().isBlank() && !p.suggestion().isBlank()),
                all.toString());
    }

    @Test
    void anUnknownConditionOffersTheNearestNames() {
        Problem p = problems("1000 patients with astma bronchitis").get(0);

        assertEquals("request.condition.unknown", p.code());
        assertTrue(p.suggestion().contains("Asthma"), p.suggestion());
    }

    @Test
    void implausibleLimitsNameTheLimitsAndTheUnit() {
        Problem p = problems("100 T2DM patients with HbA1c above 40 %").get(0);

        assertEquals("Hemoglobin A1c of a patient lies between 2 and 20 %.", p.message());
    }

    @Test
    void emptyMessagesAreAProblem() {
        for (String empty : List.of("", "   ", "\n\t", "\u0000\u0007")) {
            assertEquals("request.empty", problems(empty).get(0).code());
        }
    }

    @Test
    void bytesThatAreNoTextAskForNothing() {
        java.util.Random random = new java.util.Random(5);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[40 + random.nextInt(200)];
            random.nextBytes(bytes);
            String line = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            assertEquals("request.binary", problems(line + " 30").get(0).code(), line);
        }
        assertEquals(
                "count 30; asthma",
                Notation.of(reader.read("30 asthma patients, please \uFFFD", CohortSpec.DEFAULT)));
    }

    @Test
    void controlCharactersDisappear() {
        assertEquals(
                "count 100; asthma",
                Notation.of(
                        reader.read("100\u0000 asthma\u0007 \u001b patients", CohortSpec.DEFAULT)));
    }

    @Test
    void controlCharactersNeverReachAQuote() {
        String said = "100 T2DM patients\u0000 with\u001b[31m wobbly\u0007\r\n ears\u0085";
        Understood understood =
                assertInstanceOf(Understood.class, reader.read(said, CohortSpec.DEFAULT));
        java.util.stream.Stream.concat(
                        understood.ignored().stream(),
                        understood.edits().stream().map(Reading.Quoted::quote))
                .forEach(
                        quote ->
                                assertTrue(
                                        quote.chars().noneMatch(Character::isISOControl), quote));
        assertTrue(String.join(" ", understood.ignored()).contains("wobbly"));
    }

    @Test
    void aLongMessageIsRefused() {
        String noise = "x9 ".repeat(50_000);

        List<Problem> all = problems(noise);

        assertEquals("request.long", all.get(0).code());
        assertTrue(all.get(0).where().length() < 100);
    }

    @Test
    void theLongestMessageIsRead() {
        String text =
                "patients with asthma aged 40 to 65 and LDL above 100 or zorbitiss, ".repeat(290);

        assertInstanceOf(
                NotUnderstood.class,
                reader.read(text.substring(0, RuleReader.LONGEST - 1000), CohortSpec.DEFAULT));
    }
}
