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
            linked.said()
                    .ifPresentOrElse(
                            q -> draft.edit(new Edit.AddOwn(q), 0, s.size()),
                            () -> linked.second(draft));
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
            Optional<Mine> named = mine(i);
            Optional<Sentence.Named> known = s.namedAt(i, Concept.Kind.OBSERVATION);
            if (named.isPresent()) {
                mine.add(named.get().own());
                i = named.get().to();
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

    /** "and with age -0.1" behind a first link: a variable has one. */
    private void second(Draft draft) {
        Own.Quantity last = own.get(own.size() - 1);
        int at = s.like(0, "and|also|plus|,") ? 1 : 0;
        at = s.like(at, "also|too|it") ? at + 1 : at;
        boolean with = s.like(at, "with|to") && (at > 0 || s.size() < 6);
        Optional<Sentence.Named> known = s.namedAt(at + 1, Concept.Kind.OBSERVATION);
        int to = known.map(Sentence.Named::to).orElse(s.word(at + 1).equals("age") ? at + 2 : -1);
        int number = s.like(to, "at|of|by|=|:|r") ? to + 1 : to;
        boolean one =
                with
                        && to > 0
                        && s.at(number).number()
                        && Math.abs(s.at(number).doubleValue()) < 1
                        && s.like(number + 1, "|[.!]|too|please|as");
        if (one && last.link().isPresent()) {
            String other = s.quote(at + 1, to);
            draft.problem(
                    "request.own.link",
                    0,
                    s.size(),
                    "A variable of your own is tied to one other, and %s is tied already."
                            .formatted(last.name()),
                    "correlate %s with %s at %s, which takes the place of the first"
                            .formatted(last.name(), other, s.word(number)));
        }
    }

    private record Mine(Own.Quantity own, int to) {}

    /** One of them by its whole name, or by the last words of it: "copper" of "serum copper". */
    private Optional<Mine> mine(int i) {
        for (Own.Quantity o : own) {
            for (String name = o.name().toLowerCase(Locale.ROOT); !name.isEmpty(); ) {
                int to = s.after(i, name);
                if (to > i && !s.inConcept(i)) {
                    return Optional.of(new Mine(o, to));
                }
                int space = name.indexOf(' ');
                name = space < 0 ? "" : name.substring(space + 1);
            }
        }
        return Optional.empty();
    }
}
