package org.anamnesis.measure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mass per volume, as laboratories write it: "g/L", "mg/dL", "ug/mL". Two of them differ by a power
 * of ten, whatever is measured, so that no source is needed: 1.9 g/L are 190 mg/dL.
 */
final class MassConcentration {
    private static final Pattern UCUM = Pattern.compile("([munpk]?)g/([dmu]?)L");

    private MassConcentration() {}

    /** How many of the second unit one of the first is; empty if one is no mass per volume. */
    static Optional<Double> factor(String from, String to) {
        Optional<Integer> a = exponent(from);
        Optional<Integer> b = exponent(to);
        return a.isPresent() && b.isPresent()
                ? Optional.of(power(a.get() - b.get()))
                : Optional.empty();
    }

    /** Of ten: 1 mg/dL is 10<sup>−2</sup> g/L. */
    private static Optional<Integer> exponent(String unit) {
        Matcher m = UCUM.matcher(unit);
        return m.matches()
                ? Optional.of(prefix(m.group(1)) - prefix(m.group(2)))
                : Optional.empty();
    }

    private static int prefix(String letter) {
        return switch (letter) {
            case "k" -> 3;
            case "d" -> -1;
            case "m" -> -3;
            case "u" -> -6;
            case "n" -> -9;
            case "p" -> -12;
            default -> 0;
        };
    }

    /** Exact for whole powers above zero; below, the nearest number. */
    private static double power(int exponent) {
        return exponent >= 0 ? Math.pow(10, exponent) : 1 / Math.pow(10, -exponent);
    }
}
