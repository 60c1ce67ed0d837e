package org.anamnesis.interpret;

import java.util.List;
import java.util.Locale;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;

/** "glucose above 200" does not say whether fasting or not: other people, other data. */
final class BareGlucose {
    private static final String ANY = "glucose";
    private static final String FASTING = "glucose_fasting";
    private static final String ASSUMED = "Glucose is taken as glucose at any time of the day.";

    private BareGlucose() {}

    static void find(Draft draft, CohortSpec current) {
        boolean fasting = Last.asked(current, FASTING) && !Last.asked(current, ANY);
        for (Draft.Found f : draft.found()) {
            boolean bare =
                    f.criterion() instanceof ObservationWithin o && o.observation().equals(ANY);
            if (bare
                    && fasting
                    && !anyTime(
                            draft.sentence.quote(
                                    f.from(),
                                    f.to()))) { // "tighten the glucose to 110-125" of whom
                // it is limited
                var range = ((ObservationWithin) f.criterion()).range();
                draft.retaken(f, new ObservationWithin(FASTING, range));
            } else if (f.criterion() instanceof ObservationWithin o
                    && o.observation().equals(ANY)) {
                ask(draft, draft.sentence.quote(f.from(), f.to()), o.range());
            }
        }
        for (Reading.Quoted q : draft.edits()) {
            if (q.edit() instanceof Edit.AddConstraint a
                    && a.constraint() instanceof Constraint.Mean m
                    && m.observation().equals(ANY)) {
                var open = Double.POSITIVE_INFINITY;
                ask(draft, q.quote(), new QuantityRange(-open, open, "mg/dL"));
            }
        }
    }

    private static boolean anyTime(String quote) {
        return quote.toLowerCase(Locale.ROOT).matches(".*(random|any time|casual|postprandial).*");
    }

    private static void ask(Draft draft, String quote, QuantityRange range) {
        if (anyTime(quote)) {
            return;
        }
        draft.ask(
                new Ambiguity(
                        quote,
                        "Fasting, or at any time?",
                        List.of(
                                way("random: glucose at any time of the day", ANY, range, ASSUMED),
                                way("fasting glucose", FASTING, range, ""))));
    }

    private static Ambiguity.Way way(String label, String id, QuantityRange range, String assumed) {
        return new Ambiguity.Way(label, new ObservationWithin(id, range), assumed);
    }
}
