package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;
import org.junit.jupiter.api.Test;

/** A specification changed line by line, by hand, within a conversation of words. */
class AmendTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();

    private static Conversation said(String... messages) {
        Conversation c = Conversation.EMPTY;
        for (String m : messages) {
            c = PROGRAM.turn(c, m).after();
        }
        return c;
    }

    private static String id(CohortSpec spec, String text) {
        return Parts.of(spec).stream()
                .filter(p -> p.text().contains(text))
                .map(SpecPart::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyRemovableLineCanBeLeftOutAndOnlyItIsGone() {
        CohortSpec spec =
                said(
                                "300 type 2 diabetes patients aged 40 to 70, 60 % women, mean HbA1c 8, over 5 years",
                                "5 % missing potassium",
                                "in SI units",
                                "half on metformin, half on insulin")
                        .spec();
        List<SpecPart> parts = Parts.of(spec);
        long removable = parts.stream().filter(SpecPart::removable).count();
        assertTrue(removable >= 7, parts::toString);
        for (SpecPart p : parts) {
            if (p.removable()) {
                List<String> gone = Difference.lines(spec, Parts.without(spec, p.id()));
                assertEquals(1, gone.size(), p.id() + ": " + gone);
            } else {
                assertThrows(RequestException.class, () -> Parts.without(spec, p.id()), p.id());
            }
        }
    }

    @Test
    void figuresOfALineAreChangedAndTheRestStays() {
        CohortSpec spec =
                said("300 type 2 diabetes patients aged 40 to 70, 60 % women, mean HbA1c 8, BMI over 30")
                        .spec();
        CohortSpec older = Parts.with(spec, id(spec, "age 40"), Map.of("from", "50", "to", ""));
        assertTrue(Parts.of(older).stream().anyMatch(p -> p.text().equals("age 50 and older")));
        CohortSpec share = Parts.with(spec, id(spec, "60 %"), Map.of("percent", "45.5"));
        assertTrue(Parts.of(share).stream().anyMatch(p -> p.text().startsWith("45.5 %")));
        CohortSpec few = Parts.with(spec, "count", Map.of("count", "12"));
        assertEquals(12, few.count());
        assertEquals(spec, few.withCount(300));
        CohortSpec range = Parts.with(spec, id(spec, "Body mass"), Map.of("to", "40"));
        assertEquals(
                List.of(
                        "- Body mass index at least 30.1 kg/m2",
                        "+ Body mass index 30.1 to 40 kg/m2"),
                Difference.lines(spec, range));
    }

    @Test
    void whatCannotStandInALineIsAProblem() {
        CohortSpec spec = said("300 asthma patients aged 40 to 70, 60 % women").spec();
        String age = id(spec, "age 40");
        for (Map<String, String> wrong :
                List.of(Map.of("from", "x"), Map.of("from", "90"), Map.of("to", "-1"))) {
            RequestException e =
                    assertThrows(RequestException.class, () -> Parts.with(spec, age, wrong));
            assertEquals("spec.part.value", e.problems().get(0).code());
        }
        String share = id(spec, "60 %");
        assertThrows(
                RequestException.class, () -> Parts.with(spec, share, Map.of("percent", "101")));
        assertThrows(RequestException.class, () -> Parts.with(spec, "count", Map.of("count", "0")));
        assertThrows(RequestException.class, () -> Parts.with(spec, "constraint:9", Map.of()));
    }

    @Test
    void aChangeByHandIsATurnThatWordsCanUndo() {
        Conversation before = said("300 asthma patients, 60 % women");
        CohortSpec wanted = Parts.without(before.spec(), id(before.spec(), "60 %"));
        Step step = PROGRAM.amend(before, wanted);
        assertEquals(Turn.Kind.CHANGED, step.turn().kind());
        assertEquals(wanted, step.after().spec());
        assertEquals(1, step.turn().changes().size());
        assertEquals(before.spec(), PROGRAM.turn(step.after(), "undo").after().spec());
        String file = ConversationFile.write(step.after());
        assertEquals(step.after().spec(), ConversationFile.read(file).spec());
    }

    @Test
    void whatContradictsIsSaidAndChangesNothing() {
        Conversation before = said("300 asthma patients aged 40 to 70, mean age 60");
        CohortSpec wanted =
                Parts.with(
                        before.spec(),
                        id(before.spec(), "age 40"),
                        Map.of("from", "20", "to", "30"));
        Step step = PROGRAM.amend(before, wanted);
        assertEquals(Turn.Kind.PROBLEM, step.turn().kind());
        assertEquals(before.spec(), step.after().spec());
    }
}
