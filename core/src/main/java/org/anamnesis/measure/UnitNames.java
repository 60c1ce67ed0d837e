package org.anamnesis.measure;

import java.util.Locale;
import java.util.Map;

/** Units as parts of column names: {@code mg/dL} is {@code mg_dl}. */
public final class UnitNames {
    /** In place of a unit: days since 1970-01-01, which are told as dates of ISO 8601. */
    public static final String DATE = "date";

    private static final Map<String, String> SPECIAL =
            Map.ofEntries(
                    Map.entry("%", "pct"),
                    Map.entry("mm[Hg]", "mmhg"),
                    Map.entry("[lb_av]", "lb"),
                    Map.entry("[stone_av]", "st"),
                    Map.entry("[in_i]", "in"),
                    Map.entry("[ft_i]", "ft"),
                    Map.entry("[degF]", "degf"),
                    Map.entry("/min", "per_min"),
                    Map.entry("/mo", "per_mo"),
                    Map.entry("1", "fraction"),
                    Map.entry("10*9/L", "10e9_l"),
                    Map.entry("10*12/L", "10e12_l"));

    private UnitNames() {}

    /** Small letters, digits and "_"; empty for no unit. */
    public static String part(String ucum) {
        String special = SPECIAL.get(ucum);
        return special != null
                ? special
                : ucum.toLowerCase(Locale.ROOT)
                        .replace('µ', 'u')
                        .replace('μ', 'u')
                        .replaceAll("[\\[\\]{}]", "")
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_+|_+$", "");
    }
}
