package org.anamnesis.generate.course;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedHistory;

/** Where in a cohort stands what a history needs. */
final class PlannedCohort implements Complications.Places {
    /** Taken of whoever has no age in the file. */
    static final double UNKNOWN_AGE = 50;

    private final PlannedHistory history;
    private final CohortHeader header;
    private final int[] conditions;
    private final List<Therapy.Taken> drugs;
    private final Map<String, Integer> fieldOf = new HashMap<>();
    private final int[] durationOf;

    PlannedCohort(GenerationPlan plan, CohortHeader header) {
        history = plan.history().orElseThrow();
        this.header = header;
        conditions = positions(Field.Role.CONDITION);
        durationOf = new int[header.fields().size()];
        Arrays.fill(durationOf, -1);
        for (int k : conditions) {
            fieldOf.put(id(k), k);
            for (int d : positions(Field.Role.DURATION)) {
                durationOf[k] = id(d).equals(id(k)) ? d : durationOf[k];
            }
        }
        drugs =
                IntStream.of(positions(Field.Role.MEDICATION))
                        .mapToObj(
                                k -> {
                                    String column = plan.fields().get(k).column();
                                    return new Therapy.Taken(k, column, drug(column, plan));
                                })
                        .toList();
    }

    /** What no survey tells of is taken for the condition that was asked for. */
    private static Practice.Drug drug(String column, GenerationPlan plan) {
        Practice.Drug usual = Practice.drug(column);
        return column.isEmpty()
                ? new Practice.Drug(
                        plan.condition().stream().toList(), usual.step(), usual.medianDays())
                : usual;
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
        return header.levelOf("sex", "female");
    }

    String id(int field) {
        return header.fields().get(field).id();
    }

    int decimals(int field) {
        return header.fields().get(field).decimals();
    }

    @Override
    public int condition(String id) {
        return fieldOf.getOrDefault(id, -1);
    }

    @Override
    public int described(String id) {
        return header.describedIndexOf(id);
    }

    /** How many things events may name. */
    int described() {
        return header.fields().size() + header.recorded().size();
    }

    /** The places of conditions that stand in records alone. */
    int[] recorded() {
        return IntStream.range(header.fields().size(), described())
                .filter(k -> header.described().get(k).role() == Field.Role.CONDITION)
                .toArray();
    }

    /** The field that tells since when, or −1. */
    int duration(int condition) {
        return durationOf[condition];
    }

    long lastDay() {
        return header.indexDate().toEpochDay();
    }
}
