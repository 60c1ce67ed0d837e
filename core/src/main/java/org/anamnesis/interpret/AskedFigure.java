package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Question.Statistic.Kind;

/** "mean HbA1c", "90th percentile of LDL", "how old are they". */
final class AskedFigure {
    private final Sentence s;

    private record Figure(Kind kind, double p) {}

    AskedFigure(Sentence s) {
        this.s = s;
    }

    Optional<Question> read(AskedGroup group) {
        Optional<Figure> figure = figure();
        Optional<String> unit = unit();
        Optional<String> observation = observation();
        boolean old =
                s.after(0, "how old") > 0
                        || (s.word(0).equals("why")
                                && QuestionReader.has(
                                        s, Set.of("old", "older", "young", "younger", "aged"))
                                && s.named().isEmpty());
        if (old) {
            observation = Optional.of("age");
        }
        boolean tall = s.after(0, "how tall") > 0;
        boolean heavy = s.after(0, "how heavy") > 0 || s.after(0, "how fat") > 0;
        if (observation.isEmpty() && (tall || heavy)) {
            s.use(1, 2);
            observation = Optional.of(tall ? "height" : "weight");
        }
        boolean bare = figure.isEmpty() && !old && !tall && !heavy;
        if (observation.isEmpty() || (bare && (!group.named() || !asksValue()))) {
            return Optional.empty();
        }
        Figure f = figure.orElse(new Figure(Kind.MEAN, 0));
        return Optional.of(
                new Question.Statistic(
                        f.kind(),
                        f.p(),
                        observation.get(),
                        group.condition(),
                        group.filters(),
                        unit));
    }

    /** Whether a kind of figure is named. */
    boolean figured() {
        return figure().isPresent();
    }

    /** What kind of figure is named, with its quantile. */
    Optional<Kind> kind() {
        return figure().map(Figure::kind);
    }

    /** Whether an observation or a kind of figure is named at all. */
    boolean named() {
        return figure().isPresent() || !s.named().isEmpty();
    }

    /** "in mmol/mol", "(mmol/L)": the unit in which the figure is wanted. */
    private Optional<String> unit() {
        for (int i = 0; i < s.size(); i++) {
            if (Set.of("in", "(", "as").contains(s.word(i)) && s.free(i + 1)) {
                Optional<Quantity.Unit> unit = Quantity.unit(s, i);
                if (unit.isPresent()) {
                    s.use(i, unit.get().to());
                    return unit.map(Quantity.Unit::ucum);
                }
            }
        }
        return Optional.empty();
    }

    private boolean asksValue() {
        return Set.of("what", "whats", "how", "why").contains(s.word(0));
    }

    /** The observation asked about; its words count as understood from now on. */
    Optional<String> observation() {
        List<Sentence.Named> named = s.unused(Concept.Kind.OBSERVATION);
        if (!named.isEmpty()) {
            s.use(named.get(0).from(), named.get(0).to());
            return Optional.of(named.get(0).concept().id());
        }
        for (int i = 0; i < s.size(); i++) {
            boolean pressure = s.after(i, "blood pressure") > 0 || s.after(i, "bp") > 0;
            if (pressure && s.free(i)) {
                s.use(i, s.word(i).equals("bp") ? i + 1 : i + 2);
                return Optional.of("sbp");
            }
        }
        int age = QuestionReader.indexOf(s, Set.of("age"));
        return age >= 0 && s.free(age) ? Optional.of("age") : Optional.empty();
    }

    private Optional<Figure> figure() {
        for (int i = 0; i < s.size(); i++) {
            Optional<Figure> f =
                    switch (s.word(i)) {
                        case "median", "typical" -> Optional.of(new Figure(Kind.MEDIAN, 0.5));
                        case "sd", "deviation", "spread", "variability" ->
                                Optional.of(new Figure(Kind.SD, 0));
                        case "percentile", "quantile", "centile" -> quantile(i);
                        case "quartile" ->
                                Optional.of(new Figure(Kind.QUANTILE, upper(i) ? 0.75 : 0.25));
                        case "mean", "average", "avg", "expected", "distribution", "distributed" ->
                                s.inConcept(i)
                                        ? Optional.empty()
                                        : Optional.of(new Figure(Kind.MEAN, 0));
                        default -> Optional.empty();
                    };
            if (f.isPresent()) {
                return f;
            }
        }
        return Optional.empty();
    }

    private boolean upper(int i) {
        return Set.of("upper", "third", "top", "rd").contains(s.word(i - 1));
    }

    private Optional<Figure> quantile(int i) {
        for (int n = i - 1; n >= Math.max(0, i - 3); n--) {
            if (s.at(n).number()) {
                s.use(n, n + 1);
                double p = s.at(n).doubleValue();
                double share = p > 1 ? p / 100 : p;
                return share >= 0 && share <= 1
                        ? Optional.of(new Figure(Kind.QUANTILE, share))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
