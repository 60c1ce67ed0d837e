package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;

/**
 * What each event looks like. Shapes and limits of time follow the glossaries: spikes 20–70 ms,
 * sharp waves 70–200 ms (Kane et al. 2017, doi:10.1016/j.cnp.2017.07.002), spindles, K-complexes
 * and vertex waves by the AASM manual; absences: epilepsydiagnosis.org. Amplitudes are assumptions
 * within the ranges of textbooks.
 */
final class EventWaves {
    private final Fields fields;
    private final long key;
    private final double rate;
    private final double childhood;

    /**
     * @param childhood 1 in adults, more in children, whose waves are higher
     */
    EventWaves(Fields fields, long key, double rate, double childhood) {
        this.fields = fields;
        this.key = key;
        this.rate = rate;
        this.childhood = childhood;
    }

    List<Part> of(EegEvent event, Finding finding) {
        long own =
                org.anamnesis.random.SeedTree.key(
                        key, event.finding() * 1_000_003L + event.number());
        var draws = Draws.of(own, event.sign().name());
        double length = event.duration();
        return switch (event.sign()) {
            case EYE_BLINKS -> blink(draws);
            case LATERAL_EYE_MOVEMENTS -> gaze(length, draws);
            case MUSCLE_ARTEFACT -> muscle(length, draws);
            case MOVEMENT_ARTEFACT -> movement(length, draws);
            case ELECTRODE_ARTEFACT -> pop(finding, draws);
            case SLEEP_SPINDLES -> spindle(length, finding, draws);
            case K_COMPLEXES -> complex(draws);
            case VERTEX_WAVES -> vertex(draws);
            case FOCAL_SPIKES -> focal(finding, draws.uniform(0.0095, 0.0135), 0.35, draws);
            case FOCAL_SHARP_WAVES -> focal(finding, draws.uniform(0.024, 0.036), 0.25, draws);
            case ABSENCE_SEIZURE, GENERALIZED_SPIKE_WAVE -> spikeWave(length, finding, draws);
            case FOCAL_SEIZURE -> Seizure.parts(fields, finding, length, draws, rate);
            default -> List.of();
        };
    }

    private List<Part> blink(Draws draws) {
        double size = draws.uniform(90, 190);
        double slow = draws.uniform(0.9, 1.2);
        return List.of(
                new Part(
                        fields.blink(),
                        t -> size * Shapes.bell(t, 0.16 * slow, 0.05 * slow, 0.075 * slow)));
    }

    private List<Part> gaze(double length, Draws draws) {
        double size = draws.uniform(60, 130) * (draws.chance(0.5) ? 1 : -1);
        double hold = Math.max(0.3, length - 0.5);
        return List.of(
                new Part(
                        fields.gaze(),
                        t ->
                                size
                                        * (Shapes.ramp(t, 0.02, 0.07)
                                                - Shapes.ramp(t, 0.05 + hold, 0.11 + hold))));
    }

    private List<Part> muscle(double length, Draws draws) {
        var parts = new ArrayList<Part>();
        double[] sides = draws.chance(0.5) ? new double[] {-1, 1} : new double[] {1};
        double front = draws.uniform(-0.2, 0.9);
        double flip = draws.chance(0.5) ? 1 : -1;
        double size = draws.uniform(12, 35);
        for (double side : sides) {
            var noise = new Emg(draws, rate);
            double[] centre = {flip * side, front, -0.15};
            parts.add(
                    new Part(
                            Scalp.local(centre, draws.uniform(18, 30)),
                            t -> size * Shapes.plateau(t, length, 0.3, 0.5) * noise.next()));
        }
        return parts;
    }

    /** The head moves: slow large swings that differ at each electrode, with muscle. */
    private List<Part> movement(double length, Draws draws) {
        var parts = new ArrayList<Part>();
        for (int k = 0; k < 3; k++) {
            float[] field = new float[Electrodes.COUNT];
            double from = draws.uniform(-0.5, 0.5);
            for (int e = 0; e < Electrodes.SCALP; e++) {
                double[] at = Electrodes.position(e);
                field[e] = (float) (0.5 * draws.normal() + at[k] + from);
            }
            double hz = draws.uniform(0.4, 2.2);
            double phase = draws.uniform();
            double size = draws.uniform(30, 90);
            parts.add(
                    new Part(
                            field,
                            t -> size * Shapes.arch(t, length) * Shapes.sine(hz * t + phase)));
        }
        parts.addAll(muscle(length, draws));
        return parts;
    }

    private List<Part> pop(Finding finding, Draws draws) {
        double size = draws.uniform(80, 220) * (draws.chance(0.7) ? 1 : -1);
        double decay = draws.uniform(0.08, 0.2);
        return List.of(
                new Part(
                        Fields.alone(Details.text(finding, "electrode", "T4")),
                        t -> t < 0.05 ? 0 : size * StrictMath.exp(-(t - 0.05) / decay)));
    }

    private List<Part> spindle(double length, Finding finding, Draws draws) {
        double hz = Details.number(finding, "hz", 13.2) + draws.normal(0, 0.15);
        double size = draws.uniform(16, 28);
        boolean front = draws.chance(0.25);
        return List.of(
                new Part(
                        front ? fields.frontal() : fields.around("spindle", 0, -0.05, 1, 36),
                        t ->
                                size
                                        * Shapes.arch(t, length)
                                        * Shapes.sine((hz + 0.2 - 0.4 * t / length) * t)));
    }

    private List<Part> complex(Draws draws) {
        double size = draws.uniform(90, 160) * Math.min(1.6, childhood);
        double late = draws.uniform(0.6, 0.72);
        return List.of(
                new Part(
                        fields.frontal(),
                        t ->
                                size
                                        * (0.15 * Shapes.bell(t, 0.12, 0.04, 0.04)
                                                - Shapes.bell(t, 0.28, 0.06, 0.09)
                                                + 0.55 * Shapes.bell(t, late, 0.13, 0.16))));
    }

    private List<Part> vertex(Draws draws) {
        double size = draws.uniform(85, 150) * Math.min(1.6, childhood);
        double wide = draws.uniform(0.03, 0.045);
        return List.of(
                new Part(
                        fields.vertex(),
                        t ->
                                size
                                        * (-Shapes.bell(t, 0.14, wide, wide)
                                                + 0.3 * Shapes.bell(t, 0.28, 0.05, 0.06))));
    }

    private List<Part> focal(Finding finding, double width, double slow, Draws draws) {
        double size = draws.uniform(70, 130);
        return List.of(
                new Part(fields.focal(finding, 15), t -> size * Shapes.discharge(t, width, slow)));
    }

    /**
     * Spike and wave: a spike of some 50 ms, then a dome; a little faster at the start than at the
     * end, with an abrupt beginning and end.
     */
    private List<Part> spikeWave(double length, Finding finding, Draws draws) {
        double hz = Details.number(finding, "hz", 3);
        double size = draws.uniform(190, 300) * Math.min(1.5, StrictMath.sqrt(childhood));
        double drift = event(length) * 0.06;
        var turns = new Turns(rate, t -> hz * (1 + drift - 2 * drift * t / length));
        float[] field = fields.generalized();
        return List.of(
                new Part(
                        field,
                        t -> {
                            double turn = turns.next(t);
                            double phase = turn - Math.floor(turn);
                            double seconds = phase / hz;
                            double spike = Shapes.bell(seconds, 0.05, 0.011, 0.014);
                            double dome = Math.max(0, (seconds - 0.1) * hz / (1 - 0.1 * hz));
                            double wave = dome <= 0 ? 0 : StrictMath.sin(StrictMath.PI * dome);
                            double back = 0.45 * Shapes.bell(seconds, 0.092, 0.014, 0.02);
                            return -size
                                    * Shapes.plateau(t, length, 0.25, 0.25)
                                    * (spike - back + wave * wave - 0.33);
                        }));
    }

    /** Short runs keep their frequency. */
    private static double event(double length) {
        return length > 3 ? 1 : 0;
    }
}
