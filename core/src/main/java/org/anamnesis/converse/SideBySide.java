package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.evaluate.CategoryFinding;
import org.anamnesis.evaluate.Evaluation;
import org.anamnesis.evaluate.NumberFinding;

/** What the patients of a baseline and of its variant are like: {@code comparison.csv}. */
final class SideBySide {
    private SideBySide() {}

    /** A line a mean or share of both cohorts, counted in the patients that were written. */
    static String csv(Evaluation baseline, Evaluation variant) {
        List<String> lines = new ArrayList<>();
        lines.add("column,statistic,unit,baseline,variant,difference,n_baseline,n_variant");
        for (NumberFinding b : baseline.numbers()) {
            Optional<NumberFinding> v =
                    variant.numbers().stream()
                            .filter(n -> n.field().name().equals(b.field().name()))
                            .findFirst();
            v.ifPresent(
                    n ->
                            lines.add(
                                    line(
                                            b.field().name(),
                                            "mean",
                                            b.field().unit(),
                                            b.cohort().mean(),
                                            n.cohort().mean(),
                                            b.cohort().n(),
                                            n.cohort().n())));
        }
        for (CategoryFinding b : baseline.categories()) {
            Optional<CategoryFinding> v =
                    variant.categories().stream()
                            .filter(n -> n.field().name().equals(b.field().name()))
                            .findFirst();
            v.ifPresent(n -> levels(b, n, baseline, variant, lines));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void levels(
            CategoryFinding b,
            CategoryFinding v,
            Evaluation before,
            Evaluation after,
            List<String> lines) {
        for (int level = 0; level < b.field().levels().size(); level++) {
            String name = b.field().levels().get(level);
            int at = v.field().levels().indexOf(name);
            if (at >= 0) {
                lines.add(
                        line(
                                b.field().name(),
                                "share of " + name,
                                "%",
                                100.0 * b.counts().get(level) / before.patients(),
                                100.0 * v.counts().get(at) / after.patients(),
                                before.patients(),
                                after.patients()));
            }
        }
    }

    private static String line(
            String column, String what, String unit, double b, double v, long n, long m) {
        return String.join(
                ",",
                column,
                quoted(what),
                quoted(unit),
                number(b),
                number(v),
                number(v - b),
                String.valueOf(n),
                String.valueOf(m));
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
    }
}
