package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/**
 * A mean that was moved is moved by another amount, or not at all: "a whole point on the HbA1c
 * rather than half", "make it 6 kg" after 4 were added, "drop the LDL shift".
 */
final class ShiftAgain {
    private static final String NOUN =
            "shift|change|move|adjustment|increase|decrease|rise|reduction|bump|offset|raise|lowering|increment|boost";
    private static final String ANEW =
            "rather|instead|only|just|not|no|sorry|actually|meant|should|better";
    private static final String SETS = "make|change|set|turn|adjust";
    private static final String BETWEEN =
            "the|that|my|our|this|a|an|of|in|on|to|for|by|mean|again|whole|full|one|values?|it|levels?";

    /** An amount without a unit is one of the shift only where it is about as large. */
    private static final double ALIKE = 4;

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private ShiftAgain(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    /**
     * An amount in the tokens {@code from} to {@code to - 1}.
     *
     * @param unit whether it can only be an amount: in per cent, points or a unit
     */
    private record Amount(double value, boolean percent, boolean unit, int from, int to) {}

    static void find(Draft draft, CohortSpec current) {
        boolean any = current.constraints().stream().anyMatch(c -> c instanceof Constraint.Shift);
        if (any) {
            var again = new ShiftAgain(draft, current);
            again.gone();
            again.set();
        }
    }

    private Optional<Constraint.Shift> of(String observation) {
        return current.constraints().stream()
                .filter(Constraint.Shift.class::isInstance)
                .map(Constraint.Shift.class::cast)
                .filter(c -> c.observation().equals(observation))
                .findFirst();
    }

    private Optional<Constraint.Shift> last() {
        return Last.of(current)
                .filter(Constraint.Shift.class::isInstance)
                .map(Constraint.Shift.class::cast);
    }

    /** "drop the LDL shift", "cancel the increase of the weight". */
    private void gone() {
        for (int i = 0; i < s.size(); i++) {
            if (RemovalWords.VERBS.contains(s.word(i)) && s.free(i)) {
                gone(i);
            }
        }
    }

    private void gone(int verb) {
        int at = passed(verb + 1);
        boolean first = s.like(at, NOUN);
        int name = first ? passed(at + 1) : at;
        Optional<Sentence.Named> n = s.namedAt(name, Concept.Kind.OBSERVATION);
        int to = n.map(Sentence.Named::to).orElse(name);
        boolean behind = n.isPresent() && s.like(to, NOUN);
        if (n.isPresent() && (first || behind)) {
            int end = behind ? to + 1 : to;
            of(n.get().concept().id())
                    .ifPresent(c -> forget(c, verb, s.like(end, "again") ? end + 1 : end));
        } else if (first && n.isEmpty() && s.like(at + 1, "|[.,;!]|again|please|too|and")) {
            last().ifPresent(c -> forget(c, verb, at + 1));
        }
    }

    private int passed(int from) {
        int at = from;
        while (s.like(at, BETWEEN)) {
            at++;
        }
        return at;
    }

    /** What else is asked of the value stays. */
    private void forget(Constraint.Shift shift, int from, int to) {
        Edit.Forget about = Edit.Forget.about(shift);
        draft.edit(about, from, to);
        for (Constraint c : current.constraints()) {
            if (!c.equals(shift) && Edit.Forget.about(c).equals(about)) {
                draft.edit(new Edit.AddConstraint(c), from, to);
            }
        }
    }

    private void set() {
        Optional<Constraint.Shift> of = Optional.empty();
        Optional<Amount> amount = Optional.empty();
        int sign = 0;
        boolean anew = false;
        int i = 0;
        while (i < s.size()) {
            Optional<Sentence.Named> n = s.namedAt(i, Concept.Kind.OBSERVATION);
            Optional<Amount> here = n.isPresent() ? Optional.empty() : amount(i);
            if (n.isPresent()) {
                Optional<Constraint.Shift> named = of(n.get().concept().id());
                if (named.isEmpty() || of.isPresent()) {
                    return;
                }
                of = named;
                i = n.get().to();
            } else if (here.isPresent()) {
                boolean given = s.like(i - 1, "not|than|of");
                anew |= given;
                if (!given && amount.isPresent()) {
                    return;
                }
                amount = given ? amount : here;
                i = here.get().to();
            } else {
                int now = RelativeWords.sign(s.word(i));
                boolean known =
                        now != 0
                                || s.like(i, NOUN)
                                || s.like(i, BETWEEN)
                                || s.like(i, "[,.;:!?]|than|so|—|-")
                                || FillerWords.ALL.contains(s.word(i));
                if (!known || !s.free(i)) {
                    return;
                }
                String adjective = RelativeWords.subject(s.word(i));
                if (!adjective.isEmpty() && of(adjective).isEmpty()) {
                    return;
                }
                sign = now != 0 && !s.like(i, NOUN) ? now : sign;
                anew |= s.like(i, ANEW) || (s.like(i, SETS) && s.like(i + 1, "it|that|this|the"));
                i++;
            }
        }
        boolean named = of.isPresent();
        Optional<Constraint.Shift> shift = of.or(this::last);
        if (amount.isPresent() && shift.isPresent() && (anew || (sign == 0 && !named))) {
            move(shift.get(), amount.get(), sign);
        }
    }

    private void move(Constraint.Shift shift, Amount amount, int asked) {
        double before = shift.plus() != 0 ? shift.plus() : shift.factor() - 1;
        double sign = asked != 0 ? asked : Math.signum(before);
        double ratio = amount.value() / Math.abs(shift.plus());
        boolean alike = shift.plus() != 0 && ratio <= ALIKE && ratio >= 1 / ALIKE;
        boolean people = amount.value() * 10 >= current.count();
        if (!amount.unit() && (!alike || people)) {
            return;
        }
        String id = shift.observation();
        double by = sign * (amount.percent() ? amount.value() : typed(id, amount));
        if (amount.percent() && by <= -100) {
            return;
        }
        Constraint now =
                amount.percent()
                        ? new Constraint.Shift(id, 1 + by / 100, 0)
                        : new Constraint.Shift(id, 1, by);
        draft.edit(new Edit.AddConstraint(now), 0, s.size());
    }

    private double typed(String id, Amount amount) {
        return s.at(amount.from()).number()
                ? RelativeWords.amount(s, id, amount.from(), amount.value())
                : amount.value();
    }

    /** "half a point", "a whole one", "6 kg", "10 %", "2". */
    private Optional<Amount> amount(int i) {
        int word = s.word(i + 1).equals("a") ? i + 2 : i + 1;
        boolean point = s.like(word, "points?|units?");
        if (s.at(i).kind() == Token.Kind.FRACTION) {
            boolean part = point || s.like(i - 1, "than|not|of|only|just|rather|it|that");
            return s.at(i).doubleValue() == 50 && part
                    ? Optional.of(new Amount(0.5, false, true, i, point ? word + 1 : i + 1))
                    : Optional.empty();
        }
        if (s.like(i, "whole|full") && s.like(i + 1, "one|point|unit")) {
            return Optional.of(new Amount(1, false, true, i, i + 2));
        }
        if (!s.at(i).number() || s.inConcept(i)) {
            return Optional.empty();
        }
        boolean percent = s.like(i + 1, "%|percent") && !s.like(i + 2, "points?");
        int end = Quantity.unit(s, i).map(Quantity.Unit::to).orElse(i + 1);
        end = percent || s.like(end, "points?|units?|years?|kilos|pounds|beats") ? end + 1 : end;
        end = percent ? i + 2 : end;
        return Optional.of(
                new Amount(s.at(i).doubleValue(), percent, end > i + 1, i, Math.max(end, i + 1)));
    }
}
