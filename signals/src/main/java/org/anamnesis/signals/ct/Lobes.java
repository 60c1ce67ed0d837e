package org.anamnesis.signals.ct;

import java.util.List;

/** The lobes of the lungs, by what is said of them. */
final class Lobes {
    static final List<String> ALL = List.of("RUL", "RML", "RLL", "LUL", "LLL");

    private Lobes() {}

    /** A lobe, those of a side, or those above or below. */
    private static List<String> of(String said) {
        return switch (said) {
            case "right" -> List.of("RUL", "RML", "RLL");
            case "left" -> List.of("LUL", "LLL");
            case "upper" -> List.of("RUL", "LUL");
            case "lower" -> List.of("RLL", "LLL");
            default -> List.of(said);
        };
    }

    /**
     * Puts one of the lobes that were said, the drawn one if it may be, and none that is full while
     * there is another.
     */
    static String settle(Details d, String drawn, List<String> full) {
        List<String> may = d.has("lobe") ? of(d.text("lobe", () -> drawn)) : ALL;
        int first = Math.max(0, may.indexOf(drawn));
        String lobe = may.get(first);
        for (int i = 0; i < may.size() && full.contains(lobe); i++) {
            lobe = may.get((first + i) % may.size());
        }
        d.put("lobe", lobe);
        return lobe;
    }
}
