package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.evaluate.Words;

/** The first rows of an analysis table as text, for a look at them. */
final class FirstRows {
    private final CohortHeader header;
    private final int most;
    private final List<Integer> fields;
    private final List<List<String>> rows = new ArrayList<>();

    FirstRows(CohortHeader header, int most) {
        this.header = header;
        this.most = most;
        this.fields =
                IntStream.range(0, header.fields().size())
                        .filter(k -> header.fields().get(k).analysis())
                        .boxed()
                        .toList();
    }

    List<Previewed.Column> columns() {
        return fields.stream()
                .map(k -> header.fields().get(k))
                .map(f -> new Previewed.Column(f.name(), f.label(), Words.unit(f.unit())))
                .toList();
    }

    List<List<String>> rows() {
        return rows;
    }

    void accept(PatientBlock block) {
        for (int i = 0; i < block.count() && rows.size() < most; i++) {
            List<String> row = new ArrayList<>();
            for (int k : fields) {
                row.add(text(header.fields().get(k), block.column(k)[i]));
            }
            rows.add(row);
        }
    }

    private static String text(Field field, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return field.isCategory()
                ? field.levels().get((int) value)
                : String.format(Locale.ROOT, "%." + field.decimals() + "f", value);
    }
}
