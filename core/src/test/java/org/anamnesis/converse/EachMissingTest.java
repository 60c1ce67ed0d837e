package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.table.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "5 % missing everywhere": of each observation that is written, and of no other column. */
class EachMissingTest {
    @TempDir private Path folder;

    @Test
    void everyObservationLacksTheShareButOneThatIsNamed() throws IOException {
        Path out = folder.resolve("out");
        Anamnesis.bundled()
                .generate(
                        new GenerateRequest(
                                Optional.of(
                                        "200 T2DM patients with HbA1c, creatinine, BMI and potassium,"
                                                + " 5 % missing everywhere, HbA1c 20 % missing"),
                                Optional.empty(),
                                Optional.of(out),
                                Optional.of(List.of("csv")),
                                OptionalLong.of(11),
                                Optional.empty(),
                                false,
                                1,
                                false),
                        (s, f) -> {});
        CsvTable cohort = CsvTable.read(out.resolve("cohort.csv"));
        assertEquals(40, blanks(cohort, "hba1c_pct"));
        for (String column : List.of("creatinine_mg_dl", "bmi_kg_m2", "potassium_mmol_l")) {
            assertEquals(10, blanks(cohort, column), column);
        }
        for (String column : List.of("age_years", "sex", "smoking")) {
            assertEquals(0, blanks(cohort, column), column);
        }
    }

    private static long blanks(CsvTable table, String column) {
        return table.text(column).stream().filter(String::isEmpty).count();
    }
}
