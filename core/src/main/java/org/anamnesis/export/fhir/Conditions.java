package org.anamnesis.export.fhir;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Concept;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.TextOutput;

/** {@code Condition}: US Core Problems and Health Concerns, one a diagnosis on record. */
final class Conditions {
    private static final byte[] OPEN = Names.open("Condition", "c");
    private static final byte[] ONSET = Json.bytes(",\"onsetDateTime\":\"");
    private static final byte[] RECORDED = Json.bytes(",\"recordedDate\":\"");
    private static final byte[] END = Json.bytes("\"}\n");

    private final Names names;
    private final byte[][] ids;
    private final byte[][] meanings;

    Conditions(CohortHeader header, Names names) {
        this.names = names;
        ids =
                header.described().stream()
                        .map(f -> Json.bytes("-" + Names.part(f.id()) + "\""))
                        .toArray(byte[][]::new);
        meanings = header.described().stream().map(Conditions::meaning).toArray(byte[][]::new);
    }

    private static byte[] meaning(Field field) {
        String systems = "http://terminology.hl7.org/CodeSystem/";
        return Json.bytes(
                Names.meta("us-core-condition-problems-health-concerns")
                        + ",\"clinicalStatus\":"
                        + Json.concept(systems + "condition-clinical", "active", "Active")
                        + ",\"verificationStatus\":"
                        + Json.concept(systems + "condition-ver-status", "confirmed", "Confirmed")
                        + ",\"category\":["
                        + Json.concept(
                                systems + "condition-category",
                                "problem-list-item",
                                "Problem List Item")
                        + "],\"code\":"
                        + code(field));
    }

    /** SNOMED CT and ICD-10-CM where verified, and the words. */
    static String code(Field field) {
        String words = field.concept().map(Concept::name).orElse(field.label());
        String codings =
                Stream.of(CodeSystem.SNOMED_CT, CodeSystem.ICD_10_CM)
                        .flatMap(s -> field.concept().flatMap(c -> c.verified(s)).stream())
                        .map(c -> Json.coding(c.system().uri(), c.code(), c.display()))
                        .collect(Collectors.joining(","));
        return "{"
                + (codings.isEmpty() ? "" : "\"coding\":[" + codings + "],")
                + "\"text\":"
                + Json.text(words)
                + "}";
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        Events events = block.record().conditions();
        Events visits = block.record().visits();
        int visit = 0;
        for (int e = 0; e < events.count(); e++) {
            visit = visits.visitOf(events, e, visit);
            long number = block.first() + events.patient(e) + 1;
            out.text(OPEN);
            names.patient(out, number);
            out.text(ids[events.what(e)]);
            out.text(meanings[events.what(e)]);
            names.subjectAndEncounter(out, number, events.visit(e));
            if (events.start(e) != Events.NO_DAY) {
                out.text(ONSET);
                out.day(events.start(e));
                out.symbol('"');
            }
            out.text(RECORDED);
            out.day(visits.start(visit));
            out.text(END);
        }
        return events.count();
    }
}
