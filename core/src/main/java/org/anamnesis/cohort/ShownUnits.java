package org.anamnesis.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.Restated;
import org.anamnesis.measure.UnitConversion;
import org.anamnesis.spec.Units;

/**
 * A cohort as its files show it: observations in the units that were asked for, all else as it is.
 * Values are drawn and judged in canonical units; only what is written is converted.
 */
public final class ShownUnits {
    private final CohortHeader header;
    private final List<Optional<UnitConversion>> conversions = new ArrayList<>();
    private final PatientBlock shown;
    private final double[] scales;
    private final Units units;

    /**
     * @param made the cohort in canonical units
     */
    public ShownUnits(CohortHeader made, Units units) {
        this.units = units;
        List<Field> fields = new ArrayList<>();
        for (Field field : made.fields()) {
            Optional<UnitConversion> conversion = conversion(field, units);
            conversions.add(conversion);
            fields.add(conversion.map(c -> shown(field, c)).orElse(field));
        }
        header =
                new CohortHeader(
                        made.patients(), fields, made.recorded(), made.indexDate(), made.seed());
        shown = new PatientBlock(anything() ? fields.size() : 0);
        scales = fields.stream().mapToDouble(f -> Math.pow(10, f.decimals())).toArray();
    }

    private static Optional<UnitConversion> conversion(Field field, Units units) {
        if (field.role() != Field.Role.OBSERVATION || field.isCategory()) {
            return Optional.empty();
        }
        return Measurands.bundled()
                .find(field.id())
                .filter(m -> m.unit().equals(field.unit()))
                .flatMap(
                        m ->
                                m.conversions().stream()
                                        .filter(c -> c.unit().equals(units.of(m)))
                                        .findFirst());
    }

    private static Field shown(Field field, UnitConversion c) {
        Measurand m = Restated.in(Measurands.bundled().get(field.id()), c.unit());
        Provenance made = field.provenance();
        String how =
                "%s; shown in %s instead of %s by %s"
                        .formatted(made.how(), c.unit(), field.unit(), c.source());
        return new Field(
                m.column(),
                field.id(),
                field.label(),
                field.role(),
                m.unit(),
                m.decimals(),
                field.levels(),
                field.concept(),
                field.analysis(),
                new Provenance(
                        how,
                        made.population(),
                        made.period(),
                        made.sources(),
                        made.confidence(),
                        made.assumed(),
                        made.asked()));
    }

    /** Whether any column is shown in another unit. */
    public boolean anything() {
        return conversions.stream().anyMatch(Optional::isPresent);
    }

    public CohortHeader header() {
        return header;
    }

    /** How field {@code k} is converted; empty if it is shown as it is made. */
    public Optional<UnitConversion> conversion(int k) {
        return conversions.get(k);
    }

    /** A quantity in the unit in which it is shown. */
    public Measurand measurand(Measurand m) {
        return Restated.in(m, units.of(m));
    }

    /** The block as files show it; the same object if nothing is converted, else one reused. */
    public PatientBlock of(PatientBlock made) {
        if (!anything()) {
            return made;
        }
        shown.copyFrom(made);
        for (int k = 0; k < conversions.size(); k++) {
            if (conversions.get(k).isPresent()) {
                double[] column = shown.column(k);
                for (int i = 0; i < made.count(); i++) {
                    column[i] = shown(k, column[i]);
                }
            }
        }
        Events observations = shown.record().observations();
        for (int e = 0; e < observations.count(); e++) {
            int k = observations.what(e);
            if (k < conversions.size() && conversions.get(k).isPresent()) {
                observations.setValue(e, shown(k, observations.value(e)));
            }
        }
        return shown;
    }

    private double shown(int k, double canonical) {
        double scale = scales[k];
        return Math.rint(conversions.get(k).get().fromCanonical(canonical) * scale) / scale;
    }
}
