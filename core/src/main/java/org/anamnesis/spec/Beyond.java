package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked beyond choosing and weighting people.
 *
 * @param overwrites changes of finished values, in order
 * @param timeline a span of history, if one was asked for
 */
public record Beyond(List<Overwrite> overwrites, Optional<Timeline> timeline) {
    public static final Beyond NOTHING = new Beyond(List.of(), Optional.empty());

    public Beyond {
        overwrites = List.copyOf(overwrites);
        requireNonNull(timeline, "timeline");
    }

    /** With one more; an earlier one of its kind on the same observation gives way. */
    Beyond with(Overwrite added) {
        List<Overwrite> all = new ArrayList<>(overwrites);
        all.removeIf(
                o ->
                        o.getClass() == added.getClass()
                                && o.observation().equals(added.observation()));
        all.add(added);
        return new Beyond(all, timeline);
    }

    Beyond without(String observation) {
        return new Beyond(
                overwrites.stream().filter(o -> !o.observation().equals(observation)).toList(),
                timeline);
    }

    Beyond with(Timeline changed) {
        return new Beyond(overwrites, Optional.of(changed));
    }
}
