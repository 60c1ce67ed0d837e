package org.anamnesis.interpret;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.spec.Criterion.AgeBetween;

/** Ages in numbers and in words. */
final class AgeWords {
    /** Stands for no upper end. */
    static final int OLDEST = 120;

    /** Where old age begins, if nobody says otherwise. */
    static final int OLD = AgeGroups.OLD;

    private static final int ADULT = 18;

    private static final Set<String> CUES = Set.of("aged", "age", "ages", "older", "younger");
    private static final Set<String> BEFORE =
            Set.of(
                    ("aged age ages older younger than between from of the over above under below"
                                    + " > < >= <= at least most more less up to is range : = beyond group minimum"
                                    + " maximum no not only")
                            .split(" "));
    private static final Set<String> UNTIL = Set.of("to", "-", "and", "through", "until", "till");
    private static final Set<String> YEARS =
            Set.of("years", "year", "yrs", "yr", "yo", "y", "years'");
    private static final Set<String> AMOUNTS = Set.of("at", "more", "less", "up", "least", "most");
    private static final Set<String> AFTER_AGE =
            Set.of(
                    ("and or but with without who whose on in of not no only please now then at"
                                    + " for from also plus instead taking having is are as")
                            .split(" "));

    /** Before years that are how long something was, or when. */
    private static final Set<String> LASTING =
            Set.of(
                    ("for after since duration last past within history diagnosed up "
                                    + "followup horizon period lasts longer shorter lasting lasted during "
                                    + "across spanning throughout extend prolong lengthen shorten")
                            .split(" "));

    /** Behind such years. */
    private static final Set<String> AFTER =
            Set.of(
                    ("ago history follow followup longitudinal duration since later earlier "
                                    + "before after prior preceding following")
                            .split(" "));

    /** "5+ drugs" are no ages. */
    private static final String COUNTED =
            "drugs?|med(?:ication|icine)?s?|conditions?|comorbidities|diagnoses|visits?|exacerbations?|admissions?|episodes?|diseases|attacks?|seizures?|flares?|relapses?|falls|hypos|hospitali[sz]ations?";

    private final Draft draft;
    private final Sentence s;

    private AgeWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        AgeWords ages = new AgeWords(draft);
        for (int i = 0; i < ages.s.size(); i++) {
            ages.decades(i);
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
        } else if (AgeGroups.DECADES.containsKey(s.word(i)) && s.free(i)) {
            int first = AgeGroups.DECADES.get(s.word(i));
            emit(first, first + 9, from, i + 1);
        }
    }

    /** "in their 50s and 60s", "aged 50s to 60s". */
    private boolean decades(int i) {
        boolean two =
                s.at(i).number()
                        && s.free(i)
                        && s.word(i + 1).equals("s")
                        && s.like(i + 2, "and|or|to|-|/")
                        && s.at(i + 3).number();
        double first = s.at(i).doubleValue();
        double last = s.at(i + 3).doubleValue();
        boolean tens = first % 10 == 0 && last % 10 == 0 && first < last && last <= 90;
        boolean end = s.word(i + 4).equals("s") || s.at(i + 3).text().endsWith("s");
        if (!two || !tens || !end) {
            return false;
        }
        int from = i;
        while (s.free(from - 1) && s.like(from - 1, "in|their|aged|age|the|early|between")) {
            from--;
        }
        emit((int) first, (int) last + 9, from, s.word(i + 4).equals("s") ? i + 5 : i + 4);
        return true;
    }

    private void group(int i) {
        int to = s.afterAny(i, AgeGroups.NAMES);
        if (to < 0 || !s.free(i, to) || s.inConcept(i) || (s.word(i).equals("adult") && !who(to))) {
            return;
        }
        String words = to == i + 1 ? s.word(i) : s.word(i) + " " + s.word(i + 1);
        AgeGroups.Group g = AgeGroups.of(words);
        // "older women": the sex is another topic's word
        boolean shared = words.endsWith("women") || words.endsWith(" men");
        if (!g.assumption().isEmpty()) {
            draft.assume(g.assumption());
        }
        emit(g.min(), g.max(), i, shared ? to - 1 : to);
    }

    /** "adult hypertensives", "adult COPD patients"; not "the US adult population". */
    private boolean who(int i) {
        return Words.PERSONS.contains(s.word(i))
                || s.namedAt(i, org.anamnesis.code.Concept.Kind.CONDITION).isPresent();
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
            if (s.word(from).equals("at") && s.like(from + 1, "least|most")) {
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

    /** "35 <= age <= 70". */
    private boolean between(int n) {
        boolean up = s.like(n + 1, "<=?") && s.like(n + 3, "<=?");
        boolean age = s.like(n + 2, "age|ages") && s.at(n + 4).number();
        if (!up || !age) {
            return false;
        }
        int low = s.at(n).value().intValue() + (s.word(n + 1).equals("<") ? 1 : 0);
        int high = s.at(n + 4).value().intValue() - (s.word(n + 3).equals("<") ? 1 : 0);
        emit(low, high, n, n + 5);
        return true;
    }

    private void number(int n) {
        if (between(n)) {
            return;
        }
        Lead lead = lead(n);
        int to = years(n + 1);
        boolean years = to > n + 1;
        boolean whole = s.at(n).value().stripTrailingZeros().scale() <= 0;
        if (!whole && !years && !lead.cue()) {
            return; // "below 3.5" is of something else
        }
        if (NoAges.median(s, lead.from(), to)) {
            return;
        }
        if (!years && !lead.cue() && NoAges.beside(s, lead.from(), to)) {
            return;
        }
        if ((years && notAge(lead.from(), to)) || (!years && NoAges.things(s, n))) {
            return;
        }
        int until = s.after(to, "up to") > 0 ? to + 1 : to;
        boolean range =
                UNTIL.contains(s.word(until)) && s.at(until + 1).number() && s.free(until + 1);
        if (range && !(s.word(until).equals("and") && !lead.between() && !lead.cue())) {
            range(n, until + 1, lead);
            return;
        }
        boolean since = lead.cue() && s.word(n - 1).equals("from"); // "age from 50"
        Optional<String> bound = since ? Optional.of(">=") : lead.bound();
        boolean cue = lead.cue() || years;
        int suffix = AgeEnds.behind(s, to);
        if (suffix > to) {
            String w = s.word(suffix - 1);
            bound = Optional.of(AgeEnds.down(w) ? "<=" : ">=");
            boolean digits = Character.isDigit(s.at(n).text().charAt(0));
            cue |= CUES.contains(w) || w.equals("over") || w.equals("under");
            cue |= w.equals("+") && digits && !s.like(suffix, COUNTED);
            cue |= Words.like(w, "up|upwards?|onwards?");
            int end = years(suffix);
            cue |= end > suffix;
            to = end;
        }
        if (!cue
                && (bound.isEmpty()
                        || other(to)
                        || counted(lead, to)
                        || NoAges.named(s, lead.from()))) {
            return;
        }
        if (!cue && s.at(n).value().intValue() > OLDEST) {
            return;
        }
        bounded(n, lead, bound, to);
    }

    /** A bare number before a unit, a percent sign or persons is no age. */
    private boolean other(int i) {
        String w = s.word(i);
        return w.equals("%")
                || w.startsWith("percent")
                || w.equals("/")
                || Words.PERSONS.contains(w)
                || Words.like(w, "months?|weeks?|days?|hours?|minutes?|times|visits?")
                || Quantity.unit(s, i - 1).isPresent()
                || (s.inConcept(i) && s.word(i - 1).equals("than"));
    }

    /** "at least two drugs": what is counted stands behind the number. */
    private boolean counted(Lead lead, int to) {
        boolean amount = AMOUNTS.contains(s.word(lead.from())) || s.word(lead.from()).equals("no");
        boolean noun = s.at(to).kind() == Token.Kind.WORD && !AFTER_AGE.contains(s.word(to));
        noun |= s.word(to).equals("of") && !s.word(to + 1).equals("age");
        return amount && (noun || s.inConcept(to));
    }

    private boolean notAge(int from, int to) {
        boolean of = s.word(to).equals("of") && !s.word(to + 1).equals("age");
        of |= NoAges.job(s, to);
        return LASTING.contains(s.word(from - 1)) || AFTER.contains(s.word(to)) || of;
    }

    private int years(int i) {
        int to = i;
        boolean overs = s.word(i).equals("s") && s.like(i - 2, "over|under|above|below");
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
        if (bare && (other(to) || s.like(to, COUNTED) || NoAges.named(s, lead.from()))) {
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
