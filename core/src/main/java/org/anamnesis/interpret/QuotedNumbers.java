package org.anamnesis.interpret;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.measure.Units;
import org.anamnesis.spec.Criterion;

/**
 * The numbers of a proposal, taken from the quoted words themselves and put into canonical units
 * here. Each stands there, in digits or in words, and none stands for two things.
 */
final class QuotedNumbers {
    private static final int OLDEST = 120;

    private final Sentence s;
    private final Proposal p;
    private final Set<Integer> taken = new HashSet<>();

    QuotedNumbers(Sentence s, Proposal p) {
        this.s = s;
        this.p = p;
    }

    /** A whole number of patients. */
    Optional<Long> count() {
        OptionalInt at = p.percent().isPresent() ? OptionalInt.empty() : plain(p.number());
        if (at.isEmpty() || percentBehind(at.getAsInt()) || unit(at.getAsInt()).isPresent()) {
            return Optional.empty();
        }
        double n = s.at(at.getAsInt()).doubleValue();
        return n >= 1 && n == Math.rint(n) && n < 1e15 ? Optional.of((long) n) : Optional.empty();
    }

    /** "half", "a third", "20 %". */
    Optional<Double> percent() {
        double wanted = p.percent().orElse(Double.NaN);
        for (int i = 0; i < s.size(); i++) {
            double value = s.at(i).doubleValue();
            boolean fraction =
                    s.at(i).kind() == Token.Kind.FRACTION && Math.abs(value - wanted) < 0.6;
            boolean number = s.at(i).number() && value == wanted && percentBehind(i);
            if ((fraction || number) && value >= 0 && value <= 100 && taken.add(i)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private boolean percentBehind(int i) {
        String w = s.word(i + 1);
        return w.equals("%")
                || w.equals("percent")
                || w.equals("pct")
                || (w.equals("per") && s.word(i + 2).equals("cent"));
    }

    /** A limit on age or on an observation. */
    Optional<Criterion> limit() {
        boolean range = p.comparison() == Proposal.Compared.BETWEEN;
        OptionalInt a = plain(p.number());
        OptionalInt b = range ? plain(p.second()) : a;
        if (p.comparison() == Proposal.Compared.NONE || a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        return spokenAgainst(a.getAsInt()) || (!range && p.second().isPresent())
                ? Optional.empty()
                : p.id().equals("age")
                        ? age(a.getAsInt(), b.getAsInt())
                        : within(a.getAsInt(), b.getAsInt());
    }

    private Optional<Criterion> age(int a, int b) {
        double low = s.at(a).doubleValue();
        double high = s.at(b).doubleValue();
        boolean years = low == Math.rint(low) && high == Math.rint(high) && low >= 0;
        if (!years || high > OLDEST || !(low <= high) || unit(a).or(() -> unit(b)).isPresent()) {
            return Optional.empty();
        }
        return switch (p.comparison()) {
            case ABOVE -> Optional.of(new Criterion.AgeBetween((int) low + 1, OLDEST));
            case AT_LEAST -> Optional.of(new Criterion.AgeBetween((int) low, OLDEST));
            case BELOW -> Optional.of(new Criterion.AgeBetween(0, (int) high - 1));
            case AT_MOST -> Optional.of(new Criterion.AgeBetween(0, (int) high));
            case BETWEEN -> Optional.of(new Criterion.AgeBetween((int) low, (int) high));
            case NONE -> Optional.empty();
        };
    }

    private Optional<Criterion> within(int a, int b) {
        Optional<Measurand> found = Measurands.bundled().find(p.id());
        if (found.isEmpty() || found.get().plausible().isEmpty()) {
            return Optional.empty();
        }
        Measurand m = found.get();
        OptionalDouble low = canonical(m, a, b);
        OptionalDouble high = canonical(m, b, a);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        LimitEnds ends = LimitEnds.of(m, sign(), low.getAsDouble(), high.getAsDouble());
        return Optional.of(
                new Criterion.ObservationWithin(
                        m.id(), new QuantityRange(ends.low(), ends.high(), m.unit())));
    }

    private Comparison.Sign sign() {
        return switch (p.comparison()) {
            case ABOVE -> Comparison.Sign.ABOVE;
            case AT_LEAST -> Comparison.Sign.AT_LEAST;
            case BELOW -> Comparison.Sign.BELOW;
            case AT_MOST -> Comparison.Sign.AT_MOST;
            case BETWEEN -> Comparison.Sign.WITHIN;
            case NONE -> Comparison.Sign.NONE;
        };
    }

    /** The quote compares this number, in words that are known here, in another way. */
    private boolean spokenAgainst(int number) {
        for (int i = 0; i < s.size(); i++) {
            Optional<Comparison.Read> read = Comparison.at(s, i);
            if (read.isPresent()
                    && read.get().first() == number
                    && read.get().sign() != Comparison.Sign.NONE) {
                return read.get().sign() != sign(); // the first is the widest
            }
        }
        return false;
    }

    /** A mean in the canonical unit. */
    Optional<Double> mean() {
        OptionalInt at = p.percent().isPresent() ? OptionalInt.empty() : plain(p.number());
        if (at.isEmpty()) {
            return Optional.empty();
        }
        if (p.id().equals("age")) {
            return unit(at.getAsInt()).isPresent()
                    ? Optional.empty()
                    : Optional.of(s.at(at.getAsInt()).doubleValue());
        }
        Optional<Measurand> m =
                Measurands.bundled().find(p.id()).filter(x -> x.plausible().isPresent());
        OptionalDouble value =
                m.isEmpty()
                        ? OptionalDouble.empty()
                        : canonical(m.get(), at.getAsInt(), at.getAsInt());
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    /** Whether the word or number, for example a stage, stands in the quote. */
    boolean stands(String word) {
        for (int i = 0; i < s.size(); i++) {
            if (s.english(i, i + 1).toLowerCase(Locale.ROOT).endsWith(word)) {
                return true;
            }
        }
        return false;
    }

    /** The token of a number that nothing else has taken. */
    private OptionalInt plain(OptionalDouble wanted) {
        for (int i = 0; i < s.size() && wanted.isPresent(); i++) {
            boolean here = s.at(i).number() && s.at(i).doubleValue() == wanted.getAsDouble();
            if (here && taken.add(i)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private Optional<Quantity.Unit> unit(int number) {
        return Quantity.unit(s, number);
    }

    /** In the unit that the quote gives, to this number or to the other end of the range. */
    private OptionalDouble canonical(Measurand m, int number, int other) {
        Optional<String> quoted = unit(number).or(() -> unit(other)).map(Quantity.Unit::ucum);
        boolean invented =
                quoted.isEmpty()
                        && !p.unit().isBlank()
                        && !Units.ucum(p.unit()).equals(Optional.of(m.unit()))
                        && !p.unit().equals(m.unit());
        if (invented) {
            return OptionalDouble.empty();
        }
        String unit = quoted.orElse(m.unit());
        Optional<Double> value = m.toCanonical(s.at(number).doubleValue(), unit);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        double scale = Math.pow(10, m.decimals());
        return OptionalDouble.of(
                unit.equals(m.unit()) ? value.get() : Math.round(value.get() * scale) / scale);
    }
}
