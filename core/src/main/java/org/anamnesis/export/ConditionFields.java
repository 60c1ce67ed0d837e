package org.anamnesis.export;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Concept;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;

/** The conditions of a header, numbered from 0 in its order. */
final class ConditionFields {
    private final int[] flags;
    private final int[] durations;
    private final List<Field> fields;

    ConditionFields(CohortHeader header) {
        flags =
                IntStream.range(0, header.fields().size())
                        .filter(k -> header.fields().get(k).role() == Field.Role.CONDITION)
                        .toArray();
        fields = IntStream.of(flags).mapToObj(header.fields()::get).toList();
        durations = fields.stream().mapToInt(f -> durationOf(header, f.id())).toArray();
    }

    private static int durationOf(CohortHeader header, String condition) {
        return IntStream.range(0, header.fields().size())
                .filter(k -> header.fields().get(k).role() == Field.Role.DURATION)
                .filter(k -> header.fields().get(k).id().equals(condition))
                .findFirst()
                .orElse(-1);
    }

    int count() {
        return flags.length;
    }

    boolean has(PatientBlock block, int p, int condition) {
        return block.column(flags[condition])[p] == 1;
    }

    /** Position in the header of the field that tells since when, or −1. */
    int duration(int condition) {
        return durations[condition];
    }

    Column.Level ids() {
        return level(Field::id);
    }

    Column.Level names() {
        return level(f -> f.concept().map(Concept::name).orElse(f.label()));
    }

    Column.Level codes(CodeSystem system) {
        return level(f -> Codes.verified(f.concept(), system));
    }

    private Column.Level level(Function<Field, String> name) {
        return new Column.Level(fields.stream().map(name).toList());
    }
}
