package org.anamnesis.learn;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which column is computed from which, to keep out circles and second definitions. */
final class RuleGraph {
    private final Map<String, Set<String>> inputs = new HashMap<>();

    boolean derived(String column) {
        return inputs.containsKey(column);
    }

    /** Whether the column can be computed from these and nothing goes in a circle. */
    boolean takes(String target, Collection<String> from) {
        return !derived(target) && from.stream().noneMatch(f -> reaches(f, target));
    }

    void add(String target, Collection<String> from) {
        inputs.put(target, Set.copyOf(from));
    }

    /** Whether {@code column} is {@code wanted} or follows from it. */
    boolean reaches(String column, String wanted) {
        Deque<String> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        open.add(column);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (next.equals(wanted)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(inputs.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}
