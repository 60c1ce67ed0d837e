package org.anamnesis.server.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers for people. */
public final class Figures {
    private static final Pattern MODEL = Pattern.compile("[\\w-]{20,30}/learned\\.model");
    private static final MathContext THREE = new MathContext(3);

    private Figures() {}

    /** What the files call a model by, and its units, as people read them. */
    public static String words(String text) {
        return MODEL.matcher(text)
                .replaceAll("that was learned here")
                .replace("{1.73_m2}", "1.73 m²");
    }

    /** A size. */
    public static String bytes(long n) {
        return n < 1_000_000 ? count((n + 999) / 1000) + " kB" : count(n / 1_000_000) + " MB";
    }

    /** Three significant digits. */
    static String significant(double value) {
        return new BigDecimal(value).round(THREE).stripTrailingZeros().toPlainString();
    }

    public static String percent(double share) {
        return share == 0 ? "0 %" : significant(100 * share) + " %";
    }

    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
