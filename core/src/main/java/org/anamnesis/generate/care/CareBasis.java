package org.anamnesis.generate.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.plan.Pace;

/** Who says what is done for whom: one sentence a process, and what is assumed says so. */
public final class CareBasis {
    private CareBasis() {}

    /**
     * Of every process that the records of a cohort rest on.
     *
     * @param asked by procedure, the rhythm in which it was asked
     */
    public static List<String> of(CohortHeader header, Map<String, Pace> asked) {
        List<String> all = new ArrayList<>();
        for (Map<String, String> line : CareTable.PROCEDURES) {
            if (Rule.applies(line, header) && lasting(asked, line.get("procedure")) == 0) {
                all.add(procedure(line));
            }
        }
        for (RecordConcept p : RecordConcepts.PROCEDURES) {
            if (asked.containsKey(p.id())) {
                all.add(
                        p.name()
                                + ": in the rhythm that was asked, as long as it was asked (stated by you)");
            }
        }
        all.add(
                "Procedures: done at the first visit of their kind after they fell due, if at all;"
                        + " half of whether they are done is a person's own habit (assumption)");
        for (Map<String, String> line : CareTable.VACCINES) {
            all.add(vaccine(line));
        }
        all.add(
                "Vaccines: those given at a visit on record; what pharmacies and others give is not"
                        + " there (assumption); who has it once in life had it at any time since"
                        + " they could, half of the other decisions are a person's own habit"
                        + " (assumptions)");
        CareTable.SCHEDULE.stream().map(CareBasis::dose).distinct().forEach(all::add);
        all.add(ChildhoodSeries.BASIS);
        for (Map<String, String> line : CareTable.ALLERGIES) {
            int k = RecordConcepts.indexOf(RecordConcepts.ALLERGENS, line.get("allergen"));
            all.add(
                    "Allergy, %s: %s"
                            .formatted(RecordConcepts.ALLERGENS.get(k).name(), line.get("basis")));
        }
        all.add(Allergies.BASIS);
        if (header.indexOf("smoking") >= 0) {
            all.add(Smoking.BASIS);
        }
        return List.copyOf(all);
    }

    private static double lasting(Map<String, Pace> asked, String procedure) {
        return asked.getOrDefault(procedure, Pace.PRACTICE).then();
    }

    private static String vaccine(Map<String, String> line) {
        int k = RecordConcepts.indexOf(RecordConcepts.VACCINES, line.get("vaccine"));
        boolean first = line.get("since").compareTo("2000") < 0;
        boolean last = line.get("until").compareTo("2090") > 0;
        return RecordConcepts.VACCINES.get(k).name()
                + " at %s to %s years".formatted(line.get("from"), line.get("to"))
                + (first ? "" : " from " + line.get("since"))
                + (last ? "" : " until " + line.get("until"))
                + ": "
                + line.get("basis");
    }

    private static String dose(Map<String, String> line) {
        String series = line.get("series");
        String vaccine = line.get("vaccine");
        String months =
                CareTable.SCHEDULE.stream()
                        .filter(l -> l.get("series").equals(series))
                        .filter(l -> l.get("vaccine").equals(vaccine))
                        .filter(l -> l.get("basis").equals(line.get("basis")))
                        .map(l -> l.get("month"))
                        .collect(Collectors.joining(", "));
        int k = RecordConcepts.indexOf(RecordConcepts.VACCINES, vaccine);
        return RecordConcepts.VACCINES.get(k).name()
                + " from %s months on, until %s: %s"
                        .formatted(months, line.get("until"), line.get("basis"));
    }

    private static String procedure(Map<String, String> line) {
        int k = RecordConcepts.indexOf(RecordConcepts.PROCEDURES, line.get("procedure"));
        String reason = line.get("for").equals("-") ? "" : ", for " + line.get("for");
        String when =
                line.get("how").equals("EVERY")
                        ? "every %s months".formatted(line.get("months"))
                        : "within %s months of the onset".formatted(line.get("months"));
        return RecordConcepts.PROCEDURES.get(k).name()
                + reason.replace(",", ", ").replace(",  ", ", ")
                + ", "
                + when
                + ": "
                + line.get("basis");
    }
}
