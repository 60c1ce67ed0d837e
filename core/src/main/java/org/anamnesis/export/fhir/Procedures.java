package org.anamnesis.export.fhir;

import java.io.IOException;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.export.TextOutput;

/** {@code Procedure}: US Core, one a thing done at a visit. */
final class Procedures {
    private static final byte[] OPEN = Names.open("Procedure", "r");
    private static final byte[] PERFORMED = Json.bytes(",\"performedDateTime\":\"");
    private static final byte[] PERFORMER =
            Json.bytes(
                    "\",\"performer\":[{\"actor\":"
                            + Json.reference("Practitioner/" + Names.PRACTITIONER)
                            + "}]");
    private static final byte[] CLOSE = Json.bytes("}\n");

    private final Names names;
    private final byte[][] ids;
    private final byte[][] meanings;
    private final byte[][] reasons;

    Procedures(CohortHeader header, Names names) {
        this.names = names;
        ids = Names.endings(RecordConcepts.PROCEDURES);
        meanings =
                RecordConcepts.PROCEDURES.stream()
                        .map(
                                p ->
                                        Json.bytes(
                                                Names.meta("us-core-procedure")
                                                        + ",\"status\":\"completed\",\"code\":"
                                                        + code(p)))
                        .toArray(byte[][]::new);
        reasons =
                header.fields().stream()
                        .map(f -> Json.bytes(",\"reasonCode\":[" + Conditions.code(f) + "]"))
                        .toArray(byte[][]::new);
    }

    /** The code, if one was looked up, and the words. */
    static String code(RecordConcept concept) {
        String coding =
                concept.system()
                        .map(s -> "\"coding\":[" + Json.coding(s.uri(), concept.code(), "") + "],")
                        .orElse("");
        return "{" + coding + "\"text\":" + Json.text(concept.name()) + "}";
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        Events events = block.record().procedures();
        for (int e = 0; e < events.count(); e++) {
            long number = block.first() + events.patient(e) + 1;
            out.text(OPEN);
            names.visit(out, number, events.visit(e));
            out.text(ids[events.what(e)]);
            out.text(meanings[events.what(e)]);
            names.subjectAndEncounter(out, number, events.visit(e));
            out.text(PERFORMED);
            out.day(events.start(e));
            out.text(PERFORMER);
            if (!Double.isNaN(events.value(e))) {
                out.text(reasons[(int) events.value(e)]);
            }
            out.text(CLOSE);
        }
        return events.count();
    }
}
