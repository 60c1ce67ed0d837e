package org.anamnesis.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.anamnesis.interpret.Reading;
import org.anamnesis.interpret.RuleReader;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "A or B", "at least two of A, B and C", from the words to every row. */
class AlternativesTest {
    private static Map<String, double[]> made(String words, long seed) throws IOException {
        var reading = (Reading.Understood) new RuleReader().read(words, CohortSpec.DEFAULT);
        CohortSpec spec =
                Amendment.of(
                        CohortSpec.DEFAULT,
                        reading.edits().stream().map(Reading.Quoted::edit).toList());
        return MadeCohorts.made(spec.withSeed(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyRowMeetsOneOfTwoLimitsAndSomeOnlyTheOther(long seed) throws IOException {
        Map<String, double[]> rows =
                made("600 type 2 diabetes patients, eGFR below 60 or HbA1c above 9", seed);
        double[] egfr = rows.get("egfr");
        double[] hba1c = rows.get("hba1c");
        int first = 0;
        int second = 0;
        for (int i = 0; i < egfr.length; i++) {
            boolean kidney = egfr[i] < 60;
            boolean sugar = hba1c[i] > 9;
            assertTrue(kidney || sugar, egfr[i] + " " + hba1c[i]);
            first += kidney && !sugar ? 1 : 0;
            second += sugar && !kidney ? 1 : 0;
        }
        assertTrue(first > 30 && second > 30, first + " " + second);
    }

    @Test
    void everyRowHasTwoOfThreeConditions() throws IOException {
        Map<String, double[]> rows =
                made(
                        "500 patients with at least two of hypertension, obesity and chronic kidney disease",
                        1);
        int all = 0;
        for (int i = 0; i < 500; i++) {
            int has = 0;
            for (String c : List.of("hypertension", "obesity", "chronic-kidney-disease")) {
                has += (int) rows.get(c)[i];
            }
            assertTrue(has >= 2);
            all += has == 3 ? 1 : 0;
        }
        assertTrue(all > 0 && all < 400, "with all three: " + all);
    }

    @Test
    void aShareOfEitherIsTheShareOfBothTogether() throws IOException {
        Map<String, double[]> rows =
                made("1000 hypertension patients, 40 % with stroke or heart failure", 1);
        int either = 0;
        for (int i = 0; i < 1000; i++) {
            either += rows.get("stroke")[i] + rows.get("heart-failure")[i] > 0 ? 1 : 0;
        }
        assertEquals(400, either, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aFamilyOfDrugClassesIsTakenByTheShareAskedOrByNobody(long seed) throws IOException {
        List<String> water =
                List.of(
                        "class:thiazide-diuretic",
                        "class:loop-diuretic",
                        "class:mineralocorticoid-antagonist");
        Map<String, double[]> some = made("1000 hypertension patients, 60 % on diuretics", seed);
        Map<String, double[]> none = made("300 hypertension patients not on a diuretic", seed);

        assertEquals(600, taking(some, water), 1);
        assertEquals(0, taking(none, water));
    }

    private static int taking(Map<String, double[]> rows, List<String> classes) {
        int n = 0;
        for (int i = 0; i < rows.get("age").length; i++) {
            boolean takes = false;
            for (String c : classes) {
                takes |= rows.containsKey(c) && !Double.isNaN(rows.get(c)[i]);
            }
            n += takes ? 1 : 0;
        }
        return n;
    }
}
