package org.anamnesis.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Units as typed, and conversions against published worked examples. */
class UnitsTest {
    @Test
    void spellingsThatPeopleType() {
        String expected =
                """
                mg/dl = mg/dL
                MG/DL = mg/dL
                mmol/l = mmol/L
                mmol/mol = mmol/mol
                µmol/L = umol/L
                mmHg = mm[Hg]
                mm Hg = mm[Hg]
                % = %
                kg/m² = kg/m2
                kg / m2 = kg/m2
                ml/min/1.73m2 = mL/min/{1.73_m2}
                mL/min/1.73 m² = mL/min/{1.73_m2}
                lbs = [lb_av]
                pounds = [lb_av]
                °F = [degF]
                mcg/mL = ug/mL
                ×10⁹/L = 10*9/L
                10^3/µL = 10*3/uL
                bpm = /min
                mEq/L = meq/L
                """;
        for (String line : expected.lines().toList()) {
            String[] pair = line.split(" = ");
            assertEquals(Optional.of(pair[1]), Units.ucum(pair[0]), pair[0]);
        }
        assertEquals(Optional.empty(), Units.ucum("furlongs"));
    }

    /**
     * Whoever types the UCUM code itself is understood, for every unit that is in use but those of
     * one letter: "2k" is a number.
     */
    @Test
    void everyUnitInUseIsItsOwnSpelling() {
        var unknown = new TreeSet<String>();
        for (Measurand m : Measurands.bundled().all()) {
            if (!m.unit().isEmpty() && !Units.ucum(m.unit()).equals(Optional.of(m.unit()))) {
                unknown.add(m.unit());
            }
            for (UnitConversion c : m.conversions()) {
                if (c.unit().length() > 1 && !Units.ucum(c.unit()).equals(Optional.of(c.unit()))) {
                    unknown.add(c.unit());
                }
            }
        }
        assertTrue(unknown.isEmpty(), unknown::toString);
    }
}
