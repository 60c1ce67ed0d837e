package org.anamnesis.interpret;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chinese numbers: "两千", "一百二十", "5百", "1.5万", "二十五", "两千五" (2500). */
final class HanNumerals {
    /**
     * A number.
     *
     * @param digits in the English way
     * @param length in pieces
     */
    record Read(String digits, int length) {}

    private static final String DIGITS = "零一二三四五六七八九";
    private static final Map<String, Integer> SCALES =
            Map.of("十", 10, "百", 100, "千", 1000, "万", 10_000, "萬", 10_000, "亿", 100_000_000);
    private static final int TEN_THOUSAND = 10_000;

    private HanNumerals() {}

    /** The number that begins at piece {@code i} and has a Chinese numeral in it. */
    static Optional<Read> at(List<Piece> pieces, int i) {
        BigDecimal done = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        BigDecimal open = null;
        int scaled = 0;
        int last = 0;
        int n = i;
        for (; n < pieces.size() && n < i + 20; n++) {
            Piece p = pieces.get(n);
            Integer scale = SCALES.get(p.key());
            if (n == i && p.number() && !p.key().isEmpty()) {
                open = new BigDecimal(p.key());
                continue;
            }
            int digit = digit(p.key());
            if (scale == null && digit < 0) {
                break;
            }
            boolean bare = open == null && section.signum() == 0 && done.signum() == 0;
            if (scale == null) {
                boolean second = open != null && open.signum() != 0;
                if (second || pieces.get(i).number()) {
                    return Optional.empty(); // "三四": digits in a row are not one number
                }
                last = digit == 0 ? 0 : last;
                open = digit == 0 ? null : BigDecimal.valueOf(digit);
            } else if (bare && scale != 10) {
                return Optional.empty();
            } else if (scale >= TEN_THOUSAND) {
                BigDecimal base = section.add(open == null ? BigDecimal.ZERO : open);
                done = done.add(base).multiply(BigDecimal.valueOf(scale));
                section = BigDecimal.ZERO;
                open = null;
                last = scale;
                scaled++;
            } else {
                BigDecimal base = open == null ? BigDecimal.ONE : open;
                section = section.add(base.multiply(BigDecimal.valueOf(scale)));
                open = null;
                last = scale;
                scaled++;
            }
        }
        boolean any = n > i + (pieces.get(i).number() ? 1 : 0);
        if (!any) {
            return Optional.empty();
        }
        // "两千五" leaves out the hundred
        boolean short_ = open != null && scaled > 0 && last >= 100 && n - i > 1;
        BigDecimal end = open == null ? BigDecimal.ZERO : open;
        BigDecimal rest = short_ ? end.multiply(BigDecimal.valueOf(last / 10)) : end;
        BigDecimal value = done.add(section).add(rest);
        return Optional.of(new Read(value.stripTrailingZeros().toPlainString(), n - i));
    }

    private static int digit(String key) {
        if (key.equals("两") || key.equals("兩")) {
            return 2;
        }
        return key.equals("〇") ? 0 : key.isEmpty() ? -1 : DIGITS.indexOf(key);
    }
}
