package org.anamnesis.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/** Constraints and criteria in words, with the labels of the cohort's columns. */
public final class Words implements Criterion.Cases<String>, Constraint.Cases<String> {
    private final CohortHeader header;

    public Words(CohortHeader header) {
        this.header = header;
    }

    /** Without trailing zeros and without exponent: 7, 7.5, 0.25. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "∞" : Double.isNaN(value) ? "–" : "−∞";
        }
        if (Math.abs(value) < 1e9) {
            String text = sign(value, 6) + digits(value, 6);
            int end = text.length();
            while (text.charAt(end - 1) == '0') {
                end--;
            }
            return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
        }
        return new BigDecimal(value).round(new MathContext(15)).toPlainString().replace('-', '−');
    }

    /** With this many digits after the point, thousands separated by a comma. */
    public static String number(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return number(value);
        }
        return Math.abs(value) < 1e12
                ? sign(value, decimals) + grouped(digits(value, decimals))
                : number(value);
    }

    /** Fixed point without sign; by hand, because formatters are slow at start-up. */
    private static String digits(double value, int decimals) {
        String digits = Long.toString(scaled(value, decimals));
        if (decimals == 0) {
            return digits;
        }
        String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
        int point = padded.length() - decimals;
        return padded.substring(0, point) + "." + padded.substring(point);
    }

    private static String sign(double value, int decimals) {
        return value < 0 && scaled(value, decimals) > 0 ? "−" : "";
    }

    private static long scaled(double value, int decimals) {
        return Math.round(Math.abs(value) * Math.pow(10, decimals));
    }

    /** A number of people: 2,000. */
    public static String count(long n) {
        return grouped(Long.toString(n));
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder out = new StringBuilder(plain);
        for (int at = point - 3; at > 0; at -= 3) {
            out.insert(at, ',');
        }
        return out.toString();
    }

    /** UCUM code as people write it: {@code mm[Hg]} becomes mmHg. */
    public static String unit(String ucum) {
        return switch (ucum) {
            case "mm[Hg]" -> "mmHg";
            case "mL/min/{1.73_m2}" -> "mL/min/1.73 m²";
            case "kg/m2" -> "kg/m²";
            case "u[IU]/mL" -> "µIU/mL";
            case "m[IU]/L" -> "mIU/L";
            case "10*3/uL" -> "10³/µL";
            case "10*6/uL" -> "10⁶/µL";
            case "Cel" -> "°C";
            case "{score}", "{Tscore}" -> "points";
            case "{count}", "{INR}" -> "";
            case "[pH]" -> "pH";
            case "[ppb]" -> "ppb";
            case "[IU]/mL" -> "IU/mL";
            case "/mo" -> "per month";
            case "wk" -> "weeks";
            case "{ratio}" -> "ratio";
            case "/min" -> "per minute";
            case "a" -> "years";
            default -> ucum.startsWith("u") ? "µ" + ucum.substring(1) : ucum;
        };
    }

    @Override
    public String require(Constraint.Require asked) {
        return "Every patient: " + asked.criterion().match(this);
    }

    @Override
    public String share(Constraint.Share asked) {
        return "Share with " + asked.criterion().match(this);
    }

    @Override
    public String mean(Constraint.Mean asked) {
        return "Mean of " + label(asked.observation());
    }

    @Override
    public String shift(Constraint.Shift asked) {
        return "Moved mean of " + label(asked.observation());
    }

    @Override
    public String correlation(Constraint.Correlation asked) {
        return "Rank correlation of %s and %s"
                .formatted(label(asked.first()), label(asked.second()));
    }

    @Override
    public String age(Criterion.AgeBetween asked) {
        return asked.maxYears() >= 120
                ? "age " + asked.minYears() + " or over"
                : "age " + asked.minYears() + " to " + asked.maxYears();
    }

    @Override
    public String category(Criterion.CategoryIn asked) {
        return label(asked.variable()) + ": " + String.join(" or ", asked.levels());
    }

    @Override
    public String condition(Criterion.HasCondition asked) {
        return label(asked.condition()) + asked.stage().map(s -> ", stage " + s).orElse("");
    }

    @Override
    public String observation(Criterion.ObservationWithin asked) {
        double low = asked.range().low();
        double high = asked.range().high();
        String unit = unit(asked.range().unit());
        String label = label(asked.observation());
        if (high == Double.POSITIVE_INFINITY) {
            return label + " " + number(low) + " " + unit + " or more";
        }
        return low == Double.NEGATIVE_INFINITY
                ? label + " " + number(high) + " " + unit + " or less"
                : label + " " + number(low) + " to " + number(high) + " " + unit;
    }

    @Override
    public String medication(Criterion.TakesMedication asked) {
        return "takes " + label(asked.medication());
    }

    @Override
    public String not(Criterion.Not asked) {
        return "not (" + asked.inner().match(this) + ")";
    }

    @Override
    public String atLeast(Criterion.AtLeast asked) {
        return asked.among(asked.of().stream().map(c -> c.match(this)).toList());
    }

    private String label(String id) {
        int k = header.indexOf(id);
        if (k >= 0) {
            return lower(header.fields().get(k).label());
        }
        String plain = id.startsWith("class:") ? id.substring("class:".length()) : id;
        return plain.replace('_', ' ').replace('-', ' ');
    }

    /** Without the capital at the start, unless more follow: "Hemoglobin A1c", but not "LDL". */
    private static String lower(String label) {
        boolean word = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return word ? Character.toLowerCase(label.charAt(0)) + label.substring(1) : label;
    }
}
