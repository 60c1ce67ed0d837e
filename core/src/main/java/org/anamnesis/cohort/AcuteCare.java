package org.anamnesis.cohort;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Where patients are met at the index visit: in an ambulatory visit of one day, unless they have
 * what begins within days. Sepsis, which is failing organs, is met in hospital; pneumonia in an
 * emergency department, for it is not told who was admitted (assumption).
 */
public final class AcuteCare {
    private static final Map<String, VisitKind> PLACES =
            Map.of(
                    "sepsis", VisitKind.INPATIENT,
                    "pneumonia-covid-19", VisitKind.EMERGENCY);

    private final int[] fields;
    private final VisitKind[] kinds;

    public AcuteCare(CohortHeader header) {
        List<String> ids =
                PLACES.keySet().stream().filter(id -> header.indexOf(id) >= 0).sorted().toList();
        fields = ids.stream().mapToInt(header::indexOf).toArray();
        kinds = ids.stream().map(PLACES::get).toArray(VisitKind[]::new);
    }

    /** Where the patient of a row is met. */
    public VisitKind kind(PatientBlock block, int row) {
        VisitKind kind = VisitKind.AMBULATORY;
        for (int c = 0; c < fields.length && kind != VisitKind.INPATIENT; c++) {
            kind = block.column(fields[c])[row] == 1 ? kinds[c] : kind;
        }
        return kind;
    }

    /** The field of what began within days, if the patient of a row has it. */
    public OptionalInt field(PatientBlock block, int row) {
        return IntStream.of(fields).filter(k -> block.column(k)[row] == 1).findFirst();
    }
}
