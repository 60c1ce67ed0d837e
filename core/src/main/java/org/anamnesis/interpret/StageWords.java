package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.measure.QuantityRange;

/** Stages of chronic kidney disease: "stage 3b", "G4", "stages 3 to 5", "stage 4 or worse". */
final class StageWords {
    static final String KIDNEY = "chronic-kidney-disease";

    private static final Map<String, String> ROMAN =
            Map.of("i", "1", "ii", "2", "iii", "3", "iv", "4", "v", "5");

    /** Filtration rate from which a stage counts, in mL/min/1.73 m²: KDIGO 2012, table 2. */
    private static final Map<String, Integer> FROM =
            Map.of("1", 90, "2", 60, "3a", 45, "3b", 30, "3", 30, "4", 15, "5", 0);

    /** Up to which it counts. */
    private static final Map<String, Integer> TO =
            Map.of("2", 89, "3a", 59, "3", 59, "3b", 44, "4", 29, "5", 14);

    private static final List<String> ORDER = List.of("1", "2", "3", "3a", "3b", "4", "5");

    private static final Set<String> WORSE =
            Set.of("worse", "higher", "above", "more", "greater", "beyond", "up", "over", "later");
    private static final Set<String> BETTER = Set.of("lower", "better", "below", "less", "earlier");

    private static final Set<String> COUNTED =
            Set.of(
                    "observations",
                    "labs",
                    "key",
                    "important",
                    "top",
                    "most",
                    "variables",
                    "measurements",
                    "features",
                    "%",
                    "percent",
                    "percents");

    /**
     * A stage, or several that follow each other.
     *
     * @param first the mildest
     * @param last the gravest
     */
    record Stage(String first, String last, int from, int to) {
        static Stage one(String stage, int from, int to) {
            return new Stage(stage, stage, from, to);
        }

        boolean several() {
            return !first.equals(last);
        }

        /** Filtration rates that these stages have together. */
        QuantityRange rate() {
            double low = FROM.get(last);
            double high = TO.containsKey(first) ? TO.get(first) : Double.POSITIVE_INFINITY;
            return new QuantityRange(
                    low == 0 ? Double.NEGATIVE_INFINITY : low, high, "mL/min/{1.73_m2}");
        }
    }

    private final Sentence s;

    StageWords(Sentence s) {
        this.s = s;
    }

    /** The stage behind a condition's name or before it. */
    Optional<Stage> beside(int from, int to) {
        return after(to).map(this::span).or(() -> before(from));
    }

    /** "stage 5" in two words that belong to no condition that is named. */
    Optional<String> alone(int i) {
        boolean said = s.like(i, "stage|grade") && !s.inConcept(i);
        boolean beside = s.inConcept(i - 1) || s.inConcept(i + 2);
        return said && !beside
                ? stage(i).filter(x -> x.to() == i + 2 || x.to() == i + 3).map(Stage::first)
                : Optional.empty();
    }

    /** "CKD; n=500; stage 3b": a clause of its own behind the condition. */
    Optional<Stage> apart(int behind) {
        for (int i = behind; i < s.size(); i++) {
            String w = s.word(i); // the letters first, as this looks through all that is behind
            boolean letters = w.startsWith("stage") || w.startsWith("g");
            boolean begins =
                    letters && s.like(i - 1, "[,;.]") && s.like(i, "stages?|grade|g[1-5][ab]?");
            Optional<Stage> here = begins ? stage(i).map(this::span) : Optional.empty();
            int to = here.map(Stage::to).orElse(i);
            if (to > i && s.free(i, to) && s.like(to, "|[,;.]")) {
                return here;
            }
        }
        return Optional.empty();
    }

    private Optional<Stage> after(int i) {
        int at = s.like(i, "patients?|people|cases|adults|persons") ? i + 1 : i;
        int last = at + 3;
        while (Set.of("in", "at", "(", ",", "of", "with", "least").contains(s.word(at))
                && at < last) {
            at++;
        }
        return stage(at).filter(x -> s.free(x.from(), x.to()));
    }

    private Optional<Stage> before(int i) {
        // farthest first, so that "stage 3b" is not read as "3b" alone
        for (int from = Math.max(0, i - 4); from < i; from++) {
            Optional<Stage> found = stage(from).map(this::span);
            if (found.isPresent() && s.free(from, i)) {
                int to = found.get().to();
                boolean of = s.word(to).equals("of");
                boolean the = s.like(to + 1, "the|their") && to == i - 2;
                if (to == i || (of && (to == i - 1 || the))) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Stage> stage(int i) {
        String w = s.word(i);
        int at = w.equals("stage") || w.equals("stages") || w.equals("grade") ? i + 1 : i;
        boolean said = at > i;
        Token t = s.at(at);
        boolean whole = t.number() && t.value().scale() <= 0;
        Token letter = s.at(at + 1);
        boolean ab = letter.text().equals("a") || letter.text().equals("b");
        boolean sub = whole && ab && t.touches(letter);
        if ((said || sub || bare(i, t)) && whole && t.value().intValue() <= 9) {
            String stage = t.value().intValue() + (sub ? letter.text() : "");
            return Optional.of(Stage.one(stage, i, sub ? at + 2 : at + 1));
        }
        if (said && ROMAN.containsKey(t.text())) {
            return Optional.of(Stage.one(ROMAN.get(t.text()), i, at + 1));
        }
        String g = said || w.startsWith("g") ? t.text() : "";
        String tail = g.startsWith("g") ? g.substring(1) : g;
        boolean known =
                tail.length() >= 1 && tail.length() <= 2 && "12345".indexOf(tail.charAt(0)) >= 0;
        boolean lettered = tail.length() < 2 || tail.charAt(1) == 'a' || tail.charAt(1) == 'b';
        return known && lettered ? Optional.of(Stage.one(tail, i, at + 1)) : Optional.empty();
    }

    /** "CKD 3": a small number right behind the abbreviation, unless it counts something. */
    private boolean bare(int i, Token t) {
        return i > 0
                && s.word(i - 1).equals("ckd")
                && t.number()
                && t.value().intValue() >= 1
                && t.value().intValue() <= 5
                && !COUNTED.contains(s.word(i + 1));
    }

    /** "3 to 5", "3a and 3b", "4 or worse", "at least 3". */
    private Stage span(Stage first) {
        int to = first.to();
        if (s.word(to).equals("+") || worse(to, WORSE)) {
            return new Stage(first.first(), "5", first.from(), to + (worse(to, WORSE) ? 2 : 1));
        }
        if (worse(to, BETTER)) {
            return new Stage("1", first.last(), first.from(), to + 2);
        }
        if (s.word(first.from() - 1).equals("least") && s.word(first.from() - 2).equals("at")) {
            return new Stage(first.first(), "5", first.from() - 2, to);
        }
        boolean link = Set.of("to", "-", "or", "and", "through", "/", "until").contains(s.word(to));
        int at = s.like(to + 1, "stages?") ? to + 2 : to + 1;
        Optional<Stage> next =
                link && s.free(at)
                        ? stage(at).or(() -> number(at, s.word(to).equals("-")))
                        : Optional.empty();
        boolean up =
                next.isPresent()
                        && ORDER.contains(first.first())
                        && ORDER.indexOf(next.get().first()) > ORDER.indexOf(first.first());
        return up
                ? new Stage(first.first(), next.get().first(), first.from(), next.get().to())
                : first;
    }

    private boolean worse(int i, Set<String> how) {
        return s.like(i, "or|and") && how.contains(s.word(i + 1));
    }

    private Optional<Stage> number(int i, boolean dash) {
        Token t = s.at(i);
        boolean stage = t.number() && t.value().scale() <= 0 && ORDER.contains(t.text());
        return stage && !COUNTED.contains(s.word(i + 1)) && (dash || !person(i) || counted(i))
                ? Optional.of(Stage.one(t.text(), i, i + 1))
                : Optional.empty();
    }

    /** "2000 CKD stage 3 to 4 patients": how many there are stands at the beginning. */
    private boolean counted(int i) {
        return i > 2 && s.at(0).number() && s.at(0).doubleValue() > ORDER.size();
    }

    private boolean person(int i) {
        return Words.PERSONS.contains(s.word(i + 1));
    }
}
