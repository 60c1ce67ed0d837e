package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;

/**
 * "hypokalaemic", "with thrombocytopenia": a value below or above its reference range, by the words
 * of {@code out-of-range.tsv}. A limit said beside it is the limit.
 */
final class OutOfRange {
    /**
     * @param stem how the word begins
     * @param stated the limits, if the word has its own
     */
    private record Side(String stem, Measurand of, boolean below, Optional<LimitEnds> stated) {}

    private static final List<Side> SIDES =
            Lines.of("out-of-range.tsv").stream()
                    .map(
                            line -> {
                                String[] right = line.right().split(" ");
                                Measurand of = Measurands.bundled().get(right[0]);
                                boolean below = right[1].equals("below");
                                return new Side(line.left(), of, below, stated(right));
                            })
                    .toList();

    /** In front of a finding, where the same word could name the measurement. */
    private static final String HAVING =
            "with|has|have|having|had|whose|no|without|exclud.*|except|overt|persistent|new|%";

    /** Of anaemia, whose name says more than a low value. */
    private static final String KINDS =
            "cell|deficiency|pernicious|aplastic|ha?emolytic|megaloblastic|mediterranean|fanconi|renal|sideroblastic";

    /** Of fevers, slow pulses and low pressures, whose names say more than a value. */
    private static final String FORMS =
            "ventricular|supraventricular|paroxysmal|atrial|orthostatic|postural|intracranial|pulmonary|portal"
                    + "|hay|scarlet|rheumatic|typhoid|yellow|dengue|glandular|lassa|q|spotted|malignant|insulin|drug";

    private static final String LISTED =
            "observations?|labs?|columns?|variables?|measure[sd]?|panels?|tests?|add|show|values?";

    /** Words between the name and a limit behind it: "hypokalaemic, below 3.2". */
    private static final String BETWEEN = ",|\\(|:|with|at|say|ie|meaning|potassium|sodium";

    /** "for our hyponatraemia lesson" says what the patients are for. */
    private static final String OCCASION =
            "lessons?|lectures?|teaching|modules?|courses?|quiz|study|talk|sessions?|demo|exercises?|workshop|seminar|trial|registry|protocol|alerts?|tutorial|class|drills?|case|scenario|simulation|vignette|exam|practice|rounds?";

    private final Sentence s;
    private final BeyondRange beyond;

    private OutOfRange(Draft draft) {
        this.beyond = new BeyondRange(draft);
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        OutOfRange words = new OutOfRange(draft);
        for (int i = 0; i < words.s.size(); i++) {
            String w = words.s.word(i);
            if (w.length() > 4 && words.s.free(i)) {
                int at = i;
                SIDES.stream()
                        .filter(x -> w.startsWith(x.stem()))
                        .findFirst()
                        .filter(x -> words.finding(at))
                        .ifPresent(x -> words.outside(x, at));
            }
        }
    }

    private static Optional<LimitEnds> stated(String[] right) {
        return right.length < 4
                ? Optional.empty()
                : Optional.of(
                        new LimitEnds(
                                Double.parseDouble(right[2]),
                                right[3].equals("up")
                                        ? Double.POSITIVE_INFINITY
                                        : Double.parseDouble(right[3])));
    }

    /** No name of a measurement, or one of people who have it: "T2DM and albuminuria". */
    private boolean finding(int i) {
        if (!s.inConcept(i)) {
            return !s.like(i - 1, s.word(i).contains("emi") ? KINDS : FORMS);
        }
        boolean alone =
                s.namedAt(i, Concept.Kind.OBSERVATION).filter(n -> n.to() == i + 1).isPresent();
        int before = s.like(i - 1, "and|or|plus|&|,") ? i - 2 : i - 1;
        boolean joined = before < i - 1 && named(before, Concept.Kind.CONDITION);
        for (int k = 0; k < s.size(); k++) {
            alone &= !s.like(k, LISTED);
        }
        return alone && (joined || s.like(i - 1, HAVING));
    }

    private boolean named(int i, Concept.Kind kind) {
        return s.named().stream().anyMatch(n -> n.is(kind) && n.from() <= i && i < n.to());
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
        at = itself(m, at);
        Optional<Comparison.Read> said =
                Comparison.at(s, at)
                        .filter(
                                r ->
                                        r.sign() == Sign.WITHIN
                                                || (side.below()
                                                        ? downward(r.sign())
                                                        : upward(r.sign())))
                        .filter(r -> s.free(i, r.to()));
        Optional<QuantityRange> reference = m.reference();
        if (said.isPresent()) {
            Comparison.Read r = said.get();
            beyond.found(m, beyond.said(m, r), i, r.to());
        } else if (elsewhere(side)) {
            s.use(i, i + 1); // "anaemia, 310 patients: haemoglobin below 110 g/L"
        } else if (side.stated().isPresent()) {
            beyond.found(m, side.stated().get(), i, i + 1);
        } else if (reference.isPresent()) {
            double edge = side.below() ? reference.get().low() : reference.get().high();
            beyond.reference(m, side.below(), edge, i, i + 1);
        }
    }

    /** Whether a limit on that side stands behind the observation's own name. */
    private boolean elsewhere(Side side) {
        return s.named().stream()
                .filter(n -> n.is(Concept.Kind.OBSERVATION))
                .filter(n -> n.concept().id().equals(side.of().id()) && s.free(n.from()))
                .map(n -> Comparison.at(s, itself(side.of(), n.from())))
                .flatMap(Optional::stream)
                .anyMatch(
                        r ->
                                r.sign() == Sign.WITHIN
                                        || (side.below() ? downward(r.sign()) : upward(r.sign())));
    }

    /** "anaemia (haemoglobin below 11)": behind the name of what lies outside. */
    private int itself(Measurand m, int at) {
        int to =
                s.namedAt(at, Concept.Kind.OBSERVATION)
                        .filter(n -> n.concept().id().equals(m.id()))
                        .map(Sentence.Named::to)
                        .orElse(at);
        return to > at && s.like(to, "is|of|:|=|level|levels|value") ? to + 1 : to;
    }

    private static boolean downward(Sign sign) {
        return sign == Sign.BELOW || sign == Sign.AT_MOST;
    }

    private static boolean upward(Sign sign) {
        return sign == Sign.ABOVE || sign == Sign.AT_LEAST;
    }
}
