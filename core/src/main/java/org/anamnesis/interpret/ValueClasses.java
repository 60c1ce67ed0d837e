package org.anamnesis.interpret;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.AtLeast;
import org.anamnesis.spec.Criterion.ObservationWithin;

/**
 * Classes of a condition that a measured value defines: "class III obesity", "severely obese" (body
 * mass index of 30, 35, 40: WHO Technical Report Series 894, table 2.1), "stage 2 hypertension"
 * (140 or 90 mmHg and more: ACC/AHA 2017, doi:10.1161/HYP.0000000000000065, table 6).
 */
final class ValueClasses {
    private static final Map<String, Integer> NUMBERS =
            Map.of("1", 1, "i", 1, "one", 1, "2", 2, "ii", 2, "two", 2, "3", 3, "iii", 3);

    private static final int GRAVEST = 3;
    private static final double UP = Double.POSITIVE_INFINITY;

    /** What people with the condition must have besides, in these tokens. */
    record Read(Criterion criterion, int from, int to) {}

    /** Classes that follow each other. */
    private record Span(int mildest, int gravest, int from, int to) {}

    private final Sentence s;

    private ValueClasses(Sentence s) {
        this.s = s;
    }

    static Optional<Read> of(Sentence s, Sentence.Named n) {
        ValueClasses words = new ValueClasses(s);
        String id = n.concept().id();
        if (id.equals("obesity")) {
            return words.inName(n).or(() -> words.beside(n)).map(ValueClasses::obese);
        }
        boolean pressure = id.equals("hypertension");
        return pressure
                ? words.beside(n)
                        .filter(x -> x.mildest() == 2 && words.staged(x))
                        .map(x -> new Read(secondStage(), x.from(), x.to()))
                : Optional.empty();
    }

    private static Read obese(Span x) {
        double low = 25 + 5.0 * x.mildest();
        double high = x.gravest() < GRAVEST ? 29.9 + 5 * x.gravest() : UP;
        var range = new QuantityRange(low, high, "kg/m2");
        return new Read(new ObservationWithin("bmi", range), x.from(), x.to());
    }

    private static Criterion secondStage() {
        return new AtLeast(
                1,
                List.of(
                        new ObservationWithin("sbp", new QuantityRange(140, UP, "mm[Hg]")),
                        new ObservationWithin("dbp", new QuantityRange(90, UP, "mm[Hg]"))));
    }

    /** "morbid obesity", "class III obesity", where the name holds the class. */
    private Optional<Span> inName(Sentence.Named n) {
        String[] words = n.words().toLowerCase(Locale.ROOT).split(" ");
        if (Words.like(words[0], "severe|severely|morbid|morbidly")) {
            return Optional.of(new Span(GRAVEST, GRAVEST, n.from(), n.to()));
        }
        Integer number = words.length > 2 ? NUMBERS.get(words[1]) : null;
        return number == null
                ? Optional.empty()
                : Optional.of(wider(new Span(number, number, n.from(), n.to())));
    }

    /** "obesity (class 2 or 3)", "stage 2 hypertension", "class II obese", "obesity class 2+". */
    private Optional<Span> beside(Sentence.Named n) {
        int at = Words.PERSONS.contains(s.word(n.to())) ? n.to() + 1 : n.to();
        at = s.like(at, ",|\\(|of|in|with|at") ? at + 1 : at;
        Optional<Span> behind =
                said(at).map(x -> new Span(x.mildest(), x.gravest(), n.from(), x.to()));
        for (int from = n.from() - 2;
                behind.isEmpty() && from >= Math.max(0, n.from() - 4);
                from--) {
            Optional<Span> before = said(from).filter(x -> x.to() == n.from());
            if (before.isPresent()) {
                Span x = before.get();
                return Optional.of(new Span(x.mildest(), x.gravest(), x.from(), n.to()));
            }
        }
        return behind;
    }

    private Optional<Span> said(int i) {
        Integer number = NUMBERS.get(s.word(i + 1));
        boolean word = s.like(i, "class|classes|grade|grades|stage|stages|degree");
        return word && number != null && s.free(i, i + 2)
                ? Optional.of(wider(new Span(number, number, i, i + 2)))
                : Optional.empty();
    }

    /** "2 or 3", "2 and above", "2+". */
    private Span wider(Span x) {
        int to = x.to();
        boolean link = s.like(to, "or|and|to|-|/");
        boolean up = link && s.like(to + 1, "higher|above|more|worse|over|greater|up");
        if (up || s.word(to).equals("+")) {
            return new Span(x.mildest(), GRAVEST, x.from(), up ? to + 2 : to + 1);
        }
        Integer next = link ? NUMBERS.get(s.word(to + 1)) : null;
        boolean counted = Words.PERSONS.contains(s.word(to + 2));
        return next != null && next > x.mildest() && !counted
                ? new Span(x.mildest(), next, x.from(), to + 2)
                : x;
    }

    /** Grades of hypertension are those of another guideline. */
    private boolean staged(Span x) {
        boolean staged = false;
        for (int i = x.from(); i < x.to(); i++) {
            staged |= s.like(i, "stages?");
        }
        return staged;
    }
}
