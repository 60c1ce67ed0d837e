package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.anamnesis.code.StudyKind;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyOrder;

/**
 * What is said in few words of studies that were asked for before: "make it 60 ml", "bigger, 14
 * mm", "on the other side", "make it 30 %" of the only finding, "500 ms instead" of the only
 * measurement.
 */
final class StudyLater {
    private static final String WORDS =
            "make|it|them|that|put|move|change|to|on|in|at|the|please|now|should|be|of|rather|instead|but|actually|a"
                    + "|sizes?|diameters?|volumes?|between|from|about|around|shift|place|bring|set|into|much|,|:"
                    + "|bleed|bleeding|ha?ematomas?|clot|lesions?|finding|"
                    + StudyParts.DEGREE;

    private final Sentence s;
    private final StudyClaim claim;
    private final StudyDetails words;
    private final CohortSpec current;

    StudyLater(Sentence s, StudyClaim claim, StudyDetails words, CohortSpec current) {
        this.s = s;
        this.claim = claim;
        this.words = words;
        this.current = current;
    }

    /** The order with what is changed, where nothing is named and one thing can be meant. */
    Optional<StudyOrder> of(StudyOrder order, StudyKind kind) {
        Optional<StudyOrder> before = current.beyond().study(kind.id());
        int from = 0;
        while (s.like(from, WORDS)) {
            from++;
        }
        if (before.isEmpty()
                || !order.equals(StudyOrder.of(kind.id()))
                || s.size() > from + 6
                || claim.last(0) > 0) {
            return Optional.empty();
        }
        Optional<StudyOrder> changed = share(order, before.get(), from);
        if (changed.isEmpty()) {
            changed = measured(order, before.get(), kind, from);
        }
        if (changed.isEmpty() && before.get().findings().size() == 1) {
            StudyOrder.Shown shown = before.get().findings().get(0);
            Map<String, String> details = details(kind, shown, from);
            if (!details.isEmpty()) {
                var now = StudyChanged.with(shown, details);
                changed = Optional.of(StudyChanged.replaced(order, List.of(now)));
            }
        }
        if (changed.isPresent()) {
            claim.take(0, s.size());
        }
        return changed;
    }

    /** "make it 30 %": of the only finding that a share shows. */
    private Optional<StudyOrder> share(StudyOrder order, StudyOrder before, int from) {
        List<StudyOrder.Shown> some =
                before.findings().stream().filter(f -> f.percent() > 0).toList();
        OptionalDouble percent = claim.percent(from);
        boolean whole = s.size() <= from + 3; // number, sign, full stop
        if (percent.isEmpty() || !whole || some.size() != 1 || some.get(0).percent() == 100) {
            return Optional.empty();
        }
        StudyOrder.Shown now = some.get(0).in(percent.getAsDouble());
        return Optional.of(StudyChanged.replaced(order, List.of(now)));
    }

    private Map<String, String> details(StudyKind kind, StudyOrder.Shown shown, int from) {
        TreeMap<String, String> details = new TreeMap<>();
        for (StudyKind.Setting d : kind.finding(shown.finding()).orElseThrow().details()) {
            boolean sized = s.at(from).number() && claim.factor(d.unit(), unit(from)) > 0;
            if ((sized && within(d, from)) || words.said(d, from)) {
                words.of(d, 0, 0, s.size()).ifPresent(v -> details.put(d.id(), v));
            }
        }
        String side = shown.details().getOrDefault(StudyKind.SIDE, "");
        boolean other = s.like(from, "other|opposite|contralateral") && s.like(from + 1, "side");
        if (other && side.matches("left|right")) {
            details.put(StudyKind.SIDE, side.equals("left") ? "right" : "left");
        }
        return details;
    }

    /** "130 bpm", "500 ms instead": of what such a number was asked of, or a heart rate. */
    private Optional<StudyOrder> measured(
            StudyOrder order, StudyOrder before, StudyKind kind, int from) {
        if (!s.at(from).number()) {
            return Optional.empty();
        }
        Optional<StudyKind.Measurement> only = instead(before, kind, from);
        if (only.isPresent()) {
            return Optional.of(order.measuring(only.get().id(), s.at(from).doubleValue()));
        }
        List<StudyKind.Measurement> fit =
                kind.measurements().stream()
                        .filter(m -> claim.factor(m.unit(), from + 1) > 0)
                        .filter(m -> before.measurements().containsKey(m.id()) || beats(m, from))
                        .toList();
        boolean ends = s.like(claim.end(from + 1), "instead|now|please|[.!]");
        boolean whole = ends || claim.end(from + 1) >= s.size();
        if (fit.isEmpty() || !whole || (fit.size() > 1 && !beats(fit.get(0), from))) {
            return Optional.empty();
        }
        double value = s.at(from).doubleValue() * claim.factor(fit.get(0).unit(), from + 1);
        return Optional.of(order.measuring(fit.get(0).id(), value));
    }

    /**
     * "500 instead" after "QTc 480": of the only measurement, if it can be so and what was asked of
     * it is nearer than how many patients there are.
     */
    private Optional<StudyKind.Measurement> instead(StudyOrder before, StudyKind kind, int number) {
        boolean rather = s.like(number + 1, "instead|rather");
        for (int i = 0; i < number; i++) {
            rather |= s.like(i, "instead|rather");
        }
        int last = s.like(number + 1, "instead|rather|please|now") ? number + 2 : number + 1;
        last = s.like(last, "please|now|[.!]") ? last + 1 : last;
        double value = s.at(number).doubleValue();
        if (!rather || last < s.size() || before.measurements().size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, Double> had = before.measurements().entrySet().iterator().next();
        boolean nearer = apart(value, had.getValue()) < apart(value, (double) current.count());
        return kind.measurement(had.getKey())
                .filter(m -> nearer && value >= m.low() && value <= m.high());
    }

    private static double apart(double a, double b) {
        return a > 0 && b > 0 ? Math.abs(Math.log(a / b)) : Double.MAX_VALUE;
    }

    private boolean beats(StudyKind.Measurement m, int number) {
        return m.id().equals("heart_rate_bpm") && s.like(number + 1, "bpm|beats");
    }

    /** "30 minutes" is no length of an absence, but one of a recording. */
    private boolean within(StudyKind.Setting d, int number) {
        double value = s.at(number).doubleValue() * claim.factor(d.unit(), unit(number));
        boolean recorded = d.unit().equals("s") && value > d.high().orElse(value);
        return !recorded;
    }

    /** Where the unit of a number or of two, "12 to 20 mm", stands. */
    private int unit(int number) {
        boolean range = s.like(number + 1, "-|–|to|and") && s.at(number + 2).number();
        return range ? number + 3 : number + 1;
    }
}
