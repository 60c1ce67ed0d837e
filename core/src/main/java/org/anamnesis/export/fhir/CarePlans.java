package org.anamnesis.export.fhir;

import java.io.IOException;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.TextOutput;

/**
 * {@code CarePlan}: US Core, one a patient with a {@code Goal}: for which conditions, which goals,
 * and that what they aim at is measured again.
 */
final class CarePlans {
    private static final byte[] OPEN = Names.open("CarePlan", "n");
    private static final byte[] HEAD =
            Json.bytes(
                    "\""
                            + Names.meta("us-core-careplan")
                            + ",\"text\":{\"status\":\"generated\",\"div\":"
                            + "\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">");
    private static final byte[] STATUS =
            Json.bytes(
                    "</div>\"},\"status\":\"active\",\"intent\":\"plan\",\"category\":["
                            + Json.concept(
                                    "http://hl7.org/fhir/us/core/CodeSystem/careplan-category",
                                    "assess-plan",
                                    "")
                            + "]");
    private static final byte[] PERIOD = Json.bytes(",\"period\":{\"start\":\"");
    private static final byte[] ADDRESSES = Json.bytes("\"},\"addresses\":[");
    private static final byte[] CONDITION = Json.bytes("{\"reference\":\"Condition/c-");
    private static final byte[] GOALS = Json.bytes("],\"goal\":[");
    private static final byte[] GOAL = Json.bytes("{\"reference\":\"Goal/g-");
    private static final byte[] ACTIVITIES = Json.bytes("],\"activity\":[");
    private static final byte[] END = Json.bytes("\"}");
    private static final byte[] ACTIVITY_END = Json.bytes("\"}]}}");
    private static final byte[] CLOSE = Json.bytes("]}\n");
    private static final byte[] COMMA = Json.bytes(",");
    private static final byte[] BREAK = Json.bytes("<br/>");

    private final Names names;
    private final Aims aims;
    private final int[] reasons = new int[Aim.ALL.size()];
    private final byte[][] words;
    private final byte[][] goals;
    private final byte[][] activities;
    private final byte[][] conditions;

    CarePlans(CohortHeader header, Names names) {
        this.names = names;
        aims = new Aims(header);
        words = Aim.ALL.stream().map(a -> Json.bytes(inside(a.words()))).toArray(byte[][]::new);
        goals = Aim.ALL.stream().map(a -> Json.bytes("-" + a.id())).toArray(byte[][]::new);
        activities = Aim.ALL.stream().map(CarePlans::activity).toArray(byte[][]::new);
        conditions =
                header.fields().stream()
                        .map(f -> Json.bytes("-" + Names.part(f.id())))
                        .toArray(byte[][]::new);
    }

    /** As text of XHTML within a string of JSON. */
    private static String inside(String words) {
        String text = Json.text(words.replace("&", "&amp;").replace("<", "&lt;"));
        return text.substring(1, text.length() - 1);
    }

    private static byte[] activity(Aim aim) {
        return Json.bytes(
                "{\"detail\":{\"kind\":\"ServiceRequest\",\"code\":"
                        + Json.concept(CodeSystem.LOINC.uri(), aim.measured(), "")
                        + ",\"status\":\"in-progress\",\"goal\":[{\"reference\":\"Goal/g-");
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        Events visits = block.record().visits();
        long written = 0;
        int v = 0;
        for (int p = 0; p < block.count(); p++) {
            int behind = Aims.behind(visits, v, p);
            if (behind > v) {
                int day = visits.start(behind - 1);
                boolean any = false;
                for (int a = 0; a < reasons.length; a++) {
                    reasons[a] = aims.reason(a, block, p, day);
                    any |= reasons[a] >= 0;
                }
                if (any) {
                    plan(block.first() + p + 1, behind - v - 1, day, out);
                    written++;
                }
            }
            v = behind;
        }
        return written;
    }

    private void plan(long number, int visit, int day, TextOutput out) throws IOException {
        out.text(OPEN);
        names.patient(out, number);
        out.text(HEAD);
        each(out, BREAK, a -> out.text(words[a]));
        out.text(STATUS);
        names.subjectAndEncounter(out, number, visit);
        out.text(PERIOD);
        out.day(day);
        out.text(ADDRESSES);
        each(out, COMMA, a -> refer(out, CONDITION, number, conditions[reasons[a]], END));
        out.text(GOALS);
        each(out, COMMA, a -> refer(out, GOAL, number, goals[a], END));
        out.text(ACTIVITIES);
        each(out, COMMA, a -> refer(out, activities[a], number, goals[a], ACTIVITY_END));
        out.text(CLOSE);
    }

    private void refer(TextOutput out, byte[] begin, long number, byte[] what, byte[] end)
            throws IOException {
        out.text(begin);
        names.patient(out, number);
        out.text(what);
        out.text(end);
    }

    /** Writes a piece for each goal that the patient has. */
    private interface Piece {
        void write(int aim) throws IOException;
    }

    private void each(TextOutput out, byte[] between, Piece piece) throws IOException {
        boolean first = true;
        for (int a = 0; a < reasons.length; a++) {
            if (reasons[a] >= 0) {
                if (!first) {
                    out.text(between);
                }
                first = false;
                piece.write(a);
            }
        }
    }
}
