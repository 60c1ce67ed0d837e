package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;
import org.anamnesis.spec.Own;

/**
 * Variables with the user's own numbers: "serum copper mean 40 µg/dL, sd 12", "add a variable pain
 * score, 0 to 10, mean 4", "ferritin mean 90 ng/mL (sd 40), lognormal".
 */
final class OwnVariableWords {
    private static final int LONGEST = 5;

    /** Between a name and its numbers. */
    private static final Set<String> BEHIND_NAME =
            Set.of(
                    ",",
                    ":",
                    "(",
                    "with",
                    "of",
                    "is",
                    "has",
                    "having",
                    "a",
                    "an",
                    "the",
                    "whose",
                    "\"",
                    "“",
                    "”",
                    "that",
                    "level",
                    "levels",
                    "values",
                    "should",
                    "be",
                    "at",
                    "in",
                    "which",
                    "=",
                    "and",
                    "their",
                    "its",
                    "approximately",
                    "around",
                    "about",
                    "on",
                    "scale",
                    "from",
                    "unit",
                    "as",
                    "follows",
                    "follow",
                    "normally",
                    "distributed",
                    "'");

    private static final Set<String> UNITS =
            Set.of("m2 dl ml mmol mol mg kg mmhg hg µmol umol ng pg iu min mm cm meq".split(" "));

    private static final String ENDS = "size|number|count|time|years|total|level|rate|test";

    private static final String QUOTE = "[\"“”„'‘’»«]";

    /** Never part of a name. */
    private static final Set<String> STOP =
            Set.of(
                    "variable",
                    "column",
                    "field",
                    "custom",
                    "called",
                    "named",
                    "own",
                    "extra",
                    "additional",
                    "another",
                    "everyone",
                    "everybody",
                    "where",
                    "their",
                    "whose",
                    "baseline",
                    "covariate",
                    "attribute",
                    "mean",
                    "average",
                    "median",
                    "range",
                    "limits",
                    "sd",
                    "between",
                    "please",
                    "pressure",
                    "pressures",
                    "bp",
                    "continuous",
                    "numeric",
                    "numerical",
                    "biomarker");

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private final OwnStated stated;

    private OwnVariableWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
        this.stated = new OwnStated(draft, current);
    }

    static void find(Draft draft, CohortSpec current) {
        OwnVariableWords words = new OwnVariableWords(draft, current);
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.free(i)) {
                words.at(i);
            }
        }
    }

    private void at(int i) {
        if (OwnFigures.MEAN.contains(s.word(i)) && meanOf(i)) {
            return;
        }
        if (spreadOf(i)) {
            return;
        }
        Optional<OwnFigures> read = OwnFigures.at(s, i);
        if (read.isEmpty()) {
            return;
        }
        int unit = unitBefore(i);
        if (unit < i) {
            read.get().in(OwnUnits.behind(s, unit));
        }
        Optional<OwnStated.Name> name = before(i);
        if (name.isPresent()) {
            stated.stated(name.get(), read.get(), name.get().from(), read.get().to());
        } else if (i == 0 && s.word(0).equals("range") && !ranged()) {
            last(read.get(), 0);
        } else if (s.like(i - 1, "its|their") || s.after(i - 2, "change the") > 0) {
            last(read.get(), i - 1);
        }
    }

    /** Whether a limit was asked last, of which a range can be another one. */
    private boolean ranged() {
        return Last.of(current)
                .flatMap(Last::criterion)
                .filter(
                        c ->
                                c instanceof Criterion.ObservationWithin
                                        || c instanceof Criterion.AgeBetween)
                .isPresent();
    }

    /** "mean serum copper 40 µg/dL (sd 12)", "average of ferritin of 90, SD 40". */
    private boolean meanOf(int i) {
        int at = i + 1;
        while (s.like(at, "of|the|a")) {
            at++;
        }
        int start = at;
        Optional<Sentence.Named> named = s.namedAt(at, Concept.Kind.OBSERVATION);
        int end = named.map(Sentence.Named::to).orElse(at);
        while (named.isEmpty() && end < at + LONGEST && part(end)) {
            end++;
        }
        boolean age = s.word(at).equals("age");
        end = age ? at + 1 : end;
        int n = end;
        while (s.like(n, "of|is|=|:|to|about|around|at|should|be")) {
            n++;
        }
        if (end == start || !s.at(n).number() || !s.free(n) || !s.free(start, end)) {
            return false;
        }
        Optional<Quantity.Unit> unit = OwnUnits.behind(s, n);
        int to = unit.map(Quantity.Unit::to).orElse(n + 1);
        double mean = s.at(n).doubleValue();
        to = age && s.word(to).startsWith("year") ? to + 1 : to;
        boolean bracket = s.word(to).equals("(") && s.at(to + 1).number();
        boolean sign = s.word(to).equals("±") || s.after(to, "+ / -") > 0;
        OwnFigures rest;
        if (bracket || sign) {
            Optional<OwnFigures> whole = OwnFigures.at(s, sign ? n : to);
            rest = sign && whole.isPresent() ? whole.get() : OwnFigures.after(s, mean, unit, to);
        } else {
            rest = OwnFigures.after(s, mean, unit, to);
        }
        Optional<String> id = named.map(x -> x.concept().id());
        var name =
                new OwnStated.Name(
                        s.quote(start, end), age ? Optional.of("age") : id, start, end, false);
        return stated.stated(name, rest, i, Math.max(to, rest.to()));
    }

    /** "sd of HbA1c 1.2", "standard deviation of BMI of 4", "SD of age 8". */
    private boolean spreadOf(int i) {
        int of = s.like(i, "sd|std|stdev") ? i + 1 : s.after(i, "standard deviation");
        boolean link = of > 0 && s.like(of, "of|for");
        boolean next = of > 0 && s.namedAt(of, Concept.Kind.OBSERVATION).isPresent();
        if (!link && !next) {
            return false;
        }
        int first = link ? of + 1 : of;
        int at = s.word(first).equals("the") ? first + 1 : first;
        Optional<Sentence.Named> named = s.namedAt(at, Concept.Kind.OBSERVATION);
        boolean age = s.word(at).equals("age");
        int n = age ? at + 1 : named.map(Sentence.Named::to).orElse(s.size());
        while (s.like(n, "of|is|=|:|to|at|should|be")) {
            n++;
        }
        if (!s.at(n).number() || !s.free(n) || s.at(n).doubleValue() <= 0) {
            return false;
        }
        Optional<Quantity.Unit> unit = OwnUnits.behind(s, n);
        String id = age ? "age" : named.orElseThrow().concept().id();
        double sd = OwnStated.canonicalSpan(id, s.at(n).doubleValue(), unit);
        draft.edit(
                new Edit.AddOverwrite(new Overwrite.Deviation(id, sd)),
                i,
                unit.map(Quantity.Unit::to).orElse(n + 1));
        return true;
    }

    /** "change its mean to 25": of the own variable stated last. */
    private void last(OwnFigures read, int from) {
        List<Own> all = current.beyond().own();
        if (!all.isEmpty() && all.get(all.size() - 1) instanceof Own.Quantity q) {
            int start = s.like(from - 1, "change|set|make|raise|lower|and") ? from - 1 : from;
            stated.changed(q, read, start, read.to());
        }
    }

    /** The name that stands before its numbers. */
    private Optional<OwnStated.Name> before(int i) {
        Optional<OwnStated.Name> quoted = quoted(i);
        if (quoted.isPresent()) {
            return quoted;
        }
        int at = unitBefore(i) - 1;
        while (s.free(at) && BEHIND_NAME.contains(s.word(at)) && !s.inConcept(at) && at > i - 6) {
            at--;
        }
        int last = at;
        Optional<Sentence.Named> named =
                s.named().stream()
                        .filter(n -> n.is(Concept.Kind.OBSERVATION))
                        .filter(n -> n.from() <= last && last < n.to() && s.free(n.from(), n.to()))
                        .findFirst();
        if (named.isPresent()) {
            int from = named.get().from();
            return Optional.of(
                    new OwnStated.Name(
                            s.quote(from, named.get().to()),
                            Optional.of(named.get().concept().id()),
                            from,
                            named.get().to(),
                            led(from)));
        }
        if (s.like(last, "ages?") && s.free(last)) {
            return Optional.of(
                    new OwnStated.Name("age", Optional.of("age"), last, last + 1, false));
        }
        int from = last + 1;
        while (from > 0 && from > last + 1 - LONGEST && (part(from - 1) || noun(from - 1))) {
            from--;
        }
        from = joined(from, last);
        boolean digit = // "6MWT"
                from <= last
                        && s.at(from - 1).number()
                        && s.at(from - 1).end() == s.at(from).start();
        from = digit ? from - 1 : from;
        return from > last
                ? Optional.empty()
                : Optional.of(
                        new OwnStated.Name(
                                s.quote(from, last + 1),
                                Optional.empty(),
                                from,
                                last + 1,
                                led(from)));
    }

    /** "time in range" in quotation marks: the name is all that stands between them. */
    private Optional<OwnStated.Name> quoted(int i) {
        int end = unitBefore(i) - 1;
        while (end > i - 6 && BEHIND_NAME.contains(s.word(end)) && !s.like(end, QUOTE)) {
            end--;
        }
        end = s.word(end - 1).equals("in") && s.like(end - 2, QUOTE) ? end - 2 : end; // "in cups"
        if (!s.like(end, QUOTE)) {
            return Optional.empty();
        }
        int start = end - 1;
        while (start > end - LONGEST - 1
                && s.at(start).kind() == Token.Kind.WORD
                && s.free(start)) {
            start--;
        }
        boolean whole = s.like(start, QUOTE) && end - start > 1;
        return whole
                ? Optional.of(
                        new OwnStated.Name(
                                s.quote(start + 1, end), Optional.empty(), start, end + 1, true))
                : Optional.empty();
    }

    /** Start of "in m/s" that stands between a name and its numbers, or the token itself. */
    private int unitBefore(int i) {
        int end = s.like(i - 1, "with|and|,") ? i - 1 : i;
        int name = end - 1;
        while (name > Math.max(0, end - 6) && !s.like(name, QUOTE)) {
            name--;
        }
        for (int k = Math.max(1, name); k < end; k++) {
            boolean in = s.like(k, "in|\\(") && s.free(k);
            boolean unit =
                    in && OwnUnits.behind(s, k).filter(u -> closed(u.to()) == end).isPresent();
            if (unit) {
                return k;
            }
        }
        return i;
    }

    private int closed(int i) {
        return s.word(i).equals(")") ? i + 1 : i;
    }

    /** "add a variable", "a column called" before the name. */
    private boolean led(int from) {
        for (int k = from - 1; k >= Math.max(0, from - 6); k--) {
            if (OwnStated.LEADS.contains(s.word(k))) {
                return true;
            }
        }
        return false;
    }

    /** "tumour size", "pack years": a word of requests that ends a name. */
    private boolean noun(int i) {
        return s.like(i, ENDS) && s.free(i) && !s.inConcept(i) && part(i - 1);
    }

    /** "step count per day", "travel time to the clinic", where a variable is added. */
    private int joined(int from, int last) {
        int link = from - 1;
        while (link > from - 3 && s.like(link, "the|a|an")) {
            link--;
        }
        if (from > last || !s.like(link, "per|to|of|since|until|after|before|in")) {
            return from;
        }
        int start = link;
        while (start > 0 && start > link - LONGEST && (part(start - 1) || noun(start - 1))) {
            start--;
        }
        boolean added =
                start == 0
                        || s.like(start - 1, "add|adding|include|for|record|measure")
                        || led(start);
        return start < link && added ? start : from;
    }

    /** Whether a token may belong to a name of one's own. */
    private boolean part(int i) {
        Token t = s.at(i);
        boolean word = t.kind() == Token.Kind.WORD && s.free(i) && !s.inConcept(i);
        return word
                && !UNITS.contains(t.text())
                && !STOP.contains(t.text())
                && !Words.FILLER.contains(t.text())
                && !s.like(i, "add|adding")
                && !Words.PERSONS.contains(t.text())
                && !Words.NEGATION.contains(t.text());
    }
}
