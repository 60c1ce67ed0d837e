package org.anamnesis.interpret;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/**
 * How often patients come: "seen twice a year", "check-ups every 3 months", "back each quarter".
 */
final class VisitWords {
    /** Say that somebody comes or is seen. */
    private static final Set<String> CUES =
            Set.of(
                    ("visit visits visiting visited encounter encounters appointment appointments"
                                    + " consultation consultations come coming comes seen see seeing review"
                                    + " reviews reviewed check checks checked checkup checkups ups examined"
                                    + " examination examinations attend attending attends return returning"
                                    + " appear appearing turn turning show showing clinic drop dropping call"
                                    + " calling followed follow contact contacts assessed assessment"
                                    + " assessments monitored monitor monitoring back invited recalled"
                                    + " evaluated")
                            .split(" "));

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

    /** So few words about times are of the record that was asked before. */
    private static final int BARE = 7;

    private final Draft draft;
    private final Sentence s;

    private VisitWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        VisitWords words = new VisitWords(draft);
        boolean asked = current.beyond().timeline().filter(t -> t.visitsPerYear() > 0).isPresent();
        boolean bare = current.beyond().timeline().isPresent() && words.s.size() <= BARE;
        // "over 5 years, quarterly"
        boolean years =
                draft.has(Edit.SetTimeline.class)
                        || draft.has(Edit.SetCalendar.class)
                        || draft.has(Edit.SinceDiagnosis.class);
        if (!asked && !bare && !years && !words.cue()) {
            return;
        }
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.free(i) && (words.times(i) || words.every(i) || words.adverb(i))) {
                return;
            }
        }
    }

    private boolean cue() {
        for (int i = 0; i < s.size(); i++) {
            if (CUES.contains(s.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** "twice a year", "three times a month", "once per quarter", "4 times yearly". */
    private boolean times(int i) {
        boolean times = s.at(i).number() && s.word(i + 1).equals("times");
        double n =
                switch (s.word(i)) {
                    case "once" -> 1;
                    case "twice" -> 2;
                    case "thrice" -> 3;
                    default -> times ? s.at(i).doubleValue() : 0;
                };
        int at = times ? i + 2 : i + 1;
        if (n <= 0) {
            return false;
        }
        boolean yearly = s.like(at, "yearly|annually");
        int of = s.word(at).equals("in") ? at + 1 : at;
        boolean each = s.like(of, "a|an|per|each|every|the|/");
        double a = yearly ? 1 : each ? PERIODS.getOrDefault(s.word(of + 1), 0.0) : 0;
        return emit(n * a, i, yearly ? at + 1 : of + 2);
    }

    /** "every 6 months", "every other month", "each quarter", "at 3-month intervals". */
    private boolean every(int i) {
        boolean at = s.word(i).equals("at") && s.at(i + 1).number();
        int of = s.after(i, "at intervals of");
        if (!s.like(i, "every|each") && !at && of < 0) {
            return false;
        }
        int n = of > 0 ? of : i + 1;
        OptionalDouble number = number(n);
        int unit = number.isPresent() ? n + 1 : n;
        double each = PERIODS.getOrDefault(s.word(unit).replaceFirst("s$", ""), 0.0);
        boolean intervals = s.word(unit + 1).startsWith("interval");
        int to = intervals ? unit + 2 : unit + 1;
        return (!at || intervals) && emit(each / number.orElse(1), i, to);
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
    private boolean adverb(int i) {
        double a = ADVERBS.getOrDefault(s.word(i), 0.0);
        boolean half = s.at(i - 1).kind() == Token.Kind.FRACTION && s.at(i - 1).doubleValue() == 50;
        boolean number = s.at(i - 1).number() && s.word(i).equals("monthly");
        boolean twice = s.word(i - 1).equals("twice");
        double n = twice ? 2 : half ? 2 : number ? 1 / s.at(i - 1).doubleValue() : 1;
        return emit(n * a, twice || half || number ? i - 1 : i, i + 1);
    }

    private boolean emit(double yearly, int from, int to) {
        if (yearly <= 0 || yearly > 366 || !Double.isFinite(yearly) || !s.free(from, to)) {
            return false;
        }
        double whole = Math.rint(yearly * 1e6) / 1e6;
        draft.edit(new Edit.SetTimeline(0, whole), from, to);
        for (int i = 0; i < s.size(); i++) { // the words of coming ask for nothing more
            s.use(i, CUES.contains(s.word(i)) && !s.inConcept(i) ? i + 1 : i);
        }
        return true;
    }
}
