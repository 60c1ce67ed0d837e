package org.anamnesis.export.fhir;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.TextOutput;

/**
 * {@code Goal}: US Core, one an adult with type 1 or type 2 diabetes: HbA1c below 7 %, the goal for
 * many adults who are not pregnant (ADA, Standards of Care in Diabetes 2025; source {@code
 * ada-criteria}).
 */
final class Goals {
    private static final int ADULT_DAYS = 6575; // 18 years
    private static final List<String> CONDITIONS = List.of("type-2-diabetes", "type-1-diabetes");
    private static final byte[] OPEN = Names.open("Goal", "g");
    private static final byte[] HEAD =
            Json.bytes(
                    "-hba1c\""
                            + Names.meta("us-core-goal")
                            + ",\"lifecycleStatus\":\"active\",\"description\":{\"text\":"
                            + Json.text(
                                    "HbA1c below 7 %, the goal for many adults who are not pregnant"
                                            + " (ADA 2025)")
                            + "}");
    private static final byte[] START = Json.bytes(",\"startDate\":\"");
    private static final byte[] ADDRESSES =
            Json.bytes(
                    "\",\"target\":[{\"measure\":"
                            + Json.concept("http://loinc.org", "4548-4", "")
                            + ",\"detailQuantity\":{\"value\":7,\"comparator\":\"<\",\"unit\":\"%\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"%\"}}]"
                            + ",\"addresses\":[{\"reference\":\"Condition/c-");
    private static final byte[] CLOSE = Json.bytes("\"}]}\n");

    private final Names names;
    private final int[] conditions;
    private final byte[][] ids;

    Goals(CohortHeader header, Names names) {
        this.names = names;
        List<Field> fields = header.fields();
        conditions =
                IntStream.range(0, fields.size())
                        .filter(k -> fields.get(k).role() == Field.Role.CONDITION)
                        .filter(k -> CONDITIONS.contains(fields.get(k).id()))
                        .toArray();
        ids = fields.stream().map(f -> Json.bytes("-" + Names.part(f.id()))).toArray(byte[][]::new);
    }

    long write(PatientBlock block, TextOutput out) throws IOException {
        Events visits = block.record().visits();
        long written = 0;
        for (int v = 0; v < visits.count(); v++) {
            int p = visits.patient(v);
            boolean last = v + 1 == visits.count() || visits.patient(v + 1) != p;
            int birth = block.record().birthDay(p);
            boolean adult = birth == Events.NO_DAY || visits.start(v) - (long) birth >= ADULT_DAYS;
            for (int k : conditions) {
                if (last && adult && block.column(k)[p] == 1) {
                    goal(block.first() + p + 1, k, visits.start(v), out);
                    written++;
                    break; // nobody has two types
                }
            }
        }
        return written;
    }

    private void goal(long number, int condition, int day, TextOutput out) throws IOException {
        out.text(OPEN);
        names.patient(out, number);
        out.text(HEAD);
        names.subject(out, number);
        out.text(START);
        out.day(day);
        out.text(ADDRESSES);
        names.patient(out, number);
        out.text(ids[condition]);
        out.text(CLOSE);
    }
}
