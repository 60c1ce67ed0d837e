package org.anamnesis.converse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.interpret.ConceptNames;
import org.anamnesis.interpret.Language;

/** How one language writes figures, and what it calls the concepts of the catalogue. */
final class Tongue {
    private final Language language;

    private Tongue(Language language) {
        this.language = language;
    }

    static Tongue of(Language language) {
        return new Tongue(language);
    }

    /** "2,000" and "7.5" as the language writes them; at most four decimals. */
    String number(Number value) {
        BigDecimal exact =
                new BigDecimal(value.toString())
                        .setScale(4, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        String plain = exact.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String decimals = point < 0 ? "" : decimalMark() + plain.substring(point + 1);
        return (exact.signum() < 0 ? "-" : "") + grouped(whole) + decimals;
    }

    /**
     * A figure in the English way, "7.50", as the language writes it.
     *
     * @param grouped whether thousands are set apart
     */
    String figure(String plain, boolean grouped) {
        String sign = "-+−".indexOf(plain.charAt(0)) < 0 ? "" : plain.substring(0, 1);
        String digits = plain.substring(sign.length());
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String decimals = point < 0 ? "" : decimalMark() + digits.substring(point + 1);
        return sign + (grouped ? grouped(whole) : whole) + decimals;
    }

    private String decimalMark() {
        return language == Language.EN || language == Language.ZH ? "." : ",";
    }

    /** Spanish leaves four digits together. */
    private String grouped(String digits) {
        if (digits.length() <= (language == Language.ES ? 4 : 3)) {
            return digits;
        }
        String mark =
                switch (language) {
                    case EN, ZH -> ",";
                    case DE -> ".";
                    case ES, FR -> "\u202F";
                };
        List<String> groups = new ArrayList<>();
        for (int end = digits.length(); end > 0; end -= 3) {
            groups.add(0, digits.substring(Math.max(0, end - 3), end));
        }
        return String.join(mark, groups);
    }

    /** Name of a concept of the catalogue. */
    String name(String id) {
        return ConceptNames.of(language).name(id);
    }
}
