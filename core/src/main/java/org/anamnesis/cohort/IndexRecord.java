package org.anamnesis.cohort;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The shortest record there is: one visit within the year up to the index date, at which all that
 * is known of the patient was found and written down. The reason is the first condition of the
 * header that the patient has.
 */
public final class IndexRecord {
    private final IndexVisit visit;
    private final AcuteCare places;
    private final List<Field> fields;
    private final int age;
    private final int[] conditions;
    private final int[] durations;
    private final int[] observations;
    private final int[] medications;

    public IndexRecord(CohortHeader header) {
        visit = new IndexVisit(header);
        places = new AcuteCare(header);
        fields = header.fields();
        age = header.indexOf("age");
        conditions = positions(Field.Role.CONDITION);
        durations = IntStream.of(conditions).map(this::duration).toArray();
        observations = positions(Field.Role.OBSERVATION);
        medications = positions(Field.Role.MEDICATION);
    }

    private int[] positions(Field.Role role) {
        return IntStream.range(0, fields.size())
                .filter(k -> fields.get(k).role() == role)
                .toArray();
    }

    /** The field that tells since when, or −1. */
    private int duration(int condition) {
        return IntStream.range(0, fields.size())
                .filter(k -> fields.get(k).role() == Field.Role.DURATION)
                .filter(k -> fields.get(k).id().equals(fields.get(condition).id()))
                .findFirst()
                .orElse(-1);
    }

    /** Writes the records of the block's patients, whose columns are filled. */
    public void fill(PatientBlock block) {
        RecordBlock record = block.record();
        record.clear(block.count());
        for (int p = 0; p < block.count(); p++) {
            long patient = block.first() + p;
            long day = visit.day(patient);
            double years = age < 0 ? Double.NaN : block.column(age)[p];
            if (!Double.isNaN(years)) {
                record.setBirthDay(p, visit.birthDay(patient, years));
            }
            conditions(block, p, record);
            visit(block, p, record);
            values(block, p, day, observations, record.observations());
            values(block, p, Events.NO_DAY, medications, record.medications());
        }
    }

    private void visit(PatientBlock block, int p, RecordBlock record) {
        long patient = block.first() + p;
        VisitKind kind = places.kind(block, p);
        record.visits()
                .add(
                        p,
                        0,
                        VisitKind.ALL.indexOf(kind),
                        visit.day(patient),
                        visit.lastDay(patient, kind),
                        reason(block, p));
    }

    private double reason(PatientBlock block, int p) {
        for (int k : conditions) {
            if (block.column(k)[p] == 1) {
                return k;
            }
        }
        return Double.NaN;
    }

    private void conditions(PatientBlock block, int p, RecordBlock record) {
        for (int c = 0; c < conditions.length; c++) {
            if (block.column(conditions[c])[p] == 1) {
                long onset = onset(block, p, durations[c], record.birthDay(p));
                record.conditions().add(p, 0, conditions[c], onset, Events.NO_DAY, Double.NaN);
            }
        }
    }

    private long onset(PatientBlock block, int p, int duration, int birth) {
        if (duration < 0 || Double.isNaN(block.column(duration)[p])) {
            return Events.NO_DAY;
        }
        // the smallest number, so no date is before it, where the birth is unknown
        return visit.onsetDay(
                block.first() + p,
                duration,
                block.column(duration)[p],
                fields.get(duration).decimals(),
                birth);
    }

    private static void values(PatientBlock block, int p, long day, int[] of, Events into) {
        for (int k : of) {
            double value = block.column(k)[p];
            if (!Double.isNaN(value)) {
                into.add(p, 0, k, day, Events.NO_DAY, value);
            }
        }
    }
}
