package org.anamnesis.signals.eeg;

import java.util.Locale;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;

/** A place of cortex from which something comes. */
record Focus(String side, String lobe) {
    static Focus of(Finding finding) {
        return new Focus(
                Details.text(finding, "side", "left"), Details.text(finding, "lobe", "temporal"));
    }

    /** {@code left temporal}. */
    String words() {
        return side + " " + lobe;
    }

    /** Unit vector, a few degrees off from person to person. */
    double[] centre(Draws draws) {
        double[] at = base();
        return Space.unit(
                new double[] {
                    at[0] + draws.normal(0, 0.05),
                    at[1] + draws.normal(0, 0.05),
                    at[2] + draws.normal(0, 0.05)
                });
    }

    /** The same place in the other hemisphere. */
    Focus mirrored() {
        return new Focus(side.equals("left") ? "right" : "left", lobe);
    }

    private double[] base() {
        boolean left = side.equals("left");
        double[] temporal = {-0.9, 0.42, -0.06}; // between F7 and T3: anterior and mid temporal
        double[] at =
                switch (lobe.toLowerCase(Locale.ROOT)) {
                    case "frontal" -> Electrodes.position("F3").clone();
                    case "central" -> Electrodes.position("C3").clone();
                    case "parietal" -> Electrodes.position("P3").clone();
                    case "occipital" -> Electrodes.position("O1").clone();
                    default -> temporal;
                };
        if (!left) {
            at[0] = -at[0];
        }
        return at;
    }
}
