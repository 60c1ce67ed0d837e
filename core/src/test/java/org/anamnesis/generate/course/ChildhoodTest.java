package org.anamnesis.generate.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Test;

/**
 * Children among those of their sex and age, fixed seed; bounds of four standard errors and more.
 */
class ChildhoodTest {
    private static final int PEOPLE = 4000;
    private static final Map<String, Integer> DECIMALS = Map.of("height", 1, "weight", 1, "sbp", 0);
    private static final Map<String, Integer> POSITION = Map.of("height", 0, "weight", 1, "sbp", 2);

    private final Childhood childhood = new Childhood(DECIMALS, POSITION, new SeedTree(3));

    private static Life grown(int patient, boolean female) {
        Life life = new Life();
        life.patient = patient;
        life.index = 15_000;
        life.birth = life.index - life.days(40.5);
        life.ageAtIndex = 40;
        life.female = female;
        return life;
    }

    private static int birthday(Life life, double age) {
        return life.birth + life.days(age);
    }

    private double[][] at(Life life, double height, double place, double age) {
        double[][] row = {{height}, {80}, {130}};
        childhood.start(life, row, p -> place);
        childhood.day();
        childhood.write(life, birthday(life, age), 1, row);
        return row;
    }

    /** An adult of middle height and weight was about a middle child. */
    @Test
    void middleStaysMiddle() {
        assertEquals(131.6, at(grown(1, true), 163, 0, 8.5)[0][0], 0.4, "height of girls at 8");
        double log = 0;
        double sbp = 0;
        for (int p = 0; p < PEOPLE; p++) {
            double[][] row = at(grown(p, true), 163, 0, 8.5);
            log += Math.log(row[1][0]) / PEOPLE;
            sbp += row[2][0] / PEOPLE;
        }
        assertEquals(3.43, log, 0.02, "logarithm of the weight of girls at 8");
        assertEquals(98.1, sbp, 0.7, "systolic pressure of girls at 8");
    }

    /** Places of weight ten years apart: exp(-9.5 / 17.7) = 0.58; the twin: heights keep theirs. */
    @Test
    void placesFade() {
        double heavy = 0;
        for (int p = 0; p < PEOPLE; p++) {
            heavy += (Math.log(at(grown(p, true), 163, 1, 8.5)[1][0]) - 3.43) / PEOPLE;
        }
        assertEquals(0.58 * 0.243, heavy, 0.02);
        double tall = at(grown(1, true), 163 + 6.41, 0, 8.5)[0][0];
        assertEquals(131.6 + 6.43, tall, 0.4);
    }

    @Test
    void nobodyShrinksAndNothingIsKnownOfTheSmallest() {
        Life life = grown(5, false);
        double[][] row = {{176}, {80}, {130}};
        childhood.start(life, row, p -> 0.3);
        double later = 176;
        for (double age = 17.9; age > 2; age -= 0.3) {
            childhood.day();
            childhood.write(life, birthday(life, age), 1, row);
            assertTrue(row[0][0] <= later, "at " + age);
            assertEquals(age >= 8, !Double.isNaN(row[2][0]), "pressure at " + age);
            later = row[0][0];
        }
        assertTrue(later < 100);
        childhood.write(life, birthday(life, 1.5), 1, row);
        assertTrue(Double.isNaN(row[0][0]));
        assertFalse(childhood.has(3));
    }

    /** Between 18 and 25 a body goes from one to the other; the adult of 80 kg was a slim girl. */
    @Test
    void nobodyLeapsWhenTheyComeOfAge() {
        Life life = grown(7, true);
        double before = at(life, 163, -1, 17.99)[1][0];
        double[][] row = {{163}, {80}, {130}};
        childhood.settle(life, birthday(life, 18.01), row);
        assertEquals(before, row[1][0], 0.15 * before);
        row[1][0] = 80;
        childhood.settle(life, birthday(life, 21.5), row);
        assertEquals(40 + before / 2, row[1][0], 0.08 * before);
        row[1][0] = 80;
        childhood.settle(life, birthday(life, 25.1), row);
        assertEquals(80, row[1][0]);
    }

    /** What is not known at the index visit is not known before. */
    @Test
    void missingStaysMissing() {
        assertTrue(Double.isNaN(at(grown(1, true), Double.NaN, Double.NaN, 9)[1][0]));
    }
}
