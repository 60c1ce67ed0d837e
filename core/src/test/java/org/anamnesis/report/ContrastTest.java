package org.anamnesis.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.evaluate.Correlations;
import org.junit.jupiter.api.Test;

/** Text can be read on its ground: 4.5 : 1 at least, WCAG 2.2, success criterion 1.4.3. */
class ContrastTest {
    private static final double LEAST = 4.5;

    @Test
    void theFormulaKnowsItsEnds() {
        assertEquals(21, contrast("#000000", "#ffffff"), 1e-9);
        assertEquals(1, contrast("#777777", "#777777"), 1e-9);
        assertEquals(4.48, contrast("#777777", "#ffffff"), 0.01); // the well-known near miss
    }

    @Test
    void everyColourOfTextIsDarkEnoughOnWhite() {
        Matcher found =
                Pattern.compile("[ ;{](?:color|--ink|--soft|--good|--bad): (#[0-9a-f]{6})")
                        .matcher(Stylesheet.CSS);
        int colours = 0;
        while (found.find()) {
            colours++;
            assertTrue(contrast(found.group(1), "#ffffff") >= LEAST, found.group(1));
            assertTrue(
                    contrast(found.group(1), "#f3f6f9") >= LEAST, found.group(1) + " on a quote");
        }
        assertTrue(colours >= 5, "found " + colours);
    }

    @Test
    void everyCellOfTheHeatMapCanBeRead() {
        Pattern cell = Pattern.compile("fill=\"(#[0-9a-f]{6})\"/><text[^>]*fill=\"#(000|fff)\"");
        for (int k = -100; k <= 100; k++) {
            double r = k / 100.0;
            Html html = new Html();
            List<List<Double>> both = List.of(List.of(1.0, r), List.of(r, 1.0));
            HeatMap.write(
                    html, new Correlations(List.of("a", "b"), List.of("a", "b"), 9, both, both));
            Matcher found = cell.matcher(html.page());
            assertTrue(found.find(), "a cell for " + r);
            String text = found.group(2).equals("fff") ? "#ffffff" : "#000000";
            assertTrue(contrast(found.group(1), text) >= LEAST, "cell of " + r);
        }
    }

    private static double contrast(String a, String b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            double s = Integer.parseInt(hex.substring(1 + 2 * c, 3 + 2 * c), 16) / 255.0;
            sum += weights[c] * (s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
