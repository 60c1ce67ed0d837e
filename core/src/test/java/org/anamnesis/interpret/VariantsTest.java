package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.junit.jupiter.api.Test;

/**
 * Abbreviations, British spelling and slips of one letter in the names of conditions, drugs and
 * observations, written down before any was mended. The floor only rises.
 */
class VariantsTest {
    /** How many of the lines of variants.tsv are read as what they stand for. */
    private static final int FLOOR = 136;

    private final Reader reader = new RuleReader();

    @Test
    void asManyVariantsAsBeforeAreRead() throws IOException {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (String line : lines()) {
            String[] p = line.split("\t");
            boolean right = right(p[0], p[1], p[2]);
            all++;
            if (!right) {
                wrong.add(p[0]);
            }
        }
        int right = all - wrong.size();

        assertTrue(all >= 120);
        assertTrue(right >= FLOOR, right + " of " + all + ", not " + wrong);
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = VariantsTest.class.getResourceAsStream("variants.tsv")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().filter(l -> !l.startsWith("#")).toList();
        }
    }

    private boolean right(String written, String kind, String id) {
        String message =
                switch (kind) {
                    case "c" -> "500 patients with " + written;
                    case "d" -> "500 type 2 diabetes patients taking " + written;
                    default -> "500 type 2 diabetes patients, add " + written;
                };
        Reading reading = reader.read(message, CohortSpec.DEFAULT);
        return reading instanceof Reading.Understood u
                && u.edits().stream().anyMatch(q -> names(q.edit(), id));
    }

    private static boolean names(Edit edit, String id) {
        if (edit instanceof Edit.SetCondition c) {
            return c.condition().equals(id);
        }
        if (edit instanceof Edit.SetObservations o) {
            return o.observations().named().contains(id);
        }
        return edit instanceof Edit.AddConstraint a
                && a.constraint() instanceof Constraint.Require r
                && r.criterion() instanceof Criterion.TakesMedication t
                && t.medication().equals(id);
    }
}
