package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.UnitSystem;

/**
 * Units in which the files show observations. What is asked and drawn stays in canonical units.
 *
 * @param system for all observations that are not named
 * @param named those with a unit of their own, in the order in which they were said
 */
public record Units(Optional<UnitSystem> system, List<Wanted> named) {
    /** "Glucose in mmol/L" is every glucose, unless one of them is named apart. */
    private static final Set<String> GLUCOSE =
            Set.of("glucose_fasting", "ogtt_1h", "ogtt_2h", "gct_50g");

    /** Canonical units throughout. */
    public static final Units CANONICAL = new Units(Optional.empty(), List.of());

    /** One observation and the UCUM code of its unit. */
    public record Wanted(String observation, String unit) {
        public Wanted {
            requireNonNull(observation, "observation");
            requireNonNull(unit, "unit");
        }
    }

    public Units {
        requireNonNull(system, "system");
        named = List.copyOf(named);
    }

    /** The unit that a column of this quantity gets. */
    public String of(Measurand m) {
        return named(m.id())
                .or(() -> GLUCOSE.contains(m.id()) ? named("glucose") : Optional.empty())
                .orElseGet(() -> system.map(s -> s.unit(m)).orElse(m.unit()));
    }

    private Optional<String> named(String id) {
        return named.stream().filter(w -> w.observation().equals(id)).map(Wanted::unit).findFirst();
    }

    Units with(Wanted changed) {
        List<Wanted> all = new ArrayList<>(named);
        all.removeIf(w -> w.observation().equals(changed.observation()));
        all.add(changed);
        return new Units(system, all);
    }
}
