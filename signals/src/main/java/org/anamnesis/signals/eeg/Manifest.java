package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.study.Study;

/** Lines of {@code manifest.csv}: what an outside reader is to find in a file. */
final class Manifest {
    static final List<String> COLUMNS =
            List.of("record", "state", "alpha_hz", "conditions", "seizure_hz", "age");

    /** Readers look for the posterior rhythm from 7 Hz up. */
    private static final double LOWEST_ALPHA = 7.3;

    private Manifest() {}

    static List<String> row(Study study, String file) {
        var conditions = new ArrayList<String>();
        String seizure = "";
        boolean slow = false;
        for (var f : study.findings()) {
            switch (Sign.of(f.id()).orElseThrow()) {
                case ABSENCE_SEIZURE -> {
                    conditions.add("SPIKE_WAVE");
                    seizure = f.details().get("hz");
                }
                case EYE_BLINKS -> conditions.add("BLINKS");
                case SLEEP_SPINDLES -> conditions.add("SPINDLES");
                case GENERALIZED_SLOWING -> {
                    conditions.add("SLOWING");
                    slow = true;
                }
                default -> {
                    // not claimed here: tests of the project's own look at the rest
                }
            }
        }
        Double alpha = study.measurements().get("alpha_hz");
        boolean closed = study.settings().get("state").equals("eyes-closed");
        boolean claimed = closed && !slow && alpha != null && alpha >= LOWEST_ALPHA;
        return List.of(
                file,
                state(study.settings().get("state")),
                claimed ? Details.text(alpha, 1) : "",
                String.join(";", conditions),
                seizure,
                Details.text(study.person().age(), 0));
    }

    private static String state(String setting) {
        return switch (setting) {
            case "sleep" -> "N2";
            case "awake", "coma" -> "W";
            default -> EegKind.states(setting).iterator().next().manifest();
        };
    }
}
