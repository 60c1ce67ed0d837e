package org.anamnesis.export.fhir;

import java.io.IOException;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.TextOutput;

/** One plainly fictitious place of care, the same for all: written once. */
final class Care {
    private final byte[] line;

    private Care(String json) {
        line = Json.bytes(json + "\n");
    }

    static Care practitioner() {
        return new Care(
                begin("Practitioner", Names.PRACTITIONER, "us-core-practitioner")
                        + ",\"name\":[{\"family\":\"Fictitious\",\"given\":[\"Physician\"]}]}");
    }

    static Care organization() {
        return new Care(
                begin("Organization", Names.ORGANIZATION, "us-core-organization")
                        + ",\"active\":true,\"name\":\"Fictitious clinic (synthetic data)\"}");
    }

    static Care location() {
        return new Care(
                begin("Location", Names.LOCATION, "us-core-location")
                        + ",\"status\":\"active\",\"name\":\"Fictitious clinic (synthetic data)\""
                        + ",\"managingOrganization\":"
                        + Json.reference("Organization/" + Names.ORGANIZATION)
                        + "}");
    }

    private static String begin(String type, String id, String profile) {
        return "{\"resourceType\":\""
                + type
                + "\",\"id\":\""
                + id
                + "\""
                + Names.meta(profile)
                + ",\"identifier\":[{\"system\":\""
                + Names.SYSTEM
                + "\",\"value\":\""
                + id
                + "\"}]";
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        if (block.first() > 0) {
            return 0;
        }
        out.text(line);
        return 1;
    }
}
