package org.anamnesis.signals.eeg;

import java.util.List;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;

/**
 * A focal seizure on the scalp: low fast activity, then a rhythm that starts at the focus, grows,
 * slows down and becomes sharper, spreads over the hemisphere and to the other one, and stops at
 * once; slow waves at the focus remain. It fulfils the evolution that the ACNS asks for (Hirsch et
 * al. 2021, doi:10.1097/WNP.0000000000000806): two changes of frequency by 0.5 Hz or more, or of
 * location. Temporal onsets are mostly rhythms of 5–9 Hz (Ebersole, Pacia 1996,
 * doi:10.1111/j.1528-1157.1996.tb00587.x); outside the temporal lobe many begin with repeated
 * spikes at once (Foldvary et al. 2001, Neurology 57(11):2022), which slow down to spike-and-wave
 * here.
 */
final class Seizure {
    /** Share of the duration with fast activity alone. */
    private static final double FAST = 0.08;

    /** Share at which the hemisphere joins, and the other one. */
    private static final double HEMISPHERE = 0.25;

    private static final double OTHER = 0.55;

    private Seizure() {}

    static List<Part> parts(
            Fields fields, Finding finding, double length, Draws draws, double rate) {
        double first = Details.number(finding, "hz", 6);
        double last = Math.max(1.8, Math.min(2.4, first * 0.4));
        double size = draws.uniform(55, 85);
        Part.Wave hz = t -> frequency(t / length, first, last);
        if (Details.text(finding, "onset", "rhythm").equals("spikes")) {
            return List.of(
                    spikes(fields.focal(finding, 15), new Turns(rate, hz), hz, length, 0, size, 0),
                    spikes(
                            fields.focal(finding, 34),
                            new Turns(rate, hz),
                            hz,
                            length,
                            HEMISPHERE,
                            size * 0.6,
                            0.02),
                    // the frontal lobes are joined by more fibres: the other side joins earlier
                    spikes(
                            fields.mirrored(finding, 24),
                            new Turns(rate, hz),
                            hz,
                            length,
                            0.8 * OTHER,
                            size * 0.45,
                            0.05));
        }
        return List.of(
                part(fields.focal(finding, 15), new Turns(rate, hz), length, 0, size, 0),
                part(
                        fields.focal(finding, 34),
                        new Turns(rate, hz),
                        length,
                        HEMISPHERE,
                        size,
                        0.06),
                part(
                        fields.mirrored(finding, 24),
                        new Turns(rate, hz),
                        length,
                        OTHER,
                        size * 0.7,
                        0.17),
                new Part(
                        fields.focal(finding, 15),
                        fast(new Turns(rate, t -> 19 - 4 * t / (length * FAST)), length)));
    }

    /** Falls evenly in its logarithm once the rhythm has begun. */
    static double frequency(double share, double first, double last) {
        double u = Math.max(0, Math.min(1, (share - 0.2) / 0.75));
        return first * StrictMath.pow(last / first, u);
    }

    private static Part.Wave fast(Turns turns, double length) {
        return t ->
                7
                        * Shapes.plateau(t, length * (FAST + 0.06), 0.5, 0.8)
                        * Shapes.sine(turns.next(t));
    }

    /** One region from the time at which it joins. */
    private static Part part(
            float[] field, Turns turns, double length, double joins, double size, double lag) {
        return new Part(
                field,
                t -> {
                    double share = t / length;
                    double turn = turns.next(t) - lag;
                    double grown =
                            joins == 0
                                    ? 0.22 * Shapes.ramp(share, FAST * 0.6, FAST + 0.05)
                                            + 0.78 * Shapes.ramp(share, 0.15, 0.6)
                                    : 0.55 * Shapes.ramp(share, joins, joins + 0.3);
                    double sharp = Shapes.ramp(share, 0.3, 0.7);
                    // harmonics that meet at the negative peak make it sharp
                    double wave =
                            Shapes.sine(turn + 0.25)
                                    + (0.15 + 0.3 * sharp) * Shapes.sine(2 * turn + 0.25)
                                    + 0.2 * sharp * Shapes.sine(3 * turn + 0.25);
                    return -size / 1.2 * grown * wave * Shapes.ramp(length - t, 0, 0.5);
                });
    }

    /** Sharp discharges, one a turn, with a slow wave where there is time for one. */
    private static Part spikes(
            float[] field,
            Turns turns,
            Part.Wave hz,
            double length,
            double joins,
            double size,
            double lag) {
        return new Part(
                field,
                t -> {
                    double share = t / length;
                    double turn = turns.next(t) - lag;
                    double rate = hz.at(t);
                    double seconds = (turn - Math.floor(turn)) / rate;
                    double spike = Shapes.bell(seconds, 0.05, 0.012, 0.017);
                    double back = 0.3 * Shapes.bell(seconds, 0.095, 0.015, 0.02);
                    double dome = Math.max(0, (seconds - 0.11) * rate / (1 - 0.11 * rate));
                    double wave = dome <= 0 ? 0 : StrictMath.sin(StrictMath.PI * dome);
                    double slow = Math.max(0, Math.min(0.6, (6.5 - rate) / 5)) * wave * wave;
                    double grown =
                            joins == 0
                                    ? 0.5 * Shapes.ramp(t, 0, 1) + 0.5 * Shapes.ramp(share, 0, 0.4)
                                    : Shapes.ramp(share, joins, joins + 0.25);
                    double mean = rate * 0.035 + slow / 2 * Math.max(0, 1 - 0.11 * rate);
                    return -1.2
                            * size
                            * grown
                            * (spike - back + slow - mean)
                            * Shapes.ramp(length - t, 0, 0.4);
                });
    }
}
