package org.anamnesis.export.fhir;

import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;

/** Which goals each patient has at the index visit, the last on record; goals are for adults. */
final class Aims {
    private static final int ADULT_DAYS = 6575; // 18 years
    private static final int NONE = -1;

    private final int[][] fields;

    Aims(CohortHeader header) {
        List<Field> all = header.fields();
        fields =
                Aim.ALL.stream()
                        .map(
                                a ->
                                        IntStream.range(0, all.size())
                                                .filter(k -> isReason(all.get(k), a))
                                                .toArray())
                        .toArray(int[][]::new);
    }

    private static boolean isReason(Field field, Aim aim) {
        return field.role() == Field.Role.CONDITION && aim.conditions().contains(field.id());
    }

    /** Position of the first visit behind those of a patient. */
    static int behind(Events visits, int from, int patient) {
        int v = from;
        while (v < visits.count() && visits.patient(v) == patient) {
            v++;
        }
        return v;
    }

    /**
     * The condition for which an adult has a goal, −1 for who has it not.
     *
     * @param aim position in {@link Aim#ALL}
     * @param day of the index visit
     */
    int reason(int aim, PatientBlock block, int p, int day) {
        int birth = block.record().birthDay(p);
        if (birth != Events.NO_DAY && day - (long) birth < ADULT_DAYS) {
            return NONE;
        }
        for (int k : fields[aim]) {
            if (block.column(k)[p] == 1) {
                return k;
            }
        }
        return NONE;
    }
}
