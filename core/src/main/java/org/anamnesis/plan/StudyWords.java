package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.spec.StudyOrder;

/**
 * Recordings and images in words: "CT of 50 % of those with lung cancer, 30 % with lung nodule
 * (diameter 9 mm)".
 */
public final class StudyWords {
    private StudyWords() {}

    public static String of(StudyOrder order) {
        List<String> all = new ArrayList<>();
        all.add(name(order.kind()) + " of " + people(order));
        all.addAll(details(order));
        return String.join(", ", all);
    }

    /** What is said anew of studies that were asked for before, whoever has them. */
    public static String change(StudyOrder order) {
        List<String> all = details(order);
        return all.isEmpty() ? of(order) : name(order.kind()) + ": " + String.join(", ", all);
    }

    private static List<String> details(StudyOrder order) {
        Optional<StudyKind> kind = StudyKinds.find(order.kind());
        List<String> all = new ArrayList<>();
        order.settings().forEach((id, v) -> all.add(setting(kind, id, v)));
        order.measurements().forEach((id, v) -> all.add(measured(kind, id, v)));
        for (StudyOrder.Shown f : order.findings()) {
            boolean told =
                    order.findings().stream()
                            .anyMatch(
                                    o ->
                                            !o.equals(f)
                                                    && f.details().isEmpty()
                                                    && o.finding().equals(f.finding()));
            if (!told) { // "make it 60 ml" takes the place of what was said before
                all.add(finding(kind, f));
            }
        }
        return all;
    }

    /** "ECG", for people. */
    public static String name(String kind) {
        return StudyKinds.find(kind).map(k -> k.names().get(0)).orElse(kind);
    }

    private static String people(StudyOrder order) {
        String share = order.percent() >= 100 ? "" : Shares.number(order.percent()) + " % of ";
        if (order.among().isEmpty()) {
            return share.isEmpty() ? "everyone" : share + "the patients";
        }
        return share
                + "those with "
                + order.among().stream().map(Words::of).collect(Collectors.joining(" and "));
    }

    private static String setting(Optional<StudyKind> kind, String id, String value) {
        return kind.flatMap(k -> k.setting(id)).map(s -> said(s, value)).orElse(id + " " + value);
    }

    private static String said(StudyKind.Setting s, String value) {
        boolean counted = s.unit().isEmpty() || s.unit().startsWith("{");
        String unit = counted ? "" : " " + OwnWords.plain(s.unit());
        boolean one = s.parts().isEmpty() || s.choices().contains(value);
        String said = one ? value : String.join(", ", s.parts(value).orElse(List.of(value)));
        String all = String.join(" to ", StudyOrder.Shown.ends(said));
        return s.names().get(0) + " " + all + unit;
    }

    private static String measured(Optional<StudyKind> kind, String id, double value) {
        return kind.flatMap(k -> k.measurement(id))
                .map(
                        m ->
                                "%s %s %s"
                                        .formatted(
                                                m.names().get(0),
                                                Shares.number(value),
                                                m.unit().equals("1")
                                                        ? ""
                                                        : OwnWords.plain(m.unit()))
                                        .strip())
                .orElse(id + " " + Shares.number(value));
    }

    /** "30 % with lung nodule (diameter 9 mm)". */
    public static String of(StudyOrder.Shown shown, String kind) {
        return finding(StudyKinds.find(kind), shown);
    }

    private static String finding(Optional<StudyKind> kind, StudyOrder.Shown shown) {
        Optional<StudyKind.Shown> known = kind.flatMap(k -> k.finding(shown.finding()));
        String name = known.map(f -> f.names().get(0)).orElse(shown.finding());
        List<String> details = new ArrayList<>();
        for (Map.Entry<String, String> e : shown.details().entrySet()) {
            details.add(
                    known.flatMap(
                                    f ->
                                            f.details().stream()
                                                    .filter(d -> d.id().equals(e.getKey()))
                                                    .findFirst())
                            .map(d -> said(d, e.getValue()))
                            .orElse(e.getKey() + " " + e.getValue()));
        }
        String with = details.isEmpty() ? "" : " (" + String.join(", ", details) + ")";
        if (shown.percent() <= 0) {
            return "none with " + name;
        }
        String share = shown.percent() >= 100 ? "all" : Shares.number(shown.percent()) + " %";
        return (shown.beside() ? "the same" : share) + " with " + name + with;
    }
}
