package org.anamnesis.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;

/**
 * GFR categories: G1 ≥ 90, G2 60–89, G3a 45–59, G3b 30–44, G4 15–29, G5 &lt; 15 mL/min/1.73 m².
 * Source: KDIGO 2024 CKD guideline, doi:10.1016/j.kint.2023.10.018.
 */
final class KidneyStage {
    /** Ids under which a column of stages may stand. */
    private static final List<String> IDS = List.of("ckd_stage", "ckd_g", "ckd-stage");

    static final String SOURCE = "KDIGO 2024, doi:10.1016/j.kint.2023.10.018";

    private KidneyStage() {}

    /** {@code 1}, {@code 2}, {@code 3a}, {@code 3b}, {@code 4} or {@code 5}. */
    static String of(double egfr) {
        if (egfr >= 90) {
            return "1";
        }
        if (egfr >= 60) {
            return "2";
        }
        if (egfr >= 45) {
            return "3a";
        }
        if (egfr >= 30) {
            return "3b";
        }
        return egfr >= 15 ? "4" : "5";
    }

    /** Stage named by a level such as {@code G3a}, {@code stage 3a} or {@code 3a}; "" if none. */
    static String named(String level) {
        String text = level.toLowerCase(Locale.ROOT);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '1' && c <= '5') {
                boolean part =
                        i + 1 < text.length()
                                && (text.charAt(i + 1) == 'a' || text.charAt(i + 1) == 'b');
                return text.substring(i, part ? i + 2 : i + 1);
            }
        }
        return "";
    }

    /**
     * Whether a stage, "" for none, is that of the values; G1 and G2 are CKD only with albuminuria
     * of 30 mg/g or more.
     *
     * @param albumin urine albumin/creatinine in mg/g; NaN if not known
     */
    static boolean agrees(String stage, double egfr, double albumin) {
        if (stage.isEmpty()) {
            return egfr >= 60 && !(albumin >= 30);
        }
        return of(egfr).startsWith(stage) && (egfr < 60 || !(albumin < 30));
    }

    /** The column that holds stages, if the cohort has one. */
    static Optional<Integer> column(CohortHeader header) {
        return IDS.stream()
                .map(header::indexOf)
                .filter(k -> k >= 0 && header.fields().get(k).isCategory())
                .findFirst();
    }

    /** Whether a row is in this stage, by the column of stages or else by eGFR. */
    static Optional<RowTest> test(CohortHeader header, String asked) {
        String stage = named(asked);
        Optional<Integer> column = column(header);
        if (column.isPresent()) {
            Field field = header.fields().get(column.get());
            List<String> names = field.levels().stream().map(KidneyStage::named).toList();
            return column.map(
                    k ->
                            (rows, i) -> {
                                double x = rows.column(k)[i];
                                return Double.isNaN(x)
                                        ? RowTest.UNKNOWN
                                        : matches(names.get((int) x), stage);
                            });
        }
        int egfr = header.indexOf("egfr");
        return egfr < 0
                ? Optional.empty()
                : Optional.of(
                        (rows, i) -> {
                            double x = rows.column(egfr)[i];
                            return Double.isNaN(x) ? RowTest.UNKNOWN : matches(of(x), stage);
                        });
    }

    private static int matches(String actual, String asked) {
        return actual.startsWith(asked) && !asked.isEmpty() ? RowTest.YES : RowTest.NO;
    }
}
