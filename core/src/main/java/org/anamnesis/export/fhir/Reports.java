package org.anamnesis.export.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.Codes;
import org.anamnesis.export.TextOutput;

/**
 * {@code DiagnosticReport}: US Core for laboratory results, one a panel of which two values or more
 * were measured at a visit. Panels: {@code reports.tsv}.
 */
final class Reports {
    private static final int LEAST = 2;
    private static final byte[] OPEN = Names.open("DiagnosticReport", "r");
    private static final byte[] EFFECTIVE = Json.bytes(",\"effectiveDateTime\":\"");
    private static final byte[] ISSUED = Json.bytes("\",\"issued\":\"");
    private static final byte[] PERFORMER =
            Json.bytes(
                    "T12:00:00Z\",\"performer\":["
                            + Json.reference("Organization/" + Names.ORGANIZATION)
                            + "],\"result\":[");
    private static final byte[] RESULT = Json.bytes("{\"reference\":\"Observation/o-");
    private static final byte[] RESULT_END = Json.bytes("\"}");
    private static final byte[] CLOSE = Json.bytes("]}\n");

    /** One panel with the fields that are reported under it. */
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    private record Panel(byte[] id, byte[] head, boolean[] holds) {}

    private final Names names;
    private final List<Panel> panels;
    private final byte[][] results;

    Reports(CohortHeader header, Names names) {
        this.names = names;
        List<Field> fields = header.described();
        panels = rows().stream().map(r -> panel(r, fields)).toList();
        results =
                fields.stream()
                        .map(f -> Json.bytes("-" + Names.part(f.id())))
                        .toArray(byte[][]::new);
    }

    private static Panel panel(String[] row, List<Field> fields) {
        List<String> members = Arrays.asList(row[2].split(","));
        boolean[] holds = new boolean[fields.size()];
        for (int k = 0; k < holds.length; k++) {
            holds[k] =
                    fields.get(k).role() == Field.Role.OBSERVATION
                            && members.contains(
                                    Codes.verified(fields.get(k).concept(), CodeSystem.LOINC));
        }
        String code = Json.coding(CodeSystem.LOINC.uri(), row[0], "");
        return new Panel(
                Json.bytes("-" + row[0] + "\""),
                Json.bytes(
                        Names.meta("us-core-diagnosticreport-lab")
                                + ",\"status\":\"final\",\"category\":["
                                + Json.concept(
                                        "http://terminology.hl7.org/CodeSystem/v2-0074", "LAB", "")
                                + "],\"code\":{\"coding\":["
                                + code
                                + "],\"text\":"
                                + Json.text(row[1])
                                + "}"),
                holds);
    }

    private static List<String[]> rows() {
        try (InputStream in = Reports.class.getResourceAsStream("reports.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        Events events = block.record().observations();
        long written = 0;
        int from = 0;
        while (from < events.count()) {
            int to = from;
            while (to < events.count()
                    && events.patient(to) == events.patient(from)
                    && events.visit(to) == events.visit(from)) {
                to++;
            }
            for (Panel panel : panels) {
                List<Integer> members = members(panel, events, from, to);
                if (members.size() >= LEAST) {
                    report(panel, block, events, members, out);
                    written++;
                }
            }
            from = to;
        }
        return written;
    }

    private static List<Integer> members(Panel panel, Events events, int from, int to) {
        List<Integer> all = new ArrayList<>();
        for (int e = from; e < to; e++) {
            if (panel.holds[events.what(e)]) {
                all.add(e);
            }
        }
        return all;
    }

    private void report(
            Panel panel, PatientBlock block, Events events, List<Integer> members, TextOutput out)
            throws IOException {
        int first = members.get(0);
        long number = block.first() + events.patient(first) + 1;
        int visit = events.visit(first);
        out.text(OPEN);
        names.visit(out, number, visit);
        out.text(panel.id);
        out.text(panel.head);
        names.subjectAndEncounter(out, number, visit);
        out.text(EFFECTIVE);
        out.day(events.start(first));
        out.text(ISSUED);
        out.day(events.start(first));
        out.text(PERFORMER);
        for (int k = 0; k < members.size(); k++) {
            if (k > 0) {
                out.symbol(',');
            }
            out.text(RESULT);
            names.visit(out, number, visit);
            out.text(results[events.what(members.get(k))]);
            out.text(RESULT_END);
        }
        out.text(CLOSE);
    }
}
