package org.anamnesis.export.fhir;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.anamnesis.code.StudyKind;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;

/** The resources of one recording or image, each as one line of JSON. */
final class OneStudy {
    /** Milliseconds between two samples of {@code sampled_data.LEAD}. */
    static final String SAMPLED_PERIOD = "sampled_data_period_ms";

    private static final String SAMPLED = "sampled_data.";
    private static final String SAMPLED_CODE = "sampled_data_code.";

    /** Medical device codes of ISO/IEEE 11073, which have leads of an ECG. */
    private static final String MDC = "urn:oid:2.16.840.1.113883.6.24";

    private static final String ECG_OBSERVATION = "131328";

    /** Microvolts a digit, as the samples of the files have them. */
    private static final String FACTOR = "0.001";

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final String DICOM = ".dcm";
    private static final Map<String, String> TYPES =
            Map.of(
                    ".dcm", "application/dicom",
                    ".json", "application/json",
                    ".csv", "text/csv",
                    ".tsv", "text/tab-separated-values",
                    ".hea", "text/plain",
                    ".gz", "application/gzip",
                    ".svg", "image/svg+xml",
                    ".png", "image/png");

    private final StudyKind kind;
    private final Study study;
    private final String id;
    private final String below;

    /**
     * @param id patient and visit as all resources have them
     * @param below folder of the files in the export
     */
    OneStudy(StudyKind kind, Study study, String id, String below) {
        this.kind = kind;
        this.study = study;
        this.id = id;
        this.below = below;
    }

    private String open(String type, String prefix) {
        return "{\"resourceType\":\""
                + type
                + "\",\"id\":\""
                + prefix
                + "-"
                + id
                + "-"
                + kind.id()
                + "\""
                + Names.meta("");
    }

    private String whose() {
        return ",\"subject\":"
                + Json.reference("Patient/p-" + id.substring(0, id.indexOf('-')))
                + ",\"encounter\":"
                + visit();
    }

    private String visit() {
        return Json.reference("Encounter/e-" + id);
    }

    /** As everything else of the visit: encounters have days. */
    private String day() {
        return "\"" + study.person().start().toLocalDate() + "\"";
    }

    private String when() {
        return "\"" + INSTANT.format(study.person().start()) + "\"";
    }

    /** The trace, one component a lead, in the digits of the files. */
    String trace(Map<String, String> link) {
        List<String> components = new ArrayList<>();
        link.forEach(
                (key, samples) -> {
                    if (key.startsWith(SAMPLED)) {
                        String lead = key.substring(SAMPLED.length());
                        components.add(
                                component(
                                        lead,
                                        link.get(SAMPLED_CODE + lead),
                                        link.get(SAMPLED_PERIOD),
                                        samples));
                    }
                });
        return open("Observation", "o")
                + ",\"status\":\"final\",\"category\":["
                + Json.concept(
                        "http://terminology.hl7.org/CodeSystem/observation-category",
                        "procedure",
                        "")
                + "],\"code\":{\"coding\":["
                + Json.coding(MDC, ECG_OBSERVATION, "")
                + "],\"text\":"
                + Json.text(kind.names().get(0))
                + "}"
                + whose()
                + ",\"effectiveDateTime\":"
                + day()
                + ",\"performer\":["
                + Json.reference("Practitioner/" + Names.PRACTITIONER)
                + "],\"component\":["
                + String.join(",", components)
                + "]}";
    }

    private static String component(String lead, String code, String period, String samples) {
        return "{\"code\":{\"coding\":["
                + Json.coding(MDC, code, "")
                + "],\"text\":"
                + Json.text(lead)
                + "},\"valueSampledData\":{\"origin\":{\"value\":0,\"unit\":\"mV\","
                + "\"system\":\"http://unitsofmeasure.org\",\"code\":\"mV\"},\"period\":"
                + period
                + ",\"factor\":"
                + FACTOR
                + ",\"dimensions\":1,\"data\":"
                + Json.text(samples)
                + "}}";
    }

    /** Series and instances under the identifiers that the images and their mask have. */
    String images(Map<String, String> link) {
        String kindOf = link.getOrDefault("modality", kind.id().equals("ct") ? "CT" : "ECG");
        String uids = link.getOrDefault("instance_uids", link.getOrDefault("instance_uid", ""));
        List<String> images = Arrays.asList(uids.split("[ ,]+"));
        boolean mask = link.containsKey("seg_series_uid");
        List<String> all = new ArrayList<>();
        all.add(series(link.get("series_uid"), kindOf, link.get("sop_class"), images));
        if (mask) {
            List<String> one = List.of(link.get("seg_instance_uid"));
            all.add(series(link.get("seg_series_uid"), "SEG", link.get("seg_sop_class"), one));
        }
        return open("ImagingStudy", "i")
                + ",\"identifier\":[{\"system\":\"urn:dicom:uid\",\"value\":"
                + Json.text("urn:oid:" + link.get("study_uid"))
                + "}],\"status\":\"available\",\"modality\":["
                + modality(kindOf)
                + (mask ? "," + modality("SEG") : "")
                + "]"
                + whose()
                + ",\"started\":"
                + day()
                + ",\"numberOfSeries\":"
                + all.size()
                + ",\"numberOfInstances\":"
                + (images.size() + all.size() - 1)
                + ",\"description\":"
                + Json.text("synthetic " + kind.names().get(0))
                + ",\"series\":["
                + String.join(",", all)
                + "]}";
    }

    private static String modality(String code) {
        return Json.coding("http://dicom.nema.org/resources/ontology/DCM", code, "");
    }

    private static String series(String uid, String modality, String sop, List<String> images) {
        List<String> instances = new ArrayList<>();
        for (String image : images) {
            instances.add(
                    "{\"uid\":"
                            + Json.text(image)
                            + ",\"sopClass\":{\"system\":\"urn:ietf:rfc:3986\",\"code\":"
                            + Json.text("urn:oid:" + sop)
                            + "},\"number\":"
                            + (instances.size() + 1)
                            + "}");
        }
        return "{\"uid\":"
                + Json.text(uid)
                + ",\"modality\":"
                + modality(modality)
                + ",\"numberOfInstances\":"
                + instances.size()
                + ",\"instance\":["
                + String.join(",", instances)
                + "]}";
    }

    /** The written reading, with the observations that it rests on. */
    String report(Map<String, String> link) {
        List<String> results = new ArrayList<>();
        for (StudyKind.Measurement m : kind.measurements()) {
            if (study.measurements().containsKey(m.id())) {
                results.add(result(m.id()));
            }
        }
        List<String> concluded = new ArrayList<>();
        for (Finding f : study.findings()) {
            kind.finding(f.id()).ifPresent(k -> results.add(result(f.id())));
            concluded.add(
                    StudyResources.concept(
                            kind.finding(f.id()).flatMap(StudyKind.Shown::code),
                            StudyResources.words(kind, f)));
        }
        String name = kind.names().get(0);
        return open("DiagnosticReport", "r")
                + ",\"status\":\"final\",\"code\":"
                + StudyResources.concept(kind.code(), name)
                + whose()
                + ",\"effectiveDateTime\":"
                + day()
                + ",\"issued\":"
                + when()
                + ",\"performer\":["
                + Json.reference("Organization/" + Names.ORGANIZATION)
                + "]"
                + list("result", results)
                + (link.containsKey("study_uid")
                        ? ",\"imagingStudy\":["
                                + Json.reference("ImagingStudy/i-" + id + "-" + kind.id())
                                + "]"
                        : "")
                + (study.reading().isBlank() ? "" : ",\"conclusion\":" + Json.text(study.reading()))
                + list("conclusionCode", concluded)
                + "}";
    }

    private static String list(String key, List<String> all) {
        return all.isEmpty()
                ? ""
                : ",\"" + key + "\":[" + all.stream().distinct().collect(joining(",")) + "]";
    }

    private String result(String part) {
        return Json.reference(
                "Observation/o-" + id + "-" + Names.part(kind.id() + "_" + part.replace('-', '_')));
    }

    /** Files that stand for themselves; the images of a series are in its study. */
    List<String> documents(List<String> files, Path from) throws IOException {
        List<String> all = new ArrayList<>();
        boolean series = files.stream().filter(f -> f.endsWith(DICOM)).count() > 2;
        for (String file : files) {
            if (!(series && file.endsWith(DICOM))) {
                all.add(attachment(file, from.resolve(file)));
            }
        }
        return all;
    }

    private String attachment(String name, Path file) throws IOException {
        return "{\"attachment\":{\"contentType\":"
                + Json.text(TYPES.getOrDefault(ending(name), "application/octet-stream"))
                + ",\"url\":"
                + Json.text(below + "/" + name)
                + ",\"size\":"
                + Files.size(file)
                + ",\"hash\":\""
                + hash(file)
                + "\",\"title\":"
                + Json.text(name.substring(name.lastIndexOf('/') + 1))
                + "}}";
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    /** SHA-1, as FHIR R4 wants it of an attachment. */
    private static String hash(Path file) throws IOException {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha1)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return Base64.getEncoder().encodeToString(sha1.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String references(List<String> documents) {
        return open("DocumentReference", "d")
                + ",\"status\":\"current\",\"type\":"
                + StudyResources.concept(kind.code(), kind.names().get(0))
                + ",\"subject\":"
                + Json.reference("Patient/p-" + id.substring(0, id.indexOf('-')))
                + ",\"date\":"
                + when()
                + ",\"content\":["
                + String.join(",", documents)
                + "],\"context\":{\"encounter\":["
                + visit()
                + "]}}";
    }
}
