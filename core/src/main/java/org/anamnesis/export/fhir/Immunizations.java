package org.anamnesis.export.fhir;

import java.io.IOException;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.export.TextOutput;

/** {@code Immunization}: US Core, one a dose given at a visit. */
final class Immunizations {
    private static final byte[] OPEN = Names.open("Immunization", "i");
    private static final byte[] OCCURRENCE = Json.bytes(",\"occurrenceDateTime\":\"");
    private static final byte[] CLOSE =
            Json.bytes(
                    "\",\"primarySource\":true,\"performer\":[{\"actor\":"
                            + Json.reference("Practitioner/" + Names.PRACTITIONER)
                            + "}]}\n");

    private final Names names;
    private final byte[][] ids;
    private final byte[][] meanings;

    Immunizations(Names names) {
        this.names = names;
        ids = Names.endings(RecordConcepts.VACCINES);
        meanings =
                RecordConcepts.VACCINES.stream()
                        .map(
                                v ->
                                        Json.bytes(
                                                Names.meta("us-core-immunization")
                                                        + ",\"status\":\"completed\""
                                                        + ",\"vaccineCode\":"
                                                        + Procedures.code(v)))
                        .toArray(byte[][]::new);
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        Events events = block.record().immunizations();
        for (int e = 0; e < events.count(); e++) {
            long number = block.first() + events.patient(e) + 1;
            out.text(OPEN);
            names.visit(out, number, events.visit(e));
            out.text(ids[events.what(e)]);
            out.text(meanings[events.what(e)]);
            names.patientAndEncounter(out, number, events.visit(e));
            out.text(OCCURRENCE);
            out.day(events.start(e));
            out.text(CLOSE);
        }
        return events.count();
    }
}
