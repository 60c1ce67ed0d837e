package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a rhythm that changes: one after another, each but the last with how long it lasts. */
final class PhaseWords {
    private static final String THEN =
            "then|thereafter|afterwards|subsequently|later|next|followed|by|from|on|there|after|that|which|and|but|,|;|this|only|with|a|at";
    private static final String CONNECTS =
            "then|thereafter|afterwards|subsequently|later|followed|after";
    private static final List<String> BEHIND =
            List.of(
                    "for the rest of the follow up",
                    "for the rest of the follow-up",
                    "for the rest of the history",
                    "for the rest of the time",
                    "for the rest",
                    "from then on",
                    "from there on",
                    "until the end of follow-up",
                    "until the end",
                    "after that",
                    "after this",
                    "later on",
                    "thereafter",
                    "afterwards",
                    "subsequently",
                    "after the first year",
                    "after the first month",
                    "in the following years",
                    "in later years",
                    "in the years after",
                    "in the other years");
    private static final String NOUNS =
            "visits?|encounters?|appointments?|consultations?|contacts?|checks?|checkups?|check-ups?|reviews?|tests?|measurements?|monitoring|intervals?|up|follow-?ups?|follow|seen|patients?|they|come|are";
    private static final String VISITS =
            "visits?|encounters?|appointments?|consultations?|contacts?|checkups?|check-ups?|reviews?|seen|come|follow-?ups?";
    private static final Map<String, Double> PERIODS =
            Map.of("month", 12.0, "week", 52.0, "year", 1.0, "day", 365.0);

    /** Years up to the end of the year that has begun. */
    private static final double REST = -1;

    private final Sentence s;
    private boolean visits;
    private Optional<OrderedNames.Found> named = Optional.empty();

    private PhaseWords(Sentence s) {
        this.s = s;
    }

    /** How often, and how long. */
    record Part(double perYear, double years) {}

    /**
     * A rhythm that changes.
     *
     * @param first the parts that it begins with
     * @param then how often a year after them, 0 if it is not said
     * @param visits whether it is said to be of visits
     * @param named what it is of, if its name stands within it
     * @param span years that all parts last, if it is said of the last, too
     */
    record Read(
            List<Part> first,
            double then,
            boolean visits,
            Optional<OrderedNames.Found> named,
            Optional<Double> span,
            int to) {
        /** One rhythm. */
        Read(List<Part> first, double then, int to) {
            this(first, then, false, Optional.empty(), Optional.empty(), to);
        }
    }

    static Optional<Read> at(Sentence s, int i) {
        return new PhaseWords(s).read(i);
    }

    /**
     * What stands of one part.
     *
     * @param years 0 if nothing is said
     * @param first whether they are said to be the first
     * @param until whether they count from the beginning, as in "up to year 2"
     */
    private record Said(
            double perYear, double years, boolean first, boolean until, int unit, int to) {
        private Said(double perYear, double years, boolean first, int unit, int to) {
            this(perYear, years, first, false, unit, to);
        }
    }

    private Optional<Read> read(int i) {
        List<Said> all = new ArrayList<>();
        Optional<Said> next = part(i, 0);
        while (next.isPresent()) {
            Said now = next.get();
            all.add(now);
            if (now.years() == 0) {
                break;
            }
            int at = now.to();
            boolean connected = false;
            while (at < now.to() + 5 && s.like(at, THEN) && part(at, now.unit()).isEmpty()) {
                connected |= s.like(at, CONNECTS);
                at++;
            }
            boolean linked = connected || at > now.to();
            Optional<Said> more = linked ? part(at, now.unit()) : Optional.empty();
            boolean goesOn =
                    more.isPresent()
                            && (connected
                                    || now.first()
                                    || more.get().years() != 0
                                    || behind(more.get().to()) > 0);
            next = goesOn ? more : Optional.empty();
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Said last = all.get(all.size() - 1);
        boolean one = all.size() == 1;
        if (one && !(last.first() && last.years() > 0 && !last.until())) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        double sum = 0;
        for (int k = 0; k < all.size(); k++) {
            Said p = all.get(k);
            double lasts =
                    p.years() == REST
                            ? 1 + Math.floor(sum) - sum
                            : p.until() ? p.years() - sum : p.years();
            if (lasts < 0) {
                return Optional.empty();
            }
            sum += lasts;
            if (k < all.size() - 1 || one) {
                parts.add(new Part(p.perYear(), lasts));
            }
        }
        boolean whole = !one && last.years() > 0;
        int to = Math.max(last.to(), behind(last.to()));
        return Optional.of(
                new Read(
                        parts,
                        one ? 0 : last.perYear(),
                        visits,
                        named,
                        whole ? Optional.of(sum) : Optional.empty(),
                        to));
    }

    /** End of "thereafter" and its like, 0 if there is none. */
    private int behind(int i) {
        int at = s.like(i, ",") ? i + 1 : i;
        int longest = 0;
        for (String phrase : BEHIND) {
            longest = Math.max(longest, s.after(at, phrase));
        }
        boolean years = s.like(at, "from|in|after") && s.like(at + 1, "years?");
        if (years && s.at(at + 2).number()) {
            int to = at + 3;
            while (s.like(to, "and|to|-|,|on|onwards?") || s.at(to).number()) {
                to++;
            }
            return to;
        }
        return longest;
    }

    /** "monthly in the first year", "in the first year monthly", "every 6". */
    private Optional<Said> part(int i, int unit) {
        int span = first(i);
        if (span > 0) {
            int at = s.like(span, ",|:") ? span + 1 : span;
            Optional<Said> rhythm = rhythm(nouns(at), unit);
            return rhythm.map(r -> new Said(r.perYear(), years(span), true, r.unit(), r.to()));
        }
        Optional<Said> rhythm = rhythm(i, unit);
        if (rhythm.isEmpty()) {
            return Optional.empty();
        }
        Said r = rhythm.get();
        int led = s.like(r.to(), "for|in|during|over|within|through|throughout") ? r.to() + 1 : 0;
        if (led == 0) {
            return until(r).or(() -> rhythm);
        }
        int the = s.like(led, "the|their|an|about|whole") ? led + 1 : led;
        int rest = rest(the);
        if (rest > 0) {
            return Optional.of(new Said(r.perYear(), REST, false, r.unit(), rest));
        }
        boolean first = s.like(the, "first|initial|1st");
        int at = first ? the + 1 : the;
        int to = lasts(at, first);
        boolean year =
                s.like(at, "year") && s.at(at + 1).number() && s.at(at + 1).doubleValue() == 1;
        if (year) {
            return Optional.of(new Said(r.perYear(), 1, true, r.unit(), at + 2));
        }
        return to < 0 ? rhythm : Optional.of(new Said(r.perYear(), years(to), first, r.unit(), to));
    }

    /** "every 3 months up to year 2", "monthly until month 6". */
    private Optional<Said> until(Said r) {
        int at = r.to();
        int to =
                s.like(at, "up") && s.like(at + 1, "to")
                        ? at + 2
                        : s.like(at, "until|till") ? at + 1 : 0;
        to = to > 0 && s.like(to, "the") && s.like(to + 1, "end") ? to + 3 : to;
        boolean named = s.like(to, "years?|months?|weeks?") && s.at(to + 1).number();
        boolean counted = s.at(to).number() && s.like(to + 1, "years?|months?|weeks?");
        if (to == 0 || !(named || counted)) {
            return Optional.empty();
        }
        String unit = s.word(named ? to : to + 1).replaceFirst("s$", "");
        double years = s.at(named ? to + 1 : to).doubleValue() / PERIODS.get(unit);
        boolean known = years > 0 && years <= 120;
        return known
                ? Optional.of(new Said(r.perYear(), years, true, true, r.unit(), to + 2))
                : Optional.empty();
    }

    /** End of "in the first 6 months", 0 if there is none. */
    private int first(int i) {
        int at = s.like(i, "for|in|during|over|within") ? i + 1 : i;
        at = s.like(at, "the|their") ? at + 1 : at;
        boolean begins = i == 0 || s.like(i - 1, "[,;:.(]"); // "first year quarterly visits"
        if ((at == i && !begins) || !s.like(at, "first|initial|1st")) {
            return 0;
        }
        return Math.max(0, lasts(at + 1, true));
    }

    /** End of "rest of the first year", 0 if there is none. */
    private int rest(int i) {
        int of = s.like(i, "rest|remainder") && s.like(i + 1, "of") ? i + 2 : 0;
        of = of > 0 && s.like(of, "the|that") ? of + 1 : of;
        of = of > 0 && s.like(of, "first|same") ? of + 1 : of;
        return of > 0 && s.like(of, "year") ? of + 1 : 0;
    }

    /**
     * End of "6 months", "a year", "month"; −1 if there is none.
     *
     * @param bare whether it may be without a number, as in "the first month"
     */
    private int lasts(int i, boolean bare) {
        boolean number = s.at(i).number() || s.like(i, "a|an|one");
        int unit = number ? i + 1 : i;
        unit = number && s.like(unit, "-") ? unit + 1 : unit;
        boolean known = s.like(unit, "years?|months?|weeks?|days?");
        return known && (number || bare) ? unit + 1 : -1;
    }

    /** Of a span that ends before a token. */
    private double years(int to) {
        double periods = PERIODS.get(s.word(to - 1).replaceFirst("s$", ""));
        int n = s.like(to - 2, "-") ? to - 3 : to - 2;
        double number = s.at(n).number() ? s.at(n).doubleValue() : 1;
        return Math.min(number / periods, 120);
    }

    private int nouns(int i) {
        int at = i;
        while (s.like(at, NOUNS) && !(s.like(at, "up") && !s.like(at - 1, "follow|-"))) {
            visits |= s.like(at, VISITS);
            at++;
        }
        return at;
    }

    /** A rhythm with what it is of behind it. */
    private Optional<Said> rhythm(int i, int unit) {
        Optional<Rhythm> full = Rhythm.at(s, i);
        boolean bare =
                full.isEmpty() && unit > 0 && s.like(i, "every|each") && s.at(i + 1).number();
        if (full.isEmpty() && !bare) {
            return Optional.empty();
        }
        double perYear =
                full.map(Rhythm::perYear).orElseGet(() -> unit / s.at(i + 1).doubleValue());
        int to = full.map(Rhythm::to).orElse(i + 2);
        int in = (int) Math.round(PERIODS.getOrDefault(s.word(to - 1).replaceFirst("s$", ""), 0.0));
        Optional<OrderedNames.Found> of = OrderedNames.at(s, to);
        if (of.isPresent() && named.isEmpty()) {
            named = of;
        }
        int end = nouns(of.map(OrderedNames.Found::to).orElse(to));
        return Optional.of(new Said(perYear, 0, false, bare ? unit : in, end));
    }
}
