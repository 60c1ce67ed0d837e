package org.anamnesis.measure;

import java.util.List;

/** A quantity stated in another of its units: unit, column, digits and limits. */
public final class Restated {
    private Restated() {}

    /**
     * @param unit UCUM code of the canonical unit or of one of the conversions; of any other the
     *     quantity stays as it is
     */
    public static Measurand in(Measurand m, String unit) {
        return m.conversions().stream()
                .filter(c -> c.unit().equals(unit))
                .findFirst()
                .map(c -> in(m, c))
                .orElse(m);
    }

    private static Measurand in(Measurand m, UnitConversion c) {
        return new Measurand(
                m.id(),
                m.name(),
                c.unit(),
                column(m, c.unit()),
                decimals(m, c),
                m.reference().map(r -> range(r, c)),
                m.referenceNote().isEmpty() ? "" : m.referenceNote() + " (in " + m.unit() + ")",
                m.plausible().map(r -> range(r, c)),
                List.of());
    }

    /** {@code hba1c_pct} in mmol/mol is {@code hba1c_mmol_mol}. */
    private static String column(Measurand m, String unit) {
        String before = "_" + UnitNames.part(m.unit());
        boolean ends = m.column().endsWith(before);
        String name =
                ends ? m.column().substring(0, m.column().length() - before.length()) : m.id();
        return name + "_" + UnitNames.part(unit);
    }

    /** So many that a step is about as wide as one in the canonical unit, never negative. */
    private static int decimals(Measurand m, UnitConversion c) {
        double step = Math.pow(10, -m.decimals()) / Math.abs(c.factor());
        return (int) Math.max(0, Math.min(6, Math.rint(-Math.log10(step))));
    }

    private static QuantityRange range(QuantityRange r, UnitConversion c) {
        // 2 % of HbA1c, the least that a record may hold, has no value in mmol/mol
        double least = r.low() >= 0 ? 0 : Double.NEGATIVE_INFINITY;
        double a = Math.max(least, rounded(c.fromCanonical(r.low())));
        double b = rounded(c.fromCanonical(r.high()));
        return new QuantityRange(Math.min(a, b), Math.max(a, b), c.unit());
    }

    /** Three significant digits, as limits are stated. */
    private static double rounded(double x) {
        if (x == 0 || Double.isInfinite(x)) {
            return x;
        }
        double scale = Math.pow(10, 2 - Math.floor(Math.log10(Math.abs(x))));
        return Math.rint(x * scale) / scale;
    }
}
