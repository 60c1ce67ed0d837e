package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;

/** What every recording of a state shows: graphs of sleep, movements of the eyes, artefacts. */
final class Accompaniments {
    private Accompaniments() {}

    static List<Finding> of(Map<String, String> settings, Draws draws) {
        var states = EegKind.states(settings.get("state"));
        double duration = Details.number(settings.get("duration_s"));
        double much = StrictMath.exp(draws.normal(0, 0.3));
        double stretch = much * amount(settings.get("artefacts")) * duration / 60;
        var all = new ArrayList<Finding>();
        for (Sign sign : Sign.values()) {
            if (sign.group() != Sign.Group.SLEEP && !sign.artefact()) {
                continue;
            }
            boolean shown =
                    sign.states().stream().anyMatch(states::contains)
                            && !(sign == Sign.VERTEX_WAVES && states.equals(Set.of(Vigilance.N2)));
            double expected = aMinute(sign) * stretch;
            int count = (int) Math.floor(expected + draws.uniform());
            if (!shown) {
                continue;
            }
            if (!sign.artefact() || sign == Sign.EYE_BLINKS) {
                all.add(new Finding(sign.id(), Map.of())); // counted by the time of its states
            } else if (count > 0) {
                all.add(new Finding(sign.id(), Map.of("count", Integer.toString(count))));
            }
        }
        return all;
    }

    private static double amount(String artefacts) {
        return switch (artefacts) {
            case "none" -> 0;
            case "few" -> 0.3;
            case "many" -> 3;
            default -> 1;
        };
    }

    /** Assumptions. */
    private static double aMinute(Sign sign) {
        return switch (sign) {
            case LATERAL_EYE_MOVEMENTS -> 0.8;
            case MUSCLE_ARTEFACT -> 0.3;
            case MOVEMENT_ARTEFACT -> 0.05;
            case ELECTRODE_ARTEFACT -> 0.08;
            default -> 0;
        };
    }
}
