package org.anamnesis.export.fhir;

import java.io.IOException;
import java.util.Set;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.export.TextOutput;

/** {@code AllergyIntolerance}: US Core, one an allergy, or one that none is known. */
final class Allergies {
    private static final String SYSTEMS = "http://terminology.hl7.org/CodeSystem/";
    private static final Set<String> FOOD = Set.of("shellfish", "milk", "peanut");
    private static final byte[] OPEN = Names.open("AllergyIntolerance", "a");
    private static final byte[] RECORDED = Json.bytes(",\"recordedDate\":\"");
    private static final byte[] CLOSE = Json.bytes("\"}\n");

    private final Names names;
    private final byte[][] ids;
    private final byte[][] meanings;

    Allergies(Names names) {
        this.names = names;
        ids = Names.endings(RecordConcepts.ALLERGENS);
        meanings = RecordConcepts.ALLERGENS.stream().map(Allergies::meaning).toArray(byte[][]::new);
    }

    private static byte[] meaning(RecordConcept allergen) {
        boolean none = allergen.id().equals("none");
        String kind = FOOD.contains(allergen.id()) ? "food" : "medication";
        return Json.bytes(
                Names.meta("us-core-allergyintolerance")
                        + ",\"clinicalStatus\":"
                        + Json.concept(SYSTEMS + "allergyintolerance-clinical", "active", "Active")
                        + ",\"verificationStatus\":"
                        + Json.concept(
                                SYSTEMS + "allergyintolerance-verification",
                                "confirmed",
                                "Confirmed")
                        + (none ? "" : ",\"category\":[\"" + kind + "\"]")
                        + ",\"code\":"
                        + Procedures.code(allergen));
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        Events events = block.record().allergies();
        for (int e = 0; e < events.count(); e++) {
            long number = block.first() + events.patient(e) + 1;
            out.text(OPEN);
            names.patient(out, number);
            out.text(ids[events.what(e)]);
            out.text(meanings[events.what(e)]);
            names.patientAndEncounter(out, number, events.visit(e));
            out.text(RECORDED);
            out.day(events.start(e));
            out.text(CLOSE);
        }
        return events.count();
    }
}
