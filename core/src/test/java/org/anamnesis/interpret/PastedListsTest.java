package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.anamnesis.interpret.Reading.Quoted;
import org.anamnesis.interpret.Reading.Understood;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.junit.jupiter.api.Test;

/**
 * Lists pasted from a protocol or a chat: each line is a wish, and prose that is wrapped is not.
 */
class PastedListsTest {
    private static final String WISHES =
            "type 2 diabetes; 300 patients; 60 % women; aged 40 to 70; metformin 80 %; no CKD";

    private final Reader reader = new RuleReader();

    private List<Edit> edits(String message) {
        Understood u = (Understood) reader.read(message, CohortSpec.DEFAULT);
        assertEquals(List.of(), u.ignored());
        return u.edits().stream().map(Quoted::edit).toList();
    }

    @Test
    void linesWithAndWithoutBulletsAreWishes() {
        List<Edit> wanted = edits(WISHES);
        assertTrue(wanted.size() >= 6);
        assertEquals(wanted, edits(WISHES.replace("; ", "\n")));
        assertEquals(wanted, edits("- " + WISHES.replace("; ", "\n- ")));
        assertEquals(wanted, edits("• " + WISHES.replace("; ", "\r\n• ")));
        assertEquals(wanted, edits("1. " + WISHES.replace("; ", "\n2. ")));
        assertEquals(wanted, edits("* " + WISHES.replace("; ", ",\n* ")));
    }

    @Test
    void strokesAndBulletsOnOneLineAreWishes() {
        List<Edit> wanted = edits(WISHES);
        assertEquals(wanted, edits(WISHES.replace("; ", " / ")));
        assertEquals(wanted, edits(WISHES.replace("; ", " | ")));
        assertEquals(wanted, edits("• " + WISHES.replace("; ", " • ")));
    }

    @Test
    void wrappedProseAndUnitsStayWhole() {
        assertEquals(
                edits("300 patients with type 2 diabetes, aged 40 to 70 and on metformin"),
                edits("300 patients with type\n2 diabetes, aged 40 to\n70 and on metformin"));
        assertEquals(
                edits("type 2 diabetes, LDL below 100 mg/dL, glucose above 130 mg/dL"),
                edits("type 2 diabetes, LDL below 100 mg / dL, glucose above 130 mg / dL"));
    }
}
