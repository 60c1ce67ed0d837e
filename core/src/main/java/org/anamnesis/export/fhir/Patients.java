package org.anamnesis.export.fhir;

import java.io.IOException;
import java.util.List;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.Fictitious;
import org.anamnesis.export.TextOutput;

/** {@code Patient}: US Core Patient, with race, ethnicity and a name that nobody has. */
final class Patients {
    private static final String CORE = "http://hl7.org/fhir/us/core/StructureDefinition/";
    private static final String OMB = "urn:oid:2.16.840.1.113883.6.238";
    private static final String UNKNOWN = "http://terminology.hl7.org/CodeSystem/v3-NullFlavor";

    private static final byte[] OPEN = Names.open("Patient", "p");
    private static final byte[] IDENTIFIER =
            Json.bytes(",\"identifier\":[{\"system\":\"" + Names.SYSTEM + "\",\"value\":\"P");
    private static final byte[] NAME =
            Json.bytes("\"}],\"active\":true,\"name\":[{\"use\":\"official\",\"family\":\"");
    private static final byte[] NUMBERED = Json.bytes("Synthetic-");
    private static final byte[] GIVEN = Json.bytes("\",\"given\":[\"");
    private static final byte[] PATIENT = Json.bytes("Patient");
    private static final byte[] GENDER = Json.bytes("\"]}],\"gender\":\"");
    private static final byte[] LINE = Json.bytes("\",\"address\":[{\"use\":\"home\",\"line\":[\"");
    private static final byte[] CITY = Json.bytes("\"],\"city\":\"");
    private static final byte[] POSTAL_CODE =
            Json.bytes("\",\"postalCode\":\"" + Fictitious.POSTAL_CODE + "\"}]}\n");
    private static final byte[] BIRTH = Json.bytes("\",\"birthDate\":\"");
    private static final byte[] DEATH = Json.bytes("\",\"deceasedDateTime\":\"");
    private static final byte[] END = Json.bytes("\"}\n");

    private static final byte[][] GIVENS = bytes(Fictitious.GIVEN);
    private static final byte[][] FAMILIES = bytes(Fictitious.FAMILY);
    private static final byte[][] LINES = bytes(Fictitious.LINES);
    private static final byte[][] CITIES = bytes(Fictitious.CITIES);

    private final Names names;
    private final int sex;
    private final int origin;
    private final boolean named;
    private final byte[][] genders;
    private final byte[][] extensions;

    /**
     * @param named whether they get names and addresses, or their number for a name
     */
    Patients(CohortHeader header, Names names, boolean named) {
        this.names = names;
        this.named = named;
        sex = header.indexOf("sex");
        origin = header.indexOf("race_ethnicity");
        genders = levels(header, sex).stream().map(Patients::gender).toArray(byte[][]::new);
        extensions =
                levels(header, origin).stream()
                        .map(l -> Json.bytes(Names.meta("us-core-patient") + extensions(l)))
                        .toArray(byte[][]::new);
    }

    private static byte[][] bytes(List<String> texts) {
        return texts.stream().map(Json::bytes).toArray(byte[][]::new);
    }

    private static List<String> levels(CohortHeader header, int field) {
        return field < 0 ? List.of() : header.fields().get(field).levels();
    }

    private static byte[] gender(String level) {
        boolean known = level.equals("female") || level.equals("male");
        return Json.bytes(known ? level : "unknown");
    }

    /** By the levels of NHANES, which asks Hispanic people no race. */
    private static String extensions(String level) {
        String race =
                switch (level) {
                    case "NH White" -> Json.coding(OMB, "2106-3", "White");
                    case "NH Black" -> Json.coding(OMB, "2054-5", "Black or African American");
                    case "NH Asian" -> Json.coding(OMB, "2028-9", "Asian");
                    default -> Json.coding(UNKNOWN, "UNK", "unknown");
                };
        boolean hispanic = level.equals("Mexican American") || level.equals("Other Hispanic");
        String ethnicity =
                hispanic
                        ? Json.coding(OMB, "2135-2", "Hispanic or Latino")
                        : Json.coding(OMB, "2186-5", "Not Hispanic or Latino");
        return ",\"extension\":["
                + extension("us-core-race", race, level)
                + ","
                + extension("us-core-ethnicity", ethnicity, level)
                + "]";
    }

    private static String extension(String url, String category, String text) {
        return "{\"url\":\""
                + CORE
                + url
                + "\",\"extension\":[{\"url\":\"ombCategory\",\"valueCoding\":"
                + category
                + "},{\"url\":\"text\",\"valueString\":"
                + Json.text(text)
                + "}]}";
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        for (int p = 0; p < block.count(); p++) {
            long number = block.first() + p + 1;
            out.text(OPEN);
            names.patient(out, number);
            out.symbol('"');
            out.text(of(extensions, block, origin, p, PLAIN));
            out.text(IDENTIFIER);
            names.patient(out, number);
            out.text(NAME);
            name(out, number);
            out.text(GENDER);
            out.text(of(genders, block, sex, p, NOBODY_KNOWS));
            int birth = block.record().birthDay(p);
            if (birth != Events.NO_DAY) {
                out.text(BIRTH);
                out.day(birth);
            }
            int death = block.record().deathDay(p);
            if (death != Events.NO_DAY) {
                out.text(DEATH);
                out.day(death);
            }
            if (named) {
                address(out, number - 1);
            } else {
                out.text(END);
            }
        }
        return block.count();
    }

    private void name(TextOutput out, long number) throws IOException {
        if (named) {
            pick(out, FAMILIES, number - 1);
            out.text(GIVEN);
            pick(out, GIVENS, number - 1);
        } else {
            out.text(NUMBERED);
            names.patient(out, number);
            out.text(GIVEN);
            out.text(PATIENT);
        }
    }

    private static void pick(TextOutput out, byte[][] list, long patient) throws IOException {
        out.text(list[(int) (patient % list.length)]);
    }

    private static void address(TextOutput out, long patient) throws IOException {
        out.text(LINE);
        pick(out, LINES, patient);
        out.text(CITY);
        pick(out, CITIES, patient);
        out.text(POSTAL_CODE);
    }

    private static final byte[] PLAIN = Json.bytes(Names.meta("us-core-patient"));
    private static final byte[] NOBODY_KNOWS = Json.bytes("unknown");

    private static byte[] of(byte[][] by, PatientBlock block, int field, int p, byte[] otherwise) {
        double level = field < 0 ? Double.NaN : block.column(field)[p];
        return Double.isNaN(level) ? otherwise : by[(int) level];
    }
}
