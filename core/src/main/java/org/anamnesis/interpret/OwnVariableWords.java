package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Figures;
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

    private static final Set<String> LEADS =
            Set.of("variable", "column", "field", "covariate", "attribute", "biomarker");

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    /** A name in these tokens; {@code concept} if the catalogue has it. */
    private record Name(String words, Optional<String> concept, int from, int to, boolean led) {}

    private OwnVariableWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
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
        Optional<Name> name = before(i);
        if (name.isPresent()) {
            stated(name.get(), read.get(), name.get().from(), read.get().to());
        } else if (s.word(i - 1).matches("its|their") || s.after(i - 2, "change the") > 0) {
            last(read.get(), i - 1);
        }
    }

    /** "mean serum copper 40 µg/dL (sd 12)", "average of ferritin of 90, SD 40". */
    private boolean meanOf(int i) {
        int at = i + 1;
        while (s.word(at).matches("of|the|a")) {
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
        while (s.word(n).matches("of|is|=|:|to|about|around|at|should|be")) {
            n++;
        }
        if (end == start || !s.at(n).number() || !s.free(n) || !s.free(start, end)) {
            return false;
        }
        Optional<Quantity.Unit> unit = Quantity.unit(s, n);
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
        var name = new Name(s.quote(start, end), age ? Optional.of("age") : id, start, end, false);
        return stated(name, rest, i, Math.max(to, rest.to()));
    }

    /** "sd of HbA1c 1.2", "standard deviation of BMI of 4", "SD of age 8". */
    private boolean spreadOf(int i) {
        int of = s.word(i).matches("sd|std|stdev") ? i + 1 : s.after(i, "standard deviation");
        if (of < 0 || !s.word(of).matches("of|for")) {
            return false;
        }
        int at = s.word(of + 1).equals("the") ? of + 2 : of + 1;
        Optional<Sentence.Named> named = s.namedAt(at, Concept.Kind.OBSERVATION);
        boolean age = s.word(at).equals("age");
        int n = age ? at + 1 : named.map(Sentence.Named::to).orElse(s.size());
        while (s.word(n).matches("of|is|=|:|to|at|should|be")) {
            n++;
        }
        if (!s.at(n).number() || !s.free(n) || s.at(n).doubleValue() <= 0) {
            return false;
        }
        Optional<Quantity.Unit> unit = Quantity.unit(s, n);
        String id = age ? "age" : named.orElseThrow().concept().id();
        double sd = canonicalSpan(id, s.at(n).doubleValue(), unit);
        draft.edit(
                new Edit.AddOverwrite(new Overwrite.Deviation(id, sd)),
                i,
                unit.map(Quantity.Unit::to).orElse(n + 1));
        return true;
    }

    /** Whether anything came of it. */
    private boolean stated(Name name, OwnFigures read, int from, int to) {
        Optional<Own> known = current.beyond().own(id(name));
        if (known.isPresent()
                && known.get() instanceof Own.Quantity q
                && name.concept().isEmpty()) {
            changed(q, read, from, to);
            return true;
        }
        if (name.concept().isPresent() && !name.led()) {
            return ofCatalogue(name.concept().get(), name, read, from, to);
        }
        Optional<Figures> figures = read.figures();
        boolean enough =
                figures.isPresent()
                        && figures.get().enough()
                        && (figures.get().mean().isPresent()
                                || figures.get().quartiles().isPresent()
                                || read.form().isPresent());
        if (enough) {
            add(name, read, figures.get(), from, to);
            return true;
        }
        boolean some =
                read.mean().isPresent() || read.sd().isPresent() || (name.led() && read.bounded());
        if (some && name.words().split(" ").length <= 3) {
            String words = name.words();
            draft.invite(
                    "request.own.numbers",
                    from,
                    to,
                    "For a variable of your own more numbers are needed: how large it is and how far it spreads.",
                    "%s mean 40, sd 12; or %s 0 to 10, mean 4".formatted(words, words));
            return true;
        }
        return false;
    }

    /** Known ones need a spread: a mean alone is a target of weighting. */
    private boolean ofCatalogue(String id, Name name, OwnFigures read, int from, int to) {
        if (id.equals("age")) {
            if (read.sd().isEmpty()) {
                return false;
            }
            read.mean()
                    .ifPresent(
                            m ->
                                    draft.edit(
                                            new Edit.AddConstraint(new Constraint.Mean("age", m)),
                                            from,
                                            to));
            draft.edit(
                    new Edit.AddOverwrite(new Overwrite.Deviation("age", read.sd().getAsDouble())),
                    from,
                    to);
            read.form()
                    .ifPresent(
                            f ->
                                    draft.edit(
                                            new Edit.AddOverwrite(new Overwrite.Shaped("age", f)),
                                            from,
                                            to));
            return true;
        }
        boolean own = current.beyond().own(id).isPresent();
        if (read.spread()) {
            read.figures().filter(Figures::enough).ifPresent(f -> add(name, read, f, from, to));
            return true;
        }
        if (read.sd().isPresent() && read.mean().isEmpty()) {
            double sd = canonicalSpan(id, read.sd().getAsDouble(), read.unit());
            draft.edit(new Edit.AddOverwrite(new Overwrite.Deviation(id, sd)), from, to);
            return true;
        }
        if (own
                && read.link().isPresent()
                && current.beyond().own(id).get() instanceof Own.Quantity q) {
            draft.edit(new Edit.AddOwn(q.with(read.link().get())), from, to);
            return true;
        }
        return false;
    }

    private void add(Name name, OwnFigures read, Figures figures, int from, int to) {
        String id = id(name);
        Optional<Measurand> m = Measurands.bundled().find(id);
        String unit = read.unit().map(Quantity.Unit::ucum).orElse("");
        Figures canonical = figures;
        if (m.isPresent() && !unit.isEmpty() && !unit.equals(m.get().unit())) {
            Optional<Figures> converted = converted(m.get(), figures, unit);
            if (converted.isEmpty()) {
                draft.problem(
                        "request.unit.unknown",
                        from,
                        to,
                        "%s is not stated in %s.".formatted(m.get().name(), unit),
                        m.get().unit());
                return;
            }
            canonical = converted.get();
        }
        String words = m.map(x -> name.words()).orElse(name.words());
        var own =
                new Own.Quantity(
                        id,
                        words,
                        m.map(Measurand::unit).orElse(unit),
                        canonical,
                        read.form(),
                        read.link());
        draft.edit(new Edit.AddOwn(own), from, trailing(to));
        draft.assume(
                read.link().isPresent()
                        ? "%s is stated by you, not evidence; beyond the stated correlation it is independent of everything else."
                                .formatted(words)
                        : m.isPresent()
                                ? "%s is stated by you, not evidence; where people here have values of it they keep their ranks, else it is independent of everything else."
                                : "%s is stated by you, not evidence; it is independent of everything else."
                                        .formatted(words));
    }

    /** "as a new variable" behind the numbers. */
    private int trailing(int to) {
        int at = to;
        while (s.word(at).matches("as|a|an|new|custom|own|my|extra|additional") && at < to + 4) {
            at++;
        }
        return at > to && LEADS.contains(s.word(at)) ? at + 1 : to;
    }

    private static Optional<Figures> converted(Measurand m, Figures f, String unit) {
        if (m.toCanonical(1, unit).isEmpty()) {
            return Optional.empty();
        }
        double zero = m.toCanonical(0, unit).get();
        return Optional.of(
                new Figures(
                        mapped(m, f.mean(), unit),
                        f.sd().isPresent()
                                ? OptionalDouble.of(
                                        Math.abs(
                                                m.toCanonical(f.sd().getAsDouble(), unit).get()
                                                        - zero))
                                : OptionalDouble.empty(),
                        f.quartiles()
                                .map(
                                        q ->
                                                new Figures.Quartiles(
                                                        m.toCanonical(q.first(), unit).get(),
                                                        m.toCanonical(q.median(), unit).get(),
                                                        m.toCanonical(q.third(), unit).get())),
                        m.toCanonical(f.low(), unit).get(),
                        m.toCanonical(f.high(), unit).get()));
    }

    private static OptionalDouble mapped(Measurand m, OptionalDouble value, String unit) {
        return value.isPresent()
                ? OptionalDouble.of(m.toCanonical(value.getAsDouble(), unit).get())
                : value;
    }

    private static double canonicalSpan(String id, double sd, Optional<Quantity.Unit> unit) {
        return Measurands.bundled()
                .find(id)
                .flatMap(
                        m ->
                                unit.flatMap(
                                        u ->
                                                m.toCanonical(sd, u.ucum())
                                                        .map(
                                                                v ->
                                                                        Math.abs(
                                                                                v
                                                                                        - m.toCanonical(
                                                                                                        0,
                                                                                                        u
                                                                                                                .ucum())
                                                                                                .get()))))
                .orElse(sd);
    }

    /** New numbers of a variable that is there; what is not said stays. */
    private void changed(Own.Quantity q, OwnFigures read, int from, int to) {
        Figures f = q.figures();
        if (read.mean().isPresent()) {
            f = f.withMean(read.mean().getAsDouble());
        }
        if (read.sd().isPresent()) {
            f = f.withSd(read.sd().getAsDouble());
        }
        if (read.bounded()) {
            f = f.within(read.low(), read.high());
        }
        if (read.figures().flatMap(Figures::quartiles).isPresent()) {
            f =
                    new Figures(
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            read.figures().get().quartiles(),
                            f.low(),
                            f.high());
        }
        if (!f.enough()) {
            return;
        }
        Own.Quantity changed = q.with(f);
        changed = read.form().isPresent() ? changed.with(read.form().get()) : changed;
        changed = read.link().isPresent() ? changed.with(read.link().get()) : changed;
        draft.edit(new Edit.AddOwn(changed), from, to);
    }

    /** "change its mean to 25": of the own variable stated last. */
    private void last(OwnFigures read, int from) {
        List<Own> all = current.beyond().own();
        if (!all.isEmpty() && all.get(all.size() - 1) instanceof Own.Quantity q) {
            int start =
                    s.word(from - 1).matches("change|set|make|raise|lower|and") ? from - 1 : from;
            changed(q, read, start, read.to());
        }
    }

    /** The name that stands before its numbers. */
    private Optional<Name> before(int i) {
        int at = i - 1;
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
                    new Name(
                            s.quote(from, named.get().to()),
                            Optional.of(named.get().concept().id()),
                            from,
                            named.get().to(),
                            led(from)));
        }
        if (s.word(last).matches("ages?") && s.free(last)) {
            return Optional.of(new Name("age", Optional.of("age"), last, last + 1, false));
        }
        int from = last + 1;
        while (from > 0 && from > last + 1 - LONGEST && part(from - 1)) {
            from--;
        }
        return from > last
                ? Optional.empty()
                : Optional.of(
                        new Name(
                                s.quote(from, last + 1),
                                Optional.empty(),
                                from,
                                last + 1,
                                led(from)));
    }

    /** "add a variable", "a column called" before the name. */
    private boolean led(int from) {
        for (int k = from - 1; k >= Math.max(0, from - 6); k--) {
            if (LEADS.contains(s.word(k))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a token may belong to a name of one's own. */
    private boolean part(int i) {
        Token t = s.at(i);
        boolean word = t.kind() == Token.Kind.WORD && s.free(i) && !s.inConcept(i);
        return word
                && !STOP.contains(t.text())
                && !Words.FILLER.contains(t.text())
                && !Words.PERSONS.contains(t.text())
                && !Words.NEGATION.contains(t.text());
    }

    private static String id(Name name) {
        return name.concept().orElseGet(() -> OwnNames.id(name.words()));
    }
}
