package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.Edit;

/**
 * "HbA1c -1 %", "lower HbA1c by 1 %": of what is measured in percent, points or hundredths of what
 * it is. Nobody can know, so it is asked.
 */
final class PointsOrPercent {
    private PointsOrPercent() {}

    /** Whether the observation is measured in percent, so that the sign says nothing. */
    static boolean of(String id) {
        return Measurands.bundled().find(id).filter(m -> m.unit().equals("%")).isPresent();
    }

    /**
     * Asks which, and takes points meanwhile.
     *
     * @param signed the amount, in points or percent
     */
    static void ask(Draft draft, String id, double signed, int from, int to) {
        Measurand m = Measurands.bundled().get(id);
        String side = signed < 0 ? "lower" : "higher";
        String amount = LimitValues.plain(Math.abs(signed));
        var points = new Edit.MoveMean(id, 1, signed);
        var times = new Edit.MoveMean(id, 1 + signed / 100, 0);
        String quote = draft.sentence.quote(from, to);
        draft.edit(points, from, to);
        draft.clarify(
                new Clarification(
                        quote,
                        "Percentage points, or percent of what it is?",
                        List.of(
                                new Clarification.Choice(
                                        "%s points %s".formatted(amount, side),
                                        List.of(points),
                                        "\"%s\" is taken as points of %s."
                                                .formatted(quote, m.name())),
                                new Clarification.Choice(
                                        "%s %% of its value %s".formatted(amount, side),
                                        List.of(times),
                                        ""))));
    }
}
