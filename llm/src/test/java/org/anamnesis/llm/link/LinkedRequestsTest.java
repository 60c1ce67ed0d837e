package org.anamnesis.llm.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Linker;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.interpret.RuleReader;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.junit.jupiter.api.Test;

/**
 * The phrases kept apart within requests, read by rules and linking together. The floors are what
 * was reached; they only rise.
 */
class LinkedRequestsTest {
    private static final String SOME = "300 patients with type 2 diabetes";

    private final Reader reader = new RuleReader(Linker.installed());

    @Test
    void phrasesWithinRequestsAreLinkedOrAsked() {
        int right = 0;
        int asked = 0;
        List<String> wrong = new ArrayList<>();
        for (Example e : Example.toMeasure()) {
            if (!e.foreign()
                    && reader.read(request(e), CohortSpec.DEFAULT)
                            instanceof Reading.Understood u) {
                Set<String> done = done(e, u);
                boolean other = done.stream().anyMatch(id -> !e.concepts().contains(id));
                right += !done.isEmpty() && !other ? 1 : 0;
                asked += done.isEmpty() && offered(e, u) ? 1 : 0;
                if (other) {
                    wrong.add(request(e));
                }
            }
        }
        assertTrue(right >= 78, right + " right");
        assertTrue(right + asked >= 114, right + " right, " + asked + " asked");
        assertTrue(wrong.size() <= 10, wrong::toString);
    }

    @Test
    void noForeignPhraseIsTakenForOneOfOurs() {
        List<String> taken = new ArrayList<>();
        for (Example e : Example.toMeasure()) {
            if (e.foreign()
                    && reader.read(request(e), CohortSpec.DEFAULT) instanceof Reading.Understood u
                    && u.questions().isEmpty()
                    && !u.links().isEmpty()) {
                taken.add(request(e));
            }
        }
        assertEquals(List.of(), taken);
    }

    private static String request(Example e) {
        if (e.kinds().contains(Concept.Kind.CONDITION)) {
            return "300 patients with " + e.phrase();
        }
        return e.kinds().contains(Concept.Kind.OBSERVATION)
                ? SOME + ", include " + e.phrase()
                : SOME + " on " + e.phrase();
    }

    /** What is carried out without asking. */
    private static Set<String> done(Example e, Reading.Understood u) {
        List<Edit> edits =
                u.edits().stream()
                        .map(Reading.Quoted::edit)
                        .collect(Collectors.toCollection(ArrayList::new));
        u.questions().forEach(q -> edits.removeAll(q.usual().edits()));
        Set<String> ids = named(edits);
        if (!e.kinds().contains(Concept.Kind.CONDITION)) {
            ids.remove("type-2-diabetes");
        }
        return ids;
    }

    private static boolean offered(Example e, Reading.Understood u) {
        return u.questions().stream()
                .flatMap(q -> q.choices().stream())
                .anyMatch(c -> named(c.edits()).stream().anyMatch(e.concepts()::contains));
    }

    private static Set<String> named(List<Edit> edits) {
        Set<String> ids = new LinkedHashSet<>();
        for (Edit edit : edits) {
            if (edit instanceof Edit.SetCondition c) {
                ids.add(c.condition());
            } else if (edit instanceof Edit.SetObservations o) {
                ids.addAll(o.observations().named());
            } else if (edit instanceof Edit.AddConstraint a) {
                named(a.constraint(), ids);
            }
        }
        return ids;
    }

    private static void named(Constraint constraint, Set<String> ids) {
        if (constraint instanceof Constraint.Require r) {
            if (r.criterion() instanceof Criterion.HasCondition h) {
                ids.add(h.condition());
            } else if (r.criterion() instanceof Criterion.TakesMedication t) {
                ids.add(t.medication());
            }
        }
    }
}
