package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Criterion.ObservationWithin;

/**
 * "hypokalaemic", "with thrombocytopenia": a value below or above its reference range, by the words
 * of {@code out-of-range.tsv}. A limit said beside it is the limit.
 */
final class OutOfRange {
    private record Side(String stem, Measurand of, boolean below) {}

    private static final List<Side> SIDES =
            Lines.of("out-of-range.tsv").stream()
                    .map(
                            line -> {
                                String[] right = line.right().split(" ");
                                Measurand of = Measurands.bundled().get(right[0]);
                                return new Side(line.left(), of, right[1].equals("below"));
                            })
                    .toList();

    /** Words between the name and a limit behind it: "hypokalaemic, below 3.2". */
    private static final String BETWEEN = ",|\\(|:|with|at|say|ie|meaning|potassium|sodium";

    /** "for our hyponatraemia lesson" says what the patients are for. */
    private static final String OCCASION =
            "lessons?|lectures?|teaching|modules?|courses?|quiz|study|talk|sessions?|demo|exercises?|workshop|seminar|trial|registry|protocol|alerts?|tutorial|class";

    private final Draft draft;
    private final Sentence s;

    private OutOfRange(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        OutOfRange words = new OutOfRange(draft);
        for (int i = 0; i < words.s.size(); i++) {
            String w = words.s.word(i);
            if (w.length() > 8 && words.s.free(i) && !words.s.inConcept(i)) {
                int at = i;
                SIDES.stream()
                        .filter(x -> w.startsWith(x.stem()))
                        .findFirst()
                        .ifPresent(x -> words.outside(x, at));
            }
        }
    }

    /** The observation that a word is about which says that its value lies outside. */
    static Optional<String> observation(String word) {
        return SIDES.stream()
                .filter(x -> word.startsWith(x.stem()))
                .map(x -> x.of().id())
                .findFirst();
    }

    private void outside(Side side, int i) {
        Measurand m = side.of();
        if (s.like(i + 1, OCCASION)) {
            s.use(i, i + 2);
            return;
        }
        int at = i + 1;
        while (s.like(at, BETWEEN)) {
            at++;
        }
        Optional<Comparison.Read> said =
                Comparison.at(s, at)
                        .filter(r -> side.below() ? downward(r.sign()) : upward(r.sign()))
                        .filter(r -> s.free(i, r.to()));
        Optional<QuantityRange> reference = m.reference();
        if (said.isPresent()) {
            Comparison.Read r = said.get();
            double value = Quantity.of(s, r.first(), m).canonical();
            found(m, LimitEnds.of(m, r.sign(), value, value), i, r.to());
        } else if (reference.isPresent()) {
            double edge = side.below() ? reference.get().low() : reference.get().high();
            Sign sign = side.below() ? Sign.BELOW : Sign.ABOVE;
            draft.assume(
                    "\"%s\" is taken as %s %s its reference range, %s %s (unverified)."
                            .formatted(
                                    s.quote(i, i + 1),
                                    m.name(),
                                    side.below() ? "below" : "above",
                                    number(edge),
                                    m.unit()));
            found(m, LimitEnds.of(m, sign, edge, edge), i, i + 1);
        }
    }

    private void found(Measurand m, LimitEnds ends, int from, int to) {
        var range = new QuantityRange(ends.low(), ends.high(), m.unit());
        draft.found(Draft.Topic.LIMIT, new ObservationWithin(m.id(), range), from, to);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static boolean downward(Sign sign) {
        return sign == Sign.BELOW || sign == Sign.AT_MOST;
    }

    private static boolean upward(Sign sign) {
        return sign == Sign.ABOVE || sign == Sign.AT_LEAST;
    }
}
