package org.anamnesis.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Units as people type them, and their UCUM codes. */
public final class Units {
    private static final Map<String, String> UCUM = new LinkedHashMap<>();

    static {
        add("%", "%", "percent", "per cent", "pct", "percentage points");
        add(
                "mg/dL",
                "mg/dl",
                "mgdl",
                "mg per dl",
                "mg%",
                "milligrams per deciliter",
                "milligrams per decilitre");
        add(
                "mmol/L",
                "mmol/l",
                "mmol",
                "mmoll",
                "mmol per l",
                "mmol per liter",
                "mmol per litre",
                "millimoles per liter",
                "millimoles per litre",
                "mm/l",
                "millimolar");
        add("mmol/mol", "mmol/mol", "mmol per mol");
        add(
                "umol/L",
                "umol/l",
                "umol",
                "micromol/l",
                "micromoles per liter",
                "micromoles per litre");
        add("nmol/L", "nmol/l", "nmol");
        add("pmol/L", "pmol/l", "pmol");
        add(
                "mm[Hg]",
                "mmhg",
                "mm hg",
                "mm[hg]",
                "millimeters of mercury",
                "millimetres of mercury",
                "torr");
        add("kPa", "kpa");
        add("kg/m2", "kg/m2", "kg/m^2", "kg/m**2", "kg m-2", "kg/sqm", "kg per m2");
        add("kg", "kg", "kgs", "kilo", "kilos", "kilogram", "kilograms");
        add("g", "grams");
        add("[lb_av]", "lb", "lbs", "pound", "pounds", "[lb_av]");
        add("[stone_av]", "stone", "[stone_av]");
        add("cm", "cm", "cms", "centimeter", "centimeters", "centimetre", "centimetres");
        add("m", "m", "meter", "meters", "metre", "metres");
        add("mm", "mm", "millimeters", "millimetres");
        add("[in_i]", "in", "inch", "inches", "[in_i]");
        add("[ft_i]", "ft", "feet", "[ft_i]");
        add(
                "mL/min/{1.73_m2}",
                "ml/min/1.73m2",
                "ml/min/1.73 m2",
                "ml/min/1.73m^2",
                "ml/min/1.73 m^2",
                "ml/min/{1.73_m2}",
                "ml/min per 1.73 m2",
                "ml/min per 1.73m2",
                "ml/min/1,73m2",
                "ml/min");
        add("mg/g", "mg/g", "mg/gcr", "mg/g creatinine", "mg per g");
        add("mg/mmol", "mg/mmol");
        add("ug/mg", "ug/mg");
        add("g/dL", "g/dl", "gm/dl", "g per dl", "g%");
        add("g/L", "g/l");
        add("mg/L", "mg/l");
        add("ng/mL", "ng/ml");
        add("ng/L", "ng/l");
        add("ng/dL", "ng/dl");
        add("pg/mL", "pg/ml");
        add("ug/mL", "ug/ml");
        add("ug/dL", "ug/dl");
        add("ug/L", "ug/l");
        add("U/L", "u/l", "iu/l", "units/l", "units per liter", "units per litre");
        add("U/mL", "u/ml");
        add("[IU]/mL", "iu/ml", "[iu]/ml");
        add("k[IU]/L", "kiu/l", "ku/l", "k[iu]/l");
        add("u[IU]/mL", "uiu/ml", "uu/ml", "u[iu]/ml");
        add("m[IU]/L", "miu/l", "mu/l", "m[iu]/l");
        add("meq/L", "meq/l", "meq");
        add(
                "/min",
                "bpm",
                "/min",
                "beats per minute",
                "beats/min",
                "beats a minute",
                "per minute",
                "per min",
                "breaths per minute",
                "breaths/min");
        add("Cel", "celsius", "°c", "degrees celsius", "degrees c", "deg c", "cel", "centigrade");
        add("[degF]", "fahrenheit", "°f", "degrees fahrenheit", "degrees f", "deg f", "[degf]");
        add("mm/h", "mm/h", "mm/hr", "mm per hour");
        add("fL", "fl", "femtoliters", "femtolitres");
        add("L", "l", "liter", "liters", "litre", "litres");
        add("mL", "ml", "milliliters", "millilitres");
        add("L/min", "l/min");
        add("L/s", "l/s");
        add("K", "kelvin");
        add("d", "days", "day");
        add("s", "seconds", "sec");
        add("m/s", "m/s", "meters per second", "metres per second");
        add("min", "min", "mins", "minutes", "minute");
        add("h", "h", "hours", "hour", "hrs");
        add("ms", "ms", "msec", "milliseconds");
        add("{score}", "points", "point", "{score}");
        add("wk", "weeks", "wk", "wks");
        add(
                "10*3/uL",
                "10*3/ul",
                "10^3/ul",
                "10e3/ul",
                "x10^3/ul",
                "x10*3/ul",
                "k/ul",
                "thou/ul",
                "thousand/ul",
                "thousands/ul",
                "k/mm3");
        add("10*9/L", "10*9/l", "10^9/l", "10e9/l", "x10^9/l", "x10*9/l", "giga/l");
        add("/uL", "/ul", "cells/ul", "cells per microliter", "/mm3", "cells/mm3");
        add(
                "10*6/uL",
                "10*6/ul",
                "10^6/ul",
                "10e6/ul",
                "x10^6/ul",
                "m/ul",
                "million/ul",
                "millions/ul");
        add("10*12/L", "10*12/l", "10^12/l", "10e12/l", "x10^12/l", "tera/l");
        add("[pH]", "[ph]");
        add("[ppb]", "ppb", "[ppb]");
        add("{INR}", "{inr}");
        add("{count}", "{count}");
        add("{Tscore}", "{tscore}");
        add("/mo", "/mo", "per month", "a month");
        add("L/L", "l/l");
    }

    private Units() {}

    private static void add(String ucum, String... spellings) {
        for (String s : spellings) {
            UCUM.put(s, ucum);
        }
    }

    /**
     * UCUM code of a typed unit, or empty if it is not known; case, spaces around signs, µ,
     * superscripts and "×" do not matter.
     */
    public static Optional<String> ucum(String typed) {
        String t = plain(typed);
        String known = UCUM.get(t);
        return Optional.ofNullable(known == null ? UCUM.get(t.replace(" ", "")) : known);
    }

    private static String plain(String typed) {
        return typed.strip()
                .toLowerCase(Locale.ROOT)
                .replace('µ', 'u')
                .replace('μ', 'u')
                .replace('×', 'x')
                .replace('·', '*')
                .replace('º', '°')
                .replace("²", "2")
                .replace("³", "^3")
                .replace("⁶", "^6")
                .replace("⁹", "^9")
                .replace("mcg", "ug")
                .replace("microgram", "ug")
                .replace(" / ", "/");
    }

    /** All spellings that {@link #ucum} knows. */
    public static Set<String> spellings() {
        return Collections.unmodifiableSet(UCUM.keySet());
    }
}
