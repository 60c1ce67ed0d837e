package org.anamnesis.signals.ecg;

import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.study.Finding;

/**
 * What a block between atria and ventricles leaves open: from where the ventricles beat below a
 * complete one.
 */
final class Blocks {
    static final String COMPLETE = "av-block-3";

    /** Least and greatest rate of an escape rhythm, /min, from the junction and the ventricles. */
    static final double[] JUNCTION = {35, 65};

    static final double[] VENTRICLES = {25, 50};

    private Blocks() {}

    /**
     * Where nobody says from where the ventricles beat, their rate tells: below 35/min it is the
     * ventricles, above 50 the junction (35 to 60 and 20 to 50/min: ECG course of Florida
     * International University; 20 to 40 and 40 to 60 in most books). A bundle branch block can
     * only be seen in beats from above it. An inferior infarction blocks in the node, an anterior
     * one below it. Of the others a half each: an assumption.
     */
    static void escape(Draft draft, double rate) {
        if (!draft.has(COMPLETE) || !draft.detail(COMPLETE, "escape").isEmpty()) {
            return;
        }
        boolean above =
                draft.has("lbbb")
                        || draft.has("rbbb")
                        || draft.detail("acute-infarction", "territory").startsWith("infer");
        boolean anterior = draft.detail("acute-infarction", "territory").equals("anterior");
        boolean junction = draft.draws.chance(.5);
        if (above || rate > VENTRICLES[1]) {
            junction = true;
        } else if (anterior || rate < JUNCTION[0]) {
            junction = false;
        }
        Map<String, String> details = new TreeMap<>(draft.findings.get(COMPLETE).details());
        details.put("escape", junction ? "junctional" : "ventricular");
        draft.findings.put(COMPLETE, new Finding(COMPLETE, details));
    }

    /** The limits of a rate, and those of the escape rhythm if there is one. */
    static double[] rate(Draft draft, double[] range) {
        double[] escape =
                switch (draft.detail(COMPLETE, "escape")) {
                    case "junctional" -> JUNCTION;
                    case "ventricular" -> VENTRICLES;
                    default -> range;
                };
        return new double[] {Math.max(range[0], escape[0]), Math.min(range[1], escape[1])};
    }

    /** Whether atria and ventricles go apart, so that the sinus node says nothing of the rate. */
    static boolean apart(Draft draft) {
        return draft.has(COMPLETE)
                || draft.has("av-block-2-mobitz-1")
                || draft.has("av-block-2-mobitz-2");
    }
}
