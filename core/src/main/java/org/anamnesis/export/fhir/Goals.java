package org.anamnesis.export.fhir;

import java.io.IOException;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.TextOutput;

/**
 * {@code Goal}: US Core, one a target that a guideline sets for the patient ({@code goals.tsv}).
 */
final class Goals {
    private static final byte[] OPEN = Names.open("Goal", "g");
    private static final byte[] START = Json.bytes(",\"startDate\":\"");
    private static final byte[] CLOSE = Json.bytes("\"}]}\n");

    private final Names names;
    private final Aims aims;
    private final byte[][] heads;
    private final byte[][] targets;
    private final byte[][] conditions;

    Goals(CohortHeader header, Names names) {
        this.names = names;
        aims = new Aims(header);
        heads = Aim.ALL.stream().map(Goals::head).toArray(byte[][]::new);
        targets =
                Aim.ALL.stream()
                        .map(
                                a ->
                                        Json.bytes(
                                                "\",\"target\":"
                                                        + a.targetJson()
                                                        + ",\"addresses\":[{\"reference\":\"Condition/c-"))
                        .toArray(byte[][]::new);
        conditions =
                header.fields().stream()
                        .map(f -> Json.bytes("-" + Names.part(f.id())))
                        .toArray(byte[][]::new);
    }

    private static byte[] head(Aim aim) {
        return Json.bytes(
                "-"
                        + aim.id()
                        + "\""
                        + Names.meta("us-core-goal")
                        + ",\"lifecycleStatus\":\"active\",\"description\":{\"text\":"
                        + Json.text(aim.words())
                        + "}");
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        Events visits = block.record().visits();
        long written = 0;
        int v = 0;
        for (int p = 0; p < block.count(); p++) {
            int behind = Aims.behind(visits, v, p);
            for (int a = 0; a < Aim.ALL.size() && behind > v; a++) {
                int day = visits.start(behind - 1);
                int reason = aims.reason(a, block, p, day);
                if (reason >= 0) {
                    goal(block.first() + p + 1, a, reason, day, out);
                    written++;
                }
            }
            v = behind;
        }
        return written;
    }

    private void goal(long number, int aim, int condition, int day, TextOutput out)
            throws IOException {
        out.text(OPEN);
        names.patient(out, number);
        out.text(heads[aim]);
        names.subject(out, number);
        out.text(START);
        out.day(day);
        out.text(targets[aim]);
        names.patient(out, number);
        out.text(conditions[condition]);
        out.text(CLOSE);
    }
}
