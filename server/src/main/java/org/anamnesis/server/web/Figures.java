package org.anamnesis.server.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people. */
public final class Figures {
    private static final MathContext THREE = new MathContext(3);

    private Figures() {}

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
