package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.generate.course.IndexOrders;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedField;
import org.anamnesis.random.SeedTree;

/**
 * Takes out of the finished columns what practice would not have measured at the index visit: whole
 * panels, each by a draw of its own. Patients in hospital or an emergency department are measured
 * (assumption).
 */
final class IndexGaps {
    /** HbA1c in % from which it is looked at more often. */
    private static final double GOAL = 7;

    private static final Set<String> DIABETES =
            Set.of("type-1-diabetes", "type-2-diabetes", "gestational-diabetes");

    private static final Set<String> ACUTE = Set.of("sepsis", "pneumonia-covid-19");

    /** Columns of one panel. */
    private record Panel(String observation, String name, List<Integer> columns) {}

    private final List<Panel> panels = new ArrayList<>();
    private final int[] conditions;
    private final int[] diabetes;
    private final int[] acute;
    private final Integer hba1c;
    private final double visits;

    IndexGaps(GenerationPlan plan, Map<String, Integer> position) {
        List<PlannedField> fields = plan.fields();
        for (int k = 0; k < fields.size(); k++) {
            PlannedField f = fields.get(k);
            if (f.role() == PlannedField.Role.OBSERVATION) {
                String name = IndexOrders.panel(f.id());
                Panel panel =
                        panels.stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
                if (panel == null) {
                    panel = new Panel(f.id(), name, new ArrayList<>());
                    panels.add(panel);
                }
                panel.columns().add(k);
            }
        }
        conditions =
                IntStream.range(0, fields.size())
                        .filter(k -> fields.get(k).role() == PlannedField.Role.CONDITION)
                        .toArray();
        diabetes = among(fields, DIABETES);
        acute = among(fields, ACUTE);
        hba1c = position.get("hba1c");
        visits = plan.visitsPerYear();
    }

    private int[] among(List<PlannedField> fields, Set<String> ids) {
        return IntStream.of(conditions).filter(k -> ids.contains(fields.get(k).id())).toArray();
    }

    void fill(PatientBlock block, double[][] work, SeedTree seeds) {
        long[] purpose =
                panels.stream().mapToLong(p -> seeds.purpose("index gaps:" + p.name())).toArray();
        for (int i = 0; i < block.count(); i++) {
            if (has(block, acute, i)) {
                continue;
            }
            boolean chronic = has(block, conditions, i);
            boolean sugar = has(block, diabetes, i);
            boolean off = hba1c != null && work[hba1c][i] >= GOAL;
            for (int p = 0; p < purpose.length; p++) {
                Panel panel = panels.get(p);
                double u = SeedTree.uniform(SeedTree.key(purpose[p], block.first() + i), 0);
                double chance =
                        IndexOrders.chance(panel.observation(), visits, chronic, sugar, off);
                if (u >= chance) {
                    for (int k : panel.columns()) {
                        block.column(k)[i] = Double.NaN;
                    }
                }
            }
        }
    }

    private static boolean has(PatientBlock block, int[] fields, int row) {
        for (int k : fields) {
            if (block.column(k)[row] == 1) {
                return true;
            }
        }
        return false;
    }
}
