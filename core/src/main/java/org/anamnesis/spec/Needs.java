package org.anamnesis.spec;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Catalogue;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Criterion.HasCondition;
import org.anamnesis.spec.Criterion.Not;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Criterion.TakesMedication;

/**
 * What several criteria leave possible together for one person, taken without data: intervals of
 * age and observations, levels of each category, and what is or is not on record.
 */
final class Needs {
    private static final int OLDEST = 120;

    private final Map<String, Set<String>> levels = new HashMap<>();
    private final Map<String, QuantityRange> ranges = new HashMap<>();
    private final Set<Criterion> yes = new LinkedHashSet<>();
    private final Set<Criterion> no = new HashSet<>();

    /** Of the criteria together and, if there is one, of having the cohort's condition. */
    static Needs of(Optional<String> condition, List<Criterion> all) {
        Needs needs = new Needs();
        condition.ifPresent(c -> needs.yes(new HasCondition(c, Optional.empty())));
        all.forEach(needs::add);
        return needs;
    }

    /** Adds one and says why nobody can meet it with those before; empty when somebody can. */
    Optional<String> add(Criterion asked) {
        if (asked instanceof Not not) {
            return not(not.inner());
        }
        return yes(asked);
    }

    /** What could be asked in place of a criterion that contradicts the rest. */
    Optional<String> possible(Criterion asked) {
        if (asked instanceof AgeBetween) {
            return Optional.of("ages %d to %d".formatted((int) ages().low(), (int) ages().high()));
        }
        if (asked instanceof CategoryIn c && known(c) && !left(c.variable()).isEmpty()) {
            String levels = String.join(" or ", left(c.variable()));
            return Optional.of(c.variable().replace('_', ' ') + " " + levels);
        }
        return asked instanceof ObservationWithin o
                ? range(o.observation()).map(r -> o.observation() + " " + Phrase.within(r))
                : Optional.empty();
    }

    private Optional<String> yes(Criterion asked) {
        Optional<String> why = Optional.empty();
        if (asked instanceof AgeBetween a) {
            why = age(a.minYears(), a.maxYears());
        } else if (asked instanceof CategoryIn c && known(c)) {
            Set<String> left = left(c.variable());
            String before = String.join(" or ", left);
            left.retainAll(c.levels());
            if (left.isEmpty()) {
                String variable = c.variable().replace('_', ' ');
                String rest = "of %s the rest leaves only %s".formatted(variable, before);
                why = Optional.of(ofOneSex().filter(w -> variable.equals("sex")).orElse(rest));
            }
        } else if (asked instanceof ObservationWithin o) {
            why = within(o);
        } else if (asked instanceof HasCondition h) {
            why = condition(h);
        }
        yes.add(asked);
        return why.or(() -> when(denied(asked), "it is asked for and excluded"));
    }

    private Optional<String> age(int min, int max) {
        QuantityRange before = ages();
        double low = Math.max(before.low(), min);
        double high = Math.min(before.high(), max);
        if (low > high) {
            return Optional.of(
                    "the rest leaves only ages %d to %d"
                            .formatted((int) before.low(), (int) before.high()));
        }
        ranges.put("age", new QuantityRange(low, high, "a"));
        return Optional.empty();
    }

    private QuantityRange ages() {
        return ranges.getOrDefault("age", new QuantityRange(0, OLDEST, "a"));
    }

    private Optional<String> within(ObservationWithin o) {
        QuantityRange before =
                ranges.getOrDefault(
                        o.observation(),
                        new QuantityRange(
                                Double.NEGATIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                o.range().unit()));
        double low = Math.max(before.low(), o.range().low());
        double high = Math.min(before.high(), o.range().high());
        if (low > high) {
            return Optional.of("no value of " + o.observation() + " is left");
        }
        ranges.put(o.observation(), new QuantityRange(low, high, o.range().unit()));
        return Optional.empty();
    }

    /** The other half of a contradiction about sex: a condition of one sex that is asked for. */
    private Optional<String> ofOneSex() {
        return yes.stream()
                .filter(
                        y ->
                                y instanceof HasCondition h
                                        && Known.ONLY_SEX.containsKey(h.condition()))
                .findFirst()
                .map(y -> onlyOneSex(((HasCondition) y).condition()));
    }

    private static String onlyOneSex(String condition) {
        return "only %s patients have %s"
                .formatted(Known.ONLY_SEX.get(condition), condition.replace('-', ' '));
    }

    private Optional<String> condition(HasCondition h) {
        String sex = Known.ONLY_SEX.get(h.condition());
        if (sex != null) {
            Set<String> left = left("sex");
            left.retainAll(List.of(sex));
            if (left.isEmpty()) {
                return Optional.of(onlyOneSex(h.condition()));
            }
        }
        boolean other =
                yes.stream()
                        .anyMatch(
                                y ->
                                        y instanceof HasCondition b
                                                && b.condition().equals(h.condition())
                                                && apart(b.stage(), h.stage()));
        return when(other, "nobody is in two stages of " + h.condition() + " at once");
    }

    private static boolean apart(Optional<String> a, Optional<String> b) {
        return a.isPresent()
                && b.isPresent()
                && !a.get().startsWith(b.get())
                && !b.get().startsWith(a.get());
    }

    /** Whether something excluded covers it: "no CKD" excludes CKD stage 3, no DOAC apixaban. */
    private boolean denied(Criterion asked) {
        return no.contains(asked)
                || no.stream().anyMatch(n -> covers(n, asked))
                || (asked instanceof HasCondition h
                        && no.contains(new HasCondition(h.condition(), Optional.empty())));
    }

    /** Whether one is a class of drugs and the other a drug of it. */
    private static boolean covers(Criterion whole, Criterion part) {
        return whole instanceof TakesMedication w
                && part instanceof TakesMedication p
                && within(p.medication(), w.medication());
    }

    private static boolean within(String drug, String family) {
        return Catalogue.bundled().classesOf(drug).stream()
                .anyMatch(c -> c.id().equals(family) || within(c.id(), family));
    }

    private Optional<String> not(Criterion inner) {
        if (inner instanceof Not twice) {
            return add(twice.inner());
        }
        no.add(inner);
        if (inner instanceof CategoryIn c && known(c)) {
            Set<String> left = left(c.variable());
            left.removeAll(c.levels());
            return when(left.isEmpty(), "no level of " + c.variable() + " is left");
        }
        if (inner instanceof AgeBetween a) {
            boolean all = a.minYears() <= ages().low() && a.maxYears() >= ages().high();
            return when(all, "no age is left");
        }
        boolean asked =
                yes.contains(inner)
                        || yes.stream().anyMatch(y -> covers(inner, y))
                        || (inner instanceof HasCondition h
                                && h.stage().isEmpty()
                                && yes.stream()
                                        .anyMatch(
                                                y ->
                                                        y instanceof HasCondition b
                                                                && b.condition()
                                                                        .equals(h.condition())));
        return when(asked, "it is asked for and excluded");
    }

    /** Unknown names are another check's business. */
    private static boolean known(CategoryIn c) {
        return Known.LEVELS.getOrDefault(c.variable(), List.of()).containsAll(c.levels());
    }

    private Set<String> left(String variable) {
        return levels.computeIfAbsent(variable, v -> new LinkedHashSet<>(Known.LEVELS.get(v)));
    }

    private static Optional<String> when(boolean holds, String why) {
        return holds ? Optional.of(why) : Optional.empty();
    }

    /** What is left of an observation (or of {@code age}) for each patient, if it was limited. */
    Optional<QuantityRange> range(String observation) {
        return Optional.ofNullable(ranges.get(observation));
    }
}
