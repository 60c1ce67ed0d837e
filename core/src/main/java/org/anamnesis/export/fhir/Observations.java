package org.anamnesis.export.fhir;

import java.io.IOException;
import java.util.List;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Concept;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.Codes;
import org.anamnesis.export.Decimals;
import org.anamnesis.export.ReferenceLimits;
import org.anamnesis.export.TextOutput;

/**
 * {@code Observation}: one a value, under the profile of US Core for its kind. Systolic and
 * diastolic pressure of a visit are the components of one; whether the patient smokes is one too.
 */
final class Observations {
    private static final String SYSTOLIC = "8480-6";
    private static final String DIASTOLIC = "8462-4";
    private static final String SMOKING = "72166-2";

    private static final byte[] OPEN = Names.open("Observation", "o");
    private static final byte[] EFFECTIVE = Json.bytes(",\"effectiveDateTime\":\"");
    private static final byte[] PERFORMER =
            Json.bytes(
                    "\",\"performer\":["
                            + Json.reference("Practitioner/" + Names.PRACTITIONER)
                            + "]");
    private static final byte[] QUANTITY = Json.bytes(",\"valueQuantity\":{\"value\":");
    private static final byte[] END = Json.bytes("}\n");

    /** One field as an observation. */
    @SuppressWarnings("ArrayRecordComponent") // bytes made once, never compared
    private record Meaning(
            byte[] id, byte[] head, byte[] unit, byte[] range, byte[][] answers, int decimals) {}

    private final Names names;
    private final Meaning[] meanings;
    private final Pressure pressure;
    private final int systolic;
    private final int diastolic;
    private final Meaning smokes;

    Observations(CohortHeader header, Catalog catalog, Names names) {
        this.names = names;
        List<Field> fields = header.described();
        double[] low = ReferenceLimits.low(fields, catalog);
        double[] high = ReferenceLimits.high(fields, catalog);
        meanings = new Meaning[fields.size()];
        for (int k = 0; k < meanings.length; k++) {
            Field f = fields.get(k);
            meanings[k] = meaning(f, loinc(f), range(f, low[k], high[k]));
        }
        systolic = coded(fields, SYSTOLIC);
        diastolic = coded(fields, DIASTOLIC);
        pressure = new Pressure(names);
        int smoking = habit(header);
        smokes = smoking < 0 ? null : meaning(fields.get(smoking), SMOKING, "");
    }

    /** Position of the smoking status that everyone has, or −1. */
    private static int habit(CohortHeader header) {
        int k = header.indexOf("smoking");
        return k >= 0 && header.fields().get(k).role() == Field.Role.DEMOGRAPHIC ? k : -1;
    }

    private static String loinc(Field field) {
        return field.role() == Field.Role.OBSERVATION
                ? Codes.verified(field.concept(), CodeSystem.LOINC)
                : "";
    }

    private static int coded(List<Field> fields, String code) {
        for (int k = 0; k < fields.size(); k++) {
            if (loinc(fields.get(k)).equals(code)) {
                return k;
            }
        }
        return -1;
    }

    private static Meaning meaning(Field field, String loinc, String range) {
        String words = field.concept().map(Concept::name).orElse(field.label());
        String coding =
                loinc.isEmpty() ? "" : "\"coding\":[" + Kinds.of(loinc).codings(loinc) + "],";
        String head =
                Kinds.of(loinc).json()
                        + ",\"code\":{"
                        + coding
                        + "\"text\":"
                        + Json.text(words)
                        + "}";
        byte[][] answers =
                field.levels().stream()
                        .map(l -> Json.bytes(answer(loinc, l)))
                        .toArray(byte[][]::new);
        return new Meaning(
                Json.bytes("-" + Names.part(field.id()) + "\""),
                Json.bytes(head),
                Json.bytes(unit(field)),
                Json.bytes(range),
                answers,
                field.decimals());
    }

    /** SNOMED CT: never smoked tobacco, ex-smoker, smoker, as public FHIR guides have them. */
    private static String answer(String loinc, String level) {
        String code =
                !loinc.equals(SMOKING)
                        ? ""
                        : switch (level) {
                            case "never" -> "266919005";
                            case "former" -> "8517006";
                            case "current" -> "77176002";
                            default -> "";
                        };
        String coding =
                code.isEmpty()
                        ? ""
                        : "\"coding\":[" + Json.coding(CodeSystem.SNOMED_CT.uri(), code, "") + "],";
        return ",\"valueCodeableConcept\":{" + coding + "\"text\":" + Json.text(level) + "}";
    }

    /** Unit and code of a quantity, which end it; a number without a unit has UCUM's 1. */
    static String unit(Field field) {
        String code = field.unit().isEmpty() ? "1" : field.unit();
        return ",\"unit\":"
                + Json.text(code)
                + ",\"system\":\"http://unitsofmeasure.org\",\"code\":"
                + Json.text(code)
                + "}";
    }

    private static String range(Field field, double low, double high) {
        if (Double.isNaN(low) && Double.isNaN(high)) {
            return "";
        }
        String from = Double.isNaN(low) ? "" : "\"low\":" + quantity(field, low);
        String to = Double.isNaN(high) ? "" : "\"high\":" + quantity(field, high);
        String between = from.isEmpty() || to.isEmpty() ? "" : ",";
        return ",\"referenceRange\":[{" + from + between + to + "}]";
    }

    private static String quantity(Field field, double value) {
        return "{\"value\":"
                + java.math.BigDecimal.valueOf(
                                Decimals.scaled(value, field.decimals()), field.decimals())
                        .toPlainString()
                + unit(field);
    }

    /** In the order of patients, as all resources are. */
    long write(PatientBlock block, TextOutput out) throws IOException {
        Events events = block.record().observations();
        Events habits = block.record().habits();
        long written = 0;
        int e = 0;
        int h = 0;
        for (int p = 0; p < block.count(); p++) {
            while (h < habits.count() && habits.patient(h) == p) {
                smoker(block, habits, h, out);
                h++;
                written++;
            }
            while (e < events.count() && events.patient(e) == p) {
                int to = e;
                while (to < events.count() && sameVisit(events, e, to)) {
                    to++;
                }
                written += visit(block, events, e, to, out);
                e = to;
            }
        }
        return written;
    }

    /** Values of one visit, from the first on and before another. */
    private long visit(PatientBlock block, Events events, int from, int to, TextOutput out)
            throws IOException {
        int upper = -1;
        int lower = -1;
        for (int i = from; i < to; i++) {
            upper = events.what(i) == systolic ? i : upper;
            lower = events.what(i) == diastolic ? i : lower;
        }
        long written = 0;
        for (int i = from; i < to; i++) {
            if (i == upper || (i == lower && upper < 0)) {
                pressure.write(block, events, upper, lower, out);
                written++;
            } else if (i != lower) {
                value(block, events, i, out);
                written++;
            }
        }
        return written;
    }

    private static boolean sameVisit(Events events, int a, int b) {
        return events.patient(a) == events.patient(b) && events.visit(a) == events.visit(b);
    }

    private void value(PatientBlock block, Events events, int e, TextOutput out)
            throws IOException {
        Meaning m = meanings[events.what(e)];
        long number = block.first() + events.patient(e) + 1;
        begin(m, number, events.visit(e), events.start(e), out);
        if (m.answers.length > 0) {
            out.text(m.answers[(int) events.value(e)]);
        } else {
            out.text(QUANTITY);
            out.number(Decimals.scaled(events.value(e), m.decimals), m.decimals);
            out.text(m.unit);
            out.text(m.range);
        }
        out.text(END);
    }

    private void begin(Meaning m, long number, int visit, int day, TextOutput out)
            throws IOException {
        out.text(OPEN);
        names.visit(out, number, visit);
        out.text(m.id);
        out.text(m.head);
        names.subjectAndEncounter(out, number, visit);
        out.text(EFFECTIVE);
        out.day(day);
        out.text(PERFORMER);
    }

    private void smoker(PatientBlock block, Events habits, int h, TextOutput out)
            throws IOException {
        begin(smokes, block.first() + habits.patient(h) + 1, habits.visit(h), habits.start(h), out);
        out.text(smokes.answers[(int) habits.value(h)]);
        out.text(END);
    }
}
