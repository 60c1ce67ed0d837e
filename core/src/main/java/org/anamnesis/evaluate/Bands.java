package org.anamnesis.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.cohort.Field;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Guideline;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.QuantityRange;

/**
 * The band of an observation: the target of one of the condition's guidelines if it states one for
 * this observation as "NAME &lt; LIMIT UNIT" at the start of a sentence; else the reference range
 * of healthy adults. A checked guideline goes before a recalled one.
 */
final class Bands {
    private static final Pattern BELOW =
            Pattern.compile(
                    "^(HbA1c|LDL|blood pressure) < ([0-9.]+)(?:/([0-9.]+))? ?(%|mg/dL|mmHg)");

    private static final Set<String> IN_GUIDELINES = Set.of("hba1c", "ldl", "sbp", "dbp");

    private Bands() {}

    static Optional<Band> of(
            Field field, List<Guideline> guidelines, Optional<Measurand> measurand) {
        if (!IN_GUIDELINES.contains(field.id())) {
            return reference(measurand); // most columns: spares them the pattern
        }
        return guidelines.stream()
                .sorted(Comparator.comparing(Guideline::confidence)) // COMPUTED, READ, RECALLED
                .flatMap(g -> g.targets().stream().flatMap(t -> target(field, g, t).stream()))
                .findFirst()
                .or(() -> reference(measurand));
    }

    private static Optional<Band> target(Field field, Guideline guideline, String sentence) {
        Matcher matcher = BELOW.matcher(sentence);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        String id = name.equals("HbA1c") ? "hba1c" : name.equals("LDL") ? "ldl" : field.id();
        boolean pressure = field.id().equals("sbp") || field.id().equals("dbp");
        boolean pair = matcher.group(3) != null; // 130/80
        if (pressure != pair || !id.equals(field.id())) {
            return Optional.empty();
        }
        double limit = Double.parseDouble(matcher.group(field.id().equals("dbp") ? 3 : 2));
        double step = Math.pow(10, -field.decimals());
        double high = Math.rint((limit - step) / step) * step; // "< 7 %" at one digit: up to 6.9
        return Optional.of(
                new Band(
                        Band.Kind.GUIDELINE_TARGET,
                        new QuantityRange(
                                Double.NEGATIVE_INFINITY, round(high, field), field.unit()),
                        guideline.organisation() + " " + guideline.year() + ": " + sentence,
                        guideline.source(),
                        guideline.confidence()));
    }

    /** The evidence holds no checked source of reference ranges: shown as unverified. */
    private static Optional<Band> reference(Optional<Measurand> measurand) {
        return measurand.flatMap(
                m ->
                        m.reference()
                                .map(
                                        range ->
                                                new Band(
                                                        Band.Kind.REFERENCE_RANGE,
                                                        range,
                                                        label(m, range),
                                                        "recalled",
                                                        Confidence.RECALLED)));
    }

    private static String label(Measurand m, QuantityRange range) {
        String limits =
                range.low() > 0 && Double.isFinite(range.low())
                        ? Words.number(range.low()) + " to " + Words.number(range.high())
                        : "up to " + Words.number(range.high());
        String note = m.referenceNote().isEmpty() ? "" : " (" + m.referenceNote() + ")";
        return "Reference range " + limits + " " + Words.unit(m.unit()) + note;
    }

    private static double round(double value, Field field) {
        double scale = Math.pow(10, field.decimals());
        return Math.rint(value * scale) / scale;
    }
}
