package org.anamnesis.converse;

import java.math.BigDecimal;
import java.math.MathContext;
import org.anamnesis.evaluate.Words;

/** Figures as answers show them. */
final class Amounts {
    private Amounts() {}

    /** Four significant digits say all that survey figures hold. */
    static String number(double value) {
        return Words.number(rounded(value));
    }

    static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }

    /** With its UCUM unit as people write it. */
    static String of(double value, String ucum) {
        return (number(value) + " " + Words.unit(ucum)).strip();
    }

    static String count(long n) {
        return Words.count(n);
    }

    /** A name within a sentence: "hemoglobin A1c", but "LDL cholesterol", "Alzheimer's disease". */
    static String lower(String name) {
        boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return word && !name.startsWith("Alzheimer")
                ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
                : name;
    }
}
