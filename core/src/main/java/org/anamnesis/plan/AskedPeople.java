package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/** The people whom a request is about, by condition and age group: as a test, and in words. */
final class AskedPeople {
    private static final int ADULT = 18;

    private AskedPeople() {}

    /** Which parts of the census a request needs: adults, children. */
    static boolean[] adultsAndChildren(CohortSpec spec) {
        boolean adults = true;
        boolean children = false;
        for (Constraint c : spec.constraints()) {
            if (c instanceof Constraint.Require r
                    && r.criterion() instanceof Criterion.AgeBetween a) {
                children |= a.minYears() < ADULT;
                adults &= a.maxYears() >= ADULT;
            }
        }
        return new boolean[] {adults, children};
    }

    /** Test of the asked condition, and of adult age if no age was asked for. */
    static RowTest test(
            Optional<String> condition,
            boolean ageAsked,
            ReferencePopulation people,
            Remarks remarks) {
        List<RowTest> parts = new ArrayList<>();
        condition.flatMap(id -> having(id, people, remarks)).ifPresent(parts::add);
        if (!ageAsked) {
            parts.add(RowTest.between("age", ADULT, 120));
        }
        return RowTest.all(parts);
    }

    private static Optional<RowTest> having(
            String id, ReferencePopulation people, Remarks remarks) {
        Optional<ConditionRows> rows =
                ConditionRows.of(id).filter(r -> r.test().columns().stream().allMatch(people::has));
        if (rows.isEmpty() && ConditionRows.of(id).isPresent()) {
            remarks.explain(
                    "no survey tells who has %s among children: all children stand in, and nothing tells how those who have it differ"
                            .formatted(Words.name(id)));
        } else if (rows.isEmpty()) {
            remarks.explain(
                    "no survey tells who has %s: adults of the same age and sex stand in, and published figures move their values"
                            .formatted(Words.name(id)));
        } else if (rows.get().isProxy()) {
            remarks.explain(
                    "%s: the people learned from are a proxy: %s"
                            .formatted(Words.name(id), rows.get().proxy()));
        }
        return rows.map(ConditionRows::test);
    }

    /** Those of the survey who have the condition, or who stand in for them, in words. */
    static String inWords(CohortSpec spec, ConditionEvidence evidence) {
        boolean[] parts = adultsAndChildren(spec);
        String all = !parts[1] ? "US adults" : parts[0] ? "US residents" : "US children";
        Optional<String> id = spec.condition().filter(c -> !c.equals("general-population"));
        if (id.isEmpty()) {
            return all;
        }
        String name = Words.name(id.get()).toLowerCase(Locale.ROOT);
        if (ConditionRows.of(id.get()).isEmpty()) {
            return all + " (no survey tells who has " + name + ")";
        }
        return evidence.microdata()
                .filter(m -> !parts[1])
                .map(ConditionEvidence.Microdata::population)
                .orElse(all + " with " + name);
    }
}
