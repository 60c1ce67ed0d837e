package org.anamnesis.interpret;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Figures;
import org.anamnesis.spec.Overwrite;
import org.anamnesis.spec.Own;

/** What comes of a name and the numbers stated of it: a new variable, a change, or a question. */
final class OwnStated {
    static final Set<String> LEADS =
            Set.of("variable", "column", "field", "covariate", "attribute", "biomarker");

    private static final String COMPARED =
            "(?i)(above|below|over|under|beyond|at least|at most|more than|less than|mean|[<>=]+| )+";

    /** Width of the middle half of a normal distribution in SD. */
    private static final double NORMAL_IQR = 1.35;

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    /** A name in these tokens; {@code concept} if the catalogue has it. */
    record Name(String words, Optional<String> concept, int from, int to, boolean led) {}

    OwnStated(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    /** Whether anything came of it. */
    boolean stated(Name name, OwnFigures read, int from, int to) {
        if (name.concept().isEmpty() && name.words().strip().matches(COMPARED)) {
            return false; // "mean above 10 mmol/L" names nothing
        }
        Optional<Own> known = current.beyond().own(id(name)).or(() -> begun(id(name)));
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
        boolean even = figures.isPresent() && evenly(name, read);
        if (enough || even) {
            add(name, read, figures.get(), from, to);
            if (even) {
                draft.assume(
                        "Of %s only the two ends are stated: every value between them is taken as equally likely."
                                .formatted(name.words()));
            }
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

    /**
     * "serum zinc between 60 and 120 µg/dL": both ends of something that is measured, and nothing
     * else. Without a unit or a specimen it may be no variable at all.
     */
    private static boolean evenly(Name name, OwnFigures read) {
        boolean alone = read.bounded() && read.mean().isEmpty() && read.sd().isEmpty();
        boolean unit = read.unit().filter(u -> u.ucum().contains("/")).isPresent();
        String words = name.words().toLowerCase(Locale.ROOT);
        boolean measured = words.matches(SPECIMEN + " \\p{L}.*|.*\\p{L} " + SPECIMEN);
        return alone && name.concept().isEmpty() && unit && (name.led() || measured);
    }

    private static final String SPECIMEN =
            "(?:serum|plasma|blood|urine|urinary|salivary|saliva|csf|hair|tissue|level|levels|concentration)";

    /** "the caregiver burden" where one "caregiver burden score" is there. */
    private Optional<Own> begun(String id) {
        var all =
                current.beyond().own().stream()
                        .filter(o -> id.length() > 3 && o.id().startsWith(id + "_"))
                        .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** Known ones need a spread: a mean alone is a target of weighting. */
    private boolean ofCatalogue(String id, Name name, OwnFigures read, int from, int to) {
        if (id.equals("age")) {
            Optional<Figures.Quartiles> quartiles = read.figures().flatMap(Figures::quartiles);
            if (read.sd().isEmpty() && quartiles.isPresent()) {
                ages(quartiles.get(), from, to);
                return true;
            }
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
            if (read.bounded() && read.low() >= 0 && read.high() <= AgeWords.OLDEST) {
                var ages = new Criterion.AgeBetween((int) read.low(), (int) read.high());
                draft.edit(new Edit.AddConstraint(new Constraint.Require(ages)), from, to);
            }
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
        if (read.spread() || wholeScale(id, read)) {
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

    /**
     * Ages have no stated quartiles: mean and SD by Wan et al. 2014, doi:10.1186/1471-2288-14-135.
     */
    private void ages(Figures.Quartiles q, int from, int to) {
        double mean = tenth((q.first() + q.median() + q.third()) / 3);
        double sd = tenth((q.third() - q.first()) / NORMAL_IQR);
        draft.edit(new Edit.AddConstraint(new Constraint.Mean("age", mean)), from, to);
        draft.edit(new Edit.AddOverwrite(new Overwrite.Deviation("age", sd)), from, to);
        draft.assume(
                "The median and quartiles of age are taken as mean %s and SD %s (Wan et al. 2014)."
                        .formatted(mean, sd));
    }

    private static double tenth(double value) {
        return Math.round(10 * value) / 10.0;
    }

    /** "pain between 0 and 10, mean 4": both ends of the scale are no limit on anybody. */
    private static boolean wholeScale(String id, OwnFigures read) {
        return read.mean().isPresent()
                && read.bounded()
                && Measurands.bundled()
                        .find(id)
                        .filter(m -> m.unit().equals("{score}"))
                        .flatMap(Measurand::plausible)
                        .filter(p -> p.low() == read.low() && p.high() == read.high())
                        .isPresent();
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
                        : (m.isPresent()
                                        ? "%s is stated by you, not evidence; where people here have values of it they keep their ranks, else it is independent of everything else."
                                        : "%s is stated by you, not evidence; it is independent of everything else.")
                                .formatted(words));
    }

    /** "as a new variable" behind the numbers. */
    private int trailing(int to) {
        int at = to;
        while (s.like(at, "as|a|an|new|custom|own|my|extra|additional") && at < to + 4) {
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

    static double canonicalSpan(String id, double sd, Optional<Quantity.Unit> unit) {
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
    void changed(Own.Quantity q, OwnFigures read, int from, int to) {
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

    private static String id(Name name) {
        return name.concept().orElseGet(() -> OwnNames.id(name.words()));
    }
}
