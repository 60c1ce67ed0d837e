package org.anamnesis.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.problem.Problem;

/**
 * Whether every kind, setting, measurement and finding of the studies asked for is known and
 * possible; what only the maker of the files can tell is asked there.
 */
final class StudyCheck {
    private final List<Problem> problems;

    StudyCheck(List<Problem> problems) {
        this.problems = problems;
    }

    void check(StudyOrder order) {
        Optional<StudyKind> known = StudyKinds.find(order.kind());
        if (known.isEmpty()) {
            add(
                    "spec.study.unknown",
                    order.kind(),
                    "There is no recording or image of this kind.",
                    StudyKinds.bundled().stream()
                            .map(StudyKind::id)
                            .collect(Collectors.joining(", ")));
            return;
        }
        StudyKind kind = known.get();
        order.settings()
                .forEach(
                        (id, value) -> {
                            if (!id.equals(StudyOrder.FILES)) {
                                setting(kind.settings(), id, value);
                            }
                        });
        order.measurements().forEach((id, value) -> measurement(kind, id, value));
        share(kind.names().get(0), order.percent());
        order.findings().forEach(f -> finding(kind, f));
        exclusive(kind, order.findings());
    }

    private void finding(StudyKind kind, StudyOrder.Shown shown) {
        Optional<StudyKind.Shown> found = kind.finding(shown.finding());
        if (found.isEmpty()) {
            add(
                    "spec.study.finding.unknown",
                    shown.finding(),
                    "No %s here shows a finding of this name.".formatted(kind.names().get(0)),
                    kind.findings().stream()
                            .map(StudyKind.Shown::id)
                            .collect(Collectors.joining(", ")));
            return;
        }
        share(name(kind, shown), shown.percent());
        shown.details().forEach((id, value) -> setting(found.get().details(), id, value));
    }

    private void share(String of, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            add(
                    "spec.study.share",
                    "%s in %s %%".formatted(of, Phrase.number(percent)),
                    "A share lies between 0 and 100 %.",
                    "0 to 100 %");
        }
    }

    private void setting(List<StudyKind.Setting> of, String id, String value) {
        Optional<StudyKind.Setting> found = of.stream().filter(s -> s.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            add(
                    "spec.study.setting.unknown",
                    id,
                    "There is nothing of this name to be set here.",
                    of.stream().map(StudyKind.Setting::id).collect(Collectors.joining(", ")));
            return;
        }
        StudyKind.Setting s = found.get();
        if (!s.choices().isEmpty()) {
            if (!s.allows(value)) {
                add(
                        "spec.study.setting.choice",
                        s.names().get(0) + " " + value,
                        "This is none of the possible choices.",
                        s.offer());
            }
            return;
        }
        double low = s.low().orElse(Double.NEGATIVE_INFINITY);
        double high = s.high().orElse(Double.POSITIVE_INFINITY);
        for (String end : StudyOrder.Shown.ends(value)) {
            if ((s.low().isPresent() || s.high().isPresent()) && !within(end, low, high)) {
                range(s.names().get(0), end, s.unit(), low, high);
            }
        }
    }

    private static boolean within(String value, double low, double high) {
        try {
            double v = Double.parseDouble(value);
            return v >= low && v <= high;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void measurement(StudyKind kind, String id, double value) {
        Optional<StudyKind.Measurement> found = kind.measurement(id);
        if (found.isEmpty()) {
            add(
                    "spec.study.measurement.unknown",
                    id,
                    "Nothing of this name is measured here.",
                    kind.measurements().stream()
                            .map(StudyKind.Measurement::id)
                            .collect(Collectors.joining(", ")));
        } else if (!(value >= found.get().low() && value <= found.get().high())) {
            StudyKind.Measurement m = found.get();
            range(m.names().get(0), Phrase.number(value), m.unit(), m.low(), m.high());
        }
    }

    private void range(String name, String value, String unit, double low, double high) {
        add(
                "spec.study.range",
                (name + " " + value + " " + unit).strip(),
                "This lies outside of what can be made.",
                "%s to %s %s".formatted(Phrase.number(low), Phrase.number(high), unit).strip());
    }

    /** Findings that cannot be there at once, asked of shares that leave no room for both. */
    private void exclusive(StudyKind kind, List<StudyOrder.Shown> all) {
        for (int a = 0; a < all.size(); a++) {
            for (int b = a + 1; b < all.size(); b++) {
                StudyOrder.Shown x = all.get(a);
                StudyOrder.Shown y = all.get(b);
                boolean together =
                        all.subList(a + 1, b + 1).stream().allMatch(StudyOrder.Shown::beside);
                boolean meet = together ? x.percent() > 0 : x.percent() + y.percent() > 100;
                if (meet && apart(kind, x, y)) {
                    add(
                            "spec.study.contradiction",
                            name(kind, x) + " and " + name(kind, y),
                            "One study cannot show both.",
                            "one of the two, or shares that add up to 100 % at most");
                }
            }
        }
    }

    private static boolean apart(StudyKind kind, StudyOrder.Shown x, StudyOrder.Shown y) {
        return x.sides().stream()
                .anyMatch(
                        a ->
                                y.sides().stream()
                                        .anyMatch(b -> kind.apart(x.finding(), a, y.finding(), b)));
    }

    private static String name(StudyKind kind, StudyOrder.Shown shown) {
        return kind.finding(shown.finding()).orElseThrow().names().get(0);
    }

    private void add(String code, String where, String message, String suggestion) {
        problems.add(new Problem(code, where, message, suggestion));
    }
}
