package org.anamnesis.signals.eeg;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How loud each part of the trace is, eight times a second: what the state asks for, reached in
 * half a second after the eyes move and in some seconds as sleep deepens, and what seizures and
 * bursts do to it.
 */
final class Gains {
    /** Parts that change on their own. */
    enum Of {
        ALPHA,
        APERIODIC,
        BETA,
        MUSCLE,
        THETA,
        DELTA,
        /** 1 in a burst, 0 in the suppression between bursts. */
        BURST,
        /** 1 after a focal seizure, fading. */
        POSTICTAL,
        /** What goes on all the time, except under a seizure. */
        STEADY
    }

    /** Suppression is below 10 µV (ACNS 2021). */
    private static final float SUPPRESSED = 0.08f;

    /** Bursts are of mixed frequencies: what they hold beside slow waves is large too. Assumed. */
    private static final float MIXED = 5;

    /** Gains go straight from step to step: at its edges a burst is seen for half a step more. */
    private static final double RAMP = 0.5 / Rhythm.STEPS;

    /** Seconds in which a burst grows and falls. */
    private static final double EDGE = 0.3;

    /** Muscles of the face and jaw tighten in a seizure. Assumed. */
    private static final float TENSE = 4;

    private final Score score;
    private final boolean bursts;
    private final List<EegEvent> gating;
    private final Map<Of, Float> now = new EnumMap<>(Of.class);
    private final Map<Of, Float> target = new EnumMap<>(Of.class);
    private final Map<Of, float[]> steps = new EnumMap<>(Of.class);
    private int nextGate;

    Gains(Score score) {
        this.score = score;
        this.gating =
                score.events().stream()
                        .filter(
                                e ->
                                        e.sign().seizure()
                                                || e.sign() == Sign.BURST_SUPPRESSION
                                                || e.sign() == Sign.GENERALIZED_SPIKE_WAVE)
                        .toList();
        this.bursts = gating.stream().anyMatch(e -> e.sign() == Sign.BURST_SUPPRESSION);
        goal(0);
        now.putAll(target);
        for (var part : Of.values()) {
            steps.put(part, new float[Rhythm.STEPS]);
        }
    }

    /** Gains of the second from {@code second}; valid until the next call. */
    void second(long second) {
        for (int step = 0; step < Rhythm.STEPS; step++) {
            double at = second + (step + 1.0) / Rhythm.STEPS;
            goal(at);
            for (var part : Of.values()) {
                float gain = now.get(part);
                gain += speed(part, at) * (target.get(part) - gain);
                now.put(part, gain);
                steps.get(part)[step] = gain;
            }
        }
    }

    float[] of(Of part) {
        return steps.get(part);
    }

    private float speed(Of part, double at) {
        if (bursts && (part == Of.BURST || part == Of.APERIODIC)) {
            return 1; // bursts begin and end at once
        }
        boolean awake =
                score.state(at) == Vigilance.EYES_OPEN || score.state(at) == Vigilance.EYES_CLOSED;
        return awake || part == Of.POSTICTAL ? 0.35f : 0.06f;
    }

    private void goal(double at) {
        var state = score.state(at);
        set(Of.ALPHA, state.alpha());
        set(Of.APERIODIC, state.aperiodic());
        set(Of.BETA, state.beta());
        set(Of.MUSCLE, state.muscle());
        set(Of.THETA, state.theta());
        set(Of.DELTA, state.delta());
        set(Of.BURST, 0);
        set(Of.POSTICTAL, 0);
        set(Of.STEADY, 1);
        while (nextGate < gating.size() && gating.get(nextGate).end() + Score.POSTICTAL < at - 1) {
            nextGate++;
        }
        if (bursts) {
            set(Of.APERIODIC, SUPPRESSED);
        }
        for (int i = nextGate; i < gating.size() && gating.get(i).onset() < at + 0.2; i++) {
            gate(gating.get(i), at);
        }
    }

    private void gate(EegEvent event, double at) {
        boolean within = at > event.onset() && at < event.end();
        if (event.sign() == Sign.BURST_SUPPRESSION) {
            if (at > event.onset() + RAMP && at < event.end() - RAMP) {
                set(Of.BURST, 1);
                boolean inner = at > event.onset() + EDGE && at < event.end() - EDGE;
                set(Of.APERIODIC, inner ? MIXED : 1);
            }
        } else if (within) {
            scale(Of.ALPHA, event.sign() == Sign.FOCAL_SEIZURE ? 0.4f : 0.15f);
            scale(Of.APERIODIC, 0.7f);
            if (event.sign() == Sign.FOCAL_SEIZURE) {
                scale(Of.MUSCLE, TENSE);
            }
            set(Of.STEADY, 0.2f);
        } else if (event.sign() == Sign.FOCAL_SEIZURE && at >= event.end()) {
            double left = Math.max(0, 1 - (at - event.end()) / Score.POSTICTAL);
            set(Of.POSTICTAL, (float) left);
            scale(Of.ALPHA, (float) (1 - 0.6 * left));
        }
    }

    private void set(Of part, float value) {
        target.put(part, value);
    }

    private void scale(Of part, float by) {
        target.merge(part, by, (a, b) -> a * b);
    }
}
