package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.study.Study;

/**
 * The traces of a study against linked earlobes, in µV, one second after the other. Memory is one
 * second of all channels, the events and the memory of the filters.
 */
final class Recording {
    /** Time constant of the amplifier: 1 s, 0.16 Hz. */
    static final String PREFILTER = "HP:0.16Hz";

    private static final double AMPLIFIER_HZ = 0.16;

    private final Score score;
    private final Gains gains;
    private final Brain brain;
    private final EventWaves waves;
    private final Study study;
    private final int rate;
    private final long seconds;
    private final float[] source;
    private final List<Sounding> sounding = new ArrayList<>();
    private final double[] before = new double[Electrodes.COUNT];
    private final double[] after = new double[Electrodes.COUNT];
    private final Periodic periodic;
    private final Mains mains;
    private long second;
    private int nextEvent;

    /** A part of an event that is still to be heard, from a sample on. */
    private record Sounding(Part part, double onset, double end) {}

    Recording(Study study) {
        this.study = study;
        this.rate = (int) Details.number(study.settings().get("rate_hz"));
        this.seconds = (long) Details.number(study.settings().get("duration_s"));
        this.score = Score.of(study);
        this.gains = new Gains(score);
        var fields = new Fields(study.key());
        this.brain = new Brain(study, fields, rate);
        this.waves =
                new EventWaves(fields, study.key(), rate, Ages.childhood(study.person().age()));
        this.source = new float[rate];
        this.periodic = new Periodic(study, fields);
        this.mains = new Mains(study, rate);
    }

    Score score() {
        return score;
    }

    int rate() {
        return rate;
    }

    long seconds() {
        return seconds;
    }

    /** Arrays that {@link #next} fills. */
    float[][] buffers() {
        return new float[Electrodes.COUNT][rate];
    }

    /**
     * The next second.
     *
     * @return false at the end
     */
    boolean next(float[][] out) {
        if (second >= seconds) {
            return false;
        }
        for (float[] channel : out) {
            java.util.Arrays.fill(channel, 0);
        }
        gains.second(second);
        brain.background().add(out, rate, gains.of(Gains.Of.APERIODIC));
        for (var voice : brain.voices()) {
            if (voice.rhythm().fill(source, rate, gains.of(voice.gain()))) {
                mix(out, voice.rhythm().weights());
            }
        }
        periodic.add(out, second, rate);
        begin();
        for (var s : sounding) {
            sound(s);
            mix(out, s.part().field());
        }
        sounding.removeIf(s -> s.end() <= second + 1);
        mains.add(out);
        amplify(out);
        second++;
        return true;
    }

    private void begin() {
        while (nextEvent < score.events().size()
                && score.events().get(nextEvent).onset() < second + 1) {
            var event = score.events().get(nextEvent++);
            // what decays by itself is heard to its end, whatever the annotation's length
            double tail = event.sign().seizure() ? 0 : 0.6;
            for (var part : waves.of(event, study.findings().get(event.finding()))) {
                sounding.add(new Sounding(part, event.onset(), event.end() + tail));
            }
        }
    }

    private void sound(Sounding s) {
        var wave = s.part().wave();
        for (int i = 0; i < rate; i++) {
            double at = second + (double) i / rate;
            source[i] = at < s.onset() || at >= s.end() ? 0 : (float) wave.at(at - s.onset());
        }
    }

    private void mix(float[][] out, float[] field) {
        for (int e = 0; e < Electrodes.COUNT; e++) {
            float weight = field[e];
            if (weight != 0) {
                float[] channel = out[e];
                for (int i = 0; i < rate; i++) {
                    channel[i] += weight * source[i];
                }
            }
        }
    }

    /** A high-pass filter of first order, as every amplifier has one. */
    private void amplify(float[][] out) {
        double keep = StrictMath.exp(-2 * StrictMath.PI * AMPLIFIER_HZ / rate);
        double half = (1 + keep) / 2;
        for (int e = 0; e < Electrodes.COUNT; e++) {
            double x0 = before[e];
            double y0 = after[e];
            float[] channel = out[e];
            for (int i = 0; i < rate; i++) {
                double x = channel[i];
                y0 = keep * y0 + half * (x - x0);
                x0 = x;
                channel[i] = (float) y0;
            }
            before[e] = x0;
            after[e] = y0;
        }
    }
}
