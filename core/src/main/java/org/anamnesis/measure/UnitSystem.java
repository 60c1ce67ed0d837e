package org.anamnesis.measure;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Units that belong together: which of a quantity's units one of them means. */
public enum UnitSystem {
    /**
     * Amounts of substance and masses per litre, as laboratories outside of the United States
     * report. Blood pressure stays in mmHg, enzymes in U/L.
     */
    SI,
    /** Conventional laboratory units with pounds, inches and degrees Fahrenheit. */
    US;

    private static final List<String> PER_LITRE =
            List.of("mmol/L", "umol/L", "nmol/L", "pmol/L", "g/L", "mg/L", "ug/L", "ng/L");
    private static final Set<String> OTHER_SI =
            Set.of("mmol/mol", "mg/mmol", "10*9/L", "10*12/L", "L/L");
    private static final Map<String, String> CUSTOMARY =
            Map.of("kg", "[lb_av]", "cm", "[in_i]", "Cel", "[degF]");

    /** UCUM code: one of the quantity's units, its canonical one if the system has no other. */
    public String unit(Measurand m) {
        if (this == US) {
            String customary = CUSTOMARY.getOrDefault(m.unit(), m.unit());
            return m.toCanonical(1, customary).isPresent() ? customary : m.unit();
        }
        return PER_LITRE.contains(m.unit())
                ? m.unit()
                : m.conversions().stream()
                        .map(UnitConversion::unit)
                        .filter(u -> PER_LITRE.contains(u) || OTHER_SI.contains(u))
                        .findFirst()
                        .orElse(m.unit());
    }
}
