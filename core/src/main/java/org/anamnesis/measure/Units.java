package org.anamnesis.measure;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Units as people type them, and their UCUM codes. */
public final class Units {
    private static final Map<String, String> UCUM =
            Map.ofEntries(
                    Map.entry("%", "%"),
                    Map.entry("percent", "%"),
                    Map.entry("pct", "%"),
                    Map.entry("mg/dl", "mg/dL"),
                    Map.entry("mgdl", "mg/dL"),
                    Map.entry("mmol/l", "mmol/L"),
                    Map.entry("mmol", "mmol/L"),
                    Map.entry("mmol/mol", "mmol/mol"),
                    Map.entry("umol/l", "umol/L"),
                    Map.entry("nmol/l", "nmol/L"),
                    Map.entry("pmol/l", "pmol/L"),
                    Map.entry("mmhg", "mm[Hg]"),
                    Map.entry("mm hg", "mm[Hg]"),
                    Map.entry("mm[hg]", "mm[Hg]"),
                    Map.entry("kpa", "kPa"),
                    Map.entry("kg/m2", "kg/m2"),
                    Map.entry("kg/m^2", "kg/m2"),
                    Map.entry("kg", "kg"),
                    Map.entry("kilos", "kg"),
                    Map.entry("kilograms", "kg"),
                    Map.entry("lb", "[lb_av]"),
                    Map.entry("lbs", "[lb_av]"),
                    Map.entry("pounds", "[lb_av]"),
                    Map.entry("cm", "cm"),
                    Map.entry("centimeters", "cm"),
                    Map.entry("centimetres", "cm"),
                    Map.entry("m", "m"),
                    Map.entry("in", "[in_i]"),
                    Map.entry("inches", "[in_i]"),
                    Map.entry("ml/min/1.73m2", "mL/min/{1.73_m2}"),
                    Map.entry("ml/min/1.73 m2", "mL/min/{1.73_m2}"),
                    Map.entry("ml/min/{1.73_m2}", "mL/min/{1.73_m2}"),
                    Map.entry("ml/min", "mL/min/{1.73_m2}"),
                    Map.entry("mg/g", "mg/g"),
                    Map.entry("mg/mmol", "mg/mmol"),
                    Map.entry("g/dl", "g/dL"),
                    Map.entry("g/l", "g/L"),
                    Map.entry("mg/l", "mg/L"),
                    Map.entry("ng/ml", "ng/mL"),
                    Map.entry("ng/l", "ng/L"),
                    Map.entry("ng/dl", "ng/dL"),
                    Map.entry("pg/ml", "pg/mL"),
                    Map.entry("ug/ml", "ug/mL"),
                    Map.entry("ug/dl", "ug/dL"),
                    Map.entry("u/l", "U/L"),
                    Map.entry("iu/l", "U/L"),
                    Map.entry("u/ml", "U/mL"),
                    Map.entry("iu/ml", "[IU]/mL"),
                    Map.entry("uiu/ml", "u[IU]/mL"),
                    Map.entry("miu/l", "m[IU]/L"),
                    Map.entry("meq/l", "meq/L"),
                    Map.entry("bpm", "/min"),
                    Map.entry("/min", "/min"),
                    Map.entry("beats per minute", "/min"),
                    Map.entry("per minute", "/min"),
                    Map.entry("celsius", "Cel"),
                    Map.entry("°c", "Cel"),
                    Map.entry("fahrenheit", "[degF]"),
                    Map.entry("°f", "[degF]"),
                    Map.entry("mm/h", "mm/h"),
                    Map.entry("fl", "fL"),
                    Map.entry("l", "L"),
                    Map.entry("liters", "L"),
                    Map.entry("litres", "L"),
                    Map.entry("l/min", "L/min"),
                    Map.entry("ms", "ms"),
                    Map.entry("points", "{score}"),
                    Map.entry("weeks", "wk"));

    private Units() {}

    /**
     * UCUM code of a typed unit, or empty if it is not known; case, µ and superscripts do not
     * matter.
     */
    public static Optional<String> ucum(String typed) {
        String t =
                typed.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace('µ', 'u')
                        .replace('μ', 'u')
                        .replace("²", "2")
                        .replace("mcg", "ug");
        return Optional.ofNullable(UCUM.get(t));
    }

    /** All spellings that {@link #ucum} knows. */
    public static java.util.Set<String> spellings() {
        return UCUM.keySet();
    }
}
