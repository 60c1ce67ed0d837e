package org.anamnesis.generate.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Test;

/**
 * People are followed forwards, year by year, through an event and death; of those who live to the
 * end as many have had the event as the formula says that looks back, and as early.
 */
class IncidenceTest {
    private static final int PEOPLE = 200_000;
    private static final int YEARS = 12;

    /** Standard errors: a false alarm in one of a million seeds. */
    private static final double BOUND = 4.9;

    private static final double DEATH = 0.03;
    private static final double DEATH_AFTER = 0.15;

    private static double hazard(int year) {
        return 0.01 + 0.004 * year;
    }

    private static Incidence incidence(double times) {
        var incidence = new Incidence();
        for (int year = 0; year < YEARS; year++) {
            double left = YEARS - year - 0.5;
            double alive = Math.exp(-(DEATH_AFTER - DEATH) * left);
            incidence.add(year, year + 1, times * hazard(year), alive);
        }
        return incidence;
    }

    /** Of those alive at the end: all, with the event, and with the event in the first half. */
    private static int[] followed() {
        int[] counts = new int[3];
        var random = new Draws(new SeedTree(20_261_129), "test");
        for (int p = 0; p < PEOPLE; p++) {
            random.of(p);
            int begun = -1;
            boolean alive = true;
            for (int year = 0; year < YEARS && alive; year++) {
                boolean now = begun < 0 && random.uniform() < -Math.expm1(-hazard(year));
                double death = begun >= 0 ? DEATH_AFTER : now ? (DEATH + DEATH_AFTER) / 2 : DEATH;
                begun = now ? year : begun;
                alive = random.uniform() >= -Math.expm1(-death);
            }
            if (alive) {
                counts[0]++;
                counts[1] += begun >= 0 ? 1 : 0;
                counts[2] += begun >= 0 && begun < YEARS / 2 ? 1 : 0;
            }
        }
        return counts;
    }

    private static double errors(int seen, int of, double chance) {
        return (seen - of * chance) / Math.sqrt(of * chance * (1 - chance));
    }

    /** How likely an event before the middle is, of whom it befell. */
    private static double early(Incidence incidence) {
        double low = 0;
        double high = 1;
        for (int k = 0; k < 40; k++) {
            double u = (low + high) / 2;
            if (incidence.at(u) < YEARS / 2.0) {
                low = u;
            } else {
                high = u;
            }
        }
        return low;
    }

    @Test
    void asManyOfTheLivingHaveHadItAsWhenPeopleAreFollowed() {
        int[] seen = followed();
        Incidence incidence = incidence(1);
        assertEquals(0, errors(seen[1], seen[0], incidence.chance()), BOUND);
        assertEquals(0, errors(seen[2], seen[1], early(incidence)), BOUND);
    }

    @Test
    void aHazardTwiceAsHighIsCaught() {
        int[] seen = followed();
        assertTrue(Math.abs(errors(seen[1], seen[0], incidence(2).chance())) > BOUND);
    }

    /** The twin of survival: as if nobody died of it. */
    @Test
    void forgottenDeathsAreCaught() {
        int[] seen = followed();
        var immortal = new Incidence();
        for (int year = 0; year < YEARS; year++) {
            immortal.add(year, year + 1, hazard(year), 1);
        }
        assertTrue(Math.abs(errors(seen[1], seen[0], immortal.chance())) > BOUND);
    }
}
