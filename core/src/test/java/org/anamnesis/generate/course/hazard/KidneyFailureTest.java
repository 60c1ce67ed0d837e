package org.anamnesis.generate.course.hazard;

import static org.anamnesis.generate.course.hazard.KidneyFailure.Horizon.FIVE_YEARS;
import static org.anamnesis.generate.course.hazard.KidneyFailure.Horizon.TWO_YEARS;
import static org.anamnesis.generate.course.hazard.KidneyFailure.Region.ELSEWHERE;
import static org.anamnesis.generate.course.hazard.KidneyFailure.Region.NORTH_AMERICA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.anamnesis.generate.course.hazard.KidneyFailure.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the Python package kfre, whose README prints them to six digits. */
class KidneyFailureTest {
    @ParameterizedTest
    @CsvSource({
        "65, false, 19, 30, 3.5, 3.5, 24, 9.5, 0.063123, 0.223128, 0.069774, 0.277728",
        "70, true, 50, 35, 4.0, 4.1, 22, 9.7, 0.00155, 0.005987, 0.00303, 0.013559",
        "60, true, 45, 25, 3.8, 3.9, 25, 9.4, 0.002893, 0.011156, 0.004705, 0.020993",
        "75, false, 22, 40, 3.3, 4.5, 21, 8.8, 0.041757, 0.152247, 0.09375, 0.357774",
        "80, true, 30, 50, 3.7, 3.2, 23, 9.6, 0.013457, 0.051111, 0.016574, 0.072424"
    })
    void elsewhere(
            double age,
            boolean female,
            double egfr,
            double uacr,
            double albumin,
            double phosphate,
            double bicarbonate,
            double calcium,
            double four2,
            double four5,
            double eight2,
            double eight5) {
        Person four = Person.of(age, female, egfr, uacr);
        Person eight =
                new Person(age, female, egfr, uacr, albumin, phosphate, bicarbonate, calcium);
        assertEquals(four2, KidneyFailure.risk(four, ELSEWHERE, TWO_YEARS), 5.1e-7);
        assertEquals(four5, KidneyFailure.risk(four, ELSEWHERE, FIVE_YEARS), 5.1e-7);
        assertEquals(eight2, KidneyFailure.risk(eight, ELSEWHERE, TWO_YEARS), 5.1e-7);
        assertEquals(eight5, KidneyFailure.risk(eight, ELSEWHERE, FIVE_YEARS), 5.1e-7);
    }

    @Test
    void aWomanOf57() {
        Person woman = Person.of(57.28, true, 15, 1762.001840);
        assertEquals(0.4466, KidneyFailure.risk(woman, ELSEWHERE, TWO_YEARS), 5e-5);
        assertEquals(0.8989, KidneyFailure.risk(woman, ELSEWHERE, FIVE_YEARS), 5e-5);
    }

    /** The mean person has the baseline; kidneys fail more often in North America. */
    @Test
    void northAmerica() {
        // the centre of the sexes is between them: both are taken
        double male = 0.5642;
        Person man = Person.of(70.36, false, 36.11, Math.exp(5.137));
        double hazard = -Math.log1p(-KidneyFailure.risk(man, NORTH_AMERICA, TWO_YEARS));
        assertEquals(-Math.log(0.9750), hazard * Math.exp(-0.2467 * (1 - male)), 1e-12);
        hazard = -Math.log1p(-KidneyFailure.risk(man, NORTH_AMERICA, FIVE_YEARS));
        assertEquals(-Math.log(0.9240), hazard * Math.exp(-0.2467 * (1 - male)), 1e-12);
        assertTrue(
                KidneyFailure.risk(man, NORTH_AMERICA, TWO_YEARS)
                        > KidneyFailure.risk(man, ELSEWHERE, TWO_YEARS));
    }
}
