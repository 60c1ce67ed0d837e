package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Reading.Quoted;
import org.anamnesis.interpret.Reading.Understood;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Own;

/**
 * "a few more people", "make it a bit weaker", "that's too old": it is said which way, and not how
 * far, which is asked back. The steps offered are round and only offered: any other number will do.
 */
final class HowMuch {
    /** The code of a question that any number answers. */
    static final String CODE = "request.amount";

    private static final String UP =
            "more|older|heavier|taller|bigger|larger|higher|stronger|later";
    private static final String DOWN =
            "fewer|less|younger|lighter|thinner|smaller|lower|weaker|earlier";
    private static final String STRICT = "stricter|tighter|narrower|harder";
    private static final String LOOSE = "looser|laxer|milder|wider|softer";
    private static final String LIMIT =
            "limit|limits|threshold|cutoff|cut|bound|criterion|border|restriction";
    private static final String RECORDS =
            "rows?|records|cases|cohort|sample|group|number|size|datasets?|ppl|folks|participants";

    private static final int[] YEARS = {5, 10, 15};
    private static final int[] POINTS = {5, 10, 20};
    private static final int[] MORE = {60, 70, 80};
    private static final int[] FEWER = {40, 30, 20};
    private static final double[] PARTS = {0.1, 0.2, 0.5};
    private static final double[] LINKS = {0.1, 0.2, 0.3};

    private final Sentence s;

    /** The same, of which nothing was read yet. */
    private final Sentence fresh;

    private final CohortSpec current;
    private final List<Clarification.Choice> choices = new ArrayList<>();

    private HowMuch(Sentence s, CohortSpec current) {
        this.s = s;
        this.fresh = new Sentence(s.english(), Vocabulary.bundled());
        this.current = current;
    }

    /**
     * The question; empty where it is not plain of what more or less is wanted.
     *
     * @param amount what is wrong where nobody can be asked
     */
    static Optional<Understood> of(Sentence s, CohortSpec current, Problem amount) {
        var how = new HowMuch(s, current);
        how.choose();
        if (how.choices.size() < 2) {
            return Optional.empty();
        }
        var question =
                new Clarification(
                        s.text().strip(), "How much is meant?", how.choices, Optional.of(amount));
        List<Quoted> usual =
                question.usual().edits().stream()
                        .map(e -> new Quoted(e, question.quote()))
                        .toList();
        return Optional.of(new Understood(usual, List.of(), List.of(), List.of(question)));
    }

    private void choose() {
        int sign = said(UP) || abroad() ? 1 : said(DOWN) ? -1 : 0;
        boolean strict = said(STRICT);
        boolean ends = strict || said(LOOSE);
        if (sign == 0 && !ends) {
            return;
        }
        if (said("weaker|stronger") || said("correlation|corr")) {
            correlation(sign);
            return;
        }
        List<CategoryWords.Place> who = CategoryWords.places(fresh);
        if (who.size() == 1 && sign != 0) {
            category(who.get(0).asked(), sign);
            return;
        }
        if (said("older|younger|ages?")) {
            age(sign, strict, ends);
            return;
        }
        Optional<String> named = named();
        Optional<Constraint> about =
                named.isPresent() ? standing(named.get()) : said(LIMIT) || ends ? limit() : last();
        if (named.isEmpty() && sign != 0 && people()) {
            count(sign);
        } else if (about.isPresent()) {
            of(about.get(), sign, strict, ends);
        }
    }

    private boolean abroad() {
        for (int i = 0; i < s.size(); i++) {
            if (abroad(s, i)) {
                return true;
            }
        }
        return false;
    }

    /** "höher" without its dots is "hoher", a high one: behind "somewhat" it is higher. */
    static boolean abroad(Sentence s, int i) {
        boolean more = s.foreign() && s.word(i).equals("above") && s.like(i - 1, "somewhat|a|few");
        return more
                || (s.foreign()
                        && s.word(i).equals("high")
                        && (s.like(i - 1, "somewhat") || s.like(i - 1, LIMIT)));
    }

    private boolean said(String words) {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, words)) {
                return true;
            }
        }
        return false;
    }

    private boolean people() {
        boolean few = s.like(s.size() - 1, "more|fewer|less") || said(RECORDS);
        for (int i = 0; i < s.size(); i++) {
            few |= Words.PERSONS.contains(s.word(i));
        }
        return few;
    }

    /** The one thing that is named. */
    private Optional<String> named() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            SubjectAt.of(fresh, i)
                    .map(SubjectAt::id)
                    .filter(id -> !all.contains(id))
                    .ifPresent(all::add);
        }
        current.condition().filter(c -> all.size() > 1).ifPresent(all::remove);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private Optional<Constraint> standing(String id) {
        return current.constraints().stream()
                .filter(c -> Last.subject(c).equals(id) || Last.concept(c).equals(id))
                .reduce((a, b) -> b);
    }

    private Optional<Constraint> last() {
        return Last.of(current);
    }

    /** The limit that was asked last, whatever was asked since. */
    private Optional<Constraint> limit() {
        return current.constraints().stream()
                .filter(
                        c ->
                                c instanceof Constraint.Require r
                                        && (r.criterion() instanceof ObservationWithin
                                                || r.criterion() instanceof AgeBetween))
                .reduce((a, b) -> b);
    }

    private void of(Constraint c, int sign, boolean strict, boolean ends) {
        if (c instanceof Constraint.Share h && sign != 0) {
            share(h, sign);
        } else if (c instanceof Constraint.Mean m && sign != 0) {
            mean(m, sign);
        } else if (c instanceof Constraint.Require r
                && r.criterion() instanceof ObservationWithin o) {
            limit(o, sign, strict, ends);
        } else if (c instanceof Constraint.Require r && r.criterion() instanceof AgeBetween a) {
            age(a, sign, strict, ends);
        } else if (c instanceof Constraint.Correlation) {
            correlation(sign);
        }
    }

    private void count(int sign) {
        for (double part : PARTS) {
            double now = current.count() * (1 + sign * part);
            double round = Math.pow(10, Math.max(0, Math.floor(Math.log10(now)) - 1));
            long count = Math.max(1, (long) (Math.round(now / round) * round));
            if (count != current.count()) {
                choice("%,d patients".formatted(count), new Edit.SetCount(count));
            }
        }
    }

    private void share(Constraint.Share h, int sign) {
        for (int points : POINTS) {
            double now = h.percent() + sign * points;
            if (now > 0 && now < 100) {
                choice(
                        number(now) + " %",
                        new Edit.AddConstraint(new Constraint.Share(h.criterion(), now)));
            }
        }
    }

    /**
     * "more women", whether or not a share of them was asked; of nobody asked, shares to choose.
     */
    private void category(Criterion.CategoryIn who, int sign) {
        Optional<Constraint.Share> asked =
                current.constraints().stream()
                        .filter(c -> c instanceof Constraint.Share)
                        .map(c -> (Constraint.Share) c)
                        .filter(c -> c.criterion().equals(who))
                        .reduce((a, b) -> b);
        if (asked.isPresent()) {
            share(asked.get(), sign);
            return;
        }
        for (int percent : sign > 0 ? MORE : FEWER) {
            choice(percent + " %", new Edit.AddConstraint(new Constraint.Share(who, percent)));
        }
    }

    private void mean(Constraint.Mean m, int sign) {
        Optional<Measurand> of = Measurands.bundled().find(m.observation());
        double step = step(m.value(), of.map(Measurand::decimals).orElse(0));
        for (int k : new int[] {1, 2, 4}) {
            double now = rounded(m.value() + sign * k * step);
            choice(
                    "mean " + number(now),
                    new Edit.AddConstraint(new Constraint.Mean(m.observation(), now)));
        }
    }

    private void limit(ObservationWithin o, int sign, boolean strict, boolean ends) {
        QuantityRange r = o.range();
        boolean low = Double.isFinite(r.low());
        Optional<Measurand> of = Measurands.bundled().find(o.observation());
        if (low == Double.isFinite(r.high()) || of.isEmpty()) {
            return;
        }
        int way = !ends ? sign : strict == low ? 1 : -1;
        double old = low ? r.low() : r.high();
        double step = step(old, of.get().decimals());
        for (int k : new int[] {1, 2, 4}) {
            double now = rounded(old + way * k * step);
            boolean possible = of.get().plausible().filter(p -> p.contains(now)).isPresent();
            if (possible) {
                var range = new QuantityRange(low ? now : r.low(), low ? r.high() : now, r.unit());
                choice(
                        (low ? "at least " : "at most ") + number(now),
                        require(new ObservationWithin(o.observation(), range)));
            }
        }
    }

    private void age(int sign, boolean strict, boolean ends) {
        Optional<Constraint> asked = standing("age");
        if (asked.isPresent()) {
            of(asked.get(), sign, strict, ends);
        }
    }

    private void age(AgeBetween a, int sign, boolean strict, boolean ends) {
        boolean low = a.minYears() > 0;
        boolean high = a.maxYears() < AgeWords.OLDEST;
        if (ends && low == high) {
            return;
        }
        int way = !ends ? sign : strict == low ? 1 : -1;
        for (int years : YEARS) {
            int min = low ? Math.max(0, a.minYears() + way * years) : 0;
            int max = high ? a.maxYears() + way * years : a.maxYears();
            if (max > 0 && min < max && max <= AgeWords.OLDEST) {
                choice(
                        !high
                                ? "from " + min
                                : low ? "%d to %d".formatted(min, max) : "up to " + max,
                        require(new AgeBetween(min, max)));
            }
        }
    }

    /** Weaker is nearer to nothing, whatever its sign; of one that was asked last. */
    private void correlation(int sign) {
        Optional<Constraint.Correlation> asked =
                current.constraints().stream()
                        .filter(c -> c instanceof Constraint.Correlation)
                        .map(c -> (Constraint.Correlation) c)
                        .reduce((a, b) -> b);
        Optional<Own.Quantity> own =
                current.beyond().own().stream()
                        .filter(o -> o instanceof Own.Quantity q && q.link().isPresent())
                        .map(o -> (Own.Quantity) o)
                        .reduce((a, b) -> b);
        if (asked.isPresent() == own.isPresent()) {
            return;
        }
        double old = asked.map(Constraint.Correlation::value).orElseGet(() -> link(own.get()));
        for (double step : LINKS) {
            double size = rounded(Math.abs(old) + sign * step);
            double now = Math.copySign(size, old);
            if (size >= 0 && size < 1) {
                Edit edit =
                        asked.isPresent()
                                ? new Edit.AddConstraint(
                                        new Constraint.Correlation(
                                                asked.get().first(), asked.get().second(), now))
                                : new Edit.AddOwn(
                                        own.get()
                                                .with(
                                                        new Own.Link(
                                                                own.get().link().get().with(),
                                                                now)));
                choice(number(now == 0 ? 0 : now), edit);
            }
        }
    }

    private static double link(Own.Quantity q) {
        return q.link().map(Own.Link::value).orElse(0.0);
    }

    /** A round step of about a twentieth. */
    private static double step(double value, int decimals) {
        double rough = Math.max(Math.abs(value) / 20, Math.pow(10, -decimals));
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double part = rough / power;
        return (part < 1.5 ? 1 : part < 3.5 ? 2 : part < 7.5 ? 5 : 10) * power;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    private static Edit require(Criterion c) {
        return new Edit.AddConstraint(new Constraint.Require(c));
    }

    private void choice(String label, Edit edit) {
        boolean there = choices.stream().anyMatch(c -> c.label().equals(label));
        if (!there) {
            choices.add(
                    new Clarification.Choice(
                            named(edit, label), List.of(edit), "Taken as " + label + "."));
        }
    }

    /** With the name of what is measured. */
    private static String named(Edit edit, String label) {
        boolean measured =
                edit instanceof Edit.AddConstraint a
                        && (a.constraint() instanceof Constraint.Mean
                                || (a.constraint() instanceof Constraint.Require r
                                        && r.criterion() instanceof ObservationWithin));
        String id = measured ? Last.concept(((Edit.AddConstraint) edit).constraint()) : "";
        return Catalogue.bundled()
                .find(id)
                .map(Concept::name)
                .map(n -> n.split(",| \\(")[0] + " " + label)
                .orElse(label.toLowerCase(Locale.ROOT));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
