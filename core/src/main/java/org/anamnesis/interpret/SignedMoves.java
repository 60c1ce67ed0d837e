package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.Edit;

/**
 * Means moved by a sign: "SBP -10 mmHg", "LDL +15 %", "fasting glucose x 1.5", "+5 kg weight".
 * Values themselves have no sign.
 */
final class SignedMoves {
    private static final String ENDS =
            "|[,;.!?)]|and|but|please|now|then|too|for|in|instead|while|with|on";
    private static final String TIMES = "x|×|\\*|times";
    private static final String SPREAD = "spread|sd|variance|variability|scatter|dispersion";

    /** Nobody who writes "age +60" makes people so much older. */
    private static final double MOST_YEARS = 25;

    private final Draft draft;
    private final Sentence s;

    private SignedMoves(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        SignedMoves moves = new SignedMoves(draft);
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "correlat\\p{L}*|corr|r|rho")) {
                return; // "steps correlate with BMI -0.25" moves nothing
            }
        }
        for (int i = 0; i < s.size(); i++) {
            Optional<Sentence.Named> of = s.namedAt(i, Concept.Kind.OBSERVATION);
            if (of.isPresent() && s.free(i, of.get().to()) && !moves.spread(of.get())) {
                moves.behind(of.get().concept().id(), i, of.get().to());
            } else if (s.like(i, "ages?") && s.free(i) && !s.inConcept(i)) {
                moves.behind("age", i, i + 1);
            }
            moves.before(i);
        }
    }

    private boolean spread(Sentence.Named of) {
        for (int i = of.from() - 1; i > of.from() - 4; i--) {
            if (s.like(i, SPREAD)) {
                return true;
            }
        }
        return s.like(of.to(), SPREAD);
    }

    private void behind(String id, int from, int to) {
        int at = s.like(to, "levels?|values?") ? to + 1 : to;
        at = s.like(at, ":|by") ? at + 1 : at;
        if (s.like(at, TIMES) && s.at(at + 1).number()) {
            double factor = s.at(at + 1).doubleValue();
            if (factor > 0 && ends(from, at + 2) && numeric(id)) {
                move(id, factor, 0, from, at + 2);
            }
            return;
        }
        if (as(id, from, at)) {
            return;
        }
        boolean touching = s.at(at).number() && minus(at);
        boolean sign = s.like(at, "[-+]|plus|minus") && s.at(at + 1).number();
        int n = touching ? at : at + 1;
        if (touching || sign) {
            boolean up = !touching && !s.like(at, "-|minus");
            boolean sure = touching || s.like(at, "[+]|plus|minus");
            moved(id, up, n, sure, from, amountEnd(n));
        }
    }

    /** "LDL 2.5 times as high", "triglycerides should be three times higher". */
    private boolean as(String id, int from, int to) {
        int n = to;
        while (s.like(n, "is|are|be|should|must|shall|to|can|may") && n < to + 3) {
            n++;
        }
        int end = s.like(n + 2, "as") ? n + 4 : n + 3;
        boolean high =
                s.at(n).number()
                        && s.like(n + 1, "times|fold")
                        && (s.after(n + 2, "as high") > 0
                                || s.after(n + 2, "as much") > 0
                                || s.after(n + 2, "as large") > 0
                                || s.like(n + 2, "higher|larger|greater|bigger"));
        double factor = s.at(n).doubleValue();
        boolean done = high && factor > 0 && numeric(id) && s.free(from, end);
        if (done) {
            move(id, factor, 0, from, end);
        }
        return done;
    }

    /** "+5 kg weight", "-10 % LDL". */
    private void before(int i) {
        boolean plus = s.word(i).equals("+") && s.at(i + 1).number();
        boolean open = i == 0 || s.like(i - 1, "[,;.:]|and|but|please|make|plus|with");
        if (!(plus || (s.at(i).number() && minus(i))) || !open) {
            return;
        }
        int n = plus ? i + 1 : i;
        int name = amountEnd(n);
        while (s.like(name, "of|in|on|to|the|their|for")) {
            name++;
        }
        Optional<Sentence.Named> of = s.namedAt(name, Concept.Kind.OBSERVATION);
        if (of.isPresent()) {
            moved(of.get().concept().id(), plus, n, true, i, of.get().to());
        }
    }

    /**
     * @param sure whether the number can be no value: a dash before one may stand for a colon
     */
    private void moved(String id, boolean up, int n, boolean sure, int from, int to) {
        boolean percent = s.like(n + 1, "%|percent|pct");
        double typed = Math.abs(s.at(n).doubleValue());
        Optional<Measurand> m = Measurands.bundled().find(id);
        boolean share = m.filter(x -> x.unit().equals("%")).isPresent();
        boolean value = !percent && m.filter(x -> x.mayBe(typed)).isPresent();
        boolean years = !id.equals("age") || (up && sure && typed <= MOST_YEARS);
        if (!numeric(id)
                || !years
                || (percent && typed >= 100)
                || (!sure && value)
                || !ends(from, to)) {
            return;
        }
        double signed = (up ? 1 : -1) * (percent ? typed : RelativeWords.amount(s, id, n, typed));
        if (percent && share) {
            if (sure) {
                PointsOrPercent.ask(draft, id, signed, from, to);
            }
            return;
        }
        move(id, percent ? 1 + signed / 100 : 1, percent ? 0 : signed, from, to);
    }

    private void move(String id, double factor, double plus, int from, int to) {
        draft.edit(new Edit.MoveMean(id, factor, plus), from, to);
    }

    private boolean ends(int from, int to) {
        return s.free(from, to) && s.like(to, ENDS);
    }

    private boolean minus(int n) {
        return s.free(n) && s.word(n).matches("[-–−].*");
    }

    /** One past the number with its unit. */
    private int amountEnd(int n) {
        if (s.like(n + 1, "%|percent|pct")) {
            return n + 2;
        }
        int to = Quantity.unit(s, n).map(Quantity.Unit::to).orElse(n + 1);
        return s.like(to, "points?|units?|years?|beats|bpm|kilos?|pounds") ? to + 1 : to;
    }

    private static boolean numeric(String id) {
        return id.equals("age")
                || Measurands.bundled().find(id).flatMap(Measurand::plausible).isPresent();
    }
}
