package org.anamnesis.interpret;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often something comes: "twice a year", "every 3 months", "quarterly".
 *
 * @param perYear above 0
 * @param from first token
 * @param to the token behind the last
 */
record Rhythm(double perYear, int from, int to) {
    private static final double MOST = 366;

    private static final String VISITS =
            "visits?|encounters?|appointments?|consultations?|contacts?|check-?ups?|reviews?";

    /** Times a year. */
    private static final Map<String, Double> ADVERBS =
            Map.ofEntries(
                    Map.entry("monthly", 12.0),
                    Map.entry("quarterly", 4.0),
                    Map.entry("biannually", 2.0),
                    Map.entry("semiannually", 2.0),
                    Map.entry("biannual", 2.0),
                    Map.entry("semiannual", 2.0),
                    Map.entry("annually", 1.0),
                    Map.entry("annual", 1.0),
                    Map.entry("yearly", 1.0),
                    Map.entry("weekly", 52.0),
                    Map.entry("fortnightly", 26.0));

    private static final Map<String, Double> PERIODS =
            Map.of(
                    "year",
                    1.0,
                    "quarter",
                    4.0,
                    "month",
                    12.0,
                    "week",
                    52.0,
                    "fortnight",
                    26.0,
                    "day",
                    365.0);

    /** The rhythm that is said from a token on, whose tokens nobody has used. */
    static Optional<Rhythm> at(Sentence s, int i) {
        var words = new Words(s);
        return words.times(i).or(() -> words.every(i)).or(() -> words.adverb(i));
    }

    /** The ways of saying it. */
    private record Words(Sentence s) {
        /** "twice a year", "three times a month", "once per quarter", "4 times yearly". */
        private Optional<Rhythm> times(int i) {
            boolean times = s.at(i).number() && s.word(i + 1).equals("times");
            double n =
                    switch (s.word(i)) {
                        case "once" -> 1;
                        case "twice" -> 2;
                        case "thrice" -> 3;
                        default -> times ? s.at(i).doubleValue() : 0;
                    };
            int at = times ? i + 2 : i + 1;
            boolean visit = s.like(i, "an?|one") || s.at(i).number();
            if (n <= 0 && visit && s.like(i + 1, VISITS)) { // "one visit a month"
                n = s.at(i).number() ? s.at(i).doubleValue() : 1;
                at = i + 2;
            } else if (n <= 0 && s.at(i).number() && s.like(i - 1, VISITS)) { // "visits 4 per year"
                n = s.at(i).doubleValue();
                at = i + 1;
            }
            if (n <= 0) {
                return Optional.empty();
            }
            Optional<Rhythm> spaced = every(at); // "once every two years"
            if (spaced.isPresent()) {
                return of(n * spaced.get().perYear(), i, spaced.get().to());
            }
            boolean yearly = s.like(at, "yearly|annually");
            int of = s.word(at).equals("in") ? at + 1 : at;
            boolean each = s.like(of, "a|an|per|each|every|the|/");
            double a = yearly ? 1 : each ? PERIODS.getOrDefault(s.word(of + 1), 0.0) : 0;
            return of(n * a, i, yearly ? at + 1 : of + 2);
        }

        /** "every 6 months", "every other month", "each quarter", "at 3-month intervals". */
        private Optional<Rhythm> every(int i) {
            boolean at = s.word(i).equals("at") && s.at(i + 1).number();
            int of = s.after(i, "at intervals of");
            if (!s.like(i, "every|each") && !at && of < 0) {
                return Optional.empty();
            }
            int n = of > 0 ? of : i + 1;
            OptionalDouble number = number(n);
            int unit = number.isPresent() ? n + 1 : n;
            double each = PERIODS.getOrDefault(s.word(unit).replaceFirst("s$", ""), 0.0);
            boolean intervals = s.word(unit + 1).startsWith("interval");
            int to = intervals ? unit + 2 : unit + 1;
            return at && !intervals ? Optional.empty() : of(each / number.orElse(1), i, to);
        }

        private OptionalDouble number(int i) {
            double n =
                    switch (s.word(i)) {
                        case "other", "second" -> 2;
                        case "third" -> 3;
                        default -> 0;
                    };
            if (s.at(i).kind() == Token.Kind.FRACTION) { // "every half year", "every third month"
                n = s.at(i).doubleValue() == 50 ? 0.5 : Math.round(100 / s.at(i).doubleValue());
            }
            n = s.at(i).number() ? s.at(i).doubleValue() : n;
            return n > 0 ? OptionalDouble.of(n) : OptionalDouble.empty();
        }

        /** "quarterly check-ups", "reviewed annually", "six-monthly". */
        private Optional<Rhythm> adverb(int i) {
            double a = ADVERBS.getOrDefault(s.word(i), 0.0);
            boolean half =
                    s.at(i - 1).kind() == Token.Kind.FRACTION && s.at(i - 1).doubleValue() == 50;
            boolean number = s.at(i - 1).number() && s.word(i).equals("monthly");
            boolean twice = s.word(i - 1).equals("twice");
            double n = twice ? 2 : half ? 2 : number ? 1 / s.at(i - 1).doubleValue() : 1;
            return of(n * a, twice || half || number ? i - 1 : i, i + 1);
        }

        private Optional<Rhythm> of(double yearly, int from, int to) {
            boolean possible = yearly > 0 && yearly <= MOST && s.free(from, to);
            return possible
                    ? Optional.of(new Rhythm(Math.rint(yearly * 1e6) / 1e6, from, to))
                    : Optional.empty();
        }
    }
}
