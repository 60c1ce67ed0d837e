package org.anamnesis.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anamnesis.table.CsvTable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class FormulaTest {
    /**
     * Worked from the equation as published (Inker et al. 2021, table S10): at S = κ and age 50
     * only 142 · 0.9938^50 (· 1.012) is left; above κ the factor is (S/κ)^−1.2, below it (S/κ)^α.
     */
    @Test
    void ckdEpi2021AsPublished() {
        double at50 = 142 * Math.pow(0.9938, 50);
        assertEquals(at50 * 1.012, Formula.ckdEpi2021(0.7, 50, true), 1e-9);
        assertEquals(at50, Formula.ckdEpi2021(0.9, 50, false), 1e-9);
        assertEquals(at50 * Math.pow(2, -1.2), Formula.ckdEpi2021(1.8, 50, false), 1e-9);
        assertEquals(
                at50 * 1.012 * Math.pow(0.5, -0.241), Formula.ckdEpi2021(0.35, 50, true), 1e-9);
        assertEquals(at50 * Math.pow(0.5, -0.302), Formula.ckdEpi2021(0.45, 50, false), 1e-9);
    }

    @Test
    void agreesWithTheSurveysOwnColumns() throws IOException {
        Path file =
                Path.of(
                        System.getProperty("anamnesis.shared", "absent"),
                        "data/nhanes/nhanes_adults_2005_2020.csv.gz");
        Assumptions.assumeTrue(Files.exists(file), "skipped: the microdata is not here: " + file);
        CsvTable t = CsvTable.read(file);
        double[] creatinine = t.numbers("creatinine");
        double[] age = t.numbers("age");
        double[] egfr = t.numbers("egfr");
        double[] ldl = t.numbers("ldl");
        double[] tc = t.numbers("total_chol");
        double[] hdl = t.numbers("hdl");
        double[] tg = t.numbers("triglycerides");
        int checked = 0;
        for (int i = 0; i < t.rows(); i++) {
            if (!Double.isNaN(egfr[i])) {
                boolean female = t.text("sex").get(i).equals("female");
                assertEquals(egfr[i], Formula.ckdEpi2021(creatinine[i], age[i], female), 0.0501);
                checked++;
            }
            if (!Double.isNaN(ldl[i])) {
                assertEquals(ldl[i], Formula.ldlFriedewald(tc[i], hdl[i], tg[i]), 0.51);
            }
        }
        assertTrue(checked > 30_000);
    }

    @Test
    void theOthers() {
        assertEquals(25, Formula.bodyMassIndex(72.25, 170), 1e-9);
        assertEquals(130, Formula.ldlFriedewald(200, 50, 100), 1e-9);
        assertTrue(Double.isNaN(Formula.ldlFriedewald(300, 40, 401)));
        assertEquals(150, Formula.nonHdl(200, 50), 1e-9);
        assertEquals(93.333, Formula.meanArterialPressure(120, 80), 1e-3);
        // Matthews 1985: 5 mmol/L · 4.5 µU/mL / 22.5 = 1; 5 mmol/L = 90 mg/dL
        assertEquals(1, Formula.homaIr(90, 4.5), 1e-9);
    }

    @Test
    void kdigoStagesAtTheirBoundaries() {
        double[][] cases = {
            {90, 29, 0},
            {90, 30, 1},
            {89, 30, 2},
            {60, 30, 2},
            {60, 29, 0},
            {59, 1, 3},
            {45, 1, 3},
            {44, 1, 4},
            {30, 1, 4},
            {29, 1, 5},
            {15, 1, 5},
            {14, 1, 6}
        };
        for (double[] c : cases) {
            assertEquals(c[2], Formula.kdigoStage(c[0], c[1]), c[0] + " " + c[1]);
        }
        assertTrue(Double.isNaN(Formula.kdigoStage(Double.NaN, 10)));
    }

    /**
     * IFCC-NGSP master equation and molar masses, on the pairs that every laboratory sheet prints.
     */
    @Test
    void unitConversions() {
        assertEquals(6.5, canonical("hba1c", 48, "mmol/mol"), 0.05);
        assertEquals(7.0, canonical("hba1c", 53, "mmol/mol"), 0.05);
        assertEquals(99, canonical("glucose", 5.5, "mmol/L"), 0.2);
        assertEquals(200, canonical("total_chol", 5.17, "mmol/L"), 0.5);
        assertEquals(150, canonical("triglycerides", 1.69, "mmol/L"), 0.5);
        assertEquals(1.0, canonical("creatinine", 88.4, "umol/L"), 0.005);
        assertEquals(20, canonical("vitamin_d", 50, "nmol/L"), 0.1);
        assertEquals(37, canonical("temperature", 98.6, "[degF]"), 1e-9);
        assertTrue(Measurands.bundled().get("sbp").toCanonical(7, "mmol/L").isEmpty());
    }

    private static double canonical(String id, double value, String unit) {
        return Measurands.bundled().get(id).toCanonical(value, unit).orElseThrow();
    }
}
