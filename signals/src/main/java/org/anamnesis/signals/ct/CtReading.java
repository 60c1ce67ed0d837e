package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;

/** The written report: technique, findings, what is unremarkable. Says what the images show. */
final class CtReading {
    private static final Map<String, String> LOBES =
            Map.of(
                    "RUL", "right upper lobe",
                    "RML", "right middle lobe",
                    "RLL", "right lower lobe",
                    "LUL", "left upper lobe",
                    "LLL", "left lower lobe");

    private final Study study;

    CtReading(Study study) {
        this.study = study;
    }

    String text() {
        String region = study.settings().get("region");
        List<String> lines = new ArrayList<>();
        lines.add(
                "CT of the %s without contrast medium, slices of %s mm, %s kernel."
                        .formatted(
                                region,
                                study.settings().get("slice_mm"),
                                study.settings().get("kernel")));
        study.findings().forEach(f -> lines.add(sentence(f)));
        String rest = rest(region);
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        lines.add("Synthetic images of a model body; no person was scanned.");
        return String.join(" ", lines);
    }

    private static String sentence(Finding f) {
        Map<String, String> d = f.details();
        return switch (f.id()) {
            case "lung-nodule" -> nodule(d);
            case "emphysema" ->
                    "%s centrilobular emphysema, most in the upper zones; low attenuation area %s %%."
                            .formatted(first(d.get("severity")), d.get("laa_percent"));
            case "pneumonia" ->
                    "%s consolidation in the %s with air bronchograms (%s ml)."
                            .formatted(
                                    d.get("extent").equals("lobar") ? "Lobar" : "Patchy",
                                    LOBES.get(d.get("lobe")),
                                    d.get("volume_ml"));
            case "pleural-effusion" ->
                    "%s pleural effusion on the %s, about %s ml, with compression of the lung beside it."
                            .formatted(first(d.get("size")), d.get("side"), d.get("volume_ml"));
            case "epidural-haematoma" ->
                    "Biconvex epidural haematoma over the %s side, up to %s mm thick, %s ml, %s HU."
                            .formatted(
                                    d.get("side"),
                                    d.get("size_mm"),
                                    d.get("volume_ml"),
                                    d.get("hu"));
            case "subdural-haematoma" ->
                    "%s crescentic subdural haematoma over the %s hemisphere, up to %s mm thick, %s ml, %s HU."
                            .formatted(
                                    first(d.get("age")),
                                    d.get("side"),
                                    d.get("size_mm"),
                                    d.get("volume_ml"),
                                    d.get("hu"));
            case "intracerebral-haemorrhage" ->
                    "Intracerebral haemorrhage, %s %s, %s ml, %s HU, with a rim of oedema."
                            .formatted(
                                    d.get("side"),
                                    d.get("site").replace('-', ' '),
                                    d.get("volume_ml"),
                                    d.get("hu"));
            case "ischaemic-stroke" -> stroke(d);
            case "kidney-stone" ->
                    "Stone of %s mm (%s HU) in the %s of the %s kidney."
                            .formatted(
                                    d.get("diameter_mm"),
                                    d.get("hu"),
                                    d.get("site").equals("pelvis")
                                            ? "renal pelvis"
                                            : d.get("site") + " calyx",
                                    d.get("side"));
            case "liver-lesion" ->
                    "%s in the %s lobe of the liver, %s mm, %s HU."
                            .formatted(
                                    lesion(d.get("kind")),
                                    d.get("lobe"),
                                    d.get("diameter_mm"),
                                    d.get("hu"));
            case "aortic-aneurysm" ->
                    "Fusiform infrarenal aneurysm of the aorta, %s mm across, with mural thrombus and calcification."
                            .formatted(d.get("diameter_mm"));
            case "fatty-liver" ->
                    "Attenuation of the liver lowered to %s HU: %s steatosis."
                            .formatted(d.get("hu"), d.get("severity"));
            default -> throw new IllegalArgumentException(f.id());
        };
    }

    private static String nodule(Map<String, String> d) {
        String density = d.get("density").replace('-', ' ');
        return "%s%s nodule of %s mm in the %s%s."
                .formatted(
                        d.get("spiculation").equals("yes")
                                ? "Spiculated " + density
                                : first(density),
                        d.containsKey("solid_mm")
                                ? " (solid part " + d.get("solid_mm") + " mm)"
                                : "",
                        d.get("diameter_mm"),
                        LOBES.get(d.get("lobe")),
                        ", " + d.get("hu") + " HU");
    }

    private static String stroke(Map<String, String> d) {
        String where =
                d.get("territory").equals("lacunar")
                        ? "Lacunar infarct on the " + d.get("side")
                        : "Infarct in the territory of the %s %s"
                                .formatted(d.get("side"), d.get("territory"));
        String clot =
                d.get("territory").equals("MCA")
                                && d.get("age").endsWith("acute")
                                && !d.get("age").startsWith("sub")
                        ? " Dense middle cerebral artery."
                        : "";
        return "%s, %s, about %s ml.%s".formatted(where, d.get("age"), d.get("volume_ml"), clot);
    }

    private static String lesion(String kind) {
        return switch (kind) {
            case "cyst" -> "Simple cyst";
            case "haemangioma" -> "Hypodense lesion in keeping with a haemangioma";
            default -> "Hypodense lesion suspicious of a metastasis";
        };
    }

    /** Where the midline is, of all findings together. */
    private String shift() {
        double mm = Midline.painted(study);
        return Math.abs(mm) < 1
                ? "No midline shift."
                : "Midline shift of %s mm to the %s."
                        .formatted(Details.tenth(Math.abs(mm)), mm > 0 ? "left" : "right");
    }

    private String rest(String region) {
        boolean none = study.findings().isEmpty();
        String ids = study.findings().stream().map(Finding::id).collect(Collectors.joining(" "));
        List<String> well = new ArrayList<>();
        switch (region) {
            case "head" -> {
                if (none) {
                    well.add("No haemorrhage, infarct or shift of the midline.");
                } else {
                    well.add(shift());
                }
            }
            case "chest" -> {
                if (!ids.contains("lung-nodule")) {
                    well.add("No nodule.");
                }
                if (!ids.contains("effusion")) {
                    well.add("No pleural effusion.");
                }
                if (!ids.contains("pneumonia")) {
                    well.add("No consolidation.");
                }
            }
            default -> {
                well.add(
                        "Liver %s HU."
                                .formatted(Details.tenth(study.measurements().get("liver_hu"))));
                if (!ids.contains("kidney-stone")) {
                    well.add("No stone in the kidneys.");
                }
                if (!ids.contains("aortic")) {
                    well.add(
                            "Aorta %s mm."
                                    .formatted(
                                            Details.tenth(study.measurements().get("aorta_mm"))));
                }
            }
        }
        return String.join(" ", well);
    }

    private static String first(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
