package org.anamnesis.export.omop;

import java.util.List;
import java.util.Map;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.Fictitious;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;

/** {@code location}: the place of care, then a made-up home a patient. */
final class Homes implements RowMaker {
    /** The number of the place of care. */
    static final int CLINIC = 1;

    private static final int ID = CdmTable.FIRST;
    private static final int LINE = ID + 1;
    private static final int CITY = ID + 2;
    private static final int HOME = ID + 3;
    private static final int COUNTRY = ID + 4;

    private final TableSchema schema;

    /**
     * @param clinic cells of the place of care
     */
    Homes(Map<String, String> clinic) {
        schema =
                new CdmTable("location")
                        .number("location_id", ID)
                        .text("address_1", LINE, Fictitious.LINES)
                        .text("city", CITY, Fictitious.CITIES)
                        .text("zip", HOME, List.of(Fictitious.POSTAL_CODE))
                        .text(
                                "location_source_value",
                                COUNTRY,
                                List.of(clinic.get("location_source_value")))
                        .text(
                                "country_source_value",
                                COUNTRY,
                                List.of(clinic.get("country_source_value")))
                        .schema();
    }

    /** The number of a patient's home. */
    static long of(long patient) {
        return patient + 1 + CLINIC;
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        int before = block.first() == 0 ? 1 : 0;
        CdmTable.clear(rows, before + block.count());
        if (before > 0) {
            rows.vector(ID)[0] = CLINIC;
            rows.vector(LINE)[0] = Double.NaN;
            rows.vector(CITY)[0] = Double.NaN;
            rows.vector(HOME)[0] = Double.NaN;
            rows.vector(COUNTRY)[0] = 0;
        }
        for (int p = 0; p < block.count(); p++) {
            long patient = block.first() + p;
            int row = before + p;
            rows.vector(ID)[row] = of(patient);
            rows.vector(LINE)[row] = Fictitious.patient(patient, Fictitious.LINES);
            rows.vector(CITY)[row] = Fictitious.patient(patient, Fictitious.CITIES);
            rows.vector(HOME)[row] = 0;
            rows.vector(COUNTRY)[row] = Double.NaN;
        }
        rows.fill(before + block.count());
    }
}
