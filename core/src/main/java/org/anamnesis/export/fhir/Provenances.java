package org.anamnesis.export.fhir;

import java.io.IOException;
import java.util.stream.Collectors;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.TextOutput;

/** {@code Provenance}: US Core, one a patient: made by a program, after these sources. */
final class Provenances {
    private static final byte[] OPEN = Names.open("Provenance", "v");
    private static final byte[] TARGET =
            Json.bytes(
                    "\""
                            + Names.meta("us-core-provenance")
                            + ",\"target\":[{\"reference\":\"Patient/p-");

    private final Names names;
    private final byte[] rest;

    Provenances(CohortHeader header, Names names) {
        this.names = names;
        String sources =
                header.described().stream()
                        .flatMap(f -> f.sources().stream())
                        .distinct()
                        .sorted()
                        .map(
                                s ->
                                        "{\"role\":\"source\",\"what\":{\"identifier\":{\"system\":\""
                                                + Names.SYSTEM
                                                + ":source\",\"value\":"
                                                + Json.text(s)
                                                + "},\"display\":"
                                                + Json.text(s)
                                                + "}}")
                        .collect(Collectors.joining(","));
        rest =
                Json.bytes(
                        "\"}],\"recorded\":\""
                                + header.indexDate()
                                + "T00:00:00Z\",\"agent\":[{\"type\":"
                                + Json.concept(
                                        "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
                                        "author",
                                        "Author")
                                + ",\"who\":{\"reference\":\"Organization/"
                                + Names.ORGANIZATION
                                + "\",\"display\":\"Anamnesis, a maker of synthetic patients\"}}]"
                                + (sources.isEmpty() ? "" : ",\"entity\":[" + sources + "]")
                                + "}\n");
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        for (int p = 0; p < block.count(); p++) {
            long number = block.first() + p + 1;
            out.text(OPEN);
            names.patient(out, number);
            out.text(TARGET);
            names.patient(out, number);
            out.text(rest);
        }
        return block.count();
    }
}
