package org.anamnesis.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestatedTest {
    private static Measurand of(String id) {
        return Measurands.bundled().get(id);
    }

    @ParameterizedTest
    @CsvSource({
        "hba1c, mmol/mol, hba1c_mmol_mol, 0",
        "glucose, mmol/L, glucose_mmol_l, 1",
        "ldl, mmol/L, ldl_mmol_l, 2",
        "creatinine, umol/L, creatinine_umol_l, 0",
        "weight, [lb_av], weight_lb, 1",
        "temperature, [degF], temperature_degf, 1"
    })
    void columnAndDigitsAreThoseOfTheUnit(String id, String unit, String column, int decimals) {
        Measurand restated = Restated.in(of(id), unit);

        assertEquals(column, restated.column());
        assertEquals(decimals, restated.decimals());
        assertEquals(unit, restated.unit());
    }

    @Test
    void canonicalStaysAsItIs() {
        assertEquals(of("hba1c"), Restated.in(of("hba1c"), "%"));
    }

    @ParameterizedTest
    @CsvSource({
        "glucose, mmol/L",
        "hba1c, mmol/mol",
        "creatinine, umol/L",
        "hemoglobin, g/L",
        "wbc, 10*9/L",
        "potassium, mmol/L",
        "sbp, mm[Hg]",
        "weight, kg",
        "ferritin, ug/L",
        "alt, U/L",
        "spo2, %"
    })
    void siIsWhatLaboratoriesOutsideTheUnitedStatesReport(String id, String unit) {
        assertEquals(unit, UnitSystem.SI.unit(of(id)));
    }

    @Test
    void eachUnitOfASystemCanBeConvertedTo() {
        for (Measurand m : Measurands.bundled().all()) {
            for (UnitSystem s : UnitSystem.values()) {
                assertTrue(m.toCanonical(1, s.unit(m)).isPresent(), m.id());
            }
        }
    }
}
