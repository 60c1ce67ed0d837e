package org.anamnesis.signals.eeg;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.code.StudyKind;
import org.anamnesis.problem.Problem;
import org.anamnesis.signals.AskedChecks;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;

/** All that cannot be made of what was asked, in the user's words. */
final class EegCheck {
    private final AskedStudy asked;
    private final StudyKind kind = EegKind.kind();
    private final List<Problem> problems = new ArrayList<>();

    private EegCheck(AskedStudy asked) {
        this.asked = asked;
    }

    static List<Problem> of(AskedStudy asked) {
        var check = new EegCheck(asked);
        check.problems.addAll(AskedChecks.ofValues(check.kind, asked));
        check.whole();
        if (check.problems.isEmpty()) {
            check.contradictions();
        }
        if (check.problems.isEmpty()) {
            check.states();
        }
        if (check.problems.isEmpty()) {
            check.room();
        }
        return List.copyOf(check.problems);
    }

    private void add(String code, String where, String message, String suggestion) {
        problems.add(new Problem("eeg." + code, where, message, suggestion));
    }

    /** Rates, durations of the recording and counts are whole numbers. */
    private void whole() {
        asked.settings()
                .forEach(
                        (id, value) -> {
                            if (id.equals("rate_hz") || id.equals("duration_s")) {
                                whole("setting.whole", id, value);
                            }
                        });
        Double seizures = asked.measurements().get("seizures");
        if (seizures != null && !Double.isNaN(seizures) && seizures != Math.rint(seizures)) {
            add(
                    "measurement.whole",
                    "seizures " + seizures,
                    "A part of a seizure cannot be recorded.",
                    Details.text(Math.rint(seizures), 0));
        }
        for (var finding : asked.findings()) {
            String count = finding.details().get("count");
            if (count != null) {
                whole("detail.whole", finding.id() + " count", count);
            }
        }
    }

    private void whole(String code, String name, String value) {
        double number = AskedChecks.number(value);
        if (Double.isFinite(number) && number != Math.rint(number)) {
            add(
                    code,
                    name + " " + value,
                    "This must be a whole number, not " + value + ".",
                    Details.text(Math.rint(number), 0));
        }
    }

    private void contradictions() {
        for (int i = 0; i < asked.findings().size(); i++) {
            for (int j = i + 1; j < asked.findings().size(); j++) {
                apart(asked.findings().get(i).id(), asked.findings().get(j).id());
            }
        }
        same("seizure_hz", "hz", Sign.ABSENCE_SEIZURE, Sign.FOCAL_SEIZURE);
        same("seizures", "count", Sign.ABSENCE_SEIZURE, Sign.FOCAL_SEIZURE);
        same("seizure_s", "duration_s", Sign.ABSENCE_SEIZURE, Sign.FOCAL_SEIZURE);
        same("suppression_pct", "ratio_pct", Sign.BURST_SUPPRESSION);
        same("spindle_hz", "hz", Sign.SLEEP_SPINDLES);
        Double hz = asked.measurements().get("seizure_hz");
        if (hz != null) {
            for (var f : asked.findings()) {
                var sign = Sign.of(f.id()).orElseThrow();
                if (sign.seizure()) {
                    var detail =
                            kind.finding(f.id()).orElseThrow().details().stream()
                                    .filter(d -> d.id().equals("hz"))
                                    .findFirst()
                                    .orElseThrow();
                    double low = detail.low().orElseThrow();
                    double high = detail.high().orElseThrow();
                    if (hz < low || hz > high) {
                        add(
                                "detail.limits",
                                "seizure_hz " + hz,
                                "A " + sign.id() + " of " + hz + " Hz cannot be made.",
                                Details.text(low, 1) + " to " + Details.text(high, 1) + " Hz");
                    }
                }
            }
        }
    }

    private void apart(String first, String second) {
        if (kind.apart(first, second)) {
            String one = kind.finding(first).orElseThrow().names().get(0);
            String other = kind.finding(second).orElseThrow().names().get(0);
            add(
                    "contradiction",
                    one + ", " + other,
                    "An EEG cannot show both: " + one + " and " + other + ".",
                    "one of the two");
        }
    }

    private void same(String measurement, String detail, Sign... signs) {
        Double value = asked.measurements().get(measurement);
        for (var f : asked.findings()) {
            String said = f.details().get(detail);
            if (value != null
                    && said != null
                    && List.of(signs).contains(Sign.of(f.id()).orElseThrow())
                    && Math.abs(Details.number(said) - value) > 0.05) {
                add(
                        "contradiction",
                        measurement + " " + Details.text(value, 2) + ", " + detail + " " + said,
                        "Two different numbers were asked for the same thing.",
                        "one of the two");
            }
        }
    }

    private void states() {
        var signs = new ArrayList<>(EegPlan.signs(asked.findings()));
        if (asked.measurements().containsKey("spindle_hz")) {
            signs.add(Sign.SLEEP_SPINDLES);
        }
        String state = asked.settings().get("state");
        if (state == null) {
            if (EegKind.stateFor(signs).isEmpty()) {
                add(
                        "contradiction",
                        String.join(", ", signs.stream().map(Sign::id).toList()),
                        "No state of the brain shows all of these findings.",
                        "two recordings");
            }
            state = EegKind.stateFor(signs).orElse("awake");
        } else {
            for (var sign : signs) {
                if (!EegKind.shows(state, sign)) {
                    add(
                            "contradiction",
                            state + ", " + sign.id(),
                            "In the state \""
                                    + state
                                    + "\" an EEG does not show "
                                    + kind.finding(sign.id()).orElseThrow().names().get(0)
                                    + ".",
                            "state " + String.join(" or ", EegKind.statesFor(sign)));
                }
            }
        }
        boolean alpha =
                asked.measurements().containsKey("alpha_hz")
                        || asked.measurements().containsKey("alpha_uv");
        if (alpha && !EegKind.states(state).contains(Vigilance.EYES_CLOSED)) {
            add(
                    "contradiction",
                    state + ", alpha",
                    "The posterior rhythm is seen in wakefulness with closed eyes, not in the state \""
                            + state
                            + "\".",
                    "state awake or eyes-closed");
        }
    }

    /**
     * Counts must fit into the time. Stages are drawn, so several plans are tried; a count that
     * only just fits one person is refused for all.
     */
    private void room() {
        Map<String, Integer> missing = new HashMap<>();
        for (int key = 0; key < 16; key++) {
            var person =
                    new Person(
                            0,
                            "",
                            "",
                            LocalDateTime.of(2000, 1, 1, 0, 0),
                            40,
                            true,
                            Map.of(),
                            Set.of(),
                            Set.of());
            var study = EegPlan.of(person, tighter(), key);
            for (var f : tighter().findings()) {
                int wanted = (int) Details.number(f, "count", 1);
                int made =
                        study.findings().stream()
                                .filter(g -> g.id().equals(f.id()))
                                .mapToInt(g -> (int) Details.number(g, "count", 1))
                                .max()
                                .orElse(0);
                if (made < wanted) {
                    missing.merge(f.id(), made, Math::min);
                }
            }
        }
        missing.forEach(
                (id, fit) ->
                        add(
                                "room",
                                kind.finding(id).orElseThrow().names().get(0),
                                "The recording of "
                                        + asked.settings()
                                                .getOrDefault(
                                                        "duration_s",
                                                        EegKind.standard("duration_s"))
                                        + " s is too short for it.",
                                fit > 0
                                        ? "at most " + (int) (fit / 1.1) + ", or a longer recording"
                                        : "a longer recording"));
    }

    /** A tenth more than was asked, so that every person's plan has room. */
    private AskedStudy tighter() {
        var findings = new ArrayList<Finding>();
        for (var f : asked.findings()) {
            var details = new HashMap<>(f.details());
            if (Sign.of(f.id()).orElseThrow().counted()) {
                Double seizures =
                        Sign.of(f.id()).orElseThrow().seizure()
                                ? asked.measurements().get("seizures")
                                : null;
                double count = Details.number(f, "count", seizures == null ? 1 : seizures);
                details.put("count", Details.text(count == 1 ? 1 : Math.ceil(count * 1.1), 0));
            }
            findings.add(new Finding(f.id(), details));
        }
        var measurements = new HashMap<>(asked.measurements());
        measurements.remove("seizures");
        return new AskedStudy(asked.kind(), asked.settings(), measurements, findings);
    }
}
