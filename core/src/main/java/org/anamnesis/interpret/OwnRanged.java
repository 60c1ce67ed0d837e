package org.anamnesis.interpret;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Own;

/** "it can only go from 0 to 88", of the variable of the user's own that was stated last. */
final class OwnRanged {
    private static final String BETWEEN =
            "keep|keeps|kept|stay|stays|hold|limit|restrict|confine|let|make|have|all|can|may|must|should|could|only|just|go|goes|run|runs|range|ranges|ranging|lie|lies|be|is|are|s|values?|scores?"
                    + "|always|possible|from|between|the|of|and|but|also|please|now|then|its|it|they|vary|varies|within|all|scale|,|[.!]";

    private OwnRanged() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        List<Own.Quantity> own =
                current.beyond().own().stream()
                        .filter(Own.Quantity.class::isInstance)
                        .map(Own.Quantity.class::cast)
                        .toList();
        int n = 0;
        boolean it = false;
        Optional<Own.Quantity> named = Optional.empty();
        while (!own.isEmpty() && n < s.size() && !s.at(n).number()) {
            int at = n;
            Optional<Own.Quantity> here =
                    own.stream()
                            .filter(o -> s.after(at, o.name().toLowerCase(Locale.ROOT)) > at)
                            .findFirst();
            if (here.isEmpty() && !s.like(n, BETWEEN)) {
                return;
            }
            it |= s.like(n, "it|its|they");
            named = named.or(() -> here);
            n = here.map(o -> s.after(at, o.name().toLowerCase(Locale.ROOT))).orElse(n + 1);
        }
        boolean range = s.at(n).number() && s.like(n + 1, "to|and|-|–") && s.at(n + 2).number();
        Optional<Own.Quantity> of =
                named.isPresent() || !it || valued(current)
                        ? named
                        : Optional.of(own.get(own.size() - 1));
        double low = s.at(n).doubleValue();
        double high = s.at(n + 2).doubleValue();
        if (range && of.isPresent() && low < high && s.like(n + 3, "|[.,!]|please|only|now")) {
            Own.Quantity q = of.get();
            draft.edit(new Edit.AddOwn(q.with(q.figures().within(low, high))), 0, n + 3);
        }
    }

    /** Whether "it" may be a value that is asked of the patients. */
    private static boolean valued(CohortSpec current) {
        return current.constraints().stream()
                .anyMatch(
                        c ->
                                c instanceof Constraint.Mean
                                        || c instanceof Constraint.Shift
                                        || Last.criterion(c)
                                                .filter(
                                                        x ->
                                                                x
                                                                        instanceof
                                                                        Criterion.ObservationWithin)
                                                .isPresent());
    }
}
