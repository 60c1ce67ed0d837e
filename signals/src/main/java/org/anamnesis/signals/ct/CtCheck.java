package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.problem.Problem;
import org.anamnesis.signals.AskedChecks;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;

/** All that is wrong with what was asked of CTs, said before any is made. */
final class CtCheck {
    static final StudyKind KIND = StudyKinds.find("ct").orElseThrow();

    /** Details that follow from the others and from the body. */
    private static final Set<String> SETTLED = Set.of("x_mm", "y_mm", "z_mm", "level_mm");

    private static final Set<String> FOLLOWS = Set.of("width_mm", "depth_mm");

    private final List<Problem> problems = new ArrayList<>();
    private final AskedStudy asked;

    CtCheck(AskedStudy asked) {
        this.asked = asked;
    }

    List<Problem> problems() {
        AskedChecks.ofValues(KIND, asked).stream().map(CtCheck::explained).forEach(problems::add);
        asked.measurements().keySet().forEach(this::measurement);
        String region = CtPlan.region(asked);
        asked.findings().forEach(f -> finding(f, region));
        repeated();
        thickSlices();
        doseAndNoise();
        disagreements(region);
        return List.copyOf(problems);
    }

    /** Why a limit is one, where that is not plain. */
    private static Problem explained(Problem p) {
        boolean large =
                p.code().equals("ct.detail.limits")
                        && p.where().startsWith("lung nodule diameter")
                        && p.suggestion().endsWith("30 mm")
                        && !p.where().contains("-");
        return large
                ? new Problem(
                        p.code(),
                        p.where(),
                        p.message()
                                + " A nodule is at most 30 mm across; what is larger is a mass, and what"
                                + " is larger than the lung cannot be in it.",
                        p.suggestion())
                : p;
    }

    private void measurement(String id) {
        if (FOLLOWS.contains(id)) {
            add(
                    "ct.measurement.follows",
                    id,
                    "The size of the body in the images follows from height and weight.",
                    "ask for height, weight or body mass index");
        } else if (id.equals(Midline.MEASURED)
                && CtPlan.region(asked).equals("head")
                && asked.findings().isEmpty()
                && asked.measurements().get(id) > 0) {
            add(
                    "ct.measurement.cause",
                    "midline shift",
                    "Something has to push the midline.",
                    "with an epidural, subdural or intracerebral haemorrhage or an ischaemic stroke");
        } else if (id.equals(Midline.MEASURED) && !CtPlan.region(asked).equals("head")) {
            add(
                    "ct.measurement.region",
                    "midline shift",
                    "This is measured in CTs of the head only.",
                    "a CT of the head");
        } else if ((id.equals("liver_hu") || id.equals("aorta_mm"))
                && !CtPlan.region(asked).equals("abdomen")) {
            add(
                    "ct.measurement.region",
                    id,
                    "This is measured in CTs of the abdomen only.",
                    "region abdomen");
        }
    }

    private void finding(Finding f, String region) {
        Optional<StudyKind.Shown> shown = KIND.finding(f.id());
        if (shown.isEmpty()) {
            return;
        }
        if (!CtPlan.regionOf(f.id()).equals(region)) {
            add(
                    "ct.finding.region",
                    f.id(),
                    "A CT of the %s does not show this.".formatted(region),
                    "region "
                            + CtPlan.regionOf(f.id())
                            + ", or one of "
                            + list(
                                    KIND.findings().stream()
                                            .map(StudyKind.Shown::id)
                                            .filter(id -> CtPlan.regionOf(id).equals(region))
                                            .toList()));
        }
        f.details().keySet().forEach(id -> settled(f, shown.get(), id));
        if (StudyKind.BOTH.equals(f.details().get(StudyKind.SIDE))
                || f.details().containsKey(StudyKind.COUNT)) {
            add(
                    "ct.finding.several",
                    f.id(),
                    "One finding of a study is one, on one side.",
                    "a finding for each");
        }
        agree(f);
    }

    private void settled(Finding f, StudyKind.Shown shown, String id) {
        boolean open =
                shown.details().stream()
                        .anyMatch(
                                d ->
                                        d.id().equals(id)
                                                && d.choices().isEmpty()
                                                && d.low().isEmpty());
        if (SETTLED.contains(id) || open) {
            add(
                    "ct.detail.follows",
                    f.id() + " " + id,
                    "This follows from the body and from the other details.",
                    "leave it out; choose side, lobe or site instead");
        }
    }

    private static Optional<Double> number(String value) {
        double v = AskedChecks.number(value);
        return Double.isFinite(v) ? Optional.of(v) : Optional.empty();
    }

    /** Two details of one finding that say the same thing differently. */
    private void agree(Finding f) {
        Optional<Double> hu = detail(f, "hu");
        String density = f.details().getOrDefault("density", "");
        if (hu.isPresent() && !density.isEmpty()) {
            double v = hu.get();
            boolean fits =
                    switch (density) {
                        case "ground-glass" -> v <= -300;
                        case "calcified" -> v >= 150;
                        default -> v >= -50 && v < 150;
                    };
            if (!fits) {
                add(
                        "ct.detail.contradiction",
                        f.id() + " " + density + " " + Details.tenth(v) + " HU",
                        "This CT number is not that of a %s nodule.".formatted(density),
                        "ground-glass -750 to -300, solid and part-solid -50 to 150, calcified from 150 HU");
            }
        } else if (hu.isPresent()
                && f.id().equals("lung-nodule")
                && hu.get() > -300
                && hu.get() < -50) {
            add(
                    "ct.detail.contradiction",
                    f.id() + " " + Details.tenth(hu.get()) + " HU",
                    "No density of nodule has this CT number.",
                    "ground-glass -750 to -300, solid and part-solid -50 to 150, calcified from 150 HU");
        }
        if (f.details().containsKey("volume_ml")
                && (f.details().containsKey("size_mm") || f.details().containsKey("diameter_mm"))) {
            add(
                    "ct.detail.contradiction",
                    f.id() + ", volume and size",
                    "The volume follows from the size: both cannot be chosen.",
                    "one of the two");
        }
        grade(f, "emphysema", "laa_percent", "severity", ChestDisease::severity);
        grade(f, "pleural-effusion", "volume_ml", "size", ChestDisease::size);
        grade(f, "fatty-liver", "hu", "severity", AbdomenDisease::severity);
    }

    private void grade(
            Finding f,
            String id,
            String number,
            String word,
            java.util.function.DoubleFunction<String> grade) {
        Optional<Double> v = detail(f, number);
        String said = f.details().get(word);
        if (f.id().equals(id)
                && v.isPresent()
                && said != null
                && !grade.apply(v.get()).equals(said)) {
            add(
                    "ct.detail.contradiction",
                    "%s %s, %s %s".formatted(id, said, number, Details.tenth(v.get())),
                    "The two do not agree: %s %s is %s."
                            .formatted(number, Details.tenth(v.get()), grade.apply(v.get())),
                    "leave one of the two out");
        }
    }

    private static Optional<Double> detail(Finding f, String id) {
        return Optional.ofNullable(f.details().get(id)).flatMap(CtCheck::number);
    }

    private void repeated() {
        Map<String, Long> counts =
                asked.findings().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Finding::id,
                                        java.util.TreeMap::new,
                                        Collectors.counting()));
        counts.forEach(
                (id, n) -> {
                    boolean once =
                            KIND.finding(id)
                                    .filter(f -> f.several() == StudyKind.Several.ONCE)
                                    .isPresent();
                    if (n > 1 && once) {
                        add(
                                "ct.finding.repeated",
                                id,
                                "A body has this once, and it was asked for %d times.".formatted(n),
                                "once");
                    } else if (n > 12) {
                        add(
                                "ct.finding.many",
                                id,
                                "%d of these are more than one CT shows here.".formatted(n),
                                "at most 12");
                    }
                });
        samePlace("side", StudyKind.Several.ONCE_A_SIDE);
        if (counts.getOrDefault("pneumonia", 0L) > 1) {
            samePlace("lobe", StudyKind.Several.MANY);
        }
        double ml =
                asked.findings().stream()
                        .filter(f -> CtPlan.regionOf(f.id()).equals("head"))
                        .mapToDouble(f -> detail(f, "volume_ml").orElse(0.0))
                        .sum();
        if (ml > 180) {
            add(
                    "ct.finding.volume",
                    Details.tenth(ml) + " ml",
                    "So much blood leaves no room for the brain.",
                    "at most 180 ml in all");
        }
    }

    /** Two of one name on one side, or in one lobe, would be one. */
    private void samePlace(String detail, StudyKind.Several several) {
        Set<String> places = new TreeSet<>();
        for (Finding f : asked.findings()) {
            String place = f.details().get(detail);
            boolean one =
                    KIND.finding(f.id()).filter(k -> k.several() == several).isPresent()
                            && (several != StudyKind.Several.MANY || f.id().equals("pneumonia"));
            if (one && place != null && !places.add(f.id() + " " + place)) {
                add(
                        "ct.finding.repeated",
                        f.id() + " " + place,
                        "Two of these in one place are one.",
                        "one of them, or another " + detail);
            }
        }
    }

    private void thickSlices() {
        Optional<Double> step =
                Optional.ofNullable(asked.settings().get("slice_mm")).flatMap(CtCheck::number);
        for (Finding f : asked.findings()) {
            Optional<Double> d = detail(f, "diameter_mm");
            if (step.isPresent() && d.isPresent() && step.get() > d.get()) {
                add(
                        "ct.slice.thick",
                        "slice_mm " + Details.tenth(step.get()),
                        "A %s of %s mm vanishes in slices of this thickness."
                                .formatted(f.id(), Details.tenth(d.get())),
                        "at most " + Details.tenth(Math.max(0.6, d.get() / 3)) + " mm");
            }
        }
    }

    private void doseAndNoise() {
        if (asked.settings().containsKey("mas") && asked.measurements().containsKey("noise_hu")) {
            add(
                    "ct.noise.twice",
                    "noise_hu, mas",
                    "Noise follows from the dose: both cannot be chosen.",
                    "one of the two");
        }
    }

    private void disagreements(String region) {
        if (!region.equals("abdomen")) {
            return;
        }
        same("fatty-liver", "hu", "liver_hu");
        same("aortic-aneurysm", "diameter_mm", "aorta_mm");
        Double liver = asked.measurements().get("liver_hu");
        boolean fatty = asked.findings().stream().anyMatch(f -> f.id().equals("fatty-liver"));
        if (liver != null && (liver < 0 || (liver > 46 && (liver < 50 || fatty)))) {
            add(
                    "ct.measurement.contradiction",
                    "liver_hu " + Details.tenth(liver),
                    fatty
                            ? "A fatty liver is not this dense."
                            : "No liver shown here has this CT number.",
                    "0 to 46 for a fatty liver, 50 to 75 for one without fat");
        }
        Double aorta = asked.measurements().get("aorta_mm");
        if (aorta != null && aorta > 85) {
            add(
                    "ct.measurement.range",
                    "aorta_mm " + Details.tenth(aorta),
                    "An aorta this wide cannot be shown.",
                    "at most 85 mm");
        }
    }

    private void same(String finding, String detail, String measurement) {
        Double said = asked.measurements().get(measurement);
        for (Finding f : asked.findings()) {
            Optional<Double> v = detail(f, detail);
            if (f.id().equals(finding)
                    && said != null
                    && v.isPresent()
                    && Math.abs(v.get() - said) > 0.05) {
                add(
                        "ct.measurement.contradiction",
                        measurement + " " + Details.tenth(said),
                        "The finding says %s.".formatted(Details.tenth(v.get())),
                        "one of the two");
            }
        }
    }

    private static String list(List<String> words) {
        return String.join(", ", words);
    }

    private void add(String code, String where, String message, String suggestion) {
        problems.add(new Problem(code, where, message, suggestion));
    }
}
