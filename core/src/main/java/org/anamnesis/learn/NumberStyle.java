package org.anamnesis.learn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How a column writes its numbers. */
public enum NumberStyle {
    /** 1234.5 */
    POINT('.', '\0'),
    /** 1234,5 */
    COMMA(',', '\0'),
    /** 1,234.5 */
    GROUPED_POINT('.', ','),
    /** 1.234,5 */
    GROUPED_COMMA(',', '.'),
    /** 1.2345e3 */
    SCIENTIFIC('.', '\0'),
    /** 1,2345e3 */
    SCIENTIFIC_COMMA(',', '\0');

    private final char mark;
    private final char group;

    NumberStyle(char mark, char group) {
        this.mark = mark;
        this.group = group;
    }

    /** Name in schema files. */
    String key() {
        return switch (this) {
            case POINT -> "1234.5";
            case COMMA -> "1234,5";
            case GROUPED_POINT -> "1,234.5";
            case GROUPED_COMMA -> "1.234,5";
            case SCIENTIFIC -> "1.2345e3";
            case SCIENTIFIC_COMMA -> "1,2345e3";
        };
    }

    /** Whether a power of ten stands behind the number. */
    boolean powers() {
        return this == SCIENTIFIC || this == SCIENTIFIC_COMMA;
    }

    /** The same with a power of ten behind it. */
    NumberStyle withPowers() {
        return mark == ',' ? SCIENTIFIC_COMMA : SCIENTIFIC;
    }

    /** Whether the text is a number in this style, infinity included. */
    boolean reads(String text) {
        return !Double.isNaN(value(text));
    }

    /** The number, NaN if it is none; words such as "inf" and numbers too large are infinite. */
    double value(String text) {
        String plain = plain(text);
        if (plain.isEmpty()) {
            return infinite(text);
        }
        return Double.parseDouble(plain);
    }

    private static double infinite(String text) {
        String word = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        boolean infinite =
                word.equalsIgnoreCase("inf")
                        || word.equalsIgnoreCase("infinity")
                        || word.equals("∞");
        if (!infinite) {
            return Double.NaN;
        }
        return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** Digits after the mark as written; 0 where a power behind them says nothing of them. */
    int decimals(String text) {
        int at = text.indexOf(mark);
        int end = at + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean power = end < text.length() && Character.toLowerCase(text.charAt(end)) == 'e';
        return at < 0 || (end < text.length() && !(powers() && power)) ? 0 : end - at - 1;
    }

    /** The number in the language of {@link Double#parseDouble}, empty if it is none. */
    private String plain(String text) {
        var out = new StringBuilder(text.length());
        int digits = 0;
        int sinceGroup = -1;
        boolean marked = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                sinceGroup += sinceGroup >= 0 && !marked ? 1 : 0;
                out.append(c);
            } else if (c == mark && !marked) {
                marked = true;
                if (sinceGroup >= 0 && sinceGroup != 3) {
                    return "";
                }
                out.append('.');
            } else if (c == group && group != '\0' && !marked) {
                boolean misplaced = digits == 0 || (sinceGroup < 0 ? digits > 3 : sinceGroup != 3);
                if (misplaced) {
                    return "";
                }
                sinceGroup = 0;
            } else if ((c == '-' || c == '+' || c == '\u2212') && i == 0) {
                out.append(c == '+' ? '+' : '-');
            } else if ((c == 'e' || c == 'E') && digits > 0) {
                return exponent(text, i, out, sinceGroup);
            } else {
                return "";
            }
        }
        boolean whole = digits > 0 && (marked || sinceGroup < 0 || sinceGroup == 3);
        return whole ? out.toString() : "";
    }

    private static String exponent(String text, int at, StringBuilder out, int sinceGroup) {
        String power = text.substring(at + 1);
        return sinceGroup < 0 && power.matches("[+-]?\\d{1,4}") ? out + "e" + power : "";
    }

    /**
     * A number with at most so many digits after the mark, zeros only up to the least; before a
     * power of ten as many as the least.
     */
    String write(double value, int decimals, int least) {
        if (powers()) {
            String power = String.format(Locale.ROOT, "%." + least + "e", value);
            return mark == '.' ? power : power.replace('.', mark);
        }
        String plain = plain(value, decimals);
        int point = plain.indexOf('.');
        int end = plain.length();
        int shortest = least == 0 ? point : point + 1 + least;
        while (point >= 0 && end > shortest && "0.".indexOf(plain.charAt(end - 1)) >= 0) {
            end--;
        }
        if (this == POINT) {
            return end == plain.length() ? plain : plain.substring(0, end);
        }
        String whole = point < 0 ? plain : plain.substring(0, point);
        String rest = point < 0 || end <= point ? "" : mark + plain.substring(point + 1, end);
        return (group == '\0' ? whole : grouped(whole)) + rest;
    }

    private static final double[] POWER = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    /** The number rounded, with a point and all decimals. */
    private static String plain(double value, int decimals) {
        double scaled = Math.rint(value * POWER[decimals]);
        if (!(Math.abs(scaled) < 0x1.0p53)) {
            return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        }
        String digits = Long.toString((long) Math.abs(scaled));
        String sign = scaled < 0 ? "-" : "";
        if (decimals == 0) {
            return sign + digits;
        }
        String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
        int at = padded.length() - decimals;
        return sign + padded.substring(0, at) + "." + padded.substring(at);
    }

    private String grouped(String whole) {
        var out = new StringBuilder(whole);
        int first = whole.startsWith("-") ? 1 : 0;
        for (int i = whole.length() - 3; i > first; i -= 3) {
            out.insert(i, group);
        }
        return out.toString();
    }
}
