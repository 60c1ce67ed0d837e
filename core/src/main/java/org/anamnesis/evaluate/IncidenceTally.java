package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * Counts who came to have a condition within the years on record, beside what published models
 * expected of them. What was asked of the cohort is left out: who was chosen for a condition tells
 * nothing of how often it comes.
 */
final class IncidenceTally {
    private static final double DAYS_PER_YEAR = 365.25;

    private final List<Field> known;
    private final Set<String> chosen;
    private final long[] began;
    private final double[] expected;
    private final double[] years;
    private final int[] onset;

    IncidenceTally(CohortHeader header, CohortSpec spec) {
        known = header.described();
        chosen = chosen(spec);
        began = new long[known.size()];
        expected = new double[known.size()];
        years = new double[known.size()];
        onset = new int[known.size()];
    }

    private static Set<String> chosen(CohortSpec spec) {
        Set<String> asked = new HashSet<>();
        spec.condition().ifPresent(asked::add);
        for (Constraint c : spec.constraints()) {
            if (c instanceof Constraint.Require r) {
                conditions(r.criterion(), asked);
            } else if (c instanceof Constraint.Share s) {
                conditions(s.criterion(), asked);
            }
        }
        if (asked.contains("coronary-artery-disease")) {
            asked.add(RecordOnly.INFARCTION);
        }
        return asked;
    }

    private static void conditions(Criterion criterion, Set<String> into) {
        if (criterion instanceof Criterion.HasCondition h) {
            into.add(h.condition());
        } else if (criterion instanceof Criterion.Not n) {
            conditions(n.inner(), into);
        } else if (criterion instanceof Criterion.AtLeast a) {
            a.of().forEach(c -> conditions(c, into));
        }
    }

    void accept(PatientBlock block) {
        Events risks = block.record().risks();
        Events had = block.record().conditions();
        int next = 0;
        int patient = -1;
        for (int r = 0; r < risks.count(); r++) {
            if (risks.patient(r) != patient) {
                patient = risks.patient(r);
                Arrays.fill(onset, Events.NO_DAY);
                while (next < had.count() && had.patient(next) <= patient) {
                    if (had.patient(next) == patient) {
                        onset[had.what(next)] = had.start(next);
                    }
                    next++;
                }
            }
            int k = risks.what(r);
            boolean begun = onset[k] != Events.NO_DAY;
            began[k] += begun ? 1 : 0;
            expected[k] += risks.value(r);
            int end = begun ? onset[k] : risks.end(r);
            years[k] += (end - risks.start(r)) / DAYS_PER_YEAR;
        }
    }

    List<HistoryFindings.Incidence> result() {
        List<HistoryFindings.Incidence> all = new ArrayList<>();
        for (int k = 0; k < known.size(); k++) {
            Field field = known.get(k);
            if (expected[k] > 0 && !chosen.contains(field.id())) {
                String name = field.concept().map(Concept::name).orElse(field.label());
                all.add(new HistoryFindings.Incidence(name, began[k], expected[k], years[k]));
            }
        }
        return all;
    }
}
