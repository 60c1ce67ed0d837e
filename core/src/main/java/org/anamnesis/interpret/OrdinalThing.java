package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * "the second of those drugs", "the first limit": a wish by its place among those of its kind, read
 * as its name. Behind "only", all others of the kind are given up.
 */
final class OrdinalThing {
    private static final String DRUGS = "drugs?|medications?|medicines?|meds?";
    private static final String LIMITS = "limits?|ranges?|cutoffs?|thresholds?|criterion|criteria";
    private static final String CONDITIONS =
            "conditions?|diseases?|comorbidit(?:y|ies)|diagnos[ei]s|illness(?:es)?";

    private final Sentence s;
    private final CohortSpec current;

    private OrdinalThing(Sentence s, CohortSpec current) {
        this.s = s;
        this.current = current;
    }

    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        return s.exchanged(new OrdinalThing(s, current).exchanges(), vocabulary);
    }

    private List<Exchange> exchanges() {
        List<Exchange> all = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            if (place(i) == 0) {
                continue;
            }
            int at = i + 1;
            boolean of = false;
            while (at < i + 6
                    && s.like(
                            at,
                            "of|those|these|the|two|two two|three|three three|both|one|them|my|our")) {
                of |= s.word(at).equals("of");
                at++;
            }
            int from = s.like(i - 1, "the|that") ? i - 1 : i;
            boolean only = s.like(from - 1, "only|just|keep");
            Optional<Exchange> one =
                    of && s.like(at, DRUGS + "|" + LIMITS + "|" + CONDITIONS)
                            ? exchange(i, only ? from - 1 : from, at, only)
                            : Optional.empty();
            one.ifPresent(all::add);
            i = one.map(e -> e.to() - 1).orElse(i);
        }
        return all;
    }

    /** From 1, −1 for the last one, 0 if no place is named. */
    private int place(int i) {
        return s.word(i).equals("latter") ? -1 : Words.PLACES.getOrDefault(s.word(i), 0);
    }

    private Optional<Exchange> exchange(int place, int from, int noun, boolean only) {
        List<String> names =
                current.constraints().stream()
                        .filter(c -> of(c, noun))
                        .map(Last::concept)
                        .distinct()
                        .toList();
        int n = place(place) < 0 ? names.size() - 1 : place(place) - 1;
        if (names.size() < 2 || n >= names.size()) {
            return Optional.empty();
        }
        if (!only) {
            return Optional.of(new Exchange(from, noun + 1, name(names.get(n))));
        }
        List<String> others = new ArrayList<>(names);
        others.remove(n);
        String gone =
                String.join(
                        " , ",
                        others.stream()
                                .map(id -> "remove the requirement on " + name(id))
                                .toList());
        return Optional.of(new Exchange(from, noun + 1, gone));
    }

    /** Whether a wish is of the kind that is named. */
    private boolean of(Constraint c, int noun) {
        Optional<Criterion> criterion = Last.criterion(c);
        if (criterion.isEmpty()) {
            return false;
        }
        Criterion plain = criterion.get() instanceof Criterion.Not n ? n.inner() : criterion.get();
        return plain instanceof Criterion.TakesMedication
                ? s.like(noun, DRUGS)
                : plain instanceof Criterion.HasCondition
                        ? s.like(noun, CONDITIONS)
                        : plain instanceof Criterion.ObservationWithin && s.like(noun, LIMITS);
    }

    private static String name(String id) {
        return Catalogue.bundled().find(id).map(Concept::name).orElse(id);
    }
}
