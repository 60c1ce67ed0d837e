package org.anamnesis.interpret;

import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The words of a message that an order of studies rests on, while it is read: they are marked in
 * the sentence when the order is whole.
 */
final class StudyClaim {
    private static final String LEAD =
            "with|and|add|adding|include|including|also|plus|a|an|the|one|each|please|take|record|give|every|make|want|i|have|set|show|showing|all|them|everyone|everybody|,|get|gets|has|having|in|on|of|their|its|to|do|use|generate|create|now|but|change|as|well|another|second|additional|further|move|shift|put|place|relocate|bring|should|instead|rather";

    private final Sentence s;

    /** First token and one past the last of each part. */
    private final TreeMap<Integer, Integer> taken = new TreeMap<>();

    StudyClaim(Sentence s) {
        this.s = s;
    }

    /** First token, or {@code otherwise} while there is none. */
    int first(int otherwise) {
        return taken.isEmpty() ? otherwise : taken.firstKey();
    }

    /** One past the last token of the last part, or {@code otherwise} while there is none. */
    int last(int otherwise) {
        return taken.isEmpty() ? otherwise : taken.lastEntry().getValue();
    }

    /** No other topic reads these words. */
    void mark() {
        taken.forEach(s::use);
    }

    void take(int from, int to) {
        taken.merge(from, to, Math::max);
    }

    /** Words between two parts of an order that only join them belong to it. */
    void spread() {
        TreeMap<Integer, Integer> wider = new TreeMap<>();
        for (var e : taken.entrySet()) {
            int from = e.getKey();
            while (from > 0 && s.free(from - 1) && s.like(from - 1, LEAD) && !used(from - 1)) {
                from--;
            }
            wider.merge(from, e.getValue(), Math::max);
        }
        taken.clear();
        taken.putAll(wider);
    }

    boolean used(int token) {
        return taken.entrySet().stream().anyMatch(e -> e.getKey() <= token && token < e.getValue());
    }

    /** The last token before one that no part has taken. */
    int before(int token) {
        int i = token - 1;
        while (used(i)) {
            i--;
        }
        return i;
    }

    /** Whether what stands at a token is denied: "no nodules", "none with nodules". */
    boolean denied(int at) {
        return denial(at) < at;
    }

    /** First token of the denial of what stands at a token; that token if it is not denied. */
    int denial(int at) {
        int i = at - 1;
        while (s.like(i, "the|all|any|those|these")) {
            i--;
        }
        if (s.like(i, StudyOrderWords.DENIAL)) {
            return i;
        }
        while (s.like(i, "with|of|them|has|have|having|show|shows|showing|patients?|people|an?")) {
            i--;
        }
        boolean nobody =
                s.like(i, "none|nobody|neither") || (s.like(i, "one") && s.like(i - 1, "no"));
        return nobody ? (s.like(i, "one") ? i - 1 : i) : at;
    }

    /** The share that is said at a token: "30 %", "half". */
    OptionalDouble percent(int i) {
        if (s.at(i).number() && s.like(i + 1, "%|percent") && s.free(i)) {
            return OptionalDouble.of(s.at(i).doubleValue());
        }
        return s.at(i).kind() == Token.Kind.FRACTION && s.free(i)
                ? OptionalDouble.of(s.at(i).doubleValue())
                : OptionalDouble.empty();
    }

    /** Whether the unit stands at a token, as people write it. */
    boolean unit(String ucum, int i) {
        return switch (ucum) {
            case "" -> false;
            case "Hz", "/s" -> s.like(i, "hz|hertz");
            case "s" -> s.like(i, "s|sec|secs|seconds?");
            case "min" -> s.like(i, "min|mins|minutes?");
            case "ms" -> s.like(i, "ms|msec|milliseconds?");
            case "mm" -> s.like(i, "mm|millimet(er|re)s?");
            case "cm" -> s.like(i, "cm|centimet(er|re)s?");
            case "mL" -> s.like(i, "ml|cc|millilit(er|re)s?");
            case "mmol/L" -> s.like(i, "mmol|mmol/l|meq");
            case "mV" -> s.like(i, "mv|millivolts?");
            case "uV" -> s.like(i, "uv|µv|μv|microvolts?");
            case "/min" -> s.like(i, "bpm|/|per|beats?");
            case "[hnsf'U]", "[HU]", "{HU}" -> s.like(i, "hu|hounsfield");
            case "mA.s" -> s.like(i, "mas");
            case "deg" -> s.like(i, "deg|degrees?|°");
            case "%" -> s.like(i, "%|percent");
            case "{beats}" -> each(i) > i;
            default -> s.word(i).equalsIgnoreCase(ucum);
        };
    }

    /** By what a number before a token is multiplied to have this unit; 0 if it has another. */
    double factor(String ucum, int i) {
        if (unit(ucum, i)) {
            return 1;
        }
        return switch (ucum) {
            case "s" -> unit("min", i) ? 60 : s.like(i, "h|hrs?|hours?") ? 3600 : 0;
            case "mm" -> unit("cm", i) ? 10 : 0;
            case "mL" -> s.like(i, "l|lit(er|re)s?") ? 1000 : 0;
            case "ms" -> s.like(i, "s|seconds?") ? 1000 : 0;
            case "Hz", "/s" -> s.like(i, "khz") ? 1000 : 0;
            default -> 0;
        };
    }

    /** One past "each", "per strip", "in ten seconds"; the token if they do not stand there. */
    int each(int i) {
        if (s.like(i, "each|apiece")) {
            return i + 1;
        }
        int at = i + 1;
        while (s.like(at, "each|every|an?|the|10|ten")) {
            at++;
        }
        boolean one = s.like(at, "strip|tracing|trace|recording|e[ck]g|patient|person|seconds|s");
        return s.like(i, "per|in|on") && one && !(s.like(i, "in|on") && at == i + 1) ? at + 1 : i;
    }

    /** One past a unit that begins at a token: "mmol/L" is three. */
    int end(int unit) {
        if (each(unit) > unit) {
            return each(unit);
        }
        return s.like(unit + 1, "/") && s.like(unit + 2, "l|min|mv|s") ? unit + 3 : unit + 1;
    }

    /** One past "in equal shares"; the token if that does not stand there. */
    int evenly(int i) {
        int at = s.like(i, ",") ? i + 1 : i;
        boolean equal = s.like(at, "in|with|of") && s.like(at + 1, "equal|even|same");
        return equal && s.like(at + 2, "shares?|parts?|proportions?|numbers?") ? at + 3 : i;
    }

    /** As settings and details have numbers. */
    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
