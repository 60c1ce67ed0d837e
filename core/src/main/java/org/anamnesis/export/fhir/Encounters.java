package org.anamnesis.export.fhir;

import java.io.IOException;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.VisitKind;
import org.anamnesis.export.TextOutput;

/** {@code Encounter}: US Core Encounter, one a visit. */
final class Encounters {
    private static final byte[] OPEN = Names.open("Encounter", "e");
    private static final byte[] IDENTIFIER =
            Json.bytes(
                    "\""
                            + Names.meta("us-core-encounter")
                            + ",\"identifier\":[{\"system\":\""
                            + Names.SYSTEM
                            + "\",\"value\":\"E");
    private static final byte[] STATUS = Json.bytes("\"}],\"status\":\"finished\",\"class\":");
    private static final byte[] SUBJECT = Json.bytes(",\"subject\":{\"reference\":\"Patient/p-");
    private static final byte[] PERIOD =
            Json.bytes(
                    "\"},\"participant\":[{\"individual\":"
                            + Json.reference("Practitioner/" + Names.PRACTITIONER)
                            + "}],\"period\":{\"start\":\"");
    private static final byte[] END = Json.bytes("\",\"end\":\"");
    private static final byte[] PLACE =
            Json.bytes(
                    "\"},\"location\":[{\"location\":"
                            + Json.reference("Location/" + Names.LOCATION)
                            + "}],\"serviceProvider\":"
                            + Json.reference("Organization/" + Names.ORGANIZATION));
    private static final byte[] CLOSE = Json.bytes("}\n");

    private final Names names;
    private final byte[][] kinds;
    private final byte[][] reasons;

    Encounters(CohortHeader header, Names names) {
        this.names = names;
        kinds = VisitKind.ALL.stream().map(Encounters::kind).toArray(byte[][]::new);
        reasons =
                header.described().stream()
                        .map(f -> Json.bytes(",\"reasonCode\":[" + Conditions.code(f) + "]"))
                        .toArray(byte[][]::new);
    }

    private static byte[] kind(VisitKind kind) {
        String system = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
        return Json.bytes(
                Json.coding(system, kind.code(), kind.display())
                        + ",\"type\":[{\"text\":"
                        + Json.text(kind.words())
                        + "}]");
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        Events visits = block.record().visits();
        for (int v = 0; v < visits.count(); v++) {
            long number = block.first() + visits.patient(v) + 1;
            out.text(OPEN);
            names.visit(out, number, visits.visit(v));
            out.text(IDENTIFIER);
            names.visit(out, number, visits.visit(v));
            out.text(STATUS);
            out.text(kinds[visits.what(v)]);
            out.text(SUBJECT);
            names.patient(out, number);
            out.text(PERIOD);
            out.day(visits.start(v));
            out.text(END);
            out.day(visits.end(v));
            out.text(PLACE);
            if (!Double.isNaN(visits.value(v))) {
                out.text(reasons[(int) visits.value(v)]);
            }
            out.text(CLOSE);
        }
        return visits.count();
    }
}
