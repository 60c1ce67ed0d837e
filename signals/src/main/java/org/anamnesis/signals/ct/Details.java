package org.anamnesis.signals.ct;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.anamnesis.study.Finding;

/** Details of a finding while they are settled: what was asked stays, the rest is filled in. */
final class Details {
    private final String id;
    private final Map<String, String> all;

    Details(Finding asked) {
        this.id = asked.id();
        this.all = new TreeMap<>(asked.details());
    }

    Finding done() {
        return new Finding(id, all);
    }

    String id() {
        return id;
    }

    boolean has(String detail) {
        return all.containsKey(detail);
    }

    String text(String detail, Supplier<String> otherwise) {
        return all.computeIfAbsent(detail, d -> otherwise.get());
    }

    /** A number, rounded to a tenth when it is drawn: what is written is what is painted. */
    double number(String detail, DoubleSupplier otherwise) {
        return Double.parseDouble(all.computeIfAbsent(detail, d -> tenth(otherwise.getAsDouble())));
    }

    void put(String detail, double value) {
        all.put(detail, tenth(value));
    }

    void put(String detail, String value) {
        all.put(detail, value);
    }

    /** Where a side lies: −1 right, 1 left, as x goes. */
    static int x(String side) {
        return side.equals("right") ? -1 : 1;
    }

    /** A drawn side, or the other where one of this name lies there already. */
    static String freeSide(String id, String drawn, List<Finding> before) {
        boolean taken =
                before.stream()
                        .anyMatch(f -> f.id().equals(id) && drawn.equals(f.details().get("side")));
        return taken ? (drawn.equals("right") ? "left" : "right") : drawn;
    }

    static String tenth(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static double number(Finding finding, String detail) {
        return Double.parseDouble(finding.details().get(detail));
    }
}
