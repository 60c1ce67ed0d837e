package org.anamnesis.interpret;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Form;
import org.anamnesis.spec.Overwrite;

/**
 * The form of a distribution: "make LDL lognormal", "uniform age between 40 and 60", "skew the
 * triglycerides more", "normal distribution of HbA1c".
 */
final class ShapeWords {
    private static final Set<String> CURVE =
            Set.of("distribution", "distributed", "distributions", "shape", "shaped", "curve");

    /** Between the form and what has it. */
    private static final Set<String> LINKS =
            Set.of(
                    "make",
                    "the",
                    "distribution",
                    "distributed",
                    "distributions",
                    "of",
                    "for",
                    "shape",
                    "shaped",
                    "form",
                    "to",
                    "a",
                    "an",
                    "follow",
                    "follows",
                    "be",
                    "is",
                    "are",
                    "values",
                    "skewed",
                    "skew",
                    "as",
                    "should",
                    "ought",
                    "must",
                    "shall",
                    "has",
                    "have",
                    "need",
                    "needs",
                    "look",
                    "looks",
                    "come",
                    "comes",
                    "out",
                    "turn",
                    "give",
                    "more",
                    "less",
                    "strongly",
                    "right",
                    "left",
                    "positively",
                    "negatively",
                    "with",
                    "levels",
                    "curve",
                    "in",
                    "and");

    private static final Set<String> OTHERS =
            Set.of(
                    "bimodal",
                    "multimodal",
                    "exponential",
                    "exponentially",
                    "gamma",
                    "weibull",
                    "poisson",
                    "pareto",
                    "cauchy",
                    "leptokurtic",
                    "platykurtic",
                    "bathtub",
                    "trimodal");

    private final Draft draft;
    private final Sentence s;

    /** What has the form: an observation or the age, in these tokens. */
    private record Of(String id, int from, int to) {}

    private ShapeWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        ShapeWords words = new ShapeWords(draft);
        for (int i = 0; i < words.s.size(); i++) {
            if (!words.s.free(i)) {
                continue;
            }
            int to = form(words.s, i);
            if (to > 0) {
                words.shaped(i, to, named(words.s, i).orElseThrow());
            } else if (OTHERS.contains(words.s.word(i))) {
                words.other(i);
            } else if (words.s.like(i, "skew|skewed|skewness|skewing")) {
                words.skewed(i);
            }
        }
    }

    /** End of a form that begins at the token, or -1; "normal" alone is a normal value. */
    static int form(Sentence s, int i) {
        String w = s.word(i);
        if (Words.like(w, "lognormal|lognormally|uniform|uniformly|triangular|gaussian")) {
            return curve(s, i + 1);
        }
        if (w.equals("log") && s.like(i + 1, "normal|normally")) {
            return curve(s, i + 2);
        }
        boolean curve = CURVE.contains(s.word(i + 1)) || s.after(i, "bell shaped") > 0;
        return Words.like(w, "normal|normally|bell|evenly|even") && curve ? curve(s, i + 1) : -1;
    }

    private static int curve(Sentence s, int i) {
        return CURVE.contains(s.word(i)) ? i + 1 : i;
    }

    static Optional<Form> named(Sentence s, int i) {
        String w = s.word(i);
        if (w.startsWith("log")) {
            return Optional.of(Form.LOGNORMAL);
        }
        if (w.startsWith("uniform") || w.startsWith("even")) {
            return Optional.of(Form.UNIFORM);
        }
        return Optional.of(w.equals("triangular") ? Form.TRIANGULAR : Form.NORMAL);
    }

    private void shaped(int i, int to, Form form) {
        near(i, to)
                .ifPresent(
                        of ->
                                draft.edit(
                                        new Edit.AddOverwrite(new Overwrite.Shaped(of.id(), form)),
                                        Math.min(begin(i), of.from()),
                                        Math.max(to, of.to())));
    }

    /** Start of "make ... to a" before the form. */
    private int begin(int i) {
        return s.word(i - 1).equals("a") && s.word(i - 2).equals("to") ? i - 2 : i;
    }

    /** The observation behind the form, else the one before it. */
    private Optional<Of> near(int from, int to) {
        int at = to;
        while (s.free(at)
                && LINKS.contains(s.word(at))
                && s.namedAt(at, Concept.Kind.OBSERVATION).isEmpty()) {
            at++;
        }
        Optional<Of> behind = of(at);
        if (behind.isPresent()) {
            return behind;
        }
        int back = from - 1;
        while (s.free(back) && LINKS.contains(s.word(back)) && !s.observed(back)) {
            back--;
        }
        int last = back;
        if (s.like(last, "ages?") && s.free(last)) {
            return Optional.of(new Of("age", last, last + 1));
        }
        return s.named().stream()
                .filter(n -> n.is(Concept.Kind.OBSERVATION))
                .filter(n -> n.from() <= last && last < n.to() && s.free(n.from(), n.to()))
                .findFirst()
                .map(n -> new Of(n.concept().id(), n.from(), n.to()));
    }

    private Optional<Of> of(int at) {
        if (s.like(at, "ages?") && s.free(at)) {
            // "age between 40 and 60" is read by others
            return Optional.of(
                    new Of("age", at, s.like(at + 1, "between|from|[0-9]+") ? at : at + 1));
        }
        return s.namedAt(at, Concept.Kind.OBSERVATION)
                .filter(n -> s.free(n.from(), n.to()))
                .map(
                        n ->
                                new Of(
                                        n.concept().id(),
                                        n.from(),
                                        s.like(n.to(), "between|from|[0-9.]+")
                                                ? n.from()
                                                : n.to()));
    }

    /** "skew the triglycerides more", "make CRP less skewed", "right-skewed LDL". */
    private void skewed(int i) {
        Optional<Of> of = near(i, i + 1);
        if (of.isEmpty() || formed(i + 1)) {
            return;
        }
        int from = Math.min(i, of.get().from());
        int to = Math.max(i + 1, of.get().to());
        boolean less = false;
        boolean left = false;
        for (int k = Math.max(0, from - 3); k < to + 4; k++) {
            if (!s.free(k)
                    || !s.like(
                            k,
                            "more|less|left|negatively|right|positively|to|the|strongly|further|even|much|further|less")) {
                continue;
            }
            less |= s.word(k).equals("less");
            left |= s.like(k, "left|negatively");
            if (s.like(k, "more|less|left|negatively|right|positively|strongly|further")) {
                from = Math.min(from, k);
                to = Math.max(to, k + 1);
            }
        }
        double factor = left ? -1 : less ? 0.5 : 1.5;
        draft.edit(new Edit.AddOverwrite(new Overwrite.Skewed(of.get().id(), factor)), from, to);
    }

    /** "skewed to a lognormal shape": the form tells how. */
    private boolean formed(int i) {
        int at = i;
        while (LINKS.contains(s.word(at)) && at < i + 4) {
            at++;
        }
        return form(s, at) > 0;
    }

    private void other(int i) {
        int to = curve(s, i + 1);
        Optional<Of> of = near(i, to);
        boolean tails = s.like(i, "leptokurtic|platykurtic"); // of what was spoken of
        if (of.isPresent() || to > i + 1 || tails) {
            int from = of.map(o -> Math.min(i, o.from())).orElse(i);
            int end = of.map(o -> Math.max(to, o.to())).orElse(to);
            draft.invite(
                    "request.shape.unknown",
                    from,
                    end,
                    "Values keep their ranks when their distribution changes; this form cannot be made so.",
                    "normal, lognormal, uniform, triangular, or more skewed");
        }
    }
}
