package org.anamnesis.export;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Concept;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;

/** The conditions of a header, numbered from 0 in its order. */
final class ConditionFields {
    private final int[] numbers;
    private final List<Field> fields;

    ConditionFields(CohortHeader header) {
        List<Field> all = header.described();
        int[] flags =
                IntStream.range(0, all.size())
                        .filter(k -> all.get(k).role() == Field.Role.CONDITION)
                        .toArray();
        fields = IntStream.of(flags).mapToObj(all::get).toList();
        numbers = new int[all.size()];
        for (int c = 0; c < flags.length; c++) {
            numbers[flags[c]] = c;
        }
    }

    /** The number of the condition at this position of the header; NaN of NaN. */
    double number(double position) {
        return Double.isNaN(position) ? Double.NaN : numbers[(int) position];
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
