package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Own;

/**
 * "correlate grip strength with weight at 0.5", "tie it to age, r = -0.2", of a variable of the
 * user's own that is there.
 */
final class OwnLinked {
    private static final String CORRELATE =
            "correlat(?:e|es|ed|ing|ion)|tie|tied|link|linked|couple|coupled|r|rho|corr";
    private static final String BESIDE =
            CORRELATE
                    + "|with|to|and|between|of|at|by|a|an|the|,|[.:=~!]|should|must|shall|make|let|have|be|please|also"
                    + "|coefficient|strength|now|then|i|want|is|are|set|my|our|its|up|about|around|it|do|would|like|in";
    private static final int LONGEST = 20;

    private final Sentence s;
    private final List<Own.Quantity> own;

    private OwnLinked(Sentence s, CohortSpec current) {
        this.s = s;
        this.own =
                current.beyond().own().stream()
                        .filter(Own.Quantity.class::isInstance)
                        .map(Own.Quantity.class::cast)
                        .toList();
    }

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        OwnRanged.find(draft, current);
        var linked = new OwnLinked(s, current);
        if (!linked.own.isEmpty() && s.size() <= LONGEST) {
            linked.said().ifPresent(q -> draft.edit(new Edit.AddOwn(q), 0, s.size()));
        }
    }

    /** The variable with its link, if the message says nothing else. */
    private Optional<Own.Quantity> said() {
        List<Own.Quantity> mine = new ArrayList<>();
        List<String> others = new ArrayList<>();
        int number = -1;
        boolean correlated = false;
        boolean it = false;
        int i = 0;
        while (i < s.size()) {
            Optional<Own.Quantity> named = mine(i);
            Optional<Sentence.Named> known = s.namedAt(i, Concept.Kind.OBSERVATION);
            if (named.isPresent()) {
                mine.add(named.get());
                i = s.after(i, named.get().name().toLowerCase(Locale.ROOT));
            } else if (known.isPresent() || s.word(i).equals("age")) {
                others.add(known.map(n -> n.concept().id()).orElse("age"));
                i = known.map(Sentence.Named::to).orElse(i + 1);
            } else if (s.at(i).number() && number < 0) {
                number = i++;
            } else if (s.like(i, BESIDE)) {
                correlated |= s.like(i, CORRELATE);
                it |= s.word(i).equals("it");
                i++;
            } else {
                return Optional.empty();
            }
        }
        boolean alone = it && mine.isEmpty() && others.size() == 1;
        if (alone) {
            mine.add(own.get(own.size() - 1));
        }
        if (mine.size() == 2 && others.isEmpty()) {
            others.add(mine.remove(1).id());
        }
        boolean one = number >= 0 && Math.abs(s.at(number).doubleValue()) < 1;
        return correlated && one && mine.size() == 1 && others.size() == 1
                ? Optional.of(
                        mine.get(0).with(new Own.Link(others.get(0), s.at(number).doubleValue())))
                : Optional.empty();
    }

    private Optional<Own.Quantity> mine(int i) {
        return own.stream()
                .filter(o -> s.after(i, o.name().toLowerCase(Locale.ROOT)) > i)
                .findFirst();
    }
}
