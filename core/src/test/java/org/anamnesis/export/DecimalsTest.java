package org.anamnesis.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecimalsTest {
    @TempDir private Path folder;

    private static String exact(double value, int decimals) {
        var rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
    }

    @Test
    void roundsAsBigDecimalDoes() {
        ForAll.seeds(
                200,
                seed -> {
                    for (int k = 0; k < 2000; k++) {
                        double u = SeedTree.uniform(seed, 2 * k) - 0.5;
                        int decimals = k % 7;
                        // halves of the last digit, where a careless product goes wrong, and noise
                        double near = Math.rint(u * 20_000) / 2 / Math.pow(10, decimals);
                        for (double value : new double[] {u * 1000, near, Math.nextUp(near)}) {
                            assertEquals(
                                    Double.parseDouble(exact(value, decimals)),
                                    Decimals.rounded(value, decimals));
                        }
                    }
                });
    }

    @Test
    void aProductThatLandsOnAHalfIsDecidedByWhatItLost() {
        assertEquals(267, Decimals.scaled(2.675, 2), "2.675 is less than it looks");
        assertEquals(100, Decimals.scaled(1.005, 2));
        assertEquals(2, Decimals.scaled(2.5, 0), "a true half goes to the even neighbour");
        assertEquals(4, Decimals.scaled(3.5, 0));
    }

    @Test
    void whatCannotBeExactIsRefused() {
        assertThrows(ArithmeticException.class, () -> Decimals.scaled(1e16, 0));
        assertThrows(ArithmeticException.class, () -> Decimals.scaled(Double.NaN, 0));
        assertThrows(ArithmeticException.class, () -> Decimals.scaled(Double.POSITIVE_INFINITY, 2));
    }

    @Test
    void digitsAreThoseOfBigDecimal() throws IOException {
        List<String> expected = new ArrayList<>();
        Path file = folder.resolve("numbers");
        try (var out = new TextOutput(file)) {
            for (int k = 0; k < 50_000; k++) { // more than a buffer holds
                int decimals = k % 10;
                double range = Math.pow(10, SeedTree.uniform(5, 2 * k) * 7 - 3);
                double value = (SeedTree.uniform(5, 2 * k + 1) - 0.5) * range;
                expected.add(exact(value, decimals));
                out.number(Decimals.scaled(value, decimals), decimals);
                out.symbol('\n');
            }
            out.flush();
        }
        assertEquals(expected, Files.readAllLines(file));
    }
}
