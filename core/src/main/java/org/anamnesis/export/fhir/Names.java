package org.anamnesis.export.fhir;

import java.io.IOException;
import java.util.List;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.export.Ids;
import org.anamnesis.export.TextOutput;

/**
 * Ids of resources: letter and number of the patient, number of the visit, and what it is. They
 * depend on nothing else, so that they are the same in every run.
 */
final class Names {
    /** Systems of our own identifiers and tags; plainly no place of care. */
    static final String SYSTEM = "urn:anamnesis:synthetic";

    static final String PRACTITIONER = "synthetic-practitioner";
    static final String ORGANIZATION = "synthetic-organization";
    static final String LOCATION = "synthetic-location";

    private static final byte[] SUBJECT = Json.bytes(",\"subject\":{\"reference\":\"Patient/p-");
    private static final byte[] PATIENT = Json.bytes(",\"patient\":{\"reference\":\"Patient/p-");
    private static final byte[] ENCOUNTER =
            Json.bytes("\"},\"encounter\":{\"reference\":\"Encounter/e-");
    private static final byte[] END = Json.bytes("\"}");

    /** An id has 64 characters at most; patient and visit need the others. */
    private static final int LONGEST = 40;

    private final int digits;

    Names(CohortHeader header) {
        digits = Ids.patientKey(header).digits();
    }

    /** The id of a patient and of what hangs on it: {@code 0000042}. */
    void patient(TextOutput out, long number) throws IOException {
        out.padded(number, digits);
    }

    /** {@code 0000042-1}: the patient's visit, counted from 1. */
    void visit(TextOutput out, long number, int visit) throws IOException {
        patient(out, number);
        out.symbol('-');
        out.number(visit + 1L, 0);
    }

    /** References to the patient and to the visit, after a comma. */
    void subjectAndEncounter(TextOutput out, long number, int visit) throws IOException {
        out.text(SUBJECT);
        patient(out, number);
        out.text(ENCOUNTER);
        visit(out, number, visit);
        out.text(END);
    }

    /** The same where the standard calls the patient so. */
    void patientAndEncounter(TextOutput out, long number, int visit) throws IOException {
        out.text(PATIENT);
        patient(out, number);
        out.text(ENCOUNTER);
        visit(out, number, visit);
        out.text(END);
    }

    /** The reference to the patient, after a comma. */
    void subject(TextOutput out, long number) throws IOException {
        out.text(SUBJECT);
        patient(out, number);
        out.text(END);
    }

    /**
     * Begin of a resource up to its id; what the id consists of follows.
     *
     * @param prefix letter of the kind
     */
    static byte[] open(String type, String prefix) {
        return Json.bytes("{\"resourceType\":\"" + type + "\",\"id\":\"" + prefix + "-");
    }

    /** Ends of the ids of resources about these things, by their position. */
    static byte[][] endings(List<RecordConcept> things) {
        return things.stream()
                .map(t -> Json.bytes("-" + part(t.id()) + "\""))
                .toArray(byte[][]::new);
    }

    /** A part of an id: letters, digits, hyphens and points (FHIR R4, datatype id), cut if long. */
    static String part(String id) {
        String part = id.replaceAll("[^A-Za-z0-9.]", "-");
        return part.substring(0, Math.min(part.length(), LONGEST));
    }

    /**
     * {@code meta} with its comma: the profile of US Core, and marks that nobody real is meant.
     *
     * @param profile last part of its URL, empty if there is none
     */
    static String meta(String profile) {
        String of =
                profile.isEmpty()
                        ? ""
                        : "\"profile\":[\"http://hl7.org/fhir/us/core/StructureDefinition/"
                                + profile
                                + "\"],";
        return ",\"meta\":{"
                + of
                + "\"security\":["
                + Json.coding(
                        "http://terminology.hl7.org/CodeSystem/v3-ActReason",
                        "HTEST",
                        "test health data")
                + "],\"tag\":["
                + Json.coding(SYSTEM, "synthetic", "synthetic, no real patient")
                + "]}";
    }
}
