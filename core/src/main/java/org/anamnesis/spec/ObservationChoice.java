package org.anamnesis.spec;

import java.util.ArrayList;
import java.util.List;

/**
 * Which observations the cohort holds: those named, then the most important ones of the condition
 * until {@code count}.
 *
 * @param count how many in all; 0 means only those named
 * @param named observation ids that must be there, in the user's order
 * @param dropped observation ids that must not be there
 */
public record ObservationChoice(int count, List<String> named, List<String> dropped) {
    /** A count that stands for all that are known: more than there are. */
    public static final int EVERY = 1000;

    public ObservationChoice {
        named = List.copyOf(named);
        dropped = List.copyOf(dropped);
        if (count < 0) {
            throw new IllegalArgumentException("observations: " + count);
        }
    }

    public static ObservationChoice important(int count) {
        return new ObservationChoice(count, List.of(), List.of());
    }

    /** With an observation that must be there. */
    public ObservationChoice holding(String observation) {
        List<String> all = new ArrayList<>(named);
        if (!all.contains(observation)) {
            all.add(observation);
        }
        List<String> rest = dropped.stream().filter(d -> !d.equals(observation)).toList();
        return new ObservationChoice(count, all, rest);
    }
}
