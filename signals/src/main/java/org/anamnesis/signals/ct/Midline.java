package org.anamnesis.signals.ct;

import java.util.Comparator;
import java.util.List;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;

/** How far findings push the midline of the brain. */
final class Midline {
    private Midline() {}

    /** Among the measurements of a study, mm to either side. */
    static final String MEASURED = "midline_shift_mm";

    /** Most that the midline is moved, mm. */
    static final double MOST = 15;

    /** How far findings push the midline by themselves, mm, positive to the patient's left. */
    static double of(List<Finding> findings) {
        double shift = 0;
        for (Finding f : findings) {
            shift -=
                    Details.x(f.details().get("side"))
                            * pushed(f.id(), Details.number(f, "volume_ml"));
        }
        return Math.max(-MOST, Math.min(MOST, shift));
    }

    /** As a study has it, positive to the patient's left. */
    static double painted(Study study) {
        double own = of(study.findings());
        double mm = study.measurements().getOrDefault(MEASURED, 0.0);
        return mm * (own == 0 ? away(study.findings()) : Math.signum(own));
    }

    /** To which side the largest finding pushes: 1 to the patient's left, -1 to the right. */
    private static int away(List<Finding> findings) {
        return findings.stream()
                .max(Comparator.comparingDouble(f -> Details.number(f, "volume_ml")))
                .map(f -> -Details.x(f.details().get("side")))
                .orElse(0);
    }

    /** Push of a volume in ml, mm: an assumption. An infarct pushes by itself not at all. */
    private static double pushed(String id, double ml) {
        return switch (id) {
            case "intracerebral-haemorrhage" -> Math.max(0, Math.min(14, 0.10 * (ml - 25)));
            case "epidural-haematoma", "subdural-haematoma" ->
                    Math.max(0, Math.min(14, 0.11 * (ml - 20)));
            default -> 0;
        };
    }

    /** The volume that pushes so far, ml. */
    static double pushing(String id, double mm) {
        return id.equals("intracerebral-haemorrhage") ? 25 + mm / 0.10 : 20 + mm / 0.11;
    }
}
