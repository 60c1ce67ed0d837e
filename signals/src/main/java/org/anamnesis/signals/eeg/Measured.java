package org.anamnesis.signals.eeg;

import java.util.Map;
import org.anamnesis.study.Study;

/** The measurements that follow from the events of a study. */
final class Measured {
    private Measured() {}

    static void of(Study study, Map<String, Double> measured) {
        var score = Score.of(study);
        double duration = Details.number(study.settings().get("duration_s"));
        int seizures = 0;
        int spikes = 0;
        double longest = 0;
        double bursts = 0;
        boolean suppressed = false;
        for (var e : score.events()) {
            if (e.sign().seizure()) {
                seizures++;
                longest = Math.max(longest, e.duration());
            } else if (e.sign() == Sign.FOCAL_SPIKES || e.sign() == Sign.FOCAL_SHARP_WAVES) {
                spikes++;
            } else if (e.sign() == Sign.BURST_SUPPRESSION) {
                suppressed = true;
                bursts += e.duration();
            }
        }
        for (var f : study.findings()) {
            var sign = Sign.of(f.id()).orElseThrow();
            if (sign.seizure()) {
                measured.putIfAbsent("seizure_hz", Details.number(f, "hz", 3));
            } else if (sign == Sign.SLEEP_SPINDLES) {
                measured.put("spindle_hz", Details.number(f, "hz", 13));
            }
        }
        if (seizures > 0) {
            measured.put("seizures", (double) seizures);
            measured.put("seizure_s", longest);
        }
        if (spikes > 0) {
            measured.put("spikes_h", spikes * 3600 / duration);
        }
        if (suppressed) {
            measured.put("suppression_pct", 100 * (1 - bursts / duration));
        }
    }
}
