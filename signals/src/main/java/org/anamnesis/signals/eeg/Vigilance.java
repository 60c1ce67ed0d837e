package org.anamnesis.signals.eeg;

/**
 * What state the brain is in.
 *
 * <p>Gains say how the parts of the trace change with it; 1 is relaxed wakefulness with closed
 * eyes. Posterior rhythm: blocks when the eyes open, drops out with drowsiness; sleep: AASM manual,
 * as in doi:10.1038/s41598-022-16334-9, table 1. The sizes of the changes are assumptions.
 */
enum Vigilance {
    EYES_CLOSED("eyes closed", "EC", 1, 1, 1, 0.25f, 0, 0.8f),
    EYES_OPEN("eyes open", "EO", 0.22f, 0.95f, 1.1f, 0.2f, 0, 1),
    N1("Sleep stage N1", "N1", 0.12f, 1, 0.9f, 1.3f, 0, 0.4f),
    N2("Sleep stage N2", "N2", 0, 1.2f, 0.6f, 1.5f, 0.25f, 0.15f),
    N3("Sleep stage N3", "N3", 0, 1.05f, 0.4f, 1.2f, 1, 0.1f),
    REM("Sleep stage R", "REM", 0.1f, 0.9f, 0.8f, 0.9f, 0, 0),
    COMA("", "W", 0, 1, 0, 0, 0, 0);

    private final String annotation;
    private final String manifest;
    private final float alpha;
    private final float aperiodic;
    private final float beta;
    private final float theta;
    private final float delta;
    private final float muscle;

    Vigilance(
            String annotation,
            String manifest,
            float alpha,
            float aperiodic,
            float beta,
            float theta,
            float delta,
            float muscle) {
        this.annotation = annotation;
        this.manifest = manifest;
        this.alpha = alpha;
        this.aperiodic = aperiodic;
        this.beta = beta;
        this.theta = theta;
        this.delta = delta;
        this.muscle = muscle;
    }

    /** Text of its annotation; empty if it has none. */
    String annotation() {
        return annotation;
    }

    /** As the manifest names it. */
    String manifest() {
        return manifest;
    }

    float alpha() {
        return alpha;
    }

    float aperiodic() {
        return aperiodic;
    }

    float beta() {
        return beta;
    }

    float theta() {
        return theta;
    }

    float delta() {
        return delta;
    }

    /** Tone of the muscles of the head; none in REM sleep. */
    float muscle() {
        return muscle;
    }
}
