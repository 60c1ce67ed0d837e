package org.anamnesis.signals.ct;

import java.util.Locale;
import java.util.Map;

/** A few letters of five by seven dots, burned into pictures without any font of the system. */
final class Letters {
    private static final int WIDE = 5;

    /** Rows from the top, five bits each. */
    private static final Map<Character, String> DOTS =
            Map.ofEntries(
                    Map.entry('A', "01110 10001 10001 11111 10001 10001 10001"),
                    Map.entry('B', "11110 10001 10001 11110 10001 10001 11110"),
                    Map.entry('C', "01110 10001 10000 10000 10000 10001 01110"),
                    Map.entry('E', "11111 10000 10000 11110 10000 10000 11111"),
                    Map.entry('H', "10001 10001 10001 11111 10001 10001 10001"),
                    Map.entry('I', "01110 00100 00100 00100 00100 00100 01110"),
                    Map.entry('L', "10000 10000 10000 10000 10000 10000 11111"),
                    Map.entry('M', "10001 11011 10101 10101 10001 10001 10001"),
                    Map.entry('N', "10001 11001 10101 10011 10001 10001 10001"),
                    Map.entry('O', "01110 10001 10001 10001 10001 10001 01110"),
                    Map.entry('P', "11110 10001 10001 11110 10000 10000 10000"),
                    Map.entry('R', "11110 10001 10001 11110 10100 10010 10001"),
                    Map.entry('S', "01111 10000 10000 01110 00001 00001 11110"),
                    Map.entry('T', "11111 00100 00100 00100 00100 00100 00100"),
                    Map.entry('W', "10001 10001 10001 10101 10101 11011 10001"),
                    Map.entry('Y', "10001 10001 01010 00100 00100 00100 00100"),
                    Map.entry('Z', "11111 00001 00010 00100 01000 10000 11111"),
                    Map.entry('0', "01110 10001 10011 10101 11001 10001 01110"),
                    Map.entry('1', "00100 01100 00100 00100 00100 00100 01110"),
                    Map.entry('2', "01110 10001 00001 00010 00100 01000 11111"),
                    Map.entry('3', "11110 00001 00001 01110 00001 00001 11110"),
                    Map.entry('4', "00010 00110 01010 10010 11111 00010 00010"),
                    Map.entry('5', "11111 10000 11110 00001 00001 10001 01110"),
                    Map.entry('6', "01110 10000 10000 11110 10001 10001 01110"),
                    Map.entry('7', "11111 00001 00010 00100 01000 01000 01000"),
                    Map.entry('8', "01110 10001 10001 01110 10001 10001 01110"),
                    Map.entry('9', "01110 10001 10001 01111 00001 00001 01110"),
                    Map.entry('-', "00000 00000 00000 11111 00000 00000 00000"),
                    Map.entry(' ', "00000 00000 00000 00000 00000 00000 00000"));

    private Letters() {}

    /** White on black, from a corner on; letters that are not known become blanks. */
    static void write(byte[] rgb, int width, int x, int y, String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (int k = 0; k < upper.length(); k++) {
            String[] rows = DOTS.getOrDefault(upper.charAt(k), DOTS.get(' ')).split(" ");
            for (int j = 0; j < rows.length; j++) {
                for (int i = 0; i < WIDE; i++) {
                    int at = 3 * ((y + j) * width + x + k * (WIDE + 1) + i);
                    byte value = rows[j].charAt(i) == '1' ? (byte) 235 : 0;
                    if (at >= 0 && at + 2 < rgb.length) {
                        rgb[at] = value;
                        rgb[at + 1] = value;
                        rgb[at + 2] = value;
                    }
                }
            }
        }
    }
}
