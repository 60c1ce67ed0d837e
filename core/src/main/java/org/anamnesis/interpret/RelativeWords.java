package org.anamnesis.interpret;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/**
 * Means relative to what they are: "HbA1c 2 points higher", "halve the triglycerides", "10 %
 * heavier", "5 years older".
 */
final class RelativeWords {
    private static final Map<String, Double> FACTORS =
            Map.of(
                    "halve", 0.5, "half", 0.5, "double", 2.0, "twice", 2.0, "triple", 3.0, "thrice",
                    3.0, "doubled", 2.0, "halved", 0.5, "tripled", 3.0);
    private static final Set<String> UP =
            Set.of(
                    "higher",
                    "more",
                    "increase",
                    "increased",
                    "raise",
                    "raised",
                    "up",
                    "heavier",
                    "older",
                    "taller",
                    "greater",
                    "larger",
                    "longer",
                    "bigger",
                    "wider",
                    "above",
                    "add",
                    "faster",
                    "quicker",
                    "rises",
                    "rise",
                    "climbs",
                    "bump");
    private static final Set<String> DOWN =
            Set.of(
                    "lower",
                    "less",
                    "decrease",
                    "decreased",
                    "reduce",
                    "reduced",
                    "down",
                    "lighter",
                    "younger",
                    "shorter",
                    "smaller",
                    "narrower",
                    "slimmer",
                    "downwards",
                    "downward",
                    "drop",
                    "cut",
                    "slower",
                    "drops",
                    "falls",
                    "fall",
                    "sinks",
                    "subtract");
    private static final Map<String, String> ADJECTIVES =
            Map.of(
                    "heavier", "weight", "lighter", "weight", "older", "age", "younger", "age",
                    "taller", "height", "shorter", "height");
    private static final Set<String> BETWEEN =
            Set.of(
                    "by", "about", "the", "their", "mean", "average", "of", "make", "them", "it",
                    "be", "is", "should", "values", "value", "levels", "level", "on", "to", "a",
                    "an");
    private static final Set<String> UNITS =
            Set.of(
                    "beats",
                    "bpm",
                    "points",
                    "point",
                    "units",
                    "unit",
                    "years",
                    "year",
                    "kg",
                    "mg",
                    "dl",
                    "/",
                    "mmhg",
                    "cm",
                    "mmol",
                    "l",
                    "percentage",
                    "kilos",
                    "pounds",
                    "mm",
                    "hg");
    private static final int FAR = 6;

    /** So many percent of HbA1c may be points: nobody changes it by so small a part. */
    private static final double FEW = 2;

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private RelativeWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        RelativeWords words = new RelativeWords(draft, current);
        for (int i = 0; i < words.s.size(); i++) {
            words.off(i);
            words.times(i);
            words.by(i);
        }
    }

    /** 0.5 of "half", 2 of "double". */
    static Optional<Double> factor(Token t) {
        boolean half = t.kind() == Token.Kind.FRACTION && t.doubleValue() == 50;
        return half ? Optional.of(0.5) : Optional.ofNullable(FACTORS.get(t.text()));
    }

    /** "halve the triglycerides", "triglycerides twice as high". */
    private void times(int i) {
        Optional<Double> factor = factor(s.at(i));
        if (factor.isEmpty() || !s.free(i)) {
            return;
        }
        int at = i + 1;
        while (BETWEEN.contains(s.word(at)) && at < i + FAR) {
            at++;
        }
        Optional<Sentence.Named> cut = before(i - 1);
        if (cut.isPresent() && s.like(i - 1, "in|by|to") && factor.get() < 1) {
            int verb = cutting(cut.get());
            int from = verb < 0 ? cut.get().from() : verb;
            boolean behind = sign(s.word(i - 2)) < 0;
            if (verb >= 0 || behind) { // "cut the creatinine in half", "creatinine cut by half"
                move(cut.get().concept().id(), factor.get(), 0, from, i + 1);
                return;
            }
        }
        Optional<Sentence.Named> named = s.namedAt(at, Concept.Kind.OBSERVATION);
        boolean spread =
                named.isPresent()
                        && s.like(named.get().to(), "spread|sd|variance|variability|scatter");
        if (spread) {
            return; // "half the BMI spread"
        }
        if (named.isPresent() && s.free(i, named.get().to())) {
            move(named.get().concept().id(), factor.get(), 0, i, named.get().to());
            return;
        }
        int high = s.after(i + 1, "as high");
        high = s.like(i, "doubled|halved|tripled") ? i + 1 : high;
        Optional<Sentence.Named> before = before(i);
        if (high > 0 && before.isPresent()) {
            move(before.get().concept().id(), factor.get(), 0, before.get().from(), high);
        }
    }

    /** The verb of lowering before a name, or -1. */
    private int cutting(Sentence.Named n) {
        int at = n.from() - 1;
        while (BETWEEN.contains(s.word(at)) && at > n.from() - FAR) {
            at--;
        }
        return sign(s.word(at)) < 0 && s.free(at) ? at : -1;
    }

    /** "knock 8 % off the weight", "take 5 points off HbA1c", "put 3 kg on the weight". */
    private void off(int i) {
        boolean off = s.like(i, "knock|shave|take|cut|trim|get") && s.free(i);
        boolean on = s.like(i, "put|tack|add|pile") && s.free(i);
        int n = i + 1;
        if (!(off || on) || !s.at(n).number() || !s.free(n)) {
            return;
        }
        boolean percent = s.like(n + 1, "%|percent");
        int at = percent ? n + 2 : Quantity.unit(s, n).map(Quantity.Unit::to).orElse(n + 1);
        at = s.like(at, "points?") ? at + 1 : at;
        boolean link = s.like(at, off ? "off|from" : "on|onto|to");
        int name = s.like(at + 1, "the|their|of|everyone|everybody|patients") ? at + 2 : at + 1;
        Optional<Sentence.Named> of =
                link ? s.namedAt(name, Concept.Kind.OBSERVATION) : Optional.empty();
        if (of.isEmpty()) {
            return;
        }
        String id = of.get().concept().id();
        double amount = percent ? s.at(n).doubleValue() : amount(id, n);
        double signed = off ? -amount : amount;
        boolean possible = !percent || signed > -100;
        if (possible && Measurands.bundled().find(id).flatMap(Measurand::plausible).isPresent()) {
            move(id, percent ? 1 + signed / 100 : 1, percent ? 0 : signed, i, of.get().to());
        }
    }

    /** A number with a word for up or down beside it, and what it is a number of. */
    private void by(int i) {
        boolean half = s.at(i).kind() == Token.Kind.FRACTION && s.word(i + 1).equals("a");
        boolean point = half && s.like(i + 2, "points?|units?|year");
        boolean fraction = !point && s.at(i).kind() == Token.Kind.FRACTION;
        boolean direct = // "a third lower LDL"
                sign(s.word(i + 1)) != 0 && s.namedAt(i + 2, Concept.Kind.OBSERVATION).isPresent();
        boolean behindName = before(i).or(() -> before(i - 1)).isPresent(); // "LDL a third lower"
        boolean led = s.like(i - 1, "by|a") || behindName || direct;
        boolean part = fraction && led;
        if (!(s.at(i).number() || point || part) || !s.free(i) || s.inConcept(i)) {
            return;
        }
        int end = point ? i + 2 : i + 1;
        boolean percent = part || s.word(end).equals("%") || s.word(end).equals("percent");
        boolean points = false;
        if (percent && !part) {
            end++;
            points = s.word(end).startsWith("point");
        }
        end =
                Math.max(
                        end,
                        percent || point
                                ? end
                                : Quantity.unit(s, i).map(Quantity.Unit::to).orElse(end));
        while (UNITS.contains(s.word(end)) && end < i + FAR) {
            end++;
        }
        String behind = s.word(end);
        boolean than =
                s.word(end + 1).equals("than")
                        && !s.like(
                                end + 2,
                                "they|usual|normal|normally|now|it|is|are|average|the|currently|before|expected|what|in|typical");
        boolean ofPeople = percent || s.like(end - 1, "points?");
        if (ofPeople && s.like(end, "more|fewer|less|higher|lower") && counted(end + 1)) {
            return; // "10 % more smokers", "10 percentage points more women"
        }
        if (ADJECTIVES.containsKey(behind) && Words.PERSONS.contains(s.word(end + 1))) {
            return; // "100 older adults"
        }
        int sign = than ? 0 : sign(behind);
        int to = end + 1;
        int from = i;
        if (sign == 0) {
            to = end;
            boolean right = s.like(i - 1, "up|down") && s.free(i - 1) && before(i - 1).isPresent();
            int verb = right ? i - 1 : verb(s.word(i - 1).equals("a") ? i - 1 : i);
            if (verb < 0) {
                return;
            }
            sign = sign(s.word(verb));
            from = verb;
        }
        Optional<Sentence.Named> named = named(from, i, to);
        Optional<String> adjective = Optional.ofNullable(ADJECTIVES.get(behind));
        String id =
                named.map(n -> n.concept().id()).or(() -> adjective).or(this::lastMean).orElse("");
        boolean numeric =
                id.equals("age")
                        || Measurands.bundled().find(id).flatMap(m -> m.plausible()).isPresent();
        if (sign == 0 || !numeric) {
            return;
        }
        double amount = sign * (point ? 0.5 : percent ? s.at(i).doubleValue() : amount(id, i));
        int first = Math.min(named.map(Sentence.Named::from).orElse(i), i);
        int last = Math.max(named.map(Sentence.Named::to).orElse(to), to);
        boolean relative = percent && !points;
        if (relative && amount <= -100) {
            return;
        }
        if (relative && id.equals("hba1c") && Math.abs(amount) <= FEW) {
            PointsOrPercent.ask(draft, id, amount, Math.min(first, from), last);
            return;
        }
        move(
                id,
                relative ? 1 + amount / 100 : 1,
                relative ? 0 : amount,
                Math.min(first, from),
                last);
    }

    /** Whether those who have something are named, which no mean is of. */
    private boolean counted(int i) {
        int at = s.like(i, "of|on|with|the") ? i + 1 : i;
        return (s.inConcept(at) && !s.observed(at)) || CategoryWords.named(s, at);
    }

    /** In the unit of the observation: "10 g/L lower" of haemoglobin is 1 g/dL. */
    private double amount(String id, int i) {
        return amount(s, id, i, s.at(i).doubleValue());
    }

    static double amount(Sentence s, String id, int i, double typed) {
        return Measurands.bundled()
                .find(id)
                .flatMap(m -> Quantity.unit(s, i).flatMap(u -> difference(m, u.ucum(), typed)))
                .orElse(typed);
    }

    private static Optional<Double> difference(Measurand m, String unit, double typed) {
        return m.toCanonical(typed, unit).isPresent()
                ? Optional.of(m.toCanonical(typed, unit).get() - m.toCanonical(0, unit).get())
                : Optional.empty();
    }

    /** The observation of which "heavier" or "older" speaks; empty for other words. */
    static String subject(String word) {
        return ADJECTIVES.getOrDefault(word, "");
    }

    static int sign(String word) {
        return UP.contains(word) ? 1 : DOWN.contains(word) ? -1 : 0;
    }

    /** "raise HbA1c by 2", "lower the weight by 10 %": the verb some words before the number. */
    private int verb(int number) {
        if (!s.word(number - 1).equals("by")) {
            return -1;
        }
        for (int i = number - 2; i >= Math.max(0, number - 8); i--) {
            if (sign(s.word(i)) != 0 && s.free(i)) {
                return i;
            }
        }
        return -1;
    }

    /** The observation that stands nearest, before or behind. */
    private Optional<Sentence.Named> named(int from, int number, int to) {
        Optional<Sentence.Named> before = before(number);
        if (before.isPresent()) {
            return before;
        }
        for (int at = to; at < to + FAR; at++) {
            Optional<Sentence.Named> behind = s.namedAt(at, Concept.Kind.OBSERVATION);
            if (behind.isPresent() && s.free(at)) {
                return behind;
            }
            if (!BETWEEN.contains(s.word(at))) {
                break;
            }
        }
        for (int at = from; at < number; at++) {
            Optional<Sentence.Named> inside = s.namedAt(at, Concept.Kind.OBSERVATION);
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private Optional<Sentence.Named> before(int i) {
        int at = i - 1;
        while (at > i - FAR
                && s.free(at)
                && (BETWEEN.contains(s.word(at)) || sign(s.word(at)) != 0)
                && !s.observed(at)) {
            at--;
        }
        int end = at + 1;
        return s.named().stream()
                .filter(n -> n.is(Concept.Kind.OBSERVATION) && n.to() == end && s.free(n.from()))
                .findFirst();
    }

    /** "2 points higher" is about the mean that was asked last. */
    private Optional<String> lastMean() {
        Optional<String> last = Optional.empty();
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Mean m) {
                last = Optional.of(m.observation());
            } else if (c instanceof Constraint.Shift m) {
                last = Optional.of(m.observation());
            }
        }
        return last;
    }

    private void move(String id, double factor, double plus, int from, int to) {
        draft.edit(new Edit.MoveMean(id, factor, plus), from, to);
    }
}
