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

/** {@code MedicationRequest}: US Core, one an ingredient that the patient takes. */
final class Medications {
    private static final byte[] OPEN = Names.open("MedicationRequest", "m");
    private static final byte[] AUTHORED = Json.bytes(",\"authoredOn\":\"");
    private static final byte[] END =
            Json.bytes(
                    "\",\"requester\":"
                            + Json.reference("Practitioner/" + Names.PRACTITIONER)
                            + "}\n");

    private final Names names;
    private final byte[][][] ids;
    private final byte[][][] meanings;

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
                Names.meta("us-core-medicationrequest")
                        + ",\"status\":\"active\",\"intent\":\"order\",\"reportedBoolean\":false"
                        + ",\"medicationCodeableConcept\":{"
                        + coding
                        + "\"text\":"
                        + Json.text(concept.map(Concept::name).orElse(ingredient))
                        + "}");
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        Events events = block.record().medications();
        for (int e = 0; e < events.count(); e++) {
            long number = block.first() + events.patient(e) + 1;
            int level = (int) events.value(e);
            out.text(OPEN);
            names.visit(out, number, events.visit(e));
            out.text(ids[events.what(e)][level]);
            out.text(meanings[events.what(e)][level]);
            names.subjectAndEncounter(out, number, events.visit(e));
            out.text(AUTHORED);
            out.day(events.start(e));
            out.text(END);
        }
        return events.count();
    }
}
