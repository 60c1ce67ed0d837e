package org.anamnesis.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.measure.Measurand;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * The rules of arithmetic and of the body that hold for a cohort, asked of a table whose columns
 * are known. Diagnoses are left out: in a real record they rest on more than the values of one day.
 */
final class ClinicalRules {
    private final List<Field> fields = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final Map<String, Measurand> measurands;

    private ClinicalRules(Map<String, Measurand> measurands) {
        this.measurands = measurands;
    }

    /**
     * @param known columns whose meaning is known; those of the table's other columns, of unknown
     *     units, or of a concept that an earlier one has are left out
     * @param measurands by id
     * @return one check a rule that can be asked of these columns
     */
    static List<RuleCheck> check(
            Table table, List<KnownColumn> known, Map<String, Measurand> measurands) {
        ClinicalRules asked = new ClinicalRules(measurands);
        for (KnownColumn column : known) {
            if (table.has(column.column())) {
                asked.add(table, column);
            }
        }
        if (asked.fields.isEmpty()) {
            return List.of();
        }
        CohortHeader header =
                new CohortHeader(table.rows(), asked.fields, LocalDate.EPOCH, 0); // no date is read
        Rules rules = new Rules(header, measurands, true);
        Columns block = new Columns(header);
        double[][] columns = asked.values.toArray(double[][]::new);
        for (int from = 0; from < table.rows(); from += PatientBlock.CAPACITY) {
            int count = Math.min(PatientBlock.CAPACITY, table.rows() - from);
            block.load(columns, from, count);
            rules.accept(block, count);
        }
        return rules.results();
    }

    private void add(Table table, KnownColumn known) {
        Variable variable = table.variable(known.column());
        Optional<Measurand> measurand = Optional.ofNullable(measurands.get(known.concept()));
        String unit = measurand.map(Measurand::unit).orElse("");
        boolean asked = fields.stream().anyMatch(f -> f.id().equals(known.concept()));
        boolean own = known.unit().isEmpty() || known.unit().equals(unit);
        if (asked
                || (measurand.isPresent() && variable.isCategory() && !unit.isEmpty())
                || (!own && measurand.flatMap(m -> m.toCanonical(1, known.unit())).isEmpty())) {
            return;
        }
        double[] column = table.column(known.column());
        if (!own) {
            double[] converted = new double[column.length];
            for (int i = 0; i < column.length; i++) {
                converted[i] = measurand.orElseThrow().toCanonical(column[i], known.unit()).get();
            }
            column = converted;
        }
        values.add(column);
        fields.add(
                new Field(
                        known.column(),
                        known.concept(),
                        known.column(),
                        measurand.isPresent() ? Field.Role.OBSERVATION : Field.Role.DEMOGRAPHIC,
                        unit,
                        own ? variable.decimals() : measurand.orElseThrow().decimals(),
                        variable.levels(),
                        Optional.empty(),
                        true,
                        Provenance.assumed("")));
    }
}
