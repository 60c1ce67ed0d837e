package org.anamnesis.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.anamnesis.code.StudyKind;
import org.anamnesis.problem.Problem;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;

/**
 * What can be checked of any request by its catalogue alone: unknown names, values that are no
 * choice or out of limits, findings that exclude each other.
 */
public final class AskedChecks {
    private final StudyKind kind;
    private final List<Problem> problems = new ArrayList<>();

    private AskedChecks(StudyKind kind) {
        this.kind = kind;
    }

    /** All problems, in the order of settings, measurements, findings. */
    public static List<Problem> of(StudyKind kind, AskedStudy asked) {
        var checks = values(kind, asked);
        checks.exclusions(asked.findings());
        return checks.problems;
    }

    /** The same without what findings say of each other: for kinds that show one several times. */
    public static List<Problem> ofValues(StudyKind kind, AskedStudy asked) {
        return values(kind, asked).problems;
    }

    private static AskedChecks values(StudyKind kind, AskedStudy asked) {
        var checks = new AskedChecks(kind);
        asked.settings().forEach(checks::setting);
        asked.measurements().forEach(checks::measurement);
        asked.findings().forEach(checks::finding);
        return checks;
    }

    private void add(String code, String where, String message, String suggestion) {
        problems.add(new Problem(kind.id() + "." + code, where, message, suggestion));
    }

    private void setting(String id, String value) {
        var setting = kind.setting(id);
        if (setting.isEmpty()) {
            add(
                    "setting.unknown",
                    id,
                    "There is no setting of this name.",
                    names(kind.settings().stream().map(StudyKind.Setting::id).toList()));
            return;
        }
        value("setting", setting.get(), value, setting.get().names().get(0));
    }

    private void value(String what, StudyKind.Setting setting, String value, String name) {
        String where = name + " " + value;
        if (!setting.choices().isEmpty()) {
            if (!setting.allows(value)) {
                add(
                        what + ".choice",
                        where,
                        "The %s cannot be \"%s\".".formatted(name, value),
                        setting.offer() + unit(setting.unit()));
            }
        } else if (setting.low().isPresent()) {
            double low = setting.low().getAsDouble();
            double high = setting.high().orElse(Double.MAX_VALUE);
            double number = number(value);
            if (!(number >= low && number <= high)) {
                add(
                        what + ".limits",
                        where,
                        "The %s cannot be %s%s."
                                .formatted(
                                        name,
                                        value,
                                        Double.isNaN(number) ? "" : unit(setting.unit())),
                        "%s to %s%s".formatted(text(low), text(high), unit(setting.unit())));
            }
        }
    }

    private void measurement(String id, double value) {
        var measurement = kind.measurement(id);
        if (measurement.isEmpty()) {
            add(
                    "measurement.unknown",
                    id,
                    "There is no measurement of this name.",
                    names(kind.measurements().stream().map(m -> m.names().get(0)).toList()));
            return;
        }
        var m = measurement.get();
        if (!(value >= m.low() && value <= m.high())) {
            add(
                    "measurement.limits",
                    m.names().get(0) + " " + text(value) + unit(m.unit()),
                    "A %s of %s%s cannot be made."
                            .formatted(m.names().get(0), text(value), unit(m.unit())),
                    "%s to %s%s".formatted(text(m.low()), text(m.high()), unit(m.unit())));
        }
    }

    private void finding(Finding finding) {
        var shown = kind.finding(finding.id());
        if (shown.isEmpty()) {
            add(
                    "finding.unknown",
                    finding.id(),
                    "There is no finding of this name.",
                    names(kind.findings().stream().map(f -> f.names().get(0)).toList()));
            return;
        }
        for (Map.Entry<String, String> detail : finding.details().entrySet()) {
            var known =
                    shown.get().details().stream()
                            .filter(d -> d.id().equals(detail.getKey()))
                            .findFirst();
            if (known.isEmpty()) {
                var all = shown.get().details().stream().map(StudyKind.Setting::id).toList();
                add(
                        "detail.unknown",
                        shown.get().names().get(0) + " " + detail.getKey(),
                        "Nothing of this name can be said of %s."
                                .formatted(shown.get().names().get(0)),
                        all.isEmpty() ? "leave it out" : names(all));
            } else {
                value(
                        "detail",
                        known.get(),
                        detail.getValue(),
                        shown.get().names().get(0) + " " + known.get().names().get(0));
            }
        }
    }

    private void exclusions(List<Finding> findings) {
        List<StudyKind.Shown> shown =
                findings.stream().flatMap(f -> kind.finding(f.id()).stream()).toList();
        for (int i = 0; i < shown.size(); i++) {
            for (int j = 0; j < i; j++) {
                var a = shown.get(j);
                var b = shown.get(i);
                if (a.id().equals(b.id())) {
                    if (!findings.get(j).equals(findings.get(i))) {
                        add(
                                "finding.twice",
                                a.names().get(0),
                                "One study shows %s once.".formatted(a.names().get(0)),
                                "say it once, or ask for two studies");
                    }
                } else if (kind.apart(a.id(), b.id())) {
                    add(
                            "finding.contradiction",
                            a.names().get(0) + ", " + b.names().get(0),
                            "%s and %s exclude each other."
                                    .formatted(capital(a.names().get(0)), b.names().get(0)),
                            "ask for one of them");
                }
            }
        }
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** NaN where it is none. */
    public static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A number without needless decimals. */
    public static String text(double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e15
                ? String.valueOf((long) x)
                : String.valueOf(Math.round(x * 1000) / 1000.0);
    }

    private static String unit(String unit) {
        return unit.isEmpty() || unit.startsWith("{")
                ? ""
                : unit.startsWith("/") ? unit : " " + unit;
    }

    private static String names(List<String> names) {
        return names.stream().limit(40).collect(Collectors.joining(", "));
    }
}
