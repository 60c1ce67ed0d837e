package org.anamnesis.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody in the built-in population has what nobody of their sex in the survey has. */
class SexTest {
    private final ReferencePopulation people = ReferencePopulation.bundled(true, false);

    @ParameterizedTest
    @CsvSource({"prostate-cancer, male", "breast-cancer, female", "pregnant, female"})
    void onlyOneSexHasIt(String column, String sex) {
        double[] has = people.column(column);
        double[] sexes = people.column("sex");
        int only = people.variable("sex").levels().indexOf(sex);

        long all = IntStream.range(0, has.length).filter(i -> has[i] == 1).count();
        long others =
                IntStream.range(0, has.length).filter(i -> has[i] == 1 && sexes[i] != only).count();

        assertTrue(all > 100, column + " " + all);
        assertEquals(0, others);
    }
}
