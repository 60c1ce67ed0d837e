package org.anamnesis.generate.course;

import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedHistory;

/** Where in a cohort stands what a history needs. */
final class PlannedCohort {
    /** Taken of whoever has no age in the file. */
    static final double UNKNOWN_AGE = 50;

    private final PlannedHistory history;
    private final CohortHeader header;
    private final int[] conditions;
    private final List<Therapy.Taken> drugs;

    PlannedCohort(GenerationPlan plan, CohortHeader header) {
        history = plan.history().orElseThrow();
        this.header = header;
        conditions = positions(Field.Role.CONDITION);
        drugs =
                IntStream.of(positions(Field.Role.MEDICATION))
                        .mapToObj(
                                k -> {
                                    String column = plan.fields().get(k).column();
                                    return new Therapy.Taken(k, column, Practice.drug(column));
                                })
                        .toList();
    }

    private int[] positions(Field.Role role) {
        return IntStream.range(0, header.fields().size())
                .filter(k -> header.fields().get(k).role() == role)
                .toArray();
    }

    PlannedHistory history() {
        return history;
    }

    int[] observations() {
        return positions(Field.Role.OBSERVATION);
    }

    int[] conditions() {
        return conditions;
    }

    List<Therapy.Taken> drugs() {
        return drugs;
    }

    int age() {
        return header.indexOf("age");
    }

    int sex() {
        return header.indexOf("sex");
    }

    int femaleLevel() {
        return header.fields().get(sex()).levels().indexOf("female");
    }

    String id(int field) {
        return header.fields().get(field).id();
    }

    int decimals(int field) {
        return header.fields().get(field).decimals();
    }

    /** The field of a condition, −1 if the cohort does not show it. */
    int condition(String id) {
        for (int k : conditions) {
            if (id(k).equals(id)) {
                return k;
            }
        }
        return -1;
    }

    /** The field that tells since when, or −1. */
    int duration(int condition) {
        return IntStream.of(positions(Field.Role.DURATION))
                .filter(k -> id(k).equals(id(condition)))
                .findFirst()
                .orElse(-1);
    }

    long lastDay() {
        return header.indexDate().toEpochDay();
    }
}
