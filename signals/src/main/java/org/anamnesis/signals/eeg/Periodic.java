package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;

/**
 * Periodic discharges: the same wave at nearly regular intervals from the first second to the last
 * (Hirsch et al. 2021, doi:10.1097/WNP.0000000000000806: uniform in shape and duration, with a
 * clear interval between them).
 */
final class Periodic {
    private final List<Train> trains = new ArrayList<>();

    Periodic(Study study, Fields fields) {
        for (var finding : study.findings()) {
            var sign = Sign.of(finding.id());
            if (sign.filter(s -> s == Sign.LATERALIZED_PERIODIC_DISCHARGES).isPresent()) {
                var field = fields.focal(finding, 24);
                trains.add(new Train(finding, field, field, study.key()));
            } else if (sign.filter(s -> s == Sign.GENERALIZED_PERIODIC_DISCHARGES).isPresent()) {
                trains.add(
                        new Train(
                                finding,
                                fields.pair("periodic front", 0.4, 0.85, 0.36, 26),
                                fields.pair("periodic back", 0.45, -0.6, 0.65, 36),
                                study.key()));
            }
        }
    }

    void add(float[][] out, long second, int rate) {
        trains.forEach(t -> t.add(out, second, rate));
    }

    private static final class Train {
        private static final double LAG = 0.06; // from front to back, of triphasic waves

        private final float[] front;
        private final float[] back;
        private final boolean triphasic;
        private final double interval;
        private final double size;
        private final Draws draws;
        private final List<Double> onsets = new ArrayList<>();
        private double next = 0.4;

        Train(Finding finding, float[] front, float[] back, long key) {
            this.front = front;
            this.back = back;
            this.triphasic = Details.text(finding, "shape", "sharp").equals("triphasic");
            this.interval = 1 / Details.number(finding, "hz", 1);
            this.draws = Draws.of(key, "periodic " + finding.id());
            this.size = draws.uniform(70, 120);
        }

        void add(float[][] out, long second, int rate) {
            while (next < second + 1) {
                onsets.add(next);
                next += interval * (1 + 0.06 * Math.max(-2, Math.min(2, draws.normal())));
            }
            onsets.removeIf(o -> o + 1 < second);
            for (int i = 0; i < rate; i++) {
                double at = second + (double) i / rate;
                double first = 0;
                double later = 0;
                for (double onset : onsets) {
                    if (at >= onset && at < onset + 0.9) {
                        first += shape(at - onset);
                        later += triphasic ? shape(at - onset - LAG) : 0;
                    }
                }
                if (first != 0 || later != 0) {
                    for (int e = 0; e < Electrodes.COUNT; e++) {
                        out[e][i] += (float) (first * front[e] + 0.6 * later * back[e]);
                    }
                }
            }
        }

        private double shape(double t) {
            double wide = Math.min(1, interval / 0.7);
            if (triphasic) {
                return size
                        * (-0.35 * Shapes.bell(t, 0.1, 0.03 * wide, 0.03 * wide)
                                + Shapes.bell(t, 0.1 + 0.12 * wide, 0.04 * wide, 0.05 * wide)
                                - 0.5 * Shapes.bell(t, 0.1 + 0.34 * wide, 0.08 * wide, 0.1 * wide));
            }
            return size * Shapes.discharge(t, 0.028, 0.3);
        }
    }
}
