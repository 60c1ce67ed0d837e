package org.anamnesis.interpret;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.Figures;
import org.anamnesis.spec.Form;
import org.anamnesis.spec.Own;

/**
 * The numbers that somebody states about a variable, one behind the other: "mean 40 µg/dL, sd 12",
 * "0 to 10, mean 4", "40 ± 12", "median 80 (IQR 60-95)", "lognormal", "correlated 0.4 with BMI".
 */
final class OwnFigures {
    static final Set<String> MEAN = Set.of("mean", "average", "avg", "averaging", "means");
    private static final Set<String> SD = Set.of("sd", "std", "stdev", "stddev", "sds", "σ");
    private static final Set<String> IQR = Set.of("iqr", "quartiles", "interquartile");
    private static final Set<String> CORRELATED =
            Set.of("correlated", "correlation", "correlating", "correlates", "correlate");

    /** Between a word and its number. */
    private static final Set<String> IS =
            Set.of(
                    "of",
                    "is",
                    "=",
                    ":",
                    "about",
                    "around",
                    "at",
                    "to",
                    "value",
                    "a",
                    "be",
                    "(",
                    "roughly",
                    "approximately",
                    "~",
                    "from",
                    "should",
                    "range",
                    "ranges",
                    "rather",
                    "now",
                    "instead",
                    "better");

    /** Between one number and the next thing stated. */
    static final Set<String> BETWEEN =
            Set.of(
                    ",",
                    ";",
                    "(",
                    ")",
                    "and",
                    "with",
                    "a",
                    "an",
                    "the",
                    "its",
                    "has",
                    "having",
                    "distribution",
                    "distributed",
                    "on",
                    "scale",
                    "of",
                    "range",
                    "ranging",
                    "is",
                    ":",
                    "\"",
                    "“",
                    "”",
                    "values",
                    "value",
                    "in",
                    "but",
                    "whose",
                    "shape",
                    "it",
                    "unit",
                    "units",
                    "both");

    private final Sentence s;
    private OptionalDouble mean = OptionalDouble.empty();
    private OptionalDouble sd = OptionalDouble.empty();
    private OptionalDouble median = OptionalDouble.empty();
    private OptionalDouble first = OptionalDouble.empty();
    private OptionalDouble third = OptionalDouble.empty();
    private double low = Double.NEGATIVE_INFINITY;
    private double high = Double.POSITIVE_INFINITY;
    private Optional<Form> form = Optional.empty();
    private Optional<Own.Link> link = Optional.empty();
    private Optional<Quantity.Unit> unit = Optional.empty();
    private int to;

    private OwnFigures(Sentence s, int from) {
        this.s = s;
        this.to = from;
    }

    /** What is stated from token {@code i} on; empty if nothing is. */
    static Optional<OwnFigures> at(Sentence s, int i) {
        OwnFigures read = new OwnFigures(s, i);
        int at = i;
        for (int end = read.piece(at); end > 0; end = read.piece(at)) {
            read.to = end;
            at = end;
            while (s.free(at) && BETWEEN.contains(s.word(at)) && at < end + 4 && read.none(at)) {
                at++;
            }
        }
        return read.to > i ? Optional.of(read) : Optional.empty();
    }

    /** Goes on behind a mean that stood before the name. */
    static OwnFigures after(Sentence s, double mean, Optional<Quantity.Unit> unit, int to) {
        int at = to;
        while (s.free(at) && BETWEEN.contains(s.word(at)) && at < to + 4) {
            at++;
        }
        OwnFigures read = at(s, at).orElseGet(() -> new OwnFigures(s, to));
        read.mean = OptionalDouble.of(mean);
        read.unit = unit.isPresent() ? unit : read.unit;
        return read;
    }

    /** In a unit that stood before the numbers, unless they have one. */
    void in(Optional<Quantity.Unit> stated) {
        unit = unit.isPresent() ? unit : stated;
    }

    /** One past the last token used. */
    int to() {
        return to;
    }

    OptionalDouble mean() {
        return mean;
    }

    OptionalDouble sd() {
        return sd;
    }

    Optional<Form> form() {
        return form;
    }

    Optional<Own.Link> link() {
        return link;
    }

    Optional<Quantity.Unit> unit() {
        return unit;
    }

    boolean bounded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** Spread enough for an observation of which a mean alone would be a target. */
    boolean spread() {
        return (mean.isPresent() && sd.isPresent()) || quartiles().isPresent();
    }

    private Optional<Figures.Quartiles> quartiles() {
        boolean all = median.isPresent() && first.isPresent() && third.isPresent();
        return all
                        && first.getAsDouble() < median.getAsDouble()
                        && median.getAsDouble() < third.getAsDouble()
                ? Optional.of(
                        new Figures.Quartiles(
                                first.getAsDouble(), median.getAsDouble(), third.getAsDouble()))
                : Optional.empty();
    }

    /** Empty where the numbers contradict each other. */
    Optional<Figures> figures() {
        boolean right = (sd.isEmpty() || sd.getAsDouble() > 0) && low < high;
        return right
                ? Optional.of(new Figures(mean, sd, quartiles(), low, high))
                : Optional.empty();
    }

    /** Whether no piece begins at a token that could also link two. */
    private boolean none(int at) {
        return !(s.word(at).equals("range") && s.at(at + 1).number())
                && OwnUnits.behind(s, at - 1).isEmpty();
    }

    private int piece(int i) {
        if (!s.free(i)) {
            return -1;
        }
        String w = s.word(i);
        if (MEAN.contains(w)) {
            return valueOf(i + 1, true);
        }
        if (SD.contains(w) || s.after(i, "standard deviation") > 0 || s.after(i, "s . d") > 0) {
            int at = SD.contains(w) ? i + 1 : w.equals("s") ? i + 3 : i + 2;
            return spreadOf(s.word(at).equals(".") ? at + 1 : at);
        }
        if (w.equals("±") || (w.equals("+") && s.word(i + 1).equals("/"))) {
            return mean.isPresent() ? spreadOf(w.equals("±") ? i + 1 : i + 3) : -1;
        }
        if (w.equals("median")) {
            return valueOf(i + 1, false);
        }
        if (IQR.contains(w)) {
            return quarters(i + 1);
        }
        boolean bracket = w.equals("[") && median.isPresent(); // "median 62 [55, 70]"
        if (bracket && s.at(i + 3).number() && s.word(i + 4).equals("]")) {
            int end = quarters(i + 1);
            return end == i + 4 ? i + 5 : end;
        }
        if (w.equals("range") && s.at(skip(i)).number()) {
            return numbers(skip(i));
        }
        if (CORRELATED.contains(w)) {
            return correlated(i);
        }
        int shaped = ShapeWords.form(s, i);
        if (shaped > 0) {
            form = ShapeWords.named(s, i);
            return shaped;
        }
        return numbers(i);
    }

    private int skip(int i) {
        int at = i;
        while (IS.contains(s.word(at)) && s.free(at)) {
            at++;
        }
        return at;
    }

    private int unitBehind(int n) {
        Optional<Quantity.Unit> found = OwnUnits.behind(s, n);
        if (unit.isEmpty()) {
            unit = found;
        }
        return found.map(Quantity.Unit::to).orElse(n + 1);
    }

    private int valueOf(int i, boolean isMean) {
        int n = skip(i);
        if (!s.at(n).number() || !s.free(n)) {
            return -1;
        }
        OptionalDouble value = OptionalDouble.of(s.at(n).doubleValue());
        if (isMean) {
            mean = value;
        } else {
            median = value;
        }
        int end = unitBehind(n);
        boolean bracket = s.word(end).equals("(") && s.at(end + 1).number();
        if (bracket && isMean && s.word(end + 2).equals(")")) {
            sd = OptionalDouble.of(s.at(end + 1).doubleValue());
            return end + 3;
        }
        if (bracket && !isMean && s.at(end + 3).number() && s.word(end + 4).equals(")")) {
            first = OptionalDouble.of(s.at(end + 1).doubleValue());
            third = OptionalDouble.of(s.at(end + 3).doubleValue());
            return end + 5;
        }
        return end;
    }

    private int spreadOf(int i) {
        int n = skip(i);
        if (!s.at(n).number() || !s.free(n)) {
            return -1;
        }
        sd = OptionalDouble.of(s.at(n).doubleValue());
        return unitBehind(n);
    }

    private int quarters(int i) {
        int n = skip(i);
        if (!s.at(n).number()) {
            return -1;
        }
        double one = s.at(n).doubleValue();
        boolean two = s.like(n + 1, "-|to|and|,|/") && s.at(n + 2).number();
        if (two) {
            first = OptionalDouble.of(one);
            third = OptionalDouble.of(s.at(n + 2).doubleValue());
            return unitBehind(n + 2);
        }
        if (median.isPresent()) { // a width: evenly to both sides
            first = OptionalDouble.of(median.getAsDouble() - one / 2);
            third = OptionalDouble.of(median.getAsDouble() + one / 2);
            return unitBehind(n);
        }
        return -1;
    }

    /** "between 0 and 100 %", "0 to 10", "40 ± 12", "in kg". */
    private int numbers(int i) {
        boolean between = s.like(i, "between|from");
        int n = between ? i + 1 : i;
        if (s.at(n).number()) {
            int mid = OwnUnits.behind(s, n).map(Quantity.Unit::to).orElse(n + 1);
            boolean range = s.like(mid, between ? "-|to|and" : "-|to");
            if (range && s.at(mid + 1).number() && !s.like(mid + 2, "years?")) {
                low = s.at(n).doubleValue();
                high = s.at(mid + 1).doubleValue();
                return unitBehind(mid + 1);
            }
            int sign = s.word(mid).equals("±") ? mid + 1 : s.after(mid, "+ / -");
            if (sign > 0 && mean.isEmpty() && s.at(sign).number()) {
                mean = OptionalDouble.of(s.at(n).doubleValue());
                unitBehind(n);
                return spreadOf(sign);
            }
            return -1;
        }
        Optional<Quantity.Unit> bare = i > 0 ? OwnUnits.behind(s, i - 1) : Optional.empty();
        if (bare.isPresent() && unit.isEmpty() && !s.at(i - 1).number()) {
            unit = bare;
            return bare.get().to();
        }
        return -1;
    }

    /** "correlated 0.4 with BMI", "correlated with BMI at 0.4", "correlation of 0.4 with age". */
    private int correlated(int i) {
        int number = -1;
        Optional<String> other = Optional.empty();
        int at = i + 1;
        int end = -1;
        while (s.free(at) && at < i + 9 && (number < 0 || other.isEmpty())) {
            Optional<Sentence.Named> named = s.namedAt(at, Concept.Kind.OBSERVATION);
            if (s.at(at).number() && Math.abs(s.at(at).doubleValue()) < 1) {
                number = at++;
            } else if (named.isPresent()) {
                other = Optional.of(named.get().concept().id());
                at = named.get().to();
            } else if (s.word(at).equals("age")) {
                other = Optional.of("age");
                at++;
            } else if (s.like(at, "with|at|of|by|to|the|rho|r|=|\\(|and|a|\"")) {
                at++;
                continue;
            } else {
                break;
            }
            end = at;
        }
        if (number < 0 || other.isEmpty()) {
            return -1;
        }
        link = Optional.of(new Own.Link(other.get(), s.at(number).doubleValue()));
        return s.word(end).equals(")") ? end + 1 : end;
    }
}
