package org.anamnesis.export;

import java.util.List;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.IndexVisit;
import org.anamnesis.cohort.PatientBlock;

/** {@code conditions}: one row a diagnosis that is present, with its onset where known. */
final class ConditionsTable implements RowMaker {
    private final TableSchema schema;
    private final IndexVisit visit;
    private final ConditionFields conditions;
    private final int age;
    private final int[] decimals;

    ConditionsTable(CohortHeader header) {
        visit = new IndexVisit(header);
        conditions = new ConditionFields(header);
        age = header.indexOf("age");
        decimals = header.fields().stream().mapToInt(f -> f.decimals()).toArray();
        schema =
                new TableSchema(
                        "conditions",
                        "Diagnoses on record at the index encounter",
                        List.of(
                                Ids.patient(header, 0),
                                Ids.encounter(header, 0),
                                text("condition", "Condition id", conditions.ids(), true),
                                text("display", "Condition", conditions.names(), true),
                                text(
                                        "snomed_code",
                                        "SNOMED CT",
                                        conditions.codes(CodeSystem.SNOMED_CT),
                                        false),
                                text(
                                        "icd10cm_code",
                                        "ICD-10-CM",
                                        conditions.codes(CodeSystem.ICD_10_CM),
                                        false),
                                Ids.day("onset_date", "Date of diagnosis", 2, false),
                                Ids.day("recorded_date", "Date of record", 3, true)));
    }

    private static Column text(String name, String label, Column.Kind kind, boolean required) {
        return new Column(name, label, "", kind, 1, required);
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        rows.clear(PatientBlock.CAPACITY * Math.max(1, conditions.count()));
        double[] key = rows.vector(0);
        double[] condition = rows.vector(1);
        double[] onset = rows.vector(2);
        double[] recorded = rows.vector(3);
        int row = 0;
        for (int p = 0; p < block.count(); p++) {
            long patient = block.first() + p;
            long day = visit.day(patient);
            for (int c = 0; c < conditions.count(); c++) {
                if (conditions.has(block, p, c)) {
                    key[row] = patient + 1;
                    condition[row] = c;
                    onset[row] = onset(block, p, conditions.duration(c));
                    recorded[row] = day;
                    row++;
                }
            }
        }
        rows.fill(row);
    }

    private double onset(PatientBlock block, int p, int duration) {
        if (duration < 0 || Double.isNaN(block.column(duration)[p])) {
            return Double.NaN;
        }
        long patient = block.first() + p;
        double years = block.column(age)[p];
        long birth = Double.isNaN(years) ? Long.MIN_VALUE : visit.birthDay(patient, years);
        return visit.onsetDay(
                patient, duration, block.column(duration)[p], decimals[duration], birth);
    }
}
