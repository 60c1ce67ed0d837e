package org.anamnesis.generate.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.RecordBlock;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.generate.course.Draws;
import org.anamnesis.random.SeedTree;

/**
 * Allergies as records have them, by prevalence; never against a drug that the patient takes. They
 * are asked for at the first visit.
 */
final class Allergies {
    static final String BASIS =
            "Allergies are asked for at the first visit on record; of whoever has none it is"
                    + " written down in 80 % that none is known, the threshold of the Meaningful Use"
                    + " rules (unverified), and the others are silent (assumption); one allergy does"
                    + " not make another more likely (assumption)";

    private static final double NONE_WRITTEN = 0.8;
    private static final String FEMALE = "female";

    private record Line(
            int allergen, double women, double men, List<String> notWith, Draws draws) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Field> fields;
    private final int female;
    private final Draws none;
    private int drug;

    Allergies(CohortHeader header, SeedTree seeds) {
        fields = header.fields();
        female = header.levelOf("sex", FEMALE);
        none = new Draws(seeds, "no allergy");
        for (Map<String, String> l : CareTable.ALLERGIES) {
            String id = l.get("allergen");
            lines.add(
                    new Line(
                            RecordConcepts.indexOf(RecordConcepts.ALLERGENS, id),
                            Double.parseDouble(l.get("women")),
                            Double.parseDouble(l.get("men")),
                            List.of(l.get("not_with").split(",")),
                            new Draws(seeds, "allergy " + id)));
        }
    }

    /** Patients come one after the other, the first of a block first. */
    void fill(Attended patient, RecordBlock record) {
        Events drugs = record.medications();
        int from = patient.row == 0 ? 0 : drug;
        drug = from;
        while (drug < drugs.count() && drugs.patient(drug) == patient.row) {
            drug++;
        }
        if (patient.visits() == 0) {
            return;
        }
        boolean any = false;
        for (Line line : lines) {
            double share =
                    female < 0
                            ? (line.women() + line.men()) / 2
                            : patient.isOf(female) ? line.women() : line.men();
            if (line.draws().of(patient.patient).uniform() < share
                    && !takes(line.notWith(), drugs, from)) {
                add(patient, line.allergen(), record);
                any = true;
            }
        }
        if (!any && none.of(patient.patient).uniform() < NONE_WRITTEN) {
            add(patient, 0, record);
        }
    }

    private static void add(Attended patient, int allergen, RecordBlock record) {
        int day = patient.day(0);
        record.allergies().add(patient.row, 0, allergen, day, Events.NO_DAY, Double.NaN);
    }

    private boolean takes(List<String> against, Events drugs, int from) {
        for (int e = from; e < drug; e++) {
            Field field = fields.get(drugs.what(e));
            if (against.contains(field.id())
                    || against.contains(field.levels().get((int) drugs.value(e)))) {
                return true;
            }
        }
        return false;
    }
}
