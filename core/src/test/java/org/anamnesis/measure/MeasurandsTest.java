package org.anamnesis.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class MeasurandsTest {
    private final Measurands measurands = Measurands.bundled();

    /** Value, unit, measurand, the value that textbooks and laboratories give, its decimals. */
    @Test
    void workedExamples() {
        String examples =
                """
                48 mmol/mol hba1c 6.5 1
                53 mmol/mol hba1c 7.0 1
                86 mmol/mol hba1c 10.0 1
                5.5 mmol/L glucose 99 0
                7.0 mmol/L glucose_fasting 126 0
                11.1 mmol/L ogtt_2h 200 0
                5.0 mmol/L total_chol 193 0
                1.0 mmol/L hdl 39 0
                1.8 mmol/L ldl 70 0
                1.7 mmol/L triglycerides 151 0
                88.4 umol/L creatinine 1.0 1
                5.0 mmol/L bun 14 0
                360 umol/L uric_acid 6.1 1
                2.4 mmol/L calcium 9.6 1
                1.0 mmol/L phosphate 3.1 1
                0.8 mmol/L magnesium 1.9 1
                17.1 umol/L bilirubin 1.0 1
                50 nmol/L vitamin_d 20 0
                150 g/L hemoglobin 15.0 1
                8.0 mmol/L hemoglobin 12.9 1
                40 g/L albumin 4.0 1
                3 mg/mmol uacr 27 0
                1 mg/dL crp 10 0
                150 [lb_av] weight 68.0 1
                70 [in_i] height 177.8 1
                98.6 [degF] temperature 37.0 1
                16 kPa sbp 120 0
                60 pmol/L insulin 10 0
                0.4 1 lvef 40 0
                """;
        for (String line : examples.lines().toList()) {
            String[] e = line.split(" ");
            double got =
                    measurands
                            .get(e[2])
                            .toCanonical(Double.parseDouble(e[0]), e[1])
                            .orElseThrow(() -> new AssertionError(line));
            double half = 0.5000001 * Math.pow(10, -Integer.parseInt(e[4]));
            assertEquals(Double.parseDouble(e[3]), got, half, line);
        }
    }

    @Test
    void aUnitOfAnotherAnalyteIsRefused() {
        assertTrue(measurands.get("sbp").toCanonical(5, "mmol/L").isEmpty());
        assertTrue(measurands.get("hba1c").toCanonical(5, "mmol/L").isEmpty());
    }

    @Test
    void conversionsGoBackAndForth() {
        ForAll.seeds(
                50,
                seed -> {
                    long key = SeedTree.key(new SeedTree(seed).purpose("value"), 0);
                    double x = 0.1 + 500 * SeedTree.uniform(key, 0);
                    for (Measurand m : measurands.all()) {
                        for (UnitConversion c : m.conversions()) {
                            double back = c.fromCanonical(c.toCanonical(x));
                            assertEquals(x, back, 1e-9 * Math.max(1, x), m.id());
                            assertFalse(c.source().isBlank(), m.id());
                        }
                    }
                });
    }

    @Test
    void columnsAreNamesThatEveryToolTakes() {
        Set<String> seen = new HashSet<>();
        for (Measurand m : measurands.all()) {
            assertTrue(m.column().matches("[a-z][a-z0-9_]*"), m.column());
            assertTrue(seen.add(m.column()), "two columns " + m.column());
            assertTrue(m.column().startsWith(m.id()), m.column());
        }
        assertEquals("hba1c_pct", measurands.get("hba1c").column());
        assertEquals("ldl_mg_dl", measurands.get("ldl").column());
        assertEquals("sbp_mmhg", measurands.get("sbp").column());
        assertEquals("egfr_ml_min_173m2", measurands.get("egfr").column());
        assertEquals("uacr_mg_g", measurands.get("uacr").column());
        assertEquals("bmi_kg_m2", measurands.get("bmi").column());
        assertEquals("potassium_mmol_l", measurands.get("potassium").column());
    }

    /** What the reference range calls healthy, a record must be able to hold. */
    @Test
    void referenceRangesLieWithinPlausibleLimits() {
        for (Measurand m : measurands.all()) {
            assertEquals(m.unit().isEmpty(), m.plausible().isEmpty(), m.id());
            if (m.reference().isPresent()) {
                QuantityRange r = m.reference().get();
                QuantityRange plausible = m.plausible().orElseThrow();
                boolean upTo = r.low() == 0; // "0 to 99" means "99 or less"
                assertTrue(upTo || plausible.contains(r.low()), m.id());
                assertTrue(plausible.contains(r.high()), m.id());
            }
        }
    }
}
