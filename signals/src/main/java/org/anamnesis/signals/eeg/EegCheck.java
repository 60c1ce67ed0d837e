package org.anamnesis.signals.eeg;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.code.StudyKind;
import org.anamnesis.problem.Problem;
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
        check.settings();
        check.measurements();
        check.findings();
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

    private void settings() {
        asked.settings()
                .forEach(
                        (id, value) ->
                                kind.setting(id)
                                        .ifPresentOrElse(
                                                s -> value("setting", s, value),
                                                () ->
                                                        unknown(
                                                                "setting",
                                                                id,
                                                                kind.settings().stream()
                                                                        .map(StudyKind.Setting::id)
                                                                        .toList())));
    }

    private void unknown(String what, String id, List<String> known) {
        add(
                what,
                id,
                "An EEG has no " + what + " \"" + id + "\".",
                "one of: " + String.join(", ", known));
    }

    /** A choice, or a number between limits; rates, durations and counts are whole. */
    private void value(String what, StudyKind.Setting setting, String value) {
        String where = setting.id() + " " + value;
        if (!setting.choices().isEmpty()) {
            if (!setting.choices().contains(value)) {
                add(
                        what,
                        where,
                        "\"" + value + "\" is no " + setting.names().get(0) + " of an EEG.",
                        "one of: " + String.join(", ", setting.choices()));
            }
            return;
        }
        double low = setting.low().orElse(Double.NEGATIVE_INFINITY);
        double high = setting.high().orElse(Double.POSITIVE_INFINITY);
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!(number >= low && number <= high)) {
            add(
                    what,
                    where,
                    "The " + setting.names().get(0) + " of " + value + " cannot be made.",
                    between(low, high, setting.unit()));
        } else if (number != Math.rint(number)
                && Set.of("rate_hz", "duration_s", "count").contains(setting.id())
                && !what.equals("detail of length")) {
            add(
                    what,
                    where,
                    "The " + setting.names().get(0) + " must be a whole number, not " + value + ".",
                    Details.text(Math.rint(number), 0));
        }
    }

    private static String between(double low, double high, String unit) {
        String name = unit.equals("1") ? "" : " " + unit;
        return Details.text(low, 2) + " to " + Details.text(high, 2) + name;
    }

    private void measurements() {
        asked.measurements()
                .forEach(
                        (id, value) -> {
                            var m = kind.measurement(id);
                            if (m.isEmpty()) {
                                unknown(
                                        "measurement",
                                        id,
                                        kind.measurements().stream()
                                                .map(StudyKind.Measurement::id)
                                                .toList());
                            } else if (!(value >= m.get().low() && value <= m.get().high())) {
                                add(
                                        "measurement",
                                        m.get().names().get(0) + " " + value,
                                        "No EEG has a "
                                                + m.get().names().get(0)
                                                + " of "
                                                + value
                                                + " "
                                                + m.get().unit()
                                                + ".",
                                        between(m.get().low(), m.get().high(), m.get().unit()));
                            } else if (id.equals("seizures") && value != Math.rint(value)) {
                                add(
                                        "measurement",
                                        "seizures " + value,
                                        "A part of a seizure cannot be recorded.",
                                        Details.text(Math.rint(value), 0));
                            }
                        });
    }

    private void findings() {
        for (var finding : asked.findings()) {
            var shown = kind.finding(finding.id());
            if (shown.isEmpty()) {
                unknown(
                        "finding",
                        finding.id(),
                        kind.findings().stream().map(StudyKind.Shown::id).toList());
                continue;
            }
            finding.details()
                    .forEach(
                            (id, value) ->
                                    shown.get().details().stream()
                                            .filter(d -> d.id().equals(id))
                                            .findFirst()
                                            .ifPresentOrElse(
                                                    d ->
                                                            value(
                                                                    id.equals("duration_s")
                                                                            ? "detail of length"
                                                                            : "detail",
                                                                    d,
                                                                    value),
                                                    () ->
                                                            unknown(
                                                                    "detail of " + finding.id(),
                                                                    id,
                                                                    shown.get().details().stream()
                                                                            .map(
                                                                                    StudyKind
                                                                                                    .Setting
                                                                                            ::id)
                                                                            .toList())));
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
                    value("detail", detail, Double.toString(hz));
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
