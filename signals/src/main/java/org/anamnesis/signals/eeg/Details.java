package org.anamnesis.signals.eeg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.anamnesis.study.Finding;

/** Numbers of a study that are written as words. */
final class Details {
    private Details() {}

    static double number(String text) {
        return Double.parseDouble(text);
    }

    static double number(Finding finding, String detail, double otherwise) {
        String text = finding.details().get(detail);
        return text == null ? otherwise : number(text);
    }

    static String text(Finding finding, String detail, String otherwise) {
        return finding.details().getOrDefault(detail, otherwise);
    }

    /** With a point, without needless zeros. */
    static String text(double value, int decimals) {
        var rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
