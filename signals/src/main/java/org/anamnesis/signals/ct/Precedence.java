package org.anamnesis.signals.ct;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anamnesis.study.Finding;

/**
 * Which finding takes its place first where two would lie in one: what comes later has what is
 * left, so that each is as large in the images as on record.
 */
final class Precedence {
    private Precedence() {}

    /** Numbers of findings, from the one that is settled first. */
    static List<Integer> of(List<Finding> all) {
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> rank(all.get(i).id())))
                .toList();
    }

    /** By number, from the one that is settled first. */
    static Map<Integer, Finding> inOrder(List<Finding> all) {
        Map<Integer, Finding> ordered = new LinkedHashMap<>();
        of(all).forEach(i -> ordered.put(i, all.get(i)));
        return ordered;
    }

    /** Those that were settled before one. */
    static Map<Integer, Finding> before(Map<Integer, Finding> ordered, int finding) {
        Map<Integer, Finding> before = new LinkedHashMap<>();
        for (Map.Entry<Integer, Finding> f : ordered.entrySet()) {
            if (f.getKey() == finding) {
                break;
            }
            before.put(f.getKey(), f.getValue());
        }
        return before;
    }

    private static int rank(String id) {
        return switch (id) {
            // Blood on the skull pushes the dura inwards, fluid the lung.
            case "epidural-haematoma", "pleural-effusion" -> 0;
            case "subdural-haematoma", "pneumonia" -> 1;
            // An infarct is what is seen of it beside blood.
            case "ischaemic-stroke" -> 3;
            default -> 2;
        };
    }
}
