package org.anamnesis.export.fhir;

import java.io.IOException;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.TextOutput;

/**
 * US Core Blood Pressure: both pressures of a visit as components of one observation. One that was
 * not measured says so, for the profile wants both.
 */
final class Pressure {
    private static final byte[] OPEN = Names.open("Observation", "o");
    private static final byte[] HEAD =
            Json.bytes(
                    "-blood-pressure\""
                            + new Kinds("vital-signs", "us-core-blood-pressure", "").json()
                            + ",\"code\":"
                            + Json.concept(CodeSystem.LOINC.uri(), "85354-9", ""));
    private static final byte[] EFFECTIVE = Json.bytes(",\"effectiveDateTime\":\"");
    private static final byte[] COMPONENTS =
            Json.bytes(
                    "\",\"performer\":["
                            + Json.reference("Practitioner/" + Names.PRACTITIONER)
                            + "],\"component\":[");
    private static final byte[] UPPER = component("8480-6");
    private static final byte[] LOWER = component("8462-4");
    private static final byte[] VALUE = Json.bytes("\"valueQuantity\":{\"value\":");
    private static final byte[] UNIT =
            Json.bytes(
                    ",\"unit\":\"mm[Hg]\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mm[Hg]\"}}");
    private static final byte[] ABSENT =
            Json.bytes(
                    "\"dataAbsentReason\":"
                            + Json.concept(
                                    "http://terminology.hl7.org/CodeSystem/data-absent-reason",
                                    "unknown",
                                    "Unknown")
                            + "}");
    private static final byte[] END = Json.bytes("]}\n");

    private final Names names;

    Pressure(Names names) {
        this.names = names;
    }

    private static byte[] component(String loinc) {
        return Json.bytes("{\"code\":" + Json.concept(CodeSystem.LOINC.uri(), loinc, "") + ",");
    }

    /**
     * @param upper the systolic value among the events, −1 if it was not measured
     * @param lower the diastolic one
     */
    void write(PatientBlock block, Events events, int upper, int lower, TextOutput out)
            throws IOException {
        int e = upper >= 0 ? upper : lower;
        long number = block.first() + events.patient(e) + 1;
        out.text(OPEN);
        names.visit(out, number, events.visit(e));
        out.text(HEAD);
        names.subjectAndEncounter(out, number, events.visit(e));
        out.text(EFFECTIVE);
        out.day(events.start(e));
        out.text(COMPONENTS);
        out.text(UPPER);
        value(events, upper, out);
        out.symbol(',');
        out.text(LOWER);
        value(events, lower, out);
        out.text(END);
    }

    private static void value(Events events, int e, TextOutput out) throws IOException {
        if (e < 0) {
            out.text(ABSENT);
            return;
        }
        out.text(VALUE);
        out.number(Math.round(events.value(e)), 0);
        out.text(UNIT);
    }
}
