package org.anamnesis.export.fhir;

import java.io.IOException;
import java.util.Optional;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Concept;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.Codes;
import org.anamnesis.export.TextOutput;
import org.anamnesis.export.VisitNumbers;

/**
 * {@code MedicationRequest}: US Core, one a time of taking an ingredient. What had begun before the
 * record names no encounter.
 */
final class Medications {
    private static final byte[] OPEN = Names.open("MedicationRequest", "m");
    private static final byte[] ACTIVE =
            Json.bytes(Names.meta("us-core-medicationrequest") + ",\"status\":\"active\"");
    private static final byte[] STOPPED =
            Json.bytes(Names.meta("us-core-medicationrequest") + ",\"status\":\"stopped\"");
    private static final byte[] UNTIL =
            Json.bytes(",\"dispenseRequest\":{\"validityPeriod\":{\"start\":\"");
    private static final byte[] UNTIL_END = Json.bytes("\",\"end\":\"");
    private static final byte[] UNTIL_CLOSE = Json.bytes("\"}}}\n");
    private static final byte[] AUTHORED = Json.bytes(",\"authoredOn\":\"");
    private static final byte[] END =
            Json.bytes("\",\"requester\":" + Json.reference("Practitioner/" + Names.PRACTITIONER));
    private static final byte[] CLOSE = Json.bytes("}\n");

    private final Names names;
    private final byte[][][] ids;
    private final byte[][][] meanings;
    private final VisitNumbers visits = new VisitNumbers();

    Medications(CohortHeader header, Catalog catalog, Names names) {
        this.names = names;
        int fields = header.fields().size();
        ids = new byte[fields][][];
        meanings = new byte[fields][][];
        for (int k = 0; k < fields; k++) {
            Field f = header.fields().get(k);
            if (f.role() == Field.Role.MEDICATION) {
                ids[k] =
                        f.levels().stream()
                                .map(i -> Json.bytes("-" + Names.part(f.id() + "-" + i) + "\""))
                                .toArray(byte[][]::new);
                meanings[k] =
                        f.levels().stream().map(i -> meaning(i, catalog)).toArray(byte[][]::new);
            }
        }
    }

    private static byte[] meaning(String ingredient, Catalog catalog) {
        Optional<Concept> concept = catalog.concept(ingredient);
        String code = Codes.verified(concept, CodeSystem.RXNORM);
        String coding =
                code.isEmpty()
                        ? ""
                        : "\"coding\":[" + Json.coding(CodeSystem.RXNORM.uri(), code, "") + "],";
        return Json.bytes(
                ",\"intent\":\"order\",\"reportedBoolean\":false"
                        + ",\"medicationCodeableConcept\":{"
                        + coding
                        + "\"text\":"
                        + Json.text(concept.map(Concept::name).orElse(ingredient))
                        + "}");
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        visits.next(block);
        Events events = block.record().medications();
        for (int e = 0; e < events.count(); e++) {
            long number = block.first() + events.patient(e) + 1;
            int level = (int) events.value(e);
            out.text(OPEN);
            names.visit(out, number, events.visit(e));
            out.text(ids[events.what(e)][level]);
            boolean stopped = events.end(e) != Events.NO_DAY;
            int start = visits.firstDay(events, e);
            out.text(stopped ? STOPPED : ACTIVE);
            out.text(meanings[events.what(e)][level]);
            if (start >= visits.day(events, e)) {
                names.subjectAndEncounter(out, number, events.visit(e));
            } else {
                names.subject(out, number);
            }
            out.text(AUTHORED);
            out.day(start);
            out.text(END);
            if (stopped) {
                out.text(UNTIL);
                out.day(start);
                out.text(UNTIL_END);
                out.day(events.end(e));
                out.text(UNTIL_CLOSE);
            } else {
                out.text(CLOSE);
            }
        }
        return events.count();
    }
}
