package org.anamnesis.interpret;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.spec.Criterion.AgeBetween;

/** Ages in numbers and in words. */
final class AgeWords {
    /** Stands for no upper end. */
    static final int OLDEST = 120;

    /** Where old age begins, if nobody says otherwise. */
    static final int OLD = 65;

    private static final int ADULT = 18;

    private static final Set<String> CUES = Set.of("aged", "age", "ages", "older", "younger");
    private static final Set<String> BEFORE =
            Set.of(
                    "aged", "age", "ages", "older", "younger", "than", "between", "from", "of",
                    "the", "over", "above", "under", "below", ">", "<", ">=", "<=", "at", "least",
                    "most", "more", "less", "up", "to", "is", "range", ":", "=", "beyond", "group",
                    "minimum", "maximum", "no", "not", "only");
    private static final Set<String> UNTIL = Set.of("to", "-", "and", "through", "until", "till");
    private static final Set<String> YEARS =
            Set.of("years", "year", "yrs", "yr", "yo", "y", "years'");
    private static final Set<String> AMOUNTS = Set.of("at", "more", "less", "up", "least", "most");
    private static final Set<String> AFTER_AGE =
            Set.of(
                    "and", "or", "but", "with", "without", "who", "whose", "on", "in", "of", "not",
                    "no", "only", "please", "now", "then", "at", "for", "from", "also", "plus",
                    "instead", "taking", "having", "is", "are", "as");
    private static final Set<String> UPWARD =
            Set.of("older", "over", "above", "up", "more", "greater", "beyond", "upwards");
    private static final Set<String> DOWNWARD = Set.of("younger", "under", "below", "less");

    private record Group(int min, int max, String assumption) {}

    private static final Map<String, Group> GROUPS =
            Map.ofEntries(
                    Map.entry("children", new Group(0, 17, "")),
                    Map.entry("child", new Group(0, 17, "")),
                    Map.entry("kids", new Group(0, 17, "")),
                    Map.entry("minors", new Group(0, 17, "")),
                    Map.entry("newborns", new Group(0, 0, "")),
                    Map.entry("neonates", new Group(0, 0, "")),
                    Map.entry("infants", new Group(0, 1, "Infants are taken as up to 1 year old.")),
                    Map.entry("babies", new Group(0, 1, "Babies are taken as up to 1 year old.")),
                    Map.entry(
                            "toddlers", new Group(1, 3, "Toddlers are taken as 1 to 3 years old.")),
                    Map.entry("pediatric", new Group(0, 17, "")),
                    Map.entry("paediatric", new Group(0, 17, "")),
                    Map.entry("adolescents", new Group(12, 17, "")),
                    Map.entry("adolescent", new Group(12, 17, "")),
                    Map.entry("teenagers", new Group(13, 19, "")),
                    Map.entry("teenage", new Group(13, 19, "")),
                    Map.entry("adults", new Group(18, OLDEST, "")),
                    Map.entry(
                            "young adults",
                            new Group(18, 39, "Young adults are taken as 18 to 39 years old.")),
                    Map.entry(
                            "middle aged",
                            new Group(40, 64, "Middle-aged is taken as 40 to 64 years old.")),
                    Map.entry("elderly", old("Elderly")),
                    Map.entry("seniors", old("Seniors")),
                    Map.entry("senior", old("Senior")),
                    Map.entry("geriatric", old("Geriatric")),
                    Map.entry("older adults", old("Older adults")),
                    Map.entry("older people", old("Older people")),
                    Map.entry("older patients", old("Older patients")),
                    Map.entry("older women", old("Older")),
                    Map.entry("older men", old("Older")),
                    Map.entry("sexagenarians", new Group(60, 69, "")),
                    Map.entry("septuagenarians", new Group(70, 79, "")),
                    Map.entry("octogenarians", new Group(80, 89, "")),
                    Map.entry("nonagenarians", new Group(90, 99, "")),
                    Map.entry("centenarians", new Group(100, OLDEST, "")),
                    Map.entry("older diabetics", old("Older")),
                    Map.entry("old people", old("Old")),
                    Map.entry("old patients", old("Old")),
                    Map.entry("pensioners", old("Pensioners")));

    private static final Phrases NAMES = new Phrases(GROUPS.keySet());

    private static final Map<String, Integer> DECADES =
            Map.of(
                    "twenties",
                    20,
                    "thirties",
                    30,
                    "forties",
                    40,
                    "fifties",
                    50,
                    "sixties",
                    60,
                    "seventies",
                    70,
                    "eighties",
                    80,
                    "nineties",
                    90);

    private final Draft draft;
    private final Sentence s;

    private AgeWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    private static Group old(String word) {
        return new Group(OLD, OLDEST, word + " is taken as 65 years and older.");
    }

    static void find(Draft draft) {
        AgeWords ages = new AgeWords(draft);
        for (int i = 0; i < ages.s.size(); i++) {
            if (ages.s.at(i).number() && ages.s.free(i) && !ages.s.inConcept(i)) {
                ages.number(i);
            }
        }
        for (int i = 0; i < ages.s.size(); i++) {
            ages.decade(i);
            ages.group(i);
        }
    }

    private void decade(int i) {
        boolean their = s.word(i - 1).equals("their") && s.word(i - 2).equals("in");
        int from = their ? i - 2 : i;
        if (s.at(i).number() && s.word(i + 1).equals("s") && s.free(i) && their) {
            int first = s.at(i).value().intValue();
            if (first % 10 == 0 && first >= 0 && first <= 90) {
                emit(first, first + 9, from, i + 2);
            }
        } else if (DECADES.containsKey(s.word(i)) && s.free(i)) {
            int first = DECADES.get(s.word(i));
            emit(first, first + 9, from, i + 1);
        }
    }

    private void group(int i) {
        int to = s.afterAny(i, NAMES);
        if (to < 0 || !s.free(i, to) || s.inConcept(i)) {
            return;
        }
        String words = to == i + 1 ? s.word(i) : s.word(i) + " " + s.word(i + 1);
        Group g = GROUPS.get(words);
        // "older women": the sex is another topic's word
        boolean shared = words.endsWith("women") || words.endsWith(" men");
        if (!g.assumption().isEmpty()) {
            draft.assume(g.assumption());
        }
        emit(g.min(), g.max(), i, shared ? to - 1 : to);
    }

    private void emit(int min, int max, int from, int to) {
        if (min > max) { // "between 30.2 and 30.7 years" holds no completed year
            draft.problem(
                    "request.age.reversed",
                    from,
                    to,
                    "No age in completed years lies in this range.",
                    "aged %d to %d".formatted(max, min));
            return;
        }
        draft.found(Draft.Topic.AGE, new AgeBetween(min, max), from, to);
    }

    /** "over 18" and "above 18 years" are said of adults; "older than 18" means what it says. */
    private boolean adults(Lead lead, int n) {
        for (int i = lead.from(); i < n; i++) {
            if (s.word(i).equals("over") || s.word(i).equals("above")) {
                return true;
            }
        }
        return false;
    }

    /** Flags of the words before a number. */
    private record Lead(int from, boolean cue, boolean between, Optional<String> bound) {}

    private Lead lead(int n) {
        int from = n;
        boolean cue = false;
        boolean between = false;
        while (from > 0 && s.free(from - 1) && BEFORE.contains(s.word(from - 1))) {
            from--;
            cue |= CUES.contains(s.word(from));
            between |= s.word(from).equals("between") || s.word(from).equals("from");
        }
        // "cohort of over 60": what stands before the first word that matters is not quoted
        while (from < n && Set.of("of", "the", "to", "is", "at").contains(s.word(from))) {
            if (s.word(from).equals("at") && s.word(from + 1).matches("least|most")) {
                break;
            }
            from++;
        }
        return new Lead(from, cue, between, bound(from, n));
    }

    private Optional<String> bound(int from, int n) {
        boolean not = false;
        for (int i = from; i < n; i++) {
            String w = s.word(i);
            boolean than = s.word(i + 1).equals("than");
            not |= w.equals("no") || w.equals("not");
            String sign =
                    switch (w) {
                        case "over", "above", "older", "beyond", ">" -> ">";
                        case "under", "below", "younger", "<" -> "<";
                        case ">=", "least", "minimum" -> ">=";
                        case "<=", "most", "maximum" -> "<=";
                        case "more" -> than ? ">" : "";
                        case "less" -> than ? "<" : "";
                        case "up" -> s.word(i + 1).equals("to") ? "<=" : "";
                        default -> "";
                    };
            if (!sign.isEmpty()) {
                return Optional.of(
                        !not ? sign : sign.equals(">") ? "<=" : sign.equals("<") ? ">=" : sign);
            }
        }
        return Optional.empty();
    }

    private void number(int n) {
        Lead lead = lead(n);
        int to = years(n + 1);
        boolean years = to > n + 1;
        if (years && notAge(lead.from(), to)) {
            return;
        }
        int until = s.after(to, "up to") > 0 ? to + 1 : to;
        boolean range =
                UNTIL.contains(s.word(until)) && s.at(until + 1).number() && s.free(until + 1);
        if (range && !(s.word(until).equals("and") && !lead.between() && !lead.cue())) {
            range(n, until + 1, lead);
            return;
        }
        Optional<String> bound = lead.bound();
        boolean cue = lead.cue() || years;
        int suffix = suffix(to);
        if (suffix > to) {
            String w = s.word(suffix - 1);
            bound = Optional.of(DOWNWARD.contains(w) ? "<=" : ">=");
            boolean digits = Character.isDigit(s.at(n).text().charAt(0));
            cue |= CUES.contains(w) || w.equals("over") || w.equals("under");
            cue |= w.equals("+") && digits;
            cue |= w.equals("up");
            int end = years(suffix);
            cue |= end > suffix;
            to = end;
        }
        if (!cue && (bound.isEmpty() || other(to) || counted(lead, to))) {
            return;
        }
        if (!cue && s.at(n).value().intValue() > OLDEST) {
            return;
        }
        bounded(n, lead, bound, to);
    }

    private int suffix(int i) {
        String w = s.word(i);
        if (w.equals("+") || w.equals("plus")) {
            return i + 1;
        }
        boolean link = w.equals("and") || w.equals("or");
        String next = s.word(i + 1);
        if (link && (UPWARD.contains(next) || DOWNWARD.contains(next)) && !s.at(i + 2).number()) {
            return s.word(i + 2).equals("than") ? i : i + 2;
        }
        return i;
    }

    /** A bare number before a unit, a percent sign or persons is no age. */
    private boolean other(int i) {
        String w = s.word(i);
        return w.equals("%")
                || w.startsWith("percent")
                || w.equals("/")
                || Words.PERSONS.contains(w)
                || Quantity.unit(s, i - 1).isPresent()
                || (s.inConcept(i) && s.word(i - 1).equals("than"));
    }

    /** "at least two drugs": what is counted stands behind the number. */
    private boolean counted(Lead lead, int to) {
        boolean amount = AMOUNTS.contains(s.word(lead.from())) || s.word(lead.from()).equals("no");
        boolean noun = s.at(to).kind() == Token.Kind.WORD && !AFTER_AGE.contains(s.word(to));
        return amount && (noun || s.inConcept(to));
    }

    private boolean notAge(int from, int to) {
        Set<String> lasting =
                Set.of("for", "duration", "last", "past", "within", "history", "diagnosed");
        Set<String> after =
                Set.of("ago", "history", "follow", "duration", "since", "later", "before");
        boolean of = s.word(to).equals("of") && !s.word(to + 1).equals("age");
        return lasting.contains(s.word(from - 1)) || after.contains(s.word(to)) || of;
    }

    private int years(int i) {
        int to = i;
        boolean overs = s.word(i).equals("s") && s.word(i - 2).matches("over|under|above|below");
        if (overs) { // "the over-60s"
            return i + 1;
        }
        if (YEARS.contains(s.word(to))) {
            to++;
            if (s.word(to).equals("/") && s.word(to + 1).equals("o")) {
                to += 2;
            }
            if (s.word(to).equals("old") || s.word(to).equals("olds")) {
                to++;
            } else if (s.word(to).equals("of") && s.word(to + 1).equals("age")) {
                to += 2;
            }
        }
        return to;
    }

    private void range(int n, int second, Lead lead) {
        int to = years(second + 1);
        boolean bare = !lead.cue() && to == second + 1;
        if (bare && other(to)) {
            return;
        }
        double low = s.at(n).doubleValue();
        double high = s.at(second).doubleValue();
        if (bare && (high > OLDEST || low > OLDEST)) {
            return;
        }
        if (low > high) {
            draft.problem(
                    "request.age.reversed",
                    lead.from(),
                    to,
                    "The youngest age is above the oldest one.",
                    "aged %.0f to %.0f".formatted(high, low));
        } else if (checked(low, lead.from(), to) && checked(high, lead.from(), to)) {
            emit((int) Math.ceil(low), (int) Math.floor(high), lead.from(), to);
        }
    }

    private boolean checked(double age, int from, int to) {
        if (age < 0 || age > OLDEST) {
            draft.problem(
                    "request.limit.implausible",
                    from,
                    to,
                    "Ages lie between 0 and 120 years.",
                    "aged 40 to 65");
            return false;
        }
        return true;
    }

    private void bounded(int n, Lead lead, Optional<String> bound, int to) {
        double age = s.at(n).doubleValue();
        if (!checked(age, lead.from(), to)) {
            return;
        }
        int a = (int) Math.floor(age);
        switch (bound.orElse("=")) {
            case ">" -> {
                int first = a == ADULT && adults(lead, n) ? a : a + 1;
                draft.assume(
                        "\"%s\" is taken as %d years and older."
                                .formatted(s.quote(lead.from(), to), first));
                emit(Math.min(first, OLDEST), OLDEST, lead.from(), to);
            }
            case ">=" -> emit((int) Math.ceil(age), OLDEST, lead.from(), to);
            case "<" -> emit(0, Math.max(0, (int) Math.ceil(age) - 1), lead.from(), to);
            case "<=" -> emit(0, a, lead.from(), to);
            default -> emit(a, a, lead.from(), to);
        }
    }
}
