package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;

/** Settles every detail of every finding: asked, else drawn. */
final class Detailing {
    private final Person person;
    private final AskedStudy asked;
    private final double duration;
    private final String state;
    private final Draws draws;
    private final String side;
    private final String lobe;

    private Detailing(
            List<Finding> findings,
            Person person,
            AskedStudy asked,
            Map<String, String> settings,
            Draws draws) {
        this.person = person;
        this.asked = asked;
        this.duration = Details.number(settings.get("duration_s"));
        this.state = settings.get("state");
        this.draws = draws;
        String drawnSide = draws.chance(0.5) ? "left" : "right";
        // temporal is the most frequent; the shares are assumptions
        double u = draws.uniform();
        String drawnLobe =
                u < 0.65
                        ? "temporal"
                        : u < 0.85
                                ? "frontal"
                                : u < 0.91 ? "central" : u < 0.96 ? "parietal" : "occipital";
        // one brain has one focus unless another is asked for
        this.side = first(findings, "side", drawnSide);
        this.lobe = first(findings, "lobe", drawnLobe);
    }

    private static String first(List<Finding> findings, String detail, String otherwise) {
        return findings.stream()
                .map(f -> f.details().getOrDefault(detail, ""))
                .filter(d -> !d.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    static List<Finding> all(
            List<Finding> findings,
            Person person,
            AskedStudy asked,
            Map<String, String> settings,
            Draws draws) {
        var detailing = new Detailing(findings, person, asked, settings, draws);
        var all = new ArrayList<Finding>();
        for (var finding : findings) {
            var details = new TreeMap<String, String>();
            Sign.of(finding.id()).ifPresent(s -> detailing.fill(s, details));
            details.putAll(finding.details());
            all.add(new Finding(finding.id(), details));
        }
        return all;
    }

    private void fill(Sign sign, Map<String, String> details) {
        var kind = EegKind.kind().finding(sign.id()).orElseThrow();
        for (var detail : kind.details()) {
            String value =
                    switch (detail.id()) {
                        case "side" -> side;
                        case "lobe" -> lobe;
                        case "onset" -> onset();
                        case "severity" ->
                                List.of("mild", "moderate", "moderate", "severe")
                                        .get(draws.index(4));
                        case "shape" -> draws.chance(0.5) ? "sharp" : "triphasic";
                        case "electrode" -> detail.choices().get(draws.index(Electrodes.SCALP));
                        case "ratio_pct" ->
                                Details.text(
                                        asked.measurements()
                                                .getOrDefault(
                                                        "suppression_pct",
                                                        Math.rint(draws.uniform(55, 90))),
                                        0);
                        case "hz" -> Details.text(hz(sign), 1);
                        case "duration_s" -> Details.text(length(sign), 1);
                        default -> Integer.toString(Math.max(1, count(sign)));
                    };
            details.put(detail.id(), value);
        }
    }

    /**
     * Rhythmic theta at the onset was seen in temporal seizures alone, repeated spikes told those
     * of the lateral frontal lobe (Foldvary et al. 2001, 486 seizures); the shares are assumptions.
     */
    private String onset() {
        double spikes =
                switch (lobe) {
                    case "temporal" -> 0;
                    case "frontal" -> 0.8;
                    default -> 0.5;
                };
        return draws.uniform() < spikes ? "spikes" : "rhythm";
    }

    private double hz(Sign sign) {
        var m = asked.measurements();
        return switch (sign) {
            case ABSENCE_SEIZURE ->
                    m.getOrDefault("seizure_hz", between(draws.normal(3.1, 0.2), 2.6, 3.8));
            case GENERALIZED_SPIKE_WAVE -> between(draws.normal(3.3, 0.3), 2.6, 4);
            case FOCAL_SEIZURE ->
                    // Ebersole, Pacia 1996: 5 to 9 Hz
                    m.getOrDefault("seizure_hz", draws.uniform(5, 8.5));
            case FOCAL_SLOWING -> draws.uniform(1.2, 2.8);
            case GENERALIZED_SLOWING -> draws.uniform(4.5, 6.5);
            case EXCESS_BETA -> draws.uniform(18, 24);
            case SLEEP_SPINDLES ->
                    // faster with age: Nicolas et al. 2001, doi:10.1016/s1388-2457(00)00556-3
                    m.getOrDefault(
                            "spindle_hz",
                            between(
                                    draws.normal(12.9 + 0.01 * Math.min(70, person.age()), 0.4),
                                    11.6,
                                    15));
            default -> draws.uniform(0.8, 1.4); // periodic discharges
        };
    }

    private double length(Sign sign) {
        Double wanted = sign.seizure() ? asked.measurements().get("seizure_s") : null;
        if (wanted != null) {
            return wanted;
        }
        return switch (sign) {
            case ABSENCE_SEIZURE ->
                    // Dlugos et al. 2013: median 10.8 s
                    between(10.8 * StrictMath.exp(draws.normal(0, 0.4)), 4, duration / 4);
            case FOCAL_SEIZURE ->
                    between(
                            // assumption
                            (lobe.equals("frontal") ? 35 : 70)
                                    * StrictMath.exp(draws.normal(0, 0.3)),
                            20,
                            Math.min(150, Math.max(20, duration * 0.5 - 10)));
            default -> draws.uniform(1.2, 2);
        };
    }

    private int count(Sign sign) {
        double minutes = duration / 60;
        Double wanted =
                switch (sign) {
                    case ABSENCE_SEIZURE, FOCAL_SEIZURE -> asked.measurements().get("seizures");
                    case FOCAL_SPIKES, FOCAL_SHARP_WAVES -> {
                        Double rate = asked.measurements().get("spikes_h");
                        yield rate == null ? null : rate * duration / 3600;
                    }
                    default -> null;
                };
        if (wanted != null) {
            return (int) Math.rint(wanted);
        }
        double spread = StrictMath.exp(draws.normal(0, 0.35));
        double expected =
                switch (sign) {
                    // Dlugos et al. 2013: median 5 in an hour
                    case ABSENCE_SEIZURE -> 5 * spread * minutes / 60;
                    // Selvitelli et al. 2010, J Clin Neurophysiol 27: median 10 an hour
                    case FOCAL_SPIKES, FOCAL_SHARP_WAVES ->
                            Math.max(3, 10 * spread * spread * minutes / 60);
                    case GENERALIZED_SPIKE_WAVE -> Math.max(2, 6 * spread * minutes / 60);
                    case SLEEP_SPINDLES ->
                            // fewer with age: Nicolas et al. 2001; the level is an assumption
                            minutes
                                    * share(Vigilance.N2)
                                    * between(5.5 - 0.035 * person.age(), 2, 6)
                                    * spread;
                    case K_COMPLEXES -> minutes * share(Vigilance.N2) * 1.3 * spread;
                    case VERTEX_WAVES -> minutes * share(Vigilance.N1) * 3 * spread;
                    // 17 a minute at rest: Bentivoglio et al. 1997, doi:10.1002/mds.870120629
                    case EYE_BLINKS -> minutes * share(Vigilance.EYES_OPEN) * 17 * spread;
                    default -> 1;
                };
        return (int) Math.rint(expected);
    }

    /** Share of the recording in a state, about. */
    private double share(Vigilance part) {
        var states = EegKind.states(state);
        if (states.size() == 1 || !states.contains(part)) {
            return states.contains(part) ? 1 : 0;
        }
        return switch (part) {
            case N2 -> 0.5;
            case N1 -> 0.07;
            case EYES_OPEN -> 0.16;
            default -> 0.2;
        };
    }

    private static double between(double value, double low, double high) {
        return Math.max(low, Math.min(Math.max(low, high), value));
    }
}
