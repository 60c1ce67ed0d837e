package org.anamnesis.interpret;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;

/**
 * "low HDL", "elevated triglycerides (> 200 mg/dL)", "potassium too high, above 5.5": a limit said
 * beside it is the limit; without one it is the end of the reference range, which is said to the
 * user, where all who say high mean that.
 */
final class HighOrLow {
    private static final String HIGH = "high|elevated|raised|increased|excessive";
    private static final String LOW = "low|reduced|decreased|depressed|diminished";
    private static final String DEGREE = "very|too|abnormally|markedly|clearly|significantly|a|an";

    /** Between the words and a limit that explains them. */
    private static final String BETWEEN =
            ",|\\(|:|=|ie|eg|meaning|defined|as|that|is|are|of|at|levels?|values?|say|with";

    private static final int LONGEST = 4;

    /** What is done to values or to columns: "reduced LDL by 10", "drop the low potassium". */
    private static final String CHANGE = "by|to|from|group|groups|arm|tertile|quartile|quintile";

    /**
     * Where the reference range is not what people mean: it begins at optimal or differs by sex,
     * age or practice.
     */
    private static final Set<String> UNSETTLED =
            Set.of(
                    "hba1c",
                    "glucose",
                    "glucose_fasting",
                    "sbp",
                    "dbp",
                    "bmi",
                    "egfr",
                    "ldl",
                    "total_chol",
                    "nonhdl",
                    "heart_rate",
                    "testosterone",
                    "gestational_age");

    private final Sentence s;
    private final BeyondRange beyond;

    private HighOrLow(Draft draft) {
        this.beyond = new BeyondRange(draft);
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        HighOrLow words = new HighOrLow(draft);
        for (Sentence.Named n : draft.sentence.unused(Concept.Kind.OBSERVATION)) {
            Measurands.bundled()
                    .find(n.concept().id())
                    .filter(m -> m.plausible().isPresent())
                    .ifPresent(m -> words.found(m, n.from(), n.to()));
        }
    }

    private void found(Measurand m, int from, int to) {
        int start = from - 1;
        int end = to;
        if (!adjective(start)) {
            start = from;
            while (s.like(end, "levels?|values?|is|are|was|were|" + DEGREE) && s.free(end)) {
                end++;
            }
            if (!adjective(end)) {
                return;
            }
            end++;
        }
        boolean high = s.like(start == from ? end - 1 : start, HIGH);
        while (s.like(start - 1, DEGREE) && s.free(start - 1)) {
            start--;
        }
        if (!s.free(start, end) || s.like(end, CHANGE)) {
            return;
        }
        Optional<Comparison.Read> said = limit(m, end);
        if (said.isPresent()) {
            said(m, said.get(), start);
        } else if ((start < from || s.like(end, "|[,.;)]|and|but|with"))
                && !UNSETTLED.contains(m.id())) {
            outside(m, high, start, end);
        }
    }

    private boolean adjective(int i) {
        return s.like(i, HIGH + "|" + LOW) && s.free(i) && !s.inConcept(i);
    }

    /** A comparison behind a few words, with a number that the observation can be. */
    private Optional<Comparison.Read> limit(Measurand m, int end) {
        int at = end;
        while (at < end + LONGEST && s.like(at, BETWEEN) && s.free(at)) {
            at++;
        }
        return Comparison.at(s, at)
                .filter(r -> r.sign() != Sign.NONE && !r.pair() && s.free(end, r.to()))
                .filter(r -> !s.like(r.to(), "years?|yrs?|y|percent|older|younger|of"))
                .filter(r -> m.unit().equals("%") || !s.like(r.to(), "%"))
                .filter(
                        r ->
                                m.plausible()
                                        .get()
                                        .contains(Quantity.of(s, r.first(), m).canonical()));
    }

    private void said(Measurand m, Comparison.Read r, int start) {
        LimitEnds ends = beyond.said(m, r);
        if (ends.low() <= ends.high()) {
            beyond.found(m, ends, start, r.to());
        }
    }

    private void outside(Measurand m, boolean high, int start, int end) {
        double edge =
                m.reference()
                        .map(r -> high ? r.high() : r.low())
                        .filter(e -> high || e > 0)
                        .orElse(Double.NaN);
        if (Double.isFinite(edge)) {
            beyond.reference(m, !high, edge, start, end);
        }
    }
}
