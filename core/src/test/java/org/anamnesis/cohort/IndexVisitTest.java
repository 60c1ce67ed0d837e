package org.anamnesis.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class IndexVisitTest {
    private static IndexVisit visits(long seed, LocalDate indexDate) {
        return new IndexVisit(new CohortHeader(1000, List.of(), indexDate, seed));
    }

    @Test
    void theVisitLiesInTheYearUpToTheIndexDate() {
        ForAll.seeds(
                200,
                seed -> {
                    var indexDate = LocalDate.of(2019, 1, 1).plusDays(seed * 11);
                    var visit = visits(seed, indexDate);
                    for (long i = 0; i < 200; i++) {
                        long back = indexDate.toEpochDay() - visit.day(i);
                        assertTrue(back >= 0 && back < 365, "days back: " + back);
                    }
                });
    }

    @Test
    void theDateOfBirthGivesExactlyTheCompletedAge() {
        ForAll.seeds(
                300,
                seed -> {
                    var visit = visits(seed, LocalDate.of(2020, 3, 1).plusDays(seed));
                    for (long i = 0; i < 300; i++) {
                        int age = (int) (i % 81);
                        var birth = LocalDate.ofEpochDay(visit.birthDay(i, age));
                        var day = LocalDate.ofEpochDay(visit.day(i));
                        assertEquals(age, Period.between(birth, day).getYears(), birth + " " + day);
                    }
                });
    }

    /**
     * χ² of the visits' twelfths of the year, 11 degrees of freedom: above 45.1 with probability
     * 5·10⁻⁶; a generator that favoured one twelfth by a tenth would give about 83.
     */
    @Test
    void visitsSpreadEvenly() {
        int n = 100_000;
        assertTrue(chiSquare(n, 0) < 45.1);
        assertTrue(chiSquare(n, n / 120) > 45.1, "a tilted spread must be seen");
    }

    private static double chiSquare(int n, int moved) {
        var indexDate = LocalDate.of(2020, 3, 1);
        var visit = visits(7, indexDate);
        double[] seen = new double[12];
        for (long i = 0; i < n; i++) {
            int back = (int) (indexDate.toEpochDay() - visit.day(i));
            seen[back * 12 / 365]++;
        }
        seen[0] += moved;
        seen[6] -= moved;
        double sum = 0;
        for (int k = 0; k < 12; k++) {
            long days = (365L * (k + 1) + 11) / 12 - (365L * k + 11) / 12;
            double expected = n * days / 365.0;
            sum += (seen[k] - expected) * (seen[k] - expected) / expected;
        }
        return sum;
    }

    @Test
    void theOnsetAgreesWithTheDurationAndFollowsBirth() {
        var visit = visits(3, LocalDate.of(2020, 3, 1));
        for (long i = 0; i < 2000; i++) {
            int years = (int) (i % 40);
            long birth = visit.birthDay(i, 60);
            double whole = (visit.day(i) - visit.onsetDay(i, 4, years, 0, birth)) / 365.25;
            assertTrue(whole > years - 0.01 && whole < years + 1, years + " gives " + whole);
            double tenths = (visit.day(i) - visit.onsetDay(i, 4, years + 0.5, 1, birth)) / 365.25;
            assertEquals(years + 0.55, tenths, 0.06);
            long child = visit.birthDay(i, 3);
            assertEquals(child, visit.onsetDay(i, 4, 30, 0, child), "never before birth");
        }
    }

    @Test
    void datesDependOnSeedAndPatientAlone() {
        var small = visits(3, LocalDate.of(2020, 3, 1));
        var large =
                new IndexVisit(
                        new CohortHeader(10_000_000, List.of(), LocalDate.of(2020, 3, 1), 3));
        assertEquals(small.birthDay(17, 40), large.birthDay(17, 40));
        assertNotEquals(
                small.birthDay(17, 40), visits(4, LocalDate.of(2020, 3, 1)).birthDay(17, 40));
    }
}
